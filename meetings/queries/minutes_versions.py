"""Every version of the minutes in few lines: what one writer saved without a pause stands together.

Blocks save themselves while somebody types, and each save is a version for ever: the database
refuses to change or remove one. So nothing is merged but the lines of the list; each version keeps
its number, its address and its place among what can be compared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from meetings.models import Minutes, MinutesVersion
from portal.kernel.models import Activity

PAUSE = timedelta(minutes=10)  # saves of one writer that lie no further apart are one line
FIRST = 1  # the record as it was when the meeting closed


@dataclass(frozen=True)
class Line:
    """What one writer saved one after the other, the latest first; ``before`` is the version that
    all of it is compared with."""

    versions: list[MinutesVersion]
    before: int | None = None

    @property
    def latest(self) -> MinutesVersion:
        return self.versions[0]

    @property
    def earlier(self) -> list[MinutesVersion]:
        return self.versions[1:]


def lines_of(minutes: Minutes, versions: Iterable[MinutesVersion]) -> list[Line]:
    """The latest first, with one statement besides. What was checked, circulated, laid before a
    meeting, sent back or adopted, and the text the meeting closed with, has a line of its own."""
    told = Activity.objects.about(minutes).filter(detail__has_key="version")
    turned = {FIRST, *told.values_list("detail__version", flat=True)}
    lines: list[list[MinutesVersion]] = []
    for version in versions:
        if lines and _goes_on(lines[-1][-1], version, turned):
            lines[-1].append(version)
        else:
            lines.append([version])
    before = [line[0].number for line in lines[1:]]
    return [Line(line, number) for line, number in zip(lines, [*before, None], strict=True)]


def _goes_on(later: MinutesVersion, earlier: MinutesVersion, turned: set[int]) -> bool:
    """Whether the later one is the same writer's next save."""
    together = later.saved_by_id == earlier.saved_by_id and later.state == earlier.state
    stand_alone = turned & {later.number, earlier.number}
    return together and not stand_alone and later.saved_at - earlier.saved_at <= PAUSE
