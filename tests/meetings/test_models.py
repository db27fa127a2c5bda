"""The row and the table give one answer."""

from datetime import date, datetime, time

import pytest

from meetings.models import ActionItem, Meeting
from meetings.queries import latest_summary, next_meeting, open_items_for, overdue_count
from tests.factories.committees import make_body, make_body_membership
from tests.factories.meetings import (
    BANGKOK,
    called,
    make_held,
    make_item,
    make_minutes,
    make_resolution,
    make_sitting,
    make_summary,
    planned,
)
from tests.factories.regions import make_post

TODAY = date(2026, 7, 1)
PUBLISHED = datetime(2026, 6, 20, 9, 0, tzinfo=BANGKOK)
Papers, Standing = Meeting.Papers, ActionItem.Standing


@pytest.fixture
def held(committee):
    return make_held(committee)


@pytest.fixture
def former(former_committee):
    return make_held(former_committee, number=2, day=date(2007, 6, 12), source="สรุปเชิงบริหาร")


@pytest.mark.parametrize("papers", Papers.values)
def test_how_far_the_papers_are_is_the_same_for_row_and_table(
    committee, former_committee, board, secretary, papers
):
    told = make_held(committee, number=4)
    make_summary(told, published_at=PUBLISHED)
    drafted = make_held(committee, number=3)
    make_summary(drafted)
    make_held(former_committee, source="สรุปเชิงบริหาร")
    called(committee, secretary)
    past = called(committee, secretary, starts_on=date(2026, 7, 2))
    Meeting.objects.filter(pk=past.pk).update(
        starts_on=date(2026, 6, 29), ends_on=date(2026, 6, 30)
    )
    planned(committee, secretary)
    off = planned(committee, secretary)
    Meeting.objects.filter(pk=off.pk).update(state="cancelled")
    waiting = called(committee, secretary)
    Meeting.objects.filter(pk=waiting.pk).update(state="postponed")
    make_minutes(make_held(committee, number=2), state="adopted")
    make_minutes(make_held(committee, number=1), state="checked")
    make_sitting(called(committee, secretary), by=secretary)
    make_sitting(called(committee, secretary), by=secretary, day=date(2026, 6, 30))

    by_row = {row.pk for row in Meeting.objects.all() if row.papers(on=TODAY) == papers}

    found = Meeting.objects.with_papers(papers, on=TODAY)
    assert by_row
    assert {row.pk for row in found} == by_row


@pytest.mark.parametrize(
    ("due_on", "done", "standing"),
    [
        (date(2026, 6, 30), False, Standing.OVERDUE),
        (date(2026, 7, 1), False, Standing.PENDING),
        (date(2026, 6, 30), True, Standing.DONE),
    ],
)
def test_how_an_item_stands_is_the_same_for_row_and_table(
    held, north, secretary, due_on, done, standing
):
    settled = {"done_at": PUBLISHED, "done_by": secretary} if done else {}
    item = make_item(make_resolution(held), region=north, due_on=due_on, **settled)

    assert item.standing(on=TODAY) == standing
    assert list(ActionItem.objects.with_standing(standing, on=TODAY)) == [item]
    assert item.is_overdue(on=TODAY) == (item in ActionItem.objects.overdue(on=TODAY))


def test_an_earlier_generations_item_is_neither_late_nor_carried_over(former, north):
    item = make_item(make_resolution(former), region=north, due_on=date(2007, 6, 30))

    assert item.standing(on=TODAY) == Standing.UNRECORDED
    assert not item.is_overdue(on=TODAY)
    assert not ActionItem.objects.pending(on=TODAY).exists()
    assert not ActionItem.objects.overdue(on=TODAY).exists()
    assert list(ActionItem.objects.with_standing(Standing.UNRECORDED, on=TODAY)) == [item]


def test_a_due_month_stays_a_month(former, north):
    item = make_item(
        make_resolution(former), region=north, due_on=date(2007, 6, 30), due_precision="month"
    )

    assert item.due_in_words == "ภายในเดือนมิถุนายน 2550"
    item.due_precision = "day"
    assert item.due_in_words == "ภายในวันที่ 30 มิถุนายน 2550"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2/2550", True),
        ("ครั้งที่ ๒/๒๕๕๐", True),
        ("12/2550", False),
        ("2/2551", False),
        ("ศรีปทุม", True),
        ("ทบทวน ข้อเสนอ", True),
        ("เรื่องพิจารณา", True),
        ("ไม่มีคำนี้", False),
    ],
)
def test_a_meeting_is_found_by_number_place_agenda_and_resolution(former, text, found):
    Meeting.objects.filter(pk=former.pk).update(venue="ศรีปทุม ลองสเตย์")
    make_resolution(former)

    assert list(Meeting.objects.matching(text)) == [former] * found


def test_what_is_to_come_stands_first_the_nearest_on_top(committee, former, board, secretary):
    later = called(committee, secretary, starts_on=date(2026, 8, 7))
    sooner = called(committee, secretary)
    undated = make_held(
        former.committee, day=date(2007, 1, 1), source="อ้างถึง", starts_on=None, ends_on=None
    )
    older, newer = (
        make_held(committee, number=8),
        make_held(committee, number=9, day=date(2026, 6, 25)),
    )

    listed = Meeting.objects.in_calendar_order(on=TODAY)

    assert list(listed) == [sooner, later, newer, older, former, undated]


def test_what_is_urgent_stands_first(held, north, former, secretary):
    resolution = make_resolution(held)
    late = make_item(resolution, region=north, due_on=date(2026, 6, 15))
    done = make_item(
        resolution, region=north, due_on=date(2026, 6, 1), done_at=PUBLISHED, done_by=secretary
    )
    soon = make_item(resolution, region=north, due_on=date(2026, 7, 15))
    old = make_item(make_resolution(former), region=north, due_on=date(2007, 6, 30))

    assert list(ActionItem.objects.most_urgent_first(on=TODAY)) == [late, soon, done, old]
    [counts] = ActionItem.objects.counted(on=TODAY).values()
    assert counts == {
        "all": 3, "pending": 2, "overdue": 1, "done": 1, "withdrawn": 0, "former": 1,
    }  # fmt: skip


def test_home_pages_see_what_is_theirs(held, north, south, secretary, board, committee):
    coordinator = make_post("coordinator", north)
    resolution = make_resolution(held)
    theirs = make_item(resolution, region=north)
    of_person = make_item(resolution, person=coordinator.person, due_on=date(2026, 7, 20))
    unit = make_body("evaluation", parent=committee)
    make_body_membership(unit, coordinator.person)
    of_body = make_item(resolution, unit=unit)
    of_others = make_item(resolution, unit=make_body("another", parent=committee))
    other = make_item(resolution, region=south)

    everything = [theirs, of_body, of_others, other, of_person]
    assert list(open_items_for(secretary, on=TODAY)) == everything
    assert list(open_items_for(coordinator, on=TODAY)) == [theirs, of_body, of_person]
    assert (overdue_count(secretary, on=TODAY), overdue_count(coordinator, on=TODAY)) == (4, 2)


def test_the_next_meeting_is_the_one_under_way_or_the_nearest(committee, board, secretary):
    planned(committee, secretary, starts_on=date(2026, 7, 3))
    called(committee, secretary, starts_on=date(2026, 8, 7))
    nearest = called(committee, secretary, starts_on=date(2026, 7, 9), ends_on=date(2026, 7, 10))

    assert next_meeting(secretary, on=date(2026, 7, 10)) == nearest
    assert next_meeting(secretary, on=date(2026, 8, 8)) is None


def test_the_latest_summary_is_a_published_one(held, former):
    make_summary(held)
    told = make_summary(former, published_at=PUBLISHED)

    assert latest_summary() == told


def test_hours_without_an_end_say_only_the_beginning():
    assert Meeting(starts_at=time(9)).hours == "09.00 น."
    assert Meeting(starts_at=time(9), ends_at=time(16, 30)).hours == "09.00–16.30 น."
