"""How a place stands: a page of its own, and a part of the page of the place."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.shell import situation
from regions.models import Province, Region


@require_safe
def region_situation(request, code):
    today = timezone.localdate()
    region = get_object_or_404(Region.objects.in_force(on=today), code=code)
    found = situation.of_region(region, request.user, on=today)
    return shown(request, found, reverse("places:region-detail", args=[code]))


@require_safe
def province_situation(request, code):
    province = get_object_or_404(Province, code=code)
    found = situation.of_province(province, request.user, on=timezone.localdate())
    return shown(request, found, reverse("places:province-detail", args=[code]))


def shown(request, found, place_url):
    template = "shell/place_situation.html"
    if request.htmx.target == "situation":
        template += "#situation"
    page = {"found": found, "place_url": place_url, "today": timezone.localdate()}
    return render(request, template, page)
