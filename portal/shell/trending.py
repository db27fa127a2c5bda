"""How the regions' reports went month by month, and what they came to."""

from datetime import date

from regions.addresses import rate_url
from regions.models import Indicator, RegionalReport, ReportingUnit, ReportRound
from regions.rates import NAMES, rates_by
from regions.trends import Trend, months_until, trend_of_rates, trends_of

from .punctuality import Rates

DRAWN = "organizations_certified"


def rates_by_month(report_round: ReportRound | None, *, on: date) -> dict[date, Rates]:
    """Completeness and timeliness of the regions, of the twelve months until this: one query."""
    if report_round is None:
        return {}
    owed = RegionalReport.objects.filter(
        unit__kind=ReportingUnit.Kind.REGION, round__month__in=months_until(report_round.month)
    )
    by_month = rates_by(owed, "round__month", on=on)
    return {month: rates for (month,), rates in by_month.items()}


def trends_until(report_round: ReportRound | None, by_month: dict[date, Rates]) -> list[Trend]:
    """Certified organisations, completeness and timeliness of twelve months: two queries."""
    if report_round is None:
        return []
    until = report_round.month
    drawn = list(trends_of(Indicator.objects.filter(key=DRAWN), until=until).values())
    return drawn + [trend_of_rate(name, by_month, until=until) for name in NAMES]


def trend_of_rate(name: str, by_month: dict[date, Rates], *, until: date) -> Trend:
    rates = {month: rates[name] for month, rates in by_month.items()}
    return trend_of_rates(NAMES[name], rates, until=until, url=lambda month: rate_url(name, month))
