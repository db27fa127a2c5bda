"""A region's provinces in one month: what was received, checked and returned (S85)."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from portal.kernel.http import require

from ..listing import IN_ORDER, row_of
from ..models import Region, RegionalReport, ReportingUnit, ReportRound
from ..permissions import can_see_submissions
from ..queries import months_before

State = RegionalReport.State
# What a count of the page means, in the states of its reports.
COUNTS = {
    "missing": (_("ยังไม่ส่ง"), (State.DRAFT,)),
    "waiting": (_("รอตรวจ"), RegionalReport.WAITING),
    "returned": (_("ส่งกลับให้แก้"), (State.RETURNED,)),
    "accepted": (pgettext_lazy("weave", "ผ่าน"), (State.ACCEPTED,)),
}


@require_safe
def province_submissions(request, code, month):
    """Whoever is of the region, and who reads everything, sees how far each province is."""
    region = get_object_or_404(Region, code=code)
    report_round = get_object_or_404(ReportRound, month=month)
    require(can_see_submissions(request.user, region))
    context = {"region": region, "round": report_round, "months": months_beside(month)}
    context |= shown(request, owed_by(region, report_round))
    return render(request, "regions/province_submissions.html", context)


def shown(request, reports):
    """All are counted; of a count that is chosen only its rows."""
    today, chosen = timezone.localdate(), request.GET.get("state")
    rows = [row_of(report, user=request.user, on=today) for report in reports]
    states = COUNTS[chosen][1] if chosen in COUNTS else State.values
    return {
        "tally": [counted(rows, name, chosen) for name in COUNTS],
        "total": len(rows),
        "received": sum(row["report"].sent_at is not None for row in rows),
        "rows": [row for row in rows if row["report"].state in states and fits(row, chosen)],
    }


def fits(row, chosen):
    """Asked for by a link of the reader's own page: what they may check now."""
    return row["may_review"] or chosen != "mine"


def owed_by(region, report_round):
    reports = RegionalReport.objects.filter(
        round=report_round, region=region, unit__kind=ReportingUnit.Kind.PROVINCE
    )
    dressed = reports.for_list(on=timezone.localdate()).select_related(
        "reviewed_by__person", "reviewer__person"
    )
    return dressed.order_by(*IN_ORDER)


def counted(rows, name, chosen):
    """A count that is a filter; pressed again, it lets go."""
    words, states = COUNTS[name]
    return {
        "value": sum(row["report"].state in states for row in rows),
        "words": words,
        "url": "?" if name == chosen else f"?state={name}",
        "is_current": name == chosen,
    }


def months_beside(month):
    """The months before and after that have a round: one query."""
    near = (months_before(month, 1), months_before(month, -1))
    found = set(ReportRound.objects.filter(month__in=near).values_list("month", flat=True))
    return [one if one in found else None for one in near]
