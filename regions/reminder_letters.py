"""The words of the letters that remind of reports. Letters are Thai."""

from datetime import datetime

from django.utils import translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person
from portal.kernel.thai import long_date, moment

from .extension_letters import report_words
from .models import RegionalReport

FOOT = """
ถ้าติดขัดหรือเข้าระบบไม่ได้ โปรดโทรหากองเลขานุการ จดหมายนี้ระบบส่งให้เองเรื่องละครั้งเดียว

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

WORDS = {
    "before": (
        "ใกล้ครบกำหนดส่ง{what}",
        "รายงานต่อไปนี้ยังไม่ได้ส่ง และใกล้ถึงวันสุดท้ายที่ถือว่าตรงเวลา\n\n{lines}\n\n"
        "ถ้าคาดว่าส่งไม่ทัน ขอขยายเวลาพร้อมเหตุผลได้จากหน้ารายงาน",
    ),
    "after": (
        "เลยกำหนดส่ง{what}",
        "รายงานต่อไปนี้พ้นวันที่ถือว่าตรงเวลาแล้ว ยังส่งได้ แต่จะบันทึกว่าส่งช้า\n\n{lines}",
    ),
    "last": (
        "วันสุดท้ายของการรับ{what}",
        "รายงานต่อไปนี้กำลังจะปิดรับ หลังจากนั้นกรอกและส่งไม่ได้อีก\n\n{lines}",
    ),
    "mend": (
        "รอแก้{what}",
        "รายงานต่อไปนี้ถูกส่งกลับให้แก้ และยังไม่ได้ส่งใหม่ โปรดแก้เฉพาะส่วนที่ส่งกลับ\n\n{lines}",
    ),
    "review": (
        "รอตรวจ{what}",
        "รายงานต่อไปนี้ส่งมาแล้วและรอท่านตรวจ ผู้กรอกยังไม่ทราบผล\n\n{lines}",
    ),
}


def promise_reminder(
    kind: str, person: Person, reports: list[RegionalReport], *, at: datetime
) -> None:
    """One letter to one person about all their ``reports`` of one occasion."""
    with translation.override("th"):
        subject, body = WORDS[kind]
        lines = "\n\n".join(_line(kind, report, at) for report in reports)
        text = f"เรียน {person.address_name}\n\n{body.format(lines=lines)}\n{FOOT}"
        subject = subject.format(what=_what(reports))
    numbers = "-".join(str(report.pk) for report in reports[:3])
    promise_letter(
        f"reminder:{kind}:{at:%Y%m%dT%H%M%S}:{numbers}:{person.pk}",
        to=person.email,
        subject=subject,
        body=text,
    )


def _what(reports: list[RegionalReport]) -> str:
    return report_words(reports[0]) if len(reports) == 1 else f"รายงาน {len(reports)} ฉบับ"


def _line(kind: str, report: RegionalReport, at: datetime) -> str:
    path = report.get_absolute_url()
    if kind == "review":
        path += "review/"
    return f"{report_words(report)}\n  {_days(kind, report, at)}\n  {address_of(path)}"


def _days(kind: str, report: RegionalReport, at: datetime) -> str:
    match kind:
        case "mend":
            return f"ส่งกลับเมื่อ {moment(report.reviewed_at, now=at)}"
        case "review":
            sent = moment(report.sent_at, now=at)
            return f"ส่งเมื่อ {sent} ควรตรวจเสร็จใน {report.round.review_hours} ชั่วโมง"
    on_time, closes = long_date(report.on_time_until), long_date(report.closes_on)
    return f"ตรงเวลาถึงวันที่ {on_time} ปิดรับหลังวันที่ {closes}"
