"""Who is sent to a piece of work on a day, who could be, and which places are still empty."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from committees.models import Delegate, Delegation, Membership
from committees.roles import OFFICERS_OF_A_REGION, STAFF, Role
from portal.kernel.models import Person
from portal.kernel.names import named, named_short
from regions.models import Region, RegionalPost

Kind = Delegate.Kind


@dataclass(frozen=True)
class Place:
    """One place of a delegation: a region's, by its kind, or one of the centre's, by its number."""

    kind: str
    region: Region | None = None
    number: int | None = None
    delegate: Delegate | None = None

    @property
    def key(self) -> str:
        """How an address names it: people-south, officer-south, central-1."""
        return f"{self.kind}-{self.region.code if self.region else self.number}"

    @property
    def words(self) -> str:
        if self.region is None:
            return _("เจ้าหน้าที่ส่วนกลาง คนที่ %(n)s") % {"n": self.number}
        return f"{kind_words(self.kind)} {named(self.region)}"


@dataclass(frozen=True)
class Missing:
    """The empty places of one kind, told together."""

    words: str
    places: list[str]


@dataclass(frozen=True)
class DelegationBoard:
    """All places of one delegation on one day, and those who have left theirs."""

    on: date
    rows: list[tuple[Region, Place, Place]] = field(default_factory=list)
    centre: list[Place] = field(default_factory=list)
    others: list[Delegate] = field(default_factory=list)

    @property
    def places(self) -> list[Place]:
        return [place for row in self.rows for place in row[1:]] + self.centre

    @property
    def due(self) -> int:
        return len(self.places)

    @property
    def filled(self) -> int:
        return sum(place.delegate is not None for place in self.places)

    @property
    def lacking(self) -> int:
        return self.due - self.filled

    def missing(self) -> Iterator[Missing]:
        """What is still to be named, kind by kind, in words."""
        empty = [place for place in self.places if place.delegate is None]
        for kind in (Kind.PEOPLE, Kind.OFFICER):
            names = [named_short(place.region) for place in empty if place.kind == kind]
            if names:
                yield Missing(kind_words(kind), names)
        numbers = [str(place.number) for place in empty if place.kind == Kind.CENTRAL]
        if numbers:
            yield Missing(_("เจ้าหน้าที่ส่วนกลาง คนที่"), numbers)


def kind_words(kind: str) -> str:
    return {
        Kind.PEOPLE: _("ผู้แทนภาคประชาชน"),
        Kind.OFFICER: _("เจ้าหน้าที่ภาค"),
        Kind.CENTRAL: _("เจ้าหน้าที่ส่วนกลาง"),
    }[kind]


def delegation_board(delegation: Delegation, *, on: date) -> DelegationBoard:
    """Two queries, however many regions there are."""
    everybody = list(
        delegation.delegates.select_related("person", "region").order_by("-starts_on", "pk")
    )
    now = {(row.kind, row.region_id, row.place): row for row in everybody if row.is_in_force(on=on)}

    def place(kind: str, region: Region | None = None, number: int | None = None) -> Place:
        return Place(kind, region, number, now.get((kind, region and region.pk, number)))

    numbers = range(1, delegation.central_officers_due + 1)
    return DelegationBoard(
        on=on,
        rows=[
            (region, place(Kind.PEOPLE, region), place(Kind.OFFICER, region))
            for region in Region.objects.in_force(on=on)
        ],
        centre=[place(Kind.CENTRAL, number=number) for number in numbers],
        others=[row for row in everybody if not row.is_in_force(on=on)],
    )


def delegations(*, on: date) -> list[tuple[Delegation, int]]:
    """Every delegation with how many are named that day (``.filled``) and how many are due.

    Those of that day's generation come first.
    """
    regions = list(Region.objects.in_force(on=on).values_list("pk", flat=True))
    serving = Q(delegates__starts_on__lte=on) & (
        Q(delegates__ends_on=None) | Q(delegates__ends_on__gte=on)
    )
    in_a_place = Q(delegates__region__in=regions) | Q(
        delegates__place__lte=F("central_officers_due")
    )
    rows = Delegation.objects.select_related("committee").annotate(
        filled=Count("delegates", filter=serving & in_a_place)
    )
    rows = sorted(rows, key=lambda row: not row.committee.is_in_force(on=on))
    return [(row, 2 * len(regions) + row.central_officers_due) for row in rows]


def people_fit_for(kind: str, region: Region | None, *, on: date) -> QuerySet[Person]:
    """Who may take a place: officers by their posts of that day, the people's by having none."""
    posts = RegionalPost.objects.in_force(on=on)
    match kind:
        case Kind.PEOPLE:
            return Person.objects.exclude(pk__in=posts.filter(role__in=STAFF).values("person"))
        case Kind.OFFICER:
            posts = posts.filter(role__in=OFFICERS_OF_A_REGION, region=region)
        case Kind.CENTRAL:
            posts = posts.of(Role.CENTRAL_OFFICER, on=on)
    return Person.objects.filter(pk__in=posts.values("person"))


def members_from(region: Region | None, *, on: date) -> set[int]:
    """Who sits that day in a seat of ``region``."""
    if region is None:
        return set()
    held = Membership.objects.in_force(on=on).filter(seat__region=region)
    return set(held.values_list("person_id", flat=True))
