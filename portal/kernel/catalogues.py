"""What code and templates say, and what the catalogues make of it.

The messages are Thai, written in place; ``locale/en`` says them in English and
``locale/th`` says in Thai what libraries say in English. Everything is read in
Python, so that neither the tests nor a translator need GNU gettext.
"""

import ast
import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import polib
from django.conf import settings
from django.utils.translation.template import templatize

# Folders that say nothing on a page.
SKIPPED = (".*", "var", "locale", "tests", "bench", "embedded", "static", "migrations")
# Letters, official documents and samples are Thai, whatever the language of the screens.
THAI_ONLY = ("*/letters/*", "*/print/*", "*/email/*", "*/styleguide*")

THAI = re.compile("[\u0e01-\u0e5b]{2,}")
PLACEHOLDER = re.compile(r"%\(\w+\)[-+ #0]*[\d.]*[a-zA-Z]|%[sd]|\{\w*\}")

_ARGUMENTS = {
    "_": ("singular",),
    "gettext": ("singular",),
    "ngettext": ("singular", "plural"),
    "pgettext": ("context", "singular"),
    "npgettext": ("context", "singular", "plural"),
}
_STRING = r"""u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
_TEMPLATE_CALL = re.compile(
    rf"\b(gettext|n?pgettext|ngettext|_)\(\s*({_STRING}(?:\s*,\s*{_STRING})*)"
)
_MARKED = re.compile(
    r"\{#.*?#\}"
    r"|\{%-?\s*comment\b.*?endcomment\s*%\}"
    r"|\{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%\}"
    r"|\{%\s*trans(?:late)?\b.*?%\}"
    rf"|\b_\({_STRING}\)"
    r"|\blang=\"th\"[^>]*>[^<]*",  # Thai on purpose, on every screen
    re.DOTALL,
)


class Message(NamedTuple):
    context: str | None
    singular: str
    plural: str | None


def catalogue(language: str) -> polib.POFile:
    path = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(path), wrapwidth=100)


def message_of(entry: polib.POEntry) -> Message:
    return Message(entry.msgctxt, entry.msgid, entry.msgid_plural or None)


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def messages() -> dict[Message, list[str]]:
    """Every message of the project, in order, and the files that say it."""
    found: dict[Message, list[str]] = {}
    for path in sources():
        said = _in_code(path) if path.suffix == ".py" else _in_template(path)
        for message in said:
            files = found.setdefault(message, [])
            if (name := _name(path)) not in files:
                files.append(name)
    return found


def unmarked() -> Iterator[tuple[str, str]]:
    """Thai words of templates and refusals that no catalogue can say in English."""
    for path in sources():
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            yield from ((_name(path), words) for words in _bare_refusals(text))
        elif not any(fnmatch(_name(path), pattern) for pattern in THAI_ONLY):
            yield from ((_name(path), words) for words in THAI.findall(_MARKED.sub("", text)))


def sources() -> Iterator[Path]:
    """Code and templates that may speak, in a fixed order."""
    for folder, folders, files in os.walk(settings.BASE_DIR):
        folders[:] = sorted(each for each in folders if not _is_skipped(each))
        for name in sorted(files):
            if name.endswith((".py", ".html", ".txt")) and Path(folder) != settings.BASE_DIR:
                yield Path(folder, name)


def _is_skipped(folder: str) -> bool:
    return any(fnmatch(folder, pattern) for pattern in SKIPPED)


def _name(path: Path) -> str:
    return path.relative_to(settings.BASE_DIR).as_posix()


def _in_code(path: Path) -> Iterator[Message]:
    calls = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _function(node) in _ARGUMENTS
    )
    for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        said = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if len(said) >= len(_ARGUMENTS[_function(node)]):
            yield _message(_function(node), said)


def _bare_refusals(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and _function(node) in {"RuleBroken", "announce"}:
            said = (part for part in node.args if isinstance(part, ast.Constant))
            yield from (part.value for part in said if THAI.search(str(part.value)))


def _in_template(path: Path) -> Iterator[Message]:
    marks = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for call, strings in _TEMPLATE_CALL.findall(marks):
        yield _message(call, [ast.literal_eval(each) for each in re.findall(_STRING, strings)])


def _function(call: ast.Call) -> str:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return re.sub("_(lazy|noop)$", "", name)


def _message(call: str, said: list[str]) -> Message:
    parts = dict(zip(_ARGUMENTS[call], said, strict=False))
    return Message(parts.get("context"), parts["singular"], parts.get("plural"))
