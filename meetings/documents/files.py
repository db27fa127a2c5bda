"""A document of a meeting as a file, from the template of its kind."""

from portal.kernel.papers import files
from portal.kernel.papers.files import Made
from portal.kernel.papers.paper import Document

from .word_templates import ours


def make(document: Document, suffix: str, *, template: bytes | None = None) -> Made:
    """``template`` is the secretariat's own, where there is one."""
    return files.make(document, suffix, template=template, ours=ours)
