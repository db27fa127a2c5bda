"""A Word file filled with data: the same bytes for the same template and data."""

from collections.abc import Iterable
from io import BytesIO

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, StrictUndefined

from .blocks import printable, shares
from .paper import Document
from .word_language import Sandbox
from .word_package import WIDTH, unzipped, zipped

LONGEST = 255  # a property of a Word file
POINTS = 16  # the size of letters in official papers


def word_of(template: bytes, document: Document, *, points: float = POINTS) -> bytes:
    """A part that the data has not is left out."""
    sandbox = Sandbox(frozenset(document.fields), undefined=ChainableUndefined)
    return _filled(template, document, sandbox, points)


def tried(template: bytes, document: Document) -> bytes:
    """Filled to see whether a template is good: nothing it asks for may be missing."""
    return _filled(
        template, document, Sandbox(frozenset(document.fields), undefined=StrictUndefined)
    )


def _filled(template: bytes, document: Document, sandbox: Sandbox, points: float = POINTS) -> bytes:
    word = DocxTemplate(BytesIO(template))
    fields = printable(document.fields, thai_digits=document.thai_digits)
    word.render(_led(fields), sandbox, autoescape=True)
    for table in word.docx.element.body.iter(qn("w:tbl")):
        _fit(table)
    if document.thai_digits:
        _count_in_thai(word.docx)
    _shrink(word.docx, points / POINTS)
    told = printable([document.title[:LONGEST], document.author[:LONGEST]])
    word.docx.core_properties.title, word.docx.core_properties.author = told
    written = BytesIO()
    word.docx.save(written)
    return zipped(unzipped(written.getvalue()))


def _shrink(document: object, share: float) -> None:
    """The letters of every style."""
    sizes = document.styles.element.iter(qn("w:sz"), qn("w:szCs")) if share < 1 else ()
    for size in sizes:
        size.set(qn("w:val"), str(round(int(size.get(qn("w:val"))) * share)))


def _led(data: object) -> object:
    """Bold words that others follow stand a little apart from them."""
    if isinstance(data, dict):
        told = {key: _led(value) for key, value in data.items()}
        if told.get("lead") and told.get("text"):
            told["lead"] += "  "
        return told
    return [_led(row) for row in data] if isinstance(data, list) else data


def _fit(table: object) -> None:
    """Columns of a table with lines as wide as what stands in them asks for."""
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    rows = [list(row.iter(qn("w:tc"))) for row in table.iter(qn("w:tr"))]
    if style is None or style.get(qn("w:val")) != "ruled" or not rows:
        return
    texts = [[_words(cell) for cell in row] for row in rows]
    widths = [round(WIDTH * share) for share in shares(texts[0], texts[1:])]
    for row in rows:
        for cell, width in zip(row, widths, strict=False):
            for told in cell.iter(qn("w:tcW")):
                told.set(qn("w:w"), str(width))
    _grid(table, widths)


def _words(cell: object) -> str:
    """Not ``itertext``: paragraphs and runs have a text of their own, and it would count thrice."""
    return "".join(words.text or "" for words in cell.iter(qn("w:t")))


def _grid(table: object, widths: Iterable[int]) -> None:
    grid = table.find(qn("w:tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        grid.append(grid.makeelement(qn("w:gridCol"), {qn("w:w"): str(width)}))


def _count_in_thai(document: object) -> None:
    """The numbers of the pages, too."""
    for section in document.element.iter(qn("w:sectPr")):
        margins = section.find(qn("w:pgMar"))
        if margins is not None and section.find(qn("w:pgNumType")) is None:
            counted = margins.makeelement(qn("w:pgNumType"), {qn("w:fmt"): "thaiNumbers"})
            margins.addnext(counted)
