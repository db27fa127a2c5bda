"""Parts of the portal as child processes: started, prefixed, started again, stopped.

honcho prints the lines. Its manager is not used: it starts commands through a
shell, stops everything when one part dies, and leaves orphans when it is killed.
Everything here happens in one thread, because a child that asks to die with its
parent dies with the *thread* that made it.
"""

import contextlib
import ctypes
import os
import selectors
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from honcho.colour import get_colours
from honcho.printer import Message, Printer

from embedded.addresses import PROJECT
from embedded.machine import Account, Refused

MARK = "PORTAL_PART_OF"  # every process below us carries it: the next start knows its orphans
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_prctl = ctypes.CDLL(None, use_errno=True).prctl


class Stopped(Exception):
    """Somebody asked us to stop."""


def die_with_parent(number: int) -> None:
    _prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)


def ties(number: int) -> Callable[[], None]:
    """What a child does before it begins: ask to get this signal when we die."""
    parent = os.getpid()

    def tie() -> None:
        die_with_parent(number)
        if os.getppid() != parent:  # we died before it could ask
            os._exit(1)

    return tie


def run_as(account: Account | None) -> dict:
    """What subprocess needs to run something under another account."""
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


class Part:
    """One child process: how it is started, how it is stopped."""

    def __init__(
        self,
        name: str,
        command: list[str],
        *,
        environment: dict[str, str] | None = None,
        account: Account | None = None,
        stop_with: int = signal.SIGTERM,
        patience: float = 8,
        keep: bool = True,
        directory: Path = PROJECT,
        pass_fds: tuple[int, ...] = (),
        noise: tuple[str, ...] = (),  # lines that would only alarm
    ) -> None:
        self.name, self.command, self.account = name, command, account
        self.own_environment = environment or {}
        self.stop_with, self.patience, self.keep = stop_with, patience, keep
        self.directory, self.pass_fds, self.noise = directory, pass_fds, noise
        self.process: subprocess.Popen | None = None
        self.deaths = 0
        self.born = self.due = 0.0
        self.rest = b""
        self.said: deque[str] = deque(maxlen=40)

    def environment(self) -> dict[str, str]:
        return {**os.environ, **self.own_environment}

    def start(self, mark: str) -> None:
        self.process = subprocess.Popen(
            self.command,
            cwd=self.directory,
            env={**self.environment(), MARK: mark, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=self.pass_fds,
            preexec_fn=ties(self.stop_with),
            **run_as(self.account),
        )
        self.born = time.monotonic()
        os.set_blocking(self.process.stdout.fileno(), False)

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int) -> None:
        if self.alive:
            self.process.send_signal(number)


class Crew:
    """All parts of one run, in the order they were started."""

    def __init__(self, output: TextIO, *, mark: str) -> None:
        self.printer = Printer(output, width=9)
        self.mark = mark
        self.colours = get_colours()
        self.colour_of: dict[str, str | None] = {"portal": None}
        self.parts: list[Part] = []
        self.layers: list[list[Part]] = []  # in the order of stopping
        self.selector = selectors.DefaultSelector()
        self.asked_to_stop: float | None = None
        self.in_a_hurry = False
        _prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)

    def say(self, text: str, name: str = "portal") -> None:
        now = datetime.now().astimezone()
        try:
            self.printer.write(Message("line", text, now, name, self.colour_of[name]))
        except OSError:  # the terminal is gone
            self.printer.output = open(os.devnull, "w")  # noqa: SIM115
            self._ask_to_stop()

    def start(self, part: Part) -> None:
        self.colour_of.setdefault(part.name, next(self.colours))
        part.start(self.mark)
        self.parts.append(part)
        self.selector.register(part.process.stdout, selectors.EVENT_READ, part)

    def wait_until(self, ready: Callable[[], bool], *, part: Part, times: int = 8) -> None:
        """Keep everything going until something is so; give up when the part keeps dying."""
        while not ready():
            self.turn(0.02)
            if part.deaths >= times:
                raise Refused(
                    f"{part.name} เริ่มไม่ได้ สาเหตุอยู่ในข้อความด้านบน\n"
                    f"{part.name} cannot be started; the lines above say why."
                )

    def finish(self, *parts: Part) -> None:
        """Run passing parts to their end; the first that fails ends the start."""
        while any(part.alive for part in parts):
            self.turn(0.05)
        for part in parts:
            if part.process.returncode:
                raise Refused(
                    f"ขั้น {part.name} ไม่สำเร็จ สาเหตุอยู่ในข้อความด้านบน\n"
                    f"The step {part.name} failed; the lines above say why."
                )

    def watch(self) -> None:
        """Until somebody asks us to stop."""
        while True:
            self.turn(0.25)

    def turn(self, seconds: float) -> None:
        """One round: print what was said, start again what died and is due."""
        self._listen(seconds)
        for part in list(self.parts):
            if not part.alive:
                self._lay_to_rest(part)
        self._reap_adopted()
        if self.asked_to_stop:
            raise Stopped

    def stop(self) -> None:
        """Stop layer after layer; what does not end in its time is killed."""
        for layer in self.layers:
            for part in layer:
                part.keep = False
                part.signal(part.stop_with)
            began = time.monotonic()
            while living := [part for part in layer if part.alive]:
                waited = time.monotonic() - began
                for part in living:
                    if waited > part.patience or self.in_a_hurry:
                        part.signal(signal.SIGKILL)
                self._listen(0.05)
            for part in layer:
                _end_group(part)
        self._end_adopted()

    def _ask_to_stop(self, *_) -> None:
        """Asked again after a while, we hurry. Twice at once is one request, passed on by make."""
        now = time.monotonic()
        self.asked_to_stop = self.asked_to_stop or now
        self.in_a_hurry = now - self.asked_to_stop > 1

    def _listen(self, seconds: float) -> None:
        for key, _ in self.selector.select(seconds):
            self._read(key.data)

    def _read(self, part: Part) -> bool:
        """Print the whole lines a part has written; False when there is nothing more for now."""
        try:
            chunk = os.read(part.process.stdout.fileno(), 65536)
        except BlockingIOError:
            return False
        *lines, part.rest = (part.rest + chunk).split(b"\n")
        for line in lines:
            if text := line.decode("utf-8", "replace").rstrip():
                part.said.append(text)
                if not any(words in text for words in part.noise):
                    self.say(text, part.name)
        if not chunk:
            self._hang_up(part)
        return bool(chunk)

    def _hang_up(self, part: Part) -> None:
        self.selector.unregister(part.process.stdout)
        part.process.stdout.close()

    def _lay_to_rest(self, part: Part) -> None:
        """Note a death once, end what the part left behind, and start it again when it is due."""
        now = time.monotonic()
        if not part.due:
            _end_group(part)
            self._hear_last_words(part)
            if not part.keep:
                self.parts.remove(part)
                return
            part.deaths = 1 if now - part.born > 60 else part.deaths + 1
            pause = min(30, 0.25 * 2**part.deaths)
            part.due = now + pause
            self.say(f"{part.name} หยุดไป (รหัส {part.process.returncode}) จะเริ่มใหม่ใน {pause:g} วินาที")
        if now >= part.due:
            part.due = 0.0
            part.start(self.mark)
            self.selector.register(part.process.stdout, selectors.EVENT_READ, part)

    def _hear_last_words(self, part: Part) -> None:
        while not part.process.stdout.closed and self._read(part):
            pass
        if not part.process.stdout.closed:
            self._hang_up(part)

    def _reap_adopted(self) -> None:
        """Bury the children that dead parts left to us, so that none stays a zombie."""
        ours = {part.process.pid for part in self.parts}
        for pid in children(os.getpid()):
            if pid not in ours:
                os.waitpid(pid, os.WNOHANG)

    def _end_adopted(self) -> None:
        while orphans := children(os.getpid()):
            for pid in orphans:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)


def works_in(pid: int, directory: Path) -> bool:
    """Is this the working directory of that process, as it is for a server and its data?"""
    try:
        return directory.samefile(f"/proc/{pid}/cwd")
    except OSError:
        return False


def children(parent: int) -> list[int]:
    """The processes whose parent this is (every thread of ours makes its own children)."""
    found: list[int] = []
    for listing in Path(f"/proc/{parent}/task").glob("*/children"):
        found += map(int, listing.read_text().split())
    return found


def _end_group(part: Part) -> None:
    if part.process:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(part.process.pid, signal.SIGKILL)
