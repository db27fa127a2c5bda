"""The life of minutes: begun when the meeting closes, versions, adoption by three routes."""

import ast
from datetime import date, timedelta

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from meetings import actions
from meetings.actions.breakout import open_topic
from meetings.actions.diagrams import Drawing, Node, draw
from meetings.actions.minutes import (
    Adoption,
    Wrong,
    adopt_minutes,
    adopt_silently,
    ask_for_correction,
    begin_minutes,
    check_minutes,
    circulate_minutes,
    keep_version,
    name_writers,
    propose_minutes,
    record_erratum,
    return_minutes,
    settle_correction,
)
from meetings.models import (
    AgendaItem,
    Meeting,
    Minutes,
    MinutesVersion,
    Statement,
)
from portal.kernel.errors import RuleBroken, beside_others
from portal.kernel.models import Activity, Outbox
from tests.factories.meetings import (
    NOW,
    TODAY,
    called,
    make_held,
    make_item,
    make_resolution,
    make_sitting,
)
from tests.factories.minutes import adopted, checked, circulated, named

State, Route = Minutes.State, Minutes.Route
A_DAY = timedelta(days=1)


@pytest.fixture
def held(committee, board):
    """Meeting 1/2569, closed five days ago, with one item and one resolution."""
    meeting = make_held(committee, day=TODAY - 5 * A_DAY)
    make_resolution(meeting)
    return meeting


@pytest.fixture
def minutes(held, secretary):
    return begin_minutes(held, by=secretary)


def write(meeting, text="เพิ่มข้อความ"):
    """The record says something more."""
    AgendaItem.objects.filter(meeting=meeting).update(discussion=text)


def verbs(subject):
    return list(Activity.objects.about(subject).order_by("pk").values_list("verb", flat=True))


# Begun


def test_closing_a_meeting_begins_its_minutes(committee, board, secretary):
    meeting = make_sitting(called(committee, secretary), by=secretary)

    actions.close_meeting(meeting, at=NOW, version=meeting.version, by=secretary)

    minutes = Minutes.objects.get(meeting=meeting)
    assert (minutes.state, minutes.versions.get().number) == (State.DRAFT, 1)
    assert "เลิกประชุมเวลา 10.00 น." in minutes.versions.get().text
    assert verbs(minutes) == ["minutes.begun"]


def test_minutes_are_begun_once(minutes, held, secretary):
    assert begin_minutes(held, by=secretary) == minutes
    assert (minutes.versions.count(), verbs(minutes)) == (1, ["minutes.begun"])


@pytest.mark.parametrize("fields", [{"state": Meeting.State.CALLED}, {"source": "สมุดบันทึก"}])
def test_there_are_no_minutes_of_what_is_not_closed_or_was_taken_from_a_document(
    held, secretary, fields
):
    if "state" in fields:
        fields |= {"called_at": NOW, "called_by": secretary}
    Meeting.objects.filter(pk=held.pk).update(**fields)

    with pytest.raises(RuleBroken) as refusal:
        begin_minutes(held, by=secretary)

    assert (refusal.value.code, Minutes.objects.count()) == ("not-closed", 0)


def test_minutes_of_a_meeting_that_goes_on_are_a_draft_again(committee, board, secretary):
    meeting = make_sitting(called(committee, secretary), by=secretary)
    actions.close_meeting(meeting, at=NOW, version=meeting.version, by=secretary)
    checked(meeting.minutes, secretary)

    actions.reopen_meeting(meeting, reason="ปิดผิด", version=meeting.version, by=secretary)

    assert Minutes.objects.get().state == State.DRAFT
    actions.close_meeting(meeting, at=NOW, version=meeting.version, by=secretary)
    assert [row.state for row in MinutesVersion.objects.order_by("number")][-1] == State.DRAFT


# Turned


def test_minutes_without_names_are_not_checked(minutes, secretary):
    with pytest.raises(RuleBroken) as refusal:
        check_minutes(minutes, version=minutes.version, by=secretary)

    assert refusal.value.code == "unnamed"


def test_every_turn_keeps_a_version_and_says_who(minutes, secretary):
    minutes = circulated(minutes, secretary)
    minutes = return_minutes(minutes, reason="ชื่อผู้มาประชุมผิด", version=minutes.version, by=secretary)

    assert (minutes.state, minutes.circulated_until) == (State.DRAFT, None)
    kept = minutes.versions.order_by("number").values_list("number", "state", "note")
    assert list(kept) == [
        (1, "draft", ""), (2, "draft", ""), (3, "checked", ""), (4, "circulated", ""),
        (5, "draft", "ชื่อผู้มาประชุมผิด"),
    ]  # fmt: skip
    assert verbs(minutes) == [
        "minutes.begun", "minutes.assigned", "minutes.checked", "minutes.circulated",
        "minutes.returned",
    ]  # fmt: skip
    assert "ผู้ตรวจ" in minutes.versions.first().text


@pytest.mark.parametrize("turn", [circulate_minutes, propose_minutes])
def test_a_draft_goes_nowhere_but_to_be_checked(minutes, secretary, turn):
    with pytest.raises(RuleBroken) as refusal:
        turn(minutes, version=minutes.version, by=secretary)

    assert refusal.value.code == "wrong-state"


def test_whoever_read_an_older_text_turns_nothing(minutes, held, secretary):
    minutes = named(minutes, secretary)
    write(held)
    keep_version(held, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        check_minutes(minutes, version=minutes.version, by=secretary)

    assert (refusal.value.code, Minutes.objects.get().state) == ("stale", State.DRAFT)


def test_names_are_given_anew_until_the_minutes_are_adopted(minutes, secretary):
    minutes = circulated(minutes, secretary)

    minutes = name_writers(
        minutes, note_taker=secretary.person, checker=None, version=minutes.version, by=secretary
    )

    assert (minutes.state, minutes.checker) == (State.CIRCULATED, None)
    with pytest.raises(RuleBroken) as refusal:
        name_writers(minutes, note_taker=None, checker=None, version=1, by=secretary)
    assert refusal.value.code == "stale"


# Circulated


def test_circulating_tells_everybody_invited_where_and_until_when(committee, board, secretary):
    meeting = make_sitting(called(committee, secretary), by=secretary)
    actions.close_meeting(meeting, at=NOW, version=meeting.version, by=secretary)
    Outbox.objects.all().delete()

    minutes = circulated(meeting.minutes, secretary)

    # 7 days from Wednesday 1 July.
    assert minutes.circulated_until == date(2026, 7, 8)
    letters_sent = Outbox.objects.order_by("pk")
    assert [row.payload["to"] for row in letters_sent] == [
        f"seat-{number}@portal.example" for number in (1, 2, 3)
    ]
    body = letters_sent[0].payload["body"]
    assert f"/meetings/{meeting.pk}/minutes/" in body
    assert "ภายในวันพุธที่ 8 กรกฎาคม 2569" in body
    assert letters_sent[0].payload["subject"].startswith("ขอส่งรายงานการประชุม")


def test_the_last_day_for_objecting_is_a_working_day(committee, minutes, secretary):
    committee.circulation_days = 10
    committee.save(update_fields=["circulation_days"])

    assert circulated(minutes, secretary).circulated_until == date(2026, 7, 13)  # 11 is a Saturday


def test_silence_adopts_what_was_circulated(minutes, secretary):
    minutes = circulated(minutes, secretary)
    until, text = minutes.circulated_until, minutes.versions.first().text

    assert not adopt_silently(minutes, until=until, on=until)
    assert adopt_silently(minutes, until=until, on=until + A_DAY)
    assert not adopt_silently(minutes, until=until, on=until + A_DAY)

    minutes.refresh_from_db()
    told = (minutes.state, minutes.route, minutes.adopted_on, minutes.adopted_by)
    assert told == (State.ADOPTED, Route.CIRCULATION, until + A_DAY, None)
    last = minutes.versions.first()
    assert (last.state, last.text, last.saved_by) == (State.ADOPTED, text, None)


def test_silence_adopts_nothing_while_somebody_waits_for_an_answer(minutes, secretary):
    minutes = circulated(minutes, secretary)
    until = minutes.circulated_until
    asked = ask_for_correction(minutes, text="ข้าพเจ้ามาประชุม", item=None, by=secretary)

    assert not adopt_silently(minutes, until=until, on=until + A_DAY)
    settle_correction(asked, outcome="declined", reply="ไม่มีชื่อในใบลงทะเบียน", by=secretary)
    assert adopt_silently(minutes, until=until, on=until + A_DAY)


def test_silence_adopts_no_other_text_than_the_one_that_went_round(minutes, held, secretary):
    minutes = circulated(minutes, secretary)
    until = minutes.circulated_until
    write(held)
    keep_version(held, by=secretary)

    assert not adopt_silently(minutes, until=until, on=until + A_DAY)
    with time_machine.travel(NOW + timedelta(days=9), tick=False):
        minutes.refresh_from_db()
        with pytest.raises(RuleBroken) as refusal:
            adopt_minutes(
                minutes, Adoption(Route.CIRCULATION), version=minutes.version, by=secretary
            )
    assert list(refusal.value.error_dict) == ["route"]


def test_a_correction_that_was_made_is_adopted_with_the_rest(minutes, held, secretary):
    minutes = circulated(minutes, secretary)
    item = held.items.get()
    asked = ask_for_correction(minutes, text="เพิ่มคำว่าทุกภาค", item=item, by=secretary)
    write(held, "ทุกภาค")
    keep_version(held, by=secretary)
    settle_correction(asked, outcome="made", reply="", by=secretary)

    assert adopt_silently(
        minutes, until=minutes.circulated_until, on=minutes.circulated_until + A_DAY
    )

    minutes.refresh_from_db()
    assert minutes.corrections == "วาระ 5.1 เพิ่มคำว่าทุกภาค"
    assert "ทุกภาค" in minutes.versions.first().text


def test_minutes_that_circulate_anew_wait_for_the_new_day(minutes, held, secretary):
    minutes = circulated(minutes, secretary)
    first = minutes.circulated_until
    write(held)
    keep_version(held, by=secretary)
    minutes.refresh_from_db()
    with time_machine.travel(NOW + A_DAY, tick=False):
        minutes = circulate_minutes(minutes, version=minutes.version, by=secretary)

    assert minutes.circulated_until == first + A_DAY
    assert not adopt_silently(minutes, until=first, on=first + A_DAY)
    assert adopt_silently(minutes, until=first + A_DAY, on=first + 2 * A_DAY)


def test_minutes_are_not_adopted_by_circulation_before_the_last_day_is_past(minutes, secretary):
    minutes = circulated(minutes, secretary)

    with pytest.raises(RuleBroken) as refusal:
        adopt_minutes(minutes, Adoption(Route.CIRCULATION), version=minutes.version, by=secretary)
    assert list(refusal.value.error_dict) == ["route"]

    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        minutes = adopt_minutes(
            minutes, Adoption(Route.CIRCULATION), version=minutes.version, by=secretary
        )
    assert (minutes.adopted_on, minutes.adopted_by) == (date(2026, 7, 9), secretary)


# Corrections


def test_a_correction_is_asked_for_once_and_settled_once(minutes, secretary):
    minutes = circulated(minutes, secretary)
    asked = ask_for_correction(minutes, text="แก้ชื่อ", item=None, by=secretary)

    assert ask_for_correction(minutes, text="แก้ชื่อ", item=None, by=secretary) == asked
    with pytest.raises(RuleBroken) as refusal:
        settle_correction(asked, outcome="declined", reply="", by=secretary)
    assert list(refusal.value.error_dict) == ["reply"]
    settle_correction(asked, outcome="made", reply="แก้แล้ว", by=secretary)
    with pytest.raises(RuleBroken) as refusal:
        settle_correction(asked, outcome="declined", reply="ไม่แก้", by=secretary)
    assert refusal.value.code == "settled"
    asked.refresh_from_db()
    assert (asked.outcome, asked.reply) == ("made", "แก้แล้ว")


def test_nothing_is_asked_of_a_draft_or_after_the_last_day(minutes, secretary):
    with pytest.raises(RuleBroken) as refusal:
        ask_for_correction(minutes, text="แก้ชื่อ", item=None, by=secretary)
    assert refusal.value.code == "not-open"

    minutes = circulated(minutes, secretary)
    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        with pytest.raises(RuleBroken):
            ask_for_correction(minutes, text="แก้ชื่อ", item=None, by=secretary)
        minutes = propose_minutes(minutes, version=minutes.version, by=secretary)
        ask_for_correction(minutes, text="แก้ชื่อ", item=None, by=secretary)


# Adopted


def test_minutes_are_adopted_in_their_own_meeting_on_its_day(committee, board, secretary):
    meeting = make_sitting(called(committee, secretary), by=secretary)
    actions.close_meeting(meeting, at=NOW, version=meeting.version, by=secretary)
    minutes = checked(meeting.minutes, secretary)

    minutes = adopt_minutes(minutes, Adoption(Route.SAME), version=minutes.version, by=secretary)

    told = (minutes.state, minutes.route, minutes.adopted_in, minutes.adopted_on)
    assert told == (State.ADOPTED, Route.SAME, meeting, TODAY)
    with pytest.raises(RuleBroken) as refusal:
        actions.reopen_meeting(meeting, reason="ปิดผิด", version=meeting.version, by=secretary)
    assert refusal.value.code == "adopted"


def test_minutes_are_not_adopted_in_their_own_meeting_on_another_day(minutes, secretary):
    minutes = checked(minutes, secretary)

    with pytest.raises(RuleBroken) as refusal:
        adopt_minutes(minutes, Adoption(Route.SAME), version=minutes.version, by=secretary)

    assert list(refusal.value.error_dict) == ["route"]


@pytest.fixture
def following(committee, held):
    return make_held(committee, number=2, day=TODAY - A_DAY, previous=held)


def test_minutes_are_adopted_in_a_later_meeting_and_stand_in_its_record(
    minutes, following, secretary
):
    begin_minutes(following, by=secretary)
    minutes = checked(minutes, secretary)
    minutes = propose_minutes(minutes, version=minutes.version, by=secretary)

    minutes = adopt_minutes(
        minutes, Adoption(Route.NEXT, following, "แก้คำว่า ภาค เป็น ทุกภาค"),
        version=minutes.version, by=secretary,
    )  # fmt: skip

    told = (minutes.adopted_in, minutes.adopted_on, minutes.corrections)
    assert told == (following, following.ends_on, "แก้คำว่า ภาค เป็น ทุกภาค")
    assert "แก้คำว่า ภาค เป็น ทุกภาค" in following.minutes.versions.first().text


@pytest.mark.parametrize("which", ["none", "earlier", "called", "another body's", "adopted"])
def test_only_a_later_meeting_of_the_body_with_an_open_record_adopts(
    minutes, held, committee, former_committee, following, secretary, which
):
    meetings = {
        "none": lambda: None,
        "earlier": lambda: make_held(committee, number=9, day=TODAY - 30 * A_DAY),
        "called": lambda: called(committee, secretary),
        "another body's": lambda: make_held(former_committee, day=date(2026, 6, 30)),
        "adopted": lambda: adopted(begin_minutes(following, by=secretary), secretary).meeting,
    }
    later = meetings[which]()
    minutes = checked(minutes, secretary)

    with pytest.raises(RuleBroken) as refusal:
        adopt_minutes(minutes, Adoption(Route.NEXT, later), version=minutes.version, by=secretary)

    assert list(refusal.value.error_dict) == ["adopted_in"]


def test_a_draft_is_not_adopted(minutes, following, secretary):
    with pytest.raises(RuleBroken) as refusal:
        adopt_minutes(
            minutes, Adoption(Route.NEXT, following), version=minutes.version, by=secretary
        )

    assert (refusal.value.code, minutes.versions.count()) == ("wrong-state", 1)


def test_open_requests_are_answered_before_minutes_are_adopted(minutes, following, secretary):
    minutes = circulated(minutes, secretary)
    ask_for_correction(minutes, text="แก้ชื่อ", item=None, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        adopt_minutes(
            minutes, Adoption(Route.NEXT, following), version=minutes.version, by=secretary
        )

    assert refusal.value.code == "open-requests"


def test_what_was_read_is_adopted_whatever_names_have_become(minutes, following, secretary):
    minutes = checked(minutes, secretary)
    secretary.person.first_name = "เปลี่ยนชื่อ"
    secretary.person.save(update_fields=["first_name"])

    minutes = adopt_minutes(
        minutes, Adoption(Route.NEXT, following), version=minutes.version, by=secretary
    )

    assert "เปลี่ยนชื่อ" not in minutes.versions.first().text


def test_minutes_that_have_no_version_yet_get_one_when_they_are_adopted(held, secretary):
    minutes = Minutes.objects.create(
        meeting=held, state=State.CIRCULATED, circulated_until=TODAY - A_DAY
    )

    assert adopt_silently(minutes, until=TODAY - A_DAY, on=TODAY)

    assert [row.state for row in minutes.versions.all()] == ["adopted", "circulated"]


def test_who_read_an_older_text_adopts_nothing(minutes, held, following, secretary):
    minutes = checked(minutes, secretary)
    write(held)
    keep_version(held, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        adopt_minutes(
            minutes, Adoption(Route.NEXT, following), version=minutes.version, by=secretary
        )

    assert refusal.value.code == "stale"


# Every save a version


def test_a_save_of_the_record_is_a_version_and_the_same_text_is_none(minutes, held, secretary):
    write(held, "ข้อความแรก")
    first = keep_version(held, by=secretary)
    again = keep_version(held, by=secretary)

    assert (first.number, again) == (2, first)
    assert (first.saved_by, first.saved_at, first.is_whole) == (secretary, timezone.now(), True)


def test_nothing_is_kept_before_there_are_minutes_or_after_they_are_adopted(held, secretary):
    assert keep_version(held, by=secretary) is None

    minutes = adopted(begin_minutes(held, by=secretary), secretary)
    assert keep_version(held, by=secretary) is None
    assert minutes.versions.count() == 5


def test_a_diagram_and_a_topic_are_saved_with_a_version(minutes, held, secretary):
    item = held.items.get()
    draw(item, Drawing("chain", "แผนภาพงาน", "สองขั้น", (Node("หนึ่ง"), Node("สอง"))), by=secretary)
    assert "แผนภาพงาน" in minutes.versions.first().text

    sitting = held.sittings.create(position=1, kind="breakout", title="แบ่งกลุ่ม")
    open_topic(item, sitting, title="บทบาท", columns=[], by=secretary)
    assert "บทบาท" in minutes.versions.first().text
    assert minutes.versions.count() == 3


def test_whoever_came_is_noted_with_a_version(minutes, held, board, secretary, committee):
    seat = committee.seats.get(number=1)
    entry = actions.Entry(kind="present", person=board[0])

    actions.record_attendance(held, seat, entry, seen=None, at=NOW, by=secretary)

    assert board[0].full_name in minutes.versions.first().text
    minutes.refresh_from_db()
    minutes = adopted(minutes, secretary)
    with pytest.raises(RuleBroken) as refusal:
        actions.erase_attendance(held, seat, seen=NOW, by=secretary)
    assert refusal.value.code == "adopted"


HOLDS = {"hold_record", "hold_begun", "note_held", "locked", "_row_to_settle"}
WRITES_NOTHING = {"take_up_item", "hold_begun", "locked", "_row_to_settle", "hold_record"}


def test_no_action_that_holds_the_record_goes_without_a_version():
    bare = [
        f"{path.name}:{function.name}"
        for path in (settings.BASE_DIR / "meetings" / "actions").rglob("*.py")
        for function in ast.parse(path.read_text()).body
        if isinstance(function, ast.FunctionDef) and function.name not in WRITES_NOTHING
        if HOLDS & {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        if "writes_record" not in {getattr(mark, "id", "") for mark in function.decorator_list}
    ]

    assert bare == []


# What was adopted stands, whatever road a change takes


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def sealed(held, secretary, board, committee):
    """Adopted minutes of a meeting with something in every table of its record."""
    item, resolution = held.items.get(), held.resolutions.get()
    statement = Statement.objects.create(item=item, position=1, text="กล่าวเปิด")
    statement.speakers.create(order=1, held_position="ประธาน")
    item.opinions.create(position=1, text="เห็นด้วย")
    item.proposals.create(position=1, text="เสนอเพิ่ม")
    held.objectives.create(position=1, text="ติดตามงาน")
    diagram = item.diagrams.create(position=1, shape="chain", title="แผนภาพ", description="คำ")
    diagram.nodes.create(position=1, title="หนึ่ง")
    sitting = held.sittings.create(position=1, kind="breakout", title="แบ่งกลุ่ม")
    result = item.results.create(position=1, key="topic-1", title="บทบาท", sitting=sitting)
    point = result.points.create(position=1, text="ข้อสังเคราะห์")
    group = sitting.groups.create(number=1)
    group.members.create(name="ผู้แทน")
    point.sources.create(group_point=group.points.create(result=result, position=1, text="ข้อ"))
    make_item(resolution, person=board[0])
    held.attendances.create(
        kind="observer", name="แขก", arrived_at=NOW, recorded_at=NOW, recorded_by=secretary
    )
    earlier = make_resolution(make_held(committee, number=8, day=date(2026, 1, 5)))
    held.carried_items.create(action_item=make_item(earlier, person=board[0]), position=1)
    minutes = circulated(begin_minutes(held, by=secretary), secretary)
    asked = ask_for_correction(minutes, text="แก้ชื่อ", item=item, by=secretary)
    settle_correction(asked, outcome="declined", reply="ถูกแล้ว", by=secretary)
    until = minutes.circulated_until
    assert adopt_silently(minutes, until=until, on=until + A_DAY)
    minutes.refresh_from_db()
    return minutes


RECORD = {
    "objective": "text", "sitting": "title", "agendaitem": "discussion", "attendance": "role",
    "carrieditem": "removed_because", "resolution": "text", "statement": "text",
    "speaker": "held_position", "opinion": "text", "proposal": "text", "diagram": "title",
    "diagramnode": "title", "breakoutresult": "title", "resultpoint": "text",
    "breakoutmember": "name", "grouppoint": "text", "minutesversion": "text",
    "correctionrequest": "text", "minutes": "corrections",
}  # fmt: skip


@pytest.mark.parametrize(("table", "column"), RECORD.items())
@pytest.mark.parametrize("way", ["update", "delete"])
def test_the_database_itself_refuses_to_change_what_was_adopted(sealed, table, column, way):
    model = {model._meta.db_table: model for model in _models()}[f"meetings_{table}"]
    before = list(model.objects.order_by("pk").values())
    statements = {
        "update": f"UPDATE meetings_{table} SET {column} = {column} || 'ก'",
        "delete": f"DELETE FROM meetings_{table}",
    }

    with (
        pytest.raises(IntegrityError, match=r"adopted|never changed") as refusal,
        transaction.atomic(),
    ):
        sql(statements[way])

    assert refusal.value.__cause__.sqlstate == "23001"
    assert list(model.objects.order_by("pk").values()) == before


def _models():
    return apps.get_app_config("meetings").get_models()


@pytest.mark.parametrize("name", ["statements", "opinions", "proposals"])
def test_nothing_is_added_to_the_record_of_adopted_minutes(sealed, name):
    item = sealed.meeting.items.get()

    with pytest.raises(RuleBroken) as refusal, beside_others(), transaction.atomic():
        getattr(item, name).create(position=2, text="แทรก")

    assert refusal.value.code == "sealed"
    assert "รายงานที่รับรองแล้ว" in refusal.value.messages[0]


@pytest.mark.parametrize(
    "change",
    ["number = 77", "starts_on = starts_on + 1", "venue = 'ที่อื่น'", "state = 'called'",
     "closed_at = NULL", "title = 'ชื่ออื่น'", "province_id = NULL"],
)  # fmt: skip
def test_the_meeting_of_adopted_minutes_stays_when_and_where_it_was(sealed, change):
    with pytest.raises(IntegrityError, match="the minutes of meeting"), transaction.atomic():
        sql(f"UPDATE meetings_meeting SET {change} WHERE id = %s", sealed.meeting_id)


def test_a_version_is_never_changed_also_of_a_draft(minutes):
    for statement in ("UPDATE meetings_minutesversion SET text = 'ก'",
                      "DELETE FROM meetings_minutesversion"):  # fmt: skip
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            sql(statement)
    assert minutes.versions.get().is_whole


def test_an_item_is_not_moved_into_or_out_of_adopted_minutes(sealed, following):
    row = following.items.create(section=1, position=1, title="เรื่องของครั้งหลัง")
    for statement in (
        f"UPDATE meetings_agendaitem SET meeting_id = {sealed.meeting_id} WHERE id = {row.pk}",
        f"UPDATE meetings_opinion SET item_id = {row.pk}",
    ):
        with pytest.raises(IntegrityError, match="adopted"), transaction.atomic():
            sql(statement)


def test_what_lives_on_after_adoption_goes_on(sealed, following, board, secretary):
    item = sealed.meeting.resolutions.get().action_items.get()

    actions.complete_action_item(item, result="ทำแล้ว", because="ส่งทางหนังสือ", by=secretary)
    sql("UPDATE meetings_actionitem SET due_on = due_on + 7 WHERE id = %s", item.pk)
    Meeting.objects.filter(pk=sealed.meeting_id).update(
        map_url="https://example.org/", previous=None
    )
    later = make_resolution(following, text="ให้ยกเลิกมติก่อน")
    later.changes.create(earlier=sealed.meeting.resolutions.get(), kind="revokes")

    item.refresh_from_db()
    assert (item.result.partition("\n")[0], item.due_on) == ("ทำแล้ว", date(2026, 7, 7))
    for statement in ("UPDATE meetings_actionitem SET person_id = NULL WHERE id = %s",
                      "DELETE FROM meetings_actionitem WHERE id = %s"):  # fmt: skip
        with pytest.raises(IntegrityError, match="adopted"), transaction.atomic():
            sql(statement, item.pk)


def test_the_record_of_other_meetings_stays_open(sealed, following, secretary):
    following.items.create(section=1, position=1, title="เรื่องของครั้งหลัง").delete()


def test_the_record_stays_open_until_the_minutes_are_adopted(minutes, held):
    held.items.get().opinions.create(position=1, text="เห็นด้วย").delete()


def test_adopted_minutes_are_neither_begun_anew_nor_given_other_names(sealed, secretary):
    count = sealed.versions.count()

    assert begin_minutes(sealed.meeting, by=secretary) == sealed
    with pytest.raises(RuleBroken) as refusal:
        name_writers(sealed, note_taker=None, checker=None, version=sealed.version, by=secretary)

    assert (refusal.value.code, sealed.versions.count()) == ("adopted", count)


# Errata


def test_an_erratum_puts_adopted_minutes_right_and_leaves_them_as_they_are(
    sealed, following, secretary
):
    item = sealed.meeting.items.get()
    text = sealed.versions.first().text
    wrong = Wrong("ให้ทุกภาคทบทวนข้อเสนอ", "ให้ทุกภาคทบทวนและส่งข้อเสนอ", "ตกคำ", item)

    erratum = record_erratum(sealed, wrong, adopted_in=following, by=secretary)

    assert (erratum.number, erratum.item, erratum.adopted_in) == (1, item, following)
    assert sealed.versions.first().text == text
    with pytest.raises(RuleBroken) as refusal:
        record_erratum(sealed, wrong, adopted_in=following, by=secretary)
    assert refusal.value.code == "twice"
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        sql("UPDATE meetings_erratum SET \"right\" = 'ก'")


def test_an_erratum_is_of_adopted_minutes(minutes, following, secretary):
    with pytest.raises(RuleBroken) as refusal:
        record_erratum(minutes, Wrong("ก", "ข", "ค"), adopted_in=following, by=secretary)
    assert refusal.value.code == "not-adopted"
    with pytest.raises(IntegrityError, match="adopted"), transaction.atomic():
        minutes.errata.create(
            number=1, wrong="ก", right="ข", reason="ค", adopted_in=following,
            recorded_at=NOW, recorded_by=secretary,
        )  # fmt: skip


def test_an_erratum_names_words_that_stand_there_and_a_later_meeting(sealed, following, secretary):
    with pytest.raises(RuleBroken) as refusal:
        record_erratum(sealed, Wrong("คำที่ไม่มี", "ข", "ค"), adopted_in=following, by=secretary)
    assert list(refusal.value.error_dict) == ["wrong"]
    with pytest.raises(RuleBroken) as refusal:
        record_erratum(sealed, Wrong("ให้ทุกภาค", "ข", "ค"), adopted_in=sealed.meeting, by=secretary)
    assert list(refusal.value.error_dict) == ["adopted_in"]
