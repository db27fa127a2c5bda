"""Which figure is asked for, and how it comes about in words."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from .addresses import figure_url
from .models import Indicator, Province, Region, RegionalReport, RolledFigure
from .rollup import rounds_of

Adds, Basis = Indicator.Adds, RolledFigure.Basis

OF_MONTH = {
    Adds.SUM: _("บวกค่าของทุกหน่วยที่รายงานผ่านแล้ว"),
    Adds.LATEST: _("ค่าล่าสุดของแต่ละหน่วยบวกกัน นับเฉพาะรายงานของเดือนนี้ที่ผ่านแล้ว"),
    Adds.MAXIMUM: _("ค่าสูงสุดในบรรดาหน่วยที่รายงานผ่านแล้ว"),
    Adds.MEAN: _("ค่าเฉลี่ยของหน่วยที่รายงานผ่านแล้ว ไม่นับหน่วยที่ตอบว่าไม่เกี่ยวข้อง"),
    Adds.RATIO: _(
        "ผลรวมของ “%(part)s” หารด้วยผลรวมของ “%(whole)s” เฉพาะหน่วยที่ตอบทั้งสองข้อและรายงานผ่านแล้ว"
    ),
}
OF_YEAR = {
    Adds.SUM: _("บวกค่าของทุกเดือนและทุกหน่วยที่รายงานผ่านแล้วในปีงบประมาณ"),
    Adds.LATEST: _("ค่าของเดือนล่าสุดที่แต่ละหน่วยตอบในปีงบประมาณ แล้วบวกทุกหน่วยเข้าด้วยกัน"),
    Adds.MAXIMUM: _("ค่าสูงสุดในบรรดาทุกเดือนและทุกหน่วยที่รายงานผ่านแล้วในปีงบประมาณ"),
    Adds.MEAN: _("ค่าเฉลี่ยของทุกเดือนและทุกหน่วยที่รายงานผ่านแล้วในปีงบประมาณ ไม่นับที่ตอบว่าไม่เกี่ยวข้อง"),
    Adds.RATIO: _(
        "ผลรวมของ “%(part)s” หารด้วยผลรวมของ “%(whole)s” จากรายงานที่ตอบทั้งสองข้อและผ่านแล้วในปีงบประมาณ"
    ),
}
RATIO_OF_LATEST = _(
    "ผลรวมของ “%(part)s” หารด้วยผลรวมของ “%(whole)s” จากเดือนล่าสุดในปีงบประมาณที่แต่ละหน่วยตอบทั้งสองข้อ"
)


@dataclass(frozen=True)
class Asked:
    """One indicator of one place, in a month or in a fiscal year, by one of the two readings."""

    indicator: Indicator
    month: date
    year: int | None = None
    basis: str = Basis.REGIONS
    region: Region | None = None
    province: Province | None = None

    @property
    def lasts(self) -> bool:
        """Of each unit only the last answered month counts (``rollup``)."""
        first = self.indicator.part or self.indicator
        return self.year is not None and first.adds == Adds.LATEST

    @property
    def formula(self):
        if self.lasts and self.indicator.adds == Adds.RATIO:
            return RATIO_OF_LATEST
        return (OF_YEAR if self.year else OF_MONTH)[self.indicator.adds]

    @property
    def is_one_unit(self) -> bool:
        return bool(self.province or (self.region and self.basis == Basis.REGIONS))

    def rolled(self) -> QuerySet[RolledFigure]:
        """The rows of both readings of the place and the period."""
        period = {"fiscal_year": self.year} if self.year else {"round__month": self.month}
        return RolledFigure.objects.filter(
            indicator=self.indicator, region=self.region, province=self.province, **period
        )

    def reports(self) -> QuerySet[RegionalReport]:
        """Every report owed for it; a unit that lasts brings its months in other regions along."""
        kind = "province" if self.basis == Basis.PROVINCES else "region"
        reports = RegionalReport.objects.filter(unit__kind=kind)
        if self.year:
            reports = reports.filter(round__in=rounds_of(self.year).order_by())
        else:
            reports = reports.filter(round__month=self.month)
        if self.province:
            return reports.filter(unit__province=self.province)
        if not self.region:
            return reports
        gathered = reports.filter(region=self.region)
        return reports.filter(unit__in=gathered.values("unit")) if self.lasts else gathered

    def url(self, **changes: object) -> str:
        asked = {
            "region": self.region and self.region.code,
            "province": self.province and self.province.pk,
            "basis": self.basis if self.basis != Basis.REGIONS and not self.province else "",
            "year": self.year,
        }
        return figure_url(self.indicator.key, self.month, **asked | changes)
