"""What somebody holds beside a seat of the 67, and what is left to them when they leave it."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Committee, Membership, Substitution
from committees.periods import ONE_DAY, still_open
from portal.kernel.models import Person
from portal.kernel.thai import long_date

from .entries import KINDS, Entry, entries, words_of

Beside = BodyMembership | Substitution


def held_beside(holding: Membership, *, on: date) -> list[Beside]:
    """Places in bodies of the same generation and on outside boards, and other seats acted in,
    that last on that day or begin only then: two queries."""
    generation, after = holding.seat.committee_id, on - ONE_DAY
    ours = Q(committee__parent=generation) | Q(committee__kind=Committee.Kind.BOARD)
    bodies = entries("body-member").filter(ours, person=holding.person_id)
    acting = entries("substitution").filter(person=holding.person_id, seat__committee=generation)
    return [
        *still_open(bodies, after=after).order_by("committee__parent", "committee__position", "pk"),
        *still_open(acting, after=after).order_by("starts_on", "pk"),
    ]


def is_seated(person: Person, *, on: date) -> bool:
    held = Membership.objects.in_force(on=on).filter(person=person)
    return held.filter(seat__committee__kind=Committee.Kind.SUBCOMMITTEE).exists()


# -- What is left ----------------------------------------------------------------------


def what_remains(person: Person, *, after: date) -> list[Entry]:
    """Whatever an account lives by, after that day."""
    return [
        row
        for kind in KINDS
        for row in still_open(entries(kind).filter(person=person), after=after).order_by("pk")
    ]


def remaining_words(person: Person, *, after: date) -> str:
    """What somebody still holds after their last day in a seat, and whether they can sign in."""
    rows = what_remains(person, after=after)
    words = {"person": person.full_name, "day": long_date(after)}
    if not rows:
        text = _("หลัง %(day)s %(person)s ไม่มีที่นั่งหรือหน้าที่อื่นเหลือ") % words
    else:
        words["held"] = ", ".join(words_of(row) for row in rows)
        text = _("หลัง %(day)s %(person)s ยังมี %(held)s") % words
    return f"{text} {sign_in_words(person, rows, after=after)}"


def sign_in_words(person: Person, rows: list[Entry], *, after: date) -> str:
    if person.user_id is None:
        return _("ผู้นี้ไม่มีบัญชีเข้าสู่ระบบ")
    next_day = after + ONE_DAY
    if not rows:
        return _("จึงเข้าสู่ระบบไม่ได้ตั้งแต่ %(day)s") % {"day": long_date(next_day)}
    first = min(row.starts_on for row in rows)
    if first <= next_day:
        return _("จึงยังเข้าสู่ระบบได้")
    return _("และจะเข้าสู่ระบบได้อีกตั้งแต่ %(day)s") % {"day": long_date(first)}
