"""What meetings still wait for stands beside section 1 of the region's report."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from tests.factories.committees import make_committee
from tests.factories.meetings import make_held, make_item, make_resolution
from tests.factories.regions import (
    ON_TIME,
    accepted,
    make_indicator,
    make_post,
    make_region,
    make_report,
)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False):
        yield


@pytest.fixture
def resolution(db):
    return make_resolution(make_held(make_committee()))


@pytest.fixture
def north(db):
    return make_region(1)


@pytest.fixture
def coordinator(north):
    make_indicator()
    return make_post("coordinator", north)


def section_one(client, user, report):
    client.force_login(user)
    page = client.get(reverse("regions:report-detail", args=[report.pk])).content.decode()
    return page.partition('id="s1"')[2].partition('id="s2"')[0]


def test_a_region_sees_what_meetings_wait_for_and_nothing_else(
    client, coordinator, north, resolution
):
    other, officer = make_region(2), make_post("officer", north)
    make_item(resolution, region=north, title="ทบทวนข้อเสนอของภาค", due_on=date(2026, 6, 30))
    make_item(
        resolution, region=north, title="เสร็จแล้ว", done_at=ON_TIME, done_by=officer, position=2
    )
    make_item(resolution, region=other, title="งานของภาคอื่น", position=3)

    section = section_one(client, coordinator, make_report(north))

    assert "ทบทวนข้อเสนอของภาค" in section
    assert "เกินกำหนด" in section
    assert resolution.meeting.get_absolute_url() in section
    assert "เสร็จแล้ว" not in section
    assert "งานของภาคอื่น" not in section


def test_nothing_waiting_says_so(client, coordinator, north):
    assert "ไม่มีมติที่รอคำตอบของภาคนี้" in section_one(client, coordinator, make_report(north))


def test_a_report_that_is_closed_asks_for_nothing_of_today(client, coordinator, north, resolution):
    report = accepted(
        make_report(north), coordinator, make_post("central_officer"), organizations_found=1
    )
    make_item(resolution, region=north, title="งานที่มาทีหลัง")

    assert "งานที่มาทีหลัง" not in section_one(client, coordinator, report)


@pytest.mark.parametrize("count", [1, 3])
def test_the_obligations_cost_one_query(
    client, coordinator, north, resolution, count, django_assert_num_queries
):
    for position in range(count):
        make_item(resolution, region=north, position=position)
    report = make_report(north)
    section_one(client, coordinator, report)

    with django_assert_num_queries(9):
        client.get(reverse("regions:report-detail", args=[report.pk]))
