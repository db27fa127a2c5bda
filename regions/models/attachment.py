"""Files that come with a report: evidence beside a section, and a form filled in elsewhere."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked

from .report import RegionalReport
from .section import ReportSection


@tracked()
class ReportAttachment(models.Model):
    """ไฟล์แนบ: a paper or a photograph beside one section; taken away, it stays in the record.

    ``name`` is what its sender called it; the file itself has a name of ours. ``says`` tells what
    is to be seen, for whoever cannot see it.
    """

    section = models.ForeignKey(ReportSection, on_delete=models.PROTECT, related_name="attachments")
    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.FileField(upload_to="reports/")
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    says = models.CharField("คำบรรยาย", max_length=200, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="removed_attachments_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"attachment {self.pk}"

    @property
    def is_picture(self):
        """By the name we keep it under, which says what is in it."""
        return self.file.name.endswith((".png", ".jpg"))


@tracked(exclude=["answers", "findings"])
class ReportUpload(models.Model):
    """A form filled in as a workbook or kept as a file, and what was found in it.

    ``answers`` is what could be read, by section; ``findings`` is what could not, as
    [{"sheet", "cell", "found", "expected", "mend"}], kept with the upload (promise 25). Nothing
    reaches the draft before somebody says so: ``applied_at``.
    """

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="uploads")
    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    name = models.CharField(max_length=200)
    answers = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self):
        return f"upload {self.pk}"
