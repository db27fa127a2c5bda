"""Give somebody a private address of their calendar, and take it away again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import CalendarFeed
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person, User


@transaction.atomic
def issue_calendar_feed(person: Person, *, by: User) -> CalendarFeed:
    """A new address; the one before opens nothing from here on."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    now = timezone.now()
    person.calendar_feeds.filter(revoked_at=None).update(revoked_at=now)
    feed = CalendarFeed.objects.create(person=person, made_at=now)
    record("calendar_feed.issued", feed, by=by)
    return feed


@transaction.atomic
def revoke_calendar_feed(feed: CalendarFeed, *, by: User) -> CalendarFeed:
    won = CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=timezone.now())
    if not won:
        raise RuleBroken(_("ที่อยู่ปฏิทินนี้เลิกใช้ไปแล้ว"), code="already-revoked")
    feed.refresh_from_db()
    record("calendar_feed.revoked", feed, by=by)
    return feed
