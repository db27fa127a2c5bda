from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked
from portal.kernel.models import Person


@tracked()
class CalendarFeed(models.Model):
    """One person's private calendar address, until it is revoked; a new one is a new row.

    The secret in the address is stored nowhere: it is reckoned from the row and the secret key.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="calendar_feeds")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at=None), name="one_calendar_feed_per_person"
            ),
        ]

    def __str__(self):
        return f"feed {self.pk}"
