"""What a body asks for to be a quorum, who makes it when, and how often somebody came."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees.models import Committee
from meetings.models import Attendance
from meetings.queries.quorum import Place, Rule, quorum_of
from meetings.queries.rates import BEST_FIRST, Attended, Noted, rate_of
from regions.models import Region

Kind = Attendance.Kind
NINE = datetime(2026, 7, 10, 2, 0, tzinfo=UTC)
NOON = NINE + timedelta(hours=3)
NORTH, SOUTH = Region(code="north", number=1), Region(code="south", number=2)


def present(region=None, *, arrived_at=NINE, left_at=None, is_held=True):
    return Place(region, is_held, Kind.PRESENT, arrived_at, left_at)


def sent(region=None, *, is_held=True):
    return Place(region, is_held, Kind.SUBSTITUTE, NINE)


def waiting(region=None, *, is_held=True):
    return Place(region, is_held)


# -- The rule ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "part", "needed"),
    [
        (67, (1, 2), 34),
        (66, (1, 2), 33),
        (1, (1, 2), 1),
        (0, (1, 2), 0),
        (67, (2, 3), 45),
        (66, (2, 3), 44),
        (67, (1, 1), 67),
    ],
)
def test_no_less_than_the_part_is_needed(total, part, needed):
    assert Rule(numerator=part[0], denominator=part[1]).needed(total) == needed


def test_the_rule_is_data_of_the_body():
    body = Committee(
        kind="subcommittee", quorum_of="seats", quorum_numerator=2, quorum_denominator=3,
        quorum_counts_substitutes=False,
    )  # fmt: skip

    assert Rule.of_body(body) == Rule("seats", 2, 3, counts_substitutes=False)


@pytest.mark.parametrize(("of", "total", "needed"), [("holders", 3, 2), ("seats", 4, 2)])
def test_a_vacant_seat_counts_only_where_all_seats_do(of, total, needed):
    places = [present(), present(), waiting(), waiting(is_held=False)]

    quorum = quorum_of(places, Rule(of=of))

    assert (quorum.present, quorum.needed, quorum.total) == (2, needed, total)


@pytest.mark.parametrize(("of", "here"), [("holders", 1), ("seats", 2)])
def test_who_acts_in_a_vacant_seat_counts_only_where_the_seat_does(of, here):
    places = [present(), waiting(), sent(is_held=False)]

    assert quorum_of(places, Rule(of=of)).present == here


@pytest.mark.parametrize(("counts", "here", "reached"), [(True, 2, True), (False, 1, False)])
def test_substitutes_count_where_the_body_says_so(counts, here, reached):
    quorum = quorum_of([present(), sent(), waiting()], Rule(counts_substitutes=counts))

    assert (quorum.present, quorum.is_reached) == (here, reached)


def test_who_is_excused_or_absent_is_not_there():
    places = [Place(kind=Kind.EXCUSED), Place(kind=Kind.ABSENT), present()]

    assert quorum_of(places, Rule()).present == 1


def test_a_body_without_anybody_has_no_quorum():
    quorum = quorum_of([], Rule())

    assert (quorum.is_reached, quorum.present, quorum.needed) == (False, 0, 0)


# -- The moment ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "here"),
    [
        (NINE - timedelta(minutes=1), 0),
        (NINE, 1),
        (NOON - timedelta(minutes=1), 1),
        (NOON, 0),
        (None, 0),
    ],
)
def test_somebody_is_there_from_the_minute_of_arriving_until_that_of_leaving(at, here):
    assert quorum_of([present(left_at=NOON)], Rule(), at=at).present == here


def test_without_a_moment_whoever_has_not_left_is_there():
    assert quorum_of([present()], Rule()).present == 1


# -- Region by region -----------------------------------------------------------------


def test_the_regions_stand_in_order_and_the_issues_last():
    places = [waiting(), present(SOUTH), sent(NORTH), waiting(NORTH)]

    benches = quorum_of(places, Rule()).benches

    assert [tuple(bench) for bench in benches] == [
        (NORTH, 1, 1, 2),
        (SOUTH, 1, 0, 1),
        (None, 0, 0, 1),
    ]


def test_it_is_said_in_words():
    quorum = quorum_of([present(), waiting()], Rule())

    assert quorum.words == "ครบองค์ประชุม มา 1 คน ต้องการ 1 คน (นับจากผู้ดำรงตำแหน่ง 2 คน)"


# -- Whatever happens ------------------------------------------------------------------

MOMENTS = st.one_of(st.none(), st.datetimes(timezones=st.just(UTC)))
PLACES = st.builds(
    Place,
    region=st.sampled_from([None, NORTH, SOUTH]),
    is_held=st.booleans(),
    kind=st.sampled_from(["", *Kind.values]),
    arrived_at=MOMENTS,
    left_at=MOMENTS,
)
RULES = st.builds(
    Rule,
    of=st.sampled_from(Committee.QuorumOf.values),
    numerator=st.integers(1, 5),
    denominator=st.integers(5, 9),
    counts_substitutes=st.booleans(),
)


@given(places=st.lists(PLACES, max_size=80), rule=RULES, at=MOMENTS)
def test_there_are_never_more_than_all(places, rule, at):
    quorum = quorum_of(places, rule, at=at)

    assert 0 <= quorum.present <= quorum.total <= len(places)
    assert 0 <= quorum.needed <= quorum.total
    assert sum(bench.present for bench in quorum.benches) == quorum.present
    assert sum(bench.total for bench in quorum.benches) == quorum.total


NOTED = st.builds(
    Noted, kind=st.sampled_from(BEST_FIRST), is_own=st.booleans(), in_term=st.booleans()
)


@given(meetings=st.lists(st.lists(NOTED, max_size=3), max_size=40))
def test_nobody_comes_more_often_than_always(meetings):
    rate = rate_of(meetings)

    assert rate.due <= len(meetings)
    assert rate.percent is None or 0 <= rate.percent <= 100
    assert (rate.percent is None) == (rate.due == 0)


# -- How often somebody came ------------------------------------------------------------


def own(kind, *, in_term=True):
    return Noted(kind, True, in_term)


def test_excused_is_told_apart_from_absent_and_sent_from_both():
    rate = rate_of([[own(Kind.PRESENT)], [own(Kind.EXCUSED)], [own(Kind.ABSENT)],
                    [own(Kind.SUBSTITUTE)]])  # fmt: skip

    assert rate == Attended(came=1, sent=1, excused=1, absent=1)
    assert rate.percent == 25


def test_what_lies_outside_the_term_is_nobodys_absence():
    assert rate_of([[own(Kind.ABSENT, in_term=False)], [own(Kind.PRESENT)]]).percent == 100


def test_whoever_came_for_another_has_it_to_their_credit():
    rate = rate_of([[Noted(Kind.SUBSTITUTE, False, False)]])

    assert (rate.acted, rate.due) == (1, 0)


def test_a_meeting_of_which_nothing_is_noted_counts_for_nothing():
    assert rate_of([[], []]) == Attended(excluded=2)


def test_who_holds_two_seats_was_due_once():
    assert rate_of([[own(Kind.ABSENT), own(Kind.PRESENT)]]) == Attended(came=1)
