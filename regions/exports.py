"""Reports and figures as files: their columns, each with what it means."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.kernel.exports import Column
from portal.kernel.thai import day_of, fiscal_year, month_and_year

from .models import RegionalReport, ReportingUnit, RolledFigure
from .standing import standing_of

Kind = ReportingUnit.Kind

# -- Reports: when each came, never what it says -----------------------------------------


def place_code(report: RegionalReport) -> str:
    unit = report.unit
    return unit.province_id or (unit.region.code if unit.region else "")


def sent_on(report: RegionalReport) -> date | None:
    return day_of(report.submitted_at) if report.submitted_at else None


def standing(report: RegionalReport) -> str:
    return str(standing_of(report, on=timezone.localdate())[1])


REPORT_COLUMNS = [
    Column(
        "kind", _("ผู้รายงาน"), _("region ภาค province จังหวัด centre ส่วนกลาง"), lambda r: r.unit.kind
    ),
    Column("place", _("รหัสพื้นที่"), _("รหัสภาค หรือรหัสจังหวัด 2 หลัก"), place_code),
    Column("place_name", _("ชื่อพื้นที่"), "", lambda r: str(r.unit)),
    Column("region", _("ภาคที่รวบรวม"), _("ณ วันเปิดรอบ"), lambda r: r.region.code if r.region else ""),
    Column(
        "month",
        _("เดือนที่รายงาน (ค.ศ.)"),
        _("ปี-เดือน"),
        lambda r: f"{r.round.month:%Y-%m}",
        "gYearMonth",
    ),
    Column("month_be", _("เดือนที่รายงาน (พ.ศ.)"), "", lambda r: month_and_year(r.round.month)),
    Column(
        "state", _("รหัสสถานะ"), _("draft submitted in_review returned accepted"), lambda r: r.state
    ),
    Column("standing", _("สถานะ"), _("ณ วันที่ดาวน์โหลด"), standing),
    Column(
        "on_time_until", _("ตรงเวลาถึง"), _("รวมที่ขยายเวลาแล้ว"), lambda r: r.on_time_until, "date"
    ),
    Column("closes_on", _("ปิดรับหลัง"), "", lambda r: r.closes_on, "date"),
    Column(
        "extended_until", _("ขยายเวลาถึง"), _("ว่างถ้าไม่ได้ขยาย"), lambda r: r.extended_until, "date"
    ),
    Column("sent_on", _("วันที่ส่งครั้งแรก"), _("ว่างถ้ายังไม่ส่ง"), sent_on, "date"),
    Column(
        "days_late",
        _("ช้ากี่วัน"),
        _("0 คือตรงเวลาหรือยังไม่ถึงกำหนด"),
        lambda r: r.days_late(on=timezone.localdate()),
        "integer",
    ),
    Column("receipt", _("เลขรับ"), "", lambda r: r.receipt),
]


# -- Figures: what they come to, and of how many -----------------------------------------


def figure_rows(**period) -> QuerySet[RolledFigure]:
    """Every figure of one month or one fiscal year, in the order of places: one query."""
    rows = RolledFigure.objects.filter(**period)
    return rows.select_related("indicator", "round", "region", "province").order_by(
        "indicator__section", "indicator__position", "basis", "region__number", "province_id"
    )


def level(figure: RolledFigure) -> str:
    if figure.province_id:
        return "province"
    return "region" if figure.region_id else "nation"


def code(figure: RolledFigure) -> str:
    return figure.province_id or (figure.region.code if figure.region_id else "")


def place_name(figure: RolledFigure) -> str:
    return str(figure.province or figure.region or _("ทั้งประเทศ"))


def answer(figure: RolledFigure) -> str:
    """Nought, not applicable and not yet reported are three things."""
    if figure.value is not None:
        return "number"
    return "not_applicable" if figure.reported else "not_reported"


def month(figure: RolledFigure) -> str:
    return f"{figure.round.month:%Y-%m}" if figure.round_id else ""


def year(figure: RolledFigure) -> int:
    return figure.fiscal_year or fiscal_year(figure.round.month)


def month_be(figure: RolledFigure) -> str:
    return month_and_year(figure.round.month) if figure.round_id else ""


FIGURE_COLUMNS = [
    Column("level", _("ระดับ"), _("province จังหวัด region ภาค nation ทั้งประเทศ"), level),
    Column("place", _("รหัสพื้นที่"), _("รหัสภาค หรือรหัสจังหวัด 2 หลัก ว่างคือทั้งประเทศ"), code),
    Column("place_name", _("ชื่อพื้นที่"), "", place_name),
    Column(
        "basis",
        _("ตามรายงานของ"),
        _("regions ภาค provinces จังหวัด สองทางอาจต่างกันและไม่นำมาปนกัน"),
        lambda f: f.basis,
    ),
    Column("month", _("เดือนที่รายงาน (ค.ศ.)"), _("ปี-เดือน ว่างถ้าเป็นทั้งปีงบประมาณ"), month, "gYearMonth"),
    Column("month_be", _("เดือนที่รายงาน (พ.ศ.)"), "", month_be),
    Column("fiscal_year", _("ปีงบประมาณ"), _("พ.ศ. ของเดือนกันยายนที่สิ้นปี"), year, "integer"),
    Column("indicator", _("รหัสตัวชี้วัด"), "", lambda f: f.indicator.key),
    Column("indicator_name", _("ตัวชี้วัด"), "", lambda f: f.indicator.name),
    Column("counted_in", _("หน่วยนับ"), "", lambda f: f.indicator.counted_in),
    Column("value", _("ค่า"), _("ว่างถ้าไม่มีตัวเลข ดูช่องคำตอบ"), lambda f: f.value, "decimal"),
    Column(
        "answer",
        _("คำตอบ"),
        _("number ตัวเลข not_applicable ไม่เกี่ยวข้อง not_reported ยังไม่รายงาน"),
        answer,
    ),
    Column("formula", _("วิธีรวม"), _("sum latest maximum mean ratio"), lambda f: f.formula),
    Column("part", _("ส่วน"), _("เฉพาะอัตราส่วน"), lambda f: f.part, "decimal"),
    Column("whole", _("ทั้งหมด"), _("เฉพาะอัตราส่วน"), lambda f: f.whole, "decimal"),
    Column(
        "reported",
        _("รายงานแล้ว"),
        _("จำนวนรายงานที่ผ่านแล้วและตอบข้อนี้"),
        lambda f: f.reported,
        "integer",
    ),
    Column("expected", _("ต้องรายงาน"), _("กำหนดไว้ตั้งแต่วันเปิดรอบ"), lambda f: f.expected, "integer"),
    Column(
        "sources",
        _("รายงานที่นับ"),
        _("เลขรายงานในที่อยู่ /reports/เลข/ คั่นด้วยช่องว่าง"),
        lambda f: " ".join(map(str, f.sources)),
    ),
]
