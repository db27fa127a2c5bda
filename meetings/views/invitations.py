"""Whom a meeting calls: seen before it is called, followed afterwards."""

import re
from copy import copy

from django.db.models import prefetch_related_objects
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meetings import permissions
from meetings.actions import call_meeting, note_phone_call
from meetings.letters import invitation_letter
from meetings.line_text import line_text
from meetings.models import Invitation, Meeting
from meetings.queries import (
    addressed,
    answer_counts,
    by_region,
    followed_up,
    invitations_for,
    missing_for_call,
    takes_answers,
    with_answer,
)
from meetings.reminders import due_at
from portal.kernel.http import announce, asks, require
from portal.kernel.thai import be_year

State = Meeting.State
PASSED_ON = (State.CALLED, State.POSTPONED, State.CANCELLED)


@asks
def meeting_invitations(request, pk):
    meeting = get_readable(request, pk)
    if request.method == "POST":
        return call(request, meeting)
    if meeting.state == Meeting.State.PLANNED:
        return render(request, "meetings/invitation_preview.html", preview(request, meeting))
    return render(request, "meetings/invitation_list.html", progress(request, meeting))


def progress(request, meeting):
    """What became of each letter, and whom somebody still has to ring."""
    invitations = followed_up(meeting)
    calls = [row for row in invitations if row.needs_call]
    return {
        "meeting": meeting,
        "calls": calls,
        "waiting": sum(row.phoned_at is None for row in calls),
        **passed_on(meeting),
        **noting(request.user, meeting, at=timezone.now()),
        **answers(request, meeting, invitations),
    }


def passed_on(meeting):
    """What is told besides the letters: a message to copy, and the reminder to come."""
    is_called = meeting.state == Meeting.State.CALLED
    return {
        "line": line_text(meeting) if meeting.state in PASSED_ON else "",
        "reminder_at": due_at(meeting) if is_called else None,
    }


def noting(user, meeting, *, at):
    """Whether ``user`` writes down who was rung, and until the meeting begins what was said."""
    may_note = permissions.can_note_phone_call(user, meeting)
    may_answer = may_note and takes_answers(meeting, at=at)
    return {"now": at, "may_note": may_note, "may_answer": may_answer}


def answers(request, meeting, invitations):
    """Everybody, or those of one answer; and how many gave which."""
    asked = [row.answer for row in invitations if row.is_seated]
    counts = answer_counts(meeting, asked, chosen=request.GET.get("answer", ""))
    chosen = next((count for count in counts if count["is_current"]), None)
    shown = with_answer(invitations, request.GET["answer"]) if chosen else invitations
    return {"counts": counts, "chosen": chosen, "shown": shown, "benches": by_region(shown)}


def call(request, meeting):
    require(permissions.can_call_meeting(request.user, meeting))
    seen = request.POST.get("version", "")
    version = int(seen) if re.fullmatch(r"\d{1,9}", seen) else -1
    with announce(request, _("เรียกประชุมแล้ว หนังสือเชิญกำลังออกไปทีละฉบับ")):
        call_meeting(meeting, version=version, by=request.user)
    return redirect("meetings:meeting-invitations", meeting.pk)


def preview(request, meeting):
    """Exactly who will get a letter, who must be telephoned, and the words of the letter."""
    prefetch_related_objects([meeting], "objectives", "items")
    missing = missing_for_call(meeting)
    letters, calls = ([], []) if missing else written_and_rung(meeting)
    told = {"meeting": meeting, "missing": missing, "letters": letters, "calls": calls}
    return told | {
        "sample": letters and sample_letter(meeting, letters[0], by=request.user),
        "may_call": permissions.can_call_meeting(request.user, meeting),
    }


def written_and_rung(meeting):
    rows = addressed(invitations_for(meeting), on=meeting.starts_on)
    channels = Invitation.Channel.LETTER, Invitation.Channel.PHONE
    return [[row for row in rows if row.channel == channel] for channel in channels]


def sample_letter(meeting, reader, *, by):
    return invitation_letter(to_be_numbered(meeting), reader, by=by, on=timezone.localdate())


def to_be_numbered(meeting):
    """The meeting as its letter will name it, with a gap where the number goes."""
    shown = copy(meeting)
    shown.number, shown.be_year = "…", be_year(meeting.starts_on)
    return shown


@require_POST
def invitation_call(request, pk, invitation_pk):
    meeting = get_readable(request, pk)
    require(permissions.can_note_phone_call(request.user, meeting))
    invitation = get_object_or_404(meeting.invitations, pk=invitation_pk)
    with announce(request, _("บันทึกว่าโทรแล้ว")):
        note_phone_call(invitation, by=request.user)
    return redirect("meetings:meeting-invitations", pk)


def get_readable(request, pk):
    meetings = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(meetings, pk=pk)
    require(permissions.can_read_invitations(request.user, meeting))
    return meeting
