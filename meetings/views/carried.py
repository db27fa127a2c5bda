"""Matters arising: leave one out, put it back, and settle each in session."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meetings.actions import put_back
from meetings.forms.carried import ChangeForm, LeavingOutForm, OutcomeForm, WithdrawalForm
from meetings.models import Meeting
from meetings.permissions import can_leave_out_carried_item, can_settle_carried_item
from meetings.queries import MeetingPage
from portal.kernel.http import announce, asks, require
from portal.kernel.kept_text import typed


@asks
def carried_removal(request, pk, item_pk):
    page, carried = get_carried(request, pk, item_pk)
    require(can_leave_out_carried_item(request.user, page.meeting))
    form = LeavingOutForm(typed(request), **about(request, page, carried))
    if form.saved():
        return done(request, page.meeting, item_pk, _("นำออกจากวาระแล้ว"))
    return show(request, "meetings/carried_removal.html", form)


@require_POST
def carried_return(request, pk, item_pk):
    page, carried = get_carried(request, pk, item_pk)
    require(can_leave_out_carried_item(request.user, page.meeting))
    with announce(request, _("นำกลับเข้าวาระแล้ว")):
        put_back(page.meeting, carried.item, by=request.user)
    return redirect(address_of(page.meeting, item_pk))


@require_POST
def carried_outcome(request, pk, item_pk):
    """One tap; where htmx asked, only the row that was tapped comes back."""
    page, carried = get_settled(request, pk, item_pk)
    form = OutcomeForm(request.POST, **about(request, page, carried))
    is_saved = form.saved()
    if request.htmx.target == f"carried-{item_pk}":
        return row(request, pk, item_pk, form)
    if is_saved:
        return done(request, page.meeting, item_pk, _("บันทึกผลแล้ว"))
    for refusal in form.non_field_errors() or [_("เลือกผลของเรื่องนี้")]:
        messages.error(request, refusal)
    return redirect(address_of(page.meeting, item_pk))


@asks
def carried_change(request, pk, item_pk):
    return settling(request, pk, item_pk, ChangeForm, "meetings/carried_change.html")


@asks
def carried_withdrawal(request, pk, item_pk):
    return settling(request, pk, item_pk, WithdrawalForm, "meetings/carried_withdrawal.html")


def settling(request, pk, item_pk, form_class, template):
    page, carried = get_settled(request, pk, item_pk)
    form = form_class(typed(request), **about(request, page, carried))
    if form.saved():
        return done(request, page.meeting, item_pk, _("บันทึกผลแล้ว"))
    return show(request, template, form)


def row(request, pk, item_pk, form):
    page, carried = get_carried(request, pk, item_pk)
    context = {"page": page, "meeting": page.meeting, "carried": carried, "may_settle": True}
    context["refusals"] = form.non_field_errors()
    return render(request, "meetings/_carried_row.html", context)


def show(request, template, form):
    context = {"form": form, "meeting": form.meeting, "carried": form.carried}
    return render(request, template, context, status=409 if form.is_stale else 200)


def get_settled(request, pk, item_pk):
    page, carried = get_carried(request, pk, item_pk)
    require(can_settle_carried_item(request.user, page.meeting))
    return page, carried


def get_carried(request, pk, item_pk):
    """The page of the meeting, and what it takes up of that item."""
    meetings = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(meetings, pk=pk)
    page = MeetingPage(meeting, on=timezone.localdate(), reader=request.user)
    carried = page.arising.of(item_pk)
    if carried is None:
        raise Http404
    return page, carried


def about(request, page, carried):
    return {"meeting": page.meeting, "carried": carried, "by": request.user}


def address_of(meeting, item_pk):
    return f"{meeting.get_absolute_url()}#carried-{item_pk}"


def done(request, meeting, item_pk, text):
    messages.success(request, text)
    return redirect(address_of(meeting, item_pk))
