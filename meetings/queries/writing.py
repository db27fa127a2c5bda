"""What the pages show on which the record of a meeting is written: the agenda with what stands
of each item, one item block by block, and the item on the screen of the room.

The same number of statements for a long agenda and for a short one.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
)

from meetings.models import (
    ActionItem,
    AgendaItem,
    Block,
    Meeting,
    Opinion,
    Proposal,
    Resolution,
    Speaker,
    Statement,
)
from portal.kernel.models import Activity, User

from .quorum import Quorum
from .record import record_of
from .roll import Roll, roll_from

JUST_NOW = timedelta(minutes=1)


def agenda_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """Every item, whether anything stands of it, and how many resolutions: one statement."""
    written = ~Q(discussion="") | Q(is_noted=True)
    for kind in (Statement, Opinion, Proposal):
        written |= Q(Exists(kind.objects.filter(item=OuterRef("pk"))))
    items = AgendaItem.objects.filter(meeting=meeting).select_related("presenter")
    return items.annotate(
        is_written=ExpressionWrapper(written, output_field=BooleanField()),
        resolution_count=Count("resolutions"),
    ).order_by("section", "position")


def item_on_screen(meeting: Meeting) -> int | None:
    """The item the meeting was last turned to."""
    turns = Activity.objects.about(meeting).filter(verb="meeting.turned").order_by("-pk")
    last = turns.first()
    return last and last.detail["item"]


def is_fresh(block: Block, *, reader: User, at: datetime) -> bool:
    """Whether somebody else wrote in it less than a minute ago."""
    written = block.edited_at is not None and block.edited_by_id != reader.pk
    return written and at - block.edited_at < JUST_NOW


@dataclass(frozen=True)
class ItemPage:
    """One item as it is written."""

    meeting: Meeting
    item: AgendaItem

    @cached_property
    def agenda(self) -> list[AgendaItem]:
        return list(agenda_of(self.meeting))

    @property
    def _at(self) -> int:
        return next(at for at, item in enumerate(self.agenda) if item.pk == self.item.pk)

    @property
    def after(self) -> AgendaItem | None:
        return next(iter(self.agenda[self._at + 1 :]), None)

    @cached_property
    def on_screen(self) -> int | None:
        return item_on_screen(self.meeting)

    @property
    def is_on_screen(self) -> bool:
        return self.on_screen == self.item.pk

    @cached_property
    def statements(self) -> list[Statement]:
        speakers = Speaker.objects.select_related("person").order_by("order")
        rows = _blocks(Statement, self.item)
        return list(rows.prefetch_related(Prefetch("speakers", speakers)))

    @cached_property
    def opinions(self) -> list[Opinion]:
        return list(_blocks(Opinion, self.item))

    @cached_property
    def proposals(self) -> list[Proposal]:
        return list(_blocks(Proposal, self.item))

    @cached_property
    def resolutions(self) -> list[Resolution]:
        tasks = ActionItem.objects.select_related("region", "unit", "person")
        rows = _blocks(Resolution, self.item, order="number")
        tasks = Prefetch("action_items", tasks.order_by("position", "pk"))
        found = list(rows.prefetch_related(tasks))
        for row in found:
            row.meeting = self.meeting
        return found

    @cached_property
    def roll(self) -> Roll:
        return roll_from(record_of(self.meeting), self.meeting)

    @cached_property
    def quorum(self) -> Quorum | None:
        """As it stands; nothing where nobody was noted, or the body has no places to count."""
        return self.roll.quorum() if self.roll.lines and self.roll.is_begun else None


def _blocks(kind: type[Block], item: AgendaItem, order: str = "position") -> QuerySet:
    return kind.objects.filter(item=item).select_related("edited_by__person").order_by(order, "pk")
