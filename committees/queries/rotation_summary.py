"""Under the seats of the 67: how many of them sit on which outside board, and until when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from committees.models import BoardRotation, Committee, Membership
from portal.kernel import thai
from portal.kernel.names import is_english, named_short
from regions.models import Region


@dataclass(frozen=True)
class BoardLine:
    """One board, and those of today's 67 who sit on it."""

    board: Committee
    rows: list[BoardRotation]

    @property
    def people(self) -> int:
        return len(self.rows)

    @property
    def places(self) -> str:
        """The regions they come from, in order, the issues last: เหนือบน ใต้ และผู้แทนประเด็น."""
        seats = sorted((row.seat for row in self.rows), key=lambda seat: seat["order"] or 0)
        names = [_name(seat) for seat in seats if seat["order"]]
        names += [_("ผู้แทนประเด็น") for seat in seats if not seat["order"]]
        *others, last = dict.fromkeys(names) or [""]
        between = ", " if is_english() else " "
        return (
            _("%(others)s และ%(last)s") % {"others": between.join(others), "last": last}
            if others
            else last
        )

    @property
    def mode(self) -> str:
        modes = {row.appointed_by_id is not None for row in self.rows}
        if len(modes) > 1:
            return _("แต่งตั้งทางการ และเครือข่ายการทำงาน")
        return {True: _("แต่งตั้งทางการ"), False: _("เครือข่ายการทำงาน")}[modes.pop()] if modes else ""

    @property
    def until(self) -> str:
        ends = {row.ends_on for row in self.rows}
        known = sorted(day for day in ends if day)
        if not known:
            return _("ไม่กำหนดวันสิ้นสุด") if ends else ""
        words = _("ถึง %(day)s") if len(ends) == 1 else _("คนแรกถึง %(day)s")
        return words % {"day": thai.long_date(known[0])}


def board_lines(*, on: date) -> list[BoardLine]:
    """The boards of that day, also those on which nobody sits: two statements."""
    rows = defaultdict(list)
    for row in _rows(on=on):
        rows[row.committee_id].append(row)
    return [
        BoardLine(board, rows[board.pk]) for board in Committee.objects.boards().in_force(on=on)
    ]


def _rows(*, on: date) -> QuerySet[BoardRotation]:
    """Those on a board who hold a seat that day, each with ``.seat``: what the region is called."""
    place = {name: f"seat__region__{name}" for name in ("short_name", "name_en")}
    held = Membership.objects.in_force(on=on).filter(
        person=OuterRef("person"), seat__committee__in=Committee.objects.the_67(on=on)
    )
    seat = held.order_by("seat__number").values(
        row=JSONObject(order="seat__region__number", **place)
    )
    rows = BoardRotation.objects.in_force(on=on).annotate(seat=Subquery(seat[:1]))
    return rows.filter(seat__isnull=False)


def _name(seat: dict) -> str:
    return named_short(Region(short_name=seat["short_name"], name_en=seat["name_en"]))
