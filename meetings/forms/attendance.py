"""What is noted of one seat, and of somebody without a seat."""

from dataclasses import replace
from datetime import UTC, datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.forms.fields import PersonField
from meetings.actions import Entry, record_attendance, record_guest
from meetings.actions.attendance import usual_mode
from meetings.models import Attendance
from meetings.queries import roll_of
from portal.kernel.forms import ActionForm
from portal.kernel.thai import day_of
from portal.kernel.thai_fields import ThaiTimeField

from .session import days_of, moment_at

Kind = Attendance.Kind
NEVER = datetime(1, 1, 2, tzinfo=UTC)  # what was written then nobody saw
KINDS = [
    (Kind.PRESENT, pgettext_lazy("attendance", "มาประชุม")),
    (Kind.SUBSTITUTE, _("มีผู้มาประชุมแทน")),
    (Kind.EXCUSED, pgettext_lazy("attendance", "ลา")),
    (Kind.ABSENT, pgettext_lazy("attendance", "ไม่มา")),
]


def seen_of(text: str) -> datetime | None:
    """When the row was written that a page showed; empty where there was none."""
    if not text:
        return None
    try:
        seen = datetime.fromisoformat(text)
    except ValueError:
        return NEVER
    return seen if seen.tzinfo else NEVER


class HoursForm(ActionForm):
    """Hours of coming and going, each with its day where a meeting has several."""

    mode = forms.ChoiceField(
        label=_("เข้าร่วม"), choices=Attendance.Mode, widget=forms.RadioSelect, required=False
    )
    arrived_day = forms.ChoiceField(label=_("วันที่มาถึง"), required=False)
    arrived = ThaiTimeField(
        label=_("มาถึงเวลา"), required=False, help_text=_("เช่น 09.15 เว้นว่างได้ จะใช้เวลาที่บันทึก")
    )
    left_day = forms.ChoiceField(label=_("วันที่ออก"), required=False)
    left = ThaiTimeField(
        label=_("ออกก่อนเลิกประชุมเวลา"), required=False, help_text=_("เว้นว่างหากอยู่จนเลิกประชุม")
    )

    def __init__(self, data=None, *, meeting, row=None, initial=None):
        days = days_of(meeting)
        hours = {**hours_of("arrived", row, days), **hours_of("left", row, days)}
        mode = row.mode if row and row.arrived_at else usual_mode(meeting)
        super().__init__(data, initial={"mode": mode, **hours, **(initial or {})})
        self.meeting = meeting
        for name in ("arrived_day", "left_day"):
            self.fields[name].choices = days
            if len(days) == 1:
                del self.fields[name]

    def hours(self):
        """The columns of an entry."""
        moments = {f"{name}_at": self.moment(name) for name in ("arrived", "left")}
        return moments | {"mode": self.cleaned_data["mode"]}

    def moment(self, name):
        clock = self.cleaned_data.get(name)
        day = self.cleaned_data.get(f"{name}_day") or self.meeting.starts_on.isoformat()
        return moment_at(day, clock) if clock else None


def hours_of(name, row, days):
    moment = getattr(row, f"{name}_at", None)
    if moment is None:
        today = timezone.localdate().isoformat()
        return {f"{name}_day": today if today in dict(days) else days[0][0]}
    return {name: timezone.localtime(moment).time(), f"{name}_day": day_of(moment).isoformat()}


class Whoever(forms.Form):
    """Somebody of the register, or a name typed."""

    person = PersonField(required=False, empty_label=_("เลือกจากทะเบียน"))
    name = forms.CharField(
        label=_("หรือพิมพ์ชื่อ"),
        max_length=200,
        required=False,
        help_text=_("สำหรับผู้ที่ไม่อยู่ในทะเบียน"),
    )
    role = forms.CharField(label=_("ตำแหน่งหรือหน่วยงาน"), max_length=200, required=False)


class SeatAttendanceForm(Whoever, HoursForm):
    kind = forms.ChoiceField(label=_("ผู้ดำรงที่นั่งนี้"), choices=KINDS, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("เหตุที่ลาหรือไม่มา"), max_length=200, required=False, help_text=_("เช่น ติดราชการ ป่วย")
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ["kind", "person", "name", "role", "mode", "arrived_day", "arrived", "left_day",
                   "left", "reason", "seen"]  # fmt: skip

    def __init__(self, data=None, *, meeting, line, initial, by):
        super().__init__(data, meeting=meeting, row=line.row, initial=told_of(line) | initial)
        self.line, self.by = line, by
        self.fields["person"].label = _("ผู้มาประชุมแทน")
        if not line.is_held:
            self.fields["kind"].choices = [KINDS[1]]
        if line.member:
            self.fields["kind"].label = _("กรรมการผู้นี้")

    def seen_now(self):
        now = roll_of(self.meeting).line(self.line.key)
        self.line = now or replace(self.line, row=None)
        row = self.line.row
        return {"seen": row.recorded_at.isoformat() if row else ""}

    def save(self):
        given = self.cleaned_data
        entry = Entry(kind=given["kind"], reason=given["reason"], **whoever(given), **self.hours())
        record_attendance(
            self.meeting,
            self.line.standing_place,
            entry,
            seen=seen_of(given["seen"]),
            at=timezone.now(),
            by=self.by,
        )


def told_of(line):
    """What was noted, else what was answered beforehand."""
    row = line.row
    if row is None:
        return answered_of(line)
    told = {name: getattr(row, name) for name in ("kind", "name", "role")}
    person = row.person if row.kind == Kind.SUBSTITUTE else None
    reason = line.answered_reason if row.arrived_at else row.reason
    return told | {"person": person, "reason": reason, "seen": row.recorded_at.isoformat()}


def answered_of(line):
    offer = line.offers[0] if line.offers else None
    who = {"person": offer.person, "name": offer.name} if offer else {}
    kind = Kind.SUBSTITUTE if offer or not line.is_held else Kind.PRESENT
    return {"kind": kind, "reason": line.answered_reason, **who}


def whoever(given):
    return {name: given[name] for name in ("person", "name", "role")}


class GuestForm(Whoever, HoursForm):
    field_order = ["person", "name", "role", "mode", "arrived_day", "arrived"]

    def __init__(self, data=None, *, meeting, initial, by):
        super().__init__(data, meeting=meeting, initial=initial)
        self.by = by
        for name in ("left", "left_day"):
            self.fields.pop(name, None)

    def save(self):
        entry = Entry(kind=Kind.OBSERVER, **whoever(self.cleaned_data), **self.hours())
        record_guest(self.meeting, entry, at=timezone.now(), by=self.by)
