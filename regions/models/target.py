"""What a region and the centre want to reach together (S93): both sides confirm it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked

from .indicator import Indicator
from .place import Region


class IndicatorTargetQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What is agreed is open to everyone in the house; so is what is proposed, with who did."""
        return self if user.is_authenticated else self.none()

    def agreed(self):
        return self.filter(confirmed_at__isnull=False, ended_at=None)

    def waiting(self):
        return self.filter(confirmed_at=None, ended_at=None)


@tracked()
class IndicatorTarget(models.Model):
    """เป้าหมายร่วม: one number of one region in one fiscal year, proposed by one side and confirmed
    by the other. A new number is a new row; the one it replaces, or that was refused, has ended.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="targets")
    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ")
    value = models.PositiveIntegerField("เป้าหมาย")
    reason = models.CharField("เหตุผล", max_length=400)
    by_region = models.BooleanField()  # which side proposed; the other confirms
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    refused_because = models.CharField("เหตุผลที่ไม่รับ", max_length=400, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    objects = IndicatorTargetQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "region", "fiscal_year"],
                condition=Q(confirmed_at__isnull=False, ended_at=None),
                name="one_agreed_target_per_number_and_year",
            ),
            models.UniqueConstraint(
                fields=["indicator", "region", "fiscal_year"],
                condition=Q(confirmed_at=None, ended_at=None),
                name="one_proposed_target_per_number_and_year",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="confirmed_targets_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, refused_because="")
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="ended_targets_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"target {self.pk}"
