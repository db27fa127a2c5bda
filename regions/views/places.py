"""The places, open to everybody: the country, a region, a province."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from regions import tiles
from regions.models import District, Province, ProvinceCluster, ProvinceRegion, Region


@require_GET
@login_not_required
def region_list(request):
    today = timezone.localdate()
    context = {
        "regions": Region.objects.in_force(on=today).with_provinces(on=today),
        "tiles": tiles.chooser(tiles.provinces_for_tiles(on=today), on=today),
    }
    return render(request, "regions/place_list.html", context)


@require_GET
@login_not_required
def region_detail(request, code):
    today = timezone.localdate()
    region = get_object_or_404(Region.objects.in_force(on=today), code=code)
    provinces = (
        Province.objects.filter(region_rows__in=ProvinceRegion.objects.in_force(on=today).filter(region=region))
        .annotate(
            district_count=Count("districts", distinct=True),
            subdistrict_count=Count("districts__subdistricts", distinct=True),
        )
    )
    return render(request, "regions/place_region.html", {"region": region, "provinces": provinces})


@require_GET
@login_not_required
def province_detail(request, code):
    today = timezone.localdate()
    clusters = ProvinceCluster.objects.in_force(on=today)
    belongs = ProvinceRegion.objects.in_force(on=today).select_related("region")
    province = get_object_or_404(
        Province.objects.prefetch_related(
            Prefetch("clusters", clusters, to_attr="clusters_now"),
            Prefetch("region_rows", belongs, to_attr="rows_now"),
            Prefetch(
                "districts",
                District.objects.annotate(subdistrict_count=Count("subdistricts")).order_by("code"),
            ),
        ),
        code=code,
    )
    context = {
        "province": province,
        "region": province.rows_now[0].region if province.rows_now else None,
        "subdistrict_count": sum(district.subdistrict_count for district in province.districts.all()),
        "tiles": tiles.chooser(tiles.provinces_for_tiles(on=today), on=today),
    }
    return render(request, "regions/place_province.html", context)
