"""The list of reports, the form a region fills in, and its hand-in."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, Value, When
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_http_methods

from portal.kernel import thai
from portal.kernel.http import announce, require
from portal.kernel.kept_text import take_kept_text
from portal.kernel.workdays import workdays_after

from ..actions import withdraw_report
from ..filters import ReportFilter
from ..forms import SectionForm, SubmissionForm
from ..models import RegionalReport, rights_of
from ..parts import parts_of
from ..permissions import can_edit_report, can_review_report, can_submit_report, can_withdraw_report
from ..standing import holder_of, standing_of

PAGE = 24
REVIEW_WORKDAYS = 3
State = RegionalReport.State


def get_report(request, pk):
    reports = RegionalReport.objects.visible_to(request.user).for_page(on=timezone.localdate())
    return get_object_or_404(reports, pk=pk)


# -- The list ------------------------------------------------------------------------


@require_GET
def report_list(request):
    rights = rights_of(request.user)
    mine = Case(When(unit__region__in=rights.regions, then=Value(0)), default=Value(1))
    reports = RegionalReport.objects.listed_for(request.user).annotate(theirs=mine)
    found = ReportFilter(request.GET, queryset=reports)
    counts = found.qs.aggregate(**{state: Count("pk", filter=Q(state=state)) for state in State.values})
    page = Paginator(
        found.qs.for_list(on=timezone.localdate()).order_by(
            "theirs", "-round__month", "unit__region__number"
        ),
        PAGE,
    )
    page.count = sum(counts.values())
    page = page.get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page": page,
        "groups": grouped(page, request.user),
        "tally": [tallied(request, state, counts[state]) for state in State],
        "is_filtered": any(found.form[name].value() for name in found.filters),
    }
    return render(request, "regions/report_list.html", context)


def tallied(request, state, count):
    here = request.GET.get("state") == state
    query = request.GET.copy()
    query.pop("page", None)
    query["state"] = "" if here else state
    return {"value": count, "words": state.label, "url": f"?{query.urlencode()}", "is_current": here}


def grouped(page, user):
    """Rows under the reader's own region first, then under each round."""
    today, rights = timezone.localdate(), rights_of(user)
    groups = {}
    for report in page:
        is_mine = report.unit.region_id in rights.regions
        key = report.unit.region_id if is_mine else report.round_id
        group = groups.setdefault(
            (is_mine, key), {"region": is_mine and report.unit.region, "round": report.round, "rows": []}
        )
        group["rows"].append(row_of(report, user, on=today))
    return list(groups.values())


def row_of(report, user, *, on):
    s, words = standing_of(report, on=on)
    rights = rights_of(user)
    may_fill = can_edit_report(user, report) and report.takes_answers(on=on)
    return {
        "report": report,
        "s": s,
        "words": words,
        "holder": holder_of(report),
        "may_read": report.state != State.DRAFT or report.unit.region_id in rights.regions,
        "may_fill": may_fill,
        "may_review": report.state == State.SUBMITTED and can_review_report(user, report),
    }


# -- The page of one report -------------------------------------------------------------


@require_GET
def report_detail(request, pk):
    report = get_report(request, pk)
    parts = parts_of(report, user=request.user)
    if can_edit_report(request.user, report) and may_type(report):
        kept = {part.section.key: take_kept_text(request, part.save_url) for part in parts}
        return form_page(request, report, parts, bound=kept)
    return render(request, "regions/report_detail.html", page_of(request, report, parts))


def page_of(request, report, parts):
    today = timezone.localdate()
    s, words = standing_of(report, on=today)
    return {
        "report": report,
        "region": report.unit.region,
        "parts": parts,
        "today": today,
        "s": s,
        "words": words,
        "holder": holder_of(report),
        "is_late": report.is_late(on=today),
        "is_closed": not report.round.is_open(on=today),
        "returned": [part for part in parts if part.row.progress == "back"],
        "missing": [(part, number) for part in parts for number in part.missing],
        "may_submit": can_submit_report(request.user, report),
        "may_withdraw": report.state == State.SUBMITTED
        and report.round.is_open(on=today)
        and can_withdraw_report(request.user, report),
        "may_review": report.state == State.SUBMITTED and can_review_report(request.user, report),
    }


def form_page(request, report, parts, *, bound=None, form=None, status=200):
    """The form, with what was typed before put back: ``bound`` by section, or one ``form`` with errors."""
    bound = bound or {}
    for part in parts:
        part.form = SectionForm(bound.get(part.section.key), part=part, by=request.user)
        if form and part.section == form.part.section:
            part.form = form
        part.is_open = part.form.is_bound or part.row.progress == "back"
    asked = request.GET.get("part")
    if not any(part.is_open for part in parts):
        begun = [part for part in parts if part.section.key == asked]
        fresh = [part for part in parts if not part.row.is_locked and part.row.progress == "none"]
        for part in (begun or fresh or parts)[:1]:
            part.is_open = True
    context = page_of(request, report, parts) | {
        "form": form,
        "saved_at": max((part.row.saved_at for part in parts if part.row.saved_at), default=None),
    }
    return render(request, "regions/report_form.html", context, status=status)


@require_POST
def report_section(request, pk, key):
    """Save one section: from its button, or quietly by autosave, which hears JSON."""
    report = get_report(request, pk)
    require(can_edit_report(request.user, report))
    parts = parts_of(report, user=request.user)
    part = next((part for part in parts if part.section.key == key), None)
    if part is None:
        raise Http404
    form = SectionForm(request.POST, part=part, by=request.user)
    is_saved = form.saved()
    if "X-Autosave" in request.headers:
        return autosaved(form) if is_saved else not_autosaved(form)
    if is_saved:
        messages.success(request, _("บันทึกส่วนที่ %(number)s แล้ว") % {"number": part.section.number})
        return redirect(f"{report.get_absolute_url()}?part={key}#{part.anchor}")
    if form.has_error("__all__", "stale") or part.row.is_locked or not may_type(report):
        return conflict_page(request, pk, key)
    return form_page(request, report, parts, form=form, status=422)


def autosaved(form):
    row = form.saved_row
    saved = _("บันทึกแล้ว %(time)s") % {"time": thai.time_of_day(row.saved_at)}
    return JsonResponse({"saved": saved, "fields": {"version": str(row.version)}})


def not_autosaved(form):
    is_stale = form.has_error("__all__", "stale")
    [first, *_rest] = [error for errors in form.errors.values() for error in errors]
    message = _("ส่วนที่ %(number)s ยังไม่บันทึก: %(error)s") % {
        "number": form.part.section.number,
        "error": first,
    }
    return JsonResponse({"message": message}, status=409 if is_stale else 422)


def may_type(report):
    return report.takes_answers(on=timezone.localdate())


def conflict_page(request, pk, key):
    """Both texts, field by field. Saving again from here is saving over what is seen here;
    where the pen is down meanwhile, what was typed stands to be copied."""
    report = get_report(request, pk)
    part = next(part for part in parts_of(report, user=request.user) if part.section.key == key)
    mine = request.POST.copy()
    mine["version"] = part.row.version
    form = SectionForm(mine, part=part, by=request.user)
    form.full_clean()
    may_save = may_type(report) and not part.row.is_locked
    context = {
        "report": report,
        "region": report.unit.region,
        "part": part,
        "saved_by": part.row.saved_by and part.row.saved_by.person,
        "differences": form.differences(),
        "asked": form if may_save else None,
    }
    return render(request, "regions/report_conflict.html", context, status=409)


# -- Handing in ------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def report_submission(request, pk):
    """Look through everything as the reviewer will see it, send it, and read the receipt."""
    report = get_report(request, pk)
    require(can_edit_report(request.user, report))
    if request.method == "POST":
        require(can_submit_report(request.user, report))
        form = SubmissionForm(request.POST, report=report, by=request.user)
        if form.saved():
            return redirect(request.path)
        report = get_report(request, pk)
        return submission_page(request, report, errors=form.non_field_errors(), status=409)
    return submission_page(request, report)


def submission_page(request, report, *, errors=(), status=200):
    parts = parts_of(report, user=request.user)
    context = page_of(request, report, parts) | {
        "form": SubmissionForm(report=report, by=request.user),
        "refusals": errors,
        "takes_answers": may_type(report),
        "answer_by": report.sent_at and workdays_after(thai.day_of(report.sent_at), REVIEW_WORKDAYS),
        "review_workdays": REVIEW_WORKDAYS,
        "unusual": [(part, number) for part in parts for number in part.unusual],
    }
    return render(request, "regions/report_submission.html", context, status=status)


@require_POST
def report_withdrawal(request, pk):
    report = get_report(request, pk)
    require(can_withdraw_report(request.user, report))
    with announce(request, _("ถอนรายงานกลับมาแก้แล้ว แก้เสร็จแล้วต้องส่งใหม่")):
        withdraw_report(report, by=request.user)
    return redirect(report)
