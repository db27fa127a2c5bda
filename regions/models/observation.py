"""What the movement says to what was reported (S94): all in the house read it, and the answer."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from portal.kernel.history import tracked

from .report import RegionalReport


class ObservationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As open as the accepted report it speaks of; of one open again it stays readable."""
        return self if user.is_authenticated else self.none()

    def unanswered(self):
        return self.filter(answered_at=None)


@tracked()
class Observation(models.Model):
    """ข้อสังเกตของขบวน: one person's word to one section of an accepted report, and the answer of
    those who filed it. Neither is ever changed; another observation follows."""

    report = models.ForeignKey(
        RegionalReport, on_delete=models.PROTECT, related_name="observations"
    )
    section = models.SlugField("ส่วนของรายงาน", max_length=40)
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
        ]

    def __str__(self):
        return f"observation {self.pk}"

    def get_absolute_url(self):
        return f"{reverse('regions:report-detail', args=[self.report_id])}#observation-{self.pk}"
