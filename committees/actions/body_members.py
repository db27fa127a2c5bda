"""Who sits on a unit, an issue's body or an outside board, from–to.

Members of the 67 sit in seats, and the secretariat's roster is the posts of its officers:
neither has rows here.
"""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from committees.actions.holding import hold
from committees.actions.taken import refuse_taken
from committees.models import BodyMembership, Committee, Membership
from committees.periods import in_words, wrong_end
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import Person, User
from portal.kernel.names import named
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder

from .bodies import locked, refuse_backwards, refuse_ended

Kind = Committee.Kind
BESIDE = {"one_membership_of_a_person_in_a_body_at_a_time": "person"}


@transaction.atomic
def add_body_member(
    committee: Committee,
    person: Person,
    *,
    role: str,
    starts_on: date,
    ends_on: date | None = None,
    order: AppointmentOrder | None = None,
    by: User,
) -> BodyMembership:
    """Put somebody on a body; it is locked, so that it is not closed meanwhile.

    In one that has ended, who sat on it left with it at the latest. An order makes the
    membership formal; without one it is of the network (S15).
    """
    committee = locked(committee)
    hold(person)
    refuse_other_rosters(committee)
    period = {"starts_on": starts_on, "ends_on": ends_on or committee.ends_on}
    row = BodyMembership(
        committee=committee, person=person, role=role, appointed_by=order, **period
    )
    refuse_outside_body(row)
    refuse_backwards(row)
    refuse_outsider(row)
    refuse_twice(row)
    with rules_of(BodyMembership, beside=BESIDE):
        row.save(force_insert=True)
    record("body_member.added", committee, by=by, membership=row.pk, order=order and order.pk)
    return row


@transaction.atomic
def end_body_membership(
    membership: BodyMembership, *, ends_on: date, order: AppointmentOrder | None = None, by: User
) -> BodyMembership:
    """``ends_on`` is the last day; who has left already is not ended again.

    Who came by an order leaves by one (B7).
    """
    row = BodyMembership.objects.select_for_update().get(pk=membership.pk)
    refuse_without_order(row, order)
    refuse_ended(row, ends_on, _("ผู้นี้พ้นจากคณะแล้วเมื่อ %(day)s"))
    row.ends_on, row.discharged_by = ends_on, order
    refuse_backwards(row)
    row.save(update_fields=["ends_on", "discharged_by"])
    record("body_member.ended", row.committee, by=by, membership=row.pk, order=order and order.pk)
    return row


# -- What is refused -----------------------------------------------------------------


def refuse_other_rosters(committee: Committee) -> None:
    if committee.kind == Kind.SECRETARIAT:
        text = _("กองเลขานุการไม่มีรายชื่อแยกต่างหาก โปรดแต่งตั้งเจ้าหน้าที่ที่หน้า “เจ้าหน้าที่”")
        raise RuleBroken(text, code="secretariat")
    if committee.kind == Kind.SUBCOMMITTEE:
        raise RuleBroken(_("อนุกรรมการ 67 แต่งตั้งที่หน้าของที่นั่ง"), code="generation")


def refuse_without_order(
    row: BodyMembership, order: AppointmentOrder | None, *, field: str = "order"
) -> None:
    if row.appointed_by_id and order is None:
        words = {"body": named(row.committee)}
        text = _("ผู้นี้เข้าสู่%(body)sโดยคำสั่ง การพ้นจึงต้องระบุคำสั่งหรือหนังสือที่เป็นเหตุ")
        raise RuleBroken({field: RuleBroken(text % words, code="without-order")})


def refuse_outside_body(row: BodyMembership) -> None:
    if field := wrong_end(row, row.committee):
        text = _("ต้องอยู่ในช่วงของคณะนี้ คือ %(period)s")
        raise RuleBroken({field: text % {"period": in_words(row.committee)}})


def refuse_outsider(row: BodyMembership) -> None:
    """On outside boards the 67 sit in turn (S16): who holds no seat that day is not sent."""
    if row.committee.kind == Kind.BOARD and not is_sent_by_the_67(row):
        text = _("ผู้นี้ไม่ได้ดำรงที่นั่งในคณะ 67 ณ %(day)s จึงหมุนเวียนไปบอร์ดนี้ไม่ได้")
        raise RuleBroken({"person": text % {"day": long_date(row.starts_on)}})


def refuse_twice(row: BodyMembership) -> None:
    refuse_taken(
        BodyMembership.objects.filter(committee=row.committee, person=row.person),
        row,
        doing=_("อยู่ในคณะนี้แล้ว"),
        code="one-membership-of-a-person-in-a-body-at-a-time",
        field="person",
    )


def is_sent_by_the_67(row: BodyMembership) -> bool:
    """Of a generation known from a document alone nobody's seat is known, so nobody is asked."""
    generation = Committee.objects.the_67(on=row.starts_on).first()
    if generation is None or generation.source:
        return True
    held = Membership.objects.in_force(on=row.starts_on)
    return held.filter(person=row.person, seat__committee=generation).exists()
