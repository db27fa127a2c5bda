from django.db import models


class Heartbeat(models.Model):
    """When something periodic was first and last alive: the scheduler, and each job."""

    name = models.CharField(max_length=100, primary_key=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_at__gte=models.F("first_at")),
                name="hearts_beat_forwards",
            ),
        ]

    def __str__(self):
        return self.name
