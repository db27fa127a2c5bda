"""What the portal knows beside a number: from its provinces, and from apps above."""

import pytest

from regions import actions, sections
from regions.models import ReportFigure
from regions.sections import Counted
from tests.factories.regions import (
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
    submitted,
)
from tests.factories.reporting import reported

URL = "/reports/{}/sections/certification/"


@pytest.fixture
def provinces(north, other_region, found):
    return [make_reporting_province(north, code, f"จังหวัด{code}") for code in ("50", "51", "52")]


@pytest.fixture
def report(provinces, north):
    return make_report(north)


@pytest.fixture
def two_of_three(provinces, report, cast):
    """Two provinces found 5 and 7, and were accepted; the third has sent nothing."""
    for province, value in zip(provinces[:2], (5, 7), strict=True):
        reported(
            make_report_of(province.reporting_unit),
            by=cast["secretariat"],
            organizations_found=value,
        )
    actions.roll_up_month(report.round)


def page_of(client, report):
    return client.get(report.get_absolute_url()).content.decode()


def test_the_sum_of_the_provinces_stands_beside_the_number_with_its_list(as_, report, two_of_three):
    page = page_of(as_("coordinator"), report)

    assert 'รายงานจังหวัดที่ผ่านแล้ว 2 จาก 3 <span class="nw">รวมได้ 12' in page
    assert "/figures/organizations_found/2026-06/?region=upper-north&amp;basis=provinces" in page
    assert "ตามผลรวมจังหวัด (12)" in page


def test_who_judges_the_number_reads_the_sum_of_the_provinces_beside_it(
    as_, report, two_of_three, cast
):
    submitted(report, cast["coordinator"], organizations_found=14)

    page = as_("secretariat").get(f"/reports/{report.pk}/review/").text

    assert 'รายงานจังหวัดที่ผ่านแล้ว 2 จาก 3 <span class="nw">รวมได้ 12' in page


def test_without_an_accepted_report_there_is_nothing_to_choose(as_, report):
    actions.roll_up_month(report.round)

    page = page_of(as_("coordinator"), report)

    assert "รายงานจังหวัดที่ผ่านแล้ว 0 จาก 3" in page
    assert "ตามผลรวมจังหวัด" not in page


@pytest.mark.parametrize(
    ("typed", "instead", "kept"),
    [
        ("", "provinces-12", (12, True)),
        ("12", "provinces-12", (12, True)),
        ("", "provinces-11", (11, True)),  # a province was accepted while the page stood open
        ("14", "", (14, True)),
    ],
)
def test_the_sum_is_chosen_without_a_script(as_, report, two_of_three, typed, instead, kept):
    data = {"version": 0, "organizations_found": typed, "organizations_found_instead": instead}

    as_("coordinator").post(URL.format(report.pk), data)

    answered = ReportFigure.objects.filter(report=report).values_list("value", "is_applicable")
    assert answered.get() == kept


@pytest.mark.parametrize("instead", ["provinces-12", "not_applicable", "zero"])
def test_another_number_beside_a_choice_is_asked_about(as_, report, two_of_three, instead):
    data = {"version": 0, "organizations_found": "9", "organizations_found_instead": instead}

    response = as_("coordinator").post(URL.format(report.pk), data)

    assert response.status_code == 422
    assert "โปรดเลือกอย่างเดียว" in response.context["form"].errors["organizations_found"][0]
    assert not ReportFigure.objects.filter(report=report).exists()


@pytest.mark.parametrize("instead", ["provinces-", "provinces--1", "provinces-9999999999", "x"])
def test_nonsense_for_a_choice_is_refused(as_, report, two_of_three, instead):
    data = {"version": 0, "organizations_found_instead": instead}

    response = as_("coordinator").post(URL.format(report.pk), data)

    assert response.status_code == 422
    assert not ReportFigure.objects.filter(report=report).exists()


def test_a_stale_choice_of_the_sum_is_shown_in_its_own_words(as_, report, two_of_three, cast):
    client = as_("coordinator")
    client.post(URL.format(report.pk), {"version": 0, "organizations_found": "3"})

    response = client.post(
        URL.format(report.pk), {"version": 0, "organizations_found_instead": "provinces-12"}
    )

    mine = [(told["mine"], told["theirs"]) for told in response.context["differences"]]
    assert (response.status_code, mine) == (409, [("12", "3")])


def test_a_province_gathers_from_nobody(client, provinces, report, two_of_three):
    own = make_report_of(provinces[2].reporting_unit)
    client.force_login(make_post("provincial", province=provinces[2]))

    page = page_of(client, own)

    assert "ผลรวมจังหวัด" not in page
    assert "รายงานจังหวัดที่ผ่านแล้ว" not in page


# -- What apps above count -------------------------------------------------------------


@pytest.fixture
def known(monkeypatch):
    """A registry in which one app above counts."""
    monkeypatch.setattr(sections, "_COUNTS", [])

    def count(*, report, user):
        return {"organizations_found": Counted(9, "ทะเบียนนับได้ 9", "/list/")}

    sections.count_beside(count)
    sections.count_beside(count)


def test_what_an_app_above_counts_stands_beside_the_number_once(as_, report, known):
    page = page_of(as_("coordinator"), report)

    assert page.count("ทะเบียนนับได้ 9") == 1
    assert 'href="/list/"' in page
