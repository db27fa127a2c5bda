"""ฉบับสังเคราะห์ as a paper: the same words and numbers as on its page, in Thai."""

from collections.abc import Iterator

from django.utils.translation import override

from portal.kernel.papers.blocks import Block, paragraph, paragraphs, table
from portal.kernel.papers.paper import Document, plain
from portal.kernel.thai import month_and_year

from .models import Synthesis
from .synthesis_page import Chapter, Heading, Number, Row, Told, told_in


def paper_of(synthesis: Synthesis, **more: object) -> Document:
    """A draft says on every page that it is one."""
    with override("th"):
        told, month = told_in(synthesis), month_and_year(synthesis.round.month)
        head = {
            "title": "ฉบับสังเคราะห์รายงานของภาค", "number": f"ประจำเดือน{month}", "subject": "",
            "when": _coverage(told.coverage), "where": "", "meeting": month,
        }  # fmt: skip
        mark = "" if synthesis.published_at else "ร่าง"
        return plain(head, [*_blocks(told)], mark=mark, **more)


def _coverage(coverage: Number) -> str:
    return f"จากรายงานที่ผ่านแล้ว {coverage.told['n']} จาก {coverage.told['of']} ภาค"


def _blocks(told: Told) -> Iterator[Block]:
    yield from paragraphs("text", told.synthesis.introduction)
    if missing := told.coverage.told["missing"]:
        yield paragraph("text", " ".join(missing), lead="ยังไม่มีรายงานที่ผ่านแล้วของ")
    said = [chapter for chapter in told.chapters if chapter.is_said]
    for number, chapter in enumerate(said, 1):
        yield from _chapter(number, chapter)
    yield from _sources([number for chapter in said for number in chapter.numbers])


def _chapter(number: int, chapter: Chapter) -> Iterator[Block]:
    yield paragraph("section", "", lead=f"{number}. {chapter.section.title}")
    if chapter.numbers:
        yield table(
            ["ตัวเลขทั้งประเทศ", "รวม", "จากรายงาน"],
            [[one.told["name"], one.words, _reported(one)] for one in chapter.numbers],
        )
    for heading in chapter.headings:
        yield from _heading(heading)


def _reported(number: Number) -> str:
    return f"{number.told['n']} จาก {number.told['of']} ภาค"


def _heading(heading: Heading) -> Iterator[Block]:
    if heading.name and heading.rows:
        yield paragraph("item", "", lead=heading.name)
    for row in heading.rows:
        yield from paragraphs("listed", _said(row))


def _said(row: Row) -> str:
    text = row.point.text.strip()
    return text if row.says_whose else f"{text} ({row.names})"


def _sources(numbers: list[Number]) -> Iterator[Block]:
    if numbers:
        yield paragraph("section", "", lead="ที่มาของตัวเลข")
        yield table(
            ["ตัวเลข", "คิดอย่างไร", "รายงานที่นับ"],
            [[one.told["name"], one.told["formula"], one.sources or "–"] for one in numbers],
        )
