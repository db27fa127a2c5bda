"""Who answers for an assignment: a person, the people of a body, or the office of a region."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Exists, Q, QuerySet

from committees.models import BodyMembership, Committee
from meetings.models import ActionItem
from portal.kernel.models import Person
from regions.models import RegionalPost
from regions.queries import Place, PostHolders, office_of

Kind, Role = Committee.Kind, RegionalPost.Role
OFFICERS = (Role.OFFICER, Role.CENTRAL_OFFICER)


def asked_of(people: Collection[int] | QuerySet[Person], *, on: date) -> Q:
    """Of any of ``people``, or of a body they belonged to that day: a condition for items."""
    bodies = BodyMembership.objects.in_force(on=on).filter(person__in=people)
    # The secretariat has no members of its own: its officers are its roster (S18).
    staff = RegionalPost.objects.in_force(on=on).filter(person__in=people, role__in=OFFICERS)
    return (
        Q(person__in=people)
        | Q(unit__in=bodies.values("committee"))
        | Q(Exists(staff), unit__kind=Kind.SECRETARIAT)
    )


class Responsible:
    """Who answers for an item on a day: two queries for all items."""

    def __init__(self, *, on: date) -> None:
        self._posts = PostHolders(on=on)
        self._members: dict[int, list[Person]] = defaultdict(list)
        for row in BodyMembership.objects.in_force(on=on).select_related("person").order_by("pk"):
            self._members[row.committee_id].append(row.person)

    def people_of(self, item: ActionItem) -> list[Person]:
        """Of a region its coordinator, or else its officers; of a body its members, or else the
        office of its region. What is asked of a body nobody is entered in the centre answers."""
        if item.person:
            return [item.person]
        region = item.region_id or item.unit.region_id
        members = [] if item.region_id else self._members.get(item.unit_id, [])
        office = self._posts.first_of(office_of(region)) if region else []
        return members or office or self._posts.all_of([Place(Role.CENTRAL_OFFICER)])
