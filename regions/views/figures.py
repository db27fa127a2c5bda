"""The list behind a figure: how it adds up, who answered, what is missing and why."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.kernel.exports import downloads
from portal.kernel.http import read_pk
from portal.kernel.thai import fiscal_year

from ..explaining import counted_in, formula_of, left_out_of, lines_of, other_reading
from ..figures import Asked, Basis
from ..found import found_figures
from ..models import Indicator, Province, Region, ReportRound
from ..overview import overview
from ..queries.figures import behind
from ..queries.targets import agreed_target
from ..trends import trend_of


@require_safe
def figure_list(request):
    """Every number of a month or of a fiscal year, of the nation and of each region."""
    found = found_figures(request)
    page = told(found) if found.span else {}
    return render(request, "regions/figure_list.html", {"filter": found, **page})


def told(found):
    rounds = ReportRound.objects.filter(month__range=found.span)
    month = rounds.latest("month").month
    period = f"?year={found.year}" if found.year else f"?round={month:%Y-%m}"
    return {
        "overview": overview(found.qs, month=month),
        "month": month,
        "year": found.year,
        "downloads": downloads("regions:figure-export", period),
    }


@require_safe
def figure_detail(request, key, month):
    """Of the nation, or of a ``?region=`` or ``?province=`` by code; of the month or of its
    ``?year=``; by the ``?basis=`` of regions or of provinces."""
    asked = asked_by(request, key, month)
    rows = list(asked.rolled().select_related("indicator"))
    rolled = next((row for row in rows if row.basis == asked.basis), None)
    if rolled is None:
        raise Http404
    page = page_of(asked, rolled, rows, on=timezone.localdate())
    return render(request, "regions/figure_detail.html", page)


def asked_by(request, key, month):
    read = request.GET.get
    indicators = Indicator.objects.select_related("part", "whole")
    province = get_object_or_404(Province, pk=read("province")) if read("province") else None
    basis = Basis.PROVINCES if province else read("basis") or Basis.REGIONS
    year = read_pk(read("year")) if read("year") else None
    if basis not in Basis.values or (read("year") and year != fiscal_year(month)):
        raise Http404
    region = get_object_or_404(Region, code=read("region")) if read("region") else None
    if region and province:
        raise Http404
    return Asked(get_object_or_404(indicators, key=key), month, year, basis, region, province)


def period_of(asked):
    return f"?year={asked.year}" if asked.year else f"?round={asked.month:%Y-%m}"


def page_of(asked, rolled, rows, *, on):
    found = behind(asked)
    place = {"basis": asked.basis, "region": asked.region, "province": asked.province}
    return {
        "asked": asked,
        "indicator": asked.indicator,
        "rolled": rolled,
        "formula": formula_of(asked),
        "counted_in": counted_in(asked),
        "lines": lines_of(found, on=on),
        "by_unit": asked.year and not asked.is_one_unit,
        "total": found.total,
        "is_stale": found.total.value != rolled.value,
        "left_out": left_out_of(found, on=on),
        "other": other_reading(asked, rolled, rows),
        "target": agreed_target(asked),
        "downloads": downloads("regions:figure-export", period_of(asked)),
        "year": fiscal_year(asked.month),
        "trend": trend_of(asked.indicator, until=asked.month, **place),
    }
