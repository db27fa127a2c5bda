"""The words of each letter about a meeting, in the form of an official letter, always in Thai.

Everything a reader needs stands in the body: weekday and date, time, place and
agenda (promise 17).
"""

from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse

from portal.kernel import thai
from portal.kernel.letters import address_of
from portal.kernel.models import User

from .letter_words import (
    in_thai,
    joined,
    noun,
    organiser,
    sender,
    title,
    ways,
    when_and_where,
)
from .links import reply_address
from .models import AgendaItem, Invitation, Meeting


class Letter(NamedTuple):
    subject: str
    body: str


@in_thai
def invitation_letter(meeting: Meeting, invitation: Invitation, *, by: User, on: date) -> Letter:
    """หนังสือเชิญประชุม"""
    aim = _listed("โดยมีวัตถุประสงค์ ดังนี้", [row.text for row in meeting.objectives.all()])
    return _letter(f"ขอเชิญ{joined(meeting)}", invitation.person, [
        f"ด้วย{meeting.committee.name} กำหนดจัด{meeting.name} {when_and_where(meeting)}",
        aim,
        "ในการนี้ จึงขอเชิญท่านเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว",
        ways(meeting),
        f"ขอความกรุณาตอบว่าท่านจะมา มาไม่ได้ หรือส่งผู้แทน {_by_link(meeting, invitation)}",
        "จึงเรียนมาเพื่อโปรดเข้าร่วมประชุม",
    ], meeting=meeting, by=by, on=on, enclosed=_agenda(meeting), number=meeting.letter_number,
       reference=meeting.letter_reference)  # fmt: skip


@in_thai
def reminder_letter(meeting: Meeting, invitation: Invitation, *, on: date) -> Letter:
    """Sent a few working days before; signed by the office, for nobody pressed a button."""
    return _letter(f"ขอเตือน{title(meeting)}", invitation.person, [
        _as_invited(meeting, when_and_where(meeting)),
        f"{organiser(meeting)}ขอเตือนว่าใกล้ถึงวันประชุมแล้ว {_answered(meeting, invitation)}"
        f" {_by_link(meeting, invitation)}",
        ways(meeting),
        "จึงเรียนมาเพื่อโปรดทราบ",
    ], meeting=meeting, by=None, on=on, enclosed=_agenda(meeting))  # fmt: skip


@in_thai
def moved_letter(
    meeting: Meeting, invitation: Invitation, *, before: str, reason: str, by: User, on: date
) -> Letter:
    """``before`` is when_and_where() of the meeting as it was called."""
    return _letter(f"ขอเลื่อน{title(meeting)}", invitation.person, [
        _as_invited(meeting, before),
        f"เนื่องจาก{reason} จึงขอเปลี่ยนกำหนดการเป็น {when_and_where(meeting)}",
        "คำตอบที่ท่านอาจให้ไว้เป็นของกำหนดการเดิม ขอความกรุณาตอบใหม่ว่าท่านจะมา มาไม่ได้ หรือส่งผู้แทน"
        f" {_by_link(meeting, invitation)}",
        ways(meeting),
        "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามกำหนดการใหม่",
    ], meeting=meeting, by=by, on=on, enclosed=_agenda(meeting))  # fmt: skip


@in_thai
def changed_letter(
    meeting: Meeting, invitation: Invitation, *, before: str, reason: str, by: User, on: date
) -> Letter:
    """It begins when it did, elsewhere or for longer: what was answered stands."""
    return _letter(f"ขอแจ้งเปลี่ยนแปลง{noun(meeting)}", invitation.person, [
        _as_invited(meeting, before),
        f"เนื่องจาก{reason} จึงขอเปลี่ยนเป็น {when_and_where(meeting)}",
        f"{_answered(meeting, invitation)} {_by_link(meeting, invitation)}",
        ways(meeting),
        "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามกำหนดการใหม่",
    ], meeting=meeting, by=by, on=on, enclosed=_agenda(meeting))  # fmt: skip


@in_thai
def postponement_letter(
    meeting: Meeting, invitation: Invitation, *, before: str, reason: str, by: User, on: date
) -> Letter:
    """Put off without another day; ``before`` is when it was to be."""
    expected = meeting.expected_in_words
    likely = f" คาดว่าจะจัดประชุม{expected}" if expected else ""
    return _letter(f"ขอเลื่อน{title(meeting)}", invitation.person, [
        _as_invited(meeting, before),
        f"เนื่องจาก{reason} จึงขอเลื่อนการประชุมครั้งนี้ออกไป โดยยังไม่กำหนดวัน{likely}",
        f"{organiser(meeting)}จะแจ้งกำหนดการใหม่และขอคำตอบจากท่านอีกครั้ง",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ], meeting=meeting, by=by, on=on)  # fmt: skip


@in_thai
def fixed_letter(meeting: Meeting, invitation: Invitation, *, by: User, on: date) -> Letter:
    """What was put off has a day again."""
    return _letter(f"ขอแจ้งกำหนด{title(meeting)}", invitation.person, [
        f"ตามที่ได้แจ้งเลื่อน{meeting.name} ของ{meeting.committee.name} โดยยังไม่กำหนดวัน นั้น",
        f"บัดนี้ได้กำหนดจัดประชุม{when_and_where(meeting)}",
        f"ขอความกรุณาตอบว่าท่านจะมา มาไม่ได้ หรือส่งผู้แทน {_by_link(meeting, invitation)}",
        ways(meeting),
        "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามกำหนดการใหม่",
    ], meeting=meeting, by=by, on=on, enclosed=_agenda(meeting))  # fmt: skip


@in_thai
def cancellation_letter(
    meeting: Meeting, invitation: Invitation, *, reason: str, by: User, on: date
) -> Letter:
    was = when_and_where(meeting) if meeting.starts_on else "ซึ่งเลื่อนโดยยังไม่กำหนดวัน"
    return _letter(f"ขอยกเลิก{title(meeting)}", invitation.person, [
        _as_invited(meeting, was),
        f"เนื่องจาก{reason} จึงขอยกเลิกการประชุมครั้งนี้",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ], meeting=meeting, by=by, on=on)  # fmt: skip


@in_thai
def circulation_letter(
    meeting: Meeting, invitation: Invitation, *, until: date, by: User, on: date
) -> Letter:
    """เวียนรายงานการประชุม: where to read it, until when to object, and what silence means."""
    return _letter(
        f"ขอส่งรายงาน{noun(meeting)}", invitation.person,
        [
            f"{organiser(meeting)}ขอส่งรายงาน{meeting.name} ของ{meeting.committee.name} "
            f"มาเพื่อโปรดตรวจ อ่านได้ที่\n{address_of(reverse('meetings:minutes', args=[meeting.pk]))}",
            f"หากขอแก้ โปรดแจ้งในหน้านั้นหรือโทรแจ้ง{organiser(meeting)}"
            f"ภายใน{thai.weekday_date(until)} "
            "พ้นกำหนดแล้วไม่มีผู้ขอแก้ ถือว่าที่ประชุมรับรองรายงานนี้ จึงเรียนมาเพื่อโปรดพิจารณา",
        ],
        meeting=meeting, by=by, on=on,
    )  # fmt: skip


def _by_link(meeting, invitation):
    """The address stands on a line of its own, so that every mail program makes it a link."""
    return (
        f"ที่ลิงก์ข้างล่างนี้ ไม่ต้องเข้าสู่ระบบ หรือโทรแจ้ง{organiser(meeting)}"
        f"\n{reply_address(meeting, invitation)}\n"
        "เปลี่ยนคำตอบได้จนถึงเวลาเริ่มประชุม ลิงก์นี้ตอบแทนท่านได้ โปรดอย่าส่งต่อ"
    )


def _answered(meeting, invitation):
    """What the reader answered so far, and that it may change."""
    answer = Invitation.Answer
    match invitation.answer:
        case answer.COMING:
            return "ท่านตอบว่าจะมา หากเปลี่ยนไป ขอความกรุณาตอบใหม่"
        case answer.DECLINED:
            return "ท่านตอบว่ามาไม่ได้ หากเปลี่ยนไป ขอความกรุณาตอบใหม่"
        case answer.SUBSTITUTE:
            name = invitation.substitute_name
            return f"ท่านตอบว่าจะส่ง{name} มาแทน หากเปลี่ยนไป ขอความกรุณาตอบใหม่"
    return f"{organiser(meeting)}ยังไม่ได้รับคำตอบจากท่าน ขอความกรุณาตอบว่าท่านจะมา มาไม่ได้ หรือส่งผู้แทน"


def _as_invited(meeting, told):
    return f"ตามที่ได้เชิญท่านเข้าร่วม{meeting.name} ของ{meeting.committee.name} {told} นั้น"


def _letter(subject, person, paragraphs, *, meeting, by, on, enclosed="", number="", reference=""):
    referred = f"\nอ้างถึง  {reference}" if reference else ""
    parts = [
        number and f"ที่  {number}",
        f"{sender(meeting)}\n{thai.long_date(on)}",
        f"เรื่อง  {subject}\nเรียน  {person.full_name}{referred}",
        *paragraphs,
        f"ขอแสดงความนับถือ\n\n{_signature(meeting, by)}",
        f"อ่านเรื่องการประชุมนี้ได้ที่ {address_of(meeting.get_absolute_url())}",
        enclosed,
    ]
    return Letter(subject, "\n\n".join(part for part in parts if part) + "\n")


def _signature(meeting, by):
    """Who called and how to answer by telephone: a region by its own, where there is one."""
    person = getattr(by, "person", None)
    lines = [f"({person.full_name})"] if person else []
    lines.append(sender(meeting))
    phone = person.phone if person and meeting.committee.region_id else settings.OFFICE_PHONE
    if phone:
        lines.append(f"โทร. {phone}")
    return "\n".join(lines)


def _agenda(meeting):
    """สิ่งที่ส่งมาด้วย: the agenda under its official headings."""
    parts, section = ["ระเบียบวาระการประชุม"], None
    for item in meeting.items.all():
        if item.section != section:
            section = item.section
            parts.append(f"\nระเบียบวาระที่ {section} {AgendaItem.Section(section).label}")
        parts.append(f"  {item.number} {item.title}")
    return "\n".join(parts)


def _listed(opening, lines):
    if not lines:
        return ""
    return "\n".join([opening, *(f"  {number}. {line}" for number, line in enumerate(lines, 1))])
