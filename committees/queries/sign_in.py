"""ใบลงทะเบียน: who signs in on each day of a meeting, region by region (thai-conventions 3.6)."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count, groupby
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from committees.models import Seat
from portal.kernel.models import Person, User
from portal.kernel.names import named, named_short

from .contacts import RESTRICTED, with_contacts
from .directory import Entry, entries_of, for_directory
from .held import Role, named_in, posts_held, seats_acted_in, seats_held
from .role_words import post_words

BLANK_LINES = range(10)
STAFF_SIGNING = (Role.OFFICER, Role.CENTRAL_OFFICER)
LAST = 999


class Line(NamedTuple):
    number: int
    name: str
    positions: list[str]
    place: str
    phone: str


class Bench(NamedTuple):
    """The people of one region, those of the issues, or the secretariat."""

    name: str
    lines: list[Line]


class Sheet(NamedTuple):
    """One day of the meeting; ``blanks`` are lines for whom nobody foresaw."""

    on: date
    benches: list[Bench]
    blanks: range

    @property
    def people(self) -> int:
        return sum(len(bench.lines) for bench in self.benches)


def sign_in_sheets(*, first: date, days: int) -> list[Sheet]:
    """One sheet a day: the 67 and who acts for them, and the secretariat. No telephone on it."""
    return [sheet_of(Person.objects.defer(*RESTRICTED), on=day) for day in run(first, days)]


def organisers_sheets(user: User, *, first: date, days: int, today: date) -> list[Sheet]:
    """The same with the telephones that ``user`` may read."""
    people = with_contacts(Person.objects.all(), user, on=today)
    return [sheet_of(people, on=day) for day in run(first, days)]


def run(first: date, days: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(days)]


def sheet_of(people: QuerySet[Person], *, on: date) -> Sheet:
    signing = named_in(
        seats_held(on=on),
        seats_acted_in(on=on),
        posts_held(on=on).filter(role__in=STAFF_SIGNING),
    )
    entries = entries_of(for_directory(people.filter(signing), on=on))
    return Sheet(on, list(benches_of(sorted(entries, key=place_in_line))), BLANK_LINES)


def benches_of(entries: list[Entry]) -> Iterable[Bench]:
    numbers = count(1)
    for name, bench in groupby(entries, key=bench_name):
        yield Bench(name, [line_of(entry, next(numbers)) for entry in bench])


def place_in_line(entry: Entry) -> tuple:
    """By region, the issues after them and the secretariat last; then by seat, then by name."""
    seat = seat_of(entry)
    name = entry.person.sort_key
    if seat is None:
        return (LAST, 1, 0, name)
    return (seat.region.number if seat.region else LAST, 0, seat.number, name)


def bench_name(entry: Entry) -> str:
    seat = seat_of(entry)
    if seat is None:
        return _("กองเลขานุการ")
    return named(seat.region) if seat.region else _("ผู้แทนประเด็น")


def seat_of(entry: Entry) -> Seat | None:
    return entry.seats[0] if entry.seats else None


def line_of(entry: Entry, number: int) -> Line:
    return Line(
        number=number,
        name=entry.person.full_name,
        positions=list(positions_of(entry)),
        place=place_of(entry),
        phone=getattr(entry.person, "shown_phone", ""),
    )


def positions_of(entry: Entry) -> Iterable[str]:
    """Short, as the paper is narrow: without the number of the seat."""
    if entry.holdings:
        yield _("อนุกรรมการ")
    if entry.substitutions:
        yield _("ผู้แทนชั่วคราว")
    yield from map(post_words, entry.posts)


def place_of(entry: Entry) -> str:
    """The cluster or the issue; the heading above says the region."""
    seat = seat_of(entry)
    if seat is None:
        return ", ".join(map(named_short, entry.regions))
    if seat.issue:
        return named(seat.issue)
    return named_short(seat.cluster or seat.region)
