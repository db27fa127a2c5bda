"""รายการแก้ไขข้อมูลที่ปิดแล้ว: what was accepted and mended since, and why. All can read all."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

from ..actions import withdraw_revision
from ..forms.revisions import RevisionDecisionForm, RevisionForm
from ..forms.withdrawal import WithdrawalForm
from ..found import found_revisions
from ..models import Indicator, RegionalReport, Revision
from ..permissions import can_ask_revision, can_decide_revision, can_withdraw_revision
from ..revision_changes import changes_in_words
from ..standing import name_holders
from .report_page import get_report

PAGE = 24


@require_safe
def revision_list(request):
    """What waits for a decision first, then the latest."""
    found = found_revisions(request)
    page = Paginator(found.qs, PAGE).get_page(request.GET.get("page"))
    name_holders(page, on=timezone.localdate())
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
    revision = get_revision(request, pk)
    may_decide = can_decide_revision(request.user, revision.report)
    if request.method == "POST":
        require(may_decide)
    form = RevisionDecisionForm(typed(request), revision=revision, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกแล้ว ผู้ขอและผู้กรอกได้รับแจ้งทางจดหมาย"))
        return redirect("regions:revision-detail", pk)
    return detail_page(request, revision, form=form if may_decide else None)


@asks
def revision_withdrawal(request, pk):
    """Whoever asked by mistake takes it back."""
    revision = get_revision(request, pk)
    require(can_withdraw_revision(request.user, revision))
    withdrawal = withdrawal_of(request, revision)
    if withdrawal.saved():
        messages.success(request, _("ถอนคำขอแล้ว"))
        return redirect(revision)
    return detail_page(request, revision, withdrawal=withdrawal)


def get_revision(request, pk):
    revisions = Revision.objects.visible_to(request.user).for_list()
    return get_object_or_404(revisions.prefetch_related("report__sections"), pk=pk)


def withdrawal_of(request, revision):
    withdraw = partial(withdraw_revision, revision, by=request.user)
    url = reverse("regions:revision-withdrawal", args=[revision.pk])
    return WithdrawalForm(typed(request, url), withdraw=withdraw)


def detail_page(request, revision, *, form=None, withdrawal=None):
    """What was sent and comes back was not saved: somebody may have been quicker. Who decides
    needs no second way to end their own question."""
    if request.method == "POST":
        revision = get_revision(request, revision.pk)
    elif not form and can_withdraw_revision(request.user, revision):
        withdrawal = withdrawal or withdrawal_of(request, revision)
    name_holders([revision], on=timezone.localdate())
    waits = revision.standing == "asked"
    context = {"revision": revision, "report": revision.report, "changes": changes_of(revision)}
    context |= {"form": shown(form, waits), "withdrawal": shown(withdrawal, waits)}
    return render(request, "regions/revision_detail.html", context, status=status_of(request))


def changes_of(revision):
    return changes_in_words(revision, {one.key: one for one in Indicator.objects.all()})


def shown(form, waits):
    """Once the question is answered, only what somebody typed in vain."""
    return form if form and (waits or form.is_bound) else None


def status_of(request):
    """What was sent and comes back was not saved."""
    return 422 if request.method == "POST" else 200
