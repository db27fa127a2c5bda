"""Two meetings on one day, told beside the rotation to boards."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from committees.models import Committee
from meetings.models import Meeting
from portal.shell.clashes import clashes
from tests.factories.committees import (
    make_body,
    make_body_membership,
    make_issue,
    make_membership,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.meetings import make_held
from tests.factories.regions import make_region

TODAY = date(2026, 7, 1)
MEETING_DAY = date(2026, 7, 26)
Kind = Committee.Kind


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def board(db):
    return make_body("codi-board", kind=Kind.BOARD)


@pytest.fixture
def person(committee):
    return make_membership(make_seat(committee, 1, region=make_region(1)), make_person()).person


def meets(body, first=MEETING_DAY, last=None, *, state=Meeting.State.CLOSED, number=1):
    return make_held(body, day=first, ends_on=last or first, state=state, number=number)


def told(user, on=TODAY):
    found = clashes(user=user, on=on)
    return found and [
        (clash.first, clash.second, clash.starts_on, clash.ends_on, clash.people)
        for clash in found["clashes"]
    ]


def test_who_is_asked_to_two_meetings_on_one_day_is_named(committee, board, person, secretary):
    make_membership(make_seat(committee, 2, region=None, issue=make_issue()))
    make_body_membership(board, person)
    first = meets(committee, date(2026, 7, 25), date(2026, 7, 27))
    second = meets(board, MEETING_DAY, date(2026, 7, 30))

    assert told(secretary) == [(first, second, MEETING_DAY, date(2026, 7, 27), [person])]


@pytest.mark.parametrize("kind", [Kind.UNIT, Kind.ISSUE, Kind.BOARD])
def test_every_kind_of_body_counts(committee, person, secretary, kind):
    issue = make_issue() if kind == Kind.ISSUE else None
    body = make_body("body", kind=kind, parent=committee, issue=issue)
    make_body_membership(body, person)
    first, second = meets(committee), meets(body)

    assert told(secretary) == [(first, second, MEETING_DAY, MEETING_DAY, [person])]


def test_meetings_on_different_days_or_of_one_body_are_no_clash(
    committee, board, person, secretary
):
    make_body_membership(board, person)
    meets(committee)
    meets(committee, number=2)
    meets(board, date(2026, 7, 27))

    assert told(secretary) is None


def test_what_is_cancelled_or_over_is_no_clash(committee, board, person, secretary):
    make_body_membership(board, person)
    meets(committee)
    meets(board, state=Meeting.State.CANCELLED)
    for body in (committee, board):
        meets(body, date(2026, 6, 30), number=2)

    assert told(secretary) is None
    assert len(told(secretary, on=date(2026, 6, 30))) == 1


def test_what_is_more_than_a_year_ahead_is_no_load_of_that_day(committee, board, person, secretary):
    make_body_membership(board, person)
    meets(committee)
    meets(board)

    days = [MEETING_DAY - timedelta(days=n) for n in (365, 366)]

    assert [bool(told(secretary, on=day)) for day in days] == [True, False]


def test_a_meeting_without_a_day_clashes_with_nothing(committee, board, person, secretary):
    make_body_membership(board, person)
    meets(committee)
    make_held(board, state=Meeting.State.PLANNED, number=None, starts_on=None, ends_on=None)

    assert told(secretary) is None


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "clashes_then"),
    [
        (MEETING_DAY, None, True),
        (date(2026, 7, 27), None, False),
        (date(2026, 1, 1), MEETING_DAY, True),
        (date(2026, 1, 1), date(2026, 7, 25), False),
    ],
)
def test_who_belongs_is_asked_for_the_day_of_the_meetings(
    committee, board, person, secretary, starts_on, ends_on, clashes_then
):
    make_body_membership(board, person, starts_on=starts_on, ends_on=ends_on)
    meets(committee)
    meets(board)

    assert bool(told(secretary)) == clashes_then


@pytest.mark.parametrize(
    ("part", "sees"), [("secretary", True), ("auditor", True), ("officer", False)]
)
def test_a_plan_is_told_to_those_who_read_plans(committee, board, person, person_with, part, sees):
    make_body_membership(board, person)
    meets(committee)
    meets(board, state=Meeting.State.PLANNED, number=None)

    assert bool(told(person_with(part, region=person.memberships.get().seat.region))) == sees


@pytest.mark.parametrize("rows", [1, 30])
def test_clashes_cost_three_statements(
    committee, board, person, secretary, django_assert_num_queries, rows
):
    make_body_membership(board, person)
    for number in range(1, rows + 1):
        seat = make_seat(committee, number + 1, issue=make_issue(f"issue-{number}"))
        make_body_membership(board, make_membership(seat).person)
        day = date(2026, 8, number)
        meets(committee, day, number=number)
        meets(board, day, number=number)

    with django_assert_num_queries(4):  # and the reader's rights
        found = clashes(user=secretary, on=TODAY)["clashes"]

    assert [len(clash.people) for clash in found] == [rows + 1] * rows


def test_the_page_of_the_rotation_shows_them(committee, board, person, secretary, sign_in):
    make_body_membership(board, person)
    first, second = meets(committee), meets(board)

    text = sign_in(secretary).get(reverse("committees:rotation")).text

    assert "26 กรกฎาคม 2569" in text
    assert all(meeting.get_absolute_url() in text for meeting in (first, second))
    assert f'"{reverse("committees:person-detail", args=[person.pk])}"' in text


def test_their_people_are_led_to_on_the_same_day(committee, board, person, secretary, sign_in):
    make_body_membership(board, person)
    meets(committee)
    meets(board)

    text = sign_in(secretary).get(reverse("committees:rotation"), {"on": "1/6/2569"}).text

    link = f'"{reverse("committees:person-detail", args=[person.pk])}?on=1/6/2569"'
    assert link in text.partition('id="clashes"')[2].partition("</section>")[0]
