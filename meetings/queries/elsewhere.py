"""Whether those who hold seats of the 67 came to the meetings of their region and its provinces
(S71). What is counted, ``rates.py`` counts; a meeting counts for whom held a seat of the region on
its first day, and is listed also where its roll was not called."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from committees.models import Committee, Membership
from meetings.models import Attendance, Meeting
from portal.kernel.models import Person, User
from regions.models import Region

from .rates import Attended, Noted, in_term, noted_of, rate_of

Kind = Attendance.Kind
KINDS = (Committee.Kind.REGIONAL, Committee.Kind.PROVINCIAL)


def held_in_regions(user: User, *, on: date) -> QuerySet[Meeting]:
    """Those of regions and provinces that were held by that day, the latest first."""
    held = Q(state__in=[Meeting.State.IN_SESSION, Meeting.State.CLOSED])
    past = Q(state=Meeting.State.CALLED, ends_on__lt=on)
    meetings = Meeting.objects.visible_to(user).filter(held | past, committee__kind__in=KINDS)
    return meetings.filter(starts_on__lte=on).order_by("-starts_on", "-pk")


# -- One person ------------------------------------------------------------------------


def meetings_elsewhere(person: Person, user: User, *, on: date) -> QuerySet[Meeting]:
    """Of the regions for which the person held a seat, and where they came for another; each with
    ``.noted``."""
    day = OuterRef("starts_on")
    seated = Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day),
        person=person,
        starts_on__lte=day,
        seat__committee__kind=Committee.Kind.SUBCOMMITTEE,
        seat__region=OuterRef("committee__region"),
    )
    acted = Attendance.objects.filter(meeting=OuterRef("pk"), person=person, kind=Kind.SUBSTITUTE)
    mine = held_in_regions(user, on=on).filter(Exists(seated) | Exists(acted))
    return mine.select_related("committee").annotate(noted=noted_of(person))


# -- One region ------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """One who holds a seat of the region: how often they came, and which meetings they missed."""

    membership: Membership
    rate: Attended
    missed: list[Meeting]
    noted: dict[int, list[Noted]]  # by meeting


@dataclass(frozen=True)
class RegionAttendance:
    meetings: list[Meeting]
    rows: list[Row]


def attendance_in(region: Region, user: User, *, on: date) -> RegionAttendance:
    """Those who hold a seat of the region that day, at its meetings since their generation began:
    three statements however many there are."""
    held = _holders(region, on=on)
    began = min((row.seat.committee.starts_on for row in held), default=on)
    meetings = held_in_regions(user, on=on).filter(committee__region=region, starts_on__gte=began)
    meetings = list(meetings.select_related("committee"))
    noted = _noted_at(meetings)
    return RegionAttendance(meetings, [_row(row, meetings, noted[row.person_id]) for row in held])


def _holders(region: Region, *, on: date) -> list[Membership]:
    held = Membership.objects.in_force(on=on).filter(
        seat__region=region, seat__committee__in=Committee.objects.the_67(on=on)
    )
    places = ("person", "seat__committee", "seat__region", "seat__cluster", "seat__issue")
    return list(held.select_related(*places).order_by("seat__number"))


def _noted_at(meetings: Iterable[Meeting]) -> dict[int, dict[int, list[Noted]]]:
    """By person and meeting: what was noted of their own places, and where they came for others."""
    rows = Attendance.objects.filter(meeting__in=[meeting.pk for meeting in meetings])
    rows = rows.annotate(in_term=in_term(OuterRef("holder")))
    found = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.holder_id:
            own = Noted(row.kind, is_own=True, in_term=row.in_term)
            found[row.holder_id][row.meeting_id].append(own)
        if row.kind == Kind.SUBSTITUTE and row.person_id:
            other = Noted(row.kind, is_own=False, in_term=False)
            found[row.person_id][row.meeting_id].append(other)
    return found


def _row(membership: Membership, meetings: list[Meeting], noted: dict[int, list[Noted]]) -> Row:
    each = {meeting.pk: noted.get(meeting.pk, []) for meeting in meetings}
    missed = [meeting for meeting in meetings if rate_of([each[meeting.pk]]).absent]
    return Row(membership, rate_of(each.values()), missed, each)
