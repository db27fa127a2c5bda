"""What waits for a person: one line each, with one thing to do about it."""

from datetime import date, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting
from portal.kernel import thai
from portal.kernel.names import named, named_short
from regions.models import RegionalReport

State = RegionalReport.State

MOST = 7  # rows of a to-do; the rest stands on its own page
INVITED_DAYS_BEFORE = 7


class Waiting(NamedTuple):
    """One line of a to-do list."""

    due_on: date
    icon: str
    title: str
    detail: str
    url: str
    action: str


def for_secretariat(month, meeting, unfinished, *, on: date) -> list[Waiting]:
    """What the centre must do, the most pressing first."""
    lines = [review(report, on=on) for report in month.to_review]
    lines += calling(meeting, on=on)
    lines += phoning(meeting)
    lines += overdue(unfinished, on=on)
    return sorted(lines)[:MOST]


def review(report, *, on) -> Waiting:
    days = (on - thai.day_of(report.sent_at)).days
    sent = _("ส่งมาวันนี้") if not days else ngettext("ส่งมาแล้ว %(days)s วัน", "ส่งมาแล้ว %(days)s วัน", days)
    return Waiting(
        due_on=thai.day_of(report.sent_at),
        icon="clock",
        title=_("ตรวจรายงาน%(region)s") % {"region": named(report.unit.region)},
        detail=_("รอบเดือน%(month)s") % {"month": thai.month_and_year(report.round.month)}
        + " · "
        + sent % {"days": days},
        url=reverse("regions:report-review", args=[report.pk]),
        action=_("ตรวจรายงาน"),
    )


def calling(meeting, *, on) -> list[Waiting]:
    """A meeting must be planned, then called a week ahead."""
    if meeting is None:
        return [
            Waiting(
                on, "calendar", _("นัดการประชุมครั้งต่อไป"), _("ยังไม่มีการประชุมที่วางแผนไว้"),
                reverse("meetings:meeting-create"), _("วางแผนการประชุม"),
            )
        ]  # fmt: skip
    if meeting.state == Meeting.State.CALLED:
        return []
    if meeting.starts_on is None:
        return [
            Waiting(
                on, "calendar", _("กำหนดวันประชุม"), _("ต้องมีวันและสถานที่ก่อน จึงจะส่งหนังสือเชิญได้"),
                meeting.get_absolute_url(), _("เลือกวัน"),
            )
        ]  # fmt: skip
    by = meeting.starts_on - timedelta(days=INVITED_DAYS_BEFORE)
    return [
        Waiting(
            by, "calendar",
            _("ส่งหนังสือเชิญประชุมวันที่ %(day)s") % {"day": thai.date_range(meeting.starts_on, meeting.ends_on)},
            _("ควรส่งภายในวันที่ %(day)s") % {"day": thai.short_date(by)},
            meeting.get_absolute_url(), _("เปิดร่างวาระ"),
        )
    ]  # fmt: skip


def phoning(meeting) -> list[Waiting]:
    if meeting is None or meeting.state != Meeting.State.CALLED or not meeting.to_phone_count:
        return []
    count = meeting.to_phone_count
    return [
        Waiting(
            meeting.starts_on, "phone",
            ngettext("โทรแจ้งประชุม %(count)s ที่นั่ง", "โทรแจ้งประชุม %(count)s ที่นั่ง", count) % {"count": count},
            _("ที่นั่งว่างและผู้ที่ไม่มีอีเมล ประชุมครั้งที่ %(meeting)s") % {"meeting": meeting},
            reverse("meetings:meeting-invitations", args=[meeting.pk]), _("ดูรายชื่อ"),
        )
    ]  # fmt: skip


def overdue(unfinished, *, on) -> list[Waiting]:
    late = [item for resolution in unfinished for item in resolution.overdue]
    if not late:
        return []
    first = min(item.due_on for item in late)
    return [
        Waiting(
            first, "alert",
            ngettext("ตามงานเกินกำหนด %(count)s เรื่อง", "ตามงานเกินกำหนด %(count)s เรื่อง", len(late)) % {"count": len(late)},
            _("เรื่องที่ช้าที่สุดครบกำหนด %(day)s") % {"day": thai.long_date(first)},
            reverse("meetings:action-item-list") + "?standing=overdue", _("ดูงานที่ค้าง"),
        )
    ]  # fmt: skip


# -- A region's people and members ------------------------------------------------


def for_region(reports, items, *, on: date, files: bool) -> list[Waiting]:
    """What waits for a person of a region: the report if they file it, and what meetings assigned."""
    lines = [filing(report, on=on) for report in reports if files and report.is_editable]
    lines += [assigned(item, on=on) for item in items]
    return sorted(lines)


def filing(report, *, on) -> Waiting:
    month = {"month": thai.month_and_year(report.round.month), "region": named_short(report.unit.region)}
    closes = {"day": thai.short_date(report.round.closes_on)}
    if report.state == State.RETURNED:
        title, icon, action = _("แก้รายงานเดือน%(month)s") % month, "back", _("ไปแก้รายงาน")
    else:
        title, icon, action = _("กรอกรายงานเดือน%(month)s") % month, "pencil", _("กรอกรายงาน")
    return Waiting(
        due_on=report.round.on_time_until,
        icon=icon,
        title=title,
        detail=filing_detail(report, on=on) + " · " + _("ปิดรับหลัง %(day)s") % closes,
        url=report.get_absolute_url(),
        action=action,
    )


def filing_detail(report, *, on):
    if days := report.days_late(on=on):
        return ngettext("ช้า %(days)s วัน", "ช้า %(days)s วัน", days) % {"days": days}
    return _("ตรงเวลาถึง %(day)s") % {"day": thai.short_date(report.round.on_time_until)}


def assigned(item, *, on) -> Waiting:
    return Waiting(
        due_on=item.due_on,
        icon="alert" if item.is_overdue(on=on) else "task",
        title=item.title,
        detail=_("มติครั้งที่ %(meeting)s") % {"meeting": item.resolution.meeting} + " · " + item.due_in_words,
        url=reverse("meetings:action-item-list"),
        action=_("เปิดดู"),
    )
