"""A Word template is tried with made-up data before it is taken: in a process of its own, with an
end to its time and memory, so that whatever stands in it cannot hold up the portal."""

import json
import re
import resource
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from jinja2.exceptions import TemplateError, UndefinedError

from portal.kernel.papers.word import tried
from portal.kernel.papers.word_language import BadTemplate

from .samples import sample

PROJECT = Path(__file__).resolve().parent.parent.parent
SECONDS = 15
MEMORY = 1024 * 1024 * 1024
# A template is a few pages; what is larger is none, or was made to do harm.
LARGEST_PART = 2 * 1024 * 1024
LARGEST_WHOLE = 30 * 1024 * 1024
MOST_SIGNS = 4000
# What Word would fetch from elsewhere, or run.
_OUTSIDE = re.compile(rb'<Relationship\b(?![^>]*/hyperlink")[^>]*TargetMode\s*=\s*["\']External')


def fault_of(template: bytes, kind: str) -> tuple[str, str] | None:
    """What is wrong, by a code and what was found there; nothing where the template is good."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, kind],
            input=template, capture_output=True, cwd=PROJECT, timeout=SECONDS + 5, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "too-long", ""
    if done.returncode != 0:
        return "too-long", ""
    code, said = json.loads(done.stdout)
    return (code, said) if code else None


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    json.dump(try_out(sys.stdin.buffer.read(), sys.argv[1]), sys.stdout)


def try_out(template: bytes, kind: str) -> tuple[str, str]:
    try:
        look_through(template)
        tried(template, sample(kind))
    except BadTemplate as fault:
        return fault.code, fault.said
    except UndefinedError as fault:
        return "unknown-part", fault.message
    except TemplateError as fault:
        lines = (line.strip() for line in getattr(fault, "docx_context", ()))
        return "syntax", " ".join(filter(None, lines))[:200]
    except Exception as fault:
        return "unreadable", type(fault).__name__
    return "", ""


def look_through(template: bytes) -> None:
    """Before anything is read for what it means: its size, and what it would bring along."""
    with ZipFile(BytesIO(template)) as archive:
        parts = {entry.filename: entry.file_size for entry in archive.infolist()}
        texts = [name for name in parts if name.endswith((".xml", ".rels"))]
        if sum(parts.values()) > LARGEST_WHOLE or max(parts[name] for name in texts) > LARGEST_PART:
            raise BadTemplate("too-large")
        if any("/embeddings/" in name or "/activeX/" in name for name in parts):
            raise BadTemplate("brings-along")
        for name in texts:
            _look_into(archive.read(name))


def _look_into(part: bytes) -> None:
    """Word writes UTF-8 without declarations of its own."""
    part.decode("utf-8")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise BadTemplate("unreadable")
    if _OUTSIDE.search(part):
        raise BadTemplate("brings-along")
    if part.count(b"{") > MOST_SIGNS:
        raise BadTemplate("too-many-lists")


if __name__ == "__main__":
    main()
