"""Who is sent to which piece of work."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from committees.forms.day import asked_day
from committees.forms.delegations import (
    DelegateForm,
    DelegationClosureForm,
    DelegationForm,
    DelegationNameForm,
    DischargeForm,
)
from committees.forms.fields import chosen
from committees.models import Committee, Delegate, Delegation
from committees.periods import still_open
from committees.permissions import can_change_roster, can_name_delegates
from committees.queries.delegations import Place, delegation_board, delegations
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed


@require_safe
def delegation_list(request):
    day = asked_day(request)
    context = {
        "day": day,
        "rows": [(row, due, row.is_in_force(on=day.on)) for row, due in delegations(on=day.on)],
        "may_create": can_change_roster(request.user),
    }
    return render(request, "committees/delegation_list.html", context)


@require_safe
def delegation_detail(request, pk):
    day = asked_day(request)
    delegation = get_object_or_404(Delegation.objects.select_related("committee"), pk=pk)
    board = delegation_board(delegation, on=day.on)
    context = {
        "day": day,
        "delegation": delegation,
        "is_in_force": delegation.is_in_force(on=day.on),
        "board": board,
        "missing": list(board.missing()),
        "rows": [(*row, can_name_delegates(request.user, row[0])) for row in board.rows],
        "may_name_central": can_name_delegates(request.user, None),
        "may_change": can_change_roster(request.user),
        "source": delegation.committee.source,
    }
    return render(request, "committees/delegation_detail.html", context)


@asks
def delegation_create(request):
    require(can_change_roster(request.user))
    day = asked_day(request)
    committee = Committee.objects.the_67(on=day.on).first()
    if committee is None:
        raise Http404
    form = DelegationForm(typed(request), committee=committee, on=day.on, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกงานแล้ว เสนอชื่อผู้แทนได้เลย"))
        return redirect("committees:delegation-detail", form.delegation.pk)
    context = {"form": form, "committee": committee, "day": day}
    return render(request, "committees/delegation_form.html", context)


@asks
def delegation_edit(request, pk):
    require(can_change_roster(request.user))
    delegation, day = get_object_or_404(Delegation, pk=pk), asked_day(request)
    form = DelegationNameForm(typed(request), delegation=delegation, by=request.user)
    if form.saved():
        return done(request, delegation, day, _("บันทึกชื่องานแล้ว"))
    context = {"form": form, "delegation": delegation, "day": day}
    return render(request, "committees/delegation_edit.html", context)


@asks
def delegation_closure(request, pk):
    require(can_change_roster(request.user))
    delegation, day = get_object_or_404(Delegation, pk=pk), asked_day(request)
    about = {"delegation": delegation, "by": request.user}
    form = DelegationClosureForm(typed(request), on=day.on, **about)
    if form.saved():
        return done(request, delegation, day, _("บันทึกวันสิ้นสุดของงานแล้ว"))
    sent = still_open(delegation.delegates, after=day.on).count()
    context = {"form": form, "day": day, "sent": sent, **about}
    return render(request, "committees/delegation_closure.html", context)


@asks
def delegate_create(request, pk, place):
    day = asked_day(request)
    delegation = get_object_or_404(Delegation, pk=pk)
    place = get_place(delegation, place, on=day.on)
    require(can_name_delegates(request.user, place.region))
    if request.method != "POST" and (taken := taken_until_the_end(place, delegation)):
        return to_change(request, taken, day)
    about = {"delegation": delegation, "place": place, "by": request.user}
    first = {"on": max(day.on, delegation.starts_on), "initial": chosen(request, DelegateForm)}
    form = DelegateForm(typed(request), here=here(request, place), **first, **about)
    if form.saved():
        return done(request, delegation, day, _("บันทึกผู้แทนแล้ว"))
    context = {"form": form, "day": day, **about}
    return render(request, "committees/delegate_form.html", context)


@asks
def delegate_discharge(request, pk, delegate):
    day = asked_day(request)
    delegate = get_delegate(pk, delegate)
    require(can_name_delegates(request.user, delegate.region))
    place = Place(delegate.kind, delegate.region, delegate.place, delegate)
    about = {"delegate": delegate, "place": place, "by": request.user}
    form = DischargeForm(typed(request), on=max(day.on, delegate.starts_on), **about)
    if form.saved():
        return done(request, delegate.delegation, day, _("บันทึกการเปลี่ยนผู้แทนแล้ว"))
    context = {"form": form, "day": day, **about}
    return render(request, "committees/delegate_discharge.html", context)


def taken_until_the_end(place, delegation):
    """Who is in the place as long as the work lasts: somebody else comes only in their stead."""
    taken = place.delegate
    return taken if taken and taken.ends_on == delegation.ends_on else None


def to_change(request, taken, day):
    messages.info(request, _("มี %(name)s อยู่แล้ว เปลี่ยนคนได้ที่หน้านี้") % {"name": taken.person.full_name})
    page = reverse("committees:delegate-discharge", args=[taken.delegation_id, taken.pk])
    return redirect(page + day.query)


def here(request, place):
    """Where the page that adds a person comes back to; officers come by their posts instead."""
    may_add = place.kind == Delegate.Kind.PEOPLE and can_change_roster(request.user)
    return request.get_full_path() if may_add else ""


def get_delegate(pk, delegate):
    delegates = Delegate.objects.select_related("person", "region", "delegation")
    return get_object_or_404(delegates, delegation=pk, pk=delegate)


def get_place(delegation, key, *, on):
    places = {place.key: place for place in delegation_board(delegation, on=on).places}
    if key not in places:
        raise Http404
    return places[key]


def done(request, delegation, day, text):
    messages.success(request, text)
    return redirect(reverse("committees:delegation-detail", args=[delegation.pk]) + day.query)
