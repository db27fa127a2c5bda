"""How many organisations of a place stand where: part of its page; alone, a page of its own."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from certification.queries import counts_in
from portal.kernel.names import named
from regions.models import Province, ProvinceRegion, Region


@require_safe
@login_not_required
@vary_on_headers("HX-Target")
def province_standing(request, code):
    province = get_object_or_404(Province, code=code)
    place_url = reverse("places:province-detail", args=[code])
    return standing(request, province, counts_in([code]), place_url, f"?province={code}")


@require_safe
@login_not_required
@vary_on_headers("HX-Target")
def region_standing(request, code):
    today = timezone.localdate()
    region = get_object_or_404(Region.objects.in_force(on=today), code=code)
    members = ProvinceRegion.objects.in_force(on=today).filter(region=region)
    place_url = reverse("places:region-detail", args=[code])
    return standing(
        request, region, counts_in(members.values("province")), place_url, f"?region={code}"
    )


def standing(request, place, counts, place_url, asked):
    register_url = reverse("certification:organization-list") + asked
    context = {
        "name": named(place),
        "counts": counts,
        "place_url": place_url,
        "register_url": register_url if request.user.is_authenticated else "",
    }
    template = "certification/place_standing.html"
    if request.htmx.target == "standing":
        template += "#standing"
    return render(request, template, context)
