"""A worker killed with -9 in the middle of a roll-up, and another after it: the same figures."""

import psycopg
import pytest
from django.db import connection, transaction

from portal.kernel.models import Outbox
from regions.actions.figures import ROUND_LOCK, YEAR_LOCK, promise_roll_up
from regions.models import RegionalReport, RolledFigure
from tests.factories.reporting import make_kinds, make_months, put, rebuild, reported, rows
from tests.kernel.storm.crew import crew, until

State = RegionalReport.State
YEAR = 2569

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]


@pytest.fixture
def accepted(cast, north, other_region):
    """Everything was rolled up; then one more report of September was accepted."""
    make_kinds()
    by = cast["secretariat"]
    _august, september, _october = make_months(north, other_region)
    for report in RegionalReport.objects.exclude(unit__kind="centre"):
        reported(report, by=by, found=4, stock=8, peak=3, usual=5, open=2)
    last = september.reports.get(unit__province="11")
    put(last, State.SUBMITTED, by=by)
    rebuild()
    Outbox.objects.all().delete()
    return put(last, State.ACCEPTED, by=by)


@pytest.fixture
def somebody_else():
    """A session of its own, to stop a roll-up where we want it."""
    known = connection.get_connection_params()
    where = {name: known[name] for name in known.keys() & {"dbname", "user", "host", "port"}}
    with psycopg.connect(**where, autocommit=True) as session:
        yield session


def waits(session):
    """Whether a worker stands before an advisory lock of this database."""
    held_up = session.execute(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    return held_up.fetchone()[0] > 0


@pytest.mark.parametrize(
    ("lock", "number"),
    [
        pytest.param(ROUND_LOCK, lambda report: report.round_id, id="before the month"),
        pytest.param(YEAR_LOCK, lambda _report: YEAR, id="between the month and the year"),
    ],
)
def test_killed_in_the_middle_and_started_again(
    accepted, somebody_else, tmp_path_factory, lock, number
):
    before = rows()
    with transaction.atomic():
        promise_roll_up(accepted)
    somebody_else.execute("SELECT pg_advisory_lock(%s, %s)", [lock, number(accepted)])
    with crew(tmp_path_factory.mktemp("k"), slot_seconds=86_400) as (company, _mail):
        company.broker()
        company.beat()
        first = company.worker()
        until(lambda: waits(somebody_else))
        company.kill(first)
        assert rows() == before
        somebody_else.execute("SELECT pg_advisory_unlock_all()")
        company.worker()
        until(lambda: Outbox.objects.get().state == Outbox.State.DONE)

    disturbed = rows()
    assert Outbox.objects.get().attempts >= 2
    assert disturbed != before
    RolledFigure.objects.all().delete()
    rebuild()
    assert disturbed == rows()
