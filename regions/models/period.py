from django.db import models
from django.db.models import F, Q


class PeriodQuerySet(models.QuerySet):
    def in_force(self, *, on):
        """Rows whose period holds ``on``; an open end holds for ever."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


class Period(models.Model):
    """From–to, both days included.

    What was true on a day is asked with ``on=``, never stored (N4).
    """

    starts_on = models.DateField("ตั้งแต่")
    ends_on = models.DateField("ถึง", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="%(class)s_ends_after_it_starts",
                violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
            ),
        ]

    def is_in_force(self, *, on):
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)
