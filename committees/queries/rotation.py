"""Who of the 67 sits on which outside board, who did, and who has not yet (S16)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby, pairwise

from django.db.models import Q

from committees.models import BoardRotation, Committee, Membership, Seat
from committees.periods import ONE_DAY, in_words
from portal.kernel.models import Person
from portal.kernel.names import named, named_short
from regions.models import Region

from .spread import Share, Spread

Holdings = dict[int, list[Membership]]


@dataclass(frozen=True)
class Service:
    """One person's time on one board, and the seat of the 67 held then, if any."""

    row: BoardRotation
    seat: Seat | None

    @property
    def person(self) -> Person:
        return self.row.person

    @property
    def is_formal(self) -> bool:
        """Appointed by an order; without one it is network membership (S15)."""
        return self.row.appointed_by_id is not None

    @property
    def region(self) -> Region | None:
        return self.seat.region if self.seat else None

    @property
    def place(self) -> str:
        """Whom the person spoke for among the 67 then; nothing for who had no seat."""
        if self.seat is None:
            return ""
        return named_short(self.region) if self.region else named(self.seat.stands_for)

    @property
    def days(self) -> str:
        return in_words(self.row)


@dataclass(frozen=True)
class Turns:
    """One board on one day: who sits there, who comes, who sat there, and how it spread."""

    board: Committee
    services: list[Service]
    spread: Spread
    uncounted: list[tuple[Person, int]]
    on: date

    @property
    def now(self) -> list[Service]:
        return [s for s in self.services if s.row.is_in_force(on=self.on)]

    @property
    def coming(self) -> list[Service]:
        return [s for s in self.services if s.row.starts_on > self.on]

    @property
    def past(self) -> list[Service]:
        """Who has left, the latest first."""
        left = [s for s in self.services if s.row.ends_on and s.row.ends_on < self.on]
        return sorted(left, key=lambda s: s.row.ends_on, reverse=True)

    @property
    def past_people(self) -> int:
        """Who left and came again left once."""
        return len({service.person for service in self.past})


@dataclass(frozen=True)
class Waiting:
    """The members of one region, or for issues, and who of them never sat on a board."""

    region: Region | None
    members: int
    never: list[tuple[Membership, date]]


@dataclass(frozen=True)
class Rotation:
    """The boards of one day, and what the 67 of that day have to do with them."""

    on: date
    generation: Committee | None
    boards: list[Turns]
    ended: list[Committee]
    waiting: list[Waiting]

    @cached_property
    def boards_by_person(self) -> dict[Person, list[Committee]]:
        found = defaultdict(list)
        for turns in self.boards:
            for service in turns.now:
                found[service.person].append(turns.board)
        return dict(found)

    @property
    def overloaded(self) -> list[tuple[Person, list[Committee]]]:
        """Who sits on as many boards as the committee calls many."""
        if self.generation is None:
            return []
        most = self.generation.boards_limit
        return [(who, on) for who, on in self.boards_by_person.items() if len(on) >= most]

    @property
    def is_told_only(self) -> bool:
        """Whether documents name the boards of the day, and nobody who sat there."""
        return bool(self.boards) and all(t.board.source and not t.services for t in self.boards)

    @property
    def never(self) -> int:
        return sum(len(group.never) for group in self.waiting)


def rotation_of(*, on: date) -> Rotation:
    """Everything the page of the rotation shows of that day: five statements."""
    generation = Committee.objects.the_67(on=on).order_by("-starts_on").first()
    known = list(Committee.objects.boards().filter(starts_on__lte=on))
    rows = list(_rows())
    seats = list(_seats(generation, on=on))
    holdings = _holdings(generation, rows)
    boards = [board for board in known if board.is_in_force(on=on)]
    by_board = {board.pk: [row for row in rows if row.committee_id == board.pk] for board in boards}
    return Rotation(
        on=on,
        generation=generation,
        boards=[turns_of(b, by_board[b.pk], holdings, seats, generation, on=on) for b in boards],
        ended=[board for board in known if not board.is_in_force(on=on)],
        waiting=_waiting(holdings, rows, generation, on=on),
    )


def _rows() -> Iterable[BoardRotation]:
    rows = BoardRotation.objects.select_related("person", "appointed_by")
    return rows.order_by("starts_on", "person__sort_key", "pk")


def _seats(generation: Committee | None, *, on: date) -> Iterable[Seat]:
    return Seat.objects.in_force(on=on).filter(committee=generation).select_related("region")


def _holdings(generation: Committee | None, rows: list[BoardRotation]) -> Holdings:
    """The seats of the 67 that people hold or held: today's members, and all who ever rotated.

    Somebody with two seats on one day counts for the one with the lower number.
    """
    found = defaultdict(list)
    people = {row.person_id for row in rows}
    held = Membership.objects.filter(
        Q(seat__committee=generation) | Q(person__in=people),
        seat__committee__kind=Committee.Kind.SUBCOMMITTEE,
    )
    seat = ("seat__region", "seat__cluster", "seat__issue")
    for holding in held.select_related("person", *seat).order_by("seat__number", "pk"):
        found[holding.person_id].append(holding)
    return found


# -- One board -----------------------------------------------------------------


def turns_of(
    board: Committee,
    rows: list[BoardRotation],
    holdings: Holdings,
    seats: list[Seat],
    generation: Committee | None,
    *,
    on: date,
) -> Turns:
    since = generation.starts_on if generation else on + ONE_DAY
    days, outside = counted_days(rows, holdings, since=since, until=on)
    return Turns(
        board=board,
        services=[Service(row, _seat_of(row, holdings, on=on)) for row in rows],
        spread=Spread(shares_of(days, seats)),
        uncounted=list(outside.items()),
        on=on,
    )


def _seat_of(row: BoardRotation, holdings: Holdings, *, on: date) -> Seat | None:
    """The seat held on that day, or on the day of service that is nearest to it."""
    day = max(row.starts_on, min(on, row.ends_on or on))
    return _seat_on(day, holdings.get(row.person_id, []))


def _seat_on(day: date, held: list[Membership]) -> Seat | None:
    return next((holding.seat for holding in held if holding.is_in_force(on=day)), None)


def counted_days(
    rows: list[BoardRotation], holdings: Holdings, *, since: date, until: date
) -> tuple[Counter[Region | None], Counter[Person]]:
    """Days of service by the region of the seat held on each, and those without a seat."""
    days, outside = Counter(), Counter()
    for row in rows:
        first, last = max(row.starts_on, since), min(row.ends_on or until, until)
        for seat, count in _stretches(first, last, holdings.get(row.person_id, [])):
            if seat is None:
                outside[row.person] += count
            else:
                days[seat.region] += count
    return days, outside


def _stretches(
    first: date, last: date, held: list[Membership]
) -> Iterator[tuple[Seat | None, int]]:
    """The days from first to last, cut wherever the seat may change."""
    if first > last:
        return
    after = last + ONE_DAY
    cuts = {holding.starts_on for holding in held}
    cuts |= {holding.ends_on + ONE_DAY for holding in held if holding.ends_on}
    edges = sorted({first, after, *(cut for cut in cuts if first < cut < after)})
    for begins, ends in pairwise(edges):
        yield _seat_on(begins, held), (ends - begins).days


def shares_of(days: Counter[Region | None], seats: list[Seat]) -> list[Share]:
    """Every region that has seats or served, in order, and the issue seats last."""
    counted = Counter(seat.region for seat in seats)
    return [
        Share(region, days[region], counted[region])
        for region in sorted({*counted, *days}, key=_in_order)
    ]


def _in_order(region: Region | None) -> tuple[bool, int]:
    return (region is None, region.number if region else 0)


# -- Who has not yet -------------------------------------------------------------


def _waiting(
    holdings: Holdings, rows: list[BoardRotation], generation: Committee | None, *, on: date
) -> list[Waiting]:
    """The members of that day by region; who waits longest comes first."""
    if generation is None:
        return []
    served = {row.person_id for row in rows if row.starts_on <= on}
    mine = {
        person: [holding for holding in held if holding.seat.committee_id == generation.pk]
        for person, held in holdings.items()
    }
    now = [_now(held, on=on) for held in mine.values() if _now(held, on=on)]
    now.sort(key=lambda holding: _in_order(holding.seat.region))
    return [
        _group(region, list(group), mine, served)
        for region, group in groupby(now, key=lambda holding: holding.seat.region)
    ]


def _now(held: list[Membership], *, on: date) -> Membership | None:
    return next((holding for holding in held if holding.is_in_force(on=on)), None)


def _group(
    region: Region | None, members: list[Membership], mine: Holdings, served: set[int]
) -> Waiting:
    never = [
        (member, min(holding.starts_on for holding in mine[member.person_id]))
        for member in members
        if member.person_id not in served
    ]
    never.sort(key=lambda waits: (waits[1], waits[0].seat.number))
    return Waiting(region, len(members), never)
