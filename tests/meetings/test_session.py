"""A meeting is opened, closed, and opened again where it was closed by mistake."""

import re
from datetime import date, datetime, time, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from meetings.actions import close_meeting, open_meeting, reopen_meeting
from meetings.models import Meeting
from meetings.queries import MeetingPage, next_meeting
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from portal.shell.queries import coming_meeting
from tests.factories.kernel import make_account
from tests.factories.meetings import (
    BANGKOK,
    called,
    make_held,
    make_minutes,
    make_sitting,
    make_summary,
    planned,
)
from tests.meetings.test_permissions import EVERYBODY, answer, expected

TODAY = date(2026, 7, 1)  # it is 10.00
HALF_PAST_NINE = datetime(2026, 7, 1, 9, 30, tzinfo=BANGKOK)
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def meeting(committee, board, secretary):
    """Called earlier for today at 9.00."""
    meeting = called(committee, secretary, starts_on=date(2026, 7, 2))
    Meeting.objects.filter(pk=meeting.pk).update(starts_on=TODAY, ends_on=TODAY)
    meeting.refresh_from_db()
    return meeting


def opened(meeting, by, at=HALF_PAST_NINE):
    return open_meeting(meeting, at=at, version=meeting.version, by=by)


def closed(meeting, by, at=HALF_PAST_NINE + A_MINUTE):
    return close_meeting(meeting, at=at, version=meeting.version, by=by)


# -- Opening ---------------------------------------------------------------------------


def test_opening_says_when_and_by_whom(meeting, secretary):
    opened(meeting, secretary)

    assert (meeting.state, meeting.opened_at, meeting.opened_by) == (
        "in_session", HALF_PAST_NINE, secretary,
    )  # fmt: skip
    assert Activity.objects.filter(verb="meeting.opened").count() == 1


@pytest.mark.parametrize("hour", [0, 10])
def test_the_hour_may_be_any_of_the_day_until_now(meeting, secretary, hour):
    at = datetime(2026, 7, 1, hour, tzinfo=BANGKOK)

    assert opened(meeting, secretary, at).opened_at == at


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 6, 30, 23, 59, tzinfo=BANGKOK),
        datetime(2026, 7, 1, 10, 1, tzinfo=BANGKOK),
        datetime(2026, 7, 2, 0, 0, tzinfo=BANGKOK),
    ],
)
def test_no_meeting_begins_on_another_day_or_in_the_future(meeting, secretary, at):
    with pytest.raises(RuleBroken) as refusal:
        opened(meeting, secretary, at)

    assert "clock" in refusal.value.message_dict
    assert Meeting.objects.get(pk=meeting.pk).state == "called"


def test_no_meeting_begins_before_its_day(committee, board, secretary):
    with pytest.raises(RuleBroken) as refusal:
        opened(called(committee, secretary), secretary)

    assert refusal.value.code == "too-early"


def test_a_plan_is_not_opened(committee, secretary):
    plan = planned(committee, secretary, starts_on=TODAY)

    with pytest.raises(RuleBroken) as refusal:
        opened(plan, secretary)

    assert refusal.value.code == "wrong-state"


def test_it_may_be_opened_afterwards_with_the_hour_of_its_day(meeting, secretary, clock):
    clock.move_to(datetime(2026, 7, 3, 9, 0, tzinfo=BANGKOK))

    assert opened(meeting, secretary).opened_at == HALF_PAST_NINE


def test_an_older_page_opens_nothing(meeting, secretary):
    with pytest.raises(RuleBroken) as refusal:
        open_meeting(meeting, at=HALF_PAST_NINE, version=meeting.version - 1, by=secretary)

    assert refusal.value.code == "stale"


# -- Closing and going on -----------------------------------------------------------------


def test_closing_says_when_and_by_whom(meeting, secretary):
    closed(opened(meeting, secretary), secretary)

    assert (meeting.state, meeting.closed_at, meeting.closed_by) == (
        "closed", HALF_PAST_NINE + A_MINUTE, secretary,
    )  # fmt: skip


@pytest.mark.parametrize(
    "at", [HALF_PAST_NINE - A_MINUTE, datetime(2026, 7, 1, 10, 1, tzinfo=BANGKOK)]
)
def test_no_meeting_closes_before_it_opened_or_in_the_future(meeting, secretary, at):
    opened(meeting, secretary)

    with pytest.raises(RuleBroken) as refusal:
        closed(meeting, secretary, at)

    assert "clock" in refusal.value.message_dict
    assert Meeting.objects.get(pk=meeting.pk).state == "in_session"


def test_only_a_meeting_in_session_is_closed(meeting, secretary):
    with pytest.raises(RuleBroken) as refusal:
        closed(meeting, secretary)

    assert refusal.value.code == "wrong-state"


def test_a_meeting_closed_by_mistake_goes_on(meeting, secretary):
    closed(opened(meeting, secretary), secretary)

    reopen_meeting(meeting, reason="กดผิด", version=meeting.version, by=secretary)

    assert (meeting.state, meeting.opened_at, meeting.closed_at) == (
        "in_session", HALF_PAST_NINE, None,
    )  # fmt: skip
    assert Activity.objects.get(verb="meeting.reopened").detail == {"reason": "กดผิด"}


def test_not_on_another_day(meeting, secretary, clock):
    closed(opened(meeting, secretary), secretary)
    clock.move_to(datetime(2026, 7, 2, 0, 0, tzinfo=BANGKOK))

    with pytest.raises(RuleBroken) as refusal:
        reopen_meeting(meeting, reason="กดผิด", version=meeting.version, by=secretary)

    assert refusal.value.code == "too-late"


def test_a_record_of_the_past_is_not_opened_again(committee, secretary):
    held = make_held(committee)

    with pytest.raises(RuleBroken):
        reopen_meeting(held, reason="กดผิด", version=0, by=secretary)


@pytest.mark.django_db(transaction=True)
def test_two_who_open_at_once_open_one_meeting(meeting, secretary):
    barrier, heard = Barrier(2), []

    def press():
        try:
            barrier.wait()
            opened(Meeting.objects.get(pk=meeting.pk), secretary)
            heard.append("opened")
        except RuleBroken as refusal:
            heard.append(refusal.code)
        finally:
            connection.close()

    both = [Thread(target=press) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert sorted(heard) == ["opened", "wrong-state"]
    assert Activity.objects.filter(verb="meeting.opened").count() == 1


# -- Where a meeting in session stands -------------------------------------------------------


def test_a_meeting_in_session_is_the_next_meeting(meeting, secretary):
    opened(meeting, secretary)

    assert next_meeting(secretary, on=TODAY) == meeting
    assert coming_meeting(secretary, on=TODAY) == meeting


def test_its_step_says_so(meeting, secretary):
    opened(meeting, secretary)

    steps = MeetingPage(meeting, on=TODAY).steps

    assert [(step.label, step.is_current) for step in steps][2] == ("กำลังประชุม", True)


def test_the_list_says_so(client, meeting, secretary):
    opened(meeting, secretary)
    client.force_login(secretary)

    page = client.get("/meetings/", {"papers": "in_session"})

    assert [(row, papers.value) for row, papers in page.context["coming"]] == [
        (meeting, "in_session")
    ]


# -- The pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_opens_a_meeting(client, cast, meeting, part):
    data = {"version": meeting.version, "clock": "09.30"}

    status = answer(client, cast, part, "meeting-opening", meeting.pk, data=data)

    meeting.refresh_from_db()
    assert status == expected(part, {"secretary": 302}, 403)
    assert (meeting.opened_at == HALF_PAST_NINE) == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_closes_a_meeting(client, cast, meeting, secretary, part):
    opened(meeting, secretary)
    data = {"version": meeting.version, "clock": "๙.๔๕"}

    status = answer(client, cast, part, "meeting-closure", meeting.pk, data=data)

    meeting.refresh_from_db()
    assert status == expected(part, {"secretary": 302}, 403)
    assert (meeting.state == "closed") == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_goes_on_with_a_closed_meeting(client, cast, meeting, secretary, part):
    closed(opened(meeting, secretary), secretary)
    data = {"version": meeting.version, "reason": "กดผิด"}

    status = answer(client, cast, part, "meeting-reopening", meeting.pk, data=data)

    meeting.refresh_from_db()
    assert status == expected(part, {"secretary": 302}, 403)
    assert (meeting.state == "in_session") == (part == "secretary")


@pytest.mark.parametrize("name", ["meeting-opening", "meeting-closure", "meeting-reopening"])
def test_a_get_changes_nothing(client, cast, meeting, name):
    answer(client, cast, "secretary", name, meeting.pk)

    assert Meeting.objects.get(pk=meeting.pk).state == "called"


@pytest.mark.parametrize("typed", ["25.00", "เก้าโมง", "", "\x00", "9" * 300])
def test_an_hour_that_is_none_is_asked_again(client, secretary, meeting, typed):
    client.force_login(secretary)

    page = client.post(
        f"/meetings/{meeting.pk}/opening/", {"version": meeting.version, "clock": typed}
    )

    assert (page.status_code, list(page.context["form"].errors)) == (200, ["clock"])


def test_who_comes_second_is_told(client, secretary, meeting):
    client.force_login(secretary)

    page = client.post(f"/meetings/{meeting.pk}/opening/", {"version": 99, "clock": "09.30"})

    assert page.status_code == 409


def test_a_meeting_of_several_days_asks_on_which_it_closed(client, secretary, meeting, clock):
    opened(meeting, secretary)
    Meeting.objects.filter(pk=meeting.pk).update(ends_on=date(2026, 7, 3))
    clock.move_to(datetime(2026, 7, 3, 18, 0, tzinfo=BANGKOK))
    client.force_login(secretary)

    data = {"version": meeting.version, "day": "2026-07-03", "clock": "16.30"}
    client.post(f"/meetings/{meeting.pk}/closure/", data)

    meeting.refresh_from_db()
    assert meeting.closed_at == datetime.combine(date(2026, 7, 3), time(16, 30), tzinfo=BANGKOK)


FILLED = re.compile(r'class="btn( full| slim)?"')


def primary(html):
    """The one filled button of a page, in its sticky head."""
    head = html[html.index('class="sticky_head"') :]
    head = head[: head.index("</div>")]
    assert len(FILLED.findall(html)) == len(FILLED.findall(head)) == 1
    words = head[head.index(">", FILLED.search(head).end()) + 1 :]
    return re.sub(r"<[^>]+>", "", words).strip()


@pytest.mark.parametrize(
    ("state", "first", "second"),
    [
        ("called", "เริ่มประชุม", "เช็กชื่อผู้มาประชุม"),
        ("in_session", "จดบันทึกการประชุม", "เช็กชื่อผู้มาประชุม"),
    ],
)
def test_one_button_leads_on(client, secretary, meeting, state, first, second):
    if state == "in_session":
        make_sitting(meeting, by=secretary)
    client.force_login(secretary)

    html = client.get(f"/meetings/{meeting.pk}/").content.decode()

    lead = html[html.index('class="sticky_head"') :]
    assert lead.index(first) < lead.index(second) < lead.index("</p>", lead.index(second))
    assert html.count('class="btn"') == 1
    assert primary(html) == first


@pytest.mark.parametrize(
    ("state", "theirs", "members"),
    [
        ("none", "เริ่มร่างรายงานการประชุม", None),
        ("draft", "ทำรายงานการประชุมต่อ", None),
        ("circulated", "ทำรายงานการประชุมต่อ", "อ่านรายงานการประชุม"),
        ("adopted", "อ่านรายงานที่รับรองแล้ว", "อ่านรายงานที่รับรองแล้ว"),
    ],
)
def test_a_closed_meeting_leads_to_its_minutes(client, cast, committee, state, theirs, members):
    meeting = make_held(committee, day=date(2026, 6, 5))
    if state != "none":
        make_minutes(meeting, state=state, circulated_until=date(2026, 7, 9))

    for part, words in (("secretary", theirs), ("member", members)):
        client.force_login(cast[part])
        html = client.get(meeting.get_absolute_url()).content.decode()
        assert (primary(html) if words else FILLED.search(html)) == words


def test_a_meeting_with_only_a_summary_leads_to_it(client, cast, committee):
    meeting = make_held(committee, day=date(2007, 6, 12), source="สรุปเชิงบริหาร")
    make_summary(meeting, published_at=datetime(2026, 6, 1, tzinfo=BANGKOK))
    client.force_login(cast["member"])

    assert primary(client.get(meeting.get_absolute_url()).content.decode()) == "อ่านสรุปเชิงบริหาร"


def test_who_may_claim_is_asked_that_first(client, meeting, board, secretary):
    make_sitting(meeting, by=secretary)
    client.force_login(make_account(board[0], "seat-1@portal.example"))

    html = client.get(meeting.get_absolute_url()).content.decode()

    assert len(FILLED.findall(html)) == 1
    assert html.index('id="presence"') < FILLED.search(html).start()
