"""The list behind a number."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from regions.models import RegionalReport, ReportFigure, RolledFigure


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
    reports = RegionalReport.objects.filter(round=rolled.round_id, unit__kind="region")
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
