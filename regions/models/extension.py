from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from portal.kernel.history import tracked

from .report import RegionalReport


class ExtensionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(is_granted=None)

    def waiting_first(self):
        """Then the newest."""
        is_waiting = models.Case(models.When(is_granted=None, then=0), default=1)
        return self.order_by(is_waiting, "-asked_at", "-pk")

    def for_list(self):
        """Each with its report, whose place it is, and who asked and answered: one query."""
        return self.select_related(
            "report__round",
            "report__region",
            "report__unit__region",
            "report__unit__province",
            "asked_by__person",
            "answered_by__person",
        )


@tracked()
class Extension(models.Model):
    """คำขอขยายเวลา: more days for one report, asked for and answered with reasons all can see.

    No back door (promise 23): what is granted stands on the report (``extended_until``). Nobody
    answers their own question, so the one that ended by the hand of who asked was withdrawn.
    """

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="extensions")
    until = models.DateField("ขอถึงวันที่")
    reason = models.TextField("เหตุผลที่ขอ")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    is_granted = models.BooleanField("อนุญาต", null=True)
    granted_until = models.DateField("ขยายถึงวันที่", null=True, blank=True)
    answer = models.TextField("เหตุผลของคำตอบ", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(is_granted=None),
                name="one_open_extension_per_report",
                violation_error_message="มีคำขอขยายเวลาของรายงานนี้รอคำตอบอยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=Q(is_granted=None, answered_at=None, answered_by=None, granted_until=None)
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False)
                    & ~Q(answer="")
                    & (
                        Q(is_granted=True, granted_until__isnull=False)
                        | Q(is_granted=False, granted_until=None)
                    )
                ),
                name="answered_extensions_say_why_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"extension {self.pk}"

    def get_absolute_url(self):
        return reverse("regions:extension-detail", args=[self.pk])

    @property
    def standing(self):
        """waiting, granted, refused or withdrawn."""
        if self.is_granted is None:
            return "waiting"
        if self.is_granted:
            return "granted"
        return "withdrawn" if self.answered_by_id == self.asked_by_id else "refused"
