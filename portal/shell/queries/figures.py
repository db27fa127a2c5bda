"""The figures of a month, each with the list behind it."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet, Subquery
from django.urls import reverse

from portal.kernel.names import is_english
from regions.models import Region, RolledFigure

FIGURES_SECTION = "certification"


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


class Figures(NamedTuple):
    """The certification numbers of one month: the nation's, and each region's in the same order."""

    nation: list[Figure]
    regions: list[tuple[Place, list[Figure]]]

    @property
    def month(self) -> date:
        return self.nation[0].month


def latest_figures() -> Figures | None:
    """Of the latest month of which a region has told something, as the regions say: one query."""
    told = told_by_regions().filter(reported__gt=0)
    latest = told.order_by("-round__month").values("round")[:1]
    rows = told_by_regions().filter(round=Subquery(latest)).order_by("region__number")
    by_region = {}
    for figure in figures_from(rows):
        by_region.setdefault(figure.region, []).append(figure)
    nation = by_region.pop(None, None)
    return Figures(nation, list(by_region.items())) if nation else None


def figures_of(region: Region | None) -> list[Figure]:
    """Of the latest month in which the region (without one, the nation) has numbers: one query."""
    of_region = told_by_regions().filter(region=region)
    latest = of_region.filter(value__isnull=False).order_by("-round__month").values("round")[:1]
    return figures_from(of_region.filter(round=Subquery(latest)))


def told_by_regions() -> QuerySet[RolledFigure]:
    """Figures of months out of the regions' own reports."""
    return RolledFigure.objects.filter(basis=RolledFigure.Basis.REGIONS, round__isnull=False)


def figures_from(rows: QuerySet[RolledFigure]) -> list[Figure]:
    """Plain rows, because a table of 27 numbers needs no models."""
    name, short_name = ("name_en", "name_en") if is_english() else ("name", "short_name")
    asked = rows.filter(indicator__section=FIGURES_SECTION).order_by(
        *rows.query.order_by, "indicator__position"
    )
    urls = {}
    return [
        figure_from(urls, *row)
        for row in asked.values_list(
            "indicator__key", f"indicator__{name}", "round__month",
            "region__code", "region__mark", f"region__{short_name}",
            "value", "reported", "expected",
        )
    ]  # fmt: skip


def figure_from(
    urls: dict[str, str],
    key: str,
    name: str,
    month: date,
    code: str,
    mark: str,
    place: str,
    *numbers,
) -> Figure:
    url = urls.setdefault(key, reverse("regions:figure-detail", args=[key, month]))
    if code is None:
        return Figure(name, month, None, *numbers, url)
    return Figure(name, month, Place(code, mark, place), *numbers, f"{url}?region={code}")
