"""Work that shows when it was lost or done twice, and clocks that run faster."""

import os
import signal
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from celery import shared_task
from django.db import transaction

from portal.kernel import outbox
from portal.kernel.activity import record
from portal.kernel.management.commands import stand_in
from portal.kernel.models import Holiday
from portal.schedule import JOBS
from tests.kernel.storm import EFFECTS_A_SLOT

FIRST_DAY = date(1600, 1, 1)


@shared_task(name="storm.take_effect")
def take_effect(number):
    """A database effect under a unique key, with a line for each time it happened."""
    with transaction.atomic():
        day, is_new = Holiday.objects.get_or_create(
            on=FIRST_DAY + timedelta(days=number), defaults={"name": "effect"}
        )
        if is_new:
            record("storm.took_effect", day, by=None)


@shared_task(name="storm.kill_worker")
def kill_worker(number):
    """A promise nobody survives."""
    day, _ = Holiday.objects.get_or_create(
        on=FIRST_DAY + timedelta(days=number), defaults={"name": "poison"}
    )
    record("storm.poisoned", day, by=None)
    os.kill(os.getpid(), signal.SIGKILL)


@shared_task(name="storm.fill")
def fill(slot):
    for number in range(EFFECTS_A_SLOT):
        effect = {"number": int(slot) * EFFECTS_A_SLOT + number}
        outbox.promise("storm.take_effect", f"storm.fill:{slot}:{number}", effect)


@dataclass(frozen=True)
class Often:
    """Due every ``seconds``; the slot's key counts them."""

    seconds: int
    grace: timedelta = timedelta(days=1)

    def since(self, *, first_at, last_due_at):
        return last_due_at or first_at

    def slots(self, since, until):
        first = int(since.timestamp()) // self.seconds + 1
        for number in range(first, int(until.timestamp()) // self.seconds + 1):
            yield str(number % 100_000), datetime.fromtimestamp(number * self.seconds, UTC)


outbox.LEASE = timedelta(seconds=2)
stand_in.PATIENCE_SECONDS = 2
stand_in.EVERY_SECONDS = 0.5
JOBS.clear()
JOBS["storm.fill"] = Often(seconds=int(os.environ.get("STORM_SLOT_SECONDS", "2")))
