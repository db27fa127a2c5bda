"""A meeting in the reader's own calendar: one event for life, and an address only its owner has."""

from datetime import date, datetime, time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from committees.models import Committee
from meetings.actions import (
    Schedule,
    call_meeting,
    cancel_meeting,
    issue_calendar_feed,
    move_meeting,
    revise_meeting,
    revoke_calendar_feed,
)
from meetings.calendar_file import calendar_of, span_of, where
from meetings.feeds import feed_address, feed_token
from meetings.models import CalendarFeed, Invitation, Meeting
from meetings.queries.calendars import meetings_in_feed
from portal.kernel.errors import RuleBroken
from portal.kernel.logs import SecretFilter
from portal.kernel.models import Activity, Outbox, Person, User
from portal.kernel.outbox import drain
from tests.factories.committees import make_body_membership, make_regional_body
from tests.factories.meetings import (
    BANGKOK,
    DAY,
    NOW,
    TODAY,
    called,
    make_held,
    make_plan,
    planned,
)

GOLDEN = Path(__file__).parent / "golden"
AUGUST = {"starts_on": date(2026, 8, 7), "ends_on": date(2026, 8, 7), "starts_at": time(9)}


def file_of(client, meeting):
    return client.get(f"/meetings/{meeting.pk}/calendar.ics")


def events(content):
    return Calendar.from_ical(content).walk("VEVENT")


def event_of(client, meeting):
    [event] = events(file_of(client, meeting).content)
    return event


def address(feed):
    return urlsplit(feed_address(feed)).path


@pytest.fixture
def reader(client, cast):
    client.force_login(cast["member"])
    return client


@pytest.fixture
def meeting(committee, board, secretary):
    return called(committee, secretary, venue="ห้องประชุมใหญ่; อาคาร 1, ชั้น 2")


@pytest.fixture
def feed(cast):
    return issue_calendar_feed(cast["member"].person, by=cast["member"])


# -- One meeting -----------------------------------------------------------------


def test_a_meeting_is_the_golden_file_octet_for_octet(settings):
    settings.PORTAL_ADDRESS = "https://portal.example"
    meeting = Meeting(
        pk=7,
        committee=Committee(name="คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน", short_name="คณะ 67"),
        state="called",
        number=2,
        be_year=2569,
        title="ทิศทางขบวนองค์กรชุมชน, สภาองค์กรชุมชน; และแผนของแต่ละภาค",
        starts_on=DAY,
        ends_on=date(2026, 7, 11),
        starts_at=time(9),
        ends_at=time(16, 30),
        venue="ศรีปทุม ลองสเตย์",
        version=3,
    )
    meeting.changed_at = NOW

    assert calendar_of(meeting) == (GOLDEN / "meeting.ics").read_bytes()


def test_two_portals_in_one_calendar_never_take_each_others_meetings(settings, reader, meeting):
    def uid_at(address):
        settings.PORTAL_ADDRESS = address
        return event_of(reader, meeting)["UID"]

    ours = uid_at("https://portal.example")

    assert uid_at("http://portal.example:8000") == ours
    assert uid_at("https://trial.example") != ours


def test_a_meeting_is_a_file_to_keep(reader, meeting):
    answer = file_of(reader, meeting)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="meeting-{meeting.pk}.ics"'
    )


def test_every_line_is_folded_by_octets_and_no_letter_is_cut(reader, meeting):
    content = file_of(reader, meeting).content

    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert [line.decode() for line in lines]  # each line alone is whole letters
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_it_reads_back_as_it_was_written(reader, meeting):
    event = event_of(reader, meeting)

    assert (event.start, event.end) == (
        datetime(2026, 7, 10, 9, 0, tzinfo=event.start.tzinfo),
        datetime(2026, 7, 10, 16, 30, tzinfo=event.end.tzinfo),
    )
    assert event["DTSTART"].params["TZID"] == "Asia/Bangkok"
    assert event["LOCATION"] == "ห้องประชุมใหญ่; อาคาร 1, ชั้น 2"
    assert event["URL"].endswith(meeting.get_absolute_url())
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", meeting.version)


def test_nobody_is_named_and_the_room_of_a_meeting_online_is_not_told(reader, meeting, board):
    Meeting.objects.filter(pk=meeting.pk).update(mode="both", online_url="https://meet.example/67")

    text = file_of(reader, meeting).content.decode().replace("\r\n ", "")

    assert "meet.example" not in text
    assert "และทางออนไลน์" in text
    assert not [person for person in board if person.first_name in text]
    assert "@" not in text


def test_every_change_keeps_the_uid_and_raises_the_sequence(reader, committee, board, secretary):
    reader.force_login(secretary)
    meeting = planned(committee, secretary)
    seen = [event_of(reader, meeting)]
    revise_meeting(meeting, make_plan(venue="ที่ใหม่"), version=meeting.version, by=secretary)
    seen.append(event_of(reader, meeting))
    call_meeting(meeting, version=meeting.version, by=secretary)
    seen.append(event_of(reader, meeting))
    august = Schedule(**AUGUST, venue="ที่ใหม่")
    move_meeting(meeting, august, reason="ห้องไม่ว่าง", version=meeting.version, by=secretary)
    seen.append(event_of(reader, meeting))
    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)
    seen.append(event_of(reader, meeting))

    assert len({event["UID"] for event in seen}) == 1
    assert [event["SEQUENCE"] for event in seen] == [0, 1, 2, 3, 4]
    assert [event["STATUS"] for event in seen] == [
        "TENTATIVE",
        "TENTATIVE",
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    ]


def test_a_cancelled_meeting_is_taken_out_of_the_calendar(reader, meeting, secretary):
    assert b"METHOD:PUBLISH" in file_of(reader, meeting).content

    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)

    assert b"METHOD:CANCEL" in file_of(reader, meeting).content


@pytest.mark.parametrize(
    ("hours", "last", "span"),
    [
        ((time(9), time(16, 30)), 10, ("10 09.00", "10 16.30")),
        ((time(9), None), 10, ("10 09.00", None)),
        ((time(9), time(12)), 11, ("10 09.00", "11 12.00")),
        ((time(9), None), 11, ("10 09.00", "12 00.00")),
        ((None, None), 11, (date(2026, 7, 10), date(2026, 7, 12))),
    ],
)
def test_from_the_first_hour_to_the_last_or_whole_days(hours, last, span):
    meeting = Meeting(
        starts_on=DAY, ends_on=DAY.replace(day=last), starts_at=hours[0], ends_at=hours[1]
    )

    told = [
        f"{moment:%d %H.%M}" if isinstance(moment, datetime) else moment
        for moment in span_of(meeting)
    ]
    assert tuple(told) == span


@pytest.mark.parametrize(
    ("mode", "venue", "words"),
    [
        ("onsite", "", ""),
        ("onsite", "ศูนย์เรียนรู้", "ศูนย์เรียนรู้"),
        ("online", "", "ทางออนไลน์"),
        ("both", "ศูนย์เรียนรู้", "ศูนย์เรียนรู้ และทางออนไลน์"),
    ],
)
def test_where_it_is(mode, venue, words):
    assert where(Meeting(mode=mode, venue=venue)) == words


def test_a_past_record_stands_on_its_day_and_one_without_a_day_in_no_calendar(reader, committee):
    record = make_held(committee, day=date(2007, 6, 12), source="เอกสาร", starts_at=time(9))
    undated = make_held(committee, number=2, source="เอกสาร", starts_on=None, ends_on=None)

    assert event_of(reader, record)["DTSTAMP"].dt == datetime(2007, 6, 12, 9, tzinfo=BANGKOK)
    assert file_of(reader, undated).status_code == 404


@pytest.mark.parametrize(
    ("part", "status"),
    [("secretary", 200), ("auditor", 200), ("coordinator", 404), ("member", 404)],
)
def test_who_may_put_a_plan_into_a_calendar(client, cast, committee, part, status):
    plan = planned(committee, cast["secretary"])
    client.force_login(cast[part])

    assert file_of(client, plan).status_code == status


# -- In the letters ----------------------------------------------------------------


def enclosed(key):
    [row] = Outbox.objects.filter(dedupe__contains=f":{key}:").order_by("pk")[:1]
    return row.payload["enclosed"]


def test_the_letters_bring_the_meeting_for_the_calendar(meeting, secretary):
    [[name, text, kind]] = enclosed("invitation")
    move_meeting(
        meeting, Schedule(**AUGUST), reason="ห้องไม่ว่าง", version=meeting.version, by=secretary
    )
    [[_name, moved, _kind]] = enclosed("move")
    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)
    [[_name, gone, gone_kind]] = enclosed("cancellation")

    assert (name, kind) == (f"meeting-{meeting.pk}.ics", "text/calendar; method=PUBLISH")
    assert gone_kind == "text/calendar; method=CANCEL"
    first, second, third = (events(content)[0] for content in (text, moved, gone))
    assert first["UID"] == second["UID"] == third["UID"]
    assert [event["SEQUENCE"] for event in (first, second, third)] == [1, 2, 3]
    assert second.start.date() == date(2026, 8, 7)
    assert third["STATUS"] == "CANCELLED"


@pytest.mark.django_db(transaction=True)
def test_the_file_leaves_with_the_letter(meeting):
    drain()

    message = mail.outbox[0].message()
    [part] = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    assert part.get_param("method") == "PUBLISH"
    assert part.get_filename() == f"meeting-{meeting.pk}.ics"
    [event] = events(part.get_payload(decode=True))
    assert event["SUMMARY"] == f"การประชุมครั้งที่ 1/2569 {meeting.committee.short_name}"


# -- The private address -------------------------------------------------------------


def test_the_address_gives_what_its_person_may_read_and_signs_nobody_in(
    client, committee, board, secretary, meeting, feed
):
    planned(committee, secretary, starts_on=date(2026, 8, 7))
    make_held(committee, number=9, day=date(2025, 6, 29))
    last_year = make_held(committee, number=8, day=date(2025, 6, 30))

    answer = client.get(address(feed))

    assert dict(client.session) == {}
    assert [event["UID"] for event in events(answer.content)] == [
        event_of_row(client, secretary, row)["UID"] for row in (last_year, meeting)
    ]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "no-store" in answer.headers["Cache-Control"]
    text = answer.content.decode()
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in text
    assert "X-WR-CALNAME:" in text


def test_an_address_gives_the_meetings_its_person_is_concerned_with(client, cast, north, south):
    """The 67's, the own region's, of one's own bodies and what one was called to: nobody's
    telephone is for the forums of eight regions."""
    own, far = make_regional_body(north), make_regional_body(south)
    held = make_held(far)  # before the member was on it
    invited = called(far, cast["secretary"], starts_on=date(2026, 7, 20))
    make_held(own)
    make_body_membership(own, cast["member"].person)
    was_on_it = make_body_membership(far, cast["member"].person, starts_on=TODAY, ends_on=TODAY)
    Invitation.objects.create(
        meeting=invited, person=was_on_it.person, member=was_on_it,
        channel=Invitation.Channel.LETTER,
    )  # fmt: skip

    found = {part: fed(client, cast[part]) for part in ("member", "coordinator", "auditor")}

    assert found["member"] == {own.short_name, far.short_name}
    assert found["coordinator"] == {own.short_name}
    assert found["auditor"] == {own.short_name, far.short_name}
    assert held not in meetings_in_feed(cast["member"], on=TODAY)


def fed(client, user):
    content = client.get(address(issue_calendar_feed(user.person, by=user))).content
    return {event["SUMMARY"].rpartition(" ")[2] for event in events(content)}


def event_of_row(client, user, row):
    client.force_login(user)
    return event_of(client, row)


def test_the_secretariats_own_shows_plans_as_not_certain(client, committee, secretary):
    planned(committee, secretary)
    feed = issue_calendar_feed(secretary.person, by=secretary)

    assert [event["STATUS"] for event in events(client.get(address(feed)).content)] == ["TENTATIVE"]


def test_one_that_was_cancelled_says_so(client, meeting, secretary, feed):
    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)

    content = client.get(address(feed)).content

    assert [event["STATUS"] for event in events(content)] == ["CANCELLED"]
    assert b"METHOD:PUBLISH" in content


@pytest.mark.parametrize("count", [1, 5])
def test_an_address_costs_the_same_for_one_meeting_and_for_five(
    client, committee, feed, count, django_assert_num_queries
):
    for number in range(1, count + 1):
        make_held(committee, number=number)
    client.get(address(feed))

    with django_assert_num_queries(4):  # the row, who serves, rights, meetings
        client.get(address(feed))


def test_a_new_address_ends_the_one_before(client, cast, feed):
    again = issue_calendar_feed(cast["member"].person, by=cast["member"])

    assert feed_token(again) != feed_token(feed)
    assert client.get(address(feed)).status_code == 410
    assert client.get(address(again)).status_code == 200
    verbs = Activity.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["calendar_feed.issued", "calendar_feed.issued"]


def test_a_revoked_address_opens_nothing_and_is_revoked_once(client, cast, feed):
    revoke_calendar_feed(feed, by=cast["member"])

    assert client.get(address(feed)).status_code == 410
    with pytest.raises(RuleBroken) as refusal:
        revoke_calendar_feed(feed, by=cast["member"])
    assert refusal.value.code == "already-revoked"


@pytest.mark.parametrize("end", ["service", "account", "no account"])
def test_nothing_is_given_once_the_service_has_ended(client, cast, feed, clock, end):
    user = cast["member"]
    if end == "service":
        user.person.body_memberships.update(ends_on=date(2026, 6, 30))
    elif end == "account":
        User.objects.filter(pk=user.pk).update(is_active=False)
    else:
        Person.objects.filter(pk=feed.person_id).update(user=None)

    answer = client.get(address(feed))

    assert (answer.status_code, answer.content) == (410, b"")


@pytest.mark.parametrize("token", ["1.forged", "x", "999999", "๙.ก", "1." + "a" * 500])
def test_an_address_nobody_gave_out_is_not_found(client, feed, token):
    assert client.get(f"/meetings/calendar/{token}.ics").status_code == 404


def test_a_signed_address_of_no_row_is_not_found(client, db):
    assert client.get(address(CalendarFeed(pk=10**17))).status_code == 404


def test_the_key_of_an_address_never_reaches_the_log(client, cast, feed, caplog):
    revoke_calendar_feed(feed, by=cast["member"])
    caplog.handler.addFilter(SecretFilter())

    client.get(address(feed))
    client.get("/meetings/calendar/1.forged.ics")

    assert [record.getMessage() for record in caplog.records] == [
        "Gone: meetings:calendar-feed",
        "Not Found: meetings:calendar-feed",
    ]


# -- The page ----------------------------------------------------------------------


def test_one_gets_an_address_a_new_one_and_none_again(reader, cast):
    assert "ขอที่อยู่ปฏิทิน" in reader.get("/meetings/calendar/").content.decode()

    reader.post("/meetings/calendar/address/")
    first = reader.get("/meetings/calendar/").context["address"]
    reader.post("/meetings/calendar/address/")
    page = reader.get("/meetings/calendar/")
    reader.post("/meetings/calendar/revocation/")
    reader.post("/meetings/calendar/revocation/")

    assert page.context["address"] != first
    assert page.context["in_app"].startswith("webcal://")
    assert page.context["address"] in page.content.decode()
    assert reader.get("/meetings/calendar/").context["address"] is None
    assert CalendarFeed.objects.filter(revoked_at=None).count() == 0


def test_nobody_sees_the_address_of_somebody_else(client, cast, feed):
    client.force_login(cast["coordinator"])

    page = client.get("/meetings/calendar/")
    client.post("/meetings/calendar/revocation/")

    feed.refresh_from_db()
    assert (page.context["address"], feed.revoked_at) == (None, None)


def test_the_page_costs_four_statements(reader, feed):
    reader.get("/meetings/calendar/")

    with CaptureQueriesContext(connection) as asked:
        reader.get("/meetings/calendar/")

    assert len(asked) <= 5  # session, account, head, address, person
