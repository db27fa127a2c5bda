"""Leaves: plain arguments in, one action out, safe to run twice and by hand."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="meetings.remind_of_meetings")
def remind_of_meetings(slot):
    """Remind everybody invited to the meeting of ``slot`` (``meeting:7:2026-09-04``), once."""
    from .actions import remind_of_meeting  # noqa: PLC0415 -- task is a leaf
    from .models import Meeting  # noqa: PLC0415 -- task is a leaf
    from .reminders import read_slot  # noqa: PLC0415 -- task is a leaf

    pk, day = read_slot(slot)
    remind_of_meeting(Meeting.objects.get(pk=pk), of=day, at=timezone.now())
