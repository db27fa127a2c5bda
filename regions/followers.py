"""What apps above must do in the very transaction in which a report turns.

``regions`` may not know them. An app above says so once when it starts, as it does for what
stands beside a section; whatever turns a report tells them, by name and in order::

    follow(weigh_answers)          # def weigh_answers(report): …
"""

from collections.abc import Callable

from .models import RegionalReport

_FOLLOWERS: list[Callable[[RegionalReport], None]] = []


def follow(step: Callable[[RegionalReport], None]) -> None:
    """Call ``step(report)`` whenever a report was sent, taken back, returned or accepted."""
    if step not in _FOLLOWERS:
        _FOLLOWERS.append(step)


def tell_followers(report: RegionalReport) -> None:
    for step in _FOLLOWERS:
        step(report)
