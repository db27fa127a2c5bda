"""What one report says, part by part and number by number."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel.history import tracked

from .indicator import Indicator
from .report import RegionalReport


class Progress(models.TextChoices):
    """How far one section is, as the weave shows it."""

    NONE = "none", _("ยังไม่เริ่ม")
    DRAFT = "draft", _("กำลังกรอก")
    WAIT = "wait", _("ส่งแล้ว รอตรวจ")
    DONE = "done", pgettext_lazy("weave", "ผ่าน")
    BACK = "back", pgettext_lazy("weave", "ส่งกลับ")


@tracked()
class ReportSection(models.Model):
    """One part of a report: its texts, its version, and what the reviewer said of it."""

    class Verdict(models.TextChoices):
        NONE = "", "ยังไม่ทบทวน"
        PASSED = "passed", "ผ่าน"
        RETURNED = "returned", "ส่งกลับ"

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="sections")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Lent to a colleague of the same place, who may type in this section and no other.
    handed_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    handed_at = models.DateTimeField(null=True)
    handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True, default=Verdict.NONE)
    reason = models.TextField("เหตุผลที่ส่งกลับ", blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"], name="one_section_of_a_kind_per_report"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="returned") | ~Q(reason=""),
                name="returned_sections_say_why",
                violation_error_message="ส่งกลับต้องบอกเหตุผล",
            ),
            models.CheckConstraint(
                condition=Q(handed_to=None, handed_at=None, handed_by=None)
                | Q(handed_to__isnull=False, handed_at__isnull=False, handed_by__isnull=False),
                name="a_section_handed_over_says_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"{self.report_id} {self.key}"

    @property
    def progress(self):
        match self.verdict:
            case self.Verdict.PASSED:
                return Progress.DONE
            case self.Verdict.RETURNED:
                return Progress.BACK
        if self.report.is_editable:
            return Progress.DRAFT if self.version else Progress.NONE
        return Progress.WAIT

    @property
    def is_locked(self):
        """Passed once is passed: what comes back for correction is only the rest."""
        return self.verdict == self.Verdict.PASSED


class ReportFigureQuerySet(models.QuerySet):
    def answered(self):
        return self.filter(Q(value__isnull=False) | Q(is_applicable=False))


@tracked()
class ReportFigure(models.Model):
    """One number in one report. Zero, not applicable and not yet reported are three things:
    0; no value and ``is_applicable`` false; no value and ``is_applicable`` true."""

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="figures")
    value = models.PositiveIntegerField(null=True)
    is_applicable = models.BooleanField(default=True)
    note = models.CharField("หมายเหตุ", max_length=500, blank=True)

    objects = ReportFigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "indicator"], name="one_figure_per_indicator"
            ),
            models.CheckConstraint(
                condition=Q(is_applicable=True) | Q(value=None),
                name="what_is_not_applicable_has_no_value",
            ),
        ]

    def __str__(self):
        return f"{self.indicator_id}: {self.value}"

    @property
    def is_answered(self):
        return self.value is not None or not self.is_applicable
