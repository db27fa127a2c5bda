"""The restricted part of the directory: telephone, e-mail address, LINE id.

Who has no right to a contact never has it loaded: pages, searches and exports read only
what :func:`with_contacts` puts beside each person.
"""

from datetime import date
from typing import NamedTuple

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from committees.roles import Role
from portal.kernel.models import ContactConsent, Person, User
from regions.models import rights_of

from .people import in_regions

Contact = ContactConsent.Contact
RESTRICTED = tuple(Contact.values)


def contacts_visible_to(user: User, *, on: date) -> QuerySet[Person]:
    """Whose restricted part ``user`` may read without their consent.

    The secretariat and the auditors everybody's, a coordinator and an officer those of
    their own regions, by seat or post that day, and everybody their own. A contact is of
    today, so ``on`` is today even where a page answers for another day.
    """
    if not user.is_authenticated:
        return Person.objects.none()
    rights = rights_of(user)
    if rights.sees_everything:
        return Person.objects.all()
    regions = rights.regions_as(Role.COORDINATOR, Role.OFFICER)
    own = Q(user=user)
    return Person.objects.filter(own | in_regions(regions, on=on) if regions else own)


def with_contacts(people: QuerySet[Person], user: User, *, on: date) -> QuerySet[Person]:
    """Each with ``shown_phone``, ``shown_email``, ``shown_line_id`` (what ``user`` may read, else
    nothing) and ``is_in_reach``; the columns themselves stay in the database."""
    in_reach = Q(pk__in=contacts_visible_to(user, on=on).order_by().values("pk"))
    return people.defer(*RESTRICTED).annotate(
        is_in_reach=Case(When(in_reach, then=Value(True)), default=Value(False)),
        **{
            f"shown_{contact}": Case(
                When(in_reach | published(contact), then=F(contact)), default=Value("")
            )
            for contact in RESTRICTED
        },
    )


def published(contact: str) -> Q:
    """The people who let this contact of theirs be published."""
    consents = ContactConsent.objects.given().filter(contact=contact, person=OuterRef("pk"))
    return Q(Exists(consents))


def why_in_reach(user: User, person: Person, *, on: date) -> str:
    """Why ``user`` reads the restricted part of somebody within reach, in words."""
    rights = rights_of(user)
    if person.user_id == user.pk:
        return _("ท่านเห็นเพราะเป็นข้อมูลของท่านเอง")
    if rights.is_secretariat:
        return _("ท่านเห็นเพราะเป็นกองเลขานุการ")
    if rights.is_auditor:
        return _("ท่านเห็นเพราะเป็นผู้ตรวจสอบ ซึ่งอ่านได้ทุกเรื่อง")
    coordinated = rights.regions_as(Role.COORDINATOR)
    reached = Person.objects.filter(in_regions(coordinated, on=on), pk=person.pk)
    if coordinated and reached.exists():
        return _("ท่านเห็นเพราะเป็นผู้ประสานงานของภาคเดียวกัน")
    return _("ท่านเห็นเพราะเป็นเจ้าหน้าที่ของภาคเดียวกัน")


class ContactLine(NamedTuple):
    """One way of reaching a person, as far as the reader may know it."""

    contact: str
    label: str
    value: str
    consent: ContactConsent | None
    is_on_behalf: bool


def contact_lines(person: Person) -> list[ContactLine]:
    """Every way within reach, and what is published of anybody: one query."""
    consents = ContactConsent.objects.given().filter(person=person)
    given = {consent.contact: consent for consent in consents}
    lines = [line_of(person, contact, given.get(contact)) for contact in RESTRICTED]
    return [line for line in lines if person.is_in_reach or line.value]


def line_of(person: Person, contact: str, consent: ContactConsent | None) -> ContactLine:
    return ContactLine(
        contact=contact,
        label=contact_words(contact),
        value=getattr(person, f"shown_{contact}"),
        consent=consent,
        is_on_behalf=consent is not None and consent.recorded_by_id != person.user_id,
    )


def contact_words(contact: str) -> str:
    return {
        Contact.PHONE: _("โทรศัพท์"),
        Contact.EMAIL: _("อีเมล"),
        Contact.LINE: _("ไลน์ไอดี"),
    }[contact]
