"""The provinces as tiles of the map: where each stands, whose it is and what it says."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.kernel.names import is_english
from portal.kernel.pictures import Tile
from portal.kernel.thai import be_year

from .models import Province, ProvinceRegion

Reading = Callable[[tuple], tuple[int, str]]
FIELDS = ("code", "abbreviation", "founded_on", "tile_column", "tile_row", "label", "region")


def provinces_for_tiles(*, on: date, **figures) -> QuerySet:
    """Every province in Thai order as a named tuple with these figures: one query.

    Plain rows, because 77 of them on a page need no models.
    """
    name = "name_en" if is_english() else "name"
    belongs = ProvinceRegion.objects.in_force(on=on).filter(province=OuterRef("pk"))
    region = Subquery(belongs.values(f"region__{name}")[:1])
    provinces = Province.objects.annotate(label=F(name), region=region, **figures)
    return provinces.values_list(*FIELDS, *figures, named=True)


def chooser(provinces: Iterable[tuple], *, on: date) -> list[Tile]:
    """A map that only leads to the provinces."""
    return tiles(provinces, on=on, read=lambda province: (0, province.region or ""))


def tiles(provinces: Iterable[tuple], *, on: date, read: Reading) -> list[Tile]:
    """A map of one figure; ``read`` gives a province's level 0…4 and the figure in words."""
    address = reverse("places:province-detail", args=["code"])  # once, and not once a tile
    return [
        Tile(
            province.code,
            province.label,
            province.abbreviation,
            province.tile_column,
            province.tile_row,
            province.region or "",
            *_reading(province, on, read),
            address.replace("code", province.code),
        )
        for province in provinces
    ]


def _reading(province, on, read):
    if province.founded_on and province.founded_on > on:
        year = be_year(province.founded_on)
        return None, _("ยังไม่เป็นจังหวัด ตั้งขึ้น พ.ศ. %(year)s") % {"year": year}
    return read(province)
