"""The provinces by one metric of the register."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from math import ceil
from typing import NamedTuple, Self
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.models import StageRecord
from certification.queries import number_in_province
from portal.kernel.composed import composed
from portal.kernel.pictures import Tile
from regions import tiles


class Scale(NamedTuple):
    """Four steps from one to the greatest value, and nought below them."""

    steps: tuple[int, ...]

    @classmethod
    def of(cls, values: Iterable[int]) -> Self:
        top = max([4, *values])
        return cls(tuple(ceil(top * step / 4) for step in (1, 2, 3)))

    def level(self, value: int) -> int:
        return 0 if not value else 1 + sum(value > step for step in self.steps)

    @property
    def words(self) -> list[str]:
        first, second, third = self.steps
        return [
            _("ไม่มี"),
            span(1, first),
            span(first + 1, second),
            span(second + 1, third),
            _("%(number)s ขึ้นไป") % {"number": third + 1},
        ]


def span(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(last)


class Map(NamedTuple):
    """The provinces by one metric; ``total`` in words leads to ``url``, the list of all of them."""

    metric: str
    label: str
    tiles: list[Tile]
    levels: list[str]
    absent: str = ""  # what a tile without a level says, where it may say more than one thing
    not_applicable: str = ""  # what a tile of level -1 says
    total: str = ""
    url: str = ""
    month: date | None = None


# As the register is asked for those who finished a stage; of all it is asked nothing.
FINISHED = {
    "certified": StageRecord.Stage.CERTIFICATION,
    "complete": StageRecord.Stage.CONTINUING_DEVELOPMENT,
}


def register_label(metric: str) -> str:
    return {
        "certified": _("องค์กรที่ได้รับการรับรอง"),
        "found": _("องค์กรที่ค้นพบ"),
        "complete": _("องค์กรครบสามจังหวะก้าว"),
    }[metric]


def province_map(metric: str, *, on: date) -> Map:
    """Every province by how many of its organisations ``metric`` counts: one query."""
    provinces = counted_provinces(metric, on=on)
    scale = Scale.of(province.figure for province in provinces)
    read = cache(lambda value: (scale.level(value), organizations_in_words(value)))
    drawn = tiles.tiles(provinces, on=on, read=lambda province: read(province.figure))
    total = organizations_in_words(sum(province.figure for province in provinces))
    url = register_url(metric)
    return Map(metric, register_label(metric), drawn, scale.words, total=total, url=url)


@composed
def counted_provinces(metric: str, *, on: date) -> QuerySet:
    return tiles.provinces_for_tiles(on=on, figure=number_in_province(metric))


def register_map(metric: str, *, on: date) -> Map:
    """The same for whoever may read the register: each province leads to its list."""
    drawn = province_map(metric, on=on)
    address = register_url(metric, province="code")  # once, and not once a tile
    return drawn._replace(
        tiles=[tile._replace(url=address.replace("code", tile.code)) for tile in drawn.tiles]
    )


def register_url(metric: str, **place: str) -> str:
    """The list of the register whose rows ``metric`` counts."""
    asked = place | ({"finished": int(FINISHED[metric])} if metric in FINISHED else {})
    address = reverse("certification:organization-list")
    return f"{address}?{urlencode(asked)}" if asked else address


def organizations_in_words(count: int) -> str:
    return ngettext("%(count)s องค์กร", "%(count)s องค์กร", count) % {"count": count}
