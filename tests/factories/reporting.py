"""Reports as rows, in any state the database allows, without the actions that lead there."""

from datetime import date, datetime

from regions.models import Indicator, Province, RegionalReport, ReportFigure, ReportingUnit

from .regions import BANGKOK

State = RegionalReport.State
SINCE = date(2007, 1, 1)


def make_province(number=0):
    return Province.objects.get_or_create(
        code=f"{number + 10}",
        defaults={
            "name": f"จังหวัด {number}",
            "name_en": f"Province {number}",
            "abbreviation": f"จ{number}",
            "tile_column": number,
            "tile_row": 0,
        },
    )[0]


def owe(report_round, kind, region, number=0):
    """The report that a unit of the kind owes in the round, gathered by the region."""
    place = {"region": region} if kind == "region" else {}
    if kind == "province":
        place = {"province": make_province(number)}
    unit, _ = ReportingUnit.objects.get_or_create(kind=kind, **place, defaults={"starts_on": SINCE})
    return RegionalReport.objects.update_or_create(
        round=report_round, unit=unit, defaults={"region": None if kind == "centre" else region}
    )[0]


def put(report, state, *, by, on=date(2026, 7, 1), extended_until=None):
    """Whatever its history was."""
    at = datetime(on.year, on.month, on.day, 23, 30, tzinfo=BANGKOK)
    evidence = {"submitted_at": at, "submitted_by": by, "receipt": f"x{report.pk}"}
    if state in (State.RETURNED, State.ACCEPTED):
        evidence |= {"reviewed_at": at, "reviewed_by": by}
    if state == State.IN_REVIEW:
        evidence |= {"reviewer": by, "review_began_at": at}
    if state == State.DRAFT:
        evidence = {}
    RegionalReport.objects.filter(pk=report.pk).update(
        state=state, extended_until=extended_until, **evidence
    )
    report.refresh_from_db()
    return report


def answer(report, key, value):
    """A number, None for "not applicable", "" for not answered."""
    ReportFigure.objects.update_or_create(
        report=report,
        indicator=Indicator.objects.get(key=key),
        defaults={
            "value": None if value == "" else value,
            "is_applicable": value is not None,
        },
    )


def reported(report, *, by, state=State.ACCEPTED, **values):
    """The report with its numbers, accepted unless otherwise said."""
    for key, value in values.items():
        answer(report, key, value)
    return put(report, state, by=by)
