"""How regularly the bodies meet (S83): which month of each was kept, and which was missed.

Counting asks no database (``cells_of``). A body with ``meets_every_months`` missed a month when it
and as many months before it as the rhythm allows are over without a meeting, and the body was
there through all of them: of a month in which it began or ended nothing is demanded. A meeting
counts in every month it has a day in; one that was cancelled or postponed, or is only planned,
counts in none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from committees.models import Committee
from meetings.models import Meeting
from portal.kernel.months import first_of_month

MONTHS = 12
LONGEST = 12  # the longest rhythm a form takes, in months
A_DAY = timedelta(days=1)


class Standing(StrEnum):
    HELD = "held"
    CALLED = "called"
    MISSED = "missed"
    KEPT = "kept"  # another month of the same span has a meeting
    OPEN = "open"  # the month, or the span, is not over yet
    OUTSIDE = "outside"  # the body was not there the whole month


@dataclass(frozen=True)
class Month:
    """First and last day of a month of the calendar."""

    first: date
    last: date

    def touches(self, meeting: Meeting) -> bool:
        return meeting.starts_on <= self.last and meeting.ends_on >= self.first

    def is_lived_by(self, body: Committee) -> bool:
        """Whether the body was there on each of its days."""
        return body.is_in_force(on=self.first) and body.is_in_force(on=self.last)

    def knows(self, body: Committee) -> bool:
        """Whether the body was there on any of its days."""
        is_over = body.ends_on is not None and body.ends_on < self.first
        return body.starts_on <= self.last and not is_over

    def is_over(self, *, on: date) -> bool:
        return self.last < on


@dataclass(frozen=True)
class Cell:
    month: Month
    standing: str
    meeting: Meeting | None = None


@dataclass(frozen=True)
class Row:
    """One body through the months."""

    body: Committee
    cells: list[Cell]

    @property
    def missed(self) -> list[Month]:
        return [cell.month for cell in self.cells if cell.standing == Standing.MISSED]

    def misses(self, month: Month) -> bool:
        return month in self.missed


def months_until(on: date, *, count: int = MONTHS) -> list[Month]:
    """So many months, the one of ``on`` last."""
    firsts = [first_of_month(on, later=later) for later in range(1 - count, 2)]
    return [Month(first, after - A_DAY) for first, after in pairwise(firsts)]


def cells_of(
    body: Committee, meetings: Iterable[Meeting], *, months: int = MONTHS, on: date
) -> list[Cell]:
    """The last so many months of a body, that of ``on`` included, the oldest first."""
    every = body.meets_every_months
    asked = months_until(on, count=months + every - 1)
    counted = [meeting for meeting in meetings if _counts(meeting)]
    found = [_meeting_in(month, counted, on=on) for month in asked]
    spans = [slice(last - every, last) for last in range(every, len(asked) + 1)]
    return [
        Cell(asked[span][-1], _standing(body, asked[span], found[span], on=on), found[span][-1])
        for span in spans
    ]


def _counts(meeting: Meeting) -> bool:
    states = (*Meeting.ANNOUNCED, Meeting.State.CLOSED)
    return meeting.state in states and meeting.starts_on is not None


def _meeting_in(month: Month, meetings: list[Meeting], *, on: date) -> Meeting | None:
    """The one to show of a month: held rather than only called, then the latest."""
    touching = [meeting for meeting in meetings if month.touches(meeting)]
    return max(touching, key=lambda row: (_is_held(row, on), row.starts_on), default=None)


def _is_held(meeting: Meeting, on: date) -> bool:
    """In session is being held; what was announced for days gone by and never closed was, too."""
    return meeting.state == Meeting.State.IN_SESSION or meeting.is_over(on=on)


def _standing(
    body: Committee, span: list[Month], found: list[Meeting | None], *, on: date
) -> Standing:
    """Of the last month of a span: ``found`` is the meeting of each month, if there was one."""
    month, meeting = span[-1], found[-1]
    if meeting:
        return Standing.HELD if _is_held(meeting, on) else Standing.CALLED
    if not month.knows(body):
        return Standing.OUTSIDE
    if not month.is_over(on=on):
        return Standing.OPEN
    if not month.is_lived_by(body):
        return Standing.OUTSIDE
    if any(found):
        return Standing.KEPT
    return Standing.MISSED if all(month.is_lived_by(body) for month in span) else Standing.OPEN


# -- Asked -----------------------------------------------------------------------------


def bodies_with_rhythm(*, months: int = MONTHS, on: date) -> QuerySet[Committee]:
    """Those that were there in the last months, each with ``.met``: one statement for all."""
    first = months_until(on, count=months)[0].first
    there = Q(ends_on=None) | Q(ends_on__gte=first)
    bodies = Committee.objects.filter(there, meets_every_months__gte=1, starts_on__lte=on)
    bodies = bodies.select_related("region", "province").in_order_of_kind()
    return bodies.annotate(met=_met_since(months_until(on, count=months + LONGEST)[0].first))


def _met_since(first: date) -> ArraySubquery:
    columns = ("pk", "kind", "number", "be_year", "state", "starts_on", "ends_on")
    meetings = Meeting.objects.filter(committee=OuterRef("pk"), ends_on__gte=first)
    row = JSONObject(**{name: name for name in columns})
    return ArraySubquery(meetings.order_by("starts_on").values(row=row))


def rows_of(bodies: Iterable[Committee], *, months: int = MONTHS, on: date) -> list[Row]:
    return [
        Row(body, cells_of(body, map(_meeting, body.met), months=months, on=on)) for body in bodies
    ]


def late_bodies(rows: Iterable[Row], *, on: date) -> list[Row]:
    """Those which missed the month that ended last: whoever must act now."""
    last = months_until(on, count=2)[0]
    return [row for row in rows if row.misses(last)]


def _meeting(row: dict) -> Meeting:
    days = {name: date.fromisoformat(row[name]) for name in ("starts_on", "ends_on")}
    return Meeting(**{**row, **days})
