"""The tree of bodies on a day, and one body with whoever sits on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from committees.models import BodyMembership, Committee, Membership, Position, Seat
from committees.periods import overlapping
from committees.roles import OF_THE_SECRETARIAT
from regions.models import Region, RegionalPost

Kind = Committee.Kind


@dataclass(frozen=True)
class BodyRow:
    """One body of the tree and how many people are on it that day."""

    body: Committee
    count: int

    @property
    def is_unstated(self) -> bool:
        """The document that the body is known from names nobody: that is not "nobody"."""
        return bool(self.body.source) and not self.count


@dataclass(frozen=True)
class Tree:
    """The 67 of a day, its bodies, those of the regions, and the boards outside."""

    generation: Committee | None
    seats: int = 0
    holders: int = 0
    rows: list[BodyRow] = field(default_factory=list)

    @property
    def units(self) -> list[BodyRow]:
        return self._of(Kind.UNIT, Kind.SECRETARIAT)

    @property
    def issues(self) -> list[BodyRow]:
        return self._of(Kind.ISSUE)

    @property
    def boards(self) -> list[BodyRow]:
        return self._of(Kind.BOARD)

    @property
    def regional(self) -> list[BodyRow]:
        return self._of(Kind.REGIONAL)

    @property
    def provincial(self) -> list[BodyRow]:
        return self._of(Kind.PROVINCIAL)

    def _of(self, *kinds: str) -> list[BodyRow]:
        return [row for row in self.rows if row.body.kind in kinds]


# -- The tree ----------------------------------------------------------------------


def tree(*, on: date) -> Tree:
    """Everything of that day: four queries."""
    generation = Committee.objects.the_67(on=on).first()
    inside = Q(parent=generation, parent__isnull=False)
    bodies = Committee.objects.filter(inside | Q(kind__in=Committee.BESIDE_THE_67))
    return Tree(generation, **seats_of(generation, on=on), rows=rows_of(bodies, on=on))


def rows_of(bodies: QuerySet[Committee], *, on: date) -> list[BodyRow]:
    """Each body of that day with its members; the secretariat's are posts."""
    staff = secretariat_posts(on=on).count()
    lasts = Q(members__ends_on=None) | Q(members__ends_on__gte=on)
    counted = bodies.in_force(on=on).annotate(
        member_count=Count("members", filter=lasts & Q(members__starts_on__lte=on))
    )
    return [
        BodyRow(body, staff if body.kind == Kind.SECRETARIAT else body.member_count)
        for body in counted.order_by("region__number", "position", "pk")
    ]


def seats_of(generation: Committee | None, *, on: date) -> dict[str, int]:
    """How many seats there are that day, and how many are held."""
    if generation is None:
        return {}
    held = Membership.objects.in_force(on=on).values("seat")
    return generation.seats.in_force(on=on).aggregate(
        seats=Count("pk"), holders=Count("pk", filter=Q(pk__in=held))
    )


# -- One body ----------------------------------------------------------------------


@dataclass(frozen=True)
class Members:
    """Whoever sits on a body on a day, did before it, or will; in the order of a dictionary."""

    now: list[BodyMembership]
    past: list[BodyMembership]
    coming: list[BodyMembership]

    def __bool__(self) -> bool:
        return bool(self.now or self.past or self.coming)

    @property
    def still_open(self) -> list[BodyMembership]:
        """Whom an end of the body would end, too."""
        return [*self.now, *self.coming]


def members_of(body: Committee, *, on: date) -> Members:
    """One query."""
    rows = body.members.select_related("person", "appointed_by", "discharged_by")
    found = list(rows.order_by("person__sort_key", "starts_on", "pk"))
    past = [row for row in found if row.ends_on and row.ends_on < on]
    return Members(
        now=[row for row in found if row.is_in_force(on=on)],
        past=sorted(past, key=lambda row: row.ends_on, reverse=True),
        coming=[row for row in found if row.starts_on > on],
    )


def seats_held_by(people: Iterable[int], *, on: date) -> dict[int, Seat]:
    """The seat in the 67 of that day, by person: one query."""
    held = Membership.objects.in_force(on=on).filter(
        person__in=people, seat__committee__in=Committee.objects.the_67(on=on)
    )
    rows = held.select_related("seat__region", "seat__cluster", "seat__issue")
    return {row.person_id: row.seat for row in rows}


def seats_of_issue(body: Committee, *, on: date) -> list[Seat]:
    """The seats of the body's issue in its generation, each with its holder."""
    seats = Seat.objects.for_board(on=on)
    return list(seats.filter(committee=body.parent_id, issue=body.issue_id))


def positions_in(body: Committee) -> list[Position]:
    """What the document says somebody was in the days of the body; the unnamed come last."""
    rows = overlapping(Position.objects.select_related("person"), body)
    return list(rows.order_by(F("person__sort_key").asc(nulls_last=True), "pk"))


# -- The secretariat -----------------------------------------------------------------


@dataclass(frozen=True)
class Secretariat:
    """Its roster is posts; what it should be is told in two ways, which need not agree (S19)."""

    posts: list[RegionalPost]
    regions: int
    body: Committee

    @property
    def due(self) -> int:
        """One way: some for each region, some for the centre."""
        generation = self.body.parent
        return self.regions * generation.officers_per_region + generation.central_officers_due

    @property
    def disagrees(self) -> bool:
        """The other way is a number of its own."""
        return self.body.seats_due is not None and self.body.seats_due != self.due


def secretariat_posts(*, on: date) -> QuerySet[RegionalPost]:
    return RegionalPost.objects.in_force(on=on).filter(role__in=OF_THE_SECRETARIAT)


def secretariat_of(body: Committee, *, on: date) -> Secretariat:
    """The officers of the regions, then those of the centre: two queries."""
    posts = secretariat_posts(on=on).select_related("person", "region", "appointed_by")
    return Secretariat(
        posts=list(posts.order_by("region__number", "person__sort_key", "pk")),
        regions=Region.objects.in_force(on=on).count(),
        body=body,
    )
