"""Every number of a month or a year beside every region; each leads to the list that adds up."""

import re

import pytest

from regions import actions
from tests.factories.regions import (
    make_indicator,
    make_report,
    make_report_of,
    make_reporting_province,
)
from tests.factories.reporting import reported

URL = "/reports/figures/"


@pytest.fixture
def told(north, other_region, found, cast):
    """Of two regions one found 7 in June; of its two provinces one found 5."""
    provinces = [make_reporting_province(north, code, f"จังหวัด{code}") for code in ("50", "51")]
    report = make_report(north)
    reported(report, by=cast["secretariat"], organizations_found=7)
    reported(
        make_report_of(provinces[0].reporting_unit), by=cast["secretariat"], organizations_found=5
    )
    actions.roll_up_month(report.round)
    actions.roll_up_year(2569)
    return report


def cells(page):
    """Each number with where it leads."""
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return re.findall(r'<a href="([^"]+)">([\d.,]+|ไม่เกี่ยวข้อง)<', table)


@pytest.mark.parametrize(
    ("query", "numbers", "standing"),
    [
        ("", ["7", "7"], "รายงาน 1/2"),
        ("?period=2026-06&basis=provinces", ["5", "5"], "รายงาน 1/2"),
        ("?period=2569", ["7", "7"], "ปีงบประมาณ 2569"),
    ],
)
def test_the_nation_and_each_region_stand_side_by_side(as_, told, query, numbers, standing):
    page = as_("coordinator").get(URL + query).text

    assert [value for _url, value in cells(page)] == numbers
    assert standing in page


@pytest.mark.parametrize(
    "query", ["", "?period=2569", "?basis=provinces", "?period=2569&basis=provinces"]
)
def test_every_number_leads_to_the_page_that_explains_it(as_, told, query):
    client = as_("member")

    for url, value in cells(client.get(URL + query).text):
        page = client.get(url.replace("&amp;", "&"))
        assert page.status_code == 200
        assert f"{page.context['rolled'].value:.0f}" == value


def test_not_applicable_and_not_yet_reported_are_two_things(as_, told, other_region, cast):
    other = make_report(other_region)
    reported(other, by=cast["secretariat"], organizations_found=None)
    actions.roll_up_month(other.round)

    page = as_("coordinator").get(URL).text

    assert [value for _url, value in cells(page)] == ["7", "7", "ไม่เกี่ยวข้อง"]


@pytest.mark.parametrize(
    "query",
    [
        "?period=xx",
        "?period=9999-99",
        "?period=2450",
        "?basis=no",
        "?period=0000-01",
    ],
)
def test_nonsense_is_told_beside_its_field(as_, told, query):
    response = as_("coordinator").get(URL + query)

    assert response.status_code == 200
    assert response.context["filter"].errors


def test_without_any_round_the_page_says_when_numbers_come(as_):
    assert "ยังไม่มีตัวเลขของช่วงนี้" in as_("coordinator").get(URL).text


def test_strangers_are_asked_to_sign_in(client, told):
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("count", [1, 6])
def test_the_page_costs_the_same_for_one_number_and_many(
    as_, told, count, django_assert_num_queries
):
    for number in range(count):
        make_indicator(f"number_{number}", position=number + 2)
    actions.roll_up_month(told.round)
    client = as_("coordinator")
    client.get(URL)

    with django_assert_num_queries(8):
        assert len(client.get(URL).context["overview"].rows) == count + 1
