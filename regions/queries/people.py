"""Who hears of a report: those who answer for its place, and those who may check it."""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q, QuerySet

from portal.kernel.composed import composed
from portal.kernel.models import Person
from regions.models import RegionalPost, RegionalReport, ReportingUnit

Kind, Role = ReportingUnit.Kind, RegionalPost.Role


class Place(NamedTuple):
    """A role, and where it is held: the column of a post and what stands there."""

    role: str
    column: str = ""
    pk: int | None = None

    def posts(self) -> Q:
        return Q(role=self.role, **({self.column: self.pk} if self.column else {}))

    def is_of(self, post: RegionalPost) -> bool:
        return post.role == self.role and (not self.column or getattr(post, self.column) == self.pk)


class PostHolders:
    """Who holds which post on a day, at some places or everywhere: one query."""

    def __init__(self, *, on: date, places: Sequence[Place] = ()) -> None:
        self._posts = posts_at(tuple(places), on=on)

    def first_of(self, places: Sequence[Place]) -> list[Person]:
        """Those of the first place at which there is anybody."""
        return next((people for place in places if (people := self._at(place))), [])

    def all_of(self, places: Sequence[Place]) -> list[Person]:
        return list(dict.fromkeys(one for place in places for one in self._at(place)))

    def _at(self, place: Place) -> list[Person]:
        return [post.person for post in self._posts if place.is_of(post)]


@composed
def posts_at(places: tuple[Place, ...], *, on: date) -> QuerySet[RegionalPost]:
    """With whose they are; without places, of everywhere."""
    asked = reduce(or_, (place.posts() for place in places), Q())
    posts = RegionalPost.objects.in_force(on=on).filter(asked)
    return posts.select_related("person__user").order_by("pk")


def filers_of(
    report: RegionalReport, *, on: date, holders: PostHolders | None = None
) -> list[Person]:
    """Who answers for the report, or who sends it where there is nobody: one query, or none."""
    places = _filing(report)
    return (holders or PostHolders(on=on, places=places)).first_of(places)


def checkers_of(
    report: RegionalReport, *, on: date, holders: PostHolders | None = None
) -> list[Person]:
    """All whose post lets them check it; whether each may, their permission says: one query,
    or none."""
    places = _checking(report)
    return (holders or PostHolders(on=on, places=places)).all_of(places)


def _filing(report: RegionalReport) -> list[Place]:
    match report.unit.kind:
        case Kind.CENTRE:
            return [Place(Role.CENTRAL_OFFICER)]
        case Kind.PROVINCE:
            own = Place(Role.PROVINCIAL, "province_id", report.unit.province_id)
            return [own, *office_of(report.region_id)]
    return office_of(report.region_id)


def _checking(report: RegionalReport) -> list[Place]:
    match report.unit.kind:
        case Kind.CENTRE:
            return [Place(Role.CO_CHAIR)]
        case Kind.PROVINCE if report.region_id and report.office_may_check:
            return office_of(report.region_id)
    return [Place(Role.CENTRAL_OFFICER)]


def office_of(region_id: int | None) -> list[Place]:
    """Who answers for a region, first and next."""
    return [Place(role, "region_id", region_id) for role in RegionalPost.OFFICE]
