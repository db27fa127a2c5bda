"""A form to be filled in with a pen: questions as plain data, set on A4 by ``form.typ``.

A question says by its ``kind`` how it is answered: ``number`` in a box, with answers to tick
instead of it; ``text`` on lines; ``line`` on one; ``choice`` by ticking. Its key stands small
beside it, by which whoever types the paper in finds the place.
"""

from typing import NamedTuple


class Choice(NamedTuple):
    words: str
    on: bool = False


class Question(NamedTuple):
    """``known`` stands beside the answer, ``unit`` in the box; ``lines`` is the room for a text."""

    kind: str
    key: str
    label: str
    hint: str = ""
    due: bool = False
    answer: str = ""
    choices: tuple[Choice, ...] = ()
    known: str = ""
    unit: str = ""
    note: str = ""
    lines: int = 1


class Group(NamedTuple):
    name: str
    questions: list[Question]


class Section(NamedTuple):
    """``said`` stands below its title: who fills it in, or why nobody does."""

    number: str
    key: str
    title: str
    groups: list[Group]
    said: tuple[str, ...] = ()


class PaperForm(NamedTuple):
    """``facts`` are pairs in a frame at its head, ``signed`` what is written beside it by hand."""

    title: str
    heading: str
    of: str
    facts: list[tuple[str, str]]
    how: str
    signed: tuple[str, str]
    foot: str
    sections: list[Section]
    mark: str = ""


def plain(told: object) -> object:
    """The same as dictionaries and lists, all the way down."""
    if isinstance(told, tuple) and hasattr(told, "_asdict"):
        return {name: plain(value) for name, value in told._asdict().items()}
    return [plain(one) for one in told] if isinstance(told, list | tuple) else told
