"""What happened to a thing, in words, newest first."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import Promise

from portal.kernel import thai
from portal.kernel.models import Activity

Words = Mapping[str, str | Promise]


class Happened(NamedTuple):
    """One moment of a history."""

    at: datetime
    text: str
    by: str = ""


def entries(
    activities: Iterable[Activity],
    words: Words,
    beside: Callable[[Activity], str] = lambda _activity: "",
) -> list[dict]:
    """Entries of the timeline, of those ``words`` knows; ``beside`` adds what stood in it."""
    return shown(told(activities, words, beside))


def told(
    activities: Iterable[Activity], words: Words, beside: Callable[[Activity], str]
) -> list[Happened]:
    return [
        Happened(one.at, _joined(words[one.verb], beside(one)), name_of(one.by))
        for one in activities
        if one.verb in words
    ]


def shown(moments: Iterable[Happened]) -> list[dict]:
    """As the component ``timeline`` takes them."""
    now = timezone.now()
    return [
        {"when": thai.moment(one.at, now=now), "text": one.text, "by": one.by} for one in moments
    ]


def name_of(user) -> str:
    return user.person.full_name if user else ""


def _joined(words: str | Promise, more: str) -> str:
    return f"{words} {more}".strip()
