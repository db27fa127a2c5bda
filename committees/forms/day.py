"""Every page of the roster answers for a day: ``?on=12/6/2550``, today if none is named (N4)."""

from datetime import date
from typing import NamedTuple

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.kernel.thai import slashed_date
from portal.kernel.thai_fields import ThaiDateField


class DayForm(forms.Form):
    on = ThaiDateField(label=_("ดู ณ วันที่"), required=False)


class Day(NamedTuple):
    """The day a page answers for, and how its links keep it."""

    form: DayForm
    on: date
    is_today: bool

    @property
    def is_past(self) -> bool:
        return self.on < timezone.localdate()

    @property
    def query(self) -> str:
        """What a link adds to stay on this day: nothing for today."""
        return "" if self.is_today else f"?on={slashed_date(self.on)}"


def asked_day(request) -> Day:
    """The day the address asks for; what nobody can read is said beside the field, and is today."""
    form = DayForm(request.GET if "on" in request.GET else None)
    form.is_valid()
    today = timezone.localdate()
    on = getattr(form, "cleaned_data", {}).get("on") or today
    return Day(form=form, on=on, is_today=on == today)


def seen_day(request) -> Day:
    """For a stranger no day after today: who is yet to come is the house's own affair."""
    day = asked_day(request)
    today = timezone.localdate()
    if request.user.is_authenticated or day.on <= today:
        return day
    return day._replace(on=today, is_today=True)
