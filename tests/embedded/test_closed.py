"""R69: nothing listens on TCP, and another account of the machine gets nothing."""

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from embedded import addresses

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another account")
NOBODY = 65534


def test_neither_server_listens_on_tcp(place, run_in):
    run = run_in(place / "var").start().until_ready()
    servers = [run.pid_of("bin/postgres"), run.pid_of("unixsocket")]

    assert all(servers)
    assert [listening(pid) for pid in servers] == [set(), set()]


def test_sockets_data_and_letters_are_closed_to_others(place, run_in):
    run_in(place / "var").start().until_ready()
    state, letters = addresses.state(), addresses.var() / "mail"
    closed = [addresses.sockets(), state / "postgres", state / "broker", letters]

    assert [stat.S_IMODE(path.stat().st_mode) for path in closed] == [0o700] * 4


def test_the_signing_key_is_the_owners_alone(place, monkeypatch):
    monkeypatch.setenv("PORTAL_VAR", str(place / "var"))

    key = addresses.secret_key()

    assert len(key) >= 64
    assert addresses.secret_key() == key
    assert stat.S_IMODE((place / "var" / "secret_key").stat().st_mode) == 0o600


@needs_root
def test_another_account_gets_nothing(place, run_in):
    run_in(place / "var").start().until_ready()
    python = shutil.which("python3", path="/usr/bin:/bin")
    if not python:
        pytest.skip("no Python that another account can run")
    sockets = [addresses.sockets() / f".s.PGSQL.{addresses.PORT}", addresses.broker_socket()]
    assert addresses.secret_key()
    files = [
        addresses.state() / "postgres/PG_VERSION",
        addresses.state() / "broker/appendonlydir",
        place / "var/secret_key",
        place / "var/mail",
    ]

    said = subprocess.run(
        [python, "-c", TRY_ALL, *map(str, [*sockets, "--", *files])],
        user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (said.stdout.split(), said.stderr) == (["refused"] * 6, "")


TRY_ALL = """
import os, socket, sys
cut = sys.argv.index("--")
for path in sys.argv[1:cut]:
    try:
        socket.socket(socket.AF_UNIX).connect(path)
        print("reached")
    except PermissionError:
        print("refused")
for path in sys.argv[cut + 1:]:
    try:
        os.listdir(path) if path.endswith(("dir", "mail")) else open(path).close()
        print("reached")
    except PermissionError:
        print("refused")
"""


def listening(pid):
    """The local TCP addresses on which a process listens."""
    sockets = {os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir()}
    inodes = {found[1] for link in sockets if (found := re.match(r"socket:\[(\d+)\]", link))}
    assert inodes
    rows = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
    ]
    return {row[1] for row in rows if row[3] == "0A" and row[9] in inodes}
