"""When a job is due. Knows no model, so the schedule can be read before Django is ready.

A slot is a key and the moment it is due. A key names its occasion for ever:
``2026-09-01`` for a day, ``meeting:7:2026-09-04`` for what hangs on data.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from django.utils import timezone
from django.utils.module_loading import import_string

Slot = tuple[str, datetime]


class Job(Protocol):
    """What the schedule may hold: it knows when it is due and how late is too late."""

    grace: timedelta

    def since(self, *, first_at: datetime, last_due_at: datetime | None) -> datetime:
        """From when on to ask for slots, told the first tick and the newest slot."""

    def slots(self, since: datetime, until: datetime) -> Iterable[Slot]:
        """Every slot due after ``since`` and up to ``until``."""


@dataclass(frozen=True, kw_only=True)
class Daily:
    """Due every day ``at`` a Thai hour; a slot older than ``grace`` is skipped, aloud."""

    at: time
    grace: timedelta

    def since(self, *, first_at: datetime, last_due_at: datetime | None) -> datetime:
        """Go on after the last recorded slot; a new job starts when it is first deployed."""
        return last_due_at or first_at

    def slots(self, since: datetime, until: datetime) -> Iterator[Slot]:
        day = timezone.localdate(since)
        while (due_at := timezone.make_aware(datetime.combine(day, self.at))) <= until:
            if due_at > since:
                yield day.isoformat(), due_at
            day += timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class FromData:
    """Due when rows say so: ``source`` is the dotted path of ``slots(since, until)``.

    The source yields every slot due in that time, told before or not. Rows may
    arrive after their moment has passed, so the time asked about never begins
    at the last slot: it begins one grace before the job was first deployed.
    """

    source: str
    grace: timedelta

    def since(self, *, first_at: datetime, last_due_at: datetime | None) -> datetime:
        return first_at - self.grace

    def slots(self, since: datetime, until: datetime) -> Iterable[Slot]:
        return import_string(self.source)(since, until)
