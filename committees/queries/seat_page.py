"""One seat: what it stands for, who sits in it that day, and everybody who did or will."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from committees.models import Committee, Membership, Seat, Standing, Substitution
from portal.kernel.models import User

from .board_words import drawn, vacant_words
from .role_words import standing_words
from .succession import Succession, succession_of

Row = Membership | Substitution


@dataclass(frozen=True)
class SeatPage:
    """For a stranger nobody who is yet to come, and no orders."""

    seat: Seat
    user: User
    on: date
    today: date

    @cached_property
    def exists(self) -> bool:
        """Whether there is such a seat that day; if not, nothing stands vacant in it."""
        return self.seat.is_in_force(on=self.on) and self.seat.committee.is_in_force(on=self.on)

    @cached_property
    def holdings(self) -> list[Membership]:
        orders = ("appointed_by", "discharged_by")
        return list(self._visible(Membership.objects).select_related("person", *orders))

    @cached_property
    def substitutions(self) -> list[Substitution]:
        return list(self._visible(Substitution.objects).select_related("person", "appointed_by"))

    @property
    def holding(self) -> Membership | None:
        return next((row for row in self.holdings if row.is_in_force(on=self.on)), None)

    @cached_property
    def succession(self) -> Succession | None:
        """Who follows a holder whose last day is set; strangers have no row of who is to come."""
        later = [row for row in self.holdings if row.starts_on > self.on]
        following = min(later, key=lambda row: row.starts_on, default=None)
        return succession_of(self.seat, self.holding, following)

    @property
    def substitution(self) -> Substitution | None:
        return next((row for row in self.substitutions if row.is_in_force(on=self.on)), None)

    @property
    def standing(self) -> str:
        if self.holding is None:
            return Standing.VACANT
        return self.holding.standing(on=self.on, warn_days=self.seat.committee.ends_soon_days)

    @property
    def is_in_term(self) -> bool:
        return self.standing == Standing.FILLED

    @property
    def state(self) -> str:
        """How the seat is drawn."""
        return drawn(self.standing, self.holding, self.substitution)

    @property
    def words(self) -> str:
        if self.succession and self.is_in_term:
            return self.succession.whole if self.shows_orders else self.succession.until
        if self.holding:
            return _("มีผู้ดำรงตำแหน่ง") if self.is_in_term else standing_words(self.standing)
        if self.seat.committee.source:
            return _("ไม่ปรากฏในเอกสาร")
        left = [row.ends_on for row in self.holdings if row.ends_on and row.ends_on < self.on]
        return vacant_words(max(left, default=None))

    @property
    def open_holding(self) -> Membership | None:
        return without_end(self.holdings)

    @property
    def is_settled(self) -> bool:
        """Somebody sits there whose term does not run out soon: nobody need be appointed now."""
        if self.succession:
            return self.succession.vacant_from is None
        return self.is_in_term and self.open_holding is not None

    @property
    def shows_term(self) -> bool:
        """Strangers read the last day, where one is set, and no second one beside it."""
        return self.user.is_authenticated or self.holding.ends_on is None

    @property
    def shows_orders(self) -> bool:
        return self.user.is_authenticated

    @property
    def is_past(self) -> bool:
        return self.on < self.today

    @property
    def line(self) -> list[Row]:
        """From those who are to come back to the first."""
        rows = [*self.holdings, *self.substitutions]
        return sorted(rows, key=lambda row: (row.starts_on, row.pk), reverse=True)

    def _visible(self, rows: QuerySet) -> QuerySet:
        rows = rows.filter(seat=self.seat)
        return rows if self.user.is_authenticated else rows.filter(starts_on__lte=self.today)


def seats_for_page() -> QuerySet[Seat]:
    return Seat.objects.select_related("committee", "region", "cluster", "issue")


def open_holding(seat: Seat) -> Membership | None:
    return without_end(seat.memberships.select_related("person", "seat"))


def without_end(holdings: Iterable[Membership]) -> Membership | None:
    """Whoever sits there without a known end, now or from a day to come."""
    return next((row for row in holdings if row.ends_on is None), None)


def last_known_day(seat: Seat) -> date | None:
    """The last day of the last holder, where every end is known: somebody may follow after it."""
    row = seat.memberships.order_by("starts_on").last()
    return row.ends_on if row else None


def usual_term_end(seat: Seat, *, on: date) -> date | None:
    """When a term begun that day would run out: as its predecessor's, else as most of the
    generation's."""
    terms = Membership.objects.filter(seat__committee=seat.committee_id, term_ends_on__gt=on)
    counted = terms.values("term_ends_on").annotate(
        here=Count("pk", filter=Q(seat=seat)), everywhere=Count("pk")
    )
    usual = counted.order_by("-here", "-everywhere", "term_ends_on").first()
    return usual and usual["term_ends_on"]


def open_substitutions(seat: Seat, *, on: date) -> QuerySet[Substitution]:
    """Those who act that day or are to act later."""
    rows = seat.substitutions.filter(ends_on__gte=on).select_related("person", "appointed_by")
    return rows.order_by("starts_on")


def free_number(generation: Committee) -> int:
    """The lowest number that no seat of the generation has had."""
    taken = set(Seat.objects.filter(committee=generation).values_list("number", flat=True))
    return next(number for number in count(1) if number not in taken)
