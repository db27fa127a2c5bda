"""What waits for those who check reports, as lines of a to-do list: reports, and questions."""

from datetime import date

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel.models import User
from portal.kernel.thai import day_of
from regions.models import RegionalPost, ReportingUnit, rights_of
from regions.queries import extensions_to_answer, revisions_to_decide, waiting_for_review

from .waiting import Waiting

Kind, Role = ReportingUnit.Kind, RegionalPost.Role
CHECKERS = (Role.COORDINATOR, Role.OFFICER, Role.CO_CHAIR)


def for_person(user: User, *, on: date) -> list[Waiting]:
    """A regional office checks its provinces, a co-chair the centre: two statements."""
    if not rights_of(user).regions_as(*CHECKERS):
        return []
    found = waiting_for_review(user).aggregate(
        provinces=Count("pk", filter=Q(unit__kind=Kind.PROVINCE)),
        others=Count("pk", filter=~Q(unit__kind=Kind.PROVINCE)),
        since=Min("submitted_at"),
    )
    lines = []
    if found["provinces"]:
        lines.append(provinces(found["provinces"], day_of(found["since"])))
    if found["others"]:
        lines.append(centre(day_of(found["since"])))
    return lines + extensions(user, on=on) + revisions(user, on=on)


def extensions(user: User, *, on: date) -> list[Waiting]:
    """Somebody waits to hear whether they have more days: one statement."""
    found = extensions_to_answer(user).aggregate(count=Count("pk"), since=Min("asked_at"))
    if not found["count"]:
        return []
    title = ngettext(
        "ตอบคำขอขยายเวลา %(count)s เรื่อง", "ตอบคำขอขยายเวลา %(count)s เรื่อง", found["count"]
    )
    return [
        Waiting(
            due_on=day_of(found["since"]),
            icon="calendar",
            title=title % {"count": found["count"]},
            facts=[_("ผู้ขอรอคำตอบก่อนถึงวันที่ต้องส่ง")],
            url=reverse("regions:extension-list") + "?answer=waiting",
            action=_("ดูคำขอ"),
        )
    ]


def revisions(user: User, *, on: date) -> list[Waiting]:
    """An accepted report may be wrong, and stays so until somebody decides: one statement."""
    found = revisions_to_decide(user).aggregate(count=Count("pk"), since=Min("asked_at"))
    if not found["count"]:
        return []
    title = ngettext(
        "ตัดสินคำขอแก้ข้อมูลที่ปิดแล้ว %(count)s เรื่อง",
        "ตัดสินคำขอแก้ข้อมูลที่ปิดแล้ว %(count)s เรื่อง",
        found["count"],
    )
    return [
        Waiting(
            due_on=day_of(found["since"]),
            icon="pencil",
            title=title % {"count": found["count"]},
            facts=[_("รายงานยังปิดอยู่จนกว่าจะเปิดให้แก้ หรือบอกเหตุผลที่ไม่เปิด")],
            url=reverse("regions:revision-list") + "?standing=asked",
            action=_("ดูคำขอ"),
        )
    ]


def provinces(count: int, since: date) -> Waiting:
    title = ngettext("ตรวจรายงานจังหวัด %(count)s ฉบับ", "ตรวจรายงานจังหวัด %(count)s ฉบับ", count)
    return Waiting(
        due_on=since,
        icon="clock",
        title=title % {"count": count},
        facts=[_("จังหวัดของภาคท่านส่งมาแล้ว รอผู้ตรวจของสำนักงานภาค")],
        url=reverse("regions:report-list"),
        action=_("ดูรายการ"),
    )


def centre(since: date) -> Waiting:
    return Waiting(
        due_on=since,
        icon="clock",
        title=_("ตรวจรายงานของส่วนกลาง"),
        facts=[_("ส่วนกลางตอบคำขอของภาค ผู้ขอเป็นผู้ตรวจ")],
        url=reverse("regions:report-list") + "?kind=centre",
        action=_("ดูรายการ"),
    )
