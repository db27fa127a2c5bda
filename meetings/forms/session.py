"""When a meeting began and when it was over."""

from datetime import date, datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.actions import close_meeting, open_meeting, reopen_meeting
from portal.kernel.thai import short_date
from portal.kernel.thai_fields import ThaiTimeField

from .versioned import VersionedForm


def days_of(meeting) -> list[tuple[str, str]]:
    """The days of a meeting to choose from."""
    count = (meeting.ends_on - meeting.starts_on).days + 1
    days = [meeting.starts_on + timedelta(days=number) for number in range(count)]
    return [(day.isoformat(), short_date(day)) for day in days]


def moment_at(day: str, clock) -> datetime:
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), clock))


class OpeningForm(VersionedForm):
    clock = ThaiTimeField(label=_("เริ่มประชุมเวลา"), help_text=_("เช่น 09.00 เวลานี้อยู่ในรายงานการประชุม"))

    def __init__(self, data=None, *, meeting, by):
        now = timezone.localtime()
        clock = now.time() if now.date() == meeting.starts_on else meeting.starts_at
        super().__init__(data, initial={"version": meeting.version, "clock": clock})
        self.meeting, self.by = meeting, by

    def save(self):
        given = self.cleaned_data
        at = moment_at(self.meeting.starts_on.isoformat(), given["clock"])
        open_meeting(self.meeting, at=at, version=given["version"], by=self.by)


class ClosingForm(VersionedForm):
    day = forms.ChoiceField(label=_("วันที่เลิกประชุม"))
    clock = ThaiTimeField(label=_("เลิกประชุมเวลา"), help_text=_("เช่น 16.30 เวลานี้อยู่ในรายงานการประชุม"))

    def __init__(self, data=None, *, meeting, by):
        now, days = timezone.localtime(), days_of(meeting)
        is_now = meeting.starts_on <= now.date() <= meeting.ends_on
        day = (now.date() if is_now else meeting.ends_on).isoformat()
        clock = now.time() if is_now else meeting.ends_at
        initial = {"version": meeting.version, "day": day, "clock": clock}
        super().__init__(data, initial=initial)
        self.meeting, self.by = meeting, by
        self.fields["day"].choices = days
        if len(days) == 1:
            del self.fields["day"]

    def save(self):
        given = self.cleaned_data
        at = moment_at(given.get("day", self.meeting.starts_on.isoformat()), given["clock"])
        close_meeting(self.meeting, at=at, version=given["version"], by=self.by)


class ReopeningForm(VersionedForm):
    reason = forms.CharField(
        label=_("เหตุที่เปิดประชุมต่อ"), max_length=300, help_text=_("จะอยู่ในประวัติของการประชุมนี้")
    )

    def __init__(self, data=None, *, meeting, by):
        super().__init__(data, initial={"version": meeting.version})
        self.meeting, self.by = meeting, by

    def save(self):
        given = self.cleaned_data
        reopen_meeting(self.meeting, reason=given["reason"], version=given["version"], by=self.by)
