"""Write a meeting down before it is called."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from committees.models import Committee
from meetings.models import Meeting, Objective
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Once, User
from portal.kernel.thai import be_year
from regions.models import Province

from .agenda import AgendaLine, write_agenda
from .turning import turn

State = Meeting.State


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
    """What is written down before a meeting is called."""

    kind: str = Meeting.Kind.MEETING
    previous: Meeting | None = None
    objectives: tuple[str, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()


@transaction.atomic
def plan_meeting(committee: Committee, plan: Plan, *, token: UUID, by: User) -> Meeting:
    """Write down a meeting to come; ``token`` names the form, so sending it twice plans one."""
    once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return Meeting.objects.get(pk=once.result)
    _refuse_taken(plan.previous)
    meeting = Meeting.objects.create(
        committee=committee, be_year=be_year(plan.starts_on), **columns(plan)
    )
    _write_objectives(meeting, plan)
    write_agenda(meeting, plan.agenda)
    Once.objects.filter(token=token).update(result=str(meeting.pk))
    record("meeting.planned", meeting, by=by)
    return meeting


@transaction.atomic
def revise_meeting(meeting: Meeting, plan: Plan, *, version: int, by: User) -> Meeting:
    """Rewrite a plan, unless somebody else did since ``version`` was read. Items that go on keep
    their papers (:func:`write_agenda`)."""
    _refuse_taken(plan.previous, by_another_than=meeting)
    turn(meeting, State.PLANNED, version, be_year=be_year(plan.starts_on), **columns(plan))
    meeting.objectives.all().delete()
    _write_objectives(meeting, plan)
    write_agenda(meeting, plan.agenda)
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


def columns(plan: Schedule) -> dict:
    columns = (
        "starts_on",
        "ends_on",
        "starts_at",
        "ends_at",
        "venue",
        "province",
        "previous",
        "kind",
    )
    return {name: getattr(plan, name) for name in columns if hasattr(plan, name)}


def _write_objectives(meeting: Meeting, plan: Plan) -> None:
    Objective.objects.bulk_create(
        Objective(meeting=meeting, position=position, text=text)
        for position, text in enumerate(plan.objectives, start=1)
    )
