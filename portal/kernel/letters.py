"""Letters are promises with an address. Their words stand in each app's ``letters.py``."""

from collections.abc import Iterable
from email.utils import parseaddr
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage

from portal.kernel.models import Outbox
from portal.kernel.outbox import promise


class Enclosure(NamedTuple):
    """A small file of text that goes with a letter; it waits in the promise with the words."""

    name: str
    text: str
    kind: str  # text/calendar; method=PUBLISH


def promise_letter(
    key: str, *, to: str, subject: str, body: str, enclosed: Iterable[Enclosure] = ()
) -> Outbox:
    """Promise one letter to one address; many recipients are many letters."""
    letter = {"key": key, "to": to, "subject": " ".join(subject.split()), "body": body}
    if files := list(enclosed):
        letter["enclosed"] = files
    return promise("kernel.send_letter", key, letter)


def deliver(
    *, key: str, to: str, subject: str, body: str, enclosed: Iterable[Iterable[str]] = ()
) -> None:
    """Hand a letter to the mail server. Twice is the same letter: its id comes from its key."""
    letter = EmailMessage(subject, body, to=[to], headers={"Message-ID": message_id(key)})
    for file in enclosed:
        letter.attach(*file)
    letter.send()


def address_of(path: str) -> str:
    """Where a reader of a letter finds a page."""
    return f"{settings.PORTAL_ADDRESS}{path}"


def message_id(key: str) -> str:
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{sha256(key.encode()).hexdigest()[:32]}@{host}>"  # fits one header line
