"""One person through the years: every seat, post, body and position, the latest first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Membership, Position, Seat, Substitution
from committees.periods import in_words
from portal.kernel import thai
from portal.kernel.models import Person, User
from portal.kernel.names import named
from regions.models import AppointmentOrder, RegionalPost
from regions.models.period import Period

from .entries import kind_of
from .role_words import (
    area_words,
    mode_words,
    post_words,
    seat_words,
    standing_words,
    substitute_words,
)

ORDERS = ("appointed_by", "discharged_by")
SEAT = ("seat__region", "seat__cluster", "seat__issue", "seat__committee")


class Cause(NamedTuple):
    """The order by which somebody came or left."""

    words: str
    order: AppointmentOrder


class Chapter(NamedTuple):
    """One thing a person is or was, with its days, where it leads and the orders behind it.

    ``facts`` are lines of short facts.
    """

    row: Period
    title: str
    facts: list[list[str]]
    url: str
    causes: list[Cause]
    is_now: bool
    is_to_come: bool

    @property
    def when(self) -> str:
        return in_words(self.row)

    @property
    def kind(self) -> str:
        """By which its entry is found to be put right, if it can be."""
        return kind_of(self.row)


def life_of(person: Person, user: User, *, on: date, today: date) -> list[Chapter]:
    """Five queries. A stranger hears of nothing that has not begun, and of no order."""
    chapters = [
        chapter(person_row, on=on, with_orders=user.is_authenticated)
        for person_row in rows_of(person)
        if user.is_authenticated or person_row.starts_on <= today
    ]
    return sorted(chapters, key=lambda one: (one.row.starts_on, one.row.pk), reverse=True)


def rows_of(person: Person) -> Iterator[Period]:
    yield from Membership.objects.filter(person=person).select_related(*SEAT, *ORDERS)
    yield from Substitution.objects.filter(person=person).select_related(*SEAT, "appointed_by")
    yield from RegionalPost.objects.filter(person=person).select_related(
        "region", "province", *ORDERS
    )
    bodies = BodyMembership.objects.filter(person=person)
    yield from bodies.select_related("committee__parent", *ORDERS)
    yield from Position.objects.filter(person=person)


def chapter(row: Period, *, on: date, with_orders: bool) -> Chapter:
    title, facts, url = told(row, on=on)
    return Chapter(
        row=row,
        title=title,
        facts=[line for line in facts if any(line)],
        url=url,
        causes=list(causes_of(row)) if with_orders else [],
        is_now=row.is_in_force(on=on),
        is_to_come=row.starts_on > on,
    )


def told(row: Period, *, on: date) -> tuple[str, list[list[str]], str]:
    """The title, the facts and the page of one row."""
    match row:
        case Membership(seat=seat):
            where, of_which = place_words(seat)
            facts = [where, [*of_which, mode_words(row)], [term_words(row, on=on)]]
            return seat_words(seat), facts, page_of(seat)
        case Substitution(seat=seat):
            return substitute_words(row), place_words(seat), page_of(seat)
        case RegionalPost():
            return post_words(row), [[named(row.region) if row.region else ""]], ""
        case BodyMembership(committee=body):
            url = reverse("committees:body-detail", args=[body.code])
            return named(body), [[row.role], [named(body.parent) if body.parent else ""]], url
    return row.title, [[_("ตามเอกสาร: %(source)s") % {"source": row.source}]], ""


def place_words(seat: Seat) -> list[list[str]]:
    return [area_words(seat) or [named(seat.stands_for)], [seat.committee.short_name]]


def page_of(seat: Seat) -> str:
    return reverse("committees:seat-detail", args=[seat.pk])


def term_words(row: Membership, *, on: date) -> str:
    """When the term of a seat still held runs out, and how it stands."""
    if row.term_ends_on is None or not row.is_in_force(on=on):
        return ""
    if row.ends_on and row.ends_on <= row.term_ends_on:
        return ""  # the last day stands beside it, and is the truth
    standing = row.standing(on=on, warn_days=row.seat.committee.ends_soon_days)
    day = thai.long_date(row.term_ends_on)
    return _("ครบวาระ %(day)s (%(standing)s)") % {"day": day, "standing": standing_words(standing)}


def causes_of(row: Period) -> Iterator[Cause]:
    for field, words in ((ORDERS[0], _("แต่งตั้งตาม")), (ORDERS[1], _("พ้นตาม"))):
        if order := getattr(row, field, None):
            yield Cause(words, order)
