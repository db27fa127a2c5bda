"""What a browser keeps of a person: whose it is, the key it is locked with, and letting go.

On a shared phone the next person must find nothing, and the one who typed must lose nothing.
So what a device keeps is named after the account and locked with a key that only this portal
can make; a page for that account carries the key, and a page for anybody else does not
(static/js/behaviours/device.js, mirror.js).
"""

from base64 import b64encode
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from .models import User

SALT = "portal.kernel.device"
# Not "storage": that would take typed text which has not reached us, and with it the size and
# colour a person chose. The copies of pages go by device.js, the text stays behind its lock.
FORGET_PAGES = '"cache"'


def account_of(user: User | AnonymousUser) -> str:
    """One name for an account on every device of one portal; none for a stranger."""
    return _made(f"{SALT}.account", user).hex()[:20] if user.is_authenticated else ""


def key_of(user: User) -> str:
    """The key to what this account typed on a device, the same after every signing in."""
    return b64encode(_made(f"{SALT}.key", user)).decode()


def _made(salt: str, user: User) -> bytes:
    return salted_hmac(salt, str(user.pk), algorithm="sha256").digest()


@receiver(user_logged_out)
def remember_leaving(sender: type, request: HttpRequest | None, **kwargs: object) -> None:
    if request:
        request.is_left = True


class LeavingMiddleware:
    """Whoever signs out takes along the pages that the browser would show once more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "is_left", False):
            response["Clear-Site-Data"] = FORGET_PAGES
        return response
