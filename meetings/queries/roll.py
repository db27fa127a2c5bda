"""Who came to a meeting: every seat with its holder of the first day, every member of a body
without seats, and what was noted of each.

The page of a meeting and its documents take the roll from the record (``roll_from``), the page
on which it is called asks for it with what was answered before (``roll_asked.py``).
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import Model
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Committee, Issue, Seat, Substitution
from committees.models.seat import represented
from meetings.models import Attendance, Invitation, Meeting
from portal.kernel.models import Person
from portal.kernel.names import named
from regions.models import ProvinceCluster, Region

from .places import guest_seat_place, has_seats, member_place
from .quorum import Place, Quorum, Rule, quorum_of

Kind = Attendance.Kind


class Offer(NamedTuple):
    """Somebody who was named beforehand to come for the seat: of the register, or a name."""

    person: Person | None
    name: str
    is_by_order: bool

    @property
    def words(self) -> str:
        return self.person.full_name if self.person else self.name


@dataclass
class Line:
    """One seat or member: who it was on the first day, what was noted, and who was named to come
    instead. ``is_own`` where it is of the body that meets; ``has_number`` where the number is a
    seat's, and not only the order of the list."""

    number: int
    place: str
    region: Region | None
    is_held: bool
    holder: Person | None = None
    row: Attendance | None = None
    seat: Seat | None = None
    reply: Invitation | None = None
    acting: Substitution | None = None
    member: BodyMembership | None = None
    is_own: bool = True
    has_number: bool = True

    @property
    def key(self) -> str:
        """Of this line among all, in addresses and on pages."""
        return f"member-{self.member.pk}" if self.member else f"seat-{self.seat.pk}"

    @property
    def standing_place(self) -> Seat | BodyMembership:
        return self.member or self.seat

    @property
    def pages(self) -> dict[str, str]:
        """The addresses that note something of it, by name."""
        if self.member:
            return {
                "tick": "meetings:attendance-member-tick",
                "whole": "meetings:attendance-member",
            }
        return {"tick": "meetings:attendance-tick", "whole": "meetings:attendance-seat"}

    @property
    def label(self) -> str:
        words = _("ที่นั่งที่ %(n)s") if self.has_number else _("ลำดับที่ %(n)s")
        return words % {"n": self.number}

    @property
    def kind(self) -> str:
        return self.row.kind if self.row else ""

    @property
    def is_waiting(self) -> bool:
        """Nobody has noted yet whether the holder came."""
        return self.row is None and self.is_held

    @property
    def offers(self) -> list[Offer]:
        """Who acts in the seat by an order, and whom the reply names."""
        named_before = [Offer(self.acting.person, "", True)] if self.acting else []
        if self.reply and self.reply.substitute_name:
            named_before.append(Offer(None, self.reply.substitute_name, False))
        return named_before

    @property
    def answered_reason(self) -> str:
        """Why the holder said beforehand not to come; kept with no other answer."""
        return self.reply.answer_reason if self.reply else ""

    def as_place(self) -> Place:
        row = self.row
        times = (row.arrived_at, row.left_at) if row else (None, None)
        return Place(self.region, self.is_held, self.kind, *times, self.is_own)


@dataclass(frozen=True)
class Roll:
    """ผู้มาประชุม, ผู้ไม่มาประชุม and ผู้เข้าร่วมประชุม of one meeting, seats in their order."""

    lines: list[Line]
    guests: list[Attendance]
    rule: Rule = field(default_factory=Rule)

    @property
    def came(self) -> list[Line]:
        return self.of(Kind.PRESENT, Kind.SUBSTITUTE)

    @property
    def missed(self) -> list[Line]:
        return self.of(Kind.EXCUSED, Kind.ABSENT)

    @property
    def waiting(self) -> list[Line]:
        return [line for line in self.lines if line.is_waiting]

    def of(self, *kinds: str) -> list[Line]:
        return [line for line in self.lines if line.kind in kinds]

    def line(self, key: str) -> Line | None:
        """That with this key; none once nothing is noted of a place that is no more."""
        return next((line for line in self.lines if line.key == key), None)

    @property
    def is_begun(self) -> bool:
        return bool(self.guests) or any(line.row for line in self.lines)

    def quorum(self, *, at: datetime | None = None) -> Quorum:
        """At a moment; without one, with whoever has not left."""
        return quorum_of((line.as_place() for line in self.lines), self.rule, at=at)

    def quorum_at_vote(self, at: datetime | None) -> Quorum | None:
        """Nothing where the moment is not known, nobody was noted, or no places are counted."""
        return self.quorum(at=at) if at and self.lines and self.is_begun else None

    def quorum_of_all_who_came(self) -> Quorum:
        """Once a meeting is over: whoever left early came, too."""
        places = (replace(line.as_place(), left_at=None) for line in self.lines)
        return quorum_of(places, self.rule)


# -- Taken from the record of a meeting ------------------------------------------------


def roll_from(record: dict, meeting: Meeting) -> Roll:
    rows = [((row["seat_id"], row["member_id"]), _attendance(row)) for row in record["attendance"]]
    noted = {place: row for place, row in rows if any(place)}
    body = meeting.committee
    members = [_told_member(row, noted.get((None, row["pk"]))) for row in record["members"]]
    seats = [_told(row, noted.get((row["pk"], None)), body) for row in record["seats"]]
    lines = members + seats
    for number, line in enumerate(lines, start=1):
        line.number = line.number if line.has_number else number
    guests = [row for place, row in rows if not any(place)]
    return Roll(lines, guests, Rule.of_body(body))


def _told_member(member: dict, row: Attendance | None) -> Line:
    holder = row.holder if row else _person(member, "person")
    place = member_place(member["role"])
    return Line(0, place, None, True, holder, row, has_number=False)


def _told(seat: dict, row: Attendance | None, body: Committee) -> Line:
    region = _of(Region, seat, "region", "code", "number", "name", "name_en", "short_name", "mark")
    stands_for = represented(
        _of(ProvinceCluster, seat, "cluster", "name", "name_en"),
        region,
        _of(Issue, seat, "issue", "name", "name_en"),
    )
    holder = row.holder if row else None
    is_held = holder is not None if row else seat["held"]
    is_own, place = has_seats(body), named(stands_for)
    if not is_own:
        place = guest_seat_place(seat["number"], place)
    line = Line(seat["number"], place, region, is_held, holder, row)
    return replace(line, is_own=is_own, has_number=is_own)


def _of(model: type[Model], row: dict, path: str, *names: str) -> Model | None:
    found = {name: row[f"{path}_{name}"] for name in names}
    return model(**found) if found["name"] is not None else None


def _attendance(row: dict) -> Attendance:
    plain = ("kind", "mode", "name", "role", "reason")
    moments = {name: _moment(row[name]) for name in ("arrived_at", "left_at")}
    people = {name: _person(row, name) for name in ("holder", "person")}
    return Attendance(**{name: row[name] for name in plain}, **moments, **people)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _person(row: dict, path: str) -> Person | None:
    if row[f"{path}_first"] is None:
        return None
    return Person(
        pk=row[f"{path}_id"],
        name_prefix=row[f"{path}_prefix"],
        first_name=row[f"{path}_first"],
        last_name=row[f"{path}_last"],
    )
