"""What happened to a thing, in words, newest first."""

from collections.abc import Callable, Iterable, Mapping

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.kernel import thai
from portal.kernel.models import Activity

OF_A_REPORT = {
    "report.submitted": _("ส่งรายงาน"),
    "report.withdrawn": _("ถอนรายงานกลับมาแก้"),
    "report.review_began": _("เริ่มตรวจ"),
    "report.put_back": _("วางการตรวจ ให้ผู้อื่นตรวจต่อ"),
    "report.returned": _("ส่งกลับให้แก้"),
    "report.accepted": _("ผ่านการตรวจ"),
    "report.reopened": _("เปิดให้แก้ไขข้อมูลที่ปิดแล้ว"),
    "report.reminded": _("เตือนทางจดหมาย"),
    "report.phoned": _("โทรตาม"),
}
Words = Mapping[str, str | Promise]


def history_of_report(report) -> list[dict]:
    """Entries of the timeline: one query."""
    return entries(Activity.objects.about(report).for_history(), OF_A_REPORT)


def entries(
    activities: Iterable[Activity],
    words: Words,
    beside: Callable[[Activity], str] = lambda _activity: "",
) -> list[dict]:
    """Entries of the timeline, of those ``words`` knows; ``beside`` adds what stood in it."""
    now = timezone.now()
    return [
        {
            "when": thai.moment(one.at, now=now),
            "text": " ".join(filter(None, [str(words[one.verb]), beside(one)])),
            "by": one.by.person.full_name if one.by else "",
        }
        for one in activities
        if one.verb in words
    ]
