"""Places as data: regions, provinces and clusters from ``data/``, the rest from geothai.

Regions and clusters carry the day from which they hold; a province belongs to
its region from then on, or from its own foundation if that is later.
"""

from datetime import date
from pathlib import Path

import geothai
from django.db import transaction

from portal.kernel.csv_rows import csv_rows

from .models import District, Province, ProvinceCluster, ProvinceRegion, Region, Subdistrict

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict]:
    return csv_rows(DATA / f"{name}.csv")


@transaction.atomic
def load_places() -> bool:
    """Load what is not there yet; later changes by hand stay. False if nothing was missing."""
    if Subdistrict.objects.count() >= len(subdistricts()):
        return False
    load_regions()
    load_provinces()
    load_clusters()
    load_districts()
    return True


def load_regions():
    Region.objects.bulk_create(
        [
            Region(**{**row, "mark": row["mark"].translate({35: "1", 46: "0", 32: None})})
            for row in rows("regions")
        ],
        ignore_conflicts=True,
    )


def load_provinces():
    found = rows("provinces")
    Province.objects.bulk_create(
        [
            Province(
                code=row["code"],
                name=row["name"],
                name_en=row["name_en"],
                abbreviation=row["abbreviation"],
                founded_on=row["founded_on"] or None,
                tile_column=row["tile_column"],
                tile_row=row["tile_row"],
            )
            for row in found
        ],
        ignore_conflicts=True,
    )
    regions = {region.code: region for region in Region.objects.all()}
    ProvinceRegion.objects.bulk_create(
        [
            ProvinceRegion(
                province_id=row["code"],
                region=regions[row["region"]],
                starts_on=first_day(row, regions[row["region"]]),
            )
            for row in found
        ],
        ignore_conflicts=True,
    )


def first_day(row: dict, region: Region) -> date:
    founded = date.fromisoformat(row["founded_on"]) if row["founded_on"] else region.starts_on
    return max(founded, region.starts_on)


def load_clusters():
    ProvinceCluster.objects.bulk_create(
        [ProvinceCluster(**row) for row in rows("clusters")], ignore_conflicts=True
    )
    clusters = {cluster.code: cluster.pk for cluster in ProvinceCluster.objects.all()}
    through = ProvinceCluster.provinces.through
    through.objects.bulk_create(
        [
            through(provincecluster_id=clusters[row["cluster"]], province_id=row["code"])
            for row in rows("provinces")
            if row["cluster"]
        ],
        ignore_conflicts=True,
    )


def load_districts():
    District.objects.bulk_create(
        [
            District(code=found.code, province_id=found.province_code, name=found.name_th)
            for found in districts()
        ],
        ignore_conflicts=True,
    )
    Subdistrict.objects.bulk_create(
        [
            Subdistrict(code=found.code, district_id=found.district_code, name=found.name_th)
            for found in subdistricts()
        ],
        batch_size=2000,
        ignore_conflicts=True,
    )


def districts() -> list:
    return [found for province in geothai.provinces() for found in geothai.districts(province.code)]


def subdistricts() -> list:
    return [found for district in districts() for found in geothai.subdistricts(district.code)]
