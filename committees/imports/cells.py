"""A sheet's cells as JSON and the database can hold them; nothing of a stranger's is trusted.

A cell is text, a number or ``{"date": "2025-07-01"}``. What cannot be read says so itself:
``{"formula": "=A1"}`` has no value yet, ``{"merged": "A5:A9"}`` has its value in another cell.
"""

import math
import re
from datetime import date

from portal.kernel.thai import normalise

Cell = str | int | float | dict

LONGEST_TEXT = 500
# What PostgreSQL refuses in JSON, and what nobody can see.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


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
