"""Answers to an invitation: by the link in the letter, in the portal, noted from the telephone."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.vary import vary_on_headers

from meetings.forms import ReplyForm
from meetings.models import AgendaItem, Invitation, Meeting
from meetings.permissions import can_note_phone_call
from meetings.queries import Closed, asked_by_link, is_own, takes_answers
from meetings.queries.documents import number_to_ring
from portal.kernel.http import asked_next, asks, require
from portal.kernel.kept_text import typed

Via = Invitation.Via


def for_its_reader_only(view):
    """The address is the key: nobody keeps the page, lists it, or tells another site of it.

    Not ``no-referrer``: browsers then post the form without saying from where, as a forgery.
    """

    @wraps(view)
    def told(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    return never_cache(told)


@asks
@login_not_required
@for_its_reader_only
def reply(request, token):
    """Opens one invitation to be answered and nothing else; nobody is signed in by it."""
    invitation, closed = asked_by_link(token, at=timezone.now())
    if closed:
        return refuse(request, invitation, closed)
    form = ReplyForm(request.POST or None, invitation=invitation, via=Via.LINK)
    if form.saved():
        messages.success(request, _("ได้รับคำตอบแล้ว ขอบคุณ"))
        return redirect(request.path)
    meeting = invitation.meeting
    context = {"reply": form, "meeting": meeting, "agenda": agenda_of(invitation)}
    return render(request, "meetings/reply.html", {**context, "ring": number_to_ring(meeting)})


def refuse(request, invitation, closed):
    """A friendly word about why, whom to ring and where to sign in; not who was invited."""
    meeting = invitation and invitation.meeting
    context = {"closed": closed, "meeting": meeting, "ring": meeting and number_to_ring(meeting)}
    status = 404 if closed == Closed.UNKNOWN else 410
    return render(request, "meetings/reply_closed.html", context, status=status)


def agenda_of(invitation):
    """Titles as the letter itself has them."""
    items = AgendaItem.objects.filter(meeting=invitation.meeting_id)
    return [(item.number, item.title) for item in items]


@asks
def meeting_answer(request, pk):
    """What the reader answers to their own invitation; nobody else finds the page."""
    meeting = get_called(request, pk)
    invitations = meeting.invitations.filter(is_own(request.user))
    form = reply_form(request, get_object_or_404(invitations))
    if form is None:
        return redirect(meeting)
    if form.saved():
        messages.success(request, _("ได้รับคำตอบแล้ว ขอบคุณ"))
        return redirect(asked_next(request) or meeting)
    return render(request, "meetings/answer_form.html", {"reply": form, "meeting": meeting})


def reply_form(request, invitation):
    """The reader's answer as sent, as typed before the session ended, or as it stands; none
    where nobody is asked any more."""
    if invitation is None or not takes_answers(invitation.meeting, at=timezone.now()):
        return None
    address = reverse("meetings:meeting-answer", args=[invitation.meeting_id])
    sent = typed(request, address)
    return ReplyForm(sent, invitation=invitation, via=Via.PORTAL, by=request.user)


@asks
@vary_on_headers("HX-Target")
def invitation_answer(request, pk, invitation_pk):
    """The secretariat notes what somebody said on the telephone."""
    meeting = get_called(request, pk)
    require(can_note_phone_call(request.user, meeting))
    invitation = get_object_or_404(meeting.invitations.for_list().seated(), pk=invitation_pk)
    if not takes_answers(meeting, at=timezone.now()):
        return redirect("meetings:meeting-invitations", pk)
    form = note_form(request, invitation)
    if form.saved():
        messages.success(
            request, _("บันทึกคำตอบของ %(name)s แล้ว") % {"name": invitation.person.full_name}
        )
        return redirect(asked_next(request) or back_to_list(pk))
    return render(request, note_template(request), {"reply": form, "meeting": meeting})


def note_form(request, invitation):
    return ReplyForm(
        typed(request),
        invitation=invitation,
        via=Via.PHONE,
        by=request.user,
        auto_id=f"id_{invitation.pk}_%s",  # several may stand open in the list
    )


def note_template(request):
    """Below the row where htmx opens it, a page of its own otherwise."""
    in_row = (request.htmx.target or "").startswith("answer-") and request.method == "GET"
    return "meetings/answer_note.html#note" if in_row else "meetings/answer_note.html"


def back_to_list(pk):
    return reverse("meetings:meeting-invitations", args=[pk])


def get_called(request, pk):
    meetings = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    return get_object_or_404(meetings.exclude(state=Meeting.State.PLANNED), pk=pk)
