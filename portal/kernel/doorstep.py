"""What is true of every request and every answer, before anybody knows whose they are.

What no browser sends is refused at once: PostgreSQL keeps no NUL, so an address, a
question or a cookie with one can name nothing, and as no keyboard types it no field has
a sentence for it; and a form in another encoding would be
refused by Django in the middle of its own refusal. What is typed, the forms judge.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string

# A page is its reader's: no proxy keeps it, and a browser asks before it shows it again.
READERS_OWN = "private, no-cache"


class DoorstepMiddleware:
    """Stands before the session, which would look up any cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request) if is_readable(request) else refusal()
        response.headers.setdefault("Cache-Control", READERS_OWN)
        return response


def is_readable(request: HttpRequest) -> bool:
    texts = [request.path_info, *request.COOKIES.values()]
    has_nul = "%00" in request.META.get("QUERY_STRING", "") or any("\0" in text for text in texts)
    return not has_nul and request.content_params.get("charset", "utf-8").lower() == "utf-8"


def refusal() -> HttpResponse:
    return HttpResponseBadRequest(render_to_string("400.html"))
