"""Diagrams of an agenda item: drawn from data, changed, taken off."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.forms.diagrams import DiagramForm, ErasureForm
from meetings.models import AgendaItem, Diagram, Meeting
from meetings.permissions import can_hold_meeting
from portal.kernel.http import asks, read_pk, require
from portal.kernel.kept_text import typed

from .gone import keeps_typed


@asks
def diagram_create(request, pk):
    meeting = get_writable(request, pk)
    key = read_pk(request.GET.get("item", ""))
    item = get_object_or_404(AgendaItem, pk=key, meeting=meeting)
    form = DiagramForm(typed(request), item=item, by=request.user)
    return ask(request, form, item, _("เพิ่มแผนภาพ"), _("เพิ่มแผนภาพแล้ว"))


@asks
@keeps_typed
def diagram_edit(request, pk, diagram_pk):
    diagram = get_diagram(request, pk, diagram_pk)
    form = DiagramForm(typed(request), diagram=diagram, by=request.user)
    return ask(request, form, diagram.item, _("แก้แผนภาพ"), _("แก้แผนภาพแล้ว"))


def ask(request, form, item, title, done):
    if form.saved():
        messages.success(request, done)
        return redirect(place_of(item))
    context = {"form": form, "item": item, "meeting": item.meeting, "title": title}
    status = 409 if form.is_stale else 200
    return render(
        request, "meetings/diagram_form.html", context | {"back": place_of(item)}, status=status
    )


@asks
def diagram_removal(request, pk, diagram_pk):
    diagram = get_diagram(request, pk, diagram_pk)
    data = request.POST if request.method == "POST" else None  # it has no field of its own
    form = ErasureForm(data, diagram=diagram, by=request.user)
    back = place_of(diagram.item)
    if form.saved():
        messages.success(request, _("นำแผนภาพออกแล้ว"))
        return redirect(back)
    context = {"form": form, "diagram": diagram, "meeting": diagram.item.meeting, "back": back}
    return render(request, "meetings/diagram_removal.html", context)


def get_writable(request, pk):
    visible = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(visible, pk=pk)
    require(can_hold_meeting(request.user, meeting))
    if not meeting.takes_record:
        raise Http404
    return meeting


def get_diagram(request, pk, diagram_pk):
    meeting = get_writable(request, pk)
    diagrams = Diagram.objects.select_related("item")
    diagram = get_object_or_404(diagrams, pk=diagram_pk, item__meeting=meeting)
    diagram.item.meeting = meeting
    return diagram


def place_of(item):
    """Where the record is written; before the meeting has begun, its page."""
    if item.meeting.takes_writing:
        return reverse("meetings:record-item", args=[item.meeting_id, item.pk]) + "#diagrams"
    return f"{item.meeting.get_absolute_url()}#item-{item.section}-{item.position}"
