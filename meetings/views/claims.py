"""Who was there and is not on the roll says so; whoever keeps the roll confirms it or not."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meetings.actions.claiming import confirm_claim
from meetings.forms.attendance import seen_of
from meetings.forms.claims import ClaimForm, RefusalForm
from meetings.models import AttendanceClaim, Meeting
from meetings.queries.claims import takes_claims
from meetings.queries.places import place_of
from portal.kernel.http import announce, asks, require
from portal.kernel.kept_text import typed

from .attendance import back_to, get_callable


@asks
def claim_create(request, pk):
    """Of the reader's own presence; said before, it is changed here until it is answered."""
    meeting, claim = get_claimable(request, pk)
    if not takes_claims(meeting, at=timezone.now()) or (claim and not claim.is_waiting):
        messages.info(request, closed_words(claim))
        return redirect(own_place(meeting))
    form = ClaimForm(typed(request), meeting=meeting, claim=claim, by=request.user)
    if form.saved():
        messages.success(request, _("แจ้งแล้ว รอเลขานุการยืนยัน"))
        return redirect(own_place(meeting))
    context = {"form": form, "meeting": meeting, "claim": claim}
    return render(request, "meetings/claim_form.html", context)


def closed_words(claim):
    if claim and not claim.is_waiting:
        return _("เลขานุการตอบเรื่องนี้แล้ว")
    return _("พ้นเวลาแจ้งแล้ว หรือการประชุมยังไม่เริ่ม โปรดโทรหากองเลขานุการ")


@require_POST
def claim_confirmation(request, pk, claim_pk):
    meeting = get_callable(request, pk)
    claim = get_object_or_404(meeting.claims, pk=claim_pk)
    claimed, seen = (seen_of(request.POST.get(name, "")) for name in ("claimed", "seen"))
    with announce(request, _("ยืนยันแล้ว ชื่ออยู่ในผู้มาประชุม")):
        confirm_claim(claim, claimed=claimed, seen=seen, by=request.user)
    return redirect(back_to(request, meeting, "#claims"))


@asks
def claim_refusal(request, pk, claim_pk):
    meeting = get_callable(request, pk)
    claim = get_object_or_404(meeting.claims.select_related("person"), pk=claim_pk)
    form = RefusalForm(typed(request), claim=claim, by=request.user)
    if form.saved():
        messages.success(request, _("ตอบแล้ว ผู้แจ้งเห็นคำตอบในหน้าการประชุม"))
        return redirect(back_to(request, meeting, "#claims"))
    context = {"form": form, "meeting": meeting, "claim": claim}
    status = 409 if form.is_stale else 200
    return render(request, "meetings/claim_refusal.html", context, status=status)


def get_claimable(request, pk):
    """The meeting, and what the reader has said of it before."""
    visible = Meeting.objects.visible_to(request.user)
    told = visible.select_related("committee", "province", "minutes")
    meeting = get_object_or_404(told, pk=pk)
    require(place_of(request.user, meeting) is not None)
    own = AttendanceClaim.objects.filter(meeting=meeting, person__user=request.user)
    return meeting, own.first()


def own_place(meeting):
    return f"{reverse('meetings:meeting-detail', args=[meeting.pk])}#presence"
