"""A document as a file: DOCX from a template, PDF from its blocks."""

from typing import NamedTuple

from portal.kernel.files import CONTENT_TYPES

from .paper import Document
from .pdf import pdf_of
from .word import word_of
from .word_templates import ours

FORMATS = ("docx", "pdf")


class Made(NamedTuple):
    content: bytes
    name: str
    content_type: str


def make(document: Document, suffix: str, *, template: bytes | None = None) -> Made:
    """``template`` is the secretariat's own, where there is one; PDF is always set by us."""
    if suffix == "pdf":
        content = pdf_of(document)
    else:
        content = word_of(template or ours(document.template), document)
    name = document.name.replace("/", "-")
    return Made(content, f"{name}.{suffix}", CONTENT_TYPES[f".{suffix}"])
