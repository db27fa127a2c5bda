"""Handing a report in, and taking it back before anybody has reviewed it."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.kernel.http import announce, asks, require

from ..actions import withdraw_report
from ..forms import SubmissionForm
from ..models import ReportingUnit
from ..parts import parts_of
from ..permissions import can_edit_report, can_submit_report, can_withdraw_report
from .report_page import get_report, may_type, page_of


@asks
def report_submission(request, pk):
    """Look through everything as the reviewer will see it, send it, and read the receipt."""
    report = get_report(request, pk)
    require(can_edit_report(request.user, report))
    if request.method != "POST":
        return submission_page(request, report)
    require(can_submit_report(request.user, report))
    form = SubmissionForm(request.POST, report=report, by=request.user)
    if form.saved():
        return redirect(request.path)
    refusals = form.non_field_errors() or [_("โปรดดูรายงานใหม่อีกครั้งก่อนส่ง")]
    return submission_page(request, get_report(request, pk), refusals=refusals, status=409)


def submission_page(request, report, *, refusals=(), status=200):
    parts = parts_of(report, user=request.user)
    context = page_of(request, report, parts) | {
        "form": SubmissionForm(report=report, by=request.user),
        "refusals": refusals,
        "takes_answers": may_type(report),
        "lacks": [(part, lack) for part in parts for lack in part.lacks],
        "lacks_numbers": any(part.missing for part in parts),
        "empty": [
            part for part in parts if part.is_empty and not part.lacks and not part.row.is_locked
        ],
        "unusual": [(part, number) for part in parts for number in part.unusual],
        "to_tell": answers_to_tell(report),
    }
    return render(request, "regions/report_submission.html", context, status=status)


def answers_to_tell(report):
    """What the centre's report tells the regions the moment it is sent."""
    if report.unit.kind != ReportingUnit.Kind.CENTRE or not report.is_editable:
        return 0
    return report.request_answers.filter(told_at=None).count()


@require_POST
def report_withdrawal(request, pk):
    report = get_report(request, pk)
    require(can_withdraw_report(request.user, report))
    with announce(request, taken_back(report)):
        withdraw_report(report, by=request.user)
    return redirect(report)


def taken_back(report):
    """What was told a region is not taken back with the report that told it."""
    if report.request_answers.told().exists():
        return _("ถอนรายงานกลับมาแก้แล้ว คำตอบที่บอกภาคไปแล้วยังอยู่ แก้เสร็จแล้วต้องส่งใหม่")
    return _("ถอนรายงานกลับมาแก้แล้ว แก้เสร็จแล้วต้องส่งใหม่")
