"""Which reminders of reports will leave in the days to come, and to whom (promise 18)."""

from itertools import groupby

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from portal.kernel.http import require

from ..actions.reminding import addressees
from ..models import rights_of
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
    return render(request, "regions/reminder_list.html", {"days": days_ahead(now), "most": DAYS})


def days_ahead(now):
    """(day, what is said on it) of each day on which anything is."""
    holders = PostHolders(on=timezone.localdate(now))
    said = [said_of(occasion, holders) for occasion in coming(now, days=DAYS)]
    return [(day, list(rows)) for day, rows in groupby(said, lambda row: row["at"].date())]


def said_of(occasion, holders):
    return {
        "at": timezone.localtime(occasion.due_at),
        "words": OCCASIONS[occasion.kind],
        "report": occasion.report,
        "to": addressees(occasion, holders),
    }
