"""The private address of a calendar: who holds it reads what its person may read, and no more.

It is signed, not stored: it names a row, and the row says whether it opens anything still.
"""

from django.core import signing
from django.urls import reverse

from portal.kernel.http import read_pk
from portal.kernel.letters import address_of

from .models import CalendarFeed

SIGNER = signing.Signer(salt="meetings.calendar_feed", sep=".")


def feed_token(feed: CalendarFeed) -> str:
    return SIGNER.sign(str(feed.pk))


def read_feed_token(token: str) -> int | None:
    """Nothing for what the portal did not sign."""
    try:
        return read_pk(SIGNER.unsign(token))
    except signing.BadSignature:
        return None


def feed_address(feed: CalendarFeed) -> str:
    return address_of(reverse("meetings:calendar-feed", args=[feed_token(feed)]))
