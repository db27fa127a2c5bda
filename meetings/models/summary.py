from django.db import models
from django.utils.translation import gettext_lazy

from portal.kernel.history import tracked

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
class ExecutiveSummary(models.Model):
    """สรุปเชิงบริหาร: a document of its own, beside the minutes; public once published (S4)."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="summary")
    text = models.TextField()
    published_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"summary of {self.meeting_id}"
