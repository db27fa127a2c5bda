"""A roster in which nothing is missing and nothing is wrong, as large as it is asked for."""

from dataclasses import dataclass, field
from datetime import date

from committees.models import Committee, Issue, Seat
from portal.kernel.models import Person, User
from regions.models import Region, RegionalPost

from .committees import (
    BEGAN,
    make_body,
    make_body_membership,
    make_cluster,
    make_committee,
    make_issue,
    make_membership,
    make_seat,
)
from .kernel import make_account, make_person
from .regions import make_regions

Role = RegionalPost.Role
TERM_ENDS = date(2029, 6, 30)


@dataclass
class House:
    """The parts a test takes something away from."""

    committee: Committee
    issue: Issue
    issue_seat: Seat
    unit: Committee
    secretary: User
    regions: list[Region] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)  # two of each region: co-chair, coordinator
    officers: list[RegionalPost] = field(default_factory=list)

    @property
    def member(self) -> Person:
        """Somebody who sits in a seat that no fault takes away."""
        return self.seats[0].memberships.get().person


def make_roster(regions=1):
    """Two members and an officer for each region, one seat and one body for one issue."""
    committee, issue = make_committee(), make_issue()
    Committee.objects.filter(pk=committee.pk).update(
        seats_due=2 * regions + 1, officers_per_region=1, central_officers_due=1
    )
    secretary = somebody("ส่วนกลาง")
    make_holder(Role.CENTRAL_OFFICER, None, secretary)
    house = House(
        committee=committee,
        issue=issue,
        issue_seat=seated(make_seat(committee, 99, issue=issue)),
        unit=make_body("steering", parent=committee, name="ฝ่ายอำนวยการ"),
        secretary=secretary.user,
        regions=make_regions(regions),
    )
    make_body("secretariat", kind=Committee.Kind.SECRETARIAT, parent=committee)
    body = make_body("of-issue", kind=Committee.Kind.ISSUE, parent=committee, issue=issue)
    for region in house.regions:
        fill_region(house, region)
    for one in (house.unit, body):
        make_body_membership(one, house.member)
    return house


def fill_region(house, region):
    cluster = make_cluster(f"of-{region.code}", f"ของ{region.short_name}")
    for role in (Role.CO_CHAIR, Role.COORDINATOR):
        number = len(house.seats) + 1
        seat = seated(make_seat(house.committee, number, region=region, cluster=cluster))
        make_holder(role, region, seat.memberships.get().person)
        house.seats.append(seat)
    house.officers.append(make_holder(Role.OFFICER, region, somebody(f"officer{region.number}")))


def seated(seat):
    make_membership(seat, somebody(f"คนที่{seat.number}"), term_ends_on=TERM_ENDS)
    return seat


def somebody(name) -> Person:
    """Somebody in office whom one can reach, with an account."""
    number = Person.objects.count() + 1
    person = make_person(name, email=f"person-{number}@portal.example")
    make_account(person, person.email)
    return person


def make_holder(role, region, person):
    return RegionalPost.objects.create(role=role, region=region, person=person, starts_on=BEGAN)


def make_member(region, name, *, number, **days):
    """Somebody without an account who sits in seat ``number`` of the region."""
    person = make_person(name)
    make_membership(make_seat(make_committee(), number, region=region), person, **days)
    return person
