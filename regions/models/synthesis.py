"""One month of all regions in one text, each sentence with the sections it comes from (S99)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from portal.kernel.history import tracked

from .post import rights_of
from .reporting import ReportRound
from .section import ReportSection


class SynthesisQuerySet(models.QuerySet):
    def published(self):
        return self.exclude(published_at=None)

    def visible_to(self, user):
        """Published, it is everybody's, signed in or not; until then whoever answers for all
        regions reads it."""
        return self.all() if rights_of(user).sees_everything else self.published()


@tracked()
class Synthesis(models.Model):
    """ฉบับสังเคราะห์: drafted by the portal from accepted reports, edited by people, published once.

    ``figures`` is what the rolled-up figures said when it was published, each with its formula,
    n of N and the reports counted: a published text never changes under its reader.
    """

    round = models.OneToOneField(ReportRound, on_delete=models.PROTECT, related_name="synthesis")
    introduction = models.TextField("ความนำ", blank=True)
    version = models.PositiveIntegerField(default=0)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    figures = models.JSONField(default=list)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = SynthesisQuerySet.as_manager()

    class Meta:
        ordering = ["-round__month"]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="published_syntheses_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"synthesis {self.round}"

    def get_absolute_url(self):
        return reverse("regions:synthesis-detail", args=[self.round.month])


@tracked()
class SynthesisPoint(models.Model):
    """One paragraph under the heading of one section of the form. ``drafted`` is what the portal
    wrote; ``text`` what people made of it. Left out, it stays in the record."""

    synthesis = models.ForeignKey(Synthesis, on_delete=models.PROTECT, related_name="points")
    section = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    drafted = models.TextField(blank=True)
    text = models.TextField("ข้อความ")
    version = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    is_left_out = models.BooleanField("ไม่ใช้ในฉบับนี้", default=False)

    class Meta:
        ordering = ["synthesis", "position"]

    def __str__(self):
        return f"point {self.pk}"


@tracked()
class PointOrigin(models.Model):
    """Which section of which report a paragraph comes from, and what stood there."""

    point = models.ForeignKey(SynthesisPoint, on_delete=models.PROTECT, related_name="origins")
    section = models.ForeignKey(ReportSection, on_delete=models.PROTECT, related_name="+")
    field = models.SlugField(max_length=60, blank=True)
    quoted = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "section", "field"], name="one_origin_of_a_kind_per_point"
            ),
        ]

    def __str__(self):
        return f"origin {self.pk}"
