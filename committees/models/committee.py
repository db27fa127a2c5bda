from datetime import time

from django.db import models

from portal.kernel.history import tracked
from regions.models.period import Period, PeriodQuerySet


class CommitteeQuerySet(PeriodQuerySet):
    def the_67(self, *, on):
        """The coordination subcommittee of that day: the generation then in force."""
        return self.in_force(on=on).filter(kind=Committee.Kind.SUBCOMMITTEE)


@tracked()
class Committee(Period):
    """A body with seats or members. Each generation of the 67 is a row of its own (S24),
    and whatever CODI may decide about a body is data on it, the 67 seats included."""

    class Kind(models.TextChoices):
        SUBCOMMITTEE = "subcommittee", "คณะอนุกรรมการประสานงาน"
        ISSUE = "issue", "อนุกรรมการเชิงประเด็น"
        UNIT = "unit", "กรรมการย่อย"

    kind = models.CharField(max_length=15, choices=Kind)
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField("ชื่อคณะ", max_length=200)
    short_name = models.CharField("ชื่อย่อ", max_length=60)
    name_en = models.CharField(max_length=200)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="units"
    )
    position = models.PositiveSmallIntegerField(default=1)
    seats_due = models.PositiveSmallIntegerField("จำนวนที่นั่ง", null=True, blank=True)
    ends_soon_days = models.PositiveSmallIntegerField("เตือนก่อนครบวาระ (วัน)", default=60)
    reminder_working_days = models.PositiveSmallIntegerField("เตือนก่อนประชุม (วันทำการ)", default=3)
    reminder_time = models.TimeField("เวลาที่เตือน", default=time(8, 0))

    objects = CommitteeQuerySet.as_manager()

    class Meta(Period.Meta):
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name
