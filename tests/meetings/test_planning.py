"""Writing a plan: rows without JavaScript, bad input beside its field, nothing lost."""

import re
from datetime import date, datetime, time

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.actions import AgendaLine, revise_meeting
from meetings.actions.papers import remove_paper
from meetings.models import Meeting, Opinion
from portal.kernel.errors import RuleBroken
from tests.factories.meetings import (
    BANGKOK,
    called,
    make_held,
    make_paper,
    make_plan,
    planned,
    seat_with,
    vacant,
)
from tests.factories.regions import make_member

NEW = "/meetings/new/"
TOKEN = "5a4fdd6d-93a4-4c10-8f0f-8cf6f0ad2b5e"


@pytest.fixture
def desk(client, secretary, committee, board):
    client.force_login(secretary)
    return client


def sent(*lines, **changes):
    """A form as the browser sends it; each line is
    (section, title[, presenter, minutes, item])."""
    form = {
        "token": TOKEN,
        "kind": "meeting",
        "starts_on": "10/7/2569",
        "ends_on": "",
        "starts_at": "09.00",
        "ends_at": "16.30",
        "venue": "ห้องประชุมใหญ่",
        "province": "",
        "previous": "",
        "objectives": "ติดตามงาน\nวางแผน",
        "agenda-TOTAL_FORMS": str(len(lines)),
        "agenda-INITIAL_FORMS": str(len(lines)),
        **changes,
    }
    for number, line in enumerate(lines):
        for name, value in zip(
            ("section", "title", "presenter", "minutes", "item"), (*line, "", "", ""), strict=False
        ):
            form[f"agenda-{number}-{name}"] = value
    return form


def test_a_plan_is_written_in_the_order_of_its_headings(desk, board, committee):
    page = desk.post(
        NEW,
        sent(
            ("5", "แผนงาน", board[0].full_name, "๓๐"),
            ("1", "เรื่องแจ้ง"),
            ("5", ""),
            ("5", "งบประมาณ", "", "45"),
            ends_on="๑๑ ก.ค. ๒๕๖๙",
        ),
    )

    meeting = Meeting.objects.get()
    assert page.url == meeting.get_absolute_url()
    assert (meeting.starts_on, meeting.ends_on) == (date(2026, 7, 10), date(2026, 7, 11))
    assert (meeting.starts_at, meeting.ends_at, meeting.be_year) == (time(9), time(16, 30), 2569)
    assert [row.text for row in meeting.objectives.all()] == ["ติดตามงาน", "วางแผน"]
    assert [(row.number, row.title, row.presenter, row.minutes) for row in meeting.items.all()] == [
        ("1.1", "เรื่องแจ้ง", None, None),
        ("5.1", "แผนงาน", board[0], 30),
        ("5.2", "งบประมาณ", None, 45),
    ]


def test_a_form_sent_twice_plans_one_meeting(desk):
    first, again = desk.post(NEW, sent()), desk.post(NEW, sent())

    assert (first.url, Meeting.objects.count()) == (again.url, 1)


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("starts_on", "๓๑/๖/๒๕๖๙", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ("starts_on", "10/7/69", "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"),
        ("starts_on", "วันศุกร์หน้า", "เขียนวันที่ เช่น 1/9/2569 หรือ 1 กันยายน 2569"),
        ("starts_on", "29/2/2570", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ("ends_on", "9/7/2569", "วันสุดท้ายต้องไม่ก่อนวันแรก"),
        ("starts_at", "25.00", "เขียนเวลา เช่น 09.00"),
        ("ends_at", "08.00", "เวลาเลิกต้องหลังเวลาเริ่ม"),
    ],
)
def test_a_bad_answer_is_refused_beside_its_field_and_nothing_typed_is_lost(
    desk, field, text, message
):
    page = desk.post(NEW, sent(("5", "แผนงานที่พิมพ์ไว้"), **{field: text}))

    form = page.context["form"]
    assert form.errors == {field: [message]}
    assert form[field].value() == text
    assert form["objectives"].value() == "ติดตามงาน\nวางแผน"
    assert f'id="id_{field}_error"' in page.content.decode()
    assert 'value="แผนงานที่พิมพ์ไว้"' in page.content.decode()
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("line", "field", "message"),
    [
        (("5", "แผนงาน", "คนที่ไม่มีในคณะ"), "presenter", "ไม่พบชื่อนี้ในคณะหรือกองเลขานุการ เลือกจากรายชื่อ"),
        (("5", "แผนงาน", "", "สามสิบ"), "minutes", "กรอกเป็นตัวเลข เช่น 14"),
        (("5", "", "", "30"), "title", "เขียนชื่อเรื่อง หรือลบผู้เสนอและเวลาของแถวนี้"),
    ],
)
def test_a_bad_agenda_row_is_refused_in_its_row(desk, line, field, message):
    page = desk.post(NEW, sent(line))

    form = page.context["form"]
    assert form.agenda[0].errors == {field: [message]}
    assert form.errors == {"__all__": ["มีระเบียบวาระ 1 แถวที่ต้องแก้"]}
    assert not Meeting.objects.exists()


def test_overlong_text_is_refused_and_kept(desk):
    page = desk.post(NEW, sent(venue="ก" * 201))

    assert list(page.context["form"].errors) == ["venue"]
    assert page.context["form"]["venue"].value() == "ก" * 201


def test_a_row_is_added_without_javascript_and_without_judging(desk):
    page = desk.post(NEW, sent(("1", "เรื่องแจ้ง"), ("5", "แผนงาน"), add="5", starts_on="ยังไม่รู้"))

    form = page.context["form"]
    sections = {
        section.value: [row["title"].value() for row in rows] for section, rows in form.sections
    }
    assert (sections[1], sections[5], sections[4]) == (["เรื่องแจ้ง"], ["แผนงาน", None], [])
    assert form["starts_on"].value() == "ยังไม่รู้"
    assert form["token"].value() == TOKEN
    assert not form.errors
    assert not Meeting.objects.exists()


def test_a_meeting_follows_the_latest_one_that_nothing_follows_yet(desk, committee):
    make_held(committee, number=1)
    latest = make_held(committee, number=2, day=date(2026, 6, 26))

    page = desk.get(NEW)
    desk.post(NEW, sent(previous=str(latest.pk)))

    assert page.context["form"]["previous"].value() == latest.pk
    assert Meeting.objects.get(state="planned").previous == latest


def test_a_meeting_follows_a_plan_too_and_its_days_tell_which(desk, committee, secretary):
    held = make_held(committee)
    plan = planned(committee, secretary, previous=held)
    cancelled = planned(committee, secretary, starts_on=date(2026, 8, 7))
    Meeting.objects.filter(pk=cancelled.pk).update(state="cancelled")

    field = desk.get(NEW).context["form"]["previous"]

    assert field.value() == plan.pk
    assert [label for _value, label in field.field.choices] == [
        "ไม่มีครั้งก่อน",
        "การประชุมที่กำลังเตรียม 10 กรกฎาคม 2569",
    ]


def test_a_plan_does_not_follow_itself(desk, committee, secretary):
    plan = planned(committee, secretary)

    field = desk.get(f"/meetings/{plan.pk}/plan/").context["form"]["previous"]

    assert list(field.field.queryset) == []


def test_two_plans_do_not_follow_the_same_meeting(committee, secretary):
    latest = make_held(committee)
    planned(committee, secretary, previous=latest)

    with pytest.raises(RuleBroken) as refusal:
        planned(committee, secretary, previous=latest)

    assert list(refusal.value.message_dict) == ["previous"]
    assert Meeting.objects.filter(state="planned").count() == 1


# -- Cancelling ------------------------------------------------------------------


def test_before_cancelling_one_reads_how_many_get_a_letter_and_whom_to_ring(
    desk, committee, north, secretary
):
    without = seat_with(committee, 4, region=north, email="")
    empty = vacant(committee, 5, north)
    meeting = called(committee, secretary)

    page = desk.get(f"/meetings/{meeting.pk}/cancellation/")

    assert page.context["readers"] == 3
    assert [(row.seat, row.person) for row in page.context["calls"]] == [
        (without.memberships.get().seat, without),
        (empty, None),
    ]
    html = page.content.decode()
    assert 'หนังสือแจ้งยกเลิกจะออกถึง <b class="nw">3 คน</b>' in html
    assert 'ต้องโทรแจ้งเอง <b class="nw">2 ที่นั่ง</b>' in html
    assert "ผู้แทน4 ทดสอบ" in html


@pytest.mark.parametrize("seats", [1, 3])
def test_the_page_of_a_cancellation_costs_the_same_for_one_call_or_three(
    desk, committee, north, secretary, seats, django_assert_num_queries
):
    for number in range(4, 4 + seats):
        vacant(committee, number, north)
    meeting = called(committee, secretary)

    # session, user, head, rights, meeting, readers, invitations, officers, letters
    with django_assert_num_queries(9):
        desk.get(f"/meetings/{meeting.pk}/cancellation/")


# -- Two people at one plan -----------------------------------------------------


def revision(meeting, *lines, version=None, **changes):
    form = sent(*lines, **changes)
    del form["token"]
    return form | {"version": meeting.version if version is None else version}


def test_a_plan_is_revised(desk, committee, secretary):
    meeting = planned(committee, secretary, previous=make_held(committee))

    desk.post(
        f"/meetings/{meeting.pk}/plan/",
        revision(meeting, ("4", "รายงานภาค"), venue="ที่ใหม่", previous=meeting.previous_id),
    )

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.version) == ("ที่ใหม่", 1)
    assert [row.number for row in meeting.items.all()] == ["4.1"]


def rows_of(meeting):
    return [(row.number, row.title, row.pk) for row in meeting.items.all()]


def test_an_item_called_otherwise_or_put_elsewhere_stays_the_same_row(desk, committee, secretary):
    meeting = planned(committee, secretary)
    news, plans = meeting.items.all()

    desk.post(
        f"/meetings/{meeting.pk}/plan/",
        revision(
            meeting,
            ("4", "แผนงานที่เปลี่ยนชื่อ", "", "", plans.pk),
            ("5", "เรื่องใหม่"),
            ("5", news.title, "", "20", news.pk),
        ),
    )

    assert [row for row in rows_of(meeting) if row[1] != "เรื่องใหม่"] == [
        ("4.1", "แผนงานที่เปลี่ยนชื่อ", plans.pk),
        ("5.2", news.title, news.pk),
    ]
    assert [row[:2] for row in rows_of(meeting)][1] == ("5.1", "เรื่องใหม่")


def test_items_that_change_places_keep_their_rows(desk, committee, secretary):
    lines = (AgendaLine(5, "แผนงาน"), AgendaLine(5, "งบประมาณ"))
    meeting = planned(committee, secretary, agenda=lines)
    first, second = meeting.items.all()

    desk.post(
        f"/meetings/{meeting.pk}/plan/",
        revision(meeting, ("5", "งบประมาณ", "", "", second.pk), ("5", "แผนงาน", "", "", first.pk)),
    )

    assert rows_of(meeting) == [("5.1", "งบประมาณ", second.pk), ("5.2", "แผนงาน", first.pk)]


def test_a_line_that_names_no_item_goes_on_with_one_of_its_heading_and_title(committee, secretary):
    lines = (AgendaLine(5, "แผนงาน"), AgendaLine(5, "แผนงาน"), AgendaLine(4, "แผนงาน"))
    meeting = planned(committee, secretary, agenda=lines)
    known, first, second = (row.pk for row in meeting.items.all())

    revise_meeting(meeting, make_plan(agenda=lines), version=0, by=secretary)

    assert [row[2] for row in rows_of(meeting)] == [known, first, second]


@pytest.mark.parametrize("named", ["another", "", "abc", "9" * 30, "-1"])
def test_an_item_of_another_meeting_is_not_taken_away(desk, committee, secretary, named):
    meeting = planned(committee, secretary)
    other = planned(committee, secretary, starts_on=date(2026, 8, 7))
    theirs = rows_of(other)
    asked = theirs[0][2] if named == "another" else named

    desk.post(
        f"/meetings/{meeting.pk}/plan/", revision(meeting, ("4", "เรื่องของเรา", "", "", asked))
    )

    assert [row[:2] for row in rows_of(meeting)] == [("4.1", "เรื่องของเรา")]
    assert rows_of(other) == theirs


def test_an_item_that_stays_as_it_is_leaves_no_trace(committee, secretary):
    meeting = planned(committee, secretary)

    revise_meeting(meeting, make_plan(venue="ที่ใหม่"), version=0, by=secretary)

    history = apps.get_model("meetings", "AgendaItemEvent").objects
    labels = history.filter(meeting=meeting).values_list("pgh_label", flat=True)
    assert set(labels) == {"insert"}


@pytest.fixture
def paper(committee, secretary, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    meeting = planned(committee, secretary)
    return make_paper(meeting.items.get(section=5))


def test_a_paper_follows_its_item_through_a_revision(desk, paper):
    meeting, item = paper.meeting, paper.item

    desk.post(
        f"/meetings/{meeting.pk}/plan/",
        revision(meeting, ("4", "ชื่อใหม่ของแผนงาน", "", "", item.pk)),
    )

    paper.refresh_from_db()
    assert (paper.item.pk, paper.item.number) == (item.pk, "4.1")


def test_an_item_with_papers_is_not_struck_and_nothing_typed_is_lost(desk, paper):
    meeting, before = paper.meeting, rows_of(paper.meeting)

    page = desk.post(
        f"/meetings/{meeting.pk}/plan/",
        revision(meeting, ("1", "เรื่องแจ้งที่แก้"), ("5", "", "", "", paper.item.pk), venue="ที่ใหม่"),
    )

    assert page.context["form"].non_field_errors() == [
        "ลบวาระ 5.1 “แผนงานไตรมาสหน้า” ไม่ได้ เพราะมีเอกสารประกอบ 1 รายการ ย้ายหรือนำเอกสารออกจากวาระนี้ก่อน"
    ]
    assert page.context["form"]["venue"].value() == "ที่ใหม่"
    assert rows_of(meeting) == before
    meeting.refresh_from_db()
    assert (meeting.version, meeting.venue) == (0, "ห้องประชุมใหญ่")


def test_an_item_whose_papers_were_taken_off_is_struck_and_they_stay_with_the_meeting(
    desk, paper, secretary
):
    meeting = paper.meeting
    remove_paper(paper, by=secretary)

    desk.post(f"/meetings/{meeting.pk}/plan/", revision(meeting, ("1", "เรื่องแจ้งเพื่อทราบ")))

    paper.refresh_from_db()
    assert [row[0] for row in rows_of(meeting)] == ["1.1"]
    assert (paper.meeting, paper.item, paper.versions.count()) == (meeting, None, 1)


def test_to_strike_six_items_costs_what_one_costs(committee, secretary):
    def cost(count):
        agenda = [AgendaLine(5, f"เรื่องที่ {number}") for number in range(count)]
        meeting = planned(committee, secretary, agenda=agenda)
        with CaptureQueriesContext(connection) as asked:
            revise_meeting(meeting, make_plan(agenda=()), version=0, by=secretary)
        return len(asked)

    assert cost(6) == cost(1)


def test_an_item_something_was_said_to_is_not_struck(committee, secretary):
    meeting = planned(committee, secretary)
    Opinion.objects.create(item=meeting.items.get(section=5), position=1, text="ควรทำ")

    with pytest.raises(RuleBroken) as refusal:
        revise_meeting(meeting, make_plan(agenda=()), version=0, by=secretary)

    assert refusal.value.code == "has-record"


def test_a_stale_plan_is_409_with_both_texts_and_nothing_is_lost(desk, committee, secretary):
    meeting = planned(committee, secretary, venue="ห้องเดิม")
    mine = revision(meeting, ("5", "เรื่องของฉัน <b>"), venue="ห้องของฉัน <script>")
    revise_meeting(meeting, make_plan(venue="ห้องของเขา <i>"), version=meeting.version, by=secretary)

    page = desk.post(f"/meetings/{meeting.pk}/plan/", mine)

    meeting.refresh_from_db()
    assert (page.status_code, meeting.venue) == (409, "ห้องของเขา <i>")
    told = {what: (typed, saved) for what, typed, saved in page.context["differences"]}
    assert told == {
        "สถานที่": ("ห้องของฉัน <script>", "ห้องของเขา <i>"),
        "ระเบียบวาระ": ("5. เรื่องของฉัน <b>", "1. เรื่องแจ้งเพื่อทราบ\n5. แผนงานไตรมาสหน้า"),
    }
    html = page.content.decode()
    assert "secretary ทดสอบ บันทึกร่างนี้ไปแล้ว" in html
    assert 'value="ห้องของฉัน &lt;script&gt;"' in html
    assert "ห้องของเขา &lt;i&gt;" in html
    assert "<script>ห้อง" not in html

    again = desk.post(f"/meetings/{meeting.pk}/plan/", mine | {"version": hidden(html, "version")})

    meeting.refresh_from_db()
    assert (again.status_code, meeting.venue) == (302, "ห้องของฉัน <script>")


def hidden(html, name):
    return re.search(rf'name="{name}" value="([^"]+)"', html)[1]


@pytest.mark.parametrize(
    ("state", "pages"),
    [
        ("planned", {"plan": 200, "schedule": 302, "cancellation": 200, "invitations": 200}),
        ("called", {"plan": 302, "schedule": 200, "cancellation": 200, "invitations": 200}),
        ("closed", {"plan": 302, "schedule": 302, "cancellation": 302, "invitations": 200}),
        ("cancelled", {"plan": 302, "schedule": 302, "cancellation": 302, "invitations": 200}),
        ("record", {"plan": 302, "schedule": 302, "cancellation": 302, "invitations": 200}),
    ],
)
def test_each_state_has_its_own_pages_and_none_breaks(desk, committee, secretary, state, pages):
    if state == "record":
        meeting = make_held(committee, source="อ้างถึง", starts_on=None, ends_on=None, venue="")
    else:
        meeting = called(committee, secretary)
        Meeting.objects.filter(pk=meeting.pk).update(state=state)

    assert {
        name: desk.get(f"/meetings/{meeting.pk}/{name}/").status_code for name in pages
    } == pages
    assert desk.get(f"/meetings/{meeting.pk}/").status_code == 200


def test_a_meeting_that_has_begun_is_not_cancelled_from_an_old_page(
    desk, committee, secretary, clock
):
    meeting = called(committee, secretary)
    clock.move_to(datetime(2026, 7, 10, 9, 30, tzinfo=BANGKOK))

    page = desk.post(
        f"/meetings/{meeting.pk}/cancellation/", {"reason": "น้ำท่วม", "version": meeting.version}
    )

    meeting.refresh_from_db()
    assert page.context["form"].non_field_errors() == ["การประชุมเริ่มแล้ว เลื่อนหรือยกเลิกไม่ได้"]
    assert (page.context["form"]["reason"].value(), meeting.state) == ("น้ำท่วม", "called")


def test_a_stale_move_is_409_and_can_be_sent_again(desk, committee, secretary):
    meeting = called(committee, secretary)
    form = {
        "starts_on": "24/7/2569", "starts_at": "9.00", "venue": "ที่ใหม่", "reason": "ห้องไม่ว่าง",
        "version": "0",
    }  # fmt: skip
    address = f"/meetings/{meeting.pk}/schedule/"

    stale = desk.post(address, form)
    again = desk.post(address, form | {"version": hidden(stale.content.decode(), "version")})

    meeting.refresh_from_db()
    assert (stale.status_code, again.status_code) == (409, 302)
    assert (meeting.starts_on, meeting.venue) == (date(2026, 7, 24), "ที่ใหม่")


# -- An ended session -----------------------------------------------------------


def test_typed_text_comes_back_after_signing_in_again(desk, secretary):
    author = hidden(desk.get(NEW).content.decode(), "author")
    desk.logout()

    refused = desk.post(NEW, sent(("5", "แผนงานที่พิมพ์ไว้"), author=author))
    desk.force_login(secretary)
    page = desk.get(NEW)

    assert refused.url.startswith("/accounts/login/")
    assert page.context["form"]["venue"].value() == "ห้องประชุมใหญ่"
    assert page.context["form"].agenda[0]["title"].value() == "แผนงานที่พิมพ์ไว้"
    assert not Meeting.objects.exists()


def test_somebody_else_never_sees_the_kept_text(desk):
    author = hidden(desk.get(NEW).content.decode(), "author")
    desk.logout()
    desk.post(NEW, sent(author=author))
    desk.force_login(make_member("somebody"))

    assert desk.get("/meetings/").status_code == 200
    assert desk.get(NEW).status_code == 403
