"""R71: one run per state, and a stop that leaves nobody behind."""

import signal
import time

import pytest

from tests.embedded.running import processes_of


def test_a_second_start_is_refused_at_once_and_in_plain_words(place, run_in):
    first = run_in(place / "var").start().until_ready()

    began = time.monotonic()
    second = run_in(place / "var")
    second.log = place / "second.log"
    second.start().process.wait(10)
    took = time.monotonic() - began

    assert second.process.returncode == 1
    assert took < 2
    said = second.log.read_text()
    assert f"กำลังทำงานอยู่แล้ว (โพรเซส {first.process.pid})" in said
    assert "Traceback" not in said
    assert first.until_ready().process.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_leaves_nobody_behind(place, run_in, number):
    run = run_in(place / "var").start().until_ready()
    assert processes_of(place / "var")

    run.stop(number)

    assert (run.process.returncode, processes_of(place / "var")) == (0, [])
    assert "database system is shut down" in run.log.read_text()


def test_a_stop_during_the_start_leaves_nobody_behind(place, run_in):
    run = run_in(place / "var").start()
    run.until(lambda: run.pid_of("unixsocket"))

    run.stop()

    assert processes_of(place / "var") == []


def test_a_taken_port_is_said_in_plain_words(place, run_in):
    run = run_in(place / "var", "run", PORT="65536")
    run.start().process.wait(10)

    assert run.process.returncode == 1
    assert "PORT ต้องเป็นเลข 1 ถึง 65535" in run.log.read_text()
