"""Which report wants a reminder, on what occasion, and when: computed from the rows.

Days become moments in office hours: nobody is written to between 20.00 and 07.00, nor at weekends
or on holidays. Each occasion has a name (``slot``) that the ledger of contacts keeps once per
report, so nothing is said twice (promise 18). Of occasions that are all due only the latest is
said; what was due long ago, or no longer holds, is not said at all.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from portal.kernel.slots import Slot
from portal.kernel.thai import day_of
from portal.kernel.workdays import A_DAY, Calendar, at_time, morning_of

from .models import RegionalReport, ReportContact, ReportingRule, ReportRound

State = RegionalReport.State
EVENING = time(19, 59)
GRACE = timedelta(days=7)  # longer than the longest holidays


class Occasion(NamedTuple):
    """One letter that is due about one report; of ``kind`` before, after, last, mend or review."""

    report: RegionalReport
    kind: str
    due_at: datetime
    slot: str


def slots(since: datetime, until: datetime) -> Iterator[Slot]:
    """One slot for each moment at which anything is due: ``reports:2026-07-03T09:00``."""
    moments = {one.due_at for one in due(until) if one.due_at > since}
    for due_at in sorted(moments):
        yield f"reports:{timezone.localtime(due_at):%Y-%m-%dT%H:%M:%S}", due_at


def due(at: datetime) -> list[Occasion]:
    """What must be said at ``at`` and was not said yet; nothing in quiet hours."""
    calendar = Calendar(around=timezone.localdate(at))
    if calendar.is_quiet(at):
        return []
    found = _occasions(_reports(at, at), _rules(), calendar, at)
    return [one for one in found if one.slot not in _said(one.report)]


def coming(now: datetime, *, days: int) -> list[Occasion]:
    """What will be said after ``now`` and within so many days, if nothing changes before:
    as many queries for one day as for many."""
    today = timezone.localdate(now)
    calendar, rules = Calendar(around=today), _rules()
    reports = list(_reports(now, now + timedelta(days=days)))
    found = {
        (one.report.pk, one.slot): one
        for ahead in range(days + 1)
        for one in _occasions(reports, rules, calendar, at_time(EVENING, today + A_DAY * ahead))
        if one.due_at > now and one.slot not in _said(one.report)
    }
    return sorted(found.values(), key=lambda one: one.due_at)


def _occasions(reports, rules, calendar: Calendar, at: datetime) -> list[Occasion]:
    found = (occasion_of(report, rules, calendar, at) for report in reports)
    return [one for one in found if one]


def occasion_of(report, rules, calendar: Calendar, at: datetime) -> Occasion | None:
    """The latest occasion of a report that is due, if it is not long past."""
    match report.state:
        case State.DRAFT:
            occasions = _of_filing(report, rules, calendar, on=timezone.localdate(at))
        case State.RETURNED:
            occasions = [_after(report, "mend", report.reviewed_at, calendar)]
        case _:
            occasions = [_after(report, "review", report.sent_at, calendar)]
    past = [one for one in occasions if at - GRACE <= one.due_at <= at]
    return max(past, key=lambda one: one.due_at, default=None)


# -- Days of filing ------------------------------------------------------------------


def _of_filing(report, rules, calendar: Calendar, *, on: date) -> Iterator[Occasion]:
    """Before the last day on time, on the first day late, and on the last day of all; each only
    as long as it is true."""
    on_time, closes = report.on_time_until, report.closes_on
    last = calendar.workday(closes, -A_DAY)
    days = {
        "before": calendar.workday(on_time - timedelta(days=_remind_days(report, rules)), -A_DAY),
        "after": calendar.workday(on_time + A_DAY, A_DAY),
        "last": last,
    }
    holds = {"before": on <= on_time, "after": on_time < on < last, "last": last <= on <= closes}
    named = {"before": on_time, "after": on_time, "last": closes}
    for kind, day in days.items():
        if holds[kind]:
            yield Occasion(report, kind, morning_of(day), f"{kind}:{named[kind].isoformat()}")


def _remind_days(report: RegionalReport, rules: list[ReportingRule]) -> int:
    """As the rule of the month says."""
    month = report.round.month
    return next((rule.remind_days for rule in rules if rule.is_in_force(on=month)), 2)


def _after(report: RegionalReport, kind: str, began: datetime, calendar: Calendar) -> Occasion:
    hours = report.round.mending_hours if kind == "mend" else report.round.review_hours
    due_at = calendar.next_moment(began + timedelta(hours=hours))
    return Occasion(report, kind, due_at, f"{kind}:{began:%Y%m%dT%H%M%S}")


# -- Reading ---------------------------------------------------------------------------


def _rules() -> list[ReportingRule]:
    return list(ReportingRule.objects.order_by("-starts_on"))


def _reports(since: datetime, until: datetime) -> QuerySet[RegionalReport]:
    """Those anybody may have to be reminded of, each with ``.reminded``: three queries."""
    last, since = timezone.localdate(until), day_of(since - GRACE)
    open_now = ReportRound.objects.filter(opens_on__lte=last, closes_on__gte=since)
    filing = Q(state=State.DRAFT, submitted_at=None) & (
        Q(round__in=open_now) | Q(extended_until__gte=since)
    )
    with_hands = Q(state__in=[State.RETURNED, *RegionalReport.WAITING])
    reminders = ReportContact.objects.exclude(slot=None)
    reports = RegionalReport.objects.filter(filing | with_hands)
    return (
        reports.annotate(office_may_check=reports.office_may_check(on=timezone.localdate()))
        .select_related("round", "unit__region", "unit__province", "submitted_by__person")
        .prefetch_related(Prefetch("contacts", reminders, to_attr="reminded"), "sections")
        .order_by("pk")
    )


def _said(report: RegionalReport) -> set[str]:
    return {contact.slot for contact in report.reminded}
