"""Servers for tests: started by whoever needs them first, gone when nobody uses them.

Each run of the tests holds a shared lock on ``users.lock`` for as long as it
lives. The servers leave when they can have that lock alone, so a killed run
never leaves them behind, and two runs at once share them.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from embedded import addresses, broker, locks, postgres, services

_serving: list[subprocess.Popen] = []  # kept, so that Python does not mourn it while it lives


def use_servers() -> None:
    """Have the servers of var() running until this process ends."""
    _users(shared=True, wait=True)  # held until this process ends; nobody closes it
    if _ready():
        return
    log = addresses.var() / "services.log"
    serving = _start(log)
    while not _ready():
        # Another run may have won the start: then ours is refused, and theirs becomes ready.
        if serving.poll() is not None and not _being_served():
            raise RuntimeError(f"The servers for tests did not start:\n{log.read_text()}")
        time.sleep(0.05)


def _start(log: Path) -> subprocess.Popen:
    with log.open("w") as output:
        serving = subprocess.Popen(
            [sys.executable, "-m", "embedded.inside", "services-for-tests"],
            cwd=addresses.PROJECT,
            env={**os.environ, "PORTAL_VAR": str(addresses.var())},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _serving.append(serving)
    return serving


def serve() -> None:
    """Run quick servers until nobody holds the users' lock."""
    with services.crew() as crew:
        both = services.Services(crew, quick=True)
        both.start()
        both.wait()
        while _users(shared=False, wait=False) is None:
            crew.turn(0.5)


def _users(*, shared: bool, wait: bool) -> int | None:
    return locks.take(addresses.make_var() / "users.lock", shared=shared, wait=wait)


def _ready() -> bool:
    return postgres.answers(postgres.find_tree()) and broker.answers()


def _being_served() -> bool:
    taken = locks.take(Path(addresses.state()) / "run.lock")
    if taken is not None:
        os.close(taken)
    return taken is None


if __name__ == "__main__":  # python -m embedded.testing COMMAND…: run it beside these servers
    use_servers()
    sys.exit(subprocess.run(sys.argv[1:], check=False).returncode)
