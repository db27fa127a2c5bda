"""Whom a form offers for a seat or a body, and what stands beside each name."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from committees.models import (
    BodyMembership,
    Committee,
    Membership,
    Position,
    Seat,
    Substitution,
)
from committees.roles import STAFF
from portal.kernel.models import Person
from portal.kernel.names import named, named_short
from regions.models import Region, RegionalPost

from .held import named_in
from .namesakes import register_words, what_they_hold

PLACE = ("seat__region", "seat__cluster", "seat__issue")
LAST = 999

# -- Whom -----------------------------------------------------------------------------


def for_seat(seat: Seat, *, on: date) -> QuerySet[Person]:
    """Who could sit there from that day on: no staff, nobody of another seat of the generation,
    nobody who acts in any."""
    beside = {"seat__committee": seat.committee_id}
    others = Membership.objects.filter(**beside).exclude(seat=seat)
    acting = Substitution.objects.filter(**beside)
    return living().exclude(named_in(from_day(others, on), from_day(acting, on), staff(on)))


def for_acting(seat: Seat, *, on: date) -> QuerySet[Person]:
    """Who could act in it: no staff, nobody who sits or acts in a seat of the generation.

    Acting ends on a known day, so only its own first day is asked of those who act already.
    """
    beside = {"seat__committee": seat.committee_id}
    holders = Membership.objects.filter(**beside)
    acting = Substitution.objects.filter(**beside).in_force(on=on)
    return living().exclude(named_in(from_day(holders, on), acting, staff(on)))


def for_body(body: Committee, *, on: date) -> QuerySet[Person]:
    """Who is not on it yet; to boards outside only holders of seats of the 67 are sent (S16)."""
    people = Person.objects.all() if body.source else living()
    people = people.exclude(named_in(BodyMembership.objects.filter(committee=body).in_force(on=on)))
    generation = Committee.objects.the_67(on=on).first()
    if body.kind != Committee.Kind.BOARD or generation is None or generation.source:
        return people
    seated = Membership.objects.in_force(on=on).filter(seat__committee=generation)
    return people.filter(named_in(seated))


def living() -> QuerySet[Person]:
    """Everybody but those whom only the document of a generation before names."""
    known = (
        Membership.objects.filter(seat__committee__source=""),
        Substitution.objects.filter(seat__committee__source=""),
        BodyMembership.objects.filter(committee__source=""),
        RegionalPost.objects.all(),
    )
    told = Exists(Position.objects.filter(person=OuterRef("pk")))
    return Person.objects.exclude(Q(told) & ~named_in(*known))


def staff(on: date) -> QuerySet[RegionalPost]:
    return from_day(RegionalPost.objects.filter(role__in=STAFF), on)


def from_day(rows: QuerySet, on: date) -> QuerySet:
    """Rows that hold that day or begin later: whoever comes stays without a known end."""
    return rows.filter(Q(ends_on=None) | Q(ends_on__gte=on))


# -- And what stands beside the name ---------------------------------------------------


class Candidate(NamedTuple):
    person: Person
    label: str
    seat: Seat | None


class Group(NamedTuple):
    """The people of one region, of the issues, or those who have sat nowhere."""

    name: str
    candidates: list[Candidate]


def candidates(people: Iterable[Person], *, on: date, first: Region | None = None) -> list[Group]:
    """In groups by region, ``first`` before the others: a handful of queries, however many."""
    people = list(people)
    beside = BesideNames(people, on=on)
    groups = defaultdict(list)
    for person in people:
        seat = beside.seat(person)
        groups[place_of(seat, first)] += [Candidate(person, beside.label(person), seat)]
    return [Group(name, groups[place, name]) for place, name in sorted(groups)]


def place_of(seat: Seat | None, first: Region | None) -> tuple[int, str]:
    """Where a group stands and what it is called."""
    if seat is None:
        return LAST + 1, _("ผู้อื่นในทะเบียน")
    if seat.region is None:
        return LAST, _("ผู้แทนประเด็น")
    return 0 if seat.region == first else seat.region.number, named(seat.region)


class BesideNames:
    """Seats that people sit, act or sat in; of all others what they hold."""

    def __init__(self, people: list[Person], *, on: date) -> None:
        self.on = on
        theirs = {"person__in": [person.pk for person in people], "starts_on__lte": on}
        self.rows = {}
        for kind in (Substitution, Membership):
            rows = kind.objects.filter(**theirs).select_related(*PLACE)
            for row in rows.order_by("starts_on"):
                self.keep(row)
        others = [person.pk for person in people if person.pk not in self.rows]
        self.held = what_they_hold(others, on=on) if others else {}
        self.namesakes = Counter(person.full_name for person in people)

    def keep(self, row: Membership | Substitution) -> None:
        """The latest, but nothing that is over where something is held."""
        known = self.rows.get(row.person_id)
        if known is None or row.is_in_force(on=self.on) or not known.is_in_force(on=self.on):
            self.rows[row.person_id] = row

    def seat(self, person: Person) -> Seat | None:
        row = self.rows.get(person.pk)
        return row and row.seat

    def label(self, person: Person) -> str:
        name, words = person.full_name, self.words(person)
        if not words and self.namesakes[name] > 1:
            words = register_words(person.pk)
        return f"{name} · {words}" if words else name

    def words(self, person: Person) -> str:
        row = self.rows.get(person.pk)
        if row is None:
            return ", ".join(self.held.get(person.pk, []))
        place = named_short(row.seat.region) if row.seat.region else named(row.seat.stands_for)
        return seat_words(row, on=self.on) % {"n": row.seat.number, "place": place}


def seat_words(row: Membership | Substitution, *, on: date) -> str:
    acts, is_over = isinstance(row, Substitution), not row.is_in_force(on=on)
    if acts:
        now, before = _("ผู้แทนชั่วคราว ที่นั่งที่ %(n)s %(place)s"), _("เคยแทนที่นั่งที่ %(n)s %(place)s")
    else:
        now, before = _("ที่นั่งที่ %(n)s %(place)s"), _("เคยอยู่ที่นั่งที่ %(n)s %(place)s")
    return before if is_over else now
