"""Everything that can happen to a region's monthly report. Read this file first."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.outbox import promise
from portal.kernel.thai import THAI, be_year

from . import letters
from .models import (
    RegionalReport,
    ReportFigure,
    ReportingUnit,
    ReportRound,
    ReportSection,
    RolledFigure,
)
from .queries import rule_of, unanswered
from .rollup import roll_up
from .sections import SECTIONS

State = RegionalReport.State
Verdict = ReportSection.Verdict

# Names our advisory locks among all others of the database.
ROLL_UP_LOCK = 2550


class Answer(NamedTuple):
    """One number as a region gives it: a count, "not applicable", or nothing yet."""

    value: int | None = None
    is_applicable: bool = True
    note: str = ""


# -- Rounds ------------------------------------------------------------------------


@transaction.atomic
def open_round(month: date, *, by: User | None = None) -> ReportRound:
    """Open the round of ``month``: one empty report for each region that owes one that day.

    The expected set is frozen here; what opens twice stays as it was opened first.
    """
    rule = rule_of(month)
    if rule is None:
        raise RuleBroken(_("ยังไม่ได้กำหนดวันเปิดและปิดรอบของเดือนนี้"), code="no-rule")
    opens_on, on_time_until, closes_on = rule.days_for(month)
    report_round, is_new = ReportRound.objects.get_or_create(
        month=month,
        defaults={"opens_on": opens_on, "on_time_until": on_time_until, "closes_on": closes_on},
    )
    if is_new:
        reports = _expect_reports(report_round)
        record("round.opened", report_round, by=by, expected=len(reports))
    return report_round


def _expect_reports(report_round: ReportRound) -> list[RegionalReport]:
    units = ReportingUnit.objects.in_force(on=report_round.opens_on).filter(
        kind=ReportingUnit.Kind.REGION
    )
    reports = RegionalReport.objects.bulk_create(
        [RegionalReport(round=report_round, unit=unit) for unit in units]
    )
    ReportSection.objects.bulk_create(
        [
            ReportSection(report=report, key=section.key, position=section.number)
            for report in reports
            for section in SECTIONS
        ]
    )
    return reports


# -- Filling in ---------------------------------------------------------------------


@transaction.atomic
def save_section(
    section: ReportSection,
    *,
    answers: dict,
    figures: Mapping[int, Answer],
    version: int,
    by: User,
) -> ReportSection:
    """Keep what was typed in one section, unless somebody saved it after ``version``.

    The same words saved twice are saved once. A draft is told to nobody, so there
    is no Activity; the history of the rows has every version.
    """
    report = _held(section.report_id)
    _require_open(report)
    mine = ReportSection.objects.filter(pk=section.pk).exclude(verdict=Verdict.PASSED)
    won = mine.filter(version=version).update(
        answers=answers, version=F("version") + 1, saved_at=timezone.now(), saved_by=by
    )
    section.refresh_from_db()
    if won:
        _keep_figures(report, figures)
        RegionalReport.objects.filter(pk=report.pk).update(version=F("version") + 1)
    elif section.is_locked:
        raise RuleBroken(_("ส่วนนี้ผ่านการทบทวนแล้ว จึงแก้ไม่ได้"), code="section-passed")
    elif not _says_already(section, answers, figures):
        raise RuleBroken(_("มีผู้บันทึกส่วนนี้ไปก่อนท่าน"), code="stale")
    return section


def _keep_figures(report: RegionalReport, figures: Mapping[int, Answer]) -> None:
    ReportFigure.objects.bulk_create(
        [
            ReportFigure(report=report, indicator_id=indicator, **answer._asdict())
            for indicator, answer in figures.items()
        ],
        update_conflicts=True,
        unique_fields=["report", "indicator"],
        update_fields=Answer._fields,
    )


def _says_already(section: ReportSection, answers: dict, figures: Mapping[int, Answer]) -> bool:
    kept = ReportFigure.objects.filter(report=section.report_id, indicator__in=figures)
    told = {
        figure.pop("indicator"): Answer(**figure)
        for figure in kept.values("indicator", *Answer._fields)
    }
    return section.answers == answers and told == figures


@transaction.atomic
def submit_report(report: RegionalReport, *, version: int, by: User) -> RegionalReport:
    """Hand the report in and give it its number, once however often the button is pressed.

    ``version`` is what the person looked through. Sections that were sent back
    wait again; those that passed stay passed.
    """
    report = _held(report.pk)
    if report.state == State.SUBMITTED:
        return report
    _require_open(report)
    _require_version(report, version)
    if unanswered(report):
        raise RuleBroken(_("ยังมีตัวเลขที่ต้องตอบก่อนส่ง"), code="unanswered")
    now = timezone.now()
    _become(
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

    A first sending is undone, and with it the day it counts from; a correction
    taken back keeps the day of the first sending.
    """
    report = _held(report.pk)
    if not report.round.is_open(on=timezone.localdate()):
        raise RuleBroken(_("รอบนี้ปิดรับแล้ว จึงถอนรายงานไม่ได้"), code="round-closed")
    _become(
        report,
        State.DRAFT,
        receipt=None,
        submitted_at=report.submitted_at if report.resubmitted_at else None,
        resubmitted_at=None,
        submitted_by=None,
    )
    record("report.withdrawn", report, by=by)
    return report


def receipt_number(report: RegionalReport) -> str:
    """ร.มิ.ย.50-02: the month and the number of the region, so one number for ever."""
    month = report.round.month
    year = be_year(month) % 100
    return f"ร.{THAI.short_months[month.month - 1]}{year:02}-{report.unit.region.number:02}"


# -- Review -------------------------------------------------------------------------


@transaction.atomic
def accept_report(report: RegionalReport, *, version: int, by: User) -> RegionalReport:
    """Every section passes: the report is closed and its month is rolled up anew."""
    report = _held(report.pk)
    _require_version(report, version)
    _become(report, State.ACCEPTED, reviewed_at=timezone.now(), reviewed_by=by)
    report.sections.update(verdict=Verdict.PASSED)
    promise("regions.roll_up", f"report:{report.pk}:roll-up", {"report_round": report.round_id})
    letters.promise_accepted(report)
    record("report.accepted", report, by=by)
    return report


@transaction.atomic
def return_report(
    report: RegionalReport, *, reasons: Mapping[str, str], version: int, by: User
) -> RegionalReport:
    """Send back the sections named in ``reasons``, each with its reason; the others pass."""
    report = _held(report.pk)
    _require_version(report, version)
    waiting = report.sections.exclude(verdict=Verdict.PASSED)
    back = set(waiting.values_list("key", flat=True)) & set(reasons)
    if not back or not all(reasons[key].strip() for key in back):
        raise RuleBroken(_("ส่งกลับต้องบอกเหตุผลของแต่ละส่วน"), code="no-reason")
    _become(report, State.RETURNED, reviewed_at=timezone.now(), reviewed_by=by)
    for key in back:
        waiting.filter(key=key).update(verdict=Verdict.RETURNED, reason=reasons[key])
    report.sections.exclude(key__in=back).update(verdict=Verdict.PASSED)
    letters.promise_returned(report)
    record("report.returned", report, by=by, sections=sorted(back))
    return report


# -- Figures ------------------------------------------------------------------------


@transaction.atomic
def roll_up_month(report_round: ReportRound) -> int:
    """Write what the month comes to, and return how many rows that changed.

    Two at once wait for each other here, so the later one counts what the earlier
    could not see yet. Rows that are right already are left alone.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [ROLL_UP_LOCK, report_round.pk])
    standing = {
        (row.indicator_id, row.region_id): row
        for row in RolledFigure.objects.filter(round=report_round)
    }
    now = timezone.now()
    changed = []
    for row in roll_up(report_round):
        stood = standing.pop((row.indicator_id, row.region_id), None)
        if stood is None or _content(stood) != _content(row):
            row.rolled_at = now
            changed.append(row)
    RolledFigure.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["indicator", "round", "region"],
        update_fields=["value", "reported", "expected", "rolled_at"],
    )
    RolledFigure.objects.filter(pk__in=[row.pk for row in standing.values()]).delete()
    return len(changed) + len(standing)


def _content(row: RolledFigure) -> tuple:
    return row.value, row.reported, row.expected


# -- The gate -----------------------------------------------------------------------


def _held(pk: int) -> RegionalReport:
    """The report as it is now, ours until the transaction ends."""
    reports = RegionalReport.objects.select_related("round", "unit__region")
    return reports.select_for_update(of=("self",)).get(pk=pk)


def _require_open(report: RegionalReport) -> None:
    if not report.is_editable:
        raise RuleBroken(
            _("รายงานนี้ส่งแล้ว จึงแก้ไม่ได้ ถ้ายังไม่มีผู้ตรวจ ถอนรายงานกลับมาแก้ได้"), code="not-editable"
        )
    if not report.takes_answers(on=timezone.localdate()):
        raise RuleBroken(_("รอบนี้ยังไม่เปิดหรือปิดรับแล้ว รายงานจึงอ่านได้อย่างเดียว"), code="round-closed")


def _require_version(report: RegionalReport, version: int) -> None:
    if report.version != version:
        raise RuleBroken(_("รายงานนี้เปลี่ยนไปหลังจากที่ท่านเปิดดู โปรดดูใหม่อีกครั้ง"), code="stale")


def _become(report: RegionalReport, state: State, **changes) -> None:
    """The only road from one state to another."""
    if not report.can_become(state):
        raise RuleBroken(_("รายงานนี้ไม่ได้อยู่ในขั้นที่ทำเช่นนั้นได้แล้ว"), code="wrong-state")
    won = RegionalReport.objects.filter(pk=report.pk, state=report.state).update(
        state=state, version=F("version") + 1, **changes
    )
    if not won:
        raise RuleBroken(_("มีผู้อื่นทำไปก่อนแล้ว"), code="lost-race")
    report.refresh_from_db()
