"""Who was there and is not on the roll says so in time; it is confirmed, and both are stamped."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from meetings.actions import Entry, close_meeting, record_attendance, record_guest
from meetings.actions.claiming import Presence, claim_attendance, confirm_claim, refuse_claim
from meetings.actions.minutes import Adoption, adopt_minutes, adopt_silently
from meetings.models import Attendance, AttendanceClaim, Meeting, Minutes
from meetings.queries import MeetingPage
from meetings.queries.claims import OwnPresence, claims_until
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from tests.factories.committees import make_body_membership, make_regional_body
from tests.factories.kernel import make_account
from tests.factories.meetings import BANGKOK, called, make_sitting
from tests.factories.minutes import checked, circulated
from tests.meetings.test_attendance import at_once
from tests.meetings.test_permissions import EVERYBODY, answer, expected

Kind, Outcome, Route = Attendance.Kind, AttendanceClaim.Outcome, Minutes.Route
TODAY = date(2026, 7, 1)
NOW = datetime(2026, 7, 1, 10, 0, tzinfo=BANGKOK)
NINE = NOW - timedelta(hours=1)
AN_HOUR = timedelta(hours=1)
ONLINE = Presence(mode="online")


@pytest.fixture
def meeting(committee, board, secretary):
    """In session since nine; it is ten."""
    return make_sitting(called(committee, secretary), by=secretary)


@pytest.fixture
def holder(board):
    """The account of whoever holds the first seat."""
    return make_account(board[0], "seat-1@portal.example")


@pytest.fixture
def claim(meeting, holder):
    return claim_attendance(meeting, ONLINE, by=holder)


def closed(meeting, by):
    return close_meeting(meeting, at=NOW, version=meeting.version, by=by)


def confirm(claim, by, *, seen=None):
    return confirm_claim(claim, claimed=claim.claimed_at, seen=seen, by=by)


def refuse(claim, by, reason="ไม่มีผู้ใดเห็นในห้องออนไลน์"):
    return refuse_claim(claim, reason=reason, claimed=claim.claimed_at, by=by)


def note(meeting, by, *, seen=None, **told):
    entry = Entry(**{"kind": Kind.PRESENT, **told})
    seat = meeting.committee.seats.get(number=1)
    return record_attendance(meeting, seat, entry, seen=seen, at=NINE, by=by)


# -- Claimed ---------------------------------------------------------------------------------


def test_a_claim_says_who_how_and_when(meeting, board, holder):
    presence = Presence(mode="online", arrived_at=NINE, note="เข้าจากโทรศัพท์ของลูก")

    claim = claim_attendance(meeting, presence, by=holder)

    assert (claim.person, claim.seat.number, claim.mode, claim.arrived_at, claim.claimed_at) == (
        board[0], 1, "online", NINE, NOW,
    )  # fmt: skip
    assert claim.is_waiting
    assert Activity.objects.get(verb="attendance.claimed").by == holder


def test_a_claim_alone_puts_nobody_on_the_roll(claim):
    assert not Attendance.objects.exists()


def test_a_claim_sent_twice_is_one_with_its_first_hour(meeting, claim, holder, clock):
    clock.move_to(NOW + AN_HOUR)

    again = claim_attendance(meeting, ONLINE, by=holder)

    assert (again.pk, again.claimed_at) == (claim.pk, NOW)


def test_until_it_is_answered_it_may_be_said_otherwise(meeting, claim, holder, clock):
    clock.move_to(NOW + AN_HOUR)

    again = claim_attendance(meeting, Presence(mode="onsite"), by=holder)

    assert (again.pk, again.mode, again.claimed_at) == (claim.pk, "onsite", NOW + AN_HOUR)


def test_who_holds_no_place_claims_nothing(meeting, cast):
    with pytest.raises(RuleBroken) as refusal:
        claim_attendance(meeting, ONLINE, by=cast["member"])

    assert refusal.value.code == "no-place"


def test_who_is_on_the_roll_in_that_way_claims_nothing(meeting, holder, secretary):
    note(meeting, secretary, mode="online")

    with pytest.raises(RuleBroken) as refusal:
        claim_attendance(meeting, ONLINE, by=holder)

    assert refusal.value.code == "noted"
    assert claim_attendance(meeting, Presence(mode="onsite"), by=holder).is_waiting


def test_who_was_noted_as_missing_may_claim(meeting, holder, secretary):
    note(meeting, secretary, kind=Kind.ABSENT)

    assert claim_attendance(meeting, ONLINE, by=holder).is_waiting


@pytest.mark.parametrize("arrived_at", [NOW + AN_HOUR, NOW - timedelta(days=1)])
def test_an_hour_to_come_or_of_another_day_is_refused(meeting, holder, arrived_at):
    with pytest.raises(RuleBroken) as refusal:
        claim_attendance(meeting, Presence(mode="onsite", arrived_at=arrived_at), by=holder)

    assert "arrived" in refusal.value.message_dict


def test_a_member_of_a_body_without_seats_claims(north, cast, secretary):
    body = make_regional_body(north)
    member = make_body_membership(body, cast["member"].person)
    meeting = make_sitting(called(body, secretary), by=secretary)

    claim = claim_attendance(meeting, ONLINE, by=cast["member"])
    confirm(claim, secretary)

    assert (claim.member, claim.key) == (member, f"member-{member.pk}")
    assert Attendance.objects.get().member == member


# -- In time ---------------------------------------------------------------------------------


def test_the_time_runs_from_the_end_of_the_meeting(meeting, holder, secretary, clock, settings):
    closed(meeting, secretary)
    settings.ATTENDANCE_CLAIM_HOURS = 5

    clock.move_to(NOW + 5 * AN_HOUR + timedelta(seconds=1))
    with pytest.raises(RuleBroken) as refusal:
        claim_attendance(meeting, ONLINE, by=holder)
    clock.move_to(NOW + 5 * AN_HOUR)

    assert refusal.value.code == "not-open"
    assert claim_attendance(meeting, ONLINE, by=holder).is_waiting


def test_it_is_48_hours(meeting, secretary):
    assert claims_until(closed(meeting, secretary)) == NOW + 48 * AN_HOUR


def test_while_the_meeting_lasts_there_is_always_time(meeting, holder, clock):
    clock.move_to(NOW + timedelta(days=30))

    assert claim_attendance(meeting, ONLINE, by=holder).is_waiting


def test_a_meeting_nobody_opened_takes_claims_from_its_hour(meeting, holder, clock):
    Meeting.objects.update(state="called", opened_at=None, opened_by=None)

    clock.move_to(NINE - timedelta(minutes=1))
    with pytest.raises(RuleBroken):
        claim_attendance(meeting, ONLINE, by=holder)
    clock.move_to(datetime(2026, 7, 3, 16, 30, tzinfo=BANGKOK))  # it was to end at half past four
    assert claim_attendance(meeting, ONLINE, by=holder).is_waiting


def test_the_last_moment_of_a_meeting_without_an_end_is_its_last_nights(meeting):
    meeting.ends_at = None

    assert claims_until(meeting) == datetime(2026, 7, 3, 23, 59, tzinfo=BANGKOK)


# -- Answered --------------------------------------------------------------------------------


def test_confirmed_it_stands_on_the_roll_and_both_are_stamped(claim, secretary, clock):
    clock.move_to(NOW + AN_HOUR)

    row = confirm(claim, secretary)

    claim.refresh_from_db()
    assert (row.kind, row.mode, row.arrived_at) == ("present", "online", NINE)
    assert (claim.outcome, claim.claimed_at, claim.answered_at, claim.answered_by) == (
        "confirmed", NOW, NOW + AN_HOUR, secretary,
    )  # fmt: skip
    assert Activity.objects.filter(verb="attendance.answered", by=secretary).exists()


def test_the_hour_that_was_claimed_is_the_one_noted(meeting, holder, secretary):
    half_past = NINE + AN_HOUR / 2
    presence = Presence(mode="onsite", arrived_at=half_past)

    row = confirm(claim_attendance(meeting, presence, by=holder), secretary)

    assert row.arrived_at == half_past


def test_whoever_left_early_left_early_still(meeting, holder, secretary):
    row = note(meeting, secretary, left_at=NOW)
    claim = claim_attendance(meeting, ONLINE, by=holder)

    row = confirm(claim, secretary, seen=row.recorded_at)

    assert (row.mode, row.left_at) == ("online", NOW)


def test_not_confirmed_it_says_why_and_leaves_the_roll(claim, secretary):
    refuse(claim, secretary)

    claim.refresh_from_db()
    assert (claim.outcome, claim.reason, claim.answered_by) == (
        "refused", "ไม่มีผู้ใดเห็นในห้องออนไลน์", secretary,
    )  # fmt: skip
    assert not Attendance.objects.exists()


def test_a_refusal_without_a_reason_is_none(claim, secretary):
    with pytest.raises(RuleBroken) as refusal:
        refuse(claim, secretary, reason="")

    assert "reason" in refusal.value.message_dict


def test_an_answer_is_given_once(meeting, claim, holder, secretary):
    refuse(claim, secretary)

    for again in (
        lambda: confirm(claim, secretary),
        lambda: claim_attendance(meeting, Presence(mode="onsite"), by=holder),
    ):
        with pytest.raises(RuleBroken) as refusal:
            again()
        assert refusal.value.messages == ["เลขานุการตอบแล้วว่า “ไม่ยืนยัน”"]


def test_who_saw_another_claim_is_told(meeting, claim, holder, secretary, clock):
    clock.move_to(NOW + AN_HOUR)
    claim_attendance(meeting, Presence(mode="onsite"), by=holder)

    with pytest.raises(RuleBroken) as refusal:
        confirm(claim, secretary)

    assert refusal.value.code == "stale"


def test_who_saw_another_roll_is_told_and_nothing_is_answered(meeting, claim, secretary):
    note(meeting, secretary, kind=Kind.SUBSTITUTE, name="นางบุญ มา")

    with pytest.raises(RuleBroken) as refusal:
        confirm(claim, secretary)

    claim.refresh_from_db()
    assert refusal.value.code == "stale"
    assert claim.is_waiting


def test_whoever_stands_as_a_guest_is_not_noted_twice(meeting, board, claim, secretary):
    guest = Entry(kind=Kind.OBSERVER, person=board[0])
    record_guest(meeting, guest, at=NOW, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        confirm(claim, secretary)

    assert "ผู้นี้มีชื่อในการประชุมนี้แล้ว" in refusal.value.messages


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_the_second_is_told(claim, secretary):
    heard = at_once(lambda: confirm(claim, secretary), lambda: refuse(claim, secretary))

    assert heard == ["answered", "noted"]


@pytest.mark.django_db(transaction=True)
def test_two_browsers_claim_once(meeting, holder):
    say = [lambda: claim_attendance(meeting, ONLINE, by=holder)] * 2

    assert at_once(*say) == ["noted", "noted"]
    assert AttendanceClaim.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [{"outcome": "confirmed"}, {"outcome": "refused"}, {"reason": "เหตุ"}, {"seat": None}],
)
def test_the_database_keeps_what_an_answer_says(claim, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        AttendanceClaim.objects.update(**wrong)


# -- The minutes wait for an answer ------------------------------------------------------------


@pytest.fixture
def waiting(claim, meeting, secretary):
    """Closed with a claim that nobody has answered; its minutes are checked."""
    closed(meeting, secretary)
    return checked(Minutes.objects.get(meeting=meeting), secretary)


def test_minutes_are_not_adopted_while_somebody_waits(waiting, claim, secretary):
    with pytest.raises(RuleBroken) as refusal:
        adopt_minutes(waiting, Adoption(Route.SAME), version=waiting.version, by=secretary)
    refuse(claim, secretary)
    adopt_minutes(waiting, Adoption(Route.SAME), version=waiting.version, by=secretary)

    assert refusal.value.code == "waiting-claims"
    waiting.refresh_from_db()
    assert waiting.is_adopted


def test_silence_adopts_nothing_while_somebody_waits(meeting, claim, secretary, clock):
    closed(meeting, secretary)
    minutes = circulated(Minutes.objects.get(meeting=meeting), secretary)
    until = minutes.circulated_until
    clock.move_to(NOW + timedelta(days=30))
    on = (NOW + timedelta(days=30)).date()

    assert not adopt_silently(minutes, until=until, on=on)
    refuse(claim, secretary)
    assert adopt_silently(minutes, until=until, on=on)


def test_adopted_minutes_take_no_claim(meeting, holder, secretary):
    closed(meeting, secretary)
    minutes = checked(Minutes.objects.get(meeting=meeting), secretary)
    adopt_minutes(minutes, Adoption(Route.SAME), version=minutes.version, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        claim_attendance(meeting, ONLINE, by=holder)

    assert refusal.value.code == "adopted"


# -- Who may --------------------------------------------------------------------------------


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_opens_the_form_of_a_claim(client, cast, meeting, part):
    """A coordinator and a co-chair hold a seat of the 67 for their region; posts alone none."""
    seated = {"coordinator": 200, "co-chair": 200, "another region's coordinator": 200}

    status = answer(client, cast, part, "claim-create", meeting.pk)

    assert status == expected(part, seated, 403)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_confirms(client, cast, meeting, claim, part):
    told = {"claimed": claim.claimed_at.isoformat(), "seen": ""}

    status = answer(client, cast, part, "claim-confirmation", meeting.pk, claim.pk, data=told)

    assert status == expected(part, {"secretary": 302}, 403)
    assert Attendance.objects.exists() == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_refuses(client, cast, meeting, claim, part):
    told = {"claimed": claim.claimed_at.isoformat(), "reason": "ไม่มีผู้ใดเห็น"}

    status = answer(client, cast, part, "claim-refusal", meeting.pk, claim.pk, data=told)

    claim.refresh_from_db()
    assert status == expected(part, {"secretary": 302}, 403)
    assert claim.is_waiting == (part != "secretary")


@pytest.mark.parametrize("part", ["coordinator", "another region's coordinator"])
def test_in_a_regions_body_its_coordinator_confirms(client, cast, north, part):
    body = make_regional_body(north)
    make_body_membership(body, cast["member"].person)
    meeting = make_sitting(called(body, cast["secretary"]), by=cast["secretary"])
    claim = claim_attendance(meeting, ONLINE, by=cast["member"])
    told = {"claimed": claim.claimed_at.isoformat(), "seen": ""}

    status = answer(client, cast, part, "claim-confirmation", meeting.pk, claim.pk, data=told)

    assert status == {"coordinator": 302}.get(part, 403)


# -- The pages --------------------------------------------------------------------------------


def at(meeting, name, *args):
    return reverse(f"meetings:{name}", args=[meeting.pk, *args])


def text_of(client, url):
    return client.get(url).content.decode()


def test_a_member_claims_on_the_page_and_reads_the_answer(client, meeting, holder, secretary):
    client.force_login(holder)
    page = meeting.get_absolute_url()
    assert "ยังไม่มีชื่อท่านในผู้มาประชุม" in text_of(client, page)

    client.post(
        at(meeting, "claim-create"), {"mode": "online", "arrived": "๐๙.๑๕", "note": "กลุ่ม 2"}
    )
    assert "รอเลขานุการยืนยัน" in text_of(client, page)
    claim = AttendanceClaim.objects.get()
    assert claim.arrived_at == NINE + AN_HOUR / 4
    refuse(claim, secretary)

    assert "ไม่มีผู้ใดเห็นในห้องออนไลน์" in text_of(client, page)


@pytest.mark.parametrize(
    "sent",
    [
        {"note": ""},
        {"mode": "teleport"},
        {"mode": "online", "arrived": "25.99"},
        {"mode": "online", "arrived": "23.59"},
        {"mode": "online", "note": "ย" * 201},
        {"mode": "online", "note": "\x00"},
    ],
)
def test_what_makes_no_sense_is_said_beside_the_field(client, meeting, holder, sent):
    client.force_login(holder)

    page = client.post(at(meeting, "claim-create"), sent)

    assert page.status_code == 200
    assert page.context["form"].errors
    assert not AttendanceClaim.objects.exists()


def test_too_late_the_form_leads_back_to_the_page(client, meeting, holder, secretary, clock):
    closed(meeting, secretary)
    clock.move_to(NOW + timedelta(days=3))
    client.force_login(holder)

    page = client.get(at(meeting, "claim-create"), follow=True)

    assert page.redirect_chain == [(f"{meeting.get_absolute_url()}#presence", 302)]
    assert "พ้นเวลาแจ้งแล้ว" in page.content.decode()
    assert "แจ้งว่ามาประชุม" not in page.content.decode()


def test_an_answered_claim_is_not_asked_again(client, meeting, claim, holder, secretary):
    confirm(claim, secretary)
    client.force_login(holder)

    page = client.get(at(meeting, "claim-create"), follow=True)

    assert "เลขานุการตอบเรื่องนี้แล้ว" in page.content.decode()
    assert "ยืนยันแล้วว่าท่านมาประชุม ทางออนไลน์" in page.content.decode()


def test_the_secretary_is_told_and_confirms_with_one_tap(client, meeting, claim, secretary):
    client.force_login(secretary)
    assert f"{at(meeting, 'meeting-attendance')}#claims" in text_of(
        client, meeting.get_absolute_url()
    )
    told = {"claimed": claim.claimed_at.isoformat(), "seen": ""}

    page = client.post(at(meeting, "claim-confirmation", claim.pk), told, follow=True)

    assert page.context["page"].roll.of("present")[0].number == 1
    assert "ตอบแล้ว 1 คน" in page.content.decode()
    assert "รอยืนยัน" not in page.content.decode()


@pytest.mark.parametrize("told", [{}, {"claimed": "เมื่อวาน"}, {"claimed": "2026-07-01T10:00:00"}])
def test_a_tap_that_saw_nothing_confirms_nothing(client, meeting, claim, secretary, told):
    client.force_login(secretary)

    client.post(at(meeting, "claim-confirmation", claim.pk), told)

    assert not Attendance.objects.exists()


def test_a_refusal_read_too_late_shows_what_is_claimed_now(
    client, meeting, claim, holder, secretary, clock
):
    seen = claim.claimed_at.isoformat()
    clock.move_to(NOW + AN_HOUR)
    claim_attendance(meeting, Presence(mode="onsite", note="นั่งแถวหลัง"), by=holder)
    client.force_login(secretary)

    page = client.post(at(meeting, "claim-refusal", claim.pk), {"claimed": seen, "reason": "ไม่เห็น"})

    assert page.status_code == 409
    assert "นั่งแถวหลัง" in page.content.decode()
    assert page.context["form"]["reason"].value() == "ไม่เห็น"
    assert page.context["form"]["claimed"].value() == page.context["claim"].claimed_at.isoformat()


def test_a_claim_of_another_meeting_is_not_found_under_this_one(
    client, committee, meeting, claim, secretary
):
    other = make_sitting(called(committee, secretary), by=secretary)
    client.force_login(secretary)

    for name in ("claim-confirmation", "claim-refusal"):
        assert client.post(at(other, name, claim.pk)).status_code == 404


def test_a_get_confirms_nothing(client, meeting, claim, secretary):
    client.force_login(secretary)

    assert client.get(at(meeting, "claim-confirmation", claim.pk)).status_code == 405
    client.get(at(meeting, "claim-refusal", claim.pk))

    claim.refresh_from_db()
    assert claim.is_waiting


def test_nobody_else_reads_a_claim_on_the_page(client, cast, meeting, claim):
    client.force_login(cast["co-chair"])

    assert "รอเลขานุการยืนยัน" not in text_of(client, meeting.get_absolute_url())


def test_on_the_roll_the_page_says_how_one_came(meeting, holder, secretary):
    note(meeting, secretary, mode="online")

    own = OwnPresence(MeetingPage(meeting, on=TODAY, reader=holder), holder, at=NOW)

    assert own.is_noted
    assert own.row.get_mode_display() == "ทางออนไลน์"


# -- How whoever is ticked came -----------------------------------------------------------------


def test_to_an_online_meeting_nobody_is_ticked_as_in_the_room(meeting, secretary):
    Meeting.objects.update(mode="online", online_url="https://meet.example/67")

    assert note(Meeting.objects.get(), secretary).mode == "online"
