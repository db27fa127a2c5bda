"""Note who came to a meeting, for whom, from when until when.

One row a seat or a member, and the meeting's row is the queue in which they are written: two
people at the door write one after the other. ``seen`` is when the row was last written as the
writer saw it; who saw an older one is told what stands there now. Noting the same twice changes
nothing, so the first hour of arriving is never lost.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Seat
from meetings.models import Attendance, Invitation, Meeting
from meetings.queries import Line, holder_at, roll_of
from portal.kernel import thai
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import Person, User

from .record_rules import note_held, refuse_adopted, writes_record

Kind = Attendance.Kind
Mode = Attendance.Mode
Place = Seat | BodyMembership
A_DAY = timedelta(days=1)
BESIDE = {"nobody_leaves_before_arriving": "left", "one_attendance_per_person": "person"}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is noted of a seat or a guest."""

    kind: str
    person: Person | None = None
    name: str = ""
    role: str = ""
    mode: str = ""
    reason: str = ""
    arrived_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def is_here(self) -> bool:
        return self.kind in Attendance.HERE


@writes_record
def tick_attendance(
    meeting: Meeting, place: Place, entry: Entry, *, seen: datetime | None, at: datetime, by: User
) -> Attendance:
    """One tap at the door. Where the same was noted before, hour and mode stay as they are."""
    meeting = locked(meeting)
    row = Attendance.objects.filter(meeting=meeting, **at_place(place)).first()
    if row and (row.kind, row.name) == (entry.kind, entry.name) and row.person in (
        entry.person, row.holder
    ):  # fmt: skip
        return row
    return _note(meeting, place, row, entry, seen=seen, at=at, by=by)


@writes_record
def record_attendance(
    meeting: Meeting, place: Place, entry: Entry, *, seen: datetime | None, at: datetime, by: User
) -> Attendance:
    """Say everything of one seat: who came, from when until when, or why nobody did.

    Without an hour of arriving it is the one noted before, or ``at``.
    """
    meeting = locked(meeting)
    row = Attendance.objects.filter(meeting=meeting, **at_place(place)).first()
    return _note(meeting, place, row, entry, seen=seen, at=at, by=by)


def _note(
    meeting: Meeting,
    place: Place,
    row: Attendance | None,
    entry: Entry,
    *,
    seen: datetime | None,
    at: datetime,
    by: User,
) -> Attendance:
    # Whose seat it was stays as it was noted: the register may have been mended since.
    holder = row.holder if row else holder_at(meeting, place)
    refuse_misfit(entry, holder)
    values = columns(entry, holder, row, meeting=meeting, at=at)
    if row and all(getattr(row, name) == value for name, value in values.items()):
        return row
    refuse_stale(row, seen)
    row = written(row or Attendance(meeting=meeting, **at_place(place)), by=by, **values)
    record("attendance.recorded", meeting, by=by, kind=entry.kind, **ids(place))
    return row


@writes_record
def erase_attendance(meeting: Meeting, place: Place, *, seen: datetime | None, by: User) -> None:
    """Take back what was noted of a seat by mistake: it waits again."""
    meeting = locked(meeting)
    row = Attendance.objects.filter(meeting=meeting, **at_place(place)).first()
    if row is None:
        return
    refuse_stale(row, seen)
    row.delete()
    record("attendance.erased", meeting, by=by, **ids(place))


@writes_record
def record_departure(row: Attendance, *, at: datetime | None, by: User) -> Attendance:
    """Somebody left before the end; without a moment, they did not after all."""
    meeting = locked(row.meeting)
    row = Attendance.objects.filter(pk=row.pk).first()
    if row is None or row.arrived_at is None:
        raise RuleBroken(_("ผู้นี้ไม่มีบันทึกว่ามาประชุม"), code="not-here")
    if row.left_at == at:
        return row
    refuse_outside(meeting, at, "left")
    row = written(row, by=by, left_at=at)
    record("attendance.left" if at else "attendance.returned", meeting, by=by, row=row.pk)
    return row


@writes_record
def record_guest(meeting: Meeting, entry: Entry, *, at: datetime, by: User) -> Attendance:
    """ผู้เข้าร่วมประชุม: somebody without a seat, who makes no quorum. Sent twice, noted once."""
    meeting = locked(meeting)
    refuse_nameless(entry)
    same = {"person": entry.person} if entry.person else {"name": entry.name, "role": entry.role}
    row = Attendance.objects.filter(meeting=meeting, kind=Kind.OBSERVER, **same).first()
    if row:
        return row
    values = columns(entry, None, None, meeting=meeting, at=at)
    row = written(Attendance(meeting=meeting), by=by, **values)
    record("guest.recorded", meeting, by=by, row=row.pk)
    return row


@writes_record
def remove_guest(row: Attendance, *, by: User) -> None:
    """Take a guest off the list who was noted by mistake; the audit keeps the row."""
    meeting = locked(row.meeting)
    gone, _rows = Attendance.objects.filter(pk=row.pk, kind=Kind.OBSERVER).delete()
    if gone:
        record("guest.removed", meeting, by=by, row=row.pk)


@writes_record
def close_roll(meeting: Meeting, *, by: User) -> int:
    """Whoever was not noted did not come; who had answered so beforehand is excused, with the
    reason given then. Vacant seats stay vacant."""
    meeting = locked(meeting)
    now = timezone.now()
    rows = [
        Attendance(
            meeting=meeting, holder=line.holder, recorded_at=now, recorded_by=by,
            **at_place(line.standing_place), **missing(line),
        )
        for line in roll_of(meeting).waiting
    ]  # fmt: skip
    Attendance.objects.bulk_create(rows)
    if rows:
        record("roll.closed", meeting, by=by, count=len(rows))
    return len(rows)


def at_place(place: Place) -> dict[str, Place]:
    """The column of the seat or of the member."""
    return {"member" if isinstance(place, BodyMembership) else "seat": place}


def ids(place: Place) -> dict[str, int]:
    return {name: row.pk for name, row in at_place(place).items()}


def missing(line: Line) -> dict:
    if line.reply and line.reply.answer == Invitation.Answer.DECLINED:
        return {"kind": Kind.EXCUSED, "reason": line.reply.answer_reason}
    return {"kind": Kind.ABSENT}


# -- What is written, and what is refused ----------------------------------------------


def columns(
    entry: Entry, holder: Person | None, row: Attendance | None, *, meeting: Meeting, at: datetime
) -> dict:
    """The row as it will stand. An hour of arriving that was noted before stays unless another
    one is given."""
    values = {"kind": entry.kind, "holder": holder, **nobody(entry)}
    if not entry.is_here:
        return values
    refuse_outside(meeting, entry.arrived_at, "arrived")
    refuse_outside(meeting, entry.left_at, "left")
    before = row.arrived_at if row else None
    return values | {
        **whoever_came(entry, holder),
        "mode": entry.mode or usual_mode(meeting),
        "arrived_at": entry.arrived_at or before or usual_arrival(meeting, at=at),
        "left_at": entry.left_at,
        "reason": "",
    }


def nobody(entry: Entry) -> dict:
    empty = {"person": None, "name": "", "role": "", "arrived_at": None, "left_at": None}
    return empty | {"mode": Mode.ONSITE, "reason": entry.reason}


def whoever_came(entry: Entry, holder: Person | None) -> dict:
    if entry.kind == Kind.PRESENT:
        return {"person": holder, "name": "", "role": ""}
    name = "" if entry.person else entry.name
    return {"person": entry.person, "name": name, "role": entry.role}


def usual_mode(meeting: Meeting) -> str:
    """Of whom nothing else is said: to an online meeting nobody comes in person."""
    return Mode.ONLINE if meeting.mode == Meeting.Mode.ONLINE else Mode.ONSITE


def usual_arrival(meeting: Meeting, *, at: datetime) -> datetime:
    """Now, while the meeting lasts; noted afterwards, the hour at which it began."""
    is_over = meeting.is_over(on=thai.day_of(at))
    return (meeting.opened_at or meeting.begins_at) if is_over else at


def written(row: Attendance, *, by: User, **values) -> Attendance:
    for name, value in values.items():
        setattr(row, name, value)
    row.recorded_at, row.recorded_by = timezone.now(), by
    fields = None if row.pk is None else [*values, "recorded_at", "recorded_by"]
    with rules_of(Attendance, beside=BESIDE):
        row.save(update_fields=fields)
    return row


def locked(meeting: Meeting) -> Meeting:
    """The meeting's row, held, and its record about to change."""
    return note_held(at_the_door(meeting))


def at_the_door(meeting: Meeting) -> Meeting:
    """The meeting's row, held: whoever notes something waits for whoever notes now."""
    held = Meeting.objects.select_for_update(of=["self"], no_key=True)
    meeting = held.select_related("committee").get(pk=meeting.pk)
    if meeting.source:
        raise RuleBroken(_("การประชุมนี้บันทึกจากเอกสาร เช็กชื่อภายหลังไม่ได้"), code="record")
    refuse_adopted(meeting)
    if not meeting.takes_attendance(on=timezone.localdate()):
        raise RuleBroken(_("เช็กชื่อได้ตั้งแต่วันประชุม"), code="too-early")
    return meeting


def refuse_stale(row: Attendance | None, seen: datetime | None) -> None:
    if (row.recorded_at if row else None) != seen:
        raise RuleBroken(_("มีผู้บันทึกที่นั่งนี้ไปแล้ว ตรวจดูแล้วกดอีกครั้งหากต้องการแก้"), code="stale")


def refuse_misfit(entry: Entry, holder: Person | None) -> None:
    if entry.kind == Kind.SUBSTITUTE:
        refuse_nameless(entry)
        if holder and entry.person == holder:
            raise RuleBroken({"person": _("ผู้นี้ดำรงที่นั่งนี้เอง เลือก “มาประชุม”")}, code="holder")
    elif holder is None:
        raise RuleBroken(_("ที่นั่งนี้ว่าง บันทึกได้เฉพาะผู้มาประชุมแทน"), code="vacant")


def refuse_nameless(entry: Entry) -> None:
    if not entry.person and not entry.name:
        raise RuleBroken({"name": _("เลือกคนหรือพิมพ์ชื่อ")}, code="nameless")


def refuse_outside(meeting: Meeting, moment: datetime | None, field: str) -> None:
    """Nobody comes or goes before the first day, after the night of the last, or in the future."""
    if moment is None:
        return
    if moment > timezone.now():
        raise RuleBroken({field: _("เวลานี้ยังมาไม่ถึง")}, code="future")
    if not meeting.starts_on <= thai.day_of(moment) <= meeting.ends_on + A_DAY:
        raise RuleBroken({field: _("เวลาต้องอยู่ในวันประชุม")}, code="another-day")
