"""A whole house: two regions and three provinces in every state over two months, requests,
resolutions, a meeting to come, and something of everything that waits."""

from dataclasses import dataclass
from datetime import date, datetime

from committees.models import Committee
from portal.kernel.models import User
from regions import actions
from regions.models import Province, Region, RegionalReport

from .certification import make_organization
from .committees import make_committee, make_regional_body
from .meetings import called, make_held, make_item, make_minutes, make_resolution, seat_with
from .regions import (
    BANGKOK,
    MONTH,
    ON_TIME,
    accepted,
    make_indicator,
    make_post,
    make_regions,
    make_report,
    make_report_of,
    make_reporting_province,
    submitted,
)
from .requests import answered, asked_and_sent, reply

MAY = date(2026, 5, 1)
INDICATORS = ("organizations_found", "organizations_certified")
AREAS = ("concrete_areas", "learning_centres")


@dataclass
class House:
    secretary: User
    regions: list[Region]
    provinces: list[Province]
    coordinators: list[User]
    filers: list[User]


def make_house(secretary, clock) -> House:
    make_committee()
    for key in INDICATORS:
        make_indicator(key, is_required=False)
    for key in AREAS:
        make_indicator(key, section="areas", adds="latest", is_required=False)
    regions = make_regions(2)
    coordinators = [make_post("coordinator", region) for region in regions]
    provinces = [
        make_reporting_province(regions[0], code, name)
        for code, name in (("50", "เชียงใหม่"), ("51", "ลำพูน"), ("52", "ลำปาง"))
    ]
    filers = [make_post("provincial", province=one, name=f"filer-{one.code}") for one in provinces]
    house = House(secretary, regions, provinces, coordinators, filers)
    report(house, clock)
    make_organization(provinces[0], "ก", stage=2)
    make_organization(provinces[0], "ข", stage=1)
    make_organization(provinces[1], "ค", stage=3)
    return house


def report(house, clock):
    """The first region is accepted twice, the second asks; one province each in three states."""
    north, south = house.regions
    first, second = house.coordinators
    clock.move_to(datetime(2026, 6, 3, 9, tzinfo=BANGKOK))
    numbers = {"organizations_found": 9, "organizations_certified": 4}
    accepted(make_report(north, month=MAY), first, house.secretary, **numbers)
    clock.move_to(ON_TIME)
    numbers = {"organizations_found": 14, "organizations_certified": 5}
    accepted(make_report(north), first, house.secretary, **numbers)
    requests = asked_and_sent(make_report(south), second, *"กขคงจ")
    answered(requests[0], house.secretary, reply(done_by=date(2026, 7, 31)))
    one, two, _three = (make_report_of(each.reporting_unit) for each in house.provinces)
    accepted(one, house.filers[0], first, concrete_areas=7, learning_centres=0)
    submitted(two, house.filers[1])
    for each in RegionalReport.objects.filter(state="accepted"):
        actions.roll_up_report(each)


URGENT = {1: "areas", 3: "areas", 2: "support"}  # of the resolution with that number


def add_meetings(house):
    """Six resolutions, some late, some done, some urgent; who was called by letter and by
    telephone; and a region's body that missed its month."""
    committee = Committee.objects.get(kind=Committee.Kind.SUBCOMMITTEE)
    held = make_held(committee, number=6)
    make_minutes(held, state="checked")
    for number in range(1, 8):
        resolution = make_resolution(held, number=number, text="ให้ทบทวนข้อเสนอ")
        late = date(2026, 6, 20) if number < 4 else date(2026, 7, 31)
        for region, coordinator in zip(house.regions, house.coordinators, strict=True):
            done = region == house.regions[0] and number % 2
            told = {"done_at": ON_TIME, "done_by": coordinator} if done else {}
            told["workstream"] = URGENT.get(number, "")
            make_item(resolution, due_on=late, region=region, **told)
    for number, email in ((61, "ก@portal.example"), (62, "ข@portal.example"), (63, "")):
        seat_with(committee, number, region=house.regions[0], email=email)
    called(committee, house.secretary)
    make_regional_body(house.regions[0], meets_every_months=1)


def add_questions(house):
    """More days, and an accepted report to be opened again: of a province and of a region each,
    so that what one decides is fewer than there are."""
    may = RegionalReport.objects.get(unit__region=house.regions[1], round__month=MAY)
    actions.ask_extension(may, until=date(2026, 7, 10), reason="ไฟดับ", by=house.coordinators[1])
    of_month = RegionalReport.objects.filter(round__month=MONTH)
    last = of_month.get(unit__province=house.provinces[2])
    actions.ask_extension(last, until=date(2026, 7, 20), reason="น้ำท่วม", by=house.filers[2])
    own = of_month.get(unit__region=house.regions[0])
    actions.ask_revision(own, reason="นับซ้ำ", by=house.coordinators[0])
    of_province = of_month.get(unit__province=house.provinces[0])
    actions.ask_revision(of_province, reason="นับซ้ำ", by=house.filers[0])
