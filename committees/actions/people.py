"""Write people down, correct their names, keep their contacts and what they let be published."""

import hashlib
import json
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.permissions import is_oneself
from committees.queries.people import ties_of
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import ContactConsent, Once, Person, User


class Name(NamedTuple):
    name_prefix: str
    first_name: str
    last_name: str


class Contacts(NamedTuple):
    phone: str = ""
    email: str = ""
    line_id: str = ""


def fingerprint(person: Person, columns: type[Name] | type[Contacts]) -> str:
    """What a form was opened with, so that it can be told from what somebody saved meanwhile."""
    seen = json.dumps([getattr(person, name) for name in columns._fields])
    return hashlib.sha256(seen.encode()).hexdigest()[:20]


# -- People ----------------------------------------------------------------------------


@transaction.atomic
def add_person(name: Name, contacts: Contacts, *, token: UUID, by: User) -> Person:
    """Write somebody down; ``token`` names the form, so sending it twice makes one person."""
    once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return _added_before(once)
    person = Person.objects.create(**name._asdict(), **contacts._asdict())
    Once.objects.filter(token=token).update(result=str(person.pk))
    record("person.added", person, by=by)
    return person


@transaction.atomic
def revise_person(person: Person, name: Name, *, seen: str, by: User) -> Person:
    """Correct a name, unless somebody else did since the form was opened."""
    kept = _locked_unchanged(person, Name, seen)
    _write(kept, name)
    record("person.revised", kept, by=by)
    return kept


@transaction.atomic
def delete_person(person: Person, *, by: User) -> None:
    """Take out somebody entered by mistake, of whom nothing else speaks.

    The row is locked first: until this is over, the database lets no other transaction
    write anything down about the person, so what was looked at stays true.
    """
    kept = Person.objects.select_for_update().filter(pk=person.pk).first()
    if kept is None:
        return
    if ties := ties_of(kept):
        raise RuleBroken(
            _("ลบไม่ได้ เพราะยังมีข้อมูลผูกอยู่ คือ %(ties)s") % {"ties": ", ".join(ties)},
            code="person-has-history",
        )
    record("person.deleted", kept, by=by)
    kept.delete()


# -- Contacts and what may be published --------------------------------------------------


@transaction.atomic
def revise_contacts(person: Person, contacts: Contacts, *, seen: str, by: User) -> Person:
    """Consent was given to what stood there then: a contact that changes must be asked for anew."""
    kept = _locked_unchanged(person, Contacts, seen)
    changed = [name for name in Contacts._fields if getattr(kept, name) != getattr(contacts, name)]
    _write(kept, contacts)
    for contact in _consents(kept).filter(contact__in=changed).values_list("contact", flat=True):
        withdraw_consent(kept, contact, by=by)
    record("person.contacts_revised", kept, by=by, contacts=changed)
    return kept


@transaction.atomic
def give_consent(person: Person, contact: str, *, by: User) -> None:
    """Let one contact be published; the secretariat records it for who asked for it."""
    kept = _locked(person)
    if not getattr(kept, contact):
        raise RuleBroken(_("ยังไม่มีข้อมูลนี้ให้เผยแพร่ โปรดบันทึกก่อน"), code="nothing-to-publish")
    if _consents(kept).filter(contact=contact).exists():
        return
    ContactConsent.objects.create(
        person=kept, contact=contact, given_at=timezone.now(), recorded_by=by
    )
    record("consent.given", kept, by=by, contact=contact, on_behalf=not is_oneself(by, kept))


@transaction.atomic
def withdraw_consent(person: Person, contact: str, *, by: User) -> None:
    won = _consents(person).filter(contact=contact).update(withdrawn_at=timezone.now())
    if won:
        on_behalf = not is_oneself(by, person)
        record("consent.withdrawn", person, by=by, contact=contact, on_behalf=on_behalf)


def _added_before(once: Once) -> Person:
    person = Person.objects.filter(pk=once.result).first()
    if person is None:
        raise RuleBroken(_("คนนี้ถูกลบออกจากทะเบียนแล้ว"), code="gone")
    return person


def _consents(person: Person) -> QuerySet[ContactConsent]:
    return ContactConsent.objects.given().filter(person=person)


def _locked(person: Person) -> Person:
    kept = Person.objects.select_for_update().filter(pk=person.pk).first()
    if kept is None:
        raise RuleBroken(_("คนนี้ถูกลบออกจากทะเบียนแล้ว"), code="gone")
    return kept


def _locked_unchanged(person: Person, columns: type[Name] | type[Contacts], seen: str) -> Person:
    kept = _locked(person)
    if fingerprint(kept, columns) != seen:
        raise RuleBroken(
            _("มีผู้แก้ไขข้อมูลนี้หลังจากท่านเปิดหน้านี้ ค่าที่บันทึกอยู่แสดงไว้ข้างช่อง โปรดตรวจแล้วบันทึกอีกครั้ง"),
            code="stale",
        )
    return kept


def _write(person: Person, values: Name | Contacts) -> None:
    for name, value in values._asdict().items():
        setattr(person, name, value)
    person.save(update_fields=values._fields)
