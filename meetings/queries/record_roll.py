"""Who belongs to a meeting, as rows of its record: what ``queries/places.py`` asks, for the one
statement the record is read with."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from committees.models import BodyMembership, Committee, Membership, Seat
from meetings.models import Attendance, Meeting

REGION = ("code", "number", "name", "name_en", "short_name", "mark")
NAMES = ("name", "name_en")
SEATED = Committee.Kind.SUBCOMMITTEE


def seats() -> ArraySubquery:
    """The seats of the first day, and which of them had a holder: those of the body, for a region's
    body those of the 67 from there that are held by no member; and any of which something is
    noted."""
    held = Membership.objects.filter(_lasting(_meeting("starts_on", 2)), seat=OuterRef("pk"))
    own = Q(committee=_meeting("committee"))
    of_region = Q(region=_meeting("committee__region"), committee__kind=SEATED)
    called = own | (of_region & Q(Exists(held.filter(~Exists(_memberships())))))
    there = _lasting(_meeting("starts_on")) & called | Q(Exists(_noted("seat")))
    row = JSONObject(
        pk="pk",
        number="number",
        held=Exists(held),
        **{f"region_{name}": f"region__{name}" for name in REGION},
        **{f"cluster_{name}": f"cluster__{name}" for name in NAMES},
        **{f"issue_{name}": f"issue__{name}" for name in NAMES},
    )
    return _folded(Seat.objects.filter(there).order_by("number", "pk"), row)


def members() -> ArraySubquery:
    """Those of a body without seats on the first day, and any of whom something is noted."""
    there = _lasting(_meeting("starts_on")) | Q(Exists(_noted("member")))
    rows = BodyMembership.objects.filter(there, committee=_meeting("committee"))
    rows = rows.exclude(committee__kind=SEATED).order_by("person__sort_key", "pk")
    row = JSONObject(
        pk="pk",
        role="role",
        person_id="person_id",
        person_prefix="person__name_prefix",
        person_first="person__first_name",
        person_last="person__last_name",
    )
    return _folded(rows, row)


def _folded(rows: QuerySet, row: JSONObject) -> ArraySubquery:
    """Nothing before the meeting has begun or its roll was called, and nothing of a document."""
    states = [Meeting.State.IN_SESSION, Meeting.State.CLOSED]
    called = Exists(Attendance.objects.filter(meeting=OuterRef("pk")))
    begun = Meeting.objects.filter(Q(state__in=states) | Q(called), pk=_meeting("pk", 2), source="")
    return ArraySubquery(rows.filter(Exists(begun)).values(row=row))


def _meeting(name: str, levels: int = 1) -> OuterRef:
    """A column of the meeting whose record it is, seen from so many queries inside."""
    found = OuterRef(name)
    for _level in range(levels - 1):
        found = OuterRef(found)
    return found


def _memberships() -> QuerySet[BodyMembership]:
    """Of the holder of a seat in the body that meets."""
    day = _meeting("starts_on", 3)
    return BodyMembership.objects.filter(
        _lasting(day), committee=_meeting("committee", 3), person=OuterRef("person")
    )


def _noted(place: str) -> QuerySet[Attendance]:
    return Attendance.objects.filter(meeting=_meeting("pk", 2), **{place: OuterRef("pk")})


def _lasting(day: OuterRef) -> Q:
    return Q(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)
