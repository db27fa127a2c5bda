"""The meetings of the 67 in the time of one person."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from committees.models import Membership
from meetings.models import Attendance, Invitation, Meeting
from portal.kernel.models import Person, User

from .rates import noted_of

HELD_OR_CALLED = (*Meeting.ANNOUNCED, Meeting.State.CLOSED)


def meetings_of(person: Person, user: User, *, on: date) -> QuerySet[Meeting]:
    """The meetings of the 67 that began by ``on`` while the person held a seat, and those to
    which they came in another's place, the latest first; of regions ``meetings.beside`` tells.

    Each has ``.told``, the person's invitation, if there is one, and ``.noted``, whether they
    came, where the roll was called. A meeting of which no invitation is kept at all is not one
    to which the person was not invited: ``.has_invitations``.
    """
    mine = Invitation.objects.filter(person=person)
    return (
        Meeting.objects.visible_to(user)
        .filter(_sat(person) | _acted(person), state__in=HELD_OR_CALLED, committee__region=None)
        .filter(starts_on__lte=on)
        .annotate(
            has_invitations=Exists(Invitation.objects.filter(meeting=OuterRef("pk"))),
            noted=noted_of(person),
        )
        .prefetch_related(Prefetch("invitations", mine, to_attr="told"))
        .order_by("-starts_on", "-pk")
    )


def _sat(person: Person) -> Exists:
    began = OuterRef("starts_on")
    return Exists(
        Membership.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=began),
            person=person,
            starts_on__lte=began,
            seat__committee=OuterRef("committee"),
        )
    )


def _acted(person: Person) -> Exists:
    rows = Attendance.objects.filter(kind=Attendance.Kind.SUBSTITUTE, person=person)
    return Exists(rows.filter(meeting=OuterRef("pk")))
