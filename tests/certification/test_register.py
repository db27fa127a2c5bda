"""The register of community organisations: how far each has come, and who asks for what."""

import csv
import io
import json
from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from certification.models import CommunityOrganization
from certification.queries import Counts, counts_in, lanes_of, number_in_province, standing_of
from regions.models import District, Province, Subdistrict
from tests.factories.certification import make_kind, make_organization, make_province
from tests.factories.regions import make_region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(date(2026, 7, 1), tick=False):
        yield


@pytest.fixture
def north():
    return make_region(1)


@pytest.fixture
def province(north):
    return make_province(region=north)


@pytest.fixture
def visitor(person_with, sign_in):
    return sign_in(person_with("member"))


def names(page):
    return [organization.name for organization in page.context["page"]]


@pytest.mark.parametrize(
    ("stage", "closed", "words", "weaves"),
    [
        (0, True, "ยังไม่เริ่ม", ["none", "none", "none"]),
        (1, False, "กำลังค้นหา", ["draft", "none", "none"]),
        (1, True, "ค้นหาแล้ว รอให้การรับรอง", ["done", "none", "none"]),
        (2, False, "กำลังพิจารณาให้การรับรอง", ["done", "draft", "none"]),
        (2, True, "รับรองแล้ว", ["done", "done", "none"]),
        (3, False, "รับรองแล้ว กำลังพัฒนาต่อเนื่อง", ["done", "done", "draft"]),
        (3, True, "ครบสามจังหวะก้าว", ["done", "done", "done"]),
    ],
)
def test_an_organisation_stands_as_its_stages_say(province, stage, closed, words, weaves):
    organization = make_organization(province, stage=stage, closed=closed)

    assert standing_of(organization) == (words, weaves)


def test_the_running_stage_is_the_lane_of_now(province):
    organization = make_organization(province, stage=2, closed=False)

    assert [(lane.when, lane.is_now) for lane in lanes_of(organization)] == [
        ("เสร็จแล้ว", False),
        ("กำลังทำ", True),
        ("ยังไม่ถึง", False),
    ]


def test_a_stage_tells_its_days_in_order_and_one_not_begun_tells_none(province):
    organization = make_organization(province, stage=2, closed=False)

    assert [[row.text for row in lane.rows] for lane in lanes_of(organization)] == [
        ["เริ่ม 5 มกราคม 2569", "เสร็จ 20 มีนาคม 2569"],
        ["เริ่ม 5 มกราคม 2569"],
        [],
    ]


@pytest.mark.parametrize(
    ("code", "subdistrict", "district", "address"),
    [
        ("30", "นิคมสร้างตนเอง", "พิมาย", "ตำบลนิคมสร้างตนเอง อำเภอพิมาย"),
        ("10", "วังบูรพาภิรมย์", "เขตพระนคร", "แขวงวังบูรพาภิรมย์ เขตพระนคร"),
    ],
)
def test_an_organisation_says_of_what_kind_its_places_are(
    visitor, code, subdistrict, district, address
):
    organization = make_organization(make_province(code))
    Subdistrict.objects.filter(pk=organization.subdistrict_id).update(name=subdistrict)
    District.objects.filter(province=code).update(name=district)

    register = visitor.get(reverse("certification:organization-list")).text
    assert f"<span>{address.partition(' ')[0]}<i" in register
    assert address in visitor.get(organization.get_absolute_url()).text


def test_a_place_counts_each_of_its_organisations_once(province):
    elsewhere = make_province("50", "เชียงใหม่", column=0, row=0)
    for stage, closed in [(0, True), (1, True), (2, False), (2, True), (3, False), (3, True)]:
        make_organization(province, f"กลุ่ม {stage}{closed}", stage=stage, closed=closed)
    make_organization(elsewhere, stage=3)

    numbers = {counted: number_in_province(counted) for counted in Counts._fields}
    found = Province.objects.annotate(**numbers).get(pk=province.pk)

    assert counts_in([province.pk]) == Counts(found=6, certified=3, complete=1)
    assert (found.found, found.certified, found.complete) == (6, 3, 1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["กลุ่มแม่บ้านสวนพริก", "ป่าชุมชนโคกใหญ่"]),
        ({"q": "ชุมชน"}, ["ป่าชุมชนโคกใหญ่"]),
        ({"q": "ตำบลของกลุ่ม"}, ["กลุ่มแม่บ้านสวนพริก"]),
        ({"region": "upper-north"}, ["กลุ่มแม่บ้านสวนพริก"]),
        ({"province": "50"}, ["ป่าชุมชนโคกใหญ่"]),
        ({"stage": "1"}, ["ป่าชุมชนโคกใหญ่"]),
        ({"stage": "2"}, ["กลุ่มแม่บ้านสวนพริก"]),
        ({"kind": "forest"}, ["ป่าชุมชนโคกใหญ่"]),
        ({"region": "upper-north", "kind": "forest"}, []),
    ],
)
def test_the_register_is_asked_by_words_place_stage_and_kind(province, visitor, asked, found):
    elsewhere = make_province("50", "เชียงใหม่", column=0, row=0)
    make_organization(province, "กลุ่มแม่บ้านสวนพริก", stage=2)
    make_organization(elsewhere, "ป่าชุมชนโคกใหญ่", stage=1, kind=make_kind("forest", "กลุ่มอนุรักษ์"))

    page = visitor.get(reverse("certification:organization-list"), asked)

    assert names(page) == found


def test_kinds_are_named_in_the_language_of_the_screen(province, visitor):
    organization = make_organization(province, kind=make_kind("forest", "กลุ่มอนุรักษ์"))
    register = reverse("certification:organization-list")

    visitor.cookies["django_language"] = "en"
    english = [visitor.get(page).text for page in (register, organization.get_absolute_url())]

    assert [("Forest" in page, "กลุ่มอนุรักษ์" in page) for page in english] == [(True, False)] * 2
    assert '<option value="forest">Forest</option>' in english[0]


def test_organisations_stand_in_thai_order(province, visitor):
    for name in ["เครือข่ายบ้านมั่นคง", "กองทุนสวัสดิการ", "แม่บ้านเกษตรกร", "ป่าชุมชน"]:
        make_organization(province, name)

    page = visitor.get(reverse("certification:organization-list"))

    assert names(page) == ["กองทุนสวัสดิการ", "เครือข่ายบ้านมั่นคง", "ป่าชุมชน", "แม่บ้านเกษตรกร"]


def test_the_tally_counts_each_stage_whatever_stage_is_asked_for(province, visitor):
    for number, stage in enumerate([0, 1, 1, 2, 3]):
        make_organization(province, f"กลุ่ม {number}", stage=stage)
    make_organization(make_province("50", "เชียงใหม่", column=0, row=0), stage=3)

    page = visitor.get(
        reverse("certification:organization-list"), {"province": "65", "stage": "1", "page": "1"}
    )

    assert [count["value"] for count in page.context["tally"]] == [2, 1, 1]
    assert page.context["page"].paginator.count == 2
    assert page.context["tally"][1]["url"] == "?province=65&stage=2"
    assert [count["is_current"] for count in page.context["tally"]] == [True, False, False]


def test_nonsense_in_the_address_is_no_error(province, visitor):
    make_organization(province)

    page = visitor.get(
        reverse("certification:organization-list"), {"region": "x", "stage": "9", "page": "เก้า"}
    )

    assert page.status_code == 200
    assert names(page) == ["กลุ่มออมทรัพย์บ้านหนองไผ่"]


@pytest.mark.parametrize("organizations", [1, 4])
def test_the_register_costs_the_same_for_one_row_and_many(
    province, visitor, django_assert_num_queries, organizations
):
    for number in range(organizations):
        make_organization(province, f"กลุ่มที่ {number}", stage=2)

    # session, user, who; three lists to choose from; count, page, stages
    with django_assert_num_queries(9):
        page = visitor.get(reverse("certification:organization-list"))

    assert len(names(page)) == organizations


def test_the_results_alone_are_a_fragment(province, visitor):
    make_organization(province)

    fragment = visitor.get(
        reverse("certification:organization-list"),
        headers={"HX-Request": "true", "HX-Target": "results"},
    )

    assert fragment.text.strip().startswith('<section class="sect" id="results"')
    assert "HX-Target" in fragment.headers["Vary"]


def test_one_organisation_shows_its_three_strides(province, visitor):
    organization = make_organization(province, stage=2, closed=False)

    page = visitor.get(organization.get_absolute_url()).text

    assert "กำลังพิจารณาให้การรับรอง" in page
    assert page.count("<h3>") == 3


def test_the_register_is_not_for_strangers(province, client):
    organization = make_organization(province)

    assert list(CommunityOrganization.objects.visible_to(AnonymousUser())) == []
    assert client.get(organization.get_absolute_url()).status_code == 302


@pytest.mark.parametrize("address", ["province-standing", "region-standing"])
def test_anybody_may_read_how_many_a_place_has(province, north, client, address):
    make_organization(province, stage=2)
    code = province.code if address == "province-standing" else north.code

    page = client.get(reverse(f"certification:{address}", args=[code]))

    assert page.context["counts"] == Counts(found=1, certified=1, complete=0)
    assert page.context["register_url"] == ""
    assert "หนองไผ่" not in page.text


def test_a_place_that_is_not_has_no_page(client, province):
    assert client.get(reverse("certification:province-standing", args=["00"])).status_code == 404


# -- As files ------------------------------------------------------------------------------


def file_of(visitor, query=""):
    response = visitor.get(f"/register/export/csv/{query}")
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_register_leaves_as_it_is_filtered_with_what_explains_it(province, visitor):
    make_organization(province, name="=กลุ่มออมทรัพย์", stage=2, closed=True)
    make_organization(province, name="กองทุนสวัสดิการ", stage=1)

    [row] = file_of(visitor, "?stage=2")
    about = json.loads(visitor.get("/register/export/metadata.json").content)

    assert (row["ชื่อองค์กร"], row["จังหวะก้าว"]) == ("'=กลุ่มออมทรัพย์", "รับรองแล้ว")
    assert row["รับรอง เสร็จ"]
    assert not row["พัฒนาต่อเนื่อง เริ่ม"]
    assert list(row) == [column["titles"] for column in about["tableSchema"]["columns"]]
    assert 'href="/register/export/xlsx/?stage=2"' in visitor.get("/register/?stage=2").text
    assert visitor.get("/register/export/xlsx/").status_code == 200


def test_a_filter_that_nobody_can_read_offers_no_file(province, visitor):
    make_organization(province)

    assert "export/" not in visitor.get("/register/?stage=9").text
    assert visitor.get("/register/export/csv/?stage=9").status_code == 404


def test_the_file_of_the_register_is_the_houses(client, province):
    assert client.get("/register/export/csv/").status_code == 302


def test_the_file_costs_the_same_for_one_and_for_many(province, visitor, django_assert_num_queries):
    make_organization(province, name="หนึ่ง", stage=1)
    file_of(visitor)
    # Whose session, who they are, then the rows and their stages.
    with django_assert_num_queries(4):
        file_of(visitor)
    for number in range(20):
        make_organization(province, name=f"กลุ่ม {number}", stage=1)
    with django_assert_num_queries(4):
        file_of(visitor)
