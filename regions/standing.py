"""Where a report stands and who has it now, in words: one answer for every page."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel.names import named

from .models import Extension, RegionalReport, ReportingUnit, Revision

Kind, State = ReportingUnit.Kind, RegionalReport.State


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
        case State.IN_REVIEW:
            return "wait", _("กำลังตรวจ")
        case State.RETURNED:
            return "back", _("ส่งกลับให้แก้")
    return "done", _("ผ่านแล้ว %(late)s") % {"late": words} if late else _("ผ่านแล้ว ตรงเวลา")


def holder_of(report: RegionalReport) -> str:
    """Who has it now, of a report dressed ``for_list``."""
    match report.state:
        case State.SUBMITTED:
            return checker_of(report)
        case State.IN_REVIEW:
            return report.reviewer.person.full_name
        case State.ACCEPTED:
            return _("เสร็จแล้ว")
    if report.unit.kind == Kind.CENTRE:
        return _("กองเลขาฯ ส่วนกลาง")
    return report.coordinator or _("เจ้าหน้าที่ภาค (ยังไม่มีผู้ประสานงาน)")


def checker_of(report: RegionalReport) -> str:
    """Whose turn it is once a report is sent."""
    match report.unit.kind:
        case Kind.CENTRE:
            return _("ประธานร่วมของภาค")
        case Kind.PROVINCE if report.is_checked_for_office:
            return _("กองเลขาฯ ส่วนกลาง (แทนสำนักงานภาค)")
        case Kind.PROVINCE if report.region:
            return _("สำนักงาน%(region)s") % {"region": named(report.region)}
    return _("กองเลขาฯ ส่วนกลาง")


def name_holders(questions: Iterable[Extension | Revision], *, on: date) -> None:
    """Give each its ``.holder``: who decides it, or mends what was opened; one query, or none."""
    open_ones = [one for one in questions if one.standing in ("waiting", "asked", "open")]
    reports = RegionalReport.objects.for_list(on=on).prefetch_related(None)
    found = reports.in_bulk({one.report_id for one in open_ones})
    for one in open_ones:
        report = found[one.report_id]
        one.holder = holder_of(report) if one.standing == "open" else checker_of(report)
