"""The clock of promise 9: days since the meeting, who writes, and when the chair hears of it."""

from datetime import timedelta

import pytest
import time_machine

from meetings.actions.minutes import begin_minutes
from meetings.models import Minutes
from portal.shell import minutes_due
from tests.factories.committees import make_committee, make_issue, make_regional_body, make_seat
from tests.factories.kernel import make_account, make_person
from tests.factories.meetings import NOW, TODAY, make_held, make_resolution
from tests.factories.minutes import checked, circulated
from tests.factories.regions import make_post, make_region

A_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def secretary(db):
    return make_post("central_officer", name="secretary")


def told(lines):
    return [(line.title, line.icon, line.facts[1:]) for line in lines]


def closed(committee, days, **fields):
    meeting = make_held(committee, day=TODAY - days * A_DAY, **fields)
    make_resolution(meeting)
    return meeting


def test_the_secretariat_is_told_how_long_ago_the_meeting_was(committee):
    closed(committee, 3)

    assert told(minutes_due.for_centre(on=TODAY)) == [
        ("จัดทำรายงานการประชุมครั้งที่ 1/2569", "document", ["ประชุมผ่านไปแล้ว 3 วัน", "กำหนด 5 ก.ค."])
    ]


def test_after_the_days_of_the_body_it_is_late(committee):
    closed(committee, 10)

    [line] = minutes_due.for_centre(on=TODAY)

    assert (line.icon, line.facts[2]) == ("alert", "เกินกำหนด 3 วัน")


def test_a_body_that_owes_many_has_one_line(committee):
    for number, days in enumerate((40, 20, 3), start=1):
        closed(committee, days, number=number)

    [line] = minutes_due.for_centre(on=TODAY)

    assert (line.title, line.facts[1:]) == (
        "จัดทำรายงานการประชุมครั้งที่ 1/2569",
        ["ประชุมผ่านไปแล้ว 40 วัน", "เกินกำหนด 33 วัน", "และอีก 2 ครั้ง"],
    )


def test_the_line_leads_to_the_draft_once_there_is_one(committee, secretary):
    meeting = closed(committee, 3)
    assert minutes_due.for_centre(on=TODAY)[0].url == meeting.get_absolute_url()

    minutes = begin_minutes(meeting, by=secretary)
    assert minutes_due.for_centre(on=TODAY)[0].url == f"/meetings/{meeting.pk}/minutes/"

    checked(minutes, secretary)
    assert minutes_due.for_centre(on=TODAY) == []


def test_nothing_is_awaited_of_a_document_or_of_an_earlier_generation(committee):
    closed(committee, 10, source="สมุดบันทึก")
    former = make_committee("former", starts_on=TODAY - 900 * A_DAY, ends_on=TODAY - 400 * A_DAY)
    closed(former, 500)

    assert minutes_due.for_centre(on=TODAY) == []


@pytest.mark.parametrize(("days", "lines"), [(5, 0), (8, 1)])
def test_a_co_chair_hears_of_it_once_it_is_late(committee, days, lines):
    north = make_region(1)
    co_chair = make_post("co_chair", north)
    closed(committee, days)

    found = minutes_due.for_person(co_chair, on=TODAY)

    assert [line.title for line in found] == lines * ["รายงานการประชุมครั้งที่ 1/2569 ยังไม่เสร็จ"]


def test_a_region_writes_the_minutes_of_its_own_bodies(committee):
    north, south = make_region(1), make_region(2)
    closed(make_regional_body(north), 3)
    closed(committee, 30)

    [line] = minutes_due.for_person(make_post("officer", north), on=TODAY)
    assert line.title == "จัดทำรายงานการประชุมครั้งที่ 1/2569"
    for other in (make_post("officer", south, name="other"), make_post("manager", north)):
        assert minutes_due.for_person(other, on=TODAY) == []
    chair = make_post("co_chair", north)
    assert [line.facts[0] for line in minutes_due.for_person(chair, on=TODAY)] == [
        committee.short_name
    ]


def test_who_was_invited_is_asked_to_read_what_goes_round(committee, secretary):
    meeting = closed(committee, 3)
    reader = make_account(make_person("ผู้อ่าน"), "reader@portal.example")
    seat = make_seat(committee, 1, issue=make_issue())
    meeting.invitations.create(person=reader.person, seat=seat, channel="letter")
    circulated(begin_minutes(meeting, by=secretary), secretary)

    [line] = minutes_due.for_person(reader, on=TODAY)

    assert (line.title, line.facts) == (
        "อ่านรายงานการประชุมครั้งที่ 1/2569 ที่เวียนมา", ["ขอแก้ได้ถึง 8 ก.ค."],
    )  # fmt: skip
    assert minutes_due.for_person(reader, on=TODAY + 30 * A_DAY) == []


def test_who_came_is_asked_to_read_it_too(committee, secretary):
    meeting = closed(committee, 3)
    guest = make_account(make_person("แขก"), "guest@portal.example")
    meeting.attendances.create(
        kind="observer", person=guest.person, arrived_at=NOW, recorded_at=NOW,
        recorded_by=secretary,
    )  # fmt: skip
    circulated(begin_minutes(meeting, by=secretary), secretary)

    assert len(minutes_due.for_person(guest, on=TODAY)) == 1


def test_the_named_checker_is_asked_to_check(committee, secretary):
    meeting = closed(committee, 3)
    checker = make_account(make_person("ผู้ตรวจ"), "checker@portal.example")
    minutes = begin_minutes(meeting, by=secretary)
    Minutes.objects.filter(pk=minutes.pk).update(
        note_taker=secretary.person, checker=checker.person
    )

    [line] = minutes_due.for_person(checker, on=TODAY)

    assert (line.title, line.facts) == ("ตรวจร่างรายงานการประชุมครั้งที่ 1/2569", ["ท่านเป็นผู้ตรวจ"])
