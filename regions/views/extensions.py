"""More days for a report: who asked for them, why, and what was answered. All can read all."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

from ..actions.extending import latest_day
from ..forms.extensions import ExtensionAnswerForm, ExtensionForm
from ..found import found_extensions
from ..models import Extension, RegionalReport
from ..permissions import can_answer_extension, can_ask_extension
from .report_page import get_report

PAGE = 24


@require_safe
def extension_list(request):
    """Those that wait come first; no back door (promise 23): every reason is read by all."""
    found = found_extensions(request)
    page = Paginator(found.qs, PAGE).get_page(request.GET.get("page"))
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
    context = {"extension": extension, "report": extension.report, "today": timezone.localdate()}
    context |= {"form": form if may_answer else None, "latest": latest_day(extension.report)}
    return render(request, "regions/extension_detail.html", context)
