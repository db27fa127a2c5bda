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
from regions.explaining import Explained, explained_rate
from regions.models import ReportRound
from regions.queries.requests import all_answers_on_time
from regions.rates import NAMES

REQUESTS = gettext_lazy("คำขอ")
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


def _told(name, rate, counted_in, url):
    return Punctuality(
        name, rate, counted_in, url, explained_rate(rate, url=url, counted_in=counted_in)
    )
