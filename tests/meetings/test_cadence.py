"""Which month each body met in and which it missed, counted on dates alone (S83)."""

from datetime import date

import pytest
from django.urls import reverse

from committees.models import Committee
from meetings.models import Meeting
from meetings.queries.cadence import (
    Standing,
    bodies_with_rhythm,
    cells_of,
    late_bodies,
    months_until,
    rows_of,
)
from meetings.templatetags.meetings_ui import papers as draw_papers
from tests.factories.committees import make_regional_body
from tests.factories.meetings import make_held, planned
from tests.factories.regions import make_region

State = Meeting.State
HELD, CALLED, MISSED = Standing.HELD, Standing.CALLED, Standing.MISSED
KEPT, OPEN, OUTSIDE = Standing.KEPT, Standing.OPEN, Standing.OUTSIDE
CADENCE = reverse("meetings:cadence")
ON = date(2026, 7, 15)


def body(*, every=1, starts_on=date(2020, 1, 1), ends_on=None):
    return Committee(meets_every_months=every, starts_on=starts_on, ends_on=ends_on)


def met(first, last=None, *, state=State.CLOSED):
    return Meeting(state=state, starts_on=first, ends_on=last or first)


def standings(of, *meetings, months=4, on=ON):
    return [cell.standing for cell in cells_of(of, meetings, months=months, on=on)]


# -- Pure counting -----------------------------------------------------------------------


def test_the_months_end_with_the_one_of_the_day_over_the_new_year():
    months = months_until(date(2026, 2, 28), count=4)

    assert [(month.first, month.last) for month in months] == [
        (date(2025, 11, 1), date(2025, 11, 30)),
        (date(2025, 12, 1), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 28)),
    ]


def test_a_month_without_a_meeting_is_missed_once_it_is_over():
    kept = met(date(2026, 5, 31))

    assert standings(body(), kept) == [MISSED, HELD, MISSED, OPEN]


@pytest.mark.parametrize(("on", "june"), [(date(2026, 6, 30), OPEN), (date(2026, 7, 1), MISSED)])
def test_the_last_day_of_a_month_still_belongs_to_it(on, june):
    cells = cells_of(body(), [], months=3, on=on)

    assert {cell.month.first: cell.standing for cell in cells}[date(2026, 6, 1)] == june


def test_of_the_month_in_which_a_body_begins_nothing_is_demanded():
    began = date(2026, 5, 2)

    assert standings(body(starts_on=began)) == [OUTSIDE, OUTSIDE, MISSED, OPEN]
    assert standings(body(starts_on=date(2026, 5, 1))) == [OUTSIDE, MISSED, MISSED, OPEN]


def test_a_body_that_begins_this_month_has_it_before_it():
    assert standings(body(starts_on=date(2026, 7, 10))) == [OUTSIDE, OUTSIDE, OUTSIDE, OPEN]


def test_of_the_month_in_which_a_body_ends_nothing_is_demanded():
    assert standings(body(ends_on=date(2026, 5, 30))) == [MISSED, OUTSIDE, OUTSIDE, OUTSIDE]
    assert standings(body(ends_on=date(2026, 5, 31))) == [MISSED, MISSED, OUTSIDE, OUTSIDE]


def test_a_meeting_in_the_month_of_the_beginning_is_shown():
    early = met(date(2026, 5, 20))

    assert standings(body(starts_on=date(2026, 5, 16)), early) == [OUTSIDE, HELD, MISSED, OPEN]


def test_a_meeting_over_the_end_of_a_month_counts_in_both():
    over = met(date(2026, 5, 31), date(2026, 6, 1))

    assert standings(body(), over) == [MISSED, HELD, HELD, OPEN]


@pytest.mark.parametrize("state", [State.CANCELLED, State.POSTPONED, State.PLANNED])
def test_what_did_not_take_place_counts_in_no_month(state):
    assert standings(body(), met(date(2026, 6, 5), state=state)) == [MISSED, MISSED, MISSED, OPEN]


@pytest.mark.parametrize(
    ("state", "day", "standing"),
    [
        (State.CALLED, date(2026, 7, 15), CALLED),
        (State.CALLED, date(2026, 7, 14), HELD),  # over, though nobody closed it
        (State.IN_SESSION, date(2026, 7, 15), HELD),
        (State.CLOSED, date(2026, 7, 15), HELD),
    ],
)
def test_what_is_called_is_held_once_its_day_is_past_or_it_is_in_session(state, day, standing):
    assert standings(body(), met(day, state=state), months=1) == [standing]


def test_of_two_meetings_in_a_month_the_one_held_is_shown():
    held, coming = met(date(2026, 7, 2)), met(date(2026, 7, 30), state=State.CALLED)

    [cell] = cells_of(body(), [coming, held], months=1, on=ON)

    assert (cell.standing, cell.meeting) == (HELD, held)


def test_a_record_without_a_day_counts_in_no_month():
    assert standings(body(), met(None), months=2) == [MISSED, OPEN]


def test_a_rhythm_of_two_months_is_missed_only_after_two_without_a_meeting():
    months = [MISSED, HELD, KEPT, OPEN]
    assert standings(body(every=2), met(date(2026, 5, 5))) == months

    assert standings(body(every=2), met(date(2026, 4, 5))) == [HELD, KEPT, MISSED, OPEN]


def test_a_rhythm_of_two_months_sees_what_lies_before_the_columns():
    before = met(date(2026, 5, 5))

    assert standings(body(every=2), before, months=2) == [KEPT, OPEN]


def test_a_span_that_began_with_the_body_is_not_over_before_its_time():
    assert standings(body(every=3, starts_on=date(2026, 5, 1))) == [OUTSIDE, OPEN, OPEN, OPEN]


# -- Asked of the database ---------------------------------------------------------------


@pytest.fixture
def rhythmic(north, south):
    """One body a region, each to meet every month; the north's met in May alone."""
    bodies = [make_regional_body(region, meets_every_months=1) for region in (north, south)]
    make_held(bodies[0], day=date(2026, 5, 5))
    make_held(bodies[1], day=date(2026, 6, 5))
    return bodies


def test_who_missed_the_last_month_is_named(rhythmic):
    on = date(2026, 7, 1)

    rows = rows_of(bodies_with_rhythm(on=on), on=on)

    assert [row.body for row in rows] == rhythmic
    assert [row.body for row in late_bodies(rows, on=on)] == [rhythmic[0]]
    assert [month.first for month in rows[1].missed][-2:] == [date(2026, 4, 1), date(2026, 5, 1)]


def test_only_bodies_with_a_rhythm_that_were_there_this_year_are_watched(north, rhythmic):
    make_regional_body(north, "no-rhythm")
    make_regional_body(north, "over", meets_every_months=1, ends_on=date(2025, 7, 31))
    make_regional_body(north, "to-come", meets_every_months=1, starts_on=date(2026, 8, 1))
    still = make_regional_body(north, "last", meets_every_months=1, ends_on=date(2025, 8, 1))

    assert set(bodies_with_rhythm(on=date(2026, 7, 1))) == {*rhythmic, still}


def test_the_page_says_who_missed_what_and_leads_to_what_was_held(client, cast, rhythmic):
    client.force_login(cast["officer"])

    page = client.get(CADENCE)

    assert page.context["lead"] == "เดือนมิถุนายน 2569 ขาดประชุม 1 จาก 2 คณะ"
    assert [body.meetings.get().get_absolute_url() in page.text for body in rhythmic] == [True] * 2
    addresses = [f"?body={body.code}" for body in rhythmic]
    assert [address in page.text for address in addresses] == [True, False]  # the officer's own


def test_a_plan_is_no_secret_the_page_gives_away(client, cast, south):
    other = make_regional_body(south, meets_every_months=1)
    meeting = planned(other, cast["secretary"])
    client.force_login(cast["officer"])

    assert meeting.get_absolute_url() not in client.get(CADENCE).text


@pytest.mark.parametrize("kept", [True, False])
def test_the_page_is_also_for_the_day_on_which_nothing_is_missed(client, cast, north, kept):
    if kept:
        make_held(make_regional_body(north, meets_every_months=1), day=date(2026, 6, 9))
    client.force_login(cast["member"])

    page = client.get(CADENCE)

    said = "เดือนมิถุนายน 2569 ไม่มีคณะใดขาดประชุม" if kept else ""
    assert (page.status_code, page.context["lead"]) == (200, said)


def test_a_stranger_does_not_read_it(client):
    assert client.get(CADENCE).status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_one_statement_however_many_bodies(count, north, django_assert_num_queries):
    for number in range(1, count + 1):
        region = north if number == 1 else make_region(number)
        watched = make_regional_body(region, meets_every_months=1)
        for month in range(1, 1 + count):
            make_held(watched, number=month, day=date(2026, month, 5))

    with django_assert_num_queries(1):
        rows = rows_of(bodies_with_rhythm(on=ON), on=ON)

    assert len(rows) == count


@pytest.mark.parametrize("papers", Meeting.Papers)
def test_however_far_the_papers_are_the_list_draws_it(papers):
    assert str(papers.label) in draw_papers(papers)
