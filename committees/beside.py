"""What an app above knows beside a page of the 67: its assignments, attendance, meetings.

An app above adds it with ``show_on`` when it starts: it knows this module, and this
module knows nobody above. A page asks ``shown_on`` and includes each in turn::

    {% for one in beside %}{% include one.template with beside=one only %}{% endfor %}

What fills a page, by its name, is called with keywords and answers with what its template
prints, or None when there is nothing for this reader. ``jumps`` among it (url and label of
each) are links to its parts, for phones:

* ``body``: ``body``, ``user``, ``on``
* ``person``: ``person``, ``user``, ``on``
* ``rotation``: ``user``, ``on``
"""

from collections.abc import Callable
from typing import NamedTuple


class Beside(NamedTuple):
    template: str
    context: Callable[..., dict | None]


_PAGES: dict[str, list[Beside]] = {"body": [], "person": [], "rotation": []}


def show_on(page: str, template: str, context: Callable[..., dict | None]) -> None:
    """Show ``template``, filled by ``context(…)``, on every page of that name."""
    found = Beside(template, context)
    if found not in _PAGES[page]:
        _PAGES[page].append(found)


def shown_on(page: str, **about) -> list[dict]:
    """What stands on ``page`` beside its own: each with its ``template``."""
    filled = ((one.template, one.context(**about)) for one in _PAGES[page])
    return [{**words, "template": template} for template, words in filled if words is not None]
