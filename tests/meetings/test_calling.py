"""A call: the number, exactly one invitation for each holder, and who must be rung."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time

import pytest
from django.db import connections
from django.utils import translation

from meetings.actions import call_meeting, cancel_meeting, note_phone_call, plan_meeting
from meetings.letters import reminder_letter
from meetings.links import reply_address
from meetings.models import Invitation, Meeting
from meetings.queries import followed_up, invitations_for
from portal.kernel.errors import RuleBroken
from portal.kernel.letters import address_of
from portal.kernel.models import Activity, Outbox
from tests.factories.committees import make_committee, make_issue, make_membership, make_seat
from tests.factories.meetings import NOW, called, make_board, make_plan, planned, seat_with, vacant
from tests.factories.regions import make_post


def test_calling_gives_the_number_and_says_when_and_by_whom(committee, board, secretary, clock):
    meeting = planned(committee, secretary)

    call_meeting(meeting, version=meeting.version, by=secretary)

    assert (meeting.state, str(meeting), meeting.called_by) == ("called", "1/2569", secretary)
    assert list(Activity.objects.about(meeting).values_list("verb", "detail")) == [
        ("meeting.planned", {}),
        ("meeting.called", {"letters": 3, "calls": 0}),
    ]


def test_every_holder_gets_one_invitation_and_one_letter_in_the_same_transaction(
    committee, board, secretary
):
    meeting = called(committee, secretary)

    assert [row.person for row in meeting.invitations.order_by("seat__number")] == board
    assert list(Outbox.objects.order_by("pk").values_list("kind", "dedupe", "payload__to")) == [
        ("kernel.send_letter", f"meeting:{meeting.pk}:invitation:person:{person.pk}", person.email)
        for person in board
    ]


def test_who_holds_two_seats_is_invited_once(committee, north, board, secretary):
    make_membership(make_seat(committee, 4, issue=make_issue()), board[0])

    meeting = called(committee, secretary)

    assert [row.seat.number for row in meeting.invitations.filter(person=board[0])] == [1]
    assert Outbox.objects.filter(payload__to=board[0].email).count() == 1


def test_vacant_seats_and_people_without_an_address_are_to_be_rung(committee, north, secretary):
    officer = make_post("officer", north)
    by_mail = seat_with(committee, 1, region=north)
    without = seat_with(committee, 2, region=north, email="")
    vacant(committee, 3, north)

    meeting = called(committee, secretary)

    told = [(row.person, row.channel, row.needs_call, row.officer) for row in followed_up(meeting)]
    assert told == [
        (by_mail, "letter", False, officer.person),
        (without, "phone", True, officer.person),
        (None, "phone", True, officer.person),
    ]
    assert Outbox.objects.count() == 1


def test_the_seats_of_the_first_day_count_not_those_of_today(committee, north, secretary):
    leaving = seat_with(committee, 1, region=north, ends_on=date(2026, 7, 5))
    coming = seat_with(committee, 2, region=north, starts_on=date(2026, 7, 8))

    invited = invitations_for(planned(committee, secretary))

    assert [(row.seat.number, row.person) for row in invited] == [(1, None), (2, coming)]
    assert leaving.pk != coming.pk


def test_the_letter_says_when_where_and_what_in_the_form_of_an_official_letter(
    committee, board, secretary
):
    meeting = called(committee, secretary, ends_on=date(2026, 7, 11))

    letter = Outbox.objects.first().payload
    assert letter["subject"] == f"ขอเชิญประชุม{committee.name} ครั้งที่ 1/2569"
    assert letter["body"].splitlines() == [
        "กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
        "1 กรกฎาคม 2569",
        "",
        "เรื่อง  ขอเชิญประชุมคณะอนุกรรมการประสานงานขบวนองค์กรชุมชน ครั้งที่ 1/2569",
        "เรียน  ผู้แทน1 ทดสอบ",
        "",
        "ด้วยคณะอนุกรรมการประสานงานขบวนองค์กรชุมชน กำหนดจัดการประชุมครั้งที่ 1/2569"
        " ในวันศุกร์ที่ 10 กรกฎาคม 2569 ถึงวันเสาร์ที่ 11 กรกฎาคม 2569"
        " เวลา 09.00–16.30 น. ณ ห้องประชุมใหญ่",
        "",
        "โดยมีวัตถุประสงค์ ดังนี้",
        "  1. ติดตามงาน",
        "  2. วางแผน",
        "",
        "ในการนี้ จึงขอเชิญท่านเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว",
        "",
        "ขอความกรุณาตอบว่าท่านจะมา มาไม่ได้ หรือส่งผู้แทน ที่ลิงก์ข้างล่างนี้ ไม่ต้องเข้าสู่ระบบ หรือโทรแจ้งกองเลขานุการ",
        reply_address(meeting, meeting.invitations.get(person=board[0])),
        "เปลี่ยนคำตอบได้จนถึงเวลาเริ่มประชุม ลิงก์นี้ตอบแทนท่านได้ โปรดอย่าส่งต่อ",
        "",
        "จึงเรียนมาเพื่อโปรดเข้าร่วมประชุม",
        "",
        "ขอแสดงความนับถือ",
        "",
        "(secretary ทดสอบ)",
        "กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
        "โทร. 02 000 0000",
        "",
        f"อ่านเรื่องการประชุมนี้ได้ที่ {address_of(meeting.get_absolute_url())}",
        "",
        "ระเบียบวาระการประชุม",
        "",
        "ระเบียบวาระที่ 1 เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "  1.1 เรื่องแจ้งเพื่อทราบ",
        "",
        "ระเบียบวาระที่ 5 เรื่องเสนอเพื่อพิจารณา",
        "  5.1 แผนงานไตรมาสหน้า",
    ]


def test_letters_are_thai_and_the_language_of_the_screen_comes_back(committee, board, secretary):
    meeting = called(committee, secretary)

    with translation.override("en"):
        letters = [
            reminder_letter(meeting, invitation, on=date(2026, 7, 1)).body
            for invitation in meeting.invitations.all()[:2]
        ]
        language = translation.get_language()

    assert all("วันศุกร์ที่ 10 กรกฎาคม 2569" in letter for letter in letters)
    assert language == "en"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"venue": ""}, "not-ready"),
        ({"starts_at": None}, "not-ready"),
        ({"agenda": ()}, "not-ready"),
        ({"starts_on": date(2026, 6, 30)}, "past"),
        ({"starts_on": date(2026, 7, 1), "starts_at": time(9, 0)}, "past"),
    ],
)
def test_what_a_letter_would_have_to_leave_empty_is_not_called(
    committee, board, secretary, changes, code
):
    meeting = planned(committee, secretary, **changes)

    with pytest.raises(RuleBroken) as refusal:
        call_meeting(meeting, version=meeting.version, by=secretary)

    meeting.refresh_from_db()
    assert (refusal.value.code, meeting.state, meeting.number) == (code, "planned", None)
    assert not Invitation.objects.exists()


def test_a_plan_that_changed_since_it_was_read_is_not_called(committee, board, secretary):
    meeting = planned(committee, secretary)

    with pytest.raises(RuleBroken) as refusal:
        call_meeting(meeting, version=meeting.version + 1, by=secretary)

    assert (refusal.value.code, Outbox.objects.count()) == ("stale", 0)


def test_a_meeting_is_called_once(committee, board, secretary):
    meeting = called(committee, secretary)

    with pytest.raises(RuleBroken) as refusal:
        call_meeting(meeting, version=meeting.version, by=secretary)

    assert (refusal.value.code, Outbox.objects.count()) == ("wrong-state", 3)


def test_numbers_restart_each_year_and_each_committee_and_are_never_given_again(
    committee, board, secretary
):
    first = called(committee, secretary)
    cancel_meeting(first, reason="น้ำท่วม", version=first.version, by=secretary)

    second = called(committee, secretary)
    of_next_year = called(committee, secretary, starts_on=date(2027, 1, 8))
    of_2565 = make_committee("of-2565", starts_on=date(2022, 1, 1), ends_on=date(2022, 12, 31))
    elsewhere = called(of_2565, secretary)

    assert [str(row) for row in (second, of_next_year, elsewhere)] == ["2/2569", "1/2570", "1/2569"]


@pytest.mark.django_db(transaction=True)
def test_fifty_calls_at_once_give_fifty_consecutive_numbers(committee, board, secretary):
    meetings = [planned(committee, secretary) for _ in range(50)]

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(lambda meeting: call_in_thread(meeting, secretary), meetings))

    numbers = Meeting.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 51))


@pytest.mark.django_db(transaction=True)
def test_one_call_pressed_by_five_at_once_is_one_call(committee, board, secretary):
    meeting = planned(committee, secretary)

    with ThreadPoolExecutor(5) as pool:
        won = list(pool.map(lambda _: call_in_thread(meeting, secretary), range(5)))

    assert (sorted(won), Invitation.objects.count(), Outbox.objects.count()) == (
        [False, False, False, False, True], 3, 3,
    )  # fmt: skip


def call_in_thread(meeting, by):
    try:
        call_meeting(Meeting.objects.get(pk=meeting.pk), version=meeting.version, by=by)
    except RuleBroken:
        return False
    else:
        return True
    finally:
        connections.close_all()


def test_a_plan_sent_twice_is_one_meeting(committee, secretary):
    token = "5a4fdd6d-93a4-4c10-8f0f-8cf6f0ad2b5e"
    first = plan_meeting(committee, make_plan(), token=token, by=secretary)
    again = plan_meeting(committee, make_plan(), token=token, by=secretary)

    assert (again, Meeting.objects.count()) == (first, 1)


@pytest.mark.django_db(transaction=True)
def test_a_plan_sent_by_five_at_once_is_one_meeting(committee, secretary):
    token = "5a4fdd6d-93a4-4c10-8f0f-8cf6f0ad2b5e"

    def send(_):
        try:
            return plan_meeting(committee, make_plan(), token=token, by=secretary)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as pool:
        meetings = set(pool.map(send, range(5)))

    assert meetings == set(Meeting.objects.all())
    assert len(meetings) == 1


def test_a_phone_call_is_noted_once_with_when_and_by_whom(committee, north, secretary, clock):
    vacant(committee, 1, north)
    invitation = called(committee, secretary).invitations.get()

    note_phone_call(invitation, by=secretary)
    with pytest.raises(RuleBroken) as refusal:
        note_phone_call(invitation, by=secretary)

    assert (invitation.phoned_by, refusal.value.code) == (secretary, "already-phoned")


def test_a_letter_that_came_back_is_to_be_rung(committee, board, secretary):
    meeting = called(committee, secretary)
    Outbox.objects.filter(payload__to=board[0].email).update(
        state=Outbox.State.FAILED, settled_at=NOW
    )

    told = followed_up(meeting)

    assert [row.person for row in told if row.needs_call] == [board[0]]
    assert [letter.words for letter in told[0].letters] == ["หนังสือเชิญ ส่งไม่สำเร็จ"]


def test_calling_without_a_broker_still_saves(committee, north, secretary, settings):
    """Promises are rows; the nudge is lost and nobody waits for it."""
    settings.CELERY_BROKER_URL = "redis+socket:///nowhere.sock"
    make_board(committee, north, 2)

    meeting = called(committee, secretary)

    assert (meeting.state, Outbox.objects.waiting().count()) == ("called", 2)
