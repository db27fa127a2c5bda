"""What the apps above ``committees`` know about a person: open work, and meetings of their time."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from committees.beside import show_on
from meetings.attended import OF_SEATS, explained_attendance
from meetings.models import ActionItem, Meeting
from meetings.queries.in_term import meetings_of
from meetings.queries.rates import noted, rate_of
from meetings.queries.responsible import asked_of
from portal.kernel.models import Person, User


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
    explained = explained_attendance(person, rate, of=OF_SEATS, on=on)
    return {**found, "rate": rate, "explained": explained, "jumps": list(jumps(meetings))}


def jumps(meetings: list[Meeting]) -> Iterator[dict]:
    yield {"url": "#work", "label": _("งานที่รอ")}
    if meetings:
        yield {"url": "#meetings", "label": _("การประชุม")}


def open_items(person: Person, user: User, *, on: date) -> QuerySet[ActionItem]:
    """What waited that day for the person, or for a body the person then belonged to."""
    return (
        ActionItem.objects.visible_to(user)
        .awaited(on=on)
        .filter(asked_of([person.pk], on=on))
        .for_list()
    )


def contribute():
    """The page of a person belongs to ``committees``, which may not know meetings."""
    show_on("person", "shell/_person_work.html", work)
