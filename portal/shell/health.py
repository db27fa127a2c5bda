"""/healthz: is this process alive? /readyz: can it serve, and is what was promised moving?

Both are answered before host checks, sessions and redirects. A part that is
``failed`` makes the portal not ready (503); one that is ``degraded`` is
reported with 200, because pages still work without the broker.
"""

import shutil
from datetime import timedelta

from django.conf import settings
from django.db import Error as DatabaseTrouble
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Min
from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from embedded import addresses
from portal.kernel import broker
from portal.kernel.jobs import SCHEDULER
from portal.kernel.models import Heartbeat, Outbox

OK, DEGRADED, FAILED = "ok", "degraded", "failed"
# PostgreSQL cannot write without it.
LEAST_FREE_BYTES = 100 * 1024**2
LOW_FREE_SHARE = 0.10
SILENT_AFTER = timedelta(minutes=2)
OVERDUE_AFTER = timedelta(minutes=15)


NOT_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class HealthMiddleware:
    """Stands first, so that a probe by bare address needs no host, session or https."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        match request.path_info:
            case "/healthz":
                return HttpResponse("ok", content_type="text/plain", headers=NOT_KEPT)
            case "/readyz":
                return readiness()
        return self.get_response(request)


def readiness():
    checks = {"disk": disk(), "broker": reachable_broker(), **database()}
    states = {check["state"] for check in checks.values()}
    worst = next((state for state in (FAILED, DEGRADED) if state in states), OK)
    return JsonResponse(
        {"state": worst, "checks": checks},
        status=503 if worst == FAILED else 200,
        headers=NOT_KEPT,
    )


def disk():
    total, _, free = shutil.disk_usage(addresses.var() if settings.EMBEDDED else settings.BASE_DIR)
    state = DEGRADED if free < total * LOW_FREE_SHARE else OK
    return {"state": FAILED if free < LEAST_FREE_BYTES else state, "free_bytes": free}


def reachable_broker():
    return {"state": OK if broker.answers() else DEGRADED}


def database():
    """What only the database knows; without it there is nothing more to ask."""
    try:
        return {
            "migrations": migrations(),
            "scheduler": scheduler(at=timezone.now()),
            "promises": promises(at=timezone.now()),
            "database": {"state": OK},
        }
    except DatabaseTrouble as trouble:
        return {"database": {"state": FAILED, "error": type(trouble).__name__}}


def migrations():
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return {"state": FAILED if missing else OK, "missing": missing}


def scheduler(*, at):
    heart = Heartbeat.objects.filter(name=SCHEDULER).first()
    silent = None if heart is None else at - heart.last_at
    state = DEGRADED if silent is None or silent > SILENT_AFTER else OK
    return {"state": state, "silent_seconds": silent and int(silent.total_seconds())}


def promises(*, at):
    """A retry that waits for its time is not late; a promise past its time is."""
    oldest = Outbox.objects.undelivered(at=at).aggregate(oldest=Min("next_at"))["oldest"]
    waited = at - oldest if oldest else timedelta(0)
    dead = Outbox.objects.filter(state=Outbox.State.DEAD).count()
    return {
        "state": DEGRADED if dead or waited > OVERDUE_AFTER else OK,
        "oldest_undelivered_seconds": int(waited.total_seconds()),
        "failed": Outbox.objects.filter(state=Outbox.State.FAILED).count(),
        "dead": dead,
    }
