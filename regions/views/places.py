"""The places, open to everybody: the country, a region, a province."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.kernel.names import named
from regions import tiles
from regions.models import Province, Region, RegionalPost
from regions.place_words import place_words


@require_safe
@login_not_required
def region_list(request):
    today = timezone.localdate()
    context = {
        "regions": Region.objects.in_force(on=today).with_provinces(on=today),
        "tiles": tiles.chooser(tiles.provinces_for_tiles(on=today), on=today),
    }
    return render(request, "regions/place_list.html", context)


@require_safe
@login_not_required
def region_detail(request, code):
    today = timezone.localdate()
    region = get_object_or_404(Region.objects.in_force(on=today), code=code)
    provinces = list(Province.objects.of_region(region, on=today).for_region_page(on=today))
    context = {
        "region": region,
        "provinces": provinces,
        "words": place_words(
            [province.code for province in provinces],
            sum(province.district_count for province in provinces),
            sum(province.subdistrict_count for province in provinces),
        ),
        "speakers": speakers_of(region, on=today),
    }
    return render(request, "regions/place_region.html", context)


def speakers_of(region, *, on):
    """Who speaks for the region, by name and position: the public part of their entry (S25)."""
    roles = [RegionalPost.Role.CO_CHAIR, RegionalPost.Role.COORDINATOR]
    posts = RegionalPost.objects.in_force(on=on).filter(region=region, role__in=roles)
    names = {post.role: post.person.full_name for post in posts.select_related("person")}
    return [
        {"position": _("ประธานร่วม"), "name": names.get(RegionalPost.Role.CO_CHAIR)},
        {"position": _("ผู้ประสานงานภาค"), "name": names.get(RegionalPost.Role.COORDINATOR)},
    ]


@require_safe
@login_not_required
def province_detail(request, code):
    today = timezone.localdate()
    province = get_object_or_404(Province.objects.for_page(on=today), code=code)
    districts = province.districts.all()
    subdistrict_count = sum(district.subdistrict_count for district in districts)
    context = {
        "province": province,
        "region": province.region_now,
        "districts": districts,
        "words": place_words([code], len(districts), subdistrict_count),
        "chain": chain_through(province),
        "tiles": tiles.chooser(tiles.provinces_for_tiles(on=today), on=today),
    }
    return render(request, "regions/place_province.html", context)


def chain_through(province):
    """How a matter of this province goes up: S60."""
    return [
        {"label": _("สภาองค์กรชุมชนตำบล"), "detail": _("งานประเด็นในพื้นที่"), "is_current": False},
        {"label": _("เครือข่ายจังหวัด"), "detail": named(province), "is_current": True},
        {"label": _("คณะ 67"), "detail": _("เชื่อมโยงระดับชาติ"), "is_current": False},
        {"label": _("ระดับนโยบาย"), "detail": _("ข้อเสนอจากล่างขึ้นบน"), "is_current": False},
    ]
