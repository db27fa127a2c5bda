"""Call a meeting, remind of it, move it or call it off: whatever writes letters."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee
from meetings import letters
from meetings.links import moment_of
from meetings.models import Invitation, Meeting
from meetings.queries import invitations_for, missing_for_call, readers_of_letters
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.letters import promise_letter
from portal.kernel.models import User
from portal.kernel.outbox import withdraw
from portal.kernel.thai import be_year

from .planning import Schedule, columns
from .turning import turn

State = Meeting.State


@transaction.atomic
def call_meeting(meeting: Meeting, *, version: int, by: User) -> Meeting:
    """Give the meeting its number and invite every holder of a seat on its first day.

    The committee's row is the queue in which numbers are given: one after the
    other, from 1 in each B.E. year, and never again, also when the meeting is
    cancelled later. Invitations and letters are written with the number or not at all.
    """
    Committee.objects.select_for_update(no_key=True).get(pk=meeting.committee_id)
    _refuse_unready(meeting)
    year = be_year(meeting.starts_on)
    turn(
        meeting,
        State.PLANNED,
        version,
        state=State.CALLED,
        number=_next_number(meeting.committee_id, year),
        be_year=year,
        called_at=timezone.now(),
        called_by=by,
    )
    invitations = Invitation.objects.bulk_create(invitations_for(meeting))
    invited = [row for row in invitations if row.channel == Invitation.Channel.LETTER]
    _promise(meeting, "invitation", invited, letters.invitation_letter, by=by)
    record(
        "meeting.called",
        meeting,
        by=by,
        letters=len(invited),
        calls=len(invitations) - len(invited),
    )
    return meeting


def _refuse_unready(meeting: Meeting) -> None:
    missing = missing_for_call(meeting)
    if missing:
        raise RuleBroken(
            _("ก่อนเรียกประชุม โปรดเติม %(what)s") % {"what": ", ".join(missing)}, code="not-ready"
        )
    if meeting.has_begun(at=timezone.now()):
        raise RuleBroken(_("วันประชุมผ่านไปแล้ว โปรดแก้วันก่อนเรียกประชุม"), code="past")


def _next_number(committee_id: int, year: int) -> int:
    given = Meeting.objects.filter(committee=committee_id, be_year=year)
    return (given.aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def note_phone_call(invitation: Invitation, *, by: User) -> Invitation:
    """Somebody rang: who and when stands beside the invitation."""
    won = Invitation.objects.filter(pk=invitation.pk, phoned_at=None).update(
        phoned_at=timezone.now(), phoned_by=by
    )
    if not won:
        raise RuleBroken(_("มีผู้บันทึกว่าโทรแล้ว"), code="already-phoned")
    invitation.refresh_from_db()
    record("invitation.phoned", invitation, by=by)
    return invitation


@transaction.atomic
def remind_of_meeting(meeting: Meeting, *, of: date, at: datetime) -> int:
    """Promise one reminder to each person invited by letter who still has a seat.

    ``of`` is the first day the reminder speaks of: for a meeting that was moved,
    cancelled or has begun meanwhile there is nothing to say, and that is no error.
    """
    meeting = (
        Meeting.objects.select_for_update(of=["self"])
        .select_related("committee")
        .get(pk=meeting.pk)
    )
    if meeting.state != State.CALLED or meeting.starts_on != of or meeting.has_begun(at=at):
        return 0
    invited = readers_of_letters(meeting)
    return _promise(meeting, f"reminder:{of.isoformat()}", invited, letters.reminder_letter)


@transaction.atomic
def move_meeting(
    meeting: Meeting, schedule: Schedule, *, reason: str, version: int, by: User
) -> Meeting:
    """Give a called meeting another time or place and tell everybody who was invited.

    Letters of the old time that have not left are withdrawn, and those who are
    telephoned must be telephoned again. Answers were for the old time: they are asked
    for anew and stay in the history; where it begins when it did, they stand, for who said
    to be free at that hour is free still. The number stays.
    """
    _refuse_begun(meeting)
    _refuse_past(schedule)
    before, moment = letters.when_and_where(meeting), moment_of(meeting)
    turn(meeting, State.CALLED, version, **columns(schedule))
    _start_telling_anew(meeting)
    if is_another_time := moment_of(meeting) != moment:
        _forget_answers(meeting)
    told = _promise(
        meeting,
        f"move:{meeting.version}",
        readers_of_letters(meeting),
        letters.moved_letter if is_another_time else letters.changed_letter,
        before=before,
        reason=reason,
        by=by,
    )
    record("meeting.moved", meeting, by=by, reason=reason, letters=told)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, version: int, by: User) -> Meeting:
    """Call off a plan or a called meeting; its number is not given again.

    Who has had no letter yet gets none: the unsent ones are withdrawn. Answers stay as
    they were given.
    """
    _refuse_begun(meeting)
    was_called = meeting.state == State.CALLED
    turn(meeting, meeting.state, version, state=State.CANCELLED, previous=None)
    _start_telling_anew(meeting)
    told = 0
    if was_called:
        told = _promise(
            meeting,
            "cancellation",
            readers_of_letters(meeting),
            letters.cancellation_letter,
            reason=reason,
            by=by,
        )
    record("meeting.cancelled", meeting, by=by, reason=reason, letters=told)
    return meeting


def _refuse_begun(meeting: Meeting) -> None:
    if meeting.state not in (State.PLANNED, State.CALLED):
        raise RuleBroken(_("การประชุมนี้เลื่อนหรือยกเลิกไม่ได้แล้ว"), code="over")
    if meeting.state == State.CALLED and meeting.has_begun(at=timezone.now()):
        raise RuleBroken(_("การประชุมเริ่มแล้ว เลื่อนหรือยกเลิกไม่ได้"), code="begun")


def _refuse_past(schedule: Schedule) -> None:
    begins = timezone.make_aware(datetime.combine(schedule.starts_on, schedule.starts_at))
    if begins <= timezone.now():
        raise RuleBroken({"starts_on": _("วันใหม่ต้องยังมาไม่ถึง")})


def _start_telling_anew(meeting: Meeting) -> None:
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


def _promise(
    meeting: Meeting, occasion: str, invited: Iterable[Invitation], write: Callable, **words
) -> int:
    """One letter for each person, under a key that names meeting, occasion and person for ever."""
    today = timezone.localdate()
    invited = list(invited)
    for invitation in invited:
        letter = write(meeting, invitation, on=today, **words)
        key = f"meeting:{meeting.pk}:{occasion}:person:{invitation.person_id}"
        promise_letter(key, to=invitation.person.email, subject=letter.subject, body=letter.body)
    return len(invited)
