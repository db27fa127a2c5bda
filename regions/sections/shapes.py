"""What a section of a report is made of: its texts, its wishes, and what stands beside them."""

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


@dataclass(frozen=True)
class Wish:
    """One box to tick."""

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
    wishes_legend: Words = ""
    wishes_hint: Words = ""
    wishes: tuple[Wish, ...] = ()
    beside: list[Beside] = field(default_factory=list, compare=False)

    @property
    def groups(self):
        """The text boxes as (group, boxes), in order."""
        return [
            (group, list(texts)) for group, texts in groupby(self.texts, lambda text: text.group)
        ]
