"""Who came to the forums of regions and provinces; seat and month decide, so it is the same each
time."""

from meetings.models import Attendance
from meetings.queries.places import called_to

from .people import MARK
from .roll import REASONS, SUBSTITUTES, hours

Kind = Attendance.Kind


def load_rolls(house, meetings):
    Attendance.objects.bulk_create(
        row
        for turn, meeting in enumerate(meetings)
        for row in roll(meeting, turn, called_to(meeting), by=house.filers)
    )


def roll(meeting, turn, called, *, by):
    noted = {"recorded_at": meeting.opened_at, "recorded_by": by[meeting.committee.region.code]}
    for number, one in enumerate(called, start=turn * 5 + 1):
        place = {"seat": one.seat, "member": one.member}
        yield Attendance(
            meeting=meeting, holder=one.person, **place, **noted,
            **whoever_came(one.person, meeting, number),
        )  # fmt: skip


def whoever_came(person, meeting, number):
    match number % 13:
        case 4:
            return {"kind": Kind.ABSENT}
        case 9:
            return {"kind": Kind.EXCUSED, "reason": REASONS[number % len(REASONS)]}
        case 11:
            here = {"kind": Kind.SUBSTITUTE, "name": f"{SUBSTITUTES[number % 4]} {MARK}"}
        case _:
            here = {"kind": Kind.PRESENT, "person": person}
    return here | hours(meeting, number)
