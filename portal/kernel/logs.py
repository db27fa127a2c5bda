"""What the log may say: ids and never names."""

import logging
import re

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from portal.kernel.secret_addresses import is_secret

# PostgreSQL's second sentence repeats the row it refused, with everything a person typed.
_DETAIL = re.compile(
    r"^DETAIL:.*?(?=^(?:CONTEXT|HINT|The above|During handling|Traceback)|\Z)",
    re.MULTILINE | re.DOTALL,
)


class LineFormatter(logging.Formatter):
    """One line a record; a traceback keeps its path and loses what the row held."""

    def formatException(self, ei: tuple) -> str:  # noqa: N802 -- the name is logging's
        return _DETAIL.sub("DETAIL: left out\n", super().formatException(ei)).rstrip("\n")


class RefusalFilter(logging.Filter):
    """A page refused to somebody is no fault of ours: which page, to whom, and no traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], PermissionDenied):
            page, user = _page_and_user(getattr(record, "request", None))
            record.msg, record.args = "refused: %s to user %s", (page, user)
            record.exc_info = record.exc_text = None
        return True


class SecretFilter(logging.Filter):
    """An address that is itself a key is told by its page's name: a log is read by many."""

    def filter(self, record: logging.LogRecord) -> bool:
        page = getattr(getattr(record, "request", None), "resolver_match", None)
        if page and is_secret(page) and isinstance(record.args, tuple):
            address = record.request.path
            record.args = tuple(page.view_name if said == address else said for said in record.args)
        return True


def _page_and_user(request: HttpRequest | None) -> tuple[str | None, int | None]:
    """By the page's name and the user's id: an address may hold what a person typed."""
    page, user = getattr(request, "resolver_match", None), getattr(request, "user", None)
    return page and page.view_name, user and user.pk
