"""A thing asked, as a line that opens: its name, how far it is, and its boxes inside.

So a section asks for no more thumbs with twelve resolutions than with one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel.templatetags.portal_ui import state


@dataclass(frozen=True)
class Line:
    key: str  # the id of what it opens
    title: str
    boxes: tuple
    state: str = ""  # drawn
    about: str = ""
    is_told: bool = False
    is_half_told: bool = False
    is_open: bool = False
    thing: object = None

    @property
    def state_id(self):
        return f"{self.key}-state"

    @property
    def is_bad(self):
        return any(box.errors for box in self.boxes)


def opened(lines: Iterable[Line], *, begins: bool = True) -> list[Line]:
    """Open stands what is to be mended or half told, and the first that still waits for words
    if it ``begins`` by itself."""
    lines = list(lines)
    waits = (line for line in lines if begins and not (line.is_told or line.is_half_told))
    first = next(waits, None)
    return [
        replace(line, is_open=line is first or line.is_half_told or line.is_bad) for line in lines
    ]


def written(told: int, of: int = 1) -> str:
    """The state of boxes that need not be filled in: quiet while nothing is written."""
    if not told:
        return ""
    some = ngettext("เขียนแล้ว %(n)s ข้อ", "เขียนแล้ว %(n)s ข้อ", told) % {"n": told}
    return state("draft", _("เขียนแล้ว") if told == of else some)
