"""What the movement says to what was reported (S94): all in the house read it, and the answer."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import tracked

from .report import RegionalReport
from .section import ReportSection


class ObservationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As open as the accepted report it speaks of; of one open again it stays readable."""
        return self if user.is_authenticated else self.none()

    def confirming(self):
        return self.filter(kind=Observation.Kind.CONFIRMATION)

    def unanswered(self):
        """A confirmation waits for nothing."""
        return self.filter(kind=Observation.Kind.REMARK, answered_at=None)

    def answered(self):
        return self.filter(answered_at__isnull=False)

    def with_now(self):
        """Adds ``.is_of_now``: whether the section still says what it said then."""
        section = ReportSection.objects.filter(
            report=OuterRef("report"), key=OuterRef("section"), version=OuterRef("version")
        )
        return self.annotate(is_of_now=Exists(section))


@tracked()
class Observation(models.Model):
    """ข้อสังเกตของขบวน: one person's word to one section of an accepted report. Either they saw
    with their own eyes that it is so, or they remark on it and those who filed it answer. Nothing
    of it is ever changed; another observation follows."""

    class Kind(models.TextChoices):
        CONFIRMATION = "confirmation", _("ยืนยันผล")
        REMARK = "remark", _("ข้อสังเกตหรือคำถาม")

    report = models.ForeignKey(
        RegionalReport, on_delete=models.PROTECT, related_name="observations"
    )
    section = models.SlugField("ส่วนของรายงาน", max_length=40)
    version = models.PositiveIntegerField("ฉบับของส่วนที่อ่าน")
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.TextField("ข้อสังเกต", max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField("คำตอบ", max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_by=None, answered_at=None)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="an_observation_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(kind="confirmation") | Q(answered_at=None),
                name="a_confirmation_takes_no_answer",
            ),
            models.UniqueConstraint(
                fields=["report", "section", "version", "by"],
                condition=Q(kind="confirmation"),
                name="nobody_confirms_the_same_words_twice",
            ),
        ]

    def __str__(self):
        return f"observation {self.pk}"

    def get_absolute_url(self):
        return f"{reverse('regions:report-detail', args=[self.report_id])}#observation-{self.pk}"

    @property
    def is_confirmation(self):
        return self.kind == self.Kind.CONFIRMATION

    @property
    def is_unanswered(self):
        return self.kind == self.Kind.REMARK and self.answered_at is None
