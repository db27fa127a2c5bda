"""Real processes on a broker of their own, to be killed without warning."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from django.conf import settings

from embedded.broker import find_program
from tests.kernel.storm.mail_server import MailServer


class Crew:
    """Starts the portal's own programs under the storm's settings, in a directory of their own."""

    def __init__(self, place: Path, mail: MailServer, slot_seconds: int):
        self.place = place
        self.broker_socket = place / "s"
        self.numbers = count()
        self.running = []
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.kernel.storm.settings",
            "STORM_BROKER": f"redis+socket://{self.broker_socket}",
            "STORM_MAIL_PORT": str(mail.server_address[1]),
            "STORM_SLOT_SECONDS": str(slot_seconds),
            "REMAP_SIGTERM": "SIGQUIT",
            "PYTHONWARNINGS": "ignore",
        }

    def start(self, *words, **environment):
        number = next(self.numbers)
        with (self.place / f"{number}.log").open("w") as log:
            process = subprocess.Popen(
                words,
                cwd=settings.BASE_DIR,
                env={**self.environment, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        process.log = Path(log.name)
        self.running.append(process)
        return process

    def broker(self):
        self.broker_socket.unlink(missing_ok=True)
        words = ("--port", "0", "--save", "", "--appendonly", "no", "--dir", str(self.place))
        return self.start(str(find_program()), *words, "--unixsocket", str(self.broker_socket))

    def worker(self):
        return self.celery("worker", "--concurrency=2", "--loglevel=WARNING")

    def beat(self):
        """A scheduler that remembers nothing of an earlier one."""
        memory = self.place / f"beat-{next(self.numbers)}"
        return self.celery("beat", f"--schedule={memory}", "--loglevel=WARNING")

    def celery(self, *words):
        return self.start(sys.executable, "-m", "celery", "-A", "portal", *words)

    def program(self, *words, **environment):
        return self.start(sys.executable, *words, **environment)

    def kill(self, *processes):
        for process in processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            self.running.remove(process)


@contextmanager
def crew(place: Path, *, slot_seconds: int = 2):
    with MailServer() as mail:
        Thread(target=mail.serve_forever, daemon=True).start()
        company = Crew(place, mail, slot_seconds)
        try:
            yield company, mail
        finally:
            company.kill(*list(company.running))
            mail.shutdown()


def until(reached, *, seconds: float = 60):
    """Wait for something to become true, and say how long it took."""
    began = monotonic()
    while not reached():
        assert monotonic() - began < seconds, f"not within {seconds} s"
        sleep(0.02)
    return monotonic() - began
