"""Every number of a month or of a fiscal year beside every region: one table to look over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from .addresses import figure_url
from .models import Indicator, Region, RolledFigure
from .sections import SECTIONS

Basis = RolledFigure.Basis
ORDER = {section.key: place for place, section in enumerate(SECTIONS)}


@dataclass(frozen=True)
class Cell:
    """What one number comes to at one place, and the page that says how."""

    rolled: RolledFigure
    url: str

    @property
    def is_whole(self) -> bool:
        return self.rolled.reported == self.rolled.expected


@dataclass(frozen=True)
class Row:
    """One number: of the nation, and of each region as far as the table knows it."""

    indicator: Indicator
    nation: Cell | None
    cells: list[Cell | None]


@dataclass(frozen=True)
class Overview:
    regions: list[Region]
    rows: list[Row]


def overview(figures: Iterable[RolledFigure], *, month: date) -> Overview:
    """In the order in which the form asks. A figure of a year is explained beside ``month``."""
    found: dict[Indicator, dict[Region | None, Cell]] = {}
    for rolled in figures:
        cell = Cell(rolled, _url(rolled, month))
        found.setdefault(rolled.indicator, {})[rolled.region] = cell
    places = {place for cells in found.values() for place in cells if place}
    regions = sorted(places, key=lambda region: region.number)
    return Overview(regions, [_row(one, found[one], regions) for one in sorted(found, key=_asked)])


def cells_of(figures: QuerySet[RolledFigure]) -> list[Cell]:
    """The numbers of one place and month, in the order in which the form asks: one statement."""
    rows = sorted(
        figures.select_related("indicator", "round", "region"),
        key=lambda rolled: _asked(rolled.indicator),
    )
    return [Cell(rolled, _url(rolled, rolled.round.month)) for rolled in rows]


def _row(indicator: Indicator, cells: dict, regions: list[Region]) -> Row:
    return Row(indicator, cells.get(None), [cells.get(region) for region in regions])


def _asked(indicator: Indicator) -> tuple[int, int]:
    return ORDER.get(indicator.section, len(ORDER)), indicator.position


def _url(rolled: RolledFigure, month: date) -> str:
    return figure_url(
        rolled.indicator.key,
        month,
        region=rolled.region and rolled.region.code,
        province=rolled.province_id,
        basis="" if rolled.province_id or rolled.basis == Basis.REGIONS else rolled.basis,
        year=rolled.fiscal_year,
    )
