"""Units, issue subcommittees, bodies of regions and outside boards: set up, revised, closed.

The 67 themselves are opened generation by generation (``actions.generations``).
"""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.actions.holding import hold_issue
from committees.models import (
    BodyMembership,
    Committee,
    Delegate,
    Delegation,
    Issue,
    Membership,
    Seat,
    Substitution,
)
from committees.periods import in_words, outside, overlapping, still_open, wrong_end
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder
from regions.models.period import Period

from .codes import next_number

Kind = Committee.Kind
BESIDE = {
    "one_generation_of_the_67_at_a_time": "starts_on",
    "a_quorum_is_a_part_of_the_whole": "quorum_numerator",
}


@transaction.atomic
def create_body(
    kind: str,
    *,
    parent: Committee | None,
    issue: Issue | None = None,
    starts_on: date,
    by: User,
    **words: object,
) -> Committee:
    """Set up a unit, the secretariat or an issue's body in a generation, or, beside it, the body
    of a region or a province or an outside board.

    The generation is locked, so that it is not ended meanwhile and no second secretariat
    is set up beside; in one that has ended, a body ends with it.
    """
    parent = parent and locked(parent)
    hold_issue(issue)
    number, last = next_number(Committee), last_position(beside=parent)
    given = {"parent": parent, "issue": issue, "position": last + 1, "starts_on": starts_on}
    ends_on = parent and parent.ends_on
    body = Committee(
        pk=number, kind=kind, code=f"{kind}-{number}", ends_on=ends_on, **given, **words
    )
    refuse_a_second(body)
    refuse_outside_generation(body)
    with rules_of(Committee):
        body.save(force_insert=True)
    record("body.created", body, by=by)
    return body


@transaction.atomic
def revise_body(body: Committee, *, by: User, **changes: object) -> Committee:
    """Change words, days or numbers of a body or of a generation; only what is named."""
    body = locked(body)
    for name, value in changes.items():
        setattr(body, name, value)
    if {"starts_on", "ends_on"} & changes.keys():
        refuse_backwards(body)
        refuse_outside_generation(body)
        refuse_leaving_out(body)
    if body.kind != Kind.SUBCOMMITTEE:
        refuse_a_second(body)
    with rules_of(Committee, beside=BESIDE):
        body.save(update_fields=list(changes))
    record("body.revised", body, by=by, fields=sorted(changes))
    return body


@transaction.atomic
def close_body(
    body: Committee, *, ends_on: date, order: AppointmentOrder | None = None, by: User
) -> Committee:
    """End a unit, an issue's body or a board; who still sits on it leaves that day by the order.

    Who came by an order leaves by one (B7). Without one, what a later end was to be by stays.
    """
    body = locked(body)
    if body.kind == Kind.SUBCOMMITTEE:
        raise RuleBroken(_("คณะ 67 สิ้นสุดเมื่อเปิดชุดถัดไป"), code="generation")
    refuse_ended(body, ends_on, _("คณะนี้สิ้นสุดแล้วเมื่อ %(day)s"))
    body.ends_on = ends_on
    refuse_backwards(body)
    members = still_open(BodyMembership.objects.filter(committee=body), after=ends_on)
    refuse_later_starts(members, after=ends_on)
    refuse_members_without_order(members, order)
    body.save(update_fields=["ends_on"])
    by_order = {"discharged_by": order} if order else {}
    left = members.update(ends_on=ends_on, **by_order)
    record("body.closed", body, by=by, order=order and order.pk, members=left)
    return body


def last_position(*, beside: Committee | None) -> int:
    """Of the bodies of a generation or beside it: they are locked, one is added at a time."""
    rows = Committee.objects.exclude(kind=Kind.SUBCOMMITTEE).filter(parent=beside)
    return max(rows.select_for_update().values_list("position", flat=True), default=0)


def locked(body: Committee) -> Committee:
    """The row as it stands now, held until the end of the transaction."""
    rows = Committee.objects.select_for_update(of=["self"]).select_related("parent")
    return rows.get(pk=body.pk)


# -- What is refused -----------------------------------------------------------------


def refuse_a_second(body: Committee) -> None:
    """One secretariat, one body of an issue and one body of a name beside each other at a time."""
    beside = Committee.objects.exclude(kind=Kind.SUBCOMMITTEE).filter(parent=body.parent)
    beside = overlapping(beside.exclude(pk=body.pk), body)
    if beside.filter(name=body.name).exists():
        raise RuleBroken({"name": _("มีคณะชื่อนี้อยู่แล้วในช่วงเวลานั้น")})
    if body.kind == Kind.SECRETARIAT and beside.filter(kind=Kind.SECRETARIAT).exists():
        raise RuleBroken(_("คณะ 67 ชุดนี้มีกองเลขานุการแล้วในช่วงเวลานั้น"), code="second")
    if body.issue_id and beside.filter(issue=body.issue_id).exists():
        raise RuleBroken(_("ประเด็นนี้มีอนุกรรมการในคณะ 67 ชุดนี้แล้วในช่วงเวลานั้น"), code="second")


def refuse_outside_generation(body: Committee) -> None:
    if body.parent and (field := wrong_end(body, body.parent)):
        text = _("ต้องอยู่ในช่วงของคณะ 67 ชุดนี้ คือ %(period)s")
        raise RuleBroken({field: text % {"period": in_words(body.parent)}})


def refuse_leaving_out(body: Committee) -> None:
    """New days keep every row of the body inside: nothing is ended or moved by the way."""
    rows = [
        BodyMembership.objects.filter(committee=body),
        Committee.objects.filter(parent=body),
        Seat.objects.filter(committee=body),
        Membership.objects.filter(seat__committee=body),
        Substitution.objects.filter(seat__committee=body),
        Delegation.objects.filter(committee=body),
        Delegate.objects.filter(delegation__committee=body),
    ]
    if count := sum(outside(found, body).count() for found in rows):
        text = ngettext(
            "มี %(n)s รายการของคณะนี้ที่อยู่นอกช่วงวันใหม่ โปรดแก้หรือให้พ้นก่อน",
            "มี %(n)s รายการของคณะนี้ที่อยู่นอกช่วงวันใหม่ โปรดแก้หรือให้พ้นก่อน",
            count,
        )
        raise RuleBroken({"ends_on" if body.ends_on else "starts_on": text % {"n": count}})


def refuse_members_without_order(members: QuerySet, order: AppointmentOrder | None) -> None:
    if order is None and members.filter(appointed_by__isnull=False).exists():
        text = _("คณะนี้มีผู้ที่เข้ามาโดยคำสั่ง การสิ้นสุดจึงต้องระบุคำสั่งหรือหนังสือที่เป็นเหตุ")
        raise RuleBroken({"order": RuleBroken(text, code="without-order")})


def refuse_later_starts(rows: QuerySet, *, after: date, field: str = "ends_on") -> None:
    """What only begins after the end cannot be ended that day: somebody has to decide on it."""
    if count := rows.filter(starts_on__gt=after).count():
        text = ngettext(
            "มี %(n)s รายการที่เริ่มหลัง %(day)s โปรดแก้วันเริ่มของรายการนั้นก่อน",
            "มี %(n)s รายการที่เริ่มหลัง %(day)s โปรดแก้วันเริ่มของรายการนั้นก่อน",
            count,
        )
        raise RuleBroken({field: text % {"n": count, "day": long_date(after)}})


def refuse_ended(row: Period, ends_on: date, text: str) -> None:
    """Who comes second hears when it ended; an end may be brought forward, never put off."""
    if row.ends_on and row.ends_on <= ends_on:
        raise RuleBroken({"ends_on": text % {"day": long_date(row.ends_on)}})


def refuse_backwards(row: Period) -> None:
    if row.ends_on and row.ends_on < row.starts_on:
        text = _("วันสิ้นสุดต้องไม่ก่อนวันเริ่ม คือ %(day)s")
        raise RuleBroken({"ends_on": text % {"day": long_date(row.starts_on)}})
