"""สำเนามติ of one resolution, and สรุปมติ of a meeting, from the body of its minutes."""

from collections.abc import Iterator

from portal.kernel.papers.blocks import Block, paragraph, table
from portal.kernel.papers.paper import Document, plain

from .form11 import decided

NOT_ADOPTED = "รายงานการประชุมนี้ยังไม่ได้รับรอง"
UNKNOWN = "ไม่ปรากฏในเอกสารต้นทางว่ารายงานการประชุมนี้รับรองแล้วหรือไม่"


def called(body: dict, what: str) -> dict:
    """The head of the minutes, said of something else: สำเนามติการประชุม, คณะ… ครั้งที่ …"""
    number = f"{body['committee']} {body['number']}"
    return {**body, "title": what + body["kind"], "number": number, "meeting": body["number"]}


def extract(body: dict, number: int, *, standing: str, **more) -> Document:
    """One resolution word for word, with the heading and item it was decided under; ``standing``
    is what is to be said of its minutes, nothing where they were adopted."""
    return plain(
        called(body, "สำเนามติ"), [*_extract(body, number, standing)], template="extract", **more
    )


def _extract(body: dict, number: int, standing: str) -> Iterator[Block]:
    for section, item, resolution in found(body):
        if resolution["number"] == number:
            yield paragraph("section", section["heading"], lead=f"ระเบียบวาระที่ {section['number']}")
            yield paragraph("item", "", lead=f"{item['number']} {item['title']}")
            yield from decided(resolution)
    yield from _noted(standing)
    yield paragraph("closing", "สำเนาถูกต้อง")
    dots = "." * 40
    yield table(
        [],
        [[f"({dots})"], [f"ตำแหน่ง {dots}"], ["วันที่ ......../......../........"]],
        style="signature",
    )


def _noted(standing: str) -> Iterator[Block]:
    if standing:
        yield paragraph("small", f"หมายเหตุ {standing}")


def found(body: dict) -> Iterator[tuple[dict, dict, dict]]:
    """Every resolution with the section and the item it belongs to."""
    for section in body["sections"]:
        for item in section["items"]:
            for resolution in item["resolutions"]:
                yield section, item, resolution


def has_resolution(body: dict, number: int) -> bool:
    return any(resolution["number"] == number for _section, _item, resolution in found(body))


def decisions(body: dict, *, standing: str, **more) -> Document:
    """What was decided, who does it and by when; set so that it fits a page if it can."""
    blocks = [*_decisions(body), *_noted(standing)]
    return plain(called(body, "สรุปมติ"), blocks, template="decisions", on_one_page=True, **more)


def _decisions(body: dict) -> Iterator[Block]:
    rows = [
        [
            str(resolution["number"]),
            f"{item['number']} {item['title']}\n{resolution['text']}",
            _asked(resolution),
        ]
        for _section, item, resolution in sorted(found(body), key=lambda row: row[2]["number"])
    ]
    columns = ["มติที่", "มติ", "ผู้รับผิดชอบและกำหนดเสร็จ"]
    yield table(columns, rows) if rows else paragraph("text", "ไม่มีมติ")
    if body["next"]:
        yield paragraph("text", body["next"], lead="นัดประชุมครั้งต่อไป")


def _asked(resolution: dict) -> str:
    """Several things asked of the same people are told apart by their words."""
    rows = resolution["assignments"]
    several = len({row["title"] for row in rows}) > 1
    return (
        "\n".join(
            " ".join(
                [", ".join(row["owners"]), *([f"({row['title']})"] if several else []), row["due"]]
            )
            for row in rows
        )
        or "–"
    )
