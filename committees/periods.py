"""Questions about from–to that seats, bodies and their members ask alike; both days included."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from portal.kernel.thai import long_date
from regions.models.period import Period

ONE_DAY = timedelta(days=1)


def still_open(rows: QuerySet, *, after: date) -> QuerySet:
    """Rows that hold a day after ``after``, or begin only then."""
    return rows.filter(Q(ends_on=None) | Q(ends_on__gt=after))


def overlapping(rows: QuerySet, period: Period) -> QuerySet:
    """Rows that share a day with ``period``."""
    if period.ends_on:
        rows = rows.filter(starts_on__lte=period.ends_on)
    return still_open(rows, after=period.starts_on - ONE_DAY)


def outside(rows: QuerySet, period: Period) -> QuerySet:
    """Rows that hold a day which ``period`` does not."""
    beyond = Q(starts_on__lt=period.starts_on)
    if period.ends_on:
        beyond |= Q(ends_on=None) | Q(ends_on__gt=period.ends_on)
    return rows.filter(beyond)


def wrong_end(row: Period, outer: Period) -> str | None:
    """Which of the days of ``row`` lies outside ``outer``: "starts_on", "ends_on" or neither."""
    if row.starts_on < outer.starts_on:
        return "starts_on"
    if outer.ends_on is None:
        return None
    if row.starts_on > outer.ends_on:
        return "starts_on"
    return "ends_on" if row.ends_on and row.ends_on > outer.ends_on else None


def in_words(period: Period) -> str:
    """1 กรกฎาคม 2568 ถึง 30 มิถุนายน 2570 · ตั้งแต่ 1 กรกฎาคม 2568 · เฉพาะ 1 กรกฎาคม 2568"""
    first = long_date(period.starts_on)
    if period.ends_on == period.starts_on:
        return _("เฉพาะ %(day)s") % {"day": first}
    if period.ends_on is None:
        return _("ตั้งแต่ %(day)s") % {"day": first}
    return _("%(first)s ถึง %(last)s") % {"first": first, "last": long_date(period.ends_on)}
