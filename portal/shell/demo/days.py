"""Days and moments of the demonstration, in Thailand."""

from datetime import date, datetime, time

from django.utils import timezone


def at_hour(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
