"""The page on which the roll is called: which seats it shows, and what a tap on one means."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.kernel import thai
from regions.models import Region

from .actions import Entry
from .models import Attendance, AttendanceClaim, Meeting
from .queries import Line, Quorum, Roll
from .queries.claims import claims_on
from .queries.places import has_seats

Kind = Attendance.Kind
WAITING = "waiting"
TAPS = (Kind.PRESENT, Kind.EXCUSED, Kind.ABSENT)


def entry_of(line: Line, given: QueryDict) -> Entry | None:
    """What a tap on ``line`` says; nothing where it takes back what was noted."""
    kind = given.get("kind", "")
    if kind == "":
        return None
    if kind in TAPS:
        return Entry(kind=kind, reason=reason_of(line, kind))
    for number, offer in enumerate(line.offers):
        if kind == f"{Kind.SUBSTITUTE.value}-{number}":
            return Entry(kind=Kind.SUBSTITUTE, person=offer.person, name=offer.name)
    raise Http404


def reason_of(line: Line, kind: str) -> str:
    """Why somebody is missing: as it was noted, else as whoever excuses themselves answered."""
    if line.row and line.row.reason:
        return line.row.reason
    return line.answered_reason if kind == Kind.EXCUSED else ""


@dataclass(frozen=True)
class RollPage:
    """The roll as it was asked for: ``?q=`` a name, a place or a number, ``?show=`` a standing."""

    meeting: Meeting
    roll: Roll
    asked: QueryDict
    on: date

    @property
    def q(self) -> str:
        return thai.normalise(self.asked.get("q", ""))[:200]

    @property
    def show(self) -> str:
        shown = self.asked.get("show", "")
        return shown if shown in (WAITING, *Kind.values) else ""

    @property
    def query(self) -> str:
        """What every form and link of the page keeps."""
        kept = {name: value for name in ("q", "show") if (value := getattr(self, name))}
        return f"?{urlencode(kept)}" if kept else ""

    @cached_property
    def lines(self) -> list[Line]:
        return [line for line in self.roll.lines if self._is_shown(line)]

    @property
    def benches(self) -> list[tuple[Region | None, list[Line]]]:
        """The whole roll region by region, whoever speaks for none last; nothing of a body without
        seats, and nothing where something is looked for."""
        if self.query or not has_seats(self.meeting.committee):
            return []
        found = {line.region.pk: line.region for line in self.lines if line.region}
        regions = [*sorted(found.values(), key=attrgetter("number")), None]
        groups = [
            (region, [line for line in self.lines if line.region == region]) for region in regions
        ]
        return [(region, lines) for region, lines in groups if lines]

    def _is_shown(self, line: Line) -> bool:
        if self.show == WAITING and not line.is_waiting:
            return False
        if self.show in Kind.values and line.kind != self.show:
            return False
        return self._matches(line)

    def _matches(self, line: Line) -> bool:
        if self.q.isdecimal():
            return line.number == int(self.q)
        told = [line.place, line.row.name if line.row else ""]
        people = [line.holder, line.row.person if line.row else None]
        told += [person.full_name for person in people if person]
        told += [offer.words for offer in line.offers]
        return all(any(word in text for text in told) for word in self.q.split())

    @cached_property
    def quorum(self) -> Quorum:
        is_over = self.meeting.is_over(on=self.on)
        return self.roll.quorum_of_all_who_came() if is_over else self.roll.quorum()

    @cached_property
    def claims(self) -> list[AttendanceClaim]:
        """Of who says they were there, whatever is filtered."""
        return claims_on(self.meeting) if self.meeting.claim_count else []

    @property
    def waiting_claims(self) -> list[tuple[AttendanceClaim, Line | None]]:
        """Each with what stands on the roll meanwhile."""
        return [(row, self.roll.line(row.key)) for row in self.claims if row.is_waiting]

    @property
    def answered_claims(self) -> list[AttendanceClaim]:
        return [row for row in self.claims if not row.is_waiting]

    @property
    def vacant(self) -> int:
        """Seats that had no holder on the first day."""
        return sum(not line.is_held for line in self.roll.lines)

    @property
    def tally(self) -> list[dict]:
        """Counts that are filters."""
        return [
            {
                "value": value,
                "words": words,
                "url": f"?{urlencode({'show': show})}" if show else "?",
                "is_current": self.show == show,
            }
            for show, value, words in self._counts()
        ]

    def _counts(self) -> list[tuple[str, int, str]]:
        of = self.roll.of
        return [
            ("", len(self.roll.lines), _("ทั้งหมด")),
            (WAITING, len(self.roll.waiting), _("ยังไม่เช็กชื่อ")),
            (Kind.PRESENT, len(of(Kind.PRESENT)), pgettext("attendance", "มา")),
            (Kind.SUBSTITUTE, len(of(Kind.SUBSTITUTE)), pgettext("attendance", "แทน")),
            (Kind.EXCUSED, len(of(Kind.EXCUSED)), pgettext("attendance", "ลา")),
            (Kind.ABSENT, len(of(Kind.ABSENT)), pgettext("attendance", "ไม่มา")),
        ]
