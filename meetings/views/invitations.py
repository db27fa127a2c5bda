"""Whom a meeting calls: seen before it is called, followed afterwards."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from meetings import permissions
from meetings.actions import call_meeting, note_phone_call
from meetings.letters import invitation_letter
from meetings.models import Invitation, Meeting
from meetings.queries import (
    followed_up,
    invitations_for,
    missing_for_call,
    with_officers,
)
from meetings.reminders import due_at
from portal.kernel.http import announce, require


@require_http_methods(["GET", "POST"])
def meeting_invitations(request, pk):
    meeting = get_readable(request, pk)
    if request.method == "POST":
        return call(request, meeting)
    if meeting.state == Meeting.State.PLANNED:
        return render(request, "meetings/invitation_preview.html", preview(request, meeting))
    invitations = followed_up(meeting)
    context = {
        "meeting": meeting,
        "letters": [row for row in invitations if row.letters],
        "calls": [row for row in invitations if row.needs_call],
        "reminder_at": due_at(meeting),
        "may_note": permissions.can_note_phone_call(request.user),
    }
    return render(request, "meetings/invitation_list.html", context)


def call(request, meeting):
    require(permissions.can_call_meeting(request.user))
    version = request.POST.get("version", "")
    with announce(request, _("เรียกประชุมแล้ว หนังสือเชิญกำลังออกไปทีละฉบับ")):
        call_meeting(meeting, version=int(version) if version.isdecimal() else -1, by=request.user)
    return redirect("meetings:meeting-invitations", meeting.pk)


def preview(request, meeting):
    """Exactly who will get a letter, who must be telephoned, and the words of the letter."""
    missing = missing_for_call(meeting)
    invitations = [] if missing else with_officers(invitations_for(meeting), on=meeting.starts_on)
    readers = [row for row in invitations if row.channel == Invitation.Channel.LETTER]
    sample = readers and invitation_letter(
        meeting, readers[0].person, by=request.user, on=timezone.localdate()
    )
    return {
        "meeting": meeting,
        "missing": missing,
        "letters": readers,
        "calls": [row for row in invitations if row.channel == Invitation.Channel.PHONE],
        "sample": sample,
        "may_call": permissions.can_call_meeting(request.user),
    }


@require_POST
def invitation_call(request, pk, invitation_pk):
    meeting = get_readable(request, pk)
    require(permissions.can_note_phone_call(request.user))
    invitation = get_object_or_404(meeting.invitations, pk=invitation_pk)
    with announce(request, _("บันทึกว่าโทรแล้ว")):
        note_phone_call(invitation, by=request.user)
    return redirect("meetings:meeting-invitations", pk)


def get_readable(request, pk):
    meetings = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(meetings, pk=pk)
    require(permissions.can_read_invitations(request.user))
    return meeting
