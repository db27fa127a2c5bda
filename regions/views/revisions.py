"""รายการแก้ไขข้อมูลที่ปิดแล้ว: what was accepted and mended since, and why. All can read all."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

from ..forms.revisions import RevisionDecisionForm, RevisionForm
from ..found import found_revisions
from ..models import Indicator, RegionalReport, Revision
from ..permissions import can_ask_revision, can_decide_revision
from ..revision_changes import changes_in_words
from ..standing import holder_of_revision
from .report_page import get_report

PAGE = 24


@require_safe
def revision_list(request):
    """What waits for a decision first, then the latest."""
    found = found_revisions(request)
    page = Paginator(found.qs, PAGE).get_page(request.GET.get("page"))
    is_filtered = any(found.form[name].value() for name in found.filters)
    context = {"filter": found, "page": page, "is_filtered": is_filtered}
    return render(request, "regions/revision_list.html", context)


@asks
def revision_create(request, pk):
    report = get_report(request, pk)
    require(can_ask_revision(request.user, report))
    form = RevisionForm(typed(request), report=report, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกคำขอแล้ว รายงานยังปิดอยู่จนกว่าผู้ตรวจจะเปิดให้แก้"))
        return redirect(form.revision)
    context = {"form": form, "report": report}
    context["waiting"] = report.revisions.filter(closed_at=None, refused_because="").first()
    context["may_ask"] = report.state == RegionalReport.State.ACCEPTED
    return render(request, "regions/revision_form.html", context, status=status_of(request))


@asks
def revision_detail(request, pk):
    """What was asked and what became of it; whoever checks the report decides here."""
    revisions = Revision.objects.visible_to(request.user).for_list()
    revision = get_object_or_404(revisions.prefetch_related("report__sections"), pk=pk)
    may_decide = can_decide_revision(request.user, revision.report)
    if request.method == "POST":
        require(may_decide)
    form = RevisionDecisionForm(typed(request), revision=revision, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกแล้ว ผู้ขอและผู้กรอกได้รับแจ้งทางจดหมาย"))
        return redirect("regions:revision-detail", pk)
    return detail_page(request, revision, form if may_decide else None)


def detail_page(request, revision, form):
    indicators = {one.key: one for one in Indicator.objects.all()}
    reports = RegionalReport.objects.for_list(on=timezone.localdate())
    context = {
        "revision": revision,
        "holder": holder_of_revision(revision, reports.get(pk=revision.report_id)),
        "report": revision.report,
        "form": form if revision.decided_at is None or (form and form.is_bound) else None,
        "changes": changes_in_words(revision, indicators),
    }
    return render(request, "regions/revision_detail.html", context, status=status_of(request))


def status_of(request):
    """What was sent and comes back was not saved."""
    return 422 if request.method == "POST" else 200
