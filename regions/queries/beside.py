"""What stands beside one report: what the same unit answered before."""

from dataclasses import dataclass
from datetime import date
from statistics import fmean

from django.db.models import F, Q, QuerySet

from portal.kernel.composed import composed
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
    months = {"since": months_before(month, MONTHS_OF_MEAN), "until": months_before(month, 1)}
    own: dict[int, ReportFigure] = {}
    told: dict[int, dict[date, int]] = {}
    for figure in _own_and_earlier(report=report.pk, unit=report.unit_id, **months):
        if figure.report_id == report.pk:
            own[figure.indicator_id] = figure
        else:
            told.setdefault(figure.indicator_id, {})[figure.told_in] = figure.value
    return own, {
        indicator: Was(values.get(months_before(month, 1)), round(fmean(values.values())))
        for indicator, values in told.items()
    }


@composed
def _own_and_earlier(*, report: int, unit: int, since: date, until: date) -> QuerySet[ReportFigure]:
    earlier = Q(
        report__in=RegionalReport.objects.sent(),
        report__unit=unit,
        report__round__month__range=(since, until),
        value__isnull=False,
    )
    rows = ReportFigure.objects.filter(Q(report=report) | earlier)
    return rows.annotate(told_in=F("report__round__month"))


def texts_of_last_month(report: RegionalReport) -> dict[str, dict]:
    """What the same unit wrote the month before, by section, if it was sent: one query."""
    return dict(_texts_of(unit=report.unit_id, month=months_before(report.round.month, 1)))


@composed
def _texts_of(*, unit: int, month: date) -> QuerySet[ReportSection]:
    sections = ReportSection.objects.filter(
        report__in=RegionalReport.objects.sent(), report__unit=unit, report__round__month=month
    )
    return sections.values_list("key", "answers")
