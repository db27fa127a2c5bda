"""Breakout groups: set up, written in by their note-takers, merged by the rapporteur."""

from typing import NamedTuple

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings.actions.breakout import move_point
from meetings.forms.breakout import (
    BulletForm,
    BulletRemovalForm,
    BulletsForm,
    GroupCountForm,
    GroupForm,
    MergeForm,
    PartingForm,
    PointForm,
    PointRemovalForm,
    TopicForm,
)
from meetings.models import (
    BreakoutGroup,
    BreakoutResult,
    GroupPoint,
    Meeting,
    ResultPoint,
    Sitting,
)
from meetings.permissions import can_hold_meeting, can_plan_meeting, can_write_for_group
from meetings.queries.breakout import (
    bullets_of,
    columns_of,
    points_of,
    sheet_of,
    sittings_with_groups,
)
from portal.kernel.http import announce, asks, require
from portal.kernel.kept_text import typed

from .gone import keeps_typed


@require_safe
def breakout(request, pk):
    meeting = get_readable(request, pk)
    context = {
        "meeting": meeting,
        "sittings": sittings_with_groups(meeting),
        "may_hold": can_hold_meeting(request.user, meeting) and meeting.takes_record,
        "may_plan": can_plan_meeting(request.user, meeting),
    }
    return render(request, "meetings/breakout.html", context)


@asks
def breakout_create(request, pk):
    meeting = get_readable(request, pk)
    require(can_hold_meeting(request.user, meeting))
    if not meeting.takes_record:
        return redirect(address(meeting))
    form = PartingForm(typed(request), meeting=meeting, by=request.user)
    words = Words(_("แบ่งกลุ่มย่อย"), _("ตั้งกลุ่ม"), _("ตั้งกลุ่มแล้ว"), meeting.name)
    return ask(request, form, words, address(meeting), meeting)


@asks
def breakout_count(request, pk, sitting_pk):
    sitting = get_sitting(request, pk, sitting_pk)
    form = GroupCountForm(request.POST or None, sitting=sitting, by=request.user)
    words = Words(_("ตั้งกลุ่มย่อย"), _("ตั้งกลุ่ม"), _("ตั้งกลุ่มแล้ว"), sitting.title)
    return ask(request, form, words, address(sitting.meeting), sitting.meeting)


@asks
def breakout_topic_create(request, pk, sitting_pk):
    sitting = get_sitting(request, pk, sitting_pk)
    form = TopicForm(typed(request), sitting=sitting, by=request.user)
    words = Words(_("เพิ่มตารางของกลุ่มย่อย"), _("เพิ่มตาราง"), _("เพิ่มตารางแล้ว"), sitting.title)
    return ask(request, form, words, address(sitting.meeting), sitting.meeting)


@asks
def breakout_topic_edit(request, pk, topic_pk):
    topic = get_topic(request, pk, topic_pk)
    require(can_hold_meeting(request.user, topic.item.meeting))
    form = TopicForm(typed(request), sitting=topic.sitting, topic=topic, by=request.user)
    words = Words(_("แก้ตารางของกลุ่มย่อย"), _("บันทึกตาราง"), _("แก้ตารางแล้ว"), topic.title)
    return ask(request, form, words, synthesis_of(topic), topic.item.meeting)


@asks
def breakout_group_edit(request, pk, group_pk):
    group = get_group(request, pk, group_pk)
    meeting = group.sitting.meeting
    require(can_hold_meeting(request.user, meeting))
    form = GroupForm(typed(request), group=group, by=request.user)
    title = _("กลุ่มที่ %(n)s: สมาชิกและผู้จด") % {"n": group.number}
    words = Words(title, _("บันทึกกลุ่ม"), _("บันทึกกลุ่มแล้ว"), group.sitting.title)
    return ask(request, form, words, address(meeting), meeting)


@asks
def breakout_sheet(request, pk, group_pk):
    """What one group wrote. A box adds bullets to its column; nobody overwrites another."""
    group = get_group(request, pk, group_pk)
    may_write = can_write_for_group(request.user, group) and group.sitting.meeting.takes_record
    tables = tables_to_fill(request, group)
    sent = [form for _topic, cells in tables for _column, form in cells if form.is_bound]
    require(may_write or not sent)
    for form in sent:
        if form.saved():
            messages.success(request, _("เพิ่มข้อแล้ว"))
            return redirect(f"{request.path}#{form.anchor}")
    context = {"group": group, "meeting": group.sitting.meeting, "tables": tables}
    return render(request, "meetings/breakout_sheet.html", {**context, "may_write": may_write})


def tables_to_fill(request, group):
    """Every table of the group's sitting, each column with its box."""
    return [
        (topic, [(column, add_form(request, group, topic, column.name)) for column in columns])
        for topic, columns in sheet_of(group)
    ]


def add_form(request, group, topic, column):
    """Bound where this box was sent: its button names the table and the column."""
    data = typed(request)
    asked = data is not None and data.get("cell") == BulletsForm.cell(topic, column)
    return BulletsForm(data if asked else None, group, topic, column, by=request.user)


@asks
@keeps_typed
def bullet_edit(request, pk, bullet_pk):
    bullet = get_bullet(request, pk, bullet_pk)
    form = BulletForm(typed(request), row=bullet, by=request.user)
    words = Words(_("แก้ข้อของกลุ่ม"), _("บันทึกข้อ"), _("แก้ข้อแล้ว"), told_of(bullet))
    meeting = bullet.group.sitting.meeting
    return ask(request, form, words, sheet_address(bullet), meeting)


@asks
def bullet_removal(request, pk, bullet_pk):
    bullet = get_bullet(request, pk, bullet_pk)
    data = request.POST if request.method == "POST" else None  # it has no field of its own
    form = BulletRemovalForm(data, row=bullet, by=request.user)
    words = Words(_("ลบข้อของกลุ่ม"), _("ลบข้อนี้"), _("ลบข้อแล้ว"), told_of(bullet), bullet.text)
    meeting = bullet.group.sitting.meeting
    return ask(request, form, words, sheet_address(bullet), meeting)


@asks
def breakout_synthesis(request, pk, topic_pk):
    topic = get_topic(request, pk, topic_pk)
    meeting = topic.item.meeting
    may_hold = can_hold_meeting(request.user, meeting) and meeting.takes_record
    require(may_hold or request.method != "POST")
    form = MergeForm(typed(request), topic=topic, by=request.user)
    if form.saved():
        messages.success(request, _("รวมข้อแล้ว"))
        return redirect(synthesis_of(topic))
    context = {"topic": topic, "meeting": meeting, "form": form, "may_hold": may_hold}
    return render(request, "meetings/breakout_synthesis.html", context | merged(topic))


def merged(topic):
    """What the groups wrote beside what became of it."""
    return {
        "columns": columns_of(topic, bullets_of(topic)),
        "synthesis": columns_of(topic, points_of(topic)),
    }


@asks
@keeps_typed
def point_edit(request, pk, point_pk):
    point = get_point(request, pk, point_pk)
    topic = point.result
    form = PointForm(typed(request), row=point, by=request.user)
    words = Words(_("แก้ข้อสังเคราะห์"), _("บันทึกข้อสังเคราะห์"), _("แก้ข้อสังเคราะห์แล้ว"), topic.title)
    return ask(request, form, words, synthesis_of(topic), topic.item.meeting)


@asks
def point_removal(request, pk, point_pk):
    point = get_point(request, pk, point_pk)
    topic = point.result
    form = PointRemovalForm(request.POST or None, row=point, by=request.user)
    text = _("ข้อของกลุ่มที่รวมไว้ไม่หาย และกลับไปรอการรวม")
    words = Words(_("นำข้อสังเคราะห์ออก"), _("นำข้อนี้ออก"), _("นำข้อสังเคราะห์ออกแล้ว"), text, point.text)
    return ask(request, form, words, synthesis_of(topic), topic.item.meeting)


@require_POST
def point_move(request, pk, point_pk):
    point = get_point(request, pk, point_pk)
    with announce(request, _("ย้ายลำดับแล้ว")):
        move_point(point, up=request.POST.get("way") == "up", by=request.user)
    return redirect(f"{synthesis_of(point.result)}#point-{point.pk}")


class Words(NamedTuple):
    """What a page with one form says: its heading, its button, that it was done, what it is
    about, and the text that is at stake."""

    title: str
    action: str
    done: str
    about: str
    text: str = ""


def ask(request, form, words, back, meeting):
    """One form on a page of its own; done, it goes back to where it was asked."""
    if form.saved():
        messages.success(request, words.done)
        return redirect(back)
    status = 409 if form.is_stale else 200
    context = {"form": form, "words": words, "back": back, "meeting": meeting}
    return render(request, "meetings/breakout_form.html", context, status=status)


# -- Found -----------------------------------------------------------------------------


def get_readable(request, pk):
    visible = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(visible, pk=pk)
    if meeting.source:  # a record has what its document says, and that is on its page
        raise Http404
    return meeting


def get_sitting(request, pk, sitting_pk):
    meeting = get_readable(request, pk)
    require(can_hold_meeting(request.user, meeting))
    breakouts = Sitting.objects.filter(kind=Sitting.Kind.BREAKOUT, meeting=meeting)
    sitting = get_object_or_404(breakouts, pk=sitting_pk)
    sitting.meeting = meeting
    return sitting


def get_group(request, pk, group_pk):
    meeting = get_readable(request, pk)
    groups = BreakoutGroup.objects.select_related("sitting", "note_taker")
    group = get_object_or_404(groups, pk=group_pk, sitting__meeting=meeting)
    group.sitting.meeting = meeting
    return group


def get_topic(request, pk, topic_pk):
    meeting = get_readable(request, pk)
    topics = BreakoutResult.objects.select_related("item", "sitting")
    topic = get_object_or_404(topics, pk=topic_pk, item__meeting=meeting, sitting__isnull=False)
    topic.item.meeting = topic.sitting.meeting = meeting
    return topic


def get_bullet(request, pk, bullet_pk):
    rows = GroupPoint.objects.select_related(
        "group__sitting", "group__note_taker", "result", "edited_by__person"
    )
    bullet = get_object_or_404(rows, pk=bullet_pk, group__sitting__meeting=pk)
    bullet.group.sitting.meeting = get_readable(request, pk)
    require(can_write_for_group(request.user, bullet.group))
    return bullet


def get_point(request, pk, point_pk):
    rows = ResultPoint.objects.select_related("result__item", "edited_by__person")
    mine = rows.filter(parent=None, result__sitting__isnull=False)
    point = get_object_or_404(mine, pk=point_pk, result__item__meeting=pk)
    point.result.item.meeting = get_readable(request, pk)
    require(can_hold_meeting(request.user, point.result.item.meeting))
    return point


def told_of(bullet):
    return _("กลุ่มที่ %(n)s %(topic)s") % {"n": bullet.group.number, "topic": bullet.result.title}


def address(meeting):
    return reverse("meetings:breakout", args=[meeting.pk])


def sheet_address(bullet):
    group = bullet.group
    return reverse("meetings:breakout-sheet", args=[group.sitting.meeting_id, group.pk])


def synthesis_of(topic):
    return reverse("meetings:breakout-synthesis", args=[topic.item.meeting_id, topic.pk])
