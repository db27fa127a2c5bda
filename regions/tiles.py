"""The provinces as tiles of the map: where each stands, whose it is and what it says."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.kernel.names import is_english, named
from portal.kernel.pictures import Tile
from portal.kernel.thai import be_year

from .models import Province, ProvinceRegion

Reading = Callable[[Province], tuple[int, str]]


def provinces_for_tiles(*, on: date) -> QuerySet[Province]:
    """Every province with ``.region_name``, in Thai order: one query."""
    name = "region__name_en" if is_english() else "region__name"
    belongs = ProvinceRegion.objects.in_force(on=on).filter(province=OuterRef("pk"))
    return Province.objects.annotate(region_name=Subquery(belongs.values(name)[:1]))


def chooser(provinces: Iterable[Province], *, on: date) -> list[Tile]:
    """A map that only leads to the provinces."""
    return tiles(provinces, on=on, read=lambda province: (0, province.region_name))


def tiles(provinces: Iterable[Province], *, on: date, read: Reading) -> list[Tile]:
    """A map of one figure; ``read`` gives a province's level 0…4 and the figure in words."""
    return [_tile(province, *_reading(province, on, read)) for province in provinces]


def _reading(province, on, read):
    if province.founded_on and province.founded_on > on:
        year = be_year(province.founded_on)
        return None, _("ยังไม่เป็นจังหวัด ตั้งขึ้น พ.ศ. %(year)s") % {"year": year}
    return read(province)


def _tile(province, level, reading):
    return Tile(
        code=province.code,
        name=named(province),
        abbreviation=province.abbreviation,
        column=province.tile_column,
        row=province.tile_row,
        region=province.region_name or "",
        level=level,
        reading=reading,
        url=reverse("places:province-detail", args=[province.code]),
    )
