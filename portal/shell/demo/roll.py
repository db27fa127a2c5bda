"""Who came to the meetings of today's generation: most of them, a few in somebody's place."""

from datetime import timedelta

from committees.models import Membership
from meetings.models import Attendance

from .committee import House
from .days import at_hour
from .people import MARK

Kind = Attendance.Kind
REASONS = ("ติดประชุมจังหวัด", "ป่วย", "ติดงานศพในชุมชน", "น้ำท่วมเส้นทาง")
GUESTS = (("วิทยากรจากมหาวิทยาลัย", "ม.ธรรมศาสตร์"), ("ผู้แทนท้องถิ่น", "อบต. พื้นที่เจ้าภาพ"))
SUBSTITUTES = ("นายทวี คำแสน", "นางสาวมาลี ใจงาม", "นายสุชาติ พรมมา", "นางบุญเรือน ศรีวงศ์")


def load_roll(house: House, meetings):
    """Nobody is random: seat and month decide, so the house is the same each time."""
    seats = list(house.committee.seats.order_by("number"))
    held = list(Membership.objects.filter(seat__in=seats).select_related("person", "seat"))
    Attendance.objects.bulk_create(
        row for turn, meeting in enumerate(meetings) for row in roll(house, held, meeting, turn)
    )


def roll(house, held, meeting, turn):
    noted = {"meeting": meeting, "recorded_by": house.users["secretary"]}
    noted["recorded_at"] = meeting.opened_at
    for membership in held:
        if membership.is_in_force(on=meeting.starts_on):
            yield Attendance(
                seat_id=membership.seat_id,
                holder=membership.person,
                **noted,
                **whoever_came(membership, meeting, turn),
            )
    for number, (name, role) in enumerate(GUESTS[: 1 + turn % 2]):
        arrived_at = meeting.opened_at + timedelta(minutes=10 * number)
        yield Attendance(
            kind=Kind.OBSERVER, name=f"{name} {MARK}", role=role, arrived_at=arrived_at, **noted
        )


def whoever_came(membership, meeting, turn):
    number = membership.seat.number * 7 + turn * 11
    match number % 23:
        case 3:
            return {"kind": Kind.ABSENT}
        case 9 | 17:
            return {"kind": Kind.EXCUSED, "reason": REASONS[number % len(REASONS)]}
        case 13:
            here = {"kind": Kind.SUBSTITUTE, "name": f"{SUBSTITUTES[number % 4]} {MARK}"}
        case _:
            here = {"kind": Kind.PRESENT, "person": membership.person}
    return here | hours(meeting, number)


def hours(meeting, number):
    """Most are there before it begins; one in thirty leaves early, one in eleven is online."""
    arrived_at = meeting.opened_at + timedelta(minutes=number % 37 - 30)
    left_at = at_hour(meeting.ends_on, 15) if number % 31 == 0 else None
    mode = Attendance.Mode.ONLINE if number % 11 == 0 else Attendance.Mode.ONSITE
    return {"arrived_at": arrived_at, "left_at": left_at, "mode": mode}
