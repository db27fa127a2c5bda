"""What the apps above ``committees`` know about a person: open work, and meetings of their time."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from committees.beside import show_on
from committees.models import BodyMembership, Committee, Membership
from meetings.models import ActionItem, Attendance, Invitation, Meeting
from meetings.queries.rates import noted, noted_of, rate_of
from portal.kernel.models import Person, User
from regions.models import RegionalPost

HELD_OR_CALLED = (*Meeting.ANNOUNCED, Meeting.State.CLOSED)
OFFICERS = (RegionalPost.Role.OFFICER, RegionalPost.Role.CENTRAL_OFFICER)


def work(*, person: Person, user: User, on: date) -> dict | None:
    """Three statements for anybody; nothing for strangers and for who has neither."""
    if not user.is_authenticated:
        return None
    items, meetings = list(open_items(person, user, on=on)), list(meetings_of(person, user, on=on))
    if not items and not meetings:
        return None
    unkept = sum(not meeting.has_invitations for meeting in meetings)
    rate = rate_of(noted(meeting.noted) for meeting in meetings)
    found = {"person": person, "items": items, "meetings": meetings, "unkept": unkept, "on": on}
    return {**found, "rate": rate, "jumps": list(jumps(meetings))}


def jumps(meetings: list[Meeting]) -> Iterator[dict]:
    yield {"url": "#work", "label": _("งานที่รอ")}
    if meetings:
        yield {"url": "#meetings", "label": _("การประชุม")}


def open_items(person: Person, user: User, *, on: date) -> QuerySet[ActionItem]:
    """What waited that day for the person, or for a body the person then belonged to."""
    bodies = BodyMembership.objects.in_force(on=on).filter(person=person)
    mine = Q(person=person) | Q(unit__in=bodies.values("committee"))
    # The secretariat has no members of its own: its officers are its roster (S18).
    staff = RegionalPost.objects.in_force(on=on).filter(person=person, role__in=OFFICERS)
    mine |= Q(Exists(staff), unit__kind=Committee.Kind.SECRETARIAT)
    return ActionItem.objects.visible_to(user).awaited(on=on).filter(mine).for_list()


def meetings_of(person: Person, user: User, *, on: date) -> QuerySet[Meeting]:
    """The meetings of the 67 that began by ``on`` while the person held a seat, and those to
    which they came in another's place, the latest first; of regions ``meetings.beside`` tells.

    Each has ``.told``, the person's invitation, if there is one, and ``.noted``, whether they
    came, where the roll was called. A meeting of which no invitation is kept at all is not one
    to which the person was not invited: ``.has_invitations``.
    """
    began = OuterRef("starts_on")
    held = Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=began),
        person=person,
        starts_on__lte=began,
        seat__committee=OuterRef("committee"),
    )
    acted = Attendance.objects.filter(
        meeting=OuterRef("pk"), person=person, kind=Attendance.Kind.SUBSTITUTE
    )
    mine = Invitation.objects.filter(person=person)
    return (
        Meeting.objects.visible_to(user)
        .filter(Exists(held) | Exists(acted), state__in=HELD_OR_CALLED, committee__region=None)
        .filter(starts_on__lte=on)
        .annotate(
            has_invitations=Exists(Invitation.objects.filter(meeting=OuterRef("pk"))),
            noted=noted_of(person),
        )
        .prefetch_related(Prefetch("invitations", mine, to_attr="told"))
        .order_by("-starts_on", "-pk")
    )


def contribute():
    """The page of a person belongs to ``committees``, which may not know meetings."""
    show_on("person", "shell/_person_work.html", work)
