"""Explain this number (B17): how often somebody came, and every meeting it is counted from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel.models import Person, User
from portal.kernel.thai import slashed_date
from regions.explaining import Explained, explained_rate
from regions.models import Region

from .models import Attendance, Meeting
from .queries.elsewhere import attendance_in, meetings_elsewhere
from .queries.in_term import meetings_of
from .queries.rates import Attended, Noted, counted_kind, has_acted, noted, rate_of

Kind = Attendance.Kind
Told = list[tuple[Meeting, list[Noted]]]
OF_SEATS, OF_PLACES = "seats", "places"
# Beside them the meetings of one region, by its code.
MEETINGS = {OF_SEATS: meetings_of, OF_PLACES: meetings_elsewhere}
TITLES = {
    OF_SEATS: _("การมาประชุมของคณะ 67"),
    OF_PLACES: _("การมาประชุมของภาคและจังหวัด"),
}
NOTED = {
    Kind.PRESENT: ("done", pgettext_lazy("attendance", "มาประชุม")),
    Kind.SUBSTITUTE: ("wait", _("ส่งผู้แทน")),
    Kind.EXCUSED: ("draft", pgettext_lazy("attendance", "ลา")),
    Kind.ABSENT: ("none", pgettext_lazy("attendance", "ไม่มา")),
}


@dataclass(frozen=True)
class Line:
    """``counts``: True stands in n, False only in N, None in neither, and ``words`` say why."""

    meeting: Meeting
    counts: bool | None
    s: str
    words: str


@dataclass(frozen=True)
class Behind:
    """The list behind one percentage: its sum is the percentage."""

    told: Told

    @property
    def attended(self) -> Attended:
        return rate_of(noted for _meeting, noted in self.told)

    @property
    def lines(self) -> list[Line]:
        return [_line(meeting, noted) for meeting, noted in self.told]


def behind(person: Person, user: User, *, of: str, on: date) -> Behind:
    """Two kinds of meetings of the person's own time: one statement each."""
    meetings = MEETINGS[of](person, user, on=on).select_related("committee")
    return Behind([(meeting, noted(meeting.noted)) for meeting in meetings])


def behind_region(person: Person, user: User, *, region: Region, on: date) -> Behind:
    """As the table of the region counts: nothing of who holds none of its seats that day."""
    found = attendance_in(region, user, on=on)
    row = next((row for row in found.rows if row.membership.person_id == person.pk), None)
    return Behind([(each, row.noted[each.pk]) for each in found.meetings] if row else [])


def _line(meeting: Meeting, noted: list[Noted]) -> Line:
    kind = counted_kind(noted)
    if kind:
        return Line(meeting, kind == Kind.PRESENT, *NOTED[kind])
    return Line(meeting, None, "none", why_not(noted))


def why_not(noted: Iterable[Noted]) -> str:
    if has_acted(noted):
        return _("มาแทนผู้อื่น ไม่ใช่ที่นั่งของตน")
    return _("ไม่อยู่ในช่วงดำรงตำแหน่ง") if noted else _("ไม่มีบันทึกการเช็กชื่อ")


def attendance_url(person: Person, *, of: str, on: date) -> str:
    """``of`` one of the two, or the code of a region."""
    asked = {"on": slashed_date(on)} | ({"of": of} if of in MEETINGS else {"region": of})
    return f"{reverse('meetings:attendance-rate', args=[person.pk])}?{urlencode(asked)}"


def explained_attendance(person: Person, attended: Attended, *, of: str, on: date) -> Explained:
    return explained_rate(
        attended.rate,
        url=attendance_url(person, of=of, on=on),
        counted_in=pgettext_lazy("counted", "ครั้ง"),
        left_out=_("ไม่มีบันทึกหรือไม่ใช่ที่นั่งของตน %(count)s"),
    )
