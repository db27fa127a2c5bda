"""What became of one report, from the day its round opened, in words."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.composed import composed
from portal.kernel.models import Activity

from .history import Happened, name_of, shown, told
from .models import Extension, RegionalReport, ReportContact, Revision

VERBS = {
    "report.submitted": gettext_lazy("ส่งรายงาน"),
    "report.withdrawn": gettext_lazy("ถอนรายงานกลับมาแก้"),
    "report.review_began": gettext_lazy("เริ่มตรวจ"),
    "report.review_taken_over": gettext_lazy("รับช่วงตรวจต่อ"),
    "report.put_back": gettext_lazy("วางไว้ให้ผู้อื่นตรวจต่อ"),
    "report.returned": gettext_lazy("ส่งกลับให้แก้"),
    "report.accepted": gettext_lazy("ผ่านการตรวจ"),
    "report.reopened": gettext_lazy("เปิดให้แก้ข้อมูลที่ปิดแล้ว"),
}
NOT_OPENED = {
    "refused": gettext_lazy("ไม่เปิดให้แก้ เพราะ “%(reason)s”"),
    "withdrawn": gettext_lazy("ถอนคำขอแก้ข้อมูลที่ปิดแล้ว เพราะ “%(reason)s”"),
}
ANSWERED = {
    "granted": gettext_lazy("อนุญาตให้ขยายเวลา"),
    "refused": gettext_lazy("ไม่อนุญาตให้ขยายเวลา"),
    "withdrawn": gettext_lazy("ถอนคำขอขยายเวลา"),
}


def activities_of(report: RegionalReport) -> list[Activity]:
    """What people did to it, newest first: one query."""
    kind = ContentType.objects.get_for_model(report)
    return _activities(kind=kind.pk, report=report.pk)


@composed
def _activities(*, kind: int, report: int) -> QuerySet[Activity]:
    return Activity.objects.filter(subject_type=kind, subject_id=report).for_history()


def history_of(
    report: RegionalReport,
    activities: Iterable[Activity],
    revisions: Iterable[Revision],
    *,
    with_contacts: bool,
) -> list[dict]:
    """Entries of the timeline: two queries. Who was rung, and what they said, concerns the place
    and its reviewers only."""
    places = {section.key: section.position for section in report.sections.all()}
    moments = told(activities, VERBS, lambda one: _sections(one, places))
    moments += _of_revisions(revisions) + _of_extensions(report)
    if with_contacts:
        moments += [contacted(one) for one in report.contacts.select_related("by__person")]
    return shown(sorted(moments, key=lambda one: one.at, reverse=True))


def contacted(contact: ReportContact) -> Happened:
    if contact.by is None:
        return Happened(contact.at, _("ระบบเตือนทางจดหมาย"))
    words = contact.get_way_display() if contact.way == "letter" else _("โทรแล้ว")
    note = _("ได้ความว่า “%(note)s”") % {"note": contact.note} if contact.note else ""
    return Happened(contact.at, f"{words} {note}".strip(), name_of(contact.by))


def _sections(activity: Activity, places: dict[str, int]) -> str:
    back = sorted(places[key] for key in activity.detail.get("sections", []) if key in places)
    numbers = ", ".join(map(str, back))
    return _("ส่วนที่ %(numbers)s") % {"numbers": numbers} if back else ""


def revisions_of(report: RegionalReport) -> list[Revision]:
    """In their order, with who asked and who decided: one query."""
    return _revisions(report=report.pk)


@composed
def _revisions(*, report: int) -> QuerySet[Revision]:
    revisions = Revision.objects.filter(report=report).order_by("number")
    return revisions.select_related("asked_by__person", "decided_by__person")


def _of_revisions(revisions: Iterable[Revision]) -> list[Happened]:
    """Asked, and refused or withdrawn; opened and closed again the report itself tells."""
    moments = []
    for one in revisions:
        moments.append(Happened(one.asked_at, _asked(one), name_of(one.asked_by)))
        if one.standing in NOT_OPENED:
            text = NOT_OPENED[one.standing] % {"reason": one.refused_because}
            moments.append(Happened(one.decided_at, text, name_of(one.decided_by)))
    return moments


def _asked(revision: Revision) -> str:
    return _("ขอแก้ข้อมูลที่ปิดแล้ว ครั้งที่ %(number)s เพราะ “%(reason)s”") % {
        "number": revision.number,
        "reason": revision.reason,
    }


def _of_extensions(report: RegionalReport) -> list[Happened]:
    moments = []
    for one in _extensions(report=report.pk):
        moments.append(Happened(one.asked_at, _("ขอขยายเวลา"), name_of(one.asked_by)))
        if one.answered_at:
            text = str(ANSWERED[one.standing])
            moments.append(Happened(one.answered_at, text, name_of(one.answered_by)))
    return moments


@composed
def _extensions(*, report: int) -> QuerySet[Extension]:
    asked = Extension.objects.filter(report=report)
    return asked.select_related("asked_by__person", "answered_by__person")
