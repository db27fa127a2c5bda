"""What a report asks: seven sections of a region, four of a province, two of the centre."""

from threading import Barrier, Thread

import pytest
from django.db import connections
from django.urls import reverse

from regions import actions
from regions.models import Indicator, RegionalReport, ReportingUnit
from regions.reference import load_indicators
from regions.sections import SECTIONS, section_of, sections_for
from tests.factories.regions import (
    fill_in,
    make_centre,
    make_post,
    make_region,
    make_report_of,
    make_reporting_province,
)

Kind = ReportingUnit.Kind
MOST_FIELDS = 10
ASKED = {
    Kind.REGION: [
        "resolutions",
        "certification",
        "areas",
        "issues",
        "plans",
        "highlights",
        "support",
    ],
    Kind.PROVINCE: ["certification", "areas", "plans", "highlights"],
    Kind.CENTRE: ["answers", "centre_work"],
}


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_of_unit_is_asked_its_own_sections(kind):
    assert [section.key for section in sections_for(kind)] == ASKED[kind]


def test_a_section_nobody_knows_is_none():
    assert section_of("nonsense") is None


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_no_section_asks_more_than_ten_fields(db, key):
    load_indicators()

    numbers = Indicator.objects.asked().filter(section=key).count()

    assert numbers + len(section_of(key).texts) <= MOST_FIELDS


@pytest.mark.parametrize("kind", Kind)
def test_a_section_is_numbered_by_its_place_on_the_form(db, kind):
    region = make_region()
    province, centre = make_reporting_province(region), make_centre()
    unit = {
        Kind.REGION: region.reporting_unit,
        Kind.PROVINCE: province.reporting_unit,
        Kind.CENTRE: centre,
    }[kind]

    rows = make_report_of(unit).sections.values_list("position", "key")

    assert list(rows) == list(enumerate(ASKED[kind], start=1))


# -- Receipts --------------------------------------------------------------------------


@pytest.fixture
def filers(north):
    """By kind of unit: its report of June, ready to be sent, and who sends it."""
    province, centre = make_reporting_province(north), make_centre()
    units = {"region": north.reporting_unit, "province": province.reporting_unit, "centre": centre}
    people = {
        "region": make_post("coordinator", north),
        "province": make_post("provincial", province=province),
        "centre": make_post("central_officer"),
    }
    return {kind: (make_report_of(unit), people[kind]) for kind, unit in units.items()}


def test_every_kind_of_unit_has_receipt_numbers_of_its_own(filers):
    numbers = {
        kind: actions.submit_report(report, version=report.version, by=by).receipt
        for kind, (report, by) in filers.items()
    }

    assert numbers == {
        "region": "ร.มิ.ย.69-01",
        "province": "ร.มิ.ย.69-จ50",
        "centre": "ร.มิ.ย.69-ก",
    }


def test_a_receipt_promises_the_figures_a_place_only_where_there_are_any(client, filers):
    for kind, (report, by) in filers.items():
        actions.submit_report(report, version=report.version, by=by)
        client.force_login(by)
        page = client.get(f"/reports/{report.pk}/submission/").content.decode()

        assert ("ภาพของประเทศ" in page, "ทุกภาคจะอ่าน" in page) == (
            kind != "centre",
            kind == "centre",
        )


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("region", ["organizations_found", "organizations_certified", "organizations_followed_up"]),
        (
            "province",
            ["organizations_found", "organizations_certified", "organizations_followed_up"],
        ),
        ("centre", []),
    ],
)
def test_a_unit_must_answer_the_numbers_it_is_asked_and_no_others(filers, client, kind, numbers):
    """As installed: the centre is asked no number, and none of a region's keeps it from sending."""
    load_indicators()
    report, by = filers[kind]
    fill_in(report, by, **dict.fromkeys(numbers, 3))
    client.force_login(by)

    url = reverse("regions:report-submission", args=[report.pk])
    page = client.post(url, {"version": report.version}, follow=True)

    report.refresh_from_db()
    assert (report.state, page.status_code) == ("submitted", 200)
    assert report.receipt in page.text


@pytest.mark.parametrize("kind", ["province", "centre"])
@pytest.mark.django_db(transaction=True)
def test_however_often_the_button_is_pressed_a_report_is_received_once(filers, kind):
    report, by = filers[kind]
    at_once, receipts = Barrier(4), []

    def press():
        at_once.wait()
        receipts.append(actions.submit_report(report, version=report.version, by=by).receipt)
        connections.close_all()

    pressing = [Thread(target=press) for _ in range(4)]
    for thread in pressing:
        thread.start()
    for thread in pressing:
        thread.join()

    kept = RegionalReport.objects.get(pk=report.pk)
    assert receipts == [kept.receipt] * 4
    assert kept.version == report.version + 1


# -- A part within its whole -----------------------------------------------------------


@pytest.fixture
def ratio(found):
    """Of the organisations found, how many are certified."""
    certified = make_certified()
    return Indicator.objects.create(
        key="share",
        section="certification",
        position=9,
        name="ส่วนแบ่ง",
        name_en="share",
        counted_in="%",
        adds=Indicator.Adds.RATIO,
        part=certified,
        whole=found,
    )


def make_certified(section="certification"):
    return Indicator.objects.create(
        key="certified",
        section=section,
        position=2,
        name="ที่รับรอง",
        name_en="certified",
        counted_in="องค์กร",
    )


def post(client, report, key, **data):
    section = report.sections.get(key=key)
    url = f"/reports/{report.pk}/sections/{key}/"
    return client.post(url, {"version": section.version, **data})


def told(report):
    return dict(report.figures.values_list("indicator__key", "value"))


def test_a_part_greater_than_its_whole_is_refused_beside_the_field(as_, report, ratio):
    response = post(
        as_("coordinator"), report, "certification", organizations_found="8", certified="9"
    )

    form = response.context["form"]
    assert response.status_code == 422
    assert "ที่รับรอง” 9 มากกว่า" in form.errors["certified"][0]
    assert told(report) == {}


def test_a_part_as_great_as_its_whole_is_kept(as_, report, ratio):
    post(as_("coordinator"), report, "certification", organizations_found="9", certified="9")

    assert told(report) == {"organizations_found": 9, "certified": 9}


def test_a_whole_not_answered_limits_nothing(as_, report, ratio):
    post(as_("coordinator"), report, "certification", certified="9")

    assert told(report) == {"organizations_found": None, "certified": 9}


def test_a_whole_made_smaller_than_a_part_of_another_section_is_refused(
    as_, report, cast, ratio, found
):
    Indicator.objects.filter(key="certified").update(section="areas")
    fill_in(report, cast["coordinator"], organizations_found=9, certified=9)

    response = post(as_("coordinator"), report, "certification", organizations_found="5")

    assert [*response.context["form"].errors] == ["organizations_found"]
    assert told(report) == {"organizations_found": 9, "certified": 9}


def test_a_ratio_is_asked_of_nobody(as_, report, ratio):
    page = as_("coordinator").get(report.get_absolute_url()).content.decode()

    assert 'name="certified"' in page
    assert 'name="share"' not in page
