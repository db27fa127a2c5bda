"""R67: the servers work wherever the project lies."""

import os
import shutil

import pytest
from kombu import Connection

from embedded import addresses, machine, postgres

LONG = "/".join(["path"] * 38) + "/var"


@pytest.mark.parametrize(
    "name", ["var", "a b/var", "ภาคใต้/ที่ ๘", "o'q/var", 'o"q$HOME`x`\\/var', "a,b/var", LONG]
)
def test_the_servers_serve_from_any_path(place, run_in, name):
    var = place / name
    assert (len(str(var)) >= 200) == (name == LONG)
    run = run_in(var).start().until_ready()

    with run.connect() as connection:
        who = connection.execute("SELECT current_user, current_database()").fetchone()
    with Connection(addresses.broker_url()) as broker:
        broker.default_channel.client.set("word", "ภาค")
        word = broker.default_channel.client.get("word").decode()

    assert (who, word) == (("portal", "portal"), "ภาค")
    assert len(str(addresses.sockets())) < 80


def test_initdb_is_not_misled_by_its_own_path(place, monkeypatch):
    """It calls the server through a shell, with quoting that some characters break."""
    monkeypatch.setenv("PORTAL_VAR", str(place / "var"))
    addresses.make_var()
    tree = postgres.find_tree()
    odd = place / 'it"s $HOME `x`' / tree.parent.name / tree.name
    shutil.copytree(tree, odd, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
    libraries = tree.parent.with_name(f"{tree.parent.name}.libs")
    shutil.copytree(libraries, odd.parent.parent / libraries.name)

    server = postgres.Postgres(odd, account=machine.account())
    server.create()

    assert (addresses.state() / "postgres" / "PG_VERSION").read_text() == "18\n"


def test_a_socket_directory_that_somebody_else_could_have_made_is_not_used(place, monkeypatch):
    monkeypatch.setenv("PORTAL_VAR", str(place / "ก"))
    chosen = addresses.sockets()
    chosen.chmod(0o755)

    addresses.settle({os.geteuid()})

    renewed = addresses.sockets()
    assert renewed != chosen
    assert renewed.stat().st_mode & 0o777 == 0o700
    for path in (chosen, renewed):
        path.rmdir()


def test_a_moved_project_keeps_its_data_but_not_anothers_sockets(place, monkeypatch):
    monkeypatch.setenv("PORTAL_VAR", str(place / "ก"))
    before = addresses.sockets()
    (place / "ก").rename(place / "ข")
    monkeypatch.setenv("PORTAL_VAR", str(place / "ข"))

    after = addresses.sockets()

    assert (addresses.state(), after == before) == (place / "ข", False)
    for path in (before, after):
        path.rmdir()
