"""The page of one report."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..models import RegionalReport
from ..parts import parts_of
from ..permissions import can_have_typed
from ..queries.queue import first_to_review
from .observations import observed
from .offline import mirrored
from .report_page import get_report, page_of
from .report_record import record_of
from .sections import ask, form_page

State = RegionalReport.State


@require_safe
def report_detail(request, pk):
    report = get_report(request, pk)
    parts = parts_of(report, user=request.user)
    if ask(request, report, parts):
        return form_page(request, report, parts)
    context = page_of(request, report, parts)
    if can_have_typed(request.user, report):
        context |= mirrored(request)
    context |= record_of(request, report) | observed(request, report, parts)
    if report.state in (State.RETURNED, State.ACCEPTED):
        context["next_to_review"] = first_to_review(request.user, after=report)
    return render(request, "regions/report_detail.html", context)
