from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import tracked
from regions.models import RegionalReport

from .issue import Issue


@tracked()
class IssueProgress(models.Model):
    """ความก้าวหน้ารายประเด็น: what one report tells of one issue at one level (S30, S81)."""

    class Level(models.TextChoices):
        SUBDISTRICT = "subdistrict", _("ตำบล")
        PROVINCE = "province", _("จังหวัด")
        REGION = "region", _("ภาค")
        NATION = "nation", _("ชาติ")

    report = models.ForeignKey(
        RegionalReport, on_delete=models.PROTECT, related_name="issue_progress"
    )
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="progress")
    level = models.CharField("ระดับ", max_length=12, choices=Level, default=Level.PROVINCE)
    text = models.TextField("ความก้าวหน้า")

    class Meta:
        ordering = ["-report__round__month", "issue__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "issue"], name="one_progress_of_an_issue_per_report"
            ),
        ]

    def __str__(self):
        return f"{self.issue_id} in {self.report_id}"
