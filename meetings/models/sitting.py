from django.db import models
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel.history import tracked

from .meeting import Meeting


@tracked()
class Sitting(models.Model):
    """One part of a meeting day: plenary, breakout, or a talk without resolutions (S2, S8, S9)."""

    class Kind(models.TextChoices):
        PLENARY = "plenary", gettext_lazy("ประชุมรวม")
        BREAKOUT = "breakout", gettext_lazy("แบ่งกลุ่มย่อย")
        INFORMAL = "informal", pgettext_lazy("meeting", "สนทนานอกวาระ")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sittings")
    position = models.PositiveSmallIntegerField()
    on = models.DateField(null=True)  # the source of a record may not say
    part_of_day = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=200)
    group_count = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.title
