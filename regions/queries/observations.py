"""What the movement says to accepted reports, and the answers, read for pages and letters."""

from django.db.models import Case, Count, Q, QuerySet, When
from django.urls import reverse

from regions.models import Observation, RegionalReport


def for_list(observations: QuerySet[Observation]) -> QuerySet[Observation]:
    """Everything one row prints: no statement more. What waits for an answer first, then the
    latest."""
    report = ("report__round", "report__region", "report__unit__region", "report__unit__province")
    rows = observations.select_related(*report, "by__person", "answered_by__person")
    return rows.order_by(Case(When(answered_at=None, then=0), default=1), "-at", "-pk")


def observations_of(report: RegionalReport) -> list[Observation]:
    """In the order in which they came: one statement."""
    return list(report.observations.select_related("by__person", "answered_by__person"))


def counted(observations: QuerySet[Observation]) -> dict[str, int]:
    """How many wait for an answer, and how many have one: one statement."""
    waits = Q(answered_at=None)
    return observations.aggregate(
        unanswered=Count("pk", filter=waits), answered=Count("pk", filter=~waits)
    )


def read_at(observation: Observation) -> str:
    """Where everybody in the house may read it: on its report, or while that is open again in the
    list of all."""
    if observation.report.state == RegionalReport.State.ACCEPTED:
        return observation.get_absolute_url()
    return reverse("regions:observation-list")
