"""What happened to a request, in words, newest first."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.kernel import thai
from portal.kernel.models import Activity

from .models import RequestAnswer

VERBS = {
    "request.sent": _("ส่งคำขอมากับรายงาน"),
    "request.withdrawn": _("ภาคถอนคำขอ"),
    "request.restored": _("ภาคนำคำขอที่ถอนกลับมา"),
    "request.owner_named": _("ระบุผู้รับเรื่อง"),
    "request.answered": _("ส่วนกลางตอบ"),
    "request.closed": _("ภาคปิดคำขอ"),
    "request.reopened": _("ภาคแจ้งว่ายังไม่ได้รับ"),
}
DECISIONS = dict(RequestAnswer.Decision.choices)


def told_of(activities: Iterable[Activity]) -> list[dict]:
    """Entries of the timeline."""
    now = timezone.now()
    return [
        {
            "when": thai.moment(one.at, now=now),
            "text": " ".join(filter(None, [str(VERBS.get(one.verb, one.verb)), _beside(one)])),
            "by": one.by.person.full_name if one.by else "",
        }
        for one in activities
    ]


def _beside(activity: Activity) -> str:
    decision = DECISIONS.get(activity.detail.get("decision", ""), "")
    return str(decision) or activity.detail.get("reason", "")
