"""The orders that caused who sits where. Whoever serves reads them; the secretariat keeps them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from committees.forms.day import asked_day
from committees.forms.orders import OrderForm, OrderSearchForm
from committees.permissions import can_change_roster
from committees.queries.orders import effects_of, groups_of, orders_matching
from portal.kernel.files import download
from portal.kernel.http import asked_next, asks, require, with_answer
from portal.kernel.kept_text import typed
from regions.models import AppointmentOrder

PER_PAGE = 25


@require_safe
@vary_on_headers("HX-Target")
def order_list(request):
    form = OrderSearchForm(request.GET)
    found = orders_matching(form.cleaned_data["q"] if form.is_valid() else "")
    context = {
        "form": form,
        "day": asked_day(request),
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "may_change": can_change_roster(request.user),
    }
    part = "#results" if request.htmx.target == "results" else ""
    return render(request, f"committees/order_list.html{part}", context)


@require_safe
def order_detail(request, pk):
    order = get_object_or_404(AppointmentOrder, pk=pk)
    effects = effects_of(order)
    context = {
        "day": asked_day(request),
        "order": order,
        "effects": effects,
        "groups": groups_of(effects),
        "may_change": can_change_roster(request.user),
    }
    return render(request, "committees/order_detail.html", context)


@require_safe
def order_file(request, pk):
    order = get_object_or_404(AppointmentOrder, pk=pk)
    if not order.file:
        raise Http404
    return download(request, order.file, order.file_name)


@asks
def order_create(request):
    require(can_change_roster(request.user))
    return order_form(request, done=_("เพิ่มคำสั่งแล้ว"))


@asks
def order_edit(request, pk):
    order = get_object_or_404(AppointmentOrder, pk=pk)
    require(can_change_roster(request.user))
    return order_form(request, order=order, done=_("บันทึกคำสั่งแล้ว"))


def order_form(request, *, order=None, done):
    """The form, or the way back to the page that asked for an order."""
    form = OrderForm(typed(request), request.FILES or None, order=order, by=request.user)
    waiting = asked_next(request)
    if not form.saved():
        context = {"form": form, "order": order, "next": waiting}
        return render(request, "committees/order_form.html", context)
    messages.success(request, done)
    if waiting:
        return redirect(with_answer(waiting, order=form.order.pk))
    return redirect("committees:order-detail", form.order.pk)
