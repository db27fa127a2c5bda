"""An entry that is put right obeys what it had to obey when it was made."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from committees.actions import body_members, posts, seats
from committees.actions.bodies import locked as locked_body
from committees.actions.bodies import refuse_backwards
from committees.actions.holding import hold
from committees.actions.posts.rules import Term
from committees.actions.seats.rules import (
    locked,
    period_of,
    refuse_outside_seat,
    refuse_second_holder,
    refuse_second_seat,
    refuse_second_substitute,
    refuse_staff,
)
from committees.actions.seats.substitutes import refuse_the_holder
from committees.models import BodyMembership, Membership, Substitution
from committees.queries.entries import Entry
from portal.kernel.errors import RuleBroken
from portal.kernel.thai import long_date
from regions.models import RegionalPost

BESIDE = {
    **posts.rules.BESIDE,
    **seats.substitutes.BESIDE,
    **body_members.BESIDE,
    "one_holder_per_seat_at_a_time": "starts_on",
    "one_membership_of_a_person_in_a_body_at_a_time": "starts_on",
    "a_term_ends_after_it_begins": "term_ends_on",
    "formal_appointments_name_their_order": "order",
    "formal_discharges_name_their_order": "discharge_order",
    "membership_ends_after_it_starts": "ends_on",
    "bodymembership_ends_after_it_starts": "ends_on",
}

ORDERS = {"appointed_by": "order", "discharged_by": "discharge_order"}


def hold_around(entry: Entry) -> None:
    """Hold what an appointment holds, in the same order, so that none waits for the other."""
    match entry:
        case Membership() | Substitution():
            locked(entry.seat)
            hold(entry.person)
        case RegionalPost():
            posts.rules.stand_in_line(entry.place, entry.person)
            posts.rules.lock_centre(entry)
        case _:
            locked_body(entry.committee)
            hold(entry.person)


def refuse_wrong(entry: Entry) -> None:
    match entry:
        case Membership():
            refusals = (refuse_outside_seat, refuse_second_holder, refuse_second_seat, refuse_staff)
        case Substitution():
            once = (refuse_second_substitute, refuse_the_holder, refuse_second_seat)
            refusals = (refuse_backwards, refuse_outside_seat, *once, refuse_staff)
        case RegionalPost():
            refusals = (refuse_wrong_post,)
        case _:
            rules = body_members
            once = (rules.refuse_outsider, rules.refuse_twice)
            refusals = (rules.refuse_outside_body, refuse_backwards, *once)
    for refuse in refusals:
        refuse(entry)


def refuse_wrong_post(post: RegionalPost) -> None:
    term = Term(post.starts_on, post.ends_on)
    posts.rules.refuse_days(post.place, term)
    posts.rules.refuse_wrong_person(post.role, post.place, post.person, term, besides=post)


def refuse_cleared_order(entry: Entry, columns: Sequence[str]) -> None:
    """What came or ended by an order is not corrected into coming or ending by none (B7).

    Asked of what changed alone: a term that was known from the start ends by no second order.
    """
    cleared = [name for name in columns if name in ORDERS and getattr(entry, name) is None]
    for name in cleared:
        match entry:
            case RegionalPost() if name == "appointed_by" or entry.ends_on:
                posts.rules.refuse_without_order(entry.role, None, field=ORDERS[name])
            case BodyMembership() if name == "discharged_by" and entry.ends_on:
                body_members.refuse_without_order(entry, None, field=ORDERS[name])


def refuse_ended_place(entry: Entry) -> None:
    """Nobody stays in a seat, body or region longer than it lasts."""
    ends_on = last_day_of_place(entry)
    if ends_on is not None:
        text = _("ที่นั่ง คณะ หรือภาคนี้มีถึง %(day)s เท่านั้น จึงยกเลิกการพ้นไม่ได้ แก้วันพ้นได้")
        raise RuleBroken(text % {"day": long_date(ends_on)}, code="place-ends")


def last_day_of_place(entry: Entry) -> date | None:
    match entry:
        case Membership():
            return period_of(entry.seat).ends_on
        case RegionalPost():
            return entry.region and entry.region.ends_on
    return entry.committee.ends_on
