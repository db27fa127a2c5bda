"""Who owes a report: regions, provinces and the centre, as on the day the round opened."""

from datetime import date, datetime

import pytest
from lxml import html

from portal.kernel.jobs import tick
from portal.kernel.thai import fiscal_year
from portal.schedule import JOBS
from regions.models import ProvinceRegion, RegionalReport, ReportingRule, ReportingUnit
from regions.models.report import OPENS_ROUNDS
from regions.reference import load_units
from regions.sections import sections_for
from tests.factories.certification import make_province
from tests.factories.regions import (
    BANGKOK,
    make_centre,
    make_post,
    make_reporting_province,
    make_round,
    make_rule,
)

Kind = ReportingUnit.Kind
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def owed(report_round):
    return {
        (report.unit.kind, report.unit.short_name, report.region and report.region.code)
        for report in report_round.reports.select_related("unit", "region")
    }


def test_a_round_expects_a_report_of_each_region_each_province_and_the_centre(north):
    make_reporting_province(north)
    make_centre()

    assert owed(make_round()) == {
        ("region", "เหนือบน", "upper-north"),
        ("province", "เชียงใหม่", "upper-north"),
        ("centre", "ส่วนกลาง", None),
    }


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_the_sections_of_its_kind_numbered_from_one(north, kind):
    make_reporting_province(north)
    make_centre()

    report = make_round().reports.get(unit__kind=kind)

    assert list(report.sections.values_list("key", "position")) == [
        (section.key, place) for place, section in enumerate(sections_for(kind), start=1)
    ]
    assert report.sections.exists()


def test_a_province_moved_or_founded_later_changes_no_round_that_is_open(north, other_region):
    moved = make_reporting_province(north)
    before = make_round(MAY)

    rows = ProvinceRegion.objects.filter(province=moved)
    rows.update(ends_on=date(2026, 5, 31))
    ProvinceRegion.objects.create(province=moved, region=other_region, starts_on=date(2026, 6, 1))
    make_reporting_province(north, "38", "บึงกาฬ", founded_on=date(2026, 6, 1))

    assert make_round(MAY) == before
    expected = {("province", "เชียงใหม่", "upper-north")}
    assert {each for each in owed(before) if each[0] == "province"} == expected
    assert {each for each in owed(make_round(JUNE)) if each[0] == "province"} == {
        ("province", "เชียงใหม่", "lower-north"),
        ("province", "บึงกาฬ", "upper-north"),
    }


def test_a_province_not_yet_founded_owes_nothing(north):
    make_reporting_province(north, founded_on=date(2027, 1, 1))

    assert not make_round().reports.filter(unit__kind=Kind.PROVINCE).exists()


def test_a_unit_that_closed_owes_its_last_month_and_no_other(north):
    make_reporting_province(north)
    ReportingUnit.objects.filter(kind=Kind.PROVINCE).update(ends_on=date(2026, 5, 25))

    assert make_round(MAY).reports.filter(unit__kind=Kind.PROVINCE).exists()
    assert not make_round(JUNE).reports.filter(unit__kind=Kind.PROVINCE).exists()


def test_a_unit_that_begins_after_the_opening_day_owes_the_month_after(north, other_region):
    ReportingUnit.objects.filter(region=other_region).update(starts_on=date(2026, 6, 26))

    assert owed(make_round(JUNE)) == {("region", "เหนือบน", "upper-north")}
    assert ("region", "เหนือล่าง", "lower-north") in owed(make_round(JULY))


def test_the_first_month_of_a_fiscal_year_follows_the_rule_that_begins_with_it(north):
    make_rule()
    ReportingRule.objects.update(ends_on=date(2026, 9, 30))
    ReportingRule.objects.create(
        starts_on=date(2026, 10, 1), opens_day=20, on_time_day=8, closes_day=20
    )

    september, october = make_round(date(2026, 9, 1)), make_round(date(2026, 10, 1))
    december = make_round(date(2026, 12, 1))

    assert (september.opens_on, september.closes_on) == (date(2026, 9, 25), date(2026, 10, 15))
    assert (october.opens_on, october.closes_on) == (date(2026, 10, 20), date(2026, 11, 20))
    assert (december.opens_on, december.closes_on) == (date(2026, 12, 20), date(2027, 1, 20))
    assert [fiscal_year(one.month) for one in (september, october)] == [2569, 2570]


def test_what_a_province_in_no_region_tells_is_still_expected(north):
    make_reporting_province(None)

    assert ("province", "เชียงใหม่", None) in owed(make_round())


def test_opening_many_costs_no_more_than_opening_few(north, django_assert_max_num_queries):
    make_rule()
    for code in range(11, 41):
        make_reporting_province(north, str(code), f"จังหวัด{code}")

    with django_assert_max_num_queries(40):
        make_round()
    assert RegionalReport.objects.count() == 31


# -- Units ---------------------------------------------------------------------------------


def test_units_are_made_of_every_place_once(north):
    ReportingUnit.objects.all().delete()
    make_rule()
    old, new = make_province("50", "เชียงใหม่"), make_province("38", "บึงกาฬ", column=5)
    new.founded_on = date(2011, 3, 23)
    new.save()

    load_units()
    load_units()

    assert {(unit.kind, unit.name, unit.starts_on) for unit in ReportingUnit.objects.all()} == {
        ("region", "ภาคเหนือตอนบน", date(2007, 1, 1)),
        ("province", "จังหวัดเชียงใหม่", date(2007, 1, 1)),
        ("province", "จังหวัดบึงกาฬ", date(2011, 3, 23)),
        ("centre", "ส่วนกลาง", date(2007, 1, 1)),
    }
    assert old.reporting_unit.place == old


def test_the_capital_is_no_province_in_its_name(north):
    make_reporting_province(north, "10", "กรุงเทพมหานคร")

    unit = ReportingUnit.objects.get(kind=Kind.PROVINCE)
    assert (unit.name, unit.short_name, unit.name_en) == (
        "กรุงเทพมหานคร",
        "กรุงเทพมหานคร",
        "Province 10",
    )


# -- Days ----------------------------------------------------------------------------------


def test_provinces_hand_in_earlier_and_late_is_marked_and_accepted(north):
    make_reporting_province(north)
    june = make_round()
    province = june.reports.get(unit__kind=Kind.PROVINCE)
    region = june.reports.get(unit__kind=Kind.REGION)

    assert (province.on_time_until, region.on_time_until) == (date(2026, 7, 3), date(2026, 7, 5))
    assert province.closes_on == region.closes_on == date(2026, 7, 15)
    assert (province.is_late(on=date(2026, 7, 4)), region.is_late(on=date(2026, 7, 4))) == (
        True,
        False,
    )
    assert province.takes_answers(on=date(2026, 7, 15))
    assert not province.is_open(on=date(2026, 7, 16))


def test_a_round_that_opened_before_provinces_were_asked_has_one_day_for_all(north):
    make_reporting_province(north)
    june = make_round()
    june.provinces_until = None
    june.save()

    assert june.reports.get(unit__kind=Kind.PROVINCE).on_time_until == june.on_time_until


LATE = "รอบนี้เปิดช้า"


@pytest.mark.parametrize(
    ("opened_at", "days"),
    [
        (datetime(2026, 6, 25, 23, 59, tzinfo=BANGKOK), 0),
        (datetime(2026, 6, 26, 0, 1, tzinfo=BANGKOK), 1),
        (datetime(2026, 6, 28, 9, tzinfo=BANGKOK), 3),
    ],
)
def test_a_round_opened_late_says_so_and_keeps_its_days(client, north, clock, opened_at, days):
    """As after a power cut on the day it opens."""
    make_rule()
    coordinator = make_post("coordinator", north)
    clock.move_to(opened_at)
    tick(opened_at, jobs={OPENS_ROUNDS: JOBS[OPENS_ROUNDS]})
    client.force_login(coordinator)

    report = RegionalReport.objects.get()
    page = html.fromstring(client.get(report.get_absolute_url()).content).text_content()

    assert report.round.opens_on == date(2026, 6, 25)
    assert (f"{LATE} {days} วัน" in page, LATE in page) == (bool(days), bool(days))
    assert ("เปิดรอบวัน" in page) == bool(days)


def test_a_round_opened_by_hand_is_not_called_late(client, north, report):
    client.force_login(make_post("coordinator", north))

    assert LATE not in client.get(report.get_absolute_url()).text


def test_what_a_rule_says_is_kept_in_the_round(north):
    make_rule()
    ReportingRule.objects.update(provinces_day=2, mending_hours=12, review_hours=36)
    june = make_round()
    ReportingRule.objects.update(provinces_day=4)

    assert (june.provinces_until, june.mending_hours, june.review_hours) == (
        date(2026, 7, 2),
        12,
        36,
    )
