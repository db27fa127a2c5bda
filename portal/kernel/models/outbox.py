from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class OutboxQuerySet(models.QuerySet):
    def waiting(self):
        """Promised and not yet settled, whether due or not."""
        return self.filter(state__in=Outbox.WAITING)

    def broken(self):
        """Given up on: a person decides whether to try again."""
        return self.filter(state__in=[Outbox.State.FAILED, Outbox.State.DEAD])

    def undelivered(self, *, at):
        """Due by ``at`` and still waiting: what a person may be missing."""
        return self.waiting().filter(next_at__lte=at)


class Outbox(models.Model):
    """Everything promised for later: a letter, a roll-up, a notice.

    A promise is written in the transaction that caused it and kept by exactly
    one worker at a time, who holds a lease. ``kind`` names the Celery task that
    keeps it, ``payload`` holds that task's arguments.
    """

    class State(models.TextChoices):
        READY = "ready", "รอส่ง"
        LEASED = "leased", "กำลังส่ง"
        DONE = "done", "ส่งแล้ว"
        FAILED = "failed", "ส่งไม่สำเร็จ"
        DEAD = "dead", "หยุดส่ง"
        WITHDRAWN = "withdrawn", "ยกเลิกแล้ว"

    # What may follow what. Only a person's replay leads out of FAILED and DEAD.
    NEXT = {
        State.READY: {State.LEASED, State.WITHDRAWN},
        State.LEASED: {State.LEASED, State.READY, State.DONE, State.FAILED, State.DEAD},
        State.DONE: set(),
        State.FAILED: {State.READY},
        State.DEAD: {State.READY},
        State.WITHDRAWN: set(),
    }
    WAITING = (State.READY, State.LEASED)

    dedupe = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.READY)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Times a worker took it and was never heard of again.
    lost_leases = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(db_default=Now())
    lease = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(db_default=Now())
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dedupe"], name="each_promise_is_made_once"),
            models.CheckConstraint(
                condition=Q(state="leased", lease__isnull=False, lease_until__isnull=False)
                | (~Q(state="leased") & Q(lease=None, lease_until=None)),
                name="leased_promises_say_to_whom_and_until_when",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["ready", "leased"], settled_at=None)
                | Q(state__in=["done", "failed", "dead", "withdrawn"], settled_at__isnull=False),
                name="settled_promises_say_when",
            ),
        ]
        indexes = [
            # Serves claim(), which asks for the waiting few among the settled many.
            models.Index(
                fields=["next_at", "id"],
                condition=Q(state__in=["ready", "leased"]),
                name="waiting_promises",
            ),
            # Serves the nightly prune and the page of what went wrong.
            models.Index(fields=["state", "settled_at"], name="settled_promises"),
        ]

    def __str__(self):
        return f"{self.kind} {self.dedupe}"

    def can_become(self, state):
        return state in self.NEXT[self.state]
