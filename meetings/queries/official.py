"""What form 11 prints of a meeting, as plain data: the same for every document made of it, and
what is stored when minutes are saved. Always in Thai, with Arabic digits.

A number of statements that does not grow with the meeting.
"""

from collections.abc import Iterable
from datetime import date

from meetings.documents.form11 import form11
from meetings.letter_words import in_thai, place
from meetings.models import Attendance, Meeting, Minutes
from portal.kernel import thai
from portal.kernel.models import Person
from portal.kernel.papers.blocks import text_of
from regions.models import RegionalPost

from .official_items import sections_of
from .places import has_seats
from .record import record_of
from .roll import Line, Roll, roll_from

Kind = Attendance.Kind
Role = RegionalPost.Role
UNSTATED = "ไม่ปรากฏในเอกสาร"
GAP = "." * 20  # to be filled in by hand

# What a body's data is called, so that a stored one can be told from a later shape.
SHAPE = 1


@in_thai
def minutes_body(meeting: Meeting, *, on: date | None = None) -> dict:
    """Everything form 11 prints, in its order; of an agenda also what waits on the day."""
    record = record_of(meeting, on=on)
    roll = roll_from(record, meeting)
    return {
        "shape": SHAPE,
        **_head(meeting),
        **_who_came(meeting, roll),
        "objectives": [row["text"] for row in record["objectives"]],
        "began": f"เริ่มประชุมเวลา {_hour(meeting, 'opened_at', 'starts_at')}",
        "nothing": f"({UNSTATED})" if meeting.source else "ไม่มี",
        "sections": sections_of(meeting, record, roll, on=on),
        "next": meeting.next_in_words,
        "ended": f"เลิกประชุมเวลา {_hour(meeting, 'closed_at', None)}",
        **_signed_by(meeting),
    }


def minutes_text(body: dict) -> str:
    """The same as plain lines, always equal for an equal body."""
    return text_of(form11(body))


# -- Which meeting, when and where --------------------------------------------------


def _head(meeting: Meeting) -> dict:
    return {
        "title": title_of(meeting),
        "kind": meeting.get_kind_display(),
        "committee": meeting.committee.name,
        "number": number_of(meeting),
        "subject": meeting.title,
        "when": when_of(meeting),
        "hours": meeting.hours if meeting.starts_at else "",
        "where": where_of(meeting),
    }


def title_of(meeting: Meeting) -> str:
    """รายงานการประชุมคณะ…, รายงานการสัมมนาคณะ…, รายงานเวทีภาค คณะ…"""
    kind = meeting.get_kind_display()
    between = "" if kind.startswith("การ") else " "
    return f"รายงาน{kind}{between}{meeting.committee.name}"


def number_of(meeting: Meeting) -> str:
    return f"ครั้งที่ {meeting.number or '.....'}/{meeting.be_year}"


def when_of(meeting: Meeting) -> str:
    """เมื่อวันอังคารที่ 12 มิถุนายน พ.ศ. 2550 · เมื่อวันอังคารที่ 12 ถึงวันพุธที่ 13 มิถุนายน พ.ศ. 2550"""
    if meeting.starts_on is None:
        return f"เมื่อวันที่ {_gap(meeting)}"
    first, last = full_date(meeting.starts_on), full_date(meeting.ends_on)
    if not meeting.is_several_days:
        return f"เมื่อ{first}"
    month = first.split(" ", 2)[2]
    return f"เมื่อ{first.removesuffix(f' {month}') if last.endswith(month) else first} ถึง{last}"


def where_of(meeting: Meeting) -> str:
    """ณ ศรีปทุม ลองสเตย์ จังหวัดปทุมธานี และทางออนไลน์"""
    if meeting.mode == Meeting.Mode.ONLINE:
        return "ประชุมทางออนไลน์"
    also = " และทางออนไลน์" if meeting.mode == Meeting.Mode.BOTH else ""
    return f"ณ {place(meeting).strip() or _gap(meeting)}{also}"


def full_date(day: date) -> str:
    """วันอังคารที่ 12 มิถุนายน พ.ศ. 2550"""
    written, year = thai.weekday_date(day).rsplit(" ", 1)
    return f"{written} พ.ศ. {year}"


def _hour(meeting: Meeting, noted: str, planned: str | None) -> str:
    """The hour that was noted; of a past record, the one its source says."""
    moment = getattr(meeting, noted)
    if moment is None and meeting.source and planned:
        moment = getattr(meeting, planned)
    return thai.time_of_day(moment) if moment else f"{_gap(meeting)}{_oclock(meeting)}"


def _gap(meeting: Meeting) -> str:
    """What a source does not say is said so; what nobody noted is left to be written."""
    return f"({UNSTATED})" if meeting.source else GAP


def _oclock(meeting: Meeting) -> str:
    return "" if meeting.source else " น."


# -- Who came ----------------------------------------------------------------------


def _who_came(meeting: Meeting, roll: Roll) -> dict:
    """The three lists, and apart from them whoever nothing is noted of yet."""
    posts = _posts_of(meeting, roll)
    return {
        "present": [_came(line, posts) for line in roll.came],
        "absent": [_missed(line, posts) for line in roll.missed],
        "attending": [_guest(row) for row in roll.guests],
        "places": "ที่นั่ง" if has_seats(meeting.committee) else "คน",
        "not_noted": len(roll.waiting) if roll.is_begun else 0,
        "roll_note": _roll_note(meeting, roll),
    }


def _roll_note(meeting: Meeting, roll: Roll) -> str:
    if roll.is_begun:
        return ""
    return UNSTATED if meeting.source else "ยังไม่มีบันทึกผู้มาประชุม"


def _came(line: Line, posts: dict[int, str]) -> dict:
    row, holder = line.row, line.holder
    told = {"mode": str(Attendance.Mode.ONLINE.label) if row.mode == "online" else ""}
    if line.kind != Kind.SUBSTITUTE:
        return {
            "name": holder.full_name,
            "position": _position(line, posts),
            "instead_of": "",
            **told,
        }
    of_whom = holder.full_name if holder else line.label
    instead_of = f"{of_whom} {_position(line, posts)}"
    return {"name": _called(row), "position": row.role, "instead_of": instead_of, **told}


def _missed(line: Line, posts: dict[int, str]) -> dict:
    excused = "ลา" if line.kind == Kind.EXCUSED else ""
    reason = " ".join(filter(None, [excused, line.row.reason]))
    name = line.holder.full_name if line.holder else line.label
    return {"name": name, "position": _position(line, posts), "reason": reason}


def _guest(row: Attendance) -> dict:
    return {"name": _called(row), "position": row.role}


def _called(row: Attendance) -> str:
    return row.person.full_name if row.person else row.name


def _position(line: Line, posts: dict[int, str]) -> str:
    """The post held that day, and what the seat stands for."""
    post = posts.get(line.holder.pk, "") if line.holder else ""
    stands_for = f"ผู้แทน{line.place}" if line.has_number else line.place
    return " ".join(filter(None, [post, stands_for]))


def _posts_of(meeting: Meeting, roll: Roll) -> dict[int, str]:
    """Whoever was a co-chair or a region's coordinator on the first day."""
    if meeting.starts_on is None:
        return {}
    people = [line.holder.pk for line in roll.lines if line.holder]
    posts = RegionalPost.objects.in_force(on=meeting.starts_on).filter(
        person__in=people, role__in=[Role.CO_CHAIR, Role.COORDINATOR]
    )
    named = posts.select_related("region").order_by("person", "role")
    return _joined((post.person_id, _post(post)) for post in named)


def _joined(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """One line of words for each person, also for who holds two posts."""
    found: dict[int, str] = {}
    for person, words in pairs:
        found[person] = f"{found[person]} {words}" if person in found else words
    return found


def _post(post: RegionalPost) -> str:
    """ผู้ประสานงานภาคเหนือตอนล่าง, ประธานร่วม ภาคเหนือตอนล่าง"""
    title = post.get_role_display()
    if title.endswith("ภาค") and post.region.name.startswith("ภาค"):
        return title.removesuffix("ภาค") + post.region.name
    return f"{title} {post.region.name}"


# -- Who signs ---------------------------------------------------------------------


def _signed_by(meeting: Meeting) -> dict:
    signed = Minutes.objects.filter(meeting=meeting).select_related("note_taker", "checker")
    minutes = signed.first()
    people = (minutes.note_taker, minutes.checker) if minutes else (None, None)
    return dict(zip(("note_taker", "checker"), map(_name, people), strict=True))


def _name(person: Person | None) -> str:
    return person.full_name if person else ""
