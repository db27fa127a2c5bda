"""Who of the 67 sits on which outside board, how evenly that spread, and who has not yet."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from committees.models import BoardRotation, Committee, Membership, Seat
from committees.queries.rotation import counted_days, rotation_of, shares_of
from committees.queries.rotation_summary import board_lines
from committees.queries.spread import Share, Spread
from committees.queries.turns_calendar import Bar, turns_calendar
from portal.kernel.models import Person
from regions.models import Region
from tests.factories.committees import (
    BEGAN,
    TODAY,
    make_body,
    make_body_membership,
    make_issue,
    make_membership,
    make_order,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_regions

Board = Committee.Kind.BOARD


@pytest.fixture
def codi(db):
    return make_body("codi-board", kind=Board, name="คณะกรรมการ พอช.")


def member(committee, number, name=None, *, region=None, issue=None, **dates):
    seat = make_seat(committee, number, region=region, issue=issue)
    return make_membership(seat, make_person(name or f"คนที่{number}"), **dates).person


def turns(board, on=TODAY):
    [found] = [turns for turns in rotation_of(on=on).boards if turns.board == board]
    return found


# -- Who sits there ----------------------------------------------------------------


def test_who_sits_on_a_board_is_asked_for_a_day(committee, north, codi):
    first, second, third = (member(committee, n, region=north) for n in (1, 2, 3))
    make_body_membership(codi, first, ends_on=date(2026, 6, 30))
    make_body_membership(codi, second, starts_on=TODAY)
    make_body_membership(codi, third, starts_on=date(2026, 7, 2))

    def people(services):
        return [service.person for service in services]

    found = {day: turns(codi, day) for day in (date(2026, 6, 30), TODAY)}

    assert {day: [people(t.past), people(t.now), people(t.coming)] for day, t in found.items()} == {
        date(2026, 6, 30): [[], [first], [second, third]],
        TODAY: [[first], [second], [third]],
    }


def test_units_and_issue_bodies_are_no_outside_boards(committee, north, codi):
    unit = make_body("planning", parent=committee)
    make_body_membership(unit, member(committee, 1, region=north))

    rotation = rotation_of(on=TODAY)

    assert [(t.board, t.services) for t in rotation.boards] == [(codi, [])]
    assert rotation.never == 1


def test_a_board_that_is_over_is_named_apart(committee):
    over = make_body("poverty", kind=Board)
    Committee.objects.filter(pk=over.pk).update(ends_on=date(2026, 6, 30))

    assert [t.board for t in rotation_of(on=date(2026, 6, 30)).boards] == [over]
    rotation = rotation_of(on=TODAY)
    assert (rotation.boards, rotation.ended) == ([], [over])


def test_each_time_names_the_seat_held_then(committee, codi):
    north, south = make_regions(2)
    person = make_person()
    seats = [make_seat(committee, n, region=region) for n, region in enumerate((north, south), 1)]
    make_membership(seats[0], person, ends_on=date(2025, 12, 31))
    make_membership(seats[1], person, starts_on=date(2026, 1, 1))
    make_body_membership(codi, person, ends_on=date(2025, 11, 30))
    make_body_membership(codi, person, starts_on=date(2025, 12, 1))

    [now], [past] = turns(codi).now, turns(codi).past

    assert (past.seat, now.seat) == (seats[0], seats[1])
    assert turns(codi, date(2025, 12, 31)).now[0].seat == seats[0]


def test_who_left_a_board_twice_is_one_person(committee, north, codi):
    person = member(committee, 1, region=north)
    make_body_membership(codi, person, ends_on=date(2025, 11, 30))
    make_body_membership(codi, person, starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 31))

    assert (len(turns(codi).past), turns(codi).past_people) == (2, 1)


def test_who_left_the_67_and_sits_on_has_no_seat_named(committee, north, codi):
    left = member(committee, 1, region=north, ends_on=date(2026, 6, 30))
    make_body_membership(codi, left)

    assert (turns(codi).now[0].seat, turns(codi).now[0].place) == (None, "")


def test_an_order_makes_a_time_formal(committee, north, codi):
    rows = [make_body_membership(codi, member(committee, n, region=north)) for n in (1, 2)]
    rows[0].appointed_by = make_order("9/2569")
    rows[0].save(update_fields=["appointed_by"])

    assert [service.is_formal for service in turns(codi).now] == [True, False]


# -- The figure ----------------------------------------------------------------------


def test_days_count_for_the_region_of_the_seat_held_on_each(committee, codi):
    north, south = make_regions(2)
    person = make_person()
    make_membership(make_seat(committee, 1, region=north), person, ends_on=date(2026, 6, 10))
    make_membership(make_seat(committee, 2, region=south), person, starts_on=date(2026, 6, 11))
    make_body_membership(codi, person, starts_on=date(2026, 6, 1))

    spread = turns(codi).spread

    # 10 days for the north, then 21 up to and with today for the south.
    assert spread.shares == [Share(north, 10, 1), Share(south, 21, 1)]
    assert (spread.days, spread.days_to_move) == (31, 5.5)
    assert spread.percent == pytest.approx(100 * 5.5 / 31)


def test_days_are_counted_within_the_generation_and_up_to_the_day(committee, north, codi):
    person = member(committee, 1, region=north, starts_on=date(2024, 1, 1))
    Committee.objects.filter(pk=codi.pk).update(starts_on=date(2024, 1, 1))
    make_body_membership(
        codi, person, starts_on=BEGAN - timedelta(days=30), ends_on=date(2027, 1, 1)
    )

    assert [turns(codi, BEGAN + timedelta(days=n)).spread.days for n in (0, 9)] == [1, 10]


def test_days_without_a_seat_are_told_and_not_counted(committee, north, codi):
    person = member(committee, 1, region=north, ends_on=date(2026, 6, 20))
    make_body_membership(codi, person, starts_on=date(2026, 6, 11), ends_on=date(2026, 6, 30))

    found = turns(codi)

    assert (found.spread.days, found.uncounted) == (10, [(person, 10)])


def test_issue_seats_are_a_group_of_their_own_and_no_region(committee, codi):
    north, south = make_regions(2)
    make_seat(committee, 1, region=south)
    people = [member(committee, 2, region=north), member(committee, 3, issue=make_issue())]
    for person in people:
        make_body_membership(codi, person, starts_on=TODAY)

    spread = turns(codi).spread

    assert spread.shares == [Share(north, 1, 1), Share(south, 0, 1), Share(None, 1, 1)]
    assert (len(spread.regions_served), len(spread.regions)) == (1, 2)
    assert spread.has_served_for_issues


@pytest.mark.parametrize("starts_on", [None, date(2026, 7, 2)])
def test_a_board_on_which_nobody_served_is_not_measured(committee, north, codi, starts_on):
    person = member(committee, 1, region=north)
    if starts_on:
        make_body_membership(codi, person, starts_on=starts_on)

    assert not turns(codi).spread.is_measured


NORTH, SOUTH = (Region(pk=n, code=f"r{n}", number=n) for n in (1, 2))
WHERE = st.sampled_from([NORTH, SOUTH, Region(pk=3, code="r3", number=3), None])
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
SPANS = st.tuples(DAYS, st.none() | st.integers(0, 800))


def span(start_and_length):
    start, length = start_and_length
    return {"starts_on": start, "ends_on": start + timedelta(days=length) if length else None}


@given(
    seats=st.lists(st.tuples(WHERE, SPANS), max_size=6),
    served=st.lists(st.tuples(st.integers(0, 5), SPANS), max_size=6),
    since=DAYS,
    until=DAYS,
)
def test_no_history_leads_out_of_nought_to_a_hundred(seats, served, since, until):
    built = [
        (Seat(pk=number, number=number, region=region), span(dates))
        for number, (region, dates) in enumerate(seats, start=1)
    ]
    holdings = {n: [Membership(seat=seat, **dates)] for n, (seat, dates) in enumerate(built)}
    rows = [BoardRotation(person=Person(pk=person), **span(dates)) for person, dates in served]

    days, outside = counted_days(rows, holdings, since=since, until=until)
    spread = Spread(shares_of(days, [seat for seat, _dates in built]))

    inside = [sum(since <= day <= until for day in days_of(row, until)) for row in rows]
    assert spread.days + sum(outside.values()) == sum(inside)
    assert not spread.is_measured or 0 <= spread.percent <= 100
    assert len(spread.regions_served) <= len(spread.regions)


def days_of(row, until):
    last = min(row.ends_on or until, until)
    return (row.starts_on + timedelta(days=n) for n in range((last - row.starts_on).days + 1))


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=9), st.integers(1, 1000), st.integers(2, 9)
)
def test_days_in_proportion_to_the_seats_are_nought(seats, times, more):
    shares = [Share(None, times * count, count) for count in seats]

    assert Spread(shares).percent == 0
    apart = [*shares, Share(None, more, 0)]
    assert 0 < Spread(apart).percent < 100


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 30)), min_size=1, max_size=9))
def test_what_must_move_is_the_percentage_of_all_days(pairs):
    spread = Spread([Share(None, days, seats) for days, seats in pairs])

    if spread.is_measured:
        assert 0 <= spread.percent <= 100
        assert spread.days_to_move == pytest.approx(spread.percent * spread.days / 100)
        assert sum(more for _share, _expected, more in spread.rows) == pytest.approx(0, abs=1e-6)


# -- Load and who waits ----------------------------------------------------------------


@pytest.mark.parametrize(("limit", "many"), [(2, True), (3, False)])
def test_sitting_on_as_many_boards_as_the_committee_calls_many_is_told(
    committee, north, codi, limit, many
):
    Committee.objects.filter(pk=committee.pk).update(boards_limit=limit)
    boards = [codi, make_body("poverty", kind=Board)]
    over = make_body("town", kind=Board)
    busy, calm = (member(committee, n, region=north) for n in (1, 2))
    for board in boards:
        make_body_membership(board, busy)
    make_body_membership(over, busy, ends_on=date(2026, 6, 30))
    make_body_membership(codi, calm)

    assert rotation_of(on=TODAY).overloaded == ([(busy, boards)] if many else [])


def test_who_has_not_rotated_waits_by_region_the_longest_first(committee, codi):
    north, south = make_regions(2)
    late = member(committee, 1, region=north, starts_on=date(2026, 1, 1))
    early = member(committee, 2, region=north)
    rotated, coming = (member(committee, n, region=south) for n in (3, 4))
    gone = member(committee, 5, region=south, ends_on=date(2026, 6, 30))
    make_body_membership(codi, rotated, ends_on=date(2025, 12, 31))
    make_body_membership(codi, coming, starts_on=date(2026, 7, 2))

    found = [
        (group.region, group.members, [(m.person, since) for m, since in group.never])
        for group in rotation_of(on=TODAY).waiting
    ]

    assert gone.pk
    assert found == [
        (north, 2, [(early, BEGAN), (late, date(2026, 1, 1))]),
        (south, 2, [(coming, BEGAN)]),
    ]


def test_a_day_without_a_generation_has_neither_figure_nor_load_nor_who_waits(db, north):
    board = make_body("codi-board", kind=Board)
    Committee.objects.filter(pk=board.pk).update(starts_on=date(2000, 1, 1))
    make_body_membership(board, make_person(), starts_on=date(2000, 1, 1))

    rotation = rotation_of(on=TODAY)

    assert len(rotation.boards[0].now) == 1
    assert not rotation.boards[0].spread.is_measured
    assert (rotation.overloaded, rotation.waiting) == ([], [])


# -- The calendar -------------------------------------------------------------------------


def test_a_bar_is_cut_at_the_day_asked_for(committee, north, codi):
    make_body_membership(
        codi,
        member(committee, 1, region=north),
        starts_on=date(2026, 1, 1),
        ends_on=date(2027, 12, 31),
    )

    calendar = turns_calendar(rotation_of(on=date(2027, 1, 1)))

    assert (calendar.years, calendar.day_x) == ([2569, 2570], 500)
    [board] = calendar.boards
    assert [line.bars for line in board.lines] == [[Bar(0, 500, False), Bar(500, 500, True)]]


def test_the_calendar_shows_six_years_at_most(committee, north, codi):
    Committee.objects.filter(pk=codi.pk).update(starts_on=date(2000, 1, 1))
    old, new = (member(committee, n, region=north) for n in (1, 2))
    make_body_membership(codi, old, starts_on=date(2000, 1, 1), ends_on=date(2001, 1, 1))
    make_body_membership(codi, new, starts_on=date(2001, 1, 2), ends_on=date(2090, 1, 1))

    calendar = turns_calendar(rotation_of(on=TODAY))

    assert calendar.years == [2567, 2568, 2569, 2570, 2571, 2572]
    [board] = calendar.boards
    [line] = board.lines
    assert (line.name, line.bars[0].x, sum(bar.width for bar in line.bars)) == (
        new.full_name,
        0,
        1000,
    )


# -- The summary under the seats --------------------------------------------------------


def test_the_seats_say_how_many_sit_where_and_until_when(committee, codi):
    north, south = make_regions(2)
    people = [
        member(committee, 1, region=south),
        member(committee, 2, region=north),
        member(committee, 3, region=north),
        member(committee, 4, issue=make_issue()),
    ]
    for person in people:
        make_body_membership(codi, person, ends_on=date(2026, 9, 30))
    make_body("empty", kind=Board)

    lines = board_lines(on=TODAY)

    assert [
        (line.board.code, line.people, line.places, line.until, line.mode) for line in lines
    ] == [
        ("codi-board", 4, "เหนือบน เหนือล่าง และผู้แทนประเด็น", "ถึง 30 กันยายน 2569", "เครือข่ายการทำงาน"),
        ("empty", 0, "", "", ""),
    ]


@pytest.mark.parametrize("rows", [1, 5])
def test_the_summary_costs_two_statements(committee, codi, rows, django_assert_num_queries):
    for number, region in enumerate(make_regions(3)[: min(rows, 3)], start=1):
        make_body_membership(codi, member(committee, number, region=region))
        make_body(f"board-{number}", kind=Board)

    with django_assert_num_queries(2):
        lines = board_lines(on=TODAY)

    assert lines[0].people == min(rows, 3)


# -- The page -------------------------------------------------------------------------------


def page(client, **asked):
    return client.get(reverse("committees:rotation"), asked)


def test_a_stranger_is_asked_to_sign_in(client, db):
    answer = page(client)

    assert (answer.status_code, answer.url.partition("?")[0]) == (302, reverse("account_login"))


@pytest.mark.parametrize(
    ("part", "may"),
    [("secretary", True), ("auditor", False), ("officer", False), ("member", False)],
)
def test_everybody_signed_in_reads_and_only_the_secretariat_changes(
    committee, north, codi, person_with, sign_in, part, may
):
    row = make_body_membership(codi, member(committee, 1, "บัวผัน", region=north))
    seat = make_seat(committee, 2, region=north)

    answer = page(sign_in(person_with(part, region=north, seat=seat)))

    assert "บัวผัน ทดสอบ" in answer.text
    links = [
        reverse("committees:body-member-create", args=[codi.code]),
        reverse("committees:body-member-discharge", args=[row.pk]),
    ]
    assert [f'"{link}"' in answer.text for link in links] == [may, may]


def test_the_page_says_the_figure_and_opens_to_its_source(committee, codi, person_with, sign_in):
    north, south = make_regions(2)
    make_seat(committee, 1, region=south)
    make_body_membership(codi, member(committee, 2, region=north), starts_on=TODAY)

    text = page(sign_in(person_with("secretary"))).text

    assert 'เคยมีผู้แทนจาก <b class="nw">1 จาก 2 ภาค</b>' in text
    assert 'ต่างจากสัดส่วนที่นั่ง <b class="nw">50 %</b>' in text
    assert 'จากทั้งหมด <span class="nw">1 วัน</span>' in text


def test_a_board_known_from_a_document_alone_is_not_said_to_be_empty(
    committee, codi, person_with, sign_in
):
    Committee.objects.filter(pk=codi.pk).update(source="สรุปเชิงบริหาร 2/2550")

    text = page(sign_in(person_with("secretary"))).text

    assert "ผู้แทนในบอร์ดนี้ไม่ปรากฏในเอกสาร ที่มา: สรุปเชิงบริหาร 2/2550" in text
    assert "ใครเป็นผู้แทนไม่ปรากฏในเอกสาร" in text
    assert "ยังไม่มีผู้แทน" not in text
    assert "0 คน" not in text.partition("<main")[2]


def test_nothing_is_changed_from_another_day(committee, north, codi, person_with, sign_in):
    make_body_membership(codi, member(committee, 1, region=north))

    text = page(sign_in(person_with("secretary")), on="30/6/2569").text

    assert reverse("committees:body-member-create", args=[codi.code]) not in text
    assert "ให้พ้นจากคณะ" not in text


def test_the_page_keeps_the_day_on_its_links(committee, north, codi, person_with, sign_in):
    person = member(committee, 1, region=north)
    make_body_membership(codi, person)

    text = page(sign_in(person_with("secretary")), on="1/6/2569").text

    seat = person.memberships.get().seat_id
    for name, arg in [
        ("person-detail", person.pk),
        ("body-detail", codi.code),
        ("seat-detail", seat),
    ]:
        assert f'"{reverse(f"committees:{name}", args=[arg])}?on=1/6/2569"' in text
    people = reverse("committees:person-list")
    assert f'"{people}?on=1/6/2569&amp;kind=member&amp;region=upper-north"' in text


@pytest.mark.parametrize("on", ["", "1/1/1", "31/12/9999", "ไม่ใช่วัน", "1/1/2443", "31/12/2643"])
def test_any_day_gets_an_answer(committee, north, codi, person_with, sign_in, on):
    make_body_membership(codi, member(committee, 1, region=north))

    answer = page(sign_in(person_with("secretary")), on=on)

    assert (answer.status_code, answer.context["rotation"].on == answer.context["day"].on) == (
        200,
        True,
    )


@pytest.mark.parametrize("rows", [1, 40])
def test_the_page_costs_the_same_for_one_person_and_many(
    committee, north, person_with, sign_in, django_assert_num_queries, rows
):
    for number in range(1, rows + 1):
        board = make_body(f"board-{number}", kind=Board)
        person = member(committee, number, region=north)
        make_body_membership(board, person, ends_on=TODAY - timedelta(days=number))
        make_body_membership(board, person, starts_on=TODAY)
    visitor = sign_in(person_with("secretary"))

    # session, user, rights, who; generation, boards, rotations, seats, holdings; meetings
    with django_assert_num_queries(10):
        answer = page(visitor)

    assert len(answer.context["rotation"].boards) == rows
