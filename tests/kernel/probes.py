"""Tasks that do on demand what the world does to real ones: succeed, stumble, refuse, check."""

from celery import shared_task
from django.db import connection, transaction

from portal.kernel.models import Outbox
from portal.kernel.outbox import promise

# What the tasks below did, in order; each test begins with an empty list.
DONE = []
# What the next runs of ``stumble`` raise; None is success.
TROUBLES = []


@shared_task(name="tests.note")
def note(text):
    DONE.append(text)


@shared_task(name="tests.stumble")
def stumble():
    trouble = TROUBLES.pop(0) if TROUBLES else None
    if trouble:
        raise trouble
    DONE.append("stumble")


@shared_task(name="tests.look_at_transaction")
def look_at_transaction():
    DONE.append(connection.in_atomic_block)


@shared_task(name="tests.fill")
def fill(slot):
    """A job's work: promise two notes for the slot."""
    for reader in ("a", "b"):
        promise("tests.note", f"tests.fill:{slot}:{reader}", {"text": f"{slot} {reader}"})


@shared_task(name="tests.fill_half")
def fill_half(slot):
    """A job's work that promises and then meets trouble."""
    promise("tests.note", f"tests.fill_half:{slot}", {"text": slot})
    stumble()


def promised(kind="tests.note", key="note:1", payload=None, **changes):
    """A promise as its writer leaves it; ``changes`` put it where a story needs it."""
    payload = {"text": key} if payload is None else payload
    with transaction.atomic():
        row = promise(kind, key, payload)
    if changes:
        Outbox.objects.filter(pk=row.pk).update(**changes)
        row.refresh_from_db()
    return row


def state_of(row):
    row.refresh_from_db()
    return row.state
