"""The cells of a workbook that was filled in, found by their keys; nothing of it is trusted."""

import math
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from portal.kernel.thai import BUDDHIST_ERA
from portal.kernel.workbooks import Sheet, has_something

from .layout import ANSWER, KEY, KEYS, MARKS, NOTE, WORDS

LONGEST_TEXT = 12_000  # more than any box takes, so that what is too long is told as too long
# What PostgreSQL refuses in JSON, and what nobody can see; lines are kept.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


class Place(NamedTuple):
    """One cell: where it stands and what stands in it."""

    sheet: str
    cell: str
    value: Any = ""

    @property
    def text(self) -> str:
        """As a person would type it."""
        if isinstance(self.value, date):
            return thai_day(self.value)
        return "" if isinstance(self.value, dict) else str(self.value)


class Row(NamedTuple):
    """What was answered to one key, and the note beside it."""

    answer: Place
    note: Place


@dataclass
class Book:
    """A workbook by its keys; what has none, and sheets that lost their marks."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    without_key: list[Place] = field(default_factory=list)
    without_marks: list[str] = field(default_factory=list)

    def text(self, key: str) -> str:
        """The first answer to a key."""
        return self.rows[key][0].answer.text if key in self.rows else ""


def cell_of(value: object) -> Any:
    """A text in lines, a whole number where it is one, a day, or why it cannot be read."""
    if isinstance(value, dict):
        return value
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return int(value) if abs(value) < 1e15 else str(value)
    text = str(value if value is not None else "").replace("\r\n", "\n")
    return _CONTROL.sub(" ", text[:LONGEST_TEXT]).strip()


def thai_day(day: date) -> str:
    """Excel takes 1/9/2569 for a day five hundred years ahead; whoever typed it meant this one."""
    year = day.year if day.year > 2400 else day.year + BUDDHIST_ERA
    return f"{day.day}/{day.month}/{year}"


def book_of(sheets: list[Sheet]) -> Book:
    book = Book()
    for sheet in sheets:
        marks = marks_in(sheet)
        if marks:
            add_rows(book, sheet, *marks)
        elif any(KEYS.fullmatch(cell) for _n, row in sheet.rows for cell in row if is_text(cell)):
            book.without_marks.append(sheet.name)
    return book


def marks_in(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of the marks, and the column of each; they may have been moved."""
    for number, cells in sheet.rows:
        columns = {cell: at for at, cell in enumerate(cells) if is_text(cell) and cell in MARKS}
        if KEY in columns and ANSWER in columns:
            return number, columns
    return None


def add_rows(book: Book, sheet: Sheet, marked: int, columns: dict[str, int]) -> None:
    for number, cells in sheet.rows:
        answer, note = (
            place_in(sheet, number, cells, columns.get(mark)) for mark in (ANSWER, NOTE)
        )
        key = place_in(sheet, number, cells, columns[KEY]).value
        if number == marked or key == WORDS:
            continue
        if is_text(key) and KEYS.fullmatch(key):
            book.rows.setdefault(key, []).append(Row(answer, note))
        elif has_something(answer.value):
            book.without_key.append(answer)


def place_in(sheet: Sheet, number: int, cells: list, column: int | None) -> Place:
    if column is None:
        return Place(sheet.name, "")
    value = cells[column] if column < len(cells) else ""
    return Place(sheet.name, f"{get_column_letter(column + 1)}{number}", value)


def is_text(cell: object) -> bool:
    return isinstance(cell, str) and cell != ""
