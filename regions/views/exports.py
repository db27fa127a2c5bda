"""The lists of reports and of figures taken out as files, each beside what explains it."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.kernel import thai
from portal.kernel.exports import (
    FORMS,
    Export,
    csvw_of,
    dictionary_of,
    file_response,
    metadata_response,
    query_of,
    table_of,
)

from ..asked_columns import (
    EXTENSION_COLUMNS,
    OBSERVATION_COLUMNS,
    REQUEST_COLUMNS,
    REVISION_COLUMNS,
    TARGET_COLUMNS,
)
from ..exports import FIGURE_COLUMNS, REPORT_COLUMNS, figure_rows
from ..found import (
    found_extensions,
    found_observations,
    found_reports,
    found_requests,
    found_revisions,
    found_targets,
)
from ..listing import IN_ORDER
from ..models import ReportRound
from ..queries.observations import for_list

PLACES = ("round", "unit__region", "unit__province", "region")

REPORTS = Export(  # when each came, never what it says
    "report",
    gettext_lazy("รายงานประจำเดือน"),
    REPORT_COLUMNS,
    found_reports,
    lambda reports: reports.select_related(*PLACES).order_by(*IN_ORDER),
)
REQUESTS = Export(
    "request",
    gettext_lazy("คำขอของภาค และคำตอบของส่วนกลาง"),
    REQUEST_COLUMNS,
    found_requests,
    lambda requests: (
        requests.for_list()
        .select_related(*(f"report__{place}" for place in PLACES), "owner")
        .order_by("-be_year", "-number")
    ),
)
EXTENSIONS = Export("extension", gettext_lazy("คำขอขยายเวลา"), EXTENSION_COLUMNS, found_extensions)
REVISIONS = Export(
    "revision", gettext_lazy("รายการแก้ไขข้อมูลที่ปิดแล้ว"), REVISION_COLUMNS, found_revisions
)
OBSERVATIONS = Export(
    "observation",
    gettext_lazy("ข้อสังเกตและการยืนยันผลของขบวน"),
    OBSERVATION_COLUMNS,
    found_observations,
    for_list,
)
TARGETS = Export("target", gettext_lazy("เป้าหมายร่วมของภาคกับส่วนกลาง"), TARGET_COLUMNS, found_targets)


@never_cache
@require_safe
def figure_export(request, form):
    """Of ``?round=2026-06`` or of the fiscal year ``?year=2569``."""
    require_form(form)
    period, name, _title = asked_period(request)
    table = table_of(_("ตัวเลข"), FIGURE_COLUMNS, figure_rows(**period))
    about = reverse("regions:figure-export-metadata") + query_of(request)
    return file_response(form, f"figures-{name}", table, dictionary_of(FIGURE_COLUMNS), about=about)


@require_safe
def figure_export_metadata(request):
    _period, _name, title = asked_period(request)
    url = reverse("regions:figure-export", args=["csv"]) + query_of(request)
    return metadata_response(csvw_of(FIGURE_COLUMNS, url=url, title=title))


def require_form(form):
    if form not in FORMS:
        raise Http404


def asked_period(request):
    """(which rows, what the file is called, its title)."""
    if year := request.GET.get("year"):
        if not (year.isascii() and year.isdecimal() and len(year) == 4):
            raise Http404
        title = _("ตัวเลขปีงบประมาณ %(year)s") % {"year": year}
        return {"fiscal_year": int(year)}, f"fy{year}", title
    rounds = ReportRound.objects.filter(month__in=asked_month(request))
    found = get_object_or_404(rounds)
    title = _("ตัวเลขเดือน%(month)s") % {"month": thai.month_and_year(found.month)}
    return {"round": found}, f"{found.month:%Y-%m}", title


def asked_month(request):
    """The first day of the month asked for, as the one row of a list; none of what is no month."""
    try:
        return [date.fromisoformat(f"{request.GET.get('round', '')}-01")]
    except ValueError:
        return []
