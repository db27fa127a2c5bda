"""The bodies of regions in the demonstration: a year of forums, some months missed."""

from datetime import datetime

import pytest
import time_machine

from committees.models import BodyMembership, Committee
from meetings.models import Attendance, Meeting
from meetings.queries.cadence import bodies_with_rhythm, late_bodies, rows_of
from meetings.queries.elsewhere import attendance_in
from meetings.queries.places import called_to
from portal.kernel.models import User
from portal.shell.demo import load_demo
from portal.shell.demo.forums import OF_THE_CAST
from tests.factories.regions import BANGKOK

AT = datetime(2026, 11, 19, 10, 0, tzinfo=BANGKOK)
TODAY = AT.date()


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def demo(db):
    load_demo(at=AT)


def test_each_region_has_a_body_with_a_rhythm_and_two_provinces_have_one(demo):
    bodies = Committee.objects.of_regions()

    assert [body.kind for body in bodies].count("regional") == 8
    assert [body.kind for body in bodies].count("provincial") == 2
    assert {body.meets_every_months for body in bodies} == {1, 2}
    assert all("(ตัวอย่าง)" in body.name for body in bodies)
    counts = [BodyMembership.objects.filter(committee=body).count() for body in bodies]
    assert set(counts) == {2, 3}


def test_two_regions_missed_the_month_that_ended_last(demo):
    rows = rows_of(bodies_with_rhythm(on=TODAY), on=TODAY)

    late = [row.body.region.code for row in late_bodies(rows, on=TODAY)]
    assert late == ["lower-north", "east"]


def test_the_forums_numbers_follow_their_days_and_none_is_yet_to_come(demo):
    forums = Meeting.objects.filter(committee__region__isnull=False).exclude(number=None)

    for body in Committee.objects.of_regions():
        numbered = forums.filter(committee=body).order_by("starts_on")
        found = list(numbered.values_list("be_year", "number"))
        assert found == sorted(found)
    assert not forums.filter(starts_on__gt=TODAY).exists()
    assert not Attendance.objects.filter(arrived_at__gt=AT).exists()


def test_a_province_s_forum_is_in_session_and_its_record_half_written(demo):
    meeting = Meeting.objects.get(state=Meeting.State.IN_SESSION)
    written = [
        (bool(item.discussion), item.is_noted, item.statements.count(), item.proposals.count())
        for item in meeting.items.all()
    ]
    untouched = (False, False, 0, 0)
    noted = set(meeting.attendances.values_list("seat", "member"))
    called = {
        (one.seat and one.seat.pk, one.member and one.member.pk) for one in called_to(meeting)
    }

    assert (meeting.committee.code, meeting.starts_on) == ("provincial-phitsanulok", TODAY)
    assert meeting.previous.number == meeting.number - 1
    assert written == [(True, True, 0, 0), (True, False, 1, 1), untouched, untouched]
    assert noted < called
    assert all("(ตัวอย่าง)" in item.title for item in meeting.items.all())


@pytest.mark.parametrize("clock_of", ["00:02", "23:58"])
def test_it_sits_at_any_hour_of_the_day_the_house_is_made(db, clock_of):
    hour, minute = map(int, clock_of.split(":"))
    at = AT.replace(hour=hour, minute=minute)
    with time_machine.travel(at, tick=False):
        load_demo(at=at)

    meeting = Meeting.objects.get(state=Meeting.State.IN_SESSION)
    came = meeting.attendances.exclude(arrived_at=None).values_list("arrived_at", flat=True)
    assert meeting.starts_on == TODAY == meeting.opened_at.astimezone(BANGKOK).date()
    assert meeting.opened_at <= min(came) <= max(came) <= at


def test_the_67_meet_every_month_and_missed_none(demo):
    rows = rows_of(bodies_with_rhythm(on=TODAY), on=TODAY)

    (the_67,) = [row for row in rows if row.body.kind == Committee.Kind.SUBCOMMITTEE]
    assert (the_67.body.meets_every_months, the_67.missed) == (1, [])


def test_holders_of_seats_came_sent_excused_and_missed(demo):
    secretary = User.objects.get(email="secretary@demo.example")
    region = Committee.objects.get(code="regional-south").region

    found = attendance_in(region, secretary, on=TODAY)

    rates = [row.rate for row in found.rows]
    assert {"came", "sent", "excused", "absent"} == {
        name
        for name in ("came", "sent", "excused", "absent")
        if any(getattr(rate, name) for rate in rates)
    }


def test_a_plan_waits_for_the_region_to_call_it(demo):
    planned = Meeting.objects.get(committee__region__isnull=False, state=Meeting.State.PLANNED)

    assert (planned.committee.code, planned.name) == (
        "regional-lower-north", "เวทีภาคที่กำลังเตรียม",
    )  # fmt: skip


def test_in_the_regions_of_the_cast_each_forum_adopted_the_minutes_of_the_one_before(demo):
    for body in Committee.objects.of_regions().filter(region__code__in=OF_THE_CAST):
        held = Meeting.objects.filter(committee=body, state=Meeting.State.CLOSED)
        states = [meeting.has_adopted_minutes for meeting in held.for_list().order_by("starts_on")]
        assert states == [True] * (len(held) - 1) + [False]
