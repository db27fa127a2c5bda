"""A workbook that was filled in becomes answers by section, and findings where it cannot."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from portal.kernel.workbooks import Unreadable, read_workbook
from regions.forms.elsewhere import section_form
from regions.models import RegionalReport
from regions.parts import Part

from . import findings as found
from . import layout
from .cells import Book, Place, Row, book_of, cell_of
from .questions import Question, questions_of


@dataclass
class Reading:
    """What could be read, by section, and what could not."""

    answers: dict = field(default_factory=dict)
    findings: list = field(default_factory=list)


def read_form(content: bytes, report: RegionalReport, parts: list[Part], *, by) -> Reading:
    """The answers of this very report; a file of another is :class:`Unreadable`."""
    book = book_of(read_workbook(content, cell_of))
    require_ours(book, report)
    reading = Reading()
    reading.findings += map(found.without_marks, book.without_marks)
    reading.findings += map(found.without_key, book.without_key)
    for part in parts:
        if layout.version_key(part.section.key) in book.rows:
            SectionReading(book, part, by=by).into(reading)
    reading.findings = found.first_of(reading.findings)
    if not reading.answers and not reading.findings:
        raise Unreadable(_("ไฟล์นี้ไม่มีแผ่นงานของส่วนใดเลย โปรดดาวน์โหลดแบบใหม่"))
    return reading


def require_ours(book: Book, report: RegionalReport) -> None:
    if not book.rows and not book.without_marks:
        raise Unreadable(_("ไฟล์นี้ไม่ใช่แบบรายงานของพอร์ทัล โปรดใช้ไฟล์ที่ดาวน์โหลดจากหน้านี้"))
    if not book.text(layout.REPORT):
        raise Unreadable(
            _("ไม่พบแผ่นงาน “วิธีกรอก” จึงไม่รู้ว่าไฟล์นี้เป็นของรายงานใด")
            + " "
            + _("โปรดดาวน์โหลดแบบใหม่ แล้วคัดลอกคำตอบไปวาง")
        )
    if book.text(layout.REPORT) != str(report.pk):
        text = _("ไฟล์นี้เป็นของรายงานอื่น: %(other)s โปรดเปิดหน้าของรายงานนั้น หรือเลือกไฟล์ของรายงานนี้")
        raise Unreadable(text % {"other": book.text(layout.OF)[:80] or _("ไม่บอกชื่อ")})


class SectionReading:
    """One section: each of its questions is looked for by its key, then judged by its form."""

    def __init__(self, book: Book, part: Part, *, by) -> None:
        self.book, self.part, self.by = book, part, by
        self.prefix = f"{part.section.key}/"
        self.findings, self.typed = [], {}
        self.places: dict[str, tuple[Question, Row]] = {}

    def into(self, reading: Reading) -> None:
        questions = self.questions()
        for question in questions:
            self.read(question)
        self.leave_out({question.key for question in questions})
        self.judge()
        version = self.book.text(layout.version_key(self.part.section.key))
        reading.answers[self.part.section.key] = {
            "version": int(version) if version.isascii() and version.isdigit() else None,
            "typed": self.typed,
        }
        reading.findings += self.findings

    def questions(self) -> list[Question]:
        """Also what the file answers and the page asks no more, or not yet."""
        told = {key.removeprefix(self.prefix): rows[0].answer.text for key, rows in self._rows()}
        return questions_of(self.part, by=self.by, typed=told)

    def _rows(self) -> list[tuple[str, list[Row]]]:
        version = layout.version_key(self.part.section.key)
        return [
            (key, rows)
            for key, rows in self.book.rows.items()
            if key.startswith(self.prefix) and key != version
        ]

    def read(self, question: Question) -> None:
        rows = self.book.rows.get(question.key)
        if not rows:
            self._miss(question)
            return
        if len({(row.answer.text, row.note.text) for row in rows}) > 1:
            self.findings.append(found.twice([row.answer for row in rows]))
            return
        self.places[question.name] = question, rows[0]
        if refusal := found.unreadable(rows[0].answer, question):
            self.findings.append(refusal)
        else:
            self.typed |= question.typed(rows[0].answer.text)
        if question.note:
            self._read_note(question, rows[0])

    def _miss(self, question: Question) -> None:
        """Rows of an app above come and go; those of the section itself were taken out."""
        if question.number or question.name in {text.key for text in self.part.section.texts}:
            sheet = self.book.rows[layout.version_key(self.part.section.key)][0].answer.sheet
            self.findings.append(found.missing(sheet, question))

    def _read_note(self, question: Question, row: Row) -> None:
        if not row.note.cell:  # the column was taken out, and the note stays as it stands
            return
        if isinstance(row.note.value, dict):
            mend = _("พิมพ์หมายเหตุเป็นข้อความ")
            self.findings.append(found.finding(row.note, expected=_("ข้อความ"), mend=mend))
        else:
            self.typed[question.note.html_name] = row.note.text

    def leave_out(self, asked: set[str]) -> None:
        for key, rows in self._rows():
            if key not in asked and rows[0].answer.text:
                self.findings.append(found.left_out(rows[0].answer))

    # What the form itself would refuse.

    def judge(self) -> None:
        """What its form refuses is told with its cell, and stays as it stands in the draft."""
        errors = section_form(self.part, by=self.by, typed=self.typed).errors
        for question, row in self.places.values():
            for name, place in boxes_of(question, row):
                if name in errors:
                    self.findings.append(found.refused(place, question, errors[name]))
                    self._forget(question, name)

    def _forget(self, question: Question, name: str) -> None:
        self.typed.pop(name, None)
        if question.number and name == question.name:
            self.typed.pop(question.instead.html_name, None)


def boxes_of(question: Question, row: Row) -> list[tuple[str, Place]]:
    boxes = [(question.name, row.answer)]
    if question.note:
        boxes.append((question.note.html_name, row.note))
    return boxes
