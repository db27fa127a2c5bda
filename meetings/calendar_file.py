"""A meeting as calendars know it (RFC 5545): one event each, by the same name for life, in Thai.

No name of a person stands in it, nor the address of a meeting held online: a calendar is passed
on, printed and shown on a locked screen. Who opens the link in it signs in and finds the rest.
Nothing is asked by it (METHOD:PUBLISH): calendars would send their answers to a mailbox nobody
reads, and an answer would be lost. Answers go by the link in the letter.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event, Timezone, TimezoneStandard
from icalendar.prop import vDuration

from portal.kernel.letters import address_of

from .letter_words import in_thai, place
from .models import Meeting

BANGKOK = ZoneInfo("Asia/Bangkok")
MEETINGS = UUID("7d1c3f0e-5a2b-4c67-9e67-000000000067")  # never changes: every UID hangs on it
PRODUCT = "-//CODI//Coordination Subcommittee of 67//TH"
CONTENT_TYPE = "text/calendar; charset=utf-8"
ASKED_AGAIN = timedelta(hours=1)
DAY = timedelta(days=1)
State, Mode = Meeting.State, Meeting.Mode


@in_thai
def calendar_of(*meetings: Meeting, cancelled: bool = False) -> bytes:
    """``meetings`` in a file of their own; ``cancelled`` takes them out of the reader's calendar.

    Each carries ``changed_at``, the moment somebody last changed it.
    """
    gone = cancelled or all(meeting.state == State.CANCELLED for meeting in meetings)
    file = _calendar("CANCEL" if gone else "PUBLISH")
    for meeting in meetings:
        file.add_component(_event(meeting, "CANCELLED" if gone else _status(meeting)))
    return file.to_ical()


@in_thai
def feed_of(meetings: Iterable[Meeting]) -> bytes:
    """One address with all of ``meetings``, which a calendar asks for again and again."""
    file = _calendar("PUBLISH")
    file.calendar_name = "การประชุมของคณะอนุกรรมการประสานงานฯ"
    again = vDuration(ASKED_AGAIN)
    file.add("refresh-interval", again, parameters={"VALUE": "DURATION"})
    file.add("x-published-ttl", again)
    for meeting in meetings:
        file.add_component(_event(meeting, _status(meeting)))
    return file.to_ical()


def _calendar(method: str) -> Calendar:
    file = Calendar()
    file.prodid, file.version, file.method = PRODUCT, "2.0", method
    file.add_component(_thai_time())
    return file


def _thai_time() -> Timezone:
    """Seven hours ahead of Greenwich, summer and winter; written out, so that the file is the
    same whatever the machine knows of time zones."""
    zone, hours = Timezone(), TimezoneStandard()
    zone.add("tzid", BANGKOK.key)
    hours.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 -- a zone begins in no zone
    hours.add("tzoffsetfrom", timedelta(hours=7))
    hours.add("tzoffsetto", timedelta(hours=7))
    hours.add("tzname", "+07")
    zone.add_component(hours)
    return zone


def _event(meeting: Meeting, status: str) -> Event:
    """Its moment is that of the last change, so that the same meeting is the same text twice."""
    begins, ends = span_of(meeting)
    changed_at = meeting.changed_at.astimezone(UTC).replace(microsecond=0)
    return Event.new(
        uid=_uid(meeting),
        sequence=meeting.version,
        status=status,
        stamp=changed_at,
        last_modified=changed_at,
        start=begins,
        end=ends,
        summary=f"{meeting.name} {meeting.committee.short_name}",
        location=where(meeting) or None,
        description=_words(meeting),
        url=address_of(meeting.get_absolute_url()),
    )


def _uid(meeting: Meeting) -> str:
    """One for life, and of this portal alone: two of them may stand in one calendar. Another
    scheme or port is the same portal."""
    portal = urlsplit(settings.PORTAL_ADDRESS).hostname
    return str(uuid5(MEETINGS, f"{portal}:meeting:{meeting.pk}"))


def _status(meeting: Meeting) -> str:
    """Nobody is called to a plan yet."""
    match meeting.state:
        case State.CANCELLED:
            return "CANCELLED"
        case State.PLANNED:
            return "TENTATIVE"
    return "CONFIRMED"


def span_of(meeting: Meeting) -> tuple[date, date | None]:
    """From the hour of the first day to the hour of the last; whole days where no hour is fixed.

    Of one day without an hour to end it is not said when it ends; several days end with the last.
    """
    if meeting.starts_at is None:
        return meeting.starts_on, meeting.ends_on + DAY
    begins = _moment(meeting.starts_on, meeting.starts_at)
    if meeting.ends_at:
        return begins, _moment(meeting.ends_on, meeting.ends_at)
    return begins, _moment(meeting.ends_on + DAY, time.min) if meeting.is_several_days else None


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=BANGKOK)


def where(meeting: Meeting) -> str:
    online = "" if meeting.mode == Mode.ONSITE else "ทางออนไลน์"
    return " และ".join(filter(None, [place(meeting).strip(), online]))


def _words(meeting: Meeting) -> str:
    lines = [meeting.title, f"{meeting.get_kind_display()}ของ{meeting.committee.name}"]
    if meeting.mode != Mode.ONSITE:
        lines.append("ลิงก์เข้าประชุมออนไลน์อยู่ในหน้าของการประชุมนี้และในหนังสือเชิญ")
    lines.append(f"ระเบียบวาระและเอกสาร {address_of(meeting.get_absolute_url())}")
    return "\n".join(filter(None, lines))
