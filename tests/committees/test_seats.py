"""Seats and who sits in them: appointed, replaced, substituted, discharged, each by its order."""

from datetime import date

import pytest

from committees.actions.seats import (
    appoint_member,
    appoint_substitute,
    close_seat,
    create_seat,
    discharge_member,
    end_substitution,
    replace_member,
    revise_seat,
)
from committees.models import Membership, Seat
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import ProvinceRegion, RegionalPost
from tests.factories.certification import make_province
from tests.factories.committees import (
    BEGAN,
    TODAY,
    make_cluster,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_region

pytestmark = pytest.mark.django_db
LAST = date(2026, 6, 30)
Mode = Membership.Mode
Role = RegionalPost.Role


@pytest.fixture
def by(person_with):
    return person_with("secretary")


def refused(act, *args, **kwargs):
    """Beside which fields, and in which words."""
    with pytest.raises(RuleBroken) as refusal:
        act(*args, **kwargs)
    if hasattr(refusal.value, "error_dict"):
        return refusal.value.message_dict
    return refusal.value.messages


def give_post(person, role, region=None, *, starts_on=BEGAN, ends_on=None):
    return RegionalPost.objects.create(
        person=person, role=role, region=region, starts_on=starts_on, ends_on=ends_on
    )


def days(row):
    row.refresh_from_db()
    return row.starts_on, row.ends_on


# -- Appointments ----------------------------------------------------------------------


def test_an_appointment_says_who_from_when_in_what_way_and_by_which_order(seat, by):
    person, order = make_person(), make_order("7/2569")

    row = appoint_member(
        seat, person, starts_on=TODAY, term_ends_on=date(2028, 6, 30), order=order, by=by
    )

    row.refresh_from_db()
    assert (row.seat, row.person, row.mode, row.starts_on, row.ends_on, row.term_ends_on) == (
        seat, person, Mode.FORMAL, TODAY, None, date(2028, 6, 30),
    )  # fmt: skip
    assert (row.appointed_by, row.discharged_by) == (order, None)
    [said] = Activity.objects.about(seat)
    assert (said.verb, said.by, said.detail) == (
        "member.appointed",
        by,
        {"membership": row.pk, "order": order.pk},
    )


def test_a_network_member_needs_no_order_a_formal_one_does(seat, by):
    assert refused(appoint_member, seat, make_person(), starts_on=TODAY, by=by) == {
        "order": ["การแต่งตั้งแบบทางการต้องระบุคำสั่ง"]
    }

    row = appoint_member(seat, make_person(), starts_on=TODAY, mode=Mode.NETWORK, by=by)

    assert (row.mode, row.appointed_by) == (Mode.NETWORK, None)


def test_two_people_never_hold_one_seat_on_one_day(seat, by):
    make_membership(seat, ends_on=LAST)
    order = make_order()

    assert refused(appoint_member, seat, make_person(), starts_on=LAST, order=order, by=by) == {
        "starts_on": ["คนที่4 ทดสอบ ดำรงตำแหน่งในที่นั่งนี้ ถึง 30 มิถุนายน 2569 จึงเริ่มได้ตั้งแต่ 1 กรกฎาคม 2569"]
    }
    assert appoint_member(seat, make_person(), starts_on=TODAY, order=order, by=by).pk
    assert refused(appoint_member, seat, make_person(), starts_on=TODAY, order=order, by=by) == {
        "starts_on": ["สมใจ ทดสอบ ดำรงตำแหน่งในที่นั่งนี้ ตั้งแต่ 1 กรกฎาคม 2569 และยังไม่มีวันสิ้นสุด"]
    }


def test_a_term_does_not_end_before_it_begins(seat, by):
    term = {"starts_on": TODAY, "term_ends_on": LAST, "order": make_order()}

    assert refused(appoint_member, seat, make_person(), by=by, **term) == {
        "term_ends_on": ["วันครบวาระต้องไม่ก่อนวันเริ่ม"]
    }


@pytest.mark.parametrize("starts_on", [date(2025, 6, 30), date(2027, 1, 1)])
def test_nobody_sits_before_the_generation_began_or_after_it_ended(north, by, starts_on):
    committee = make_committee(ends_on=date(2026, 12, 31))
    seat = make_seat(committee, region=north)

    assert refused(
        appoint_member, seat, make_person(), starts_on=starts_on, order=make_order(), by=by
    ) == {"starts_on": ["ที่นั่งนี้มีอยู่ 1 กรกฎาคม 2568 ถึง 31 ธันวาคม 2569 โปรดเลือกวันในช่วงนั้น"]}


def test_who_is_seated_where_the_end_is_known_leaves_with_the_generation(north, by):
    seat = make_seat(make_committee(ends_on=date(2026, 12, 31)), region=north)
    order = make_order()

    row = appoint_member(seat, make_person(), starts_on=TODAY, order=order, by=by)

    assert (days(row), row.discharged_by) == ((TODAY, date(2026, 12, 31)), order)


def test_one_person_sits_in_one_seat(committee, seat, north, by):
    person = make_person("บัวผัน", "แก้วใส")
    held = make_membership(make_seat(committee, 9, region=north), person, ends_on=TODAY)
    order = make_order()

    assert refused(appoint_member, seat, person, starts_on=TODAY, order=order, by=by) == {
        "person": [
            "บัวผัน แก้วใส นั่งในที่นั่งที่ 9 ภาคเหนือตอนบน ถึง 1 กรกฎาคม 2569 "
            "จึงเริ่มได้ตั้งแต่ 2 กรกฎาคม 2569 คนหนึ่งนั่งได้ที่นั่งเดียว"
        ]
    }
    after = date(2026, 7, 2)
    assert appoint_member(seat, person, starts_on=after, order=order, by=by).seat != held.seat


@pytest.mark.parametrize(
    ("role", "is_local", "is_refused"),
    [
        (Role.OFFICER, True, True),
        (Role.MANAGER, True, True),
        (Role.CENTRAL_OFFICER, False, True),
        (Role.AUDITOR, False, False),
    ],
)
def test_staff_is_not_of_the_67(seat, north, by, role, is_local, is_refused):
    person = make_person()
    give_post(person, role, north if is_local else None)
    term = {"starts_on": TODAY, "order": make_order(), "by": by}

    if is_refused:
        assert list(refused(appoint_member, seat, person, **term)) == ["person"]
    else:
        assert appoint_member(seat, person, **term).pk


def test_who_was_an_officer_until_the_day_before_may_sit(seat, north, by):
    person = make_person()
    give_post(person, Role.OFFICER, north, ends_on=LAST)

    assert appoint_member(seat, person, starts_on=TODAY, order=make_order(), by=by).pk


# -- Discharges ------------------------------------------------------------------------


def test_a_discharge_names_the_last_day_and_its_order(seat, by):
    row, order = make_membership(seat), make_order("9/2569")

    discharge_member(row, ends_on=LAST, order=order, by=by)

    assert (days(row), row.discharged_by) == ((BEGAN, LAST), order)
    assert [said.verb for said in Activity.objects.about(seat)] == ["member.discharged"]


def test_a_formal_discharge_needs_an_order_a_networks_does_not(committee, seat, north, by):
    formal = make_membership(seat)
    network = make_membership(make_seat(committee, 5, region=north), mode=Mode.NETWORK)

    assert refused(discharge_member, formal, ends_on=LAST, by=by) == {
        "order": ["การพ้นจากตำแหน่งแบบทางการต้องระบุคำสั่ง"]
    }
    discharge_member(network, ends_on=LAST, by=by)
    assert days(network) == (BEGAN, LAST)


def test_nobody_leaves_before_they_came_or_twice(seat, by):
    row, order = make_membership(seat, make_person("บัวผัน", "แก้วใส")), make_order()

    assert refused(discharge_member, row, ends_on=date(2025, 6, 30), order=order, by=by) == {
        "ends_on": ["วันสิ้นสุดต้องไม่ก่อนวันเริ่ม"]
    }
    discharge_member(row, ends_on=date(2026, 12, 31), order=order, by=by)
    assert refused(discharge_member, row, ends_on=LAST, order=order, by=by) == [
        "บันทึกไว้แล้วว่า บัวผัน แก้วใส พ้นจากที่นั่งนี้หลัง 31 ธันวาคม 2569"
    ]
    assert days(row) == (BEGAN, date(2026, 12, 31))


def test_the_posts_that_a_seat_gave_end_with_it_and_no_others(seat, north, by):
    other = make_region(2)
    row, order = make_membership(seat), make_order()
    posts = [
        give_post(row.person, Role.COORDINATOR, north),
        give_post(row.person, Role.CO_CHAIR, north, ends_on=date(2026, 3, 31)),
        give_post(row.person, Role.AUDITOR),
    ]
    make_membership(make_seat(make_committee(), 8, region=other), make_person("อีกคน"))

    discharge_member(row, ends_on=LAST, order=order, by=by)

    assert [days(post)[1] for post in posts] == [LAST, date(2026, 3, 31), None]
    assert posts[0].discharged_by == order


def test_a_post_goes_on_with_another_seat_of_the_region(committee, seat, north, by):
    row, order = make_membership(seat), make_order()
    following = make_seat(committee, 5, region=north)
    make_membership(following, row.person, starts_on=TODAY, ends_on=date(2026, 9, 30))
    post = give_post(row.person, Role.COORDINATOR, north, ends_on=date(2026, 8, 31))

    discharge_member(row, ends_on=LAST, order=order, by=by)

    assert days(post)[1] == date(2026, 8, 31)


def test_a_post_does_not_go_on_over_a_month_without_a_seat_of_the_region(
    committee, seat, north, by
):
    row, order = make_membership(seat), make_order()
    later = make_seat(committee, 5, region=north)
    make_membership(later, row.person, starts_on=date(2026, 8, 1))
    post = give_post(row.person, Role.COORDINATOR, north)

    discharge_member(row, ends_on=LAST, order=order, by=by)

    assert days(post)[1] == LAST


def test_who_leaves_a_seat_of_an_issue_leaves_no_post_behind_because_it_gave_none(committee, by):
    row = make_membership(make_seat(committee, 61, issue=make_issue()))

    discharge_member(row, ends_on=LAST, order=make_order(), by=by)

    assert days(row) == (BEGAN, LAST)


def test_a_post_that_is_yet_to_begin_stands_in_the_way(seat, north, by):
    row = make_membership(seat)
    give_post(row.person, Role.COORDINATOR, north, starts_on=date(2026, 8, 1))

    assert refused(discharge_member, row, ends_on=LAST, order=make_order(), by=by) == {
        "ends_on": ["ผู้นี้จะเป็นผู้ประสานงานภาค ภาคเหนือตอนบน ตั้งแต่ 1 สิงหาคม 2569 โปรดเลือกวันหลังจากนั้น"]
    }


def test_who_follows_starts_the_day_after_by_the_same_order(seat, by):
    old, new, order = make_membership(seat), make_person("คนใหม่"), make_order("9/2569")

    row = replace_member(seat, new, starts_on=TODAY, order=order, by=by)

    assert (days(old), old.discharged_by) == ((BEGAN, LAST), order)
    assert (days(row), row.person, row.appointed_by) == ((TODAY, None), new, order)


def test_a_replacement_that_is_refused_discharges_nobody(seat, north, by):
    old, new = make_membership(seat), make_person()
    give_post(new, Role.OFFICER, north)

    assert list(refused(replace_member, seat, new, starts_on=TODAY, order=make_order(), by=by)) == [
        "person"
    ]
    assert days(old) == (BEGAN, None)
    assert Activity.objects.about(seat).count() == 0


def test_who_follows_cannot_start_before_the_one_who_leaves(seat, by):
    make_membership(seat, make_person("บัวผัน", "แก้วใส"), starts_on=TODAY)

    assert refused(
        replace_member, seat, make_person(), starts_on=TODAY, order=make_order(), by=by
    ) == {"starts_on": ["บัวผัน แก้วใส เริ่มในที่นั่งนี้ 1 กรกฎาคม 2569 คนใหม่ต้องเริ่มหลังจากวันนั้น"]}


# -- Substitutes -----------------------------------------------------------------------


def substitute(seat, person, by, *, starts_on=TODAY, ends_on=date(2026, 9, 30)):
    return appoint_substitute(
        seat, person, starts_on=starts_on, ends_on=ends_on, order=make_order(), by=by
    )


def test_a_substitute_acts_until_a_day_and_the_holder_keeps_the_seat(seat, by):
    held, person = make_membership(seat), make_person("คนแทน")

    row = substitute(seat, person, by)

    assert (days(row), row.person) == ((TODAY, date(2026, 9, 30)), person)
    assert days(held) == (BEGAN, None)


def test_a_substitute_stays_when_the_holder_leaves(seat, by):
    held = make_membership(seat)
    row = substitute(seat, make_person("คนแทน"), by)

    discharge_member(held, ends_on=TODAY, order=make_order(), by=by)

    assert days(row) == (TODAY, date(2026, 9, 30))


def test_nobody_is_their_own_substitute_and_no_officer_is_one(seat, north, by):
    held, officer = make_membership(seat), make_person("เจ้าหน้าที่")
    give_post(officer, Role.OFFICER, north)

    assert refused(substitute, seat, held.person, by) == {
        "person": ["คนที่4 ทดสอบ นั่งในที่นั่งนี้เองอยู่แล้ว ผู้แทนชั่วคราวต้องเป็นคนอื่น"]
    }
    assert list(refused(substitute, seat, officer, by)) == ["person"]
    assert seat.substitutions.count() == 0


def test_who_sits_elsewhere_substitutes_for_nobody(committee, seat, north, by):
    held = make_membership(make_seat(committee, 9, region=north), ends_on=date(2026, 8, 31))

    assert refused(substitute, seat, held.person, by) == {
        "person": [
            "คนที่9 ทดสอบ นั่งในที่นั่งที่ 9 ภาคเหนือตอนบน ถึง 31 สิงหาคม 2569 "
            "จึงเริ่มได้ตั้งแต่ 1 กันยายน 2569 คนหนึ่งนั่งได้ที่นั่งเดียว"
        ]
    }
    assert seat.substitutions.count() == 0
    assert substitute(seat, held.person, by, starts_on=date(2026, 9, 1)).pk


def test_one_person_substitutes_in_one_seat_at_a_time(committee, seat, north, by):
    person, other = make_person("คนแทน"), make_seat(committee, 9, region=north)
    substitute(other, person, by)

    assert refused(substitute, seat, person, by) == {
        "person": [
            "คนแทน ทดสอบ เป็นผู้แทนชั่วคราวในที่นั่งที่ 9 ภาคเหนือตอนบน ถึง 30 กันยายน 2569 "
            "จึงเริ่มได้ตั้งแต่ 1 ตุลาคม 2569 คนหนึ่งนั่งได้ที่นั่งเดียว"
        ]
    }


def test_who_substitutes_is_seated_only_after_that(committee, seat, north, by):
    person, order = make_person("คนแทน"), make_order()
    substitute(make_seat(committee, 9, region=north), person, by)

    assert refused(appoint_member, seat, person, starts_on=TODAY, order=order, by=by) == {
        "person": [
            "คนแทน ทดสอบ เป็นผู้แทนชั่วคราวในที่นั่งที่ 9 ภาคเหนือตอนบน ถึง 30 กันยายน 2569 "
            "จึงเริ่มได้ตั้งแต่ 1 ตุลาคม 2569 คนหนึ่งนั่งได้ที่นั่งเดียว"
        ]
    }
    assert appoint_member(seat, person, starts_on=date(2026, 10, 1), order=order, by=by).pk


def test_one_substitute_at_a_time_for_a_time_that_makes_sense(seat, by):
    substitute(seat, make_person("คนแทน"), by)

    assert refused(substitute, seat, make_person(), by, starts_on=date(2026, 9, 30)) == {
        "starts_on": ["คนแทน ทดสอบ เป็นผู้แทนชั่วคราวในที่นั่งนี้ ถึง 30 กันยายน 2569 จึงเริ่มได้ตั้งแต่ 1 ตุลาคม 2569"]
    }
    assert refused(substitute, seat, make_person(), by, ends_on=LAST) == {
        "ends_on": ["วันสิ้นสุดต้องไม่ก่อนวันเริ่ม"]
    }
    assert list(refused(substitute, seat, make_person(), by, starts_on=date(2020, 1, 1))) == [
        "starts_on"
    ]


def test_a_substitution_may_end_sooner_but_not_later_or_twice(seat, by):
    row = substitute(seat, make_person("คนแทน"), by)

    end_substitution(row, ends_on=date(2026, 7, 31), by=by)

    assert days(row) == (TODAY, date(2026, 7, 31))
    assert list(refused(end_substitution, row, ends_on=date(2026, 7, 31), by=by)) == ["ends_on"]
    assert list(refused(end_substitution, row, ends_on=LAST, by=by)) == ["ends_on"]
    assert days(row) == (TODAY, date(2026, 7, 31))


# -- The seats themselves ----------------------------------------------------------------


def test_a_seat_stands_for_a_region_or_for_an_issue_and_never_both(committee, north, by):
    issue, cluster = make_issue(), make_cluster()

    given = {"region": north, "cluster": cluster, "issue": issue, "starts_on": BEGAN, "by": by}
    first = create_seat(committee, number=1, kind=Seat.Kind.CLUSTER, **given)
    second = create_seat(committee, number=2, kind=Seat.Kind.ISSUE, **given)

    assert (first.region, first.cluster, first.issue) == (north, cluster, None)
    assert (second.region, second.cluster, second.issue) == (None, None, issue)


@pytest.mark.parametrize(("kind", "field"), [("cluster", "region"), ("issue", "issue")])
def test_a_seat_that_stands_for_nothing_is_refused(committee, by, kind, field):
    given = {"number": 1, "kind": kind, "starts_on": BEGAN, "by": by}

    assert list(refused(create_seat, committee, **given)) == [field]


def test_a_number_is_given_once_in_a_generation(committee, seat, north, by):
    given = {"number": 4, "kind": "cluster", "region": north}

    assert refused(create_seat, committee, **given, starts_on=BEGAN, by=by) == {
        "number": ["คณะชุดนี้มีที่นั่งที่ 4 อยู่แล้ว"]
    }
    other = make_seat(committee, 5, region=north)
    assert list(refused(revise_seat, other, **given, by=by)) == ["number"]
    assert revise_seat(seat, **given, by=by).number == 4


def test_a_seat_lies_within_its_generation(committee, north, by):
    given = {"number": 1, "kind": "cluster", "region": north, "by": by}

    assert list(refused(create_seat, committee, **given, starts_on=date(2025, 6, 30))) == [
        "starts_on"
    ]


def test_a_cluster_of_another_region_is_refused_where_the_data_can_tell(committee, north, by):
    south = make_region(2)
    here, elsewhere = make_cluster("here", "ใกล้"), make_cluster("elsewhere", "ไกล")
    untold = make_cluster("untold", "ไม่ทราบ")
    here.provinces.add(make_province("65", "พิษณุโลก", region=north))
    elsewhere.provinces.add(make_province("90", "สงขลา", region=south, column=5))
    assert ProvinceRegion.objects.count() == 2

    def made(number, cluster):
        given = {"kind": "cluster", "region": north, "cluster": cluster, "starts_on": BEGAN}
        return create_seat(committee, number=number, by=by, **given)

    assert refused(made, 1, elsewhere) == {"cluster": ["กลุ่มจังหวัดไกลไม่มีจังหวัดใดอยู่ในภาคเหนือตอนบน"]}
    assert [made(1, here).cluster, made(2, untold).cluster] == [here, untold]


def test_the_region_of_a_seat_stays_while_its_holder_speaks_for_it(seat, north, by):
    south = make_region(2)
    give_post(make_membership(seat).person, Role.COORDINATOR, north)

    assert list(refused(revise_seat, seat, number=4, kind="cluster", region=south, by=by)) == [
        "region"
    ]
    seat.refresh_from_db()
    assert seat.region == north


def test_a_seat_ends_when_nobody_sits_in_it_any_more(seat, by):
    row = make_membership(seat, make_person("บัวผัน", "แก้วใส"))

    assert refused(close_seat, seat, ends_on=LAST, by=by) == {
        "ends_on": ["บัวผัน แก้วใส ยังอยู่ในที่นั่งนี้หลังวันนั้น โปรดบันทึกการพ้นจากที่นั่งก่อน"]
    }
    discharge_member(row, ends_on=LAST, order=make_order(), by=by)
    close_seat(seat, ends_on=LAST, by=by)
    assert days(seat) == (BEGAN, LAST)
    assert list(refused(close_seat, seat, ends_on=TODAY, by=by)) == ["ends_on"]
