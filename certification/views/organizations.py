from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from certification.filters import OrganizationFilter
from certification.models import CommunityOrganization, StageRecord
from certification.queries import (
    address_of,
    lanes_of,
    stage_words,
    standing_of,
    subdistrict_of,
)


@require_safe
@vary_on_headers("HX-Target")
def organization_list(request):
    found = found_organizations(request)
    pages, counts = paginated(found)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "tally": tally_of(request, counts),
        "page": page,
        "all_url": "?" + without_page(request, took=None, finished=None),
        "rows": [(one, subdistrict_of(one), standing_of(one)) for one in page],
    }
    template = "certification/organization_list.html"
    if request.htmx.target == "results":
        template += "#results"
    return render(request, template, context)


def found_organizations(request):
    organizations = CommunityOrganization.objects.visible_to(request.user).for_list()
    return OrganizationFilter(request.GET, queryset=organizations, request=request)


def paginated(found):
    """The pages of what was asked for, and the counts by stage; counting once serves both."""
    pages = Paginator(found.qs, 25)
    counts = found.at_any_stage.counted_by_stage()
    asked = found.form.cleaned_data.get("stage")
    pages.count = counts[f"stage_{asked}" if asked else "all"]
    return pages, counts


def tally_of(request, counts):
    """How many stand at each stage; each a filter that keeps the others."""
    return [
        {
            "value": counts[f"stage_{stage}"],
            "words": stage_words(stage),
            "url": "?" + without_page(request, stage=stage),
            "is_current": request.GET.get("stage") == str(stage),
        }
        for stage in StageRecord.Stage.values
    ]


def without_page(request, **changed):
    asked = request.GET.copy()
    asked.pop("page", None)
    for name, value in changed.items():
        asked.pop(name, None)
        if value is not None:
            asked[name] = value
    return asked.urlencode()


@require_safe
def organization_detail(request, pk):
    organizations = CommunityOrganization.objects.visible_to(request.user).for_page()
    organization = get_object_or_404(organizations, pk=pk)
    context = {
        "organization": organization,
        "address": address_of(organization),
        "standing": standing_of(organization),
        "lanes": lanes_of(organization),
    }
    return render(request, "certification/organization_detail.html", context)
