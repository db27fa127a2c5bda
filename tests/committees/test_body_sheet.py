"""The sheet on which a body without seats signs in."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.committees import (
    make_body,
    make_body_membership,
    make_committee,
    make_membership,
    make_regional_body,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_region

pytestmark = pytest.mark.django_db
SHEET = reverse("committees:sign-in-sheet")


@pytest.fixture
def north():
    make_committee()
    return make_region(1)


@pytest.fixture
def body(north):
    body = make_regional_body(north)
    make_body_membership(body, make_person("ก้าน", phone="081 111 1111"), role="ประธาน")
    make_body_membership(body, make_person("เก่า"), ends_on=date(2026, 6, 30))
    return body


def lines(page):
    [sheet] = page.context["sheets"]
    return {
        bench.name: [(line.number, line.name.split()[0], line.positions) for line in bench.lines]
        for bench in sheet.benches
    }


def test_members_sign_first_then_the_seats_of_the_region(body, north, person_with, sign_in):
    committee = make_committee()
    both = make_membership(make_seat(committee, 1, region=north)).person
    make_membership(make_seat(committee, 2, region=north), make_person("ขวัญ"))
    make_body_membership(body, both)

    page = sign_in(person_with("secretary")).get(SHEET, {"body": body.code})

    assert lines(page) == {
        "กรรมการ": [(1, "ก้าน", ["ประธาน"]), (2, both.first_name, ["กรรมการ"])],
        f"อนุกรรมการ 67 จาก{north.name}": [(3, "ขวัญ", ["อนุกรรมการ"])],
    }
    assert f'name="body" value="{body.code}"' in page.text
    assert body.name in page.text


def test_a_unit_signs_alone(north, person_with, sign_in):
    unit = make_body("unit", parent=make_committee())
    make_body_membership(unit, make_person("แก้ว"))

    page = sign_in(person_with("secretary")).get(SHEET, {"body": "unit"})

    assert lines(page) == {"กรรมการ": [(1, "แก้ว", ["กรรมการ"])]}


@pytest.mark.parametrize(("asked", "count"), [({}, 0), ({"phones": "on"}, 1)])
def test_telephones_stand_on_the_organisers_copy_alone(body, person_with, sign_in, asked, count):
    page = sign_in(person_with("secretary")).get(SHEET, {"body": body.code, **asked})

    assert page.text.count("081 111 1111") == count


def test_who_may_not_ask_for_telephones_has_none(body, person_with, sign_in, north):
    visitor = sign_in(person_with("officer", region=north))

    page = visitor.get(SHEET, {"body": body.code, "phones": "on"})

    assert "081 111 1111" not in page.text


@pytest.mark.parametrize("code", ["nobody", "coordination-2568"])
def test_there_is_no_sheet_of_what_is_no_such_body(body, person_with, sign_in, code):
    assert sign_in(person_with("secretary")).get(SHEET, {"body": code}).status_code == 404


@pytest.mark.parametrize("count", [1, 4])
def test_a_sheet_costs_the_same_for_one_and_many(
    body, north, person_with, sign_in, count, django_assert_num_queries
):
    for number in range(1, count + 1):
        make_membership(make_seat(make_committee(), number, region=north))
        make_body_membership(body, make_person(f"คนที่{number}"))
    visitor = sign_in(person_with("secretary"))

    # session, user, rights, who; body, members, their names, seats, their holders
    with django_assert_num_queries(9):
        visitor.get(SHEET, {"body": body.code})
