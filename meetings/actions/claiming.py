"""Say afterwards that one was there, and have it confirmed or not by whoever keeps the roll.

The meeting's row is the queue, as at the door. One claim a person and meeting: said again while
nobody has answered, the last word stands; an answer is given once.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import Attendance, AttendanceClaim, Meeting
from meetings.queries.claims import takes_claims
from meetings.queries.places import Called, place_of
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .attendance import Entry, at_place, at_the_door, record_attendance, refuse_outside

Outcome = AttendanceClaim.Outcome


@dataclass(frozen=True, kw_only=True)
class Presence:
    """How somebody says they were there. Without an hour, it is when the meeting began."""

    mode: str
    arrived_at: datetime | None = None
    note: str = ""

    @property
    def columns(self) -> dict:
        return {"mode": self.mode, "arrived_at": self.arrived_at, "note": self.note}


@transaction.atomic
def claim_attendance(meeting: Meeting, presence: Presence, *, by: User) -> AttendanceClaim:
    """“I was there”: by whoever holds a place in the meeting, for themselves only."""
    meeting = at_the_door(meeting)
    _refuse_late(meeting)
    place = place_of(by, meeting)
    if place is None:
        raise RuleBroken(_("ท่านไม่ได้ดำรงที่นั่งในการประชุมนี้"), code="no-place")
    refuse_outside(meeting, presence.arrived_at, "arrived")
    claim = AttendanceClaim.objects.filter(meeting=meeting, person=place.person).first()
    if claim is None:
        _refuse_noted(meeting, place, presence)
        claim = AttendanceClaim(meeting=meeting, person=place.person, **at_place(place.place))
    return _said(claim, presence, by=by)


def _said(claim: AttendanceClaim, presence: Presence, *, by: User) -> AttendanceClaim:
    """The same said twice changes nothing, not even its hour."""
    if all(getattr(claim, name) == value for name, value in presence.columns.items()):
        return claim
    _refuse_answered(claim)
    for name, value in presence.columns.items():
        setattr(claim, name, value)
    claim.claimed_at = timezone.now()
    claim.save()
    record("attendance.claimed", claim, by=by)
    return claim


@transaction.atomic
def confirm_claim(
    claim: AttendanceClaim, *, claimed: datetime | None, seen: datetime | None, by: User
) -> Attendance:
    """It stands on the roll from here. ``claimed`` and ``seen`` are when the claim was made and the
    roll was written as the reader saw them: who saw others is told."""
    claim = _held_claim(claim, claimed)
    _answer(claim, Outcome.CONFIRMED, by=by)
    meeting = claim.meeting
    at = meeting.opened_at or meeting.begins_at
    return record_attendance(meeting, claim.place, _entry_of(claim), seen=seen, at=at, by=by)


def _entry_of(claim: AttendanceClaim) -> Entry:
    """Whoever was noted as gone before the end is so still."""
    row = Attendance.objects.filter(meeting=claim.meeting, **at_place(claim.place)).first()
    return Entry(
        kind=Attendance.Kind.PRESENT,
        mode=claim.mode,
        arrived_at=claim.arrived_at,
        left_at=row and row.left_at,
    )


@transaction.atomic
def refuse_claim(
    claim: AttendanceClaim, *, reason: str, claimed: datetime | None, by: User
) -> AttendanceClaim:
    """The roll stays as it is, and whoever claimed reads why."""
    claim = _held_claim(claim, claimed)
    if not reason:
        raise RuleBroken({"reason": _("บอกเหตุที่ไม่ยืนยัน")}, code="no-reason")
    return _answer(claim, Outcome.REFUSED, reason=reason, by=by)


def _answer(claim: AttendanceClaim, outcome: str, *, reason: str = "", by: User) -> AttendanceClaim:
    claim.outcome, claim.reason = outcome, reason
    claim.answered_at, claim.answered_by = timezone.now(), by
    claim.save(update_fields=["outcome", "reason", "answered_at", "answered_by"])
    record("attendance.answered", claim, by=by, outcome=str(outcome))
    return claim


def _held_claim(claim: AttendanceClaim, claimed: datetime | None) -> AttendanceClaim:
    """As it stands now, behind the meeting's row."""
    meeting = at_the_door(claim.meeting)
    claim = AttendanceClaim.objects.get(pk=claim.pk)
    claim.meeting = meeting
    _refuse_answered(claim)
    if claim.claimed_at != claimed:
        raise RuleBroken(_("ผู้แจ้งแก้ข้อความหลังจากท่านเปิดหน้านี้ ตรวจดูแล้วกดอีกครั้ง"), code="stale")
    return claim


def _refuse_late(meeting: Meeting) -> None:
    if not takes_claims(meeting, at=timezone.now()):
        raise RuleBroken(_("การประชุมยังไม่เริ่ม หรือพ้นเวลาแจ้งแล้ว โปรดโทรหากองเลขานุการ"), code="not-open")


def _refuse_noted(meeting: Meeting, place: Called, presence: Presence) -> None:
    row = Attendance.objects.filter(meeting=meeting, **at_place(place.place)).first()
    if row and (row.kind, row.mode) == (Attendance.Kind.PRESENT, presence.mode):
        raise RuleBroken(_("มีชื่อท่านในผู้มาประชุมตามที่แจ้งแล้ว"), code="noted")


def _refuse_answered(claim: AttendanceClaim) -> None:
    if not claim.is_waiting:
        raise RuleBroken(
            _("เลขานุการตอบแล้วว่า “%(outcome)s”") % {"outcome": claim.get_outcome_display()},
            code="answered",
        )
