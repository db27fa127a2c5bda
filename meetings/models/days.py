"""When a meeting is: its days, or before they are fixed the month and the part of it (S12)."""

from calendar import monthrange
from datetime import date, datetime, time

from django.db.models import Case, DateField, F, Func, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel import thai

LAST_DAY = {"early": 10, "middle": 20}  # the others end with the month


class MonthsEnd(Func):
    """The last day of the month that begins with a day."""

    template = "((%(expressions)s) + interval '1 month - 1 day')::date"
    output_field = DateField()


class DayOfMonth(Func):
    """So many days into the month that begins with a day."""

    template = "(%(expressions)s)::date"
    arg_joiner = " - 1 + "
    output_field = DateField()


def expected_until():
    """``Days.expected_until`` for the table."""
    parts = [
        When(expected_part=part, then=DayOfMonth(F("expected_month"), Value(last)))
        for part, last in LAST_DAY.items()
    ]
    return Case(*parts, default=MonthsEnd(F("expected_month")), output_field=DateField())


class Days:
    """What a meeting says about its days."""

    @property
    def is_several_days(self):
        return self.starts_on != self.ends_on

    @property
    def begins_at(self):
        """The moment it begins; without an hour, the first minute of its first day."""
        clock = self.starts_at or time.min
        return timezone.make_aware(datetime.combine(self.starts_on, clock))

    @property
    def is_to_end_at(self):
        """The moment it is to end; without an hour, the last minute of its last day."""
        clock = self.ends_at or time(23, 59)
        return timezone.make_aware(datetime.combine(self.ends_on, clock))

    @property
    def hours(self):
        """09.00–16.30 น.; an end that is not fixed is left out."""
        begins = thai.time_of_day(self.starts_at)
        if self.ends_at is None:
            return begins
        return f"{begins.removesuffix(' น.')}–{thai.time_of_day(self.ends_at)}"

    @property
    def expected_in_words(self):
        """ปลายเดือนกรกฎาคม 2550, or nothing."""
        if self.expected_month is None:
            return ""
        return _("%(part)s%(month)s") % {
            "part": self.get_expected_part_display(),
            "month": thai.month_and_year(self.expected_month),
        }

    @property
    def expected_until(self) -> date | None:
        """The last day of what is expected: there it stands among those that have a day."""
        month = self.expected_month
        if month is None:
            return None
        last = LAST_DAY.get(self.expected_part) or monthrange(month.year, month.month)[1]
        return month.replace(day=last)

    @property
    def days_in_words(self):
        """Whatever stands where a day would: 12–13 มิถุนายน 2550 · ปลายเดือนกรกฎาคม 2550"""
        if self.starts_on:
            return thai.date_range(self.starts_on, self.ends_on)
        if self.source:
            return _("ไม่ปรากฏวันในเอกสาร")
        return self.expected_in_words or _("ยังไม่กำหนดวัน")
