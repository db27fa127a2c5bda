"""Meetings, resolutions and what they assigned, as files: each column says what it means."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel.exports import Column
from portal.kernel.thai import day_of

from .models import ActionItem, Meeting

NUMBERED = _("เลขที่/พ.ศ. ว่างถ้ายังไม่มีเลขที่")


def number_of(meeting: Meeting) -> str:
    return "" if meeting.number is None else str(meeting)


MEETING_COLUMNS = [
    Column("meeting", _("ครั้งที่"), NUMBERED, number_of),
    Column("body", _("คณะ"), "", lambda meeting: meeting.committee.name),
    Column("kind", _("ประเภท"), "", lambda meeting: str(meeting.get_kind_display())),
    Column("title", _("ชื่อการประชุม"), "", lambda meeting: meeting.title),
    Column("starts_on", _("วันแรก"), "", lambda meeting: meeting.starts_on, "date"),
    Column("ends_on", _("วันสุดท้าย"), "", lambda meeting: meeting.ends_on, "date"),
    Column("days", _("วันประชุม (พ.ศ.)"), "", lambda meeting: str(meeting.days_in_words)),
    Column("venue", _("สถานที่"), "", lambda meeting: meeting.venue),
    Column(
        "province",
        _("รหัสจังหวัด"),
        _("2 หลัก ว่างถ้าไม่ระบุ"),
        lambda meeting: meeting.province_id or "",
    ),
    Column("mode", _("วิธีประชุม"), "", lambda meeting: str(meeting.get_mode_display())),
    Column(
        "state",
        _("รหัสสถานะ"),
        _("planned called in_session closed postponed cancelled"),
        lambda meeting: meeting.state,
    ),
    Column("state_name", _("สถานะ"), "", lambda meeting: str(meeting.get_state_display())),
    Column(
        "resolutions",
        _("จำนวนมติ"),
        "",
        lambda meeting: meeting.resolution_count,
        "integer",
    ),
    Column(
        "source",
        _("เอกสารต้นทาง"),
        _("ว่างถ้าบันทึกในระบบเอง"),
        lambda meeting: meeting.source,
    ),
]

RESOLUTION_COLUMNS = [
    Column("meeting", _("การประชุมครั้งที่"), NUMBERED, lambda row: number_of(row.meeting)),
    Column("body", _("คณะ"), "", lambda row: row.meeting.committee.name),
    Column("held_on", _("วันประชุม"), "", lambda row: row.meeting.starts_on, "date"),
    Column("number", _("มติที่"), "", lambda row: row.number, "integer"),
    Column("item", _("ระเบียบวาระ"), "", lambda row: f"{row.item.number} {row.item.title}"),
    Column("text", pgettext_lazy("meeting", "มติ"), "", lambda row: row.text),
    Column(
        "standing",
        _("รหัสสถานะ"),
        _("in_force amended revoked"),
        lambda row: str(row.standing.value),
    ),
    Column("standing_name", _("สถานะ"), "", lambda row: str(row.standing.label)),
    Column(
        "changed_by",
        _("แก้หรือยกเลิกโดย"),
        _("มติของการประชุม คั่นด้วย ;"),
        lambda row: "; ".join(str(change.resolution) for change in row.changed_by.all()),
    ),
]


def standing_of(item: ActionItem) -> ActionItem.Standing:
    return item.standing(on=timezone.localdate())


def owner_kind(item: ActionItem) -> str:
    return "region" if item.region_id else "body" if item.unit_id else "person"


ITEM_COLUMNS = [
    Column("meeting", _("การประชุมครั้งที่"), NUMBERED, lambda item: number_of(item.resolution.meeting)),
    Column("body", _("คณะ"), "", lambda item: item.resolution.meeting.committee.name),
    Column("resolution", _("มติที่"), "", lambda item: item.resolution.number, "integer"),
    Column("text", pgettext_lazy("meeting", "มติ"), "", lambda item: item.resolution.text),
    Column("title", _("งาน"), "", lambda item: item.title),
    Column(
        "workstream",
        _("รหัสงานเร่งด่วน"),
        _("information areas support ว่างถ้าไม่ใช่งานเร่งด่วน 3 เรื่อง"),
        lambda item: item.workstream,
    ),
    Column(
        "workstream_name",
        ActionItem._meta.get_field("workstream").verbose_name,
        _("ว่างถ้าไม่ใช่"),
        lambda item: str(item.get_workstream_display()),
    ),
    Column("owner_kind", _("ชนิดผู้รับผิดชอบ"), _("region ภาค body คณะ person บุคคล"), owner_kind),
    Column("owner", _("ผู้รับผิดชอบ"), "", lambda item: item.owner_name),
    Column("due_on", _("กำหนดเสร็จ"), _("ของเดือนคือวันสุดท้าย"), lambda item: item.due_on, "date"),
    Column(
        "due_precision",
        _("ละเอียดถึง"),
        _("day วัน month เดือน"),
        lambda item: item.due_precision,
    ),
    Column(
        "standing",
        _("รหัสสถานะ"),
        _("pending overdue done withdrawn unrecorded ณ วันที่ดาวน์โหลด"),
        lambda item: str(standing_of(item).value),
    ),
    Column(
        "standing_name",
        _("สถานะ"),
        _("ณ วันที่ดาวน์โหลด"),
        lambda item: str(standing_of(item).label),
    ),
    Column(
        "done_on",
        _("เสร็จเมื่อ"),
        "",
        lambda item: day_of(item.done_at) if item.done_at else None,
        "date",
    ),
    Column("result", _("ผล"), "", lambda item: item.result),
    Column("withdrawn_because", _("เหตุที่ยกเลิก"), "", lambda item: item.withdrawn_because),
]
