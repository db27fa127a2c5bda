"""What a region's provinces come to together, beside the region's own answer and never in it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from portal.kernel.composed import composed
from regions.addresses import figure_url
from regions.models import RegionalReport, ReportingUnit, RolledFigure


@dataclass(frozen=True)
class Gathered:
    """One number over the accepted reports of a region's provinces: n of N, and what they give."""

    value: int | None
    reported: int
    expected: int
    url: str  # the list it comes from


def gathered_for(report: RegionalReport) -> dict[int, Gathered]:
    """By indicator: one query. Only a region gathers."""
    if report.unit.kind != ReportingUnit.Kind.REGION:
        return {}
    rows = _of_provinces(report_round=report.round_id, region=report.region_id)
    return {row.indicator_id: _gathered(row, report) for row in rows}


@composed
def _of_provinces(*, report_round: int, region: int) -> QuerySet[RolledFigure]:
    rows = RolledFigure.objects.filter(
        basis=RolledFigure.Basis.PROVINCES, round=report_round, region=region
    )
    return rows.filter(expected__gt=0).select_related("indicator")


def _gathered(row: RolledFigure, report: RegionalReport) -> Gathered:
    return Gathered(
        value=None if row.value is None else round(row.value),
        reported=row.reported,
        expected=row.expected,
        url=figure_url(
            row.indicator.key, report.round.month, region=report.region.code, basis=row.basis
        ),
    )
