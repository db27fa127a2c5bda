"""Last month's words come into empty boxes when asked for, and never by themselves."""

import pytest
from django.urls import reverse

from regions.models import RegionalReport
from tests.factories.regions import MONTH, make_report

BEFORE = {"progress": "งานเดือนก่อน", "budget": "งบเดือนก่อน"}


@pytest.fixture
def last_month(north, report, cast):
    """The report of May, sent."""
    return sent_in_may(north, cast)


def sent_in_may(region, cast):
    may = make_report(region, month=MONTH.replace(month=5))
    may.sections.filter(key="plans").update(answers=BEFORE)
    RegionalReport.objects.filter(pk=may.pk).update(
        state=RegionalReport.State.SUBMITTED,
        receipt="x",
        submitted_at="2026-06-01T00:00Z",
        submitted_by=cast["coordinator"],
    )
    return may


def save(client, report, **data):
    url = reverse("regions:report-section", args=[report.pk, "plans"])
    return client.post(url, {"version": plans(report).version, **data}, follow=True)


def plans(report):
    return report.sections.get(key="plans")


def copy_buttons(client, report):
    page = client.get(report.get_absolute_url()).content.decode()
    return page.count('name="copy"')


def test_nothing_is_copied_until_the_button_is_pressed(as_, report, last_month):
    client = as_("coordinator")

    save(client, report, progress="", budget="งบเดือนนี้")

    assert plans(report).answers == {"progress": "", "budget": "งบเดือนนี้"}


def test_the_button_fills_only_the_empty_boxes_and_says_how_many(as_, report, last_month):
    page = save(as_("coordinator"), report, progress=" ", budget="งบเดือนนี้", copy="last-month")

    assert plans(report).answers == {"progress": "งานเดือนก่อน", "budget": "งบเดือนนี้"}
    assert "คัดลอกข้อความเดือนก่อนลงช่องว่าง 1 ช่องแล้ว" in page.content.decode()


def test_the_button_is_there_while_something_is_left_to_copy(as_, report, last_month):
    client = as_("coordinator")
    seen = [copy_buttons(client, report)]

    save(client, report, copy="last-month", progress="", budget="")
    seen.append(copy_buttons(client, report))

    assert seen == [1, 0]


def test_without_a_report_of_last_month_there_is_no_button(as_, report):
    assert copy_buttons(as_("coordinator"), report) == 0


def test_what_another_region_wrote_is_not_copied(as_, report, cast, other_region):
    sent_in_may(other_region, cast)

    assert copy_buttons(as_("coordinator"), report) == 0


def test_pressed_with_nothing_to_copy_it_only_saves(as_, report):
    save(as_("coordinator"), report, progress="ก", budget="", copy="last-month")

    assert plans(report).answers == {"progress": "ก", "budget": ""}
