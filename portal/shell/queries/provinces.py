"""The provinces by one metric of the register."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from math import ceil
from typing import NamedTuple, Self

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.queries import number_in_province
from portal.kernel.pictures import Tile
from regions import tiles

METRICS = ("certified", "found", "complete")


def metric_label(metric: str) -> str:
    return {
        "certified": _("องค์กรที่ได้รับการรับรอง"),
        "found": _("องค์กรที่ค้นพบ"),
        "complete": _("องค์กรครบสามจังหวะก้าว"),
    }[metric]


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
    """The provinces by one metric."""

    metric: str
    label: str
    tiles: list[Tile]
    levels: list[str]


def province_map(metric: str, *, on: date) -> Map:
    """Every province by how many of its organisations ``metric`` counts: one query."""
    provinces = list(tiles.provinces_for_tiles(on=on, figure=number_in_province(metric)))
    scale = Scale.of(province.figure for province in provinces)
    read = cache(lambda value: (scale.level(value), organizations_in_words(value)))
    drawn = tiles.tiles(provinces, on=on, read=lambda province: read(province.figure))
    return Map(metric, metric_label(metric), drawn, scale.words)


def organizations_in_words(count: int) -> str:
    return ngettext("%(count)s องค์กร", "%(count)s องค์กร", count) % {"count": count}
