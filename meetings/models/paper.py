from django.conf import settings
from django.db import models

from portal.kernel.history import tracked

from .agenda import AgendaItem
from .meeting import Meeting
from .meeting_query import seen_by


class PaperQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whoever may read the meeting may read its papers, but for those taken off."""
        return self.filter(seen_by(user, "meeting__"), removed_at=None)


@tracked()
class Paper(models.Model):
    """เอกสารประกอบ: a paper of one agenda item, or of the whole meeting. Its files are versions;
    one filed with the wrong meeting or item is moved, not uploaded again (promise 8)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers_filed")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="papers"
    )
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField("ชื่อเอกสาร", max_length=200)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title


@tracked()
class PaperVersion(models.Model):
    """One file of a paper; a later one is a new row and the earlier ones stay readable."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("ฉบับที่")
    file = models.FileField(upload_to="papers/")
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "number"], name="one_version_of_a_number_per_paper"
            ),
        ]

    def __str__(self):
        return f"version {self.number} of paper {self.paper_id}"


class PaperDownload(models.Model):
    """Who took which version when, for the audit."""

    version = models.ForeignKey(PaperVersion, on_delete=models.PROTECT, related_name="downloads")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return f"download {self.pk}"
