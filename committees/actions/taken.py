"""Who has a place already is named, with the day from which somebody may follow.

The database keeps every such rule, too: who comes second in a race hears its short sentence.
"""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from committees.periods import ONE_DAY, overlapping
from portal.kernel.errors import RuleBroken
from portal.kernel.thai import long_date
from regions.models.period import Period


def last_taking(rows: QuerySet, row: Period) -> Period | None:
    """The one of ``rows`` that stands in the way of ``row`` the longest; an open end is longest.

    Days that run backwards have a rule of their own, and nobody is in their way.
    """
    if row.ends_on and row.ends_on < row.starts_on:
        return None
    held = overlapping(rows, row).select_related("person")
    return max(held, key=lambda one: one.ends_on or date.max, default=None)


def taken_words(held: Period, doing: str) -> str:
    """นายบุญเลิศ นั่งในที่นั่งนี้ ถึง 8 กันยายน 2569 จึงเริ่มได้ตั้งแต่ 9 กันยายน 2569"""
    words = {"person": held.person.full_name, "doing": doing}
    if held.ends_on is None:
        words["first"] = long_date(held.starts_on)
        return _("%(person)s %(doing)s ตั้งแต่ %(first)s และยังไม่มีวันสิ้นสุด") % words
    words |= {"last": long_date(held.ends_on), "next": long_date(held.ends_on + ONE_DAY)}
    return _("%(person)s %(doing)s ถึง %(last)s จึงเริ่มได้ตั้งแต่ %(next)s") % words


def refuse_taken(
    rows: QuerySet, row: Period, *, doing: str, code: str, field: str = "starts_on"
) -> None:
    if held := last_taking(rows.exclude(pk=row.pk), row):
        raise RuleBroken({field: RuleBroken(taken_words(held, doing), code=code)})
