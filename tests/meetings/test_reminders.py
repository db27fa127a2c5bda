"""The reminder: once, on the committee's own day and hour, and never to who has no seat."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from meetings.actions import (
    Expectation,
    Schedule,
    answer_invitation,
    cancel_meeting,
    fix_meeting,
    move_meeting,
    postpone_meeting,
)
from meetings.links import moment_of, reply_address
from meetings.models import Meeting
from meetings.reminders import due_at, slots
from meetings.tasks import remind_of_meetings
from portal.kernel.errors import RuleBroken
from portal.kernel.jobs import tick
from portal.kernel.models import Holiday, JobRun, Outbox
from portal.schedule import JOBS
from tests.factories.committees import make_order
from tests.factories.meetings import DAY, NOW, REMINDER, called, make_board, planned, seat_with
from tests.factories.regions import BANGKOK

JOB = {"meetings.remind_of_meetings": JOBS["meetings.remind_of_meetings"]}
HOUR = timedelta(hours=1)


def reminders():
    return list(
        Outbox.objects.filter(dedupe__contains=":reminder:")
        .order_by("pk")
        .values_list("payload__to", "state")
    )


@pytest.fixture
def meeting(committee, board, secretary):
    tick(NOW, JOB)  # the scheduler has been at work before
    return called(committee, secretary)


def test_everybody_invited_is_reminded_once_by_two_ticks(meeting, board, clock):
    clock.move_to(REMINDER)

    assert [tick(REMINDER, JOB), tick(REMINDER, JOB)] == [1, 0]
    assert reminders() == [(person.email, "ready") for person in board]


def test_nobody_is_reminded_before_the_hour(meeting, clock):
    early = REMINDER - timedelta(seconds=1)
    clock.move_to(early)

    assert (tick(early, JOB), reminders()) == (0, [])


def test_a_scheduler_that_starts_late_makes_it_up_within_its_grace(meeting, board, clock):
    late = REMINDER + 2 * timedelta(days=1)
    clock.move_to(late)

    tick(late, JOB)

    assert reminders() == [(person.email, "ready") for person in board]


def test_a_portal_first_started_after_the_hour_still_reminds(committee, board, secretary, clock):
    called(committee, secretary)
    late = REMINDER + HOUR
    clock.move_to(late)

    tick(late, JOB)

    assert len(reminders()) == 3


def test_a_meeting_that_has_begun_is_not_reminded_of(meeting, clock):
    begun = datetime(2026, 7, 10, 9, 0, tzinfo=BANGKOK)
    clock.move_to(begun)

    assert (tick(begun, JOB), reminders(), JobRun.objects.count()) == (0, [], 0)


def test_a_slot_that_failed_until_the_meeting_began_says_nothing_any_more(meeting, clock):
    clock.move_to(datetime(2026, 7, 10, 9, 0, tzinfo=BANGKOK))

    remind_of_meetings(f"meeting:{meeting.pk}:2026-07-10")

    assert reminders() == []


def test_a_meeting_called_after_the_hour_is_not_reminded_of_at_once(
    committee, board, secretary, clock
):
    clock.move_to(REMINDER + HOUR)
    called(committee, secretary)

    assert (tick(REMINDER + 2 * HOUR, JOB), reminders()) == (0, [])


def test_who_has_left_the_seat_is_not_reminded(meeting, board, clock):
    board[1].memberships.update(ends_on=date(2026, 7, 3), discharged_by=make_order())
    clock.move_to(REMINDER)

    tick(REMINDER, JOB)

    assert reminders() == [(person.email, "ready") for person in (board[0], board[2])]


def test_running_the_task_again_by_hand_changes_nothing(meeting, clock):
    clock.move_to(REMINDER)
    for _ in range(3):
        remind_of_meetings(f"meeting:{meeting.pk}:2026-07-10")

    assert len(reminders()) == 3


def test_the_letter_of_reminder_says_when_and_where(meeting, clock):
    clock.move_to(REMINDER)
    tick(REMINDER, JOB)

    letter = Outbox.objects.filter(dedupe__contains=":reminder:").first()
    assert letter.dedupe.startswith(f"meeting:{meeting.pk}:reminder:2026-07-10:person:")
    assert "ในวันศุกร์ที่ 10 กรกฎาคม 2569 เวลา 09.00–16.30 น. ณ ห้องประชุมใหญ่" in letter.payload["body"]
    assert "  5.1 แผนงานไตรมาสหน้า" in letter.payload["body"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"answer": "coming"}, "ท่านตอบว่าจะมา หากเปลี่ยนไป ขอความกรุณาตอบใหม่"),
        ({"answer": "declined", "reason": "ลาป่วย"}, "ท่านตอบว่ามาไม่ได้ หากเปลี่ยนไป"),
        ({"answer": "substitute", "substitute_name": "นางดี งาม"}, "ท่านตอบว่าจะส่งนางดี งาม มาแทน"),
        (None, "กองเลขานุการยังไม่ได้รับคำตอบจากท่าน"),
    ],
)
def test_the_letter_of_reminder_says_what_was_answered(meeting, board, clock, said, words):
    invitation = meeting.invitations.get(person=board[0])
    if said:
        answer_invitation(invitation, **said, begins=moment_of(meeting), via="link")
    clock.move_to(REMINDER)

    tick(REMINDER, JOB)

    body = Outbox.objects.get(dedupe__endswith=f":reminder:2026-07-10:person:{board[0].pk}")
    assert words in body.payload["body"]
    assert f"\n{reply_address(meeting, invitation)}\n" in body.payload["body"]
    assert "ลาป่วย" not in body.payload["body"]


@pytest.mark.parametrize(
    ("first_day", "days", "clock_time", "expected"),
    [
        (date(2026, 7, 10), 3, time(8), datetime(2026, 7, 7, 8, tzinfo=BANGKOK)),
        (date(2026, 7, 13), 3, time(8), datetime(2026, 7, 8, 8, tzinfo=BANGKOK)),
        (date(2026, 7, 13), 1, time(17, 30), datetime(2026, 7, 10, 17, 30, tzinfo=BANGKOK)),
        # The 28th and 29th are holidays.
        (date(2026, 7, 31), 3, time(8), datetime(2026, 7, 24, 8, tzinfo=BANGKOK)),
        (date(2028, 3, 1), 2, time(8), datetime(2028, 2, 28, 8, tzinfo=BANGKOK)),
        (date(2027, 1, 4), 2, time(8), datetime(2026, 12, 31, 8, tzinfo=BANGKOK)),
        (date(2026, 7, 10), 0, time(6), datetime(2026, 7, 10, 6, tzinfo=BANGKOK)),
    ],
)
def test_days_are_counted_as_people_work(committee, first_day, days, clock_time, expected):
    Holiday.objects.create(on=date(2026, 7, 28), name="วันเฉลิมพระชนมพรรษา")
    Holiday.objects.create(on=date(2026, 7, 29), name="วันอาสาฬหบูชา")
    committee.reminder_working_days, committee.reminder_time = days, clock_time
    meeting = Meeting(committee=committee, starts_on=first_day)

    assert due_at(meeting) == expected


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_the_hour_is_thai_wherever_the_server_stands(meeting, zone):

    since, until = NOW.astimezone(ZoneInfo(zone)), DAY_BEFORE.astimezone(ZoneInfo(zone))

    assert list(slots(since, until)) == [(f"meeting:{meeting.pk}:2026-07-10", REMINDER)]


DAY_BEFORE = datetime(2026, 7, 9, 23, 0, tzinfo=BANGKOK)


# -- Moved and cancelled --------------------------------------------------------


def move(meeting, by, *, to=date(2026, 7, 24), version=None):
    schedule = Schedule(
        starts_on=to, ends_on=to, starts_at=time(10, 0), ends_at=None, venue="ห้องประชุมเล็ก"
    )
    version = meeting.version if version is None else version
    return move_meeting(meeting, schedule, reason="ห้องไม่ว่าง", version=version, by=by)


def test_a_moved_meeting_withdraws_the_old_reminder_and_has_a_new_one(
    meeting, board, secretary, clock
):
    clock.move_to(REMINDER)
    tick(REMINDER, JOB)
    move(meeting, secretary)
    new_hour = datetime(2026, 7, 21, 8, 0, tzinfo=BANGKOK)
    clock.move_to(new_hour)

    tick(new_hour, JOB)

    old, new = (
        [(person.email, "withdrawn") for person in board],
        [(person.email, "ready") for person in board],
    )
    assert reminders() == old + new


def test_moving_before_the_reminder_leaves_no_slot_for_the_old_day(meeting, secretary, clock):
    move(meeting, secretary)
    clock.move_to(REMINDER)

    assert (tick(REMINDER, JOB), reminders()) == (0, [])


@pytest.mark.parametrize("way", ["moved", "put off and fixed"])
def test_who_was_just_told_of_the_new_day_is_not_reminded_of_it_at_once(
    meeting, secretary, clock, way
):
    """Three working days before Monday the 13th were on the 8th at eight."""
    clock.move_to(REMINDER)
    tick(REMINDER, JOB)
    clock.move_to(day_after := REMINDER + timedelta(days=1, hours=2))
    monday = date(2026, 7, 13)
    if way == "moved":
        move(meeting, secretary, to=monday)
    else:
        put_off = {"reason": "น้ำท่วม", "version": meeting.version, "by": secretary}
        postpone_meeting(meeting, Expectation(), **put_off)
        schedule = Schedule(starts_on=monday, ends_on=monday, starts_at=time(9), venue="ศาลา")
        fix_meeting(meeting, schedule, version=meeting.version, by=secretary)
    clock.move_to(day_after + HOUR)

    assert tick(day_after + HOUR, JOB) == 0
    assert {state for _to, state in reminders()} == {"withdrawn"}


def test_everybody_is_told_of_the_move_and_unsent_letters_of_the_old_day_stay(
    meeting, board, secretary
):
    move(meeting, secretary)

    told = Outbox.objects.order_by("pk").values_list("dedupe", "state")
    invitation, moved = (
        f"meeting:{meeting.pk}:invitation",
        f"meeting:{meeting.pk}:move:{meeting.version}",
    )
    assert list(told) == [
        *((f"{invitation}:person:{person.pk}", "withdrawn") for person in board),
        *((f"{moved}:person:{person.pk}", "ready") for person in board),
    ]
    assert (
        "เนื่องจากห้องไม่ว่าง จึงขอเปลี่ยนกำหนดการเป็น ในวันศุกร์ที่ 24 กรกฎาคม 2569 เวลา 10.00 น. ณ ห้องประชุมเล็ก"
    ) in Outbox.objects.last().payload["body"]


def test_who_was_rung_must_be_rung_again_after_a_move(committee, north, secretary):
    make_board(committee, north, 1)
    seat_with(committee, 2, region=north, email="")
    meeting = called(committee, secretary)
    meeting.invitations.to_phone().update(phoned_at=NOW, phoned_by=secretary)

    move(meeting, secretary)

    assert meeting.invitations.to_phone().get().phoned_at is None


def test_a_move_keeps_the_number(meeting, secretary):
    move(meeting, secretary, to=date(2027, 1, 8))

    assert (str(meeting), meeting.starts_on) == ("1/2569", date(2027, 1, 8))


@pytest.mark.parametrize(
    ("now", "to", "version", "code"),
    [
        (NOW, date(2026, 7, 24), 99, "stale"),
        (datetime(2026, 7, 10, 9, 0, tzinfo=BANGKOK), date(2026, 7, 24), None, "begun"),
    ],
)
def test_what_is_moved_must_be_called_still_to_come_and_as_it_was_read(
    meeting, secretary, clock, now, to, version, code
):
    clock.move_to(now)

    with pytest.raises(RuleBroken) as refusal:
        move(meeting, secretary, to=to, version=version)

    meeting.refresh_from_db()
    assert (refusal.value.code, meeting.starts_on) == (code, DAY)


def test_a_meeting_is_not_moved_into_the_past(meeting, secretary):
    with pytest.raises(RuleBroken) as refusal:
        move(meeting, secretary, to=date(2026, 6, 30))

    assert list(refusal.value.message_dict) == ["starts_on"]


def test_a_cancelled_meeting_tells_everybody_and_reminds_nobody(meeting, board, secretary, clock):
    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)
    clock.move_to(REMINDER)

    ran = tick(REMINDER, JOB)

    letters = Outbox.objects.filter(state="ready").order_by("pk")
    assert (ran, meeting.state) == (0, "cancelled")
    assert [row.dedupe for row in letters] == [
        f"meeting:{meeting.pk}:cancellation:person:{person.pk}" for person in board
    ]
    assert "เนื่องจากน้ำท่วม จึงขอยกเลิกการประชุมครั้งนี้" in letters[0].payload["body"]
    assert letters[0].payload["body"].endswith(f"{meeting.get_absolute_url()}\n")


def test_a_plan_is_cancelled_without_a_letter(committee, board, secretary):
    meeting = planned(committee, secretary)

    cancel_meeting(meeting, reason="เลื่อนไปปีหน้า", version=meeting.version, by=secretary)

    assert (meeting.state, meeting.number, Outbox.objects.count()) == ("cancelled", None, 0)


def test_a_cancelled_meeting_is_not_cancelled_again(meeting, secretary):
    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        cancel_meeting(meeting, reason="อีกครั้ง", version=meeting.version, by=secretary)

    assert refusal.value.code == "over"
