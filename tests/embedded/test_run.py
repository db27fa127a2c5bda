"""The whole portal by one command: up, hurt, whole again, down, and up again in seconds."""

import contextlib
import http.client
import os
import signal
import socket
import time

import pytest

from tests.embedded.running import processes_of

SIGN_IN = "/accounts/login/"


@pytest.mark.slow
@pytest.mark.timeout(480)
def test_the_portal_runs_heals_stops_and_runs_again(project, run_in):
    port = free_port()
    began = time.monotonic()
    run = run_in(project / "var", "run", project=project, PORT=str(port)).start()
    assert page(run, port, SIGN_IN, seconds=300) == 200
    first_start = time.monotonic() - began
    run.until(lambda: "พอร์ทัลพร้อมแล้ว" in run.log.read_text())
    assert f"http://127.0.0.1:{port}/" in run.log.read_text()
    assert "บัญชีสาธิต" in run.log.read_text()

    for words in ("gunicorn", "celery", "beat", "stand_in", "unixsocket", "bin/postgres"):
        kill_and_see_it_return(run, words)
    run.until_ready()
    assert page(run, port, SIGN_IN) == 200

    run.stop()
    assert (run.process.returncode, processes_of(run.var)) == (0, [])

    # The seconds of a start are the bench's to measure; here it installs and migrates nothing anew.
    began = time.monotonic()
    run.start()
    assert page(run, port, SIGN_IN) == 200
    assert time.monotonic() - began < first_start / 4
    run.stop()


@pytest.mark.slow
def test_a_taken_port_is_refused_before_anything_starts(place, run_in):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        run = run_in(place / "var", "run", PORT=str(taken.getsockname()[1])).start()
        run.process.wait(10)

    assert run.process.returncode == 1
    assert "เปิดเว็บที่ 127.0.0.1:" in run.log.read_text()
    assert not (place / "var" / "postgres").exists()


def kill_and_see_it_return(run, words):
    hurt = run.pid_of(words)
    os.kill(hurt, signal.SIGKILL)
    run.until(lambda: run.pid_of(words) not in (None, hurt))


def page(run, port, path, seconds=30):
    """The status of a page, once the portal gives one."""
    answer = []

    def asked():
        with contextlib.suppress(OSError, http.client.HTTPException):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
            line.request("GET", path)
            answer.append(line.getresponse().status)
            line.close()
        return bool(answer)

    run.until(asked, seconds)
    return answer[-1]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
