"""The record as it is written: item by item, block by block."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings.actions.writing import move_remark, note_item, take_up_item
from meetings.forms.statements import StartedStatementForm, StatementForm
from meetings.forms.writing import REMOVALS, ItemForm, RemovalForm, made_by
from meetings.models import AgendaItem, Meeting, Resolution, Statement
from meetings.queries import MeetingPage
from meetings.queries.writing import ItemPage, agenda_of, item_on_screen
from meetings.record_page import (
    FORMS,
    NEW_FORMS,
    NewRemarkForm,
    RecordPage,
    RemarkForm,
    anchor_of,
    choices_for,
    label_of,
)
from portal.kernel.http import announce, asks
from portal.kernel.kept_text import typed

from .writing_answers import answer, gone
from .writing_found import find, get_item, get_kind, get_row, place_of, writes

# -- The agenda, and what comes up ----------------------------------------------------


@require_safe
@writes
def meeting_record(request, meeting):
    context = {
        "meeting": meeting,
        "agenda": agenda_of(meeting),
        "on_screen": item_on_screen(meeting),
    }
    return render(request, "meetings/record.html", context)


@asks
@writes
def item_create(request, meeting):
    form = ItemForm(typed(request), meeting=meeting, by=request.user)
    if form.saved():
        messages.success(request, _("เพิ่มเรื่องในระเบียบวาระแล้ว"))
        return redirect(place_of(form.item))
    return render(request, "meetings/record_item_form.html", {"form": form, "meeting": meeting})


@require_POST
@writes
def item_noting(request, meeting, item_pk):
    item, is_noted = get_item(meeting, item_pk), request.POST.get("noted") == "yes"
    with announce(request, _("บันทึกว่าที่ประชุมรับทราบแล้ว") if is_noted else _("ลบคำว่ารับทราบแล้ว")):
        note_item(item, is_noted=is_noted, by=request.user)
    return redirect(f"{place_of(item)}#noted")


@require_POST
@writes
def item_turn(request, meeting, item_pk):
    item = get_item(meeting, item_pk)
    with announce(request, _("จอห้องประชุมแสดงเรื่องนี้แล้ว")):
        take_up_item(item, by=request.user)
    return redirect(place_of(item))


@require_safe
def meeting_screen(request, pk):
    """For the screen of the room: the item under discussion, nothing to press."""
    visible = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(visible, pk=pk)
    page = MeetingPage(meeting, on=timezone.localdate(), reader=request.user)
    items = page.record["items"]
    shown = item_on_screen(meeting)
    item = next((one for one in items if one["pk"] == shown), items[0] if items else None)
    section = AgendaItem.Section(item["section"]).label if item else ""
    context = {"meeting": meeting, "page": page, "item": item, "section": section}
    return render(request, "meetings/screen.html", context)


# -- One item -------------------------------------------------------------------------


@require_safe
@writes
def record_item(request, meeting, item_pk):
    return item_page(request, get_item(meeting, item_pk))


def item_page(request, item, *, sent=None, status=200):
    page = ItemPage(item.meeting, item)
    sheet = RecordPage(page, request, sent)
    context = {"meeting": item.meeting, "item": item, "page": page, "sheet": sheet, "form": sent}
    return render(request, "meetings/record_item.html", context, status=status)


@require_POST
@writes
def block_create(request, meeting, item_pk, kind):
    """What is new; once it has saved itself, the same form goes on with what it made."""
    item, model = get_item(meeting, item_pk), get_kind(kind, but=AgendaItem)
    row = find(model, item, made_by(request.POST, model.objects.filter(item=item)))
    about = {"choices": choices_for(meeting)} if model is Statement else {}
    if row is None:
        form = NEW_FORMS.get(model, NewRemarkForm)
        form = form(request.POST, kind=model, item=item, by=request.user, **about)
    else:
        form = StartedStatementForm if about else FORMS.get(model, RemarkForm)
        form = form(request.POST, row=row, by=request.user, **about)
    return answer(request, item, form, model, again=item_page)


@require_POST
@writes
def block_save(request, meeting, item_pk, kind, block_pk):
    item, model = get_item(meeting, item_pk), get_kind(kind)
    row = find(model, item, block_pk)
    if row is None:
        return gone(request, item, model)
    form = FORMS.get(model, RemarkForm)(request.POST, row=row, by=request.user)
    return answer(request, item, form, model, again=item_page)


@require_POST
@writes
def block_move(request, meeting, item_pk, kind, block_pk):
    item, model = get_item(meeting, item_pk), get_kind(kind, but=(AgendaItem, Resolution))
    row = get_row(model, item, block_pk)
    with announce(request, _("ย้ายลำดับแล้ว")):
        move_remark(row, up=request.POST.get("way") == "up", by=request.user)
    return redirect(f"{place_of(item)}#{anchor_of(row)}")


@asks
@writes
def block_removal(request, meeting, item_pk, kind, block_pk):
    item, model = get_item(meeting, item_pk), get_kind(kind, but=AgendaItem)
    row = get_row(model, item, block_pk)
    remove = REMOVALS["resolution" if model is Resolution else "remark"]
    title = _("นำ%(what)s ออก") % {"what": label_of(model, getattr(row, "number", None))}
    return removal(request, item, row, remove, title, row.text)


def removal(request, item, row, remove, title, text):
    data = request.POST if request.method == "POST" else None  # it has no field of its own
    form = RemovalForm(data, row=row, remove=remove, by=request.user)
    if form.saved():
        messages.success(request, _("นำออกแล้ว"))
        return redirect(place_of(item))
    context = {"form": form, "item": item, "meeting": item.meeting, "title": title, "text": text}
    context |= {"row": form.row, "back": f"{place_of(item)}#{anchor_of(row)}"}
    status = 409 if form.is_stale else 200
    return render(request, "meetings/record_removal.html", context, status=status)


@asks
@writes
def statement_edit(request, meeting, item_pk, block_pk):
    """Who said it, more than one where it was more than one."""
    item = get_item(meeting, item_pk)
    row = get_row(Statement, item, block_pk)
    form = StatementForm(typed(request), row=row, choices=choices_for(meeting), by=request.user)
    back = f"{place_of(item)}#{anchor_of(row)}"
    if form.saved():
        messages.success(request, _("บันทึกคำพูดแล้ว"))
        return redirect(back)
    context = {"form": form, "item": item, "meeting": meeting, "back": back}
    status = 409 if form.is_stale else 200
    return render(request, "meetings/record_statement.html", context, status=status)
