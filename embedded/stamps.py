"""What earlier starts already did for this version of the code, so that the next takes seconds."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from embedded import addresses
from embedded.addresses import PROJECT

_APPS = ("portal", "regions", "committees", "meetings", "certification")


class Stamp:
    """Says under var/ for which sources a step was done."""

    def __init__(self, name: str, *patterns: str) -> None:
        self.name, self.patterns = name, (*patterns, "requirements/*.txt")

    def is_current(self) -> bool:
        return self._path().exists() and self._path().read_text() == self._fingerprint()

    def set(self) -> None:
        self._path().write_text(self._fingerprint())

    def forget(self) -> None:
        self._path().unlink(missing_ok=True)

    def _path(self) -> Path:
        return addresses.var() / f"{self.name}.done"

    def _fingerprint(self) -> str:
        sources = hashlib.sha256()
        for path in _files(*self.patterns):
            about = path.stat()
            sources.update(f"{path} {about.st_size} {about.st_mtime_ns}\n".encode())
        return sources.hexdigest()


SCHEMA = Stamp("schema", *(f"{app}/**/*.{kind}" for app in _APPS for kind in ("py", "csv", "json")))
STATIC = Stamp("static", "static/**/*", "portal/settings.py")


def are_current() -> bool:
    return (
        SCHEMA.is_current()
        and STATIC.is_current()
        and are_catalogues_compiled()
        and is_demonstration_loaded()
    )


def forget_database() -> None:
    """A newborn database has seen nothing yet."""
    SCHEMA.forget()
    _demonstration().unlink(missing_ok=True)


def are_catalogues_compiled() -> bool:
    """They lie beside their sources, so that every state of this project shares them."""
    return all(
        words.with_suffix(".mo").exists()
        and words.with_suffix(".mo").stat().st_mtime >= words.stat().st_mtime
        for words in _files("locale/**/*.po")
    )


def is_demonstration_loaded() -> bool:
    unwanted = os.environ.get("PORTAL_DEMO", "").strip().lower() in {"0", "false", "no"}
    return unwanted or _demonstration().exists()


def demonstration_accounts() -> list[str]:
    """What the loading of the demonstration said: its accounts."""
    return _demonstration().read_text().splitlines() if _demonstration().exists() else []


def note_demonstration(accounts: Iterable[str]) -> None:
    _demonstration().write_text("\n".join(accounts))


def _demonstration() -> Path:
    return addresses.var() / "demonstration.done"


def _files(*patterns: str) -> Iterator[Path]:
    found = {path for pattern in patterns for path in PROJECT.glob(pattern) if path.is_file()}
    return iter(sorted(found))
