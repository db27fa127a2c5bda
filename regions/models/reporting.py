from datetime import date

from django.db import models
from django.db.models import F, Q

from portal.kernel.history import tracked

from .period import Period, PeriodQuerySet
from .place import Province, Region

CAPITAL = "10"


@tracked()
class ReportingUnit(Period):
    """Who owes a report: a region, a province, or the centre itself (S85)."""

    class Kind(models.TextChoices):
        REGION = "region", "ภาค"
        PROVINCE = "province", "จังหวัด"
        CENTRE = "centre", "ส่วนกลาง"

    kind = models.CharField(max_length=10, choices=Kind)
    region = models.OneToOneField(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="reporting_unit"
    )
    province = models.OneToOneField(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="reporting_unit"
    )

    objects = PeriodQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind="region", region__isnull=False, province=None)
                | Q(kind="province", region=None, province__isnull=False)
                | Q(kind="centre", region=None, province=None),
                name="a_reporting_unit_is_one_place",
            ),
            models.UniqueConstraint(fields=["kind"], condition=Q(kind="centre"), name="one_centre"),
        ]

    def __str__(self):
        return self.name

    # Its names, as ``named`` and ``named_short`` ask for them.

    @property
    def name(self):
        """จังหวัดเชียงใหม่, as a sentence names it; the capital is no จังหวัด."""
        if self.province and self.province.code != CAPITAL:
            return f"จังหวัด{self.province.name}"
        return self.place.name if self.place else "ส่วนกลาง"

    @property
    def name_en(self):
        return self.place.name_en if self.place else "the centre"

    @property
    def short_name(self):
        """As under a heading that says which kind it is."""
        return self.region.short_name if self.region else (self.province or self).name

    @property
    def place(self):
        return self.region or self.province


class ReportingRule(Period):
    """When a month's round opens, is due and closes: days, as the movement decides them."""

    opens_day = models.PositiveSmallIntegerField("เปิดวันที่ (ของเดือนนั้น)")
    on_time_day = models.PositiveSmallIntegerField("ตรงเวลาถึงวันที่ (ของเดือนถัดไป)")
    closes_day = models.PositiveSmallIntegerField("ปิดรับหลังวันที่ (ของเดือนถัดไป)")
    # Provinces hand in earlier, so that their region can gather what they say (S85).
    provinces_day = models.PositiveSmallIntegerField("จังหวัดส่งภายในวันที่ (ของเดือนถัดไป)", default=3)
    remind_days = models.PositiveSmallIntegerField("เตือนก่อนครบกำหนด (วัน)", default=2)
    mending_hours = models.PositiveSmallIntegerField("ผู้กรอกควรแก้เสร็จใน (ชั่วโมง)", default=24)
    review_hours = models.PositiveSmallIntegerField("ผู้ตรวจควรตรวจเสร็จใน (ชั่วโมง)", default=48)

    objects = PeriodQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    opens_day__range=(1, 28),
                    provinces_day__gte=1,
                    provinces_day__lte=F("on_time_day"),
                    on_time_day__lte=F("closes_day"),
                    closes_day__lte=28,
                ),
                name="a_round_opens_then_is_due_then_closes",
            ),
        ]

    def __str__(self):
        return f"{self.opens_day}/{self.on_time_day}/{self.closes_day}"

    def days_for(self, month):
        """The days of the round of ``month``, a first day, as the columns of ``ReportRound``."""
        following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        return {
            "opens_on": month.replace(day=self.opens_day),
            "provinces_until": following.replace(day=self.provinces_day),
            "on_time_until": following.replace(day=self.on_time_day),
            "closes_on": following.replace(day=self.closes_day),
        }


class ReportRoundQuerySet(models.QuerySet):
    def open(self, *, on):
        return self.filter(opens_on__lte=on, closes_on__gte=on)

    def latest_opened(self, *, on):
        return self.filter(opens_on__lte=on).order_by("-month")


@tracked()
class ReportRound(models.Model):
    """รอบรายงาน: one month. On time until, and closed after, are two days (promise 23).

    Both come from the rule of the month and stay as they were when the round opened.
    """

    month = models.DateField("เดือน", unique=True)
    opens_on = models.DateField("เปิด")
    # None of a round that opened before provinces were asked.
    provinces_until = models.DateField("จังหวัดตรงเวลาถึง", null=True)
    on_time_until = models.DateField("ตรงเวลาถึง")
    mending_hours = models.PositiveSmallIntegerField(default=24)
    review_hours = models.PositiveSmallIntegerField(default=48)
    closes_on = models.DateField("ปิดรับหลัง")

    objects = ReportRoundQuerySet.as_manager()

    class Meta:
        ordering = ["-month"]
        constraints = [
            models.CheckConstraint(
                condition=Q(month__day=1), name="a_round_is_named_by_a_first_day"
            ),
            models.CheckConstraint(
                condition=Q(
                    opens_on__lte=F("provinces_until"),
                    provinces_until__lte=F("on_time_until"),
                    on_time_until__lte=F("closes_on"),
                ),
                name="a_round_closes_after_it_is_due",
            ),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m}"

    def is_open(self, *, on):
        return self.opens_on <= on <= self.closes_on
