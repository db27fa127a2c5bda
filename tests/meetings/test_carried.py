"""Matters arising: what a meeting takes up by itself, what is left out, what it settles (B3)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse

from committees.models import Committee
from meetings import actions
from meetings.actions import Task
from meetings.models import ActionItem, AgendaItem, CarriedItem, Meeting, Minutes
from meetings.permissions import can_settle_carried_item
from meetings.queries import MeetingPage
from meetings.queries.carried import seen_words
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from tests.factories.committees import make_body
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    NOW,
    TODAY,
    called,
    make_held,
    make_item,
    make_plan,
    make_resolution,
    make_sitting,
    planned,
)

LATER = date(2026, 8, 7)


@pytest.fixture
def before(committee):
    return make_held(committee)


@pytest.fixture
def resolution(before):
    return make_resolution(before)


@pytest.fixture
def item(resolution, north):
    return make_item(resolution, region=north)


@pytest.fixture
def meeting(committee, board, secretary, before, item):
    """Called, following the one that decided."""
    return called(committee, secretary, previous=before)


@pytest.fixture
def sitting(meeting, secretary):
    return make_sitting(meeting, by=secretary)


def taken_up(meeting):
    return [row.action_item for row in meeting.carried_items.all()]


def arising(meeting, *, reader=None, on=TODAY):
    body = Meeting.objects.select_related("committee", "province").get(pk=meeting.pk)
    return MeetingPage(body, on=on, reader=reader).arising


def row_of(meeting, item):
    return CarriedItem.objects.get(meeting=meeting, action_item=item)


def seen(meeting, item):
    return seen_words(row_of(meeting, item).settled_at)


def address(name, meeting, item):
    return reverse(f"meetings:carried-{name}", args=[meeting.pk, item.pk])


# -- What is taken up --------------------------------------------------------------------


def test_a_plan_takes_up_what_waits_and_nothing_else(
    committee, former_committee, before, resolution, north, south, secretary
):
    waits = make_item(resolution, region=north)
    make_item(resolution, region=south, done_at=NOW, done_by=secretary)
    make_item(
        resolution, region=south, withdrawn_at=NOW, withdrawn_by=secretary,
        withdrawn_because="ไม่ต้องทำแล้ว",
    )  # fmt: skip
    of_others = make_held(former_committee, number=9, day=date(2007, 6, 1))
    make_item(make_resolution(of_others), region=north)

    assert taken_up(planned(committee, secretary, previous=before)) == [waits]


def test_a_meeting_takes_up_what_another_body_decided_never(
    committee, secretary, resolution, item, north
):
    other = make_body("unit", parent=committee)

    assert taken_up(planned(other, secretary)) == []


def test_sent_twice_it_is_taken_up_once(committee, before, item, secretary):
    meeting = planned(committee, secretary, previous=before)

    actions.revise_meeting(meeting, make_plan(previous=before), version=0, by=secretary)

    assert taken_up(meeting) == [item]


def test_what_comes_in_later_stands_on_the_page_and_is_written_down_at_the_next_turn(
    committee, board, before, item, resolution, south, secretary
):
    meeting = planned(committee, secretary, previous=before)
    late = make_item(resolution, region=south, position=2)

    assert [row.item.pk for row in arising(meeting).rows] == [item.pk, late.pk]
    actions.call_meeting(meeting, version=meeting.version, by=secretary)

    assert taken_up(meeting) == [item, late]
    assert [row.item.pk for row in arising(meeting).rows] == [item.pk, late.pk]


def test_what_is_done_meanwhile_shows_as_done_and_does_not_vanish(meeting, item, secretary):
    actions.complete_action_item(item, result="ทำครบทุกจังหวัด", because="ส่งทางหนังสือ", by=secretary)

    [row] = arising(meeting).rows
    assert (row.fulfilment, row.item.result) == ("held", "ทำครบทุกจังหวัด\nส่งทางหนังสือ")


def test_once_it_has_begun_nothing_comes_in_by_itself(sitting, resolution, south):
    make_item(resolution, region=south, position=2)

    assert len(arising(sitting).rows) == 1


def test_what_it_decided_itself_is_for_the_next_one(
    committee, meeting, sitting, item, north, secretary
):
    own = make_item(make_resolution(sitting), region=north)
    following = planned(committee, secretary, starts_on=LATER, previous=sitting)

    assert [row.item.pk for row in arising(sitting).rows] == [item.pk]
    assert taken_up(following) == [item, own]


def test_a_record_of_a_document_takes_up_nothing(committee, item):
    record = make_held(committee, number=7, day=date(2026, 6, 20), source="สรุปเชิงบริหาร")

    assert arising(record).rows == []


def test_how_often_is_counted_from_rows_also_of_one_left_out(committee, meeting, item, secretary):
    actions.leave_out(meeting, item, reason="รอข้อมูล", by=secretary)
    following = planned(committee, secretary, starts_on=LATER, previous=meeting)
    cancelled = planned(committee, secretary, starts_on=date(2026, 7, 20))
    actions.cancel_meeting(cancelled, reason="น้ำท่วม", version=cancelled.version, by=secretary)

    assert [row.times for row in arising(meeting).rows] == [1]
    assert [row.times for row in arising(following).rows] == [2]


def test_resolutions_come_the_oldest_first_each_with_its_own(
    committee, before, item, north, south, secretary
):
    second = make_resolution(make_held(committee, number=2, day=date(2026, 6, 20)))
    make_item(second, region=north)
    meeting = planned(committee, secretary)
    make_item(item.resolution, region=south, position=2)

    matters = arising(meeting).matters

    assert [str(matter.resolution) for matter in matters] == ["1/2569 1", "2/2569 1"]
    assert [len(matter.tasks[0].rows) for matter in matters] == [2, 1]


# -- On the page ---------------------------------------------------------------------------


def test_the_page_says_all_of_it_though_nobody_wrote_an_item(client, cast, meeting, item):
    assert not meeting.items.filter(section=AgendaItem.Section.ARISING).exists()
    client.force_login(cast["member"])

    html = client.get(meeting.get_absolute_url()).text

    section = html.partition('id="agenda-3"')[2].partition("</details>")[0]
    for told in [
        "เหนือบน", "ทบทวนข้อเสนอ", "ภายในวันที่ 30 มิถุนายน 2569", "การประชุมครั้งที่ 1/2569",
        "5.1 เรื่องพิจารณา 1", "ให้ทุกภาคทบทวนข้อเสนอ", "ค้างมา 1 ครั้ง", "ยังไม่ตอบ", "เกินกำหนด",
    ]:  # fmt: skip
        assert told in section, told
    assert "ไม่นำเข้าวาระ" not in section  # not a member's to do
    assert "รายงานการประชุมครั้งที่ 1/2569" in html.partition('id="agenda-2"')[2]


def test_what_is_settled_folds_and_what_waits_stands_open(
    committee, sitting, item, resolution, north, south, secretary
):
    [matter] = arising(sitting).matters
    assert (matter.waiting, matter.late, matter.is_settled) == (1, 1, False)

    actions.continue_carried_item(sitting, item, seen="", by=secretary)

    [matter] = arising(sitting).matters
    assert (matter.waiting, matter.late, matter.is_settled) == (0, 0, True)


def test_an_owner_may_be_a_unit_or_a_person(client, cast, committee, resolution, before):
    unit = make_body("unit", parent=committee)
    make_item(resolution, unit=unit)
    make_item(resolution, person=make_person("สมชาย"), position=2)
    meeting = planned(committee, cast["secretary"], previous=before)
    client.force_login(cast["secretary"])

    html = client.get(meeting.get_absolute_url()).text

    assert unit.short_name in html
    assert "สมชาย" in html


@pytest.mark.parametrize("count", [1, 30])
def test_a_page_costs_the_same_however_much_arises(
    client, cast, committee, board, before, resolution, north, count, django_assert_num_queries
):
    for position in range(1, count + 1):
        make_item(resolution, region=north, position=position)
    meeting = called(committee, cast["secretary"], previous=before)
    client.force_login(cast["member"])

    with django_assert_num_queries(6):  # session, user, head, rights, meeting, record
        page = client.get(meeting.get_absolute_url())

    assert len(page.context["page"].arising.rows) == count


# -- Left out, and taken up again ------------------------------------------------------------


def test_one_left_out_says_why_and_may_come_back(client, cast, meeting, item):
    client.force_login(cast["secretary"])

    client.post(address("removal", meeting, item), {"reason": "รอข้อมูลจากภาค"})

    page = client.get(meeting.get_absolute_url())
    row = row_of(meeting, item)
    assert (row.removed_because, row.removed_by) == ("รอข้อมูลจากภาค", cast["secretary"])
    assert page.context["page"].arising.matters == []
    assert "รอข้อมูลจากภาค" in page.text
    assert "ไม่นำเข้าวาระ 1 เรื่อง" in page.text

    client.post(address("return", meeting, item))

    assert row_of(meeting, item).removed_at is None
    assert len(arising(meeting).matters) == 1
    verbs = Activity.objects.about(row).values_list("verb", flat=True)
    assert set(verbs) == {"carried_item.removed", "carried_item.returned"}


def test_without_a_reason_nothing_is_left_out(client, cast, meeting, item):
    client.force_login(cast["secretary"])

    page = client.post(address("removal", meeting, item), {"reason": "  "})

    assert "reason" in page.context["form"].errors
    assert row_of(meeting, item).removed_at is None


def test_leaving_out_and_putting_back_twice_is_told(meeting, item, secretary):
    actions.leave_out(meeting, item, reason="รอ", by=secretary)
    with pytest.raises(RuleBroken, match="ออกจากวาระไปแล้ว"):
        actions.leave_out(meeting, item, reason="รอ", by=secretary)
    actions.put_back(meeting, item, by=secretary)
    with pytest.raises(RuleBroken, match="อยู่ในวาระแล้ว"):
        actions.put_back(meeting, item, by=secretary)


def test_what_has_begun_leaves_nothing_out(sitting, item, secretary):
    with pytest.raises(RuleBroken, match="เริ่มแล้ว"):
        actions.leave_out(sitting, item, reason="รอ", by=secretary)


def test_one_that_came_in_since_may_be_left_out_at_once(meeting, resolution, south, secretary):
    late = make_item(resolution, region=south, position=2)

    actions.leave_out(meeting, late, reason="รอ", by=secretary)

    assert row_of(meeting, late).removed_because == "รอ"


# -- Settled in session ------------------------------------------------------------------------


def test_one_tap_says_done(client, cast, sitting, item):
    client.force_login(cast["secretary"])

    answer = client.post(address("outcome", sitting, item), {"outcome": "done", "seen": ""})

    item.refresh_from_db()
    assert answer.url == f"{sitting.get_absolute_url()}#carried-{item.pk}"
    assert (row_of(sitting, item).outcome, item.done_by) == ("done", cast["secretary"])
    assert "ที่ประชุม: เสร็จ" in client.get(sitting.get_absolute_url()).text


def test_one_tap_says_it_goes_on(sitting, item, committee, secretary):
    actions.continue_carried_item(sitting, item, seen="", by=secretary)

    following = planned(committee, secretary, starts_on=LATER, previous=sitting)
    assert row_of(sitting, item).outcome == "continued"
    assert [(row.item.pk, row.times) for row in arising(following).rows] == [(item.pk, 2)]


def test_htmx_gets_the_row_that_was_tapped(client, cast, sitting, item):
    client.force_login(cast["secretary"])

    row = client.post(
        address("outcome", sitting, item),
        {"outcome": "continued", "seen": ""},
        headers={"HX-Request": "true", "HX-Target": f"carried-{item.pk}"},
    )

    assert "ที่ประชุม: ดำเนินการต่อ" in row.text
    assert row.text.strip().startswith(f'<li id="carried-{item.pk}"')
    assert "csrfmiddlewaretoken" in row.text


@pytest.mark.parametrize("given", ["changed", "", "x" * 9000, "\x00"])
def test_an_outcome_nobody_offers_changes_nothing(client, cast, sitting, item, given):
    client.force_login(cast["secretary"])

    answer = client.post(address("outcome", sitting, item), {"outcome": given}, follow=True)

    assert answer.status_code == 200
    assert "เลือกผลของเรื่องนี้" in answer.text
    assert row_of(sitting, item).outcome == ""


def test_another_day_or_other_words(client, cast, sitting, item):
    client.force_login(cast["secretary"])
    given = {"title": "ทบทวนและส่งข้อเสนอ", "due_month": "สิงหาคม 2569", "seen": ""}

    client.post(address("change", sitting, item), given)

    item.refresh_from_db()
    assert (item.title, item.due_on, item.due_precision) == (
        "ทบทวนและส่งข้อเสนอ", date(2026, 8, 31), "month",
    )  # fmt: skip
    assert (item.version, item.edited_by) == (1, cast["secretary"])
    told = Activity.objects.about(row_of(sitting, item)).get(verb="carried_item.settled")
    assert told.detail["due_before"] == "2026-06-30"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": ""}, "title"),
        ({}, "due_on"),
        ({"due_on": "31/2/2569"}, "due_on"),
        ({"due_on": "1/9/2569", "due_month": "กันยายน 2569"}, "due_month"),
        ({"due_month": "เดือนหน้า"}, "due_month"),
        ({"title": "ก" * 301, "due_on": "1/9/2569"}, "title"),
        ({"title": "ก\x00ข", "due_on": "1/9/2569"}, "title"),
    ],
)
def test_what_cannot_be_read_is_told_beside_the_field(client, cast, sitting, item, given, field):
    client.force_login(cast["secretary"])

    page = client.post(address("change", sitting, item), {"title": "งาน", "seen": "", **given})

    assert field in page.context["form"].errors
    assert row_of(sitting, item).outcome == ""


def test_a_day_is_a_day(sitting, item, secretary):
    actions.change_carried_item(sitting, item, Task("งาน", LATER), seen="", by=secretary)

    item.refresh_from_db()
    assert (item.due_on, item.due_precision) == (LATER, "day")


def test_a_day_typed_is_a_day(client, cast, sitting, item):
    client.force_login(cast["secretary"])

    client.post(address("change", sitting, item), {"title": "งาน", "due_on": "7 ส.ค. 2569"})

    item.refresh_from_db()
    assert (item.due_on, item.due_precision) == (LATER, "day")


def test_what_is_withdrawn_says_why_and_waits_for_nobody(client, cast, sitting, item, committee):
    client.force_login(cast["secretary"])

    client.post(address("withdrawal", sitting, item), {"reason": "รวมกับงานใหม่", "seen": ""})

    item.refresh_from_db()
    following = planned(committee, cast["secretary"], starts_on=LATER, previous=sitting)
    assert (item.withdrawn_because, item.withdrawn_by) == ("รวมกับงานใหม่", cast["secretary"])
    assert (item.standing(on=TODAY), item.is_open) == ("withdrawn", False)
    assert taken_up(following) == []
    assert "รวมกับงานใหม่" in client.get(sitting.get_absolute_url()).text


@pytest.mark.parametrize("first", ["done", "withdrawn"])
def test_said_otherwise_it_is_undone(sitting, item, secretary, first):
    if first == "done":
        actions.finish_carried_item(sitting, item, seen="", by=secretary)
    else:
        actions.withdraw_carried_item(sitting, item, reason="ผิด", seen="", by=secretary)

    actions.continue_carried_item(sitting, item, seen=seen(sitting, item), by=secretary)

    item.refresh_from_db()
    assert item.is_open
    assert row_of(sitting, item).outcome == "continued"


def test_what_others_did_stays(sitting, item, secretary, clock):
    actions.complete_action_item(item, result="ทำแล้ว", because="ส่งทางหนังสือ", by=secretary)
    clock.shift(60)
    actions.finish_carried_item(sitting, item, seen="", by=secretary)

    item.refresh_from_db()
    assert (item.result, item.done_at) == ("ทำแล้ว\nส่งทางหนังสือ", NOW)
    for refused in (
        lambda: actions.continue_carried_item(
            sitting, item, seen=seen(sitting, item), by=secretary
        ),
        lambda: actions.change_carried_item(
            sitting, item, Task("งาน", LATER), seen=seen(sitting, item), by=secretary
        ),
        lambda: actions.withdraw_carried_item(
            sitting, item, reason="ผิด", seen=seen(sitting, item), by=secretary
        ),
    ):
        with pytest.raises(RuleBroken, match="เสร็จแล้ว"):
            refused()


def test_what_was_withdrawn_elsewhere_is_not_done(sitting, item, secretary):
    ActionItem.objects.update(
        withdrawn_at=NOW, withdrawn_by=secretary, withdrawn_because="มติถูกยกเลิก"
    )

    with pytest.raises(RuleBroken, match="ยกเลิกไปแล้ว"):
        actions.finish_carried_item(sitting, item, seen="", by=secretary)
    with pytest.raises(RuleBroken, match="ยกเลิกไปแล้ว"):
        actions.complete_action_item(item, result="ทำแล้ว", because="ส่งทางหนังสือ", by=secretary)


def test_who_comes_second_sees_what_stands(client, cast, sitting, item):
    actions.continue_carried_item(sitting, item, seen="", by=cast["secretary"])
    client.force_login(cast["secretary"])
    given = {"reason": "รวมกับงานใหม่", "seen": ""}

    stale = client.post(address("withdrawal", sitting, item), given)

    item.refresh_from_db()
    assert (stale.status_code, item.is_open) == (409, True)
    assert "รวมกับงานใหม่" in stale.text
    again = {"reason": "รวมกับงานใหม่", "seen": stale.context["form"].data["seen"]}
    assert client.post(address("withdrawal", sitting, item), again).status_code == 302


def test_a_tap_that_came_second_is_told(client, cast, sitting, item):
    actions.continue_carried_item(sitting, item, seen="", by=cast["secretary"])
    client.force_login(cast["secretary"])

    page = client.post(
        address("outcome", sitting, item), {"outcome": "done", "seen": ""}, follow=True
    )

    assert "มีผู้บันทึกผลของเรื่องนี้ไปก่อนท่าน" in page.text
    assert row_of(sitting, item).outcome == "continued"


def test_nothing_is_settled_before_it_begins(meeting, item, secretary):
    with pytest.raises(RuleBroken, match="ตั้งแต่เริ่มประชุม"):
        actions.finish_carried_item(meeting, item, seen="", by=secretary)


def test_nothing_is_settled_once_the_minutes_are_adopted(client, cast, sitting, item):
    client.force_login(cast["secretary"])
    actions.close_meeting(sitting, at=NOW, version=sitting.version, by=cast["secretary"])
    assert 'name="outcome"' in client.get(sitting.get_absolute_url()).text
    Minutes.objects.update_or_create(
        meeting=sitting,
        defaults={"state": "adopted", "route": "circulation", "adopted_on": sitting.ends_on},
    )

    with pytest.raises(RuleBroken, match="รับรองรายงาน"):
        actions.finish_carried_item(sitting, item, seen="", by=cast["secretary"])
    assert 'name="outcome"' not in client.get(sitting.get_absolute_url()).text


def test_the_latest_meeting_has_the_last_word(client, cast, committee, sitting, item):
    by = cast["secretary"]
    actions.continue_carried_item(sitting, item, seen="", by=by)
    actions.close_meeting(sitting, at=NOW, version=sitting.version, by=by)
    following = called(committee, by, starts_on=LATER, previous=sitting)
    make_sitting(following, by=by, day=LATER)
    client.force_login(by)
    assert 'value="continued"' in client.get(sitting.get_absolute_url()).text

    actions.continue_carried_item(following, item, seen="", by=by)

    with pytest.raises(RuleBroken, match="ครั้งหลัง") as refusal:
        actions.finish_carried_item(sitting, item, seen=seen(sitting, item), by=by)
    assert refusal.value.code == "settled-later"
    assert 'value="continued"' not in client.get(sitting.get_absolute_url()).text


def test_what_was_left_out_is_not_settled(meeting, item, secretary):
    actions.leave_out(meeting, item, reason="รอ", by=secretary)
    make_sitting(meeting, by=secretary)

    with pytest.raises(RuleBroken, match="นำออกจากวาระ"):
        actions.finish_carried_item(meeting, item, seen="", by=secretary)


# -- Two hands at once -----------------------------------------------------------------------


def at_once(*acts):
    """What each came to, in threads that start together."""
    gate = Barrier(len(acts))

    def one(act):
        gate.wait()
        try:
            act()
        except RuleBroken as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


@pytest.mark.django_db(transaction=True)
def test_of_two_that_settle_at_once_one_is_told(sitting, item, secretary):
    outcomes = at_once(
        lambda: actions.continue_carried_item(sitting, item, seen="", by=secretary),
        lambda: actions.withdraw_carried_item(sitting, item, reason="เลิก", seen="", by=secretary),
    )

    item.refresh_from_db()
    assert outcomes == ["done", "stale"]
    assert item.is_open == (row_of(sitting, item).outcome == "continued")


@pytest.mark.django_db(transaction=True)
def test_of_a_result_and_a_withdrawal_at_once_one_stands(sitting, item, secretary):
    outcomes = at_once(
        lambda: actions.complete_action_item(
            item, result="ทำแล้ว", because="ส่งทางหนังสือ", by=secretary
        ),
        lambda: actions.withdraw_carried_item(sitting, item, reason="เลิก", seen="", by=secretary),
    )

    standing = ActionItem.objects.get(pk=item.pk)
    assert outcomes in (["done", "not-open"], ["done", "withdrawn"])
    assert (standing.done_at is None) != (standing.withdrawn_at is None)


# -- Who may --------------------------------------------------------------------------------


PARTS = [
    "secretary", "auditor", "coordinator", "officer", "manager", "co-chair",
    "another region's coordinator", "former secretary", "member",
]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_who_leaves_out(client, cast, meeting, item, part):
    client.force_login(cast[part])

    statuses = [
        client.get(address("removal", meeting, item)).status_code,
        client.post(address("return", meeting, item)).status_code,
    ]

    assert statuses == ([200, 302] if part == "secretary" else [403, 403])


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("is_sitting", [True, False])
def test_who_settles(client, cast, meeting, item, part, is_sitting):
    make_sitting(meeting, by=cast["secretary"])
    if not is_sitting:
        actions.close_meeting(meeting, at=NOW, version=meeting.version, by=cast["secretary"])
    client.force_login(cast[part])

    statuses = {
        client.get(address(name, meeting, item)).status_code for name in ("change", "withdrawal")
    }
    statuses.add(
        {302: 200}.get(code := client.post(address("outcome", meeting, item)).status_code, code)
    )

    may = part == "secretary" or (part == "co-chair" and is_sitting)
    assert statuses == {200 if may else 403}


def test_the_chair_of_a_region_s_body_settles_in_its_own(cast, north, south):
    bodies = [Committee(kind="regional", region=region) for region in (north, south)]
    meetings = [Meeting(committee=body, state=Meeting.State.IN_SESSION) for body in bodies]

    assert [can_settle_carried_item(cast["co-chair"], one) for one in meetings] == [True, False]


def test_what_is_not_there_is_not_found(client, cast, meeting, committee):
    client.force_login(cast["secretary"])
    plan = planned(committee, cast["secretary"], starts_on=LATER)

    for pk, item_pk in [(meeting.pk, 999999), (999999, 1), (meeting.pk, 10**15)]:
        url = reverse("meetings:carried-removal", args=[pk, item_pk])
        assert client.get(url).status_code == 404
    client.force_login(cast["member"])
    assert client.get(reverse("meetings:carried-change", args=[plan.pk, 1])).status_code == 404
