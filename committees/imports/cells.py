"""A sheet's cells as JSON and the database can hold them; nothing of a stranger's is trusted.

A cell is text, a number or ``{"date": "2025-07-01"}``. What cannot be read says so itself:
``{"formula": "=A1"}`` has no value yet, ``{"merged": "A5:A9"}`` has its value in another cell.
"""

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from portal.kernel.thai import normalise

Cell = str | int | float | dict

MOST_ROWS = 2000  # with something in them
LAST_ROW = 6000  # looked at, blank ones too
LAST_COLUMN = 60
LONGEST_TEXT = 500
# What PostgreSQL refuses in JSON, and what nobody can see.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


class Unreadable(ValueError):
    """The file cannot be read; the text tells the person what to do."""


class Sheet(NamedTuple):
    """The rows of a sheet that have something in them, each with its number in the file."""

    name: str
    rows: list[tuple[int, list[Cell]]]


def with_something(rows: Iterable[tuple[int, list]]) -> list[tuple[int, list[Cell]]]:
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


def has_something(cell: Cell) -> bool:
    """A cell that only belongs to one above it makes no row."""
    return cell != "" and not (isinstance(cell, dict) and "merged" in cell)


def cell_of(value: object) -> Cell:
    """One value as it comes from a file."""
    if isinstance(value, dict):
        return value
    if isinstance(value, date):
        return {"date": f"{value.year:04}-{value.month:02}-{value.day:02}"}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_of(value)
    return text_of(str(value if value is not None else ""))


def number_of(value: float) -> Cell:
    if not math.isfinite(value) or abs(value) >= 1e15:
        return text_of(str(value))
    return int(value) if value == int(value) else value


def text_of(text: str) -> str:
    """One line without what nobody can see; longer than any column holds is cut."""
    text = normalise(_CONTROL.sub(" ", text[: 4 * LONGEST_TEXT]))
    return text.replace("\n", " ")[:LONGEST_TEXT]
