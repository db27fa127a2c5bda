"""The month of the regions' reports."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat, JSONObject, Trim

from portal.kernel.composed import composed
from portal.kernel.models import User
from regions.models import (
    RegionalPost,
    RegionalReport,
    ReportContact,
    ReportingUnit,
    ReportRound,
    ReportSection,
    rights_of,
)
from regions.models.reader import composed_for

State = RegionalReport.State
FULL_NAME = Trim(
    Concat("person__name_prefix", "person__first_name", Value(" "), "person__last_name")
)

BY_NAME = Trim(
    Concat("by__person__name_prefix", "by__person__first_name", Value(" "), "by__person__last_name")
)
LAST_CONTACTED = Subquery(
    ReportContact.objects.filter(report=OuterRef("pk"))
    .order_by("-at")
    .values(last=JSONObject(way="way", at="at", by=BY_NAME))[:1]
)
TOLD = ArraySubquery(
    ReportSection.objects.filter(report=OuterRef("pk"))
    .order_by("position")
    .values(row=JSONObject(key="key", verdict="verdict", version="version"))
)


@dataclass(frozen=True)
class Month:
    """The round of the month, and the reports that still wait from earlier ones."""

    on: date
    round: ReportRound | None
    reports: list[RegionalReport] = field(default_factory=list)
    earlier: list[RegionalReport] = field(default_factory=list)

    def in_state(self, *states) -> list[RegionalReport]:
        return [report for report in self.reports if report.state in states]

    @property
    def sent(self) -> list[RegionalReport]:
        return [report for report in self.reports if report.submitted_at]

    @property
    def late(self) -> list[RegionalReport]:
        """Not sent, although the day has passed until which it was on time."""
        return [r for r in self.in_state(State.DRAFT) if r.is_late(on=self.on)]

    @property
    def to_review(self) -> list[RegionalReport]:
        """Waiting for the secretariat, the longest first."""
        waiting = [*self.earlier, *self.in_state(*RegionalReport.WAITING)]
        return sorted(waiting, key=lambda report: report.sent_at)


def month_of_reports(user: User, *, on: date) -> Month:
    """The latest round opened by ``on``, region by region: one query."""
    reports = [with_rows(report) for report in waiting_or_of_latest_round(user, on=on)]
    current = max((report.round for report in reports), key=lambda found: found.month, default=None)
    return Month(
        on=on,
        round=current,
        reports=[report for report in reports if report.round == current],
        earlier=[report for report in reports if report.round != current],
    )


@composed_for
def waiting_or_of_latest_round(user: User, *, on: date) -> QuerySet[RegionalReport]:
    """Region by region, each with its ``.coordinator``, what its rows ``.told`` and when it was
    last ``.contacted``."""
    latest = ReportRound.objects.latest_opened(on=on)
    coordinator = RegionalPost.objects.of(RegionalPost.Role.COORDINATOR, on=on).filter(
        region=OuterRef("unit__region")
    )
    reports = RegionalReport.objects.listed_for(user).filter(
        Q(round=Subquery(latest.values("pk")[:1])) | Q(state__in=RegionalReport.WAITING),
        unit__kind=ReportingUnit.Kind.REGION,
    )
    return (
        reports.select_related("round", "unit__region", "reviewer__person")
        .annotate(
            coordinator=Subquery(coordinator.values(name=FULL_NAME)[:1]),
            coordinator_phone=Subquery(coordinator.values("person__phone")[:1]),
            told=TOLD,
            contacted=LAST_CONTACTED,
        )
        .order_by("unit__region__number", "round__month")
    )


def with_rows(report: RegionalReport) -> RegionalReport:
    """Its ``.rows_now`` and their ``.weaves_now``, of what the one query told."""
    report.rows_now = [ReportSection(report=report, **told) for told in report.told]
    report.weaves_now = [row.progress for row in report.rows_now]
    return report


def centre_reports_to_file(user: User, *, on: date) -> list[RegionalReport]:
    """The centre's own that may be typed, the oldest first, for whoever types them: one
    statement, for others none."""
    if not rights_of(user).is_secretariat:
        return []
    return [report for report in centre_reports_in_hand() if report.takes_answers(on=on)]


@composed
def centre_reports_in_hand() -> QuerySet[RegionalReport]:
    hand = RegionalReport.objects.filter(state__in=(State.DRAFT, State.RETURNED))
    own = hand.filter(unit__kind=ReportingUnit.Kind.CENTRE).select_related("round", "unit")
    return own.order_by("round__month")
