"""The roll-up, the list behind a number, and what the dashboard reads."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from portal.kernel.jobs import tick
from portal.schedule import JOBS
from regions import actions, queries
from regions.models import Indicator, RegionalReport, ReportRound, RolledFigure
from regions.standing import holder_of
from regions.tasks import open_round
from tests.factories.regions import (
    BANGKOK,
    MONTH,
    accepted,
    make_indicator,
    make_post,
    make_report,
    make_round,
    make_rule,
    submitted,
)

State = RegionalReport.State


def rolled(key="organizations_found", region=None):
    row = RolledFigure.objects.get(
        indicator__key=key, region=region, round__isnull=False, basis="regions", province=None
    )
    return row.value, row.reported, row.expected


@pytest.fixture
def filed(report, cast, other_region):
    """Both regions sent their numbers; only the north's are accepted."""
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    submitted(
        make_report(other_region), cast["another region's coordinator"], organizations_found=100
    )
    actions.roll_up_month(report.round)
    return report


# -- Rolling up ---------------------------------------------------------------------


def test_only_accepted_reports_count(filed, north, other_region):
    assert rolled() == (14, 1, 2)
    assert rolled(region=north) == (14, 1, 1)
    assert rolled(region=other_region) == (None, 0, 1)


def test_a_second_acceptance_adds_up(filed, cast, other_region):
    report = filed.round.reports.get(unit__region=other_region)
    actions.accept_report(report, version=report.version, by=cast["secretariat"])
    actions.roll_up_month(filed.round)

    assert rolled() == (114, 2, 2)


def test_not_applicable_is_an_answer_without_a_number(report, cast):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=None)
    actions.roll_up_month(report.round)

    assert rolled() == (None, 1, 2)


def test_a_second_roll_up_changes_nothing(filed):
    before = list(RolledFigure.objects.order_by("pk").values())

    assert actions.roll_up_month(filed.round) == 0
    assert list(RolledFigure.objects.order_by("pk").values()) == before


# -- Rounds that open themselves -----------------------------------------------------


def moment(*parts):
    return datetime(*parts, tzinfo=BANGKOK)


def test_a_round_is_due_on_the_day_its_rule_names(db):
    make_rule()

    slots = list(queries.rounds_to_open(moment(2026, 5, 25), moment(2026, 7, 25)))

    assert slots == [
        ("2026-05", moment(2026, 5, 25)),
        ("2026-06", moment(2026, 6, 25)),
        ("2026-07", moment(2026, 7, 25)),
    ]


def test_without_a_rule_no_round_is_due(db):
    assert list(queries.rounds_to_open(moment(2026, 5, 25), moment(2026, 7, 25))) == []


def test_the_tick_opens_the_round_once(north, found):
    make_rule()
    job = {"regions.open_round": JOBS["regions.open_round"]}

    for _beat in range(3):
        tick(moment(2026, 7, 1, 8), jobs=job)

    assert list(ReportRound.objects.values_list("month", flat=True)) == [MONTH]
    assert RegionalReport.objects.count() == 1


def test_a_round_may_be_opened_by_hand_and_again(north):
    make_rule()
    open_round("2026-06")
    open_round("2026-06")

    assert ReportRound.objects.get().month == MONTH


# -- What the dashboard reads ----------------------------------------------------------


@pytest.mark.parametrize("who", ["secretariat", "auditor"])
def test_the_month_has_every_region_for_who_sees_all(filed, cast, who, django_assert_num_queries):
    with django_assert_num_queries(3):  # rights, reports, sections
        listed = RegionalReport.objects.listed_for(cast[who]).filter(round=filed.round)
        rows = listed.for_list(on=date(2026, 7, 8)).order_by("unit__region__number")
        told = [
            (
                row.unit.region.number,
                row.state,
                row.weaves[0],
                row.is_late(on=date(2026, 7, 8)),
                row.coordinator,
            )
            for row in rows
        ]

    assert told == [
        (1, "accepted", "done", False, cast["coordinator"].person.full_name),
        (2, "submitted", "wait", False, cast["another region's coordinator"].person.full_name),
    ]


def test_what_nobody_answered_has_no_value(filed, north):
    make_indicator("areas_next", section="areas")
    actions.roll_up_month(filed.round)

    rows = RolledFigure.objects.filter(round=filed.round, region=north, basis="regions").order_by(
        "indicator_id"
    )

    assert [row.value for row in rows] == [14, None]


def test_the_current_round_is_the_last_one_opened(north):
    make_round(MONTH.replace(month=5))
    june = make_round(MONTH)

    assert ReportRound.objects.latest_opened(on=date(2026, 7, 1)).first() == june
    assert ReportRound.objects.latest_opened(on=date(2026, 6, 1)).first().month == MONTH.replace(
        month=5
    )
    assert ReportRound.objects.latest_opened(on=date(2020, 1, 1)).first() is None


# -- The list behind a number -----------------------------------------------------------


def page_of(client, user, **query):
    client.force_login(user)
    address = reverse("regions:figure-detail", args=["organizations_found", MONTH])
    return client.get(address, query)


def test_a_figure_opens_onto_what_adds_up_to_it(client, filed, cast):
    page = page_of(client, cast["member"]).content.decode()

    assert f'href="{filed.get_absolute_url()}"' in page
    assert "บวกค่าของทุกหน่วยที่รายงานผ่านแล้ว" in page
    assert "1 จาก 2 ภาค" in page
    assert cast["coordinator"].person.full_name in page
    assert cast["secretariat"].person.full_name in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", ["14 องค์กร", "นับที่พบใหม่", "ผู้ตรวจรับ"]),
        ("en", ["14 organisations", "Counted when new"]),
    ],
)
def test_a_figure_says_its_unit_and_its_definition_in_the_language_of_the_screen(
    client, filed, cast, language, words
):
    Indicator.objects.update(
        counted_in_en="organisations", hint="นับที่พบใหม่", hint_en="Counted when new"
    )
    client.cookies["django_language"] = language

    page = page_of(client, cast["member"]).content.decode().partition("<main")[2]

    assert [word for word in words if word not in page] == []
    assert ("องค์กร" in page) == (language == "th")


@pytest.mark.parametrize(
    ("adds", "words"),
    [
        ("sum", "บวกค่าของทุกหน่วย"),
        ("latest", "ค่าล่าสุดของแต่ละหน่วยบวกกัน"),
        ("maximum", "ค่าสูงสุด"),
        ("mean", "ค่าเฉลี่ย"),
    ],
)
def test_each_way_of_adding_is_said_in_words(client, filed, cast, adds, words):
    Indicator.objects.update(adds=adds)

    assert words in page_of(client, cast["member"]).content.decode()


def test_what_is_not_accepted_is_named_and_its_number_is_not_told(
    client, filed, cast, other_region
):
    page = page_of(client, cast["member"]).content.decode()

    assert other_region.short_name in page
    assert "รอตรวจ" in page
    assert ">100<" not in page


def test_one_region_alone(client, filed, cast, north, other_region):
    page = page_of(client, cast["member"], region=north.code).content.decode().partition("<main")[2]

    assert north.short_name in page
    assert other_region.short_name not in page


@pytest.mark.parametrize(
    ("key", "month", "query"),
    [
        ("unknown", "2026-06", ""),
        ("organizations_found", "2026-05", ""),
        ("organizations_found", "2026-06", "?region=x"),
    ],
)
def test_a_figure_that_does_not_exist_is_not_found(client, filed, cast, key, month, query):
    client.force_login(cast["member"])

    assert client.get(f"/reports/figures/{key}/{month}/{query}").status_code == 404


@pytest.mark.parametrize("month", ["2026-13", "2026-6", "26-06", "0000-01"])
def test_a_month_that_is_none_is_not_found(client, filed, cast, month):
    client.force_login(cast["member"])

    assert client.get(f"/reports/figures/organizations_found/{month}/").status_code == 404


@pytest.mark.parametrize("accepted_too", [False, True])
def test_the_list_behind_a_number_costs_the_same_for_one_row_or_two(
    client, filed, cast, other_region, accepted_too, django_assert_num_queries
):
    if accepted_too:
        report = filed.round.reports.get(unit__region=other_region)
        actions.accept_report(report, version=report.version, by=cast["secretariat"])
        actions.roll_up_month(filed.round)
    page_of(client, cast["member"])

    # session, user, head of the page; indicator, both readings, reports, figures, twelve months
    with django_assert_num_queries(8):
        client.get(reverse("regions:figure-detail", args=["organizations_found", MONTH]))


def test_the_officer_of_a_region_without_a_coordinator_is_named_as_holder(north, found):
    make_report(north)
    [row] = RegionalReport.objects.for_list(on=date(2026, 7, 1))

    assert holder_of(row) == "เจ้าหน้าที่ภาค (ยังไม่มีผู้ประสานงาน)"
    make_post("coordinator", north, name="ใหม่")
    [row] = RegionalReport.objects.for_list(on=date(2026, 7, 1))
    assert holder_of(row) == "ใหม่ ทดสอบ"
