"""What is refused of a post, asked while nobody else can change it.

A coordinator and a co-chair are of the 67, from their own region, on every day of the post
(S17, S103); staff is not (S18). The database keeps the first rule too, at the end of the
transaction; here the seats are locked, so that a discharge at the same moment waits.
"""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from committees.actions.holding import hold, hold_place
from committees.actions.taken import refuse_taken
from committees.models import Committee, Membership
from committees.periods import ONE_DAY, in_words, overlapping
from committees.queries.role_words import post_words, role_words
from committees.roles import OF_THE_67, STAFF, Role
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person
from portal.kernel.names import named
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder, Province, Region, RegionalPost
from regions.models.period import PeriodQuerySet
from regions.place_words import province_words

Place = Region | Province | None
BESIDE = {
    "one_coordinator_per_region_at_a_time": "starts_on",
    "one_co_chair_per_region_at_a_time": "starts_on",
    "regionalpost_ends_after_it_starts": "ends_on",
}


class Term(NamedTuple):
    """From when to when, and by which order."""

    starts_on: date
    ends_on: date | None = None
    order: AppointmentOrder | None = None


def stand_in_line(place: Place, person: Person) -> None:
    """One appointment of a place, and of a person, after the other: two that overlap would
    otherwise wait for each other."""
    if place:
        hold_place(place)
    hold(person)


def refuse_without_order(
    role: str, order: AppointmentOrder | None, *, field: str = "order"
) -> None:
    """Whom the 67 send to speak for a region comes and goes by an order (B7)."""
    if role in OF_THE_67 and order is None:
        text = _("%(post)sแต่งตั้งและพ้นโดยคำสั่งเท่านั้น โปรดเลือกคำสั่ง")
        words = {"post": role_words(role)}
        raise RuleBroken({field: RuleBroken(text % words, code="without-order")})


def refuse_days(place: Place, term: Term) -> None:
    if term.ends_on is not None and term.ends_on < term.starts_on:
        raise RuleBroken({"ends_on": _("วันสิ้นสุดต้องไม่ก่อนวันเริ่ม")})
    if place and not is_there(place, on=term.starts_on):
        raise RuleBroken({"starts_on": _("%(region)sยังไม่มีหรือสิ้นสุดแล้วในวันนั้น") % about(place)})


def is_there(place: Region | Province, *, on: date) -> bool:
    if isinstance(place, Province):
        return place.founded_on is None or place.founded_on <= on
    return place.is_in_force(on=on)


def refuse_wrong_person(
    role: str,
    place: Place,
    person: Person,
    term: Term,
    *,
    besides: RegionalPost | None = None,
) -> None:
    """``besides`` is the row that is being put right: it is no second one of itself."""
    if role in OF_THE_67:
        refuse_unseated(place, person, term)
    elif role in STAFF:
        refuse_seated(person, term)
    others = RegionalPost.objects.exclude(pk=besides and besides.pk)
    others = others.filter(role=role, **columns_of(place))
    refuse_twice(others.filter(person=person), person, term)
    if role in OF_THE_67:
        refuse_second(others, role, place, term)


def refuse_unseated(region: Region, person: Person, term: Term) -> None:
    """The first day on which the person holds no seat of the region says what is wrong."""
    seats = list(seats_of(person).select_for_update(of=["self"], no_key=True))
    mine = [row for row in seats if row.seat.region_id == region.pk]
    held_until = last_day_held(mine, term.starts_on)
    if held_until is None:
        return
    if held_until >= term.starts_on and (term.ends_on is None or term.ends_on > held_until):
        words = {"person": person.full_name, "day": long_date(held_until), **about(region)}
        text = _("%(person)s นั่งในคณะ 67 จาก%(region)sถึง %(day)s โปรดระบุวันสิ้นสุดไม่เกินวันนั้น")
        raise RuleBroken({"ends_on": text % words}, code="not-seated")
    if held_until < term.starts_on:
        raise RuleBroken({"person": unseated_words(region, person, seats)}, code="not-seated")


def last_day_held(rows: list[Membership], day: date) -> date | None:
    """The last day held without a break from ``day`` on, at the least the day before; None for
    an open end."""
    last = day - ONE_DAY
    for row in sorted(rows, key=lambda row: row.starts_on):
        if row.starts_on <= last + ONE_DAY:
            if row.ends_on is None:
                return None
            last = max(last, row.ends_on)
    return last


def unseated_words(region: Region, person: Person, rows: list[Membership]) -> str:
    """Who sits where instead."""
    words = {"person": person.full_name, **about(region)}
    if not rows:
        return _("%(person)s ไม่ได้นั่งในคณะ 67 ต้องเลือกจากผู้ที่นั่งในที่นั่งของ%(region)s") % words
    row = rows[-1]
    words |= {"n": row.seat.number, "place": named(row.seat.stands_for), "days": in_words(row)}
    if row.seat.region_id == region.pk:
        return _("%(person)s นั่งในที่นั่งที่ %(n)s ของ%(region)s %(days)s ไม่ใช่ในวันที่เริ่มหน้าที่นี้") % words
    return _("%(person)s นั่งในที่นั่งที่ %(n)s %(place)s ไม่ใช่ที่นั่งของ%(region)s") % words


def refuse_seated(person: Person, term: Term) -> None:
    """Staff works with the members and is none (S18)."""
    row = overlapping(seats_of(person), term).first()
    if row is not None:
        words = {
            "person": person.full_name,
            "n": row.seat.number,
            "place": named(row.seat.stands_for),
        }
        text = _("%(person)s นั่งในที่นั่งที่ %(n)s %(place)s เจ้าหน้าที่ต้องไม่เป็นอนุกรรมการ")
        raise RuleBroken({"person": text % words}, code="seated")


def refuse_twice(posts: PeriodQuerySet, person: Person, term: Term) -> None:
    """Also the answer to a form that was sent twice."""
    if overlapping(posts, term).exists():
        text = _("%(person)s ทำหน้าที่นี้อยู่แล้วในช่วงเวลานั้น") % {"person": person.full_name}
        raise RuleBroken({"person": text}, code="already-in-post")


def refuse_second(posts: PeriodQuerySet, role: str, region: Region, term: Term) -> None:
    """A region has one coordinator and one co-chair at a time: who it is stands in the refusal."""
    post = RegionalPost(role=role, region=region, starts_on=term.starts_on, ends_on=term.ends_on)
    doing = _("เป็น%(post)s %(region)s") % {"post": post_words(post), **about(region)}
    refuse_taken(
        posts, post, doing=doing, code=f"one-{role.replace('_', '-')}-per-region-at-a-time"
    )


def lock_centre(post: RegionalPost) -> None:
    """Of two who leave the centre at the same moment the second must see the first."""
    if post.role == Role.CENTRAL_OFFICER:
        posts = RegionalPost.objects.filter(role=Role.CENTRAL_OFFICER).order_by("pk")
        list(posts.select_for_update().values_list("pk"))


def refuse_empty_centre(post: RegionalPost, last_day: date) -> None:
    """Somebody must be left who can sign in and mend the roster."""
    if post.role != Role.CENTRAL_OFFICER:
        return
    officers = RegionalPost.objects.of(Role.CENTRAL_OFFICER, on=last_day + ONE_DAY)
    if not officers.filter(person__user__is_active=True).exists():
        text = _("หลังวันนั้นจะไม่เหลือเจ้าหน้าที่ส่วนกลางที่เข้าสู่ระบบได้ โปรดแต่งตั้งคนใหม่ก่อน")
        raise RuleBroken(text, code="last-officer")


# -- Reading ---------------------------------------------------------------------------


def seats_of(person: Person) -> PeriodQuerySet:
    rows = Membership.objects.filter(
        person=person, seat__committee__kind=Committee.Kind.SUBCOMMITTEE
    )
    return rows.select_related("seat__region", "seat__cluster", "seat__issue").order_by("starts_on")


def about(place: Region | Province) -> dict[str, str]:
    return {"region": province_words(place) if isinstance(place, Province) else named(place)}


def columns_of(place: Place) -> dict[str, Region | Province | None]:
    """Where a post says its place; neither is the centre."""
    if isinstance(place, Province):
        return {"region": None, "province": place}
    return {"region": place, "province": None}
