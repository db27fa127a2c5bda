"""How a place stands: what is open to whoever reads, each number with its list (S42)."""

import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from regions.actions import roll_up_report
from tests.factories.meetings import make_held, make_item, make_resolution
from tests.factories.regions import (
    ON_TIME,
    accepted,
    make_indicator,
    make_member,
    make_post,
    make_region,
    make_report,
    make_report_of,
    make_reporting_province,
    submitted,
)
from tests.factories.requests import asked_and_sent

pytestmark = pytest.mark.django_db


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


@pytest.fixture
def centre(db):
    return make_post("central_officer")


def of_region(visitor, region):
    return visitor.get(reverse("region-situation", args=[region.code]))


def figures(page):
    return re.findall(r'<div class="figure"><b><a href="([^"]+)">([\d.,]+)<', page)


def test_the_numbers_of_the_latest_month_lead_to_the_pages_that_explain_them(
    north, office, centre, sign_in
):
    report = accepted(make_report(north), office, centre, organizations_found=7)
    roll_up_report(report)
    visitor = sign_in(make_member())

    page = of_region(visitor, north).text
    [(url, value)] = figures(page)

    assert value == "7"
    assert visitor.get(url.replace("&amp;", "&")).context["rolled"].value == 7
    assert report.get_absolute_url() in page


@pytest.mark.parametrize(
    ("part", "is_told", "is_led"),
    [
        ("office", True, True),
        ("centre", True, False),
        ("member", False, False),
        ("other", False, False),
        ("auditor", True, False),
        ("own_province", False, False),
    ],
)
def test_how_a_draft_stands_is_told_to_its_own_and_to_the_centre(
    north, office, centre, sign_in, part, is_told, is_led
):
    report = make_report(north)
    other = make_post("coordinator", make_region(2), name="other")
    people = {"office": office, "centre": centre, "member": make_member(), "other": other}
    people["auditor"] = make_post("auditor")
    people["own_province"] = make_post("provincial", province=make_reporting_province(north))

    page = of_region(sign_in(people[part]), north).text

    assert ("ยังไม่เริ่ม" in page) == is_told
    assert (report.get_absolute_url() in page) == is_led
    assert ("ยังไม่มีรายงานที่ผ่านแล้วให้อ่าน" in page) != is_told


def test_work_requests_and_provinces_stand_there_with_their_lists(
    committee, north, office, centre, sign_in
):
    resolution = make_resolution(make_held(committee))
    make_item(resolution, region=north, due_on=date(2026, 6, 20))
    make_item(resolution, region=north, due_on=date(2026, 8, 20), position=2)
    provinces = [make_reporting_province(north, f"5{n}", f"จังหวัด {n}") for n in range(2)]
    [request] = asked_and_sent(make_report(north), office, "วิทยากร")
    submitted(make_report_of(provinces[0].reporting_unit), office, organizations_found=1)
    visitor = sign_in(centre)

    page = of_region(visitor, north).text

    assert request.get_absolute_url() in page
    assert "1 จาก" in page
    for standing, count in (("pending", 2), ("overdue", 1)):
        url = f"{reverse('meetings:action-item-list')}?standing={standing}&owner=region-{north.pk}"
        assert url.replace("&", "&amp;") in page
        assert len(visitor.get(url).context["rows"]) == count


def test_a_province_tells_its_own_numbers(north, office, centre, sign_in):
    province = make_reporting_province(north)
    report = accepted(
        make_report_of(province.reporting_unit), office, centre, organizations_found=3
    )
    roll_up_report(report)
    visitor = sign_in(make_member())

    page = visitor.get(reverse("province-situation", args=[province.code])).text
    [(url, value)] = figures(page)

    assert value == "3"
    assert visitor.get(url.replace("&amp;", "&")).context["rolled"].value == 3


@pytest.mark.parametrize(
    ("place", "name"),
    [("region-detail", "region-situation"), ("province-detail", "province-situation")],
)
def test_the_page_of_a_place_leads_there_whoever_is_signed_in_and_no_stranger(
    north, office, client, sign_in, place, name
):
    province = make_reporting_province(north)
    code = north.code if place == "region-detail" else province.code
    inside, url = reverse(name, args=[code]), reverse(f"places:{place}", args=[code])

    assert inside not in client.get(url).text
    assert client.get(inside).status_code == 302
    assert f'hx-get="{inside}"' in sign_in(office).get(url).text


@pytest.mark.parametrize("name", ["region-situation", "province-situation"])
def test_a_place_nobody_knows_is_not_found(office, sign_in, name):
    assert sign_in(office).get(reverse(name, args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_costs_the_same_for_little_and_much(
    committee, north, office, centre, sign_in, count, django_assert_num_queries
):
    resolution = make_resolution(make_held(committee))
    for number in range(count):
        make_item(resolution, region=north, position=number)
        make_reporting_province(north, f"5{number}", f"จังหวัด {number}")
    report = make_report(north)
    asked_and_sent(report, office, *["วิทยากร", "งบประมาณ", "ข้อมูล", "คน"][:count])
    visitor = sign_in(centre)
    of_region(visitor, north)

    with django_assert_num_queries(15):
        of_region(visitor, north)


@pytest.mark.parametrize(
    ("part", "is_told", "is_led"),
    [
        ("own", True, True),
        ("office", True, True),
        ("auditor", True, False),
        ("neighbour", False, False),
        ("other_office", False, False),
        ("member", False, False),
    ],
)
def test_how_the_draft_of_a_province_stands_is_told_to_its_own_its_office_and_the_centre(
    north, office, sign_in, part, is_told, is_led
):
    province, neighbour = (make_reporting_province(north, code, code) for code in ("50", "51"))
    report = make_report_of(province.reporting_unit)
    people = {
        "own": make_post("provincial", province=province, name="own"),
        "office": office,
        "auditor": make_post("auditor"),
        "neighbour": make_post("provincial", province=neighbour, name="neighbour"),
        "other_office": make_post("coordinator", make_region(2), name="other-office"),
        "member": make_member(),
    }

    page = sign_in(people[part]).get(reverse("province-situation", args=[province.code])).text

    assert ("ยังไม่เริ่ม" in page) == is_told
    assert (report.get_absolute_url() in page) == is_led


@pytest.mark.parametrize("count", [1, 4])
def test_many_numbers_cost_what_one_does(
    north, office, centre, sign_in, count, django_assert_num_queries
):
    keys = ["organizations_found", *(f"more_{n}" for n in range(1, count))]
    for place, key in enumerate(keys[1:], start=2):
        make_indicator(key, is_required=False, position=place)
    province = make_reporting_province(north)
    for report in (make_report(north), make_report_of(province.reporting_unit)):
        roll_up_report(accepted(report, office, centre, **dict.fromkeys(keys, 3)))
    visitor = sign_in(centre)
    pages = [
        reverse("region-situation", args=[north.code]),
        reverse("province-situation", args=[province.code]),
    ]

    for url, cost in zip(pages, (14, 10), strict=True):
        visitor.get(url)
        with django_assert_num_queries(cost):
            page = visitor.get(url).text
        assert len(figures(page)) == count
