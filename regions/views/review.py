"""The review: last month beside this month, a verdict for each section, in one reviewer's hands."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from portal.kernel import thai
from portal.kernel.http import announce, asks, read_pk, require
from portal.kernel.kept_text import take_kept_text
from portal.kernel.names import named

from ..actions import begin_review, put_back
from ..forms import JudgedForm, ReviewForm
from ..models import RegionalReport, rights_of
from ..parts import parts_of
from ..permissions import can_begin_review, can_review_report
from ..queries import texts_of_last_month
from ..queries.queue import first_to_review, to_review_next
from ..sections import section_of
from .report_page import hands_of, page_of
from .report_record import record_of

State = RegionalReport.State
# What a button says that keeps the verdicts without deciding.
KEEPING = {
    "keep": gettext_lazy("เก็บไว้แล้ว กลับมาตรวจต่อได้"),
    JudgedForm.REST: gettext_lazy("เลือกผ่านให้ส่วนที่เหลือแล้ว ดูอีกครั้งแล้วกดบันทึกการทบทวน"),
}


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
    if request.method == "POST":
        return judged(request, report, parts)
    form = ReviewForm(kept_text_of(request, pk), report=report, parts=parts, by=request.user)
    is_asked = may_review and (form.is_bound or not in_other_hands(request, report))
    return review_page(request, report, parts, form if is_asked else None)


def judged(request, report, parts):
    """The whole verdict, or, quietly or by its button, as far as it goes."""
    is_quiet = "X-Autosave" in request.headers
    keeps = is_quiet or KEEPING.keys() & request.POST.keys()
    shape = JudgedForm if keeps else ReviewForm
    form = shape(request.POST, report=report, parts=parts, by=request.user)
    is_saved = form.saved()
    if is_quiet:
        return kept_quietly(request, form) if is_saved else not_kept(form)
    if not is_saved:
        return refused(request, report.pk, form)
    return kept(request) if keeps else decided(request, report, form)


def kept(request):
    """Back to where it was typed, whichever button kept it."""
    messages.success(request, next(KEEPING[name] for name in KEEPING if name in request.POST))
    return redirect(request.path)


def decided(request, report, form):
    """To the report, or straight on to what waits next."""
    words = _("%(unit)s: %(verdict)s") % {
        "unit": named(report.unit),
        "verdict": verdict_words(form),
    }
    messages.success(request, words)
    follows = first_to_review(request.user, after=report) if "next" in request.POST else None
    return redirect("regions:report-review", follows.pk) if follows else redirect(report)


def refused(request, pk, form):
    """With the report as it is now: saving again from here is judging what is seen here."""
    report = get_listed_report(request, pk)
    form.data = form.data.copy()
    form.data["version"] = report.version
    return review_page(request, report, parts_of(report, user=request.user), form)


def kept_text_of(request, pk):
    """What was typed here before the session ended, whichever of the page's buttons sent it."""
    names = ("report-review", "review-begin", "review-put-back")
    kept = (take_kept_text(request, reverse(f"regions:{name}", args=[pk])) for name in names)
    return next((typed for typed in kept if typed), None)


def in_other_hands(request, report):
    return report.state == State.IN_REVIEW and report.reviewer_id != request.user.pk


# -- Typed, and not decided yet ----------------------------------------------------------


def kept_quietly(request, form):
    """When it was kept, the next version, and who has it in hand now."""
    report = get_listed_report(request, form.report.pk)
    hands = hands_of(report, request.user) | {"report": report, "may_review": True, "form": form}
    return JsonResponse(
        {
            "saved": _("เก็บแล้ว %(time)s") % {"time": thai.time_of_day(timezone.now())},
            "fields": {"version": str(report.version)},
            "shown": {"hands": render_to_string("regions/_review_hands.html", hands, request)},
        }
    )


def not_kept(form):
    message = next(error for errors in form.errors.values() for error in errors)
    return JsonResponse({"message": message}, status=409 if is_overtaken(form) else 422)


def is_overtaken(form):
    return any(form.has_error("__all__", code) for code in ("stale", "in-other-hands"))


# -- Whose turn it is ----------------------------------------------------------------------


@require_POST
def review_begin(request, pk):
    """Take it in hand, also from another reviewer, with what was typed here meanwhile."""
    report = get_listed_report(request, pk)
    require(can_begin_review(request.user, report))
    with announce(request, _("ท่านเป็นผู้ตรวจรายงานนี้แล้ว ผู้ตรวจคนอื่นและผู้กรอกเห็นชื่อท่าน")):
        begin_review(report, by=request.user, **sent_with(request, report))
    return redirect("regions:report-review", pk)


@require_POST
def review_put_back(request, pk):
    report = get_listed_report(request, pk)
    require(can_begin_review(request.user, report))
    with announce(request, _("วางไว้แล้ว ผู้ตรวจคนอื่นตรวจต่อได้ สิ่งที่ตรวจไว้ยังอยู่")):
        put_back(report, by=request.user, **sent_with(request, report))
    return redirect("regions:report-review", pk)


def sent_with(request, report):
    """The version the button stood under, and what was typed around it."""
    parts = parts_of(report, user=request.user)
    form = JudgedForm(request.POST, report=report, parts=parts, by=request.user)
    return {"version": read_pk(request.POST.get("seen", "")), "judged": form.judged}


# -- The page ------------------------------------------------------------------------------


def get_listed_report(request, pk):
    """Also one taken back meanwhile: whoever reviews knows that it is there, not what it says."""
    listed = RegionalReport.objects.listed_for(request.user)
    return get_object_or_404(listed.for_page(on=timezone.localdate()), pk=pk)


def overtaken(request, report):
    """Taken back or reviewed by another meanwhile: say what is true now, and lose no reason."""
    if "X-Autosave" in request.headers:
        text = _("รายงานนี้ไม่ได้รอตรวจอยู่แล้ว กดบันทึกเพื่อดูว่าเกิดอะไรขึ้น ข้อความของท่านยังอยู่")
        return JsonResponse({"message": text}, status=409)
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
    if form and is_overtaken(form):
        status = 409
    elif form and form.is_bound and form.errors:
        status = 422
    context = page_of(request, report, parts) | record_of(request, report) | {"form": form}
    if form:
        context["waiting"] = to_review_next(request.user, after=report.pk).count()
        context["is_kept"] = report.judged and not form.is_bound
    return render(request, "regions/report_review.html", context, status=status)


def section_fields(form, part):
    key = part.section.key
    return {"verdict": form[key], "reason": form[f"{key}_reason"]} if key in form.fields else None


def compare(parts, texts_before):
    """Give each part ``.rows``: what is asked, what was said last month, what is said now."""
    for part in parts:
        before, now = texts_before.get(part.section.key, {}), part.row.answers
        part.rows = [
            {"label": one.name, "before": one.last_words, "now": one.words, "number": one}
            for one in part.numbers
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
