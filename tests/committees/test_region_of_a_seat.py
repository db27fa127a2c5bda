"""Who speaks for a region sits among the 67 for it, whoever else is at work (S103)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from committees.actions.posts import appoint_to
from committees.actions.seats import discharge_member, revise_seat
from committees.models import Membership
from committees.roles import OF_THE_67
from portal.kernel.errors import RuleBroken
from regions.models import RegionalPost
from tests.factories.committees import (
    TODAY,
    make_issue,
    make_membership,
    make_order,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db(transaction=True)
LAST = date(2026, 6, 30)


@pytest.fixture
def south():
    return make_region(2)


@pytest.fixture
def by():
    return make_post("central_officer")


@pytest.fixture
def order():
    return make_order("9/2569")


@pytest.fixture
def held(seat):
    return make_membership(seat, make_person("บัวผัน", "แก้วใส"))


@pytest.fixture
def appoint(north, held, order, by):
    term = {"starts_on": TODAY, "order": order}
    return lambda: appoint_to("coordinator", north, held.person, by=by, **term)


@pytest.fixture
def move(seat, south, by):
    return lambda: revise_seat(seat, number=seat.number, kind=seat.kind, region=south, by=by)


def came_to(act):
    """What an act comes to in a thread of its own."""
    try:
        act()
    except RuleBroken as refusal:
        return "; ".join(refusal.messages)
    else:
        return "done"
    finally:
        connection.close()


def told_after(first, second):
    """What ``second`` comes to, which begins before ``first`` is over and has to wait for it."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            waiting = pool.submit(came_to, second)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.5)
        return waiting.result(timeout=10)


def speaking_from_elsewhere():
    there = Membership.objects.filter(person=OuterRef("person"), seat__region=OuterRef("region"))
    return list(RegionalPost.objects.filter(role__in=OF_THE_67).exclude(Exists(there)))


def test_a_seat_stays_where_its_holder_has_just_come_to_speak(seat, north, appoint, move):
    told = told_after(appoint, move)

    seat.refresh_from_db()
    assert told.startswith("บัวผัน แก้วใส เป็นผู้ประสานงานภาค")
    assert told.endswith("เพราะนั่งที่นั่งนี้ จึงเปลี่ยนภาคของที่นั่งไม่ได้")
    assert seat.region == north


def test_nobody_comes_to_speak_for_a_region_that_their_seat_has_just_left(appoint, move):
    told = told_after(move, appoint)

    assert told.startswith("บัวผัน แก้วใส นั่งในที่นั่งที่ 4")
    assert not RegionalPost.objects.filter(role="coordinator").exists()


def test_a_seat_that_becomes_one_of_an_issue_waits_for_its_region_too(seat, appoint, by):
    issue = make_issue()

    told = told_after(
        appoint, lambda: revise_seat(seat, number=4, kind="issue", issue=issue, by=by)
    )

    assert told.endswith("เพราะนั่งที่นั่งนี้ จึงเปลี่ยนภาคของที่นั่งไม่ได้")


def test_changes_crosswise_do_not_wait_for_each_other(seat, held, north, south, order, by, appoint):
    other = make_seat(seat.committee, 5, region=south)
    theirs = make_membership(other).person
    acts = [
        lambda: revise_seat(seat, number=4, kind=seat.kind, region=south, by=by),
        lambda: revise_seat(other, number=5, kind=seat.kind, region=north, by=by),
        lambda: appoint_to("coordinator", south, theirs, starts_on=TODAY, order=order, by=by),
        lambda: discharge_member(held, ends_on=LAST, order=order, by=by),
        appoint,
    ]
    gate = Barrier(len(acts))

    def together(act):
        gate.wait()
        return came_to(act)

    with ThreadPoolExecutor(len(acts)) as pool:
        assert len(list(pool.map(together, acts))) == len(acts)

    assert speaking_from_elsewhere() == []
