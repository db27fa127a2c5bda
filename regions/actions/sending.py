"""A report is handed in, and taken back while nobody has reviewed it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.thai import THAI, be_year
from regions.models import RegionalReport
from regions.queries import unanswered

from .answering import tell_answers
from .asking import number_requests
from .gate import State, Verdict, become, held, require_open, require_version, wrong_state


@transaction.atomic
def submit_report(report: RegionalReport, *, version: int, by: User) -> RegionalReport:
    """Hand the report in and give it its number, once however often the button is pressed.

    ``version`` is what the person looked through. Sections that were sent back
    wait again; those that passed stay passed.
    """
    report = held(report.pk)
    if report.state in RegionalReport.WAITING:
        return report
    require_open(report)
    require_version(report, version)
    if unanswered(report):
        raise RuleBroken(_("ยังมีตัวเลขที่ต้องตอบก่อนส่ง"), code="unanswered")
    now = timezone.now()
    number_requests(report, at=now, by=by)
    tell_answers(report, at=now)
    become(
        report,
        State.SUBMITTED,
        receipt=receipt_number(report),
        submitted_at=report.submitted_at or now,
        resubmitted_at=now if report.submitted_at else None,
        submitted_by=by,
    )
    report.sections.filter(verdict=Verdict.RETURNED).update(verdict=Verdict.NONE)
    record("report.submitted", report, by=by, receipt=report.receipt)
    return report


@transaction.atomic
def withdraw_report(report: RegionalReport, *, by: User) -> RegionalReport:
    """Take the report back before anybody has reviewed it.

    A first sending is undone, and with it the day it counts from. A correction
    taken back is again what was sent back: with its reasons, its number and its days.
    """
    report = held(report.pk)
    _refuse_withdrawal(report)
    _undo_correction(report) if report.resubmitted_at else _undo_first_sending(report)
    record("report.withdrawn", report, by=by)
    return report


def _refuse_withdrawal(report: RegionalReport) -> None:
    if report.state == State.IN_REVIEW:
        text = _("%(name)s เริ่มตรวจแล้ว จึงถอนไม่ได้ ถ้าต้องแก้ โปรดโทรขอให้ส่งกลับ")
        name = report.reviewer.person.full_name
        raise RuleBroken(text % {"name": name}, code="in-review")
    if report.state != State.SUBMITTED:
        raise wrong_state()
    if not report.takes_withdrawal(on=timezone.localdate()):
        raise RuleBroken(_("รอบนี้ปิดรับแล้ว จึงถอนรายงานไม่ได้"), code="round-closed")


def _undo_first_sending(report: RegionalReport) -> None:
    unsent = {"receipt": None, "submitted_at": None, "submitted_by": None}
    become(report, State.DRAFT, **unsent, judged={})


def _undo_correction(report: RegionalReport) -> None:
    become(report, State.RETURNED, resubmitted_at=None, judged={})
    report.sections.exclude(verdict=Verdict.PASSED).update(verdict=Verdict.RETURNED)


def receipt_number(report: RegionalReport) -> str:
    """The month and the place, so one number for ever: ร.มิ.ย.69-02 of a region by its number,
    ร.มิ.ย.69-จ50 of a province by its code, ร.มิ.ย.69-ก of the centre."""
    month, unit = report.round.month, report.unit
    when = f"{THAI.short_months[month.month - 1]}{be_year(month) % 100:02}"
    if unit.region:
        return f"ร.{when}-{unit.region.number:02}"
    return f"ร.{when}-จ{unit.province_id}" if unit.province_id else f"ร.{when}-ก"
