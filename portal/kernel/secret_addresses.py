"""An address that is itself a key: what may stand of it in the log and in the history."""

from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve

KEYS = frozenset({"token", "uidb36"})  # the part of an address that opens it


def is_secret(page: ResolverMatch) -> bool:
    return not KEYS.isdisjoint(page.kwargs)


def told_address(request: HttpRequest) -> str:
    """The path; of an address that is a key its route, and nothing of one that leads nowhere."""
    try:
        page = resolve(request.path_info)
    except Resolver404:
        return ""
    return f"/{page.route}" if is_secret(page) else request.path
