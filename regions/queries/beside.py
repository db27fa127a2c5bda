"""What stands beside one report: what the same unit answered before."""

from dataclasses import dataclass
from datetime import date
from statistics import fmean

from django.db.models import F, Q

from regions.models import RegionalReport, ReportFigure, ReportSection

from .rounds import months_before

MONTHS_OF_MEAN = 6


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
