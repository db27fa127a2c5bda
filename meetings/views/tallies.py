"""Counts above a list that are its filters."""

from collections.abc import Iterable
from urllib.parse import urlencode


def tally(address: str, asked, keep: Iterable[str], counted: Iterable[tuple]) -> list[dict]:
    """``counted`` has a standing, its words and how many there are; each keeps what else was
    asked under the names to ``keep``."""
    others = {name: asked[name] for name in keep if asked.get(name)}
    return [
        {
            "value": count,
            "words": words,
            "url": f"{address}?{urlencode({'standing': standing, **others})}",
            "is_current": asked.get("standing", "") == standing,
        }
        for standing, words, count in counted
    ]
