"""Periodic jobs as rows: each slot of each job runs once, late rather than never.

Ticks come from beat, from two beats, from the stand-in: it does not matter. A
due slot is first written down, then its task runs in the same transaction that
settles it; the task promises what must happen outside.
"""

import logging
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max
from django.db.models.functions import Greatest
from django.utils import timezone

from portal.kernel import history
from portal.kernel.models import Heartbeat, JobRun
from portal.kernel.registry import task_named
from portal.kernel.slots import Job
from portal.schedule import JOBS

SCHEDULER = "scheduler"

logger = logging.getLogger(__name__)


def tick(at: datetime | None = None, jobs: Mapping[str, Job] = JOBS) -> int:
    """Run whatever is due by ``at``, as often as you like; return how many slots ran."""
    at = at or timezone.now()
    beat(SCHEDULER, at)
    return sum(_tick_job(name, job, at) for name, job in jobs.items())


def beat(name: str, at: datetime) -> Heartbeat:
    """Note that ``name`` is alive; the first time is kept."""
    heart, is_new = Heartbeat.objects.get_or_create(
        name=name, defaults={"first_at": at, "last_at": at}
    )
    if not is_new:
        Heartbeat.objects.filter(name=name).update(last_at=Greatest(F("last_at"), at))
    return heart


def _tick_job(name: str, job: Job, at: datetime) -> int:
    """One job's trouble is its own: the others still run, and its slots stay open."""
    try:
        _open_slots(name, job, at)
    except Exception:
        logger.exception("job %s cannot say when it is due", name)
    due = JobRun.objects.filter(job=name, state=JobRun.State.OPEN).order_by("due_at", "pk")
    return sum(_settle(run, job, at) for run in due)


def _open_slots(name: str, job: Job, at: datetime) -> None:
    heart = beat(name, at)
    known = JobRun.objects.filter(job=name)
    since = job.since(
        first_at=heart.first_at, last_due_at=known.aggregate(last=Max("due_at"))["last"]
    )
    told = set(known.filter(due_at__gte=since).values_list("slot", flat=True))
    JobRun.objects.bulk_create(
        [
            JobRun(job=name, slot=slot, due_at=due_at)
            for slot, due_at in job.slots(since, at)
            if slot not in told
        ],
        ignore_conflicts=True,
    )


def _settle(run: JobRun, job: Job, at: datetime) -> bool:
    try:
        if run.due_at >= at - job.grace:
            return _run(run, at)
        _skip(run, at)
    except Exception:
        logger.exception("slot %s of job %s failed and stays open", run.slot, run.job)
    return False


@transaction.atomic
def _run(run: JobRun, at: datetime) -> bool:
    """Do the slot's work and say so, both or neither, unless another tick has it."""
    still_open = JobRun.objects.filter(pk=run.pk, state=JobRun.State.OPEN)
    if still_open.select_for_update(skip_locked=True).first() is None:
        return False
    with history.context(job_run=run.pk):
        task_named(run.job)(run.slot)
    still_open.update(state=JobRun.State.RAN, settled_at=at)
    return True


def _skip(run: JobRun, at: datetime) -> None:
    still_open = JobRun.objects.filter(pk=run.pk, state=JobRun.State.OPEN)
    if still_open.update(state=JobRun.State.SKIPPED, settled_at=at):
        logger.error("slot %s of job %s was missed for longer than its grace", run.slot, run.job)
