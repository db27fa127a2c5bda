"""Who is asked to two meetings of two bodies on one day: beside the rotation to boards."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.utils import timezone

from committees.beside import show_on
from committees.models import BodyMembership, Membership
from meetings.models import Meeting
from portal.kernel.models import Person, User
from portal.kernel.thai import slashed_date

Service = Membership | BodyMembership
AHEAD = timedelta(days=365)  # what comes later is no load of that day


class Clash(NamedTuple):
    """Two meetings that share days, and who belongs to both bodies on the first of them."""

    first: Meeting
    second: Meeting
    starts_on: date
    ends_on: date
    people: list[Person]


def clashes(*, user: User, on: date) -> dict | None:
    """Within a year from ``on``, among the meetings this reader may know: three statements."""
    if not user.is_authenticated:
        return None
    pairs = list(_pairs(_meetings(user, on=on)))
    members = _members({meeting.committee_id for pair in pairs for meeting in pair})
    found = [_clash(first, second, members) for first, second in pairs]
    told = sorted((clash for clash in found if clash.people), key=lambda clash: clash.starts_on)
    query = "" if on == timezone.localdate() else f"?on={slashed_date(on)}"
    return {"clashes": told, "query": query} if told else None


def _meetings(user: User, *, on: date) -> Iterable[Meeting]:
    standing = Meeting.objects.visible_to(user).exclude(state=Meeting.State.CANCELLED)
    dated = standing.filter(starts_on__lte=on + AHEAD, ends_on__gte=on)
    return dated.select_related("committee").order_by("starts_on", "pk")


def _pairs(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, Meeting]]:
    """Meetings of different bodies that share a day, in the order of their first days."""
    open_still = []
    for meeting in meetings:
        open_still = [other for other in open_still if other.ends_on >= meeting.starts_on]
        yield from (
            (other, meeting) for other in open_still if other.committee_id != meeting.committee_id
        )
        open_still.append(meeting)


def _members(committees: set[int]) -> dict[int, list[Service]]:
    """Everybody's times in these bodies: by seat, and in units, issue bodies and boards."""
    found = defaultdict(list)
    if not committees:
        return found
    seated = Membership.objects.filter(seat__committee__in=committees)
    for service in seated.select_related("person", "seat"):
        found[service.seat.committee_id].append(service)
    for service in BodyMembership.objects.filter(committee__in=committees).select_related("person"):
        found[service.committee_id].append(service)
    return found


def _clash(first: Meeting, second: Meeting, members: dict[int, list[Service]]) -> Clash:
    starts_on, ends_on = second.starts_on, min(first.ends_on, second.ends_on)
    both = [
        {s.person for s in members[meeting.committee_id] if s.is_in_force(on=starts_on)}
        for meeting in (first, second)
    ]
    people = sorted(both[0] & both[1], key=lambda person: person.sort_key)
    return Clash(first, second, starts_on, ends_on, people)


def contribute():
    """The page of the rotation belongs to ``committees``, which may not know meetings."""
    show_on("rotation", "shell/_clashes.html", clashes)
