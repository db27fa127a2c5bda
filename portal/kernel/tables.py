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
from io import BytesIO, TextIOWrapper
from itertools import chain, islice
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from . import files

XLSX = files.XLSX.content_type
CSV = "text/csv; charset=utf-8"
# Also full-width, as keyboards of the region type them.
_RECKONED = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]|0\d+$")
WIDEST = 48
MEASURED = 200  # rows by which the columns of a sheet are made wide enough


class Table(NamedTuple):
    """Rows below their headings; a cell is a text, a date, a number or nothing. They are read once
    and one at a time: a list of twenty years is never held as rows, only as the file it becomes."""

    title: str
    headings: list[str]
    rows: Iterable[list[str | date | int | Decimal | None]]


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
    file = BytesIO()
    with TextIOWrapper(file, encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)
        writer.writerow(map(as_text, table.headings))
        writer.writerows(map(as_text, row) for row in table.rows)
        text.flush()
        return file.getvalue()


def to_xlsx(*tables: Table) -> bytes:
    """A sheet for each table."""
    book = Workbook(write_only=True)
    for table in tables:
        _fill(book.create_sheet(table.title), table)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: WriteOnlyWorksheet, table: Table) -> None:
    rows = iter(table.rows)
    first = list(islice(rows, MEASURED))
    for column, cells in enumerate(zip(table.headings, *first, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = _width(cells)
    sheet.freeze_panes = "A2"
    sheet.append([_heading(sheet, heading) for heading in table.headings])
    last = 1
    for last, row in enumerate(chain(first, rows), start=2):  # noqa: B007 -- how many there were
        sheet.append([_cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.headings))}{last}"


def _heading(sheet: WriteOnlyWorksheet, heading: str) -> Cell:
    cell = _cell(sheet, heading)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: Any) -> Cell | None:
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(sheet)
    write_cell(cell, value)
    return cell


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
