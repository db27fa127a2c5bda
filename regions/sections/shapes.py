"""What a section of a report is made of: its texts, and what stands beside them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.functional import Promise

from regions.models import ReportingUnit

Words = str | Promise
Kind = ReportingUnit.Kind


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text box; boxes of one ``group`` stand together under its name."""

    key: str
    label: Words
    hint: Words = ""
    group: Words = ""

    @property
    def full_label(self) -> Words:
        """What it is called where its group does not stand above it."""
        return f"{self.group}: {self.label}" if self.group else self.label


@dataclass(frozen=True)
class Wish:
    """One thing that may be asked for; a box to tick before each request was a row of its own."""

    key: str
    label: Words


@dataclass(frozen=True)
class Beside:
    """What another app shows in a section: its template, and what fills it for one report."""

    template: str
    context: Callable[..., dict]
    form: Callable[..., object] | None = None


@dataclass(frozen=True)
class Counted:
    """What the portal itself knows of a number that is asked, and where its list stands."""

    value: int
    words: Words
    url: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of a report, and of which kinds of unit it is asked.

    It has no number of its own: a section's number on a page is the position of its row.
    """

    key: str
    title: Words
    asked_of: tuple[str, ...] = (Kind.REGION,)
    texts: tuple[Text, ...] = ()
    is_folded: bool = False  # each of its groups is a line that opens
    wishes_legend: Words = ""
    wishes: tuple[Wish, ...] = ()
    retired: tuple[Text, ...] = ()  # asked no more, and read still where it was answered
    beside: list[Beside] = field(default_factory=list, compare=False)

    @property
    def groups(self):
        """The text boxes as (group, boxes), in order."""
        return [
            (group, list(texts)) for group, texts in groupby(self.texts, lambda text: text.group)
        ]

    @property
    def groups_to_read(self):
        """The same, and what was asked before."""
        return [*self.groups, *([("", list(self.retired))] if self.retired else [])]
