"""What a resolution asks of whom: assigned, put right, taken off."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from meetings.forms.assignments import AssignmentForm, RewrittenAssignmentForm
from meetings.forms.writing import REMOVALS
from meetings.models import ActionItem, Resolution
from meetings.record_page import anchor_of
from portal.kernel.http import asks
from portal.kernel.kept_text import typed

from .writing import removal
from .writing_found import place_of, writes


@asks
@writes
def assignment_create(request, meeting, resolution_pk):
    resolution = get_resolution(meeting, resolution_pk)
    form = AssignmentForm(typed(request), resolution=resolution, by=request.user)
    if form.saved():
        messages.success(request, form.told)
        return redirect(back_to(resolution))
    return show(request, form, resolution, _("มอบหมายงาน"))


@asks
@writes
def assignment_edit(request, meeting, resolution_pk, item_pk):
    resolution = get_resolution(meeting, resolution_pk)
    row = get_assignment(resolution, item_pk)
    form = RewrittenAssignmentForm(typed(request), row=row, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกงานแล้ว"))
        return redirect(back_to(resolution))
    return show(request, form, resolution, _("แก้งานที่มอบหมาย"), row=form.row)


@asks
@writes
def assignment_removal(request, meeting, resolution_pk, item_pk):
    resolution = get_resolution(meeting, resolution_pk)
    row = get_assignment(resolution, item_pk)
    title = _("นำงานที่มอบหมายออก")
    return removal(request, resolution.item, row, REMOVALS["assignment"], title, row.title)


def show(request, form, resolution, title, **context):
    context |= {
        "form": form,
        "resolution": resolution,
        "item": resolution.item,
        "meeting": resolution.meeting,
        "title": title,
        "back": back_to(resolution),
    }
    status = 409 if form.is_stale else 200
    return render(request, "meetings/record_assignment.html", context, status=status)


def get_resolution(meeting, pk):
    row = get_object_or_404(Resolution.objects.select_related("item"), pk=pk, meeting=meeting)
    row.meeting = row.item.meeting = meeting
    return row


def get_assignment(resolution, pk):
    rows = ActionItem.objects.select_related("region", "unit", "person", "edited_by__person")
    row = get_object_or_404(rows, pk=pk, resolution=resolution)
    row.resolution = resolution
    return row


def back_to(resolution):
    return f"{place_of(resolution.item)}#{anchor_of(resolution)}"
