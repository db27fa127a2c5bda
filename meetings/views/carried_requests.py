"""Unanswered requests of regions on an agenda: leave one out, put it back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meetings.actions import put_request_back
from meetings.forms.carried_requests import RequestLeavingOutForm
from meetings.models import Meeting
from meetings.permissions import can_leave_out_carried_item
from meetings.queries import MeetingPage
from portal.kernel.http import announce, asks, require
from portal.kernel.kept_text import typed
from regions.models import SupportRequest


@asks
def carried_request_removal(request, pk, request_pk):
    page, row, asked = get_taken_up(request, pk, request_pk)
    form = RequestLeavingOutForm(typed(request), meeting=page.meeting, asked=asked, by=request.user)
    if form.saved():
        messages.success(request, _("นำออกจากวาระแล้ว"))
        return redirect(address_of(page.meeting, request_pk))
    context = {"form": form, "meeting": page.meeting, "row": row}
    return render(request, "meetings/carried_request_removal.html", context)


@require_POST
def carried_request_return(request, pk, request_pk):
    page, _row, asked = get_taken_up(request, pk, request_pk)
    with announce(request, _("นำกลับเข้าวาระแล้ว")):
        put_request_back(page.meeting, asked, by=request.user)
    return redirect(address_of(page.meeting, request_pk))


def get_taken_up(request, pk, request_pk):
    """The page of the meeting, and what it takes up of that request."""
    meetings = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    page = MeetingPage(get_object_or_404(meetings, pk=pk), on=timezone.localdate())
    row = page.requests.of(request_pk)
    if row is None:
        raise Http404
    require(can_leave_out_carried_item(request.user, page.meeting))
    return page, row, SupportRequest.objects.get(pk=request_pk)


def address_of(meeting, request_pk):
    return f"{meeting.get_absolute_url()}#request-{request_pk}"
