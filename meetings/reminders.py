"""When the reminder of a called meeting is due: data of its committee, counted in working days."""

from collections.abc import Iterator
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from portal.kernel.models import Activity
from portal.kernel.slots import Slot
from portal.kernel.workdays import workdays_before

from .models import Meeting

# What is written to everybody who is invited says day, hour and place itself.
TOLD = ("meeting.moved", "meeting.fixed")


def due_at(meeting: Meeting) -> datetime:
    """So many working days before the first day, at the committee's hour in Thailand."""
    committee = meeting.committee
    day = workdays_before(meeting.starts_on, committee.reminder_working_days)
    return timezone.make_aware(datetime.combine(day, committee.reminder_time))


def slots(since: datetime, until: datetime) -> Iterator[Slot]:
    """One slot per called meeting and first day, so a moved meeting has a new one.

    None once the meeting has begun, and none where the call or the last move came
    later than the reminder would have: that letter has just said it all.
    """
    called = Meeting.objects.filter(
        state=Meeting.State.CALLED, starts_on__gte=timezone.localdate(since)
    )
    for meeting in told_last(called).select_related("committee").order_by("pk"):
        due = due_at(meeting)
        if since < due <= until and meeting.told_at <= due and not meeting.has_begun(at=until):
            yield slot_key(meeting), due


def told_last(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Each with ``told_at``, when its day was last written to everybody."""
    told = Activity.objects.filter(
        subject_type=ContentType.objects.get_for_model(Meeting),
        subject_id=OuterRef("pk"),
        verb__in=TOLD,
    )
    latest = Subquery(told.order_by("-at").values("at")[:1])
    return meetings.annotate(told_at=Greatest(F("called_at"), latest))


def slot_key(meeting: Meeting) -> str:
    return f"meeting:{meeting.pk}:{meeting.starts_on.isoformat()}"


def read_slot(slot: str) -> tuple[int, date]:
    """(meeting's id, its first day when the slot was made)"""
    _, pk, day = slot.split(":")
    return int(pk), date.fromisoformat(day)
