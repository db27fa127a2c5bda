"""Entries made by mistake are put right: corrected, their discharge taken back, struck."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse

from committees.actions import posts
from committees.actions.corrections import correct_entry, strike_entry, take_back_discharge
from committees.actions.seats import discharge_member, replace_member
from committees.models import Committee, Delegate, Delegation, Membership, MembershipEvent
from committees.queries.entries import corrections_of
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import RegionalPost
from tests.factories.committees import (
    BEGAN,
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
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db
LAST = date(2026, 6, 30)
WHY = "พิมพ์วันผิด"


@pytest.fixture
def by():
    return make_post("central_officer", name="clerk")


@pytest.fixture
def row(seat):
    return make_membership(seat, make_person("บัวผัน"))


@pytest.fixture
def board():
    return make_body("codi", kind=Committee.Kind.BOARD, name="บอร์ด พอช.")


def correct(row, by, **changes):
    return correct_entry(row, reason=WHY, on=TODAY, by=by, **changes)


def strike(row, by):
    strike_entry(row, reason="เลือกคนผิด", on=TODAY, by=by)


def take_back(row, by):
    return take_back_discharge(row, reason="ยังไม่พ้น", by=by)


def refused(act, *args, **changes):
    """The fields a refusal aims at, or what it says of the whole."""
    with pytest.raises(RuleBroken) as refusal:
        act(*args, **changes)
    if hasattr(refusal.value, "error_dict"):
        return refusal.value.message_dict
    return refusal.value.code


# -- Correcting --------------------------------------------------------------------------


def test_a_membership_says_what_it_should_have_said_and_the_reason_is_kept(row, seat, by):
    order = make_order("9/2569")
    given = {"starts_on": date(2025, 8, 1), "term_ends_on": date(2029, 7, 31)}

    correct(row, by, **given, appointed_by=order)

    row.refresh_from_db()
    assert (row.starts_on, row.term_ends_on, row.appointed_by) == (*given.values(), order)
    told = Activity.objects.about(seat).get(verb="member.corrected")
    assert (told.by, told.detail) == (
        by,
        {
            "entry": row.pk,
            "person": row.person_id,
            "reason": WHY,
            "fields": ["appointed_by", "starts_on", "term_ends_on"],
        },
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_on": date(2025, 6, 30)}, "starts_on"),  # before the seat was there
        ({"term_ends_on": date(2025, 6, 30)}, "term_ends_on"),  # before it begins
        ({"appointed_by": None}, "order"),  # formal, without an order
        ({"ends_on": LAST}, "discharge_order"),  # formal, without an order
    ],
)
def test_a_membership_is_corrected_by_the_rules_of_an_appointment(row, by, changes, field):
    assert list(refused(correct, row, by, **changes)) == [field]


def test_a_membership_does_not_grow_over_the_next_of_the_seat(seat, row, by):
    discharge_member(row, ends_on=date(2026, 1, 31), order=make_order(), by=by)
    make_membership(seat, make_person("คนถัดไป"), starts_on=date(2026, 2, 1))
    row.refresh_from_db()

    assert list(refused(correct, row, by, ends_on=date(2026, 2, 1))) == ["starts_on"]


def test_nobody_is_corrected_into_two_seats_or_into_staff_and_seat(committee, north, seat, by):
    person, later = make_person("บัวผัน"), {"starts_on": date(2026, 3, 1)}
    make_membership(make_seat(committee, 5, region=north), person, ends_on=date(2026, 1, 31))
    row = make_membership(seat, person, **later)
    assert list(refused(correct, row, by, starts_on=date(2026, 1, 31))) == ["person"]

    officer = make_post("officer", north, starts_on=date(2025, 9, 1), ends_on=date(2026, 2, 1))
    other = make_membership(make_seat(committee, 6, region=north), officer.person, **later)
    assert list(refused(correct, other, by, starts_on=date(2026, 2, 1))) == ["person"]
    assert correct(other, by, starts_on=date(2026, 2, 2)).starts_on == date(2026, 2, 2)


def test_a_seat_is_not_corrected_away_from_under_whoever_speaks_for_the_region(row, north, by):
    post = posts.appoint_to(
        "coordinator", north, row.person, starts_on=BEGAN, order=make_order(), by=by
    )

    assert refused(correct, row, by, starts_on=date(2025, 8, 1)) == "post-depends"
    correct(post, by, starts_on=date(2025, 8, 1))
    correct(row, by, starts_on=date(2025, 8, 1))

    row.refresh_from_db()
    assert row.starts_on == date(2025, 8, 1)


def test_a_turn_on_a_board_still_begins_with_a_seat(row, board, by):
    turn = make_body_membership(board, row.person, starts_on=date(2025, 7, 15))

    assert refused(correct, row, by, starts_on=date(2025, 8, 1)) == "turn-depends"
    assert refused(strike, row, by) == "turn-depends"
    strike(turn, by)
    strike(row, by)

    assert not Membership.objects.filter(pk=row.pk).exists()


def test_a_turn_is_in_nobodys_way_while_its_first_day_is_still_held(row, board, by):
    make_body_membership(board, row.person, starts_on=date(2025, 8, 15))

    correct(row, by, starts_on=date(2025, 8, 1))

    row.refresh_from_db()
    assert row.starts_on == date(2025, 8, 1)


def test_a_seat_of_an_issue_gave_no_post_and_is_struck_without_asking_for_one(committee, by):
    row = make_membership(make_seat(committee, 61, issue=make_issue()))

    strike(row, by)

    assert not Membership.objects.exists()


def test_a_substitute_is_corrected_within_the_seat_and_never_without_an_end(seat, row, by):
    acting = make_substitution(seat, make_person("คนแทน"), starts_on=TODAY)

    assert list(refused(correct, acting, by, ends_on=None)) == ["ends_on"]
    assert list(refused(correct, acting, by, ends_on=LAST)) == ["ends_on"]
    assert list(refused(correct, acting, by, starts_on=date(2020, 1, 1))) == ["starts_on"]
    assert correct(acting, by, ends_on=date(2027, 1, 31)).ends_on == date(2027, 1, 31)


def test_a_post_is_corrected_by_the_rules_of_posts(north, row, by):
    post = posts.appoint_to(
        "coordinator", north, row.person, starts_on=TODAY, order=make_order(), by=by
    )

    assert list(refused(correct, post, by, starts_on=date(2025, 6, 30))) == ["person"]
    assert correct(post, by, starts_on=BEGAN).starts_on == BEGAN
    assert [one.what for one in corrections_of(north)] == ["แก้รายการของ"]


def test_a_correction_takes_no_order_by_which_somebody_came_or_left(north, row, committee, by):
    order = make_order()
    post = posts.appoint_to("coordinator", north, row.person, starts_on=TODAY, order=order, by=by)
    assert list(refused(correct, post, by, appointed_by=None)) == ["order"]
    post = posts.end_post(post, ends_on=TODAY, order=order, by=by)
    member = make_body_membership(make_body("learning", parent=committee), make_person())
    member.appointed_by = member.discharged_by = order
    member.ends_on = TODAY
    member.save()

    assert list(refused(correct, post, by, discharged_by=None)) == ["discharge_order"]
    assert list(refused(correct, member, by, discharged_by=None)) == ["discharge_order"]


def test_a_place_in_a_body_is_corrected_within_the_body(committee, by):
    unit = make_body("learning", parent=committee)
    member = make_body_membership(unit, make_person(), role="เลขา")

    assert list(refused(correct, member, by, starts_on=date(2025, 6, 30))) == ["starts_on"]
    assert correct(member, by, role="เลขานุการ").role == "เลขานุการ"


def test_nothing_is_recorded_where_nothing_changed(row, by):
    assert refused(correct, row, by, starts_on=row.starts_on) == "nothing-changed"
    assert not Activity.objects.filter(verb="member.corrected").exists()


# -- Taking back a discharge ---------------------------------------------------------------


def test_who_did_not_leave_sits_on(row, seat, by):
    discharge_member(row, ends_on=LAST, order=make_order(), by=by)
    row.refresh_from_db()

    take_back(row, by)

    row.refresh_from_db()
    assert (row.ends_on, row.discharged_by) == (None, None)
    assert Activity.objects.about(seat).filter(verb="member.discharge_taken_back").count() == 1


def test_nobody_comes_back_over_a_successor_until_that_entry_is_struck(row, seat, by):
    term = {"starts_on": TODAY, "order": make_order(), "by": by}
    wrong = replace_member(seat, make_person("คนผิด"), **term)
    row.refresh_from_db()

    assert list(refused(take_back, row, by)) == ["starts_on"]
    strike(wrong, by)
    take_back(row, by)

    assert Membership.objects.in_force(on=TODAY).get(seat=seat) == row


def test_a_coordinator_comes_back_only_to_a_seat(row, north, by):
    post = posts.appoint_to(
        "coordinator", north, row.person, starts_on=BEGAN, order=make_order(), by=by
    )
    discharge_member(row, ends_on=LAST, order=make_order(), by=by)
    post.refresh_from_db()
    row.refresh_from_db()

    assert list(refused(take_back, post, by)) == ["ends_on"]
    take_back(row, by)
    take_back(post, by)

    post.refresh_from_db()
    assert (post.ends_on, post.discharged_by) == (None, None)


def test_nobody_stays_longer_than_the_seat_or_the_body(by):
    past = make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))
    seat = make_seat(past, 1, region=make_region(3))
    row = make_membership(seat, starts_on=past.starts_on, ends_on=past.ends_on)

    assert refused(take_back, row, by) == "place-ends"


def test_who_did_not_leave_a_body_sits_on_it_again_while_it_lasts(committee, by):
    unit = make_body("learning", parent=committee)
    member = make_body_membership(unit, make_person(), ends_on=LAST)

    Committee.objects.filter(pk=unit.pk).update(ends_on=TODAY)
    member.committee.refresh_from_db()
    assert refused(take_back, member, by) == "place-ends"
    Committee.objects.filter(pk=unit.pk).update(ends_on=None)
    take_back(member, by)

    member.refresh_from_db()
    assert member.ends_on is None


def test_there_must_be_a_discharge_to_take_back(row, seat, by):
    acting = make_substitution(seat, make_person("คนแทน"), starts_on=TODAY)

    assert refused(take_back, row, by) == "nothing-to-take-back"
    assert refused(take_back, acting, by) == "nothing-to-take-back"


# -- Striking ------------------------------------------------------------------------------


def test_an_entry_that_never_was_is_gone_and_its_history_stays(row, seat, by):
    strike(row, by)

    assert not Membership.objects.exists()
    told = Activity.objects.about(seat).get(verb="member.struck")
    assert (told.detail["entry"], told.detail["person"]) == (row.pk, row.person_id)
    versions = MembershipEvent.objects.order_by("pgh_id").values_list("pgh_label", "person_id")
    assert list(versions) == [("insert", row.person_id), ("delete", row.person_id)]


def test_the_only_seat_of_a_coordinator_is_not_struck(row, north, by):
    post = posts.appoint_to(
        "coordinator", north, row.person, starts_on=TODAY, order=make_order(), by=by
    )

    assert refused(strike, row, by) == "post-depends"
    strike(post, by)
    strike(row, by)

    assert not RegionalPost.objects.filter(role="coordinator").exists()


def test_a_post_by_which_somebody_was_sent_to_work_is_not_struck(north, committee, by):
    post = make_post("officer", north).person.posts.get()
    work = Delegation.objects.create(committee=committee, name="สมัชชา", starts_on=TODAY)
    Delegate.objects.create(
        delegation=work, kind="officer", region=north, person=post.person, starts_on=TODAY
    )

    assert refused(strike, post, by) == "delegate-depends"
    assert refused(correct, post, by, starts_on=date(2026, 7, 2)) == "delegate-depends"


def test_a_post_is_corrected_around_the_day_on_which_somebody_was_sent_to_work(
    north, committee, by
):
    post = make_post("officer", north).person.posts.get()
    work = Delegation.objects.create(committee=committee, name="สมัชชา", starts_on=TODAY)
    Delegate.objects.create(
        delegation=work, kind="officer", region=north, person=post.person, starts_on=TODAY
    )

    assert correct(post, by, starts_on=TODAY).starts_on == TODAY


def test_the_last_who_may_change_the_roster_neither_goes_nor_begins_tomorrow(by):
    post = by.person.posts.get()

    assert refused(strike, post, by) == "last-officer"
    assert refused(correct, post, by, starts_on=date(2026, 7, 2)) == "last-officer"
    make_post("central_officer", name="another")
    strike(post, by)

    assert not by.person.posts.exists()


# -- Two hands -----------------------------------------------------------------------------


def test_what_somebody_else_changed_meanwhile_is_not_written_over(row, by):
    seen = Membership.objects.get(pk=row.pk)
    correct(row, by, term_ends_on=date(2029, 6, 30))

    assert refused(correct, seen, by, term_ends_on=date(2028, 6, 30)) == "stale"
    assert refused(strike, seen, by) == "stale"


def test_an_entry_struck_twice_is_told_of(row, by):
    seen = Membership.objects.get(pk=row.pk)
    strike(row, by)

    assert refused(strike, seen, by) == "gone"


def at_once(*acts):
    gate = Barrier(len(acts))

    def one(act):
        gate.wait()
        try:
            act()
        except RuleBroken as refusal:
            return getattr(refusal, "code", "refused")
        else:
            return "won"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


@pytest.mark.django_db(transaction=True)
def test_of_those_who_strike_and_correct_at_once_one_wins(row, by):
    acts = [lambda: strike(row, by), lambda: correct(row, by, term_ends_on=date(2029, 6, 30))]

    outcomes = at_once(*acts, *acts)

    assert outcomes.count("won") == 1
    assert set(outcomes) <= {"won", "gone", "stale", "nothing-changed"}


@pytest.mark.django_db(transaction=True)
def test_nobody_becomes_coordinator_by_a_seat_that_is_struck_at_that_moment(row, north, by):
    person, order = row.person, make_order()
    outcomes = at_once(
        lambda: strike(row, by),
        lambda: posts.appoint_to("coordinator", north, person, starts_on=TODAY, order=order, by=by),
    )

    assert outcomes.count("won") == 1
    assert person.posts.count() == person.memberships.count()


@pytest.mark.django_db(transaction=True)
def test_of_a_successor_and_a_discharge_taken_back_one_wins(row, seat, by):
    order = make_order()
    discharge_member(row, ends_on=LAST, order=order, by=by)
    row.refresh_from_db()
    term = {"starts_on": TODAY, "order": order, "by": by}

    outcomes = at_once(
        lambda: take_back(row, by),
        lambda: replace_member(seat, make_person("คนถัดไป"), **term),
    )

    assert outcomes[-1] == "won"
    assert Membership.objects.in_force(on=TODAY).filter(seat=seat).count() == 1


# -- Pages ---------------------------------------------------------------------------------


def page_of(row, act="correction", kind="membership"):
    return reverse(f"committees:entry-{act}", args=[kind, row.pk])


def seen_on(page):
    return page.context["form"]["seen"].value()


ACTS = ["correction", "reinstatement", "striking"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("secretary", 200),
        ("auditor", 403),
        ("officer", 403),
        ("coordinator", 403),
        ("co_chair", 403),
        ("member", 403),
    ],
)
def test_the_secretariat_alone_puts_entries_right(
    person_with, sign_in, committee, north, part, answer, act
):
    row = make_membership(make_seat(committee, 9, region=north), ends_on=LAST)
    user = person_with(part, region=north)

    page = sign_in(user).get(page_of(row, act))
    sent = sign_in(user).post(page_of(row, act), {"reason": "x"})

    assert (page.status_code, sent.status_code) == (answer, answer)
    assert Membership.objects.filter(pk=row.pk, ends_on=LAST).exists()


@pytest.mark.parametrize("act", ACTS)
def test_strangers_are_asked_to_sign_in_and_what_is_not_there_is_not_found(
    client, person_with, sign_in, row, act
):
    assert client.get(page_of(row, act)).status_code == 302
    office = sign_in(person_with("secretary"))
    missing = reverse(f"committees:entry-{act}", args=["membership", 999])
    unknown = reverse(f"committees:entry-{act}", args=["committee", row.pk])
    assert [office.get(url).status_code for url in (missing, unknown)] == [404, 404]


def test_a_correction_goes_through_the_page_and_comes_back_to_the_seat_and_day(office, row, seat):
    url = page_of(row) + "?on=1/1/2569"
    page = office.get(url)
    sent = {"seen": seen_on(page), "starts_on": "1/8/2568", "mode": "formal", "reason": WHY}

    answer = office.post(url, {**sent, "order": row.appointed_by_id})

    row.refresh_from_db()
    assert row.starts_on == date(2025, 8, 1)
    assert answer["Location"] == reverse("committees:seat-detail", args=[seat.pk]) + "?on=1/1/2569"
    told = office.get(reverse("committees:seat-detail", args=[seat.pk])).context["corrections"]
    assert [(one.what, one.person, one.reason) for one in told] == [
        ("แก้รายการของ", row.person, WHY)
    ]


def test_a_refusal_that_aims_at_no_field_of_the_form_stands_at_its_head(office, north, row, by):
    post = posts.appoint_to(
        "coordinator", north, row.person, starts_on=TODAY, order=make_order(), by=by
    )
    url = page_of(post, kind="post")

    sent = {"seen": seen_on(office.get(url)), "starts_on": "30/6/2568", "reason": WHY}
    page = office.post(url, {**sent, "order": post.appointed_by_id})

    [told] = page.context["form"].non_field_errors()
    assert "ไม่ใช่ในวันที่เริ่มหน้าที่นี้" in told


def test_no_entry_is_put_right_without_a_reason(office, row):
    page = office.post(page_of(row, "striking"), {"seen": seen_on(office.get(page_of(row)))})

    assert list(page.context["form"].errors) == ["reason"]
    assert Membership.objects.filter(pk=row.pk).exists()


def test_a_form_opened_before_somebody_else_saved_asks_to_look_again(office, row, by):
    url = page_of(row, "striking")
    old = seen_on(office.get(url))
    correct(row, by, term_ends_on=date(2029, 6, 30))

    page = office.post(url, {"seen": old, "reason": WHY})
    again = office.post(url, {"seen": seen_on(page), "reason": WHY})

    assert "มีผู้แก้รายการนี้" in page.context["form"].non_field_errors()[0]
    assert (again.status_code, Membership.objects.exists()) == (302, False)


@pytest.mark.parametrize("bad", ["x", "1/1/99999", "\x00", "31/2/2569"])
def test_what_nobody_can_read_is_told_beside_the_field(office, row, bad):
    seen = seen_on(office.get(page_of(row)))
    sent = {"seen": seen, "starts_on": bad, "mode": "none", "order": "9" * 30, "reason": WHY}

    page = office.post(page_of(row), sent)

    assert page.status_code == 200
    assert {"starts_on", "mode", "order"} <= page.context["form"].errors.keys()


@pytest.mark.parametrize("kind", ["substitution", "post", "body-member"])
def test_every_kind_of_entry_is_corrected_and_struck_by_its_page(
    office, seat, north, committee, kind
):
    made = {
        "substitution": lambda: make_substitution(seat, make_person("คนแทน"), starts_on=TODAY),
        "post": lambda: make_post("officer", north).person.posts.get(),
        "body-member": lambda: make_body_membership(
            make_body("learning", parent=committee), make_person()
        ),
    }
    row = made[kind]()
    page = office.get(page_of(row, kind=kind))
    shown = {
        name: page.context["form"][name].initial
        for name in page.context["form"].fields
        if page.context["form"][name].initial is not None
    }
    shown |= {"order": row.appointed_by_id or "", "starts_on": "2/7/2569", "reason": WHY}
    if row.ends_on:
        shown["ends_on"] = "31/12/2569"

    corrected = office.post(page_of(row, kind=kind), shown)
    row.refresh_from_db()
    seen = seen_on(office.get(page_of(row, "striking", kind)))
    struck = office.post(page_of(row, "striking", kind), {"seen": seen, "reason": WHY})

    assert (corrected.status_code, row.starts_on) == (302, date(2026, 7, 2))
    assert struck.status_code == 302
    assert not type(row).objects.filter(pk=row.pk).exists()


def test_only_those_who_see_everything_read_what_was_put_right(
    client, person_with, sign_in, row, seat, by
):
    correct(row, by, term_ends_on=date(2029, 6, 30))
    url = reverse("committees:seat-detail", args=[seat.pk])

    def shown(visitor):
        return WHY in visitor.get(url).text

    assert not shown(client)
    parts = {part: shown(sign_in(person_with(part))) for part in ("auditor", "secretary", "member")}
    assert parts == {"auditor": True, "secretary": True, "member": False}


def test_what_was_put_right_in_a_body_stands_on_its_page(
    client, person_with, sign_in, committee, by
):
    unit = make_body("learning", parent=committee)
    strike(make_body_membership(unit, make_person("คนผิด")), by)
    url = reverse("committees:body-detail", args=[unit.code])

    told = sign_in(person_with("auditor")).get(url).context["corrections"]

    assert [(one.what, one.person.first_name, one.reason) for one in told] == [
        ("ลบรายการของ", "คนผิด", "เลือกคนผิด")
    ]
    client.logout()
    assert "เลือกคนผิด" not in client.get(url).text
    assert "เลือกคนผิด" not in sign_in(person_with("member")).get(url).text


def test_what_was_put_right_in_the_posts_of_the_centre_stands_on_their_page(
    person_with, sign_in, north, by
):
    another = make_post("central_officer", name="another").person
    strike(another.posts.get(), by)
    strike(make_post("officer", north).person.posts.get(), by)
    url = reverse("committees:centre-posts")

    page = sign_in(person_with("auditor")).get(url)

    assert [one.person for one in page.context["corrections"]] == [another]
    assert "เลือกคนผิด" in page.text
    assert "เลือกคนผิด" not in sign_in(person_with("member")).get(url).text


def asks_for(page, name):
    """Whether a form says of a field that it must be filled in, and whether it takes it empty."""
    return page.context["form"].fields[name].required


def test_an_order_that_may_not_be_taken_away_is_asked_for(office, north, row, committee, by):
    order = make_order()
    known = {"starts_on": BEGAN, "ends_on": LAST, "order": order}
    post = posts.appoint_to("coordinator", north, row.person, by=by, **known)
    post.discharged_by = order
    post.save()
    officer = make_post("officer", north).person.posts.get()
    RegionalPost.objects.filter(pk=officer.pk).update(appointed_by=order)
    member = make_body_membership(make_body("learning", parent=committee), make_person())
    member.appointed_by = member.discharged_by = order
    member.ends_on = LAST
    member.save()

    of_post = office.get(page_of(post, kind="post"))
    of_member = office.get(page_of(member, kind="body-member"))

    assert (asks_for(of_post, "order"), asks_for(of_post, "discharge_order")) == (True, True)
    assert not asks_for(office.get(page_of(officer, kind="post")), "order")
    assert (asks_for(of_member, "order"), asks_for(of_member, "discharge_order")) == (False, True)
    sent = {"seen": seen_on(of_post), "starts_on": "2/7/2568", "ends_on": "30/6/2569"}
    page = office.post(page_of(post, kind="post"), {**sent, "reason": WHY})
    assert list(page.context["form"].errors) == ["order", "discharge_order"]


def test_an_order_that_never_was_known_is_not_asked_for_when_a_day_is_put_right(office, north):
    post = make_post("coordinator", north).person.posts.get()

    assert not asks_for(office.get(page_of(post, kind="post")), "order")


@pytest.mark.parametrize("rows", [1, 4])
def test_what_was_put_right_costs_the_same_for_one_and_many(
    seat, by, django_assert_num_queries, rows
):
    for number in range(rows):
        strike(make_membership(seat, make_person(f"คน{number}")), by)

    with django_assert_num_queries(2):
        found = corrections_of(seat)
        names = [(one.person.full_name, one.by.person.full_name) for one in found]

    assert len(names) == rows


def test_the_life_of_a_person_leads_the_secretariat_to_each_entry_and_back(office, client, row):
    life = reverse("committees:person-detail", args=[row.person_id])
    url = f"{page_of(row)}?next={life}"

    assert url in office.get(life).text
    answer = office.post(
        page_of(row, "striking") + f"?next={life}",
        {"seen": seen_on(office.get(url)), "reason": WHY},
    )

    assert answer["Location"] == life
    office.logout()
    assert "correction" not in client.get(reverse("committees:seat-list")).text


def test_the_centre_is_not_left_empty_between_a_corrected_end_and_the_successor(by):
    make_post("central_officer", name="later", starts_on=date(2027, 1, 1))
    RegionalPost.objects.filter(person=by.person).update(ends_on=date(2026, 12, 31))
    post = by.person.posts.get()

    assert refused(correct, post, by, ends_on=date(2026, 11, 30)) == "last-officer"
    assert correct(post, by, ends_on=date(2027, 1, 31)).ends_on == date(2027, 1, 31)
