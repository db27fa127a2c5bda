"""R70: whatever is killed, whatever is left lying about, the next start works."""

import contextlib
import os
import random
import signal
import subprocess
import time

import psycopg
import pytest

from embedded import addresses
from tests.embedded.running import processes_of

ROUNDS = 20
SEED = 67  # the same killings every time


@pytest.fixture
def table(place, run_in):
    run = run_in(place / "var").start().until_ready()
    with run.connect("portal_owner", autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (number int PRIMARY KEY)")
    return run


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_parts_are_killed(table):
    """Twenty rounds: the database, the broker, both, or the supervisor and all with it."""
    run, acknowledged, dice = table, 0, random.Random(SEED)
    for _ in range(ROUNDS):
        acknowledged = write_until_killed(run, acknowledged, dice.choice(VICTIMS))
        if run.process.poll() is not None:
            run.start()
        run.until_ready()

    with run.connect("portal_owner") as connection:
        kept = connection.execute("SELECT count(*) FROM kept").fetchone()[0]
    assert acknowledged > ROUNDS
    # A row may be kept whose acknowledgement the kill swallowed; none may be missing.
    assert acknowledged <= kept <= acknowledged + ROUNDS


def test_servers_die_with_a_killed_supervisor(place, table):
    table.process.kill()
    table.process.wait()

    wait_until(lambda: processes_of(place / "var") == [], 10)


def test_a_start_takes_over_what_a_killed_run_left_behind(place, run_in, table):
    """Stopped servers cannot follow their supervisor: the next start must end them."""
    for pid in (table.pid_of("bin/postgres"), table.pid_of("unixsocket")):
        os.kill(pid, signal.SIGSTOP)
    table.process.kill()
    table.process.wait()
    assert processes_of(place / "var")

    again = run_in(place / "var").start().until_ready(40)

    with again.connect("portal_owner") as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_a_stranger_with_the_old_servers_number_is_not_feared(place, run_in, table):
    """After a restart of the machine the recorded pid may belong to any process."""
    for pid in (table.process.pid, *processes_of(place / "var")):
        with contextlib.suppress(ProcessLookupError):  # most die with the first, their supervisor
            os.kill(pid, signal.SIGKILL)
    table.process.wait()
    with subprocess.Popen(["sleep", "60"]) as stranger:
        reuse_pid(addresses.state() / "postgres/postmaster.pid", stranger.pid)
        reuse_pid(addresses.sockets() / f".s.PGSQL.{addresses.PORT}.lock", stranger.pid)

        again = run_in(place / "var").start().until_ready()

        assert "already exists" not in again.log.read_text()
        assert stranger.poll() is None
        stranger.kill()


def test_a_birth_cut_short_is_begun_again(place, run_in):
    run = run_in(place / "var").start()
    run.until(lambda: (place / "var/postgres.new/PG_VERSION").exists())
    run.process.kill()
    run.process.wait()

    run_in(place / "var").start().until_ready()

    assert not (place / "var/postgres.new").exists()


DATABASE, BROKER = "bin/postgres", "unixsocket"
VICTIMS = [(DATABASE,), (BROKER,), (DATABASE, BROKER), ()]


def write_until_killed(run, acknowledged, victims):
    """Write row after row; after some, kill; return how many were acknowledged."""
    pids = [run.pid_of(words) for words in victims] or [run.process.pid]
    with run.connect("portal_owner", autocommit=True) as connection:
        try:
            for written in range(200):
                if written == 50:
                    for pid in pids:
                        os.kill(pid, signal.SIGKILL)
                connection.execute("INSERT INTO kept SELECT coalesce(max(number), 0) + 1 FROM kept")
                acknowledged += 1
        except psycopg.OperationalError:
            pass
    if not victims:
        run.process.wait()
    return acknowledged


def reuse_pid(path, pid):
    _, *rest = path.read_text().split("\n")
    path.write_text("\n".join([str(pid), *rest]))


def wait_until(condition, seconds):
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit
        time.sleep(0.05)
