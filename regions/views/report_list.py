"""The list of reports: one kind of unit at a time, the reader's own place first."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..found import found_reports
from ..listing import counted, gathered, grouped, paged
from ..models import RegionalReport, rights_of

State = RegionalReport.State


@require_safe
def report_list(request):
    today = timezone.localdate()
    found = found_reports(request)
    counts = counted(found.qs)
    page = paged(found.qs, counts, request.GET.get("page"), user=request.user, on=today)
    context = {
        "filter": found,
        "page": page,
        "groups": grouped(rows_of(request, found, page), user=request.user, on=today),
        "tally": [tallied(request, state, counts[state]) for state in State],
    }
    return render(request, "regions/report_list.html", context)


def rows_of(request, found, page):
    """Who only opens the list at a regional office sees the provinces it gathers, too."""
    rows = list(page)
    if found.is_filtered or "kind" in request.GET or page.number > 1:
        return rows
    own = [report for report in rows if report.unit.region_id in rights_of(request.user).regions]
    others = [report for report in rows if report not in own]
    return [*own, *gathered(request.user, on=timezone.localdate()), *others]


def tallied(request, state, count):
    """A count that is a filter; pressed again, it lets go."""
    is_current = request.GET.get("state") == state
    query = request.GET.copy()
    query.pop("page", None)
    query["state"] = "" if is_current else state
    return {
        "value": count,
        "words": state.label,
        "url": f"?{query.urlencode()}",
        "is_current": is_current,
    }
