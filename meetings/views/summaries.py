"""The executive summary: read by everybody once published, written and checked before."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from committees.models import Committee
from meetings import permissions
from meetings.forms.summaries import (
    SummaryCheckForm,
    SummaryForm,
    SummaryPublicationForm,
    SummaryWithdrawalForm,
)
from meetings.models import ExecutiveSummary, Meeting
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed


@require_safe
@login_not_required
def meeting_summary(request, pk):
    """Public once published; until then only who prepares or audits it reads it, and whoever
    else comes to a meeting that was held hears that it is being written (promise 9)."""
    meetings = Meeting.objects.select_related("committee", "province", "summary")
    meeting = get_object_or_404(meetings, pk=pk)
    summary = getattr(meeting, "summary", None)
    context = {"meeting": meeting, "summary": summary}
    context["generation"] = meeting.former_generation(on=timezone.localdate())
    if summary is None or not may_read(request, summary):
        if not is_being_written(meeting):
            raise Http404
        return render(request, "meetings/summary_pending.html", context)
    context |= {
        "may_write": not meeting.source and permissions.can_write_summary(request.user, meeting),
        "paragraphs": [text for text in summary.text.splitlines() if text.strip()],
    }
    return render(request, "meetings/meeting_summary.html", context)


def may_read(request, summary):
    is_public = summary.published_at is not None
    return is_public or permissions.can_read_draft_summary(request.user, summary.meeting)


def is_being_written(meeting):
    """Held by the 67, whose work is the public's, and kept in the portal."""
    is_of_the_67 = meeting.committee.kind == Committee.Kind.SUBCOMMITTEE
    return is_of_the_67 and meeting.state == Meeting.State.CLOSED and not meeting.source


@asks
def summary_edit(request, pk):
    meeting = get_written(request, pk)
    form = SummaryForm(typed(request), meeting=meeting, by=request.user)
    if form.summary.published_at:
        return back(meeting)
    if form.saved():
        messages.success(request, _("บันทึกสรุปแล้ว"))
        return back(meeting)
    status = 409 if form.is_stale else 200
    context = {"form": form, "meeting": meeting}
    return render(request, "meetings/summary_form.html", context, status=status)


@require_POST
def summary_check(request, pk):
    return pressed(request, pk, SummaryCheckForm, _("บันทึกว่าตรวจสรุปแล้ว"))


@require_POST
def summary_publication(request, pk):
    return pressed(request, pk, SummaryPublicationForm, _("เผยแพร่สรุปแล้ว คนทั่วไปอ่านได้"))


@asks
def summary_withdrawal(request, pk):
    meeting = get_written(request, pk)
    summary = get_object_or_404(ExecutiveSummary, meeting=meeting)
    if not summary.published_at:
        return back(meeting)
    form = SummaryWithdrawalForm(typed(request), summary=summary, by=request.user)
    if form.saved():
        messages.success(request, _("ถอนการเผยแพร่แล้ว"))
        return back(meeting)
    status = 409 if form.is_stale else 200
    context = {"form": form, "meeting": meeting}
    return render(request, "meetings/summary_withdrawal.html", context, status=status)


def pressed(request, pk, form_class, text):
    meeting = get_written(request, pk)
    summary = get_object_or_404(ExecutiveSummary, meeting=meeting)
    form = form_class(request.POST, summary=summary, by=request.user)
    if form.saved():
        messages.success(request, text)
    else:
        for refusal in form.non_field_errors() or [_("โปรดเปิดหน้านี้ใหม่แล้วกดอีกครั้ง")]:
            messages.error(request, refusal)
    return back(meeting)


def get_written(request, pk):
    """Of a meeting kept in the portal that has begun, by whoever writes for its body."""
    meetings = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    begun = [Meeting.State.IN_SESSION, Meeting.State.CLOSED]
    meeting = get_object_or_404(meetings.filter(source="", state__in=begun), pk=pk)
    require(permissions.can_write_summary(request.user, meeting))
    return meeting


def back(meeting):
    """To the text; where none was written yet, to the meeting."""
    there = ExecutiveSummary.objects.filter(meeting=meeting).exists()
    return redirect("meetings:meeting-summary" if there else "meetings:meeting-detail", meeting.pk)
