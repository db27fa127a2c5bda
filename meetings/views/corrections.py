"""What members want put right in circulated minutes, and what is put right in adopted ones."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.forms.corrections import CorrectionForm, ErratumForm, SettlementForm
from meetings.permissions import can_ask_for_correction
from portal.kernel.http import asks, read_pk, require
from portal.kernel.kept_text import typed

from .minutes import back, get_kept, get_minutes


@asks
def correction_create(request, pk):
    found = get_minutes(request, pk)
    require(can_ask_for_correction(request.user, found))
    if not found.takes_requests(on=timezone.localdate()):
        messages.error(request, _("พ้นเวลาทักท้วงแล้ว หรือรายงานนี้ยังไม่ได้เวียน"))
        return back(found)
    item = read_pk(request.GET.get("item", ""))
    form = CorrectionForm(typed(request), minutes=found, by=request.user, initial={"item": item})
    return shown(request, form, found, "meetings/correction_form.html", _("ส่งคำขอแก้แล้ว"))


@asks
def correction_settlement(request, pk, request_pk):
    found = get_kept(request, pk)
    rows = found.correction_requests.select_related("item", "asked_by__person")
    asked = get_object_or_404(rows, pk=request_pk)
    if asked.outcome:
        return back(found)
    form = SettlementForm(typed(request), asked=asked, by=request.user)
    template = "meetings/correction_settlement.html"
    return shown(request, form, found, template, _("ตอบคำขอแก้แล้ว"), asked=asked)


@asks
def erratum_create(request, pk):
    found = get_kept(request, pk)
    if not found.is_adopted:
        return back(found)
    form = ErratumForm(typed(request), minutes=found, by=request.user)
    return shown(request, form, found, "meetings/erratum_form.html", _("บันทึกใบแก้ไขแล้ว"))


def shown(request, form, found, template, text, **context):
    if form.saved():
        messages.success(request, text)
        return redirect("meetings:minutes", found.meeting_id)
    context |= {"form": form, "minutes": found, "meeting": found.meeting}
    return render(request, template, context)
