"""Random histories of units, months and answers, rolled up step by step as the portal does it, and
held against a reckoning that knows neither SQL nor the tables."""

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.kernel.thai import fiscal_year
from regions import actions
from regions.models import Indicator, RegionalReport, ReportingUnit, ReportRound, RolledFigure
from tests.factories.regions import make_centre, make_indicator, make_region
from tests.factories.reporting import make_kinds, make_province, put, rebuild, reported, rows

State = RegionalReport.State
MONTHS = [date(2026, month, 1) for month in (7, 8, 9, 10, 11)]
REGIONS, PROVINCES = (1, 2, 3), ("10", "11", "12", "13")
WAYS = {"found": "sum", "stock": "latest", "peak": "maximum", "usual": "mean", "open": "latest",
        "came": "sum", "asked": "sum"}  # fmt: skip
RATIOS = {"share": ("open", "stock"), "turnout": ("came", "asked")}
LASTING = {"stock", "open", "share"}

# -- What may happen ---------------------------------------------------------------------------

# A region that was not yet founded, or is no more, owes nothing; nor does a province; and whose
# office gathers a province may change from month to month, or be nobody's.
OWED = st.fixed_dictionaries(
    {region: st.booleans() for region in REGIONS}
    | {province: st.sampled_from(["", None, *REGIONS]) for province in PROVINCES}
)
ANSWERS = st.dictionaries(
    st.sampled_from(list(WAYS)), st.sampled_from(["", None, 0, 1, 2, 5, 8, 21]), max_size=7
)
STATES = [State.ACCEPTED, State.ACCEPTED, State.RETURNED, State.SUBMITTED]
EVENTS = st.lists(
    st.tuples(
        st.integers(0, 9), st.sampled_from([*REGIONS, *PROVINCES, "centre"]), ANSWERS,
        st.sampled_from(STATES),
    ),
    max_size=9,
)  # fmt: skip
HISTORIES = st.lists(st.tuples(OWED, EVENTS), min_size=1, max_size=len(MONTHS))


@pytest.fixture
def world(db, cast):
    """The units of three regions, four provinces and the centre; one indicator of each way."""
    make_kinds()
    make_indicator("came")
    make_indicator("asked")
    part, whole = (Indicator.objects.get(key=key) for key in RATIOS["turnout"])
    make_indicator("turnout", adds="ratio", part=part, whole=whole)
    for number in set(REGIONS) - set(
        ReportingUnit.objects.values_list("region__number", flat=True)
    ):
        make_region(number)
    for number in range(len(PROVINCES)):
        ReportingUnit.objects.create(
            kind="province", province=make_province(number), starts_on=date(2007, 1, 1)
        )
    units = {unit.region.number: unit for unit in ReportingUnit.objects.filter(kind="region")}
    units |= {unit.province_id: unit for unit in ReportingUnit.objects.filter(kind="province")}
    centre = ReportingUnit.objects.filter(kind="centre").first() or make_centre()
    return {**units, "centre": centre}


# -- As the portal does it -------------------------------------------------------------------


def live_through(history, world, *, by):
    """{(month, unit): [report, region, state, answers]} after every event was rolled up."""
    known, opened = {}, []
    for month, (owed, events) in zip(MONTHS, history, strict=False):
        opened.append(month)
        known |= {(month, unit): told for unit, told in open_month(month, owed, world).items()}
        actions.roll_up_year(fiscal_year(month))
        for which, unit, answers, state in events:
            told = known.get((opened[which % len(opened)], unit))
            if told:
                told[3] = told[3] | answers
                settle(told, state, answers, by=by)
    return known


def open_month(month, owed, world):
    days = {"opens_on": month, "on_time_until": month, "closes_on": month}
    this = ReportRound.objects.create(month=month, **days)
    places = {unit: unit if unit in REGIONS else place for unit, place in owed.items()}
    owing = [unit for unit, place in owed.items() if place not in ("", False)] + ["centre"]
    regions = {number: world[number].region for number in REGIONS}
    return {
        unit: [
            RegionalReport.objects.create(
                round=this, unit=world[unit], region=regions.get(places.get(unit))
            ),
            places.get(unit), State.DRAFT, {},
        ]
        for unit in owing
    }  # fmt: skip


def settle(told, state, answers, *, by):
    report, _region, before, _answers = told
    reported(report, by=by, state=State.DRAFT, **answers)
    put(report, state, by=by)
    told[2] = state
    if State.ACCEPTED in (before, state):
        actions.roll_up_report(report)


# -- As anybody would reckon it --------------------------------------------------------------


def oracle(known):
    """Every row that should stand, in the order of ``rows``."""
    periods = {(month, None) for month, _unit in known}
    periods |= {(None, fiscal_year(month)) for month, _unit in known}
    found = []
    for month, year in periods:
        inside = {
            key: told
            for key, told in known.items()
            if key[1] != "centre" and (key[0] == month or fiscal_year(key[0]) == year)
        }
        for key in [*WAYS, *RATIOS]:
            found += of_indicator(key, month, year, inside)
    return sorted(found, key=str)


def of_indicator(key, month, year, inside):
    lasting = year is not None and key in LASTING
    there = {}
    for (of, unit), told in inside.items():
        last = max(day for day, other in inside if other == unit)
        region = inside[last, unit][1] if lasting else told[1]
        basis = "regions" if unit in REGIONS else "provinces"
        for place in [(region, None)] * bool(region) + [(None, None)]:
            there.setdefault((basis, *place), []).append((of, unit, told))
        if unit in PROVINCES:
            there.setdefault((basis, None, unit), []).append((of, unit, told))
    for place, owed in there.items():
        counted = {one[:2]: one for one in owed if said(key, one[2]) is not None}
        if lasting:
            last = {unit: max(of for of, whose in counted if whose == unit) for _, unit in counted}
            counted = {(of, unit): counted[of, unit] for unit, of in last.items()}
        expected = len({unit for _of, unit, _told in owed}) if lasting else len(owed)
        numbers = [said(key, told) for _of, _unit, told in counted.values()]
        numbers = [number for number in numbers if number != ()]
        sources = sorted(told[0].pk for _of, _unit, told in counted.values())
        basis, region, province = place
        way = "ratio" if key in RATIOS else WAYS[key]
        yield (
            key, basis, month, year, region, province, *comes_to(key, numbers),
            way, len(counted), expected, sources,
        )  # fmt: skip


def said(key, told):
    """None: did not answer. (): not applicable. Else its number, or both of a ratio."""
    _report, _region, state, answers = told
    asked = RATIOS.get(key, (key,))
    if state != State.ACCEPTED or any(answers.get(one, "") == "" for one in asked):
        return None
    numbers = tuple(answers[one] for one in asked)
    if None in numbers:
        return ()
    return None if len(numbers) == 2 and numbers[0] > numbers[1] else numbers


def comes_to(key, numbers):
    """(value, part, whole)"""
    if not numbers:
        return None, None, None
    first = [Fraction(number[0]) for number in numbers]
    if key in RATIOS:
        part, whole = sum(first), sum(Fraction(number[1]) for number in numbers)
        share = rounded(100 * part / whole, ROUND_DOWN) if whole else None
        return share, rounded(part), rounded(whole)
    match WAYS[key]:
        case "maximum":
            return rounded(max(first)), None, None
        case "mean":
            return rounded(sum(first) / len(first)), None, None
    return rounded(sum(first)), None, None


def rounded(number, how=ROUND_HALF_UP):
    exact = Decimal(number.numerator) / number.denominator
    return exact.quantize(Decimal("0.01"), how)


# -- And they agree ----------------------------------------------------------------------------


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=HISTORIES)
def test_whatever_happened_the_rows_are_what_anybody_would_reckon(world, cast, history):
    """Step by step, by a rebuild over them, and from nothing."""
    with transaction.atomic():
        known = live_through(history, world, by=cast["secretariat"])
        expected = oracle(known)

        assert rows() == expected
        rebuild()
        assert rows() == expected
        RolledFigure.objects.all().delete()
        rebuild()
        assert rows() == expected
        for value, part, whole in RolledFigure.objects.filter(formula="ratio").values_list(
            "value", "part", "whole"
        ):
            assert value is None or 0 <= value <= 100
            assert part is None or 0 <= part <= whole
        transaction.set_rollback(True)
