"""The centre passes a report, or sends sections of it back with their reasons."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions import letters
from regions.models import RegionalReport

from .gate import State, Verdict, become, held, require_version


@transaction.atomic
def accept_report(report: RegionalReport, *, version: int, by: User) -> RegionalReport:
    """Every section passes: the report is closed and its month is rolled up anew."""
    report = held(report.pk)
    require_version(report, version)
    _begin(report, by=by)
    become(report, State.ACCEPTED, reviewed_at=timezone.now(), reviewed_by=by)
    report.sections.update(verdict=Verdict.PASSED)
    letters.promise_accepted(report)
    record("report.accepted", report, by=by)
    return report


@transaction.atomic
def return_report(
    report: RegionalReport, *, reasons: Mapping[str, str], version: int, by: User
) -> RegionalReport:
    """Send back the sections named in ``reasons``, each with its reason; the others pass."""
    report = held(report.pk)
    require_version(report, version)
    waiting = report.sections.exclude(verdict=Verdict.PASSED)
    back = set(waiting.values_list("key", flat=True)) & set(reasons)
    if not back or not all(reasons[key].strip() for key in back):
        raise RuleBroken(_("ส่งกลับต้องบอกเหตุผลของแต่ละส่วน"), code="no-reason")
    _begin(report, by=by)
    become(report, State.RETURNED, reviewed_at=timezone.now(), reviewed_by=by)
    for key in back:
        waiting.filter(key=key).update(verdict=Verdict.RETURNED, reason=reasons[key])
    report.sections.exclude(key__in=back).update(verdict=Verdict.PASSED)
    letters.promise_returned(report)
    record("report.returned", report, by=by, sections=sorted(back))
    return report


def _begin(report: RegionalReport, *, by: User) -> None:
    """Whoever decides has it in their hands, also without having said so before."""
    if report.state == State.SUBMITTED:
        become(report, State.IN_REVIEW, reviewer=by, review_began_at=timezone.now())
