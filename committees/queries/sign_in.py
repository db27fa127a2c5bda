"""ใบลงทะเบียน: who signs in on each day of a meeting, region by region (thai-conventions 3.6)."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count, groupby
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from committees.models import Committee, Membership, Seat, Substitution
from committees.roles import OF_THE_SECRETARIAT
from portal.kernel.models import Person, User
from portal.kernel.names import named, named_short

from .body_sheet import body_benches
from .contacts import RESTRICTED, with_contacts
from .directory import Entry, entries_of, for_directory
from .held import named_in, posts_held, seats_acted_in, seats_held
from .role_words import post_words

BLANK_LINES = range(10)
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
    generation: Committee | None  # or the body whose sheet it is
    benches: list[Bench]
    blanks: range

    @property
    def people(self) -> int:
        return sum(len(bench.lines) for bench in self.benches)

    @property
    def is_unstated(self) -> bool:
        """The generation is known from a document that does not say who sits in it."""
        return bool(self.generation and self.generation.source and not self.benches)


def sign_in_sheets(*, first: date, days: int, body: Committee | None = None) -> list[Sheet]:
    """One sheet a day: the 67 and who acts for them, and the secretariat; or a ``body`` without
    seats. No telephone on it."""
    people = Person.objects.defer(*RESTRICTED)
    return [a_sheet(people, body, on=day) for day in run(first, days)]


def organisers_sheets(
    user: User, *, first: date, days: int, today: date, body: Committee | None = None
) -> list[Sheet]:
    """The same with the telephones that ``user`` may read."""
    people = with_contacts(Person.objects.all(), user, on=today)
    return [a_sheet(people, body, on=day) for day in run(first, days)]


def a_sheet(people: QuerySet[Person], body: Committee | None, *, on: date) -> Sheet:
    if body is None:
        return sheet_of(people, on=on)
    benches = body_benches(body, people, on=on)
    found = [Bench(name, [Line(**line) for line in lines]) for name, lines in benches]
    return Sheet(on, body, found, BLANK_LINES)


def run(first: date, days: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(days)]


def sheet_of(people: QuerySet[Person], *, on: date) -> Sheet:
    signing = named_in(
        seats_held(on=on),
        seats_acted_in(on=on),
        posts_held(on=on).filter(role__in=OF_THE_SECRETARIAT),
    )
    entries = entries_of(for_directory(people.filter(signing), on=on))
    benches = benches_of(sorted(entries, key=place_in_line), holders_of(entries, on=on))
    generation = Committee.objects.the_67(on=on).order_by("-starts_on").first()
    return Sheet(on, generation, list(benches), BLANK_LINES)


def holders_of(entries: list[Entry], *, on: date) -> dict[int, str]:
    """Who sits in the seats in which somebody acts, by seat."""
    seats = [row.seat_id for entry in entries for row in entry.substitutions]
    held = Membership.objects.in_force(on=on).filter(seat__in=seats).select_related("person")
    return {row.seat_id: row.person.full_name for row in held}


def benches_of(entries: list[Entry], holders: dict[int, str]) -> Iterable[Bench]:
    numbers = count(1)
    for name, bench in groupby(entries, key=bench_name):
        yield Bench(name, [line_of(entry, next(numbers), holders) for entry in bench])


def place_in_line(entry: Entry) -> tuple:
    """By region, the issues after them and the secretariat last, the centre before the regions;
    then by seat, then by name."""
    seat = seat_of(entry)
    name = entry.person.sort_key
    if seat is None:
        return (LAST, 1, min((one.number for one in entry.regions), default=0), name)
    return (seat.region.number if seat.region else LAST, 0, seat.number, name)


def bench_name(entry: Entry) -> str:
    seat = seat_of(entry)
    if seat is None:
        return _("กองเลขานุการ")
    return named(seat.region) if seat.region else _("ผู้แทนประเด็น")


def seat_of(entry: Entry) -> Seat | None:
    return entry.seats[0] if entry.seats else None


def line_of(entry: Entry, number: int, holders: dict[int, str]) -> Line:
    return Line(
        number=number,
        name=entry.person.full_name,
        positions=list(positions_of(entry, holders)),
        place=place_of(entry),
        phone=getattr(entry.person, "shown_phone", ""),
    )


def positions_of(entry: Entry, holders: dict[int, str]) -> Iterable[str]:
    """Short, as the paper is narrow: without the number of the seat."""
    if entry.holdings:
        yield _("อนุกรรมการ")
    for row in entry.substitutions:
        yield acting_words(row, holders.get(row.seat_id))
    yield from map(post_words, entry.posts)


def acting_words(row: Substitution, holder: str | None) -> str:
    """For whom; for the seat where nobody sits."""
    if holder:
        return _("ผู้แทนชั่วคราว แทน%(person)s") % {"person": holder}
    return _("ผู้แทนชั่วคราว แทนที่นั่งที่ %(number)s (ว่าง)") % {"number": row.seat.number}


def place_of(entry: Entry) -> str:
    """The cluster or the issue; the heading above says the region."""
    seat = seat_of(entry)
    if seat is None:
        return ", ".join(map(named_short, entry.regions)) or _("ส่วนกลาง")
    if seat.issue:
        return named(seat.issue)
    return named_short(seat.cluster or seat.region)
