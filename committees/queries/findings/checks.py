"""All checks together."""

from datetime import date, datetime, time

from django.utils import timezone

from portal.kernel.models import AccountInvitation

from . import bodies, people, posts, seats
from .finding import Finding
from .picture import Picture, picture_of

CHECKS = [*seats.CHECKS, *posts.CHECKS, *bodies.CHECKS]


def findings(*, on: date) -> list[Finding]:
    """What is wrong with the roster of that day; nothing where only a document tells of it."""
    picture = picture_of(on=on)
    return found_in(picture) if picture else []


def found_in(picture: Picture) -> list[Finding]:
    return [finding for check in CHECKS for finding in check(picture)]


def advice(picture: Picture) -> list[Finding]:
    """Whom nobody can reach. Accounts, addresses and numbers have no days: this is of today."""
    at = timezone.make_aware(datetime.combine(picture.on, time.min))
    invited = AccountInvitation.objects.open(at=at).values_list("person_id", flat=True)
    return [*people.unreachable(picture), *people.without_account(picture, set(invited))]
