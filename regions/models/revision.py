from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from portal.kernel.history import tracked

from .report import RegionalReport


class RevisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was accepted is open to everyone in the house, and so is every change of it."""
        return self.all() if user.is_authenticated else self.none()

    def undecided(self):
        return self.filter(decided_at=None)

    def for_list(self):
        """Everything one row prints, what waits first: one query."""
        people = ("asked_by__person", "decided_by__person", "closed_by__person")
        places = ("report__round", "report__unit__region", "report__unit__province")
        waits = models.Case(models.When(decided_at=None, then=0), default=1)
        return self.select_related(*people, *places, "report__region").order_by(
            waits, "-asked_at", "-pk"
        )


@tracked()
class Revision(models.Model):
    """การแก้ไขข้อมูลที่ปิดแล้ว: an accepted report asked to be mended, reopened, and closed again.

    Asked for with a reason, by its place or by the reviewer; reopened by the reviewer or refused
    with a reason; refused by who asked it, it is withdrawn. ``before`` is what the accepted report
    said, section by section; ``changes`` is what the next acceptance found different, as
    [{"section", "field", "before", "after"}] (B16).
    """

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField("ครั้งที่")
    reason = models.TextField("เหตุผลที่ขอแก้")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    refused_because = models.TextField("เหตุผลที่ไม่ให้แก้", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    before = models.JSONField(default=dict)
    changes = models.JSONField(default=list)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="revisions_are_numbered"),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(closed_at=None, refused_because=""),
                name="one_open_revision_per_report",
                violation_error_message="รายงานนี้มีคำขอแก้ไขที่ยังไม่เสร็จอยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, refused_because="")
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="decided_revisions_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(decided_at__isnull=False, closed_at__isnull=False, closed_by__isnull=False),
                name="closed_revisions_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"{self.report_id} revision {self.number}"

    def get_absolute_url(self):
        return reverse("regions:revision-detail", args=[self.pk])

    @property
    def standing(self):
        """asked, open, closed, refused or withdrawn."""
        if self.decided_at is None:
            return "asked"
        if self.refused_because:
            return "withdrawn" if self.decided_by_id == self.asked_by_id else "refused"
        return "closed" if self.closed_at else "open"
