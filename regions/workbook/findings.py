"""What could not be read in a workbook: sheet, cell, found, expected and how to mend it."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from django.utils.translation import gettext as _

from .cells import Place
from .questions import Question

LONGEST_FOUND = 120
MOST = 100


def finding(place: Place, *, expected: str, mend: str, found: str = "") -> dict[str, str]:
    shown = found or found_in(place) or _("ช่องว่าง")
    return {
        "sheet": place.sheet[:60],
        "cell": place.cell,
        "found": shown[:LONGEST_FOUND],
        "expected": str(expected),
        "mend": str(mend),
    }


def found_in(place: Place) -> str:
    if isinstance(place.value, dict):
        return place.value.get("formula") or _("ช่องที่ผสานกัน %(range)s") % {
            "range": place.value.get("merged", "")
        }
    return place.text


def unreadable(place: Place, question: Question) -> dict[str, str] | None:
    """What no form could judge: a formula, a merged cell, a day where a number is asked."""
    if isinstance(place.value, dict) and "formula" in place.value:
        mend = _("พิมพ์คำตอบแทนสูตร หรือเปิดใน Excel แล้วบันทึกอีกครั้งเพื่อให้สูตรมีค่า")
    elif isinstance(place.value, dict):
        mend = _("เลิกผสานช่องนี้ แล้วพิมพ์คำตอบในช่องของข้อนั้นเอง")
    elif isinstance(place.value, date) and question.number:
        mend = _("โปรแกรมตารางเปลี่ยนตัวเลขเป็นวันที่ ตั้งรูปแบบช่องเป็นตัวเลขแล้วพิมพ์ใหม่")
    elif isinstance(place.value, date) and question.words:
        mend = _("เลือกคำจากรายการในช่องนี้")
    else:
        return None
    return finding(place, expected=expected_of(question), mend=mend)


def expected_of(question: Question) -> str:
    words = " / ".join(question.words)
    if question.number:
        return _("จำนวนเต็ม เช่น 14 หรือ %(words)s หรือเว้นว่างถ้ายังไม่รายงาน") % {"words": words}
    if words:
        return _("คำใดคำหนึ่ง: %(words)s หรือเว้นว่าง") % {"words": words}
    if question.is_date:
        return _("วันที่ปี พ.ศ. เช่น 1/9/2569 หรือเว้นว่าง")
    return _("ข้อความไม่เกิน %(most)s ตัวอักษร") % {"most": f"{question.field.max_length:,}"}


def refused(place: Place, question: Question, messages: Iterable[str]) -> dict[str, str]:
    """What the form itself says to it."""
    if question.words and not question.number:
        messages = [_("เลือกคำจากรายการในช่องนี้")]
    return finding(place, expected=expected_of(question), mend=" ".join(messages))


def twice(places: list[Place]) -> dict[str, str]:
    first, *others = places
    where = ", ".join(f"{other.sheet} {other.cell}" for other in others[:3])
    return finding(
        first,
        expected=_("ข้อหนึ่งตอบที่เดียว แต่ข้อนี้มีอีกที่ %(where)s") % {"where": where},
        mend=_("ลบแถวหรือแผ่นงานที่คัดลอกมา เหลือไว้ที่เดียว"),
    )


def left_out(place: Place) -> dict[str, str]:
    return finding(
        place,
        expected=_("ข้อที่ยังถามอยู่ในรายงานนี้"),
        mend=_("ข้อนี้ไม่อยู่ในแบบแล้ว ถ้ายังต้องการบอก คัดลอกไปไว้ในข้ออื่น"),
    )


def missing(sheet: str, question: Question) -> dict[str, str]:
    return finding(
        Place(sheet, ""),
        found=_("ไม่พบแถวของ “%(label)s”") % {"label": question.label},
        expected=_("แถวของทุกข้อพร้อมรหัสในคอลัมน์ที่ซ่อนไว้"),
        mend=_("คำตอบเดิมในร่างจะคงไว้ ถ้าต้องการตอบข้อนี้ ดาวน์โหลดแบบใหม่"),
    )


def without_key(place: Place) -> dict[str, str]:
    return finding(
        place,
        expected=_("แถวที่มีรหัสในคอลัมน์ที่ซ่อนไว้"),
        mend=_("พอร์ทัลไม่รู้ว่าแถวนี้ตอบข้อใด ย้ายข้อความไปไว้ในช่องคำตอบของข้อนั้น"),
    )


def without_marks(sheet: str) -> dict[str, str]:
    return finding(
        Place(sheet, ""),
        found=_("แถวที่ซ่อนไว้บนสุดหายไป"),
        expected=_("แถวบนสุดที่บอกว่าคอลัมน์ใดเป็นคำตอบ"),
        mend=_("ดาวน์โหลดแบบใหม่ แล้วคัดลอกคำตอบไปวาง"),
    )


def first_of(findings: Iterable[dict]) -> list[dict]:
    """As many as anybody can mend at once."""
    return list(islice(findings, MOST))
