"""The list of reports, the page of one, and the form a region fills in."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.kernel import thai
from portal.kernel.http import require
from portal.kernel.kept_text import take_kept_text
from portal.kernel.names import named_short
from portal.kernel.templatetags import portal_ui

from ..filters import ReportFilter
from ..forms import SectionForm
from ..listing import counted, grouped, paged
from ..models import Progress, RegionalReport
from ..parts import parts_of
from ..permissions import can_edit_report, can_review_report, can_submit_report, can_withdraw_report
from ..queries import waiting_for_review
from ..standing import holder_of, standing_of

State = RegionalReport.State


def get_report(request, pk):
    reports = RegionalReport.objects.visible_to(request.user).for_page(on=timezone.localdate())
    return get_object_or_404(reports, pk=pk)


# -- The list ------------------------------------------------------------------------


@require_safe
def report_list(request):
    today = timezone.localdate()
    reports = RegionalReport.objects.listed_for(request.user)
    found = ReportFilter(request.GET, queryset=reports)
    counts = counted(found.qs)
    page = paged(found.qs, counts, request.GET.get("page"), user=request.user, on=today)
    context = {
        "filter": found,
        "page": page,
        "groups": grouped(page, user=request.user, on=today),
        "tally": [tallied(request, state, counts[state]) for state in State],
        "is_filtered": any(found.form[name].value() for name in found.filters),
    }
    return render(request, "regions/report_list.html", context)


def tallied(request, state, count):
    """A count that is a filter; pressed again, it lets go."""
    is_current = request.GET.get("state") == state
    query = request.GET.copy()
    query.pop("page", None)
    query["state"] = "" if is_current else state
    return {
        "value": count,
        "words": state.label,
        "url": f"?{query.urlencode()}",
        "is_current": is_current,
    }


# -- The page of one report -------------------------------------------------------------


@require_safe
def report_detail(request, pk):
    report = get_report(request, pk)
    parts = parts_of(report, user=request.user)
    if can_edit_report(request.user, report) and may_type(report):
        for part in parts:
            kept = take_kept_text(request, part.save_url)
            part.form = SectionForm(kept, part=part, by=request.user)
        return form_page(request, report, parts)
    context = page_of(request, report, parts)
    if report.state in (State.RETURNED, State.ACCEPTED):
        waiting = waiting_for_review(request.user).select_related("round", "unit__region")
        context["next_to_review"] = waiting.first()
    return render(request, "regions/report_detail.html", context)


def may_type(report):
    return report.takes_answers(on=timezone.localdate())


def page_of(request, report, parts):
    """What every page of one report says of it."""
    today, user = timezone.localdate(), request.user
    s, words = standing_of(report, on=today)
    is_sent, is_closed = report.state == State.SUBMITTED, not report.is_open(on=today)
    return {
        "report": report,
        "region": report.unit.region,
        "parts": parts,
        "s": s,
        "words": words,
        "holder": holder_of(report),
        "is_late": report.is_late(on=today),
        "is_closed": is_closed,
        "returned": [part for part in parts if part.row.progress == Progress.BACK],
        "may_submit": can_submit_report(user, report),
        "may_withdraw": is_sent and not is_closed and can_withdraw_report(user, report),
        "may_review": is_sent and can_review_report(user, report),
    }


# -- The form ---------------------------------------------------------------------------


def form_page(request, report, parts, *, form=None, status=200):
    """Six sections, each its own form; ``form`` is the one that came back with errors."""
    current = open_parts(parts, asked=request.GET.get("part"))
    context = page_of(request, report, parts) | {
        "form": form,
        "current": current,
        "saved_at": when_saved(parts),
    }
    context["to_mend"] = next(filter(is_untouched, context["returned"]), None)
    return render(request, "regions/report_form.html", context, status=status)


def open_parts(parts, *, asked):
    """What was typed, asked for or sent back stands open, else the first fresh part.

    Returns the current one: without a script the others wait until it is saved.
    """
    typed = [part for part in parts if part.form.is_bound]
    asked = [part for part in parts if part.section.key == asked]
    back = [part for part in parts if part.row.progress == Progress.BACK]
    fresh = [part for part in parts if part.row.progress == Progress.NONE]
    current = next(
        part for part in [*typed, *asked, *back, *fresh, *parts] if not part.row.is_locked
    )
    for part in [*typed, *asked, *back, current]:
        part.is_open = True
    return current


def when_saved(parts):
    """The last save in words, its day only where that is not today; none while text waits."""
    saved = [part.row.saved_at for part in parts if part.row.saved_at]
    if not saved or any(part.form.is_bound for part in parts):
        return ""
    last, now = max(saved), timezone.now()
    is_today = thai.day_of(last) == thai.day_of(now)
    return thai.time_of_day(last) if is_today else thai.moment(last, now=now)


def is_untouched(part):
    """Sent back, and not saved since."""
    return part.row.saved_at is None or part.row.saved_at < part.row.report.reviewed_at


@require_POST
def report_section(request, pk, key):
    """Save one section: from its button, on the way to ``then``, or quietly by autosave,
    which hears JSON."""
    report = get_report(request, pk)
    require(can_edit_report(request.user, report))
    parts = parts_of(report, user=request.user)
    part = part_named(parts, key)
    for other in parts:
        other.form = SectionForm(
            request.POST if other is part else None, part=other, by=request.user
        )
    then = request.POST.get("then", "")
    if then and not part.form.has_changed():
        return lead_on(report, then)
    is_saved = part.form.saved()
    if "X-Autosave" in request.headers:
        return autosaved(request, part.form) if is_saved else not_autosaved(part.form)
    if is_saved:
        messages.success(request, _("บันทึกส่วนที่ %(number)s แล้ว") % {"number": part.number})
        return lead_on(report, then or key)
    if is_stale(part.form) or part.row.is_locked or not may_type(report):
        return conflict_page(request, pk, key)
    return form_page(request, report, parts, form=part.form, status=422)


def part_named(parts, key):
    for part in parts:
        if part.section.key == key:
            return part
    raise Http404


def lead_on(report, then):
    """To the look before sending, or to the part of that key."""
    for row in report.sections.all():
        if row.key == then:
            return redirect(f"{report.get_absolute_url()}?part={then}#s{row.position}")
    return redirect("regions:report-submission", report.pk)


def is_stale(form):
    return form.has_error("__all__", "stale")


def autosaved(request, form):
    """When it was saved, the next version, and the states that follow from it."""
    row = form.saved_row
    report = get_report(request, row.report_id)
    part = part_named(parts_of(report, user=request.user), row.key)
    return JsonResponse(
        {
            "saved": _("บันทึกแล้ว %(time)s") % {"time": thai.time_of_day(row.saved_at)},
            "fields": {"version": str(row.version)},
            "shown": {
                part.state_id: portal_ui.state(part.row.progress, part.words),
                "round-state": portal_ui.state(*standing_of(report, on=timezone.localdate())),
                "round-strip": portal_ui.strip(report.weaves, named_short(report.unit.region)),
            },
        }
    )


def not_autosaved(form):
    first = next(error for errors in form.errors.values() for error in errors)
    message = _("ส่วนที่ %(number)s ยังไม่บันทึก: %(error)s") % {
        "number": form.part.number,
        "error": first,
    }
    return JsonResponse({"message": message}, status=409 if is_stale(form) else 422)


def conflict_page(request, pk, key):
    """Both texts, field by field. Saving again from here is saving over what is seen here;
    where the pen is down meanwhile, what was typed stands to be copied."""
    report = get_report(request, pk)
    part = part_named(parts_of(report, user=request.user), key)
    mine = request.POST.copy()
    mine["version"] = part.row.version
    form = SectionForm(mine, part=part, by=request.user)
    form.full_clean()
    context = {
        "report": report,
        "region": report.unit.region,
        "part": part,
        "saved_by": part.row.saved_by and part.row.saved_by.person,
        "differences": form.differences(),
        "asked": form if may_type(report) and not part.row.is_locked else None,
    }
    return render(request, "regions/report_conflict.html", context, status=409)
