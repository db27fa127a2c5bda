"""The seats of whoever is signed in."""

from datetime import date

from committees.models import Membership
from portal.kernel.models import User


def own_seats(user: User, *, on: date) -> list[Membership]:
    """What ``user`` holds among the 67 that day, seldom more than one seat: one query."""
    held = Membership.objects.in_force(on=on).filter(person__user=user)
    return list(held.select_related("seat").order_by("seat__number"))
