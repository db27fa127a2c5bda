"""Plan a meeting, revise the plan, move or cancel what was called."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from committees.models import Committee
from meetings.forms import (
    CancellationForm,
    MoveForm,
    NewPlanForm,
    RevisedPlanForm,
    new_plan,
    plan_of,
    typed,
)
from meetings.models import Meeting
from meetings.permissions import bodies_planned_by, can_plan_meeting
from meetings.queries import followed_up, readers_of_letters
from portal.kernel.http import require
from portal.kernel.kept_text import take_kept_text
from portal.kernel.models import Activity

asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
def meeting_create(request):
    """``?body=`` says whose it is; without it, of the first body the reader plans for."""
    committee = asked_body(request)
    form = plan_form(request, NewPlanForm, new_plan(committee), committee=committee)
    if form.saved():
        return done(request, form.meeting, _("บันทึกร่างการประชุมแล้ว"))
    return render(request, "meetings/meeting_form.html", {"form": form, "committee": committee})


@asks
def meeting_edit(request, pk):
    meeting = get_plannable(request, pk)
    if meeting.state != Meeting.State.PLANNED:
        return redirect(meeting)
    form = plan_form(
        request, RevisedPlanForm, plan_of(meeting), committee=meeting.committee, meeting=meeting
    )
    if form.saved():
        return done(request, meeting, _("บันทึกร่างการประชุมแล้ว"))
    context = {"form": form, "meeting": meeting, "committee": meeting.committee}
    if not form.is_stale:
        return render(request, "meetings/meeting_form.html", context)
    last = Activity.objects.about(meeting).for_history().first()
    context |= {"differences": form.differences(), "last": last}
    return render(request, "meetings/meeting_form.html", context, status=409)


@asks
def meeting_move(request, pk):
    meeting = get_plannable(request, pk)
    if meeting.state != Meeting.State.CALLED:
        return redirect(meeting)
    form = MoveForm(request.POST or take_kept_text(request), meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("เลื่อนการประชุมแล้ว และส่งหนังสือแจ้งผู้ได้รับเชิญทุกคน"))
    context = {"form": form, "meeting": meeting}
    return render(
        request, "meetings/meeting_move.html", context, status=409 if form.is_stale else 200
    )


@asks
def meeting_cancellation(request, pk):
    meeting = get_plannable(request, pk)
    if meeting.state not in (Meeting.State.PLANNED, Meeting.State.CALLED):
        return redirect(meeting)
    form = CancellationForm(
        request.POST or take_kept_text(request), meeting=meeting, by=request.user
    )
    if form.saved():
        return done(request, meeting, _("ยกเลิกการประชุมแล้ว"))
    context = {"form": form, "meeting": meeting, **reached(meeting)}
    return render(
        request, "meetings/meeting_cancellation.html", context, status=409 if form.is_stale else 200
    )


def reached(meeting):
    """Whom a cancellation reaches by letter, and whom somebody must ring."""
    return {
        "readers": readers_of_letters(meeting).count(),
        "calls": [row for row in followed_up(meeting) if row.needs_call],
    }


def plan_form(request, form, initial, **about):
    """The form as sent, as typed before the session ended, with one more row, or as it opens."""
    if "add" in request.POST:
        return form(initial=typed(request.POST, add=request.POST["add"]), by=request.user, **about)
    sent = request.POST or take_kept_text(request)
    return form(sent, initial=initial, by=request.user, **about)


def get_plannable(request, pk):
    meetings = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(meetings, pk=pk)
    require(can_plan_meeting(request.user, meeting))
    return meeting


def asked_body(request):
    bodies = bodies_planned_by(request.user, on=timezone.localdate())
    if code := request.GET.get("body", ""):
        get_object_or_404(Committee, code=code)
        bodies = bodies.filter(code=code)
    body = bodies.first()
    require(body is not None)
    return body


def done(request, meeting, text):
    messages.success(request, text)
    return redirect(meeting)
