"""One meeting whole: its rows, and how its page lays them out."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.models import (
    ActionItem,
    AgendaItem,
    BreakoutResult,
    Diagram,
    DiagramNode,
    Invitation,
    Meeting,
    Objective,
    Opinion,
    Reading,
    Resolution,
    ResultPoint,
    Speaker,
    Statement,
)
from portal.kernel.thai import day_of, long_date, short_date, short_range

from .calling import reason_of

State = Meeting.State


def for_page(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Everything the page of a meeting prints, in five statements however long its agenda is.

    What only hangs below an item or a meeting comes with it as plain data,
    folded up by PostgreSQL, and is read in the template by the same names.
    """
    return (
        meetings.select_related("committee", "province", "previous", "next", "summary")
        .annotate(
            objective_rows=_rows(Objective, "meeting", "text"),
            reading_rows=_rows(Reading, "meeting", "seen", "read_as", "certainty", "note"),
            letter_count=_invited(Invitation.Channel.LETTER),
            phone_count=_invited(Invitation.Channel.PHONE),
        )
        .prefetch_related(
            "sittings",
            Prefetch("items", _items_for_page()),
            Prefetch("resolutions", Resolution.objects.prefetch_related(_action_items())),
        )
    )


def _items_for_page():
    speakers = _rows(
        Speaker, "statement", "held_position",
        prefix="person__name_prefix", first="person__first_name", last="person__last_name",
        order="order",
    )
    parts = _rows(ResultPoint, "parent", "heading", "text")
    points = _rows(
        ResultPoint, "result", "column", "heading", "text", parts=parts, only=Q(parent=None)
    )
    nodes = _rows(DiagramNode, "diagram", "column", "title", "text")
    return AgendaItem.objects.select_related("presenter").annotate(
        statement_rows=_rows(Statement, "item", "text", speakers=speakers),
        opinion_rows=_rows(Opinion, "item", "text"),
        result_rows=_rows(
            BreakoutResult, "item", "key", "title", "sitting_id",
            groups="sitting__group_count", points=points,
        ),
        diagram_rows=_rows(Diagram, "item", "shape", "title", "description", nodes=nodes),
    )


def _action_items():
    items = ActionItem.objects.select_related("region", "unit", "person", "answered_by__unit__region")
    return Prefetch("action_items", items.order_by("due_on", "position", "pk"))


def _rows(model, parent, *fields, only=Q(), order="position", **named):
    """The rows of ``model`` below one ``parent`` row, in order, as a list of plain data."""
    rows = model.objects.filter(only, **{parent: OuterRef("pk")}).order_by(order, "pk")
    return ArraySubquery(rows.values(row=JSONObject(**{field: field for field in fields}, **named)))


def _invited(channel):
    rows = Invitation.objects.filter(meeting=OuterRef("pk"), channel=channel)
    return Subquery(rows.order_by().values("meeting").annotate(n=Count("pk")).values("n"))


# -- How the page lays it out ---------------------------------------------------


class Step(NamedTuple):
    label: str
    when: str
    is_past: bool
    is_current: bool


class Section(NamedTuple):
    number: int
    label: str
    items: list[AgendaItem]


@dataclass(frozen=True)
class Assignment:
    """Items of one resolution that ask the same of several owners."""

    title: str
    due: str
    rows: list[tuple[ActionItem, str]]

    @property
    def common(self):
        """The standing of all of them where it is one, so that it is said once."""
        standings = {standing for _, standing in self.rows}
        return standings.pop() if len(standings) == 1 else ""


def _day(at, meeting):
    """Short beside a meeting of the same year, with its year beside an old one."""
    is_same_year = meeting.starts_on and day_of(at).year == meeting.starts_on.year
    return short_date(at) if is_same_year else long_date(at)


@dataclass(frozen=True)
class MeetingPage:
    """One page before and after; which it is follows from the state and the day."""

    meeting: Meeting
    on: date

    @property
    def is_over(self):
        meeting = self.meeting
        return meeting.state == State.CLOSED or (
            meeting.state == State.CALLED and meeting.is_past(on=self.on)
        )

    @property
    def steps(self) -> list[Step]:
        meeting, at = self.meeting, self._at
        called = meeting.called_at and short_date(meeting.called_at)
        days = meeting.starts_on and short_range(meeting.starts_on, meeting.ends_on)
        told = meeting.published_summary and _day(meeting.published_summary.published_at, meeting)
        written = [
            (pgettext("meeting", "ร่างวาระ"), ""),
            (_("เรียกประชุม"), called),
            (_("ประชุมแล้ว") if self.is_over else _("วันประชุม"), days),
            (_("สรุปเชิงบริหาร"), told),
        ]
        steps = [
            Step(label, when or "", index < at, index == at)
            for index, (label, when) in enumerate(written)
        ]
        # What came before the day is not in the source of a past record.
        return steps[2:] if meeting.source else steps

    @property
    def _at(self):
        if self.meeting.state == State.PLANNED:
            return 0
        if self.meeting.published_summary:
            return 3
        return 2 if self.is_over else 1

    @cached_property
    def sections(self) -> list[Section]:
        by_number = groupby(self.meeting.items.all(), key=lambda item: item.section)
        return [
            Section(number, AgendaItem.Section(number).label, list(items)) for number, items in by_number
        ]

    @cached_property
    def resolutions(self) -> list[tuple[Resolution, list[Assignment]]]:
        return [(row, self._assignments(row)) for row in self.meeting.resolutions.all()]

    def _assignments(self, resolution):
        rows = [(item, item.standing(on=self.on)) for item in resolution.action_items.all()]
        alike = groupby(rows, key=lambda row: (row[0].title, row[0].due_in_words))
        return [Assignment(title, due, list(group)) for (title, due), group in alike]

    @property
    def jumps(self) -> list[dict]:
        """Links to the parts, for a phone."""
        parts = [
            ("#resolutions", pgettext("meeting", "มติ"), self.resolutions),
            *((f"#agenda-{part.number}", _("วาระที่ %(n)s") % {"n": part.number}, True) for part in self.sections),
            ("#readings", _("คำอ่าน"), self.meeting.reading_rows),
            ("#about", _("ข้อมูลประกอบ"), True),
        ]
        return [{"url": url, "label": label} for url, label, there in parts if there]

    @property
    def readings(self) -> list[dict]:
        certain = Reading.Certainty
        return [{**row, "certainty": certain(row["certainty"]).label} for row in self.meeting.reading_rows]

    @property
    def next_step(self) -> bool:
        """Whether anything is left for the secretariat to do before the meeting."""
        return self.meeting.state in (State.PLANNED, State.CALLED) and not self.is_over

    @property
    def has_summary(self):
        return hasattr(self.meeting, "summary")

    @property
    def has_papers(self):
        return self.meeting.published_summary or self.meeting.previous

    @cached_property
    def reason(self) -> str:
        """Why a cancelled meeting was called off."""
        return reason_of("meeting.cancelled", self.meeting)

    @property
    def next_meeting(self) -> Meeting | None:
        """What followed, once it was called; a plan is not told here."""
        following = getattr(self.meeting, "next", None)
        return following if following and following.number else None
