"""How the regions' reports went month by month, and what they came to."""

from datetime import date

from django.db.models import QuerySet

from portal.kernel.composed import composed
from regions.addresses import rate_url
from regions.models import Indicator, RegionalReport, ReportingUnit, ReportRound
from regions.rates import NAMES, counts_by, rates_in
from regions.trends import Trend, months_until, trend_of_rates, trends_of

from .punctuality import Rates

DRAWN = "organizations_certified"


def rates_by_month(report_round: ReportRound | None, *, on: date) -> dict[date, Rates]:
    """Completeness and timeliness of the regions, of the twelve months until this: one query."""
    if report_round is None:
        return {}
    first, *_, last = months_until(report_round.month)
    by_month = rates_in(counts_of_regions(since=first, until=last, on=on), "round__month", on=on)
    return {month: rates for (month,), rates in by_month.items()}


@composed
def counts_of_regions(*, since: date, until: date, on: date) -> QuerySet[RegionalReport]:
    owed = RegionalReport.objects.filter(
        unit__kind=ReportingUnit.Kind.REGION, round__month__range=(since, until)
    )
    return counts_by(owed, "round__month", on=on)


def trends_until(report_round: ReportRound | None, by_month: dict[date, Rates]) -> list[Trend]:
    """Certified organisations, completeness and timeliness of twelve months: two queries."""
    if report_round is None:
        return []
    until = report_round.month
    drawn = list(trends_of(drawn_indicators(), until=until).values())
    return drawn + [trend_of_rate(name, by_month, until=until) for name in NAMES]


@composed
def drawn_indicators() -> QuerySet[Indicator]:
    return Indicator.objects.filter(key=DRAWN)


def trend_of_rate(name: str, by_month: dict[date, Rates], *, until: date) -> Trend:
    rates = {month: rates[name] for month, rates in by_month.items()}
    return trend_of_rates(NAMES[name], rates, until=until, url=lambda month: rate_url(name, month))
