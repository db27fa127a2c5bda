"""What those invited to the next meeting answered so far: most come, some have not said."""

from collections.abc import Iterator
from datetime import timedelta

from meetings.models import Invitation, Meeting

from .days import at_hour
from .people import MARK

Answer, Via = Invitation.Answer, Invitation.Via

# By seat; whom the demonstration leaves to be asked are among the silent.
SILENT = {3, 5, 10, 14, 20, 23, 26, 31, 34, 38, 41, 44, 46, 50, 53, 57, 58, 61, 65}
DECLINED = {9: "ติดราชการที่จังหวัด", 29: "ลาป่วย", 52: "ติดเวทีประชาคมของตำบล"}
SUBSTITUTES = {16: f"นางสาวทิพวรรณ ศรีโคตร {MARK}", 36: f"นายประสงค์ ทุ่งกุลา {MARK}"}
IN_PORTAL = {2, 16, 27, 55, 63}
RUNG = {7, 29}


def load_replies(meeting: Meeting, *, by) -> None:
    """Within the days between the call and its reminder; two were noted on the telephone."""
    invitations = meeting.invitations.exclude(person=None).select_related("seat")
    answered = [row for row in invitations if row.seat.number not in SILENT]
    for row in answered:
        for name, value in reply_of(row.seat.number, meeting, by=by):
            setattr(row, name, value)
    columns = [
        "answer", "answer_reason", "substitute_name", "answered_at", "answered_via",
        "answer_noted_by", "phoned_at", "phoned_by",
    ]  # fmt: skip
    Invitation.objects.bulk_update(answered, columns)


def reply_of(number: int, meeting: Meeting, *, by) -> Iterator[tuple[str, object]]:
    day = meeting.called_at.date() + timedelta(days=1 + number % 3)
    at = at_hour(day, 9 + number % 8)
    yield "answered_at", at
    yield "answer_reason", DECLINED.get(number, "")
    yield "substitute_name", SUBSTITUTES.get(number, "")
    yield "answer", answer_of(number)
    if number in RUNG:
        yield from {"answered_via": Via.PHONE, "answer_noted_by": by}.items()
        yield from {"phoned_at": at, "phoned_by": by}.items()
    else:
        yield "answered_via", Via.PORTAL if number in IN_PORTAL else Via.LINK


def answer_of(number: int) -> str:
    if number in DECLINED:
        return Answer.DECLINED
    return Answer.SUBSTITUTE if number in SUBSTITUTES else Answer.COMING
