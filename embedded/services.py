"""The database and the broker together: their directories, their order, their end."""

import contextlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embedded import addresses, broker, locks, postgres
from embedded.machine import Account, Refused, account
from embedded.processes import MARK, Crew, Stopped, works_in


class Services:
    """Both servers of one state directory. Made only by the holder of its lock."""

    def __init__(self, crew: Crew, *, quick: bool = False) -> None:
        self.crew, self.account = crew, account()
        _make_directories(self.account)
        tree, program = self._reachable(postgres.find_tree(), broker.find_program())
        self.database = postgres.Postgres(tree, account=self.account, quick=quick)
        self.broker = broker.Broker(program, account=self.account, quick=quick)
        crew.layers += [[self.broker], [self.database]]

    def start(self) -> bool:
        """Start both without waiting; True when the database is newborn."""
        self.crew.start(self.broker)
        newborn = not self.database.data.exists()
        if newborn:
            self.crew.say("สร้างฐานข้อมูล PostgreSQL 18 ใน " + str(self.database.data.parent))
            self.database.create()
        self.crew.start(self.database)
        return newborn

    def wait(self) -> None:
        self.crew.wait_until(self.database.ready, part=self.database)
        self.crew.wait_until(self.broker.ready, part=self.broker)

    def _reachable(self, tree: Path, program: Path) -> tuple[Path, Path]:
        """The programs themselves, or as root copies where their own place is closed to others."""
        if not self.account or all(map(addresses.open_to_all, (tree / "bin/postgres", program))):
            return tree, program
        place = addresses.state() / "server"
        if not place.exists():
            fresh = place.with_name("server.new")
            shutil.rmtree(fresh, ignore_errors=True)
            postgres.copy_tree(tree, fresh)
            shutil.copy(program, fresh / program.name)
            (fresh / program.name).chmod(0o755)
            fresh.rename(place)
        return place / tree.parent.name / tree.name, place / program.name


@contextmanager
def crew() -> Iterator[Crew]:
    """The crew of this state, once: its orphans ended before, every process stopped after."""
    lock = lock_state()
    endmembers()
    hands = Crew(sys.stdout, mark=str(addresses.state()))
    try:
        yield hands
    except Stopped:
        hands.say("กำลังหยุด ใช้เวลาไม่กี่วินาที")
    finally:
        hands.stop()
        os.close(lock)


def lock_state() -> int:
    """Take this state for ourselves, or refuse in one sentence."""
    state = addresses.state()
    if state != addresses.var():
        addresses.make_directory(state.parent)
    addresses.make_directory(state)
    taken = locks.take(state / "run.lock")
    if taken is None:
        pid = (state / "run.lock").read_text().strip()
        raise Refused(
            f"พอร์ทัลที่ใช้ข้อมูลใน {addresses.var()} กำลังทำงานอยู่แล้ว (โพรเซส {pid}) "
            "ให้ใช้ตัวนั้น หรือหยุดด้วย Ctrl-C ก่อน\n"
            f"The portal on this data is already running (process {pid}); use it or stop it first."
        )
    os.ftruncate(taken, 0)
    os.pwrite(taken, f"{os.getpid()}\n".encode(), 0)
    return taken


def endmembers() -> None:
    """End what a killed run of this state left behind: politely, then by force."""
    for number, seconds in ((signal.SIGTERM, 8), (signal.SIGKILL, 8)):
        for pid in members():
            server = works_in(pid, addresses.state() / "postgres")
            polite = signal.SIGINT if server else signal.SIGTERM
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, polite if number == signal.SIGTERM else number)
        limit = time.monotonic() + seconds
        while members() and time.monotonic() < limit:
            time.sleep(0.05)


def members() -> list[int]:
    """Every process that belongs to this state, wherever it hangs in the tree.

    The servers write their title over the mark, but they work in their data.
    """
    data = [addresses.state() / name for name in ("postgres", "postgres.new", "broker")]
    found = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [
        pid
        for pid in found
        if pid != os.getpid() and (_is_marked(pid) or any(works_in(pid, path) for path in data))
    ]


def _is_marked(pid: int) -> bool:
    mark = f"{MARK}={addresses.state()}".encode()
    try:
        return mark in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:
        return False


def _make_directories(account: Account | None) -> None:
    owners = {os.geteuid(), account.pw_uid} if account else {os.geteuid()}
    addresses.settle(owners)
    state = addresses.state()
    (addresses.var() / "mail").mkdir(mode=0o700, exist_ok=True)
    for path in (addresses.sockets(), state / "broker"):
        path.mkdir(mode=0o700, exist_ok=True)
        if account:
            os.chown(path, account.pw_uid, account.pw_gid)
