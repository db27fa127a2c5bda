"""Reports as rows, in any state the database allows, without the actions that lead there."""

from datetime import date, datetime

from hypothesis import strategies as st

from regions import actions
from regions.models import (
    Indicator,
    Province,
    RegionalReport,
    ReportFigure,
    ReportingUnit,
    RolledFigure,
)
from regions.rollup import years_with_rounds

from .regions import BANGKOK, make_indicator, make_round

State = RegionalReport.State
SINCE = date(2007, 1, 1)
OCTOBER = date(2026, 10, 1)


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


# -- What they come to -----------------------------------------------------------------------

FIELDS = (
    "indicator__key", "basis", "round__month", "fiscal_year", "region__number", "province",
    "value", "part", "whole", "formula", "reported", "expected", "sources",
)  # fmt: skip


def rebuild():
    for year in years_with_rounds():
        actions.roll_up_year(year)


def rows():
    """Every rolled figure but for when it was rolled and which row it is."""
    return sorted(RolledFigure.objects.values_list(*FIELDS), key=str)


# -- Random histories --------------------------------------------------------------------

HISTORIES = st.lists(
    st.tuples(
        st.integers(0, 14),
        st.sampled_from(["found", "stock", "peak", "usual", "open"]),
        st.none() | st.just("") | st.integers(0, 9),
        st.sampled_from([State.ACCEPTED, State.ACCEPTED, State.RETURNED, State.SUBMITTED]),
    ),
    max_size=15,
)


def make_kinds():
    """One indicator of each way of adding."""
    ways = [("found", "sum"), ("stock", "latest"), ("peak", "maximum"), ("usual", "mean")]
    made = {key: make_indicator(key, adds=adds) for key, adds in [*ways, ("open", "latest")]}
    made["share"] = make_indicator("share", adds="ratio", part=made["open"], whole=made["stock"])
    return made


def make_months(north, other_region):
    """Three months of two fiscal years, three provinces, of which two change their region."""
    rounds = [make_round(month) for month in (date(2026, 8, 1), date(2026, 9, 1), OCTOBER)]
    for turn, each in enumerate(rounds):
        for number in range(3):
            owe(each, "province", other_region if number + turn > 2 else north, number)
    return rounds


def forget_everything():
    ReportFigure.objects.all().delete()
    RegionalReport.objects.update(state=State.DRAFT)


def happen(histories, *, by):
    """Each event in turn: an answer, and the state its report is then in."""
    reports = list(
        RegionalReport.objects.exclude(unit__kind="centre")
        .select_related("round", "unit", "region")
        .order_by("pk")
    )
    for which, key, value, state in histories:
        answer(reports[which], key, value)
        yield put(reports[which], state, by=by)
