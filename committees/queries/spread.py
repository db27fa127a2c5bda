"""How evenly service on a board is spread over the regions of the 67: one figure, explained."""

from dataclasses import dataclass
from functools import cached_property

from regions.models import Region


@dataclass(frozen=True)
class Share:
    """One region's part, or that of the issue seats, which have no region."""

    region: Region | None
    days: int
    seats: int


@dataclass(frozen=True)
class Spread:
    """Days on a board against seats among the 67.

    The figure is the index of dissimilarity: the part of the days that would have to move
    to other regions for their shares of the days to equal their shares of the seats.
    """

    shares: list[Share]

    @cached_property
    def days(self) -> int:
        return sum(share.days for share in self.shares)

    @cached_property
    def seats(self) -> int:
        return sum(share.seats for share in self.shares)

    @property
    def is_measured(self) -> bool:
        return bool(self.days and self.seats)

    @property
    def days_to_move(self) -> float:
        """What some have too much of, others lack: half of what differs."""
        return sum(abs(share.days - self.expected(share)) for share in self.shares) / 2

    @property
    def percent(self) -> float:
        """From 0, exactly as the seats, up to nearly 100. Whole days are counted and divided
        once, so that rounding cannot lead out of it."""
        apart = sum(abs(s.days * self.seats - s.seats * self.days) for s in self.shares)
        return 100 * apart / (2 * self.days * self.seats)

    def expected(self, share: Share) -> float:
        """The days that would be this region's by its seats."""
        return self.days * share.seats / self.seats

    @property
    def rows(self) -> list[tuple[Share, float, float]]:
        """Each share, the days expected of it, and how many it has more or less."""
        return [(s, self.expected(s), s.days - self.expected(s)) for s in self.shares]

    @property
    def regions(self) -> list[Share]:
        return [share for share in self.shares if share.region]

    @property
    def regions_served(self) -> list[Share]:
        return [share for share in self.regions if share.days]

    @property
    def has_served_for_issues(self) -> bool:
        return any(share.days for share in self.shares if not share.region)
