"""The page of one report."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..models import RegionalReport
from ..parts import parts_of
from ..permissions import can_have_typed
from ..queries import waiting_for_review
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
    context |= record_of(request, report)
    if report.state in (State.RETURNED, State.ACCEPTED):
        waiting = waiting_for_review(request.user).select_related("round", "unit__region")
        context["next_to_review"] = waiting.first()
    return render(request, "regions/report_detail.html", context)
