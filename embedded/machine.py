"""What this machine must offer, and the account the servers run under."""

import importlib.util
import os
import platform
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ACCOUNT = "portal-embedded"
_USERADD = [
    "useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
    "--shell", "/usr/sbin/nologin", ACCOUNT,
]  # fmt: skip
Account = pwd.struct_passwd


class Refused(Exception):
    """The start is refused. The message is one clear sentence and final."""


@contextmanager
def refusals() -> Iterator[None]:
    """Speak Thai on any terminal, and end with a sentence where a traceback would help nobody."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    try:
        yield
    except Refused as refused:
        sys.exit(f"\n{refused}")
    except KeyboardInterrupt:
        sys.exit(130)


def check() -> None:
    if platform.system() != "Linux" or platform.machine() not in {"x86_64", "aarch64"}:
        raise Refused(
            "make run ใช้ได้บน Linux (x86-64 หรือ ARM64) เท่านั้น เครื่องอื่นให้ใช้ docker compose ตาม README\n"
            "The one-command run needs Linux on x86-64 or ARM64; elsewhere use docker compose."
        )
    if platform.libc_ver()[0] != "glibc":
        raise Refused(
            "make run ต้องใช้ Linux ที่มี glibc (เช่น Debian, Ubuntu) ระบบอื่นให้ใช้ docker compose\n"
            "The one-command run needs a Linux with glibc; elsewhere use docker compose."
        )
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise Refused(
            "Python นี้ไม่มี venv: บน Debian หรือ Ubuntu ให้สั่ง sudo apt install python3-venv\n"
            "This Python comes without venv; on Debian or Ubuntu: sudo apt install python3-venv."
        )


def account() -> Account | None:
    """Whom the servers run as: ourselves (None), but never root, which PostgreSQL refuses."""
    if os.geteuid():
        return None
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return _make_account()


def _make_account() -> Account:
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    if useradd := shutil.which("useradd", path=path):
        subprocess.run(_USERADD, executable=useradd, check=False, capture_output=True)
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        raise Refused(
            f"root รันฐานข้อมูลเองไม่ได้และสร้างบัญชี {ACCOUNT} ไม่สำเร็จ: ให้สร้างบัญชีนี้ หรือรันด้วยผู้ใช้ธรรมดา\n"
            f"Root cannot run the database and the account {ACCOUNT} could not be made; "
            "make it, or run as an ordinary user."
        ) from None
