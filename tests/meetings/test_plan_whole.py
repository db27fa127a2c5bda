"""A plan with everything: days only expected, ways to come, a programme, another order."""

import re
from datetime import date, time
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.actions import (
    AgendaLine,
    Expectation,
    Plan,
    SittingLine,
    call_meeting,
    plan_following,
    revise_meeting,
)
from meetings.letters import invitation_letter
from meetings.line_text import MOST, line_text
from meetings.models import BreakoutResult, Meeting, Minutes
from meetings.queries import MeetingPage, may_be_followed, missing_for_call
from meetings.running_clock import duration, running_clock
from portal.kernel.errors import RuleBroken
from tests.factories.meetings import (
    DAY,
    TODAY,
    called,
    make_held,
    make_minutes,
    make_paper,
    make_plan,
    make_sitting,
    planned,
)

NEW = "/meetings/new/"
TOKEN = "5a4fdd6d-93a4-4c10-8f0f-8cf6f0ad2b5e"
JULY = date(2026, 7, 1)
MEET = "https://meet.example/67"


@pytest.fixture
def desk(client, secretary, committee, board):
    client.force_login(secretary)
    return client


def form(*lines, sittings=(), **changes):
    """As the browser sends it; a line is (section, title, minutes, item, place)."""
    sent = {
        "token": TOKEN, "starts_on": "10/7/2569", "starts_at": "09.00", "ends_at": "12.00",
        "venue": "ห้องประชุมใหญ่", "kind": "meeting",
        "agenda-TOTAL_FORMS": len(lines), "agenda-INITIAL_FORMS": len(lines),
        "sittings-TOTAL_FORMS": len(sittings), "sittings-INITIAL_FORMS": len(sittings),
        **changes,
    }  # fmt: skip
    names = ("section", "title", "minutes", "item", "place")
    for number, line in enumerate(lines):
        told = zip(names, (*line, "", "", ""), strict=False)
        sent |= {f"agenda-{number}-{name}": value for name, value in told}
    for number, row in enumerate(sittings):
        sent |= {f"sittings-{number}-{name}": value for name, value in row.items()}
    return sent


def rows_of(meeting):
    return [(row.number, row.title) for row in meeting.items.all()]


# -- Days that are only expected -------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "words", "until"),
    [
        ("early", "ต้นเดือนกรกฎาคม 2569", 10),
        ("middle", "กลางเดือนกรกฎาคม 2569", 20),
        ("late", "ปลายเดือนกรกฎาคม 2569", 31),
        ("any", "ภายในเดือนกรกฎาคม 2569", 31),
    ],
)
def test_an_expected_time_is_told_in_words_and_ends_on_its_last_day(
    committee, secretary, part, words, until
):
    plan = planned(committee, secretary, starts_on=None, expected_month=JULY, expected_part=part)
    last = planned(committee, secretary, starts_on=date(2026, 7, until))
    after = planned(committee, secretary, starts_on=date(2026, 7, until) + (DAY - date(2026, 7, 9)))

    assert (plan.days_in_words, plan.expected_until, plan.be_year) == (words, last.starts_on, 2569)
    order = list(Meeting.objects.in_calendar_order(on=TODAY))
    assert order.index(plan) < order.index(after)
    assert {plan, last} == set(order[:2])


def test_a_plan_is_written_with_the_month_it_is_expected_in(desk):
    page = desk.post(NEW, form(starts_on="", expected_month="ก.ค. 2569", expected_part="late"))

    meeting = Meeting.objects.get()
    assert page.url == meeting.get_absolute_url()
    assert (meeting.starts_on, meeting.expected_month, meeting.expected_part) == (
        None,
        JULY,
        "late",
    )
    for address in ("/meetings/", meeting.get_absolute_url(), "/"):
        assert "ปลายเดือนกรกฎาคม 2569" in text_of(desk.get(address)), address


def text_of(page):
    return page.content.decode().replace('<span class="nw">', "").replace("</span>", "")


def test_a_month_without_a_part_is_all_of_it_and_a_part_without_a_month_nothing(desk):
    desk.post(NEW, form(starts_on="", expected_month="7/2569", expected_part=""))
    desk.post(NEW, form(token=str(uuid4()), expected_part="late"))

    told = Meeting.objects.order_by("pk").values_list("expected_month", "expected_part")
    assert list(told) == [(JULY, "any"), (None, "")]


def test_days_that_are_fixed_take_the_place_of_what_was_expected(desk, committee, secretary):
    plan = planned(committee, secretary, starts_on=None, expected_month=JULY, expected_part="late")

    desk.post(
        f"/meetings/{plan.pk}/plan/",
        form(version=plan.version, expected_month="7/2569", expected_part="late"),
    )

    plan.refresh_from_db()
    assert (plan.starts_on, plan.expected_month, plan.expected_part) == (DAY, None, "")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "", "expected_month": "กรกฎา"}, "expected_month"),
        ({"starts_on": "", "expected_month": "7/2569", "expected_part": "x"}, "expected_part"),
        ({"mode": "telepathy"}, "mode"),
        ({"kind": "party"}, "kind"),
        ({"online_url": "javascript:alert(1)"}, "online_url"),
        ({"map_url": "x" * 501}, "map_url"),
        ({"letter_number": "๑" * 61}, "letter_number"),
    ],
)
def test_a_bad_answer_stands_beside_its_field(desk, changes, field):
    page = desk.post(NEW, form(**changes))

    assert list(page.context["form"].errors) == [field]
    assert not Meeting.objects.exists()


def test_a_plan_without_any_time_is_refused(committee, secretary):
    with pytest.raises(RuleBroken) as refusal:
        planned(committee, secretary, starts_on=None)

    assert list(refusal.value.message_dict) == ["starts_on"]


# -- Ways to come ------------------------------------------------------------------------


def test_a_plan_says_everything_a_letter_needs(desk):
    desk.post(
        NEW,
        form(
            ("5", "แผนงาน"), kind="seminar", title="สัมมนาทิศทาง", letter_number="พอช. 0107/123",
            mode="both", online_url=MEET, map_url="maps.example/a b",
        ),
    )  # fmt: skip
    desk.post(NEW, form(token=str(uuid4()), map_url="maps.example/a"))

    first = Meeting.objects.order_by("pk").last()
    assert (first.kind, first.mode, first.map_url) == (
        "meeting",
        "onsite",
        "https://maps.example/a",
    )


def test_what_was_typed_is_kept_by_the_plan_and_shown_again(desk):
    desk.post(
        NEW,
        form(
            kind="seminar", title="สัมมนาทิศทาง", letter_number="พอช. 0107/123",
            mode="both", online_url=MEET, map_url="https://maps.example/a",
        ),
    )  # fmt: skip

    meeting = Meeting.objects.get()
    shown = desk.get(f"/meetings/{meeting.pk}/plan/").context["form"]
    told = ("kind", "title", "letter_number", "mode", "online_url", "map_url")
    assert (
        [getattr(meeting, name) for name in told]
        == [shown[name].value() for name in told]
        == [
            "seminar",
            "สัมมนาทิศทาง",
            "พอช. 0107/123",
            "both",
            MEET,
            "https://maps.example/a",
        ]
    )


def test_the_invited_read_how_to_come_and_the_public_does_not(client, committee, board, secretary):
    meeting = called(
        committee, secretary, mode="both", online_url=MEET, map_url="https://maps.example/a",
        letter_number="พอช. 0107/123",
    )  # fmt: skip
    letter = invitation_letter(meeting, meeting.invitations.first(), by=secretary, on=TODAY).body

    assert letter.startswith("ที่  พอช. 0107/123\n\nกองเลขานุการ")
    assert "ณ ห้องประชุมใหญ่ และทางออนไลน์" in letter
    assert f"เข้าประชุมทางออนไลน์ได้ที่\n{MEET}\nแผนที่\nhttps://maps.example/a" in letter
    client.force_login(secretary)
    assert MEET in client.get(meeting.get_absolute_url()).content.decode()
    assert MEET not in line_text(meeting)


@pytest.mark.parametrize(
    ("mode", "venue", "online_url", "missing"),
    [
        ("onsite", "", "", ["สถานที่"]),
        ("online", "", MEET, []),
        ("online", "", "", ["ลิงก์เข้าประชุมออนไลน์"]),
        ("both", "", "", ["สถานที่", "ลิงก์เข้าประชุมออนไลน์"]),
        ("both", "ศูนย์", MEET, []),
    ],
)
def test_nobody_is_called_before_they_know_how_to_come(
    committee, secretary, mode, venue, online_url, missing
):
    plan = planned(committee, secretary, mode=mode, venue=venue, online_url=online_url)

    assert missing_for_call(plan) == missing


def test_a_meeting_only_online_is_called_without_a_room(committee, board, secretary):
    meeting = called(committee, secretary, mode="online", venue="", online_url=MEET)

    letter = invitation_letter(meeting, meeting.invitations.first(), by=secretary, on=TODAY)
    assert "เวลา 09.00–16.30 น. ทางออนไลน์" in letter.body


# -- The programme -----------------------------------------------------------------------

PROGRAMME = (
    {"title": "ประชุมรวม", "kind": "plenary", "on": "10/7/2569", "part_of_day": "เช้า"},
    {"title": "แบ่งกลุ่ม", "kind": "breakout", "on": "10/7/2569", "group_count": "๓"},
    {"title": "คุยตอนค่ำ", "kind": "informal", "part_of_day": "ค่ำ"},
    {"title": ""},
)


def test_a_programme_is_written_in_its_order(desk):
    desk.post(NEW, form(sittings=PROGRAMME, ends_on="11/7/2569"))

    sittings = Meeting.objects.get().sittings.all()
    assert [(row.position, row.title, row.kind, row.on, row.group_count) for row in sittings] == [
        (1, "ประชุมรวม", "plenary", DAY, None),
        (2, "แบ่งกลุ่ม", "breakout", DAY, 3),
        (3, "คุยตอนค่ำ", "informal", None, None),
    ]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"title": "รวม", "on": "12/7/2569"}, "on"),
        ({"title": "รวม", "kind": "plenary", "group_count": "3"}, "group_count"),
        ({"title": "", "part_of_day": "เช้า"}, "title"),
        ({"title": "รวม", "kind": "x"}, "kind"),
    ],
)
def test_a_bad_part_of_a_programme_is_refused_in_its_row(desk, row, field):
    page = desk.post(NEW, form(sittings=[row]))

    shown = page.context["form"]
    assert list(shown.sittings[0].errors) == [field]
    assert shown.non_field_errors() == ["มีช่วงประชุม 1 แถวที่ต้องแก้"]
    assert not Meeting.objects.exists()


def test_a_part_that_goes_on_stays_the_same_row_and_one_without_its_line_goes(
    desk, committee, secretary
):
    plan = planned(
        committee, secretary, sittings=(SittingLine("รวม"), SittingLine("ค่ำ", "informal"))
    )
    plenary, _evening = plan.sittings.all()

    desk.post(
        f"/meetings/{plan.pk}/plan/",
        form(
            version=plan.version,
            sittings=[{"title": "ใหม่"}, {"title": "รวมใหม่", "sitting": plenary.pk}],
        ),
    )

    assert [(row.title, row.pk == plenary.pk) for row in plan.sittings.all()] == [
        ("ใหม่", False),
        ("รวมใหม่", True),
    ]


def test_a_form_sent_without_its_programme_strikes_none_of_it(desk, committee, secretary):
    plan = planned(committee, secretary, sittings=(SittingLine("รวม"),))
    sent = form(version=plan.version, venue="ที่ใหม่")
    gone = {name: value for name, value in sent.items() if not name.startswith("sittings")}

    desk.post(f"/meetings/{plan.pk}/plan/", gone)

    plan.refresh_from_db()
    assert (plan.venue, [row.title for row in plan.sittings.all()]) == ("ที่ใหม่", ["รวม"])


def test_a_part_with_results_is_not_struck(committee, secretary):
    plan = planned(committee, secretary, sittings=(SittingLine("กลุ่ม", "breakout", group_count=2),))
    sitting, item = plan.sittings.get(), plan.items.first()
    BreakoutResult.objects.create(sitting=sitting, item=item, position=1, title="บทบาท")

    with pytest.raises(RuleBroken) as refusal:
        revise_meeting(plan, make_plan(), version=plan.version, by=secretary)

    assert refusal.value.code == "has-groups"


def test_a_part_that_stays_as_it_is_costs_nothing(committee, secretary):
    lines = tuple(SittingLine(f"ช่วง {number}") for number in range(5))
    plan = planned(committee, secretary, sittings=lines)
    same = tuple(
        line._replace(sitting=row.pk) for line, row in zip(lines, plan.sittings.all(), strict=True)
    )

    with CaptureQueriesContext(connection) as asked:
        revise_meeting(plan, make_plan(sittings=same), version=plan.version, by=secretary)

    assert not [row for row in asked if 'UPDATE "meetings_sitting"' in row["sql"]]


def test_one_more_row_of_the_programme_without_judging(desk):
    page = desk.post(NEW, form(sittings=[{"title": "รวม", "on": "พรุ่งนี้"}], add="sitting"))

    shown = page.context["form"]
    assert [row["title"].value() for row in shown.sittings] == ["รวม", None]
    assert shown.sittings[0]["on"].value() == "พรุ่งนี้"


# -- Another order -----------------------------------------------------------------------

LINES = (("1", "แจ้ง"), ("5", "แผน", "30"), ("5", ""), ("5", "งบ", "45"), ("6", "อื่น"))


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ("3-up", [("1", "แจ้ง"), ("5", "งบ"), ("5", "แผน"), ("6", "อื่น")]),
        ("1-down", [("1", "แจ้ง"), ("5", "งบ"), ("5", "แผน"), ("6", "อื่น")]),
        ("1-up", [("1", "แจ้ง"), ("4", "แผน"), ("5", "งบ"), ("6", "อื่น")]),
        ("3-down", [("1", "แจ้ง"), ("5", "แผน"), ("6", "งบ"), ("6", "อื่น")]),
        ("0-up", [("1", "แจ้ง"), ("5", "แผน"), ("5", "งบ"), ("6", "อื่น")]),
        ("4-down", [("1", "แจ้ง"), ("5", "แผน"), ("5", "งบ"), ("6", "อื่น")]),
        ("99-up", [("1", "แจ้ง"), ("5", "แผน"), ("5", "งบ"), ("6", "อื่น")]),
        ("x", [("1", "แจ้ง"), ("5", "แผน"), ("5", "งบ"), ("6", "อื่น")]),
    ],
)
def test_a_row_is_put_up_or_down_without_javascript(desk, asked, order):
    page = desk.post(NEW, form(*LINES, put=asked, starts_on="ยังไม่รู้"))

    shown = page.context["form"]
    assert [
        (row["section"].value(), row["title"].value())
        for _section, rows in shown.sections
        for row in rows
        if row["title"].value()
    ] == order
    assert shown["starts_on"].value() == "ยังไม่รู้"
    assert not Meeting.objects.exists()


def test_the_row_that_was_put_elsewhere_takes_the_focus(desk):
    html = desk.post(NEW, form(*LINES, put="3-up")).content.decode()

    assert html.count("data-autofocus") == 1


@pytest.mark.parametrize("section", ["", "x", "9", "๕"])
def test_a_row_of_no_heading_breaks_nothing(desk, section):
    assert desk.post(NEW, form((section, "แผน"), put="0-up")).status_code == 200


def test_rows_that_were_dragged_stand_where_they_were_dropped_and_keep_their_papers(
    desk, committee, secretary
):
    lines = (AgendaLine(5, "แผน"), AgendaLine(5, "งบ"), AgendaLine(1, "แจ้ง"))
    plan = planned(committee, secretary, agenda=lines)
    news, first, second = plan.items.all()
    paper = make_paper(second)

    desk.post(
        f"/meetings/{plan.pk}/plan/",
        form(
            ("1", "แจ้ง", "", news.pk, "2"),
            ("5", "แผน", "", first.pk, "1"),
            ("4", "งบ", "", second.pk, "0"),
            version=plan.version,
        ),
    )

    paper.refresh_from_db()
    assert rows_of(plan) == [("1.1", "แจ้ง"), ("4.1", "งบ"), ("5.1", "แผน")]
    assert (paper.item.pk, paper.item.title) == (second.pk, "งบ")


@pytest.mark.parametrize("place", ["-1", "abc", "9" * 30, "1.5"])
def test_a_place_that_is_none_is_where_the_row_stands(desk, place):
    desk.post(NEW, form(("5", "แผน", "", "", place), ("5", "งบ")))

    assert rows_of(Meeting.objects.get()) == [("5.1", "แผน"), ("5.2", "งบ")]


# -- The running clock ----------------------------------------------------------------------


def test_the_clock_runs_along_the_headings_and_says_what_is_over(desk):
    page = desk.post(
        NEW, form(("5", "แผน", "150"), ("1", "แจ้ง", "๔๕"), ("6", "อื่น"), add="6", ends_at="12.00")
    )

    shown = page.context["form"]
    assert [
        (row["title"].value(), row.begins)
        for _section, rows in shown.sections
        for row in rows
        if row.begins
    ] == [("แจ้ง", time(9)), ("แผน", time(9, 45)), ("อื่น", time(12, 15))]
    words = "รวม 3 ชั่วโมง 15 นาที จบประมาณ 12.15 น. เกินเวลาเลิกประชุม 15 นาที ยังไม่กำหนดเวลา 1 เรื่อง"
    assert shown.clock.words == words
    assert words in page.content.decode()


@pytest.mark.parametrize(
    ("language", "written", "ends"),
    [("th", "{h}.{m} น.", "จบประมาณ {n}"), ("en", "{h}:{m}", "Ends at about {n}.")],
)
def test_the_script_writes_hours_as_the_page_does(desk, language, written, ends):
    desk.cookies["django_language"] = language

    page = desk.get(NEW).content.decode()

    assert f'data-at="{written}"' in page
    assert f'data-ends="{ends}"' in page


def test_a_row_folds_unless_it_is_wrong_or_was_just_put_there(desk):
    def folds(page):
        rows = re.findall(r'<details class="agenda_row" data-row( data-fold="again")? open>', page)
        return [bool(fold) for fold in rows]

    lines = ("1", "แจ้ง"), ("5", "แผน")
    grown = desk.post(NEW, form(*lines, add="5")).content.decode()
    put = desk.post(NEW, form(*lines, ("5", "งบ"), put="2-up")).content.decode()
    wrong = desk.post(NEW, form(("1", "แจ้ง"), ("5", "แผน", "นาน"))).content.decode()

    assert folds(grown) == [True, True, False]
    assert folds(put).count(False) == 1
    assert folds(wrong) == [True, False]


@pytest.mark.parametrize(
    ("minutes", "hours", "told"),
    [
        ([30, 30], {"starts_at": time(9), "ends_at": time(10)}, "รวม 1 ชั่วโมง จบประมาณ 10.00 น."),
        ([30], {"starts_at": None}, "รวม 30 นาที"),
        ([600, 600], {"starts_at": time(9)}, "รวม 20 ชั่วโมง"),
        ([90], {"starts_at": time(9), "is_one_day": False}, "รวม 1 ชั่วโมง 30 นาที"),
        ([None], {"starts_at": time(9)}, ""),
        ([], {"starts_at": time(9)}, ""),
    ],
)
def test_what_the_clock_says(minutes, hours, told):
    assert running_clock(minutes, **hours).words == told


def test_no_time_at_all_is_no_minutes():
    assert duration(0) == "0 นาที"


def test_the_page_says_when_each_item_begins_until_it_is_held(committee, board, secretary):
    agenda = (AgendaLine(1, "แจ้ง", minutes=30), AgendaLine(5, "แผน", minutes=60))
    meeting = called(committee, secretary, agenda=agenda)

    [news, plans] = MeetingPage(meeting, TODAY).sections
    assert [item["begins"] for part in (news, plans) for item in part.items] == [
        time(9),
        time(9, 30),
    ]
    make_sitting(meeting, by=secretary)
    assert MeetingPage(meeting, TODAY).clock.words == ""


# -- The next one ------------------------------------------------------------------------


def test_a_meeting_appoints_the_next_one_in_one_step(desk, committee, secretary):
    held = make_held(committee)
    page = desk.get(held.get_absolute_url())
    assert f"/meetings/{held.pk}/next/" in page.content.decode()

    form = {
        "token": TOKEN, "expected_month": "กรกฎาคม 2569", "expected_part": "late", "venue": "ศรีปทุม",
    }  # fmt: skip
    first = desk.post(f"/meetings/{held.pk}/next/", form)
    again = desk.post(f"/meetings/{held.pk}/next/", form)

    held.refresh_from_db()
    plan = Meeting.objects.get(previous=held)
    assert first.url == again.url == plan.get_absolute_url()
    assert (plan.state, plan.days_in_words, plan.venue) == (
        "planned",
        "ปลายเดือนกรกฎาคม 2569",
        "ศรีปทุม",
    )
    assert held.next_in_words == "ปลายเดือนกรกฎาคม 2569 ณ ศรีปทุม"
    assert not may_be_followed(held)
    assert desk.get(f"/meetings/{held.pk}/next/").status_code == 302


def test_what_is_not_appointed_stands_beside_its_field(desk, committee):
    held = make_held(committee)

    page = desk.post(f"/meetings/{held.pk}/next/", {"token": TOKEN, "venue": "ศรีปทุม"})

    assert list(page.context["form"].errors) == ["starts_on"]
    assert page.context["form"]["venue"].value() == "ศรีปทุม"


def test_somebody_else_appointed_meanwhile(desk, committee, secretary):
    held = make_held(committee)
    planned(committee, secretary, previous=held)

    page = desk.post(f"/meetings/{held.pk}/next/", {"token": TOKEN, "starts_on": "7/8/2569"})

    assert page.status_code == 200
    assert page.context["form"].errors
    assert Meeting.objects.filter(state="planned").count() == 1


@pytest.mark.parametrize("state", ["planned", "called", "record"])
def test_only_a_meeting_that_is_held_appoints(committee, board, secretary, state):
    if state == "record":
        meeting = make_held(committee, source="เอกสาร")
    else:
        meeting = (planned if state == "planned" else called)(committee, secretary)
    plan = Plan(starts_on=None, ends_on=None, expected_month=JULY, expected_part="any")

    with pytest.raises(RuleBroken) as refusal:
        plan_following(meeting, plan, token=uuid4(), by=secretary)

    assert refusal.value.code == "not-held"


def test_the_record_of_adopted_minutes_is_not_touched(committee, secretary):
    held = make_held(committee)
    make_minutes(held, state="adopted")
    plan = Plan(starts_on=DAY, ends_on=DAY)

    following = plan_following(held, plan, token=uuid4(), by=secretary)

    held.refresh_from_db()
    assert (held.next_in_words, following.previous, Minutes.objects.count()) == ("", held, 1)


@pytest.mark.parametrize(
    ("part", "status"),
    [("secretary", 200), ("auditor", 403), ("coordinator", 403), ("member", 403)],
)
def test_who_appoints_the_next_meeting_of_the_67(client, cast, committee, part, status):
    held = make_held(committee)
    client.force_login(cast[part])

    assert client.get(f"/meetings/{held.pk}/next/").status_code == status


# -- To pass on ---------------------------------------------------------------------------


def test_a_notice_for_line_is_short_and_names_nobody(desk, committee, board, secretary):
    meeting = called(committee, secretary, ends_on=date(2026, 7, 11), title="ทิศทาง " * 28)
    Meeting.objects.filter(pk=meeting.pk).update(venue="ห้อง " * 39)
    meeting.refresh_from_db()

    text = desk.get(f"/meetings/{meeting.pk}/invitations/").context["line"]

    assert text == line_text(meeting)
    assert len(text) <= MOST
    assert text.endswith(meeting.get_absolute_url())
    assert text.startswith(f"เชิญการประชุมครั้งที่ 1/2569 {committee.short_name}\n")
    assert not [person for person in board if person.first_name in text]


def test_a_notice_of_every_state(committee, board, secretary):
    meeting = called(committee, secretary)
    said = {}
    for state in ("called", "cancelled", "postponed"):
        meeting.state = state
        said[state] = line_text(meeting).splitlines()[:2]
    name = f"การประชุมครั้งที่ 1/2569 {committee.short_name}"
    meeting.starts_on, meeting.expected_month, meeting.expected_part = None, JULY, "late"
    expected = line_text(meeting).splitlines()[1]

    assert said["called"] == [f"เชิญ{name}", "วันศุกร์ที่ 10 กรกฎาคม 2569"]
    assert said["cancelled"] == [f"ยกเลิก{name}", "ที่กำหนดไว้วันศุกร์ที่ 10 กรกฎาคม 2569"]
    assert said["postponed"][0] == f"เลื่อน{name} โดยยังไม่กำหนดวัน"
    assert expected == "คาดว่าจัดปลายเดือนกรกฎาคม 2569"


def test_the_conflict_page_tells_every_part(desk, committee, secretary):
    plan = planned(committee, secretary, sittings=(SittingLine("รวม", on=DAY, part_of_day="เช้า"),))
    mine = form(
        ("1", "เรื่องแจ้งเพื่อทราบ"), ("5", "แผนงานไตรมาสหน้า"),
        version=plan.version, mode="both", online_url=MEET, ends_at="16.30",
        objectives="ติดตามงาน\nวางแผน",
        sittings=[{"title": "กลุ่ม", "kind": "breakout", "group_count": "3"}],
    )  # fmt: skip
    revise_meeting(
        plan, make_plan(map_url="https://maps.example/a"), version=plan.version, by=secretary
    )

    page = desk.post(f"/meetings/{plan.pk}/plan/", mine)

    told = {what: (typed, saved) for what, typed, saved in page.context["differences"]}
    assert (page.status_code, told) == (
        409,
        {
            "วิธีประชุม": ("ในที่ประชุมและทางออนไลน์", "ในที่ประชุม"),
            "ลิงก์แผนที่": ("", "https://maps.example/a"),
            "ลิงก์เข้าประชุมออนไลน์": (MEET, ""),
            "กำหนดการ": ("กลุ่ม · แบ่งกลุ่มย่อย · 3 กลุ่ม", ""),
        },
    )


def test_an_expectation_is_nothing_by_itself():
    assert (Expectation().expected_month, Expectation().expected_part) == (None, "")


def test_calling_a_plan_whose_day_is_only_expected_is_refused(committee, board, secretary):
    plan = planned(committee, secretary, starts_on=None, expected_month=JULY, expected_part="any")

    with pytest.raises(RuleBroken) as refusal:
        call_meeting(plan, version=plan.version, by=secretary)

    assert refusal.value.code == "not-ready"
