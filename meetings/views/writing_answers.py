"""What a block that was sent is answered: saved, wrong, two texts, or a record that is shut.
Autosave hears the same in JSON. Nothing that was typed is ever dropped."""

from uuid import uuid4

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Resolution
from meetings.queries.writing import ItemPage
from meetings.record_page import SLUGS, RecordPage, address_of, anchor_of, label_of, writer_of
from meetings.two_texts import both
from portal.kernel.thai import normalise, time_of_day

from .writing_found import get_item, place_of

SHUT = ("adopted", "wrong-state", "not-begun", "gone")


def answer(request, item, form, model, *, again):
    is_saved, is_quiet = form.saved(), "X-Autosave" in request.headers
    if is_saved:
        return autosaved(request, item, form) if is_quiet else saved(request, item, form, model)
    if is_quiet:
        return not_autosaved(form)
    if form.is_stale:
        return two_texts(request, item, form, model)
    if is_shut(form):
        return shut(request, item, model, " ".join(form.non_field_errors()))
    return again(request, item, sent=form, status=422)


def is_shut(form):
    return any(form.has_error("__all__", code) for code in SHUT)


def saved(request, item, form, model):
    number = form.row.number if model is Resolution else None
    what = {"what": label_of(model, number)}
    messages.success(request, _("บันทึก%(what)sแล้ว") % what)
    # What was just added leaves the box for the next one open.
    more = f"?add={SLUGS[model]}" if "token" in request.POST else ""
    return redirect(f"{place_of(item)}{more}#{anchor_of(form.row)}")


# -- Autosave --------------------------------------------------------------------------


def autosaved(request, item, form):
    """When it was saved, its version, and which blocks somebody else is at."""
    meeting = item.meeting
    sheet = RecordPage(ItemPage(meeting, get_item(meeting, item.pk)), request)
    form.row.refresh_from_db()
    clock = time_of_day(form.row.edited_at or timezone.now())
    return JsonResponse(
        {
            "saved": _("บันทึกแล้ว %(time)s") % {"time": clock},
            "fields": {"version": str(form.row.version)},
            "shown": {f"fresh-{anchor}": escape(words) for anchor, words in sheet.fresh},
        }
    )


def not_autosaved(form):
    first = next(error for errors in form.errors.values() for error in errors)
    if form.is_stale:
        first = _("มีผู้แก้ข้อความนี้ก่อนท่าน กดบันทึกของช่องนี้เพื่อเทียบสองข้อความ")
    return JsonResponse({"message": first}, status=409 if form.is_stale or is_shut(form) else 422)


# -- Two texts, and none any more --------------------------------------------------------


def two_texts(request, item, form, model):
    """Both side by side, and the choice of mine, theirs, or both in one box."""
    row, name = form.row, form.words
    mine, theirs = normalise(form.mine), form.theirs
    told = request.POST.dict() | {"version": row.version}
    context = {
        "meeting": item.meeting,
        "item": item,
        "row": row,
        "label": label_of(model, getattr(row, "number", None)),
        "mine": mine,
        "theirs": theirs,
        "writer": writer_of(row),
        "url": address_of("block-save", item, model, row.pk),
        "kept": [(key, told[key]) for key in ("version", "day", "clock") if key in told],
        "name": name,
        "merged": both(theirs, mine),
        "back": f"{place_of(item)}#{anchor_of(row)}",
    }
    return render(request, "meetings/record_conflict.html", context, status=409)


def gone(request, item, model):
    """Somebody took the block off while it was written in."""
    refusal = _("มีผู้นำข้อนี้ออกจากบันทึกแล้ว")
    if "X-Autosave" in request.headers:
        told = _("มีผู้นำข้อนี้ออกแล้ว กดบันทึกของช่องนี้ ข้อความของท่านจะไม่หาย")
        return JsonResponse({"message": told}, status=409)
    return shut(request, item, model, refusal)


def shut(request, item, model, refusal):
    """What was typed stands to be copied, and where the record is open to be added anew."""
    may_add = item.meeting.takes_writing and model is not AgendaItem
    context = {
        "meeting": item.meeting,
        "item": item,
        "label": label_of(model),
        "refusal": refusal,
        "typed": request.POST.get("text") or request.POST.get("discussion", ""),
        "add_url": address_of("block-create", item, model) if may_add else "",
        "token": uuid4(),
    }
    return render(request, "meetings/record_shut.html", context, status=409)
