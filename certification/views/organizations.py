from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from certification.filters import OrganizationFilter
from certification.models import CommunityOrganization
from certification.queries import lanes_of, standing_of


@require_GET
@vary_on_headers("HX-Target")
def organization_list(request):
    organizations = CommunityOrganization.objects.visible_to(request.user).for_list()
    found = OrganizationFilter(request.GET, queryset=organizations, request=request)
    page = Paginator(found.qs, 25).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page": page,
        "rows": [(organization, standing_of(organization)) for organization in page],
    }
    template = "certification/organization_list.html"
    if request.htmx.target == "results":
        template += "#results"
    return render(request, template, context)


@require_GET
def organization_detail(request, pk):
    organizations = CommunityOrganization.objects.visible_to(request.user).for_page()
    organization = get_object_or_404(organizations, pk=pk)
    context = {
        "organization": organization,
        "standing": standing_of(organization),
        "lanes": lanes_of(organization),
    }
    return render(request, "certification/organization_detail.html", context)
