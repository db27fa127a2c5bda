"""The last two words of a sentence in a view: may you, and what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from .errors import RuleBroken


def require(allowed: bool) -> None:
    """Visible, but not yours to do: 403."""
    if not allowed:
        raise PermissionDenied


@contextmanager
def announce(request: HttpRequest, text: str) -> Iterator[None]:
    """Tell on the next page that it was done, or which rule forbade it."""
    try:
        yield
    except RuleBroken as refusal:
        for message in refusal.messages:
            messages.error(request, message)
    else:
        messages.success(request, text)
