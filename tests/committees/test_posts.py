"""Who speaks for a region and for the centre: appointed, followed, ended."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection

from committees.actions import posts
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import RegionalPost
from tests.factories.committees import (
    BEGAN,
    TODAY,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_seat,
)
from tests.factories.kernel import make_account, make_person
from tests.factories.regions import make_region
from tests.factories.roster import make_member

pytestmark = pytest.mark.django_db
Role = RegionalPost.Role


def refused(act, *args, **term):
    """The fields a refusal aims at, with what stands beside them."""
    with pytest.raises(RuleBroken) as refusal:
        act(*args, **term)
    return (
        refusal.value.message_dict
        if hasattr(refusal.value, "error_dict")
        else refusal.value.messages
    )


# -- Members who speak for their region ------------------------------------------------


@pytest.mark.parametrize("role", ["coordinator", "co_chair"])
def test_a_member_of_the_67_from_the_region_may_speak_for_it(north, member, secretary, role):
    order = make_order("7/2569")

    post = posts.appoint_to(role, north, member, starts_on=TODAY, order=order, by=secretary)

    assert (post.role, post.region, post.person, post.starts_on, post.ends_on) == (
        role, north, member, TODAY, None,
    )  # fmt: skip
    assert post.appointed_by == order
    assert [(one.verb, one.by) for one in Activity.objects.about(post)] == [
        ("post.filled", secretary)
    ]


def test_who_sits_elsewhere_is_named_with_the_seat(north, other, secretary):
    person = make_member(other, "เฉลิม", number=4)

    assert refused(
        posts.appoint_to,
        "coordinator",
        north,
        person,
        starts_on=TODAY,
        order=make_order(),
        by=secretary,
    ) == {"person": ["เฉลิม ทดสอบ นั่งในที่นั่งที่ 4 ภาคเหนือตอนล่าง ไม่ใช่ที่นั่งของภาคเหนือตอนบน"]}


def test_who_sits_for_an_issue_speaks_for_no_region(north, secretary):
    person = make_person("เฉลิม")
    make_membership(make_seat(make_committee(), 61, issue=make_issue("land", "ที่ดิน")), person)

    assert refused(
        posts.appoint_to,
        "co_chair",
        north,
        person,
        starts_on=TODAY,
        order=make_order(),
        by=secretary,
    ) == {"person": ["เฉลิม ทดสอบ นั่งในที่นั่งที่ 61 ประเด็นที่ดิน ไม่ใช่ที่นั่งของภาคเหนือตอนบน"]}


def test_who_is_none_of_the_67_speaks_for_no_region(north, secretary):
    assert refused(
        posts.appoint_to,
        "coordinator",
        north,
        make_person("เฉลิม"),
        starts_on=TODAY,
        order=make_order(),
        by=secretary,
    ) == {"person": ["เฉลิม ทดสอบ ไม่ได้นั่งในคณะ 67 ต้องเลือกจากผู้ที่นั่งในที่นั่งของภาคเหนือตอนบน"]}


def test_the_seat_must_hold_on_every_day_of_the_post(north, secretary):
    leaves_on = date(2026, 12, 31)
    person = make_member(north, "เฉลิม", number=1, ends_on=leaves_on)
    appoint = {"by": secretary, "starts_on": TODAY, "order": make_order()}
    too_long = {
        "ends_on": ["เฉลิม ทดสอบ นั่งในคณะ 67 จากภาคเหนือตอนบนถึง 31 ธันวาคม 2569 โปรดระบุวันสิ้นสุดไม่เกินวันนั้น"]
    }

    assert refused(posts.appoint_to, "coordinator", north, person, **appoint) == too_long
    assert (
        refused(posts.appoint_to, "coordinator", north, person, ends_on=date(2027, 1, 1), **appoint)
        == too_long
    )
    assert posts.appoint_to("coordinator", north, person, ends_on=leaves_on, **appoint).pk


def test_two_seats_of_the_region_one_after_the_other_are_as_good_as_one(north, secretary):
    person = make_member(north, "เฉลิม", number=1, ends_on=date(2026, 12, 31))
    next_seat = make_seat(make_committee(), 2, region=north)
    make_membership(next_seat, person, starts_on=date(2027, 1, 1))

    assert (
        posts.appoint_to(
            "coordinator", north, person, starts_on=TODAY, order=make_order(), by=secretary
        ).ends_on
        is None
    )


def test_a_seat_held_only_later_or_earlier_is_said_with_its_days(north, secretary):
    later = make_member(north, "เฉลิม", number=1, starts_on=date(2026, 8, 1))
    earlier = make_member(north, "บรรจง", number=2, ends_on=date(2026, 5, 31))

    assert refused(
        posts.appoint_to,
        "coordinator",
        north,
        later,
        starts_on=TODAY,
        order=make_order(),
        by=secretary,
    ) == {"person": ["เฉลิม ทดสอบ นั่งในที่นั่งที่ 1 ของภาคเหนือตอนบน ตั้งแต่ 1 สิงหาคม 2569 ไม่ใช่ในวันที่เริ่มหน้าที่นี้"]}
    said = "บรรจง ทดสอบ นั่งในที่นั่งที่ 2 ของภาคเหนือตอนบน 1 กรกฎาคม 2568 ถึง 31 พฤษภาคม 2569"
    assert refused(
        posts.appoint_to,
        "coordinator",
        north,
        earlier,
        starts_on=TODAY,
        order=make_order(),
        by=secretary,
    ) == {"person": [f"{said} ไม่ใช่ในวันที่เริ่มหน้าที่นี้"]}


@pytest.mark.parametrize("seat_of", ["another region", "nobody"])
def test_the_database_itself_refuses_at_commit_who_has_no_seat_there(north, other, seat_of):
    person = make_person("เฉลิม") if seat_of == "nobody" else make_member(other, "เฉลิม", number=4)

    with pytest.raises(IntegrityError, match="hold a seat from their region"):
        at_commit(
            lambda: RegionalPost.objects.create(
                role=Role.COORDINATOR, region=north, person=person, starts_on=TODAY
            )
        )


def test_the_database_itself_keeps_the_seat_of_who_speaks_for_the_region(north, member, secretary):
    posts.appoint_to(
        "coordinator", north, member, starts_on=TODAY, order=make_order(), by=secretary
    )

    with pytest.raises(IntegrityError, match="hold a seat from their region"):
        at_commit(lambda: member.memberships.update(ends_on=TODAY, discharged_by=make_order()))


def at_commit(change):
    """What the end of a transaction would say of ``change``."""
    change()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("coordinator", "ผู้ประสานงานภาค"),
        ("co_chair", "ประธานร่วม"),
    ],
)
def test_a_region_has_one_of_each_at_a_time(north, member, secretary, role, words):
    second = make_member(north, "เฉลิม", number=2)
    posts.appoint_to(role, north, member, starts_on=TODAY, order=make_order(), by=secretary)

    assert refused(
        posts.appoint_to,
        role,
        north,
        second,
        starts_on=date(2030, 1, 1),
        order=make_order(),
        by=secretary,
    ) == {"starts_on": [f"บัวผัน ทดสอบ เป็น{words} ภาคเหนือตอนบน ตั้งแต่ 1 กรกฎาคม 2569 และยังไม่มีวันสิ้นสุด"]}


@pytest.mark.parametrize("role", ["coordinator", "co_chair"])
def test_whom_the_67_send_comes_and_goes_by_an_order(north, member, secretary, role):
    order = make_order("7/2569")

    assert list(refused(posts.appoint_to, role, north, member, starts_on=TODAY, by=secretary)) == [
        "order"
    ]
    post = posts.appoint_to(role, north, member, starts_on=TODAY, order=order, by=secretary)
    assert list(refused(posts.end_post, post, ends_on=TODAY, by=secretary)) == ["order"]
    assert posts.end_post(post, ends_on=TODAY, order=order, by=secretary).discharged_by == order


# -- Staff is not of the 67 -----------------------------------------------------------


@pytest.mark.parametrize("role", ["officer", "manager"])
def test_who_works_for_a_region_holds_no_seat(north, member, secretary, role):
    assert refused(
        posts.appoint_to, role, north, member, starts_on=TODAY, order=make_order(), by=secretary
    ) == {"person": ["บัวผัน ทดสอบ นั่งในที่นั่งที่ 1 ภาคเหนือตอนบน เจ้าหน้าที่ต้องไม่เป็นอนุกรรมการ"]}
    assert (
        posts.appoint_to(
            role, north, make_person("นิภา"), starts_on=TODAY, order=make_order(), by=secretary
        ).region
        == north
    )


def test_who_works_for_the_centre_holds_no_seat(member, secretary):
    assert "person" in refused(
        posts.appoint_to, "central_officer", None, member, starts_on=TODAY, by=secretary
    )
    assert (
        posts.appoint_to(
            "central_officer", None, make_person("สุเทพ"), starts_on=TODAY, by=secretary
        ).region
        is None
    )


def test_a_seat_given_up_before_the_post_begins_is_no_hindrance(north, secretary):
    person = make_member(north, "เฉลิม", number=1, ends_on=TODAY - timedelta(days=1))

    assert posts.appoint_to("officer", north, person, starts_on=TODAY, by=secretary).pk


def test_an_auditor_may_be_anybody(member, secretary):
    assert (
        posts.appoint_to("auditor", None, member, starts_on=TODAY, by=secretary).role
        == Role.AUDITOR
    )


def test_one_person_holds_one_post_once_also_when_the_form_is_sent_twice(north, secretary):
    person = make_person("นิภา")
    posts.appoint_to("officer", north, person, starts_on=TODAY, by=secretary)

    assert refused(posts.appoint_to, "officer", north, person, starts_on=TODAY, by=secretary) == {
        "person": ["นิภา ทดสอบ ทำหน้าที่นี้อยู่แล้วในช่วงเวลานั้น"]
    }


def test_days_that_cannot_be_are_said_beside_their_field(north, secretary):
    person = make_person("นิภา")
    over = make_region(2)
    type(over).objects.filter(pk=over.pk).update(ends_on=date(2025, 1, 1))
    over.refresh_from_db()

    assert refused(
        posts.appoint_to, "officer", north, person, starts_on=TODAY, ends_on=BEGAN, by=secretary
    ) == {"ends_on": ["วันสิ้นสุดต้องไม่ก่อนวันเริ่ม"]}
    assert refused(posts.appoint_to, "officer", over, person, starts_on=TODAY, by=secretary) == {
        "starts_on": ["ภาคเหนือตอนล่างยังไม่มีหรือสิ้นสุดแล้วในวันนั้น"]
    }


# -- Followed and ended ---------------------------------------------------------------


def test_the_next_coordinator_ends_the_last_one_the_day_before(north, member, secretary):
    successor = make_member(north, "เฉลิม", number=2)
    last = posts.appoint_to(
        "coordinator", north, member, starts_on=BEGAN, order=make_order(), by=secretary
    )
    order = make_order("9/2569")

    new = posts.replace_holder(last, successor, starts_on=TODAY, order=order, by=secretary)

    last.refresh_from_db()
    assert (last.ends_on, last.discharged_by) == (date(2026, 6, 30), order)
    assert (new.person, new.starts_on, new.appointed_by) == (successor, TODAY, order)


def test_who_was_to_leave_before_the_next_one_comes_keeps_that_day_and_its_order(
    north, member, secretary
):
    successor = make_member(north, "เฉลิม", number=2)
    letter = make_order("ลาออก 1/2569")
    last = posts.appoint_to(
        "coordinator", north, member, starts_on=BEGAN, order=make_order(), by=secretary
    )
    last = posts.end_post(last, ends_on=date(2026, 5, 31), order=letter, by=secretary)

    posts.replace_holder(last, successor, starts_on=TODAY, order=make_order("9/2569"), by=secretary)

    last.refresh_from_db()
    assert (last.ends_on, last.discharged_by) == (date(2026, 5, 31), letter)


def test_a_refused_successor_leaves_the_last_one_in_the_post(north, member, secretary):
    last = posts.appoint_to(
        "coordinator", north, member, starts_on=BEGAN, order=make_order(), by=secretary
    )

    refused(
        posts.replace_holder,
        last,
        make_person("เฉลิม"),
        starts_on=TODAY,
        order=make_order(),
        by=secretary,
    )

    last.refresh_from_db()
    assert (last.ends_on, RegionalPost.objects.filter(role=Role.COORDINATOR).count()) == (None, 1)


def test_nobody_follows_before_the_last_one_has_begun(north, member, secretary):
    successor = make_member(north, "เฉลิม", number=2)
    last = posts.appoint_to(
        "coordinator", north, member, starts_on=TODAY, order=make_order(), by=secretary
    )

    assert refused(
        posts.replace_holder, last, successor, starts_on=TODAY, order=make_order(), by=secretary
    ) == {"starts_on": ["ต้องหลังวันที่คนเดิมเริ่ม คือ 1 กรกฎาคม 2569"]}


def test_a_post_ends_on_its_last_day_by_an_order_if_there_is_one(north, secretary):
    post = posts.appoint_to("officer", north, make_person("นิภา"), starts_on=BEGAN, by=secretary)
    order = make_order("9/2569")

    post = posts.end_post(post, ends_on=TODAY, order=order, by=secretary)

    assert (post.ends_on, post.discharged_by, post.is_in_force(on=TODAY)) == (TODAY, order, True)
    assert Activity.objects.about(post).filter(verb="post.ended").count() == 1


def test_an_end_may_come_earlier_but_not_later_nor_before_the_beginning(north, secretary):
    post = posts.appoint_to(
        "officer", north, make_person("นิภา"), starts_on=BEGAN, ends_on=TODAY, by=secretary
    )

    assert refused(posts.end_post, post, ends_on=TODAY, order=make_order(), by=secretary) == {
        "ends_on": ["บันทึกไว้แล้วว่าพ้นจากหน้าที่ 1 กรกฎาคม 2569"]
    }
    assert refused(
        posts.end_post, post, ends_on=date(2025, 6, 30), order=make_order(), by=secretary
    ) == {"ends_on": ["ต้องไม่ก่อนวันเริ่ม คือ 1 กรกฎาคม 2568"]}
    assert posts.end_post(
        post, ends_on=date(2026, 1, 1), order=make_order(), by=secretary
    ).ends_on == date(2026, 1, 1)


def test_the_last_central_officer_stays_until_another_can_sign_in(secretary):
    own = secretary.person.posts.get()
    alone = ["หลังวันนั้นจะไม่เหลือเจ้าหน้าที่ส่วนกลางที่เข้าสู่ระบบได้ โปรดแต่งตั้งคนใหม่ก่อน"]
    other = make_person("สุเทพ")
    posts.appoint_to("central_officer", None, other, starts_on=TODAY, by=secretary)

    assert refused(posts.end_post, own, ends_on=TODAY, order=make_order(), by=secretary) == alone
    make_account(other, "suthep@portal.example")
    assert posts.end_post(own, ends_on=TODAY, order=make_order(), by=secretary).ends_on == TODAY


def test_the_last_central_officer_is_followed_only_by_somebody_who_can_sign_in(secretary):
    own, next_one = secretary.person.posts.get(), make_person("สุเทพ")

    refused(posts.replace_holder, own, next_one, starts_on=TODAY, order=make_order(), by=secretary)
    make_account(next_one, "suthep@portal.example")
    posts.replace_holder(own, next_one, starts_on=TODAY, order=make_order(), by=secretary)

    centre = RegionalPost.objects.of(Role.CENTRAL_OFFICER, on=TODAY)
    assert [post.person for post in centre] == [next_one]
