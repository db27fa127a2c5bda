"""Explain this number: the list whose sum is the figure, what is left out, the other reading."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from hypothesis import HealthCheck, given, settings

from regions.addresses import figure_url, rate_url
from regions.explaining import explained_figure, explained_rate, left_out_of, lines_of
from regions.figures import Asked
from regions.models import Indicator, RegionalReport, RolledFigure
from regions.queries.figures import behind
from regions.queries.rates import rate_lines
from regions.rates import rates_of
from regions.trends import trend_of
from tests.factories.regions import MONTH, make_region, make_round
from tests.factories.reporting import (
    HISTORIES,
    forget_everything,
    happen,
    make_kinds,
    make_months,
    owe,
    put,
    rebuild,
    reported,
)

State = RegionalReport.State
TODAY = date(2026, 7, 1)


@pytest.fixture
def by(cast):
    return cast["secretariat"]


@pytest.fixture
def kinds(db):
    return make_kinds()


@pytest.fixture
def months(kinds, north, other_region):
    return make_months(north, other_region)


@pytest.fixture
def june(kinds, north, other_region):
    return make_round()


def asked_of(row):
    month = row.round.month if row.round else date(row.fiscal_year - 543, 9, 1)
    return Asked(row.indicator, month, row.fiscal_year, row.basis, row.region, row.province)


def every_figure():
    related = ("indicator__part", "indicator__whole", "round", "region", "province")
    return RolledFigure.objects.select_related(*related)


# -- The list and its sum --------------------------------------------------------------


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(histories=HISTORIES)
def test_every_list_adds_up_to_its_figure_whatever_happened(months, by, histories):
    forget_everything()
    for _report in happen(histories, by=by):
        pass
    rebuild()

    for row in every_figure():
        found = behind(asked_of(row))
        total = found.total
        assert (total.value, total.reported, total.expected) == (
            row.value,
            row.reported,
            row.expected,
        )
        lines = lines_of(found, on=TODAY)
        assert sum(line.counts.expected for line in lines) >= row.expected
        if row.formula in ("sum", "latest") and row.round_id:
            values = [line.counts.value for line in lines if line.counts.value is not None]
            assert (sum(values) if values else None) == row.value


def test_a_figure_of_a_month_lists_every_unit(june, north, other_region, by):
    reported(june.reports.get(unit__region=north), by=by, open=2, stock=8, found=0)
    reported(june.reports.get(unit__region=other_region), by=by, open=9, stock=8, found=None)
    rebuild()
    told = {}
    for key in ("share", "found"):
        asked = Asked(Indicator.objects.get(key=key), MONTH)
        told[key] = [(line.words, line.why) for line in lines_of(behind(asked), on=TODAY)]

    assert told == {
        "share": [("2 / 8 = 25 %", ""), ("", "ส่วนมากกว่าทั้งหมด")],
        "found": [("ไม่มี (0)", ""), ("ไม่เกี่ยวข้อง", "")],
    }


def test_what_is_left_out_is_told_by_reason(june, north, other_region, by):
    reported(june.reports.get(unit__region=north), by=by, open=2, found=None)
    reported(june.reports.get(unit__region=other_region), by=by, state=State.SUBMITTED, found=3)

    def told(key):
        asked = Asked(Indicator.objects.get(key=key), MONTH)
        left = left_out_of(behind(asked), on=TODAY)
        return {one.why: (one.count, one.shown, one.more) for one in left}

    assert told("found") == {
        "ตอบว่าไม่เกี่ยวข้อง (นับว่าตอบแล้ว ไม่มีตัวเลข)": (1, [north.short_name], 0),
        "รอตรวจ": (1, [other_region.short_name], 0),
    }
    assert told("share").keys() == {"ตอบไม่ครบทั้งสองข้อ", "รอตรวจ"}
    assert told("peak").keys() == {"ไม่ได้ตอบข้อนี้", "รอตรวจ"}


# -- Pages of figures ------------------------------------------------------------------


@pytest.fixture
def told(june, north, other_region, by):
    """The north says twenty, its two provinces eleven; one province of the other says nothing."""
    reported(june.reports.get(unit__region=north), by=by, found=20, open=5, stock=20)
    reported(owe(june, "province", north, 0), by=by, found=5)
    reported(owe(june, "province", north, 1), by=by, found=6)
    owe(june, "province", other_region, 2)
    rebuild()
    return june


def page(client, user, url):
    client.force_login(user)
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode().partition("<main")[2]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, ["20 องค์กร", "1 จาก", "สองทางต่างกัน 9", "ตามรายงานของจังหวัด"]),
        ({"basis": "provinces"}, ["11 องค์กร", "2 จาก", "สองทางต่างกัน -9", "จังหวัด 1"]),
        ({"region": "upper-north"}, ["20 องค์กร", "ดูทั้งประเทศ", "สองทางต่างกัน 9"]),
        ({"region": "lower-north", "basis": "provinces"}, ["ยังไม่มีรายงานที่ผ่านแล้ว"]),
        ({"province": "11"}, ["6 องค์กร", "จังหวัด 1"]),
        ({"year": 2569}, ["20 องค์กร", "ปีงบประมาณ 2569", "ดูเฉพาะเดือนมิถุนายน 2569"]),
        ({"year": 2569, "basis": "provinces"}, ["11 องค์กร", "1 จาก 1"]),
        ({"year": 2569, "province": "11"}, ["6 องค์กร", "มิถุนายน 2569"]),
    ],
)
def test_a_figure_of_any_place_and_period_has_its_page(client, told, cast, query, words):
    found = page(client, cast["member"], figure_url("found", MONTH, **query))

    assert [word for word in words if word not in found] == []
    assert "บวกค่า" in found


def test_a_ratio_shows_what_is_divided_by_what(client, told, cast):
    found = page(client, cast["member"], figure_url("share", MONTH))

    assert "5 / 20 = 25 %" in found
    assert "ผลรวมของ “จำนวน open” หารด้วยผลรวมของ “จำนวน stock”" in found


def test_a_page_says_when_a_report_changed_since(client, told, cast, north):
    RegionalReport.objects.filter(unit__region=north).update(state=State.RETURNED)

    assert "มีรายงานเปลี่ยนหลังจากคิดตัวเลขนี้" in page(client, cast["member"], figure_url("found", MONTH))


@pytest.mark.parametrize(
    "query",
    [
        "basis=x", "region=x", "province=99", "year=2570", "year=x", "year=9" * 20,
        "year=99999999999999999999", "region=upper-north&province=10",
    ],
)  # fmt: skip
def test_a_figure_nobody_has_is_not_found(client, told, cast, query):
    client.force_login(cast["member"])

    assert client.get(f"/reports/figures/found/2026-06/?{query}").status_code == 404


@pytest.mark.parametrize("query", ["", "?basis=provinces", "?year=2569&basis=provinces"])
def test_the_page_costs_the_same_for_few_reports_and_many(
    client, told, cast, by, north, query, django_assert_num_queries
):
    address = f"/reports/figures/found/2026-06/{query}"
    page(client, cast["member"], address)
    with django_assert_num_queries(8):
        client.get(address)
    for number in range(3, 9):
        reported(owe(told, "province", north, number), by=by, found=1)
    with django_assert_num_queries(8):
        client.get(address)


def test_who_is_not_signed_in_sees_none_of_it(client, told):
    for url in (figure_url("found", MONTH), rate_url("completeness", MONTH)):
        assert client.get(url).status_code == 302


# -- Pages of rates --------------------------------------------------------------------


@pytest.fixture
def sent(told, other_region, by):
    other = told.reports.get(unit__region=other_region)
    put(other, State.SUBMITTED, by=by, on=date(2026, 7, 6))
    return told


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        ("completeness", {}, ["100 %", "2 จาก 2 ภาค", "หารด้วยรายงานที่ต้องส่ง"]),
        ("timeliness", {}, ["50 %", "1 จาก 2 ภาค", "ไม่นับ"]),
        ("completeness", {"kind": "province"}, ["66 %", "2 จาก 3 จังหวัด"]),
        ("timeliness", {"kind": "province"}, ["100 %", "ยังไม่ถึงกำหนด"]),
        ("completeness", {"region": "lower-north", "kind": "province"}, ["0 %", "จังหวัด 2"]),
    ],
)
def test_a_rate_opens_onto_the_list_it_counts(client, sent, cast, name, query, words):
    found = page(client, cast["member"], rate_url(name, MONTH, **query))

    assert [word for word in words if word not in found] == []


@pytest.mark.parametrize("name", ["completeness", "timeliness"])
@pytest.mark.parametrize("on", [date(2026, 7, 1), date(2026, 7, 4), date(2026, 8, 1)])
def test_the_list_counts_what_the_rate_counts(sent, name, on):
    lines = rate_lines(sent.reports.all(), name, on=on)
    rate = rates_of(sent.reports.all(), on=on)[name]
    counts = [line.counts for line in lines]

    assert (counts.count(True), len(counts) - counts.count(None)) == (rate.n, rate.of)
    assert counts.count(None) == rate.excluded


@pytest.mark.parametrize(
    "address",
    [
        "x/2026-06/", "completeness/2026-05/", "completeness/2026-06/?kind=centre",
        "completeness/2026-06/?region=x",
    ],
)  # fmt: skip
def test_a_rate_nobody_has_is_not_found(client, sent, cast, address):
    client.force_login(cast["member"])

    assert client.get(f"/reports/rates/{address}").status_code == 404


def test_a_rate_costs_the_same_for_few_and_many(
    client, sent, cast, north, django_assert_num_queries
):
    address = rate_url("timeliness", MONTH, kind="province")
    page(client, cast["member"], address)
    with django_assert_num_queries(7):  # session, user, head; round, months, reports, answers
        client.get(address)
    for number in range(3, 9):
        owe(sent, "province", north, number)
    with django_assert_num_queries(7):
        client.get(address)


def test_a_region_without_reports_in_a_month_has_no_rate(client, sent, cast):
    empty = make_region(3)

    assert "ยังไม่มีรายงานที่ถึงกำหนด" in page(
        client, cast["member"], rate_url("completeness", MONTH, region=empty.code)
    )


# -- The short of it -------------------------------------------------------------------


def test_the_short_of_a_rate_and_of_a_figure(told):
    rates = rates_of(told.reports.filter(unit__kind="region"), on=TODAY)
    row = every_figure().get(
        indicator__key="found", round=told, basis="regions", region=None, province=None
    )
    for explained, words in [
        (
            explained_rate(rates["timeliness"], url="/x/"),
            ["1 จาก 1 ภาค", "ยังไม่ถึงกำหนด 1", "1 กรกฎาคม 2569", 'href="/x/"'],
        ),
        (explained_figure(asked_of(row), row), ["1 จาก 2 ภาค", "วันนี้", "/reports/figures/found/"]),
    ]:
        shown = render_to_string("regions/_explained.html", {"explained": explained})
        assert [word for word in words if word not in shown] == []


# -- Trends ----------------------------------------------------------------------------


def test_a_trend_has_twelve_months_with_gaps_and_noughts(
    june, north, by, django_assert_num_queries
):
    may = make_round(date(2026, 5, 1))
    april = make_round(date(2026, 4, 1))
    reported(april.reports.get(unit__region=north), by=by, found=0)
    reported(june.reports.get(unit__region=north), by=by, found=8)
    rebuild()
    indicator = Indicator.objects.get(key="found")
    with django_assert_num_queries(1):
        trend = trend_of(indicator, until=MONTH)

    assert [point.value for point in trend.points] == [None] * 9 + [0, None, 8]
    assert [(bar.x, bar.height, bar.is_whole) for bar in trend.bars] == [
        (92, 1, False),
        (112, 40, False),
    ]
    assert trend.gaps == [*range(5, 95, 10), 105]
    assert (trend.highest.value, trend.last.month, trend.width) == (8, MONTH, 120)
    assert may.month == date(2026, 5, 1)


def test_a_trend_of_nothing_is_drawn_too(client, june, cast):
    rebuild()
    found = page(client, cast["member"], figure_url("found", MONTH))

    assert "ยังไม่มีรายงานใน 12 เดือนนี้" in found
    assert found.count("trend__gap") == 12


def test_a_trend_says_the_same_as_its_table(client, told, cast):
    found = page(client, cast["member"], figure_url("share", MONTH))

    assert 'y="30.0" width="6" height="10.0"' in found  # 25 of 100
    assert 'class="trend__part"' in found
    assert 'href="/reports/figures/share/2026-06/"' in found


def test_addresses_leave_out_what_is_not_asked():
    base = reverse("regions:figure-detail", args=["found", MONTH])
    assert figure_url("found", MONTH, region=None, year=None) == base
    assert figure_url("found", MONTH, basis="provinces", year=2569) == (
        f"{base}?basis=provinces&year=2569"
    )
