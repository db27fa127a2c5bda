"""The pages of minutes: who reads and who turns them, versions side by side, and their forms."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from meetings.actions.minutes import (
    Wrong,
    adopt_silently,
    ask_for_correction,
    begin_minutes,
    keep_version,
    record_erratum,
    return_minutes,
)
from meetings.models import AgendaItem, CorrectionRequest, Erratum, Meeting, Minutes, MinutesVersion
from meetings.permissions import (
    can_ask_for_correction,
    can_check_minutes,
    can_keep_minutes,
    can_read_draft_minutes,
    can_read_minutes,
)
from meetings.queries.minutes_page import MinutesPage
from portal.kernel.busy import BusyMiddleware
from tests.factories.committees import make_regional_body
from tests.factories.kernel import make_account, make_person
from tests.factories.meetings import NOW, TODAY, called, make_held, make_resolution, planned
from tests.factories.minutes import adopted, checked, circulated, named, proposed

State = Minutes.State
A_DAY = timedelta(days=1)
EVERYBODY = [
    "secretary", "auditor", "coordinator", "officer", "manager", "co-chair",
    "another region's coordinator", "former secretary", "member", "stranger",
]  # fmt: skip
TURNS = {"draft": named, "checked": checked, "circulated": circulated, "proposed": proposed,
         "adopted": adopted}  # fmt: skip


@pytest.fixture
def held(committee, board):
    """Closed five days ago; the first of the board was invited."""
    meeting = make_held(committee, day=TODAY - 5 * A_DAY)
    make_resolution(meeting)
    meeting.invitations.create(
        person=board[0], seat=committee.seats.get(number=1), channel="letter"
    )
    return meeting


@pytest.fixture
def minutes(held, secretary):
    return begin_minutes(held, by=secretary)


@pytest.fixture
def following(committee, held):
    return make_held(committee, number=2, day=TODAY - A_DAY)


def at(name, meeting, *more):
    return reverse(f"meetings:{name}", args=[meeting.pk, *more])


def enter(client, cast, part):
    if part != "stranger":
        client.force_login(cast[part])
    return client


def write(meeting, text="เพิ่มข้อความ", by=None):
    AgendaItem.objects.filter(meeting=meeting).update(discussion=text)
    keep_version(meeting, by=by)


# Who reads


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("state", TURNS)
def test_who_reads_minutes(client, cast, held, minutes, part, state):
    TURNS[state](minutes, cast["secretary"])
    visitor = enter(client, cast, part)
    private = state in ("draft", "checked")
    expected = 302 if part == "stranger" else 200
    if private and part not in ("secretary", "auditor", "stranger"):
        expected = 404

    for name in ("minutes", "minutes-versions"):
        assert visitor.get(at(name, held)).status_code == expected
    last = minutes.versions.first().number
    assert visitor.get(at("minutes-version", held, last)).status_code == expected
    if part != "stranger":
        assert can_read_minutes(cast[part], minutes) == (expected == 200)


@pytest.mark.parametrize("part", EVERYBODY)
def test_drafts_stay_their_writers_also_after_they_went_round(client, cast, held, minutes, part):
    circulated(minutes, cast["secretary"])

    status = enter(client, cast, part).get(at("minutes-version", held, 1)).status_code

    allowed = {"secretary": 200, "auditor": 200, "stranger": 302}
    assert status == allowed.get(part, 404)


@pytest.mark.parametrize("part", EVERYBODY)
def test_minutes_of_a_regions_body_are_kept_by_that_region(client, cast, north, part):
    meeting = make_held(make_regional_body(north), day=TODAY - A_DAY)
    begin_minutes(meeting, by=cast["coordinator"])

    status = enter(client, cast, part).get(at("minutes", meeting)).status_code

    reading = {"secretary", "auditor", "coordinator", "officer"}
    expected = 200 if part in reading else 404
    assert status == (302 if part == "stranger" else expected)
    if part != "stranger":
        assert can_read_draft_minutes(cast[part], meeting) == (part in reading)
        assert can_keep_minutes(cast[part], meeting) == (part in reading - {"auditor"})


def test_what_went_round_stays_readable_while_it_is_written_again(
    client, cast, held, minutes, secretary
):
    minutes = circulated(minutes, secretary)
    return_minutes(minutes, reason="แก้ชื่อ", version=minutes.version, by=secretary)
    write(held, "ข้อความที่ยังไม่เวียน", secretary)

    page = enter(client, cast, "member").get(at("minutes", held))

    assert "กำลังแก้รายงานนี้" in page.text
    assert "ข้อความที่ยังไม่เวียน" not in page.text
    assert page.context["page"].version.state == State.CIRCULATED


def test_minutes_of_a_plan_that_nobody_may_see_are_not_found(client, cast, committee):
    meeting = planned(committee, cast["secretary"])
    Minutes.objects.create(meeting=meeting, state=State.PROPOSED)

    assert enter(client, cast, "member").get(at("minutes", meeting)).status_code == 404


def test_minutes_without_a_version_are_not_found(desk, held):
    Minutes.objects.create(meeting=held)

    assert desk.get(at("minutes", held)).status_code == 404


def test_nobody_who_is_not_signed_in_reads_a_version(minutes):
    nobody = AnonymousUser()
    assert not Minutes.objects.visible_to(nobody).exists()
    assert not MinutesVersion.objects.visible_to(nobody).exists()


# Who turns


FORMS = {
    "minutes-edit": "draft", "minutes-circulation": "checked", "minutes-return": "circulated",
    "minutes-adoption": "proposed", "erratum-create": "adopted",
}  # fmt: skip


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize(("name", "state"), FORMS.items())
def test_who_opens_the_forms_of_minutes(client, cast, held, minutes, following, part, name, state):
    TURNS[state](minutes, cast["secretary"])

    status = enter(client, cast, part).get(at(name, held)).status_code

    expected = {"secretary": 200, "stranger": 302}.get(part, 403)
    if state in ("draft", "checked") and expected == 403 and part != "auditor":
        expected = 404
    assert status == expected


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize(
    ("name", "state", "becomes"),
    [("minutes-check", "draft", "checked"), ("minutes-proposal", "checked", "proposed"),
     ("minutes-circulation", "checked", "circulated")],
)  # fmt: skip
def test_who_turns_minutes(client, cast, held, minutes, part, name, state, becomes):
    minutes = TURNS[state](minutes, cast["secretary"])

    enter(client, cast, part).post(at(name, held), {"version": minutes.version})

    minutes.refresh_from_db()
    assert minutes.state == (becomes if part == "secretary" else state)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_begins_minutes(client, cast, held, part):
    status = enter(client, cast, part).post(at("minutes-create", held)).status_code

    assert Minutes.objects.exists() == (part == "secretary")
    assert status == (302 if part in ("secretary", "stranger") else 403)


def test_a_get_turns_nothing(desk, held, minutes, secretary):
    minutes = named(minutes, secretary)

    for name in ("minutes-create", "minutes-check", "minutes-proposal", "minutes-version-create"):
        assert desk.get(at(name, held)).status_code == 405
    assert desk.get(at("minutes-adoption", held)).status_code == 302
    minutes.refresh_from_db()
    assert minutes.state == State.DRAFT


def test_the_named_checker_reads_the_draft_and_checks_it(client, held, minutes, secretary, board):
    checker = make_account(board[1], "checker@portal.example")
    minutes = named(minutes, secretary)
    Minutes.objects.filter(pk=minutes.pk).update(checker=board[1])
    client.force_login(checker)

    page = client.get(at("minutes", held))
    client.post(at("minutes-check", held), {"version": page.context["minutes"].version})

    minutes.refresh_from_db()
    assert minutes.state == State.CHECKED
    assert can_check_minutes(checker, minutes)
    assert not can_keep_minutes(checker, held)
    assert client.get(at("minutes-circulation", held)).status_code == 403


# The page


@pytest.mark.parametrize(
    ("state", "button"),
    [("draft", "ตรวจแล้ว ถูกต้อง"), ("checked", "เวียนให้ทักท้วง"), ("proposed", "บันทึกการรับรอง")],
)
def test_one_filled_button_follows_the_state(
    desk, held, minutes, following, secretary, state, button
):
    TURNS[state](minutes, secretary)

    main = desk.get(at("minutes", held)).text.partition("<main")[2]

    assert main.count('class="btn"') == 1
    filled = main.partition('class="btn"')[2].partition("<svg")[2].partition("</svg>")[2]
    assert filled.startswith(button)


def test_a_new_draft_asks_first_who_writes_and_checks(desk, held, minutes, secretary):
    assert "ระบุผู้จดและผู้ตรวจ" in desk.get(at("minutes", held)).text

    desk.post(
        at("minutes-edit", held),
        {"version": minutes.version, "note_taker": secretary.person.pk, "checker": ""},
    )

    minutes.refresh_from_db()
    assert (minutes.note_taker, minutes.checker) == (secretary.person, None)


def test_adopted_minutes_say_how_and_when(desk, held, minutes, secretary):
    adopted(minutes, secretary)

    page = desk.get(at("minutes", held))

    assert page.context["page"].adopted_in_words == "รับรองโดยการเวียน มีผลวันที่ 9 กรกฎาคม 2569"
    assert "รับรองโดยไม่มีการแก้ไข" in page.text
    assert [step.label for step in page.context["page"].steps] == [
        "ร่าง", "ตรวจแล้ว", "เวียน", "รับรองแล้ว",
    ]  # fmt: skip


def test_one_changed_letter_is_told_on_the_page(desk, held, minutes, secretary):
    """As somebody with the rights of the tables' owner might do it."""
    version = minutes.versions.get()
    assert "เนื้อความตรงกับรหัสตรวจสอบ" in desk.get(at("minutes", held)).text

    version.text += "ก"
    assert not version.is_whole
    page = MinutesPage(minutes, secretary, TODAY)
    page.__dict__["version"] = version
    assert not page.is_whole
    version.text = version.text[:-1]
    version.body = {**version.body, "ended": "เลิกประชุมเวลา 23.00 น."}
    assert not page.is_whole
    version.body = {**version.body, "shape": 0}
    assert page.is_whole


def test_what_changed_around_the_record_is_kept_on_request(desk, held, minutes, secretary):
    minutes = checked(minutes, secretary)
    secretary.person.last_name = "นามสกุลใหม่"
    secretary.person.save(update_fields=["last_name"])
    assert "เปลี่ยนไปจากฉบับล่าสุด" in desk.get(at("minutes", held)).text

    desk.post(at("minutes-version-create", held))

    page = desk.get(at("minutes", held))
    assert "เปลี่ยนไปจากฉบับล่าสุด" not in page.text
    assert "นามสกุลใหม่" in page.context["page"].version.text


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_costs_the_same_for_few_and_many(
    desk, held, minutes, secretary, django_assert_num_queries, count
):
    for number in range(2, 2 + count):
        make_resolution(held, number=number)
        write(held, f"ครั้งที่ {number}", secretary)
    minutes.refresh_from_db()
    minutes = circulated(minutes, secretary)
    for number in range(count):
        ask_for_correction(minutes, text=f"ขอแก้ {number}", item=None, by=secretary)
    desk.get(at("minutes", held))

    with django_assert_num_queries(23):
        page = desk.get(at("minutes", held))
    assert len(page.context["page"].requests) == count
    with django_assert_num_queries(7):
        desk.get(at("minutes-versions", held))


# Forms


def test_whoever_read_an_older_text_is_told_so_on_the_page(desk, held, minutes, secretary):
    minutes = named(minutes, secretary)
    write(held, by=secretary)

    page = desk.post(at("minutes-check", held), {"version": minutes.version}, follow=True)

    assert "โปรดอ่านฉบับล่าสุด" in page.text
    assert page.context["minutes"].state == State.DRAFT


@pytest.mark.parametrize("version", ["", "x", "99999999999999999999"])
def test_a_press_that_names_no_version_changes_nothing(desk, held, minutes, secretary, version):
    named(minutes, secretary)

    page = desk.post(at("minutes-check", held), {"version": version}, follow=True)

    assert (page.status_code, page.context["minutes"].state) == (200, State.DRAFT)


def test_circulating_says_beforehand_whom_it_reaches(desk, held, minutes, secretary, board):
    board[1].email = ""
    board[1].save(update_fields=["email"])
    held.invitations.create(
        person=board[1], seat=held.committee.seats.get(number=2), channel="phone"
    )
    minutes = checked(minutes, secretary)

    page = desk.get(at("minutes-circulation", held))

    assert (page.context["readers"], [row.person for row in page.context["calls"]]) == (
        1, [board[1]],
    )  # fmt: skip
    assert "วันพุธที่ 8 กรกฎาคม 2569" in page.text


def test_a_text_nobody_heard_may_go_round_anew_also_where_a_meeting_could_adopt_it(
    desk, held, minutes, following, secretary
):
    circulated(minutes, secretary)
    write(held, "แก้หลังส่งเวียน", secretary)

    page = desk.get(at("minutes", held)).text

    assert "โปรดเวียนใหม่" in page
    assert f'class="btn second" href="{at("minutes-circulation", held)}"' in page
    assert f'class="btn" href="{at("minutes-adoption", held)}"' in page


def test_minutes_go_back_with_a_reason(desk, held, minutes, secretary):
    minutes = circulated(minutes, secretary)
    address = at("minutes-return", held)

    empty = desk.post(address, {"version": minutes.version, "reason": " "})
    assert list(empty.context["form"].errors) == ["reason"]
    desk.post(address, {"version": minutes.version, "reason": "ชื่อผิด"})

    minutes.refresh_from_db()
    assert (minutes.state, minutes.versions.first().note) == (State.DRAFT, "ชื่อผิด")
    assert desk.get(address).status_code == 302


@pytest.mark.parametrize(
    ("sent", "errors"),
    [
        ({}, ["route", "outcome"]),
        ({"route": "next", "outcome": "without"}, ["adopted_in"]),
        ({"route": "next", "adopted_in": "77777", "outcome": "without"}, ["adopted_in"]),
        ({"route": "same", "outcome": "without"}, ["route"]),
        ({"route": "next", "outcome": "with", "corrections": ""}, ["adopted_in", "corrections"]),
    ],
)
def test_an_adoption_that_lacks_something_is_asked_for_it(
    desk, held, minutes, following, secretary, sent, errors
):
    minutes = proposed(minutes, secretary)

    page = desk.post(at("minutes-adoption", held), {"version": minutes.version, **sent})

    assert (page.status_code, sorted(page.context["form"].errors)) == (200, sorted(errors))
    minutes.refresh_from_db()
    assert minutes.state == State.PROPOSED


@pytest.mark.parametrize("corrections", ["", "แก้คำว่าภาคเป็นทุกภาค"])
def test_minutes_are_adopted_in_the_next_meeting(
    desk, held, minutes, following, secretary, corrections
):
    minutes = proposed(minutes, secretary)

    desk.post(at("minutes-adoption", held), {
        "version": minutes.version, "route": "next", "adopted_in": following.pk,
        "outcome": "with" if corrections else "without", "corrections": corrections,
    })  # fmt: skip

    minutes.refresh_from_db()
    assert (minutes.state, minutes.adopted_in, minutes.corrections) == (
        State.ADOPTED, following, corrections,
    )  # fmt: skip
    for name in ("minutes-adoption", "minutes-edit", "minutes-return", "minutes-circulation"):
        assert desk.get(at(name, held)).status_code == 302
    page = desk.get(at("minutes", held))
    assert page.context["page"].adopted_in_words == f"รับรองใน{following.name} เมื่อ 30 มิถุนายน 2569"


def test_a_stale_adoption_shows_the_form_again(desk, held, minutes, following, secretary):
    minutes = proposed(minutes, secretary)
    write(held, by=secretary)

    sent = {"version": minutes.version, "route": "next", "adopted_in": following.pk,
            "outcome": "with", "corrections": "พิมพ์ไว้แล้ว"}  # fmt: skip
    page = desk.post(at("minutes-adoption", held), sent)

    assert (page.status_code, "พิมพ์ไว้แล้ว" in page.text) == (409, True)
    again = page.context["form"]["version"].value()
    desk.post(at("minutes-adoption", held), sent | {"version": again})
    minutes.refresh_from_db()
    assert minutes.state == State.ADOPTED


def test_begun_twice_by_a_double_press_they_are_begun_once(desk, held):
    for _ in range(2):
        assert desk.post(at("minutes-create", held)).url == at("minutes", held)
    assert Minutes.objects.count() == 1


def test_minutes_of_what_is_not_closed_are_refused_in_words(desk, committee, board, secretary):
    meeting = called(committee, secretary)

    page = desk.post(at("minutes-create", meeting), follow=True)

    assert "เริ่มรายงานได้เมื่อเลิกประชุมแล้ว" in page.text


# Corrections and errata


@pytest.fixture
def member(board):
    """Invited to the meeting."""
    return make_account(board[0], "invited@portal.example")


def test_a_member_who_was_invited_asks_and_reads_the_answer(
    client, held, minutes, member, secretary
):
    minutes = circulated(minutes, secretary)
    client.force_login(member)
    assert can_ask_for_correction(member, minutes)
    item = held.items.get()

    client.post(at("correction-create", held), {"item": item.pk, "text": "ขอแก้คำ"})

    asked = CorrectionRequest.objects.get()
    assert (asked.item, asked.text, asked.asked_by) == (item, "ขอแก้คำ", member)
    client.force_login(secretary)
    address = at("correction-settlement", held, asked.pk)
    refused = client.post(address, {"outcome": "declined", "reply": ""})
    assert list(refused.context["form"].errors) == ["reply"]
    client.post(address, {"outcome": "declined", "reply": "ถูกแล้ว"})
    assert client.get(address).status_code == 302
    client.force_login(member)
    assert "ถูกแล้ว" in client.get(at("minutes", held)).text


@pytest.mark.parametrize("part", ["member", "co-chair", "auditor", "another region's coordinator"])
def test_whoever_was_not_at_the_meeting_asks_for_nothing(client, cast, held, minutes, part):
    circulated(minutes, cast["secretary"])

    visitor = enter(client, cast, part)

    assert visitor.get(at("correction-create", held)).status_code == 403
    assert "ขอแก้รายงาน" not in visitor.get(at("minutes", held)).text


def test_whoever_came_may_ask_and_an_account_without_a_person_not(
    held, minutes, secretary, board, django_user_model
):
    came = make_account(make_person("แขก"), "guest@portal.example")
    assert not can_ask_for_correction(came, minutes)
    held.attendances.create(
        kind="observer", person=came.person, arrived_at=NOW, recorded_at=NOW, recorded_by=secretary
    )

    assert can_ask_for_correction(came, minutes)
    assert not can_ask_for_correction(django_user_model(email="nobody@portal.example"), minutes)


def test_after_the_last_day_nothing_is_asked(client, held, minutes, member, secretary):
    circulated(minutes, secretary)
    client.force_login(member)

    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        page = client.get(at("correction-create", held), follow=True)

    assert "พ้นเวลาทักท้วงแล้ว" in page.text


@pytest.mark.parametrize("item", ["", "7", "x", "99999999999999999999"])
def test_a_correction_may_be_of_the_whole_and_of_no_other_item(
    client, held, minutes, member, secretary, item
):
    circulated(minutes, secretary)
    client.force_login(member)
    address = at("correction-create", held)

    assert client.get(f"{address}?item={item}").status_code == 200
    client.post(address, {"item": item, "text": "ขอแก้คำ"})

    assert CorrectionRequest.objects.count() == (item == "")


def test_an_erratum_stands_beside_its_item_and_both_meetings_lead_to_it(
    desk, held, minutes, following, secretary
):
    adopted(minutes, secretary)
    item = held.items.get()
    address = at("erratum-create", held)

    wrong = desk.post(address, {"wrong": "คำที่ไม่มี", "right": "ข", "reason": "ค",
                                "adopted_in": following.pk, "item": item.pk})  # fmt: skip
    assert list(wrong.context["form"].errors) == ["wrong"]
    desk.post(address, {"wrong": "ให้ทุกภาคทบทวนข้อเสนอ", "right": "ให้ทบทวน", "reason": "เกินคำ",
                        "adopted_in": following.pk, "item": item.pk})  # fmt: skip

    assert Erratum.objects.get().adopted_in == following
    for page in (at("minutes", held), held.get_absolute_url()):
        text = desk.get(page).text
        assert ("ใบแก้ไขที่ 1" in text, "<ins>ให้ทบทวน</ins>" in text) == (True, True)
    assert "รับรองใบแก้ไขรายงานครั้งที่ 1/2569" in desk.get(following.get_absolute_url()).text


def test_an_erratum_of_no_item_stands_among_the_errata(desk, held, minutes, following, secretary):
    minutes = adopted(minutes, secretary)
    told = Wrong("ให้ทุกภาคทบทวนข้อเสนอ", "ให้ทบทวน", "เกินคำ")
    record_erratum(minutes, told, adopted_in=following, by=secretary)

    assert "<ins>ให้ทบทวน</ins>" in desk.get(at("minutes", held)).text


def test_there_are_no_errata_of_what_is_not_adopted(desk, held, minutes):
    assert desk.get(at("erratum-create", held)).status_code == 302


# Versions


def test_latest_says_which_version_it_is_and_each_has_its_address(desk, held, minutes, secretary):
    write(held, "ข้อความใหม่", secretary)

    page = desk.get(at("minutes", held)).text
    assert "หน้านี้แสดงฉบับที่ 2" in page
    assert at("minutes-version", held, 2) in page
    old = desk.get(at("minutes-version", held, 1)).text
    assert ("ข้อความใหม่" in old, "ฉบับล่าสุดคือฉบับที่ 2" in old) == (False, True)
    assert desk.get(at("minutes-version", held, 3)).status_code == 404
    assert "ไม่ต้องกู้ฉบับเก่าคืน" in desk.get(at("minutes-versions", held)).text


@pytest.mark.parametrize(
    ("query", "pair"),
    [("", (2, 3)), ("?before=1&after=3", (1, 3)), ("?before=3&after=1", (1, 3)),
     ("?after=2", (1, 2)), ("?before=x&after=99", (2, 3)), ("?before=2&after=2", (1, 2)),
     ("?after=1", (2, 3))],
)  # fmt: skip
def test_any_two_versions_are_compared(desk, held, minutes, secretary, query, pair):
    write(held, "ข้อความแรก", secretary)
    write(held, "ข้อความที่สอง", secretary)

    page = desk.get(at("minutes-comparison", held) + query)

    assert (page.context["old"].number, page.context["new"].number) == pair


def test_a_comparison_says_what_was_added_in_words_and_in_marks(desk, held, minutes, secretary):
    write(held, "ข้อความแรก", secretary)

    page = desk.get(at("minutes-comparison", held))

    assert "เพิ่ม 1 บรรทัด ตัดออก 0 บรรทัด แก้ 0 บรรทัด" in page.text
    assert "<ins>ข้อความแรก</ins>" in page.text
    assert 'class="diff__what">เพิ่ม</p>' in page.text


def test_one_version_alone_is_not_compared(desk, held, minutes):
    assert desk.get(at("minutes-comparison", held)).url == at("minutes-versions", held)


def test_nobody_compares_what_they_may_not_read(client, cast, held, minutes):
    write(held, "ข้อความแรก", cast["secretary"])
    minutes.refresh_from_db()
    circulated(minutes, cast["secretary"])

    page = enter(client, cast, "member").get(at("minutes-comparison", held) + "?before=1&after=2")

    assert page.url == at("minutes-versions", held)


# What the meeting's page and the pages that write say


def test_the_page_of_the_meeting_leads_to_what_its_reader_may_read(client, cast, held, minutes):
    link = at("minutes", held)

    assert link in enter(client, cast, "secretary").get(held.get_absolute_url()).text
    told = enter(client, cast, "member").get(held.get_absolute_url()).text
    assert (link in told, "อยู่ระหว่างจัดทำ" in told) == (False, True)
    circulated(minutes, cast["secretary"])
    assert link in client.get(held.get_absolute_url()).text


def test_a_meeting_closed_before_there_were_minutes_offers_to_begin_them(desk, held):
    assert at("minutes-create", held) in desk.get(held.get_absolute_url()).text


@pytest.mark.parametrize("part", ["secretary", "auditor", "member"])
def test_the_second_heading_of_the_next_meeting_leads_to_the_adoption(
    client, cast, held, minutes, following, part
):
    Meeting.objects.filter(pk=following.pk).update(previous=held)
    proposed(minutes, cast["secretary"])

    page = enter(client, cast, part).get(following.get_absolute_url()).text

    assert (at("minutes", held) in page) is True
    assert (at("minutes-adoption", held) in page) == (part == "secretary")


def test_the_only_meeting_that_may_adopt_is_chosen(desk, held, minutes, following, secretary):
    proposed(minutes, secretary)

    form = desk.get(at("minutes-adoption", held)).context["form"]

    assert (form.initial["route"], form.initial["adopted_in"]) == ("next", following.pk)


def test_the_steps_of_a_meeting_end_with_its_minutes(desk, held, minutes, secretary):
    steps = desk.get(held.get_absolute_url()).context["page"].steps
    assert (steps[-1].label, steps[-1].when) == ("รายงานการประชุม", "อยู่ระหว่างจัดทำ")

    adopted(minutes, secretary)
    steps = desk.get(held.get_absolute_url()).context["page"].steps
    assert (steps[-1].when, steps[-1].is_current) == ("รับรองแล้ว 9 ก.ค.", True)
    assert [step.is_past for step in steps] == [True, True, True, False, False]


def test_a_page_that_writes_to_adopted_minutes_answers_in_words(
    desk, held, minutes, secretary, monkeypatch
):
    """Where no action refused it, the database does."""
    minutes = adopted(minutes, secretary)
    monkeypatch.setattr(Meeting, "has_adopted_minutes", False)
    seat = held.committee.seats.get(number=1)

    page = desk.post(
        reverse("meetings:attendance-seat", args=[held.pk, seat.pk]),
        {"kind": "absent", "mode": "onsite", "reason": "", "seen": ""},
    )

    assert (page.status_code, "รายงานที่รับรองแล้ว" in page.text) == (200, True)
    assert held.attendances.count() == 0


def test_any_other_page_answers_409(desk, held, minutes, secretary, rf):
    adopted(minutes, secretary)
    with pytest.raises(IntegrityError) as failure, transaction.atomic():
        connection.cursor().execute("UPDATE meetings_minutes SET corrections = 'x'")
    request = rf.get("/")
    request.user = secretary

    answer = BusyMiddleware(lambda request: None).process_exception(request, failure.value)

    assert (answer.status_code, "รับรองแล้ว แก้ไม่ได้" in answer.content.decode()) == (409, True)


def test_silence_is_not_hastened_by_looking(desk, held, minutes, secretary):
    minutes = circulated(minutes, secretary)
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        desk.get(at("minutes", held))
    minutes.refresh_from_db()
    assert minutes.state == State.CIRCULATED
    assert adopt_silently(minutes, until=minutes.circulated_until, on=date(2026, 8, 1))
