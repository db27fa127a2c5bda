"""Completeness and timeliness: the table says of many what a report says of itself."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.kernel.thai import day_of
from regions.models import RegionalReport, ReportRound
from regions.rates import completeness, rates_by, rates_of, timeliness
from tests.factories.regions import MONTH, make_round
from tests.factories.reporting import owe, put

State = RegionalReport.State
ALL = RegionalReport.objects.all()
DAYS = st.integers(-20, 40)


@pytest.fixture
def june(north, other_region):
    return make_round()


def test_of_no_reports_there_is_no_rate(db):
    assert completeness(ALL, on=MONTH).percent is None
    assert timeliness(ALL, on=MONTH).percent is None


def test_each_rate_keeps_its_parts(june, cast, django_assert_num_queries):
    first, second = june.reports.order_by("pk")
    put(first, State.SUBMITTED, on=june.on_time_until, by=cast["coordinator"])
    before, after = june.on_time_until, june.on_time_until + timedelta(days=1)

    with django_assert_num_queries(1):
        told = rates_of(june.reports, on=before)
    assert {name: (rate.n, rate.of, rate.excluded) for name, rate in told.items()} == {
        "completeness": (1, 2, 0),
        "timeliness": (1, 1, 1),
    }
    assert timeliness(june.reports, on=after).percent == 50
    assert told["timeliness"].at == before
    assert "หารด้วย" in str(told["completeness"].formula)
    assert second.state == State.DRAFT


def test_a_withdrawn_report_counts_as_not_sent(june, cast):
    first = june.reports.first()
    put(first, State.RETURNED, on=june.opens_on, by=cast["coordinator"])
    RegionalReport.objects.filter(pk=first.pk).update(state=State.DRAFT)

    assert completeness(june.reports, on=MONTH).n == 0
    assert timeliness(june.reports, on=june.closes_on).n == 0


def test_an_extension_makes_what_came_by_it_on_time(june, cast):
    first = june.reports.first()
    late = june.on_time_until + timedelta(days=3)
    put(first, State.SUBMITTED, on=late, extended_until=late, by=cast["coordinator"])

    assert timeliness(june.reports, on=june.on_time_until).n == 1


def test_provinces_have_their_own_day(june, north, cast):
    province = owe(june, "province", north)
    put(province, State.SUBMITTED, on=june.on_time_until, by=cast["coordinator"])
    assert june.provinces_until < june.on_time_until

    provinces = june.reports.filter(unit__kind="province")
    assert timeliness(provinces, on=june.closes_on).n == 0
    ReportRound.objects.update(provinces_until=None)
    assert timeliness(provinces, on=june.closes_on).n == 1


def test_groups_cost_one_statement_however_many(june, north, cast, django_assert_num_queries):
    make_round(date(2026, 5, 1))
    put(
        june.reports.get(region=north),
        State.SUBMITTED,
        on=june.opens_on,
        by=cast["coordinator"],
    )

    with django_assert_num_queries(1):
        told = rates_by(ALL, "round__month", "region", on=date(2026, 7, 1))

    assert len(told) == 4
    assert told[MONTH, north.pk]["completeness"].percent == 100


HISTORIES = st.lists(
    st.tuples(
        st.sampled_from(["region", "province"]),
        st.integers(0, 3),
        st.sampled_from([4, 5, 6]),
        st.sampled_from(State.values),
        DAYS,
        st.none() | DAYS,
    ),
    max_size=12,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(histories=HISTORIES, asked=DAYS, provinces_asked=st.booleans())
def test_whatever_happened_no_rate_leaves_0_to_100(cast, north, histories, asked, provinces_asked):
    """Rounds, units of both kinds, sendings, withdrawals and extensions at random, and the table
    agrees with each report."""
    RegionalReport.objects.all().update(state=State.DRAFT, extended_until=None)
    for kind, number, month, state, day, extension in histories:
        report_round = make_round(date(2026, month, 1))
        ReportRound.objects.filter(pk=report_round.pk).update(
            provinces_until=report_round.on_time_until - timedelta(days=1)
            if provinces_asked
            else None
        )
        due = report_round.on_time_until
        put(
            owe(report_round, kind, north, number),
            state,
            on=due + timedelta(days=day),
            extended_until=None if extension is None else due + timedelta(days=extension),
            by=cast["coordinator"],
        )
    on = date(2026, 7, 5) + timedelta(days=asked)
    groups = rates_by(ALL, "round", "region", "unit__kind", on=on)
    groups["all"] = rates_of(ALL, on=on)
    for rates in groups.values():
        for rate in rates.values():
            assert rate.percent is None or 0 <= rate.percent <= 100
    sent = [
        report
        for report in RegionalReport.objects.select_related("round", "unit")
        if report.state != State.DRAFT
    ]
    assert groups["all"]["completeness"].n == len(sent)
    assert groups["all"]["timeliness"].n == sum(
        day_of(report.submitted_at) <= report.on_time_until for report in sent
    )
