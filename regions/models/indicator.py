"""What is counted, and what it comes to over places."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import tracked
from portal.kernel.names import is_english

from .place import Province, Region
from .reporting import ReportRound


class IndicatorQuerySet(models.QuerySet):
    def asked(self):
        """Those a form asks for; a ratio follows from them."""
        return self.exclude(adds=Indicator.Adds.RATIO)


@tracked()
class Indicator(models.Model):
    """ตัวชี้วัด: one number asked of every unit, and how it adds over places and months."""

    class Adds(models.TextChoices):
        SUM = "sum", _("รวม")
        LATEST = "latest", _("ค่าล่าสุด")
        MAXIMUM = "maximum", _("ค่าสูงสุด")
        MEAN = "mean", _("ค่าเฉลี่ย")
        RATIO = "ratio", _("อัตราส่วนของผลรวม")

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
    # A ratio is asked of nobody: it is made of two numbers that are. The part never exceeds the
    # whole in any report, so no ratio passes 100 % (promise 22).
    part = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="as_part"
    )
    whole = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="as_whole"
    )

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["section", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(adds="ratio", part__isnull=False, whole__isnull=False)
                | (~Q(adds="ratio") & Q(part=None, whole=None)),
                name="only_a_ratio_has_a_part_and_a_whole",
            ),
        ]

    def __str__(self):
        return self.name

    # In the language of the screen, as far as it was given.

    @property
    def unit(self):
        return (is_english() and self.counted_in_en) or self.counted_in

    @property
    def definition(self):
        return (is_english() and self.hint_en) or self.hint


class RolledFigure(models.Model):
    """An indicator rolled up over one place and one period: a pure function of accepted reports.

    The period is a month's round or a whole fiscal year (October to September, named by the
    Buddhist year in which it ends). The place is a province, a region, or neither: the nation.
    ``basis`` says whose reports are added, because what the regions say and what their provinces
    say are two readings that may differ and are never mixed. ``reported`` of ``expected`` reports
    stand behind the value; ``sources`` are the reports counted, so that every figure can be
    walked back (N12). It has no history of its own: its sources have theirs.
    """

    class Basis(models.TextChoices):
        REGIONS = "regions", _("ตามรายงานของภาค")
        PROVINCES = "provinces", _("ตามรายงานของจังหวัด")

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="rolled")
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.REGIONS)
    round = models.ForeignKey(
        ReportRound, on_delete=models.PROTECT, null=True, related_name="rolled"
    )
    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ", null=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, related_name="rolled")
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, related_name="rolled"
    )
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    # Of a ratio only: what was divided by what.
    part = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    whole = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    formula = models.CharField(max_length=10, choices=Indicator.Adds, default=Indicator.Adds.SUM)
    reported = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    sources = ArrayField(models.BigIntegerField(), default=list)
    rolled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "basis", "round", "fiscal_year", "region", "province"],
                nulls_distinct=False,
                name="one_rolled_figure_per_place_and_period",
            ),
            models.CheckConstraint(
                condition=Q(round__isnull=False, fiscal_year=None)
                | Q(round=None, fiscal_year__isnull=False),
                name="a_rolled_figure_is_of_a_month_or_a_year",
            ),
            models.CheckConstraint(
                condition=Q(province=None) | Q(region=None, basis="provinces"),
                name="a_province_is_told_by_its_own_report",
            ),
            models.CheckConstraint(
                condition=Q(reported__lte=F("expected")),
                name="no_more_reported_than_expected",
            ),
            models.CheckConstraint(
                condition=Q(part=None, whole=None) | Q(part__gte=0, part__lte=F("whole")),
                name="no_part_exceeds_its_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["round", "basis", "region"], name="rolled_of_a_month"),
            models.Index(fields=["fiscal_year", "basis", "region"], name="rolled_of_a_year"),
        ]

    def __str__(self):
        return f"{self.indicator_id} {self.round_id or self.fiscal_year} {self.region_id}"
