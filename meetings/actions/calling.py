"""Call a meeting, ring who has no address, remind who was invited."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee
from meetings import letters
from meetings.models import Invitation, Meeting
from meetings.queries import invitations_for, missing_for_call, readers_of_letters
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.thai import be_year

from .carrying import carry_over
from .telling import calendar_entry, tell
from .turning import turn

State = Meeting.State


@transaction.atomic
def call_meeting(meeting: Meeting, *, version: int, by: User) -> Meeting:
    """Give the meeting its number and invite every holder of a seat on its first day.

    Invitations and letters are written with the number or not at all.
    """
    Committee.objects.select_for_update(no_key=True).get(pk=meeting.committee_id)
    _refuse_unready(meeting)
    year = be_year(meeting.starts_on)
    given = {"number": _next_number(meeting.committee_id, year), "be_year": year}
    called = {"state": State.CALLED, "called_at": timezone.now(), "called_by": by}
    turn(meeting, State.PLANNED, version, **given, **called)
    carry_over(meeting)
    counts = _invite(meeting, by=by)
    record("meeting.called", meeting, by=by, **counts)
    return meeting


def _invite(meeting: Meeting, *, by: User) -> dict[str, int]:
    """How many ``letters`` leave, and how many ``calls`` somebody must make."""
    invitations = Invitation.objects.bulk_create(invitations_for(meeting))
    invited = [row for row in invitations if row.channel == Invitation.Channel.LETTER]
    entry = calendar_entry(meeting)
    tell(meeting, "invitation", invited, letters.invitation_letter, enclosed=entry, by=by)
    return {"letters": len(invited), "calls": len(invitations) - len(invited)}


def _refuse_unready(meeting: Meeting) -> None:
    missing = missing_for_call(meeting)
    if missing:
        raise RuleBroken(
            _("ก่อนเรียกประชุม โปรดเติม %(what)s") % {"what": ", ".join(missing)}, code="not-ready"
        )
    if meeting.has_begun(at=timezone.now()):
        raise RuleBroken(_("วันประชุมผ่านไปแล้ว โปรดแก้วันก่อนเรียกประชุม"), code="past")


def _next_number(committee_id: int, year: int) -> int:
    """From 1 in each B.E. year, and never again, also when a meeting is cancelled. The
    committee's row, which the caller holds, is the queue: one after the other."""
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
    return tell(meeting, f"reminder:{of.isoformat()}", invited, letters.reminder_letter)
