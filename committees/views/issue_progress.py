"""The log of one issue: what each region told of it, month after month."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from committees.models import Issue
from committees.queries.issue_progress import log_of
from portal.kernel.letters import address_of

PAGE = 20


@require_safe
def issue_progress(request, code):
    """Of accepted reports, the newest on top; each may be quoted with its source."""
    issue = get_object_or_404(Issue, code=code)
    page = Paginator(log_of(issue, user=request.user), PAGE).get_page(request.GET.get("page"))
    context = {
        "issue": issue,
        "body": issue.bodies.order_by("-starts_on").first(),
        "page": page,
        "address": address_of(""),
    }
    return render(request, "committees/issue_progress.html", context)
