"""A called meeting put off without a day: its number stays, everybody is told and asked anew."""

from datetime import date, time

import pytest
from icalendar import Calendar

from meetings.actions import (
    Expectation,
    Schedule,
    answer_invitation,
    cancel_meeting,
    fix_meeting,
    move_meeting,
    postpone_meeting,
    remind_of_meeting,
)
from meetings.letter_words import when_and_where
from meetings.links import moment_of, reply_address, reply_token
from meetings.models import Invitation, Meeting
from meetings.queries import MeetingPage, followed_up, next_meeting
from meetings.reminders import slots
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox, Person, User
from portal.shell import dashboard
from portal.shell.queries import coming_meeting
from tests.factories.committees import make_membership, make_order
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    DAY,
    NOW,
    REMINDER,
    TODAY,
    called,
    make_held,
    make_sitting,
    planned,
    seat_with,
)

LATE_JULY = Expectation(expected_month=date(2026, 7, 1), expected_part="late")
AUGUST = Schedule(
    starts_on=date(2026, 8, 7), ends_on=date(2026, 8, 7), starts_at=time(9), venue="ที่ใหม่"
)


@pytest.fixture
def meeting(committee, board, secretary):
    return called(committee, secretary)


def put_off(meeting, by, expected=LATE_JULY, reason="น้ำท่วม"):
    return postpone_meeting(meeting, expected, reason=reason, version=meeting.version, by=by)


def letters(occasion):
    return [
        row.payload
        for row in Outbox.objects.filter(dedupe__contains=f":{occasion}:").order_by("pk")
    ]


# -- Putting off ------------------------------------------------------------------


def test_it_loses_its_days_and_keeps_its_number(meeting, secretary):
    put_off(meeting, secretary)

    assert (meeting.state, meeting.starts_on, meeting.ends_on) == ("postponed", None, None)
    assert (str(meeting), meeting.days_in_words) == ("1/2569", "ปลายเดือนกรกฎาคม 2569")
    told = Activity.objects.about(meeting).order_by("pk").last()
    assert (told.verb, told.detail) == ("meeting.postponed", {"reason": "น้ำท่วม", "letters": 3})


def test_everybody_is_told_and_the_letters_that_have_not_left_are_withdrawn(
    meeting, board, secretary
):
    before = when_and_where(meeting)
    put_off(meeting, secretary)

    told = letters("postponement")
    assert [letter["to"] for letter in told] == [person.email for person in board]
    assert told[0]["subject"] == f"ขอเลื่อนประชุม{meeting.committee.name} ครั้งที่ 1/2569"
    assert before in told[0]["body"]
    assert (
        "เนื่องจากน้ำท่วม จึงขอเลื่อนการประชุมครั้งนี้ออกไป โดยยังไม่กำหนดวัน คาดว่าจะจัดประชุมปลายเดือนกรกฎาคม 2569"
    ) in told[0]["body"]
    assert Outbox.objects.filter(dedupe__contains=":invitation:", state="withdrawn").count() == 3


def test_without_an_expectation_none_is_invented(meeting, secretary):
    put_off(meeting, secretary, Expectation())

    assert "คาดว่า" not in letters("postponement")[0]["body"]
    assert meeting.days_in_words == "ยังไม่กำหนดวัน"


def test_it_leaves_the_calendars_at_the_hour_it_stood_there(meeting, secretary):
    put_off(meeting, secretary)

    [[_name, text, kind]] = letters("postponement")[0]["enclosed"]
    [event] = Calendar.from_ical(text).walk("VEVENT")
    assert kind == "text/calendar; method=CANCEL"
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", meeting.version)
    assert event.start.date() == DAY


def test_nobody_is_reminded_of_it(meeting, secretary):
    put_off(meeting, secretary)

    assert list(slots(NOW, REMINDER)) == []
    assert remind_of_meeting(meeting, of=DAY, at=REMINDER) == 0


@pytest.mark.parametrize("state", ["planned", "in session", "closed", "postponed"])
def test_only_a_called_meeting_is_put_off(committee, board, secretary, state):
    match state:
        case "planned":
            meeting = planned(committee, secretary)
        case "in session":
            meeting = make_sitting(called(committee, secretary), by=secretary)
        case "closed":
            meeting = make_held(committee)
        case "postponed":
            meeting = put_off(called(committee, secretary), secretary)

    with pytest.raises(RuleBroken) as refusal:
        put_off(meeting, secretary)

    assert refusal.value.code in {"over", "wrong-state"}


def test_who_comes_second_is_told(meeting, secretary):
    with pytest.raises(RuleBroken) as refusal:
        postpone_meeting(meeting, LATE_JULY, reason="น้ำท่วม", version=0, by=secretary)

    assert refusal.value.code == "stale"


# -- A day again ------------------------------------------------------------------


def test_fixed_it_is_called_again_under_its_number_and_everybody_is_asked_anew(
    meeting, board, secretary
):
    invitation = meeting.invitations.get(person=board[0])
    answer_invitation(
        invitation,
        answer="coming",
        reason="",
        substitute_name="",
        begins=moment_of(meeting),
        via="portal",
        by=secretary,
    )
    put_off(meeting, secretary)

    fix_meeting(meeting, AUGUST, version=meeting.version, by=secretary)

    assert (meeting.state, str(meeting), meeting.starts_on) == (
        "called",
        "1/2569",
        date(2026, 8, 7),
    )
    assert (meeting.expected_month, meeting.expected_part) == (None, "")
    assert not meeting.invitations.exclude(answer="").exists()
    told = letters("move")
    assert [letter["to"] for letter in told] == [person.email for person in board]
    assert "บัดนี้ได้กำหนดจัดประชุมในวันศุกร์ที่ 7 สิงหาคม 2569 เวลา 09.00 น. ณ ที่ใหม่" in told[0]["body"]
    [[_name, text, kind]] = told[0]["enclosed"]
    [event] = Calendar.from_ical(text).walk("VEVENT")
    assert (kind, event["STATUS"]) == ("text/calendar; method=PUBLISH", "CONFIRMED")


def test_a_day_that_is_past_is_refused_beside_its_field(meeting, secretary):
    put_off(meeting, secretary)
    past = Schedule(starts_on=TODAY, ends_on=TODAY, starts_at=time(9), venue="ที่ใหม่")

    with pytest.raises(RuleBroken) as refusal:
        fix_meeting(meeting, past, version=meeting.version, by=secretary)

    assert list(refusal.value.message_dict) == ["starts_on"]


def test_what_was_put_off_is_not_moved_and_what_was_not_is_not_fixed(meeting, secretary):
    with pytest.raises(RuleBroken):
        fix_meeting(meeting, AUGUST, version=meeting.version, by=secretary)
    put_off(meeting, secretary)
    with pytest.raises(RuleBroken):
        move_meeting(meeting, AUGUST, reason="ห้อง", version=meeting.version, by=secretary)


def test_cancelled_it_says_so_without_a_day(meeting, secretary):
    put_off(meeting, secretary)
    cancel_meeting(meeting, reason="ไม่มีงบ", version=meeting.version, by=secretary)

    [letter, *_others] = letters("cancellation")
    assert "ซึ่งเลื่อนโดยยังไม่กำหนดวัน นั้น" in letter["body"]
    assert "enclosed" not in letter
    assert len(letters("cancellation")) == 3


# -- Where it is shown ------------------------------------------------------------


def test_the_steps_of_its_page_stand_at_the_day_it_has_not(meeting, secretary):
    put_off(meeting, secretary)

    [current] = [step for step in MeetingPage(meeting, TODAY).steps if step.is_current]

    assert (current.label, current.when) == ("เลื่อนโดยยังไม่กำหนดวัน", "ปลายเดือนกรกฎาคม 2569")


def test_its_pages_say_so(desk, meeting, secretary):
    put_off(meeting, secretary)

    page = desk.get(f"/meetings/{meeting.pk}/").content.decode()
    assert "เลื่อนการประชุมครั้งนี้โดยยังไม่กำหนดวัน" in page
    assert "น้ำท่วม" in page
    assert "10 กรกฎาคม 2569" not in page
    found = desk.get("/meetings/?papers=postponed")
    assert [row for row, _papers in found.context["coming"]] == [meeting]
    assert "ปลายเดือน<" in found.content.decode() or "ปลายเดือนกรกฎาคม" in found.content.decode()
    assert desk.get(f"/meetings/{meeting.pk}/invitations/").status_code == 200
    assert desk.get(f"/meetings/{meeting.pk}/calendar.ics").status_code == 404


def test_who_holds_a_seat_today_is_awaited_still(meeting, board, secretary):
    put_off(meeting, secretary)

    assert [row.is_seated for row in followed_up(meeting)] == [True, True, True]


def test_home_pages_show_it_where_nothing_has_a_day(desk, meeting, committee, secretary):
    put_off(meeting, secretary)

    assert next_meeting(secretary, on=TODAY) == meeting
    assert coming_meeting(secretary, on=TODAY) == meeting
    assert dashboard.meeting_in_words(meeting, on=TODAY) == (
        "การประชุมครั้งที่ 1/2569 เลื่อนโดยยังไม่กำหนดวัน"
    )
    assert desk.get("/").status_code == 200
    other = called(committee, secretary, starts_on=date(2026, 9, 4))
    assert next_meeting(secretary, on=TODAY) == other


def test_a_member_reads_at_home_that_it_was_put_off(client, committee, north, secretary):
    person = seat_with(committee, 1, region=north)
    user = User.objects.create_user("seated@portal.example")
    Person.objects.filter(pk=person.pk).update(user=user)
    put_off(called(committee, secretary), secretary)
    client.force_login(user)

    html = client.get("/").content.decode()

    assert "เลื่อนโดยยังไม่กำหนดวัน" in html
    assert "คาดว่าจัด" in html


def test_a_link_of_a_letter_opens_nothing_while_there_is_no_day(client, meeting, secretary):
    address = reply_address(meeting, meeting.invitations.first()).partition("//")[2]
    put_off(meeting, secretary)

    answer = client.get("/" + address.partition("/")[2])

    assert answer.status_code == 410
    assert "เลื่อนโดยยังไม่กำหนดวัน" in answer.content.decode()


# -- The forms -------------------------------------------------------------------


def test_the_secretary_puts_off_and_fixes_by_two_forms(desk, meeting):
    page = desk.get(f"/meetings/{meeting.pk}/postponement/")
    assert page.context["readers"] == 3
    form = {"reason": "น้ำท่วม", "expected_month": "ก.ค. 2569", "expected_part": "late"}
    gone = desk.post(f"/meetings/{meeting.pk}/postponement/", form | {"version": meeting.version})
    meeting.refresh_from_db()
    assert (gone.status_code, meeting.state) == (302, "postponed")

    shown = desk.get(f"/meetings/{meeting.pk}/schedule/")
    assert "reason" not in shown.context["form"].fields
    days = {"starts_on": "7/8/2569", "starts_at": "9.00", "venue": "ที่ใหม่"}
    fixed = desk.post(f"/meetings/{meeting.pk}/schedule/", days | {"version": meeting.version})
    meeting.refresh_from_db()
    assert (fixed.status_code, meeting.state) == (302, "called")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"expected_month": "ปลายปี"}, "expected_month"),
        ({"expected_part": "x"}, "expected_part"),
    ],
)
def test_bad_input_stands_beside_its_field(desk, meeting, changes, field):
    form = {"reason": "น้ำท่วม", "expected_month": "7/2569", "expected_part": "late"} | changes

    page = desk.post(f"/meetings/{meeting.pk}/postponement/", form | {"version": meeting.version})

    assert list(page.context["form"].errors) == [field]
    assert page.context["form"]["expected_month"].value() == form["expected_month"]


def test_a_stale_form_is_409_and_keeps_what_was_typed(desk, meeting):
    page = desk.post(f"/meetings/{meeting.pk}/postponement/", {"reason": "น้ำท่วม", "version": "0"})

    assert page.status_code == 409
    assert page.context["form"]["reason"].value() == "น้ำท่วม"


@pytest.mark.parametrize(
    ("mode", "changes", "field"),
    [
        ("onsite", {"venue": ""}, "venue"),
        ("online", {"venue": ""}, "online_url"),
        ("both", {"venue": "", "online_url": "https://meet.example/1"}, "venue"),
        ("online", {"online_url": "javascript:alert(1)"}, "online_url"),
        ("onsite", {"map_url": "ftp://maps.example"}, "map_url"),
    ],
)
def test_nothing_a_letter_tells_is_missing(desk, meeting, mode, changes, field):
    form = {
        "starts_on": "7/8/2569",
        "starts_at": "9.00",
        "venue": "ที่ใหม่",
        "reason": "ห้อง",
        "mode": mode,
    }

    page = desk.post(
        f"/meetings/{meeting.pk}/schedule/", form | changes | {"version": meeting.version}
    )

    assert list(page.context["form"].errors) == [field]


@pytest.mark.parametrize(
    ("part", "status"),
    [("secretary", 200), ("auditor", 403), ("coordinator", 403), ("member", 403)],
)
@pytest.mark.parametrize("page", ["postponement", "schedule"])
def test_who_may_put_off_a_meeting_of_the_67(client, cast, committee, board, part, status, page):
    meeting = called(committee, cast["secretary"])
    client.force_login(cast[part])

    assert client.get(f"/meetings/{meeting.pk}/{page}/").status_code == status


@pytest.mark.parametrize(
    ("state", "pages"),
    [
        ("planned", {"postponement": 302, "schedule": 302}),
        ("called", {"postponement": 200, "schedule": 200}),
        ("postponed", {"postponement": 302, "schedule": 200}),
    ],
)
def test_each_state_has_its_own_forms(desk, committee, board, secretary, state, pages):
    meeting = planned(committee, secretary) if state == "planned" else called(committee, secretary)
    if state == "postponed":
        put_off(meeting, secretary)

    told = {name: desk.get(f"/meetings/{meeting.pk}/{name}/").status_code for name in pages}
    assert told == pages
    assert desk.get(f"/meetings/{meeting.pk}/cancellation/").status_code == 200


def test_the_list_keeps_a_meeting_put_off_among_what_comes(committee, meeting, secretary):
    fixed = planned(committee, secretary, starts_on=date(2026, 8, 7))
    put_off(meeting, secretary)
    before = planned(committee, secretary, starts_on=date(2026, 7, 30))

    order = Meeting.objects.in_calendar_order(on=TODAY)

    assert list(order) == [before, meeting, fixed]


# -- Who took a seat meanwhile ----------------------------------------------------------


def take_over(board, seat):
    """The holder of a seat leaves it in July, and somebody else comes."""
    held = board[seat].memberships.get()
    held.ends_on, held.discharged_by = date(2026, 7, 11), make_order()
    held.save()
    person = make_person(email="newcomer@example.org")
    make_membership(held.seat, person, starts_on=date(2026, 7, 12))
    return person


@pytest.mark.parametrize("way", ["moved", "put off and fixed"])
def test_who_took_a_seat_meanwhile_is_invited_to_the_new_day(
    meeting, board, committee, secretary, way
):
    newcomer = take_over(board, 1)
    if way == "moved":
        told = {"reason": "ห้องไม่ว่าง", "version": meeting.version, "by": secretary}
        move_meeting(meeting, AUGUST, **told)
    else:
        put_off(meeting, secretary)
        fix_meeting(meeting, AUGUST, version=meeting.version, by=secretary)

    invited = meeting.invitations.order_by("seat__number").values_list("person", flat=True)
    assert list(invited) == [board[0].pk, newcomer.pk, board[2].pk]
    told = Outbox.objects.filter(dedupe__startswith=f"meeting:{meeting.pk}:move:", state="ready")
    subjects = {row.payload["to"]: row.payload["subject"].split("ประชุม")[0] for row in told}
    word = "ขอเลื่อน" if way == "moved" else "ขอแจ้งกำหนด"
    assert subjects == {board[0].email: word, newcomer.email: "ขอเชิญ", board[2].email: word}


def test_a_seat_that_fell_vacant_meanwhile_is_rung(meeting, board, committee, secretary):
    board[1].memberships.update(ends_on=date(2026, 7, 11), discharged_by=make_order())
    put_off(meeting, secretary)

    fix_meeting(meeting, AUGUST, version=meeting.version, by=secretary)

    rows = meeting.invitations.order_by("seat__number").values_list("person", "channel")
    assert list(rows)[1] == (None, "phone")


def test_two_who_change_places_are_invited_where_they_sit_by_then(
    meeting, board, committee, secretary
):
    first, second = (person.memberships.get() for person in board[:2])
    order = make_order()
    for held in (first, second):
        held.ends_on, held.discharged_by = date(2026, 7, 11), order
        held.save()
    make_membership(second.seat, board[0], starts_on=date(2026, 7, 12))
    make_membership(first.seat, board[1], starts_on=date(2026, 7, 12))
    put_off(meeting, secretary)

    fix_meeting(meeting, AUGUST, version=meeting.version, by=secretary)

    invited = meeting.invitations.order_by("seat__number").values_list("person", flat=True)
    assert list(invited) == [board[1].pk, board[0].pk, board[2].pk]


def test_a_seat_made_meanwhile_is_invited_too(meeting, board, committee, north, secretary):
    put_off(meeting, secretary)
    newcomer = seat_with(committee, 90, region=north)

    fix_meeting(meeting, AUGUST, version=meeting.version, by=secretary)

    assert meeting.invitations.filter(person=newcomer).exists()


def test_the_link_of_who_left_never_answers_for_who_came(
    client, meeting, board, committee, secretary
):
    """Moved away and back, the meeting begins at the moment the old letter spoke of."""
    invitation = meeting.invitations.get(person=board[1])
    old_letter = reply_address(meeting, invitation).partition("/meetings")[2]
    newcomer = take_over(board, 1)
    put_off(meeting, secretary)
    fix_meeting(meeting, AUGUST, version=meeting.version, by=secretary)
    invitation.refresh_from_db()
    assert invitation.person == newcomer
    forged = reply_token(meeting, Invitation(pk=invitation.pk, person=board[1]))

    sent = {"answer": "coming", "begins": moment_of(meeting)}
    page = client.post(f"/meetings/reply/{forged}/", sent)

    invitation.refresh_from_db()
    assert (page.status_code, invitation.answer) == (410, "")
    assert client.get(f"/meetings{old_letter}").status_code == 410
