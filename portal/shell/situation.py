"""How a region or a province stands this month, from what the portal knows already (S42)."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet, Subquery

from meetings.models import ActionItem, Meeting
from portal.kernel.models import User
from regions.models import (
    Province,
    Region,
    RegionalReport,
    ReportRound,
    RolledFigure,
    SupportRequest,
)
from regions.overview import Cell, cells_of
from regions.queries.requests import requests_of
from regions.standing import holder_of

from .punctuality import Punctuality, of_provinces
from .region_rows import row_of

Basis = RolledFigure.Basis
MOST = 3  # requests and meetings; the rest stands in their lists


class Situation(NamedTuple):
    """``cells`` are the numbers of the latest month of which the place has told any."""

    place: Region | Province
    round: ReportRound | None
    report: dict | None
    cells: list[Cell]
    rates: list[Punctuality] = []
    asked: list[SupportRequest] = []
    tasks: dict[str, int] = {}
    meetings: list[Meeting] = []

    @property
    def month(self) -> date | None:
        return self.cells[0].rolled.round.month if self.cells else None


def of_region(region: Region, user: User, *, on: date) -> Situation:
    latest = ReportRound.objects.latest_opened(on=on).first()
    tasks = ActionItem.objects.visible_to(user).pending(on=on).of_region(region)
    meetings = Meeting.objects.visible_to(user).filter(committee__region=region).for_list()
    return Situation(
        place=region,
        round=latest,
        report=report_of(Q(unit__region=region), user, latest, on=on),
        cells=told(RolledFigure.objects.filter(basis=Basis.REGIONS, region=region)),
        rates=of_provinces(region, latest, on=on),
        asked=requests_of(region, on=on, most=MOST),
        tasks=tasks.aggregate(all=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on))),
        meetings=list(meetings.in_calendar_order(on=on)[:MOST]),
    )


def of_province(province: Province, user: User, *, on: date) -> Situation:
    latest = ReportRound.objects.latest_opened(on=on).first()
    own = RolledFigure.objects.filter(basis=Basis.PROVINCES, province=province)
    report = report_of(Q(unit__province=province), user, latest, on=on)
    return Situation(province, latest, report, told(own))


def report_of(place: Q, user: User, report_round: ReportRound | None, *, on: date) -> dict | None:
    """How the report of the round stands and who has it, for whoever may know."""
    reports = RegionalReport.objects.listed_for(user).filter(place, round=report_round)
    if not (found := reports.for_list(on=on).first()):
        return None
    is_over = found.state == RegionalReport.State.ACCEPTED
    is_open = RegionalReport.objects.visible_to(user).filter(pk=found.pk).exists()
    url = found.get_absolute_url() if is_open else ""
    return row_of(found, on=on) | {"url": url, "holder": "" if is_over else holder_of(found)}


def told(figures: QuerySet[RolledFigure]) -> list[Cell]:
    of_months = figures.filter(round__isnull=False)
    latest = of_months.filter(reported__gt=0).order_by("-round__month").values("round")[:1]
    return cells_of(of_months.filter(round=Subquery(latest)))
