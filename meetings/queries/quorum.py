"""องค์ประชุม: how many are there, how many must be, at any moment. Nothing here asks the database.

The rule is data of the body: of all its seats or of those with a holder, which part of them,
and whether who comes in somebody's place counts. Everything is counted from places, one for
each seat, so who is present is always part of the whole. A body without seats counts its members.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from committees.models import Committee
from meetings.models import Attendance
from regions.models import Region

Kind = Attendance.Kind
QuorumOf = Committee.QuorumOf
MEMBERS = "members"  # what a body without seats counts


@dataclass(frozen=True)
class Rule:
    """What a body asks for: at least so many parts of its seats, or of its holders."""

    of: str = QuorumOf.HOLDERS
    numerator: int = 1
    denominator: int = 2
    counts_substitutes: bool = True

    @classmethod
    def of_body(cls, body: Committee) -> "Rule":
        has_seats = body.kind == Committee.Kind.SUBCOMMITTEE
        return cls(
            body.quorum_of if has_seats else MEMBERS,
            body.quorum_numerator,
            body.quorum_denominator,
            body.quorum_counts_substitutes,
        )

    def needed(self, total: int) -> int:
        """No less than the part: half of 67 are 34."""
        return -(-total * self.numerator // self.denominator)

    def counts(self, place: "Place") -> bool:
        """Whether the place is part of the whole."""
        return place.is_own and (self.of == QuorumOf.SEATS or place.is_held)

    def makes(self, place: "Place", at: datetime | None) -> bool:
        """Whether whoever came for the seat makes the quorum with the others at that moment."""
        counted = (Kind.PRESENT, Kind.SUBSTITUTE) if self.counts_substitutes else (Kind.PRESENT,)
        return self.counts(place) and place.kind in counted and place.is_here(at)


@dataclass(frozen=True)
class Place:
    """One seat or member at one meeting, and who came for it; ``is_own`` where it is of the body
    that meets."""

    region: Region | None = None
    is_held: bool = True
    kind: str = ""
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    is_own: bool = True

    def is_here(self, at: datetime | None) -> bool:
        """From the minute of arriving until that of leaving; without a moment, whoever has
        not left."""
        if self.arrived_at is None:
            return False
        if at is None:
            return self.left_at is None
        return self.arrived_at <= at and (self.left_at is None or at < self.left_at)


class Bench(NamedTuple):
    """One region's part of it; the seats of issues have no region."""

    region: Region | None
    present: int
    substitutes: int
    total: int


@dataclass(frozen=True)
class Quorum:
    """How a meeting stands at one moment."""

    present: int
    needed: int
    total: int
    rule: Rule
    benches: list[Bench] = field(default_factory=list)

    @property
    def is_reached(self) -> bool:
        return self.total > 0 and self.present >= self.needed

    @property
    def whole(self) -> str:
        """What the quorum is counted from, in words."""
        if self.rule.of == QuorumOf.SEATS:
            return _("นับจากที่นั่งทั้งหมด %(total)s ที่นั่ง") % {"total": self.total}
        if self.rule.of == MEMBERS:
            return _("นับจากกรรมการ %(total)s คน") % {"total": self.total}
        return _("นับจากผู้ดำรงตำแหน่ง %(total)s คน") % {"total": self.total}

    @property
    def words(self) -> str:
        """In one sentence: whether it is reached, by how many, of how many."""
        if not self.total:
            return _("ยังไม่มีรายชื่อที่นับเป็นองค์ประชุม")
        said = _("ครบองค์ประชุม") if self.is_reached else _("ยังไม่ครบองค์ประชุม")
        counted = _("มา %(present)s คน ต้องการ %(needed)s คน") % {
            "present": self.present,
            "needed": self.needed,
        }
        return f"{said} {counted} ({self.whole})"

    @property
    def at_vote(self) -> str:
        """Beside a resolution: the quorum of the moment it was put (promise 11)."""
        is_reached = self.is_reached
        return _("องค์ประชุมขณะลงมติ %(present)s จาก %(total)s %(said)s") % {
            "present": self.present,
            "total": self.total,
            "said": pgettext("quorum", "ครบ") if is_reached else pgettext("quorum", "ยังไม่ครบ"),
        }


def quorum_of(places: Iterable[Place], rule: Rule, *, at: datetime | None = None) -> Quorum:
    """The quorum at a moment; without one, as it stands with whoever has not left."""
    places = list(places)
    total = sum(map(rule.counts, places))
    present = sum(rule.makes(place, at) for place in places)
    return Quorum(present, rule.needed(total), total, rule, list(_benches(places, rule, at)))


def _benches(places: list[Place], rule: Rule, at: datetime | None) -> Iterable[Bench]:
    """Region by region in the order of their numbers, those without one last; members of a body
    without seats stand for no region."""
    if rule.of == MEMBERS:
        return
    regions = {place.region.code if place.region else "": place.region for place in places}
    for code, region in sorted(regions.items(), key=_in_order):
        mine = [place for place in places if (place.region.code if place.region else "") == code]
        here = [place for place in mine if rule.makes(place, at)]
        substitutes = sum(place.kind == Kind.SUBSTITUTE for place in here)
        yield Bench(region, len(here), substitutes, sum(map(rule.counts, mine)))


def _in_order(found: tuple[str, Region | None]) -> tuple[bool, int]:
    region = found[1]
    return region is None, region.number if region else 0
