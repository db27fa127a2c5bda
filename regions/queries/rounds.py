"""Months, and which rule holds for one."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils import timezone

from portal.kernel.thai import BUDDHIST_ERA
from regions.models import ReportingRule


def months_before(month: date, count: int) -> date:
    """The first day of the month ``count`` months earlier."""
    months = month.year * 12 + month.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def months_between(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = months_before(month, -1)


def months_of_year(year: int) -> tuple[date, date]:
    """The first and the last month of a fiscal year, which is named by the Buddhist year in which
    it ends."""
    ends_in = year - BUDDHIST_ERA
    return date(ends_in - 1, 10, 1), date(ends_in, 9, 1)


def rounds_to_open(since: datetime, until: datetime) -> Iterator[tuple[str, datetime]]:
    """The slots of the job that opens rounds: each month, on the day its rule says, at midnight."""
    for month in months_between(timezone.localdate(since), timezone.localdate(until)):
        if rule := rule_of(month):
            opens_on = rule.days_for(month)["opens_on"]
            due_at = timezone.make_aware(datetime.combine(opens_on, time.min))
            if since <= due_at <= until:
                yield f"{month:%Y-%m}", due_at


def rule_of(month: date) -> ReportingRule | None:
    return ReportingRule.objects.in_force(on=month).order_by("-starts_on").first()
