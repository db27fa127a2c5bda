"""Sheets become rows by column: where the headings stand, what was left out and why.

What comes out is JSON, kept with the import until it is decided::

    {"rows": [{"sheet": "รายชื่อ", "row": 5, "cells": {"seat": 12, …}}, …],
     "columns": {"รายชื่อ": {"seat": "A", …}},
     "notes": [{"about": "columns", "sheet": "รายชื่อ", "names": ["หมายเหตุ"]}, …]}
"""

from typing import NamedTuple

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from portal.kernel.workbooks import Sheet, Unreadable, has_something

from .cells import Cell, text_of
from .columns import BY_KEY, ENOUGH_HEADINGS, REQUIRED, key_of
from .template import EXAMPLE_SHEET, EXPLANATION_SHEET

# How far down a heading row is looked for.
HEADINGS_WITHIN = 30
MOST_NAMES = 12


class Headings(NamedTuple):
    """The heading row: its number, the place of each column, and what nobody knows."""

    row: int
    places: dict[str, int]
    unknown: list[str]


def table_of(sheets: list[Sheet]) -> dict:
    """The rows of every sheet that has a heading row; none at all is one clear message."""
    table = {"rows": [], "columns": {}, "notes": []}
    found = [(sheet, headings_of(sheet)) for sheet in sheets if not is_ours(sheet)]
    if not any(headings for _sheet, headings in found):
        raise Unreadable(no_headings())
    for sheet, headings in found:
        if headings is None:
            table["notes"].append({"about": "sheet", "sheet": sheet.name})
        else:
            add_sheet(table, sheet, headings)
    if not table["rows"]:
        raise Unreadable(_("พบหัวตารางแล้ว แต่ใต้หัวตารางไม่มีรายชื่อ"))
    return table


def is_ours(sheet: Sheet) -> bool:
    """The template's own example and explanation are no roster."""
    return sheet.name in (EXAMPLE_SHEET, EXPLANATION_SHEET)


def headings_of(sheet: Sheet) -> Headings | None:
    """The row that knows the most columns; it need not be the first."""
    candidates = [headings_in(*row) for row in sheet.rows if row[0] <= HEADINGS_WITHIN]
    best = max(candidates, key=lambda found: len(found.places), default=None)
    return best if best and len(best.places) >= ENOUGH_HEADINGS else None


def headings_in(number: int, cells: list[Cell]) -> Headings:
    places, unknown = {}, []
    for place, cell in enumerate(cells):
        key = key_of(cell) if isinstance(cell, str) else None
        if key and key not in places:
            places[key] = place
        elif has_something(cell):
            unknown.append(text_of(str(cell)) if isinstance(cell, str) else "")
    return Headings(number, places, [name[:60] for name in unknown if name])


def add_sheet(table: dict, sheet: Sheet, headings: Headings) -> None:
    refuse_missing(sheet, headings)
    places = headings.places
    table["columns"][sheet.name] = {
        key: get_column_letter(place + 1) for key, place in places.items()
    }
    if headings.unknown:
        names = headings.unknown[:MOST_NAMES]
        table["notes"].append({"about": "columns", "sheet": sheet.name, "names": names})
    for number, cells in sheet.rows:
        row = {key: cells[place] for key, place in places.items() if place < len(cells)}
        row = {key: cell for key, cell in row.items() if cell != ""}
        if number > headings.row and any(has_something(cell) for cell in row.values()):
            table["rows"].append({"sheet": sheet.name, "row": number, "cells": row})


def refuse_missing(sheet: Sheet, headings: Headings) -> None:
    missing = [BY_KEY[key].heading for key in REQUIRED if key not in headings.places]
    if missing:
        text = _("ขาดคอลัมน์ %(missing)s ใน “%(sheet)s” หัวตารางอยู่แถวที่ %(row)s เติมแล้วส่งใหม่")
        words = {"sheet": sheet.name, "missing": ", ".join(missing), "row": headings.row}
        raise Unreadable(text % words)


def no_headings() -> str:
    names = ", ".join(BY_KEY[key].heading for key in REQUIRED)
    return _("ไม่พบหัวตาราง ต้องมีแถวที่มีคอลัมน์ %(names)s อย่างน้อย") % {"names": names}
