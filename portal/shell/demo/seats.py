"""The 67 seats of today: who holds them, who held them before, and who stands in for whom."""

from datetime import date, timedelta
from itertools import accumulate

from committees.models import Issue, Membership, Seat, Substitution
from portal.kernel.months import first_of_month
from regions.models import ProvinceCluster

A_DAY = timedelta(days=1)

# How many seats each region has, and for which clusters in turn. Bangkok is in no cluster.
BENCHES = {
    "upper-north": (8, ["north-upper-1", "north-upper-2"]),
    "lower-north": (7, ["north-lower-1", "north-lower-2"]),
    "upper-northeast": (11, ["northeast-upper-1", "northeast-upper-2", "northeast-central"]),
    "lower-northeast": (8, ["northeast-lower-1", "northeast-lower-2"]),
    "central-west": (10, ["central-upper", "central-lower-1", "central-lower-2"]),
    "east": (5, ["east-1", "east-2"]),
    "bangkok-vicinity": (4, [None, "central-vicinity"]),
    "south": (7, ["south-gulf", "south-andaman", "south-border"]),
}

LEFT = {12: 75, 48: 95}  # seats vacant since so many days
ENDING = {4: 40, 20: 40, 37: 55}  # terms that run out in so many days
CARRIED_OVER = {31: 20}  # terms that ran out so many days ago
IN_NETWORK_MODE = range(5, 68, 5)
CHANGED = 26  # the seat whose holder changed this year
# Who stands in for the holder of which seat: from and until the first day of which month,
# counted from this one.
SUBSTITUTES = {33: (-8, -6), 31: (0, 2)}


def day_of_change(*, today: date) -> date:
    """The new holder's first day: the first of this month, so it lies in this calendar year
    and is past or today whenever the demonstration is loaded, on 1 January too."""
    return first_of_month(today)


def causes_in_seats(*, today: date) -> dict[str, tuple[date, str]]:
    """What happened to seats since the first appointment, by key: from which day, and what."""
    causes = {
        f"left-{number}": (
            today - timedelta(days=days - 1),
            f"ให้อนุกรรมการพ้นจากตำแหน่ง ที่นั่งที่ {number}",
        )
        for number, days in LEFT.items()
    }
    causes["changed"] = (
        day_of_change(today=today),
        f"ให้อนุกรรมการพ้นจากตำแหน่งและแต่งตั้งผู้ดำรงตำแหน่งแทน ที่นั่งที่ {CHANGED}",
    )
    for number, (begins, _ends) in SUBSTITUTES.items():
        causes[f"substitute-{number}"] = (
            first_of_month(today, later=begins),
            f"แต่งตั้งผู้แทนชั่วคราว ที่นั่งที่ {number}",
        )
    return causes


def load_seats(committee, regions, people, orders, *, today):
    clusters = {cluster.code: cluster for cluster in ProvinceCluster.objects.in_force(on=today)}
    seats = [*cluster_seats(committee, regions, clusters)]
    seats += issue_seats(committee, first=len(seats) + 1)
    Seat.objects.bulk_create(seats)
    by_number = {seat.number: seat for seat in seats}
    Membership.objects.bulk_create(
        [
            *(holding(seat, people, orders, today=today) for seat in seats),
            holding_before(by_number[CHANGED], people, orders, today=today),
        ]
    )
    load_substitutes(by_number, people, orders, today=today)


def cluster_seats(committee, regions, clusters):
    number = 0
    for code, (count, codes) in BENCHES.items():
        for turn in range(count):
            number += 1
            yield Seat(
                committee=committee,
                number=number,
                kind=Seat.Kind.CLUSTER,
                region=regions[code],
                cluster=clusters.get(codes[turn % len(codes)]),
                starts_on=committee.starts_on,
            )


def issue_seats(committee, *, first):
    return [
        Seat(
            committee=committee,
            number=number,
            kind=Seat.Kind.ISSUE,
            issue=issue,
            starts_on=committee.starts_on,
        )
        for number, issue in enumerate(Issue.objects.all(), start=first)
    ]


def first_seats() -> dict[str, int]:
    """The number of the first seat of each region."""
    counts = [count for count, _clusters in BENCHES.values()]
    return dict(zip(BENCHES, accumulate(counts, initial=1), strict=False))


# -- Who sits in them --------------------------------------------------------------


def holding(seat, people, orders, *, today):
    """Whoever holds or last held the seat; network membership has no order."""
    number = seat.number
    appointed_by = orders["changed" if number == CHANGED else "appointed"]
    is_network = number in IN_NETWORK_MODE
    return Membership(
        seat=seat,
        person=people[f"seat-{number}"],
        mode=Membership.Mode.NETWORK if is_network else Membership.Mode.FORMAL,
        starts_on=day_of_change(today=today) if number == CHANGED else seat.starts_on,
        ends_on=today - timedelta(days=LEFT[number]) if number in LEFT else None,
        term_ends_on=term_of(seat, today=today),
        appointed_by=None if is_network else appointed_by,
        discharged_by=orders.get(f"left-{number}"),
    )


def holding_before(seat, people, orders, *, today):
    """Who sat in the seat whose holder changed: their last day is the day before."""
    return Membership(
        seat=seat,
        person=people[f"before-{seat.number}"],
        starts_on=seat.starts_on,
        ends_on=day_of_change(today=today) - A_DAY,
        term_ends_on=term_of(seat, today=today),
        appointed_by=orders["appointed"],
        discharged_by=orders["changed"],
    )


def term_of(seat, *, today):
    """A term lasts two years; who comes in between serves the rest of it."""
    if seat.number in ENDING:
        return today + timedelta(days=ENDING[seat.number])
    if seat.number in CARRIED_OVER:
        return today - timedelta(days=CARRIED_OVER[seat.number])
    return first_of_month(seat.starts_on, later=24) - A_DAY


def load_substitutes(seats, people, orders, *, today):
    Substitution.objects.bulk_create(
        Substitution(
            seat=seats[number],
            person=people[f"substitute-{number}"],
            starts_on=first_of_month(today, later=begins),
            ends_on=first_of_month(today, later=ends) - A_DAY,
            appointed_by=orders[f"substitute-{number}"],
        )
        for number, (begins, ends) in SUBSTITUTES.items()
    )
