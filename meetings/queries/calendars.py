"""Meetings as calendars ask for them, and whose address it is that asks."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from committees.models import BodyMembership, Committee
from committees.queries.service import first_day_of_service
from meetings.feeds import read_feed_token
from meetings.models import CalendarFeed, Invitation, Meeting
from portal.kernel.models import Activity, User
from regions.models import rights_of

LOOKED_BACK = timedelta(days=366)  # a calendar is for what comes; older records have their pages


def for_calendar(meetings: QuerySet[Meeting]) -> list[Meeting]:
    """Those that have a day, each with ``changed_at``, in one statement."""
    about = Activity.objects.filter(
        subject_type=ContentType.objects.get_for_model(Meeting), subject_id=OuterRef("pk")
    )
    latest = Subquery(about.order_by("-at").values("at")[:1])
    dated = meetings.filter(starts_on__isnull=False).select_related("committee", "province")
    return [_dressed(row) for row in dated.annotate(noted_at=latest).order_by("starts_on", "pk")]


def _dressed(meeting: Meeting) -> Meeting:
    """A past record was taken over without a word about when; its own day is as good as any."""
    meeting.changed_at = meeting.noted_at or meeting.begins_at
    return meeting


def feed_by_token(token: str) -> CalendarFeed | None:
    pk = read_feed_token(token)
    return pk and CalendarFeed.objects.select_related("person__user").filter(pk=pk).first()


def reader_of(feed: CalendarFeed, *, on: date) -> User | None:
    """Whose rights the address has today; nobody's once it was revoked or the service ended."""
    user = feed.person.user
    if feed.revoked_at or user is None or not user.is_active:
        return None
    return user if first_day_of_service(feed.person, on=on) == on else None


def meetings_in_feed(user: User, *, on: date) -> Iterable[Meeting]:
    """What ``user`` may read today and is concerned with, from a year back: a telephone is no
    place for the forums of eight regions."""
    meetings = Meeting.objects.visible_to(user).filter(ends_on__gte=on - LOOKED_BACK)
    return for_calendar(meetings.filter(_concerning(user)))


def _concerning(user: User) -> Q:
    """The 67's, one's own region's, those of a body one is on that day, and what one was called
    to; whoever reads everything is concerned with everything."""
    rights = rights_of(user)
    if rights.sees_everything:
        return Q()
    called = Invitation.objects.filter(meeting=OuterRef("pk"), person__user=user)
    members = BodyMembership.objects.in_force(on=OuterRef("starts_on"))
    member = members.filter(committee=OuterRef("committee"), person__user=user)
    own = Q(committee__kind=Committee.Kind.SUBCOMMITTEE) | Q(committee__region__in=rights.regions)
    return own | Exists(called) | Exists(member)


def own_feed(user: User) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(person__user=user, revoked_at=None).first()
