"""ระเบียบวาระการประชุม, from the body of the meeting."""

from collections.abc import Iterator

from portal.kernel.papers.blocks import Block, paragraph, paragraphs
from portal.kernel.papers.paper import Document, plain

from .form11 import told_of
from .resolutions import called


def agenda(body: dict, **more) -> Document:
    return plain(agenda_head(body), [*agenda_blocks(body)], template="agenda", **more)


def agenda_head(body: dict) -> dict:
    hours = body["hours"] and f" เวลา {body['hours']}"
    when = body["when"].removeprefix("เมื่อ") + hours
    return {**called(body, "ระเบียบวาระ"), "when": when}


def agenda_blocks(body: dict) -> Iterator[Block]:
    """All six headings, also those without an item."""
    for section in body["sections"]:
        yield paragraph("section", section["heading"], lead=f"ระเบียบวาระที่ {section['number']}")
        carried = [*map(_asked, filter(_is_carried, section["paragraphs"]))]
        for told in carried:
            yield from told_of(told)
        for item in section["items"]:
            yield from paragraphs("listed", f"{item['number']} {item['title']}{_beside(item)}")
        if not section["items"] and not carried:
            yield paragraph("listed", body["nothing"])


def _is_carried(told: dict) -> bool:
    """What was adopted or said at the meeting is no part of what it was called for."""
    return told["kind"] == "carried"


def _asked(told: dict) -> dict:
    """Without the last column: what became of each is for the meeting to say."""
    rows = [row[:-1] for row in told["rows"]]
    return {**told, "columns": told["columns"][:-1], "rows": rows}


def _beside(item: dict) -> str:
    minutes = item["minutes"] and f"{item['minutes']} นาที"
    told = ", ".join(filter(None, [item["presenter"], minutes]))
    return f" ({told})" if told else ""
