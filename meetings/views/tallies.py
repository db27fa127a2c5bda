"""Counts above a list that are its filters."""

from collections.abc import Iterable
from urllib.parse import urlencode

from meetings.models import Workstream

PROGRESS = ("done", "all", "withdrawn")


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


def progress(address: str, asked, counts: dict[str, dict[str, int]]) -> list[dict]:
    """How far each urgent workstream is, for whoever and whatever words were asked: each number
    leads to the list that it counts."""
    others = {name: asked[name] for name in ("q", "owner") if asked.get(name)}

    def number(stream: Workstream, standing: str) -> dict:
        query = urlencode({"standing": standing, "workstream": stream.value, **others})
        value = counts.get(stream, {}).get(standing, 0)
        return {"value": value, "url": f"{address}?{query}"}

    return [
        {"words": stream.label} | {standing: number(stream, standing) for standing in PROGRESS}
        for stream in Workstream
    ]
