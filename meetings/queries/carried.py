"""เรื่องสืบเนื่อง: what a meeting takes up of what was decided before, with its evidence (B3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from meetings.models import ActionItem, AgendaItem, CarriedItem, Meeting, Minutes, Resolution
from portal.kernel.models import User

from .fulfilment import Fulfilment, Told, fulfilment_of
from .owed import item_of

State = Meeting.State
# Until it begins, what a meeting takes up is kept in step with what is unfinished.
TAKING_UP = (State.PLANNED, State.CALLED, State.POSTPONED)
# From its beginning until its minutes are adopted, each is settled.
SETTLING = (State.IN_SESSION, State.CLOSED)
NOT_HELD = (State.CANCELLED, State.POSTPONED)
TAKER = "resolution__meeting__committee__meetings"  # from an item to who may take it up


def uncarried(meeting: int | OuterRef, *, on: date) -> QuerySet[ActionItem]:
    """What waits on that day of what earlier meetings of the same body decided, and has no row
    of the meeting yet. ``meeting`` is its key, or a reference to it."""
    carried_in = CarriedItem.objects.filter(action_item=OuterRef("pk"))
    waiting = (
        ActionItem.objects.open()
        .current(on=on)
        .filter(
            _taken_up_by(meeting, on=on),
            ~Exists(carried_in.filter(meeting=OuterRef(f"{TAKER}__pk"))),
        )
    )
    return waiting.order_by(
        "resolution__meeting__starts_on", "resolution__number", "position", "pk"
    )


def _taken_up_by(meeting: int | OuterRef, *, on: date) -> Q:
    """Of earlier meetings, not of itself; written without a negation, which would ask in a
    subquery."""
    another = Q(resolution__meeting__lt=F(TAKER)) | Q(resolution__meeting__gt=F(TAKER))
    decided_by_then = Coalesce(F(f"{TAKER}__starts_on"), on)
    takes_up = {TAKER: meeting, f"{TAKER}__state__in": TAKING_UP, f"{TAKER}__source": ""}
    return another & Q(resolution__meeting__starts_on__lte=decided_by_then, **takes_up)


@dataclass(frozen=True)
class Carried:
    """One unfinished item on the agenda of a meeting: never a bare sentence (promise 5)."""

    item: ActionItem
    times: int  # how many meetings took it up, this one counted
    told: Told | None
    fulfilment: Fulfilment
    is_readable: bool  # may the reader open the report that answers?
    is_late: bool = False
    is_settled_later: bool = False  # a later meeting has said what becomes of it
    outcome: str = ""
    settled_at: datetime | None = None
    removed_because: str = ""

    @property
    def seen(self) -> str:
        """What a form carries, so that who settles it second is told."""
        return seen_words(self.settled_at)

    @property
    def can_go_on(self) -> bool:
        """It waits still, or would, were the outcome of this very meeting taken back."""
        closed_at = self.item.done_at or self.item.withdrawn_at
        return closed_at is None or closed_at == self.settled_at

    @property
    def can_settle(self) -> bool:
        """Neither a later meeting nor somebody else has had the last word."""
        return not self.is_settled_later and (self.can_go_on or not self.outcome)

    @property
    def outcome_in_words(self) -> str:
        return CarriedItem.Outcome(self.outcome).label if self.outcome else ""


class Task(NamedTuple):
    """What one resolution asks of several, each with how far it is."""

    title: str
    due: str
    rows: list[Carried]


class Matter(NamedTuple):
    """One resolution with what is unfinished of it: its words are said once above the rows."""

    resolution: Resolution
    tasks: list[Task]

    @property
    def rows(self) -> list[Carried]:
        return [row for task in self.tasks for row in task.rows]

    @property
    def waiting(self) -> int:
        return sum(not row.outcome for row in self.rows)

    @property
    def late(self) -> int:
        return sum(row.is_late and not row.outcome for row in self.rows)

    @property
    def is_settled(self) -> bool:
        """The meeting has said of each what becomes of it."""
        return not self.waiting


@dataclass(frozen=True)
class Arising:
    """Heading 3 of one meeting: what stands in its rows, and what came in since."""

    record: dict
    meeting: Meeting
    on: date
    reader: User | None = None

    @cached_property
    def rows(self) -> list[Carried]:
        rows = self.record["carried"] + self.record["uncarried"]
        return [_carried(row, self.meeting, on=self.on, reader=self.reader) for row in rows]

    @property
    def matters(self) -> list[Matter]:
        """The oldest first; what came in later stands with the rest of its resolution."""
        standing = [row for row in self.rows if not row.removed_because]
        standing.sort(key=lambda row: _place(row.item.resolution))
        groups = groupby(standing, key=lambda row: row.item.resolution.pk)
        return [_matter(list(group)) for _pk, group in groups]

    @property
    def taken_off(self) -> list[Carried]:
        return [row for row in self.rows if row.removed_because]

    @property
    def takes_up(self) -> bool:
        """It has not begun, so what it takes up follows what is unfinished."""
        return self.meeting.state in TAKING_UP

    @property
    def settles(self) -> bool:
        """Its outcomes may be written down, until its minutes are adopted."""
        is_adopted = any(row["state"] == Minutes.State.ADOPTED for row in self.record["minutes"])
        return self.meeting.state in SETTLING and not self.meeting.source and not is_adopted

    def of(self, item: int) -> Carried | None:
        return next((row for row in self.rows if row.item.pk == item), None)


def _place(resolution: Resolution) -> tuple:
    meeting = resolution.meeting
    return meeting.starts_on or date.min, meeting.pk, resolution.number


def _matter(rows: list[Carried]) -> Matter:
    alike = groupby(rows, key=lambda row: row.item.asked)
    tasks = [Task(title, due, list(group)) for (title, due, _stream), group in alike]
    return Matter(rows[0].item.resolution, tasks)


def _carried(row: dict, meeting: Meeting, *, on: date, reader: User | None) -> Carried:
    item = item_of(row, _resolution(row, meeting))
    told = next(map(_told, row["answers"]), None)
    return Carried(
        item=item,
        times=_times(row["taken_up"], meeting),
        told=told,
        fulfilment=fulfilment_of(item, told, on=on),
        is_readable=told is not None and told.is_readable(reader),
        is_late=item.is_overdue(on=on),
        is_settled_later=_is_settled_later(row["taken_up"], meeting),
        outcome=row.get("outcome") or "",
        settled_at=_moment(row.get("settled_at")),
        removed_because=row.get("removed_because") or "",
    )


def _resolution(row: dict, meeting: Meeting) -> Resolution:
    names = ("pk", "kind", "number", "be_year", "starts_on")
    decided_in = Meeting(**{name: row[f"meeting_{name}"] for name in names})
    decided_in.starts_on = date.fromisoformat(row["meeting_starts_on"])
    decided_in.committee = meeting.committee
    place = {name: row[f"item_{name}"] for name in ("section", "position", "title")}
    return Resolution(
        pk=row["resolution_pk"],
        number=row["resolution_number"],
        text=row["resolution_text"],
        meeting=decided_in,
        item=AgendaItem(**place),
    )


def _told(row: dict) -> Told:
    return Told(**{**row, "month": date.fromisoformat(row["month"])})


def _times(taken_up: Iterable[dict], meeting: Meeting) -> int:
    """The meetings until this one that took it up; taken off in one counts, too (promise 4)."""
    last = meeting.starts_on
    days = [row["on"] for row in taken_up if row["in"] != meeting.pk]
    return 1 + sum(1 for day in days if day and (last is None or date.fromisoformat(day) <= last))


def _is_settled_later(taken_up: Iterable[dict], meeting: Meeting) -> bool:
    settled = [row["on"] for row in taken_up if row["outcome"] and row["on"]]
    own = meeting.starts_on
    return own is not None and any(date.fromisoformat(day) > own for day in settled)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def seen_words(settled_at: datetime | None) -> str:
    return settled_at.astimezone(UTC).isoformat() if settled_at else ""
