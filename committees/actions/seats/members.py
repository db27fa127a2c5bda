"""Put people into seats and let them go: terms, orders and what hangs on a seat."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from committees.actions.holding import hold
from committees.actions.posts import end_with_seat
from committees.models import Committee, Membership, Seat
from committees.periods import ONE_DAY, still_open
from committees.queries.held_beside import Beside
from committees.roles import OF_THE_67
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import Person, User
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder, RegionalPost

from .leaving import end_together
from .rules import (
    locked,
    period_of,
    refuse_outside_seat,
    refuse_second_holder,
    refuse_second_seat,
    refuse_staff,
    speaking_for,
)

BESIDE_APPOINTMENT = {
    "one_holder_per_seat_at_a_time": "starts_on",
    "a_term_ends_after_it_begins": "term_ends_on",
    "formal_appointments_name_their_order": "order",
}
BESIDE_DISCHARGE = {
    "membership_ends_after_it_starts": "ends_on",
    "formal_discharges_name_their_order": "order",
}


@transaction.atomic
def appoint_member(
    seat: Seat,
    person: Person,
    *,
    starts_on: date,
    term_ends_on: date | None = None,
    mode: str = Membership.Mode.FORMAL,
    order: AppointmentOrder | None = None,
    by: User,
) -> Membership:
    """Seat somebody from ``starts_on`` on; a formal appointment names its order (B7).

    In a seat that has an end already, the holder leaves with it, by the same order.
    """
    seat = locked(seat)
    hold(person)
    membership = Membership(
        seat=seat, person=person, mode=mode, starts_on=starts_on, term_ends_on=term_ends_on,
        appointed_by=order, ends_on=period_of(seat).ends_on,
    )  # fmt: skip
    membership.discharged_by = order if membership.ends_on else None
    for refuse in (refuse_outside_seat, refuse_second_holder, refuse_second_seat, refuse_staff):
        refuse(membership)
    with rules_of(Membership, beside=BESIDE_APPOINTMENT):
        membership.save(force_insert=True)
    record("member.appointed", seat, by=by, membership=membership.pk, order=order and order.pk)
    return membership


@transaction.atomic
def discharge_member(
    membership: Membership,
    *,
    ends_on: date,
    order: AppointmentOrder | None = None,
    together: Sequence[Beside] = (),
    by: User,
) -> Membership:
    """``ends_on`` is the last day in the seat, which may be yet to come.

    The posts that the seat gave its holder, coordinator and co-chair of its region, end the
    same day unless another seat of the region holds on; a substitute stays until their own day.
    ``together`` are the places beside the seat that end with it, by the same order.
    """
    seat = locked(membership.seat)
    hold(membership.person)
    row = Membership.objects.select_for_update(of=["self"]).select_related("person")
    row = row.get(pk=membership.pk)
    if row.ends_on is not None:
        text = _("บันทึกไว้แล้วว่า %(person)s พ้นจากที่นั่งนี้หลัง %(day)s")
        known = {"person": row.person.full_name, "day": long_date(row.ends_on)}
        raise RuleBroken(text % known, code="already-discharged")
    row.ends_on, row.discharged_by = ends_on, order
    with rules_of(Membership, beside=BESIDE_DISCHARGE):
        row.save(update_fields=["ends_on", "discharged_by"])
    _end_posts_of(row, seat, by=by)
    end_together(row, together, by=by)
    record("member.discharged", seat, by=by, membership=row.pk, order=order and order.pk)
    return row


@transaction.atomic
def replace_member(
    seat: Seat,
    person: Person,
    *,
    starts_on: date,
    term_ends_on: date | None = None,
    mode: str = Membership.Mode.FORMAL,
    order: AppointmentOrder | None = None,
    together: Sequence[Beside] = (),
    by: User,
) -> Membership:
    """Who sits there leaves the day before ``starts_on`` and ``person`` follows, by one order.

    ``together`` is what the one who leaves gives up beside the seat.
    """
    seat, last_day = locked(seat), starts_on - ONE_DAY
    rows = still_open(Membership.objects.filter(seat=seat), after=last_day)
    for holding in rows.select_related("person", "seat"):
        _refuse_same(holding, person, last_day)
        theirs = [held for held in together if held.person_id == holding.person_id]
        discharge_member(holding, ends_on=last_day, order=order, together=theirs, by=by)
    return appoint_member(
        seat, person, starts_on=starts_on, term_ends_on=term_ends_on, mode=mode, order=order, by=by
    )


def _refuse_same(holding: Membership, person: Person, last_day: date) -> None:
    if last_day < holding.starts_on:
        words = {"person": holding.person.full_name, "day": long_date(holding.starts_on)}
        text = _("%(person)s เริ่มในที่นั่งนี้ %(day)s คนใหม่ต้องเริ่มหลังจากวันนั้น") % words
        raise RuleBroken({"starts_on": RuleBroken(text, code="begins-later")})


# -- What hangs on a seat ----------------------------------------------------------------


def _end_posts_of(row: Membership, seat: Seat, *, by: User) -> None:
    """Posts of the 67 last as long as a seat of their region does (S17, S103)."""
    posts = RegionalPost.objects.filter(
        person=row.person_id, region=seat.region_id, role__in=OF_THE_67
    )
    covered_until = _seated_until(row, seat)
    if covered_until is None:
        return
    for post in still_open(posts, after=covered_until):
        if post.starts_on > covered_until:
            words = {"post": speaking_for(post), "day": long_date(post.starts_on)}
            text = _("ผู้นี้จะเป็น%(post)s ตั้งแต่ %(day)s โปรดเลือกวันหลังจากนั้น")
            raise RuleBroken({"ends_on": RuleBroken(text % words, code="post-to-come")})
        end_with_seat(post, ends_on=covered_until, order=row.discharged_by, by=by)


def _seated_until(row: Membership, seat: Seat) -> date | None:
    """The last day without a break in this seat and then in others of its region; None if open."""
    last = row.ends_on
    others = Membership.objects.filter(
        person=row.person_id,
        seat__region=seat.region_id,
        seat__committee__kind=Committee.Kind.SUBCOMMITTEE,
    ).exclude(pk=row.pk)
    for other in still_open(others, after=last).order_by("starts_on"):
        if other.starts_on > last + ONE_DAY:
            break
        if other.ends_on is None:
            return None
        last = max(last, other.ends_on)
    return last
