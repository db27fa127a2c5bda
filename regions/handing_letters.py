"""The letter to a colleague who is asked to fill in one section of a report. Letters are Thai."""

from django.utils import translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person, User
from portal.kernel.thai import long_date, month_and_year

from .models import RegionalReport, ReportSection
from .sections import section_of

HANDED = """เรียน {name}

{by} ขอให้ท่านช่วยกรอกส่วนที่ {number} {title} ใน{report} เปิดส่วนนั้นได้ที่
{address}

ท่านกรอกได้เฉพาะส่วนนี้ กรอกแล้วระบบบันทึกให้เอง ไม่ต้องกดส่ง รายงานส่งตรงเวลาได้ถึงวันที่ {until}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""


def promise_handed(
    section: ReportSection, report: RegionalReport, person: Person, *, by: User
) -> None:
    """One letter for each time it is lent; to whom has no address, none."""
    if not person.email:
        return
    with translation.override("th"):
        words = _words(section, report) | {"name": person.address_name, "by": by.person.full_name}
        promise_letter(
            f"section:{section.pk}:handed:{section.handed_at:%Y%m%d%H%M%S%f}:{person.pk}",
            to=person.email,
            subject="ขอให้ช่วยกรอก{title} ใน{report}".format(**words),
            body=HANDED.format(**words),
        )


def _words(section: ReportSection, report: RegionalReport) -> dict:
    query = f"?part={section.key}#s{section.position}"
    return {
        "number": section.position,
        "title": section_of(section.key).title,
        "report": f"รายงาน{report.unit} เดือน{month_and_year(report.round.month)}",
        "address": address_of(f"{report.get_absolute_url()}{query}"),
        "until": long_date(report.on_time_until),
    }
