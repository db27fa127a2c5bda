"""The list behind a percentage: who sent and who did not, who was on time, who is not due yet."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..addresses import rate_url
from ..explaining import OF_UNITS
from ..models import Region, RegionalReport, ReportingUnit, ReportRound, SupportRequest
from ..queries.rates import rate_lines
from ..queries.requests import answers_on_time
from ..rates import FORMULAS, NAMES, rates_by
from ..trends import months_until, trend_of_rates

Kind = ReportingUnit.Kind


@require_safe
def rate_detail(request, name, month):
    """Completeness or timeliness of a month: of the regions, with ``?kind=province`` of the
    provinces; of all, or of one ``?region=`` by code."""
    report_round = get_object_or_404(ReportRound, month=month)
    kind = request.GET.get("kind") or Kind.REGION
    if name not in FORMULAS or kind not in OF_UNITS:
        raise Http404
    code = request.GET.get("region")
    region = get_object_or_404(Region, code=code) if code else None
    page = page_of(name, report_round, kind, region, on=timezone.localdate())
    return render(request, "regions/rate_detail.html", page)


def page_of(name, report_round, kind, region, *, on):
    months = months_until(report_round.month)
    owed = RegionalReport.objects.filter(unit__kind=kind)
    owed = owed.filter(region=region) if region else owed
    by_month = rates_by(owed.filter(round__month__in=months), "round__month", on=on)
    rates = {month: rates[name] for (month,), rates in by_month.items()}
    asked = {"region": region and region.code, "kind": kind if kind != Kind.REGION else ""}
    lines = rate_lines(owed.filter(round=report_round), name, on=on)
    return {
        "name": NAMES[name],
        "round": report_round,
        "region": region,
        "kind": kind,
        "counted_in": OF_UNITS[kind],
        "rate": rates.get(report_round.month),
        "lines": lines,
        "answers": answers_beside(report_round, region, on=on) if name == "timeliness" else None,
        "answers_url": answers_url(report_round, region),
        "views": views_of(name, report_round.month, kind, region),
        "trend": trend_of_rates(
            NAMES[name],
            rates,
            until=report_round.month,
            url=lambda month: rate_url(name, month, **asked),
        ),
    }


def answers_beside(report_round, region, *, on):
    """The centre's own timeliness: how it answered what was asked in these reports (B5)."""
    asked = SupportRequest.objects.sent().filter(report__round=report_round)
    return answers_on_time(asked.filter(report__region=region) if region else asked, on=on)


def answers_url(report_round, region):
    asked = {"month": str(report_round)} | ({"region": region.code} if region else {})
    return f"{reverse('regions:request-list')}?{urlencode(asked)}"


def views_of(name, month, kind, region):
    """The two rates, of the two kinds of units."""
    code = region and region.code
    return [
        {
            "url": rate_url(other, month, region=code, kind="" if units == Kind.REGION else units),
            "label": f"{NAMES[other]} ({OF_UNITS[units]})",
            "is_current": (other, units) == (name, kind),
        }
        for units in OF_UNITS
        for other in NAMES
    ]
