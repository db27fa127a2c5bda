"""Where a report stands and who has it now, in words: one answer for every page."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import RegionalReport

State = RegionalReport.State


def standing_of(report: RegionalReport, *, on: date) -> tuple[str, str]:
    """(state of the tag ``state``, its words)."""
    late = report.days_late(on=on)
    words = ngettext("ช้า %(days)s วัน", "ช้า %(days)s วัน", late) % {"days": late}
    match report.state:
        case State.DRAFT if on > report.closes_on:
            return "late", _("ไม่ได้ส่ง ปิดรับแล้ว")
        case State.DRAFT if late:
            return "late", words
        case State.DRAFT:
            return ("draft", _("กำลังกรอก")) if report.version else ("none", _("ยังไม่เริ่ม"))
        case State.SUBMITTED:
            return "wait", _("รอตรวจ")
        case State.RETURNED:
            return "back", _("ส่งกลับให้แก้")
    return "done", _("ผ่านแล้ว %(late)s") % {"late": words} if late else _("ผ่านแล้ว ตรงเวลา")


def holder_of(report: RegionalReport) -> str:
    """Who has it now, of a report dressed ``for_list``."""
    match report.state:
        case State.SUBMITTED:
            return _("กองเลขาฯ ส่วนกลาง")
        case State.ACCEPTED:
            return _("เสร็จแล้ว")
    return report.coordinator or _("เจ้าหน้าที่ภาค (ยังไม่มีผู้ประสานงาน)")
