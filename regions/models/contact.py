from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked

from .report import RegionalReport


@tracked()
class ReportContact(models.Model):
    """Somebody was reminded of a report, by letter or by telephone, or the portal did it itself.

    The letters the portal sends on its own have no ``by``. ``slot`` names the occasion of such a
    letter, so that none leaves twice (promise 18).
    """

    class Way(models.TextChoices):
        LETTER = "letter", "เตือนทางจดหมาย"
        PHONE = "phone", "โทรแล้ว"

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="contacts")
    way = models.CharField(max_length=10, choices=Way)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    note = models.CharField("ได้ความว่า", max_length=200, blank=True)
    slot = models.CharField(max_length=60, null=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["report", "slot"], name="one_reminder_per_occasion"),
            models.CheckConstraint(
                condition=Q(by__isnull=False) | Q(way="letter", slot__isnull=False),
                name="only_letters_leave_by_themselves",
            ),
        ]

    def __str__(self):
        return f"{self.report_id} {self.way}"
