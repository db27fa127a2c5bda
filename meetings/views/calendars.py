"""Meetings for the reader's own calendar: one as a file, all of them behind a private address."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings.actions.calendars import issue_calendar_feed, revoke_calendar_feed
from meetings.calendar_file import CONTENT_TYPE, calendar_of, feed_of
from meetings.feeds import feed_address
from meetings.models import Meeting
from meetings.queries.calendars import (
    feed_by_token,
    for_calendar,
    meetings_in_feed,
    own_feed,
    reader_of,
)
from portal.kernel.http import announce
from portal.kernel.models import Person

from .replies import for_its_reader_only


@require_safe
def meeting_calendar(request, pk):
    meetings = for_calendar(Meeting.objects.visible_to(request.user).filter(pk=pk))
    if not meetings:
        raise Http404
    return file_of(calendar_of(*meetings), name=f"meeting-{pk}.ics")


@require_safe
@login_not_required
@for_its_reader_only
def calendar_feed(request, token):
    """404 for an address that was never given out, 410 for one that opens nothing any more."""
    feed = feed_by_token(token)
    if feed is None:
        raise Http404
    today = timezone.localdate()
    user = reader_of(feed, on=today)
    if user is None:
        return HttpResponse(status=410)
    return file_of(feed_of(meetings_in_feed(user, on=today)), name="meetings.ics")


@require_safe
@for_its_reader_only
def calendar(request):
    feed = own_feed(request.user)
    address = feed and feed_address(feed)
    context = {
        "feed": feed,
        "address": address,
        "in_app": address and "webcal:" + address.partition(":")[2],
        "may_have": Person.objects.filter(user=request.user).exists(),
    }
    return render(request, "meetings/calendar.html", context)


@require_POST
def calendar_address(request):
    person = get_object_or_404(Person, user=request.user)
    with announce(request, _("ได้ที่อยู่ปฏิทินใหม่แล้ว")):
        issue_calendar_feed(person, by=request.user)
    return redirect("meetings:calendar")


@require_POST
def calendar_revocation(request):
    feed = own_feed(request.user)
    if feed:
        with announce(request, _("เลิกใช้ที่อยู่ปฏิทินแล้ว ผู้ที่มีที่อยู่เดิมอ่านไม่ได้อีก")):
            revoke_calendar_feed(feed, by=request.user)
    return redirect("meetings:calendar")


def file_of(content, *, name):
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)
