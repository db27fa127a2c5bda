"""Everything promised for later, kept once or said to have failed.

``promise`` writes a row in the transaction that caused it; a worker keeps it
by running the task the row names, in its own process, outside any transaction.
The broker only carries nudges: whatever it loses, the rows still say.

A task that keeps promises is safe to run twice: a worker that dies after its
work and before saying so is followed by another.
"""

import logging
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from smtplib import (
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from socket import gaierror
from time import monotonic
from uuid import uuid4

from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel import history
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Outbox, User
from portal.kernel.nudging import nudge
from portal.kernel.registry import task_named

State = Outbox.State
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

# Longer than the longest task may live, so that a lease outlives its holder's work.
LEASE = timedelta(seconds=180)
# One drain stops here, well before its time limit, and nudges a next one.
BUDGET_SECONDS = 60
# After so many workers died over one row, no other is sent after them.
LOST_LEASES = 5
# What heals by itself is tried again for most of a day, give or take a fifth.
RETRIES = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, *4 * [4 * HOUR])
JITTER = 0.2
# Waiting longer than this after its time is worth a line in the log.
OVERDUE = 15 * MINUTE

CLAIM = """
    UPDATE kernel_outbox
       SET state = 'leased', attempts = attempts + 1, lease = %(lease)s,
           lost_leases = lost_leases + (state = 'leased')::int,
           lease_until = coalesce(%(at)s, now()) + %(term)s
     WHERE id = (SELECT id FROM kernel_outbox
                  WHERE state IN ('ready', 'leased')
                    AND next_at <= coalesce(%(at)s, now())
                    AND (lease_until IS NULL OR lease_until < coalesce(%(at)s, now()))
                  ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
 RETURNING *
"""

logger = logging.getLogger(__name__)


def promise(kind: str, key: str, payload: dict, *, due_at: datetime | None = None) -> Outbox:
    """Promise that the task ``kind`` runs with ``payload``, if the caller's transaction commits.

    ``key`` names the promise for ever (``action-item:7:due:2026-09-01``):
    promising it again, also after it was kept or withdrawn, changes nothing.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A promise belongs in the transaction that causes it.")
    due = {} if due_at is None else {"next_at": due_at}
    row, is_new = Outbox.objects.get_or_create(
        dedupe=key, defaults={"kind": kind, "payload": payload, **due}
    )
    if is_new:
        transaction.on_commit(nudge, robust=True)
    return row


def withdraw(key: str) -> int:
    """Take back the promise ``key``, and all below it (``key:…``), unless a worker has it."""
    below = Q(dedupe=key) | Q(dedupe__startswith=f"{key}:")
    return Outbox.objects.filter(below, state=State.READY).update(
        state=State.WITHDRAWN, settled_at=timezone.now()
    )


@transaction.atomic
def replay_promise(row: Outbox, *, by: User) -> Outbox:
    """Try a failed or dead promise again from the start, because a person says so."""
    won = Outbox.objects.filter(pk=row.pk, state__in=[State.FAILED, State.DEAD]).update(
        state=State.READY, attempts=0, lost_leases=0, next_at=timezone.now(), settled_at=None
    )
    if not won:
        raise RuleBroken(_("ส่งใหม่ได้เฉพาะรายการที่ส่งไม่สำเร็จ"), code="not-failed")
    row.refresh_from_db()
    record("promise.replayed", row, by=by)
    transaction.on_commit(nudge, robust=True)
    return row


def drain(at: datetime | None = None, *, limit: int = 1000) -> int:
    """Keep the promises that are due, one at a time; return how many were taken up."""
    if connection.in_atomic_block:
        raise RuntimeError("Nothing is sent while a transaction is open.")
    stop = monotonic() + BUDGET_SECONDS
    taken = 0
    for row in _claimed(at):
        _keep(row, at)
        taken += 1
        if taken == limit or monotonic() > stop:
            nudge()
            break
    return taken


def sweep(at: datetime | None = None) -> int:
    """Keep what no nudge told us of, and say so when something waits too long."""
    drain(at)
    overdue = Outbox.objects.undelivered(at=(at or timezone.now()) - OVERDUE).count()
    if overdue:
        logger.error("%d promises are still waiting long after their time", overdue)
    return overdue


def prune(*, before: datetime) -> int:
    """Forget what was kept or withdrawn ``before``; what failed stays until somebody looks."""
    gone, _ = Outbox.objects.filter(
        state__in=[State.DONE, State.WITHDRAWN], settled_at__lt=before
    ).delete()
    return gone


def _claimed(at: datetime | None) -> Iterator[Outbox]:
    """Lease the rows that are due, each in one short statement of its own.

    SKIP LOCKED shows each worker another queue, which is the point; never
    count or page through rows this way.
    """
    while rows := list(Outbox.objects.raw(CLAIM, {"lease": uuid4(), "at": at, "term": LEASE})):
        yield from rows


def _keep(row: Outbox, at: datetime | None) -> None:
    if row.lost_leases >= LOST_LEASES:
        _settle(row, State.DEAD, "every worker that took it died")
        return
    try:
        with history.context(promise=row.pk):
            task_named(row.kind)(**row.payload)
    except Exception as error:  # whatever it was, it is the row's last word
        _fail_or_wait(row, error, at)
    else:
        _settle(row, State.DONE)


def _fail_or_wait(row: Outbox, error: Exception, at: datetime | None) -> None:
    told = f"{type(error).__name__}: {error}"[:1000]
    tried = row.attempts - row.lost_leases
    if heals_by_itself(error) and tried <= len(RETRIES):
        wait = RETRIES[tried - 1] * random.uniform(1 - JITTER, 1 + JITTER)
        next_at = (at or timezone.now()) + wait
        _finish(row, state=State.READY, next_at=next_at, last_error=told)
    else:
        _settle(row, State.FAILED, told)


def _settle(row: Outbox, state: State, last_error: str = "") -> None:
    _finish(row, state=state, settled_at=timezone.now(), last_error=last_error)
    if state != State.DONE:
        # The error may quote an address, so the log gets its kind and no more.
        logger.error(
            "promise %s (%s) is %s: %s", row.pk, row.kind, state, last_error.partition(":")[0]
        )


def _finish(row: Outbox, **changes) -> None:
    """Only the holder of the lease may say how it ended."""
    ours = Outbox.objects.filter(pk=row.pk, state=State.LEASED, lease=row.lease)
    if not ours.update(lease=None, lease_until=None, **changes):
        logger.warning("promise %s was taken over before we had finished", row.pk)


def heals_by_itself(error: Exception) -> bool:
    """A broken line, a time-out, a server that says "later" (4xx). The rest is for a person."""
    match error:
        case SMTPRecipientsRefused(recipients=refused):
            return all(400 <= code < 500 for code, _ in refused.values())
        case SMTPResponseException(smtp_code=code):
            return 400 <= code < 500
        case SMTPServerDisconnected() | SoftTimeLimitExceeded() | OperationalError():
            return True
    return isinstance(error, ConnectionError | TimeoutError | gaierror)
