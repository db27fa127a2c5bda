"""The secretariat's review: last month beside this month, and a verdict for each section."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from portal.kernel.http import announce, asks, read_pk, require
from portal.kernel.kept_text import take_kept_text

from ..actions import begin_review, put_back
from ..forms import ReviewForm
from ..models import RegionalReport, rights_of
from ..parts import parts_of
from ..permissions import can_begin_review, can_review_report
from ..queries import texts_of_last_month
from ..sections import section_of
from .report_page import page_of

State = RegionalReport.State


@asks
def report_review(request, pk):
    report = get_listed_report(request, pk)
    may_review = can_review_report(request.user, report)
    require(may_review or rights_of(request.user).sees_everything)
    if request.method == "POST":
        require(may_review)
    if report.state not in RegionalReport.WAITING:
        return overtaken(request, report)
    parts = parts_of(report, user=request.user)
    data = request.POST if request.method == "POST" else take_kept_text(request)
    form = ReviewForm(data, report=report, parts=parts, by=request.user)
    if request.method == "POST" and form.saved():
        messages.success(request, verdict_words(form))
        return redirect(report)
    return review_page(request, report, parts, form if may_review else None)


@require_POST
def review_begin(request, pk):
    """Take it in hand, also from another reviewer."""
    report = get_listed_report(request, pk)
    require(can_begin_review(request.user, report))
    with announce(request, _("ท่านเป็นผู้ตรวจรายงานนี้แล้ว ผู้ตรวจคนอื่นและผู้กรอกเห็นชื่อท่าน")):
        begin_review(report, version=read_pk(request.POST.get("version", "")), by=request.user)
    return redirect("regions:report-review", pk)


@require_POST
def review_put_back(request, pk):
    report = get_listed_report(request, pk)
    require(can_begin_review(request.user, report))
    with announce(request, _("วางการตรวจแล้ว ผู้ตรวจคนอื่นตรวจต่อได้")):
        put_back(report, version=read_pk(request.POST.get("version", "")), by=request.user)
    return redirect("regions:report-review", pk)


def get_listed_report(request, pk):
    """Also one taken back meanwhile: whoever reviews knows that it is there, not what it says."""
    listed = RegionalReport.objects.listed_for(request.user)
    return get_object_or_404(listed.for_page(on=timezone.localdate()), pk=pk)


def overtaken(request, report):
    """Taken back or reviewed by another meanwhile: say what is true now, and lose no reason."""
    typed = reasons_typed(request.POST, report)
    if typed or (request.method == "POST" and report.state == State.DRAFT):
        context = {"report": report, "region": report.unit.region, "typed": typed}
        return render(request, "regions/review_overtaken.html", context, status=409)
    if report.state == State.DRAFT:
        raise Http404
    if request.method == "POST":
        messages.info(request, _("รายงานนี้ทบทวนไปแล้ว สิ่งที่เห็นด้านล่างคือผลล่าสุด"))
    return redirect(report)


def reasons_typed(data, report):
    """(number, title, reason) of each reason a reviewer had written."""
    found = [(row, data.get(f"{row.key}_reason", "").strip()) for row in report.sections.all()]
    return [(row.position, section_of(row.key).title, reason) for row, reason in found if reason]


def verdict_words(form):
    count = len(form.reasons)
    if not count:
        return _("รับรายงานแล้ว ตัวเลขกำลังเข้ารวมในภาพรวม")
    return ngettext(
        "ส่งกลับ %(count)s ส่วนแล้ว ผู้กรอกได้รับแจ้งทางจดหมาย",
        "ส่งกลับ %(count)s ส่วนแล้ว ผู้กรอกได้รับแจ้งทางจดหมาย",
        count,
    ) % {"count": count}


def review_page(request, report, parts, form):
    compare(parts, texts_of_last_month(report))
    for part in parts:
        part.form = form and section_fields(form, part)
    status = 200
    if form and form.has_error("__all__", "stale"):
        status = 409
    elif form and form.is_bound and form.errors:
        status = 422
    context = page_of(request, report, parts) | {"form": form}
    return render(request, "regions/report_review.html", context, status=status)


def section_fields(form, part):
    key = part.section.key
    return {"verdict": form[key], "reason": form[f"{key}_reason"]} if key in form.fields else None


def compare(parts, texts_before):
    """Give each part ``.rows``: what is asked, what was said last month, what is said now."""
    for part in parts:
        before, now = texts_before.get(part.section.key, {}), part.row.answers
        part.rows = [
            {"label": number.name, "before": number.was.last, "now": number.words, "number": number}
            for number in part.numbers
        ] + [
            {
                "label": text.label,
                "group": text.group,
                "before": before.get(text.key),
                "now": now.get(text.key),
            }
            for text in (*part.section.texts, *part.section.retired)
            if before.get(text.key) or now.get(text.key)
        ]
