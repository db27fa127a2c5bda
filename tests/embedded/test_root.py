"""R68: as root the servers run under an account of their own, and no directory's mode changes."""

import os
import pwd
import stat

import pytest

from embedded import addresses, machine

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="this is about root; we are not")


@pytest.mark.parametrize("mode", [0o755, 0o700])
def test_root_starts_the_servers_under_an_account_of_their_own(place, run_in, mode):
    var = place / "home" / "project" / "var"
    var.parent.mkdir(parents=True)
    (place / "home").chmod(mode)
    before = modes_above(var)
    run = run_in(var).start().until_ready()

    account = pwd.getpwnam(machine.ACCOUNT).pw_uid
    servers = [run.pid_of("bin/postgres"), run.pid_of("unixsocket")]

    assert [os.stat(f"/proc/{pid}").st_uid for pid in servers] == [account, account]
    assert modes_above(var) == before
    assert (addresses.state() == var) == (mode == 0o755)
    assert addresses.state().is_relative_to(var if mode == 0o755 else addresses.SYSTEM_STATE)


def test_root_finds_its_data_again_in_a_closed_home(place, run_in):
    var = place / "home" / "var"
    var.parent.mkdir(mode=0o700)
    run = run_in(var).start().until_ready()
    with run.connect("portal_owner") as connection:
        connection.execute("CREATE TABLE kept (word text)")
    run.stop()

    again = run_in(var).start().until_ready()

    with again.connect("portal_owner") as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def modes_above(path):
    return [stat.S_IMODE(parent.stat().st_mode) for parent in path.parents]
