"""Who serves: whoever holds a post, a seat, a seat's substitution or a place in a body.

An account lives by it: no service today, no sign-in today.
"""

from datetime import date

from committees.models import BodyMembership, Membership, Substitution
from portal.kernel.models import Person
from regions.models import RegionalPost

# Every kind of dated row by which a person serves.
HOLDINGS = (RegionalPost, Membership, Substitution, BodyMembership)


def first_day_of_service(person: Person, *, on: date) -> date | None:
    """The earliest day, ``on`` or later, on which the person serves; None if there is none."""
    kinds = [
        kind.objects.filter(person=person).exclude(ends_on__lt=on).values_list("starts_on")
        for kind in HOLDINGS
    ]
    [starts_on] = kinds[0].union(*kinds[1:]).order_by("starts_on").first() or [None]
    return starts_on and max(starts_on, on)
