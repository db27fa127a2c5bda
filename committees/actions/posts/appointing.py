"""Who speaks for a region and for the centre: appointed, followed and ended here."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from committees.periods import ONE_DAY
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import Person, User
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder, RegionalPost

from .rules import (
    BESIDE,
    Place,
    Term,
    columns_of,
    lock_centre,
    refuse_days,
    refuse_empty_centre,
    refuse_without_order,
    refuse_wrong_person,
    stand_in_line,
)


@transaction.atomic
def appoint_to(role: str, place: Place, person: Person, *, by: User, **term) -> RegionalPost:
    """Whoever is in the post already stays: a second coordinator or co-chair is refused.

    ``term`` is that of :class:`Term`: from when, until when if it is known, by which order.
    """
    term = Term(**term)
    stand_in_line(place, person)
    refuse_without_order(role, term.order)
    refuse_days(place, term)
    refuse_wrong_person(role, place, person, term)
    days = {"starts_on": term.starts_on, "ends_on": term.ends_on}
    with rules_of(RegionalPost, beside=BESIDE):
        post = RegionalPost(role=role, person=person, **columns_of(place), **days)
        post.appointed_by = term.order
        post.save(force_insert=True)
    record("post.filled", post, by=by)
    return post


@transaction.atomic
def replace_holder(post: RegionalPost, person: Person, *, by: User, **term) -> RegionalPost:
    """Appoint who comes next; who is there now leaves the day before, by the same order."""
    term = Term(**term)
    stand_in_line(post.place, person)
    last_day = term.starts_on - ONE_DAY
    if last_day < post.starts_on:
        after = {"day": long_date(post.starts_on)}
        raise RuleBroken({"starts_on": _("ต้องหลังวันที่คนเดิมเริ่ม คือ %(day)s") % after})
    if post.ends_on is None or post.ends_on > last_day:
        post = _end(post, last_day, term.order, by=by)
    successor = appoint_to(post.role, post.place, person, by=by, **term._asdict())
    refuse_empty_centre(post, last_day)
    return successor


@transaction.atomic
def end_post(
    post: RegionalPost, *, ends_on: date, order: AppointmentOrder | None = None, by: User
) -> RegionalPost:
    """``ends_on`` is the last day in the post; an end already known may only come earlier."""
    refuse_without_order(post.role, order)
    post = _end(post, ends_on, order, by=by)
    refuse_empty_centre(post, ends_on)
    return post


@transaction.atomic
def end_with_seat(
    post: RegionalPost, *, ends_on: date, order: AppointmentOrder | None, by: User
) -> RegionalPost:
    """The post that a seat gave goes with it, for the same cause: a network's seat has no order."""
    return _end(post, ends_on, order, by=by)


def _end(
    post: RegionalPost, ends_on: date, order: AppointmentOrder | None, *, by: User
) -> RegionalPost:
    lock_centre(post)
    post = RegionalPost.objects.select_for_update().get(pk=post.pk)
    if post.ends_on is not None and post.ends_on <= ends_on:
        known = {"day": long_date(post.ends_on)}
        raise RuleBroken({"ends_on": _("บันทึกไว้แล้วว่าพ้นจากหน้าที่ %(day)s") % known}, code="over")
    if ends_on < post.starts_on:
        first = {"day": long_date(post.starts_on)}
        raise RuleBroken({"ends_on": _("ต้องไม่ก่อนวันเริ่ม คือ %(day)s") % first}, code="too-early")
    post.ends_on, post.discharged_by = ends_on, order
    post.save(update_fields=["ends_on", "discharged_by"])
    record("post.ended", post, by=by)
    return post
