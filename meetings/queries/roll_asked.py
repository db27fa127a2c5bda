"""The roll asked for the page that calls it: with what was answered, and who acts in a seat."""

from collections.abc import Iterable
from dataclasses import replace

from committees.models import BodyMembership, Committee, Membership, Seat, Substitution
from meetings.models import Attendance, Invitation, Meeting
from portal.kernel.models import Person

from .places import Called, called_to, has_seats, member_place, seat_place
from .quorum import Rule
from .roll import Line, Roll


def roll_of(meeting: Meeting) -> Roll:
    """With what each answered and who acts in a seat by an order: five statements for a body with
    seats, one more for one without, however many there are."""
    rows = Attendance.objects.filter(meeting=meeting).select_related("holder", "person")
    rows = list(rows.order_by("arrived_at", "pk"))
    noted = {_place_of(row): row for row in rows}
    guests = [row for row in rows if row.seat_id is None and row.member_id is None]
    lines = _lines(meeting, called_to(meeting), noted)
    replies = _replies_to(meeting)
    acting = {row.seat_id: row for row in _substitutions_at(meeting)}
    for line in lines:
        line.reply = _own(replies.get(_asked_as(line)), line.holder)
        line.acting = acting.get(line.seat.pk) if line.seat else None
    return Roll(lines, guests, Rule.of_body(meeting.committee))


def _place_of(row: Attendance | Invitation) -> tuple[int | None, int | None]:
    return row.seat_id, row.member_id


def _lines(meeting: Meeting, called: list[Called], noted: dict[tuple, Attendance]) -> list[Line]:
    body = meeting.committee
    return [
        _member_line(one.member, number, noted.get((None, one.member.pk)))
        if one.member
        else _seat_line(one.seat, number, noted.get((one.seat.pk, None)), body)
        for number, one in enumerate(called, start=1)
    ]


def _replies_to(meeting: Meeting) -> dict:
    """By seat where the body has seats; else by person, who may have come onto the body since."""
    replies = meeting.invitations.exclude(answer="")
    if has_seats(meeting.committee):
        return {row.seat_id: row for row in replies}
    return {row.person_id: row for row in replies}


def _asked_as(line: Line) -> int | None:
    if line.has_number:
        return line.seat.pk
    return line.holder.pk if line.holder else None


def _substitutions_at(meeting: Meeting) -> Iterable[Substitution]:
    if meeting.starts_on is None:
        return []
    acting = Substitution.objects.for_seats(on=meeting.starts_on)
    body = meeting.committee
    if has_seats(body):
        return acting.filter(seat__committee=body)
    return acting.filter(seat__region=body.region_id) if body.region_id else []


def holder_at(meeting: Meeting, place: Seat | BodyMembership) -> Person | None:
    if isinstance(place, BodyMembership):
        return place.person
    held = Membership.objects.in_force(on=meeting.starts_on).filter(seat=place)
    membership = held.select_related("person").first()
    return membership.person if membership else None


def _own(reply: Invitation | None, holder: Person | None) -> Invitation | None:
    """An answer is its giver's: whoever holds the seat since has not given it, nor its reason."""
    return reply if reply and holder and reply.person_id == holder.pk else None


def _seat_line(seat: Seat, number: int, row: Attendance | None, body: Committee) -> Line:
    """Whose seat it was then stands in what was noted; the register may have been mended since."""
    held_by = seat.holding.person if seat.holding else None
    holder = row.holder if row else held_by
    is_own = seat.committee_id == body.pk
    number, place = seat.number if is_own else number, seat_place(seat, body)
    line = Line(number, place, seat.region, holder is not None, holder, row, seat)
    return replace(line, is_own=is_own, has_number=is_own)


def _member_line(member: BodyMembership, number: int, row: Attendance | None) -> Line:
    place, holder = member_place(member.role), row.holder if row else member.person
    return Line(number, place, None, True, holder, row, member=member, has_number=False)
