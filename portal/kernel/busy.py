"""Whatever page waited in vain for somebody else's rows, or asked for a change of what was adopted,
its reader hears it in a sentence.

A form says so beside what was typed (``errors.beside_others``); this is for every other page.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .errors import is_busy, is_sealed


class BusyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        if is_sealed(failure):
            return render(request, "409_sealed.html", status=409)
        return render(request, "409.html", status=409) if is_busy(failure) else None
