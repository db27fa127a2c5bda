"""Everything the checks look at, as it stands on one day."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Max, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Committee, Issue, Membership, Seat, Substitution
from committees.queries.posts import generation_of
from portal.kernel.models import Person
from regions.models import ProvinceCluster, Region, RegionalPost


@dataclass
class Picture:
    on: date
    generation: Committee
    seats: list[Seat] = field(default_factory=list)
    clusters: list[ProvinceCluster] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    posts: list[RegionalPost] = field(default_factory=list)
    bodies: list[Committee] = field(default_factory=list)
    acting: list[Substitution] = field(default_factory=list)
    on_bodies: list[BodyMembership] = field(default_factory=list)
    left_in_seats: list[Membership] = field(default_factory=list)
    left_in_bodies: list[BodyMembership] = field(default_factory=list)

    @cached_property
    def seats_by_person(self) -> dict[int, list[Seat]]:
        held = defaultdict(list)
        for seat in self.seats:
            for holding in seat.holdings_now:
                held[holding.person_id].append(seat)
        return dict(held)

    @cached_property
    def members(self) -> list[Person]:
        """Each holder of a seat once, in the order of the seats."""
        holdings = [holding for seat in self.seats for holding in seat.holdings_now]
        return list({row.person_id: row.person for row in holdings}.values())

    @cached_property
    def places_of_people(self) -> dict[int, tuple[Person, list[tuple[Seat, str]]]]:
        """By person: who it is, and each seat that they sit or act in, with its number in words."""
        found = {}
        for seat in self.seats:
            for row in seat.holdings_now:
                found.setdefault(row.person_id, (row.person, []))[1].append(
                    (seat, f"{seat.number}")
                )
        for row in self.acting:
            told = _("%(n)s (ผู้แทนชั่วคราว)") % {"n": row.seat.number}
            found.setdefault(row.person_id, (row.person, []))[1].append((row.seat, told))
        return found

    @property
    def people(self) -> list[Person]:
        """Everybody in office: the members, then who holds a post."""
        staff = [post.person for post in self.posts]
        return list({person.pk: person for person in [*self.members, *staff]}.values())

    def posts_as(self, *roles: str, region: Region | None = None) -> list[RegionalPost]:
        held = [post for post in self.posts if post.role in roles]
        return held if region is None else [post for post in held if post.region_id == region.pk]


def picture_of(*, on: date) -> Picture | None:
    """The picture of the generation of that day, or None.

    A day known from a document alone has none: what it does not name is not missing.
    """
    generation = generation_of(on=on)
    if generation is None or generation.source:
        return None
    return Picture(on, generation, **everything_of(generation, on=on))


def everything_of(generation: Committee, *, on: date) -> dict[str, list]:
    rows = {
        "seats": seats_of(generation, on=on),
        "clusters": ProvinceCluster.objects.in_force(on=on).order_by("code"),
        "issues": Issue.objects.all(),
        "regions": Region.objects.in_force(on=on),
        "posts": posts_held(on=on),
        "bodies": bodies_of(generation, on=on),
        "acting": acting_in(generation, on=on),
        "on_bodies": on_bodies_of(generation, on=on),
        "left_in_seats": left_in_seats(on=on),
        "left_in_bodies": left_in_bodies(on=on),
    }
    return {name: list(asked) for name, asked in rows.items()}


def posts_held(*, on: date) -> QuerySet[RegionalPost]:
    rows = RegionalPost.objects.in_force(on=on).select_related("person", "region", "province")
    return rows.order_by("region__number", "person__sort_key", "pk")


def bodies_of(generation: Committee, *, on: date) -> QuerySet[Committee]:
    """Units and issue subcommittees, each with ``.members_now``."""
    members = Prefetch("members", BodyMembership.objects.in_force(on=on), to_attr="members_now")
    return Committee.objects.bodies_of(generation).in_force(on=on).prefetch_related(members)


def acting_in(generation: Committee, *, on: date) -> QuerySet[Substitution]:
    rows = Substitution.objects.for_seats(on=on).filter(seat__committee=generation)
    return rows.select_related("seat").order_by("seat__number", "pk")


def on_bodies_of(generation: Committee, *, on: date) -> QuerySet[BodyMembership]:
    """Who sits on the units, issue subcommittees and outside boards of that day."""
    bodies = Committee.objects.in_force(on=on)
    bodies = bodies.filter(Q(parent=generation) | Q(kind=Committee.Kind.BOARD))
    rows = BodyMembership.objects.in_force(on=on).filter(committee__in=bodies)
    return rows.select_related("person", "committee").order_by("committee__position", "pk")


def seats_of(generation: Committee, *, on: date) -> QuerySet[Seat]:
    left_on = Max("memberships__ends_on", filter=Q(memberships__ends_on__lt=on))
    return Seat.objects.for_board(on=on).filter(committee=generation).annotate(left_on=left_on)


def left_in_seats(*, on: date) -> QuerySet[Membership]:
    """Who is said to sit in a seat, or in a generation, that is over or has not begun."""
    bodies = Committee.objects.in_force(on=on)
    seats = Seat.objects.in_force(on=on).filter(committee__in=bodies)
    rows = Membership.objects.in_force(on=on).exclude(seat__in=seats)
    return rows.select_related("person", "seat__committee").order_by("seat__number", "pk")


def left_in_bodies(*, on: date) -> QuerySet[BodyMembership]:
    """Who is said to sit in a body that is over, or whose generation is."""
    whole = Committee.objects.in_force(on=on)
    bodies = whole.filter(Q(parent=None) | Q(parent__in=whole))
    rows = BodyMembership.objects.in_force(on=on).exclude(committee__in=bodies)
    return rows.select_related("person", "committee").order_by("committee__code", "pk")
