"""A place for embedded runs, and their end whatever a test does."""

import contextlib
import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest

from embedded import addresses
from tests.embedded.running import Running, processes_of


@pytest.fixture
def place():
    """A short directory that other accounts can walk through, unlike pytest's own."""
    path = Path(tempfile.mkdtemp(prefix="portal-test-", dir="/tmp"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def project(place):
    """A copy of the project in a path of many letters, which nobody edits meanwhile."""
    copy = place / "โครงการ ของ'เรา"
    left_out = shutil.ignore_patterns(".*", "var", "__pycache__", "*.mo", "tests", "bench")
    shutil.copytree(addresses.PROJECT, copy, ignore=left_out)
    (copy / ".venv").symlink_to(addresses.PROJECT / ".venv")
    return copy


@pytest.fixture
def run_in(monkeypatch):
    """Make a run of a directory; `addresses` speaks of the last one made."""
    made = []

    def make(var, wanted="services", **options):
        monkeypatch.setenv("PORTAL_VAR", str(var))
        var.parent.mkdir(parents=True, exist_ok=True)
        made.append(Running(var, wanted, **options))
        return made[-1]

    yield make
    for run in made:
        _end(run)


def _end(run):
    if run.process and run.process.poll() is None:
        run.stop(seconds=30)
    for pid in processes_of(run.var):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    if (run.var / "addresses.json").exists():
        os.environ["PORTAL_VAR"] = str(run.var)
        shutil.rmtree(addresses.sockets(), ignore_errors=True)
        if addresses.state() != run.var:
            shutil.rmtree(addresses.state(), ignore_errors=True)
