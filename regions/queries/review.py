"""What waits before a report goes on: reviews to make, numbers to answer."""

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from portal.kernel.models import User
from regions.models import Indicator, RegionalReport, ReportFigure, rights_of


def waiting_for_review(user: User) -> QuerySet[RegionalReport]:
    """What ``user`` may review, in the order it came in."""
    rights = rights_of(user)
    if not rights.is_secretariat:
        return RegionalReport.objects.none()
    waiting = RegionalReport.objects.filter(state=RegionalReport.State.SUBMITTED)
    return waiting.exclude(unit__region__in=rights.regions).order_by(
        Coalesce("resubmitted_at", "submitted_at"), "pk"
    )


def unanswered(report: RegionalReport) -> list[Indicator]:
    """The numbers that must be answered before the report is sent, and are not."""
    answered = ReportFigure.objects.answered().filter(report=report)
    return list(
        Indicator.objects.filter(is_required=True).exclude(pk__in=answered.values("indicator"))
    )
