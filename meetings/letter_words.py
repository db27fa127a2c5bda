"""How the portal speaks of a meeting to those outside it: what it is called, when and where it is,
who holds it. Letters, calendars and notices share it; always in Thai."""

from collections.abc import Callable
from functools import wraps

from django.utils import translation

from portal.kernel import thai

from .models import Meeting

BANGKOK = "10"
OFFICE = "กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน"


def in_thai(write: Callable) -> Callable:
    """Words in Thai, whatever the language of the screen.

    Each call has an override of its own: one letter writes inside another, and a
    shared override would then remember Thai as the language to go back to.
    """

    @wraps(write)
    def written(*args, **kwargs):
        with translation.override("th"):
            return write(*args, **kwargs)

    return written


@in_thai
def when_and_where(meeting: Meeting) -> str:
    """ในวันอังคารที่ 12 มิถุนายน 2550 เวลา 09.00–16.30 น. ณ ศรีปทุม ลองสเตย์ จังหวัดปทุมธานี"""
    days = thai.weekday_date(meeting.starts_on)
    if meeting.is_several_days:
        days += f" ถึง{thai.weekday_date(meeting.ends_on)}"
    return f"ใน{days} เวลา {meeting.hours} {_where(meeting)}"


@in_thai
def appointment(meeting: Meeting) -> str:
    """ปลายเดือนกรกฎาคม 2550 ณ ศรีปทุม ลองสเตย์ จังหวัดปทุมธานี"""
    where = place(meeting).strip()
    return f"{meeting.days_in_words} ณ {where}"[:200] if where else meeting.days_in_words


def _where(meeting):
    match meeting.mode:
        case Meeting.Mode.ONLINE:
            return "ทางออนไลน์"
        case Meeting.Mode.BOTH:
            return f"ณ {place(meeting)} และทางออนไลน์"
    return f"ณ {place(meeting)}"


def place(meeting: Meeting) -> str:
    """Venue and province; the capital is no จังหวัด."""
    if meeting.province is None:
        return meeting.venue
    kind = "" if meeting.province_id == BANGKOK else "จังหวัด"
    return f"{meeting.venue} {kind}{meeting.province.name}"


def title(meeting):
    """ประชุมคณะ… ครั้งที่ 2/2569, เวทีภาคคณะ… ครั้งที่ 1/2569"""
    kind = str(Meeting.Kind(meeting.kind).label).removeprefix("การ")
    return f"{kind}{meeting.committee.name} ครั้งที่ {meeting}"


def is_forum(meeting):
    return meeting.kind not in (Meeting.Kind.MEETING, Meeting.Kind.SEMINAR)


def joined(meeting):
    """What one is asked to: a meeting as it is, a forum to take part in."""
    return f"เข้าร่วม{title(meeting)}" if is_forum(meeting) else title(meeting)


def noun(meeting):
    return title(meeting) if is_forum(meeting) else f"การ{title(meeting)}"


def sender(meeting):
    """The bodies of regions write in their own name; for the others the secretariat does."""
    return meeting.committee.name if meeting.committee.region_id else OFFICE


def organiser(meeting):
    return "ผู้จัดประชุม" if meeting.committee.region_id else "กองเลขานุการ"


def ways(meeting):
    """How to come, for those who are invited; addresses stand on lines of their own."""
    online = meeting.online_url if meeting.mode != Meeting.Mode.ONSITE else ""
    ways = {"เข้าประชุมทางออนไลน์ได้ที่": online, "แผนที่": meeting.map_url}
    return "\n".join(f"{words}\n{url}" for words, url in ways.items() if url)
