"""The roster of the 67: who sits where on which day, and what needs care."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from committees.models import Standing
from committees.queries import roster
from tests.factories.committees import (
    make_cluster,
    make_committee,
    make_issue,
    make_membership,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def committee():
    return make_committee()


@pytest.fixture
def north():
    return make_region(1)


def standings(on=TODAY):
    return [(seat.number, seat.standing) for seat in roster(on=on).seats]


def test_a_seat_stands_as_its_dates_say(committee, north):
    terms = {1: None, 2: date(2026, 8, 30), 3: date(2026, 8, 31), 4: date(2026, 6, 30)}
    for number, term_ends_on in terms.items():
        make_membership(make_seat(committee, number, region=north), term_ends_on=term_ends_on)
    make_seat(committee, 5, region=north)

    assert standings() == [
        (1, Standing.FILLED),
        (2, Standing.ENDS_SOON),
        (3, Standing.FILLED),
        (4, Standing.CARRY_OVER),
        (5, Standing.VACANT),
    ]
    assert [seat.number for seat in roster(on=TODAY).needing_care] == [2, 4, 5]


def test_a_vacant_seat_says_since_when(committee, north):
    seat = make_seat(committee, region=north)
    make_membership(seat, ends_on=date(2026, 5, 31))

    [vacant] = roster(on=TODAY).seats

    assert vacant.holder == "ว่างตั้งแต่ 1 มิถุนายน 2569"


def test_the_roster_of_an_earlier_day_shows_who_sat_then(committee, north):
    seat = make_seat(committee, region=north)
    make_membership(seat, make_person("คนเก่า"), ends_on=date(2025, 12, 31))
    make_membership(seat, make_person("คนใหม่"), starts_on=date(2026, 1, 1))

    assert [roster(on=day).seats[0].holder for day in (date(2025, 12, 31), date(2026, 1, 1))] == [
        "คนเก่า ทดสอบ",
        "คนใหม่ ทดสอบ",
    ]


def test_regions_come_in_order_and_the_issues_last(committee, north):
    other = make_region(2)
    make_seat(committee, 1, issue=make_issue())
    make_seat(committee, 2, region=other)
    make_seat(committee, 3, region=north, cluster=make_cluster())

    benches = roster(on=TODAY).benches

    assert [(bench.code, bench.name, bench.seats[0].place) for bench in benches] == [
        ("upper-north", "เหนือบน", "กลุ่มจังหวัดภาคเหนือตอนล่าง 1"),
        ("lower-north", "เหนือล่าง", "ภาคเหนือตอนล่าง"),
        ("issues", "ผู้แทนประเด็น", "ประเด็นเกษตรกร"),
    ]


def test_co_chairs_and_coordinators_are_named_as_such(committee, north):
    make_post("co_chair", north)
    make_post("coordinator", north)
    make_membership(make_seat(committee, 999, region=north))

    assert [seat.role for seat in roster(on=TODAY).seats] == ["ประธานร่วม", "ผู้ประสานงานภาค", ""]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [1, 2]),
        ("บัว", [1]),
        ("แก้วใส บัว", [1]),
        ("ที่ดิน", [2]),
        ("๒", [2]),
        ("เเก้ว", [1]),  # typed as เ and เ
        ("ไม่มีใคร", []),
    ],
)
def test_a_part_of_a_name_a_place_or_a_number_is_found(committee, north, query, found):
    make_membership(make_seat(committee, 1, region=north), make_person("บัวผัน", "แก้วใส"))
    make_membership(
        make_seat(committee, 2, issue=make_issue("land", "ที่ดิน")), make_person("เฉลิม", "ทองดี")
    )

    benches = roster(on=TODAY).matching(query)

    assert [seat.number for bench in benches for seat in bench.seats] == found


def test_the_page_shows_the_day_that_was_asked_for(committee, north, person_with, sign_in):
    seat = make_seat(committee, region=north)
    make_membership(seat, make_person("คนเก่า"), ends_on=date(2025, 12, 31))
    visitor = sign_in(person_with("member"))

    page = visitor.get(reverse("committees:seat-list"), {"on": "๓๑/๑๒/๒๕๖๘"}).text

    assert "คนเก่า ทดสอบ" in page
    assert "31 ธันวาคม 2568" in page


def test_a_day_nobody_can_read_is_said_beside_the_field_and_today_is_shown(
    committee, north, person_with, sign_in
):
    make_membership(make_seat(committee, region=north), make_person("คนวันนี้"))
    visitor = sign_in(person_with("member"))

    page = visitor.get(reverse("committees:seat-list"), {"on": "วันก่อน"}).text

    assert "เขียนวันที่ เช่น" in page
    assert "คนวันนี้ ทดสอบ" in page


def test_a_day_without_a_committee_says_so(committee, person_with, sign_in):
    visitor = sign_in(person_with("member"))

    page = visitor.get(reverse("committees:seat-list"), {"on": "1/1/2560"}).text

    assert "ไม่มีคณะที่ดำรงตำแหน่งในวันที่ 1 มกราคม 2560" in page


@pytest.mark.parametrize("seats", [1, 9])
def test_the_roster_costs_the_same_for_one_seat_and_many(
    committee, north, person_with, sign_in, django_assert_num_queries, seats
):
    for number in range(1, seats + 1):
        make_membership(make_seat(committee, number, region=north))
    visitor = sign_in(person_with("member"))

    with django_assert_num_queries(6):  # session, user, who; seats, holders, posts
        page = visitor.get(reverse("committees:seat-list")).text

    assert page.count('class="seat"') >= 2 * seats
