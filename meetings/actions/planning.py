"""Write a meeting down before it is called."""

from dataclasses import dataclass, fields, replace
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from committees.models import Committee
from meetings.letter_words import appointment
from meetings.models import Meeting, Objective
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Once, User
from portal.kernel.thai import be_year
from regions.models import Province

from .agenda import AgendaLine, write_agenda
from .carrying import carry_over
from .record_rules import note_held, writes_record
from .sittings import SittingLine, write_sittings
from .turning import turn

State = Meeting.State


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When and where. Only a plan may have no day yet."""

    starts_on: date | None
    ends_on: date | None
    starts_at: time | None = None
    ends_at: time | None = None
    mode: str = Meeting.Mode.ONSITE
    venue: str = ""
    province: Province | None = None
    map_url: str = ""
    online_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """When a meeting without a day is likely to be: a month and a part of it, or nothing."""

    expected_month: date | None = None
    expected_part: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan(Expectation, Schedule):
    """What is written down before a meeting is called."""

    kind: str = Meeting.Kind.MEETING
    title: str = ""
    letter_number: str = ""
    previous: Meeting | None = None
    objectives: tuple[str, ...] = ()
    sittings: tuple[SittingLine, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()


@transaction.atomic
def plan_meeting(committee: Committee, plan: Plan, *, token: UUID, by: User) -> Meeting:
    """Write down a meeting to come; ``token`` names the form, so sending it twice plans one."""
    once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return Meeting.objects.get(pk=once.result)
    _refuse_taken(plan.previous)
    meeting = Meeting.objects.create(committee=committee, be_year=_year_of(plan), **columns(plan))
    _write_below(meeting, plan)
    carry_over(meeting)
    Once.objects.filter(token=token).update(result=str(meeting.pk))
    record("meeting.planned", meeting, by=by)
    return meeting


@writes_record
def plan_following(meeting: Meeting, plan: Plan, *, token: UUID, by: User) -> Meeting:
    """นัดหมายการประชุมครั้งต่อไป: what a meeting appoints stands in its record, and in the plan of
    the next one. The record of adopted minutes is not touched."""
    if meeting.state not in (State.IN_SESSION, State.CLOSED) or meeting.source:
        raise RuleBroken(_("นัดหมายครั้งต่อไปได้เมื่อเริ่มประชุมแล้ว"), code="not-held")
    following = plan_meeting(meeting.committee, replace(plan, previous=meeting), token=token, by=by)
    if not meeting.has_adopted_minutes:
        meeting.next_in_words = appointment(following)
        meeting.save(update_fields=["next_in_words"])
        note_held(meeting)
    return following


@transaction.atomic
def revise_meeting(meeting: Meeting, plan: Plan, *, version: int, by: User) -> Meeting:
    """Rewrite a plan, unless somebody else did since ``version`` was read. Items that go on keep
    their papers (:func:`write_agenda`)."""
    _refuse_taken(plan.previous, by_another_than=meeting)
    turn(meeting, State.PLANNED, version, be_year=_year_of(plan), **columns(plan))
    _write_below(meeting, plan)
    carry_over(meeting)
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
    """What of a plan, or of another schedule, stands in the meeting's own row. Days that are
    fixed take the place of what was expected."""
    below = ("objectives", "sittings", "agenda")
    told = {field.name: getattr(plan, field.name) for field in fields(plan)}
    given = {name: value for name, value in told.items() if name not in below}
    return given | ({"expected_month": None, "expected_part": ""} if plan.starts_on else {})


def _year_of(plan: Plan) -> int:
    day = plan.starts_on or plan.expected_month
    if day is None:
        raise RuleBroken({"starts_on": _("กรอกวันแรก หรือเดือนที่คาดว่าจะจัด")}, code="no-day")
    return be_year(day)


def _write_below(meeting: Meeting, plan: Plan) -> None:
    meeting.objectives.all().delete()
    Objective.objects.bulk_create(
        Objective(meeting=meeting, position=position, text=text)
        for position, text in enumerate(plan.objectives, start=1)
    )
    write_sittings(meeting, plan.sittings)
    write_agenda(meeting, plan.agenda)
