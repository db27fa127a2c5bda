"""Advice about people in office: whom nobody can reach, and who cannot sign in."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal.kernel.models import Person

from .finding import Finding, Kind, Remedy
from .picture import Picture


def unreachable(picture: Picture) -> Iterator[Finding]:
    for person in picture.people:
        if not person.email and not person.phone:
            remedy = Remedy("person-contacts", (person.pk,), _("เพิ่มช่องทางติดต่อ"))
            yield Finding(Kind.UNREACHABLE, person.full_name, remedy)


def without_account(picture: Picture, invited: set[int]) -> Iterator[Finding]:
    """Members whom nobody has invited yet."""
    for person in picture.members:
        if person.user_id is None and person.pk not in invited:
            yield Finding(Kind.NO_ACCOUNT, person.full_name, invitation_of(person))


def invitation_of(person: Person) -> Remedy:
    return Remedy("person-invitation", (person.pk,), _("เชิญ"))
