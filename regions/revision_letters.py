"""The words of the letters about mending what was accepted. Letters are Thai."""

from collections.abc import Iterable, Mapping

from django.utils import timezone, translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person
from portal.kernel.thai import month_and_year

from .models import Revision
from .permissions import can_decide_revision
from .queries import checkers_of, filers_of
from .sections import section_of

ASKED = """เรียน {name}

{asker} ขอแก้ไข{report} (เลขรับ {receipt}) ซึ่งปิดแล้ว ด้วยเหตุผลว่า

  {reason}

โปรดพิจารณาว่าจะเปิดให้แก้ส่วนใด หรือไม่ให้แก้พร้อมเหตุผล ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

REOPENED = """เรียน {name}

{report} (เลขรับ {receipt}) เปิดให้แก้ไขแล้ว เฉพาะส่วนต่อไปนี้

{reasons}

ระหว่างนี้ตัวเลขของรายงานไม่อยู่ในภาพรวม โปรดแก้แล้วกด “ตรวจทานและส่ง” อีกครั้ง ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

REFUSED = """เรียน {name}

คำขอแก้ไข{report} (เลขรับ {receipt}) ไม่ได้รับอนุญาต ด้วยเหตุผลว่า

  {because}

รายงานยังคงเป็นไปตามที่ผ่านการทบทวนแล้ว อ่านได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""


def promise_asked(revision: Revision) -> None:
    """Tell everybody who may decide, but for who asked."""
    checkers = checkers_of(revision.report, on=timezone.localdate())
    deciders = [
        one for one in checkers if one.user and can_decide_revision(one.user, revision.report)
    ]
    others = [one for one in deciders if one.user.pk != revision.asked_by_id]
    asker = revision.asked_by.person.full_name
    _promise(revision, "asked", "ขอแก้ไข{report}", ASKED, to=others, asker=asker)


def promise_reopened(revision: Revision, reasons: Mapping[str, str]) -> None:
    with translation.override("th"):
        told = "\n".join(
            f"ส่วน{section_of(key).title}\n  {reason}" for key, reason in reasons.items()
        )
    subject = "เปิดให้แก้ไข{report}"
    _promise(revision, "reopened", subject, REOPENED, to=_place_of(revision), reasons=told)


def promise_refused(revision: Revision) -> None:
    _promise(revision, "refused", "ไม่เปิดให้แก้ไข{report}", REFUSED, to=_place_of(revision))


def _place_of(revision: Revision) -> Iterable[Person]:
    """Whoever answers for the report, and whoever asked."""
    filers = filers_of(revision.report, on=timezone.localdate())
    return dict.fromkeys([*filers, revision.asked_by.person])


def _promise(revision, occasion, subject, body, *, to, **words):
    words |= _words(revision)
    for person in to:
        if person.email:
            promise_letter(
                f"revision:{revision.pk}:{occasion}:{person.pk}",
                to=person.email,
                subject=subject.format(**words),
                body=body.format(name=person.address_name, **words),
            )


def _words(revision):
    report = revision.report
    with translation.override("th"):
        month = month_and_year(report.round.month)
    return {
        "report": f"รายงาน{report.unit.name} เดือน{month}",
        "receipt": report.receipt,
        "reason": revision.reason,
        "because": revision.refused_because,
        "address": address_of(revision.get_absolute_url()),
    }
