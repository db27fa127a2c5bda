"""Every month has one round, and every region that owes a report gets an empty one."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions.models import RegionalReport, ReportingUnit, ReportRound, ReportSection
from regions.queries import rule_of
from regions.sections import SECTIONS


@transaction.atomic
def open_round(month: date, *, by: User | None = None) -> ReportRound:
    """Open the round of ``month``: one empty report for each region that owes one that day.

    The expected set is frozen here; what opens twice stays as it was opened first.
    """
    rule = rule_of(month)
    if rule is None:
        raise RuleBroken(_("ยังไม่ได้กำหนดวันเปิดและปิดรอบของเดือนนี้"), code="no-rule")
    days = rule.days_for(month)
    hours = {"mending_hours": rule.mending_hours, "review_hours": rule.review_hours}
    report_round, is_new = ReportRound.objects.get_or_create(month=month, defaults=days | hours)
    if is_new:
        reports = _expect_reports(report_round)
        record("round.opened", report_round, by=by, expected=len(reports))
    return report_round


def _expect_reports(report_round: ReportRound) -> list[RegionalReport]:
    units = (
        ReportingUnit.objects.in_force(on=report_round.opens_on)
        .filter(kind=ReportingUnit.Kind.REGION)
        .select_related("region")
    )
    reports = RegionalReport.objects.bulk_create(
        [RegionalReport(round=report_round, unit=unit, region=unit.region) for unit in units]
    )
    ReportSection.objects.bulk_create(
        [
            ReportSection(report=report, key=section.key, position=section.number)
            for report in reports
            for section in SECTIONS
        ]
    )
    return reports
