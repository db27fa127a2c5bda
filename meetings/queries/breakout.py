"""The groups of a meeting as their pages show them: a number of statements that does not grow."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from meetings.models import (
    Attendance,
    BreakoutGroup,
    BreakoutResult,
    GroupPoint,
    Meeting,
    PointSource,
    ResultPoint,
    Sitting,
)
from portal.kernel.models import Person


@dataclass(frozen=True)
class Column:
    """One heading of a table and what stands under it; a plain list has one without a name."""

    name: str
    rows: list

    @property
    def waiting(self) -> list[GroupPoint]:
        """Bullets that are in no point of the synthesis yet."""
        return [bullet for bullet in self.rows if not bullet.merged_count]

    @property
    def merged(self) -> list[GroupPoint]:
        return [bullet for bullet in self.rows if bullet.merged_count]


def sittings_with_groups(meeting: Meeting) -> QuerySet[Sitting]:
    """The breakout sittings, each with its groups and its tables, and how much is merged."""
    groups = (
        BreakoutGroup.objects.select_related("note_taker")
        .annotate(bullet_count=Count("points", distinct=True))
        .prefetch_related("members__person")
    )
    tables = _counted_tables().order_by("position", "pk")
    return meeting.sittings.filter(kind=Sitting.Kind.BREAKOUT).prefetch_related(
        Prefetch("groups", groups), Prefetch("results", tables)
    )


def _counted_tables() -> QuerySet[BreakoutResult]:
    """Each with the bullets its groups wrote, and those that are in the synthesis."""
    return BreakoutResult.objects.select_related("item").annotate(
        bullet_count=Count("group_points", distinct=True),
        merged_count=Count("group_points__merged__group_point", distinct=True),
    )


def sheet_of(group: BreakoutGroup) -> list[tuple[BreakoutResult, list[Column]]]:
    """Every table of the group's sitting with the bullets of this group in it."""
    bullets = group.points.annotate(merged_count=Count("merged")).order_by("position", "pk")
    by_table = defaultdict(list)
    for bullet in bullets:
        by_table[bullet.result_id].append(bullet)
    tables = group.sitting.results.select_related("item").order_by("position", "pk")
    return [(table, columns_of(table, by_table[table.pk])) for table in tables]


def columns_of(table: BreakoutResult, rows: Iterable[GroupPoint | ResultPoint]) -> list[Column]:
    under = defaultdict(list)
    for row in rows:
        under[row.column].append(row)
    return [Column(name, under[name]) for name in table.columns or [""]]


def bullets_of(table: BreakoutResult) -> QuerySet[GroupPoint]:
    """What all groups wrote, with how often each was merged: what waits can be told."""
    return (
        table.group_points.select_related("group")
        .annotate(merged_count=Count("merged"))
        .order_by("group__number", "position", "pk")
    )


def points_of(table: BreakoutResult) -> list[ResultPoint]:
    """The synthesis, each point with ``from_groups``: the numbers of the groups it came from."""
    sources = PointSource.objects.select_related("group_point__group").order_by(
        "group_point__group__number", "group_point__position"
    )
    points = table.points.filter(parent=None).prefetch_related(
        Prefetch("sources", sources), "parts"
    )
    rows = list(points.order_by("position", "pk"))
    for row in rows:
        numbers = (source.group_point.group.number for source in row.sources.all())
        row.from_groups = list(dict.fromkeys(numbers))
    return rows


def people_for_groups(meeting: Meeting) -> QuerySet[Person]:
    """Whoever is here; before the roll is called, whoever was invited."""
    here = Person.objects.filter(attendances__meeting=meeting)
    here = here.filter(attendances__kind__in=Attendance.HERE)
    if not here.exists():
        here = Person.objects.filter(invitations__meeting=meeting)
    there = Person.objects.filter(groups__group__sitting__meeting=meeting)
    both = Person.objects.filter(pk__in=here.values("pk")) | Person.objects.filter(
        pk__in=there.values("pk")
    )
    return both.in_thai_order()
