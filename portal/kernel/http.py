"""The last words of a sentence in a view: may you, what came of it, and where to go back to."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from .errors import RuleBroken, beside_others

# A page that asks something: looked at, and answered.
asks = require_http_methods(["GET", "HEAD", "POST"])


def require(allowed: bool) -> None:
    """Visible, but not yours to do: 403."""
    if not allowed:
        raise PermissionDenied


@contextmanager
def announce(request: HttpRequest, text: str) -> Iterator[None]:
    """Tell on the next page that it was done, or which rule forbade it."""
    try:
        with beside_others():
            yield
    except RuleBroken as refusal:
        for message in refusal.messages:
            messages.error(request, message)
    else:
        messages.success(request, text)


def asked_next(request: HttpRequest) -> str:
    """The page of ours that led here by ``?next=`` and waits to be come back to, or nothing."""
    url = request.GET.get("next", "")
    is_ours = url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    return url if is_ours else ""


def read_pk(text: str) -> int | None:
    """The key of a row as an address or a hidden field has it; nothing for what is none."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def with_answer(url: str, **answers: object) -> str:
    """``url`` told what was made meanwhile: ``with_answer(url, person=7)``; the rest stays."""
    parts = urlsplit(url)
    told = dict(parse_qsl(parts.query, keep_blank_values=True)) | answers
    return parts._replace(query=urlencode(told)).geturl()
