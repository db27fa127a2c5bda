"""สรุปเชิงบริหาร: a document of its own, beside the minutes (S4)."""

from portal.kernel.papers.blocks import paragraphs
from portal.kernel.papers.paper import Document, plain

from .resolutions import called


def summary(body: dict, text: str, **more) -> Document:
    return plain(
        called(body, "สรุปเชิงบริหาร "), [*paragraphs("text", text)], template="summary", **more
    )
