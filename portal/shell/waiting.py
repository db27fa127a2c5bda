"""What waits for a person: one line each, with one thing to do about it."""

from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import ActionItem, Meeting
from meetings.permissions import can_complete_action_item
from portal.kernel import thai
from portal.kernel.models import User
from portal.kernel.names import named
from regions.models import Region, RegionalReport

State = RegionalReport.State

MOST = 7  # rows of a to-do; the others stand folded under them
INVITED_DAYS_BEFORE = 7


class Waiting(NamedTuple):
    """One line of a to-do list."""

    due_on: date
    icon: str
    title: str
    facts: list[str]
    url: str
    action: str


def folded(lines: list[Waiting], *, most: int) -> dict:
    """The most pressing, the others, and how many there are of both."""
    return {"waiting": lines[:most], "more_waiting": lines[most:], "waiting_count": len(lines)}


def for_secretariat(
    month, meeting, postponed, unfinished, broken: int, *, missed: list[Waiting], on: date
) -> list[Waiting]:
    """What the centre must do, the most pressing first; meetings ``missed`` and minutes awaited
    among it."""
    lines = [review(report, on=on) for report in month.to_review]
    lines += unsent(broken, on=on)
    lines += [put_off(each, on=on) for each in postponed]
    lines += calling(meeting, on=on)
    lines += phoning(meeting)
    lines += overdue(unfinished)
    lines += missed
    return sorted(lines)


def unsent(broken, *, on) -> list[Waiting]:
    """Somebody may be missing a letter: a person decides whether to try again (R9)."""
    if not broken:
        return []
    return [
        Waiting(
            due_on=on,
            icon="alert",
            title=ngettext("ส่งไม่สำเร็จ %(count)s รายการ", "ส่งไม่สำเร็จ %(count)s รายการ", broken)
            % {"count": broken},
            facts=[_("จดหมายหรืองานเบื้องหลังที่ลองแล้วไม่สำเร็จ")],
            url=reverse("promise-list"),
            action=_("ดูสาเหตุ"),
        )
    ]


def review(report, *, on) -> Waiting:
    days = (on - thai.day_of(report.sent_at)).days
    sent = (
        _("ส่งมาวันนี้") if not days else ngettext("ส่งมาแล้ว %(days)s วัน", "ส่งมาแล้ว %(days)s วัน", days)
    )
    return Waiting(
        due_on=thai.day_of(report.sent_at),
        icon="clock",
        title=_("ตรวจรายงาน%(region)s") % {"region": named(report.unit.region)},
        facts=[
            _("รอบเดือน%(month)s") % {"month": thai.month_and_year(report.round.month)},
            sent % {"days": days},
        ],
        url=reverse("regions:report-review", args=[report.pk]),
        action=_("ตรวจรายงาน"),
    )


def calling(meeting, *, on) -> list[Waiting]:
    """A meeting must be planned, then called a week ahead."""
    if meeting is None:
        return [unplanned(on=on)]
    if meeting.state != Meeting.State.PLANNED:
        return []
    return [inviting(meeting) if meeting.starts_on else without_day(meeting, on=on)]


def unplanned(*, on) -> Waiting:
    return Waiting(
        due_on=on,
        icon="calendar",
        title=_("นัดการประชุมครั้งต่อไป"),
        facts=[_("ยังไม่มีการประชุมที่วางแผนไว้")],
        url=reverse("meetings:meeting-create"),
        action=_("วางแผนการประชุม"),
    )


def without_day(meeting, *, on) -> Waiting:
    """Nobody can be invited to a day that nobody knows."""
    return Waiting(
        due_on=on,
        icon="calendar",
        title=_("กำหนดวันประชุม"),
        facts=[
            meeting.expected_in_words or _("ยังไม่กำหนดวัน"),
            _("ต้องมีวันและสถานที่ก่อน จึงจะส่งหนังสือเชิญได้"),
        ],
        url=meeting.get_absolute_url(),
        action=_("เลือกวัน"),
    )


def inviting(meeting) -> Waiting:
    by = meeting.starts_on - timedelta(days=INVITED_DAYS_BEFORE)
    days = thai.date_range(meeting.starts_on, meeting.ends_on)
    return Waiting(
        due_on=by,
        icon="calendar",
        title=_("ส่งหนังสือเชิญประชุมวันที่ %(days)s") % {"days": days},
        facts=[_("ควรส่งภายในวันที่ %(day)s") % {"day": thai.short_date(by)}],
        url=meeting.get_absolute_url(),
        action=_("เปิดร่างวาระ"),
    )


def put_off(meeting, *, on) -> Waiting:
    """Whoever was invited waits for another day."""
    return Waiting(
        due_on=meeting.expected_until or on,
        icon="calendar",
        title=_("กำหนดวันใหม่ของครั้งที่ %(meeting)s") % {"meeting": meeting},
        facts=[_("เลื่อนโดยยังไม่กำหนดวัน"), meeting.expected_in_words or _("ยังไม่กำหนดวัน")],
        url=reverse("meetings:meeting-move", args=[meeting.pk]),
        action=_("เลือกวัน"),
    )


def phoning(meeting) -> list[Waiting]:
    if meeting is None or meeting.state != Meeting.State.CALLED or not meeting.prepared.to_phone:
        return []
    count = meeting.prepared.to_phone
    title = ngettext("โทรแจ้งประชุม %(count)s ที่นั่ง", "โทรแจ้งประชุม %(count)s ที่นั่ง", count)
    return [
        Waiting(
            due_on=meeting.starts_on,
            icon="phone",
            title=title % {"count": count},
            facts=[_("ที่นั่งว่างและผู้ที่ไม่มีอีเมล ประชุมครั้งที่ %(meeting)s") % {"meeting": meeting}],
            url=reverse("meetings:meeting-invitations", args=[meeting.pk]) + "#calls",
            action=_("ดูรายชื่อ"),
        )
    ]


def overdue(unfinished) -> list[Waiting]:
    count = sum(found.late for found in unfinished)
    if not count:
        return []
    first = unfinished[0].due.due_on
    title = ngettext("ตามงานเกินกำหนด %(count)s เรื่อง", "ตามงานเกินกำหนด %(count)s เรื่อง", count)
    return [
        Waiting(
            due_on=first,
            icon="alert",
            title=title % {"count": count},
            facts=[_("เรื่องที่ช้าที่สุดครบกำหนด %(day)s") % {"day": thai.long_date(first)}],
            url=reverse("meetings:action-item-list") + "?standing=overdue",
            action=_("ดูงานที่ค้าง"),
        )
    ]


# -- A region's people and members ------------------------------------------------


def for_region(
    user: User, reports, items, *, missed: list[Waiting], on: date, files: bool
) -> list[Waiting]:
    """What waits for a person of a region: the report they file, what meetings assigned, the
    meetings their region ``missed``, and minutes to read or to write."""
    lines = [filing(report, on=on) for report in reports if files and report.is_editable]
    answering = next(
        (one for one in reports if files and one.is_editable and one.unit.region_id), None
    )
    lines += [assigned(item, user, answering, on=on) for item in items]
    return sorted(lines + missed)


def filing(report, *, on) -> Waiting:
    month = {"month": thai.month_and_year(report.round.month)}
    closes = {"day": thai.short_date(report.closes_on)}
    if report.state == State.RETURNED:
        title, icon, action = _("แก้รายงานเดือน%(month)s") % month, "back", _("ไปแก้รายงาน")
    else:
        title, icon, action = _("กรอกรายงานเดือน%(month)s") % month, "pencil", _("กรอกรายงาน")
    place = [] if report.unit.region_id else [named(report.unit)]
    return Waiting(
        due_on=file_by(report),
        icon=icon,
        title=title,
        facts=[*place, punctuality(report, on=on), _("ปิดรับหลัง %(day)s") % closes],
        url=report.get_absolute_url(),
        action=action,
    )


def file_by(report) -> date:
    """What came back waits since it came back."""
    if report.state == State.RETURNED:
        return thai.day_of(report.reviewed_at)
    return report.on_time_until


def punctuality(report, *, on):
    if days := report.days_late(on=on):
        return ngettext("ช้า %(days)s วัน", "ช้า %(days)s วัน", days) % {"days": days}
    return _("ตรงเวลาถึง %(day)s") % {"day": thai.short_date(report.on_time_until)}


def assigned(item, user, report, *, on) -> Waiting:
    url, action = way_to(item, user, report)
    return Waiting(
        due_on=item.due_on,
        icon="alert" if item.is_overdue(on=on) else "task",
        title=item.title,
        facts=[_("มติครั้งที่ %(meeting)s") % {"meeting": item.resolution.meeting}, item.due_in_words],
        url=url,
        action=action,
    )


def way_to(item: ActionItem, user: User, report: RegionalReport | None) -> tuple[str, str]:
    """A region answers in its open ``report``; who may record a result does so at once; others
    read what they, or their region, owe."""
    if can_complete_action_item(user, item):
        return reverse("meetings:action-item-completion", args=[item.pk]), _("บันทึกผลของงาน")
    if report and item.region_id == report.unit.region_id:
        asked = f"{report.get_absolute_url()}?part=resolutions#obligation-{item.pk}"
        return asked, _("ตอบในรายงาน")
    if item.region:
        return items_of(item.region), _("ดูงานของภาค")
    number = item.resolution.number
    return f"{item.resolution.meeting.get_absolute_url()}#resolution-{number}", _("ดูมติ")


def items_of(region: Region | None) -> str:
    """The list of what is not finished, a region's where there is one."""
    asked = "?" + urlencode({"owner": f"region-{region.pk}"}) if region else ""
    return reverse("meetings:action-item-list") + asked
