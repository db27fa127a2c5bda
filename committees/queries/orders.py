"""Orders, and what each of them caused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import F, Model, Q, QuerySet
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Committee, Membership, Seat, Substitution
from portal.kernel.models import Person
from portal.kernel.names import named
from portal.kernel.thai import containing
from regions.models import AppointmentOrder, Region, RegionalPost

from .role_words import post_words

AFTER_THE_REGIONS = 1000


def orders_matching(query: str) -> QuerySet[AppointmentOrder]:
    """By issuer, number or title; the newest first."""
    return AppointmentOrder.objects.filter(containing(query, "issuer", "number", "title"))


class Effect(NamedTuple):
    """Who took or left which place by an order, and which day that was the first or the last."""

    person: Person
    what: str
    from_day: date | None
    to_day: date | None
    seat: Seat | None = None
    body: Committee | None = None
    region: Region | None = None
    role: str = ""


def effects_of(order: AppointmentOrder) -> list[Effect]:
    """Everything the order caused, in the order of seats, posts and bodies: four queries."""
    return [*of_seats(order), *of_substitutes(order), *of_posts(order), *of_bodies(order)]


@dataclass(frozen=True)
class Group:
    """What an order caused in one region, in the issues, in the centre or in the bodies."""

    key: str
    title: str
    effects: list[Effect]


def groups_of(effects: Iterable[Effect]) -> list[Group]:
    """Region by region, then the issues, the centre, the bodies; each as the effects came."""
    found = {}
    for effect in effects:
        found.setdefault(place_of(effect), []).append(effect)
    places = sorted(found, key=lambda place: place[0])
    return [Group(key, title, found[rank, key, title]) for rank, key, title in places]


def place_of(effect: Effect) -> tuple[int, str, str]:
    """Where it stands among the others, its anchor and its title."""
    region = effect.region or (effect.seat and effect.seat.region)
    if region:
        return region.number, region.code, named(region)
    if effect.seat:
        return AFTER_THE_REGIONS, "issues", _("ผู้แทนประเด็น")
    if effect.body:
        return AFTER_THE_REGIONS + 2, "bodies", _("โครงสร้างคณะ 67")
    return AFTER_THE_REGIONS + 1, "centre", _("ส่วนกลาง")


def caused(rows: type[Model], order: AppointmentOrder) -> QuerySet:
    rows = rows.objects.filter(Q(appointed_by=order) | Q(discharged_by=order))
    return rows.select_related("person")


def days(row: Model, order: AppointmentOrder) -> Iterator[tuple[str, dict[str, date | None]]]:
    """Whether the order put this person in, took them out, or both."""
    if row.appointed_by_id == order.pk:
        yield _("แต่งตั้ง"), {"from_day": row.starts_on, "to_day": None}
    if row.discharged_by_id == order.pk:
        yield _("พ้นจากตำแหน่ง"), {"from_day": None, "to_day": row.ends_on}


def of_seats(order: AppointmentOrder) -> Iterator[Effect]:
    rows = caused(Membership, order).select_related("seat__region", "seat__cluster", "seat__issue")
    for row in rows.order_by("seat__number", "starts_on"):
        for what, span in days(row, order):
            yield Effect(row.person, what, seat=row.seat, **span)


def of_substitutes(order: AppointmentOrder) -> Iterator[Effect]:
    rows = Substitution.objects.filter(appointed_by=order).select_related(
        "person", "seat__region", "seat__cluster", "seat__issue"
    )
    for row in rows.order_by("seat__number", "starts_on"):
        yield Effect(row.person, _("ผู้แทนชั่วคราว"), row.starts_on, row.ends_on, seat=row.seat)


def of_posts(order: AppointmentOrder) -> Iterator[Effect]:
    rows = caused(RegionalPost, order).select_related("region", "province")
    for row in rows.order_by(F("region__number").asc(nulls_last=True), "role", "starts_on"):
        for what, span in days(row, order):
            yield Effect(row.person, what, region=row.region, role=post_words(row), **span)


def of_bodies(order: AppointmentOrder) -> Iterator[Effect]:
    rows = caused(BodyMembership, order).select_related("committee")
    for row in rows.order_by("committee__position", "committee_id", "person__sort_key"):
        for what, span in days(row, order):
            yield Effect(row.person, what, body=row.committee, role=row.role, **span)
