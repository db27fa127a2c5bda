"""What waits before a report goes on: reviews to make, numbers to answer."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.kernel.models import User
from regions.models import (
    Extension,
    Indicator,
    RegionalPost,
    RegionalReport,
    ReportFigure,
    ReportingUnit,
    ReportSection,
    Revision,
    rights_of,
)


def waiting_for_review(user: User) -> QuerySet[RegionalReport]:
    """What is ``user``'s turn to review, in the order it came in: as ``can_review_report`` says."""
    waiting = RegionalReport.objects.filter(state__in=RegionalReport.WAITING)
    return reviewed_by(user, waiting).order_by(Coalesce("resubmitted_at", "submitted_at"), "pk")


def extensions_to_answer(user: User) -> QuerySet[Extension]:
    """Questions for more days that ``user`` decides, as ``can_answer_extension`` says."""
    theirs = reviewed_by(user, RegionalReport.objects.all())
    waiting = Extension.objects.waiting().filter(report__in=theirs.values("pk"))
    return waiting.exclude(asked_by=user.pk)


def revisions_to_decide(user: User) -> QuerySet[Revision]:
    """Accepted reports asked to be opened again, where ``user`` decides."""
    theirs = reviewed_by(user, RegionalReport.objects.all())
    return Revision.objects.undecided().filter(report__in=theirs.values("pk"))


def reviewed_by(user: User, reports: QuerySet[RegionalReport]) -> QuerySet[RegionalReport]:
    """Of ``reports`` those that ``user`` checks: no place of their own, nothing they filled in."""
    rights, kind = rights_of(user), ReportingUnit.Kind
    filled = Q(submitted_by=user.pk) | Exists(
        ReportSection.objects.filter(report=OuterRef("pk"), saved_by=user.pk)
    )
    own = Q(unit__province__in=rights.provinces)
    mine = Q(unit__kind=kind.PROVINCE, region__in=rights.regions_as(*RegionalPost.OFFICE)) & ~own
    if rights.is_secretariat:
        mine |= _checked_by_centre() & ~Q(region__in=rights.regions) & ~own
    elif rights.holds(RegionalPost.Role.CO_CHAIR):
        mine |= Q(unit__kind=kind.CENTRE)
    return reports.filter(mine).exclude(filled)


def _checked_by_centre() -> Q:
    """Regions, and provinces that no office of a region can check."""
    kind, office_may = ReportingUnit.Kind, RegionalReport.objects.office_may_check
    of_province = Q(unit__kind=kind.PROVINCE)
    has_nobody = Q(region=None) | ~Q(office_may(on=timezone.localdate()))
    return Q(unit__kind=kind.REGION) | of_province & has_nobody


def unanswered(report: RegionalReport) -> list[Indicator]:
    """The numbers of its sections that must be answered before the report is sent, and are not."""
    required = Indicator.objects.filter(is_required=True, section__in=report.sections.values("key"))
    answered = ReportFigure.objects.answered().filter(report=report)
    return list(required.exclude(pk__in=answered.values("indicator")))
