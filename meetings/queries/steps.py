"""The life of a meeting, step by step, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.models import Meeting
from portal.kernel.thai import day_of, long_date, short_date, short_range

if TYPE_CHECKING:
    from .page import MeetingPage

State = Meeting.State
SUMMARY, MINUTES = 3, 4


class Step(NamedTuple):
    label: str
    when: str
    is_past: bool
    is_current: bool


def steps_of(page: MeetingPage) -> list[Step]:
    meeting, at = page.meeting, _at(page)
    written = [
        (pgettext("meeting", "ร่างวาระ"), ""),
        (_("เรียกประชุม"), meeting.called_at and short_date(meeting.called_at)),
        (_day_in_words(page), _days(meeting)),
        (_("สรุปเชิงบริหาร"), _told_on(page)),
        (_("รายงานการประชุม"), _minutes_in_words(page)),
    ]
    steps = [
        Step(label, when or "", index < at and _is_done(page, index), index == at)
        for index, (label, when) in enumerate(written)
    ]
    # What came before the day is not in the source of a past record, and it is its own minutes.
    return steps[2:4] if meeting.source else steps


def _is_done(page: MeetingPage, index: int) -> bool:
    """Minutes may be adopted while nobody has published a summary."""
    return index != SUMMARY or page.published_at is not None


def _minutes_in_words(page: MeetingPage) -> str:
    """A draft is told to nobody but as being written."""
    minutes = page.minutes
    if minutes is None:
        return ""
    if not minutes.is_shared:
        return _("อยู่ระหว่างจัดทำ")
    day = f" {short_date(minutes.adopted_on)}" if minutes.is_adopted else ""
    return f"{minutes.get_state_display()}{day}"


def _at(page: MeetingPage) -> int:
    if page.meeting.state == State.PLANNED:
        return 0
    if page.minutes and page.minutes.is_shared:
        return MINUTES
    if page.published_at:
        return SUMMARY
    return 2 if page.is_over or page.is_in_session or page.is_postponed else 1


def _day_in_words(page: MeetingPage) -> str:
    if page.is_in_session or page.is_postponed:
        return page.meeting.get_state_display()
    return _("ประชุมแล้ว") if page.is_over else _("วันประชุม")


def _days(meeting: Meeting) -> str:
    if meeting.starts_on:
        return short_range(meeting.starts_on, meeting.ends_on)
    return meeting.expected_in_words


def _told_on(page: MeetingPage) -> str:
    """When the summary came out; a record's own was taken over, and its day is not known."""
    meeting, at = page.meeting, page.published_at
    if not at or meeting.source:
        return ""
    # Short beside a meeting of the same year.
    is_same_year = day_of(at).year == meeting.starts_on.year
    return short_date(at) if is_same_year else long_date(at)
