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


@shared_task(name="meetings.adopt_circulated_minutes")
def adopt_circulated_minutes(slot):
    """Adopt the minutes of ``slot`` (``minutes:7:2026-09-04``) that nobody objected to, once."""
    from .actions.minutes import adopt_silently  # noqa: PLC0415 -- task is a leaf
    from .circulation import read_slot  # noqa: PLC0415 -- task is a leaf
    from .models import Minutes  # noqa: PLC0415 -- task is a leaf

    pk, until = read_slot(slot)
    adopt_silently(Minutes.objects.get(pk=pk), until=until, on=timezone.localdate())


@shared_task(name="meetings.remind_of_assignments")
def remind_of_assignments(slot):
    """Write to whoever answers for the tasks of ``slot`` (``before:7:2026-09-04``), once."""
    from .actions import remind_of_assignments  # noqa: PLC0415 -- task is a leaf
    from .assignment_reminders import read_slot  # noqa: PLC0415 -- task is a leaf

    remind_of_assignments(read_slot(slot), on=timezone.localdate())
