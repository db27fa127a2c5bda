"""What people hold on a day: the rows that the directory, its filters and its rights share."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from committees.models import (
    BodyMembership,
    Committee,
    Membership,
    Position,
    Seat,
    Substitution,
)
from regions.models import RegionalPost

# Every row that names somebody publicly; delegations are the house's own affair.
PUBLIC = (Membership, Substitution, RegionalPost, BodyMembership, Position)


def seats_held(*, on: date) -> QuerySet[Membership]:
    """Seats of the 67 of that day."""
    return Membership.objects.in_force(on=on).filter(**_of_the_67(on=on))


def seats_acted_in(*, on: date) -> QuerySet[Substitution]:
    return Substitution.objects.in_force(on=on).filter(**_of_the_67(on=on))


def posts_held(*, on: date) -> QuerySet[RegionalPost]:
    return RegionalPost.objects.in_force(on=on)


def bodies_joined(*, on: date) -> QuerySet[BodyMembership]:
    """Units, issue subcommittees and outside boards that exist that day."""
    return BodyMembership.objects.in_force(on=on).filter(
        committee__in=Committee.objects.in_force(on=on)
    )


def positions_named(*, on: date) -> QuerySet[Position]:
    """What a document of that day says somebody was."""
    return Position.objects.in_force(on=on)


def everything_held(*, on: date) -> list[QuerySet]:
    kinds = (seats_held, seats_acted_in, posts_held, bodies_joined, positions_named)
    return [held(on=on) for held in kinds]


def begun_by(*, on: date) -> list[QuerySet]:
    """Whatever somebody held that day or before."""
    return [kind.objects.filter(starts_on__lte=on) for kind in PUBLIC]


def named_in(*kinds: QuerySet) -> Q:
    """The people whom a row of one of ``kinds`` names."""
    found = Q()
    for rows in kinds:
        found |= Q(Exists(rows.filter(person=OuterRef("pk"))))
    return found


def _of_the_67(*, on: date) -> dict[str, QuerySet]:
    return {
        "seat__in": Seat.objects.in_force(on=on),
        "seat__committee__in": Committee.objects.the_67(on=on),
    }
