"""A notice to pass on in LINE (B9): plain Thai, short, with one link and nobody's name."""

from portal.kernel.letters import address_of
from portal.kernel.thai import weekday_date

from .letter_words import in_thai, place
from .models import Meeting

MOST = 500
State = Meeting.State


@in_thai
def line_text(meeting: Meeting) -> str:
    """The link stays whole however long the names are: what is too long is cut above it."""
    link = f"วาระ เอกสาร และคำตอบรับ {address_of(meeting.get_absolute_url())}"
    said = "\n".join(filter(None, _said(meeting)))
    room = MOST - len(link) - 1
    return f"{said if len(said) <= room else said[: room - 1] + '…'}\n{link}"


def _said(meeting: Meeting) -> list[str]:
    name = f"{meeting.name} {meeting.committee.short_name}"
    match meeting.state:
        case State.CANCELLED:
            return [f"ยกเลิก{name}", _days(meeting) and f"ที่กำหนดไว้{_days(meeting)}"]
        case State.POSTPONED:
            expected = meeting.expected_in_words
            return [f"เลื่อน{name} โดยยังไม่กำหนดวัน", expected and f"คาดว่าจัด{expected}"]
    hours = f"เวลา {meeting.hours}" if meeting.starts_at else ""
    online = "" if meeting.mode == Meeting.Mode.ONSITE else "ประชุมทางออนไลน์ได้ ลิงก์อยู่ในหน้าการประชุม"
    return [f"เชิญ{name}", meeting.title, _days(meeting), hours, place(meeting).strip(), online]


def _days(meeting: Meeting) -> str:
    if meeting.starts_on is None:
        return ""
    last = f" ถึง{weekday_date(meeting.ends_on)}" if meeting.is_several_days else ""
    return weekday_date(meeting.starts_on) + last
