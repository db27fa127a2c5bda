"""The public places: the country, a region, a province."""

from datetime import date

import pytest
from django.urls import reverse

from portal.kernel.models import Person
from portal.kernel.pictures import Tile
from regions import tiles
from regions.models import Province, ProvinceRegion
from tests.factories.certification import make_province, make_subdistrict
from tests.factories.committees import make_cluster
from tests.factories.regions import make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(north):
    return make_province(region=north)


def test_a_province_is_where_its_dates_put_it(north, other_region):
    province = make_province()
    for region, starts_on, ends_on in [
        (north, date(2007, 1, 1), date(2020, 12, 31)),
        (other_region, date(2021, 1, 1), None),
    ]:
        ProvinceRegion.objects.create(
            province=province, region=region, starts_on=starts_on, ends_on=ends_on
        )

    days = [date(2020, 12, 31), date(2021, 1, 1)]

    assert [tiles.provinces_for_tiles(on=day).get().region for day in days] == [
        "ภาคเหนือตอนบน",
        "ภาคเหนือตอนล่าง",
    ]
    assert [list(Province.objects.of_region(north, on=day)) for day in days] == [[province], []]


def test_a_province_not_yet_founded_is_hatched(north):
    province = make_province("38", "บึงกาฬ", region=north)
    Province.objects.filter(pk=province.pk).update(founded_on=date(2011, 3, 23))

    found = tiles.provinces_for_tiles(on=date(2007, 7, 6))
    [tile] = tiles.tiles(found, on=date(2007, 7, 6), read=lambda province: (4, "9 องค์กร"))

    assert isinstance(tile, Tile)
    assert (tile.level, tile.reading) == (None, "ยังไม่เป็นจังหวัด ตั้งขึ้น พ.ศ. 2554")


def test_a_stranger_may_choose_a_province(client, north, province):
    page = client.get(reverse("places:region-list")).text

    assert f'href="{reverse("places:province-detail", args=["65"])}"' in page
    assert f'href="{reverse("places:region-detail", args=["upper-north"])}"' in page


def test_a_province_shows_its_districts_region_and_cluster(client, north, province):
    make_subdistrict(province)
    make_subdistrict(province, "หัวรอ")
    make_cluster().provinces.add(province)

    page = client.get(reverse("places:province-detail", args=["65"])).text

    assert "1 อำเภอ" in page
    assert "2 ตำบล" in page
    assert "ภาคเหนือตอนล่าง 1" in page
    assert reverse("places:region-detail", args=["upper-north"]) in page


def test_bangkok_has_khet_and_khwaeng(client, north):
    make_subdistrict(make_province("10", "กรุงเทพมหานคร", region=north))

    page = client.get(reverse("places:province-detail", args=["10"])).text

    assert "1 เขต" in page
    assert "1 แขวง" in page
    assert "อำเภอ" not in page.partition("<main")[2]


def test_a_region_adds_its_provinces_up(client, north, province):
    make_subdistrict(province)
    make_subdistrict(make_province("50", "เชียงใหม่", region=north, column=0, row=0))

    page = client.get(reverse("places:region-detail", args=["upper-north"]))

    assert page.context["words"][2:] == ("2 อำเภอ", "2 ตำบล")
    assert [place.name for place in page.context["provinces"]] == ["เชียงใหม่", "พิษณุโลก"]


def test_a_region_with_bangkok_has_both_kinds(client, north, province):
    make_subdistrict(province)
    make_subdistrict(make_province("10", "กรุงเทพมหานคร", region=north, column=0, row=0))

    page = client.get(reverse("places:region-detail", args=["upper-north"]))

    assert page.context["words"][2:] == ("2 อำเภอและเขต", "2 ตำบลและแขวง")


def test_a_region_names_who_speaks_for_it_and_not_how_to_reach_them(client, north, province):
    coordinator = make_post("coordinator", north)
    make_post("officer", north)
    Person.objects.update(phone="0891234567")

    page = client.get(reverse("places:region-detail", args=["upper-north"])).text

    assert coordinator.person.full_name in page
    assert "ยังไม่มีผู้ดำรงตำแหน่ง" in page
    assert "0891234567" not in page
    assert coordinator.email not in page


@pytest.mark.parametrize(
    "address",
    [("places:province-detail", "99"), ("places:region-detail", "far-west")],
)
def test_a_place_that_is_not_has_no_page(client, address):
    assert client.get(reverse(address[0], args=[address[1]])).status_code == 404


@pytest.mark.parametrize("provinces", [1, 3])
@pytest.mark.parametrize(
    ("name", "args", "statements"),
    [
        ("places:region-list", [], 3),
        ("places:region-detail", ["upper-north"], 4),
        ("places:province-detail", ["60"], 5),
    ],
)
def test_places_cost_the_same_for_one_province_and_many(
    client, north, django_assert_num_queries, name, args, statements, provinces
):
    for number in range(provinces):
        province = make_province(f"6{number}", f"จังหวัด{number}", region=north, column=number)
        make_subdistrict(province)

    with django_assert_num_queries(statements):
        page = client.get(reverse(name, args=args)).text

    assert page.count("จังหวัด2") == 0 or provinces == 3
