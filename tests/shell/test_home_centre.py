"""The centre owes a report, too, and its home leads to it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from regions.models import RegionalReport
from tests.factories.committees import make_committee
from tests.factories.regions import ON_TIME, make_centre, make_post, make_region, make_report_of


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False):
        yield


@pytest.fixture
def report(db):
    make_committee()
    return make_report_of(make_centre())


def filed_by_centre(visitor):
    """(what to do, where) of each line about the centre's report."""
    lines = visitor.get("/").context["waiting"]
    return [(line.action, line.url) for line in lines if "ส่วนกลาง" in line.facts]


def test_the_centre_is_led_to_its_report_as_long_as_it_may_be_typed(report, secretary, sign_in):
    assert filed_by_centre(sign_in(secretary)) == [("กรอกรายงาน", report.get_absolute_url())]

    with time_machine.travel(report.closes_on + timedelta(days=2), tick=False):
        assert filed_by_centre(sign_in(secretary)) == []


def test_who_only_reads_is_not_asked_to_file(report, person_with, sign_in):
    assert filed_by_centre(sign_in(person_with("auditor"))) == []


def test_what_came_back_to_the_centre_is_to_be_mended(report, secretary, sign_in):
    RegionalReport.objects.filter(pk=report.pk).update(
        state="returned",
        submitted_at=timezone.now(),
        submitted_by=secretary,
        receipt="ร.มิ.ย.69-ก01",
        reviewed_at=timezone.now(),
        reviewed_by=make_post("co_chair", make_region(1)),
    )

    assert filed_by_centre(sign_in(secretary)) == [("ไปแก้รายงาน", report.get_absolute_url())]
