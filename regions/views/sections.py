"""The form: each section saved by itself, from its button or quietly, and never over another."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel import thai
from portal.kernel.http import asks, require
from portal.kernel.kept_text import take_kept_text
from portal.kernel.names import named_short
from portal.kernel.templatetags import portal_ui

from ..forms import SectionForm
from ..models import Progress
from ..parts import parts_of
from ..permissions import can_edit_section, can_have_typed
from ..standing import standing_of
from .offline import as_form, mirrored
from .report_page import get_report, may_type, page_of
from .report_record import record_of


def ask(request, report, parts):
    """Give each part its form where this reader may type now; whether there is any."""
    if may_type(report):
        for part in parts:
            if not part.row.is_locked and can_edit_section(request.user, part.row):
                kept = take_kept_text(request, part.save_url)
                part.form = SectionForm(kept, part=part, by=request.user)
    return any(part.form for part in parts)


def form_page(request, report, parts, *, form=None, status=200):
    """The sections, each its own form; ``form`` is the one that came back with errors."""
    current = open_parts(parts, asked=request.GET.get("part"))
    context = (
        page_of(request, report, parts)
        | mirrored(request)
        | {
            "form": form,
            "current": current,
            "handed": [part for part in parts if part.row.handed_to],
            "saved_at": when_saved(parts),
        }
    )
    if report.submitted_at:
        context |= record_of(request, report)
    context["to_mend"] = next(filter(is_untouched, context["returned"]), None)
    response = render(request, "regions/report_form.html", context, status=status)
    return as_form(request, response)


def open_parts(parts, *, asked):
    """What was typed, asked for or sent back stands open, else the first fresh part.

    Returns the current one: without a script the others wait until it is saved.
    """
    asked_now = [part for part in parts if part.form]
    typed = [part for part in asked_now if part.form.is_bound]
    asked = [part for part in asked_now if part.section.key == asked]
    back = [part for part in asked_now if part.row.progress == Progress.BACK]
    fresh = [part for part in asked_now if part.row.progress == Progress.NONE]
    current = [*typed, *asked, *back, *fresh, *asked_now][0]
    for part in [*typed, *asked, *back, current]:
        part.is_open = True
    return current


def when_saved(parts):
    """The last save in words, its day only where that is not today; none while text waits."""
    saved = [part.row.saved_at for part in parts if part.row.saved_at]
    if not saved or any(part.form and part.form.is_bound for part in parts):
        return ""
    last, now = max(saved), timezone.now()
    is_today = thai.day_of(last) == thai.day_of(now)
    return thai.time_of_day(last) if is_today else thai.moment(last, now=now)


def is_untouched(part):
    """Sent back, and not saved since."""
    return part.row.saved_at is None or part.row.saved_at < part.row.report.reviewed_at


# -- Saving ----------------------------------------------------------------------------


@asks
def report_section(request, pk, key):
    """Save one section: from its button, on the way to ``then``, or quietly by autosave,
    which hears JSON. Opened anew, the address of what came back leads to the form."""
    report, parts, part = get_part(request, pk, key)
    if request.method != "POST":
        return redirect(part.url)
    if not can_edit_section(request.user, part.row):
        return out_of_hands(request, part)
    part.form = SectionForm(data_of(request, part), part=part, by=request.user)
    if "X-Autosave" in request.headers:
        return autosaved(request, part.form) if part.form.saved() else not_autosaved(part.form)
    return saved_by_button(request, report, parts, part)


def saved_by_button(request, report, parts, part):
    then = request.POST.get("then", "")
    if then and not part.form.has_changed():
        return lead_on(report, part, then)
    if part.form.saved():
        messages.success(request, saved_words(part))
        return lead_on(report, part, then or part.section.key)
    return refused(request, report, parts, part)


def get_part(request, pk, key):
    """The report, all its parts, and the one that is sent, for who may have typed in it."""
    report = get_report(request, pk)
    require(can_have_typed(request.user, report))
    parts = parts_of(report, user=request.user)
    return report, parts, part_named(parts, key)


def refused(request, report, parts, part):
    """What could not be saved comes back: as both texts where somebody was first."""
    if is_stale(part.form) or part.row.is_locked or not may_type(report):
        return conflict_page(request, report.pk, part.section.key)
    for other in parts:
        if other is not part and can_edit_section(request.user, other.row):
            other.form = SectionForm(None, part=other, by=request.user)
    return form_page(request, report, parts, form=part.form, status=422)


def data_of(request, part):
    """What was sent; with ``copy``, last month's words in the boxes that were sent empty."""
    if "copy" not in request.POST:
        return request.POST
    data = request.POST.copy()
    before = SectionForm(None, part=part, by=request.user).of_last_month()
    empty = [name for name in before if not data.get(name, "").strip()]
    for name in empty:
        data[name] = before[name]
    part.copied = len(empty)
    return data


def saved_words(part):
    if part.copied:
        return ngettext(
            "คัดลอกข้อความเดือนก่อนลงช่องว่าง %(count)s ช่องแล้ว โปรดแก้ให้เป็นเรื่องของเดือนนี้",
            "คัดลอกข้อความเดือนก่อนลงช่องว่าง %(count)s ช่องแล้ว โปรดแก้ให้เป็นเรื่องของเดือนนี้",
            part.copied,
        ) % {"count": part.copied}
    return _("บันทึกส่วนที่ %(number)s แล้ว") % {"number": part.number}


def part_named(parts, key):
    for part in parts:
        if part.section.key == key:
            return part
    raise Http404


def lead_on(report, part, then):
    """To the part of that key, or to a page of the report that waits for what was typed."""
    for row in report.sections.all():
        if row.key == then:
            return redirect(f"{report.get_absolute_url()}?part={then}#s{row.position}")
    match then:
        case "attachments":
            return redirect("regions:section-attachments", report.pk, part.section.key)
        case "colleagues":
            return redirect("regions:report-colleagues", report.pk)
    return redirect("regions:report-submission", report.pk)


def is_stale(form):
    return form.has_error("__all__", "stale")


# -- Autosave --------------------------------------------------------------------------


def autosaved(request, form):
    """When it was saved, the next version, and the states that follow from it."""
    row = form.saved_row
    report = get_report(request, row.report_id)
    part = part_named(parts_of(report, user=request.user), row.key)
    shown = {
        part.state_id: portal_ui.state(part.row.progress, part.words),
        "round-state": portal_ui.state(*standing_of(report, on=timezone.localdate())),
        "round-strip": portal_ui.strip(report.weaves, named_short(report.unit)),
    }
    return JsonResponse(
        {
            "saved": _("บันทึกแล้ว %(time)s") % {"time": thai.time_of_day(row.saved_at)},
            "fields": {"version": str(row.version)},
            "shown": shown | asked_why(part) | states_of(form),
        }
    )


def asked_why(part):
    """Beside each number the question about a jump, or nothing."""
    return {
        f"{part.anchor}_{number.key}_unusual": render_to_string(
            "regions/_unusual.html", {"number": number}
        ).strip()
        for number in part.numbers
    }


def states_of(form):
    return {line.state_id: line.state for line in form.all_lines}


def not_autosaved(form):
    boxes = [(box, " ".join(box.errors)) for box in form if box.errors]
    told = [*form.non_field_errors(), *(f"{box.label}: {words}" for box, words in boxes)]
    message = _("ส่วนที่ %(number)s ยังไม่บันทึก: %(error)s") % {
        "number": form.part.number,
        "error": told[0],
    }
    beside = {box.id_for_label or box.auto_id: words for box, words in boxes}
    status = 409 if is_stale(form) else 422
    return JsonResponse({"message": message, "errors": beside}, status=status)


# -- Two texts -------------------------------------------------------------------------


def out_of_hands(request, part):
    """It was lent and taken back: nothing is saved, and what was typed stands to be copied."""
    if "X-Autosave" not in request.headers:
        return conflict_page(request, part.row.report_id, part.section.key, status=403)
    words = _("ส่วนที่ %(number)s ไม่ได้ให้ท่านกรอกแล้ว ข้อความของท่านยังอยู่ กดปุ่มบันทึกของส่วนนั้นเพื่อคัดลอกไว้")
    return JsonResponse({"message": words % {"number": part.number}}, status=403)


def conflict_page(request, pk, key, *, status=409):
    """Both texts, field by field. Saving again from here is saving over what is seen here;
    where the pen is down meanwhile, what was typed stands to be copied."""
    report = get_report(request, pk)
    part = part_named(parts_of(report, user=request.user), key)
    form = typed_here(request, part)
    context = {
        "report": report,
        "region": report.unit.region,
        "part": part,
        "saved_by": part.row.saved_by and part.row.saved_by.person,
        "differences": form.differences(),
        "asked": form if is_asked(request, report, part) else None,
        "is_out_of_hands": not can_edit_section(request.user, part.row),
    } | mirrored(request)
    return render(request, "regions/report_conflict.html", context, status=status)


def typed_here(request, part):
    """What was sent, on the version that stands now."""
    mine = request.POST.copy()
    mine["version"] = part.row.version
    form = SectionForm(mine, part=part, by=request.user)
    form.full_clean()
    return form


def is_asked(request, report, part):
    may_here = not part.row.is_locked and can_edit_section(request.user, part.row)
    return may_here and may_type(report)
