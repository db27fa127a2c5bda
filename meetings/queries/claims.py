"""Who says they were there and is not on the roll: until when, and what was answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.conf import settings

from meetings.models import Attendance, AttendanceClaim, Meeting
from portal.kernel.models import User
from portal.kernel.thai import day_of

from .page import MeetingPage


def claims_until(meeting: Meeting) -> datetime:
    """The last moment to claim: so many hours after the meeting was over."""
    over_at = meeting.closed_at or meeting.is_to_end_at
    return over_at + timedelta(hours=settings.ATTENDANCE_CLAIM_HOURS)


def takes_claims(meeting: Meeting, *, at: datetime) -> bool:
    """From its hour on and for a while after it was over; never once its minutes are adopted."""
    if not meeting.takes_attendance(on=day_of(at)):
        return False
    is_sitting = meeting.state == Meeting.State.IN_SESSION
    return is_sitting or (meeting.has_begun(at=at) and at <= claims_until(meeting))


def claims_on(meeting: Meeting) -> list[AttendanceClaim]:
    """All of them in the order they were made, answered or not."""
    return list(meeting.claims.select_related("person", "answered_by__person"))


@dataclass(frozen=True)
class OwnPresence:
    """What the page of a meeting tells its reader of themselves, from the record it has read."""

    page: MeetingPage
    reader: User
    at: datetime

    @cached_property
    def claim(self) -> AttendanceClaim | None:
        own = (row for row in self.page.record["claims"] if row["user_id"] == self.reader.pk)
        return next(map(_claim, own), None)

    @cached_property
    def row(self) -> Attendance | None:
        """What was noted of the reader's own place."""
        own = self.page.own_invitation
        rows = (line.row for line in self.page.roll.lines if own and line.row and line.holder)
        return next((row for row in rows if row.holder.pk == own.person_id), None)

    @property
    def is_noted(self) -> bool:
        """Came, for all that the roll says: nothing is asked of the reader then."""
        return self.row is not None and self.row.kind == Attendance.Kind.PRESENT

    @property
    def may_claim(self) -> bool:
        is_called = self.page.own_invitation is not None
        is_answered = self.claim is not None and not self.claim.is_waiting
        return is_called and not is_answered and takes_claims(self.page.meeting, at=self.at)

    @property
    def asks_to_claim(self) -> bool:
        """Whether the page has a button for it, and not only a link to mend what was said."""
        return self.may_claim and self.claim is None and not self.is_noted

    @property
    def until(self) -> datetime | None:
        """Nothing while the meeting lasts: the time runs from its end."""
        meeting = self.page.meeting
        return None if meeting.state == Meeting.State.IN_SESSION else claims_until(meeting)

    @property
    def waiting(self) -> int:
        """How many claims wait for whoever keeps the roll."""
        return sum(row["outcome"] == "" for row in self.page.record["claims"])


def _claim(row: dict) -> AttendanceClaim:
    told = {name: row[name] for name in ("mode", "outcome", "reason")}
    moments = {name: _moment(row[name]) for name in ("claimed_at", "answered_at", "arrived_at")}
    return AttendanceClaim(**told, **moments)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
