"""How long somebody has had a report, and how long they ought to: in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import RegionalReport
from .standing import holder_of

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Clock:
    """Since ``began`` it is somebody's turn; they ought to be done by ``due``."""

    holder: str
    began: datetime
    due: datetime
    now: datetime

    @property
    def is_over(self) -> bool:
        return self.now > self.due

    @property
    def words(self) -> str:
        hours = abs(self.due - self.now) // HOUR
        if not hours:
            return _("เพิ่งเกินเวลา") if self.is_over else _("เหลือไม่ถึง 1 ชั่วโมง")
        left = ngettext("เหลืออีก %(hours)s ชั่วโมง", "เหลืออีก %(hours)s ชั่วโมง", hours)
        over = ngettext("เกินเวลามา %(hours)s ชั่วโมง", "เกินเวลามา %(hours)s ชั่วโมง", hours)
        return (over if self.is_over else left) % {"hours": hours}


def clock_of(report: RegionalReport, *, now: datetime) -> Clock | None:
    """The reviewer's from the day it was sent, the author's from the day it went back (promise
    21); nobody's before it is sent, because there the two dates of the round speak."""
    if report.state in RegionalReport.WAITING:
        began, hours = report.sent_at, report.round.review_hours
    elif report.state == RegionalReport.State.RETURNED:
        began, hours = report.reviewed_at, report.round.mending_hours
    else:
        return None
    return Clock(holder_of(report), began, began + hours * HOUR, now)
