"""ใบลงทะเบียน of a body without seats: its members, and for a region's those who hold a seat of the
67 from there."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Committee, Membership
from portal.kernel.models import Person
from portal.kernel.names import named, named_short

from .held import seats_held


def body_benches(
    body: Committee, people: QuerySet[Person], *, on: date
) -> Iterator[tuple[str, list[dict]]]:
    """(heading, what each line says), numbered through: four statements at most."""
    numbers = count(1)
    members = list(members_of(body, people, on=on))
    if members:
        yield _("กรรมการ"), [line_of_member(row, next(numbers)) for row in members]
    if body.region_id is None:
        return
    seated = seats_held(on=on).filter(seat__region=body.region_id)
    seated = seated.exclude(person__in=[row.person_id for row in members])
    places = seated.select_related("seat__region", "seat__cluster").order_by("seat__number")
    lines = [
        line_of_seat(row, next(numbers))
        for row in places.prefetch_related(Prefetch("person", people))
    ]
    if lines:
        yield _("อนุกรรมการ 67 จาก%(region)s") % {"region": named(body.region)}, lines


def members_of(body: Committee, people: QuerySet[Person], *, on: date) -> QuerySet[BodyMembership]:
    rows = BodyMembership.objects.in_force(on=on).filter(committee=body)
    return rows.order_by("person__sort_key", "pk").prefetch_related(Prefetch("person", people))


def line_of_member(row: BodyMembership, number: int) -> dict:
    return signing(row.person, number, role=row.role or _("กรรมการ"), place="")


def line_of_seat(row: Membership, number: int) -> dict:
    place = named_short(row.seat.cluster or row.seat.region)
    return signing(row.person, number, role=_("อนุกรรมการ"), place=place)


def signing(person: Person, number: int, *, role: str, place: str) -> dict:
    phone = getattr(person, "shown_phone", "")
    name = person.full_name
    return {"number": number, "name": name, "positions": [role], "place": place, "phone": phone}
