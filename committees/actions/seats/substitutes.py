"""ผู้แทนชั่วคราว: who acts in a seat until a stated day; the holder keeps it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from committees.actions.holding import hold
from committees.models import Membership, Seat, Substitution
from committees.periods import overlapping
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import Person, User
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder

from .rules import (
    locked,
    refuse_outside_seat,
    refuse_second_seat,
    refuse_second_substitute,
    refuse_staff,
)

BESIDE = {
    "substitution_ends_after_it_starts": "ends_on",
    "substitutions_say_until_when": "ends_on",
    "one_substitute_per_seat_at_a_time": "starts_on",
}


@transaction.atomic
def appoint_substitute(
    seat: Seat,
    person: Person,
    *,
    starts_on: date,
    ends_on: date,
    order: AppointmentOrder,
    by: User,
) -> Substitution:
    """Let ``person`` act in the seat from the first day to the last, both included."""
    seat = locked(seat)
    hold(person)
    row = Substitution(
        seat=seat, person=person, starts_on=starts_on, ends_on=ends_on, appointed_by=order
    )
    refuse_second_substitute(row)
    with rules_of(Substitution, beside=BESIDE):
        row.save(force_insert=True)
    for refuse in (refuse_outside_seat, refuse_the_holder, refuse_second_seat, refuse_staff):
        refuse(row)
    record("substitute.appointed", seat, by=by, substitution=row.pk, order=order.pk)
    return row


def refuse_the_holder(row: Substitution) -> None:
    holdings = Membership.objects.filter(seat=row.seat, person=row.person)
    if overlapping(holdings, row).exists():
        text = _("%(person)s นั่งในที่นั่งนี้เองอยู่แล้ว ผู้แทนชั่วคราวต้องเป็นคนอื่น")
        refusal = RuleBroken(text % {"person": row.person.full_name}, code="holder")
        raise RuleBroken({"person": refusal})


@transaction.atomic
def end_substitution(substitution: Substitution, *, ends_on: date, by: User) -> Substitution:
    """The last day comes earlier than it was said to."""
    seat = locked(substitution.seat)
    row = Substitution.objects.select_for_update().get(pk=substitution.pk)
    if ends_on >= row.ends_on:
        text = _("ผู้แทนชั่วคราวสิ้นสุด %(day)s อยู่แล้ว วันใหม่ต้องก่อนวันนั้น")
        refusal = RuleBroken(text % {"day": long_date(row.ends_on)}, code="already-ended")
        raise RuleBroken({"ends_on": refusal})
    row.ends_on = ends_on
    with rules_of(Substitution, beside=BESIDE):
        row.save(update_fields=["ends_on"])
    record("substitute.ended", seat, by=by, substitution=row.pk)
    return row
