"""Everything the portal can do to a meeting and to what it assigned. Read this file first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.letters import promise_letter
from portal.kernel.models import Once, Person, User
from portal.kernel.outbox import withdraw
from portal.kernel.thai import be_year
from regions.models import Province

from . import letters
from .models import ActionItem, AgendaItem, Invitation, Meeting, Objective
from .queries import invitations_for, missing_for_call, still_seated

State = Meeting.State


class AgendaLine(NamedTuple):
    section: int
    title: str
    presenter: Person | None = None
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When and where."""

    starts_on: date
    ends_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""
    province: Province | None = None


@dataclass(frozen=True, kw_only=True)
class Plan(Schedule):
    """What the secretariat writes down before a meeting is called."""

    previous: Meeting | None = None
    objectives: tuple[str, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()


# -- Planning -------------------------------------------------------------------


@transaction.atomic
def plan_meeting(committee: Committee, plan: Plan, *, token: UUID, by: User) -> Meeting:
    """Write down a meeting to come; ``token`` names the form, so sending it twice plans one."""
    once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return Meeting.objects.get(pk=once.result)
    _refuse_taken(plan.previous)
    meeting = Meeting.objects.create(
        committee=committee, be_year=be_year(plan.starts_on), **_columns(plan)
    )
    _write_agenda(meeting, plan)
    Once.objects.filter(token=token).update(result=str(meeting.pk))
    record("meeting.planned", meeting, by=by)
    return meeting


@transaction.atomic
def revise_meeting(meeting: Meeting, plan: Plan, *, version: int, by: User) -> Meeting:
    """Rewrite a plan, unless somebody else did since ``version`` was read."""
    _refuse_taken(plan.previous, by_another_than=meeting)
    _turn(meeting, State.PLANNED, version, be_year=be_year(plan.starts_on), **_columns(plan))
    meeting.objectives.all().delete()
    meeting.items.all().delete()
    _write_agenda(meeting, plan)
    record("meeting.revised", meeting, by=by)
    return meeting


def _refuse_taken(previous: Meeting | None, by_another_than: Meeting | None = None) -> None:
    """A meeting has one successor; its row is locked, lest two plans both find it free."""
    if previous is None:
        return
    Meeting.objects.select_for_update(of=["self"]).get(pk=previous.pk)
    others = Meeting.objects.filter(previous=previous)
    if by_another_than:
        others = others.exclude(pk=by_another_than.pk)
    if others.exists():
        raise RuleBroken({"previous": _("มีการประชุมอื่นต่อจากครั้งนี้แล้ว")})


def _columns(plan: Schedule) -> dict:
    columns = ("starts_on", "ends_on", "starts_at", "ends_at", "venue", "province", "previous")
    return {name: getattr(plan, name) for name in columns if hasattr(plan, name)}


def _write_agenda(meeting: Meeting, plan: Plan) -> None:
    Objective.objects.bulk_create(
        Objective(meeting=meeting, position=position, text=text)
        for position, text in enumerate(plan.objectives, start=1)
    )
    counts = dict.fromkeys(AgendaItem.Section.values, 0)
    items = []
    for line in plan.agenda:
        counts[line.section] += 1
        items.append(AgendaItem(meeting=meeting, position=counts[line.section], **line._asdict()))
    AgendaItem.objects.bulk_create(items)


# -- Calling --------------------------------------------------------------------


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
    _turn(
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
    invited = [row.person for row in invitations if row.channel == Invitation.Channel.LETTER]
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
    people = still_seated(meeting).exclude(email="")
    return _promise(meeting, f"reminder:{of.isoformat()}", people, letters.reminder_letter)


@transaction.atomic
def move_meeting(
    meeting: Meeting, schedule: Schedule, *, reason: str, version: int, by: User
) -> Meeting:
    """Give a called meeting another time or place and tell everybody who was invited.

    Letters of the old time that have not left are withdrawn, and those who are
    telephoned must be telephoned again. The number stays.
    """
    _refuse_begun(meeting)
    if (
        timezone.make_aware(datetime.combine(schedule.starts_on, schedule.starts_at))
        <= timezone.now()
    ):
        raise RuleBroken({"starts_on": _("วันใหม่ต้องยังมาไม่ถึง")})
    before = letters.when_and_where(meeting)
    _turn(meeting, State.CALLED, version, **_columns(schedule))
    _start_telling_anew(meeting)
    told = _promise(
        meeting,
        f"move:{meeting.version}",
        still_seated(meeting).exclude(email=""),
        letters.moved_letter,
        before=before,
        reason=reason,
        by=by,
    )
    record("meeting.moved", meeting, by=by, reason=reason, letters=told)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, version: int, by: User) -> Meeting:
    """Call off a plan or a called meeting; its number is not given again.

    Who has had no letter yet gets none: the unsent ones are withdrawn.
    """
    _refuse_begun(meeting)
    was_called = meeting.state == State.CALLED
    _turn(meeting, meeting.state, version, state=State.CANCELLED, previous=None)
    _start_telling_anew(meeting)
    told = 0
    if was_called:
        told = _promise(
            meeting,
            "cancellation",
            still_seated(meeting).exclude(email=""),
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


def _start_telling_anew(meeting: Meeting) -> None:
    withdraw(f"meeting:{meeting.pk}")
    meeting.invitations.to_phone().update(phoned_at=None, phoned_by=None)


def _turn(meeting: Meeting, state: str, version: int, /, **changes) -> None:
    """Change a meeting that is still in ``state`` and as it was when ``version`` was read."""
    won = Meeting.objects.filter(pk=meeting.pk, state=state, version=version).update(
        version=F("version") + 1, **changes
    )
    meeting.refresh_from_db()
    if not won and meeting.state != state:
        raise RuleBroken(
            _("การประชุมนี้เปลี่ยนเป็น “%(state)s” แล้ว") % {"state": meeting.get_state_display()},
            code="wrong-state",
        )
    if not won:
        raise RuleBroken(_("มีผู้แก้ไขไว้หลังจากท่านเปิดหน้านี้"), code="stale")


def _promise(
    meeting: Meeting, occasion: str, people: Iterable[Person], write: Callable, **words
) -> int:
    """One letter for each person, under a key that names meeting, occasion and person for ever."""
    today = timezone.localdate()
    people = list(people)
    for person in people:
        letter = write(meeting, person, on=today, **words)
        key = f"meeting:{meeting.pk}:{occasion}:person:{person.pk}"
        promise_letter(key, to=person.email, subject=letter.subject, body=letter.body)
    return len(people)


# -- What a meeting assigned ----------------------------------------------------


@transaction.atomic
def complete_action_item(item: ActionItem, *, result: str, by: User) -> ActionItem:
    """Say that what the meeting assigned is done, and what came of it."""
    if not item.is_current(on=timezone.localdate()):
        raise RuleBroken(_("งานนี้เป็นของคณะชุดก่อน บันทึกผลภายหลังไม่ได้"), code="earlier-generation")
    won = ActionItem.objects.filter(pk=item.pk, done_at=None).update(
        done_at=timezone.now(), done_by=by, result=result
    )
    if not won:
        raise RuleBroken(_("มีผู้บันทึกผลของงานนี้แล้ว"), code="already-done")
    item.refresh_from_db()
    record("action_item.completed", item, by=by)
    return item
