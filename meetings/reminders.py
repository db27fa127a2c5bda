"""When the reminder of a called meeting is due: data of its committee, counted in working days."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from portal.kernel.slots import Slot
from portal.kernel.workdays import workdays_before

from .models import Meeting


def due_at(meeting: Meeting) -> datetime:
    """So many working days before the first day, at the committee's hour in Thailand."""
    committee = meeting.committee
    day = workdays_before(meeting.starts_on, committee.reminder_working_days)
    return timezone.make_aware(datetime.combine(day, committee.reminder_time))


def slots(since: datetime, until: datetime) -> Iterator[Slot]:
    """One slot per called meeting and first day, so a moved meeting has a new one.

    None once the meeting has begun, and none where the call itself came later
    than the reminder would have: that letter has just said it all.
    """
    called = Meeting.objects.filter(
        state=Meeting.State.CALLED, starts_on__gte=timezone.localdate(since)
    )
    for meeting in called.select_related("committee").order_by("pk"):
        due = due_at(meeting)
        if since < due <= until and meeting.called_at <= due and not meeting.has_begun(at=until):
            yield slot_key(meeting), due


def slot_key(meeting: Meeting) -> str:
    return f"meeting:{meeting.pk}:{meeting.starts_on.isoformat()}"


def read_slot(slot: str) -> tuple[int, date]:
    """(meeting's id, its first day when the slot was made)"""
    _, pk, day = slot.split(":")
    return int(pk), date.fromisoformat(day)
