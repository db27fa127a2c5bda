"""Open a meeting, close it, and open it again where it was closed by mistake."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import Meeting
from meetings.queries import was_closed
from portal.kernel import thai
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User

from .carrying import carry_over
from .minutes.turns import begin_minutes, resume_draft
from .turning import turn

State = Meeting.State


@transaction.atomic
def open_meeting(meeting: Meeting, *, at: datetime, version: int, by: User) -> Meeting:
    """เริ่มประชุมเวลา: a called meeting begins, at the hour the secretary writes down.

    Never before its first day, never at an hour that is still to come. Whether there is a
    quorum is for the chair to say: it is shown, and without one the meeting opens all the same.
    """
    if not meeting.has_come(on=timezone.localdate()):
        raise RuleBroken(_("ยังไม่ถึงวันประชุม"), code="too-early")
    refuse_future(at)
    if not meeting.starts_on <= thai.day_of(at) <= meeting.ends_on:
        raise RuleBroken({"clock": _("เวลาเริ่มต้องอยู่ในวันประชุม")}, code="another-day")
    carry_over(meeting)
    turn(meeting, State.CALLED, version, state=State.IN_SESSION, opened_at=at, opened_by=by)
    record("meeting.opened", meeting, by=by)
    return meeting


@transaction.atomic
def close_meeting(meeting: Meeting, *, at: datetime, version: int, by: User) -> Meeting:
    """เลิกประชุมเวลา: a meeting in session is over. From here the time for its papers runs, and the
    draft of its minutes is there."""
    refuse_future(at)
    with rules_of(Meeting, beside={"a_meeting_closes_after_it_opens": "clock"}):
        turn(meeting, State.IN_SESSION, version, state=State.CLOSED, closed_at=at, closed_by=by)
    record("meeting.closed", meeting, by=by)
    begin_minutes(meeting, by=by)
    return meeting


@transaction.atomic
def reopen_meeting(meeting: Meeting, *, reason: str, version: int, by: User) -> Meeting:
    """Go on with a meeting that was closed by mistake, on the day it was closed and only then."""
    if not was_closed(meeting, on=timezone.localdate()):
        raise RuleBroken(_("เปิดประชุมต่อได้เฉพาะในวันที่บันทึกเลิกประชุม"), code="too-late")
    resume_draft(meeting)
    turn(meeting, State.CLOSED, version, state=State.IN_SESSION, closed_at=None, closed_by=None)
    record("meeting.reopened", meeting, by=by, reason=reason)
    return meeting


def refuse_future(at: datetime) -> None:
    if at > timezone.now():
        raise RuleBroken({"clock": _("เวลานี้ยังมาไม่ถึง")}, code="future")
