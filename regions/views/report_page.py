"""One report as every page of it begins: found for its reader, with what stands on each."""

from django.db.models import Prefetch
from django.http import Http404
from django.utils import timezone

from ..clocks import clock_of
from ..models import Progress, RegionalReport, ReportSection
from ..models.reader import composed_for
from ..permissions import (
    can_ask_extension,
    can_contact_filers,
    can_edit_report,
    can_review_report,
    can_submit_report,
    can_withdraw_report,
)
from ..standing import holder_of, standing_of

State = RegionalReport.State


def get_report(request, pk):
    for report in whole_report(request.user, pk=pk, on=timezone.localdate()):
        return report
    raise Http404


@composed_for
def whole_report(user, *, pk, on):
    """With who was asked to fill in each section."""
    sections = Prefetch("sections", ReportSection.objects.select_related("handed_to__person"))
    reports = RegionalReport.objects.visible_to(user).for_page(on=on).filter(pk=pk)
    return reports.prefetch_related(None).prefetch_related(sections)


def may_type(report):
    return report.takes_answers(on=timezone.localdate())


def page_of(request, report, parts):
    """What every page of one report says of it."""
    today, user = timezone.localdate(), request.user
    s, words = standing_of(report, on=today)
    is_sent, is_closed = report.state in RegionalReport.WAITING, not report.is_open(on=today)
    return {
        "report": report,
        "region": report.unit.region,
        "parts": parts,
        "s": s,
        "words": words,
        "holder": holder_of(report),
        "is_late": report.is_late(on=today),
        "is_closed": is_closed,
        "returned": [part for part in parts if part.row.progress == Progress.BACK],
        "may_edit": can_edit_report(user, report),
        "helps": can_edit_report(user, report) and can_contact_filers(user, report),
        "may_submit": can_submit_report(user, report),
        "may_withdraw": report.state == State.SUBMITTED
        and report.takes_withdrawal(on=today)
        and can_withdraw_report(user, report),
        "may_review": is_sent and can_review_report(user, report),
        "may_ask_extension": not report.submitted_at and can_ask_extension(user, report),
    } | hands_of(report, user)


def hands_of(report, user):
    """Who has it in hand, and for how long."""
    is_begun = report.state == State.IN_REVIEW
    return {
        "is_begun": is_begun,
        "in_my_hands": is_begun and report.reviewer_id == user.pk,
        "clock": clock_of(report, now=timezone.now()),
    }
