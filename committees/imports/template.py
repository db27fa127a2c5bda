"""The workbook to fill in: an empty sheet, an example, and what each column means.

Telephones and days are text there, or Excel would drop the first nought and turn days around.
"""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .columns import COLUMNS

ROSTER_SHEET = "รายชื่อ"
EXAMPLE_SHEET = "ตัวอย่าง"
EXPLANATION_SHEET = "คำอธิบายคอลัมน์"
FILE_NAME = "แบบนำเข้ารายชื่อ.xlsx"
AS_TEXT = "@"
ROWS_TO_FILL = 200


def template_bytes() -> bytes:
    book = Workbook()
    roster, example = book.active, book.create_sheet(EXAMPLE_SHEET)
    roster.title = ROSTER_SHEET
    for sheet in (roster, example):
        head(sheet, [column.heading for column in COLUMNS])
    for row in zip(*(column.examples for column in COLUMNS), strict=True):
        example.append(row)
    for row in roster.iter_rows(min_row=2, max_row=ROWS_TO_FILL + 1, max_col=len(COLUMNS)):
        for cell in row:
            cell.number_format = AS_TEXT
    explain(book.create_sheet(EXPLANATION_SHEET))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def head(sheet, headings, widths=None):
    sheet.append(headings)
    for number, heading in enumerate(headings, start=1):
        sheet.cell(1, number).font = Font(bold=True)
        width = widths[number - 1] if widths else max(12, len(heading) + 6)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"


def explain(sheet):
    head(sheet, ["คอลัมน์", "ต้องมี", "คำอธิบาย", "ตัวอย่าง"], widths=[18, 12, 70, 24])
    for column in COLUMNS:
        needed = "ต้องมี" if column.is_required else "เว้นว่างได้"
        example = next(filter(None, column.examples), "")
        sheet.append([column.heading, needed, str(column.explanation), example])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
