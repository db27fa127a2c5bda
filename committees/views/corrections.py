"""The secretariat puts right what was typed into the register by mistake."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.forms.corrections import ReinstatementForm, StrikingForm, form_to_correct
from committees.forms.day import asked_day
from committees.forms.fields import chosen
from committees.permissions import can_change_roster, can_read_findings
from committees.queries.entries import (
    KINDS,
    corrections_of,
    corrections_of_the_centre,
    entries,
    page_of,
    words_of,
)
from portal.kernel.http import asked_next, asks, require
from portal.kernel.kept_text import typed


@asks
def entry_correction(request, kind, pk):
    entry = get_entry(request, kind, pk)
    form = form_to_correct(entry)
    here = {"here": request.get_full_path(), "initial": chosen(request, form)}
    form = form(typed(request), **about(request, entry), **here)
    if form.saved():
        return done(request, entry, _("แก้รายการแล้ว"))
    words = {"title": _("แก้รายการ"), "button": _("บันทึกการแก้"), "kind": kind}
    return shown(request, form, entry, **words, may_go_back=can_go_back(kind, entry))


@asks
def entry_reinstatement(request, kind, pk):
    entry = get_entry(request, kind, pk)
    if not can_go_back(kind, entry):
        raise Http404
    form = ReinstatementForm(typed(request), **about(request, entry))
    if form.saved():
        return done(request, entry, _("ยกเลิกการพ้นแล้ว"))
    words = {"title": _("ยกเลิกการพ้น"), "button": _("ยกเลิกการพ้น"), "is_reinstatement": True}
    return shown(request, form, entry, **words)


@asks
def entry_striking(request, kind, pk):
    entry = get_entry(request, kind, pk)
    form = StrikingForm(typed(request), **about(request, entry))
    if form.saved():
        return done(request, entry, _("ลบรายการแล้ว"))
    words = {"title": _("ลบรายการที่บันทึกผิด"), "button": _("ลบรายการนี้"), "is_striking": True}
    return shown(request, form, entry, **words)


# -- What was put right ----------------------------------------------------------------


def corrections_for(user, subject):
    """Told where the entries stand, to those who see everything; no subject is the centre."""
    if not can_read_findings(user):
        return []
    return corrections_of(subject) if subject else corrections_of_the_centre()


# -- What they share -------------------------------------------------------------------


def get_entry(request, kind, pk):
    if kind not in KINDS:
        raise Http404
    entry = get_object_or_404(entries(kind), pk=pk)
    require(can_change_roster(request.user))
    return entry


def can_go_back(kind, entry):
    """A substitute always has an end; of the others a recorded one may be taken back."""
    return kind != "substitution" and entry.ends_on is not None


def about(request, entry):
    return {"entry": entry, "on": timezone.localdate(), "by": request.user}


def shown(request, form, entry, **words):
    context = {
        "form": form,
        "entry": entry,
        "what": words_of(entry),
        "back": back_to(request, entry),
    }
    return render(request, "committees/entry_form.html", {**context, **words})


def done(request, entry, text):
    messages.success(request, text)
    return redirect(back_to(request, entry))


def back_to(request, entry):
    """The page that led here, or that of the place, on the day that was asked for."""
    return asked_next(request) or page_of(entry) + asked_day(request).query
