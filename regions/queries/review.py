"""Who waits for whom: reports to review, numbers to answer, people to write to."""

from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from portal.kernel.models import Person, User
from regions.models import (
    Indicator,
    RegionalPost,
    RegionalReport,
    ReportFigure,
    rights_of,
)


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


def filers_of(report: RegionalReport, *, on: date) -> list[Person]:
    """Who hears of the report: the region's coordinator, or its officers where there is none."""
    posts = (
        RegionalPost.objects.in_force(on=on)
        .filter(region=report.unit.region_id)
        .select_related("person")
        .order_by("pk")
    )
    role = RegionalPost.Role
    by_role = {
        wanted: [post.person for post in posts if post.role == wanted]
        for wanted in (role.COORDINATOR, role.OFFICER)
    }
    return by_role[role.COORDINATOR] or by_role[role.OFFICER]
