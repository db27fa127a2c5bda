"""Two texts line by line: what was added, taken out or put otherwise, and what stayed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

FEW = 2  # lines of what stayed are shown as they are
AROUND = 1  # lines shown before and after a change; the rest of what stayed is folded
# A Thai consonant keeps the vowels and tone marks above and below it.
_LETTER = re.compile(".[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*", re.DOTALL)


@dataclass(frozen=True)
class Same:
    """Lines that stand in both."""

    lines: list[str]

    kind = "same"

    @property
    def is_folded(self) -> bool:
        return len(self.lines) > FEW


@dataclass(frozen=True)
class Piece:
    """Part of a line; ``differs`` where the other line has something else."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Change:
    """A line before, a line after, or both: ``added``, ``removed`` or ``changed``."""

    before: list[Piece]
    after: list[Piece]

    @property
    def kind(self) -> str:
        if not self.before:
            return "added"
        return "changed" if self.after else "removed"


def compared(before: str, after: str) -> list[Same | Change]:
    """The later text beside the earlier one, from top to bottom."""
    old, new = before.splitlines(), after.splitlines()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    rows: list[Same | Change] = []
    for what, at, to, new_at, new_to in matcher.get_opcodes():
        if what == "equal":
            rows += _parted(old[at:to], is_first=at == 0, is_last=to == len(old))
        else:
            rows += _changes(old[at:to], new[new_at:new_to])
    return rows


def _parted(lines: list[str], *, is_first: bool, is_last: bool) -> Iterator[Same]:
    """The line next to a change stays in sight; what is far from one is folded."""
    head = 0 if is_first else AROUND
    tail = 0 if is_last else AROUND
    middle = lines[head : len(lines) - tail]
    if len(middle) <= FEW:
        yield Same(lines)
        return
    for part in (lines[:head], middle, lines[len(lines) - tail :]):
        if part:
            yield Same(part)


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    for before, after in zip_longest(old, new):
        if before is None or after is None:
            yield Change(_whole(before), _whole(after))
        else:
            yield Change(*_pieces(before, after))


def _whole(line: str | None) -> list[Piece]:
    return [] if line is None else [Piece(line, True)]


def _pieces(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Where two lines begin and end alike, only what lies between differs."""
    old, new = _LETTER.findall(before), _LETTER.findall(after)
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    left = least - head
    tail = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    return _cut(old, head, tail), _cut(new, head, tail)


def _cut(letters: list[str], head: int, tail: int) -> list[Piece]:
    end = len(letters) - tail
    parts = [
        Piece("".join(letters[:head]), False),
        Piece("".join(letters[head:end]), True),
        Piece("".join(letters[end:]), False),
    ]
    return [part for part in parts if part.text] or [Piece("", True)]


def counted(rows: list[Same | Change]) -> dict[str, int]:
    """How many lines were added, taken out and put otherwise."""
    kinds = [row.kind for row in rows]
    return {kind: kinds.count(kind) for kind in ("added", "removed", "changed")}
