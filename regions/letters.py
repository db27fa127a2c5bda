"""The words of the letters about a region's report. Letters are Thai."""

from django.urls import reverse
from django.utils import timezone, translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person, User
from portal.kernel.thai import long_date, month_and_year

from .models import RegionalReport, ReportContact
from .queries import filers_of
from .sections import section_of
from .standing import checker_of

RETURNED = """เรียน {name}

{checker}ทบทวน{report} (เลขรับ {receipt}) แล้ว และขอให้แก้ {count} ส่วน ดังนี้

{reasons}

ส่วนอื่นไม่ต้องกรอกใหม่ โปรดแก้เฉพาะส่วนที่ส่งกลับ แล้วกด “ตรวจทานและส่ง” ที่
{address}
ควรแก้และส่งใหม่ภายใน {hours} ชั่วโมง แก้ได้แม้พ้นวันปิดรับ

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

ACCEPTED = """เรียน {name}

{report} (เลขรับ {receipt}) ผ่านการทบทวนแล้วทั้ง {count} ส่วน ตัวเลขเข้ารวมในภาพรวมแล้ว
ไม่ต้องทำอะไรเพิ่ม ขอบคุณท่านและทีมงาน อ่านรายงานได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

NUDGE = """เรียน {name}

{sender} ขอเตือนเรื่อง{report} ซึ่ง{waits}
{address}

ถ้าติดขัดตรงไหน โทรหาผู้ตรวจได้

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

TAKEN_OVER = """เรียน {name}

{reviewer} รับช่วงตรวจ{report} (เลขรับ {receipt}) ต่อจากท่านแล้ว
สิ่งที่ท่านตรวจไว้ยังอยู่ และผู้ตรวจคนใหม่เห็น ถ้าท่านยังต้องการตรวจเอง โปรดคุยกันก่อน แล้วกดรับช่วงตรวจต่อที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

NOT_SENT = """ยังไม่ได้ส่ง
รายงานตรงเวลาถึงวันที่ {on_time} และปิดรับหลังวันที่ {closes} กรอกและส่งได้ที่"""

NOT_MENDED = """ส่งกลับให้แก้แล้ว และยังไม่ได้ส่งใหม่
ส่วนที่ต้องแก้และเหตุผลอยู่ที่หัวแบบ แก้แล้วส่งใหม่ได้ที่"""


def nudge_text(report: RegionalReport, *, sender: str, name: str) -> str:
    """The letter of a reviewer who reminds, as it is shown before it leaves."""
    with translation.override("th"):
        words = _words(report)
    waits = NOT_MENDED if report.submitted_at else NOT_SENT
    return NUDGE.format(name=name, sender=sender, waits=waits.format(**words), **words)


def nudge_subject(report: RegionalReport) -> str:
    with translation.override("th"):
        return "เตือน{report}".format(**_words(report))


def promise_nudge(contact: ReportContact, *, to: list[Person]) -> None:
    """What a reviewer sends by hand, once for each contact and person."""
    report, sender = contact.report, contact.by.person.full_name
    for person in to:
        promise_letter(
            f"contact:{contact.pk}:{person.pk}",
            to=person.email,
            subject=nudge_subject(report),
            body=nudge_text(report, sender=sender, name=person.address_name),
        )


def promise_taken_over(report: RegionalReport, earlier: User) -> None:
    """Tell who had it in hand that another reviews it now."""
    person = earlier.person
    if not person.email:
        return
    with translation.override("th"):
        words = _words(report) | {"reviewer": report.reviewer.person.full_name}
    words["address"] = address_of(reverse("regions:report-review", args=[report.pk]))
    promise_letter(
        f"report:{report.pk}:taken-over:{report.version}",
        to=person.email,
        subject="{reviewer} รับช่วงตรวจ{report}".format(**words),
        body=TAKEN_OVER.format(name=person.address_name, **words),
    )


def promise_returned(report: RegionalReport) -> None:
    """Tell the region's filer, once for each return, what to mend and why."""
    with translation.override("th"):
        back = [
            section for section in report.sections.all() if section.reason and not section.is_locked
        ]
        reasons = "\n".join(_reason(section) for section in back)
        _promise(report, "returned", "ขอให้แก้{report}", RETURNED, count=len(back), reasons=reasons)


def promise_accepted(report: RegionalReport) -> None:
    """Tell the region's filer that nothing is left to do."""
    with translation.override("th"):
        _promise(report, "accepted", "{report} ผ่านแล้ว", ACCEPTED, count=report.sections.count())


def _promise(report, occasion, subject, body, **words):
    words |= _words(report)
    for person in _reachable(report):
        promise_letter(
            f"report:{report.pk}:{occasion}:{report.version}:{person.pk}",
            to=person.email,
            subject=subject.format(**words),
            body=body.format(name=person.address_name, **words),
        )


def _words(report):
    return {
        "report": f"รายงาน{report.unit.name} เดือน{month_and_year(report.round.month)}",
        "receipt": report.receipt,
        "checker": checker_of(report),
        "address": address_of(report.get_absolute_url()),
        "on_time": long_date(report.on_time_until),
        "closes": long_date(report.closes_on),
        "hours": report.round.mending_hours,
    }


def _reason(section):
    return f"ส่วนที่ {section.position} {section_of(section.key).title}\n  {section.reason}"


def _reachable(report) -> list[Person]:
    return [person for person in filers_of(report, on=timezone.localdate()) if person.email]
