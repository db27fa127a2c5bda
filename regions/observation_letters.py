"""The words of the letters about what the movement says to a report. Letters are Thai."""

from collections.abc import Iterable

from django.utils import timezone, translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person
from portal.kernel.names import named
from portal.kernel.thai import month_and_year

from .models import Observation
from .queries import filers_of
from .queries.observations import read_at
from .sections import section_of

OBSERVED = """เรียน {name}

{observer} มีข้อสังเกตต่อรายงาน{unit} เดือน{month} ส่วน “{section}” ว่า

  {text}

ทุกคนที่เข้าสู่ระบบอ่านข้อสังเกตนี้ได้ โปรดอ่านและตอบที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

CONFIRMED = """เรียน {name}

{observer} ยืนยันผลตามรายงาน{unit} เดือน{month} ส่วน “{section}” ว่าได้เห็นจริง

  {text}

ทุกคนที่เข้าสู่ระบบอ่านคำยืนยันนี้ได้ ไม่ต้องตอบ อ่านได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

ANSWERED = """เรียน {name}

ข้อสังเกตของท่านต่อรายงาน{unit} เดือน{month} ส่วน “{section}” มีคำตอบแล้วว่า

  {answer}

อ่านข้อสังเกตและคำตอบได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""


def promise_observed(observation: Observation) -> None:
    """Tell whoever answers for the report."""
    to = filers_of(observation.report, on=timezone.localdate())
    if observation.is_confirmation:
        subject, body = "ขบวนยืนยันผลตามรายงาน{unit} เดือน{month}", CONFIRMED
    else:
        subject, body = "มีข้อสังเกตต่อรายงาน{unit} เดือน{month}", OBSERVED
    _promise(observation, "observed", subject, body, to)


def promise_answered(observation: Observation) -> None:
    """Tell whoever made it."""
    subject = "ข้อสังเกตของท่านต่อรายงาน{unit} เดือน{month} มีคำตอบแล้ว"
    _promise(observation, "answered", subject, ANSWERED, [observation.by.person])


def _promise(
    observation: Observation, occasion: str, subject: str, body: str, to: Iterable[Person]
) -> None:
    with translation.override("th"):
        words = _words_of(observation)
    for person in to:
        if person.email:
            promise_letter(
                f"observation:{observation.pk}:{occasion}:{person.pk}",
                to=person.email,
                subject=subject.format(**words),
                body=body.format(name=person.address_name, **words),
            )


def _words_of(observation: Observation) -> dict[str, str]:
    report = observation.report
    return {
        "observer": observation.by.person.full_name,
        "unit": str(named(report.unit)),
        "month": month_and_year(report.round.month),
        "section": str(section_of(observation.section).title),
        "text": observation.text,
        "answer": observation.answer,
        "address": address_of(read_at(observation)),
    }
