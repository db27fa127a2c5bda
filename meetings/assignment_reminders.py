"""When the letters about assignments leave (S98): on the first working morning after the meeting
that gave them, so many working days before their day, and on the first working morning after it.

An occasion is a meeting, or a day on which tasks of one body are due, and is spoken of once: what
is assigned for that day later has just been told of by its own meeting.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from portal.kernel.slots import Slot
from portal.kernel.workdays import A_DAY, Calendar, morning_of

from .models import ActionItem, Meeting

GIVEN, BEFORE, AFTER = "given", "before", "after"
GRACE = timedelta(days=7)  # longer than the longest holidays
AHEAD = timedelta(days=60)  # as far as any body counts working days


class Occasion(NamedTuple):
    """``kind`` of letter, the id of the meeting or of the body, and the day it closed or is due."""

    kind: str
    of: int
    day: date

    @property
    def slot(self) -> str:
        return f"{self.kind}:{self.of}:{self.day.isoformat()}"


def read_slot(slot: str) -> Occasion:
    kind, of, day = slot.split(":")
    return Occasion(kind, int(of), date.fromisoformat(day))


def slots(since: datetime, until: datetime) -> Iterator[Slot]:
    """What is due in that time and has not been due for longer than a week: three queries."""
    calendar = Calendar(around=timezone.localdate(until))
    for occasion, due_at in [*_given(calendar, until), *_of_days(calendar, until)]:
        if max(since, until - GRACE) < due_at <= until:
            yield occasion.slot, due_at


def _given(calendar: Calendar, until: datetime) -> Iterator[tuple[Occasion, datetime]]:
    closed = Meeting.objects.filter(
        closed_at__gt=until - 2 * GRACE, resolutions__action_items__isnull=False
    )
    for pk, at in closed.values_list("pk", "closed_at").distinct():
        day = timezone.localdate(at)
        yield Occasion(GIVEN, pk, day), morning_of(calendar.workday(day + A_DAY, A_DAY))


def _of_days(calendar: Calendar, until: datetime) -> Iterator[tuple[Occasion, datetime]]:
    today = timezone.localdate(until)
    items = ActionItem.objects.pending(on=today).filter(
        due_on__range=(today - 2 * GRACE, today + AHEAD)
    )
    body = "resolution__meeting__committee"
    columns = (body, f"{body}__task_reminder_working_days", "due_on")
    for pk, workdays, day in items.order_by().values_list(*columns).distinct():
        yield Occasion(BEFORE, pk, day), morning_of(calendar.workdays_before(day, workdays))
        yield Occasion(AFTER, pk, day), morning_of(calendar.workday(day + A_DAY, A_DAY))


def items_of(occasion: Occasion, *, on: date) -> QuerySet[ActionItem]:
    """What still waits, and nobody has said in a report sent that it is done; before its day only
    as long as that has not passed."""
    items = ActionItem.objects.pending(on=on).filter(answered_by=None).for_list()
    match occasion.kind:
        case "given":
            return items.filter(resolution__meeting=occasion.of)
        case "before":
            items = items.filter(due_on__gte=on)
    return items.filter(resolution__meeting__committee=occasion.of, due_on=occasion.day)
