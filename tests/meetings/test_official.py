"""What form 11 prints of a meeting, as plain data and as plain lines."""

import json
from datetime import date

import pytest
from django.utils import translation

from meetings.models import AgendaItem, CarriedItem, Meeting, Minutes
from meetings.queries.official import minutes_body, minutes_text
from regions.models import RegionalPost
from tests.factories.documents import make_record, sign
from tests.factories.meetings import (
    called,
    make_held,
    make_item,
    make_minutes,
    make_resolution,
    planned,
)

SECTIONS = [
    "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "เรื่องรับรองรายงานการประชุม", "เรื่องสืบเนื่อง",
    "เรื่องเสนอเพื่อทราบ", "เรื่องเสนอเพื่อพิจารณา", "เรื่องอื่น ๆ",
]  # fmt: skip


@pytest.fixture
def record(committee, board, secretary):
    return make_record(committee, board, by=secretary)


def section(body, number):
    return body["sections"][number - 1]


def test_form_11_says_everything_in_its_order(record, committee, board):
    sign(record, note_taker="จดงาม", checker="ตรวจดี")
    body = minutes_body(record)

    assert minutes_text(body).splitlines() == [
        f"รายงานการประชุม{committee.name}",
        "ครั้งที่ 1/2569",
        "เมื่อวันศุกร์ที่ 5 มิถุนายน พ.ศ. 2569",
        "ณ ศูนย์เรียนรู้",
        "ผู้มาประชุม",
        f"1.\t{board[0].full_name}\tผู้แทน{place_of(board[0])}",
        f"2.\tนายมาแทน จริงใจ\tรองประธาน แทน {board[1].full_name} ผู้แทน{place_of(board[1])}",
        "ผู้ไม่มาประชุม",
        f"1.\t{board[2].full_name}\tผู้แทน{place_of(board[2])} (ลา ติดราชการ)",
        "ผู้เข้าร่วมประชุม",
        "1.\tนางสาวแขก มาเยือน\tเทศบาล",
        "เริ่มประชุมเวลา 09.00 น.",
        f"ระเบียบวาระที่ 1 {SECTIONS[0]}",
        "ไม่มี",
        f"ระเบียบวาระที่ 2 {SECTIONS[1]}",
        "ไม่มี",
        f"ระเบียบวาระที่ 3 {SECTIONS[2]}",
        "ไม่มี",
        f"ระเบียบวาระที่ 4 {SECTIONS[3]}",
        "4.1 ผลงานภาค",
        "ที่ประชุมรับทราบ",
        f"ระเบียบวาระที่ 5 {SECTIONS[4]}",
        "5.1 แผนงานไตรมาสหน้า",
        f"{board[0].full_name} ประธาน ขอให้ผู้ใหญ่บ้านทุกหมู่บ้านร่วมงานกับญี่ปุ่น",
        "บรรทัดแรก",
        "บรรทัดที่สอง",
        "แผนภาพ ขั้นตอน",
        "จากตำบลถึงจังหวัด",
        "ลำดับ\tเรื่อง\tคำอธิบาย",
        "1\tตำบล\tคำอธิบาย",
        "2\tจังหวัด\tคำอธิบาย",
        "บทบาท",
        "นโยบาย\tพื้นที่",
        "1. ข้อของนโยบาย\t1. ข้อของพื้นที่",
        "ข้อคิดเห็น",
        "1. ควรเริ่มจากพื้นที่รูปธรรม",
        "ข้อเสนอ",
        "1. เสนอให้ตั้งคณะทำงาน",
        "มติที่ประชุม (มติที่ 1) ให้ทุกภาคทบทวนแผน",
        f"มอบหมาย {board[0].full_name}: ทบทวนแผน ภายในวันที่ 30 มิถุนายน 2569",
        "องค์ประชุมขณะลงมติเวลา 10.15 น. ครบองค์ประชุม มา 2 คน ต้องการ 2 คน (นับจากผู้ดำรงตำแหน่ง 3 คน)",
        f"ระเบียบวาระที่ 6 {SECTIONS[5]}",
        "ไม่มี",
        "เลิกประชุมเวลา 16.30 น.",
        "(จดงาม ทดสอบ)",
        "ผู้จดรายงานการประชุม",
        "(ตรวจดี ทดสอบ)",
        "ผู้ตรวจรายงานการประชุม",
    ]


def place_of(person):
    return person.memberships.get().seat.stands_for.name


def test_it_is_plain_data_in_thai_on_every_screen(record):
    body = minutes_body(record)
    with translation.override("en"):
        in_english = minutes_body(record)

    assert in_english == body
    assert json.loads(json.dumps(body)) == body
    assert minutes_text(json.loads(json.dumps(body))) == minutes_text(body)


@pytest.mark.parametrize("items", [1, 6])
def test_it_costs_the_same_for_one_item_or_many(
    record, committee, board, django_assert_num_queries, items
):
    for number in range(2, items + 1):
        make_item(make_resolution(record, number=number), person=board[0])
    meeting = Meeting.objects.select_related("committee", "province").get(pk=record.pk)

    with django_assert_num_queries(9):
        minutes_body(meeting)


def test_who_holds_a_post_is_called_by_it(record, board, north):
    RegionalPost.objects.create(
        person=board[0], role="co_chair", region=north, starts_on=date(2026, 1, 1)
    )

    assert minutes_body(record)["present"][0]["position"] == (
        f"ประธานร่วม {north.name} ผู้แทน{place_of(board[0])}"
    )


def test_two_days_of_a_month_name_the_month_once(record):
    record.ends_on = date(2026, 6, 6)
    assert minutes_body(record)["when"] == "เมื่อวันศุกร์ที่ 5 ถึงวันเสาร์ที่ 6 มิถุนายน พ.ศ. 2569"

    record.ends_on = date(2026, 7, 1)
    assert minutes_body(record)["when"] == (
        "เมื่อวันศุกร์ที่ 5 มิถุนายน พ.ศ. 2569 ถึงวันพุธที่ 1 กรกฎาคม พ.ศ. 2569"
    )


def test_what_a_source_does_not_say_is_not_invented(committee):
    held = make_held(committee, source="สรุปเชิงบริหาร", starts_on=None, ends_on=None, venue="")
    body = minutes_body(held)

    assert (body["when"], body["where"]) == ("เมื่อวันที่ (ไม่ปรากฏในเอกสาร)", "ณ (ไม่ปรากฏในเอกสาร)")
    assert (body["began"], body["ended"]) == (
        "เริ่มประชุมเวลา (ไม่ปรากฏในเอกสาร)",
        "เลิกประชุมเวลา (ไม่ปรากฏในเอกสาร)",
    )
    assert (body["roll_note"], body["nothing"]) == ("ไม่ปรากฏในเอกสาร", "(ไม่ปรากฏในเอกสาร)")


def test_what_nobody_noted_is_left_to_be_written(committee, secretary):
    body = minutes_body(planned(committee, secretary))

    assert body["began"] == f"เริ่มประชุมเวลา {'.' * 20} น."
    assert (body["number"], body["roll_note"]) == ("ครั้งที่ ...../2569", "ยังไม่มีบันทึกผู้มาประชุม")


def test_a_meeting_online_has_no_place(committee, secretary):
    meeting = planned(committee, secretary)
    meeting.mode = "online"
    assert minutes_body(meeting)["where"] == "ประชุมทางออนไลน์"

    meeting.mode = "both"
    assert minutes_body(meeting)["where"] == "ณ ห้องประชุมใหญ่ และทางออนไลน์"


def test_seats_of_which_nothing_is_noted_are_counted_and_not_called_absent(
    committee, board, secretary
):
    meeting = make_record(committee, board, by=secretary)
    meeting.attendances.filter(kind="excused").delete()
    body = minutes_body(meeting)

    assert (body["absent"], body["not_noted"]) == ([], 1)
    assert "(ยังไม่มีบันทึกของอีก 1 ที่นั่ง)" in minutes_text(body).splitlines()


@pytest.mark.parametrize(
    ("corrections", "how"),
    [("หน้า 2 แก้ชื่อ", "โดยมีการแก้ไข ดังนี้\nหน้า 2 แก้ชื่อ"), ("", "โดยไม่มีการแก้ไข")],
)
def test_minutes_adopted_in_this_meeting_stand_under_their_heading(
    committee, record, corrections, how
):
    earlier = make_held(committee, number=2, day=date(2026, 5, 5))
    make_minutes(
        earlier, state=Minutes.State.ADOPTED, route="next", adopted_in=record,
        adopted_on=record.ends_on, corrections=corrections,
    )  # fmt: skip

    [told] = section(minutes_body(record), 2)["paragraphs"]
    assert told["text"] == f"ที่ประชุมรับรองรายงานการประชุมครั้งที่ 2/2569 {how}"


def test_what_was_carried_over_stands_with_what_was_said_of_it(committee, board, secretary, record):
    earlier = make_held(committee, number=2, day=date(2026, 5, 5))
    asked = make_item(make_resolution(earlier), person=board[0], title="ส่งแผน")
    CarriedItem.objects.create(
        meeting=record, action_item=asked, position=1, outcome="continued",
        settled_at=record.closed_at, settled_by=secretary,
    )  # fmt: skip
    [told] = section(minutes_body(record), 3)["paragraphs"]

    assert told["rows"] == [["1", "ส่งแผน", board[0].full_name, "มติที่ 1 ครั้งที่ 2/2569", "ดำเนินการต่อ"]]


def test_what_was_withdrawn_after_the_meeting_was_assigned_all_the_same(record, secretary):
    item = record.resolutions.get().action_items.get()
    item.withdrawn_by, item.withdrawn_because = secretary, "ไม่จำเป็นแล้ว"

    for withdrawn_at, titles in [
        (record.closed_at, []),
        (record.closed_at.replace(hour=20), ["ทบทวนแผน"]),
    ]:
        item.withdrawn_at = withdrawn_at
        item.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
        [resolution] = section(minutes_body(record), 5)["items"][0]["resolutions"]
        assert [row["title"] for row in resolution["assignments"]] == titles


def test_whoever_goes_on_speaking_is_named_once(record, board):
    item = AgendaItem.objects.get(meeting=record, section=5)
    statement = item.statements.create(position=2, text="พูดต่อ")
    statement.speakers.create(order=1, person=board[0], held_position="ประธาน")

    lines = minutes_text(minutes_body(record)).splitlines()
    assert [line for line in lines if "ประธาน" in line and board[0].full_name in line] == [
        f"{board[0].full_name} ประธาน ขอให้ผู้ใหญ่บ้านทุกหมู่บ้านร่วมงานกับญี่ปุ่น"
    ]
    assert "พูดต่อ" in lines


def test_a_called_meeting_has_an_agenda_and_nobody_on_its_roll(committee, board, secretary):
    body = minutes_body(called(committee, secretary))

    assert [item["number"] for part in body["sections"] for item in part["items"]] == ["1.1", "5.1"]
    assert (body["present"], body["objectives"]) == ([], ["ติดตามงาน", "วางแผน"])
