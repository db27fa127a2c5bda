"""An unanswered request of a region comes onto the agenda by itself (B5)."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from meetings import actions
from meetings.models import CarriedRequest, Meeting
from meetings.paperwork import Paperwork
from meetings.queries import MeetingPage
from meetings.queries.official import minutes_body, minutes_text
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.cycle import answer_due
from regions.models import SupportRequest
from tests.factories.meetings import DAY, called, make_held, planned
from tests.factories.regions import BANGKOK, make_indicator, make_report
from tests.factories.requests import answered, asked_and_sent, reply

NEXT = date(2026, 8, 7)
SENT = date(2026, 7, 1)


@pytest.fixture
def asked(north, cast):
    """Sent on 1 July, when the next meeting known was that of 10 July."""
    make_indicator(is_required=False)
    [request] = asked_and_sent(make_report(north), cast["coordinator"], "วิทยากร 3 คน")
    return request


def moment(day):
    return datetime(day.year, day.month, day.day, 9, tzinfo=BANGKOK)


def page_of(meeting, on):
    body = Meeting.objects.select_related("committee", "province").get(pk=meeting.pk)
    return MeetingPage(body, on=on)


def listed(meeting, on):
    return [(row.name, row.region.name, row.days) for row in page_of(meeting, on).requests.standing]


def test_older_than_one_cycle_it_stands_on_the_next_agenda_by_itself(
    committee, board, secretary, north, cast, clock
):
    """Asked in one cycle, unanswered at the meeting, on the agenda of the one after."""
    meeting = called(committee, secretary)
    make_indicator(is_required=False)
    [request] = asked_and_sent(make_report(north), cast["coordinator"], "วิทยากร 3 คน")
    assert request.due_on == DAY
    following = planned(committee, secretary, starts_on=NEXT, previous=meeting)
    assert [listed(meeting, DAY), listed(following, DAY)] == [[], []]

    clock.move_to(moment(DAY + timedelta(days=1)))

    assert listed(following, date(2026, 7, 11)) == [("1/2569", north.name, 10)]
    text = minutes_text(minutes_body(page_of(following, None).meeting, on=date(2026, 7, 11)))
    assert "คำขอของภาคที่ส่วนกลางยังไม่ตอบ" in text
    assert "1/2569 วิทยากร 3 คน" in text
    assert f"{north.name}" in text
    assert "10 วัน" in text
    answered(request, secretary, reply(done_by=NEXT))
    assert listed(following, date(2026, 7, 11)) == []


def test_the_due_day_is_that_of_the_next_meeting_of_the_67(committee, board, secretary, north):
    report = make_report(north)
    called(committee, secretary)

    assert [answer_due(report, on=SENT), answer_due(report, on=DAY)] == [DAY, date(2026, 8, 5)]


def test_the_page_and_the_printed_agenda_list_it_with_a_link(
    committee, board, secretary, asked, clock, client
):
    meeting = planned(committee, secretary, starts_on=NEXT)
    clock.move_to(moment(date(2026, 8, 6)))
    client.force_login(secretary)

    page = client.get(meeting.get_absolute_url()).content.decode()
    assert asked.get_absolute_url() in page
    assert "รอมาแล้ว 36 วัน" in page
    body = Paperwork(page_of(meeting, None).meeting, secretary).told.body
    [table] = [
        told for section in body["sections"] for told in section["paragraphs"] if told["rows"]
    ]
    assert table["rows"] == [
        ["1", "ที่ 1/2569 วิทยากร 3 คน", asked.region.name, "36 วัน", "รอส่วนกลางตอบ"]
    ]


def test_a_body_that_is_not_the_67_and_a_record_hear_nothing(
    committee, board, secretary, asked, clock
):
    held = make_held(committee)
    clock.move_to(moment(date(2026, 8, 6)))

    assert listed(held, date(2026, 8, 6)) == []
    actions.carry_requests(held)
    assert not CarriedRequest.objects.exists()


def test_taking_one_off_needs_a_reason_and_can_be_taken_back(
    committee, board, secretary, asked, clock, client
):
    meeting = planned(committee, secretary, starts_on=NEXT)
    clock.move_to(moment(date(2026, 8, 6)))
    client.force_login(secretary)
    off = reverse("meetings:carried-request-removal", args=[meeting.pk, asked.pk])
    back = reverse("meetings:carried-request-return", args=[meeting.pk, asked.pk])

    assert client.get(off).status_code == 200
    assert "reason" in client.post(off, {"reason": " "}).context["form"].errors
    client.post(off, {"reason": "คุยกันแล้วทางโทรศัพท์"})
    requests = page_of(meeting, date(2026, 8, 6)).requests
    assert [row.removed_because for row in requests.taken_off] == ["คุยกันแล้วทางโทรศัพท์"]
    assert (requests.standing, "คุยกันแล้ว" in minutes_text(minutes_body(meeting))) == ([], False)
    with pytest.raises(RuleBroken) as twice:
        actions.leave_request_out(meeting, asked, reason="อีก", by=secretary)
    client.post(back)
    with pytest.raises(RuleBroken) as back_twice:
        actions.put_request_back(meeting, asked, by=secretary)

    assert (twice.value.code, back_twice.value.code) == ("already-removed", "not-removed")
    assert listed(meeting, date(2026, 8, 6)) == [("1/2569", asked.region.name, 36)]
    verbs = Activity.objects.filter(verb__startswith="carried_request").order_by("pk")
    assert [one.verb for one in verbs] == ["carried_request.removed", "carried_request.returned"]


def test_who_may_not_take_it_off(committee, board, secretary, asked, clock, client, cast):
    meeting = called(committee, secretary, starts_on=NEXT)
    clock.move_to(moment(date(2026, 8, 6)))
    addresses = [
        reverse(f"meetings:carried-request-{name}", args=[meeting.pk, asked.pk])
        for name in ("removal", "return")
    ]
    for who in ("coordinator", "another region's coordinator", "member", "auditor"):
        client.force_login(cast[who])
        statuses = [client.post(address, {"reason": "x"}).status_code for address in addresses]
        assert (who, statuses) == (who, [403, 403])


def test_once_begun_the_list_stands_as_it_was(committee, board, secretary, asked, clock):
    meeting = called(committee, secretary, starts_on=NEXT)
    clock.move_to(moment(NEXT))
    actions.open_meeting(meeting, at=moment(NEXT), version=meeting.version, by=secretary)
    answered(asked, secretary, reply(done_by=NEXT))
    meeting.refresh_from_db()
    page = page_of(meeting, NEXT)

    assert [(row.name, row.days, row.is_waiting) for row in page.requests.standing] == [
        ("1/2569", 37, False)
    ]
    with pytest.raises(RuleBroken) as begun:
        actions.leave_request_out(meeting, asked, reason="x", by=secretary)
    assert begun.value.code == "begun"


def test_answered_before_it_begins_it_leaves_the_rows(committee, board, secretary, asked, clock):
    meeting = called(committee, secretary, starts_on=NEXT)
    clock.move_to(moment(date(2026, 8, 6)))
    actions.carry_requests(meeting)
    assert meeting.carried_requests.count() == 1
    answered(asked, secretary, reply(done_by=NEXT))

    with pytest.raises(RuleBroken) as refusal:
        actions.leave_request_out(meeting, asked, reason="x", by=secretary)
    actions.carry_requests(meeting)

    assert refusal.value.code == "answered"
    assert meeting.carried_requests.count() == 0


def test_what_nobody_asks_is_not_found(committee, board, secretary, asked, client):
    meeting = planned(committee, secretary, starts_on=NEXT)
    client.force_login(secretary)
    address = reverse("meetings:carried-request-removal", args=[meeting.pk, asked.pk])

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 4])
def test_a_page_costs_the_same_for_one_request_or_many(
    committee, board, secretary, north, cast, clock, client, count, django_assert_num_queries
):
    make_indicator(is_required=False)
    asked_and_sent(make_report(north), cast["coordinator"], *"กขคง"[:count])
    meeting = planned(committee, secretary, starts_on=NEXT)
    clock.move_to(moment(date(2026, 8, 6)))
    client.force_login(secretary)
    address = meeting.get_absolute_url()
    client.get(address)

    with django_assert_num_queries(6):  # session, user, head, rights, meeting, record
        page = client.get(address).content.decode()
    assert page.count('id="request-') == count
    assert SupportRequest.objects.count() == count
