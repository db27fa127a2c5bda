"""The progress of the issues: what one report tells, and the log of all or of one (S30, S81)."""

from datetime import date
from typing import NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery

from committees.models import Issue, IssueProgress
from portal.kernel.composed import composed
from portal.kernel.models import User
from regions.models import RegionalReport, ReportSection
from regions.queries import months_before


class Asked(NamedTuple):
    """One issue as a report is asked of it: what it tells, and what the month before told."""

    issue: Issue
    told: IssueProgress | None
    before: IssueProgress | None


def issues_asked(report: RegionalReport) -> list[Asked]:
    """Every issue in its order: two queries."""
    month = months_before(report.round.month, 1)
    own, before = {}, {}
    for row in _told(report=report.pk, unit=report.unit_id, before=month):
        (own if row.report_id == report.pk else before)[row.issue_id] = row
    return [Asked(issue, own.get(issue.pk), before.get(issue.pk)) for issue in _issues()]


@composed
def _told(*, report: int, unit: int, before: date) -> QuerySet[IssueProgress]:
    sent = RegionalReport.objects.sent().filter(unit=unit, round__month=before)
    return IssueProgress.objects.filter(Q(report=report) | Q(report__in=sent)).order_by()


@composed
def _issues() -> QuerySet[Issue]:
    return Issue.objects.all()


def told_by_regions(*, user: User) -> QuerySet[IssueProgress]:
    """What accepted reports told of the issues, the newest month on top, each with ``.place``, the
    number of its section in its report."""
    reports = RegionalReport.objects.visible_to(user).filter(state=RegionalReport.State.ACCEPTED)
    asked_in = ReportSection.objects.filter(report=OuterRef("report"), key="issues")
    place = Subquery(asked_in.values("position")[:1])
    log = IssueProgress.objects.filter(report__in=reports).annotate(place=place)
    whose = ("report__round", "report__region", "report__unit__region", "report__unit__province")
    in_order = ("-report__round__month", "issue__position", "report__region__number", "pk")
    return log.select_related("issue", *whose).order_by(*in_order)


def log_of(issue: Issue, *, user: User) -> QuerySet[IssueProgress]:
    return told_by_regions(user=user).filter(issue=issue)
