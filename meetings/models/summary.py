from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from portal.kernel.history import tracked

from .block import Block
from .meeting import Meeting


@tracked()
class Reading(models.Model):
    """A doubtful reading in a source document, kept visible with the corrected one beside (N10)."""

    class Certainty(models.TextChoices):
        SURE = "sure", gettext_lazy("แน่ใจ")
        PROBABLE = "probable", gettext_lazy("น่าจะใช่")
        UNCLEAR = "unclear", gettext_lazy("อ่านไม่ชัด")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="readings")
    position = models.PositiveSmallIntegerField()
    seen = models.CharField("ในต้นฉบับ", max_length=200)
    read_as = models.CharField("อ่านว่า", max_length=300)
    certainty = models.CharField(max_length=10, choices=Certainty)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.seen


@tracked()
class ExecutiveSummary(Block):
    """สรุปเชิงบริหาร: a document of its own, beside the minutes: drafted, checked, and public
    once published (S4)."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="summary")
    text = models.TextField()
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None)
                | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="a_checked_summary_says_by_whom",
            ),
        ]

    def __str__(self):
        return f"summary of {self.meeting_id}"
