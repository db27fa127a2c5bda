"""Who missed the month that ended last stands on the desk of who must act (S83)."""

from datetime import date

import pytest
import time_machine

from portal.shell.rhythm import for_centre, for_region
from tests.factories.committees import make_committee, make_provincial_body, make_regional_body
from tests.factories.meetings import make_held
from tests.factories.regions import make_post, make_region

TODAY = date(2026, 7, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def north():
    make_committee()
    return make_region(1)


@pytest.fixture
def body(north):
    return make_regional_body(north, meets_every_months=1)


def told(lines):
    return [(line.due_on, line.title, line.facts) for line in lines]


def test_the_centre_has_one_line_for_all_who_missed_it(body):
    others = [make_regional_body(make_region(number), meets_every_months=1) for number in (2, 3)]
    make_held(others[1], day=date(2026, 6, 30))
    names = f"{body.short_name}, {others[0].short_name}"

    [line] = for_centre(on=TODAY)

    assert told([line]) == [(TODAY, "2 คณะขาดประชุมเดือนมิถุนายน 2569", [names])]
    assert line.url == "/meetings/cadence/"


def test_only_the_first_three_are_named(north, body):
    for number in range(4):
        make_regional_body(north, f"more-{number}", meets_every_months=1)

    [line] = for_centre(on=TODAY)

    assert line.facts[0].endswith("และอีก 2 คณะ")


def test_where_nobody_missed_it_nothing_is_said(body):
    make_held(body, day=date(2026, 6, 5))

    assert for_centre(on=TODAY) == []


def test_a_region_has_a_line_for_each_of_its_own_bodies(north, body):
    other = make_regional_body(make_region(2), meets_every_months=1)
    officer = make_post("officer", north)

    lines = for_region(officer, on=TODAY)

    assert told(lines) == [(TODAY, f"นัดประชุม{body.name}", ["ขาดประชุมเดือนมิถุนายน 2569"])]
    assert lines[0].url == f"/meetings/new/?body={body.code}"
    assert for_region(make_post("manager", other.region), on=TODAY) == []


@pytest.mark.parametrize(
    ("part", "is_told"), [("officer", True), ("coordinator", True), ("manager", False)]
)
def test_the_line_stands_on_the_home_of_who_works_for_the_region(
    client, north, body, part, is_told
):
    client.force_login(make_post(part, north))

    titles = [line.title for line in client.get("/").context["waiting"]]

    assert (f"นัดประชุม{body.name}" in titles) == is_told


def test_the_line_stands_on_the_desk_of_the_secretariat(client, body):
    client.force_login(make_post("central_officer"))

    titles = [line.title for line in client.get("/").context["waiting"]]

    assert "1 คณะขาดประชุมเดือนมิถุนายน 2569" in titles


def test_a_provinces_body_is_its_regions(north, body):
    from regions.models import Province  # noqa: PLC0415 -- one test alone

    province = Province.objects.create(
        code="50", name="เชียงใหม่", name_en="Chiang Mai", abbreviation="ชม",
        tile_column=1, tile_row=1,
    )  # fmt: skip
    make_provincial_body(north, province, meets_every_months=1)

    assert len(for_region(make_post("coordinator", north), on=TODAY)) == 2
