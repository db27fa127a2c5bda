"""Who came to a meeting: every seat with its holder of the first day, and what was noted of it.

The page of a meeting and its documents take the roll from the record (``roll_from``), the page
on which it is called asks for it with what the seats answered before (``roll_of``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, Model, OuterRef, Q

from committees.models import Issue, Membership, Seat, Substitution
from committees.models.seat import represented
from meetings.models import Attendance, Invitation, Meeting
from portal.kernel.models import Person
from portal.kernel.names import named
from regions.models import ProvinceCluster, Region

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
    """One seat: its holder on the first day, what was noted, and who was named to come instead."""

    number: int
    place: str
    region: Region | None
    is_held: bool
    holder: Person | None = None
    row: Attendance | None = None
    seat: Seat | None = None
    reply: Invitation | None = None
    acting: Substitution | None = None

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
        return Place(self.region, self.is_held, self.kind, *times)


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

    def line(self, seat: int) -> Line | None:
        """That of the seat with this key; none once nothing is noted of one that is no more."""
        return next((line for line in self.lines if line.seat and line.seat.pk == seat), None)

    @property
    def is_begun(self) -> bool:
        return bool(self.guests) or any(line.row for line in self.lines)

    def quorum(self, *, at: datetime | None = None) -> Quorum:
        """At a moment; without one, with whoever has not left."""
        return quorum_of((line.as_place() for line in self.lines), self.rule, at=at)

    def quorum_of_all_who_came(self) -> Quorum:
        """Once a meeting is over: whoever left early came, too."""
        places = (replace(line.as_place(), left_at=None) for line in self.lines)
        return quorum_of(places, self.rule)


# -- Asked for the page that calls the roll ------------------------------------------


def roll_of(meeting: Meeting) -> Roll:
    """With what each seat answered and who acts in it by an order: five statements, however
    many seats there are."""
    rows = Attendance.objects.filter(meeting=meeting).select_related("holder", "person")
    rows = list(rows.order_by("arrived_at", "pk"))
    noted = {row.seat_id: row for row in rows if row.seat_id}
    guests = [row for row in rows if row.seat_id is None]
    replies = {row.seat_id: row for row in meeting.invitations.exclude(answer="")}
    acting = {row.seat_id: row for row in _substitutions_at(meeting)}
    lines = [_line(seat, noted.get(seat.pk)) for seat in _seats_at(meeting)]
    for line in lines:
        line.reply = _own(replies.get(line.seat.pk), line.holder)
        line.acting = acting.get(line.seat.pk)
    return Roll(lines, guests, Rule.of_body(meeting.committee))


def _seats_at(meeting: Meeting) -> Iterable[Seat]:
    """The seats of the first day with their holders then, and any of which something is noted."""
    if meeting.starts_on is None:
        return []
    on = meeting.starts_on
    noted = Attendance.objects.filter(meeting=meeting, seat=OuterRef("pk"))
    in_force = Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on))
    seats = Seat.objects.filter(in_force | Q(Exists(noted)), committee=meeting.committee_id)
    return seats.select_related("region", "cluster", "issue").with_holders(on=on).order_by("number")


def _substitutions_at(meeting: Meeting) -> Iterable[Substitution]:
    if meeting.starts_on is None:
        return []
    acting = Substitution.objects.for_seats(on=meeting.starts_on)
    return acting.filter(seat__committee=meeting.committee_id)


def holder_at(meeting: Meeting, seat: Seat) -> Person | None:
    held = Membership.objects.in_force(on=meeting.starts_on).filter(seat=seat)
    membership = held.select_related("person").first()
    return membership.person if membership else None


def _own(reply: Invitation | None, holder: Person | None) -> Invitation | None:
    """An answer is its giver's: whoever holds the seat since has not given it, nor its reason."""
    return reply if reply and holder and reply.person_id == holder.pk else None


def _line(seat: Seat, row: Attendance | None) -> Line:
    """Whose seat it was then stands in what was noted; the register may have been mended since."""
    held_by = seat.holding.person if seat.holding else None
    holder = row.holder if row else held_by
    is_held = holder is not None
    return Line(seat.number, named(seat.stands_for), seat.region, is_held, holder, row, seat)


# -- Taken from the record of a meeting ------------------------------------------------


def roll_from(record: dict, meeting: Meeting) -> Roll:
    rows = [(row["seat_id"], _attendance(row)) for row in record["attendance"]]
    noted = {seat: row for seat, row in rows if seat}
    lines = [_told(seat, noted.get(seat["pk"])) for seat in record["seats"]]
    guests = [row for seat, row in rows if seat is None]
    return Roll(lines, guests, Rule.of_body(meeting.committee))


def _told(seat: dict, row: Attendance | None) -> Line:
    region = _of(Region, seat, "region", "code", "number", "name", "name_en", "short_name", "mark")
    stands_for = represented(
        _of(ProvinceCluster, seat, "cluster", "name", "name_en"),
        region,
        _of(Issue, seat, "issue", "name", "name_en"),
    )
    holder = row.holder if row else None
    is_held = holder is not None if row else seat["held"]
    return Line(seat["number"], named(stands_for), region, is_held, holder, row)


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
