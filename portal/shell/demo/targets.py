"""What regions and the centre want to reach this fiscal year: most agreed, one waiting each way."""

from datetime import date, timedelta

from portal.kernel.thai import fiscal_year
from regions.models import Indicator, IndicatorTarget

from .committee import House
from .days import at_hour

YEAR, AGAIN, NEW = (
    "ตามแผนปีที่ทำร่วมกันในการประชุมภาค",
    "ปีก่อนได้ใกล้เคียงตัวเลขนี้ และมีคณะทำงานเท่าเดิม",
    "มีคณะทำงานอำเภอเพิ่มขึ้น ขอตั้งให้สูงกว่าปีก่อน",
)
# (region, number, target, why, whether the region proposed it, whether it is confirmed)
TARGETS = (
    ("upper-north", "organizations_found", 90, YEAR, True, True),
    ("upper-north", "forums_held", 36, AGAIN, False, True),
    ("lower-north", "organizations_found", 80, YEAR, True, True),
    ("lower-north", "concrete_areas", 30, AGAIN, False, True),
    ("lower-north", "forums_held", 30, NEW, False, False),
    ("central-west", "organizations_found", 120, YEAR, False, True),
    ("central-west", "concrete_areas", 38, AGAIN, True, True),
    ("south", "organizations_certified", 48, YEAR, True, True),
    ("south", "organizations_found", 70, NEW, True, False),
)
DAYS_AGO = 12
A_DAY = timedelta(days=1)


def load_targets(house: House, *, today: date) -> None:
    indicators = {each.key: each for each in Indicator.objects.asked()}
    IndicatorTarget.objects.bulk_create(
        IndicatorTarget(
            indicator=indicators[key],
            region=house.regions[region],
            fiscal_year=fiscal_year(today),
            value=value,
            reason=why,
            **hands(house, region, by_region=by_region, is_confirmed=is_confirmed, today=today),
        )
        for region, key, value, why, by_region, is_confirmed in TARGETS
    )


def hands(house, region, *, by_region, is_confirmed, today):
    """Who proposed, and who of the other side confirmed two days later."""
    sides = house.users["secretary"], house.filers[region]
    told = {
        "by_region": by_region,
        "proposed_by": sides[by_region],
        "proposed_at": at_hour(today - DAYS_AGO * A_DAY, 10),
    }
    if is_confirmed:
        told["confirmed_by"] = sides[not by_region]
        told["confirmed_at"] = at_hour(today - (DAYS_AGO - 2) * A_DAY, 14)
    return told
