"""The coverage check: silent about a correct roster, and it names every planted fault."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees.models import Committee, Membership
from committees.queries.findings import Kind, Severity, advice, findings, found_in, picture_of
from committees.queries.findings.finding import severity_of
from portal.kernel.models import Person
from regions.models import RegionalPost
from tests.factories.committees import (
    TODAY,
    make_body,
    make_body_membership,
    make_cluster,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.roster import make_holder, make_roster, seated

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)
Role = RegionalPost.Role


@pytest.mark.parametrize("regions", [1, 3])
def test_a_correct_roster_yields_nothing(regions):
    make_roster(regions)

    assert findings(on=TODAY) == []
    assert advice(picture_of(on=TODAY)) == []


# -- Every fault, planted one at a time -----------------------------------------------


def too_few_seats(house):
    Committee.objects.filter(pk=house.committee.pk).update(seats_due=6)
    return "มี 5 จาก 6 ที่นั่ง"


def too_many_seats(house):
    Committee.objects.filter(pk=house.committee.pk).update(seats_due=4)
    return "มี 5 ที่นั่ง เกินจากที่กำหนด 4"


def a_cluster_without_seat(house):
    make_cluster("new", "ชายแดนใหม่")
    return "กลุ่มจังหวัดชายแดนใหม่ ยังไม่มีที่นั่ง"


def an_issue_without_seat(house):
    body = make_body("new", kind="issue", parent=house.committee, issue=make_issue("water", "น้ำ"))
    make_body_membership(body, house.member)
    return "ประเด็นน้ำ ยังไม่มีที่นั่ง"


def an_issue_without_body(house):
    seated(make_seat(house.committee, 100, issue=make_issue("water", "น้ำ")))
    Committee.objects.filter(pk=house.committee.pk).update(seats_due=6)
    return "ประเด็นน้ำ ยังไม่มีอนุกรรมการเชิงประเด็น"


def a_vacant_seat(house):
    house.issue_seat.memberships.update(ends_on=YESTERDAY, discharged_by=make_order())
    return "ที่นั่งที่ 99 ประเด็นเกษตรกร ว่างตั้งแต่ 1 กรกฎาคม 2569"


def a_seat_never_filled(house):
    Membership.objects.filter(seat=house.issue_seat).delete()
    return "ที่นั่งที่ 99 ประเด็นเกษตรกร ว่าง"


def a_term_that_ran_out(house):
    house.issue_seat.memberships.update(term_ends_on=YESTERDAY)
    return "ที่นั่งที่ 99 ประเด็นเกษตรกร คนที่99 ทดสอบ อยู่รักษาการ ครบวาระแล้วเมื่อ 30 มิถุนายน 2569"


def a_term_that_ends_soon(house):
    house.issue_seat.memberships.update(term_ends_on=date(2026, 8, 1))
    return "ที่นั่งที่ 99 ประเด็นเกษตรกร คนที่99 ทดสอบ ครบวาระ 1 สิงหาคม 2569"


def a_seat_about_to_be_vacant(house):
    house.issue_seat.memberships.update(ends_on=date(2026, 11, 30), discharged_by=make_order())
    return "ที่นั่งที่ 99 ประเด็นเกษตรกร คนที่99 ทดสอบ ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569 จะว่างตั้งแต่ 1 ธันวาคม 2569"


def a_seat_vacant_until_somebody_follows(house):
    a_seat_about_to_be_vacant(house)
    make_membership(house.issue_seat, make_person("คนใหม่"), starts_on=date(2027, 1, 1))
    return (
        "ที่นั่งที่ 99 ประเด็นเกษตรกร คนที่99 ทดสอบ ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569 "
        "จะว่างตั้งแต่ 1 ธันวาคม 2569 ผู้รับช่วง คนใหม่ ทดสอบ ตั้งแต่ 1 มกราคม 2570"
    )


def a_holder_who_acts_elsewhere(house):
    make_substitution(house.issue_seat, house.member)
    return "คนที่1 ทดสอบ นั่งในที่นั่งที่ 1, 99 (ผู้แทนชั่วคราว) พร้อมกัน"


def somebody_acting_in_two_seats(house):
    person = make_person("คนแทน")
    for seat in house.seats[:2]:
        make_substitution(seat, person)
    return "คนแทน ทดสอบ นั่งในที่นั่งที่ 1 (ผู้แทนชั่วคราว), 2 (ผู้แทนชั่วคราว) พร้อมกัน"


def somebody_in_a_unit_without_a_seat(house):
    make_body_membership(house.unit, make_person("คนนอก"))
    return "คนนอก ทดสอบ อยู่ในฝ่ายอำนวยการ แต่ไม่ได้ดำรงที่นั่งในคณะ 67"


def somebody_on_a_board_without_a_seat(house):
    make_body_membership(make_body("board", kind="board", name="บอร์ด"), house.officers[0].person)
    return "officer1 ทดสอบ อยู่ในบอร์ด แต่ไม่ได้ดำรงที่นั่งในคณะ 67"


def a_person_in_two_seats(house):
    holding = house.issue_seat.memberships.get()
    make_membership(make_seat(house.committee, 100, issue=house.issue), holding.person)
    Committee.objects.filter(pk=house.committee.pk).update(seats_due=6)
    return "คนที่99 ทดสอบ นั่งในที่นั่งที่ 99, 100 พร้อมกัน"


def no_co_chair(house):
    end(Role.CO_CHAIR, house.regions[0])
    return "ภาคเหนือตอนบนยังไม่มีประธานร่วม"


def no_coordinator(house):
    end(Role.COORDINATOR, house.regions[0])
    return "ภาคเหนือตอนบนยังไม่มีผู้ประสานงาน"


def no_regional_officer(house):
    end(Role.OFFICER, house.regions[0])
    return "ภาคเหนือตอนบนมีเจ้าหน้าที่ 0 คน จากที่กำหนด 1 คน"


def two_regional_officers(house):
    make_holder(Role.OFFICER, house.regions[0], make_person())
    return "ภาคเหนือตอนบนมีเจ้าหน้าที่ 2 คน จากที่กำหนด 1 คน"


def too_few_central_officers(house):
    Committee.objects.filter(pk=house.committee.pk).update(central_officers_due=2)
    return "ส่วนกลางมีเจ้าหน้าที่ 1 คน จากที่กำหนด 2 คน"


def an_officer_who_sits(house):
    house.issue_seat.memberships.update(person=house.officers[0].person)
    return "officer1 ทดสอบ เป็นเจ้าหน้าที่ภาค และนั่งในที่นั่งที่ 99 ด้วย"


def an_empty_unit(house):
    house.unit.members.update(ends_on=YESTERDAY)
    return "ฝ่ายอำนวยการ ยังไม่มีกรรมการ"


def somebody_left_in_an_old_generation(house):
    old = make_committee("old", starts_on=date(2020, 1, 1), ends_on=date(2025, 6, 30))
    make_membership(make_seat(old, 7, issue=house.issue), make_person("คนเก่า"))
    return "คนเก่า ทดสอบ ยังอยู่ในที่นั่งที่ 7 ของคณะ 67 ซึ่งสิ้นสุดแล้ว"


def somebody_left_in_a_closed_seat(house):
    seat = make_seat(house.committee, 7, issue=house.issue)
    type(seat).objects.filter(pk=seat.pk).update(ends_on=YESTERDAY)
    make_membership(seat, make_person("คนเก่า"))
    return "คนเก่า ทดสอบ ยังอยู่ในที่นั่งที่ 7 ของคณะ 67 ซึ่งสิ้นสุดแล้ว"


def somebody_left_in_a_closed_board(house):
    board = make_body("board", kind="board", name="บอร์ดเก่า")
    Committee.objects.filter(pk=board.pk).update(ends_on=YESTERDAY)
    make_body_membership(board, make_person("คนเก่า"))
    return "คนเก่า ทดสอบ ยังอยู่ในบอร์ดเก่า ซึ่งสิ้นสุดแล้ว"


def somebody_left_in_a_unit_of_an_old_generation(house):
    old = make_committee("old", starts_on=date(2020, 1, 1), ends_on=date(2025, 6, 30))
    unit = make_body("old-unit", parent=old, name="ฝ่ายเก่า")
    make_body_membership(unit, make_person("คนเก่า"))
    return "คนเก่า ทดสอบ ยังอยู่ในฝ่ายเก่า ซึ่งสิ้นสุดแล้ว"


def end(role, region):
    RegionalPost.objects.filter(role=role, region=region).update(ends_on=YESTERDAY)


FAULTS = {
    too_few_seats: (Kind.SEATS_DUE, "seat-create"),
    too_many_seats: (Kind.SEATS_DUE, "seat-list"),
    a_cluster_without_seat: (Kind.CLUSTER, "seat-create"),
    an_issue_without_seat: (Kind.ISSUE, "seat-create"),
    an_issue_without_body: (Kind.ISSUE_BODY, "body-create"),
    a_vacant_seat: (Kind.VACANT, "seat-appointment"),
    a_seat_never_filled: (Kind.VACANT, "seat-appointment"),
    a_term_that_ran_out: (Kind.CARRY_OVER, "seat-detail"),
    a_term_that_ends_soon: (Kind.ENDS_SOON, "seat-detail"),
    a_seat_about_to_be_vacant: (Kind.VACANT_SOON, "seat-appointment"),
    a_seat_vacant_until_somebody_follows: (Kind.VACANT_SOON, "seat-appointment"),
    a_holder_who_acts_elsewhere: (Kind.TWO_SEATS, "seat-detail"),
    somebody_acting_in_two_seats: (Kind.TWO_SEATS, "seat-detail"),
    somebody_in_a_unit_without_a_seat: (Kind.BODY_OUTSIDER, "body-member-discharge"),
    somebody_on_a_board_without_a_seat: (Kind.BOARD_OUTSIDER, "body-member-discharge"),
    a_person_in_two_seats: (Kind.TWO_SEATS, "seat-detail"),
    no_co_chair: (Kind.CO_CHAIR, "region-posts"),
    no_coordinator: (Kind.COORDINATOR, "region-posts"),
    no_regional_officer: (Kind.REGIONAL_OFFICERS, "region-posts"),
    two_regional_officers: (Kind.REGIONAL_OFFICERS, "region-posts"),
    too_few_central_officers: (Kind.CENTRAL_OFFICERS, "centre-posts"),
    an_officer_who_sits: (Kind.SEATED_OFFICER, "region-posts"),
    an_empty_unit: (Kind.EMPTY_BODY, "body-member-create"),
    somebody_left_in_an_old_generation: (Kind.LEFT_IN_SEAT, "seat-detail"),
    somebody_left_in_a_closed_seat: (Kind.LEFT_IN_SEAT, "seat-detail"),
    somebody_left_in_a_closed_board: (Kind.LEFT_IN_BODY, "body-detail"),
    somebody_left_in_a_unit_of_an_old_generation: (Kind.LEFT_IN_BODY, "body-detail"),
}


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_fault_is_named_once_and_leads_to_where_it_is_mended(plant):
    text = plant(make_roster(2))

    found = [(one.kind, one.text, one.remedy.name) for one in findings(on=TODAY)]

    kind, page = FAULTS[plant]
    assert found == [(kind, text, page)]


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_the_place_to_mend_a_fault_is_a_page(plant, sign_in):
    house = make_roster(2)
    plant(house)
    visitor = sign_in(house.secretary)
    [finding] = findings(on=TODAY)

    assert visitor.get(finding.remedy.url).status_code == 200


@pytest.mark.parametrize(
    ("role", "seat", "kind", "text"),
    [
        (Role.CO_CHAIR, 1, Kind.CO_CHAIR, "ภาคเหนือตอนบนมีประธานร่วม 2 คน: คนที่1 ทดสอบ, คนที่2 ทดสอบ"),
        (
            Role.COORDINATOR,
            0,
            Kind.COORDINATOR,
            "ภาคเหนือตอนบนมีผู้ประสานงาน 2 คน: คนที่2 ทดสอบ, คนที่1 ทดสอบ",
        ),
    ],
)
def test_two_who_speak_for_one_region_are_named(role, seat, kind, text):
    """The database refuses such rows; the check does not rely on it."""
    house = make_roster(2)
    picture = picture_of(on=TODAY)
    person = house.seats[seat].memberships.get().person

    picture.posts.append(RegionalPost(role=role, region=house.regions[0], person=person))

    assert [(one.kind, one.text) for one in found_in(picture)] == [(kind, text)]


def test_who_speaks_for_a_region_from_another_is_named():
    """The database refuses such rows; the check does not rely on it."""
    house = make_roster(2)
    picture = picture_of(on=TODAY)
    [post] = picture.posts_as(Role.COORDINATOR, region=house.regions[0])

    post.person = house.seats[2].memberships.get().person

    [found] = found_in(picture)
    text = "คนที่3 ทดสอบ เป็นผู้ประสานงานภาคของภาคเหนือตอนบน แต่ไม่ได้นั่งในที่นั่งของภาคนี้"
    assert (found.kind, found.text, found.remedy.name) == (Kind.OUTSIDER, text, "region-posts")


def test_every_kind_of_finding_was_planted():
    planted = {kind for kind, _page in FAULTS.values()}

    assert planted == set(Kind) - {Kind.OUTSIDER, Kind.UNREACHABLE, Kind.NO_ACCOUNT}


def test_a_fault_is_one_only_on_its_days():
    a_vacant_seat(make_roster())

    found = [[one.kind for one in findings(on=day)] for day in (YESTERDAY, TODAY)]
    assert found == [[Kind.VACANT_SOON], [Kind.VACANT]]


@pytest.mark.parametrize("term_ends_on", [date(2029, 6, 30), date(2026, 8, 1), YESTERDAY])
def test_a_seat_whose_next_holder_is_appointed_is_settled(term_ends_on):
    house = make_roster()
    house.issue_seat.memberships.update(
        term_ends_on=term_ends_on, ends_on=date(2026, 8, 15), discharged_by=make_order()
    )
    make_membership(house.issue_seat, make_person("คนใหม่"), starts_on=date(2026, 8, 16))

    assert findings(on=TODAY) == []


def test_a_holder_who_leaves_with_the_seat_leaves_nothing_vacant():
    house, last = make_roster(), date(2026, 8, 15)
    house.issue_seat.memberships.update(ends_on=last, discharged_by=make_order())
    type(house.issue_seat).objects.filter(pk=house.issue_seat.pk).update(ends_on=last)

    assert findings(on=TODAY) == []


def test_staff_may_work_with_a_body_of_the_67():
    house = make_roster()
    make_body_membership(house.unit, house.officers[0].person)
    make_body_membership(house.unit, house.secretary.person)

    assert findings(on=TODAY) == []


def test_what_is_seen_to_is_not_wrong():
    severities = {kind: severity_of(kind) for kind in Kind}

    assert severities[Kind.BOARD_OUTSIDER] == Severity.WRONG
    assert severities[Kind.BODY_OUTSIDER] == severities[Kind.VACANT_SOON] == Severity.SOON


# -- Advice ---------------------------------------------------------------------------


def test_whom_nobody_can_reach_and_who_cannot_sign_in_is_advice():
    house = make_roster()
    member = house.issue_seat.memberships.get().person
    Person.objects.filter(pk=member.pk).update(user=None, email="")
    officer = house.officers[0].person
    Person.objects.filter(pk=officer.pk).update(user=None, email="")

    given = [(one.kind, one.text, one.remedy.args) for one in advice(picture_of(on=TODAY))]

    assert findings(on=TODAY) == []
    assert given == [
        (Kind.UNREACHABLE, "คนที่99 ทดสอบ", (member.pk,)),
        (Kind.UNREACHABLE, "officer1 ทดสอบ", (officer.pk,)),
        (Kind.NO_ACCOUNT, "คนที่99 ทดสอบ", (member.pk,)),
    ]


def test_who_is_invited_needs_no_advice():
    house = make_roster()
    member = house.issue_seat.memberships.get().person
    Person.objects.filter(pk=member.pk).update(user=None)
    at = "2026-06-01T00:00:00+00:00"
    member.account_invitations.create(
        channel="email", email=member.email, invited_by=house.secretary,
        invited_at=at, expires_at="2026-07-30T00:00:00+00:00",
    )  # fmt: skip

    assert advice(picture_of(on=TODAY)) == []


# -- A day known from a document, and cost -----------------------------------------------


def test_what_only_a_document_tells_has_no_findings():
    house = make_roster()
    a_vacant_seat(house)
    Committee.objects.filter(pk=house.committee.pk).update(source="เอกสารก่อตั้ง")

    assert (findings(on=TODAY), picture_of(on=TODAY)) == ([], None)


def test_a_day_without_a_committee_has_no_findings():
    make_roster()

    assert findings(on=date(2017, 1, 1)) == []


@pytest.mark.parametrize("regions", [1, 3])
def test_the_check_costs_the_same_for_one_region_and_many(regions):
    house = make_roster(regions)
    for seat in house.seats:
        seat.memberships.update(term_ends_on=YESTERDAY)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = findings(on=TODAY)

    # generation; seats, holders; clusters, issues, regions, posts; bodies, members;
    # who acts, who is on bodies; left behind: 2
    assert len(asked) == 13
    assert len(found) == 2 * regions
