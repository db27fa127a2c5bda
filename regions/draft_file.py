"""The draft of a report as a file: kept, carried to another device, and read again.

JSON that a person can read: each section with its version, each question with its words and its
answer. It is read like the workbook, by the same keys and with the same words for zero and not
applicable, and nothing of it is trusted.
"""

import json
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel import thai
from portal.kernel.names import named
from portal.kernel.workbooks import Unreadable

from .models import RegionalReport, ReportingUnit
from .parts import Part
from .workbook import findings as found
from .workbook import layout
from .workbook.cells import Book, Place, Row, cell_of
from .workbook.questions import Question, questions_of
from .workbook.reading import Reading, SectionReading

FORMAT = "portal-report-draft/1"
LONGEST = 2_000_000  # bytes; a draft full of the longest texts has half as many
MOST = 500  # answers of one section


# -- Written ---------------------------------------------------------------------------


def draft_file(report: RegionalReport, parts: list[Part], *, by, at: datetime) -> bytes:
    """``parts`` are those that ``by`` may type in now."""
    month = report.round.month
    told = {
        "format": FORMAT,
        "report": report.pk,
        "unit": {"code": code_of(report.unit), "name": named(report.unit)},
        "month": f"{month:%Y-%m}",
        "month_in_words": thai.month_and_year(month),
        "written_at": timezone.localtime(at).isoformat(timespec="seconds"),
        "sections": [section_told(part, by=by) for part in parts],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def code_of(unit: ReportingUnit) -> str:
    place = unit.region or unit.province
    return place.code if place else unit.kind


def section_told(part: Part, *, by) -> dict:
    return {
        "key": part.section.key,
        "title": title_of(part),
        "version": part.row.version,
        "answers": [answer_told(question) for question in questions_of(part, by=by)],
    }


def title_of(part: Part) -> str:
    return f"{part.number} {part.section.title}"


def answer_told(question: Question) -> dict:
    group = f"{question.group}: " if question.group else ""
    told = {
        "key": question.name,
        "question": f"{group}{question.label}",
        "answer": question.answer,
    }
    return told | ({"note": question.note.value() or ""} if question.note else {})


# -- Read ------------------------------------------------------------------------------


def read_draft(content: bytes, report: RegionalReport, parts: list[Part], *, by) -> Reading:
    """The answers of this very report; a file of another is :class:`Unreadable`."""
    told = parsed(content)
    require_ours(told, report)
    reading, by_key = Reading(), {part.section.key: part for part in parts}
    for section in told["sections"]:
        key = section.get("key") if isinstance(section, dict) else None
        part = by_key.pop(key, None) if isinstance(key, str) else None
        if part is None:
            reading.findings.append(no_section(section))
        else:
            DraftReading(part, section, by=by).into(reading)
    reading.findings = found.first_of(reading.findings)
    if not reading.answers and not reading.findings:
        raise Unreadable(_("ไฟล์ร่างนี้ไม่มีส่วนใดเลย โปรดดาวน์โหลดร่างใหม่"))
    return reading


def parsed(content: bytes) -> dict:
    """What the JSON says, if it is a draft of ours; broken or too deep, it is one Thai sentence."""
    if len(content) > LONGEST:
        raise Unreadable(_("ไฟล์ร่างนี้ใหญ่เกินกว่าที่รายงานหนึ่งจะมีได้ โปรดใช้ไฟล์ที่ดาวน์โหลดจากหน้านี้"))
    try:
        told = json.loads(content.decode("utf-8-sig"), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            _("อ่านไฟล์ร่างนี้ไม่ได้ ไฟล์อาจเสียหายหรือถูกแก้จนไม่เป็น JSON โปรดดาวน์โหลดใหม่แล้วลองอีกครั้ง")
        ) from error
    if not isinstance(told, dict) or not str(told.get("format")).startswith("portal-report-draft"):
        raise Unreadable(_("ไฟล์นี้ไม่ใช่ร่างรายงานของพอร์ทัล โปรดใช้ไฟล์ที่ดาวน์โหลดจากหน้านี้"))
    if told["format"] != FORMAT or not isinstance(told.get("sections"), list):
        raise Unreadable(_("ไฟล์ร่างนี้เป็นรูปแบบที่พอร์ทัลนี้อ่านไม่ได้ โปรดดาวน์โหลดร่างใหม่"))
    return told


def refuse_constant(name: str) -> None:
    """NaN and its like are no JSON."""
    raise ValueError(name)


def require_ours(told: dict, report: RegionalReport) -> None:
    """Of this unit, this month and this very report."""
    unit = told["unit"] if isinstance(told.get("unit"), dict) else {}
    if unit.get("code") != code_of(report.unit):
        text = _("ไฟล์นี้เป็นร่างรายงานของ%(other)s โปรดเปิดหน้าของรายงานนั้น หรือเลือกไฟล์ของ%(ours)s")
        raise Unreadable(text % {"other": shown(unit.get("name")), "ours": named(report.unit)})
    if told.get("month") != f"{report.round.month:%Y-%m}":
        text = _("ไฟล์นี้เป็นร่างของเดือน%(other)s โปรดเปิดรายงานของเดือนนั้น หรือเลือกไฟล์ของเดือน%(ours)s")
        ours = thai.month_and_year(report.round.month)
        raise Unreadable(text % {"other": shown(told.get("month_in_words")), "ours": ours})
    if type(told.get("report")) is not int or told["report"] != report.pk:
        raise Unreadable(_("ไฟล์นี้เป็นร่างจากพอร์ทัลอื่น เลขรายงานไม่ตรงกับรายงานนี้"))


def shown(value: Any) -> str:
    return (cell_of(value)[:80] if isinstance(value, str) else "") or _("ที่ไม่บอกชื่อ")


class DraftReading(SectionReading):
    """One section as a draft file tells it; what it leaves out stays as it stands."""

    def __init__(self, part: Part, told: dict, *, by) -> None:
        super().__init__(Book(), part, by=by)
        version = told.get("version")
        seen = version if type(version) is int and 0 <= version < 10**9 else ""
        self._put(layout.version_key(part.section.key), seen)
        answers = told.get("answers")
        if not isinstance(answers, list) or len(answers) > MOST:
            self.findings.append(not_answers(self._place("")))
            answers = []
        for answer in answers:
            self._take(answer)

    def _place(self, cell: str, value: Any = "") -> Place:
        return Place(title_of(self.part), cell, value)

    def _put(self, key: str, value: Any, note: Place | None = None, cell: str = "") -> None:
        self.book.rows[key] = [Row(self._place(cell, value), note or self._place(""))]

    def _take(self, told: Any) -> None:
        """A text or a number; anything else is told, and stays as it stands."""
        name = told.get("key") if isinstance(told, dict) else None
        key = f"{self.prefix}{name}"
        if not isinstance(name, str) or not layout.KEYS.fullmatch(key):
            self.findings.append(no_key(self._place("")))
        elif key in self.book.rows:
            self.findings.append(twice(self._place(name)))
        elif wrong := [one for one in (told.get("answer", {}), told.get("note")) if is_wrong(one)]:
            self.findings.append(wrong_type(self._place(name), wrong[0]))
        else:
            note = self._place(name, cell_of(told["note"])) if "note" in told else None
            self._put(key, cell_of(told["answer"]), note, name)

    def _miss(self, question: Question) -> None:
        """Nobody took it out of sight: the file simply does not tell of it."""


def is_wrong(value: Any) -> bool:
    return isinstance(value, bool | list | dict)


# -- What could not be read ------------------------------------------------------------


def no_section(told: Any) -> dict[str, str]:
    told = told if isinstance(told, dict) else {}
    return found.finding(
        Place(shown(told.get("title") or told.get("key")), ""),
        found=_("ส่วนที่รายงานนี้ไม่รับจากท่าน หรือมีอยู่แล้วในไฟล์"),
        expected=_("ส่วนที่ท่านกรอกได้ ส่วนละครั้ง"),
        mend=_("เปิดรายงานดูว่าส่วนใดกรอกได้ แล้วดาวน์โหลดร่างใหม่"),
    )


def not_answers(place: Place) -> dict[str, str]:
    return found.finding(
        place,
        found=_("ไม่พบรายการคำตอบ"),
        expected=_("“answers” เป็นรายการของข้อ ไม่เกิน %(most)s ข้อ") % {"most": MOST},
        mend=_("ดาวน์โหลดร่างใหม่ แล้วแก้เฉพาะคำตอบ"),
    )


def no_key(place: Place) -> dict[str, str]:
    return found.finding(
        place,
        found=_("ข้อที่ไม่มีรหัส"),
        expected=_("“key” เป็นรหัสของข้อตามที่ดาวน์โหลด"),
        mend=_("ดาวน์โหลดร่างใหม่ แล้วแก้เฉพาะคำตอบ"),
    )


def twice(place: Place) -> dict[str, str]:
    return found.finding(
        place,
        found=_("ข้อนี้มีซ้ำในไฟล์"),
        expected=_("ข้อหนึ่งตอบที่เดียว"),
        mend=_("พอร์ทัลอ่านคำตอบแรก ลบข้อที่ซ้ำออก"),
    )


def wrong_type(place: Place, value: Any) -> dict[str, str]:
    return found.finding(
        place,
        found=json.dumps(value, ensure_ascii=False) if value != {} else _("ไม่มีคำตอบ"),
        expected=_("ข้อความในเครื่องหมายคำพูด หรือจำนวนเต็ม"),
        mend=_("คำตอบเดิมในร่างคงไว้ แก้ข้อนี้ในร่างหรือในไฟล์"),
    )
