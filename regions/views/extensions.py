"""More days for a report: who asked for them, why, and what was answered. All can read all."""

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

from ..actions import withdraw_extension
from ..actions.extending import latest_day
from ..forms.extensions import ExtensionAnswerForm, ExtensionForm
from ..forms.withdrawal import WithdrawalForm
from ..found import found_extensions
from ..models import Extension, RegionalReport
from ..permissions import can_answer_extension, can_ask_extension, can_withdraw_extension
from ..standing import name_holders
from .report_page import get_report
from .revisions import shown, status_of

PAGE = 24


@require_safe
def extension_list(request):
    """Those that wait come first; no back door (promise 23): every reason is read by all."""
    found = found_extensions(request)
    page = Paginator(found.qs, PAGE).get_page(request.GET.get("page"))
    name_holders(page, on=timezone.localdate())
    is_filtered = any(found.form[name].value() for name in found.filters)
    context = {"filter": found, "page": page, "is_filtered": is_filtered}
    return render(request, "regions/extension_list.html", context)


@asks
def extension_create(request, pk):
    report = get_report(request, pk)
    require(can_ask_extension(request.user, report))
    form = ExtensionForm(typed(request), report=report, by=request.user)
    if form.saved():
        messages.success(request, _("ส่งคำขอแล้ว ผู้ตรวจได้รับแจ้งทางจดหมาย"))
        return redirect("regions:extension-list")
    context = {"form": form, "report": report, "latest": latest_day(report)}
    context["waiting"] = report.extensions.waiting().first()
    context["may_ask"] = report.state == RegionalReport.State.DRAFT and not report.submitted_at
    return render(request, "regions/extension_form.html", context)


@asks
def extension_detail(request, pk):
    """What was asked; whoever decides answers here."""
    extension = get_object_or_404(Extension.objects.for_list(), pk=pk)
    may_answer = can_answer_extension(request.user, extension)
    if request.method == "POST":
        require(may_answer)
    form = ExtensionAnswerForm(typed(request), extension=extension, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกคำตอบแล้ว ผู้ขอได้รับแจ้งทางจดหมาย"))
        return redirect("regions:extension-list")
    return detail_page(request, extension, form=form if may_answer else None)


@asks
def extension_withdrawal(request, pk):
    """Whoever asked by mistake takes it back."""
    extension = get_object_or_404(Extension.objects.for_list(), pk=pk)
    require(can_withdraw_extension(request.user, extension))
    withdrawal = withdrawal_of(request, extension)
    if withdrawal.saved():
        messages.success(request, _("ถอนคำขอแล้ว"))
        return redirect(extension)
    return detail_page(request, extension, withdrawal=withdrawal)


def withdrawal_of(request, extension):
    withdraw = partial(withdraw_extension, extension, by=request.user)
    url = reverse("regions:extension-withdrawal", args=[extension.pk])
    return WithdrawalForm(typed(request, url), withdraw=withdraw)


def detail_page(request, extension, *, form=None, withdrawal=None):
    """What was sent and comes back was not saved: somebody may have been quicker."""
    if request.method == "POST":
        extension = Extension.objects.for_list().get(pk=extension.pk)
    elif can_withdraw_extension(request.user, extension):
        withdrawal = withdrawal or withdrawal_of(request, extension)
    name_holders([extension], on=timezone.localdate())
    waits, report = extension.standing == "waiting", extension.report
    context = {"extension": extension, "report": report, "latest": latest_day(report)}
    context |= {"form": shown(form, waits), "withdrawal": shown(withdrawal, waits)}
    return render(request, "regions/extension_detail.html", context, status=status_of(request))
