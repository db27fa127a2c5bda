"""The page of one report."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..history import history_of_report
from ..models import RegionalReport
from ..parts import parts_of
from ..permissions import can_ask_revision, can_contact_filers, can_edit_section
from ..queries import waiting_for_review
from .offline import mirrored
from .report_page import get_report, page_of
from .sections import ask, form_page

State = RegionalReport.State


@require_safe
def report_detail(request, pk):
    report = get_report(request, pk)
    parts = parts_of(report, user=request.user)
    if ask(request, report, parts):
        return form_page(request, report, parts)
    context = page_of(request, report, parts)
    if any(can_edit_section(request.user, part.row) for part in parts):
        context |= mirrored(request)
    context |= record_of(request, report)
    if report.state in (State.RETURNED, State.ACCEPTED):
        waiting = waiting_for_review(request.user).select_related("round", "unit__region")
        context["next_to_review"] = waiting.first()
    return render(request, "regions/report_detail.html", context)


def record_of(request, report):
    """What happened to it, what was mended since it was accepted, and what may be done about it."""
    user, is_accepted = request.user, report.state == State.ACCEPTED
    return {
        "history": history_of_report(report),
        "revisions": report.revisions.order_by("number"),
        "may_contact": report.is_editable and can_contact_filers(user, report),
        "may_ask_revision": is_accepted and can_ask_revision(user, report),
    }
