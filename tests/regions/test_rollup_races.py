"""Many hands on the same figures at once: whatever the order, they end as a rebuild has them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from random import Random
from threading import Barrier, Event

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from regions import actions
from regions.actions.figures import ROUND_LOCK
from regions.models import RegionalReport, RolledFigure
from regions.tasks import roll_up
from tests.factories.reporting import (
    make_kinds,
    make_months,
    put,
    rebuild,
    reported,
    rows,
)

pytestmark = pytest.mark.django_db(transaction=True)
State = RegionalReport.State


@pytest.fixture
def reports(cast, north, other_region):
    """Of three months of two fiscal years, each with its numbers; every other one accepted."""
    make_kinds()
    by, chance = cast["secretariat"], Random(5)
    make_months(north, other_region)
    owed = RegionalReport.objects.exclude(unit__kind="centre").order_by("pk")
    for number, report in enumerate(owed.select_related("round", "unit", "region")):
        values = {key: chance.randint(0, 9) for key in ("found", "peak", "usual", "open")}
        state = State.ACCEPTED if number % 2 else State.SUBMITTED
        reported(report, by=by, state=state, stock=9, **values)
    rebuild()
    return list(owed)


def together(*lives: list[Callable]) -> None:
    """Each list of acts in a connection of its own, all from the same moment."""
    gate = Barrier(len(lives))

    def live(acts):
        gate.wait()
        try:
            for act in acts:
                act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(lives)) as pool:
        list(pool.map(live, lives))


def decided(report, state, *, by):
    """As the gate does it, and then as the worker: two transactions."""

    def act():
        with transaction.atomic():
            put(RegionalReport.objects.get(pk=report.pk), state, by=by)
        roll_up(report.pk)
        roll_up(report.pk)  # delivered twice

    return act


@pytest.mark.parametrize("turn", range(3))
def test_acceptances_reopenings_sweeps_and_a_rebuild_at_once(reports, cast, turn):
    by, half = cast["secretariat"], len(reports) // 2
    before = rows()
    accepting = [decided(report, State.ACCEPTED, by=by) for report in reports[:half]]
    opening = [decided(report, State.RETURNED, by=by) for report in reports[half:]]
    sweeping = [lambda year=year: actions.roll_up_year(year) for year in (2570, 2569) * 4]
    rebuilding = 2 * [lambda: call_command("rebuild_figures", stdout=None, verbosity=0)]
    mixed = [act for pair in zip_longest(opening, accepting) for act in pair if act]
    Random(turn).shuffle(mixed)

    together(mixed[::2], mixed[1::2], sweeping, rebuilding)

    disturbed = rows()
    assert disturbed != before
    RolledFigure.objects.all().delete()
    rebuild()
    assert rows() == disturbed


def test_a_roll_up_waits_longer_than_a_page_would(reports, cast):
    """Beside a rebuild that holds the month for as long as it works."""
    report, patience = reports[0], 4
    put(report, State.ACCEPTED, by=cast["secretariat"])
    held = Event()

    def hold():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [ROUND_LOCK, report.round_id])
            held.set()
            cursor.execute("SELECT pg_sleep(%s)", [patience])

    def come_later():
        held.wait()
        actions.roll_up_report(report)

    together([hold], [come_later])

    assert actions.roll_up_report(report).changed == 0
