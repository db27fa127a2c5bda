"""Reads that span several models: what stands beside a report, and what rolls up from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from statistics import fmean

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.kernel.models import Person, User

from .models import (
    Indicator,
    RegionalPost,
    RegionalReport,
    ReportFigure,
    ReportingRule,
    ReportSection,
    RolledFigure,
    rights_of,
)

MONTHS_OF_MEAN = 6


# -- Months ---------------------------------------------------------------------


def months_before(month: date, count: int) -> date:
    """The first day of the month ``count`` months earlier."""
    months = month.year * 12 + month.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def months_between(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = months_before(month, -1)


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


# -- What stands beside one report ------------------------------------------------


@dataclass(frozen=True)
class Was:
    """What a region answered before: last month, and the mean of six."""

    last: int | None
    mean: int | None

    def is_unusual(self, value: int | None) -> bool:
        """Worth a note, never worth a refusal: three times more or less, and ten apart."""
        usual = self.mean if self.last is None else self.last
        if value is None or usual is None or abs(value - usual) < 10:
            return False
        return value > 3 * usual or 3 * value < usual


NEVER = Was(None, None)


def figures_of(report: RegionalReport) -> tuple[dict[int, ReportFigure], dict[int, Was]]:
    """By indicator: what the report answers, and what the same unit sent before: one query."""
    month = report.round.month
    months = months_before(month, MONTHS_OF_MEAN), months_before(month, 1)
    earlier = Q(
        report__in=RegionalReport.objects.sent(),
        report__unit=report.unit_id,
        report__round__month__range=months,
        value__isnull=False,
    )
    rows = ReportFigure.objects.filter(Q(report=report) | earlier)
    own: dict[int, ReportFigure] = {}
    told: dict[int, dict[date, int]] = {}
    for figure in rows.annotate(told_in=F("report__round__month")):
        if figure.report_id == report.pk:
            own[figure.indicator_id] = figure
        else:
            told.setdefault(figure.indicator_id, {})[figure.told_in] = figure.value
    return own, {
        indicator: Was(values.get(months_before(month, 1)), round(fmean(values.values())))
        for indicator, values in told.items()
    }


def texts_of_last_month(report: RegionalReport) -> dict[str, dict]:
    """What the same unit wrote the month before, by section, if it was sent: one query."""
    sections = ReportSection.objects.filter(
        report__in=RegionalReport.objects.sent(),
        report__unit=report.unit_id,
        report__round__month=months_before(report.round.month, 1),
    )
    return dict(sections.values_list("key", "answers"))


def waiting_for_review(user: User) -> QuerySet[RegionalReport]:
    """What ``user`` may review, in the order it came in."""
    rights = rights_of(user)
    if not rights.is_secretariat:
        return RegionalReport.objects.none()
    waiting = RegionalReport.objects.filter(state=RegionalReport.State.SUBMITTED)
    return waiting.exclude(unit__region__in=rights.regions).order_by(
        Coalesce("resubmitted_at", "submitted_at"), "pk"
    )


def unanswered(report: RegionalReport) -> list[Indicator]:
    """The numbers that must be answered before the report is sent, and are not."""
    answered = ReportFigure.objects.answered().filter(report=report)
    return list(
        Indicator.objects.filter(is_required=True).exclude(pk__in=answered.values("indicator"))
    )


def filers_of(report: RegionalReport, *, on: date) -> list[Person]:
    """Who hears of the report: the region's coordinator, or its officers where there is none."""
    posts = (
        RegionalPost.objects.in_force(on=on)
        .filter(region=report.unit.region_id)
        .select_related("person")
        .order_by("pk")
    )
    role = RegionalPost.Role
    by_role = {
        wanted: [post.person for post in posts if post.role == wanted]
        for wanted in (role.COORDINATOR, role.OFFICER)
    }
    return by_role[role.COORDINATOR] or by_role[role.OFFICER]


# -- The list behind a number -------------------------------------------------------


@dataclass(frozen=True)
class Source:
    """One unit that was expected to answer, and what became of it."""

    report: RegionalReport
    figure: ReportFigure | None

    @property
    def is_counted(self) -> bool:
        """Stands in n: accepted and answered, with a number or with "not applicable"."""
        return self.report.state == RegionalReport.State.ACCEPTED and bool(
            self.figure and self.figure.is_answered
        )


def sources_of(rolled: RolledFigure, *, on: date) -> list[Source]:
    """Every unit expected behind a rolled-up figure, in order of the regions: three queries.

    What a report says before it is accepted is nobody's business here: its figure stays out.
    """
    reports = RegionalReport.objects.filter(round=rolled.round_id)
    if rolled.region_id:
        reports = reports.filter(unit__region=rolled.region_id)
    figures = ReportFigure.objects.filter(
        indicator=rolled.indicator_id, report__state=RegionalReport.State.ACCEPTED
    )
    reports = (
        reports.for_list(on=on)
        .select_related("submitted_by__person", "reviewed_by__person")
        .prefetch_related(Prefetch("figures", figures, to_attr="told"))
        .order_by("unit__region__number")
    )
    return [Source(report, next(iter(report.told), None)) for report in reports]
