"""Who hears of a report: those who answer for its place, and those who may check it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from portal.kernel.models import Person
from regions.models import RegionalPost, RegionalReport, ReportingUnit

Kind, Role = ReportingUnit.Kind, RegionalPost.Role
Place = tuple[str, Q]


def filers_of(report: RegionalReport, *, on: date) -> list[Person]:
    """Who answers for the report, or who sends it where there is nobody: one query."""
    wanted = _office_of(report)
    match report.unit.kind:
        case Kind.CENTRE:
            wanted = [(Role.CENTRAL_OFFICER, Q())]
        case Kind.PROVINCE:
            wanted.insert(0, (Role.PROVINCIAL, Q(province=report.unit.province_id)))
    found = _holders(wanted, on=on)
    first = next((role for role, _ in wanted if role in found), None)
    return found.get(first, [])


def checkers_of(report: RegionalReport, *, on: date) -> list[Person]:
    """All whose post lets them check it; whether each may, their permission says: one query."""
    wanted = [(Role.CENTRAL_OFFICER, Q())]
    match report.unit.kind:
        case Kind.CENTRE:
            wanted = [(Role.CO_CHAIR, Q())]
        case Kind.PROVINCE if report.region_id:
            wanted = _office_of(report)
    found = _holders(wanted, on=on)
    return list(dict.fromkeys(person for people in found.values() for person in people))


def _office_of(report: RegionalReport) -> list[Place]:
    here = Q(region=report.region_id)
    return [(Role.COORDINATOR, here), (Role.OFFICER, here)]


def _holders(wanted: Sequence[Place], *, on: date) -> dict[str, list[Person]]:
    """Whoever holds one of the roles at its place, by role."""
    asked = Q()
    for role, place in wanted:
        asked |= Q(role=role) & place
    posts = RegionalPost.objects.in_force(on=on).filter(asked)
    found = {}
    for post in posts.select_related("person__user").order_by("pk"):
        found.setdefault(post.role, []).append(post.person)
    return found
