"""The to-do lists of those who check: their provinces' reports, the centre's, and more days."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from regions import actions
from regions.models import RegionalPost, RegionalReport
from tests.factories.regions import (
    ON_TIME,
    accepted,
    make_centre,
    make_indicator,
    make_post,
    make_region,
    make_report,
    make_report_of,
    make_reporting_province,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False) as traveller:
        yield traveller


@pytest.fixture
def province(north):
    make_indicator()
    make_centre()
    return make_reporting_province(north)


@pytest.fixture
def provincial(province):
    return make_post("provincial", province=province)


def sent(report, by, receipt="1"):
    told = {"submitted_at": timezone.now(), "submitted_by": by, "receipt": receipt}
    RegionalReport.objects.filter(pk=report.pk).update(state="submitted", **told)


def todo(visitor):
    page = visitor.get(reverse("home"))
    return [line.title for line in page.context["waiting"]]


def ask(report, by):
    day = date(2026, 7, 20)
    return actions.ask_extension(report, until=day, reason="น้ำท่วม", by=by)


def test_the_office_hears_of_its_provinces_and_of_nobody_elses(
    north, province, provincial, sign_in
):
    sent(make_report_of(province.reporting_unit), provincial)

    assert "ตรวจรายงานจังหวัด 1 ฉบับ" in todo(sign_in(make_post("officer", north)))
    elsewhere = make_post("officer", make_region(2))
    assert "ตรวจรายงานจังหวัด 1 ฉบับ" not in todo(sign_in(elsewhere))
    assert "ตรวจรายงานจังหวัด 1 ฉบับ" not in todo(sign_in(provincial))


def test_the_centre_hears_of_what_no_office_can_check(north, province, provincial, sign_in):
    """Whose only officer filled it in, and what was in no region."""
    report, officer = make_report_of(province.reporting_unit), make_post("officer", north)
    sent(report, provincial)
    secretary, line = make_post("central_officer"), "ตรวจรายงานจังหวัด 1 ฉบับ"
    assert line not in todo(sign_in(secretary))

    report.sections.update(saved_by=officer)
    page = sign_in(secretary).get(reverse("home"))
    [found] = [one for one in page.context["waiting"] if one.title == line]
    queue = sign_in(secretary).get(found.url).content.decode()
    assert "กองเลขาฯ จึงตรวจแทน" in found.facts[1]
    assert reverse("regions:report-review", args=[report.pk]) in queue
    assert "กองเลขาฯ ส่วนกลาง (แทนสำนักงานภาค)" in queue
    assert line not in todo(sign_in(officer))

    RegionalReport.objects.filter(pk=report.pk).update(region=None)
    page = sign_in(secretary).get(reverse("home"))
    [found] = [one for one in page.context["waiting"] if one.title == line]
    queue = sign_in(secretary).get(found.url).content.decode()
    assert reverse("regions:report-review", args=[report.pk]) in queue


def test_co_chairs_hear_of_what_the_centre_sent(north, province, sign_in):
    centre = make_report(north).round.reports.get(unit__kind="centre")
    sent(centre, make_post("central_officer"))

    assert "ตรวจรายงานของส่วนกลาง" in todo(sign_in(make_post("co_chair", north)))
    assert "ตรวจรายงานของส่วนกลาง" not in todo(sign_in(make_post("officer", north)))


def test_whoever_decides_hears_that_somebody_asked(north, province, provincial, sign_in):
    coordinator = make_post("coordinator", north)
    ask(make_report_of(province.reporting_unit), provincial)
    asked = "ตอบคำขอขยายเวลา 1 เรื่อง"

    assert asked in todo(sign_in(coordinator))
    secretary = make_post("central_officer")
    assert asked not in todo(sign_in(secretary))

    ask(make_report(north), coordinator)
    assert asked in todo(sign_in(secretary))
    assert todo(sign_in(coordinator)).count(asked) == 1  # the province's, not their own


def test_whoever_speaks_for_a_province_begins_with_its_report(province, provincial, sign_in):
    report = make_report_of(province.reporting_unit)

    page = sign_in(provincial).get(reverse("home"))

    [line] = page.context["waiting"]
    assert (line.url, line.facts[0]) == (report.get_absolute_url(), "จังหวัดเชียงใหม่")
    text = page.content.decode()
    assert "ท่านประสานงานให้" in text
    assert reverse("places:province-detail", args=[province.code]) in text


def test_whoever_works_for_a_region_too_begins_with_the_region(north, province, sign_in):
    both = make_post("officer", north)
    RegionalPost.objects.create(
        person=both.person, role="provincial", province=province, starts_on=date(2026, 1, 1)
    )
    report = make_report(north)

    page = sign_in(both).get(reverse("home"))

    assert [row["report"] for row in page.context["own_reports"]] == [report]


def test_whoever_decides_hears_of_what_is_asked_to_be_opened_again(client, north):
    make_indicator()
    filer, centre = make_post("coordinator", north), make_post("central_officer")
    report = accepted(make_report(north), filer, centre, organizations_found=1)
    actions.ask_revision(report, reason="นับซ้ำ", by=filer)

    told = []
    for user in (centre, filer):
        client.force_login(user)
        told.append("ตัดสินคำขอแก้ข้อมูลที่ปิดแล้ว 1 เรื่อง" in todo(client))

    assert told == [True, False]
