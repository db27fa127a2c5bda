"""When each item of an agenda begins if every one takes the minutes it was given."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting
from portal.kernel.thai import time_of_day

MIDNIGHT = 24 * 60
ANY_DAY = date(2000, 1, 1)


class RunningClock(NamedTuple):
    begins: list[time | None]
    total: int  # minutes of all that were given any
    unknown: int  # items that were given none
    ends: time | None
    over: int  # minutes past the hour the meeting is to end; below zero they are left

    @property
    def words(self) -> str:
        """The whole of it in a sentence; nothing where no minutes were given."""
        if not self.total:
            return ""
        said = [_("รวม %(duration)s") % {"duration": duration(self.total)}]
        if self.ends:
            said.append(_("จบประมาณ %(clock)s") % {"clock": time_of_day(self.ends)})
        if self.over > 0:
            said.append(_("เกินเวลาเลิกประชุม %(duration)s") % {"duration": duration(self.over)})
        if self.unknown:
            said.append(
                ngettext("ยังไม่กำหนดเวลา %(n)s เรื่อง", "ยังไม่กำหนดเวลา %(n)s เรื่อง", self.unknown)
                % {"n": self.unknown}
            )
        return " ".join(said)


def running_clock(
    minutes: Sequence[int | None],
    *,
    starts_at: time | None,
    ends_at: time | None = None,
    is_one_day: bool = True,
) -> RunningClock:
    """Over several days nobody knows which item falls on which: only the sum is told then."""
    total, unknown = sum(filter(None, minutes)), sum(each is None for each in minutes)
    runs = is_one_day and starts_at is not None
    begins, passed = [], 0
    for each in minutes:
        begins.append(_after(starts_at, passed) if runs else None)
        passed += each or 0
    ends = _after(starts_at, total) if runs and total else None
    over = total - (_minute(ends_at) - _minute(starts_at)) if runs and ends_at else 0
    return RunningClock(begins, total, unknown, ends, over)


def clock_of(meeting: Meeting, items: Sequence[dict]) -> RunningClock:
    """Of a meeting's agenda in its order."""
    return running_clock(
        [item["minutes"] for item in items],
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        is_one_day=meeting.starts_on is not None and not meeting.is_several_days,
    )


def _after(clock: time, minutes: int) -> time | None:
    """Nothing past midnight: no meeting of one day runs on there."""
    if _minute(clock) + minutes >= MIDNIGHT:
        return None
    return (datetime.combine(ANY_DAY, clock) + timedelta(minutes=minutes)).time()


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def duration(minutes: int) -> str:
    """3 ชั่วโมง 20 นาที"""
    hours, left = divmod(minutes, 60)
    said = []
    if hours:
        said.append(ngettext("%(n)s ชั่วโมง", "%(n)s ชั่วโมง", hours) % {"n": hours})
    if left or not hours:
        said.append(ngettext("%(n)s นาที", "%(n)s นาที", left) % {"n": left})
    return " ".join(said)
