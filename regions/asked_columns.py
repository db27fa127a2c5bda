"""What is asked and said beside reports, as files: support, more days, corrections, what the
movement says, targets. Each column says what it means; the words are those that everybody signed
in reads on the page."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.kernel.exports import Column
from portal.kernel.thai import day_of, month_and_year

from .models import IndicatorTarget, Observation, RequestAnswer, SupportRequest
from .request_words import kind_of
from .sections import section_of

Heading = str | Promise


def report_columns() -> Iterator[Column]:
    """Of which report the row is; ``row.report`` of all three."""
    yield Column("kind", _("ผู้รายงาน"), _("region ภาค province จังหวัด centre ส่วนกลาง"), unit_kind)
    yield Column("place_name", _("ชื่อพื้นที่"), "", lambda row: str(row.report.unit))
    yield Column("region", _("ภาคที่รวบรวม"), _("ณ วันเปิดรอบ"), region_code)
    yield Column("month", _("เดือนที่รายงาน (ค.ศ.)"), _("ปี-เดือน"), month, "gYearMonth")
    yield Column(
        "month_be", _("เดือนที่รายงาน (พ.ศ.)"), "", lambda row: month_and_year(row.report.round.month)
    )


def of_standing(row: Any) -> str:
    return row.standing


def unit_kind(row: Any) -> str:
    return row.report.unit.kind


def region_code(row: Any) -> str:
    return row.report.region.code if row.report.region else ""


def month(row: Any) -> str:
    return f"{row.report.round.month:%Y-%m}"


def day(name: str, heading: Heading, read: Callable, meaning: Heading = "") -> Column:
    """Of a moment its day; nothing of none."""
    return Column(
        name, heading, meaning, lambda row: day_of(read(row)) if read(row) else None, "date"
    )


def person(name: str, heading: Heading, read: Callable) -> Column:
    return Column(name, heading, "", lambda row: read(row).person.full_name if read(row) else "")


# -- Support asked of the centre ---------------------------------------------------------------


def latest(asked: SupportRequest) -> RequestAnswer | None:
    return asked.told[0] if asked.told else None


def of_latest(field: str) -> Callable[[SupportRequest], Any]:
    return lambda asked: getattr(latest(asked), field) if latest(asked) else None


REQUEST_COLUMNS = [
    Column("number", _("เลขที่คำขอ"), _("เลขที่/พ.ศ."), str),
    *report_columns(),
    Column("asked_for", _("เรื่อง"), "", lambda asked: str(kind_of(asked))),
    Column("text", _("ขออะไร เพื่อใช้ที่ไหน"), "", lambda asked: asked.text),
    Column("needed_by", _("ต้องการภายใน"), "", lambda asked: asked.needed_by, "date"),
    day("sent_on", _("ขอเมื่อ"), lambda asked: asked.sent_at),
    Column("due_on", _("ควรตอบภายใน"), _("วันแรกที่นัด"), lambda asked: asked.due_on, "date"),
    Column(
        "owner",
        _("ผู้รับเรื่อง"),
        _("ว่างคือกองเลขาฯ"),
        lambda asked: asked.owner.full_name if asked.owner else "",
    ),
    Column(
        "standing",
        _("รหัสสถานะ"),
        _("late waiting promised refused closed withdrawn ณ วันที่ดาวน์โหลด"),
        lambda asked: asked.standing,
    ),
    Column(
        "standing_name",
        _("สถานะ"),
        _("ณ วันที่ดาวน์โหลด"),
        lambda asked: str(SupportRequest.Standing(asked.standing).label),
    ),
    Column(
        "timing",
        _("ตอบตรงเวลา"),
        _("คำตอบแรกเทียบกับวันแรกที่นัด on_time late overdue not_due dropped"),
        lambda asked: asked.timing,
    ),
    day("answered_on", _("ตอบล่าสุดเมื่อ"), of_latest("told_at")),
    Column("answer", _("คำตอบล่าสุด"), "", of_latest("text")),
    Column("done_by", _("จะเสร็จภายใน"), "", of_latest("done_by"), "date"),
]

# -- More days --------------------------------------------------------------------------------


EXTENSION_COLUMNS = [
    *report_columns(),
    Column("until", _("ขอถึงวันที่"), "", lambda asked: asked.until, "date"),
    Column("reason", _("เหตุผลที่ขอ"), "", lambda asked: asked.reason),
    person("asked_by", _("ผู้ขอ"), lambda asked: asked.asked_by),
    day("asked_on", _("ขอเมื่อ"), lambda asked: asked.asked_at),
    Column("answer", _("คำตอบ"), _("waiting granted refused withdrawn"), of_standing),
    Column("granted_until", _("ขยายถึงวันที่"), "", lambda asked: asked.granted_until, "date"),
    Column("answer_reason", _("เหตุผลของคำตอบ"), "", lambda asked: asked.answer),
    person("answered_by", _("ผู้ตอบ"), lambda asked: asked.answered_by),
    day("answered_on", _("ตอบเมื่อ"), lambda asked: asked.answered_at),
]

# -- Corrections of what was accepted ------------------------------------------------------------


REVISION_COLUMNS = [
    *report_columns(),
    Column("number", _("ครั้งที่"), "", lambda asked: asked.number, "integer"),
    Column("reason", _("เหตุผลที่ขอแก้"), "", lambda asked: asked.reason),
    person("asked_by", _("ผู้ขอ"), lambda asked: asked.asked_by),
    day("asked_on", _("ขอเมื่อ"), lambda asked: asked.asked_at),
    Column("standing", _("สถานะ"), _("asked open closed refused withdrawn"), of_standing),
    person("decided_by", _("ผู้ตัดสิน"), lambda asked: asked.decided_by),
    day("decided_on", _("ตัดสินเมื่อ"), lambda asked: asked.decided_at),
    Column("refused_because", _("เหตุผลที่ไม่ให้แก้"), "", lambda asked: asked.refused_because),
    day("closed_on", _("แก้เสร็จเมื่อ"), lambda asked: asked.closed_at),
    Column("changes", _("แก้กี่แห่ง"), "", lambda asked: len(asked.changes), "integer"),
]

# -- What the movement says to accepted reports ----------------------------------------------------


def observation_standing(observation: Observation) -> str:
    if observation.is_confirmation:
        return "confirmed"
    return "unanswered" if observation.is_unanswered else "answered"


OBSERVATION_COLUMNS = [
    *report_columns(),
    Column("section", _("รหัสส่วนของรายงาน"), "", lambda said: said.section),
    Column("section_name", _("ส่วนของรายงาน"), "", lambda said: str(section_of(said.section).title)),
    Column(
        "said_kind",
        _("รหัสประเภท"),
        _("confirmation ยืนยันผล remark ข้อสังเกตหรือคำถาม"),
        lambda said: said.kind,
    ),
    Column("said_kind_name", _("ประเภท"), "", lambda said: said.get_kind_display()),
    Column("text", _("ข้อความ"), "", lambda said: said.text),
    person("said_by", _("ผู้บอก"), lambda said: said.by),
    day("said_on", _("บอกเมื่อ"), lambda said: said.at),
    Column(
        "of_now",
        _("ตรงกับรายงานปัจจุบัน"),
        _("yes ส่วนนั้นยังไม่แก้ตั้งแต่บอก no แก้แล้ว จำนวนผู้ยืนยันที่หน้ารายงานนับเฉพาะ yes"),
        lambda said: "yes" if said.is_of_now else "no",
    ),
    Column(
        "standing",
        _("สถานะ"),
        _("confirmed ยืนยันผล ไม่ต้องตอบ unanswered รอคำตอบ answered ตอบแล้ว"),
        observation_standing,
    ),
    Column("answer", _("คำตอบ"), "", lambda said: said.answer),
    person("answered_by", _("ผู้ตอบ"), lambda said: said.answered_by),
    day("answered_on", _("ตอบเมื่อ"), lambda said: said.answered_at),
]

# -- What a region and the centre want to reach together ------------------------------------------


def target_standing(target: IndicatorTarget) -> str:
    return "agreed" if target.confirmed_at else "waiting"


TARGET_COLUMNS = [
    Column("fiscal_year", _("ปีงบประมาณ"), _("พ.ศ."), lambda row: row.fiscal_year, "integer"),
    Column("region", _("ภาค"), "", lambda row: row.region.code),
    Column("region_name", _("ชื่อภาค"), "", lambda row: row.region.name),
    Column("indicator", _("รหัสตัวชี้วัด"), "", lambda row: row.indicator.key),
    Column("indicator_name", _("ตัวชี้วัด"), "", lambda row: row.indicator.name),
    Column("value", _("เป้าหมาย"), "", lambda row: row.value, "integer"),
    Column("unit", _("หน่วยนับ"), "", lambda row: row.indicator.counted_in),
    Column(
        "reached",
        _("ผลจนถึงตอนนี้"),
        _("จากรายงานของภาคที่ผ่านแล้วในปีงบประมาณนั้น ว่างถ้ายังไม่มีตัวเลข"),
        lambda row: row.reached,
        "decimal",
    ),
    Column(
        "standing",
        _("สถานะ"),
        _("agreed สองฝ่ายตกลงกันแล้ว waiting มีผู้เสนอแล้ว อีกฝ่ายยังไม่ยืนยัน"),
        target_standing,
    ),
    Column("reason", _("เหตุผล"), "", lambda row: row.reason),
    Column(
        "side",
        _("ฝ่ายที่เสนอ"),
        _("region ภาค centre ส่วนกลาง"),
        lambda row: "region" if row.by_region else "centre",
    ),
    person("proposed_by", _("ผู้เสนอ"), lambda row: row.proposed_by),
    day("proposed_on", _("เสนอเมื่อ"), lambda row: row.proposed_at),
    person("confirmed_by", _("ผู้ยืนยัน"), lambda row: row.confirmed_by),
    day("confirmed_on", _("ยืนยันเมื่อ"), lambda row: row.confirmed_at),
]
