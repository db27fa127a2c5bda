"""The list behind a number: how it adds up, who answered, what is missing and why."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ..models import Indicator, Region, RolledFigure
from ..parts import words_of
from ..queries import sources_of
from ..standing import standing_of

# How a number comes about, in words.
FORMULAS = {
    Indicator.Adds.SUM: _("บวกค่าของทุกภาคที่รายงานผ่านแล้ว"),
    Indicator.Adds.LATEST: _("ค่าล่าสุดของแต่ละภาคบวกกัน นับเฉพาะรายงานของเดือนนี้ที่ผ่านแล้ว"),
    Indicator.Adds.MAXIMUM: _("ค่าสูงสุดในบรรดาภาคที่รายงานผ่านแล้ว"),
    Indicator.Adds.MEAN: _("ค่าเฉลี่ยของภาคที่รายงานผ่านแล้ว ไม่นับภาคที่ตอบว่าไม่เกี่ยวข้อง"),
}


@require_safe
def figure_detail(request, key, month):
    """Of the nation, or with ``?region=<code>`` of one region."""
    region = None
    if code := request.GET.get("region"):
        region = get_object_or_404(Region, code=code)
    rolled = get_object_or_404(
        RolledFigure.objects.select_related("indicator", "round", "region"),
        indicator__key=key,
        round__month=month,
        region=region,
    )
    today = timezone.localdate()
    sources = [dressed(source, on=today) for source in sources_of(rolled, on=today)]
    context = {
        "rolled": rolled,
        "indicator": rolled.indicator,
        "round": rolled.round,
        "region": region,
        "formula": FORMULAS[rolled.indicator.adds],
        "sources": sources,
        "missing": [source for source in sources if not source["is_counted"]],
    }
    return render(request, "regions/figure_detail.html", context)


def dressed(source, *, on):
    s, words = standing_of(source.report, on=on)
    return {
        "report": source.report,
        "region": source.report.unit.region,
        "value": words_of(source.figure) if source.is_counted else "",
        "is_counted": source.is_counted,
        "s": s,
        "why": words if not source.is_counted and source.report.state != "accepted" else "",
    }
