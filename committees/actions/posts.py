"""Who speaks for a region and for the centre: appointed, followed and ended here.

A coordinator and a co-chair are of the 67, from their own region, on every day of the post
(S17, S103); staff is not (S18). The database keeps the first rule too, at the end of the
transaction; here the seats are locked, so that a discharge at the same moment waits.
"""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from committees.models import Committee, Membership
from committees.periods import in_words, overlapping
from committees.queries.posts import OF_THE_67
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import Person, User
from portal.kernel.names import named
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder, Region, RegionalPost
from regions.models.period import PeriodQuerySet

Role = RegionalPost.Role
ONE_DAY = timedelta(days=1)


class Term(NamedTuple):
    """From when to when, and by which order."""

    starts_on: date
    ends_on: date | None = None
    order: AppointmentOrder | None = None


# -- Those whom the 67 send ---------------------------------------------------------


def appoint_coordinator(region: Region, person: Person, *, by: User, **term) -> RegionalPost:
    """ผู้ประสานงานภาค: one for each region, one of the 67 from it (S103)."""
    return appoint_to(Role.COORDINATOR, region, person, by=by, **term)


def appoint_co_chair(region: Region, person: Person, *, by: User, **term) -> RegionalPost:
    """ประธานร่วม: one from each region (S17)."""
    return appoint_to(Role.CO_CHAIR, region, person, by=by, **term)


# -- Staff, and who audits ------------------------------------------------------------


def appoint_officer(region: Region, person: Person, *, by: User, **term) -> RegionalPost:
    """เจ้าหน้าที่ภาค: works with the members of the region, and is none (S18, S80)."""
    return appoint_to(Role.OFFICER, region, person, by=by, **term)


def appoint_manager(region: Region, person: Person, *, by: User, **term) -> RegionalPost:
    """ผู้จัดการภาค: leads the region's office (S84)."""
    return appoint_to(Role.MANAGER, region, person, by=by, **term)


def appoint_central_officer(person: Person, *, by: User, **term) -> RegionalPost:
    """เจ้าหน้าที่ส่วนกลาง: the secretariat of the centre, which may change the roster."""
    return appoint_to(Role.CENTRAL_OFFICER, None, person, by=by, **term)


def appoint_auditor(person: Person, *, by: User, **term) -> RegionalPost:
    """ผู้ตรวจสอบ: reads everything and changes nothing (S23)."""
    return appoint_to(Role.AUDITOR, None, person, by=by, **term)


# -- Any post -----------------------------------------------------------------------


@transaction.atomic
def appoint_to(
    role: str, region: Region | None, person: Person, *, by: User, **term
) -> RegionalPost:
    """Whoever is in the post already stays: a second coordinator or co-chair is refused.

    ``term`` is that of :class:`Term`: from when, until when if it is known, by which order.
    """
    term = Term(**term)
    _stand_in_line(region, person)
    _refuse_days(region, term)
    _refuse_wrong_person(role, region, person, term)
    days = {"starts_on": term.starts_on, "ends_on": term.ends_on}
    with rules_of(RegionalPost):
        post = RegionalPost(role=role, region=region, person=person, **days)
        post.appointed_by = term.order
        post.save(force_insert=True)
    record("post.filled", post, by=by)
    return post


@transaction.atomic
def replace_holder(post: RegionalPost, person: Person, *, by: User, **term) -> RegionalPost:
    """Appoint who comes next; who is there now leaves the day before, by the same order."""
    term = Term(**term)
    _stand_in_line(post.region, person)
    last_day = term.starts_on - ONE_DAY
    if last_day < post.starts_on:
        after = {"day": long_date(post.starts_on)}
        raise RuleBroken({"starts_on": _("ต้องหลังวันที่คนเดิมเริ่ม คือ %(day)s") % after})
    if post.ends_on is None or post.ends_on > last_day:
        post = _end(post, last_day, term.order, by=by)
    successor = appoint_to(post.role, post.region, person, by=by, **term._asdict())
    _refuse_empty_centre(post, last_day)
    return successor


@transaction.atomic
def end_post(
    post: RegionalPost, *, ends_on: date, order: AppointmentOrder | None = None, by: User
) -> RegionalPost:
    """``ends_on`` is the last day in the post; an end already known may only come earlier."""
    post = _end(post, ends_on, order, by=by)
    _refuse_empty_centre(post, ends_on)
    return post


def _end(
    post: RegionalPost, ends_on: date, order: AppointmentOrder | None, *, by: User
) -> RegionalPost:
    _lock_centre(post)
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


# -- Rules ----------------------------------------------------------------------------


def _stand_in_line(region: Region | None, person: Person) -> None:
    """One appointment of a region, and of a person, after the other: two that overlap would
    otherwise wait for each other."""
    if region:
        Region.objects.select_for_update(no_key=True).get(pk=region.pk)
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _refuse_days(region: Region | None, term: Term) -> None:
    if term.ends_on is not None and term.ends_on < term.starts_on:
        raise RuleBroken({"ends_on": _("วันสิ้นสุดต้องไม่ก่อนวันเริ่ม")})
    if region and not region.is_in_force(on=term.starts_on):
        raise RuleBroken({"starts_on": _("%(region)sยังไม่มีหรือสิ้นสุดแล้วในวันนั้น") % _about(region)})


def _refuse_wrong_person(role: str, region: Region | None, person: Person, term: Term) -> None:
    if role in OF_THE_67:
        _refuse_unseated(region, person, term)
    elif role != Role.AUDITOR:
        _refuse_seated(person, term)
    _refuse_twice(role, region, person, term)


def _refuse_unseated(region: Region, person: Person, term: Term) -> None:
    """The first day on which the person holds no seat of the region says what is wrong."""
    seats = list(_seats_of(person).select_for_update(of=["self"], no_key=True))
    mine = [row for row in seats if row.seat.region_id == region.pk]
    held_until = _held_until(mine, term.starts_on)
    if held_until is None:
        return
    if held_until >= term.starts_on and (term.ends_on is None or term.ends_on > held_until):
        words = {"person": person.full_name, "day": long_date(held_until), **_about(region)}
        text = _("%(person)s นั่งในคณะ 67 จาก%(region)sถึง %(day)s โปรดระบุวันสิ้นสุดไม่เกินวันนั้น")
        raise RuleBroken({"ends_on": text % words}, code="not-seated")
    if held_until < term.starts_on:
        raise RuleBroken({"person": _unseated_words(region, person, seats)}, code="not-seated")


def _held_until(rows: list[Membership], day: date) -> date | None:
    """The last day held without a break from ``day`` on, at the least the day before; None for
    an open end."""
    last = day - ONE_DAY
    for row in sorted(rows, key=lambda row: row.starts_on):
        if row.starts_on <= last + ONE_DAY:
            if row.ends_on is None:
                return None
            last = max(last, row.ends_on)
    return last


def _unseated_words(region: Region, person: Person, rows: list[Membership]) -> str:
    """Who sits where instead."""
    words = {"person": person.full_name, **_about(region)}
    if not rows:
        return _("%(person)s ไม่ได้นั่งในคณะ 67 ต้องเลือกจากผู้ที่นั่งในที่นั่งของ%(region)s") % words
    row = rows[-1]
    words |= {"n": row.seat.number, "place": named(row.seat.stands_for), "days": in_words(row)}
    if row.seat.region_id == region.pk:
        return _("%(person)s นั่งในที่นั่งที่ %(n)s ของ%(region)s %(days)s ไม่ใช่ในวันที่เริ่มหน้าที่นี้") % words
    return _("%(person)s นั่งในที่นั่งที่ %(n)s %(place)s ไม่ใช่ที่นั่งของ%(region)s") % words


def _refuse_seated(person: Person, term: Term) -> None:
    """Staff works with the members and is none (S18)."""
    row = overlapping(_seats_of(person), term).first()
    if row is not None:
        words = {
            "person": person.full_name,
            "n": row.seat.number,
            "place": named(row.seat.stands_for),
        }
        text = _("%(person)s นั่งในที่นั่งที่ %(n)s %(place)s เจ้าหน้าที่ต้องไม่เป็นอนุกรรมการ")
        raise RuleBroken({"person": text % words}, code="seated")


def _refuse_twice(role: str, region: Region | None, person: Person, term: Term) -> None:
    """Also the answer to a form that was sent twice."""
    posts = RegionalPost.objects.filter(role=role, region=region, person=person)
    if overlapping(posts, term).exists():
        text = _("%(person)s ทำหน้าที่นี้อยู่แล้วในช่วงเวลานั้น") % {"person": person.full_name}
        raise RuleBroken({"person": text}, code="already-in-post")


def _lock_centre(post: RegionalPost) -> None:
    """Of two who leave the centre at the same moment the second must see the first."""
    if post.role == Role.CENTRAL_OFFICER:
        posts = RegionalPost.objects.filter(role=Role.CENTRAL_OFFICER).order_by("pk")
        list(posts.select_for_update().values_list("pk"))


def _refuse_empty_centre(post: RegionalPost, last_day: date) -> None:
    """Somebody must be left who can sign in and mend the roster."""
    if post.role != Role.CENTRAL_OFFICER:
        return
    officers = RegionalPost.objects.of(Role.CENTRAL_OFFICER, on=last_day + ONE_DAY)
    if not officers.filter(person__user__is_active=True).exists():
        text = _("หลังวันนั้นจะไม่เหลือเจ้าหน้าที่ส่วนกลางที่เข้าสู่ระบบได้ โปรดแต่งตั้งคนใหม่ก่อน")
        raise RuleBroken(text, code="last-officer")


# -- Reading ---------------------------------------------------------------------------


def _seats_of(person: Person) -> PeriodQuerySet:
    rows = Membership.objects.filter(
        person=person, seat__committee__kind=Committee.Kind.SUBCOMMITTEE
    )
    return rows.select_related("seat__region", "seat__cluster", "seat__issue").order_by("starts_on")


def _about(region: Region) -> dict[str, str]:
    return {"region": named(region)}
