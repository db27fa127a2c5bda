"""What the regions told of the issues: as one month stands, and month after month."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from committees.filters.issue_progress import OverviewFilter, ProgressFilter
from committees.models import Issue
from committees.progress_columns import PROGRESS_COLUMNS
from committees.queries.issue_matrix import matrix_of
from committees.queries.issue_progress import told_by_regions
from portal.kernel.exports import Export, downloads
from portal.kernel.letters import address_of
from regions.models import ReportRound

PAGE = 20


@require_safe
def progress_overview(request):
    """Issue by region: who told what last and when, and who is silent since when."""
    found = OverviewFilter(request.GET, queryset=ReportRound.objects.all())
    shown, today = found.round_asked, timezone.localdate()
    matrix = matrix_of(shown, user=request.user, on=today) if shown else None
    context = {"filter": found, "matrix": matrix}
    return render(request, "committees/progress_overview.html", context)


@require_safe
def progress_list(request):
    """Of accepted reports, the newest on top; each may be quoted with its source."""
    return log_page(request, found_progress(request), is_mixed=True)


@require_safe
def issue_progress(request, code):
    """The same of one issue."""
    issue = get_object_or_404(Issue, code=code)
    body = issue.bodies.order_by("-starts_on").first()
    return log_page(request, found_progress(request, issue), issue=issue, body=body)


def log_page(request, found, **beside):
    asked = found.data.copy()
    asked.pop("page", None)
    context = {
        "filter": found,
        "is_filtered": any(map(request.GET.get, found.filters)),
        "page": Paginator(found.qs, PAGE).get_page(request.GET.get("page")),
        "address": address_of(""),
        "files": downloads(FILES, f"?{asked.urlencode()}") if found.is_valid() else {},
        **beside,
    }
    return render(request, "committees/issue_progress.html", context)


def found_progress(request, issue=None):
    """What a page and its files find."""
    asked = request.GET.copy()
    if issue:
        asked["issue"] = issue.code
    return ProgressFilter(asked, queryset=told_by_regions(user=request.user))


FILES = "progress:issue-progress-export"
PROGRESS = Export(
    "issue-progress", gettext_lazy("ความก้าวหน้าตามประเด็น"), PROGRESS_COLUMNS, found_progress
)
