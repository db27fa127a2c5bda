"""Which region a province belongs to on a day."""

from datetime import date

from regions.models import Province, Region


def region_of(province: Province, *, on: date) -> Region | None:
    rows = province.region_rows.in_force(on=on).select_related("region")
    return next((row.region for row in rows), None)
