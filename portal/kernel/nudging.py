"""Tell a worker to look into the outbox. May be lost; may never slow or fail a page.

A frozen broker holds a publisher for seconds, so the page only raises a flag
and a thread of its own does the publishing. Many flags make one nudge.
"""

import logging
import os
from threading import Event, Thread
from time import sleep

from celery import current_app

# While the broker is away nobody hears us; one try now and then is enough.
PAUSE_SECONDS = 5

logger = logging.getLogger(__name__)


class Herald(Thread):
    """Publishes one argument-less drain whenever somebody has asked for it."""

    def __init__(self) -> None:
        super().__init__(name="herald", daemon=True)
        self.asked = Event()
        self.pid = os.getpid()

    def run(self) -> None:
        while self.asked.wait():
            self.asked.clear()
            try:
                current_app.send_task("kernel.drain_outbox", expires=30)
            except Exception as error:  # the database remembers; beat asks again
                logger.warning("no nudge, the broker is away: %s", type(error).__name__)
                sleep(PAUSE_SECONDS)


_herald = None


def nudge() -> None:
    """Ask for a drain soon; returns at once, whatever state the broker is in."""
    global _herald
    if _herald is None or _herald.pid != os.getpid():
        _herald = Herald()
        _herald.start()
    _herald.asked.set()
