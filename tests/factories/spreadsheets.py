"""Rosters as people send them: XLSX, CSV, with and without what goes wrong in them."""

import csv
from io import BytesIO, StringIO

from openpyxl import Workbook

from committees.imports.columns import COLUMNS

HEADINGS = [column.heading for column in COLUMNS]
ROW = {
    "seat": "1",
    "prefix": "นาย",
    "first_name": "สมใจ",
    "last_name": "ทดสอบ",
    "mode": "แต่งตั้ง",
    "starts_on": "1/7/2568",
    "term_ends_on": "30/6/2570",
    "issuer": "พอช.",
    "order_number": "15/2568",
    "issued_on": "25/6/2568",
}


def row(**changes):
    """One right row; ``phone="02 …"`` changes a cell, ``last_name=None`` leaves it blank."""
    return {**ROW, **changes}


def line(cells):
    """A row as it stands in a sheet with all columns."""
    return [cells.get(column.key) for column in COLUMNS]


def xlsx(*rows, above=(), sheet="รายชื่อ", headings=HEADINGS):
    """A workbook of one sheet; ``above`` are lines before the headings."""
    return book_bytes(workbook(*rows, above=above, sheet=sheet, headings=headings))


def workbook(*rows, above=(), sheet="รายชื่อ", headings=HEADINGS):
    book = Workbook()
    book.active.title = sheet
    for cells in (*above, headings, *map(line, rows)):
        book.active.append(list(cells))
    return book


def book_bytes(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def csv_bytes(*rows, encoding="utf-8", delimiter=","):
    file = StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerows([HEADINGS, *map(line, rows)])
    return file.getvalue().encode(encoding)
