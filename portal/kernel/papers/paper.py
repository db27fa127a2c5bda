"""One document before it is a file: its blocks for PDF, the same words by name for Word."""

from typing import NamedTuple

from .blocks import Block, paragraph


class Document(NamedTuple):
    """``fields`` are what a Word template may name; ``template`` is which of them is filled."""

    name: str  # of the file
    title: str
    blocks: list[Block]
    fields: dict
    template: str = "plain"
    author: str = ""
    mark: str = ""  # ร่าง, at the head of every page
    numbered: bool = True
    on_one_page: bool = False
    thai_digits: bool = False


HEAD = ("title", "number", "subject", "when", "where")


def head(told: dict) -> list[Block]:
    """Which meeting, when and where, in the middle of the first lines."""
    return [paragraph("title", told[name]) for name in HEAD if told[name]]


def plain(told: dict, body: list[Block], **more) -> Document:
    """A head, and what follows under it."""
    fields = {name: told[name] for name in HEAD} | {"body": body, "mark": more.get("mark", "")}
    title = f"{told['title']} {told['number']}"
    return Document(
        f"{told['title']} {told['meeting']}",
        title,
        [*head(told), paragraph("gap", ""), *body],
        fields,
        **more,
    )
