"""Whom a row means: somebody known by name and a way to reach them, or somebody new.

Who shares a name with somebody else must be told apart by hand: guessing would put one
person's telephone beside another's seat.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Membership, Substitution
from committees.periods import in_words
from committees.queries.role_words import post_words
from portal.kernel.models import Person
from portal.kernel.names import named

from .register import name_key, same_phone, share_a_day

CONTACTS = ("phone", "email", "line_id")


def find(draft, register, claims) -> None:
    if not draft["first_name"]:
        return
    key = name_key(draft["first_name"], draft["last_name"] or "")
    namesakes = register.people.get(key, [])
    reached = [person for person in namesakes if is_reached(person, draft)]
    reached = reached or [person for person in namesakes if is_seated(person, draft, register)]
    if len(reached) == 1:
        draft.person = reached[0]
        note_other_contacts(draft)
    elif namesakes:
        object_to_namesakes(draft, len(namesakes))
    else:
        note_odd_name(draft)
        note_borrowed_address(draft, register)
    refuse_second_row(draft, key, claims)


def is_reached(person: Person, draft) -> bool:
    """The same telephone or the same address; a namesake without either proves nothing."""
    address = draft["email"]
    same_address = bool(address) and person.email.lower() == address.lower()
    return same_address or same_phone(person.phone, draft["phone"] or "")


def is_seated(person: Person, draft, register) -> bool:
    """In this very seat since this very day: the row was carried out before."""
    rows = register.seatings.get(person.pk, []) if draft.seat and draft.seat.pk else []
    return any(row.seat_id == draft.seat.pk and row.starts_on == draft["starts_on"] for row in rows)


def object_to_namesakes(draft, count: int) -> None:
    words = ngettext("มีผู้ใช้ชื่อนี้ในทะเบียน %(n)s คน", "มีผู้ใช้ชื่อนี้ในทะเบียน %(n)s คน", count) % {"n": count}
    how = _("ถ้าเป็นคนเดียวกัน กรอกโทรศัพท์หรืออีเมลให้ตรงกับทะเบียน ถ้าเป็นคนละคน เพิ่มคนใหม่ในทะเบียนก่อน")
    draft.object_to("first_name", _("ชื่อที่ชี้ถึงคนเดียว"), f"{words} {how}")


def refuse_second_row(draft, key: str, claims) -> None:
    """Two rows of one name are two people only if a telephone or an address tells them apart."""
    for other in claims.people:
        if other["key"] == key and not told_apart(other, draft):
            draft.object_to(
                "first_name",
                _("ชื่อที่ปรากฏแถวเดียวในไฟล์"),
                _("ชื่อนี้อยู่ในแถวที่ %(row)s แล้ว ถ้าเป็นคนละคน ให้กรอกโทรศัพท์หรืออีเมลที่ต่างกันทั้งสองแถว")
                % {"row": other["row"]},
            )
            break
    claims.people.append(
        {"key": key, "row": draft.row, "phone": draft["phone"], "email": draft["email"]}
    )


def told_apart(other: dict, draft) -> bool:
    """By a telephone or an address that both have and that is not the same, and by none that is."""
    phones, addresses = (other["phone"], draft["phone"]), (other["email"], draft["email"])
    same = []
    if all(phones):
        same.append(same_phone(*phones))
    if all(addresses):
        same.append(addresses[0].lower() == addresses[1].lower())
    return bool(same) and not any(same)


def note_other_contacts(draft) -> None:
    """What the register says of somebody known stays; a changed number is mended there."""
    for key in CONTACTS:
        kept, written = getattr(draft.person, key), draft[key]
        is_other = not same_phone(kept, written or "") if key == "phone" else kept != written
        if written and is_other:
            heading = {"phone": _("โทรศัพท์"), "email": _("อีเมล"), "line_id": _("ไลน์ไอดี")}[key]
            draft.notes.append(_("%(contact)sต่างจากในทะเบียน การนำเข้าไม่แก้ให้") % {"contact": heading})


def note_odd_name(draft) -> None:
    if " " in draft["first_name"] and not draft["last_name"]:
        draft.notes.append(_("ช่องชื่อมีเว้นวรรคและไม่มีนามสกุล ตรวจว่านามสกุลอยู่ตรงคอลัมน์"))
    for prefix in ("นางสาว", "นาง", "นาย"):
        if draft["first_name"].startswith(prefix) and not draft["prefix"]:
            draft.notes.append(
                _("ชื่อขึ้นต้นด้วย “%(prefix)s” ตรวจว่าเป็นคำนำหน้าหรือไม่") % {"prefix": prefix}
            )
            break


def note_borrowed_address(draft, register) -> None:
    owners = register.addresses.get((draft["email"] or "").lower(), []) if draft["email"] else []
    for owner in owners[:1]:
        draft.notes.append(_("อีเมลนี้เป็นของ %(name)s ในทะเบียน") % {"name": owner.full_name})


# -- What somebody known holds already ---------------------------------------------------------


def refuse_busy(draft, register) -> None:
    """One seat in a generation, to sit or to act in, and no member of the staff in any (S18)."""
    if not draft.seat or not draft["starts_on"]:
        return
    refuse_seated_elsewhere(draft, register)
    refuse_acting(draft, register)
    refuse_staff(draft, register)


def refuse_seated_elsewhere(draft, register) -> None:
    for row in register.seatings.get(draft.person.pk, []):
        if row.seat_id != draft.seat.pk and is_in_the_way(row, draft):
            text = _("ผู้นี้นั่งในที่นั่งที่ %(n)s %(place)s อยู่แล้ว บันทึกการพ้นจากที่นั่งนั้นก่อน")
            object_to_seat(draft, row, text)


def refuse_acting(draft, register) -> None:
    """In whatever seat: who acts in this very one is no holder of it before that has ended."""
    for row in register.actings.get(draft.person.pk, []):
        if is_in_the_way(row, draft):
            text = _("ผู้นี้เป็นผู้แทนชั่วคราวในที่นั่งที่ %(n)s %(place)s อยู่แล้ว บันทึกการสิ้นสุดก่อน")
            object_to_seat(draft, row, text)


def is_in_the_way(row: Membership | Substitution, draft) -> bool:
    return row.seat.committee_id == draft.generation.pk and share_a_day(row, draft.term)


def object_to_seat(draft, row: Membership | Substitution, text: str) -> None:
    words = {"n": row.seat.number, "place": named(row.seat.stands_for)}
    draft.object_to("first_name", _("คนที่ยังไม่มีที่นั่งในคณะชุดนี้"), text % words)


def refuse_staff(draft, register) -> None:
    for post in register.staff.get(draft.person.pk, []):
        if share_a_day(post, draft.term):
            words = {"post": post_words(post), "days": in_words(post)}
            text = _("ผู้นี้เป็น%(post)s %(days)s เจ้าหน้าที่ไม่เป็นอนุกรรมการ")
            draft.object_to("first_name", _("คนที่ไม่ได้เป็นเจ้าหน้าที่ในช่วงนั้น"), text % words)
