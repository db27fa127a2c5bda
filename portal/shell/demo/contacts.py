"""What people let be published of how they are reached, and who was invited to an account."""

from datetime import timedelta

from portal.kernel.models import AccountInvitation, ContactConsent, User
from portal.kernel.phones import parse_phone

from .days import at_hour

Contact = ContactConsent.Contact
# Who lets what be published.
CONSENTS = {
    "seat-1": [Contact.PHONE],
    "seat-9": [Contact.PHONE],
    "seat-10": [Contact.PHONE, Contact.EMAIL],
    "seat-27": [Contact.PHONE],
    "seat-35": [Contact.EMAIL],
    "seat-50": [Contact.PHONE],
    "seat-54": [Contact.PHONE, Contact.LINE],
    "seat-55": [Contact.PHONE],
    "seat-61": [Contact.EMAIL],
    "seat-67": [Contact.PHONE],
}
ASKED = timedelta(days=30)  # after the generation began
INVITED = "seat-29"  # on paper, and has not come yet
JOINED = "seat-58"  # came with the code on the paper; the password is known to nobody
DAYS_TO_COME = timedelta(days=14)


def load_contacts(people, secretary, committee, *, today):
    ContactConsent.objects.bulk_create(
        ContactConsent(
            person=people[who],
            contact=contact,
            given_at=at_hour(committee.starts_on + ASKED, 10),
            recorded_by=secretary,
        )
        for who, contacts in CONSENTS.items()
        for contact in contacts
    )
    invited_at = at_hour(today - timedelta(days=2), 10)
    invite(people[INVITED], secretary, at=invited_at)
    joined_at = at_hour(committee.starts_on + ASKED, 11)
    invite(people[JOINED], secretary, at=joined_at, accepted_at=joined_at + timedelta(days=3))
    open_account(people[JOINED])


def invite(person, secretary, *, at, accepted_at=None):
    AccountInvitation.objects.create(
        person=person,
        channel=AccountInvitation.Channel.PAPER,
        phone=parse_phone(person.phone),
        invited_by=secretary,
        invited_at=at,
        expires_at=at + DAYS_TO_COME,
        accepted_at=accepted_at,
    )


def open_account(person):
    person.user = User.objects.create_user(phone=parse_phone(person.phone))
    person.save(update_fields=["user"])
