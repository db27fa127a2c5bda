"""An embedded run of the tests' own, as real processes in a directory of its own."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg

from embedded import addresses, broker, postgres, processes

OF_THE_TESTS = {
    "DJANGO_SETTINGS_MODULE", "PORTAL_TEST_DATABASE", "PORTAL_TEST_VAR", processes.MARK,
}  # fmt: skip


class Running:
    """`python -m embedded.inside` on one state directory, and what we can see of it."""

    def __init__(self, var, wanted="services", *, project=addresses.PROJECT, **environment):
        self.project, self.var, self.log = project, var, var.with_name(f"{var.name[:40]}.log")
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in OF_THE_TESTS},
            "PORTAL_VAR": str(var),
            **environment,
        }
        self.wanted, self.process = wanted, None

    def start(self):
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "embedded.inside", self.wanted],
                cwd=self.project,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self

    def until_ready(self, seconds=30):
        tree = postgres.find_tree()
        self.until(lambda: postgres.answers(tree) and broker.answers(), seconds)
        return self

    def until(self, condition, seconds=30):
        limit = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < limit, self.log.read_text()
            time.sleep(0.02)

    def pid_of(self, words):
        """The process below us whose command line holds these words, or None."""
        for pid in processes.children(self.process.pid):
            with contextlib.suppress(OSError):
                command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
                if words in command:
                    return pid
        return None

    def stop(self, number=signal.SIGTERM, seconds=15):
        self.process.send_signal(number)
        self.process.wait(seconds)

    def connect(self, role="portal", **options):
        place = addresses.database(role)
        return psycopg.connect(
            host=place["HOST"], port=place["PORT"], dbname=place["NAME"], user=role, **options
        )


def processes_of(var):
    """Every process that has to do with this state, by whatever it says of itself."""
    named = [os.fsencode(path) for path in (var, addresses.state(), addresses.sockets())]
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            said = b"".join((process / name).read_bytes() for name in ("cmdline", "environ"))
            said += os.fsencode((process / "cwd").readlink())
            if any(name in said for name in named) and is_alive(process):
                found.append(int(process.name))
    return found


def is_alive(process):
    return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
