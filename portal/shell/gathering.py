"""What waits for those who check reports, as lines of a to-do list: reports, and questions."""

from datetime import date, datetime

from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from portal.kernel.models import User
from portal.kernel.thai import day_of, month_and_year
from regions.models import (
    Extension,
    IndicatorTarget,
    Observation,
    RegionalPost,
    RegionalReport,
    ReportingUnit,
    Revision,
    rights_of,
)
from regions.models.reader import composed_for
from regions.queries import extensions_to_answer, revisions_to_decide, waiting_for_review
from regions.queries.observations import observations_to_answer
from regions.queries.targets import targets_to_answer

from .waiting import Waiting

Kind, Role = ReportingUnit.Kind, RegionalPost.Role
CHECKERS = (Role.COORDINATOR, Role.OFFICER, Role.CO_CHAIR)


def for_person(user: User) -> list[Waiting]:
    """Whoever fills in a report answers what is remarked on it; a regional office checks its
    provinces, a co-chair the centre."""
    remarks = observations(user)
    if not rights_of(user).regions_as(*CHECKERS):
        return remarks
    groups = waiting_for_review(user).order_by("round__month", "region__number")
    rows = groups.values_list("unit__kind", "region__code", "round__month")
    counted = rows.annotate(count=Count("pk"), since=Min("submitted_at"))
    lines = [of_group(*row) for row in counted]
    return lines + extensions(user) + revisions(user) + targets(user) + remarks


def for_centre(user: User) -> list[Waiting]:
    """What provinces sent and no office of a region can check: one statement."""
    return [
        provinces(*row, _("ไม่มีผู้อื่นในสำนักงานภาคที่ตรวจได้ กองเลขาฯ จึงตรวจแทน"))
        for row in counts_of_provinces(user)
    ]


@composed_for
def counts_of_provinces(user: User) -> QuerySet[RegionalReport]:
    found = waiting_for_review(user).filter(unit__kind=Kind.PROVINCE).order_by()
    rows = found.values_list("region__code", "round__month")
    return rows.annotate(count=Count("pk"), since=Min("submitted_at"))


def of_group(kind: str, region: str | None, month: date, count: int, since: datetime) -> Waiting:
    if kind == Kind.PROVINCE:
        why = _("จังหวัดของภาคท่านส่งมาแล้ว รอผู้ตรวจของสำนักงานภาค")
        return provinces(region, month, count, since, why)
    return centre(month, day_of(since))


def extensions(user: User) -> list[Waiting]:
    """Somebody waits to hear whether they have more days."""
    return one_line(
        extensions_asked_at(user),
        ngettext_lazy("ตอบคำขอขยายเวลา %(count)s เรื่อง", "ตอบคำขอขยายเวลา %(count)s เรื่อง", "count"),
        icon="calendar",
        facts=[_("ผู้ขอรอคำตอบก่อนถึงวันที่ต้องส่ง")],
        url=reverse("regions:extension-list") + "?answer=mine",
        action=_("ดูคำขอ"),
    )


def revisions(user: User) -> list[Waiting]:
    """An accepted report may be wrong, and stays so until somebody decides."""
    return one_line(
        revisions_asked_at(user),
        ngettext_lazy(
            "ตัดสินคำขอแก้ข้อมูลที่ปิดแล้ว %(count)s เรื่อง",
            "ตัดสินคำขอแก้ข้อมูลที่ปิดแล้ว %(count)s เรื่อง",
            "count",
        ),
        icon="pencil",
        facts=[_("รายงานยังปิดอยู่จนกว่าจะเปิดให้แก้ หรือบอกเหตุผลที่ไม่เปิด")],
        url=reverse("regions:revision-list") + "?standing=mine",
        action=_("ดูคำขอ"),
    )


def targets(user: User) -> list[Waiting]:
    """What the other side proposes is no target until this one confirms it."""
    return one_line(
        targets_proposed_at(user),
        ngettext_lazy("ยืนยันเป้าหมายร่วม %(count)s เรื่อง", "ยืนยันเป้าหมายร่วม %(count)s เรื่อง", "count"),
        icon="task",
        facts=[_("อีกฝ่ายเสนอไว้ เป็นเป้าหมายเมื่อท่านยืนยัน")],
        url=reverse("regions:target-list"),
        action=_("ดูข้อเสนอ"),
    )


def observations(user: User) -> list[Waiting]:
    """The movement asks about what was reported, and hears it from those who reported."""
    return one_line(
        observed_at(user),
        ngettext_lazy(
            "ตอบข้อสังเกตของขบวน %(count)s เรื่อง", "ตอบข้อสังเกตของขบวน %(count)s เรื่อง", "count"
        ),
        icon="chat",
        facts=[_("ทุกคนที่เข้าสู่ระบบอ่านข้อสังเกตและคำตอบได้")],
        url=reverse("regions:observation-list") + "?standing=mine",
        action=_("ดูข้อสังเกต"),
    )


@composed_for
def extensions_asked_at(user: User) -> QuerySet[Extension]:
    return extensions_to_answer(user).values_list("asked_at", flat=True)


@composed_for
def revisions_asked_at(user: User) -> QuerySet[Revision]:
    return revisions_to_decide(user).values_list("asked_at", flat=True)


@composed_for
def targets_proposed_at(user: User) -> QuerySet[IndicatorTarget]:
    return targets_to_answer(user).values_list("proposed_at", flat=True)


@composed_for
def observed_at(user: User) -> QuerySet[Observation]:
    return observations_to_answer(user).values_list("at", flat=True)


def one_line(asked_at: list[datetime], title: str, **words) -> list[Waiting]:
    """One line for all that were asked, as pressing as the oldest."""
    if not asked_at:
        return []
    return [Waiting(due_on=day_of(min(asked_at)), title=title % {"count": len(asked_at)}, **words)]


def provinces(region: str | None, month: date, count: int, since: datetime, why: str) -> Waiting:
    """One line a month, for each leads to its own list."""
    title = ngettext("ตรวจรายงานจังหวัด %(count)s ฉบับ", "ตรวจรายงานจังหวัด %(count)s ฉบับ", count)
    return Waiting(
        due_on=day_of(since),
        icon="clock",
        title=title % {"count": count},
        facts=[_("รอบเดือน%(month)s") % {"month": month_and_year(month)}, why],
        url=list_of(region, month),
        action=_("ดูรายการ"),
    )


def list_of(region: str | None, month: date) -> str:
    """Of a province that was in no region there is only the list of all."""
    if region is None:
        return reverse("regions:report-list") + f"?kind=province&round={month:%Y-%m}"
    return reverse("regions:province-submissions", args=[region, month]) + "?state=mine"


def centre(month: date, since: date) -> Waiting:
    return Waiting(
        due_on=since,
        icon="clock",
        title=_("ตรวจรายงานของส่วนกลาง"),
        facts=[
            _("รอบเดือน%(month)s") % {"month": month_and_year(month)},
            _("ส่วนกลางตอบคำขอของภาค ผู้ขอเป็นผู้ตรวจ"),
        ],
        url=reverse("regions:report-list") + f"?kind=centre&round={month:%Y-%m}",
        action=_("ดูรายการ"),
    )
