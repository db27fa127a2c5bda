"""Who belongs to a meeting, by the register of its first day.

A body with seats is its seats, the vacant ones too. A body without seats is its members; to that of
a region or a province whoever holds a seat of the 67 from the region comes besides, every time
(S71), and is no part of its quorum. Who is both comes as a member.
"""

from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Committee, Membership, Seat
from meetings.models import Attendance, Meeting
from portal.kernel.models import Person, User
from portal.kernel.names import named


class Called(NamedTuple):
    """One who is called: for a seat, or as a member of a body without seats."""

    person: Person | None
    seat: Seat | None = None
    member: BodyMembership | None = None

    @property
    def place(self) -> Seat | BodyMembership:
        return self.member or self.seat


def called_to(meeting: Meeting) -> list[Called]:
    """One after the other as the roll has them: members by name, then seats by number."""
    members = [Called(row.person, member=row) for row in members_at(meeting)]
    seats = [Called(seat.holding and seat.holding.person, seat) for seat in seats_at(meeting)]
    return members + seats


def place_of(user: User, meeting: Meeting) -> Called | None:
    """What the person behind an account holds in the meeting: a seat, or membership of the body."""
    called = (one for one in called_to(meeting) if one.person)
    return next((one for one in called if one.person.user_id == user.pk), None)


def has_seats(body: Committee) -> bool:
    return body.kind == Committee.Kind.SUBCOMMITTEE


def members_at(meeting: Meeting) -> QuerySet[BodyMembership] | list:
    """Those of the first day, and any of whom something is noted; by name."""
    if meeting.starts_on is None or has_seats(meeting.committee):
        return []
    noted = Attendance.objects.filter(meeting=meeting, member=OuterRef("pk"))
    rows = BodyMembership.objects.filter(committee=meeting.committee_id)
    there = rows.filter(_lasting(meeting) | Q(Exists(noted)))
    return there.select_related("person").order_by("person__sort_key", "pk")


def seats_at(meeting: Meeting) -> QuerySet[Seat] | list:
    """Those of the first day with their holders then, and any of which something is noted."""
    if meeting.starts_on is None:
        return []
    noted = Attendance.objects.filter(meeting=meeting, seat=OuterRef("pk"))
    own = _lasting(meeting) & _called_by(meeting)
    seats = Seat.objects.filter(own | Q(Exists(noted)))
    seats = seats.select_related("region", "cluster", "issue").order_by("number")
    return seats.with_holders(on=meeting.starts_on)


def _called_by(meeting: Meeting) -> Q:
    """Seats of the body; for a region's those from the region whose holder is no member."""
    body = meeting.committee
    if body.region_id is None:
        return Q(committee=body)
    held = Membership.objects.in_force(on=meeting.starts_on).filter(seat=OuterRef("pk"))
    members = BodyMembership.objects.in_force(on=meeting.starts_on).filter(committee=body)
    held = held.exclude(person__in=members.values("person"))
    return Q(Exists(held), region=body.region_id, committee__kind=Committee.Kind.SUBCOMMITTEE)


def _lasting(meeting: Meeting) -> Q:
    on = meeting.starts_on
    return Q(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


# -- In words --------------------------------------------------------------------------


def seat_place(seat: Seat, body: Committee) -> str:
    """What a seat stands for; at the meeting of another body also that it is of the 67."""
    if seat.committee_id == body.pk:
        return named(seat.stands_for)
    return guest_seat_place(seat.number, named(seat.stands_for))


def guest_seat_place(number: int, stands_for: str) -> str:
    return _("อนุกรรมการ 67 ที่นั่งที่ %(number)s %(place)s") % {"number": number, "place": stands_for}


def member_place(role: str) -> str:
    return role or _("กรรมการ")
