"""The generations of the 67, the newest first, each beside the one before it (S24)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import Count, QuerySet

from committees.models import Committee, Position
from regions.models import RegionalPost

Kind = Committee.Kind


@dataclass(frozen=True)
class Change:
    """What one generation has otherwise than the one before, as far as both are recorded."""

    seats_before: int | None = None
    added: tuple[Committee, ...] = ()
    gone: tuple[Committee, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.seats_before or self.added or self.gone)


@dataclass(frozen=True)
class Chapter:
    """One generation as its rows tell it; none of a kind means that nothing is recorded of it."""

    generation: Committee
    seats: int
    holders: int
    co_chairs: int
    bodies: tuple[Committee, ...]
    change: Change = Change()

    @property
    def units(self) -> list[Committee]:
        return [body for body in self.bodies if body.kind != Kind.ISSUE]

    @property
    def issues(self) -> list[Committee]:
        return [body for body in self.bodies if body.kind == Kind.ISSUE]


def documented_days() -> list[date]:
    """The days of which some document tells who was what: one query."""
    days = Position.objects.order_by("starts_on").values_list("starts_on", flat=True)
    return list(days.distinct())


def day_of_its_time(body: Committee, *, today: date, told: list[date]) -> date:
    """A day on which the body was there: today, else one of which a document tells, else its
    last, or its first if it is yet to come."""
    if body.is_in_force(on=today):
        return today
    if body.starts_on > today:
        return body.starts_on
    return next((day for day in told if body.is_in_force(on=day)), body.ends_on)


def chapters() -> list[Chapter]:
    """Every generation: three queries, however many there are."""
    generations = list(generations_counted())
    bodies, co_chairs = bodies_by_generation(), co_chairs_by(generations)
    told = [
        Chapter(
            generation=one,
            seats=one.seat_count,
            holders=one.holder_count,
            co_chairs=co_chairs[one.pk],
            bodies=tuple(bodies[one.pk]),
        )
        for one in generations
    ]
    return [with_change(newer, older) for newer, older in pairwise([*told, None])]


def generations_counted() -> QuerySet[Committee]:
    """Newest first, with how many seats each has and how many people ever held one."""
    return (
        Committee.objects.filter(kind=Kind.SUBCOMMITTEE)
        .annotate(
            seat_count=Count("seats", distinct=True),
            holder_count=Count("seats__memberships__person", distinct=True),
        )
        .order_by("-starts_on")
    )


def bodies_by_generation() -> dict[int, list[Committee]]:
    found = defaultdict(list)
    for body in Committee.objects.filter(parent__isnull=False).select_related("issue"):
        found[body.parent_id].append(body)
    return found


def co_chairs_by(generations: list[Committee]) -> dict[int, int]:
    """How many people were co-chairs in the days of each; posts name no generation."""
    posts = RegionalPost.objects.filter(role=RegionalPost.Role.CO_CHAIR)
    rows = list(posts.values_list("person_id", "starts_on", "ends_on"))
    return {
        one.pk: len({who for who, first, last in rows if meets(one, first, last)})
        for one in generations
    }


def meets(generation: Committee, first: date, last: date | None) -> bool:
    begins_in_time = generation.ends_on is None or first <= generation.ends_on
    return begins_in_time and (last is None or last >= generation.starts_on)


# -- What changed --------------------------------------------------------------------


def with_change(newer: Chapter, older: Chapter | None) -> Chapter:
    if older is None:
        return newer
    return Chapter(**{**vars(newer), "change": change_between(older, newer)})


def change_between(older: Chapter, newer: Chapter) -> Change:
    """Only what both generations say: of one without recorded bodies none is new or gone."""
    then, now = older.generation.seats_due, newer.generation.seats_due
    before, after = keyed(older), keyed(newer)
    compares = bool(before and after)
    return Change(
        seats_before=then if then and now and then != now else None,
        added=tuple(after[key] for key in after if compares and key not in before),
        gone=tuple(before[key] for key in before if compares and key not in after),
    )


def keyed(chapter: Chapter) -> dict[str, Committee]:
    """The bodies by what stays the same from one generation to the next: the issue, the tail
    of the code, else the name. A document may call the same unit otherwise."""
    return {key_of(body, chapter.generation): body for body in chapter.bodies}


def key_of(body: Committee, generation: Committee) -> str:
    if body.issue_id:
        return f"issue:{body.issue_id}"
    if body.kind == Kind.SECRETARIAT:
        return body.kind
    tail = body.code.removeprefix(f"{generation.code}-")
    return body.name if tail == body.code else tail
