"""Where everything of the embedded run lives. The portal's settings read this module and no other.

What the portal keeps lies in var(). The servers keep their data in state(), the
same directory unless root starts them from a place closed to other accounts.
Their sockets lie in sockets(), because a socket's path may have no more than 107
bytes and some programs read meaning into commas, spaces and Thai letters.
"""

import hashlib
import json
import os
import re
import secrets
import stat
import tempfile
from pathlib import Path

from embedded import locks

PROJECT = Path(__file__).resolve().parent.parent
SYSTEM_STATE = Path("/var/lib/portal-embedded")
DATABASE = "portal"
OWNER_ROLE = "portal_owner"
APP_ROLE = "portal"
PORT = "5432"  # names the socket file only: nothing listens on TCP
_LONGEST_SOCKET = 107
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")


def var() -> Path:
    return Path(os.environ.get("PORTAL_VAR") or PROJECT / "var").absolute()


def state() -> Path:
    return Path(_record()["state"])


def sockets() -> Path:
    return Path(_record()["sockets"])


def database(role: str) -> dict[str, str]:
    """Django's DATABASES entry of one role, without its engine."""
    return {"HOST": str(sockets()), "PORT": PORT, "NAME": DATABASE, "USER": role}


def broker_socket() -> Path:
    return sockets() / "broker"


def broker_url() -> str:
    return f"redis+socket://{broker_socket()}?virtual_host=0"


def secret_key() -> str:
    """The signing key of this directory, made once and readable by its owner only."""
    path = make_var() / "secret_key"
    with locks.held(path.parent):
        if not path.exists():
            with open(path, "x", opener=_private) as file:
                file.write(secrets.token_urlsafe(64))
    return path.read_text()


def settle(owners: set[int]) -> None:
    """Choose the sockets' directory again if it is gone or is not one of the owners' alone."""
    record = _record()
    if not _is_private(Path(record["sockets"]), owners):
        _write({**record, "sockets": str(_choose_sockets(Path(record["state"])))})


def make_var() -> Path:
    """Make var() if it is missing; as root the servers' account must be able to walk through."""
    return make_directory(var())


def make_directory(path: Path) -> Path:
    """Make a directory of ours if it is missing: closed, but as root open to be walked through."""
    if not path.is_dir():
        path.mkdir(parents=True, exist_ok=True)  # somebody else may make it at this moment
        path.chmod(0o700 if os.geteuid() else 0o711)
    return path


def open_to_all(path: Path) -> bool:
    """May any account of this machine walk as far as this?"""
    return all(place.stat().st_mode & stat.S_IXOTH for place in (path, *path.parents))


def _record() -> dict[str, str]:
    known = _read()
    if known.get("var") == str(var()):
        return known
    with locks.held(make_var()):
        known = _read()
        if known.get("var") != str(var()):
            place = _choose_state(known)
            known = {"var": str(var()), "state": str(place), "sockets": str(_choose_sockets(place))}
            _write(known)
    return known


def _read() -> dict[str, str]:
    try:
        return json.loads((var() / "addresses.json").read_text())
    except FileNotFoundError:
        return {}


def _write(record: dict[str, str]) -> None:
    new = var() / "addresses.json.new"
    new.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    new.replace(var() / "addresses.json")


def _choose_state(known: dict[str, str]) -> Path:
    if os.geteuid() or open_to_all(var()):
        return var()
    if known.get("state", "").startswith(f"{SYSTEM_STATE}/"):
        return Path(known["state"])  # the project was moved; its data was not
    return SYSTEM_STATE / hashlib.sha256(os.fsencode(var())).hexdigest()[:12]


def _choose_sockets(place: Path) -> Path:
    path = place / "sockets"
    longest = len(os.fsencode(path)) + len(f"/.s.PGSQL.{PORT}.lock")
    if longest > _LONGEST_SOCKET or not _PLAIN_PATH.fullmatch(str(path)):
        # mkdtemp: an unguessable name, closed to others from its first moment.
        return Path(tempfile.mkdtemp(prefix="portal-", dir="/tmp"))
    return path


def _is_private(path: Path, owners: set[int]) -> bool:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    closed = not stat.S_IMODE(found.st_mode) & 0o077
    return stat.S_ISDIR(found.st_mode) and found.st_uid in owners and closed


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def test_database() -> str:
    """Name what this process tests in: one per run, or per worker of a run side by side.

    Processes that a test starts inherit the name, and ask again.
    """
    run = os.environ.get("PORTAL_TEST_DATABASE", f"test_portal_{os.getpid()}")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    return run.removesuffix(worker) + worker
