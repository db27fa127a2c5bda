"""Rolling up: each way of adding over places and months, the path of one report, two bases."""

from datetime import date
from decimal import Decimal
from itertools import groupby

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings

from portal.kernel.models import Outbox
from portal.kernel.thai import fiscal_year
from regions import actions
from regions.models import Indicator, RegionalReport, ReportFigure, RolledFigure
from regions.rollup import Outcome
from regions.tasks import roll_up, roll_up_year, sweep_figures
from tests.factories.regions import make_region, make_round
from tests.factories.reporting import (
    HISTORIES,
    OCTOBER,
    forget_everything,
    happen,
    make_kinds,
    make_months,
    owe,
    put,
    rebuild,
    reported,
    rows,
)

State = RegionalReport.State
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


def rolled(key="found", *, month=None, year=None, **place):
    place = {"basis": "regions", "region": None, "province": None, **place}
    row = RolledFigure.objects.get(
        indicator__key=key, round__month=month, fiscal_year=year, **place
    )
    return row.value, row.reported, row.expected


@pytest.fixture
def by(cast):
    return cast["secretariat"]


@pytest.fixture
def kinds(db):
    return make_kinds()


@pytest.fixture
def may(north, other_region, kinds):
    return make_round(MAY)


@pytest.fixture
def june(may):
    return make_round(JUNE)


# -- One month, over places ------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "given_", "told"),
    [
        ("found", [3, 4], (7, 2, 2)),
        ("stock", [3, 4], (7, 2, 2)),
        ("peak", [3, 4], (4, 2, 2)),
        ("usual", [3, 4], (Decimal("3.50"), 2, 2)),
        ("usual", [1, 1], (1, 2, 2)),
        ("found", [3, None], (3, 2, 2)),
        ("usual", [3, None], (3, 2, 2)),
        ("found", [0, 0], (0, 2, 2)),
        ("found", [None, None], (None, 2, 2)),
        ("found", [3, ""], (3, 1, 2)),
        ("peak", ["", ""], (None, 0, 2)),
    ],
)
def test_how_an_indicator_adds_over_places(june, by, key, given_, told):
    for report, value in zip(june.reports.filter(unit__kind="region"), given_, strict=True):
        reported(report, by=by, **{key: value})
    actions.roll_up_month(june)

    assert rolled(key, month=JUNE) == told


@pytest.mark.parametrize(
    ("parts", "wholes", "told"),
    [
        ([1, 2], [4, 4], (Decimal("37.50"), 3, 8, 2)),
        ([1, 2], [4, ""], (25, 1, 4, 1)),  # who answered one of the two is not in n
        ([1, None], [4, 4], (25, 1, 4, 2)),  # not applicable answers without a number
        ([0, 0], [0, 0], (None, 0, 0, 2)),  # of nothing there is no percentage
        ([5, 1], [4, 3], (Decimal("33.33"), 1, 3, 1)),  # more than all of them is left out
        ([2, 2], [3, 3], (Decimal("66.66"), 4, 6, 2)),  # rounded down
    ],
)
def test_a_ratio_is_one_of_sums_over_those_who_answered_both(june, by, parts, wholes, told):
    reports = june.reports.filter(unit__kind="region")
    for report, part, whole in zip(reports, parts, wholes, strict=True):
        reported(report, by=by, open=part, stock=whole)
    actions.roll_up_month(june)

    row = RolledFigure.objects.get(
        indicator__key="share", round=june, region=None, province=None, basis="regions"
    )
    assert (row.value, row.part, row.whole, row.reported) == told
    assert row.formula == "ratio"


@pytest.mark.parametrize("state", set(State) - {State.ACCEPTED})
def test_only_what_was_accepted_counts(june, north, by, state):
    reported(june.reports.get(unit__region=north), by=by, state=state, found=9)
    actions.roll_up_month(june)

    assert rolled(month=JUNE) == (None, 0, 2)


def test_regions_and_provinces_are_two_readings(june, north, other_region, by):
    reported(june.reports.get(unit__region=north), by=by, found=20)
    reported(owe(june, "province", north, 0), by=by, found=5)
    reported(owe(june, "province", north, 1), by=by, found=6)
    owe(june, "province", other_region, 2)
    reported(owe(june, "centre", None), by=by, found=1000)
    actions.roll_up_month(june)

    provinces = {"basis": "provinces", "month": JUNE}
    assert rolled(month=JUNE) == (*rolled(month=JUNE, region=north)[:2], 2) == (20, 1, 2)
    assert rolled(**provinces) == (11, 2, 3)
    assert rolled(**provinces, region=north) == (11, 2, 2)
    assert rolled(**provinces, region=other_region) == (None, 0, 1)
    assert rolled(**provinces, province="11") == (6, 1, 1)


def test_a_figure_knows_the_reports_it_is_made_of(june, north, other_region, by):
    first = reported(june.reports.get(unit__region=north), by=by, found=20)
    june_other = june.reports.get(unit__region=other_region)
    reported(june_other, by=by, found="")
    actions.roll_up_month(june)

    row = RolledFigure.objects.get(
        indicator__key="found", round=june, region=None, province=None, basis="regions"
    )
    assert (row.sources, row.formula) == ([first.pk], "sum")


# -- Over months ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("found", (3 + 5 + 7, 3, 4)),  # of N reports
        ("stock", (5 + 7, 2, 2)),  # the last month of each unit, of N units
        ("peak", (7, 3, 4)),
        ("usual", (5, 3, 4)),
    ],
)
def test_how_an_indicator_adds_over_a_fiscal_year(may, june, north, other_region, by, key, told):
    reported(may.reports.get(unit__region=north), by=by, **{key: 3})
    reported(june.reports.get(unit__region=north), by=by, **{key: 5})
    reported(may.reports.get(unit__region=other_region), by=by, **{key: 7})
    actions.roll_up_month(june)

    assert rolled(key, year=2569) == told


def test_a_ratio_of_stocks_takes_the_last_month_of_each_unit(may, june, north, by):
    reported(may.reports.get(unit__region=north), by=by, open=1, stock=10)
    reported(june.reports.get(unit__region=north), by=by, open=6, stock=8)
    actions.roll_up_year(2569)

    assert rolled("share", year=2569) == (75, 1, 2)


def test_a_stock_that_is_no_longer_applicable_is_none(may, june, north, by):
    reported(may.reports.get(unit__region=north), by=by, stock=10)
    reported(june.reports.get(unit__region=north), by=by, stock=None)
    actions.roll_up_year(2569)

    assert rolled("stock", year=2569, region=north) == (None, 1, 1)


def test_a_year_begins_in_october(may, north, by):
    october = make_round(OCTOBER)
    reported(may.reports.get(unit__region=north), by=by, found=3)
    reported(october.reports.get(unit__region=north), by=by, found=5)
    rebuild()

    assert fiscal_year(OCTOBER) == 2570
    assert (rolled(year=2569)[0], rolled(year=2570)[0]) == (3, 5)


def test_a_province_that_changed_its_region_is_counted_once(may, june, north, other_region, by):
    reported(owe(may, "province", north), by=by, stock=10, found=1)
    moved = reported(owe(june, "province", other_region), by=by, stock=12, found=2)
    actions.roll_up_report(moved)
    step = rows()
    rebuild()
    year = {"basis": "provinces", "year": 2569}

    assert rolled("stock", **year) == (12, 1, 1)
    assert rolled("stock", **year, region=other_region) == (12, 1, 1)
    assert not RolledFigure.objects.filter(
        indicator__key="stock", fiscal_year=2569, region=north, basis="provinces"
    ).exists()
    assert rolled("found", **year, region=north)[0] == 1
    assert rolled("found", **year, region=other_region)[0] == 2
    assert [row for row in step if row[1] == "provinces" and row[3]] == [
        row for row in rows() if row[1] == "provinces" and row[3]
    ]


# -- The path of one report ------------------------------------------------------------------


def places_of(changed):
    return {
        (row.basis, row.round_id or row.fiscal_year, row.region_id, row.province_id)
        for row in changed
    }


def physical():
    """Which version of each row stands: another transaction's number after any write."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, xmin::text, rolled_at FROM regions_rolledfigure")
        return {row[0]: row[1:] for row in cursor.fetchall()}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["region", "province"])
def test_one_acceptance_touches_only_its_own_path(may, june, north, other_region, by, kind):
    for each in (may, june):
        for number, region in enumerate([north, north, other_region]):
            owe(each, "province", region, number)
        for report in each.reports.exclude(unit__kind="centre"):
            reported(report, by=by, state=State.SUBMITTED, found=4, stock=4, open=1)
    rebuild()
    before = physical()
    accepted = june.reports.filter(unit__kind=kind, region=north).first()
    put(accepted, State.ACCEPTED, by=by)

    outcome = actions.roll_up_report(accepted)

    after = physical()
    changed = RolledFigure.objects.filter(pk__in=[pk for pk in after if after[pk] != before[pk]])
    basis, own = f"{kind}s", accepted.unit.province_id
    path = [(north.pk, None), (None, None)] + ([(None, own)] if own else [])
    assert after.keys() == before.keys()
    assert places_of(changed) == {
        (basis, period, *place) for period in (june.pk, 2569) for place in path
    }
    asked = Indicator.objects.count()
    assert outcome == Outcome(looked_at=2 * len(path) * asked, changed=changed.count())
    assert actions.roll_up_report(accepted).changed == 0
    assert physical() == after


def test_the_same_roll_up_costs_the_same_for_few_reports_and_many(
    june, north, by, django_assert_num_queries
):
    report = reported(june.reports.get(unit__region=north), by=by, found=4)
    assert (report.unit.kind, report.round) == ("region", june)
    # A savepoint and its release, two locks, the unit's regions, the year's rounds, two writes.
    with django_assert_num_queries(8):
        actions.roll_up_report(report)
    for number in range(9):
        reported(owe(june, "province", north, number), by=by, found=4)
    with django_assert_num_queries(8):
        actions.roll_up_report(report)


# -- Again, from nothing, and at night -----------------------------------------------------------


def test_a_second_roll_up_changes_nothing(june, north, by):
    reported(june.reports.get(unit__region=north), by=by, found=4)
    first = actions.roll_up_month(june)
    before = list(RolledFigure.objects.order_by("pk").values())

    assert first == len(before)
    assert actions.roll_up_month(june) == 0
    assert list(RolledFigure.objects.order_by("pk").values()) == before


def test_a_row_that_stands_for_nothing_any_more_goes(june, north, by):
    actions.roll_up_month(june)
    before = rows()
    RolledFigure.objects.filter(round=june, indicator__key="found").update(value=7)
    gone = make_region(3)
    RolledFigure.objects.filter(region=north, basis="regions").update(region=gone)

    actions.roll_up_month(june)

    assert rows() == before


def test_the_nightly_sweep_repairs_whatever_differs(may, june, north, by):
    reported(june.reports.get(unit__region=north), by=by, found=4)
    rebuild()
    right = rows()
    RolledFigure.objects.filter(round=june).update(value=1)
    RolledFigure.objects.filter(fiscal_year=2569).delete()
    Outbox.objects.all().delete()

    sweep_figures("2026-07-02")
    promised = Outbox.objects.get()
    assert (promised.kind, promised.payload) == ("regions.roll_up_year", {"year": 2569})
    told = roll_up_year(**promised.payload)

    assert rows() == right
    assert told["changed"] > 0
    assert roll_up_year(**promised.payload)["changed"] == 0


def test_a_round_that_opens_promises_its_n(june):
    assert Outbox.objects.filter(
        kind="regions.roll_up_year", dedupe=f"figures:round:{june.pk}"
    ).exists()


def test_what_is_accepted_and_reopened_is_promised_each_time(june, north, by):
    report = june.reports.get(unit__region=north)
    reported(report, by=by, found=4)
    actions.figures.promise_roll_up(report)
    RegionalReport.objects.filter(pk=report.pk).update(version=9)
    report.refresh_from_db()
    actions.figures.promise_roll_up(report)

    assert Outbox.objects.filter(kind="regions.roll_up").count() == 2


def test_the_task_says_what_it_did_and_is_safe_to_run_again(june, north, by):
    report = reported(june.reports.get(unit__region=north), by=by, found=4)

    assert roll_up(report.pk)["changed"] > 0
    assert roll_up(report.pk)["changed"] == 0


@pytest.fixture
def months(kinds, north, other_region):
    return make_months(north, other_region)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(histories=HISTORIES)
def test_one_acceptance_at_a_time_or_rebuilt_the_rows_are_the_same(months, by, capsys, histories):
    """And as plain Python reckons them; no rate leaves 0 to 100, no n exceeds its N."""
    forget_everything()
    rebuild()
    for report in happen(histories, by=by):
        actions.roll_up_report(report)
    step_by_step = rows()

    RolledFigure.objects.all().delete()
    call_command("rebuild_figures")

    assert f"{len(step_by_step)} แถว" in capsys.readouterr().out
    assert rows() == step_by_step == sorted(reckoned(), key=str)
    for row in RolledFigure.objects.select_related("indicator"):
        assert 0 <= row.reported <= row.expected
        assert row.formula != "ratio" or row.value is None or 0 <= row.value <= 100


def reckoned():
    """The same rows, reckoned report by report without SQL."""
    told = {}
    for figure in ReportFigure.objects.answered().filter(report__state=State.ACCEPTED):
        told.setdefault(figure.report_id, {})[figure.indicator.key] = figure.value
    owed = [
        (report, "regions" if report.unit.kind == "region" else "provinces")
        for report in RegionalReport.objects.exclude(unit__kind="centre")
        .select_related("round", "unit", "region")
        .order_by("round__month")
    ]
    for indicator in Indicator.objects.all():
        for _period, month, year, reports in periods(owed):
            yield from of_period(indicator, month, year, reports, told)


def periods(owed):
    for month, of_month in groupby(owed, key=lambda one: one[0].round.month):
        yield month, month, None, list(of_month)
    for year, of_year in groupby(owed, key=lambda one: fiscal_year(one[0].round.month)):
        yield year, None, year, list(of_year)


def of_period(indicator, month, year, reports, told):
    lasts = year and "latest" in (indicator.adds, indicator.part and indicator.part.adds)
    last_of = {report.unit_id: report for report, _basis in reports}
    places = {}
    for report, basis in reports:
        region = (last_of[report.unit_id] if lasts else report).region.number
        for place in {(region, None), (None, report.unit.province_id), (None, None)}:
            places.setdefault((basis, *place), []).append(report)
    for (basis, region, province), here in places.items():
        counted = [report for report in here if answers(indicator, told.get(report.pk, {}))]
        if lasts:
            counted = list({report.unit_id: report for report in counted}.values())
        expected = len({report.unit_id for report in here}) if lasts else len(here)
        pairs = [answers(indicator, told[report.pk])[0] for report in counted]
        yield (
            indicator.key, basis, month, year, region, province, *value_of(indicator, pairs),
            indicator.adds, len(counted), expected, sorted(report.pk for report in counted),
        )  # fmt: skip


def answers(indicator, said):
    """[(part, whole)] of a ratio, [(number, None)] of the rest; [] where it did not answer."""
    if indicator.adds != "ratio":
        return [(said[indicator.key], None)] if indicator.key in said else []
    if not {"open", "stock"} <= said.keys():
        return []
    part, whole = said["open"], said["stock"]
    if part is None or whole is None:
        return [(None, None)]
    return [(part, whole)] if part <= whole else []


def value_of(indicator, pairs):
    numbers = [Decimal(first) for first, _second in pairs if first is not None]
    wholes = [Decimal(second) for _first, second in pairs if second is not None]
    if indicator.adds == "ratio":
        part, whole = (sum(numbers), sum(wholes)) if numbers else (None, None)
        percent = Decimal(int(10000 * part / whole)) / 100 if whole else None
        return exact(percent), exact(part), exact(whole)
    if not numbers:
        return None, None, None
    add = {"sum": sum, "latest": sum, "maximum": max, "mean": lambda of: sum(of) / len(of)}
    return exact(add[indicator.adds](numbers)), None, None


def exact(number):
    return None if number is None else Decimal(number).quantize(Decimal("0.01"), "ROUND_HALF_UP")
