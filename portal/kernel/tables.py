"""Tables that leave the portal as CSV or XLSX: no cell of them is ever a formula (R57).

In CSV a text that a spreadsheet would reckon with, a formula or a number that loses its
first nought, is preceded by an apostrophe: ``'+66812345678``. :func:`as_written` takes it
off again. In XLSX the cell itself says that it is text, and nothing is added.
"""

import csv
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from . import files

XLSX = files.XLSX.content_type
CSV = "text/csv; charset=utf-8"
# Also full-width, as keyboards of the region type them.
_RECKONED = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]|0\d+$")
WIDEST = 48


class Table(NamedTuple):
    """Rows below their headings; a cell is a text, a date, a number or nothing."""

    title: str
    headings: list[str]
    rows: list[list[str | date | int | Decimal | None]]


def is_reckoned(text: str) -> bool:
    """Would a spreadsheet reckon with this text, or with what follows its apostrophe?"""
    return bool(_RECKONED.match(text.lstrip("'")))


def as_text(value: str | date | int | Decimal | None) -> str:
    """A cell of a CSV file."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return str(value)
    text = value.replace("\0", "")
    return f"'{text}" if is_reckoned(text) else text


def as_written(text: str) -> str:
    """What :func:`as_text` was given, from what it made of it."""
    return text[1:] if text.startswith("'") and is_reckoned(text) else text


def to_csv(table: Table) -> bytes:
    """UTF-8 with the mark by which Excel knows it."""
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(map(as_text, table.headings))
    writer.writerows([as_text(cell) for cell in row] for row in table.rows)
    return file.getvalue().encode("utf-8-sig")


def to_xlsx(*tables: Table) -> bytes:
    """A sheet for each table."""
    book = Workbook()
    book.remove(book.active)
    for table in tables:
        _fill(book.create_sheet(table.title), table)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    for number, row in enumerate([table.headings, *table.rows], start=1):
        for column, value in enumerate(row, start=1):
            write_cell(sheet.cell(number, column), value)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column, cells in enumerate(zip(table.headings, *table.rows, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = _width(cells)


def write_cell(cell: Cell, value: Any) -> None:
    """One cell of a workbook: a date, a number or a text, and never a formula."""
    if value is None or value == "":
        return
    if isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
        return
    if isinstance(value, int | Decimal):
        cell.value = value
        return
    # XML knows one end of a line; not every library that writes it says so.
    text = ILLEGAL_CHARACTERS_RE.sub("", value).replace("\r", "\n")
    cell.value = text
    cell.data_type = "s"  # openpyxl makes a formula of "=…" by itself
    cell.number_format = "@"
    cell.quotePrefix = is_reckoned(text)


def _width(cells: Iterable[Any]) -> int:
    return min(WIDEST, max(10, *(len(as_text(cell)) + 2 for cell in cells)))
