"""The figures of a month, each with the list behind it."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from django.db.models import QuerySet, Subquery
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from portal.kernel.composed import composed
from portal.kernel.names import is_english
from regions.addresses import figure_url
from regions.models import Province, Region, RolledFigure

FIGURES_SECTION = "certification"
Basis = RolledFigure.Basis


class Place(NamedTuple):
    """As much of a region as a table of figures prints."""

    code: str
    mark: str
    name: str


class Figure(NamedTuple):
    """One number of one place and month; ``url`` is the list behind it."""

    indicator: str
    month: date
    region: Place | None
    value: Decimal | None
    reported: int
    expected: int
    url: str

    @property
    def words(self) -> str:
        """Nought, not applicable and not yet told are three things."""
        if not self.reported:
            return _("ยังไม่รายงาน")
        return _("ไม่เกี่ยวข้อง") if self.value is None else floatformat(self.value, "-2g")


class Figures(NamedTuple):
    """The certification numbers of one month: the nation's, and each region's in the same order."""

    nation: list[Figure]
    regions: list[tuple[Place, list[Figure]]]

    @property
    def month(self) -> date:
        return self.nation[0].month


def latest_figures() -> Figures | None:
    """Of the latest month of which a region has told something, as the regions say: one query."""
    by_region = {}
    for figure in figures_from(latest_rows()):
        by_region.setdefault(figure.region, []).append(figure)
    nation = by_region.pop(None, None)
    return Figures(nation, list(by_region.items())) if nation else None


@composed
def latest_rows() -> QuerySet[RolledFigure]:
    told = told_by(Basis.REGIONS).filter(reported__gt=0)
    latest = told.order_by("-round__month").values("round")[:1]
    rows = told_by(Basis.REGIONS).filter(round=Subquery(latest)).order_by("region__number")
    return printed(rows)


def figures_of(region: Region | None, province: Province | None = None) -> list[Figure]:
    """Of the latest month in which the place (without one, the nation) has numbers: one query."""
    if province:
        told = told_by(Basis.PROVINCES).filter(province=province, region=None)
    else:
        told = told_by(Basis.REGIONS).filter(region=region)
    latest = told.filter(value__isnull=False).order_by("-round__month").values("round")[:1]
    return figures_from(printed(told.filter(round=Subquery(latest))))


def told_by(basis: str) -> QuerySet[RolledFigure]:
    """Figures of months out of the reports of regions, or of provinces."""
    return RolledFigure.objects.filter(basis=basis, round__isnull=False)


def printed(rows: QuerySet[RolledFigure]) -> QuerySet[RolledFigure]:
    """Plain rows, because a table of 27 numbers needs no models."""
    name, short_name = ("name_en", "name_en") if is_english() else ("name", "short_name")
    asked = rows.filter(indicator__section=FIGURES_SECTION).order_by(
        *rows.query.order_by, "indicator__position"
    )
    return asked.values_list(
        "indicator__key", f"indicator__{name}", "round__month", "province",
        "region__code", "region__mark", f"region__{short_name}",
        "value", "reported", "expected",
    )  # fmt: skip


def figures_from(rows: Iterable[tuple]) -> list[Figure]:
    address = cache(figure_url)  # once a number, and not once a region
    return [figure_from(address, *row) for row in rows]


def figure_from(
    address: Callable[[str, date], str],
    key: str,
    name: str,
    month: date,
    province: str | None,
    code: str | None,
    mark: str,
    place: str,
    *numbers,
) -> Figure:
    url = address(key, month)
    if code is None:
        return Figure(
            name, month, None, *numbers, f"{url}?province={province}" if province else url
        )
    return Figure(name, month, Place(code, mark, place), *numbers, f"{url}?region={code}")
