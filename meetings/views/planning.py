"""Plan a meeting, revise the plan, move or cancel what was called."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee
from meetings.forms import (
    CancellationForm,
    FixForm,
    MoveForm,
    NewPlanForm,
    NextForm,
    PostponementForm,
    RevisedPlanForm,
    new_plan,
    plan_of,
    typed_plan,
)
from meetings.models import Meeting
from meetings.permissions import bodies_planned_by, can_plan_meeting
from meetings.queries import followed_up, may_be_followed, readers_of_letters
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed
from portal.kernel.models import Activity

State = Meeting.State


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
    if meeting.state != State.PLANNED:
        return redirect(meeting)
    form = plan_form(
        request, RevisedPlanForm, plan_of(meeting), committee=meeting.committee, meeting=meeting
    )
    if form.saved():
        return done(request, meeting, _("บันทึกร่างการประชุมแล้ว"))
    context = {"committee": meeting.committee, **(parted(form) if form.is_stale else {})}
    return show(request, "meetings/meeting_form.html", form, **context)


def parted(form):
    """Where what was typed and what somebody saved meanwhile part, and who saved it."""
    last = Activity.objects.about(form.meeting).for_history().first()
    return {"differences": form.differences(), "last": last}


@asks
def meeting_move(request, pk):
    """Other days for a called meeting, or the days of one that was put off without any."""
    meeting = get_plannable(request, pk)
    if meeting.state not in (State.CALLED, State.POSTPONED):
        return redirect(meeting)
    of_state = MoveForm if meeting.state == State.CALLED else FixForm
    form = of_state(typed(request), meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("กำหนดวันใหม่แล้ว และส่งหนังสือแจ้งผู้ได้รับเชิญทุกคน"))
    return show(request, "meetings/meeting_move.html", form)


@asks
def meeting_postponement(request, pk):
    meeting = get_plannable(request, pk)
    if meeting.state != State.CALLED:
        return redirect(meeting)
    form = PostponementForm(typed(request), meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("เลื่อนการประชุมโดยยังไม่กำหนดวัน และส่งหนังสือแจ้งแล้ว"))
    return show(request, "meetings/meeting_postponement.html", form, **reached(meeting))


@asks
def meeting_cancellation(request, pk):
    meeting = get_plannable(request, pk)
    if meeting.state not in (State.PLANNED, State.CALLED, State.POSTPONED):
        return redirect(meeting)
    form = CancellationForm(typed(request), meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("ยกเลิกการประชุมแล้ว"))
    return show(request, "meetings/meeting_cancellation.html", form, **reached(meeting))


@asks
def meeting_next(request, pk):
    """นัดหมายครั้งต่อไป: the plan of the meeting that follows, in one step."""
    meeting = get_plannable(request, pk)
    form = NextForm(typed(request), meeting=meeting, by=request.user)
    if form.saved():
        return done(request, form.following, _("นัดหมายแล้ว นี่คือร่างของครั้งต่อไป"))
    if request.method != "POST" and not may_be_followed(meeting):
        return redirect(meeting)
    return show(request, "meetings/meeting_next.html", form)


def show(request, template, form, **context):
    context |= {"form": form, "meeting": form.meeting}
    return render(request, template, context, status=409 if form.is_stale else 200)


def reached(meeting):
    """Whom a cancellation reaches by letter, and whom somebody must ring."""
    return {
        "readers": readers_of_letters(meeting).count(),
        "calls": [row for row in followed_up(meeting) if row.needs_call],
    }


def plan_form(request, form, initial, **about):
    """The form as sent, as typed before the session ended, with one more row, or as it opens."""
    if {"add", "put"} & set(request.POST):
        return form(initial=typed_plan(request.POST), by=request.user, **about)
    return form(typed(request), initial=initial, by=request.user, **about)


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
