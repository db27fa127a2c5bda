"""What a document is made of: paragraphs of a few styles, lists of people, tables.

A block is plain data, so that the same blocks become text, a Word file and a PDF, and all three
say the same. ``lead`` is printed bold before ``text``.
"""

import re
from collections.abc import Iterable, Iterator

from portal.kernel.thai import to_thai_digits

Block = dict

# What no XML holds and nobody can see; lines and tabs stay.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What is typed into a browser or a mail program works with Arabic digits alone.
_ADDRESS = re.compile(r"((?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+)", re.IGNORECASE)


def paragraph(style: str, text: str, *, lead: str = "") -> Block:
    return {"style": style, "lead": lead, "text": text, "columns": [], "rows": []}


def table(columns: list[str], rows: list[list[str]], *, style: str = "table") -> Block:
    widths = shares(columns, rows)
    return {
        "style": style,
        "lead": "",
        "text": "",
        "columns": columns,
        "rows": rows,
        "widths": widths,
    }


def shares(columns: list[str], rows: list[list[str]]) -> list[float]:
    """How wide each column of a table is: its heading fits, and the rest goes to where most
    stands."""
    least = [0.03 + 0.016 * min(len(name), 8) for name in columns]
    told = [sum(len(row[at]) for row in rows if at < len(row)) for at in range(len(columns))]
    weights = [(1 + said / max(len(rows), 1)) ** 0.6 for said in told]
    free = max(1 - sum(least), 0)
    wide = [a + free * weight / sum(weights) for a, weight in zip(least, weights, strict=True)]
    return [share / sum(wide) for share in wide]


def paragraphs(style: str, text: str, *, lead: str = "") -> Iterator[Block]:
    """One for each line that somebody typed; the first has the lead."""
    lines = [line for line in text.splitlines() if line.strip()] or [""] * bool(lead)
    for number, line in enumerate(lines):
        yield paragraph(style, line, lead="" if number else lead)


def numbered(texts: Iterable[str], *, style: str = "listed") -> Iterator[Block]:
    for number, text in enumerate(texts, 1):
        yield from paragraphs(style, f"{number}. {text}")


def printable(data: object, *, thai_digits: bool = False) -> object:
    """The same data with only what a document can hold; on request with Thai digits."""
    match data:
        case str():
            text = _UNPRINTABLE.sub(" ", data)
            return _in_thai_digits(text) if thai_digits else text
        case dict():
            return {key: printable(value, thai_digits=thai_digits) for key, value in data.items()}
        case list() | tuple():
            return [printable(value, thai_digits=thai_digits) for value in data]
    return data


def _in_thai_digits(text: str) -> str:
    parts = _ADDRESS.split(text)
    return "".join(part if at % 2 else to_thai_digits(part) for at, part in enumerate(parts))


def text_of(blocks: Iterable[Block]) -> str:
    """The blocks as lines, always the same for the same data."""
    return "".join(f"{line}\n" for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if block["columns"] or block["rows"]:
        if any(block["columns"]):
            yield "\t".join(block["columns"])
        for row in block["rows"]:
            yield "\t".join(cell.replace("\n", " ") for cell in row)
    elif block["lead"] or block["text"]:
        yield " ".join(filter(None, [block["lead"], block["text"]]))
