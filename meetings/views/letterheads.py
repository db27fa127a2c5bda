"""Who sends the letters of a body, and which number a letter has."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from meetings import permissions
from meetings.forms.documents import LetterheadForm, LetterNumberForm
from meetings.models import Meeting
from meetings.queries.documents import letterhead_of
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed


@asks
def letterhead_edit(request, pk):
    meeting = find(request, pk)
    form = LetterheadForm(typed(request), committee=meeting.committee, by=request.user)
    if form.saved():
        return done(request, meeting, _("บันทึกหัวหนังสือแล้ว"))
    context = {
        "form": form,
        "meeting": meeting,
        "current": letterhead_of(meeting.committee) if form.is_bound else None,
        "is_new": letterhead_of(meeting.committee) is None,
    }
    return render(request, "meetings/letterhead_form.html", context)


@asks
def letter_number(request, pk):
    meeting = find(request, pk)
    form = LetterNumberForm(typed(request), meeting=meeting, by=request.user)
    if form.saved():
        return done(request, meeting, _("บันทึกเลขที่หนังสือแล้ว"))
    return render(request, "meetings/letter_number_form.html", {"form": form, "meeting": meeting})


def done(request, meeting, text):
    messages.success(request, text)
    return redirect("meetings:document-list", meeting.pk)


def find(request, pk):
    visible = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(visible, pk=pk)
    require(permissions.can_write_letters(request.user, meeting))
    return meeting
