"""The home of a region's people: what was asked and answered, and what its provinces sent."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from regions.actions import roll_up_report
from tests.factories.committees import make_issue, make_seat
from tests.factories.regions import (
    ON_TIME,
    accepted,
    make_indicator,
    make_post,
    make_region,
    make_report,
    make_report_of,
    make_reporting_province,
    returned,
    submitted,
)
from tests.factories.requests import answered, asked_and_sent, reply

pytestmark = pytest.mark.django_db
DONE_BY = date(2026, 7, 31)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False) as traveller:
        yield traveller


@pytest.fixture
def north(committee):
    make_indicator(is_required=False)
    return make_region(1)


@pytest.fixture
def office(north):
    return make_post("coordinator", north)


def home(visitor):
    return visitor.get(reverse("home"))


def provinces_of(region, *names):
    made = [make_reporting_province(region, f"5{n}", name) for n, name in enumerate(names)]
    return [province.reporting_unit for province in made]


def test_a_region_reads_what_it_asked_and_what_the_centre_said(north, office, sign_in):
    first, second = asked_and_sent(make_report(north), office, "วิทยากร", "งบประมาณ")
    answered(first, make_post("central_officer"), reply(done_by=DONE_BY))

    page = home(sign_in(office))

    assert set(page.context["asked"]) == {first, second}
    assert "ทำให้ได้" in page.text
    assert f"{reverse('regions:request-list')}?region={north.code}" in page.text


@pytest.mark.parametrize("part", ["officer", "co_chair", "member"])
def test_every_one_of_the_region_reads_the_same(
    committee, north, office, person_with, sign_in, part
):
    asked = asked_and_sent(make_report(north), office, "วิทยากร")
    seat = make_seat(committee, region=north)

    page = home(sign_in(person_with(part, region=north, seat=seat)))

    assert page.context["asked"] == asked


def test_no_more_than_three_requests_stand_on_a_home(north, office, sign_in):
    asked_and_sent(make_report(north), office, *"กขคง")

    assert len(home(sign_in(office)).context["asked"]) == 3


def test_who_asked_nothing_reads_what_will_appear(north, office, sign_in):
    assert "เมื่อภาคส่งรายงานที่มีคำขอถึงส่วนกลาง" in home(sign_in(office)).text


def test_who_sits_for_an_issue_is_of_no_region_and_asks_nothing(committee, person_with, sign_in):
    seat = make_seat(committee, issue=make_issue())

    page = home(sign_in(person_with("member", seat=seat)))

    assert page.context["asked"] == []
    assert "ที่เราขอ และส่วนกลางตอบ" not in page.text


def test_the_office_reads_which_provinces_wait_for_it(north, office, sign_in):
    units = provinces_of(north, "เชียงใหม่", "ลำพูน", "ลำปาง")
    waits, back, _draft = [make_report_of(unit) for unit in units]
    submitted(waits, make_post("provincial", province=units[0].province))
    returned(back, make_post("provincial", province=units[1].province), office, {"plans": "ซ้ำ"})

    page = home(sign_in(office))

    gathered = page.context["gathered"]
    assert (gathered.sent, len(gathered.reports), gathered.waiting) == (2, 3, [waits])
    assert reverse("regions:report-review", args=[waits.pk]) in page.text
    assert page.client.get(gathered.url).context["received"] == gathered.sent
    assert len(page.client.get(gathered.waiting_url).context["rows"]) == 1


def test_what_an_officer_filled_in_for_a_province_waits_for_another(north, office, sign_in):
    [unit] = provinces_of(north, "เชียงใหม่")
    submitted(make_report_of(unit), office)

    page = home(sign_in(office))

    assert page.context["gathered"].waiting == []
    assert "จังหวัดที่ส่งเข้ามาจะขึ้นที่นี่" in page.text


@pytest.mark.parametrize("part", ["manager", "co_chair"])
def test_who_checks_no_province_is_shown_none(north, office, person_with, sign_in, part):
    provinces_of(north, "เชียงใหม่")
    make_report(north)

    assert home(sign_in(person_with(part, region=north))).context["gathered"] is None


def test_who_speaks_for_a_province_finds_its_report_and_its_regions_requests(
    north, office, sign_in
):
    asked = asked_and_sent(make_report(north), office, "วิทยากร")
    [unit] = provinces_of(north, "เชียงใหม่")
    make_report(north, month=ON_TIME.date().replace(day=1))
    report = make_report_of(unit, month=ON_TIME.date().replace(day=1))

    page = home(sign_in(make_post("provincial", province=unit.province)))

    assert [row["report"] for row in page.context["own_reports"]] == [report]
    assert report.get_absolute_url() in page.text
    assert page.context["asked"] == asked


def test_who_speaks_for_a_province_reads_its_own_figures_and_who_gathers_it(north, office, sign_in):
    [unit] = provinces_of(north, "เชียงใหม่")
    filer = make_post("provincial", province=unit.province)
    report = accepted(make_report_of(unit), filer, office, organizations_found=3)
    roll_up_report(report)

    page = home(sign_in(filer))

    [figure] = page.context["figures"]
    assert (figure.words, page.context["figures_place"]) == ("3", unit.province)
    assert page.client.get(figure.url).context["total"].value == 3
    assert "สำนักงานภาคเหนือตอนบนรวบรวมและตรวจ" in page.text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_home_of_an_office_costs_the_same_for_one_province_and_many(
    north, office, sign_in, django_assert_num_queries, rows
):
    units = provinces_of(north, *[f"จังหวัด {n}" for n in range(rows)])
    asked_and_sent(make_report(north), office, *"กขค"[:rows])
    for unit in units:
        submitted(make_report_of(unit), make_post("provincial", province=unit.province))
    visitor = sign_in(office)

    with django_assert_num_queries(24):
        page = home(visitor)

    assert len(page.context["gathered"].waiting) == rows
