"""The words of the letters about the targets that a region and the centre share. Letters are
Thai."""

from collections.abc import Iterable

from django.utils import timezone, translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person
from portal.kernel.thai import day_of

from .models import IndicatorTarget
from .permissions import can_answer_target
from .queries.targets import oldest_waiting_beside, people_beside
from .reviewers import know_rights
from .targets import target_url

PROPOSED = """เรียน {name}

{proposer} เสนอเป้าหมายร่วมของ{region} ปีงบประมาณ {year}

  {indicator} {value} {unit}
  เหตุผล: {reason}

ตัวเลขนี้จะเป็นเป้าหมายเมื่อฝ่ายท่านยืนยัน อ่านแล้วยืนยันหรือบอกว่าไม่รับได้ที่
{address}

ถ้าวันนี้มีข้อเสนออื่นของ{region}ตามมาอีก จะรอท่านอยู่ในหน้า “เป้าหมายร่วม” โดยไม่ส่งจดหมายซ้ำ

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

CONFIRMED = """เรียน {name}

อีกฝ่ายยืนยันเป้าหมายที่ท่านเสนอแล้ว จึงเป็นเป้าหมายร่วมของ{region} ปีงบประมาณ {year}

  {indicator} {value} {unit}

ดูผลเทียบกับเป้าหมายได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

REFUSED = """เรียน {name}

อีกฝ่ายยังไม่รับเป้าหมายที่ท่านเสนอไว้ของ{region} ปีงบประมาณ {year}

  {indicator} {value} {unit}
  เหตุผลที่ไม่รับ: {because}

เสนอตัวเลขใหม่ได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""


def promise_proposed(target: IndicatorTarget) -> None:
    """Tell everybody of the other side who may confirm: one letter a day for all that the side
    proposes to them meanwhile."""
    today = timezone.localdate()
    people = [person for person in people_beside(target, on=today) if person.user]
    know_rights(people, on=today)
    to = [person for person in people if can_answer_target(person.user, target)]
    oldest = oldest_waiting_beside(target)
    occasion = f"{oldest.pk}:proposed:{day_of(target.proposed_at):%Y%m%d}"
    _promise(target, occasion, "เสนอเป้าหมายร่วมของ{region} ปีงบประมาณ {year}", PROPOSED, to)


def promise_answered(target: IndicatorTarget) -> None:
    """Tell whoever proposed it."""
    subject, body = "ยืนยันเป้าหมายร่วมของ{region} ปีงบประมาณ {year} แล้ว", CONFIRMED
    if target.refused_because:
        subject, body = "ยังไม่รับเป้าหมายที่ท่านเสนอของ{region} ปีงบประมาณ {year}", REFUSED
    _promise(target, f"{target.pk}:answered", subject, body, [target.proposed_by.person])


def _promise(
    target: IndicatorTarget, occasion: str, subject: str, body: str, to: Iterable[Person]
) -> None:
    with translation.override("th"):
        words = _words_of(target)
    for person in to:
        if person.email:
            promise_letter(
                f"target:{occasion}:{person.pk}",
                to=person.email,
                subject=subject.format(**words),
                body=body.format(name=person.address_name, **words),
            )


def _words_of(target: IndicatorTarget) -> dict[str, str]:
    return {
        "proposer": target.proposed_by.person.full_name,
        "region": target.region.name,
        "year": str(target.fiscal_year),
        "indicator": target.indicator.name,
        "value": f"{target.value:,}",
        "unit": target.indicator.counted_in,
        "reason": target.reason,
        "because": target.refused_because,
        "address": address_of(target_url(target.region, target.indicator, target.fiscal_year)),
    }
