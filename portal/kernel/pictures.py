"""The shapes of the two pictures the portal draws: the tile map and the cloth.

A query makes them, a template tag of portal_ui draws them; neither knows the other.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Tile(NamedTuple):
    """One province on the tile map."""

    code: str
    name: str
    abbreviation: str
    column: int
    row: int
    region: str
    level: int | None  # 0…4; -1: does not apply; None: not told, or not a province on that day
    reading: str  # what the level means here, in words
    url: str


class ClothSeat(NamedTuple):
    """One seat of the committee."""

    number: int
    state: str  # on, ends, over, sub, vacant
    words: str  # who sits there, or that nobody does
    url: str


class ClothRow(NamedTuple):
    """The seats of one region, or of the issues."""

    name: str
    mark: str
    url: str
    seats: list[ClothSeat]


def fences(tiles: Iterable[Tile]) -> dict[str, str]:
    """Where each tile's region ends, by province code: any of t, r, b, l.

    Between two regions only one of the two tiles draws the line.
    """
    regions = {(tile.column, tile.row): tile.region for tile in tiles}
    found = {}
    for tile in tiles:
        here = (tile.column, tile.row)
        sides = {
            "t": (here[0], here[1] - 1) not in regions,
            "r": regions.get((here[0] + 1, here[1])) != tile.region,
            "b": regions.get((here[0], here[1] + 1)) != tile.region,
            "l": (here[0] - 1, here[1]) not in regions,
        }
        found[tile.code] = " ".join(side for side, fenced in sides.items() if fenced)
    return found
