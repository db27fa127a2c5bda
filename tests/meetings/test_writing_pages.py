"""The pages on which the record is written: whose they are, and what they never lose."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.actions import Task
from meetings.actions.writing import Voice, add_remark, add_statement, assign, put_resolution
from meetings.models import (
    ActionItem,
    AgendaItem,
    Meeting,
    Opinion,
    Proposal,
    Resolution,
    Statement,
)
from portal.kernel.kept_text import SESSION_KEY
from tests.factories.committees import make_regional_body
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    BANGKOK,
    NOW,
    called,
    make_held,
    make_minutes,
    make_sitting,
    planned,
)
from tests.factories.regions import make_post
from tests.meetings.test_permissions import EVERYBODY, answer, expected

TODAY = date(2026, 7, 1)  # it is 10.00
NINE = datetime(2026, 7, 1, 9, 0, tzinfo=BANGKOK)
QUIET = {"HTTP_X_AUTOSAVE": "1"}


@pytest.fixture
def meeting(committee, board, secretary):
    return make_sitting(called(committee, secretary, starts_on=date(2026, 7, 2)), by=secretary)


@pytest.fixture
def item(meeting):
    return meeting.items.get(section=5)


@pytest.fixture
def put(item, secretary):
    return put_resolution(item, "ให้ทุกภาคทบทวน", at=NINE, token=uuid4(), by=secretary)


@pytest.fixture
def remark(item, secretary):
    return add_remark(Opinion, item, "ควรเริ่มจากพื้นที่พร้อม", token=uuid4(), by=secretary)


@pytest.fixture
def other(db):
    """A second secretary."""
    return make_post("central_officer", name="other-secretary")


@pytest.fixture
def signed_in(client, secretary):
    client.force_login(secretary)
    return client


def url(name, *args):
    return reverse(f"meetings:{name}", args=args)


def save_url(row, kind, item):
    return url("block-save", item.meeting_id, item.pk, kind, row.pk)


# -- Whose the pages are ------------------------------------------------------------------


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_opens_the_record(client, cast, meeting, item, put, part):
    for name, args in (
        ("meeting-record", [meeting.pk]),
        ("record-item", [meeting.pk, item.pk]),
        ("item-create", [meeting.pk]),
        ("assignment-create", [meeting.pk, put.pk]),
        ("block-removal", [meeting.pk, item.pk, "resolutions", put.pk]),
    ):
        status = answer(client, cast, part, name, *args)
        assert status == expected(part, {"secretary": 200}, 403), name


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_writes(client, cast, meeting, item, remark, part):
    for name, args, data in (
        ("block-create", ["opinions", "new"], {"token": uuid4(), "text": "ใหม่"}),
        ("block-save", ["opinions", remark.pk], {"version": 0, "text": "แก้"}),
        ("block-save", ["discussion", item.pk], {"version": 0, "discussion": "คุย"}),
        ("block-move", ["opinions", remark.pk], {"way": "down"}),
        ("item-noting", [], {"noted": "yes"}),
        ("item-turn", [], {}),
    ):
        kind = [one for one in args if one != "new"]
        status = answer(client, cast, part, name, meeting.pk, item.pk, *kind, data=data)
        assert status == expected(part, {"secretary": 302}, 403), name

    remark.refresh_from_db()
    assert (remark.text == "แก้") == (part == "secretary")
    assert Opinion.objects.count() == (2 if part == "secretary" else 1)


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("secretary", 200), ("coordinator", 200), ("officer", 200), ("manager", 403),
        ("another region's coordinator", 403), ("auditor", 403), ("member", 403),
    ],
)  # fmt: skip
def test_a_region_writes_the_record_of_its_own_bodies(client, cast, north, part, status):
    held = make_held(make_regional_body(north))
    row = AgendaItem.objects.create(meeting=held, section=5, position=1, title="งานของภาค")

    assert answer(client, cast, part, "record-item", held.pk, row.pk) == status


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_sees_the_screen_of_the_room(client, cast, meeting, part):
    assert answer(client, cast, part, "meeting-screen", meeting.pk) == expected(part, {}, 200)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_sees_the_screen_of_a_plan(client, cast, committee, part):
    plan = planned(committee, cast["secretary"])

    status = answer(client, cast, part, "meeting-screen", plan.pk)

    assert status == expected(part, {"secretary": 200, "auditor": 200}, 404)


def test_the_record_of_another_meeting_is_not_reached(signed_in, committee, meeting, remark, item):
    other = called(committee, meeting.called_by, starts_on=date(2026, 7, 3))

    for name, args in (
        ("record-item", [other.pk, item.pk]),
        ("block-removal", [other.pk, item.pk, "opinions", remark.pk]),
        ("block-removal", [meeting.pk, meeting.items.get(section=1).pk, "opinions", remark.pk]),
    ):
        make_sitting(other, by=meeting.called_by)
        assert signed_in.get(url(name, *args)).status_code == 404


@pytest.mark.parametrize("state", ["planned", "called", "adopted"])
def test_where_nothing_is_written_the_page_leads_to_the_meeting(
    signed_in, committee, meeting, secretary, state
):
    if state == "adopted":
        Meeting.objects.filter(pk=meeting.pk).update(state="closed")
        make_minutes(meeting, state="adopted")
    else:
        make = planned if state == "planned" else called
        meeting = make(committee, secretary, starts_on=date(2026, 7, 9))
    item = meeting.items.get(section=5)

    for name, args in (("meeting-record", []), ("record-item", [item.pk])):
        assert signed_in.get(url(name, meeting.pk, *args)).url == meeting.get_absolute_url()
    html = signed_in.get(meeting.get_absolute_url()).content.decode()
    assert url("record-item", meeting.pk, item.pk) not in html


def test_the_meeting_page_leads_to_the_record_of_each_item(client, meeting, item, cast):
    for part, is_there in (("secretary", True), ("member", False)):
        client.force_login(cast[part])
        html = client.get(meeting.get_absolute_url()).content.decode()
        assert (url("record-item", meeting.pk, item.pk) in html) == is_there


# -- Saved by the button --------------------------------------------------------------------


def test_the_page_of_an_item_has_one_filled_button(signed_in, item, put, remark):
    page = signed_in.get(url("record-item", item.meeting.pk, item.pk)).content.decode()

    assert page.count('class="btn"') == 1
    assert page.index('class="savebar"') < page.index('class="btn"')


def test_each_kind_is_added_and_stands_on_the_page_of_the_meeting(signed_in, meeting, item):
    for kind, more in (
        ("opinions", {}),
        ("proposals", {}),
        ("statements", {"held_position": "ผอ.พอช."}),
        ("resolutions", {"clock": "๙.๓๐"}),
    ):
        data = {"token": uuid4(), "version": 0, "text": f"ข้อความของ {kind}", **more}
        page = signed_in.post(url("block-create", meeting.pk, item.pk, kind), data)
        assert page.status_code == 302
    signed_in.post(save_url(item, "discussion", item), {"version": 0, "discussion": "คุยกันยาว"})
    signed_in.post(url("item-noting", meeting.pk, item.pk), {"noted": "yes"})

    html = signed_in.get(meeting.get_absolute_url()).content.decode()

    for words in ("opinions", "proposals", "statements", "resolutions"):
        assert f"ข้อความของ {words}" in html
    for words in ("ผอ.พอช.", "คุยกันยาว", "ที่ประชุมรับทราบ", "ข้อเสนอ 1 ข้อ", "มติที่ประชุม 1"):
        assert words in html
    assert Resolution.objects.get().decided_at == NINE + timedelta(minutes=30)


def test_a_speaker_of_the_register_gets_the_position_of_the_day(signed_in, item, board, north):
    data = {"token": uuid4(), "text": "เห็นด้วย", "speaker": f"person-{board[0].pk}"}

    signed_in.post(url("block-create", item.meeting_id, item.pk, "statements"), data)

    [speaker] = Statement.objects.get().speakers.all()
    assert (speaker.person, speaker.held_position) == (board[0], f"อนุกรรมการ ผู้แทน{north.name}")


def test_a_guest_who_is_only_a_name_speaks(signed_in, meeting, item, secretary):
    guest = meeting.attendances.create(
        kind="observer", name="นายสมชาย", role="อบต.", arrived_at=NINE,
        recorded_at=NOW, recorded_by=secretary,
    )  # fmt: skip
    data = {"token": uuid4(), "text": "ยินดี", "speaker": f"guest-{guest.pk}"}

    signed_in.post(url("block-create", meeting.pk, item.pk, "statements"), data)

    [speaker] = Statement.objects.get().speakers.all()
    assert (speaker.person, speaker.held_position) == (None, "นายสมชาย อบต.")


def test_several_speakers_are_named_on_the_page_of_the_statement(signed_in, item, board, secretary):
    row = add_statement(item, "เห็นด้วย", [Voice(board[0])], token=uuid4(), by=secretary)
    page = url("statement-edit", item.meeting_id, item.pk, row.pk)
    assert signed_in.get(page).status_code == 200

    rows = {
        "speakers-0-speaker": f"person-{board[1].pk}", "speakers-0-held_position": "ประธาน",
        "speakers-1-speaker": "", "speakers-1-held_position": "ผอ.พอช.",
        "speakers-2-speaker": "", "speakers-2-held_position": "",
    }  # fmt: skip
    counts = {"speakers-TOTAL_FORMS": 3, "speakers-INITIAL_FORMS": 3}
    data = {"version": 0, "text": "เห็นด้วย", **counts, **rows}

    assert signed_in.post(page, data).status_code == 302
    named = row.speakers.values_list("person", "held_position")
    assert list(named) == [(board[1].pk, "ประธาน"), (None, "ผอ.พอช.")]
    assert signed_in.post(page, {**data, "text": "อีกข้อความ"}).status_code == 409


def test_an_hour_that_is_not_touched_keeps_its_seconds(signed_in, item, put):
    moment = NINE + timedelta(minutes=12, seconds=34)
    Resolution.objects.update(decided_at=moment)

    signed_in.post(
        save_url(put, "resolutions", item), {"version": 0, "text": "คำใหม่", "clock": "09.12"}
    )

    put.refresh_from_db()
    assert (put.text, put.decided_at) == ("คำใหม่", moment)


def test_of_several_days_the_day_of_a_resolution_is_chosen(signed_in, meeting, item, clock):
    Meeting.objects.filter(pk=meeting.pk).update(ends_on=date(2026, 7, 2))
    clock.move_to(datetime(2026, 7, 2, 11, 0, tzinfo=BANGKOK))
    data = {"token": uuid4(), "text": "เห็นชอบ", "day": "2026-07-01", "clock": "15.00"}

    signed_in.post(url("block-create", meeting.pk, item.pk, "resolutions"), data)

    assert Resolution.objects.get().decided_at == datetime(2026, 7, 1, 15, 0, tzinfo=BANGKOK)


def test_every_region_is_assigned_at_once(signed_in, item, put, north, south):
    page = url("assignment-create", item.meeting_id, put.pk)
    assert "ทุกภาค (2 ภาค ภาคละ 1 งาน)" in signed_in.get(page).content.decode()

    data = {"token": uuid4(), "title": "ทบทวน", "owner": "regions", "due_month": "กรกฎาคม 2569"}

    assert signed_in.post(page, data).status_code == 302
    told = put.action_items.order_by("position").values_list("region", "due_on", "due_precision")
    assert list(told) == [(one.pk, date(2026, 7, 31), "month") for one in (north, south)]


def test_a_person_and_a_body_are_assigned_put_right_and_taken_off(
    signed_in, committee, item, put, board
):
    page = url("assignment-create", item.meeting_id, put.pk)
    for owner in (f"person-{board[0].pk}", f"body-{committee.pk}"):
        data = {"token": uuid4(), "title": "ประสาน", "owner": owner, "due_on": "15/8/2569"}
        assert signed_in.post(page, data).status_code == 302
    first, second = put.action_items.order_by("position")
    assert (first.owner, second.owner) == (board[0], committee)

    address = [item.meeting_id, put.pk, first.pk]
    assert signed_in.get(url("assignment-edit", *address)).status_code == 200
    data = {"version": 0, "title": "ประสานใหม่", "due_on": "16/8/2569"}
    assert signed_in.post(url("assignment-edit", *address), data).status_code == 302
    assert (
        signed_in.post(url("assignment-edit", *address), data | {"title": "อื่น"}).status_code == 409
    )
    assert signed_in.get(url("assignment-removal", *address)).status_code == 200
    assert signed_in.post(url("assignment-removal", *address), {"version": 1}).status_code == 302
    assert list(put.action_items.all()) == [second]


def test_taking_off_asks_first_and_says_what_becomes_of_it(signed_in, item, put, remark):
    page = url("block-removal", item.meeting_id, item.pk, "resolutions", put.pk)
    assert "เลขมติที่ 1 จะไม่ใช้อีก" in signed_in.get(page).content.decode()
    assert Resolution.objects.count() == 1

    assert signed_in.post(page, {"version": 0}).status_code == 302
    page = url("block-removal", item.meeting_id, item.pk, "opinions", remark.pk)
    assert signed_in.post(page, {"version": 3}).status_code == 409
    assert signed_in.post(page, {"version": 0}).status_code == 302
    assert (Resolution.objects.count(), Opinion.objects.count()) == (0, 0)


def test_what_comes_up_is_added_to_the_agenda(signed_in, meeting):
    page, token = url("item-create", meeting.pk), uuid4()
    assert signed_in.get(page).status_code == 200

    for _again in range(2):
        answered = signed_in.post(page, {"section": 6, "title": "เรื่องด่วน", "token": token})

    item = meeting.items.get(section=6)
    assert answered.url == url("record-item", meeting.pk, item.pk)


# -- Autosave ---------------------------------------------------------------------------------


def test_autosave_hears_when_it_was_saved_and_the_next_version(signed_in, item, remark):
    data = {"version": 0, "text": "พิมพ์อยู่"}

    told = signed_in.post(save_url(remark, "opinions", item), data, **QUIET).json()

    assert (told["saved"], told["fields"]) == ("บันทึกแล้ว 10.00 น.", {"version": "1"})
    assert told["shown"] == {f"fresh-agendaitem-{item.pk}": "", f"fresh-opinion-{remark.pk}": ""}


def test_a_new_block_that_saves_itself_is_one_row_however_often(signed_in, item, board):
    page, token = url("block-create", item.meeting_id, item.pk, "statements"), uuid4()
    version = "0"
    for speaker, text in ((board[0], "เห็น"), (board[0], "เห็นด้วย"), (board[1], "เห็นด้วย")):
        data = {"token": token, "version": version, "text": text, "speaker": f"person-{speaker.pk}"}
        version = signed_in.post(page, data, **QUIET).json()["fields"]["version"]

    [row] = Statement.objects.all()
    assert (row.text, version) == ("เห็นด้วย", "2")
    assert [speaker.person for speaker in row.speakers.all()] == [board[1]]
    assert signed_in.post(page, data).url.endswith(f"#statement-{row.pk}")
    assert Statement.objects.count() == 1


def test_autosave_hears_what_is_wrong_and_of_two_texts(signed_in, item, remark, other, client):
    page = save_url(remark, "opinions", item)
    wrong = signed_in.post(page, {"version": 0, "text": ""}, **QUIET)
    signed_in.post(page, {"version": 0, "text": "ของคนแรก"})

    stale = signed_in.post(page, {"version": 0, "text": "ของคนหลัง"}, **QUIET)

    assert (wrong.status_code, stale.status_code) == (422, 409)
    assert "กดบันทึก" in stale.json()["message"]
    assert Opinion.objects.get().text == "ของคนแรก"


def test_whoever_writes_hears_who_else_is_at_the_item(client, item, remark, secretary, other):
    client.force_login(other)
    client.post(save_url(remark, "opinions", item), {"version": 0, "text": "ของอีกคน"})
    client.force_login(secretary)

    told = client.post(
        save_url(item, "discussion", item), {"version": 0, "discussion": "คุย"}, **QUIET
    ).json()
    html = client.get(url("record-item", item.meeting_id, item.pk)).content.decode()

    words = f"{other.person.full_name} เพิ่งแก้ช่องนี้เมื่อ 10.00 น."
    assert told["shown"][f"fresh-opinion-{remark.pk}"] == words
    assert words in html


def test_a_minute_later_nobody_is_at_it(client, item, remark, secretary, other, clock):
    client.force_login(other)
    client.post(save_url(remark, "opinions", item), {"version": 0, "text": "ของอีกคน"})
    clock.shift(60)
    client.force_login(secretary)

    html = client.get(url("record-item", item.meeting_id, item.pk)).content.decode()

    assert "เพิ่งแก้ช่องนี้" not in html


# -- Nothing is lost ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["discussion", "opinions", "statements", "resolutions"])
def test_two_texts_stand_side_by_side_and_one_chooses(
    client, item, remark, put, secretary, other, kind
):
    said = add_statement(item, "เดิม", [Voice(None, "ผอ.พอช.")], token=uuid4(), by=secretary)
    row = {"discussion": item, "opinions": remark, "statements": said, "resolutions": put}[kind]
    name = "discussion" if kind == "discussion" else "text"
    page = save_url(row, kind, item)
    client.force_login(other)
    client.post(page, {"version": 0, name: "บรรทัดร่วม\nของสมศรี"})
    client.force_login(secretary)

    conflict = client.post(page, {"version": 0, name: "บรรทัดร่วม\nของสมชาย"})

    html = conflict.content.decode()
    assert conflict.status_code == 409
    assert conflict.context["merged"] == "บรรทัดร่วม\nของสมศรี\nของสมชาย"
    assert "ของสมศรี" in html
    assert "ของสมชาย" in html
    assert other.person.full_name in html
    version = dict(conflict.context["kept"])["version"]
    assert client.post(page, {"version": version, name: "รวมแล้ว"}).status_code == 302
    row.refresh_from_db()
    assert getattr(row, name) == "รวมแล้ว"


def test_a_third_who_saves_meanwhile_is_shown_too(client, item, remark, secretary, other):
    page = save_url(remark, "opinions", item)
    client.force_login(other)
    client.post(page, {"version": 0, "text": "หนึ่ง"})
    client.post(page, {"version": 1, "text": "สอง"})
    client.force_login(secretary)

    assert client.post(page, {"version": 1, "text": "รวม"}).context["theirs"] == "สอง"


def test_the_hour_that_was_typed_is_kept_through_a_conflict(client, item, put, secretary, other):
    page = save_url(put, "resolutions", item)
    client.force_login(other)
    client.post(page, {"version": 0, "text": "ของอีกคน", "clock": "09.10"})
    client.force_login(secretary)

    conflict = client.post(page, {"version": 0, "text": "ของข้าพเจ้า", "clock": "09.20"})

    assert ("clock", "09.20") in conflict.context["kept"]


def test_what_is_typed_into_a_block_that_was_taken_off_stands_to_be_added(signed_in, item, remark):
    page = save_url(remark, "opinions", item)
    remark.delete()

    quiet = signed_in.post(page, {"version": 0, "text": "ยังอยู่"}, **QUIET)
    shut = signed_in.post(page, {"version": 0, "text": "ยังอยู่"})

    assert (quiet.status_code, shut.status_code) == (409, 409)
    assert "ยังอยู่" in shut.content.decode()
    data = {"token": shut.context["token"], "text": "ยังอยู่"}
    assert signed_in.post(shut.context["add_url"], data).status_code == 302
    assert Opinion.objects.get().text == "ยังอยู่"


@pytest.mark.parametrize("quiet", [{}, QUIET], ids=["button", "autosave"])
def test_what_is_typed_after_adoption_is_refused_and_shown(signed_in, meeting, item, remark, quiet):
    Meeting.objects.filter(pk=meeting.pk).update(state="closed")
    make_minutes(meeting, state="adopted")

    page = signed_in.post(
        save_url(remark, "opinions", item), {"version": 0, "text": "สายไป"}, **quiet
    )

    assert page.status_code == 409
    assert ("ใบแก้ไข" in page.content.decode()) or "ใบแก้ไข" in page.json()["message"]
    assert quiet or "สายไป" in page.content.decode()
    assert "สายไป" not in Opinion.objects.get().text


def test_text_typed_before_the_session_ended_comes_back_in_its_box(client, item, secretary):
    client.force_login(secretary)
    here = url("record-item", item.meeting_id, item.pk)
    html = client.get(here).content.decode()
    author = html.split('name="author" value="')[1].split('"')[0]
    client.logout()
    page = url("block-create", item.meeting_id, item.pk, "proposals")

    client.post(page, {"author": author, "token": uuid4(), "version": 0, "text": "พิมพ์ค้างไว้"})
    assert SESSION_KEY in client.session
    kept = client.session[SESSION_KEY]
    client.force_login(secretary)
    session = client.session
    session[SESSION_KEY] = kept
    session.save()

    assert "พิมพ์ค้างไว้" in client.get(here).content.decode()
    assert not Proposal.objects.exists()


# -- Odd input -------------------------------------------------------------------------------------

ODD = ["\x00", "", " ", "ก" * 20_001, "<script>", "9" * 400]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize(
    "kind", ["discussion", "opinions", "proposals", "statements", "resolutions"]
)
def test_odd_input_is_told_and_never_breaks(signed_in, item, remark, put, kind, odd):
    fields = ("token", "version", "text", "discussion", "speaker", "held_position", "day", "clock")
    good = {"token": str(uuid4()), "version": "0", "text": "ดี", "held_position": "ผอ."}
    new = url("block-create", item.meeting_id, item.pk, kind)
    standing = {"discussion": item, "opinions": remark, "resolutions": put}.get(kind, remark)
    for field in fields:
        for address in (new, save_url(standing, kind, item)):
            for quiet in ({}, QUIET):
                page = signed_in.post(address, good | {field: odd}, **quiet)
                assert page.status_code in (200, 302, 404, 409, 422), (field, address)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_assignments_items_and_removals_are_told(signed_in, meeting, item, put, odd):
    good = {
        "token": str(uuid4()),
        "version": 0,
        "title": "งาน",
        "owner": "regions",
        "due_on": "1/8/2569",
    }
    for field in ("token", "title", "owner", "due_on", "due_month", "section", "version"):
        for page in (
            url("assignment-create", meeting.pk, put.pk),
            url("item-create", meeting.pk),
            url("block-removal", meeting.pk, item.pk, "statements", put.pk),
        ):
            assert signed_in.post(page, good | {field: odd}).status_code in (200, 302, 404, 409)


def test_addresses_of_nothing_are_not_found(signed_in, meeting, item):
    big = 10**17
    for path in (
        f"record/items/{big}/", f"record/items/{item.pk}/nothing/new/",
        f"record/items/{item.pk}/discussion/new/",
        f"record/items/{item.pk}/discussion/{big}/removal/",
        f"record/resolutions/{big}/assignments/new/",
    ):  # fmt: skip
        page = f"/meetings/{meeting.pk}/{path}"
        assert {signed_in.get(page).status_code, signed_in.post(page).status_code} <= {404, 405}


# -- What the pages cost --------------------------------------------------------------------------


def fill(meeting, count, by):
    for number in range(count):
        item = AgendaItem.objects.create(
            meeting=meeting, section=6, position=number + 1, title=f"เรื่อง {number}"
        )
        add_remark(Opinion, item, "คิดเห็น", token=uuid4(), by=by)
        put_resolution(item, "เห็นชอบ", at=None, token=uuid4(), by=by)


def fill_item(item, count, by, board):
    task = Task("งาน", date(2026, 8, 1))
    for _number in range(count):
        add_remark(Opinion, item, "คิดเห็น", token=uuid4(), by=by)
        add_remark(Proposal, item, "เสนอ", token=uuid4(), by=by)
        add_statement(item, "พูด", [Voice(one) for one in board], token=uuid4(), by=by)
        put = put_resolution(item, "เห็นชอบ", at=None, token=uuid4(), by=by)
        assign(put, task, board, token=uuid4(), by=by)


def cost(client, *addresses):
    counted = []
    for address in addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counted.append(len(asked))
    return counted


def test_sixty_items_cost_what_five_cost(signed_in, meeting, item, secretary):
    pages = [
        meeting.get_absolute_url(),
        url("meeting-record", meeting.pk),
        url("record-item", meeting.pk, item.pk),
        url("meeting-screen", meeting.pk),
    ]
    fill(meeting, 3, secretary)
    five = cost(signed_in, *pages)
    AgendaItem.objects.filter(meeting=meeting, section=6).update(section=4)
    fill(meeting, 55, secretary)

    assert cost(signed_in, *pages) == five


def test_a_long_item_costs_what_a_short_one_costs(signed_in, item, secretary, board):
    page = url("record-item", item.meeting_id, item.pk)
    fill_item(item, 1, secretary, board)
    short = cost(signed_in, page)
    fill_item(item, 8, secretary, board)

    assert cost(signed_in, page) == short
    assert ActionItem.objects.count() == 27


# -- The screen --------------------------------------------------------------------


def test_the_screen_has_nothing_to_press_and_reloads_itself(signed_in, meeting, item, put):
    signed_in.post(url("item-turn", meeting.pk, item.pk))

    html = signed_in.get(url("meeting-screen", meeting.pk)).content.decode()

    assert '<meta http-equiv="refresh"' in html
    assert item.title in html
    assert put.text in html
    assert not [tag for tag in ("<a ", "<button", "<form", "<input") if tag in html]


def test_the_screen_of_a_meeting_without_items_says_so(signed_in, committee, secretary):
    bare = planned(committee, secretary, starts_on=date(2026, 7, 9), agenda=())

    html = signed_in.get(url("meeting-screen", bare.pk)).content.decode()

    assert "ยังไม่มีเรื่องในระเบียบวาระ" in html


def test_a_person_is_never_made_by_writing(item, secretary):
    """The register is not the record's to change."""
    person = make_person()
    add_statement(item, "พูด", [Voice(person, "วิทยากร")], token=uuid4(), by=secretary)

    person.refresh_from_db()
    assert not person.positions.exists()
