"""The virtual environment: made once, filled from the hashed lock, then left alone."""

import hashlib
import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

from embedded import locks
from embedded.addresses import PROJECT
from embedded.machine import Refused

HOME = PROJECT / ".venv"
PYTHON = HOME / "bin" / "python"
_ONE_MORE = r"(?:Collecting|Processing|Requirement already satisfied:) (?:\S*/)?([^=\s]+)"
_LOCKS = {"embedded": ("embedded", "dev"), "dev": ("dev",)}  # a lock, and those that contain it


def install(lock: str) -> None:
    """Have everything of a lock in .venv. Two at once wait for each other."""
    if _is_current(lock):
        return
    with locks.held(PROJECT):
        if _is_current(lock):
            return
        if not _works():
            print("สร้าง .venv", flush=True)
            venv.create(HOME, clear=True, with_pip=True, symlinks=True)
        _fill(_lock_file(lock))
        _stamp(lock).write_text(_fingerprint(lock))


def enter(module: str, *words: str) -> None:
    """Go on inside .venv, in this same process."""
    os.execv(PYTHON, [str(PYTHON), "-m", module, *words])


def _is_current(lock: str) -> bool:
    return any(
        _stamp(name).exists() and _stamp(name).read_text() == _fingerprint(name)
        for name in _LOCKS[lock]
    )


def _works() -> bool:
    """Is there an environment of this Python's version, with its pip?"""
    try:
        said = subprocess.run(
            [PYTHON, "-c", "import pip, sys; print(sys.version_info[:2])"],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
    except OSError:
        return False
    return said.stdout.strip() == str(sys.version_info[:2])


def _fill(lock: Path) -> None:
    wanted = len(re.findall(r"^[\w.-]+==(?!.*win32)", lock.read_text(), re.MULTILINE))
    print(f"ติดตั้งส่วนประกอบ {wanted} รายการลงใน .venv (ครั้งแรกใช้เวลาสักครู่)", flush=True)
    command = [PYTHON, "-m", "pip", "install", "--require-hashes", "--no-input", "--no-deps"]
    pip = subprocess.Popen(
        [*command, "--disable-pip-version-check", "--progress-bar=off", "-r", lock],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=PROJECT,
    )  # fmt: skip
    with pip:
        said = _tell(pip.stdout, wanted)
    if pip.returncode:
        print("".join(said[-25:]), file=sys.stderr)
        raise Refused(
            "ติดตั้งส่วนประกอบไม่สำเร็จ สาเหตุอยู่ในข้อความด้านบน (ครั้งแรกต้องต่ออินเทอร์เน็ต)\n"
            "The installation failed; the lines above say why. The first one needs the internet."
        )


def _tell(output: Iterable[str], wanted: int) -> list[str]:
    """How far pip has come, line by line; what it said, for when it fails."""
    said, count = [], 0
    for line in output:
        said.append(line)
        if found := re.match(_ONE_MORE, line):
            count += 1
            print(f"  {count:>3}/{wanted} {found[1]}", flush=True)
        elif line.startswith("Installing"):
            print("  แตกและวางไฟล์ …", flush=True)
    return said


def _lock_file(lock: str) -> Path:
    return PROJECT / "requirements" / f"{lock}.txt"


def _stamp(lock: str) -> Path:
    return HOME / f"{lock}.installed"


def _fingerprint(lock: str) -> str:
    said = f"{sys.version_info[:2]} {_lock_file(lock).read_text()}"
    return hashlib.sha256(said.encode()).hexdigest()
