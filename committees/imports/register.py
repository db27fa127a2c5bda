"""What stands in the register about everything a file names, read once for all its rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from committees.models import Committee, Issue, Membership, Seat, Substitution
from committees.roles import STAFF
from portal.kernel.models import Person
from portal.kernel.phones import parse_phone
from portal.kernel.thai import normalise
from regions.models import AppointmentOrder, ProvinceCluster, ProvinceRegion, Region, RegionalPost
from regions.models.period import Period

SEATS = ("committee", "region", "cluster", "issue")


@dataclass(frozen=True)
class Register:
    """Rows by what a file calls them by."""

    generations: list[Committee]
    seats: dict[tuple[int, int], Seat]
    holdings: dict[int, list[Membership]]
    seatings: dict[int, list[Membership]]
    actings: dict[int, list[Substitution]]
    staff: dict[int, list[RegionalPost]]
    people: dict[str, list[Person]]
    addresses: dict[str, list[Person]]
    orders: dict[tuple[str, str], AppointmentOrder]
    places: dict[str, dict[str, object]]
    regions_of_clusters: dict[int, set[int]] = field(default_factory=dict)

    def generation(self, *, on: date) -> Committee | None:
        return next((one for one in self.generations if one.is_in_force(on=on)), None)

    def place(self, key: str, written: str):
        """A region, cluster or issue by any of its names."""
        return self.places[key].get(plain(written))


def read_register(values: Iterable[dict]) -> Register:
    """Eleven queries for any number of rows; ``values`` are what their cells say."""
    values = list(values)
    people = people_called(values)
    seats = seats_numbered({row["seat"] for row in values if row["seat"]})
    held = held_by(people, seats)
    return Register(
        generations=list(Committee.objects.filter(kind=Committee.Kind.SUBCOMMITTEE)),
        seats={(seat.committee_id, seat.number): seat for seat in seats},
        holdings=grouped(held, lambda row: row.seat_id),
        seatings=grouped(held, lambda row: row.person_id),
        actings=grouped(acting_among(people), lambda row: row.person_id),
        staff=grouped(staff_among(people), lambda post: post.person_id),
        people=grouped(people, lambda one: name_key(one.first_name, one.last_name)),
        addresses=grouped(people, lambda one: one.email.lower()),
        orders={(order.issuer, order.number): order for order in orders_numbered(values)},
        places={
            "region": by_name(Region),
            "cluster": by_name(ProvinceCluster),
            "issue": by_name(Issue),
        },
        regions_of_clusters=regions_of_clusters(),
    )


def people_called(values: list[dict]) -> list[Person]:
    """Namesakes of everybody in the file, and whoever has one of their addresses."""
    names = {row["first_name"] for row in values if row["first_name"]}
    addresses = {row["email"] for row in values if row["email"]}
    return list(Person.objects.filter(Q(first_name__in=names) | Q(email__in=addresses)))


def seats_numbered(numbers: set[int]) -> list[Seat]:
    seats = Seat.objects.filter(committee__kind=Committee.Kind.SUBCOMMITTEE, number__in=numbers)
    return list(seats.select_related(*SEATS))


def held_by(people: list[Person], seats: list[Seat]) -> list[Membership]:
    rows = Membership.objects.filter(Q(seat__in=seats) | Q(person__in=people))
    rows = rows.filter(seat__committee__kind=Committee.Kind.SUBCOMMITTEE)
    return list(rows.select_related("person", *(f"seat__{name}" for name in SEATS)))


def acting_among(people: list[Person]) -> list[Substitution]:
    rows = Substitution.objects.filter(person__in=people)
    return list(rows.select_related(*(f"seat__{name}" for name in SEATS)))


def staff_among(people: list[Person]) -> list[RegionalPost]:
    posts = RegionalPost.objects.filter(person__in=people, role__in=STAFF)
    return list(posts.select_related("region", "province"))


def orders_numbered(values: list[dict]) -> list[AppointmentOrder]:
    numbers = {row["order_number"] for row in values if row["order_number"]}
    return list(AppointmentOrder.objects.filter(number__in=numbers))


def by_name(model) -> dict[str, object]:
    found = {}
    for one in model.objects.all():
        for called in (one.name, getattr(one, "short_name", ""), one.name_en, one.code):
            if called:
                found.setdefault(plain(called), one)
    return found


def regions_of_clusters() -> dict[int, set[int]]:
    pairs = ProvinceRegion.objects.filter(province__clusters__isnull=False)
    found = defaultdict(set)
    for cluster, region in pairs.values_list("province__clusters", "region"):
        found[cluster].add(region)
    return found


def grouped(rows: Iterable, key) -> dict:
    found = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


# -- How things are compared ---------------------------------------------------------------


def plain(called: str) -> str:
    """A name without what it is: กลุ่มจังหวัดภาคใต้ and ภาคใต้ name one cluster."""
    called = normalise(called).lower().replace(" ", "")
    for word in ("กลุ่มจังหวัด", "ประเด็น", "ภาค"):
        called = called.removeprefix(word)
    return called


def name_key(first_name: str, last_name: str) -> str:
    return " ".join(normalise(f"{first_name} {last_name}").lower().split())


def same_phone(one: str, other: str) -> bool:
    return bool(one and other) and dialled(one) == dialled(other)


def dialled(phone: str) -> str:
    try:
        return parse_phone(phone)
    except ValueError:
        return phone


def share_a_day(one: Period, other: Period) -> bool:
    """The same as ``committees.periods.overlapping``, for rows that are here already."""
    return (one.ends_on is None or one.ends_on >= other.starts_on) and (
        other.ends_on is None or other.ends_on >= one.starts_on
    )
