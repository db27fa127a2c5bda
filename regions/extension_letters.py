"""The words of the letters about more days for a report. Letters are Thai."""

from django.utils import timezone, translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person
from portal.kernel.thai import long_date, month_and_year

from .models import Extension, RegionalReport
from .permissions import can_answer_extension
from .queries import checkers_of, filers_of

ASKED = """เรียน {name}

{asker} ขอขยายเวลาส่ง{report} จากวันที่ {on_time} ถึงวันที่ {until} ด้วยเหตุผลว่า

  {reason}

โปรดพิจารณาและตอบพร้อมเหตุผล ซึ่งทุกภาคจะเห็นเหมือนกัน ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

GRANTED = """เรียน {name}

คำขอขยายเวลาส่ง{report} ได้รับอนุญาต ส่งได้ถึงวันที่ {granted} โดยถือว่าตรงเวลา
เหตุผลของผู้พิจารณา: {answer}

กรอกและส่งรายงานได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

REFUSED = """เรียน {name}

คำขอขยายเวลาส่ง{report} ไม่ได้รับอนุญาต
เหตุผลของผู้พิจารณา: {answer}

รายงานยังตรงเวลาถึงวันที่ {on_time} หลังจากนั้นยังส่งได้จนถึงวันที่ {closes} แต่จะบันทึกว่าส่งช้า
กรอกและส่งรายงานได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""


def promise_asked(extension: Extension) -> None:
    """Tell everybody who may decide."""
    checkers = checkers_of(extension.report, on=timezone.localdate())
    deciders = [one for one in checkers if one.user and can_answer_extension(one.user, extension)]
    _promise(extension, "asked", "ขอขยายเวลาส่ง{report}", ASKED, to=deciders)


def promise_answered(extension: Extension) -> None:
    """Tell whoever answers for the report, and whoever asked."""
    filers = filers_of(extension.report, on=timezone.localdate())
    asker = Person.objects.filter(user=extension.asked_by_id)
    to = list(dict.fromkeys([*filers, *asker]))
    if extension.is_granted:
        _promise(extension, "granted", "ได้ขยายเวลาส่ง{report}", GRANTED, to=to)
    else:
        _promise(extension, "refused", "ไม่ได้ขยายเวลาส่ง{report}", REFUSED, to=to)


def report_words(report: RegionalReport) -> str:
    return f"รายงาน{report.unit.name} เดือน{month_and_year(report.round.month)}"


def _promise(extension, occasion, subject, body, *, to):
    with translation.override("th"):
        words = words_of(extension)
    for person in to:
        if person.email:
            promise_letter(
                f"extension:{extension.pk}:{occasion}:{person.pk}",
                to=person.email,
                subject=subject.format(**words),
                body=body.format(name=person.address_name, **words),
            )


def words_of(extension: Extension) -> dict[str, str]:
    report, granted = extension.report, extension.granted_until
    return {
        "report": report_words(report),
        "asker": extension.asked_by.person.full_name,
        "on_time": long_date(report.on_time_until),
        "closes": long_date(report.closes_on),
        "until": long_date(extension.until),
        "granted": long_date(granted) if granted else "",
        "reason": extension.reason,
        "answer": extension.answer,
        "address": address_of(
            extension.get_absolute_url() if granted is None else report.get_absolute_url()
        ),
    }
