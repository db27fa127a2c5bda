"""Two texts of one block made one, so that nothing of either is lost."""

from difflib import SequenceMatcher


def both(theirs: str, mine: str) -> str:
    """Line by line: what both say once, then what stands saved, then what was typed."""
    saved, typed = theirs.splitlines(), mine.splitlines()
    lines = []
    for tag, a, b, c, d in SequenceMatcher(None, saved, typed, autojunk=False).get_opcodes():
        lines += saved[a:b] if tag == "equal" else [*saved[a:b], *typed[c:d]]
    return "\n".join(lines)
