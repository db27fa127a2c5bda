"""A document as a file: DOCX from a template, PDF from its blocks."""

from collections.abc import Callable
from typing import NamedTuple

from portal.kernel.files import CONTENT_TYPES

from .paper import Document
from .pdf import NoThaiFace, pdf_of, points_of
from .word import POINTS, word_of
from .word_templates import plain_template

FORMATS = ("docx", "pdf")


class Made(NamedTuple):
    content: bytes
    name: str
    content_type: str


def plain(_kind: str) -> bytes:
    return plain_template()


def make(
    document: Document,
    suffix: str,
    *,
    template: bytes | None = None,
    ours: Callable[[str], bytes] = plain,
) -> Made:
    """``template`` is the secretariat's own, where there is one, and ``ours`` finds the one that
    the document names; PDF is always set by us."""
    if suffix == "pdf":
        content = pdf_of(document)
    else:
        filled = template or ours(document.template)
        content = word_of(filled, document, points=_points(document, template))
    name = document.name.replace("/", "-")
    return Made(content, f"{name}.{suffix}", CONTENT_TYPES[f".{suffix}"])


def _points(document: Document, template: bytes | None) -> float:
    """Letters as small as one page asks for; a template of the secretariat's has its own."""
    if template or not document.on_one_page:
        return POINTS
    try:
        return points_of(document)
    except NoThaiFace:
        return POINTS
