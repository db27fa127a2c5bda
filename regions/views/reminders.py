"""Which reminders of reports will leave in the days to come, and to whom (promise 18)."""

from itertools import groupby

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from portal.kernel.http import require

from ..actions.reminding import addressees
from ..models import RegionalReport, rights_of
from ..permissions import can_edit_report
from ..queries import PostHolders
from ..reminders import coming

DAYS = 7
OCCASIONS = {
    "before": _("ใกล้ครบกำหนดส่ง"),
    "after": _("เลยกำหนดส่ง"),
    "last": _("วันสุดท้ายของการรับ"),
    "mend": _("รอแก้"),
    "review": _("รอตรวจ"),
}


@require_safe
def reminder_list(request):
    require(rights_of(request.user).sees_everything)
    now = timezone.now()
    context = {"days": days_ahead(request.user, now), "most": DAYS}
    return render(request, "regions/reminder_list.html", context)


def days_ahead(user, now):
    """(day, what is said on it) of each day on which anything is."""
    holders = PostHolders(on=timezone.localdate(now))
    said = [said_of(occasion, holders, user) for occasion in coming(now, days=DAYS)]
    return [(day, list(rows)) for day, rows in groupby(said, lambda row: row["at"].date())]


def said_of(occasion, holders, user):
    report = occasion.report
    return {
        "at": timezone.localtime(occasion.due_at),
        "words": OCCASIONS[occasion.kind],
        "report": report,
        "may_read": report.state != RegionalReport.State.DRAFT or can_edit_report(user, report),
        "to": addressees(occasion, holders),
    }
