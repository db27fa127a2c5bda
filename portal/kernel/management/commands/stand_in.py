"""Deliver and tick while the broker is away, so that nothing waits for it."""

import logging
import signal
from threading import Event
from time import monotonic

from django.core.management.base import BaseCommand
from django.db import Error as DatabaseTrouble
from django.db import close_old_connections

from portal.kernel import broker
from portal.kernel.jobs import tick
from portal.kernel.outbox import drain

# A restart of the broker is shorter than this; the worker needs no help then.
PATIENCE_SECONDS = 60
EVERY_SECONDS = 5

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Stands in for worker and beat while the broker has been away for a minute."

    def handle(self, **options):
        stopping = Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: stopping.set())
        watch = Watch()
        while not stopping.is_set():
            if watch.is_needed(broker_answers=broker.answers(), now=monotonic()):
                stand_in()
            stopping.wait(EVERY_SECONDS)


class Watch:
    """Remembers when the broker was last seen, and says once when that changes our duty."""

    def __init__(self):
        self.seen_at = monotonic()
        self.on_duty = False

    def is_needed(self, *, broker_answers, now):
        if broker_answers:
            self.seen_at = now
        on_duty = now - self.seen_at >= PATIENCE_SECONDS
        if on_duty and not self.on_duty:
            logger.warning("the broker has been away for %d s: standing in", now - self.seen_at)
        if self.on_duty and not on_duty:
            logger.warning("the broker is back: handing over to the worker")
        self.on_duty = on_duty
        return on_duty


def stand_in():
    """One round of what worker and beat would do; a database on its way back is waited for."""
    try:
        tick()
        drain()
    except DatabaseTrouble as trouble:
        logger.warning("the database is away too: %s", type(trouble).__name__)
    finally:
        close_old_connections()
