"""When circulated minutes are adopted by silence: on the day after the last day for objecting."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Max
from django.utils import timezone

from portal.kernel.slots import Slot

from .models import Minutes

AT = time(0, 30)


def due_at(until: date) -> datetime:
    return timezone.make_aware(datetime.combine(until + timedelta(days=1), AT))


def slots(since: datetime, until: datetime) -> Iterator[Slot]:
    """One slot per circulation. None while somebody waits for an answer; where the last answer
    came later than the day after, it is due with that answer."""
    silent = Minutes.objects.silently_adopted(before=timezone.localdate(until))
    answered = silent.annotate(answered_at=Max("correction_requests__settled_at"))
    for minutes in answered.order_by("pk"):
        due = due_at(minutes.circulated_until)
        due = max(due, minutes.answered_at or due)
        if since < due <= until:
            yield slot_key(minutes), due


def slot_key(minutes: Minutes) -> str:
    return f"minutes:{minutes.pk}:{minutes.circulated_until.isoformat()}"


def read_slot(slot: str) -> tuple[int, date]:
    """(minutes' id, the last day for objecting when the slot was made)"""
    _, pk, day = slot.split(":")
    return int(pk), date.fromisoformat(day)
