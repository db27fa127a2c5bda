"""The registry of what a monthly report asks: sections, and what apps above know beside them.

The numbers of a section are the ``Indicator`` rows that name its key. An app above
adds what it knows beside a section with ``show_beside``, and beside a number with
``count_beside``: it knows this module, and this module knows nobody above. With ``form`` it
also asks something there, which is typed, autosaved, compared and kept with the section.
"""

from collections.abc import Callable, Mapping

from .asked import SECTIONS
from .shapes import Beside, Counted, Section, Text, Wish

__all__ = [
    "SECTIONS",
    "TEXT_LIMIT",
    "Beside",
    "Counted",
    "Section",
    "Text",
    "Wish",
    "count_beside",
    "counted_beside",
    "section_of",
    "sections_for",
    "show_beside",
]

TEXT_LIMIT = 4000

Count = Callable[..., Mapping[str, Counted]]

_BY_KEY = {section.key: section for section in SECTIONS}
_COUNTS: list[Count] = []


def section_of(key: str) -> Section | None:
    return _BY_KEY.get(key)


def sections_for(kind: str) -> list[Section]:
    """What a unit of this kind is asked, in the order of its form."""
    return [section for section in SECTIONS if kind in section.asked_of]


def show_beside(
    key: str,
    template: str,
    context: Callable[..., dict],
    form: Callable[..., object] | None = None,
) -> None:
    """Show ``template``, filled by ``context(report=…, user=…)``, at the head of a section.

    While the section is typed, ``form(data, shown=context, auto_id=…)`` stands there instead: a
    Django form with its own ``template``, ``keep(by=…)``, ``says_already()`` and ``differences()``.
    """
    found = Beside(template, context, form)
    if found not in _BY_KEY[key].beside:
        _BY_KEY[key].beside.append(found)


def count_beside(count: Count) -> None:
    """Show beside the numbers asked what ``count(report=…, user=…)`` knows of them already:
    a ``Counted`` by key of the indicator. What a region answers stays its own answer."""
    if count not in _COUNTS:
        _COUNTS.append(count)


def counted_beside(*, report, user) -> dict[str, list[Counted]]:
    """All that is known beside the numbers of a report, by key of the indicator."""
    known: dict[str, list[Counted]] = {}
    for count in _COUNTS:
        for key, counted in count(report=report, user=user).items():
            known.setdefault(key, []).append(counted)
    return known
