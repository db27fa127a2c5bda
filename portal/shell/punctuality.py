"""How punctual the regions are with their reports, and the centre with its answers: side by side,
each a percentage that opens (B5, B17)."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.models import User
from portal.kernel.rates import Rate
from regions.addresses import rate_url
from regions.explaining import OF_UNITS, Explained, explained_rate
from regions.models import Region, RegionalReport, ReportingUnit, ReportRound
from regions.queries.requests import all_answers_on_time
from regions.rates import NAMES, rates_of

REQUESTS = gettext_lazy("คำขอ")
PROVINCE = ReportingUnit.Kind.PROVINCE
Rates = dict[str, Rate]  # completeness and timeliness


class Punctuality(NamedTuple):
    """One percentage of the dashboard; ``url`` is the list whose count it is."""

    name: str | Promise
    rate: Rate
    counted_in: str | Promise
    url: str
    explained: Explained


def of_round(
    user: User, report_round: ReportRound | None, rates: Rates, *, on: date
) -> list[Punctuality]:
    """The regions' ``rates`` of the round, and the centre's answers: one statement."""
    if report_round is None:
        return []
    told = [
        _told(NAMES[name], rate, _("ภาค"), rate_url(name, report_round.month))
        for name, rate in rates.items()
    ]
    answers = all_answers_on_time(user, on=on)
    url = reverse("regions:request-list") + "?timing=due"
    return [*told, _told(_("ส่วนกลางตอบตรงเวลา"), answers, REQUESTS, url)]


def of_provinces(
    region: Region, report_round: ReportRound | None, *, on: date
) -> list[Punctuality]:
    """Of the provinces whose reports the region gathers, where it gathers any: one statement."""
    if report_round is None:
        return []
    owed = RegionalReport.objects.filter(round=report_round, region=region, unit__kind=PROVINCE)
    asked = {"region": region.code, "kind": PROVINCE}
    return [
        _told(NAMES[name], rate, OF_UNITS[PROVINCE], rate_url(name, report_round.month, **asked))
        for name, rate in rates_of(owed, on=on).items()
        if rate.of or rate.excluded
    ]


def _told(name, rate, counted_in, url):
    return Punctuality(
        name, rate, counted_in, url, explained_rate(rate, url=url, counted_in=counted_in)
    )
