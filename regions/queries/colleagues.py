"""Who may be asked to fill in one section of a report: those with a post in the same place."""

from datetime import date

from django.db.models import Q, QuerySet

from portal.kernel.models import Person, User
from regions.models import RegionalPost, RegionalReport, ReportingUnit, ReportSection

Kind, Role = ReportingUnit.Kind, RegionalPost.Role


def colleagues_for(report: RegionalReport, *, on: date) -> QuerySet[Person]:
    """Everybody of the place of ``report`` who has an account: one query. A province's colleagues
    are its own people and its region's office."""
    posts = RegionalPost.objects.in_force(on=on).filter(_place_of(report))
    people = Person.objects.filter(user__is_active=True, pk__in=posts.values("person"))
    return people.select_related("user").in_thai_order()


def _place_of(report: RegionalReport) -> Q:
    match report.unit.kind:
        case Kind.CENTRE:
            return Q(role=Role.CENTRAL_OFFICER)
        case Kind.PROVINCE:
            office = Q(region=report.region_id, role__in=(Role.COORDINATOR, Role.OFFICER))
            return Q(province=report.unit.province_id) | office
    return Q(region=report.unit.region_id)


def sections_waiting_for(user: User) -> QuerySet[ReportSection]:
    """What colleagues have asked ``user`` to fill in and is still to be filled in."""
    editable = (RegionalReport.State.DRAFT, RegionalReport.State.RETURNED)
    sections = ReportSection.objects.filter(handed_to=user, report__state__in=editable)
    passed = ReportSection.Verdict.PASSED
    return sections.exclude(verdict=passed).select_related(
        "report__round", "report__unit__region", "report__unit__province"
    )
