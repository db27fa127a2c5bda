"""The bodies of regions and provinces: set up, revised, and shown beside the 67."""

from datetime import date

import pytest
from django.urls import reverse

from committees.models import Committee
from committees.queries.bodies import tree
from regions.models import Province, ProvinceRegion
from tests.factories.committees import (
    TODAY,
    make_body,
    make_body_membership,
    make_committee,
    make_provincial_body,
    make_regional_body,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_region

pytestmark = pytest.mark.django_db
Kind = Committee.Kind
NEW = reverse("committees:body-create")


@pytest.fixture
def province(north):
    province = Province.objects.create(
        code="50", name="เชียงใหม่", name_en="Chiang Mai", abbreviation="ชม",
        tile_column=1, tile_row=1,
    )  # fmt: skip
    ProvinceRegion.objects.create(province=province, region=north, starts_on=date(2007, 1, 1))
    return province


@pytest.fixture
def desk(person_with, sign_in):
    make_committee()
    return sign_in(person_with("secretary"))


def typed(**fields):
    words = {"name": "คณะทำงานภาค", "short_name": "คกก.ภาค", "starts_on": "1/7/2569"}
    return {**words, "meets_every_months": "1", **fields}


def told(kind):
    columns = ("kind", "region__code", "province", "parent", "meets_every_months", "starts_on")
    return list(Committee.objects.filter(kind=kind).values_list(*columns))


def test_the_secretariat_sets_up_the_body_of_a_region(desk, north):
    desk.post(f"{NEW}?kind=regional", typed(region=north.pk))

    assert told("regional") == [("regional", north.code, None, None, 1, TODAY)]


def test_a_province_brings_its_region(desk, north, province):
    desk.post(f"{NEW}?kind=provincial", typed(province=province.code, meets_every_months=""))

    assert told("provincial") == [("provincial", north.code, "50", None, None, TODAY)]


@pytest.mark.parametrize(
    ("kind", "fields", "beside"),
    [
        ("regional", {"region": "999999999999"}, {"region"}),
        ("regional", {}, {"region"}),
        ("regional", {"meets_every_months": "0"}, {"region", "meets_every_months"}),
        ("regional", {"meets_every_months": "9" * 40}, {"region", "meets_every_months"}),
        ("provincial", {"province": "99"}, {"province"}),
        ("provincial", {"province": "50", "starts_on": "1/7/2530"}, {"province"}),
        ("provincial", {"province": "50", "starts_on": "เมื่อไร"}, {"starts_on"}),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(desk, province, kind, fields, beside):
    answer = desk.post(f"{NEW}?kind={kind}", typed(**fields))

    assert set(answer.context["form"].errors) == beside
    assert told(kind) == []


def test_two_bodies_of_a_name_stand_not_beside_each_other(desk, north):
    make_body("board-1", kind=Kind.BOARD, name="คณะทำงานภาค")

    answer = desk.post(f"{NEW}?kind=regional", typed(region=north.pk))

    assert set(answer.context["form"].errors) == {"name"}


def test_how_often_a_body_meets_and_its_quorum_are_its_own(desk, north):
    body = make_regional_body(north)
    changes = {
        "name": body.name, "short_name": body.short_name, "starts_on": "1/7/2568",
        "meets_every_months": "2", "reminder_working_days": "5", "reminder_time": "07.30",
        "task_reminder_working_days": "4",
        "quorum_numerator": "1", "quorum_denominator": "3",
    }  # fmt: skip

    desk.post(reverse("committees:body-edit", args=[body.code]), changes)

    body.refresh_from_db()
    assert (body.meets_every_months, body.reminder_working_days) == (2, 5)
    assert (body.quorum_numerator, body.quorum_denominator) == (1, 3)
    assert not body.quorum_counts_substitutes


@pytest.mark.parametrize("kind", [Kind.UNIT, Kind.SECRETARIAT, Kind.BOARD, Kind.SUBCOMMITTEE])
def test_who_meets_on_its_own_is_asked_how_often(desk, kind):
    parent = make_committee()
    body = parent if kind == Kind.SUBCOMMITTEE else make_body("asked", kind=kind, parent=parent)

    page = desk.get(reverse("committees:body-edit", args=[body.code]))

    asked = "meets_every_months" in page.context["form"].fields
    assert asked == (kind in (Kind.UNIT, Kind.SUBCOMMITTEE))


def test_they_stand_beside_the_67_region_by_region(north, province):
    make_committee()
    south = make_region(2)
    later, first = make_regional_body(south), make_regional_body(north)
    provincial = make_provincial_body(north, province)
    make_regional_body(north, "over", ends_on=date(2026, 6, 30))

    found = tree(on=TODAY)

    assert [row.body for row in found.regional] == [first, later]
    assert [row.body for row in found.provincial] == [provincial]


def test_a_regions_body_goes_on_when_a_generation_ends(client, north):
    make_committee(ends_on=date(2026, 6, 30))
    body = make_regional_body(north)

    page = client.get(reverse("committees:body-list"))

    assert body.name in page.text


def test_a_strangers_page_says_region_rhythm_and_members(client, north, province):
    body = make_provincial_body(north, province, meets_every_months=1)
    make_body_membership(body, make_person("แก้ว"))

    page = client.get(reverse("committees:body-detail", args=[body.code])).text

    told = ("ขบวนจังหวัด", "แก้ว", "อย่างน้อยทุก 1 เดือน", north.name, "เชียงใหม่")
    assert [words for words in told if words not in page] == []


def test_the_page_of_a_region_leads_to_its_bodies(desk, north, province):
    own = [make_regional_body(north), make_provincial_body(north, province)]
    make_regional_body(make_region(2))

    page = desk.get(reverse("committees:region-posts", args=[north.code]))

    assert list(page.context["bodies"]) == own


@pytest.mark.parametrize("count", [1, 3])
def test_the_tree_costs_the_same_with_one_region_and_three(
    client, north, count, django_assert_num_queries
):
    make_committee()
    for number in range(1, count + 1):
        region = north if number == 1 else make_region(number)
        make_body_membership(make_regional_body(region), make_person())

    with django_assert_num_queries(4):
        page = client.get(reverse("committees:body-list")).text

    assert page.count("1 คน") == count
