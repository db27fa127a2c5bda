from django.db import models


class Holiday(models.Model):
    """วันหยุดราชการ: a weekday on which nobody works, kept as data by the secretariat."""

    on = models.DateField()
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["on"],
                name="one_holiday_per_day",
                violation_error_message="มีวันหยุดวันนี้อยู่แล้ว",
            ),
        ]

    def __str__(self):
        return self.name
