"""Bodies without seats: their members are called, answer, come and make the quorum; to the bodies
of a region the holders of its seats of the 67 come besides."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from committees.models import BodyMembership, Committee
from meetings.actions import (
    Entry,
    answer_invitation,
    close_roll,
    record_attendance,
    record_departure,
    record_guest,
    tick_attendance,
)
from meetings.actions.attendance import erase_attendance
from meetings.letters import changed_letter, invitation_letter
from meetings.links import moment_of
from meetings.models import Attendance, Invitation
from meetings.queries import MeetingPage, followed_up, invitations_for, readers_of_letters, roll_of
from meetings.queries.calling import by_region
from meetings.queries.official import minutes_body, minutes_text
from meetings.queries.quorum import MEMBERS, Rule
from meetings.queries.roll import roll_from
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Outbox, Person, User
from tests.factories.committees import (
    make_body,
    make_body_membership,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_provincial_body,
    make_regional_body,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    DAY,
    TODAY,
    called,
    make_held,
    make_sitting,
    planned,
    seat_with,
    vacant,
)
from tests.factories.regions import BANGKOK

Kind, Answer = Attendance.Kind, Invitation.Answer
NINE = datetime(2026, 7, 1, 9, 0, tzinfo=BANGKOK)


def member(body, name, *, role="", email=None, **days):
    address = f"{name}@portal.example" if email is None else email
    person = make_person(name, email=address, phone="081 000 0000")
    return make_body_membership(body, person, role=role, **days)


@pytest.fixture
def body(north):
    return make_regional_body(north)


@pytest.fixture
def chair(body):
    return member(body, "ก้าน", role="ประธาน")


@pytest.fixture
def unmailed(body):
    return member(body, "ขวัญ", email="")


@pytest.fixture
def held(body, chair, unmailed, committee, north):
    """The region's body: a chair, a member without an address, and one seat of the 67."""
    seat_with(committee, 7, region=north)
    return body


@pytest.fixture
def meeting(held, cast):
    """In session since nine, on the first of July."""
    return make_sitting(called(held, cast["officer"]), by=cast["officer"])


def who(meeting):
    """By name: for which seat, or as which member."""
    rows = invitations_for(meeting)
    return {
        row.person.first_name: ("seat", row.seat.number) if row.seat else ("member", row.channel)
        for row in rows
    }


def tick(meeting, place, kind, by, **entry):
    return tick_attendance(meeting, place, Entry(kind=kind, **entry), seen=None, at=NINE, by=by)


# -- Who is called -----------------------------------------------------------------------


def test_members_are_called_and_the_seats_of_the_region_besides(held, cast, committee, south):
    vacant(committee, 8, held.region)
    seat_with(committee, 9, region=south)

    found = who(planned(held, cast["officer"]))
    posts = {
        "coordinator-upper-north",
        "co_chair-upper-north",
    }  # in seats, too

    assert {name: place for name, place in found.items() if name not in posts} == {
        "ก้าน": ("member", "letter"),
        "ขวัญ": ("member", "phone"),
        "ผู้แทน7": ("seat", 7),
    }
    assert {found[name][0] for name in posts} == {"seat"}


def test_who_is_both_comes_as_a_member_and_once(body, committee, north, secretary):
    person = seat_with(committee, 7, region=north)
    other = make_seat(committee, 8, region=north)
    make_membership(other, person)
    make_body_membership(body, person)

    assert who(planned(body, secretary)) == {"ผู้แทน7": ("member", "letter")}


def test_who_is_both_stands_on_the_roll_once(body, committee, north, secretary):
    person = seat_with(committee, 7, region=north)
    make_body_membership(body, person)
    meeting = make_sitting(called(body, secretary), by=secretary)

    asked, told = roll_of(meeting), roll_from(MeetingPage(meeting, on=TODAY).record, meeting)

    assert [line.holder for line in asked.lines] == [person]
    assert [line.place for line in told.lines] == ["กรรมการ"]


@pytest.mark.parametrize(
    ("days", "is_called"),
    [
        ({}, True),
        ({"ends_on": DAY}, True),
        ({"starts_on": DAY}, True),
        ({"ends_on": date(2026, 7, 9)}, False),
        ({"starts_on": date(2026, 7, 11)}, False),
    ],
)
def test_only_members_of_the_first_day_are_called(body, secretary, days, is_called):
    member(body, "ก้าน", **days)

    assert set(who(planned(body, secretary))) == ({"ก้าน"} if is_called else set())


@pytest.mark.parametrize("kind", ["unit", "issue", "board", "provincial"])
def test_every_kind_of_body_without_seats_calls_its_members(committee, north, secretary, kind):
    parent = None if kind == "board" else committee
    issue = make_issue() if kind == "issue" else None
    if kind == "provincial":
        other = make_provincial_body(north, a_province())
    else:
        other = make_body("other", kind=kind, parent=parent, issue=issue)
    member(other, "ก้าน")
    seat_with(committee, 7, region=north)

    seats = {"ผู้แทน7": ("seat", 7)} if kind == "provincial" else {}
    assert who(planned(other, secretary)) == {"ก้าน": ("member", "letter"), **seats}


def a_province():
    from regions.models import Province  # noqa: PLC0415 -- one test alone

    return Province.objects.create(
        code="50", name="เชียงใหม่", name_en="Chiang Mai", abbreviation="ชม",
        tile_column=1, tile_row=1,
    )  # fmt: skip


def test_calling_writes_letters_to_members_and_lists_whom_to_ring(held, cast):
    meeting = called(held, cast["officer"])

    letters = Outbox.objects.filter(dedupe__startswith=f"meeting:{meeting.pk}:invitation")
    told = {row.person for row in meeting.invitations.by_letter()}
    assert letters.count() == len(told)
    assert [row.member.person.first_name for row in meeting.invitations.to_phone()] == ["ขวัญ"]
    assert set(readers_of_letters(meeting)) == set(meeting.invitations.by_letter())


def test_the_list_of_those_invited_has_the_members_first(held, cast, client):
    meeting = called(held, cast["officer"])
    client.force_login(cast["officer"])

    benches = by_region(followed_up(meeting))
    page = client.get(reverse("meetings:meeting-invitations", args=[meeting.pk])).text

    assert [name for name, _rows in benches] == ["กรรมการ", held.region.name]
    assert [row.place for row in benches[0][1]] == ["ประธาน", "กรรมการ"]
    assert "อนุกรรมการ 67 ที่นั่งที่ 7" in page
    assert f'id="{benches[0][1][0].anchor}"' in page


def test_who_has_no_seat_is_counted_as_a_person(held, cast, client):
    plan, preview = planned(held, cast["officer"]), "1 คน"
    client.force_login(cast["officer"])
    address = reverse("meetings:meeting-invitations", args=[plan.pk])

    assert f'ต้องโทรแจ้งเอง <b class="nw">{preview}</b>' in client.get(address).text
    meeting = called(held, cast["officer"])
    address = reverse("meetings:meeting-invitations", args=[meeting.pk])
    assert "ยังไม่ได้โทร 1 คน" in client.get(address).text
    assert 'โทรแจ้ง <span class="nw">1 คน</span>' in client.get(meeting.get_absolute_url()).text
    for name in ("meeting-cancellation", "meeting-postponement"):
        page = client.get(reverse(f"meetings:{name}", args=[meeting.pk])).text
        assert 'ต้องโทรแจ้งเอง <b class="nw">1 คน</b>' in page


def test_of_members_nobody_is_said_to_have_a_seat(meeting, chair, cast):
    tick(meeting, chair, Kind.PRESENT, cast["officer"])

    waiting = len(roll_of(meeting).waiting)
    assert f"(ยังไม่มีบันทึกของอีก {waiting} คน)" in minutes_text(minutes_body(meeting))


def test_the_preview_shows_members_before_the_call(held, cast, client):
    meeting = planned(held, cast["officer"])
    client.force_login(cast["officer"])

    page = client.get(reverse("meetings:meeting-invitations", args=[meeting.pk]))

    assert {row.person.first_name for row in page.context["letters"] if row.member} == {"ก้าน"}
    assert [row.person.first_name for row in page.context["calls"]] == ["ขวัญ"]


@pytest.mark.parametrize("count", [1, 4])
def test_following_up_costs_the_same_for_one_member_and_four(
    body, cast, count, django_assert_num_queries
):
    for number in range(count):
        member(body, f"คนที่{number}")
    meeting = called(body, cast["officer"])
    meeting.refresh_from_db()

    with django_assert_num_queries(3):  # invitations, officers, letters
        followed_up(meeting)


# -- What they answer --------------------------------------------------------------------


def answered(invitation, answer, meeting, **words):
    begins = moment_of(meeting)
    via = Invitation.Via.LINK
    return answer_invitation(invitation, answer=answer, begins=begins, via=via, **words)


def test_a_member_answers_while_a_member(held, chair, cast):
    meeting = called(held, cast["officer"])
    invitation = meeting.invitations.get(member=chair)

    answered(invitation, Answer.DECLINED, meeting, reason="ป่วย")
    BodyMembership.objects.filter(pk=chair.pk).update(ends_on=TODAY)

    with pytest.raises(RuleBroken) as refusal:
        answered(invitation, Answer.COMING, meeting)
    invitation.refresh_from_db()
    assert (refusal.value.code, invitation.answer) == ("not-seated", Answer.DECLINED)


def test_who_comes_for_a_seat_of_the_67_answers_while_it_is_held(held, committee, cast):
    meeting = called(held, cast["officer"])
    invitation = meeting.invitations.get(seat__number=7)
    answered(invitation, Answer.COMING, meeting)
    seat = committee.seats.get(number=7)
    seat.memberships.update(ends_on=TODAY, discharged_by=make_order())

    assert not Invitation.objects.seated().filter(pk=invitation.pk).exists()


def test_a_member_without_a_seat_answers_on_the_meetings_page(held, chair, cast, client):
    meeting = called(held, cast["officer"])
    user = cast["member"]
    Person.objects.filter(user=user).update(user=None)
    Person.objects.filter(pk=chair.person_id).update(user=user)
    client.force_login(user)

    client.post(
        reverse("meetings:meeting-answer", args=[meeting.pk]),
        {"answer": "coming", "begins": moment_of(meeting)},
    )

    assert meeting.invitations.get(member=chair).answer == Answer.COMING


# -- Who came ----------------------------------------------------------------------------


def test_the_roll_has_members_by_name_then_seats(meeting):
    roll = roll_of(meeting)

    own = [(line.number, line.holder.first_name, line.place) for line in roll.lines if line.is_own]
    assert own == [(1, "ก้าน", "ประธาน"), (2, "ขวัญ", "กรรมการ")]
    assert [line.label for line in roll.lines[:2]] == ["ลำดับที่ 1", "ลำดับที่ 2"]
    guests = [line for line in roll.lines if not line.is_own]
    assert "อนุกรรมการ 67 ที่นั่งที่ 7" in guests[0].place


def test_members_make_the_quorum_and_the_seats_of_the_67_do_not(meeting, chair, committee, cast):
    seat, by = committee.seats.get(number=7), cast["officer"]

    tick(meeting, seat, Kind.PRESENT, by)
    without = roll_of(meeting).quorum()
    tick(meeting, chair, Kind.PRESENT, by)
    quorum = roll_of(meeting).quorum()

    assert (without.present, without.needed, without.total) == (0, 1, 2)
    assert (quorum.present, quorum.is_reached, quorum.benches) == (1, True, [])
    assert quorum.whole == "นับจากกรรมการ 2 คน"


def test_the_part_that_is_needed_is_the_bodys_own(held):
    held.quorum_numerator, held.quorum_denominator = 2, 3

    assert Rule.of_body(held) == Rule(MEMBERS, 2, 3)


def test_a_body_without_members_counts_nobody(body, committee, north, cast):
    seat_with(committee, 7, region=north)
    meeting = make_sitting(called(body, cast["officer"]), by=cast["officer"])

    quorum = roll_of(meeting).quorum()

    assert (quorum.total, quorum.is_reached) == (0, False)
    assert quorum.words == "ยังไม่มีรายชื่อที่นับเป็นองค์ประชุม"


def test_a_member_is_noted_changed_left_and_erased(meeting, chair, cast):
    by = cast["officer"]
    row = tick(meeting, chair, Kind.PRESENT, by)
    same = tick(meeting, chair, Kind.PRESENT, by)
    left = record_departure(row, at=NINE.replace(minute=30), by=by)

    entry = Entry(kind=Kind.SUBSTITUTE, name="ผู้แทนประธาน")
    sent = record_attendance(meeting, chair, entry, seen=left.recorded_at, at=NINE, by=by)
    assert (same, sent.pk, sent.holder, sent.name) == (row, row.pk, chair.person, "ผู้แทนประธาน")

    erase_attendance(meeting, chair, seen=sent.recorded_at, by=by)
    assert not Attendance.objects.exists()


def test_who_saw_an_older_row_of_a_member_is_told(meeting, chair, cast):
    tick(meeting, chair, Kind.PRESENT, cast["officer"])

    with pytest.raises(RuleBroken) as refusal:
        tick(meeting, chair, Kind.ABSENT, cast["secretary"])

    assert refusal.value.code == "stale"


def test_whoever_is_left_did_not_come_or_is_excused_as_answered(meeting, chair, unmailed, cast):
    invitation = Invitation.objects.get(member=chair)
    Invitation.objects.filter(pk=invitation.pk).update(
        answer="declined", answer_reason="ป่วย", answered_at=NINE, answered_via="phone"
    )

    close_roll(meeting, by=cast["officer"])

    noted = {row.member: (row.kind, row.reason) for row in meeting.attendances.exclude(member=None)}
    assert noted == {chair: ("excused", "ป่วย"), unmailed: ("absent", "")}
    assert meeting.attendances.filter(seat__number=7, kind="absent").exists()


def test_a_guest_is_no_member(meeting, chair, cast):
    tick(meeting, chair, Kind.PRESENT, cast["officer"])
    record_guest(meeting, Entry(kind=Kind.OBSERVER, name="วิทยากร"), at=NINE, by=cast["officer"])

    assert [row.name for row in roll_of(meeting).guests] == ["วิทยากร"]


def test_who_acts_in_a_seat_of_the_region_is_offered(meeting, committee):
    acting = make_person("ผู้ทำการแทน")
    make_substitution(committee.seats.get(number=7), acting)

    line = next(line for line in roll_of(meeting).lines if "ที่นั่งที่ 7" in line.place)

    assert [offer.person for offer in line.offers] == [acting]


def test_somebody_noted_stays_on_the_roll_though_the_register_is_mended(meeting, chair, cast):
    tick(meeting, chair, Kind.PRESENT, cast["officer"])
    BodyMembership.objects.filter(pk=chair.pk).update(ends_on=date(2026, 1, 1))

    names = [line.holder.first_name for line in roll_of(meeting).lines if line.member]

    assert names == ["ก้าน", "ขวัญ"]


# -- The pages ---------------------------------------------------------------------------


def at(meeting, name, *args):
    return reverse(f"meetings:{name}", args=[meeting.pk, *args])


@pytest.fixture
def desk(client, cast):
    client.force_login(cast["officer"])
    return client


def test_a_member_is_ticked_and_written_about_in_full(desk, meeting, chair, unmailed):
    desk.post(at(meeting, "attendance-member-tick", chair.pk), {"kind": "present"})
    page = desk.get(at(meeting, "attendance-member", unmailed.pk))
    form = {"kind": "excused", "reason": "ติดประชุม", "mode": "onsite", "seen": ""}
    answer = desk.post(at(meeting, "attendance-member", unmailed.pk), form)

    assert "ลำดับที่ 2" in page.text
    assert answer.url.endswith(f"#member-{unmailed.pk}")
    noted = {row.member: (row.kind, row.reason) for row in meeting.attendances.all()}
    assert noted == {chair: ("present", ""), unmailed: ("excused", "ติดประชุม")}


def test_a_stale_form_of_a_member_shows_what_stands_and_may_be_sent_again(
    desk, meeting, chair, cast
):
    tick(meeting, chair, Kind.PRESENT, cast["secretary"])
    form = {"kind": "absent", "mode": "onsite", "seen": ""}
    address = at(meeting, "attendance-member", chair.pk)

    page = desk.post(address, form)
    again = desk.post(address, form | {"seen": page.context["form"]["seen"].value()})

    assert (page.status_code, again.status_code) == (409, 302)
    assert meeting.attendances.get().kind == "absent"


@pytest.mark.parametrize("name", ["attendance-member", "attendance-member-tick"])
def test_a_member_of_another_body_is_not_on_the_roll(desk, meeting, south, name):
    stranger = member(make_regional_body(south), "คนอื่น")
    address = at(meeting, name, stranger.pk)
    send = desk.get if name == "attendance-member" else desk.post

    assert send(address).status_code == 404


@pytest.mark.parametrize("name", ["attendance-member", "attendance-member-tick"])
@pytest.mark.parametrize(
    ("part", "status"),
    [("another region's coordinator", 403), ("manager", 403), ("member", 403), ("auditor", 403)],
)
def test_nobody_else_notes_a_regions_members(client, cast, meeting, chair, name, part, status):
    client.force_login(cast[part])

    assert client.post(at(meeting, name, chair.pk), {"kind": "present"}).status_code == status
    assert not Attendance.objects.exists()


def test_the_page_that_calls_the_roll_has_a_row_for_each(desk, meeting, chair):
    page = desk.get(at(meeting, "meeting-attendance")).text

    assert f'id="member-{chair.pk}"' in page
    assert 'id="seat-' in page
    assert "ผู้แทนประเด็น" not in page


@pytest.mark.parametrize("is_region", [True, False])
def test_the_record_tells_the_same_roll_as_the_page_that_calls_it(
    body, chair, unmailed, committee, north, cast, is_region
):
    seat_with(committee, 7, region=north)
    if not is_region:
        Committee.objects.filter(pk=body.pk).update(kind="unit", region=None, parent=committee)
        body.refresh_from_db()
    meeting = make_sitting(called(body, cast["secretary"]), by=cast["secretary"])
    tick(meeting, chair, Kind.PRESENT, cast["secretary"])

    asked, page = roll_of(meeting), MeetingPage(meeting, on=TODAY)

    told = roll_from(page.record, meeting)
    assert [row_of(line) for line in told.lines] == [row_of(line) for line in asked.lines]
    assert told.quorum().words == asked.quorum().words


def row_of(line):
    """What both tell; of a seat of which nothing is noted the record names no holder."""
    name = line.holder.first_name if line.holder and not line.is_waiting else ""
    return line.number, line.place, line.kind, line.is_held, line.is_own, name


def test_the_meetings_page_and_its_minutes_name_members_with_their_role(
    client, meeting, chair, cast
):
    tick(meeting, chair, Kind.PRESENT, cast["officer"])
    client.force_login(cast["member"])

    page = client.get(meeting.get_absolute_url())
    [came] = minutes_body(meeting)["present"]

    assert "นับจากกรรมการ" in page.text
    assert (came["name"], came["position"]) == (chair.person.full_name, "ประธาน")


@pytest.mark.parametrize("count", [1, 4])
def test_the_roll_costs_the_same_for_one_member_and_four(
    body, cast, count, django_assert_num_queries
):
    for number in range(count):
        member(body, f"คนที่{number}")
    meeting = make_sitting(called(body, cast["officer"]), by=cast["officer"])

    # noted, the body, members, seats, their holders, answers, acting
    with django_assert_num_queries(7):
        roll = roll_of(meeting)

    assert len([line for line in roll.lines if line.member]) == count


def test_a_record_of_a_document_has_no_members(body, chair):
    meeting = make_held(body, source="รายงานการประชุม")

    assert MeetingPage(meeting, on=TODAY).record["members"] == []


def test_a_meeting_without_a_day_calls_nobody_yet(body, chair, secretary):
    meeting = planned(body, secretary)
    meeting.starts_on = None

    assert (invitations_for(meeting), roll_of(meeting).lines) == ([], [])


def test_holders_of_an_earlier_generation_are_not_called(north, committee, cast):
    began, ended = date(2007, 1, 1), date(2008, 2, 8)
    former = make_committee("coordination-2550", starts_on=began, ends_on=ended)
    old = make_seat(former, 7, region=north)
    make_membership(old, make_person("คนเก่า"), starts_on=began, ends_on=ended)

    assert "คนเก่า" not in who(planned(make_regional_body(north), cast["secretary"]))


# -- What is written to them -------------------------------------------------------------


def letter_to(invitation, meeting, by):
    return invitation_letter(meeting, invitation, by=by, on=TODAY)


def test_a_region_writes_in_its_own_name_and_names_its_forum(held, chair, cast):
    Person.objects.filter(user=cast["officer"]).update(phone="081 234 5678")
    meeting = called(held, cast["officer"], kind="regional")
    officer = User.objects.get(pk=cast["officer"].pk)

    letter = letter_to(meeting.invitations.get(member=chair), meeting, officer)

    assert letter.subject == f"ขอเชิญเข้าร่วมเวทีภาค{held.name} ครั้งที่ 1/2569"
    assert letter.body.startswith(held.name)
    assert "กองเลขานุการ" not in letter.body
    assert "กำหนดจัดเวทีภาคครั้งที่ 1/2569" in letter.body
    assert "โทร. 081 234 5678" in letter.body


@pytest.mark.parametrize(
    ("kind", "noun"),
    [("meeting", "การประชุม"), ("seminar", "การสัมมนา"), ("mobile", "เวทีสัญจร")],
)
def test_a_letter_of_a_change_names_what_is_changed(held, chair, cast, kind, noun):
    meeting = called(held, cast["officer"], kind=kind)
    invitation = meeting.invitations.get(member=chair)

    letter = changed_letter(
        meeting, invitation, before="", reason="ห้องไม่ว่าง", by=cast["officer"], on=TODAY
    )

    assert letter.subject == f"ขอแจ้งเปลี่ยนแปลง{noun}{held.name} ครั้งที่ 1/2569"
    assert "ผู้จัดประชุมยังไม่ได้รับคำตอบ" in letter.body
