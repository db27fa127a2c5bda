"""XLSX: a zip of XML from a stranger, so its sizes are looked at before anything is opened.

A cell comes out as the library has it, a date, a number or a text; what cannot be read says so
itself: ``{"formula": "=A1"}`` has no value yet, ``{"merged": "A5:A9"}`` has its value in another
cell. Whoever reads a file says with ``cell_of`` what they keep of a value.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

MOST_ROWS = 2000  # with something in them
LAST_ROW = 6000  # looked at, blank ones too
LAST_COLUMN = 60
MEGABYTE = 1024 * 1024
MOST_UNPACKED = 30 * MEGABYTE
MOST_MEMBERS = 500
MOST_SHEETS = 30
MOST_MERGED = 5000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')


class Unreadable(ValueError):
    """The file cannot be read; the text tells the person what to do."""


class Sheet(NamedTuple):
    """The rows of a sheet that have something in them, each with its number in the file."""

    name: str
    rows: list[tuple[int, list[Any]]]


def read_workbook(content: bytes, cell_of: Callable[[object], Any]) -> list[Sheet]:
    """Every sheet that is shown. What the library cannot digest is one Thai sentence."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            refuse_bombs(archive)
            refuse_doctypes(archive)
            return list(sheets_of(content, archive, cell_of))
    except Unreadable:
        raise
    # A broken file makes the libraries raise whatever they like.
    except Exception as error:
        raise Unreadable(
            _("เปิดไฟล์ Excel นี้ไม่ได้ ไฟล์อาจเสียหาย โปรดเปิดในเครื่องแล้วบันทึกใหม่เป็น .xlsx")
        ) from error


def refuse_bombs(archive: ZipFile) -> None:
    """Pictures are never unpacked; of the rest no more is unpacked than the zip says here."""
    members = archive.infolist()
    read = (member for member in members if not member.filename.startswith("xl/media/"))
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in read) > MOST_UNPACKED:
        raise Unreadable(_("ไฟล์นี้แตกออกแล้วใหญ่เกินไป โปรดเหลือไว้เฉพาะแผ่นงานที่ต้องใช้"))
    if "xl/workbook.xml" not in archive.namelist():
        raise Unreadable(_("ไฟล์นี้ไม่ใช่ Excel (.xlsx) โปรดใช้แบบที่ดาวน์โหลดจากหน้านี้"))


def refuse_doctypes(archive: ZipFile) -> None:
    """No part declares entities, whichever parser the library finds to read them with; what is
    broken otherwise is the library's to judge, which may never need it."""
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            with archive.open(name) as part, suppress(ParseError):
                next(iterparse(part, events=["start"], forbid_dtd=True))


def sheets_of(content: bytes, archive: ZipFile, cell_of: Callable) -> Iterator[Sheet]:
    """What stands in the cells, read beside the formulas, which may have no value yet."""
    values = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    shown = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    for sheet in shown[:MOST_SHEETS]:
        merged = Merged(archive.read(sheet._worksheet_path))
        pairs = zip(rows_of(sheet), rows_of(formulas[sheet.title]), strict=False)
        rows = (
            (number, [cell(number, column, *pair, merged) for column, pair in enumerate(row, 1)])
            for number, row in enumerate((zip(*pair, strict=False) for pair in pairs), start=1)
        )
        yield Sheet(sheet.title[:60], with_something(rows, cell_of))


def with_something(rows: Iterable[tuple[int, list]], cell_of: Callable) -> list[tuple[int, list]]:
    """The rows that are not blank; too many are refused before the rest is read."""
    found = []
    for number, values in rows:
        if number > LAST_ROW:
            many = {"n": LAST_ROW}
            raise Unreadable(_("แผ่นงานยาวเกิน %(n)s แถว โปรดลบแถวว่างที่ท้ายแผ่นงาน") % many)
        cells = [cell_of(value) for value in values[:LAST_COLUMN]]
        if any(has_something(cell) for cell in cells):
            found.append((number, cells))
        if len(found) > MOST_ROWS:
            raise Unreadable(_("ไฟล์มีเกิน %(n)s แถว โปรดแบ่งเป็นหลายไฟล์") % {"n": MOST_ROWS})
    return found


def has_something(cell: Any) -> bool:
    """A cell that only belongs to one above it makes no row."""
    return cell != "" and not (isinstance(cell, dict) and "merged" in cell)


def rows_of(sheet: Any) -> Iterator[tuple]:
    """Lazy, and never wider than we look: a sheet may claim to have a million rows."""
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=LAST_COLUMN, max_row=LAST_ROW + 1, values_only=True)


def cell(row: int, column: int, value: object, written: object, merged: "Merged") -> object:
    if value is not None:
        return merged.seen(row, column, value)
    if isinstance(written, str) and written.startswith("="):
        return {"formula": written[:60]}
    return merged.around(row, column)


class Merged:
    """The merged ranges of a sheet, by their cells. A sheet that is only read keeps no list of
    them, so its XML is searched; a range without a value in its first cell hides nothing."""

    def __init__(self, xml: bytes) -> None:
        self.first, self.others, self.filled = {}, {}, set()
        for match in _MERGED.finditer(xml):
            self._add(match[1].decode())
            if len(self.others) > MOST_MERGED:
                break

    def _add(self, name: str) -> None:
        left, top, right, bottom = range_boundaries(name)
        self.first[top, left] = name
        for row in range(top, min(bottom, LAST_ROW) + 1):
            for column in range(left, min(right, LAST_COLUMN) + 1):
                self.others[row, column] = name

    def seen(self, row: int, column: int, value: object) -> object:
        if (row, column) in self.first:
            self.filled.add(self.first[row, column])
        return value

    def around(self, row: int, column: int) -> dict | None:
        name = self.others.get((row, column))
        return {"merged": name} if name in self.filled else None
