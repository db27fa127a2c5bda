from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class JobRun(models.Model):
    """One slot of one periodic job: the proof that it was due, and what became of it.

    Ticks may be lost or doubled; the unique key here is what makes a slot run
    once. A slot whose work failed stays open and is tried at the next tick,
    until its job's grace is over.
    """

    class State(models.TextChoices):
        OPEN = "open", "ถึงกำหนด"
        RAN = "ran", "ทำแล้ว"
        SKIPPED = "skipped", "เลยกำหนดผ่อนผัน"

    # What may follow what.
    NEXT = {
        State.OPEN: {State.RAN, State.SKIPPED},
        State.RAN: set(),
        State.SKIPPED: set(),
    }

    job = models.CharField(max_length=100)
    slot = models.CharField(max_length=100)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(db_default=Now())
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["job", "slot"], name="each_slot_of_a_job_runs_once"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None)
                | Q(state__in=["ran", "skipped"], settled_at__isnull=False),
                name="settled_slots_say_when",
            ),
        ]
        indexes = [
            # Serves tick(): the newest slot of a job, and which slots are known.
            models.Index(fields=["job", "due_at"], name="slots_of_a_job"),
            models.Index(fields=["job", "due_at"], condition=Q(state="open"), name="open_slots"),
        ]

    def __str__(self):
        return f"{self.job} {self.slot}"

    def can_become(self, state):
        return state in self.NEXT[self.state]
