"""Whether who holds a seat of the 67 came to the meetings of the region, every time (S71)."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committees.models import Committee, Membership, Seat
from meetings.beside import elsewhere
from meetings.models import Attendance, Meeting
from meetings.queries.elsewhere import attendance_in
from meetings.queries.rates import Attended
from tests.factories.committees import (
    make_body_membership,
    make_membership,
    make_regional_body,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.meetings import TODAY, make_held, planned
from tests.factories.regions import BANGKOK

NINE = datetime(2026, 6, 5, 9, tzinfo=BANGKOK)


@pytest.fixture
def body(north):
    return make_regional_body(north)


@pytest.fixture
def seat(committee, north):
    return make_seat(committee, 1, region=north)


@pytest.fixture
def person(seat):
    return make_membership(seat, make_person("บัวผัน")).person


def held(body, month, **fields):
    return make_held(body, number=month, day=date(2026, month, 5), **fields)


def noted(meeting, kind, person, *, by, seat=None, member=None, instead=None):
    here = kind in ("present", "substitute")
    return Attendance.objects.create(
        meeting=meeting, kind=kind, holder=person, seat=seat, member=member,
        person={"present": person, "substitute": instead}.get(kind),
        arrived_at=NINE if here else None, recorded_at=NINE, recorded_by=by,
    )  # fmt: skip


@pytest.fixture
def half_a_year(body, seat, person, secretary):
    """January to May: came, sent somebody, excused, absent twice; nobody was noted in June."""
    kinds = ["present", "substitute", "excused", "absent", "absent"]
    meetings = [held(body, month) for month in range(1, 7)]
    substitute = make_person("ผู้มาแทน")
    for meeting, kind in zip(meetings, kinds, strict=False):
        noted(meeting, kind, person, seat=seat, by=secretary, instead=substitute)
    return meetings


def rate_of(person, user, on=TODAY):
    told = elsewhere(person=person, user=user, on=on)
    return told and told["rate"]


# -- One person ------------------------------------------------------------------------


def test_each_meeting_of_the_region_is_told_and_counted(half_a_year, person, secretary):
    told = elsewhere(person=person, user=secretary, on=TODAY)

    assert told["meetings"] == half_a_year[::-1]
    assert told["rate"] == Attended(came=1, sent=1, excused=1, absent=2, excluded=1)
    assert told["jumps"] == [{"url": "#elsewhere", "label": "เวทีภาคและจังหวัด"}]


def test_whoever_came_in_anothers_place_has_it_to_their_credit(half_a_year, secretary):
    substitute = Attendance.objects.get(kind="substitute").person

    assert rate_of(substitute, secretary) == Attended(acted=1, excluded=1)


def test_a_member_of_the_regions_body_who_holds_a_seat_is_counted_as_member(
    body, person, secretary
):
    member = make_body_membership(body, person)
    noted(held(body, 5), "present", person, member=member, by=secretary)

    assert rate_of(person, secretary) == Attended(came=1)


def test_what_was_noted_outside_the_term_does_not_count(body, seat, person, secretary):
    seat.memberships.update(starts_on=date(2026, 5, 1))
    for month in (4, 5):
        noted(held(body, month), "absent", person, seat=seat, by=secretary)

    told = elsewhere(person=person, user=secretary, on=TODAY)

    assert [meeting.number for meeting in told["meetings"]] == [5]
    assert told["rate"] == Attended(absent=1)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    days=st.lists(st.integers(0, 170), min_size=4, max_size=4, unique=True).map(sorted),
    kinds=st.lists(st.sampled_from([None, "present", "substitute", "excused", "absent"]),
                   min_size=12, max_size=12),
)  # fmt: skip
def test_whatever_seats_somebody_held_and_when_no_rate_leaves_0_to_100(
    half_a_year, committee, north, seat, person, secretary, days, kinds
):
    """Two terms in two seats of the region, and anything noted of either, in or out of its term."""
    Attendance.objects.all().delete()
    second = Seat.objects.filter(number=2).first() or make_seat(committee, 2, region=north)
    substitute = make_person("ผู้มาแทน")
    first_day = date(2026, 1, 1)
    starts, ends, again, last = (first_day + timedelta(days=day) for day in days)
    Membership.objects.all().delete()
    terms = {seat: (starts, ends), second: (again, last)}
    for held_seat, (since, until) in terms.items():
        make_membership(held_seat, person, starts_on=since, ends_on=until)
    due = set()
    for number, kind in enumerate(kinds):
        meeting, noted_seat = half_a_year[number % 6], (seat, second)[number // 6]
        if number >= 6 and kind == kinds[number - 6]:
            continue  # nobody comes twice to one meeting
        if kind:
            noted(meeting, kind, person, seat=noted_seat, by=secretary, instead=substitute)
            since, until = terms[noted_seat]
            due |= {meeting.pk} if since <= meeting.starts_on <= until else set()

    rate = rate_of(person, secretary) or Attended()

    assert rate.due == len(due)
    assert rate.percent is None if not due else 0 <= rate.percent <= 100


def test_only_what_was_held_by_the_day_in_the_own_region_is_told(body, south, person, secretary):
    own = held(body, 5)
    held(make_regional_body(south), 4)
    held(body, 6, state=Meeting.State.CANCELLED)
    planned(body, secretary)

    found = {
        on: elsewhere(person=person, user=secretary, on=on) for on in (date(2026, 5, 4), TODAY)
    }

    assert found[date(2026, 5, 4)] is None
    assert found[TODAY]["meetings"] == [own]


def test_a_meeting_announced_for_days_gone_by_was_held(body, person, secretary):
    gone = held(body, 6, state=Meeting.State.CALLED, called_at=NINE, called_by=secretary)

    assert elsewhere(person=person, user=secretary, on=TODAY)["meetings"] == [gone]


def test_a_seat_of_an_issue_is_asked_to_no_region(body, committee, secretary):
    from committees.models import Issue  # noqa: PLC0415 -- one test alone

    issue = Issue.objects.create(code="land", name="ที่ดิน", name_en="Land", position=1)
    person = make_membership(make_seat(committee, 9, issue=issue)).person
    held(body, 5)

    assert elsewhere(person=person, user=secretary, on=TODAY) is None


def test_a_stranger_is_told_nothing(half_a_year, person):
    assert elsewhere(person=person, user=AnonymousUser(), on=TODAY) is None


def test_the_page_of_a_person_shows_it_to_the_house_alone(client, cast, half_a_year, person):
    address = reverse("committees:person-detail", args=[person.pk])
    to_strangers = client.get(address).text
    client.force_login(cast["member"])
    page = client.get(address).text

    assert 'id="elsewhere"' not in to_strangers
    assert "มาประชุม 1 จาก 5 ครั้ง" in page
    assert "20&nbsp;%</a>" in page
    assert [meeting.get_absolute_url() in page for meeting in half_a_year] == [True] * 6


def test_the_67s_own_meetings_are_told_apart(client, cast, committee, half_a_year, person):
    client.force_login(cast["secretary"])

    page = client.get(reverse("committees:person-detail", args=[person.pk]))

    found = {one["template"]: one.get("meetings") for one in page.context["beside"]}
    assert found["meetings/_person_elsewhere.html"] == half_a_year[::-1]
    assert "shell/_person_work.html" not in found


# -- One region ------------------------------------------------------------------------


def test_a_region_lists_its_holders_with_what_they_missed(half_a_year, person, north, secretary):
    found = attendance_in(north, secretary, on=TODAY)

    assert found.meetings == half_a_year[::-1]
    [row] = [row for row in found.rows if row.membership.person == person]
    assert (row.rate, row.missed) == (
        Attended(came=1, sent=1, excused=1, absent=2, excluded=1),
        [half_a_year[4], half_a_year[3]],
    )


def test_meetings_of_the_generation_before_are_not_counted(body, person, north, secretary):
    old = make_held(body, day=date(2025, 6, 30))

    assert old not in attendance_in(north, secretary, on=TODAY).meetings


def test_a_region_without_holders_lists_nobody(south, secretary):
    found = attendance_in(south, secretary, on=TODAY)

    assert (found.rows, found.meetings) == ([], [])


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("secretary", 200), ("auditor", 200), ("member", 200), ("officer", 200),
        ("another region's coordinator", 200), ("former secretary", 200), ("stranger", 302),
    ],
)  # fmt: skip
def test_the_list_of_a_region_is_open_to_the_house(client, cast, half_a_year, north, part, status):
    if part != "stranger":
        client.force_login(cast[part])

    page = client.get(reverse("meetings:region-attendance", args=[north.code]))

    assert page.status_code == status


@pytest.mark.parametrize("code", ["nowhere", "x" * 90])
def test_there_is_no_list_of_an_unknown_region(client, cast, code):
    client.force_login(cast["secretary"])

    assert client.get(reverse("meetings:region-attendance", args=[code])).status_code == 404


def test_what_the_page_of_a_region_says(client, cast, half_a_year, north, person):
    client.force_login(cast["member"])

    page = client.get(reverse("meetings:region-attendance", args=[north.code])).text

    assert person.full_name in page
    missed = [f'href="{meeting.get_absolute_url()}"' for meeting in half_a_year[3:5]]
    assert [page.count(link) for link in missed] == [2, 2]  # missed, and in the list of all


@pytest.mark.parametrize("count", [1, 4])
def test_a_region_costs_the_same_for_one_and_many(
    body, committee, north, secretary, count, django_assert_num_queries
):
    for number in range(1, count + 1):
        seat = make_seat(committee, number, region=north)
        holder = make_membership(seat).person
        noted(held(body, number), "absent", holder, seat=seat, by=secretary)
    Committee.objects.all().count()

    with django_assert_num_queries(4):  # rights, holders, meetings, what was noted
        found = attendance_in(north, secretary, on=TODAY)

    assert [row.rate.absent for row in found.rows] == [1] * count
