"""Who leaves the 67 keeps nothing by it: bodies and boards end with the seat, and the rights go."""

from datetime import date

import pytest
from django.urls import reverse

from committees.actions.seats import discharge_member, replace_member
from committees.models import Membership
from portal.kernel.errors import RuleBroken
from tests.factories.committees import (
    TODAY,
    make_body,
    make_body_membership,
    make_membership,
    make_order,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_account, make_person
from tests.factories.regions import make_post

pytestmark = pytest.mark.django_db
LAST = date(2026, 6, 30)
THEN = date(2026, 9, 30)


@pytest.fixture
def row(committee, north):
    person = make_person("บัวผัน", "แก้วใส")
    make_account(person, "buaphan@portal.example")
    return make_membership(make_seat(committee, 4, region=north), person)


@pytest.fixture
def unit(committee, row):
    body = make_body("planning", parent=committee, name="ฝ่ายแผน")
    return make_body_membership(body, row.person)


@pytest.fixture
def board(row):
    return make_body_membership(make_body("codi", kind="board", name="บอร์ด"), row.person)


@pytest.fixture
def acting(committee, north, row):
    return make_substitution(make_seat(committee, 9, region=north), row.person)


@pytest.fixture
def by():
    return make_post("central_officer")


def ends(*rows):
    for one in rows:
        one.refresh_from_db()
    return [one.ends_on for one in rows]


# -- The action --------------------------------------------------------------------------


def test_what_is_named_ends_with_the_seat_by_the_same_order(row, unit, board, acting, by):
    order = make_order("9/2569")

    discharge_member(row, ends_on=LAST, order=order, together=[unit, board, acting], by=by)

    assert ends(row, unit, board, acting) == 4 * [LAST]
    assert {unit.discharged_by, board.discharged_by} == {order}


def test_what_is_not_named_stays(row, unit, board, by):
    discharge_member(row, ends_on=LAST, order=make_order(), together=[unit], by=by)

    assert ends(unit, board) == [LAST, None]


def test_who_keeps_another_seat_of_the_67_keeps_the_rest(committee, north, row, unit, by):
    make_membership(make_seat(committee, 8, region=north), row.person, starts_on=TODAY)

    discharge_member(row, ends_on=LAST, order=make_order(), together=[unit], by=by)

    assert ends(row, unit) == [LAST, None]


def test_what_has_ended_meanwhile_keeps_its_day(row, unit, by):
    type(unit).objects.update(ends_on=date(2026, 1, 31))

    discharge_member(row, ends_on=LAST, order=make_order(), together=[unit], by=by)

    assert ends(row, unit) == [LAST, date(2026, 1, 31)]


def test_what_begins_only_later_is_decided_on_first_and_nothing_is_ended(row, unit, board, by):
    type(board).objects.filter(pk=board.pk).update(starts_on=TODAY)

    with pytest.raises(RuleBroken) as refusal:
        discharge_member(row, ends_on=LAST, order=make_order(), together=[unit, board], by=by)

    assert list(refusal.value.message_dict) == ["together"]
    assert ends(row, unit, board) == [None, None, None]


def test_what_came_by_an_order_does_not_go_without_one(committee, north, unit, by):
    network = make_membership(
        make_seat(committee, 5, region=north), make_person(), mode=Membership.Mode.NETWORK
    )
    type(unit).objects.update(person=network.person, appointed_by=make_order())
    unit.refresh_from_db()

    with pytest.raises(RuleBroken) as refusal:
        discharge_member(network, ends_on=LAST, together=[unit], by=by)

    assert list(refusal.value.message_dict) == ["order"]
    assert ends(network, unit) == [None, None]


def test_who_is_followed_gives_up_the_same(row, unit, acting, by):
    together, order = [unit, acting], make_order("9/2569")

    replace_member(row.seat, make_person(), starts_on=TODAY, order=order, together=together, by=by)

    assert ends(row, unit, acting) == 3 * [LAST]


# -- The page ----------------------------------------------------------------------------


def page_of(row, name="seat-discharge"):
    return reverse(f"committees:{name}", args=[row.seat_id])


def leaving(row, **sent):
    return {"holder": row.pk, "ends_on": "30/6/2569", "order": make_order("9/2569").pk, **sent}


def told(page):
    [message] = page.context["messages"]
    return str(message)


def test_everything_beside_the_seat_is_listed_and_ticked(row, unit, board, acting, by, sign_in):
    make_body_membership(make_body("over", kind="board"), row.person, ends_on=LAST)
    make_body_membership(unit.committee, make_person())

    page = sign_in(by).get(page_of(row))

    field = page.context["form"]["together"]
    assert [label for _key, label in field.field.choices] == [
        "ฝ่ายแผน ตั้งแต่ 1 กรกฎาคม 2568",
        "บอร์ด ตั้งแต่ 1 กรกฎาคม 2568",
        "ผู้แทนชั่วคราว ที่นั่งที่ 9 ภาคเหนือตอนบน 1 กรกฎาคม 2568 ถึง 31 ธันวาคม 2569",
    ]
    assert page.text.count("checked") == len(field.value()) == 3


@pytest.mark.parametrize("name", ["seat-discharge", "seat-appointment"])
def test_who_holds_nothing_else_is_asked_nothing_else(row, by, sign_in, name):
    page = sign_in(by).get(page_of(row, name))

    assert "together" not in page.context["form"].fields
    assert "พ้นพร้อมกัน" not in page.text


def test_whoever_keeps_nothing_is_a_stranger_from_the_next_day(row, unit, board, by, sign_in):
    visitor = sign_in(by)
    ticked = visitor.get(page_of(row)).context["form"]["together"].value()

    page = visitor.post(page_of(row), leaving(row, together=ticked), follow=True)

    assert ends(row, unit, board) == 3 * [LAST]
    assert (
        "หลัง 30 มิถุนายน 2569 บัวผัน แก้วใส ไม่มีที่นั่งหรือหน้าที่อื่นเหลือ จึงเข้าสู่ระบบไม่ได้ตั้งแต่ 1 กรกฎาคม 2569"
        in told(page)
    )
    assert sign_in(row.person.user).get(reverse("committees:rotation")).status_code == 302


def test_what_is_kept_is_said(row, unit, board, by, sign_in):
    sent = leaving(row, together=[f"body-member-{unit.pk}"])

    page = sign_in(by).post(page_of(row), sent, follow=True)

    assert ends(unit, board) == [LAST, None]
    assert "หลัง 30 มิถุนายน 2569 บัวผัน แก้วใส ยังมี บอร์ด จึงยังเข้าสู่ระบบได้" in told(page)


def test_a_choice_that_is_not_theirs_is_refused(row, unit, by, sign_in):
    other = make_body_membership(unit.committee, make_person())

    page = sign_in(by).post(page_of(row), leaving(row, together=[f"body-member-{other.pk}"]))

    assert list(page.context["form"].errors) == ["together"]
    assert ends(row, other) == [None, None]


def test_who_is_replaced_gives_up_what_is_ticked(row, unit, board, by, sign_in):
    sent = {
        "holder": row.pk, "person": make_person().pk, "starts_on": "1/7/2569", "mode": "formal",
        "order": make_order("9/2569").pk, "together": [f"body-member-{board.pk}"],
    }  # fmt: skip

    page = sign_in(by).post(page_of(row, "seat-appointment"), sent, follow=True)

    assert ends(row, unit, board) == [LAST, None, LAST]
    assert "บัวผัน แก้วใส ยังมี ฝ่ายแผน จึงยังเข้าสู่ระบบได้" in told(page)
