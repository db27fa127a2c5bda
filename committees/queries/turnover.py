"""What opening the next generation of the 67 ends, and what stands in its way (S24)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from committees.models import (
    BodyMembership,
    Committee,
    Delegate,
    Delegation,
    Membership,
    Seat,
    Substitution,
)
from committees.periods import ONE_DAY, still_open
from committees.roles import OF_THE_67
from regions.models import RegionalPost


@dataclass
class Turnover:
    """``previous`` as it stands before its last day, the day before ``starts_on``.

    Each answer is the rows that hold a day after it: those that end then, and those that
    begin only then and cannot.
    """

    previous: Committee
    starts_on: date

    @property
    def last_day(self) -> date:
        return self.starts_on - ONE_DAY

    @cached_property
    def memberships(self) -> QuerySet[Membership]:
        return self._open(Membership.objects.filter(seat__committee=self.previous))

    @cached_property
    def posts(self) -> QuerySet[RegionalPost]:
        """Coordinators and co-chairs are of the 67 and end with it; officers stay."""
        return self._open(RegionalPost.objects.filter(role__in=OF_THE_67))

    @cached_property
    def body_memberships(self) -> QuerySet[BodyMembership]:
        return self._open(BodyMembership.objects.filter(committee__parent=self.previous))

    @cached_property
    def substitutions(self) -> QuerySet[Substitution]:
        return self._open(Substitution.objects.filter(seat__committee=self.previous))

    @cached_property
    def seats(self) -> QuerySet[Seat]:
        return self._open(self.previous.seats.all())

    @cached_property
    def bodies(self) -> QuerySet[Committee]:
        return self._open(Committee.objects.bodies_of(self.previous))

    @cached_property
    def delegations(self) -> QuerySet[Delegation]:
        """Pieces of work of the generation, which the next one begins anew if it wants to."""
        return self._open(Delegation.objects.filter(committee=self.previous))

    @cached_property
    def delegates(self) -> QuerySet[Delegate]:
        return self._open(Delegate.objects.filter(delegation__committee=self.previous))

    @cached_property
    def seats_to_carry(self) -> QuerySet[Seat]:
        """The seats of the generation's last day, with which the next begins."""
        return self.previous.seats.in_force(on=self.end_of_previous)

    @cached_property
    def bodies_to_carry(self) -> QuerySet[Committee]:
        return Committee.objects.bodies_of(self.previous).in_force(on=self.end_of_previous)

    @property
    def end_of_previous(self) -> date:
        """Its own end, if it ended before."""
        return min(self.last_day, self.previous.ends_on or self.last_day)

    @property
    def everything(self) -> list[QuerySet]:
        return [
            self.memberships,
            self.posts,
            self.body_memberships,
            self.substitutions,
            self.seats,
            self.bodies,
            self.delegations,
            self.delegates,
        ]

    @cached_property
    def people(self) -> int:
        """How many people lose a place, whatever else they hold."""
        held = [self.memberships, self.posts, self.body_memberships, self.substitutions]
        held.append(self.delegates)
        return len({pk for rows in held for pk in rows.values_list("person_id", flat=True)})

    def starting_later(self) -> int:
        return sum(rows.filter(starts_on__gt=self.last_day).count() for rows in self.everything)

    def _open(self, rows: QuerySet) -> QuerySet:
        return still_open(rows, after=self.last_day)


def last_generation() -> Committee | None:
    """The one that a next one follows."""
    generations = Committee.objects.filter(kind=Committee.Kind.SUBCOMMITTEE)
    return generations.order_by("starts_on").last()
