"""Where the one command cannot work, it says so in one sentence."""

import importlib.util
import platform
import subprocess
import sys

import pytest

from embedded import addresses, machine


@pytest.mark.parametrize(
    ("function", "answer", "word"),
    [
        (platform.system, "Darwin", "docker compose"),
        (platform.system, "Windows", "docker compose"),
        (platform.machine, "riscv64", "docker compose"),
        (platform.libc_ver, ("musl", "1.2"), "glibc"),
    ],
)
def test_an_unsupported_machine_is_told_so(monkeypatch, function, answer, word):
    monkeypatch.setattr(platform, function.__name__, lambda: answer)

    with pytest.raises(machine.Refused, match=word):
        machine.check()


def test_a_python_without_venv_is_told_what_to_install(monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else found(name)
    )

    with pytest.raises(machine.Refused, match="apt install python3-venv"):
        machine.check()


def test_an_old_python_is_told_so_before_anything_else():
    old = "import sys; sys.version_info = (3, 10, 13); import embedded"

    said = subprocess.run(
        [sys.executable, "-c", old],
        cwd=addresses.PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 1
    assert "ต้องใช้ Python 3.11 ขึ้นไป (เครื่องนี้เป็น Python 3.10.13)" in said.stderr
    assert "Traceback" not in said.stderr
