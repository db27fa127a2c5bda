"""The public front page: who the 67 are, the regions, the last summary, the provinces.

Names, positions and places are the public part of the register of the 67 (S25); no more is shown.
"""

from datetime import date

from django.urls import reverse

from committees.queries import Bench, Roster, roster
from meetings.queries import latest_summary
from portal.kernel.pictures import ClothRow
from portal.shell.queries import province_map
from regions.models import Region


def page(*, on: date) -> dict:
    board = roster(on=on)
    summary = latest_summary()
    return {
        "roster": board,
        "cloth": public_cloth(board),
        "regions": Region.objects.in_force(on=on).with_provinces(on=on),
        "summary": summary,
        "opening": summary.text.partition("\n")[0] if summary else "",
        "map": province_map("certified", on=on),
    }


def public_cloth(board: Roster) -> list[ClothRow]:
    """The cloth whose threads lead to public pages: a region's row to its place."""
    return [
        row._replace(url=url, seats=[seat._replace(url=url) for seat in row.seats])
        for row, url in zip(board.cloth(), map(public_url, board.benches), strict=True)
    ]


def public_url(bench: Bench) -> str:
    return reverse("places:region-detail", args=[bench.code]) if bench.mark else "#the-67"
