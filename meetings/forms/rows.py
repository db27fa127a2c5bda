"""Rows of a form as they are sent before anything is judged: one more, or another order."""

import re

from portal.kernel.http import read_pk

MOST_ROWS = 90


def typed_rows(data, form, prefix: str) -> list[dict]:
    """What stands in each row, with the ``number`` it has in the form."""
    count = data.get(f"{prefix}-TOTAL_FORMS", "")
    sent = min(int(count), MOST_ROWS) if re.fullmatch(r"\d{1,9}", count) else 0
    return [
        {name: data.get(f"{prefix}-{n}-{name}", "") for name in form.base_fields} | {"number": n}
        for n in range(sent)
    ]


def place_of(text, index: int) -> int:
    place = read_pk(str(text or ""))
    return index if place is None else place
