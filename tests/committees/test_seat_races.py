"""Two hands on one roster at once: real threads, real transactions."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from committees.actions.posts import appoint_to
from committees.actions.seats import (
    appoint_member,
    appoint_substitute,
    close_seat,
    create_seat,
    discharge_member,
    replace_member,
)
from committees.models import Membership, Seat, Substitution
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import RegionalPost
from tests.factories.committees import TODAY, make_membership, make_order, make_seat
from tests.factories.kernel import make_person
from tests.factories.regions import make_post

pytestmark = pytest.mark.django_db(transaction=True)
LAST = date(2026, 6, 30)


@pytest.fixture
def by():
    return make_post("central_officer")


@pytest.fixture
def order():
    return make_order("9/2569")


def at_once(*acts):
    """What each act came to in a thread of its own; they start together."""
    gate = Barrier(len(acts))

    def one(act):
        gate.wait()
        try:
            act()
        except RuleBroken as refusal:
            return "; ".join(refusal.messages)
        else:
            return "won"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


def test_of_appointments_to_one_seat_one_wins_and_the_others_are_told(seat, by, order):
    people = [make_person(f"คนที่ {n}") for n in range(6)]
    term = {"starts_on": TODAY, "order": order, "by": by}

    outcomes = at_once(*[lambda who=who: appoint_member(seat, who, **term) for who in people])

    winner = Membership.objects.get(seat=seat).person.full_name
    told = f"{winner} ดำรงตำแหน่งในที่นั่งนี้ ตั้งแต่ 1 กรกฎาคม 2569 และยังไม่มีวันสิ้นสุด"
    assert outcomes == ["won", *5 * [told]]
    assert Activity.objects.filter(verb="member.appointed").count() == 1


def test_one_person_wins_one_of_many_seats(committee, north, by, order):
    person = make_person()
    seats = [make_seat(committee, number, region=north) for number in range(1, 5)]
    term = {"starts_on": TODAY, "order": order, "by": by}

    outcomes = at_once(*[lambda seat=seat: appoint_member(seat, person, **term) for seat in seats])

    assert (outcomes.count("won"), Membership.objects.filter(person=person).count()) == (1, 1)


def test_of_discharges_one_wins_and_the_others_are_told(seat, by, order):
    row = make_membership(seat, make_person("บัวผัน", "แก้วใส"))

    outcomes = at_once(*4 * [lambda: discharge_member(row, ends_on=LAST, order=order, by=by)])

    assert outcomes == ["won"] + 3 * ["บันทึกไว้แล้วว่า บัวผัน แก้วใส พ้นจากที่นั่งนี้หลัง 30 มิถุนายน 2569"]


def test_of_replacements_one_wins_and_nobody_is_put_out_twice(seat, by, order):
    old = make_membership(seat)
    people = [make_person(f"คนที่ {n}") for n in range(4)]
    term = {"starts_on": TODAY, "order": order, "by": by}

    outcomes = at_once(*[lambda who=who: replace_member(seat, who, **term) for who in people])

    old.refresh_from_db()
    assert outcomes.count("won") == 1
    assert old.ends_on == LAST
    assert Membership.objects.filter(seat=seat).count() == 2


def test_two_who_change_seats_crosswise_do_not_wait_for_each_other(committee, north, by, order):
    first, second = (make_seat(committee, number, region=north) for number in (1, 2))
    held = [make_membership(first), make_membership(second)]
    term = {"starts_on": TODAY, "order": order, "by": by}

    outcomes = at_once(
        lambda: replace_member(first, held[1].person, **term),
        lambda: replace_member(second, held[0].person, **term),
    )

    assert all(outcome == "won" or "คนหนึ่งนั่งได้ที่นั่งเดียว" in outcome for outcome in outcomes)


def test_of_substitutes_one_wins(seat, by, order):
    people = [make_person(f"คนที่ {n}") for n in range(4)]
    term = {"starts_on": TODAY, "ends_on": date(2026, 9, 30), "order": order, "by": by}

    outcomes = at_once(*[lambda who=who: appoint_substitute(seat, who, **term) for who in people])

    assert outcomes.count("won") == 1
    assert Substitution.objects.count() == 1


def test_a_number_goes_to_one_seat(committee, north, by):
    given = {"number": 9, "kind": "cluster", "region": north, "starts_on": TODAY, "by": by}

    outcomes = at_once(*4 * [lambda: create_seat(committee, **given)])

    assert outcomes == ["won"] + 3 * ["คณะชุดนี้มีที่นั่งที่ 9 อยู่แล้ว"]
    assert Seat.objects.filter(number=9).count() == 1


def test_nobody_is_seated_while_the_seat_is_closed(seat, by, order):
    person = make_person()

    outcomes = at_once(
        lambda: appoint_member(seat, person, starts_on=TODAY, order=order, by=by),
        lambda: close_seat(seat, ends_on=LAST, by=by),
    )

    seat.refresh_from_db()
    assert outcomes.count("won") == 1
    assert (seat.ends_on is None) == Membership.objects.filter(seat=seat).exists()


def test_nobody_becomes_an_officer_and_a_member_at_once(seat, north, by, order):
    person = make_person()

    outcomes = at_once(
        lambda: appoint_member(seat, person, starts_on=TODAY, order=order, by=by),
        lambda: appoint_to("officer", north, person, starts_on=TODAY, by=by),
    )

    posts = RegionalPost.objects.filter(person=person).count()
    assert outcomes.count("won") == 1
    assert posts + Membership.objects.filter(person=person).count() == 1


def test_nobody_speaks_for_a_region_whose_seat_they_leave(seat, north, by, order):
    row = make_membership(seat)

    at_once(
        lambda: discharge_member(row, ends_on=LAST, order=order, by=by),
        lambda: appoint_to(
            "coordinator", north, row.person, starts_on=date(2026, 1, 1), order=make_order(), by=by
        ),
    )

    ends = set(RegionalPost.objects.filter(person=row.person).values_list("ends_on", flat=True))
    assert ends <= {LAST}
