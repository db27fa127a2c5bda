"""Two hands at once: real threads, real transactions."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from committees.actions import posts
from portal.kernel.errors import RuleBroken
from regions.models import RegionalPost
from tests.factories.committees import make_committee, make_membership, make_order, make_seat
from tests.factories.kernel import make_person
from tests.factories.regions import make_post

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 7, 1)
Role = RegionalPost.Role


def at_once(*acts):
    """What each act came to when all start together."""
    gate = Barrier(len(acts))

    def one(act):
        gate.wait()
        try:
            act()
        except RuleBroken as refusal:
            return getattr(refusal, "code", "; ".join(refusal.messages))
        except IntegrityError:
            return "kept by the database"
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


def members(region, count):
    committee = make_committee()
    for number in range(1, count + 1):
        person = make_person(f"คนที่{number}")
        make_membership(make_seat(committee, number, region=region), person)
        yield person


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("coordinator", "เป็นผู้ประสานงานภาค ภาคเหนือตอนบน"),
        ("co_chair", "เป็นประธานร่วม ภาคเหนือตอนบน"),
    ],
)
def test_of_five_appointed_at_once_one_wins_and_the_others_are_told(north, secretary, role, told):
    people = list(members(north, 5))

    came_to = at_once(
        *[
            lambda person=person: posts.appoint_to(
                role, north, person, starts_on=DAY, order=make_order(), by=secretary
            )
            for person in people
        ]
    )

    post = RegionalPost.objects.get(region=north)
    winner = f"{post.person.full_name} {told} ตั้งแต่ 1 กรกฎาคม 2569 และยังไม่มีวันสิ้นสุด"
    assert came_to == ["done", *4 * [winner]]


def test_one_officer_appointed_by_five_at_once_is_appointed_once(north, secretary):
    person = make_person("นิภา")

    came_to = at_once(
        *5 * [lambda: posts.appoint_to("officer", north, person, starts_on=DAY, by=secretary)]
    )

    assert came_to == ["done", *4 * ["นิภา ทดสอบ ทำหน้าที่นี้อยู่แล้วในช่วงเวลานั้น"]]
    assert person.posts.count() == 1


def test_two_successors_at_once_leave_one(north, secretary):
    first, second, third = members(north, 3)
    last = posts.appoint_to(
        "coordinator", north, first, starts_on=date(2026, 1, 1), order=make_order(), by=secretary
    )

    came_to = at_once(
        lambda: posts.replace_holder(last, second, starts_on=DAY, order=make_order(), by=secretary),
        lambda: posts.replace_holder(last, third, starts_on=DAY, order=make_order(), by=secretary),
    )

    assert came_to.count("done") == 1
    assert RegionalPost.objects.of(Role.COORDINATOR, on=DAY).count() == 1


def test_a_successor_and_a_rival_at_once_leave_one(north, secretary):
    first, second, third = members(north, 3)
    last = posts.appoint_to(
        "coordinator", north, first, starts_on=date(2026, 1, 1), order=make_order(), by=secretary
    )

    came_to = at_once(
        *2
        * [
            lambda: posts.replace_holder(
                last, second, starts_on=DAY, order=make_order(), by=secretary
            )
        ],
        *2
        * [
            lambda: posts.appoint_to(
                "coordinator", north, third, starts_on=DAY, order=make_order(), by=secretary
            )
        ],
    )

    assert came_to.count("done") == 1
    assert RegionalPost.objects.of(Role.COORDINATOR, on=DAY).count() == 1


def test_an_appointment_and_the_loss_of_the_seat_at_once_leave_one_of_the_two(north, secretary):
    [person] = members(north, 1)
    order = make_order()

    came_to = at_once(
        lambda: posts.appoint_to(
            "coordinator", north, person, starts_on=DAY, order=make_order(), by=secretary
        ),
        lambda: person.memberships.update(ends_on=DAY, discharged_by=order),
    )

    stays = person.memberships.get().ends_on is None
    assert "done" in came_to
    assert person.posts.count() == (1 if stays else 0)


def test_a_discharge_under_way_is_waited_for_before_who_sits_is_believed(north, secretary):
    [person] = members(north, 1)
    order = make_order()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        person.memberships.update(ends_on=DAY, discharged_by=order)
        waiting = pool.submit(
            at_once,
            lambda: posts.appoint_to(
                "coordinator", north, person, starts_on=DAY, order=make_order(), by=secretary
            ),
        )
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.5)

    [told] = waiting.result(timeout=10)
    assert "โปรดระบุวันสิ้นสุดไม่เกินวันนั้น" in told
    assert person.posts.count() == 0


def test_two_central_officers_who_leave_at_once_leave_one(secretary):
    other = make_post("central_officer", name="another")
    mine, theirs = secretary.person.posts.get(), other.person.posts.get()

    came_to = at_once(
        lambda: posts.end_post(mine, ends_on=DAY, order=make_order(), by=secretary),
        lambda: posts.end_post(theirs, ends_on=DAY, order=make_order(), by=other),
    )

    assert came_to == ["done", "last-officer"]
    assert RegionalPost.objects.of(Role.CENTRAL_OFFICER, on=date(2026, 7, 2)).count() == 1
