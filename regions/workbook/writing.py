"""The form of one report as a workbook: how to fill it in, and a sheet for each section."""

import unicodedata
from io import BytesIO
from math import ceil

from django.forms import Textarea
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.fonts import DEFAULT_FONT
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from portal.kernel import thai
from portal.kernel.names import named
from portal.kernel.tables import write_cell
from regions.models import RegionalReport
from regions.parts import Part

from . import layout
from .questions import Question, questions_of, room_in

WIDTHS = {"A": 44, "B": 60, "C": 30, "D": 46, "E": 24}
LINE = 18  # points; a spreadsheet opened from a file does not reckon heights by itself
ROOM = 4  # lines of an answer in words
LONGEST_LIST = 255  # characters of a list that a spreadsheet offers by itself
TITLE = Font(bold=True, size=14)
SOFT = Font(color="4B5069")
BARE = PatternFill()
SUNK = PatternFill("solid", fgColor="EEE7D8")
BOX = Border(*[Side(style="thin", color="74788B")] * 4)
TOP = Alignment(vertical="top", wrap_text=True)


def form_workbook(report: RegionalReport, parts: list[Part], *, by) -> bytes:
    """``parts`` are those that ``by`` may type in now."""
    book = Workbook()
    explain(book.active, report, parts)
    for part in parts:
        ask(book.create_sheet(title_of(part)), part, by=by)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def title_of(part: Part) -> str:
    """No longer than a sheet's name may be."""
    return f"{part.number} {part.section.title}"[:31]


def name_of(report: RegionalReport) -> str:
    month = thai.month_and_year(report.round.month)
    return _("รายงานเดือน%(month)s %(unit)s") % {"month": month, "unit": named(report.unit)}


# -- How to fill it in -----------------------------------------------------------------


def explain(sheet: Worksheet, report: RegionalReport, parts: list[Part]) -> None:
    sheet.title = _("วิธีกรอก")
    marks(sheet)
    row(sheet, [name_of(report)], font=TITLE)
    row(sheet, [_("รายงานของ"), name_of(report)], key=layout.OF)
    row(sheet, [_("เลขรายงานในพอร์ทัล"), report.pk], key=layout.REPORT)
    row(sheet, [_("ตรงเวลาถึง"), thai.long_date(report.on_time_until)])
    row(sheet, [_("ปิดรับหลัง"), thai.long_date(report.closes_on)])
    for line in how_to(parts):
        row(sheet, line)
    finish(sheet)


def how_to(parts: list[Part]) -> list[tuple[str, str]]:
    return [
        (_("แผ่นงานที่กรอกได้"), "\n".join(map(title_of, parts))),
        (_("กรอกที่ไหน"), _("ช่องที่มีกรอบ ในคอลัมน์ “คำตอบ” และ “หมายเหตุ”")),
        (_("ตัวเลข"), _("พิมพ์เลขไทยหรือเลขอารบิก ถ้าเป็นศูนย์เลือก “ไม่มี (0)”")),
        ("", _("ถ้าไม่ใช่เรื่องของพื้นที่เลือก “ไม่เกี่ยวข้อง” ถ้ายังไม่รายงานปล่อยว่างไว้")),
        (_("วันที่"), _("พิมพ์ปี พ.ศ. เช่น 1/9/2569")),
        (_("ข้อความ"), _("ข้อละไม่เกิน 4,000 ตัวอักษร ขึ้นบรรทัดใหม่ด้วย Alt+Enter")),
        (_("ย้ายได้"), _("ย้ายหรือแทรกแถว และเปลี่ยนชื่อแผ่นงานได้")),
        (_("อย่าลบ"), _("แถวและคอลัมน์ที่ซ่อนไว้ พอร์ทัลรู้จักคำตอบจากรหัสในนั้น")),
        (_("กรอกที่นี่ไม่ได้"), _("รูปและไฟล์แนบ คำขอที่ส่วนกลางตอบแล้ว และส่วนที่ผ่านการทบทวนแล้ว")),
        (_("เสร็จแล้ว"), _("บันทึกเป็น .xlsx แล้วอัปโหลดที่หน้ารายงานนี้ในพอร์ทัล")),
        ("", _("พอร์ทัลให้ดูก่อนว่าอะไรจะเปลี่ยน ยังไม่บันทึกจนกว่าท่านจะกดนำเข้า")),
    ]


# -- One section -----------------------------------------------------------------------


def ask(sheet: Worksheet, part: Part, *, by) -> None:
    marks(sheet)
    row(sheet, ["", part.row.version], key=layout.version_key(part.section.key))
    sheet.row_dimensions[2].hidden = True
    row(sheet, [title_of(part)], font=TITLE)
    headings = [_("ข้อ"), _("คำตอบ"), _("หมายเหตุ"), _("คำอธิบาย")]
    row(sheet, headings, font=Font(bold=True), fill=SUNK)
    sheet.freeze_panes = f"B{sheet.max_row + 1}"
    group = ""
    for question in questions_of(part, by=by, typed=room_in(part, by=by)):
        if question.group and question.group != group:
            row(sheet, [question.group], font=Font(bold=True))
        group = question.group
        ask_one(sheet, question)
    finish(sheet)


def ask_one(sheet: Worksheet, question: Question) -> None:
    needed = " " + _("(ต้องตอบก่อนส่ง)") if question.is_required else ""
    note = question.note.value() or "" if question.note else ""
    cells = [question.label + needed, question.answer, note, "\n".join(question.help)]
    is_long = isinstance(question.box.field.widget, Textarea)
    at = row(sheet, cells, key=question.key, least=ROOM if is_long else 1)
    for letter in "BC" if question.note else "B":
        sheet[f"{letter}{at}"].border = BOX
        sheet[f"{letter}{at}"].number_format = "General" if question.number else "@"
    sheet[f"D{at}"].font = SOFT
    offer(sheet, f"B{at}", list(question.words))


def offer(sheet: Worksheet, cell: str, words: list[str]) -> None:
    """The words as a list to choose from; a number may be typed all the same."""
    listed = ",".join(words)
    if not words or len(listed) > LONGEST_LIST or any('"' in one or "," in one for one in words):
        return
    choice = DataValidation(type="list", formula1=f'"{listed}"', showErrorMessage=False)
    sheet.add_data_validation(choice)
    choice.add(cell)


# -- Rows ------------------------------------------------------------------------------


def marks(sheet: Worksheet) -> None:
    """The hidden first row and last column, by which an answer is found again."""
    sheet.append(["", layout.ANSWER, layout.NOTE, "", layout.KEY])
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["E"].hidden = True


def row(
    sheet: Worksheet, cells: list, *, key: str = layout.WORDS, font=DEFAULT_FONT, fill=BARE, least=1
) -> int:
    """One more row, of at least so many lines; its number."""
    at = sheet.max_row + 1
    lines = max(map(lines_in, cells, WIDTHS.values()))
    sheet.row_dimensions[at].height = LINE * max(lines, least)
    for column, value in enumerate(cells, start=1):
        cell = sheet.cell(at, column)
        write_cell(cell, value)
        cell.alignment = TOP
        cell.font, cell.fill = font, fill
    sheet.cell(at, 5).value = key
    return at


def lines_in(value: str | int | None, width: int) -> int:
    """How many lines the words need in a column, without the marks over and under letters."""
    return sum(
        max(1, ceil(sum(unicodedata.category(sign) != "Mn" for sign in line) / width))
        for line in str(value).split("\n")
    )


def finish(sheet: Worksheet) -> None:
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
