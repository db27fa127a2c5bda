"""Open a meeting, close it, and go on with one that was closed by mistake."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.forms.session import ClosingForm, OpeningForm, ReopeningForm
from meetings.models import Meeting
from meetings.permissions import can_hold_meeting
from meetings.queries import roll_of, was_closed
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

State = Meeting.State


@asks
def meeting_opening(request, pk):
    meeting = get_held(request, pk)
    if meeting.state != State.CALLED or not meeting.has_come(on=timezone.localdate()):
        return redirect(meeting)
    form = OpeningForm(request.POST or None, meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("เริ่มประชุมแล้ว"))
    return show(request, "meetings/meeting_opening.html", form, quorum=roll_of(meeting).quorum())


@asks
def meeting_closure(request, pk):
    meeting = get_held(request, pk)
    if meeting.state != State.IN_SESSION:
        return redirect(meeting)
    form = ClosingForm(request.POST or None, meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("เลิกประชุมแล้ว"))
    roll = roll_of(meeting)
    return show(request, "meetings/meeting_closure.html", form, waiting=len(roll.waiting))


@asks
def meeting_reopening(request, pk):
    meeting = get_held(request, pk)
    if not was_closed(meeting, on=timezone.localdate()):
        return redirect(meeting)
    form = ReopeningForm(typed(request), meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("เปิดประชุมต่อแล้ว"))
    return show(request, "meetings/meeting_reopening.html", form)


def show(request, template, form, **context):
    context |= {"form": form, "meeting": form.meeting}
    return render(request, template, context, status=409 if form.is_stale else 200)


def get_held(request, pk):
    visible = Meeting.objects.visible_to(request.user)
    meeting = get_object_or_404(visible.for_holding(), pk=pk)
    require(can_hold_meeting(request.user, meeting))
    return meeting


def done(request, meeting, text):
    messages.success(request, text)
    return redirect(meeting)
