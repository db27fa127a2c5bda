"""What the secretariat changes about a seat: who sits or acts in it, and the seat itself."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.forms.day import asked_day
from committees.forms.fields import by_hand
from committees.forms.seats import (
    AppointmentForm,
    ClosureForm,
    DischargeForm,
    NewSeatForm,
    RevisedSeatForm,
    SubstitutionEndForm,
    SubstitutionForm,
)
from committees.models import Committee, Substitution
from committees.periods import ONE_DAY
from committees.permissions import can_change_roster
from committees.queries.held_beside import remaining_words
from committees.queries.seat_page import (
    last_known_day,
    open_holding,
    open_substitutions,
    seats_for_page,
)
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed


@asks
def seat_appointment(request, pk):
    """A first holder, the next one, or one in place of whoever sits there."""
    seat = get_seat(request, pk)
    holding = open_holding(seat)
    hand = by_hand(request, AppointmentForm)
    first = None if holding else day_after(last_known_day(seat))
    hand["initial"] = {"starts_on": first, **hand["initial"]}
    form = AppointmentForm(typed(request), seat=seat, holding=holding, **hand)
    if form.saved():
        last_day = form.membership.starts_on - ONE_DAY
        return done(request, seat, _("บันทึกการแต่งตั้งแล้ว"), left(holding, last_day))
    return shown(request, "committees/seat_appointment.html", seat, form, holding=holding)


@asks
def seat_discharge(request, pk):
    seat = get_seat(request, pk)
    holding = open_holding(seat)
    if holding is None:
        messages.info(request, _("ที่นั่งนี้ไม่มีผู้ดำรงตำแหน่งที่ยังไม่บันทึกวันพ้น"))
        return redirect(page_of(request, seat))
    hand = by_hand(request, DischargeForm)
    form = DischargeForm(typed(request), seat=seat, holding=holding, **hand)
    if form.saved():
        last_day = form.cleaned_data["ends_on"]
        return done(request, seat, _("บันทึกการพ้นจากที่นั่งแล้ว"), left(holding, last_day))
    return shown(request, "committees/seat_discharge.html", seat, form, holding=holding)


@asks
def seat_substitution(request, pk):
    seat = get_seat(request, pk)
    form = SubstitutionForm(typed(request), seat=seat, **by_hand(request, SubstitutionForm))
    if form.saved():
        return done(request, seat, _("บันทึกผู้แทนชั่วคราวแล้ว"))
    beside = {
        "holding": open_holding(seat),
        "acting": open_substitutions(seat, on=timezone.localdate()),
    }
    return shown(request, "committees/seat_substitution.html", seat, form, **beside)


@asks
def substitution_end(request, pk):
    rows = Substitution.objects.select_related(
        "person", "seat__committee", "seat__region", "seat__cluster", "seat__issue"
    )
    row = get_object_or_404(rows, pk=pk)
    require(can_change_roster(request.user))
    form = SubstitutionEndForm(typed(request), substitution=row, by=request.user)
    if form.saved():
        return done(request, row.seat, _("บันทึกวันสุดท้ายของผู้แทนชั่วคราวแล้ว"))
    return shown(request, "committees/substitution_end.html", row.seat, form, substitution=row)


# -- The seats themselves ----------------------------------------------------------------


@asks
def seat_create(request):
    """A seat more in the generation of the day."""
    require(can_change_roster(request.user))
    committee = Committee.objects.the_67(on=asked_day(request).on).first()
    if committee is None:
        raise Http404
    form = NewSeatForm(
        typed(request), committee=committee, by=request.user, initial=suggested(request)
    )
    if form.saved():
        return done(request, form.seat, _("เพิ่มที่นั่งแล้ว"))
    back = reverse("committees:seat-list") + asked_day(request).query
    context = {"form": form, "committee": committee, "back": back}
    return render(request, "committees/seat_form.html", context)


@asks
def seat_edit(request, pk):
    seat = get_seat(request, pk)
    form = RevisedSeatForm(typed(request), seat=seat, by=request.user)
    if form.saved():
        return done(request, seat, _("บันทึกที่นั่งแล้ว"))
    return shown(request, "committees/seat_form.html", seat, form)


@asks
def seat_closure(request, pk):
    seat = get_seat(request, pk)
    form = ClosureForm(typed(request), seat=seat, by=request.user)
    if form.saved():
        return done(request, seat, _("บันทึกวันสิ้นสุดของที่นั่งแล้ว"))
    return shown(request, "committees/seat_closure.html", seat, form)


# -- What each of them does --------------------------------------------------------------


def get_seat(request, pk):
    seat = get_object_or_404(seats_for_page(), pk=pk)
    require(can_change_roster(request.user))
    return seat


def day_after(day):
    return day and day + ONE_DAY


def suggested(request):
    """What a finding that leads here already knows: ``?region=``, ``?cluster=``, ``?issue=``."""
    names = ("kind", "region", "cluster", "issue")
    return {name: request.GET[name] for name in names if name in request.GET}


def left(holding, last_day):
    """What whoever left still holds, and whether they can sign in."""
    return remaining_words(holding.person, after=last_day) if holding else ""


def page_of(request, seat):
    """The seat, on the day that led here."""
    return reverse("committees:seat-detail", args=[seat.pk]) + asked_day(request).query


def shown(request, template, seat, form, **beside):
    context = {
        "form": form,
        "seat": seat,
        "day": asked_day(request),
        "back": page_of(request, seat),
    }
    return render(request, template, context | beside)


def done(request, seat, text, more=""):
    messages.success(request, f"{text} {more}".strip())
    return redirect(page_of(request, seat))
