"""What waits before a report goes on: reviews to make, numbers to answer."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from portal.kernel.models import User
from regions.models import (
    Indicator,
    RegionalPost,
    RegionalReport,
    ReportFigure,
    ReportingUnit,
    ReportSection,
    rights_of,
)


def waiting_for_review(user: User) -> QuerySet[RegionalReport]:
    """What is ``user``'s turn to review, in the order it came in: as ``can_review_report`` says."""
    rights, kind = rights_of(user), ReportingUnit.Kind
    filled = Q(submitted_by=user.pk) | Exists(
        ReportSection.objects.filter(report=OuterRef("pk"), saved_by=user.pk)
    )
    office = rights.regions_as(RegionalPost.Role.COORDINATOR, RegionalPost.Role.OFFICER)
    own = Q(unit__province__in=rights.provinces)
    mine = Q(unit__kind=kind.PROVINCE, region__in=office) & ~own
    if rights.is_secretariat:
        in_no_region = Q(unit__kind=kind.PROVINCE, region=None)
        mine |= in_no_region | Q(unit__kind=kind.REGION) & ~Q(region__in=rights.regions)
    elif rights.holds(RegionalPost.Role.CO_CHAIR):
        mine |= Q(unit__kind=kind.CENTRE)
    waiting = RegionalReport.objects.filter(mine, state__in=RegionalReport.WAITING)
    return waiting.exclude(filled).order_by(Coalesce("resubmitted_at", "submitted_at"), "pk")


def unanswered(report: RegionalReport) -> list[Indicator]:
    """The numbers that must be answered before the report is sent, and are not."""
    answered = ReportFigure.objects.answered().filter(report=report)
    return list(
        Indicator.objects.filter(is_required=True).exclude(pk__in=answered.values("indicator"))
    )
