"""Units, issue subcommittees and outside boards, who sits on them, and the list of issues."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from committees.actions.bodies import close_body, create_body, revise_body
from committees.actions.body_members import add_body_member, end_body_membership
from committees.actions.issues import create_issue, delete_issue, revise_issue
from committees.models import (
    BodyMembership,
    Committee,
    Delegate,
    Delegation,
    Issue,
    Seat,
)
from committees.queries.bodies import members_of, tree
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from tests.factories.certification import make_organization, make_province
from tests.factories.committees import (
    TODAY,
    make_body,
    make_body_membership,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person

pytestmark = pytest.mark.django_db
Kind = Committee.Kind
BEGAN = date(2025, 7, 1)
IN_2550 = date(2007, 6, 12)
WORDS = {"name": "ฝ่ายสื่อสาร", "short_name": "สื่อสาร", "name_en": "Media"}


@pytest.fixture
def unit(committee):
    return make_body("planning", parent=committee, name="ฝ่ายวางแผน")


@pytest.fixture
def board():
    return make_body("board-codi", kind=Kind.BOARD, name="บอร์ด พอช.")


def seated(name, committee, number=1):
    """Somebody who holds a seat of the 67."""
    issue = Issue.objects.get_or_create(
        code="farmers", defaults={"name": "เกษตรกร", "name_en": "Farmers", "position": 1}
    )[0]
    return make_membership(make_seat(committee, number, issue=issue), make_person(name)).person


def refused(action, *args, **kwargs):
    """What a refusal says, by field ("" for the whole form)."""
    with pytest.raises(RuleBroken) as refusal:
        action(*args, **kwargs)
    if hasattr(refusal.value, "error_dict"):
        return {field: texts[0] for field, texts in refusal.value.message_dict.items()}
    return {"": refusal.value.messages[0]}


def told(subject):
    return list(Activity.objects.about(subject).values_list("verb", flat=True))


# -- The body ------------------------------------------------------------------------


def test_a_unit_gets_a_code_of_ours_and_stands_last_in_its_generation(committee, unit, secretary):
    body = create_body(Kind.UNIT, parent=committee, starts_on=TODAY, by=secretary, **WORDS)

    assert body.code == f"unit-{body.pk}"
    assert [row.body for row in tree(on=TODAY).units] == [unit, body]
    assert told(body) == ["body.created"]


def test_a_board_belongs_to_no_generation(secretary):
    body = create_body(Kind.BOARD, parent=None, starts_on=TODAY, by=secretary, **WORDS)

    assert ([row.body for row in tree(on=TODAY).boards], tree(on=TODAY).generation) == (
        [body],
        None,
    )


def test_a_body_set_up_in_a_generation_that_ended_ends_with_it(secretary):
    past = make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))

    body = create_body(Kind.UNIT, parent=past, starts_on=IN_2550, by=secretary, **WORDS)

    assert (body.starts_on, body.ends_on) == (IN_2550, past.ends_on)


@pytest.mark.parametrize(
    ("kind", "changes", "field"),
    [
        (Kind.UNIT, {"name": "ฝ่ายวางแผน"}, "name"),
        (Kind.UNIT, {"starts_on": date(2025, 6, 30)}, "starts_on"),
        (Kind.SECRETARIAT, {}, ""),
        (Kind.ISSUE, {}, ""),
    ],
)
def test_a_generation_has_one_body_of_a_name_an_issue_and_one_secretariat_within_its_days(
    committee, unit, secretary, kind, changes, field
):
    issue = make_issue()
    make_body("office", kind=Kind.SECRETARIAT, parent=committee)
    make_body("of-farmers", kind=Kind.ISSUE, parent=committee, issue=issue)
    given = {"starts_on": TODAY, **WORDS, **changes}
    given["issue"] = issue if kind == Kind.ISSUE else None

    said = refused(create_body, kind, parent=committee, by=secretary, **given)

    assert (list(said), Committee.objects.count()) == ([field], 4)


def test_only_what_is_named_is_changed(unit, secretary):
    Committee.objects.filter(pk=unit.pk).update(note="เขียนระหว่างนั้น")

    revise_body(unit, by=secretary, duties="วางแผน")

    unit.refresh_from_db()
    assert (unit.duties, unit.note, unit.name) == ("วางแผน", "เขียนระหว่างนั้น", "ฝ่ายวางแผน")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_on": date(2025, 6, 30)}, "ends_on"),  # before it begins
        ({"starts_on": date(2025, 6, 30)}, "starts_on"),  # before its generation
        ({"starts_on": date(2025, 8, 1)}, "starts_on"),  # a member sat on it before
        ({"ends_on": date(2026, 6, 1)}, "ends_on"),  # a member still sits on it
    ],
)
def test_new_days_leave_out_nobody_and_stay_inside(unit, secretary, changes, field):
    make_body_membership(unit, make_person())

    assert list(refused(revise_body, unit, by=secretary, **changes)) == [field]


@pytest.mark.parametrize("left_out", ["substitution", "delegation", "delegate"])
def test_new_days_leave_out_no_substitute_and_no_work(committee, secretary, left_out):
    past, later = date(2026, 6, 1), date(2026, 12, 31)
    days = {"starts_on": BEGAN, "ends_on": later if left_out == "delegation" else past}
    seat = make_seat(committee, issue=make_issue())
    Seat.objects.filter(pk=seat.pk).update(ends_on=past)
    work = Delegation.objects.create(committee=committee, name="งาน", **days)
    if left_out == "substitution":
        make_substitution(seat, make_person(), ends_on=later)
    if left_out == "delegate":
        who = {"kind": "central", "place": 1, "person": make_person()}
        Delegate.objects.create(delegation=work, starts_on=BEGAN, ends_on=later, **who)

    assert list(refused(revise_body, committee, by=secretary, ends_on=past)) == ["ends_on"]


def test_a_generation_cannot_be_moved_over_another(committee, secretary):
    make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))

    said = refused(revise_body, committee, by=secretary, starts_on=date(2008, 2, 8))

    assert said == {"starts_on": "มีคณะ 67 ชุดอื่นดำรงตำแหน่งในช่วงเวลานั้นแล้ว"}


def test_the_67_themselves_are_appointed_to_seats_and_not_as_members_of_a_body(
    committee, secretary
):
    said = refused(
        add_body_member, committee, make_person(), role="", starts_on=TODAY, by=secretary
    )

    assert said == {"": "อนุกรรมการ 67 แต่งตั้งที่หน้าของที่นั่ง"}
    assert not BodyMembership.objects.filter(committee=committee).exists()


def test_closing_a_body_ends_who_sits_on_it_by_the_order(unit, secretary):
    order, past = make_order(), date(2025, 12, 31)
    sits = make_body_membership(unit, make_person("อยู่"))
    left = make_body_membership(unit, make_person("ไปแล้ว"), ends_on=past)

    close_body(unit, ends_on=TODAY, order=order, by=secretary)

    rows = BodyMembership.objects.order_by("pk").values_list("pk", "ends_on", "discharged_by")
    assert list(rows) == [(sits.pk, TODAY, order.pk), (left.pk, past, None)]
    assert [len(tree(on=day).units) for day in (TODAY, date(2026, 7, 2))] == [1, 0]
    assert told(unit) == ["body.closed"]


def test_who_came_by_an_order_does_not_leave_a_closed_body_without_one(unit, secretary):
    member = make_body_membership(unit, make_person())
    BodyMembership.objects.filter(pk=member.pk).update(appointed_by=make_order())

    assert list(refused(close_body, unit, ends_on=TODAY, by=secretary)) == ["order"]
    unit.refresh_from_db()
    assert unit.ends_on is None


def test_closing_without_an_order_keeps_the_letter_of_who_was_to_leave_later(unit, secretary):
    letter = make_order("ลาออก 1/2569")
    member = make_body_membership(unit, make_person(), ends_on=date(2026, 12, 31))
    BodyMembership.objects.filter(pk=member.pk).update(discharged_by=letter)

    close_body(unit, ends_on=TODAY, by=secretary)

    member.refresh_from_db()
    assert (member.ends_on, member.discharged_by) == (TODAY, letter)


@pytest.mark.parametrize("ends_on", [TODAY, date(2026, 7, 2)])
def test_a_closed_body_is_not_closed_again(unit, secretary, ends_on):
    close_body(unit, ends_on=TODAY, by=secretary)

    said = refused(close_body, unit, ends_on=ends_on, by=secretary)

    assert said == {"ends_on": "คณะนี้สิ้นสุดแล้วเมื่อ 1 กรกฎาคม 2569"}


def test_a_body_is_not_closed_before_a_member_begins(unit, secretary):
    make_body_membership(unit, make_person(), starts_on=date(2026, 7, 2))

    assert list(refused(close_body, unit, ends_on=TODAY, by=secretary)) == ["ends_on"]


def test_the_67_are_not_closed_like_a_unit(committee, secretary):
    said = refused(close_body, committee, ends_on=TODAY, by=secretary)

    assert said == {"": "คณะ 67 สิ้นสุดเมื่อเปิดชุดถัดไป"}


# -- Who sits on it ------------------------------------------------------------------


def test_a_member_sits_from_to_and_names_the_order(unit, secretary):
    person, order = make_person(), make_order()

    row = add_body_member(unit, person, role="ประธาน", starts_on=BEGAN, order=order, by=secretary)
    end_body_membership(row, ends_on=TODAY, order=order, by=secretary)

    row.refresh_from_db()
    assert (row.role, row.appointed_by, row.ends_on, row.discharged_by) == (
        "ประธาน", order, TODAY, order,
    )  # fmt: skip
    now = [members_of(unit, on=day).now for day in (BEGAN, TODAY, date(2026, 7, 2))]
    assert now == [[row], [row], []]
    assert told(unit) == ["body_member.added", "body_member.ended"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "field"),
    [
        (date(2025, 6, 30), None, "starts_on"),  # before the unit
        (date(2026, 8, 2), None, "starts_on"),  # after it
        (BEGAN, date(2026, 8, 2), "ends_on"),
        (date(2025, 9, 1), date(2025, 8, 31), "ends_on"),
        (date(2025, 12, 31), None, "person"),  # sits there already
    ],
)
def test_a_membership_lies_within_the_body_and_overlaps_none_of_the_same_person(
    unit, secretary, starts_on, ends_on, field
):
    person = make_person()
    make_body_membership(unit, person, starts_on=date(2025, 10, 1), ends_on=date(2025, 12, 31))
    Committee.objects.filter(pk=unit.pk).update(ends_on=date(2026, 8, 1))
    about = {"role": "", "starts_on": starts_on, "ends_on": ends_on, "by": secretary}

    assert list(refused(add_body_member, unit, person, **about)) == [field]
    assert BodyMembership.objects.filter(committee=unit).count() == 1


def test_who_left_may_come_back_the_next_day(unit, secretary):
    person = make_person()
    make_body_membership(unit, person, ends_on=date(2025, 12, 31))

    add_body_member(unit, person, role="", starts_on=date(2026, 1, 1), by=secretary)

    assert [row.starts_on for row in members_of(unit, on=TODAY).now] == [date(2026, 1, 1)]


def test_who_is_added_to_a_body_that_ended_left_with_it(unit, secretary):
    Committee.objects.filter(pk=unit.pk).update(ends_on=date(2025, 12, 31))

    row = add_body_member(unit, make_person(), role="", starts_on=BEGAN, by=secretary)

    assert row.ends_on == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("on", "count"),
    [(date(2025, 7, 31), 0), (date(2025, 8, 1), 1), (TODAY, 1), (date(2026, 7, 2), 0)],
)
def test_the_tree_counts_whoever_sits_there_on_the_first_and_the_last_day(unit, on, count):
    make_body_membership(unit, make_person(), starts_on=date(2025, 8, 1), ends_on=TODAY)

    assert [row.count for row in tree(on=on).units] == [count]


def test_the_secretariat_has_no_members_but_posts(client, committee, secretary):
    office = make_body("office", kind=Kind.SECRETARIAT, parent=committee)
    client.force_login(secretary)

    said = refused(add_body_member, office, make_person(), role="", starts_on=TODAY, by=secretary)
    page = client.get(reverse("committees:body-member-create", args=[office.code]))

    assert "โปรดแต่งตั้งเจ้าหน้าที่ที่หน้า" in said[""]
    assert page.url == reverse("committees:centre-posts")


@pytest.mark.parametrize(
    ("starts_on", "may"), [(BEGAN, True), (date(2026, 5, 31), True), (date(2026, 6, 1), False)]
)
def test_only_who_holds_a_seat_that_day_rotates_to_a_board(
    committee, board, secretary, starts_on, may
):
    person = seated("ผู้แทน", committee)
    person.memberships.update(ends_on=date(2026, 5, 31), discharged_by=make_order())
    about = {"role": "", "starts_on": starts_on, "by": secretary}

    if may:
        add_body_member(board, person, **about)
    else:
        assert list(refused(add_body_member, board, person, **about)) == ["person"]

    assert board.members.count() == may


def test_of_a_generation_known_from_a_document_nobody_is_asked_for_a_seat(board, secretary):
    make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))
    Committee.objects.filter(code="of-2550").update(source="สรุปเชิงบริหาร")
    Committee.objects.filter(pk=board.pk).update(starts_on=date(2007, 1, 1))

    add_body_member(board, make_person(), role="", starts_on=IN_2550, by=secretary)

    assert board.members.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_five_who_add_the_same_person_at_once_one_wins(unit, secretary):
    person = make_person()

    def add(_):
        try:
            add_body_member(unit, person, role="", starts_on=TODAY, by=secretary)
        except RuleBroken as refusal:
            return list(refusal.message_dict)
        finally:
            connection.close()
        return "won"

    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(add, range(5)))

    assert (answers.count("won"), answers.count(["person"]), unit.members.count()) == (1, 4, 1)


@pytest.mark.django_db(transaction=True)
def test_of_five_units_of_one_name_set_up_at_once_one_stays(committee, secretary):
    def create(_):
        try:
            create_body(Kind.UNIT, parent=committee, starts_on=TODAY, by=secretary, **WORDS)
        except RuleBroken as refusal:
            return list(refusal.message_dict)
        finally:
            connection.close()
        return "won"

    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(create, range(5)))

    assert (answers.count("won"), answers.count(["name"])) == (1, 4)


# -- The issues ----------------------------------------------------------------------


def test_the_list_of_issues_is_the_secretariats_to_change(secretary):
    make_issue()

    added = create_issue(name="ประมงพื้นบ้าน", name_en="Small fishers", by=secretary)
    revise_issue(added, name="ประมงชายฝั่ง", by=secretary)

    assert list(Issue.objects.values_list("code", "name", "position")) == [
        ("farmers", "เกษตรกร", 1),
        (f"issue-{added.pk}", "ประมงชายฝั่ง", 2),
    ]
    assert refused(create_issue, name="เกษตรกร", name_en="", by=secretary) == {
        "name": "มีประเด็นชื่อนี้แล้ว"
    }


@pytest.mark.parametrize("use", ["nothing", "seat", "body", "organization"])
def test_an_issue_in_use_is_not_deleted(committee, secretary, use):
    issue = make_issue()
    match use:
        case "seat":
            make_seat(committee, issue=issue)
        case "body":
            make_body("of-farmers", kind=Kind.ISSUE, parent=committee, issue=issue)
        case "organization":
            name_issue_by_an_organization(issue)

    if use == "nothing":
        delete_issue(issue, by=secretary)
    else:
        assert refused(delete_issue, issue, by=secretary) == {"": "ประเด็น “เกษตรกร” ใช้อยู่ จึงลบไม่ได้"}

    assert Issue.objects.exists() == (use != "nothing")


def name_issue_by_an_organization(issue):
    make_organization(make_province()).issues.add(issue)
