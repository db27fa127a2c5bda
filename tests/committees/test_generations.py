"""Opening the next generation of the 67, and the history of those before (S24)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from committees.actions.generations import NUMBERS, Names, open_generation
from committees.forms.bodies import BodyForm
from committees.forms.kinds_of_bodies import GenerationForm
from committees.models import (
    BodyMembership,
    Committee,
    Delegate,
    Delegation,
    Membership,
    Position,
    Seat,
)
from committees.queries.generations import chapters
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import RegionalPost, rights_of
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
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db
Kind = Committee.Kind
LAST_DAY, FIRST_DAY = date(2026, 8, 31), date(2026, 9, 1)
NAMES = Names(name="คณะอนุกรรมการ", short_name="คณะ 67 ชุดปี 2569", name_en="Subcommittee")


@pytest.fixture
def committee():
    committee = make_committee()
    Committee.objects.filter(pk=committee.pk).update(
        seats_due=65, officers_per_region=2, central_officers_due=3, boards_limit=4
    )
    committee.refresh_from_db()
    return committee


@pytest.fixture
def secretary():
    return make_post("central_officer", name="เลขานุการ")


@pytest.fixture
def order():
    return make_order("7/2569")


def open_next(previous, order, by, *, starts_on=FIRST_DAY):
    return open_generation(previous, starts_on=starts_on, names=NAMES, order=order, by=by)


def refused(*args, **kwargs):
    with pytest.raises(RuleBroken) as refusal:
        open_next(*args, **kwargs)
    if hasattr(refusal.value, "error_dict"):
        return list(refusal.value.error_dict)
    return [refusal.value.code]


# -- What ends -------------------------------------------------------------------------


def test_every_number_that_is_typed_in_is_carried_over():
    """A quorum decided for one generation holds for the next until CODI decides otherwise."""
    typed_in = set(GenerationForm.base_fields) - set(BodyForm.base_fields)

    assert typed_in - {"starts_on", "ends_on"} == set(NUMBERS)


def test_whoever_holds_a_place_leaves_it_the_day_before_by_the_order(committee, order, secretary):
    north = make_region(1)
    make_post("coordinator", north)
    make_post("co_chair", north)
    network = make_seat(committee, 3, region=north)
    make_membership(network, mode=Membership.Mode.NETWORK)
    unit = make_body("coordination-2568-planning", parent=committee)
    make_body_membership(unit, make_person())

    open_next(committee, order, secretary)

    ended = {(LAST_DAY, order.pk)}
    of_the_67 = RegionalPost.objects.filter(role__in=["coordinator", "co_chair"])
    for rows in (Membership.objects, of_the_67, BodyMembership.objects):
        assert set(rows.values_list("ends_on", "discharged_by")) == ended
    for rows in (committee.seats, committee.units):
        assert set(rows.values_list("ends_on", flat=True)) == {LAST_DAY}
    committee.refresh_from_db()
    assert committee.ends_on == LAST_DAY


def test_the_work_to_which_people_were_sent_ends_with_the_generation(committee, order, secretary):
    north, other = (
        make_region(1),
        make_committee("other", starts_on=date(1999, 1, 1), ends_on=date(1999, 12, 31)),
    )
    work, _over = (
        Delegation.objects.create(committee=committee, name=name, starts_on=TODAY, ends_on=ends_on)
        for name, ends_on in (("สังเคราะห์", None), ("เสร็จแล้ว", TODAY))
    )
    others = Delegation.objects.create(committee=other, name="ของชุดอื่น", starts_on=TODAY)
    for one in (work, others):
        Delegate.objects.create(
            delegation=one, kind="people", region=north, person=make_person(), starts_on=TODAY
        )

    open_next(committee, order, secretary)

    ends = {row.name: row.ends_on for row in Delegation.objects.all()}
    assert ends == {"สังเคราะห์": LAST_DAY, "เสร็จแล้ว": TODAY, "ของชุดอื่น": None}
    assert work.delegates.get().ends_on == LAST_DAY
    assert others.delegates.get().ends_on is None


def test_a_delegate_of_a_later_day_is_decided_on_first(committee, order, secretary):
    work = Delegation.objects.create(committee=committee, name="สังเคราะห์", starts_on=TODAY)
    Delegate.objects.create(
        delegation=work, kind="people", region=make_region(1), person=make_person(),
        starts_on=FIRST_DAY,
    )  # fmt: skip

    assert refused(committee, order, secretary) == ["starts_on"]


def test_who_left_before_keeps_the_day_and_the_order_of_leaving(committee, order, secretary):
    seat = make_seat(committee, issue=make_issue())
    left = make_membership(seat, ends_on=date(2025, 12, 31))
    acted = make_substitution(seat, make_person(), ends_on=date(2025, 9, 30))
    acts = make_substitution(
        seat, make_person(), starts_on=date(2026, 6, 1), ends_on=date(2026, 12, 31)
    )

    open_next(committee, order, secretary)

    for row in (left, acted, acts):
        row.refresh_from_db()
    assert (left.ends_on, left.discharged_by) == (date(2025, 12, 31), make_order())
    assert (acted.ends_on, acts.ends_on) == (date(2025, 9, 30), LAST_DAY)


def test_staff_and_outside_boards_go_on(committee, order, secretary):
    region = make_region(1)
    for role in ("officer", "manager"):
        make_post(role, region)
    make_post("auditor")
    board = make_body("board-codi", kind=Kind.BOARD)
    make_body_membership(board, make_person())

    open_next(committee, order, secretary)

    board.refresh_from_db()
    assert (board.ends_on, board.members.get().ends_on) == (None, None)
    assert set(RegionalPost.objects.values_list("ends_on", flat=True)) == {None}


def test_a_coordinator_loses_the_rights_on_the_first_day_of_the_next(committee, order, secretary):
    user = make_post("coordinator", make_region(1))
    open_next(committee, order, secretary)

    held = []
    for day in (LAST_DAY, FIRST_DAY):
        with time_machine.travel(day, tick=False):
            held.append(rights_of(type(user).objects.get(pk=user.pk)).regions)

    assert [len(regions) for regions in held] == [1, 0]


# -- What begins -----------------------------------------------------------------------


def test_seats_bodies_and_numbers_are_carried_over_empty(committee, order, secretary):
    north, issue, cluster = make_region(1), make_issue(), make_cluster()
    make_membership(make_seat(committee, 1, region=north, cluster=cluster))
    make_seat(committee, 2, issue=issue)
    gone = make_seat(committee, 3, region=north)
    Seat.objects.filter(pk=gone.pk).update(ends_on=date(2025, 12, 31))
    unit = make_body("coordination-2568-planning", parent=committee, name="ฝ่ายวางแผน")
    make_body_membership(unit, make_person())
    make_body("issue-77", kind=Kind.ISSUE, parent=committee, issue=issue)

    new = open_next(committee, order, secretary)

    facts = ("number", "kind", "region", "cluster", "issue", "starts_on", "ends_on")
    assert list(new.seats.order_by("number").values_list(*facts)) == [
        (1, "cluster", north.pk, cluster.pk, None, FIRST_DAY, None),
        (2, "issue", None, None, issue.pk, FIRST_DAY, None),
    ]
    codes = list(new.units.order_by("code").values_list("code", flat=True))
    assert (codes[0], codes[1][:6]) == ("coordination-2569-planning", "issue-")
    assert not Membership.objects.filter(seat__committee=new).exists()
    assert not BodyMembership.objects.filter(committee__parent=new).exists()
    assert (new.seats_due, new.officers_per_region, new.central_officers_due, new.boards_limit) == (
        65, 2, 3, 4,
    )  # fmt: skip


@pytest.mark.parametrize(("on", "code"), [(LAST_DAY, 2568), (FIRST_DAY, 2569)])
def test_each_day_has_one_generation(committee, order, secretary, on, code):
    open_next(committee, order, secretary)

    assert [row.code for row in Committee.objects.the_67(on=on)] == [f"coordination-{code}"]


def test_a_generation_that_ended_long_ago_keeps_its_last_day(order, secretary):
    past = make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))
    seat = make_seat(past, region=make_region(1))
    Seat.objects.filter(pk=seat.pk).update(ends_on=past.ends_on)

    new = open_next(past, order, secretary)

    past.refresh_from_db()
    assert (past.ends_on, new.seats.count()) == (date(2008, 2, 8), 1)


def test_the_very_first_generation_ends_nothing_and_needs_no_order(secretary):
    new = open_next(None, None, secretary)

    assert (new.code, new.seats.count()) == ("coordination-2569", 0)
    assert [row.verb for row in Activity.objects.about(new)] == ["generation.opened"]


# -- What is refused ---------------------------------------------------------------------


@pytest.mark.parametrize("starts_on", [date(2025, 6, 30), date(2025, 7, 1)])
def test_the_next_begins_after_the_one_before(committee, order, secretary, starts_on):
    assert refused(committee, order, secretary, starts_on=starts_on) == ["starts_on"]


def test_without_an_order_nobody_leaves(committee, secretary):
    make_membership(make_seat(committee, issue=make_issue()))

    assert refused(committee, None, secretary) == ["order"]
    assert Membership.objects.get().ends_on is None


def test_what_begins_only_after_the_last_day_is_decided_on_first(committee, order, secretary):
    make_membership(make_seat(committee, issue=make_issue()), starts_on=FIRST_DAY)

    assert refused(committee, order, secretary) == ["starts_on"]
    assert Committee.objects.count() == 1


def test_only_the_last_generation_is_followed(committee, order, secretary):
    open_next(committee, order, secretary)

    assert refused(committee, order, secretary) == ["later-generation"]
    assert refused(None, order, secretary) == ["later-generation"]
    assert Committee.objects.filter(kind=Kind.SUBCOMMITTEE).count() == 2


def in_five_threads(previous, order, by):
    def attempt(_):
        try:
            open_next(previous, order, by)
        except RuleBroken as refusal:
            return refusal
        finally:
            connection.close()
        return "won"

    with ThreadPoolExecutor(5) as pool:
        return list(pool.map(attempt, range(5)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_first", [True, False])
def test_of_five_who_open_the_next_at_once_one_wins_and_the_others_are_told(
    order, secretary, is_first
):
    previous = None if is_first else make_committee()

    answers = in_five_threads(previous, order, secretary)

    assert answers.count("won") == 1
    assert all(isinstance(answer, RuleBroken) for answer in answers if answer != "won")
    assert Committee.objects.filter(starts_on=FIRST_DAY).count() == 1


# -- Pages -------------------------------------------------------------------------------


ANSWERS = {
    "starts_on": "1/9/2569", "name": "คณะอนุกรรมการ", "short_name": "คณะ 67 ชุดปี 2569",
    "name_en": "",
}  # fmt: skip


def test_the_preview_counts_people_once_and_changes_nothing(committee, order, secretary, sign_in):
    make_post("coordinator", make_region(1))  # one person: a seat and a post
    make_membership(make_seat(committee, 2, issue=make_issue()))
    visitor = sign_in(secretary)

    page = visitor.post(reverse("committees:generation-create"), {**ANSWERS, "order": order.pk})

    assert "เปิดชุดใหม่และให้ 2 คนพ้นจากตำแหน่ง" in page.text
    assert "31 สิงหาคม 2569" in page.text
    assert (Committee.objects.count(), set(Membership.objects.values_list("ends_on"))) == (
        1, {(None,)},
    )  # fmt: skip


def test_the_confirmed_generation_is_opened_once(committee, order, secretary, sign_in):
    visitor, url = sign_in(secretary), reverse("committees:generation-create")
    answers = {**ANSWERS, "order": order.pk, "confirm": "1"}

    first, second = visitor.post(url, answers), visitor.post(url, answers)

    new = Committee.objects.get(starts_on=FIRST_DAY)
    assert first.url == reverse("committees:body-detail", args=[new.code]) + "?on=1/9/2569"
    assert (second.status_code, Committee.objects.count()) == (200, 2)
    assert new.name_en == new.name


@pytest.mark.parametrize("button", [{}, {"confirm": "1"}])
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"starts_on": "เมื่อไร"}, "starts_on"),
        ({"starts_on": "1/7/2568"}, "starts_on"),
        ({"order": "999"}, "order"),
        ({"short_name": ""}, "short_name"),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field_before_anything_ends(
    committee, order, secretary, sign_in, button, wrong, field
):
    answers = {**ANSWERS, "order": order.pk, **wrong, **button}

    page = sign_in(secretary).post(reverse("committees:generation-create"), answers)

    assert f'id="id_{field}_error"' in page.text
    assert Committee.objects.count() == 1


PAST = {
    "name": "คณะกรรมการประสานงาน", "short_name": "ชุดก่อนปี 2550", "starts_on": "1/1/2540",
    "ends_on": "31/12/2549", "dates_in_words": "ตั้งแต่ปี 2540", "source": "สรุปเชิงบริหาร",
}  # fmt: skip


def test_a_generation_of_before_is_recorded_and_ends_nothing(committee, secretary, sign_in):
    held = make_membership(make_seat(committee, issue=make_issue()))

    sign_in(secretary).post(reverse("committees:past-generation-create"), PAST)

    past = Committee.objects.get(code="coordination-2540")
    held.refresh_from_db()
    assert (past.ends_on, past.source, past.seats_due) == (date(2006, 12, 31), "สรุปเชิงบริหาร", None)
    assert held.ends_on is None
    assert [row.verb for row in Activity.objects.about(past)] == ["generation.recorded"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ends_on": "31/12/2539"}, "ends_on"),
        ({"ends_on": "1/7/2569"}, "ends_on"),
        ({"starts_on": "1/1/2568", "ends_on": "1/7/2568"}, "starts_on"),
        ({"source": ""}, "source"),
    ],
)
def test_a_generation_of_before_lies_before_and_says_how_it_is_known(
    committee, secretary, sign_in, wrong, field
):
    page = sign_in(secretary).post(reverse("committees:past-generation-create"), {**PAST, **wrong})

    assert f'id="id_{field}_error"' in page.text
    assert Committee.objects.count() == 1


def test_the_history_tells_each_generation_in_its_own_words(client, committee):
    past = make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))
    Committee.objects.filter(pk=past.pk).update(
        dates_in_words="เอกสารไม่บอกวันเริ่ม", source="สรุปเชิงบริหาร", note="บอกเพียงโครงสร้าง"
    )
    Position.objects.create(
        title="ผอ.", source="สรุปเชิงบริหาร", starts_on=date(2007, 6, 12), ends_on=date(2007, 6, 13)
    )

    page = client.get(reverse("committees:history")).text
    newer, _, older = page.partition("เอกสารไม่บอกวันเริ่ม")

    assert "1 กรกฎาคม 2568" in newer
    assert ("1 มกราคม 2550" in page, "บอกเพียงโครงสร้าง" in older) == (False, True)
    assert "ไม่ปรากฏในเอกสาร" in older
    assert "?on=12/6/2550" in older


def test_a_generation_that_is_only_planned_is_told_inside_the_house(
    client, committee, order, secretary
):
    open_next(committee, order, secretary)
    url = reverse("committees:history")

    outside = client.get(url).text
    client.force_login(secretary)
    inside = client.get(url).text

    assert [page.count("timeline__when") for page in (outside, inside)] == [1, 2]


def test_what_changed_is_told_only_of_what_both_generations_record():
    oldest = make_committee("of-2540", starts_on=date(1997, 1, 1), ends_on=date(2006, 12, 31))
    older = make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))
    newer = make_committee()
    Committee.objects.filter(pk=older.pk).update(seats_due=60)
    Committee.objects.filter(pk=oldest.pk).update(seats_due=None)
    issue = make_issue()
    for generation, tail in ((older, "audit"), (newer, "audit"), (older, "old"), (newer, "new")):
        make_body(f"{generation.code}-{tail}", parent=generation, name=f"{tail} {generation.code}")
    for generation in (older, newer):
        kinds = {"kind": Kind.ISSUE, "issue": issue}
        make_body(f"{generation.code}-of-farmers", parent=generation, **kinds)

    told = [
        (
            one.change.seats_before,
            [body.code for body in one.change.added],
            [body.code for body in one.change.gone],
        )
        for one in chapters()
    ]

    assert told == [
        (60, ["coordination-2568-new"], ["of-2550-old"]),
        (None, [], []),
        (None, [], []),
    ]


@pytest.mark.parametrize("count", [1, 5])
def test_the_history_costs_the_same_for_one_generation_and_many(
    client, count, django_assert_num_queries
):
    for number in range(count):
        began = date(1997 + 2 * number, 1, 1)
        generation = make_committee(
            f"of-{number}", starts_on=began, ends_on=began.replace(month=12, day=31)
        )
        make_body(f"unit-{number}", parent=generation)
        Committee.objects.filter(pk=generation.pk).update(source="เอกสาร")

    with django_assert_num_queries(4):  # generations, bodies, co-chairs, days of documents
        page = client.get(reverse("committees:history")).text

    assert page.count("timeline__when") == count


def test_before_the_first_generation_the_pages_say_so(client):
    assert "ยังไม่มีคณะ 67 ในระบบ" in client.get(reverse("committees:history")).text
    assert "ไม่มีคณะ 67 ที่ดำรงตำแหน่ง" in client.get(reverse("committees:body-list")).text
