"""Whose record it is, and which item and block are meant."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Meeting, Resolution
from meetings.permissions import can_write_record
from meetings.record_page import KINDS
from portal.kernel.http import require


def writes(view):
    """Hands on the meeting: visible, else 404; of whoever writes its record, else 403. Where
    nothing is written yet or any more, a look leads to the meeting's page; what was typed is
    shown again by the page it was sent to."""

    @wraps(view)
    def asked(request, pk, **named):
        visible = Meeting.objects.visible_to(request.user)
        told = visible.select_related("committee", "province", "minutes")
        meeting = get_object_or_404(told, pk=pk)
        require(can_write_record(request.user, meeting))
        if not meeting.takes_writing and request.method != "POST":
            messages.info(request, _("การประชุมนี้ยังไม่เริ่ม หรือรับรองรายงานแล้ว จึงไม่รับบันทึก"))
            return redirect(meeting)
        return view(request, meeting, **named)

    return asked


def get_item(meeting, item_pk):
    items = AgendaItem.objects.select_related("presenter", "edited_by__person")
    item = get_object_or_404(items, pk=item_pk, meeting=meeting)
    item.meeting = meeting
    return item


def get_kind(slug, *, but=()):
    model = KINDS.get(slug)
    if model is None or model in (but if isinstance(but, tuple) else (but,)):
        raise Http404
    return model


def find(model, item, block_pk):
    if model is AgendaItem:
        return item if block_pk == item.pk else None
    rows = model.objects.filter(item=item).select_related("edited_by__person")
    row = rows.filter(pk=block_pk).first()
    if row is not None:
        row.item = item
        if model is Resolution:
            row.meeting = item.meeting
    return row


def get_row(model, item, block_pk):
    row = find(model, item, block_pk)
    if row is None:
        raise Http404
    return row


def place_of(item):
    return reverse("meetings:record-item", args=[item.meeting_id, item.pk])
