"""Who came is noted seat by seat, and nothing of it is lost."""

import re
from datetime import date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse

from meetings.actions import (
    Entry,
    close_roll,
    erase_attendance,
    record_attendance,
    record_departure,
    record_guest,
    remove_guest,
    tick_attendance,
)
from meetings.models import Attendance, Invitation, Meeting
from meetings.queries import MeetingPage, roll_of
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from tests.factories.committees import (
    make_body,
    make_issue,
    make_membership,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.meetings import BANGKOK, called, make_held, make_sitting, seat_with, vacant
from tests.meetings.test_permissions import EVERYBODY, answer, expected

Kind = Attendance.Kind
TODAY = date(2026, 7, 1)
NOW = datetime(2026, 7, 1, 10, 0, tzinfo=BANGKOK)
NINE = NOW - timedelta(hours=1)
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def meeting(committee, board, secretary):
    """In session since nine; it is ten."""
    return make_sitting(called(committee, secretary), by=secretary)


@pytest.fixture
def seats(committee, board):
    return list(committee.seats.order_by("number"))


def tick(meeting, seat, by, kind=Kind.PRESENT, *, seen=None, at=NOW, **who):
    entry = Entry(kind=kind, **who)
    return tick_attendance(meeting, seat, entry, seen=seen, at=at, by=by)


def note(meeting, seat, by, *, seen=None, at=NOW, **told):
    entry = Entry(**{"kind": Kind.PRESENT, **told})
    return record_attendance(meeting, seat, entry, seen=seen, at=at, by=by)


# -- One seat --------------------------------------------------------------------------


def test_a_tap_says_who_came_and_when(meeting, seats, board, secretary):
    row = tick(meeting, seats[0], secretary)

    assert (row.kind, row.holder, row.person, row.arrived_at, row.recorded_by) == (
        "present", board[0], board[0], NOW, secretary,
    )  # fmt: skip


def test_a_second_tap_keeps_the_first_hour(meeting, seats, secretary, clock):
    first = tick(meeting, seats[0], secretary)
    clock.move_to(NOW + A_MINUTE)

    again = tick(meeting, seats[0], secretary, at=NOW + A_MINUTE)

    assert (again.pk, again.arrived_at, again.recorded_at) == (first.pk, NOW, first.recorded_at)


def test_a_tap_leaves_mode_and_leaving_as_they_were(meeting, seats, secretary):
    row = note(meeting, seats[0], secretary, mode="online", arrived_at=NINE, left_at=NOW)

    tick(meeting, seats[0], secretary, seen=row.recorded_at)

    row.refresh_from_db()
    assert (row.mode, row.left_at) == ("online", NOW)


def test_a_correction_keeps_the_hour_of_arriving(meeting, seats, secretary, clock):
    row = tick(meeting, seats[0], secretary, at=NINE)
    clock.move_to(NOW + A_MINUTE)

    row = tick(
        meeting, seats[0], secretary, Kind.SUBSTITUTE, seen=row.recorded_at, name="นางบุญ มา",
        at=NOW + A_MINUTE,
    )  # fmt: skip

    assert (row.kind, row.person, row.name, row.arrived_at) == (
        "substitute", None, "นางบุญ มา", NINE,
    )  # fmt: skip


def test_who_saw_an_older_row_is_told(meeting, seats, secretary):
    tick(meeting, seats[0], secretary)

    with pytest.raises(RuleBroken) as refusal:
        tick(meeting, seats[0], secretary, Kind.ABSENT)

    assert refusal.value.code == "stale"
    assert Attendance.objects.get().kind == "present"


def test_who_did_not_come_has_no_hour(meeting, seats, secretary):
    row = tick(meeting, seats[0], secretary)

    row = note(meeting, seats[0], secretary, kind=Kind.EXCUSED, reason="ป่วย", seen=row.recorded_at)

    assert (row.person, row.arrived_at, row.reason) == (None, None, "ป่วย")


def test_a_substitute_is_a_person_or_a_name(meeting, seats, secretary):
    with pytest.raises(RuleBroken) as refusal:
        note(meeting, seats[0], secretary, kind=Kind.SUBSTITUTE)

    assert "name" in refusal.value.message_dict


def test_nobody_stands_in_for_themselves(meeting, seats, board, secretary):
    with pytest.raises(RuleBroken) as refusal:
        note(meeting, seats[0], secretary, kind=Kind.SUBSTITUTE, person=board[0])

    assert "person" in refusal.value.message_dict


def test_nobody_is_there_twice(meeting, seats, board, secretary):
    tick(meeting, seats[0], secretary)

    with pytest.raises(RuleBroken) as refusal:
        note(meeting, seats[1], secretary, kind=Kind.SUBSTITUTE, person=board[0])

    assert refusal.value.message_dict == {"person": ["ผู้นี้มีชื่อในการประชุมนี้แล้ว"]}


@pytest.mark.parametrize("kind", [Kind.PRESENT, Kind.EXCUSED, Kind.ABSENT])
def test_a_vacant_seat_takes_only_a_substitute(meeting, committee, north, secretary, kind):
    seat = vacant(committee, 9, north)

    with pytest.raises(RuleBroken) as refusal:
        tick(meeting, seat, secretary, kind)

    assert refusal.value.code == "vacant"
    assert tick(meeting, seat, secretary, Kind.SUBSTITUTE, name="นางบุญ มา").holder is None


def test_the_holder_is_the_one_of_the_first_day(meeting, committee, north, secretary):
    seat = vacant(committee, 9, north)
    make_membership(seat, make_person("คนใหม่"), starts_on=TODAY + timedelta(days=1))

    with pytest.raises(RuleBroken):
        tick(meeting, seat, secretary)


@pytest.mark.parametrize(
    ("arrived_at", "field"),
    [
        (NOW + A_MINUTE, "arrived"),
        (datetime(2026, 6, 30, 23, 59, tzinfo=BANGKOK), "arrived"),
    ],
)
def test_hours_are_those_of_the_meeting(meeting, seats, secretary, arrived_at, field):
    with pytest.raises(RuleBroken) as refusal:
        note(meeting, seats[0], secretary, arrived_at=arrived_at)

    assert field in refusal.value.message_dict


def test_nobody_leaves_before_arriving(meeting, seats, secretary):
    with pytest.raises(RuleBroken) as refusal:
        note(meeting, seats[0], secretary, arrived_at=NOW, left_at=NINE)

    assert refusal.value.message_dict == {"left": ["เวลาออกต้องไม่ก่อนเวลามาถึง"]}


def test_all_of_it_noted_twice_is_written_once(meeting, seats, secretary, clock):
    told = {"mode": "online", "arrived_at": NINE, "left_at": NOW}
    first = note(meeting, seats[0], secretary, **told)
    clock.move_to(NOW + A_MINUTE)

    again = note(meeting, seats[0], secretary, **told)

    assert (again, again.recorded_at) == (first, NOW)
    assert Activity.objects.filter(verb="attendance.recorded").count() == 1


def test_what_was_noted_by_mistake_is_taken_back_once(meeting, seats, secretary):
    row = tick(meeting, seats[0], secretary)

    for _again in range(2):
        erase_attendance(meeting, seats[0], seen=row.recorded_at, by=secretary)

    assert not Attendance.objects.exists()
    assert Activity.objects.filter(verb="attendance.erased").count() == 1


def test_a_correction_leaves_the_seat_to_whoever_held_it_when_it_was_noted(
    meeting, seats, board, secretary, clock
):
    row = tick(meeting, seats[0], secretary)
    seats[0].memberships.update(starts_on=TODAY + timedelta(days=1))
    clock.move_to(NOW + A_MINUTE)

    row = note(meeting, seats[0], secretary, kind=Kind.EXCUSED, seen=row.recorded_at)

    assert (row.kind, row.holder) == ("excused", board[0])


# -- When ---------------------------------------------------------------------------------


def test_the_roll_may_be_called_before_the_meeting_is_opened(committee, board, seats, secretary):
    meeting = called(committee, secretary)
    Meeting.objects.filter(pk=meeting.pk).update(starts_on=TODAY, ends_on=TODAY)

    assert tick(meeting, seats[0], secretary).arrived_at == NOW


@pytest.mark.parametrize("days", [1, 30])
def test_not_before_the_day(committee, board, seats, secretary, days):
    meeting = called(committee, secretary, starts_on=TODAY + timedelta(days=days))

    with pytest.raises(RuleBroken) as refusal:
        tick(meeting, seats[0], secretary)

    assert refusal.value.code == "too-early"


def test_a_record_taken_from_a_document_is_not_added_to(former_committee, north, secretary):
    seat_with(former_committee, 1, region=north, starts_on=date(2007, 1, 1))
    held = make_held(former_committee, day=date(2007, 6, 12), source="สรุปเชิงบริหาร")

    with pytest.raises(RuleBroken) as refusal:
        tick(held, former_committee.seats.get(), secretary)

    assert refusal.value.code == "record"


def test_noted_afterwards_they_came_when_it_began(committee, board, seats, secretary):
    held = make_held(committee, opened_at=NINE - timedelta(days=26), opened_by=secretary)

    assert tick(held, seats[0], secretary).arrived_at == NINE - timedelta(days=26)


# -- Going, guests, the end -----------------------------------------------------------------


def test_somebody_leaves_and_has_not_left_after_all(meeting, seats, secretary):
    row = tick(meeting, seats[0], secretary, at=NINE)

    assert record_departure(row, at=NOW, by=secretary).left_at == NOW
    assert roll_of(meeting).quorum().present == 0
    assert record_departure(row, at=None, by=secretary).left_at is None
    assert roll_of(meeting).quorum().present == 1


def test_who_did_not_come_cannot_leave(meeting, seats, secretary):
    row = tick(meeting, seats[0], secretary, Kind.ABSENT)

    with pytest.raises(RuleBroken) as refusal:
        record_departure(row, at=NOW, by=secretary)

    assert refusal.value.code == "not-here"


def test_somebody_leaves_once_however_often_it_is_said(meeting, seats, secretary):
    row = tick(meeting, seats[0], secretary, at=NINE)

    for _again in range(2):
        record_departure(row, at=NOW, by=secretary)

    assert Activity.objects.filter(verb="attendance.left").count() == 1


def test_a_guest_makes_no_quorum_and_is_noted_once(meeting, secretary):
    entry = Entry(kind=Kind.OBSERVER, name="วิทยากร", role="มหาวิทยาลัย")

    rows = [record_guest(meeting, entry, at=NOW, by=secretary) for _ in range(2)]

    assert rows[0] == rows[1]
    roll = roll_of(meeting)
    assert (roll.guests, roll.quorum().present) == ([rows[0]], 0)
    for _again in range(2):
        remove_guest(rows[0], by=secretary)
    assert not Attendance.objects.exists()
    assert Activity.objects.filter(verb="guest.removed").count() == 1


def test_whoever_is_not_noted_did_not_come(meeting, committee, north, seats, secretary):
    vacant(committee, 9, north)
    tick(meeting, seats[0], secretary)
    Invitation.objects.filter(meeting=meeting, seat=seats[1]).update(
        answer="declined", answer_reason="ป่วย", answered_at=NINE, answered_via="phone"
    )

    assert close_roll(meeting, by=secretary) == 2

    rows = Attendance.objects.order_by("seat__number").values_list("kind", "reason")
    assert list(rows) == [("present", ""), ("excused", "ป่วย"), ("absent", "")]
    assert close_roll(meeting, by=secretary) == 0


def test_an_answer_is_nobodys_but_its_givers(meeting, seats, secretary):
    """Whoever holds the seat since has neither declined nor given that reason."""
    asked = Invitation.objects.filter(meeting=meeting, seat=seats[0])
    asked.update(
        answer="declined", answer_reason="ป่วย", answered_at=NINE, answered_via="link",
        person=make_person("ผู้ถือเดิม"),
    )  # fmt: skip

    close_roll(meeting, by=secretary)

    row = Attendance.objects.get(seat=seats[0])
    assert (row.kind, row.reason) == (Kind.ABSENT, "")


# -- Two at the door --------------------------------------------------------------------------


def at_once(*calls):
    barrier, heard = Barrier(len(calls)), []

    def run(call):
        try:
            barrier.wait()
            call()
            heard.append("noted")
        except RuleBroken as refusal:
            heard.append(refusal.code)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(heard)


@pytest.mark.django_db(transaction=True)
def test_two_who_note_the_same_write_one_row(meeting, seats, secretary):
    heard = at_once(
        lambda: tick(meeting, seats[0], secretary, at=NINE),
        lambda: tick(meeting, seats[0], secretary, at=NOW),
    )

    assert heard == ["noted", "noted"]
    assert Attendance.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_disagree_the_second_is_told(meeting, seats, secretary):
    heard = at_once(
        lambda: tick(meeting, seats[0], secretary),
        lambda: tick(meeting, seats[0], secretary, Kind.ABSENT),
    )

    assert heard == ["noted", "stale"]


@pytest.mark.django_db(transaction=True)
def test_the_end_of_the_roll_loses_nobody_who_comes_just_then(meeting, seats, secretary):
    heard = at_once(
        lambda: tick(meeting, seats[0], secretary), lambda: close_roll(meeting, by=secretary)
    )

    assert Attendance.objects.count() == 3
    came = Attendance.objects.filter(kind="present").count()
    assert (heard, came) in [(["noted", "noted"], 1), (["noted", "stale"], 0)]


# -- The roll -------------------------------------------------------------------------------


def test_who_was_named_beforehand_is_offered(meeting, seats, secretary):
    acting = make_substitution(seats[0], make_person("คนแทน")).person
    Invitation.objects.filter(meeting=meeting, seat=seats[0]).update(
        answer="substitute", substitute_name="นางบุญ มา", answered_at=NINE, answered_via="link"
    )

    line = roll_of(meeting).lines[0]

    assert [offer.words for offer in line.offers] == [acting.full_name, "นางบุญ มา"]


def test_the_page_and_the_roll_tell_the_same(meeting, committee, north, seats, secretary):
    vacant(committee, 9, north)
    tick(meeting, seats[0], secretary, at=NINE)
    tick(meeting, seats[1], secretary, Kind.SUBSTITUTE, name="นางบุญ มา")
    record_guest(meeting, Entry(kind=Kind.OBSERVER, name="แขก"), at=NOW, by=secretary)

    asked, told = roll_of(meeting), MeetingPage(meeting, on=TODAY).roll

    for one in (asked, told):
        assert [(line.number, line.kind, line.is_held) for line in one.lines] == [
            (1, "present", True), (2, "substitute", True), (3, "", True), (9, "", False),
        ]  # fmt: skip
        assert [row.name for row in one.guests] == ["แขก"]
        assert one.quorum().words == "ครบองค์ประชุม มา 2 คน ต้องการ 2 คน (นับจากผู้ดำรงตำแหน่ง 3 คน)"
    assert [line.place for line in asked.lines] == [line.place for line in told.lines]


def test_a_holder_mended_since_stays_as_noted(meeting, seats, board, secretary):
    tick(meeting, seats[0], secretary)
    seats[0].memberships.update(starts_on=TODAY + timedelta(days=1))

    assert roll_of(meeting).lines[0].holder == board[0]
    assert MeetingPage(meeting, on=TODAY).roll.came[0].holder == board[0]


# -- The pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", ["meeting-attendance", "guest-create"])
def test_who_calls_the_roll(client, cast, meeting, part, name):
    assert answer(client, cast, part, name, meeting.pk) == expected(part, {"secretary": 200}, 403)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_notes(client, cast, meeting, seats, part):
    args = ("attendance-tick", meeting.pk, seats[0].pk)

    status = answer(client, cast, part, *args, data={"kind": "present"})

    assert status == expected(part, {"secretary": 302}, 403)
    assert Attendance.objects.exists() == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_ends_the_roll(client, cast, meeting, part):
    status = answer(client, cast, part, "attendance-rest", meeting.pk, data={})

    assert status == expected(part, {"secretary": 302}, 403)
    assert Attendance.objects.exists() == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_reads_the_lists(client, cast, meeting, seats, part, secretary):
    tick(meeting, seats[0], secretary)
    if part != "stranger":
        client.force_login(cast[part])

    page = client.get(meeting.get_absolute_url())

    assert ("ผู้แทน1 ทดสอบ" in page.content.decode()) == (part != "stranger")


def at(meeting, name="meeting-attendance", *args):
    return reverse(f"meetings:{name}", args=[meeting.pk, *args])


def test_the_whole_roll_stands_region_by_region(desk, committee, meeting, north, south):
    vacant(committee, 8, south)
    make_seat(committee, 9, issue=make_issue())
    vacant(committee, 10, north)

    page = desk.get(at(meeting)).context["page"]

    assert [(region, [line.number for line in lines]) for region, lines in page.benches] == [
        (north, [1, 2, 3, 10]), (south, [8]), (None, [9]),
    ]  # fmt: skip


@pytest.mark.parametrize("asked", [{"q": "2"}, {"show": "waiting"}])
def test_what_is_looked_for_stands_in_one_list(desk, meeting, asked):
    page = desk.get(at(meeting), asked)

    assert page.context["page"].benches == []
    assert page.content.decode().count('<ul class="roll">') == 1


@pytest.mark.parametrize("q", ["2", "๒", "ผู้แทน2"])
def test_a_seat_is_found_by_number_and_by_name(desk, meeting, q):
    page = desk.get(at(meeting), {"q": q})

    assert [line.number for line in page.context["page"].lines] == [2]


def test_only_those_who_wait(desk, meeting, seats, secretary):
    tick(meeting, seats[0], secretary)

    page = desk.get(at(meeting), {"show": "waiting"})

    assert [line.number for line in page.context["page"].lines] == [2, 3]


@pytest.mark.parametrize("query", ["?q=" + "ก" * 500, "?show=nobody", "?q=99999999999999999999"])
def test_whatever_is_asked_the_page_answers(desk, meeting, query):
    assert desk.get(at(meeting) + query).status_code == 200


def test_a_tap_by_htmx_swaps_the_row_and_the_quorum(desk, meeting, seats):
    address = at(meeting, "attendance-tick", seats[0].pk)

    page = desk.post(address, {"kind": "present"}, headers={"HX-Request": "true"})

    html = page.content.decode()
    assert f'<li id="seat-{seats[0].pk}"' in html
    assert 'id="quorum"' in html
    assert 'hx-swap-oob="true"' in html
    assert f'id="seat-{seats[0].pk}-present" aria-pressed="true"' in html


def test_at_the_door_the_counter_says_who_is_here_of_how_many_region_by_region(
    desk, meeting, committee, north, south, seats
):
    vacant(committee, 9, north)
    seat_with(committee, 10, region=south)
    address = at(meeting, "attendance-tick", seats[0].pk) + "?q=1"

    tapped = desk.post(address, {"kind": "present"}, headers={"HX-Request": "true"})
    page = desk.get(at(meeting), {"q": "ไม่มีใคร"})

    for html in (tapped.content.decode(), page.content.decode()):
        told = " ".join(re.sub("<[^>]*>", " ", html).split())
        assert "1 จาก 4 ต้องการ 2" in told
        assert f"{north.short_name} 1 / 3 {south.short_name} 0 / 1 นับจากผู้ดำรงตำแหน่ง 4 คน" in told
        assert "ทั้งหมด 5 ที่นั่ง ว่าง 1" in told
    assert "“ไม่มีใคร” พบ 0 ที่นั่ง" in page.content.decode()


@pytest.fixture
def declined(meeting, seats):
    """Who holds the first seat answered not to come, and why."""
    Invitation.objects.filter(meeting=meeting, seat=seats[0]).update(
        answer="declined", answer_reason="ผ่าตัด", answered_at=NINE, answered_via="phone"
    )


@pytest.mark.parametrize(("kind", "reason"), [("excused", "ผ่าตัด"), ("absent", "")])
def test_a_tap_on_excused_keeps_the_reason_given_beforehand(
    desk, meeting, seats, declined, kind, reason
):
    desk.post(at(meeting, "attendance-tick", seats[0].pk), {"kind": kind})

    assert [(row.kind, row.reason) for row in Attendance.objects.all()] == [(kind, reason)]


def test_a_tap_leaves_the_reason_that_was_noted(desk, meeting, seats, declined, secretary):
    row = note(meeting, seats[0], secretary, kind=Kind.ABSENT, reason="รถเสีย")
    seen = row.recorded_at.isoformat()

    desk.post(at(meeting, "attendance-tick", seats[0].pk), {"kind": "excused", "seen": seen})

    row.refresh_from_db()
    assert (row.kind, row.reason) == ("excused", "รถเสีย")


def test_the_form_of_a_seat_proposes_the_reason_given_beforehand(desk, meeting, seats, declined):
    form = desk.get(at(meeting, "attendance-seat", seats[0].pk)).context["form"]

    assert form["reason"].value() == "ผ่าตัด"


def test_who_was_just_added_comes_back_with_what_was_typed(desk, meeting, seats):
    new = make_person("คนใหม่")
    typed = {"kind": "substitute", "person": new.pk, "role": "กำนัน", "mode": "online",
             "arrived": "9.15", "reason": "ป่วย", "seen": "forged"}  # fmt: skip

    form = desk.get(at(meeting, "attendance-seat", seats[0].pk), typed).context["form"]

    shown = {name: form[name].value() for name in typed}
    assert shown == {**typed, "person": str(new.pk), "seen": None}


def test_a_roll_called_for_a_meeting_never_opened_stands_the_next_day(
    client, committee, board, seats, secretary, clock
):
    meeting = called(committee, secretary)
    Meeting.objects.filter(pk=meeting.pk).update(starts_on=TODAY, ends_on=TODAY)
    tick(meeting, seats[0], secretary)
    clock.move_to(NOW + timedelta(days=1))
    client.force_login(secretary)

    page = client.get(meeting.get_absolute_url())

    assert "ผู้แทน1 ทดสอบ" in page.content.decode()
    assert page.context["page"].quorum.words == (
        "ยังไม่ครบองค์ประชุม มา 1 คน ต้องการ 2 คน (นับจากผู้ดำรงตำแหน่ง 3 คน)"
    )


def test_a_tap_without_javascript_comes_back_to_the_row(desk, meeting, seats):
    address = at(meeting, "attendance-tick", seats[0].pk) + "?show=waiting"

    page = desk.post(address, {"kind": "present"})

    assert page.url == f"{at(meeting)}?show=waiting#seat-{seats[0].pk}"


def test_a_stale_tap_shows_what_stands_there(desk, meeting, seats, secretary):
    tick(meeting, seats[0], secretary)
    address = at(meeting, "attendance-tick", seats[0].pk)

    page = desk.post(address, {"kind": "absent", "seen": ""}, headers={"HX-Request": "true"})

    assert "มีผู้บันทึกที่นั่งนี้ไปแล้ว" in page.content.decode()
    assert Attendance.objects.get().kind == "present"


@pytest.mark.parametrize("kind", ["substitute-0", "substitute-7", "nobody", "observer", "\x00"])
def test_a_tap_that_means_nothing_is_not_found(desk, meeting, seats, kind):
    page = desk.post(at(meeting, "attendance-tick", seats[0].pk), {"kind": kind})

    assert (page.status_code, Attendance.objects.exists()) == (404, False)


@pytest.mark.parametrize("seen", ["yesterday", "2026-07-01", "\x00", "9" * 400])
def test_a_strange_version_is_an_old_one(desk, meeting, seats, secretary, seen):
    tick(meeting, seats[0], secretary)

    desk.post(at(meeting, "attendance-tick", seats[0].pk), {"kind": "absent", "seen": seen})

    assert Attendance.objects.get().kind == "present"


def test_the_form_of_a_seat_says_everything(desk, meeting, seats):
    person = make_person("คนแทน")
    data = {"kind": "substitute", "person": person.pk, "name": "", "role": "กำนัน",
            "mode": "online", "arrived": "๙.๑๕", "left": "9.45", "seen": ""}  # fmt: skip

    assert desk.post(at(meeting, "attendance-seat", seats[0].pk), data).status_code == 302

    row = Attendance.objects.get()
    assert (row.person, row.role, row.mode) == (person, "กำนัน", "online")
    assert row.arrived_at == NINE + timedelta(minutes=15)
    assert row.left_at == NINE + timedelta(minutes=45)


def test_the_form_says_beside_the_field_what_is_wrong(desk, meeting, seats):
    data = {"kind": "substitute", "arrived": "9.15", "left": "9.00", "name": "ก"}

    page = desk.post(at(meeting, "attendance-seat", seats[0].pk), data)

    assert page.context["form"].errors == {"left": ["เวลาออกต้องไม่ก่อนเวลามาถึง"]}


def test_a_stale_form_tells_and_may_be_sent_again(desk, meeting, seats, secretary):
    tick(meeting, seats[0], secretary)
    address = at(meeting, "attendance-seat", seats[0].pk)

    page = desk.post(address, {"kind": "absent", "seen": ""})

    assert page.status_code == 409
    seen = page.context["form"]["seen"].value()
    assert desk.post(address, {"kind": "absent", "seen": seen}).status_code == 302
    assert Attendance.objects.get().kind == "absent"


def test_a_seat_of_another_body_is_not_found(desk, meeting, former_committee, north):
    seat = vacant(former_committee, 1, north)

    assert desk.get(at(meeting, "attendance-seat", seat.pk)).status_code == 404
    assert desk.post(at(meeting, "attendance-tick", seat.pk)).status_code == 404


def test_a_row_of_another_meeting_is_not_found(desk, meeting, committee, secretary):
    other = make_sitting(called(committee, secretary), by=secretary)
    row = record_guest(other, Entry(kind=Kind.OBSERVER, name="แขก"), at=NOW, by=secretary)

    assert desk.post(at(meeting, "guest-removal", row.pk)).status_code == 404
    assert desk.post(at(meeting, "attendance-departure", row.pk)).status_code == 404


def test_there_is_no_roll_before_the_day(desk, committee, board, secretary):
    assert desk.get(at(called(committee, secretary))).status_code == 404


def test_a_body_without_seats_has_guests_only(desk, committee, secretary):
    unit = make_body("unit", parent=committee)
    meeting = make_sitting(called(unit, secretary), by=secretary)

    html = desk.get(at(meeting)).content.decode()

    assert "คณะนี้ไม่มีที่นั่ง" in html
    page = desk.post(at(meeting, "guest-create"), {"name": "แขก", "role": "", "mode": "onsite"})
    assert page.status_code == 302
    assert "แขก" in desk.get(meeting.get_absolute_url()).content.decode()


# -- What it costs ------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [5, 67])
def test_the_pages_cost_the_same_for_five_seats_and_sixty_seven(
    desk, committee, north, secretary, count, django_assert_num_queries
):
    for number in range(101, 101 + count):
        seat_with(committee, number, region=north)
    meeting = make_sitting(called(committee, secretary), by=secretary)
    close_roll(meeting, by=secretary)
    desk.get(at(meeting))

    with django_assert_num_queries(10):
        assert len(desk.get(at(meeting)).context["page"].lines) == count
    with django_assert_num_queries(6):
        desk.get(meeting.get_absolute_url())
