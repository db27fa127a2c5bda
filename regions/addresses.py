"""Where a number is explained: one way to write the address of a figure and of a rate."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse


def figure_url(key: str, month: date, **asked: object) -> str:
    """``region`` and ``province`` by code, ``basis``, ``year``; without any, the nation's month."""
    return _with(reverse("regions:figure-detail", args=[key, month]), asked)


def rate_url(name: str, month: date, **asked: object) -> str:
    """``completeness`` or ``timeliness``; ``region`` by code, ``kind`` of units."""
    return _with(reverse("regions:rate-detail", args=[name, month]), asked)


def _with(url, asked):
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{url}?{query}" if query else url
