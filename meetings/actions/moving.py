"""Give a meeting another day, put it off without one, or call it off."""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings import letters
from meetings.letter_words import when_and_where
from meetings.links import moment_of
from meetings.models import Invitation, Meeting
from meetings.queries import readers_of_letters
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.outbox import withdraw

from .inviting import renew_invitations
from .planning import Expectation, Schedule, columns
from .telling import calendar_entry, calendar_withdrawal, tell
from .turning import turn

State = Meeting.State


@transaction.atomic
def move_meeting(
    meeting: Meeting, schedule: Schedule, *, reason: str, version: int, by: User
) -> Meeting:
    """Give a called meeting another time or place and tell everybody who was invited; the
    number stays. What was answered for the old time does not count for the new one."""
    _refuse_begun(meeting)
    _refuse_past(schedule)
    was = copy(meeting)
    turn(meeting, State.CALLED, version, **columns(schedule))
    _start_telling_anew(meeting)
    told = _tell_of_move(meeting, was, reason=reason, by=by)
    record("meeting.moved", meeting, by=by, reason=reason, letters=told)
    return meeting


@transaction.atomic
def postpone_meeting(
    meeting: Meeting, expectation: Expectation, *, reason: str, version: int, by: User
) -> Meeting:
    """Put a called meeting off without another day, and tell everybody who was invited. It keeps
    its number and agenda; nothing is reminded of or asked for until :func:`fix_meeting`."""
    _refuse_begun(meeting)
    readers, was = list(readers_of_letters(meeting)), copy(meeting)
    days = {"starts_on": None, "ends_on": None, **asdict(expectation)}
    turn(meeting, State.CALLED, version, state=State.POSTPONED, **days)
    _start_telling_anew(meeting)
    told = _tell_of_postponement(meeting, was, readers, reason=reason, by=by)
    record("meeting.postponed", meeting, by=by, reason=reason, letters=told)
    return meeting


@transaction.atomic
def fix_meeting(meeting: Meeting, schedule: Schedule, *, version: int, by: User) -> Meeting:
    """Give a meeting that was put off its days. It is called again, under its number, and
    everybody is asked anew."""
    _refuse_past(schedule)
    turn(meeting, State.POSTPONED, version, state=State.CALLED, **columns(schedule))
    _start_telling_anew(meeting)
    told = _ask_anew(meeting, letters.fixed_letter, by=by)
    record("meeting.fixed", meeting, by=by, letters=told)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, version: int, by: User) -> Meeting:
    """Call off a plan or a called meeting; its number is not given again.

    Who has had no letter yet gets none: the unsent ones are withdrawn. Answers stay as
    they were given.
    """
    _refuse_begun(meeting, unless=(State.PLANNED, State.CALLED, State.POSTPONED))
    was_called = meeting.state != State.PLANNED
    turn(meeting, meeting.state, version, state=State.CANCELLED, previous=None)
    _start_telling_anew(meeting)
    told = _tell_of_cancellation(meeting, reason=reason, by=by) if was_called else 0
    record("meeting.cancelled", meeting, by=by, reason=reason, letters=told)
    return meeting


def _tell_of_move(meeting: Meeting, was: Meeting, **words) -> int:
    """Answers were for the old time: they are asked for anew and stay in the history. Where it
    begins when it did they stand, for who said to be free at that hour is free still."""
    before = when_and_where(was)
    if moment_of(meeting) == moment_of(was):
        readers = readers_of_letters(meeting)
        return _tell_of_time(meeting, readers, letters.changed_letter, before=before, **words)
    return _ask_anew(meeting, letters.moved_letter, before=before, **words)


def _ask_anew(meeting: Meeting, write: Callable, *, by: User, **words) -> int:
    """Everybody the register names on the new day; who was not invited so far is now."""
    _forget_answers(meeting)
    new = renew_invitations(meeting)
    readers = readers_of_letters(meeting)
    newcomers, others = readers.filter(person__in=new), readers.exclude(person__in=new)
    told = _tell_of_time(meeting, others, write, by=by, **words)
    return told + _tell_of_time(meeting, newcomers, letters.invitation_letter, by=by)


def _tell_of_time(meeting: Meeting, readers: Iterable[Invitation], write: Callable, **words) -> int:
    occasion, entry = f"move:{meeting.version}", calendar_entry(meeting)
    return tell(meeting, occasion, readers, write, enclosed=entry, **words)


def _tell_of_postponement(
    meeting: Meeting, was: Meeting, readers: Sequence[Invitation], **words
) -> int:
    return tell(
        meeting,
        f"postponement:{meeting.version}",
        readers,
        letters.postponement_letter,
        enclosed=calendar_withdrawal(was, version=meeting.version),
        before=when_and_where(was),
        **words,
    )


def _tell_of_cancellation(meeting: Meeting, *, reason: str, by: User) -> int:
    """One that had been put off left the calendars then."""
    return tell(
        meeting,
        "cancellation",
        readers_of_letters(meeting),
        letters.cancellation_letter,
        enclosed=calendar_entry(meeting) if meeting.starts_on else (),
        reason=reason,
        by=by,
    )


def _refuse_begun(meeting: Meeting, *, unless: tuple[str, ...] = (State.CALLED,)) -> None:
    if meeting.state not in unless:
        raise RuleBroken(_("การประชุมนี้เลื่อนหรือยกเลิกไม่ได้แล้ว"), code="over")
    if meeting.state == State.CALLED and meeting.has_begun(at=timezone.now()):
        raise RuleBroken(_("การประชุมเริ่มแล้ว เลื่อนหรือยกเลิกไม่ได้"), code="begun")


def _refuse_past(schedule: Schedule) -> None:
    begins = timezone.make_aware(datetime.combine(schedule.starts_on, schedule.starts_at))
    if begins <= timezone.now():
        raise RuleBroken({"starts_on": _("วันใหม่ต้องยังมาไม่ถึง")})


def _start_telling_anew(meeting: Meeting) -> None:
    """Letters of the old time that have not left are withdrawn, and those who are telephoned
    must be telephoned again."""
    withdraw(f"meeting:{meeting.pk}")
    meeting.invitations.to_phone().update(phoned_at=None, phoned_by=None)


def _forget_answers(meeting: Meeting) -> None:
    meeting.invitations.answered().update(
        answer="",
        answer_reason="",
        substitute_name="",
        answered_at=None,
        answered_via="",
        answer_noted_by=None,
    )
