"""One library of rates: completeness, timeliness and attendance cannot disagree (promise 22).

A rate keeps its parts, so that every percentage can be opened: how many, of how many, what was
left out, by which formula, as of when.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise


@dataclass(frozen=True)
class Rate:
    """``n`` of ``of``, with what was left out of both. More than all of them is a fault of ours
    and raises; of nothing there is no percentage."""

    n: int
    of: int
    excluded: int = 0
    formula: str | Promise = ""
    at: date | datetime | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.n <= self.of or self.excluded < 0:
            raise ValueError(f"{self.n} of {self.of} without {self.excluded} is no rate")

    @property
    def percent(self) -> int | None:
        """Rounded down, so that 100 says all of them; None where nothing was due."""
        return 100 * self.n // self.of if self.of else None
