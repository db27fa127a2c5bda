"""The directory: people of one day as its table, its exports and the sign-in sheet print them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from committees.models import Membership, Seat, Substitution
from portal.kernel.models import Person
from portal.kernel.names import named, named_short
from regions.models import Region, RegionalPost

from .held import bodies_joined, positions_named, posts_held, seats_acted_in, seats_held
from .role_words import body_words, post_words, seat_words, substitute_words

SEAT = ("seat__region", "seat__cluster", "seat__issue", "seat__committee")


@dataclass(frozen=True)
class Entry:
    """One person on one day: what they are, where, for which issue, on which bodies.

    Reads what ``for_directory`` has loaded and the contacts ``with_contacts`` lets be shown.
    """

    person: Person

    @property
    def holdings(self) -> list[Membership]:
        return self.person.holdings_now

    @property
    def substitutions(self) -> list[Substitution]:
        return self.person.substitutions_now

    @cached_property
    def seats(self) -> list[Seat]:
        """Those they hold, then those they act in."""
        return [row.seat for row in (*self.holdings, *self.substitutions)]

    @property
    def posts(self) -> list[RegionalPost]:
        return self.person.posts_now

    @cached_property
    def positions(self) -> list[str]:
        return [
            *(seat_words(row.seat) for row in self.holdings),
            *(substitute_words(row) for row in self.substitutions),
            *(post_words(post) for post in self.posts),
            *(row.title for row in self.person.positions_now),
        ]

    @cached_property
    def regions(self) -> list[Region]:
        """Each region once, in the order it is met."""
        rows = (*self.posts, *self.seats)
        return list({row.region_id: row.region for row in rows if row.region}.values())

    @property
    def clusters(self) -> list[str]:
        """The province clusters of their seats, each saying what it is."""
        return unique(named(seat.stands_for) for seat in self.seats if seat.cluster)

    @property
    def issues(self) -> list[str]:
        bodies = (row.committee for row in self.person.bodies_now)
        return unique(named(place.issue) for place in (*self.seats, *bodies) if place.issue)

    @property
    def bodies(self) -> list[str]:
        return [body_words(row) for row in self.person.bodies_now]

    @property
    def region_names(self) -> list[str]:
        return unique(named_short(region) for region in self.regions)

    @property
    def has_contact(self) -> bool:
        person = self.person
        return bool(person.shown_phone or person.shown_email or person.shown_line_id)


def unique(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word]


def for_directory(people: QuerySet[Person], *, on: date) -> QuerySet[Person]:
    """Everything an :class:`Entry` prints: five queries more, however many people."""
    posts = posts_held(on=on).select_related("region", "province")
    return people.prefetch_related(
        Prefetch("memberships", seats_held(on=on).select_related(*SEAT), to_attr="holdings_now"),
        Prefetch(
            "substitutions",
            seats_acted_in(on=on).select_related(*SEAT),
            to_attr="substitutions_now",
        ),
        Prefetch("posts", posts, to_attr="posts_now"),
        Prefetch(
            "body_memberships",
            bodies_joined(on=on).select_related("committee__issue").order_by("committee"),
            to_attr="bodies_now",
        ),
        Prefetch("positions", positions_named(on=on), to_attr="positions_now"),
    )


def entries_of(people: Iterable[Person]) -> list[Entry]:
    return [Entry(person) for person in people]
