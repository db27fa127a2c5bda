"""The minutes of a meeting: read, checked, circulated, laid before a meeting, adopted."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings import permissions
from meetings.actions.minutes import begin_minutes, keep_version
from meetings.forms.minutes import (
    AdoptionForm,
    CheckingForm,
    CirculationForm,
    ProposalForm,
    ReturnForm,
    WritersForm,
    routes_open,
)
from meetings.models import Meeting, Minutes
from meetings.permissions import can_check_minutes, can_keep_minutes
from meetings.queries import readers_of_letters
from meetings.queries.minutes import circulation_ends
from meetings.queries.minutes_page import MinutesPage
from portal.kernel.http import announce, asks, require
from portal.kernel.kept_text import typed

State = Minutes.State


@require_safe
def minutes(request, pk):
    """The latest text that the reader may read, and what to do next with it."""
    found = get_minutes(request, pk)
    page = MinutesPage(found, request.user, timezone.localdate())
    if page.version is None:
        raise Http404
    may_keep = can_keep_minutes(request.user, found.meeting)
    context = {
        "minutes": found,
        "meeting": found.meeting,
        "page": page,
        "may_keep": may_keep,
        "may_check": can_check_minutes(request.user, found),
        "may_ask": page.takes_requests and permissions.can_ask_for_correction(request.user, found),
        "routes": routes_open(found, on=page.on) if may_keep and not found.is_adopted else [],
    }
    return render(request, "meetings/minutes.html", context)


@require_POST
def minutes_create(request, pk):
    """For a meeting that was closed before there were minutes in the portal."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    require(can_keep_minutes(request.user, meeting))
    with announce(request, _("เริ่มร่างรายงานการประชุมแล้ว")):
        begin_minutes(meeting, by=request.user)
    there = Minutes.objects.filter(meeting=meeting).exists()
    return redirect("meetings:minutes" if there else "meetings:meeting-detail", meeting.pk)


@require_POST
def minutes_version_create(request, pk):
    """Keep the text as it reads now, where something around the record changed."""
    found = get_kept(request, pk)
    with announce(request, _("เก็บเป็นฉบับใหม่แล้ว")):
        keep_version(found.meeting, by=request.user)
    return back(found)


@asks
def minutes_edit(request, pk):
    """Who takes the notes, and who checks them."""
    found = get_kept(request, pk)
    if found.is_adopted:
        return back(found)
    form = WritersForm(typed(request), minutes=found, by=request.user)
    return asked(request, form, "meetings/minutes_edit.html", _("บันทึกชื่อแล้ว"))


@require_POST
def minutes_check(request, pk):
    found = get_minutes(request, pk)
    require(can_check_minutes(request.user, found))
    return pressed(request, CheckingForm, found, _("บันทึกว่าตรวจแล้ว"))


@asks
def minutes_circulation(request, pk):
    """Says beforehand whom it tells and until when they may object."""
    found = get_kept(request, pk)
    if not found.can_become(State.CIRCULATED):
        return back(found)
    form = CirculationForm(request.POST or None, minutes=found, by=request.user)
    context = {
        "until": circulation_ends(found.meeting.committee, timezone.localdate()),
        "readers": readers_of_letters(found.meeting).count(),
        "calls": unreached(found.meeting),
    }
    template = "meetings/minutes_circulation.html"
    return asked(request, form, template, _("ส่งเวียนแล้ว"), **context)


@require_POST
def minutes_proposal(request, pk):
    return pressed(request, ProposalForm, get_kept(request, pk), _("เสนอให้ที่ประชุมรับรองแล้ว"))


@asks
def minutes_return(request, pk):
    found = get_kept(request, pk)
    if not found.can_become(State.DRAFT):
        return back(found)
    form = ReturnForm(typed(request), minutes=found, by=request.user)
    return asked(request, form, "meetings/minutes_return.html", _("กลับเป็นร่างแล้ว"))


@asks
def minutes_adoption(request, pk):
    found = get_kept(request, pk)
    today = timezone.localdate()
    if not found.can_become(State.ADOPTED) or not routes_open(found, on=today):
        return back(found)
    form = AdoptionForm(typed(request), minutes=found, by=request.user, on=today)
    text = _("รับรองรายงานแล้ว จากนี้แก้ได้ด้วยใบแก้ไขเท่านั้น")
    return asked(request, form, "meetings/minutes_adoption.html", text)


# -- Shared --------------------------------------------------------------------------


def get_minutes(request, pk):
    """Of the meeting ``pk``, if the reader may read them."""
    readable = Minutes.objects.visible_to(request.user).select_related(
        "meeting__committee", "meeting__province", "note_taker", "checker", "adopted_in"
    )
    return get_object_or_404(readable, meeting=pk)


def get_kept(request, pk):
    found = get_minutes(request, pk)
    require(can_keep_minutes(request.user, found.meeting))
    return found


def unreached(meeting):
    """Who was invited and gets no letter: somebody rings them."""
    told = readers_of_letters(meeting).values("pk")
    invited = meeting.invitations.seated().exclude(pk__in=told).exclude(person=None)
    return invited.select_related("person").order_by("seat__number", "pk")


def asked(request, form, template, text, **context):
    """A form on a page of its own, then back to the minutes."""
    if form.saved():
        messages.success(request, text)
        return back(form.minutes)
    context |= {"form": form, "minutes": form.minutes, "meeting": form.minutes.meeting}
    return render(request, template, context, status=409 if form.is_stale else 200)


def pressed(request, form_class, found, text):
    """A button of the minutes' own page: whatever forbids it is said there."""
    form = form_class(request.POST, minutes=found, by=request.user)
    if form.saved():
        messages.success(request, text)
    else:
        for refusal in form.non_field_errors() or [_("โปรดเปิดหน้านี้ใหม่แล้วกดอีกครั้ง")]:
            messages.error(request, refusal)
    return back(found)


def back(found):
    return redirect("meetings:minutes", found.meeting_id)
