"""The record is written block by block while the meeting sits and until its minutes are adopted."""

from datetime import date, datetime, timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from committees.models import BodyMembership, Position
from meetings.actions import Task
from meetings.actions.writing import (
    Voice,
    add_remark,
    add_statement,
    assign,
    keep_discussion,
    move_remark,
    note_item,
    put_resolution,
    raise_item,
    remove_assignment,
    remove_remark,
    remove_resolution,
    rewrite_assignment,
    rewrite_remark,
    rewrite_resolution,
    rewrite_statement,
    take_up_item,
)
from meetings.models import (
    ActionItem,
    AgendaItem,
    Meeting,
    Opinion,
    Proposal,
    Resolution,
    ResolutionChange,
    Speaker,
    Statement,
)
from meetings.queries import MeetingPage, Quorum
from meetings.queries.quorum import Rule
from meetings.queries.speakers import position_of, speaker_choices
from meetings.queries.writing import item_on_screen
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import Region
from tests.factories.committees import make_body
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    BANGKOK,
    NOW,
    called,
    make_held,
    make_minutes,
    make_resolution,
    make_sitting,
    planned,
)
from tests.factories.regions import make_post

TODAY = date(2026, 7, 1)  # it is 10.00
TEN = NOW
NINE = datetime(2026, 7, 1, 9, 0, tzinfo=BANGKOK)
MINUTE = timedelta(minutes=1)
JULY = Task("ทบทวนข้อเสนอของภาค", date(2026, 7, 31), ActionItem.Precision.MONTH)


@pytest.fixture
def meeting(committee, board, secretary):
    """Of three seats, in session since nine."""
    return make_sitting(called(committee, secretary, starts_on=date(2026, 7, 2)), by=secretary)


@pytest.fixture
def item(meeting):
    return meeting.items.get(section=5)


def opinion(item, by, text="ควรเริ่มจากพื้นที่พร้อม"):
    return add_remark(Opinion, item, text, token=uuid4(), by=by)


def resolution(item, by, text="ให้ทุกภาคทบทวนข้อเสนอ", at=None):
    return put_resolution(item, text, at=at, token=uuid4(), by=by)


def refusal_of(action, *args, **kwargs):
    with pytest.raises(RuleBroken) as refusal:
        action(*args, **kwargs)
    return refusal.value


def at_once(*actions):
    """Run all at the same moment, each on a connection of its own; what each came to."""
    barrier, heard = Barrier(len(actions)), []

    def press(action):
        try:
            barrier.wait()
            heard.append(action())
        except RuleBroken as refusal:
            heard.append(refusal.code)
        finally:
            connection.close()

    threads = [Thread(target=press, args=[action]) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return heard


# -- When a record is open --------------------------------------------------------------


def everything(item, by):
    """Every way to write, each on rows of its own."""
    return [
        lambda: keep_discussion(item, "คุยกันแล้ว", version=item.version, by=by),
        lambda: note_item(item, is_noted=True, by=by),
        lambda: opinion(item, by),
        lambda: add_statement(item, "เห็นด้วย", [Voice(None, "ผอ.พอช.")], token=uuid4(), by=by),
        lambda: resolution(item, by),
        lambda: raise_item(item.meeting, section=6, title="เรื่องอื่น", token=uuid4(), by=by),
    ]


def test_a_plan_and_a_meeting_that_was_only_called_take_no_record(committee, board, secretary):
    for meeting in (planned(committee, secretary), called(committee, secretary)):
        item = meeting.items.get(section=5)

        codes = [refusal_of(action).code for action in everything(item, secretary)]

        assert set(codes) == {"not-begun" if meeting.state == "called" else "wrong-state"}


@pytest.mark.parametrize("state", ["in_session", "closed"])
def test_a_meeting_takes_its_record_while_it_sits_and_afterwards(meeting, item, secretary, state):
    Meeting.objects.filter(pk=meeting.pk).update(state=state)

    for action in everything(item, secretary):
        action()

    item.refresh_from_db()
    assert (item.discussion, item.is_noted) == ("คุยกันแล้ว", True)
    assert [kind.objects.count() for kind in (Opinion, Statement, Resolution)] == [1, 1, 1]
    assert meeting.items.filter(section=6).count() == 1


def test_adopted_minutes_are_not_written_again(meeting, item, secretary):
    row, put = opinion(item, secretary), resolution(item, secretary)
    [task] = assign(put, JULY, [make_person()], token=uuid4(), by=secretary)
    meeting.state = Meeting.State.CLOSED
    Meeting.objects.filter(pk=meeting.pk).update(state="closed")
    make_minutes(meeting, state="adopted")

    codes = [refusal_of(action).code for action in everything(item, secretary)]
    codes += [
        refusal_of(rewrite_remark, row, "อื่น", version=0, by=secretary).code,
        refusal_of(move_remark, row, up=True, by=secretary).code,
        refusal_of(remove_remark, row, version=0, by=secretary).code,
        refusal_of(rewrite_resolution, put, "อื่น", at=None, version=0, by=secretary).code,
        refusal_of(remove_resolution, put, version=0, by=secretary).code,
        refusal_of(assign, put, JULY, [make_person()], token=uuid4(), by=secretary).code,
        refusal_of(rewrite_assignment, task, JULY, version=0, by=secretary).code,
        refusal_of(remove_assignment, task, version=0, by=secretary).code,
    ]

    assert set(codes) == {"adopted"}


def test_a_record_taken_from_a_document_says_what_the_document_says(former_committee, secretary):
    held = make_held(former_committee, source="สรุปเชิงบริหาร")
    item = make_resolution(held).item

    assert refusal_of(opinion, item, secretary).code == "wrong-state"


# -- A block and its version ---------------------------------------------------------------


def test_a_block_says_who_wrote_it_and_when(item, secretary):
    row = opinion(item, secretary)

    rewrite_remark(row, "ควรเริ่มทุกพื้นที่", version=0, by=secretary)

    assert (row.text, row.version, row.edited_by, row.edited_at) == (
        "ควรเริ่มทุกพื้นที่", 1, secretary, TEN,
    )  # fmt: skip


def test_who_comes_second_overwrites_nothing(item, secretary):
    row = opinion(item, secretary)
    rewrite_remark(Opinion.objects.get(), "ของคนแรก", version=0, by=secretary)

    assert refusal_of(rewrite_remark, row, "ของคนหลัง", version=0, by=secretary).code == "stale"
    assert Opinion.objects.get().text == "ของคนแรก"


def test_the_same_words_saved_twice_are_saved_once(item, secretary):
    row = opinion(item, secretary)
    for _again in range(2):
        rewrite_remark(row, "เหมือนกัน", version=0, by=secretary)

    assert row.version == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_save_one_block_at_once_lose_nothing(item, secretary):
    keep = [
        lambda text=text: (
            keep_discussion(
                AgendaItem.objects.get(pk=item.pk), text, version=0, by=secretary
            ).discussion
        )
        for text in ("ของสมศรี", "ของสมชาย")
    ]

    heard = at_once(*keep)

    item.refresh_from_db()
    assert sorted(heard) == sorted([item.discussion, "stale"])
    assert item.version == 1


def test_the_same_form_sent_twice_adds_one(item, secretary):
    token = uuid4()
    rows = [add_remark(Proposal, item, "ตั้งกองทุน", token=token, by=secretary) for _ in range(2)]

    assert rows[0] == rows[1]
    assert Proposal.objects.count() == 1


def test_a_statement_sent_twice_is_one(item, secretary):
    token, voices = uuid4(), [Voice(None, "ผอ.พอช.")]
    for _again in range(2):
        add_statement(item, "เห็นด้วย", voices, token=token, by=secretary)

    assert (Statement.objects.count(), Speaker.objects.count()) == (1, 1)


def test_noting_is_one_word_and_the_last_one_stands(item, secretary):
    for is_noted in (True, True, False):
        note_item(item, is_noted=is_noted, by=secretary)

    assert item.is_noted is False
    told = Activity.objects.filter(verb__startswith="agenda_item.").order_by("pk")
    assert [one.verb for one in told] == ["agenda_item.noted", "agenda_item.unnoted"]


# -- Numbered lists keep their order ----------------------------------------------------------


@pytest.fixture
def listed(item, secretary):
    return [opinion(item, secretary, text) for text in ("หนึ่ง", "สอง", "สาม")]


def order():
    return [row.text for row in Opinion.objects.all()]


@pytest.mark.parametrize(
    ("moved", "up", "after"),
    [
        (1, True, ["สอง", "หนึ่ง", "สาม"]),
        (1, False, ["หนึ่ง", "สาม", "สอง"]),
        (0, True, ["หนึ่ง", "สอง", "สาม"]),
        (2, False, ["หนึ่ง", "สอง", "สาม"]),
    ],
)
def test_a_row_moves_past_its_neighbour(listed, secretary, moved, up, after):
    move_remark(listed[moved], up=up, by=secretary)

    assert order() == after


def test_rows_of_one_position_still_move(listed, secretary):
    Opinion.objects.update(position=1)

    move_remark(listed[2], up=True, by=secretary)

    assert order() == ["หนึ่ง", "สาม", "สอง"]


def test_a_row_taken_off_stays_in_the_history(listed, secretary):
    gone = listed[1].pk
    remove_remark(listed[1], version=0, by=secretary)

    kept = Opinion.pgh_event_model.objects.filter(pgh_obj_id=gone).values_list("pgh_label", "text")
    assert order() == ["หนึ่ง", "สาม"]
    assert ("delete", "สอง") in list(kept)


def test_what_somebody_wrote_meanwhile_is_not_taken_off(listed, secretary):
    rewrite_remark(listed[0], "ใหม่", version=0, by=secretary)

    assert refusal_of(remove_remark, listed[0], version=0, by=secretary).code == "stale"
    assert len(order()) == 3


def test_a_statement_goes_with_its_speakers(item, secretary):
    row = add_statement(item, "เห็นด้วย", [Voice(None, "ผอ.พอช.")], token=uuid4(), by=secretary)

    remove_remark(row, version=0, by=secretary)

    assert (Statement.objects.count(), Speaker.objects.count()) == (0, 0)


# -- Who said it, with the position of that day (S6) ---------------------------------------------


def told(statement):
    return [
        (speaker.person and speaker.person.first_name, speaker.held_position)
        for speaker in statement.speakers.all()
    ]


def said(item, *voices, by):
    return add_statement(item, "เห็นด้วย", voices, token=uuid4(), by=by)


def test_a_speaker_has_the_position_held_that_day(item, north, secretary):
    post = make_post("coordinator", north, name="coordinator")
    post.person.posts.update(starts_on=date(2026, 1, 1), ends_on=TODAY)

    row = said(item, Voice(post.person), by=secretary)

    assert told(row) == [(post.person.first_name, f"ผู้ประสานงาน{north.name}")]


def test_not_the_position_of_another_day(item, north, secretary):
    post = make_post("coordinator", north, name="coordinator")
    post.person.posts.update(starts_on=date(2026, 1, 1), ends_on=TODAY - timedelta(days=1))

    [(_who, position)] = told(said(item, Voice(post.person), by=secretary))
    assert "ผู้ประสานงาน" not in position


def test_a_member_of_the_67_speaks_for_the_seat(item, board, north, secretary):
    row = said(item, Voice(board[0]), by=secretary)

    assert told(row) == [(board[0].first_name, f"อนุกรรมการ ผู้แทน{north.name}")]


def test_what_a_document_says_weighs_most_and_a_place_in_a_body_counts(committee, secretary):
    person, body = make_person(), make_body("unit-media", parent=committee, name="สื่อสาร")
    since = date(2026, 1, 1)
    BodyMembership.objects.create(committee=body, person=person, role="เลขานุการ", starts_on=since)
    assert position_of(person, on=TODAY) == "เลขานุการ สื่อสาร"

    Position.objects.create(person=person, title="ผอ.พอช.", starts_on=since, source="คำสั่ง")

    assert position_of(person, on=TODAY) == "ผอ.พอช."


def test_a_speaker_may_be_only_a_position_and_what_was_written_stands(item, board, secretary):
    row = said(item, Voice(None, "ผอ.พอช."), Voice(board[0], "วิทยากร"), by=secretary)

    assert told(row) == [(None, "ผอ.พอช."), (board[0].first_name, "วิทยากร")]


def test_somebody_said_it(item, secretary):
    assert "speaker" in refusal_of(said, item, by=secretary).message_dict


def test_who_said_it_is_put_right_and_nothing_is_written_twice(item, board, secretary):
    row = said(item, Voice(board[0]), by=secretary)
    voices = [Voice(board[1]), Voice(None, "ผอ.พอช.")]

    for _again in range(2):
        rewrite_statement(row, "เห็นด้วยอย่างยิ่ง", voices, version=0, by=secretary)

    assert [who for who, _position in told(row)] == [board[1].first_name, None]
    assert (row.text, row.version) == ("เห็นด้วยอย่างยิ่ง", 1)
    rewrite_statement(row, "แก้เพียงคำ", voices, version=1, by=secretary)
    assert (row.text, row.version, len(told(row))) == ("แก้เพียงคำ", 2, 2)
    stale = refusal_of(rewrite_statement, row, "อื่น", voices, version=0, by=secretary)
    assert stale.code == "stale"


def test_who_came_is_offered_first(meeting, board, secretary):
    told = {"kind": "observer", "arrived_at": NINE, "recorded_at": TEN, "recorded_by": secretary}
    meeting.attendances.create(person=board[2], **told)
    meeting.attendances.create(name="นายสมชาย", role="อบต.", **told)

    groups = speaker_choices(meeting, on=TODAY)

    assert [name for name, _choices in groups] == [
        "ผู้มาประชุม", "ผู้มาที่ไม่มีชื่อในทะเบียน", "ผู้อื่นในทะเบียน",
    ]  # fmt: skip
    assert [len(choices) for _name, choices in groups[:2]] == [1, 1]
    assert groups[1][1][0][1] == "นายสมชาย อบต."
    assert groups[0][1][0][1].startswith(f"{board[2].full_name} (อนุกรรมการ")


# -- Resolutions -----------------------------------------------------------------------------


def test_resolutions_are_numbered_through_the_meeting_and_say_when(meeting, item, secretary):
    other = meeting.items.get(section=1)

    rows = [resolution(one, secretary) for one in (item, other, item)]

    assert [row.number for row in rows] == [1, 2, 3]
    assert {row.decided_at for row in rows} == {TEN}


def test_a_number_is_never_given_again(item, secretary):
    first, second = resolution(item, secretary), resolution(item, secretary)
    remove_resolution(second, version=0, by=secretary)
    remove_resolution(first, version=0, by=secretary)

    assert resolution(item, secretary).number == 3


@pytest.mark.django_db(transaction=True)
def test_two_resolutions_at_once_have_two_numbers(item, secretary):
    put = [
        lambda: resolution(AgendaItem.objects.get(pk=item.pk), secretary).number for _ in range(2)
    ]

    assert sorted(at_once(*put)) == [1, 2]


def test_the_same_resolution_sent_twice_has_one_number(item, secretary):
    token = uuid4()
    for _again in range(2):
        put_resolution(item, "เห็นชอบ", at=None, token=token, by=secretary)

    assert [row.number for row in Resolution.objects.all()] == [1]


@pytest.mark.parametrize("at", [NINE - MINUTE, TEN + MINUTE])
def test_nothing_is_decided_before_it_opened_or_in_the_future(item, secretary, at):
    assert "clock" in refusal_of(resolution, item, secretary, at=at).message_dict
    put = resolution(item, secretary)
    refusal = refusal_of(rewrite_resolution, put, "x", at=at, version=0, by=secretary)
    assert "clock" in refusal.message_dict


def test_nothing_is_decided_after_it_closed(meeting, item, secretary):
    closed = NINE + 30 * MINUTE
    Meeting.objects.filter(pk=meeting.pk).update(
        state="closed", closed_at=closed, closed_by=secretary
    )

    assert "clock" in refusal_of(resolution, item, secretary, at=closed + MINUTE).message_dict
    assert resolution(item, secretary, at=closed).decided_at == closed
    assert resolution(item, secretary).decided_at is None


def test_the_hour_of_a_resolution_is_put_right(item, secretary):
    put = resolution(item, secretary)

    rewrite_resolution(put, put.text, at=NINE + MINUTE, version=0, by=secretary)

    assert (put.decided_at, put.version) == (NINE + MINUTE, 1)


def test_a_resolution_with_assignments_is_not_taken_off(item, secretary):
    put = resolution(item, secretary)
    [task] = assign(put, JULY, [make_person()], token=uuid4(), by=secretary)
    assert refusal_of(remove_resolution, put, version=0, by=secretary).code == "has-assignments"

    remove_assignment(task, version=0, by=secretary)
    remove_resolution(put, version=0, by=secretary)

    assert not Resolution.objects.exists()


def test_nor_one_that_another_resolution_changes(item, secretary):
    first, second = resolution(item, secretary), resolution(item, secretary)
    ResolutionChange.objects.create(resolution=second, earlier=first, kind="amends")

    assert refusal_of(remove_resolution, first, version=0, by=secretary).code == "cited"


def test_the_quorum_of_the_moment_stands_beside_the_resolution(
    client, meeting, item, board, secretary
):
    seats = list(meeting.committee.seats.order_by("number"))
    for seat, person, arrived in zip(seats, board, (NINE, NINE, NINE + 30 * MINUTE), strict=True):
        meeting.attendances.create(
            seat=seat, holder=person, person=person, kind="present", arrived_at=arrived,
            recorded_at=TEN, recorded_by=secretary,
        )  # fmt: skip
    early, late = (resolution(item, secretary, at=at) for at in (NINE + 10 * MINUTE, TEN))
    client.force_login(secretary)

    page = MeetingPage(Meeting.objects.get(pk=meeting.pk), on=TODAY)
    words = [row["quorum"].at_vote for row, _tasks in page.resolutions]

    assert words == [
        "องค์ประชุมขณะลงมติ 2 จาก 3 ครบ",
        "องค์ประชุมขณะลงมติ 3 จาก 3 ครบ",
    ]
    for address in (f"/meetings/{meeting.pk}/", f"/meetings/{meeting.pk}/record/items/{item.pk}/"):
        html = client.get(address).content.decode()
        assert all(one in html for one in words)
    assert (early.number, late.number) == (1, 2)


def test_a_quorum_that_is_missed_says_so():
    assert Quorum(1, 2, 3, Rule()).at_vote == "องค์ประชุมขณะลงมติ 1 จาก 3 ยังไม่ครบ"


# -- Assignments ---------------------------------------------------------------------------------


def test_every_region_at_once_is_one_item_each(item, north, south, secretary):
    put = resolution(item, secretary)

    items = assign(put, JULY, list(Region.objects.all()), token=uuid4(), by=secretary)

    assert [(one.region, one.title, one.due_in_words) for one in items] == [
        (region, JULY.title, "ภายในเดือนกรกฎาคม 2569") for region in (north, south)
    ]
    assert [one.position for one in items] == [1, 2]


def test_a_body_or_a_person_is_asked_and_the_same_form_asks_once(committee, item, secretary):
    put, person, token = resolution(item, secretary), make_person(), uuid4()
    body = make_body("unit-media", parent=committee)

    for _again in range(2):
        assign(put, JULY, [body, person], token=token, by=secretary)

    assert [one.owner for one in put.action_items.order_by("position")] == [body, person]


@pytest.mark.parametrize(("precision", "field"), [("day", "due_on"), ("month", "due_month")])
def test_nothing_is_due_before_the_meeting(item, secretary, precision, field):
    past, put = Task("งาน", date(2026, 6, 30), precision), resolution(item, secretary)

    refusal = refusal_of(assign, put, past, [make_person()], token=uuid4(), by=secretary)

    assert list(refusal.message_dict) == [field]


def test_an_assignment_is_put_right_once(item, secretary):
    [task] = assign(resolution(item, secretary), JULY, [make_person()], token=uuid4(), by=secretary)
    day = Task("จัดเวที", date(2026, 8, 15))

    rewrite_assignment(task, day, version=0, by=secretary)

    assert (task.title, task.due_on, task.due_precision, task.version) == (
        "จัดเวที", day.due_on, "day", 1,
    )  # fmt: skip
    assert refusal_of(rewrite_assignment, task, JULY, version=0, by=secretary).code == "stale"
    assert refusal_of(remove_assignment, task, version=0, by=secretary).code == "stale"


def test_what_is_done_stays(item, secretary):
    [task] = assign(resolution(item, secretary), JULY, [make_person()], token=uuid4(), by=secretary)
    ActionItem.objects.filter(pk=task.pk).update(done_at=TEN, done_by=secretary)

    assert refusal_of(remove_assignment, task, version=0, by=secretary).code == "in-use"


# -- What comes up, and what the room sees ------------------------------------------------------


def test_what_comes_up_stands_at_the_end_of_its_heading(meeting, secretary):
    raised = [
        raise_item(meeting, section=5, title=title, token=uuid4(), by=secretary)
        for title in ("หนึ่ง", "สอง")
    ]

    assert [one.number for one in raised] == ["5.2", "5.3"]


def test_the_screen_shows_the_item_the_meeting_was_turned_to(meeting, item, secretary):
    first = meeting.items.get(section=1)
    assert item_on_screen(meeting) is None

    for one in (item, first):
        take_up_item(one, by=secretary)

    assert item_on_screen(meeting) == first.pk


def test_a_meeting_that_is_over_turns_to_nothing(meeting, item, secretary):
    Meeting.objects.filter(pk=meeting.pk).update(state="closed")

    assert refusal_of(take_up_item, item, by=secretary).code == "not-in-session"
