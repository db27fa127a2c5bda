"""The choice of a month: short after twenty years, and every month two choices away."""

from datetime import date

import pytest
from django.urls import reverse

from regions.models import ReportRound
from regions.month_filter import offered, span_of
from tests.factories.regions import make_rule

LATEST = date(2026, 6, 1)


def months_back(count):
    at = LATEST.year * 12 + LATEST.month - 1
    return [date((at - n) // 12, (at - n) % 12 + 1, 1) for n in range(count)]


@pytest.fixture
def kept(db):
    def rounds(count):
        rule = make_rule()
        ReportRound.objects.bulk_create(
            ReportRound(month=month, **rule.days_for(month)) for month in months_back(count)
        )

    return rounds


def values(choices):
    return [
        inner
        for value, label in choices
        for inner in ([one for one, _words in label] if isinstance(label, list) else [value])
    ]


def test_two_years_of_months_are_named_and_nothing_else(kept):
    kept(24)
    assert values(offered(None)) == [f"{month:%Y-%m}" for month in months_back(24)]


def test_earlier_months_stand_under_their_fiscal_years(kept):
    kept(240)

    found = offered(None)

    assert values(found)[:24] == [f"{month:%Y-%m}" for month in months_back(24)]
    assert values(found)[24:] == [str(year) for year in range(2567, 2548, -1)]
    assert found[-1][1][0] == ("2567", "ปีงบประมาณ 2567")


@pytest.mark.parametrize("chosen", ["2560", "2017-03"])
def test_of_an_earlier_year_its_months_may_be_chosen(kept, chosen):
    kept(240)

    label, months = offered(span_of(chosen))[24]

    assert label == "ปีงบประมาณ 2560"
    assert [value for value, _words in months] == [
        *(f"2017-{month:02}" for month in range(9, 0, -1)),
        *(f"2016-{month}" for month in (12, 11, 10)),
    ]


def test_every_month_is_offered_once_its_year_is_chosen(kept):
    kept(240)
    years = [value for value in values(offered(None)) if len(value) == 4]

    reached = {value for year in years for value in values(offered(span_of(year)))}

    assert {f"{month:%Y-%m}" for month in months_back(240)} <= reached


@pytest.mark.parametrize("odd", ["", "2026-13", "0000-01", "๒๕๖๙", "26", "2026-06-01", "x", "\x00"])
def test_odd_values_name_no_month(odd):
    assert span_of(odd) is None


@pytest.mark.parametrize(
    ("asked", "found"), [("2026-06", 1), ("2569", 1), ("2568", 0), ("", 1), ("2020-01", 1)]
)
def test_the_list_shows_the_month_or_the_year_and_says_where_there_is_none(
    as_, report, cast, asked, found
):
    response = as_("coordinator").get(reverse("regions:report-list"), {"round": asked})
    text = response.content.decode().partition("<main")[2]

    is_refused = asked in ("2568", "2020-01")
    assert ("ไม่มีรอบของเดือนหรือปีนี้" in text) == is_refused
    assert (report.get_absolute_url() in text) == (bool(found) or is_refused)


@pytest.mark.parametrize("name", ["extension-list", "revision-list", "report-list"])
def test_a_chosen_year_stays_chosen(as_, report, cast, name):
    text = as_("coordinator").get(reverse(f"regions:{name}"), {"round": "2026-06"}).text
    assert '<option value="2026-06" selected>' in text


def test_twenty_years_offer_a_short_list_and_cost_no_further_statement(
    as_, cast, kept, django_assert_num_queries
):
    kept(240)
    text = as_("secretariat").get(reverse("regions:report-list")).text
    months = text.partition('name="round"')[2].partition("</select>")[0]
    assert months.count("<option") == 1 + 24 + 19

    with django_assert_num_queries(1):
        offered(span_of("2560"))
