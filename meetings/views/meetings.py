"""Meetings to find and to read."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import permissions
from meetings.found import found_meetings
from meetings.models import Meeting
from meetings.paperwork import Paperwork
from meetings.queries import MeetingPage
from meetings.queries.claims import OwnPresence

from .replies import reply_form

PER_PAGE = 25


@require_safe
@vary_on_headers("HX-Target")
def meeting_list(request):
    today = timezone.localdate()
    found = found_meetings(request)
    page = Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page"))
    context = {"filter": found, "page": page, **coming_and_past(page, on=today)}
    context["may_plan"] = permissions.can_plan_any_meeting(request.user, on=today)
    context["sitting"] = Meeting.objects.visible_to(request.user).sitting(on=today)
    return render(request, part_or_page(request, "meetings/meeting_list.html"), context)


def coming_and_past(meetings, *, on):
    """Both in the order they come in, each with how far its papers are."""
    rows = [(meeting, meeting.papers(on=on)) for meeting in meetings]
    return {
        "coming": [row for row in rows if row[0].is_coming],
        "past": [row for row in rows if not row[0].is_coming],
    }


@require_safe
def meeting_detail(request, pk):
    visible = Meeting.objects.visible_to(request.user)
    told = visible.select_related("committee", "province", "summary", "minutes")
    meeting = get_object_or_404(told, pk=pk)
    page = MeetingPage(meeting, on=timezone.localdate(), reader=request.user)
    context = {
        "meeting": meeting,
        "page": page,
        "reply": reply_form(request, page.own_invitation),
        "own": OwnPresence(page, request.user, at=timezone.now()),
        "work": Paperwork(meeting, request.user),
        **rights_on(meeting, request.user),
    }
    return render(request, "meetings/meeting_detail.html", context)


def rights_on(meeting, user):
    """What the page offers its reader to do."""
    return {
        "may_plan": permissions.can_plan_meeting(user, meeting),
        "may_hold": permissions.can_hold_meeting(user, meeting),
        "may_read_invitations": permissions.can_read_invitations(user, meeting),
        "may_read_draft": permissions.can_read_draft_summary(user, meeting),
        "may_leave_out": permissions.can_leave_out_carried_item(user, meeting),
        "may_settle": permissions.can_settle_carried_item(user, meeting),
        "may_keep_papers": permissions.can_keep_papers(user, meeting),
        "may_write_record": may_write_record(user, meeting),
    }


def may_write_record(user, meeting):
    return meeting.takes_writing and permissions.can_write_record(user, meeting)


def part_or_page(request, template):
    """Only the results where htmx swaps them in, the whole page otherwise."""
    return f"{template}#results" if request.htmx.target == "results" else template
