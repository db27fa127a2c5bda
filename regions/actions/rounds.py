"""Every month has one round, and every unit that owes a report gets an empty one."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions.models import (
    ProvinceRegion,
    RegionalReport,
    ReportingUnit,
    ReportRound,
    ReportSection,
)
from regions.queries import rule_of
from regions.sections import sections_for

from .figures import promise_expected


@transaction.atomic
def open_round(month: date, *, by: User | None = None) -> ReportRound:
    """Open the round of ``month``: one empty report for each unit that owes one that day.

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
        promise_expected(report_round)
        record("round.opened", report_round, by=by, expected=len(reports))
    return report_round


def _expect_reports(report_round: ReportRound) -> list[RegionalReport]:
    """Each knows the region that gathers it as on that day: provinces change regions (N4)."""
    opened_on = report_round.opens_on
    gathers = dict(
        ProvinceRegion.objects.in_force(on=opened_on).values_list("province_id", "region_id")
    )
    units = ReportingUnit.objects.in_force(on=opened_on)
    reports = RegionalReport.objects.bulk_create(
        RegionalReport(
            round=report_round, unit=unit, region_id=unit.region_id or gathers.get(unit.province_id)
        )
        for unit in units
    )
    ReportSection.objects.bulk_create(
        ReportSection(report=report, key=section.key, position=position)
        for report in reports
        for position, section in enumerate(sections_for(report.unit.kind), start=1)
    )
    return reports
