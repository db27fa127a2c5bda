"""Who missed the month that ended last (S83), as lines of a to-do list."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Committee
from meetings.permissions import worked_for
from meetings.queries.cadence import Row, bodies_with_rhythm, late_bodies, months_until, rows_of
from portal.kernel import thai
from portal.kernel.composed import composed
from portal.kernel.models import User
from portal.kernel.names import named, named_short

from .waiting import Waiting

A_DAY = timedelta(days=1)
MOST_NAMED = 3
LAST = 2  # months: the one that ended last, and that of today


def for_centre(*, on: date) -> list[Waiting]:
    """One line for all of them: the centre asks the regions."""
    late = late_bodies(rows_of(bodies_of_last_month(on), months=LAST, on=on), on=on)
    if not late:
        return []
    last, count = months_until(on, count=2)[0], len(late)
    title = ngettext(
        "%(count)s คณะขาดประชุมเดือน%(month)s", "%(count)s คณะขาดประชุมเดือน%(month)s", count
    )
    return [
        Waiting(
            due_on=last.last + A_DAY,
            icon="calendar",
            title=title % {"count": count, "month": thai.month_and_year(last.first)},
            facts=[names_of(late)],
            url=reverse("meetings:cadence"),
            action=_("ดูจังหวะการประชุม"),
        )
    ]


@composed
def bodies_of_last_month(on: date) -> QuerySet[Committee]:
    return bodies_with_rhythm(months=LAST, on=on)


def names_of(late: Iterable[Row]) -> str:
    """The first of them by name."""
    names = [named_short(row.body) for row in late]
    more = len(names) - MOST_NAMED
    told = ", ".join(names[:MOST_NAMED])
    return _("%(names)s และอีก %(more)s คณะ") % {"names": told, "more": more} if more > 0 else told


def for_region(user: User, *, on: date) -> list[Waiting]:
    """A line for each body of the regions ``user`` plans for: somebody must call a meeting."""
    bodies = bodies_with_rhythm(months=LAST, on=on).filter(worked_for(user))
    rows = rows_of(bodies, months=LAST, on=on)
    return [missed(row, on=on) for row in late_bodies(rows, on=on)]


def missed(row: Row, *, on: date) -> Waiting:
    last = months_until(on, count=2)[0]
    return Waiting(
        due_on=last.last + A_DAY,
        icon="calendar",
        title=_("นัดประชุม%(body)s") % {"body": named(row.body)},
        facts=[_("ขาดประชุมเดือน%(month)s") % {"month": thai.month_and_year(last.first)}],
        url=f"{reverse('meetings:meeting-create')}?body={row.body.code}",
        action=_("นัดประชุม"),
    )
