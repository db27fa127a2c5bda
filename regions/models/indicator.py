"""What is counted, and what it comes to over places."""

from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked
from portal.kernel.names import is_english

from .place import Region
from .reporting import ReportRound


@tracked()
class Indicator(models.Model):
    """ตัวชี้วัด: one number asked of every unit, and how it adds over places and months."""

    class Adds(models.TextChoices):
        SUM = "sum", "รวม"
        LATEST = "latest", "ค่าล่าสุด"
        MAXIMUM = "maximum", "ค่าสูงสุด"
        MEAN = "mean", "ค่าเฉลี่ย"

    key = models.SlugField(max_length=40, unique=True)
    section = models.SlugField("ส่วนของรายงาน", max_length=40)
    position = models.PositiveSmallIntegerField()
    name = models.CharField("ชื่อ", max_length=120)
    name_en = models.CharField(max_length=120)
    counted_in = models.CharField("หน่วยนับ", max_length=30)
    counted_in_en = models.CharField(max_length=30, blank=True)
    hint = models.CharField("คำอธิบาย", max_length=200, blank=True)
    hint_en = models.CharField(max_length=200, blank=True)
    adds = models.CharField(max_length=10, choices=Adds, default=Adds.SUM)
    is_required = models.BooleanField("ต้องตอบก่อนส่ง", default=False)

    class Meta:
        ordering = ["section", "position"]

    def __str__(self):
        return self.name

    # In the language of the screen, as far as it was given.

    @property
    def unit(self):
        return (is_english() and self.counted_in_en) or self.counted_in

    @property
    def definition(self):
        return (is_english() and self.hint_en) or self.hint


@tracked()
class RolledFigure(models.Model):
    """An indicator of one month, rolled up over a region or (no region) the nation.

    A pure function of the accepted reports; ``reported`` of ``expected`` units stand behind it.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="rolled")
    round = models.ForeignKey(ReportRound, on_delete=models.PROTECT, related_name="rolled")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, related_name="rolled")
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    reported = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    rolled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "round", "region"],
                nulls_distinct=False,
                name="one_rolled_figure_per_place_and_month",
            ),
            models.CheckConstraint(
                condition=Q(reported__lte=models.F("expected")),
                name="no_more_reported_than_expected",
            ),
        ]

    def __str__(self):
        return f"{self.indicator_id} {self.round_id} {self.region_id}"
