"""What the movement says to accepted reports, and the answers, read for pages and letters."""

from django.db.models import Case, Count, Q, QuerySet, When
from django.urls import reverse

from portal.kernel.composed import composed
from portal.kernel.models import User
from regions.models import Observation, RegionalPost, RegionalReport, ReportingUnit, rights_of


def for_list(observations: QuerySet[Observation]) -> QuerySet[Observation]:
    """Everything one row prints: no statement more. What waits for an answer first, then the
    latest."""
    report = ("report__round", "report__region", "report__unit__region", "report__unit__province")
    rows = observations.with_now().select_related(*report, "by__person", "answered_by__person")
    waits = When(kind=Observation.Kind.REMARK, answered_at=None, then=0)
    return rows.order_by(Case(waits, default=1), "-at", "-pk")


def observations_of(report: RegionalReport) -> list[Observation]:
    """In the order in which they came: one statement."""
    said = _said_to(report=report.pk)
    for one in said:
        one.report = report
    return said


@composed
def _said_to(*, report: int) -> QuerySet[Observation]:
    said = Observation.objects.filter(report=report).with_now()
    return said.select_related("by__person", "answered_by__person")


def observations_to_answer(user: User) -> QuerySet[Observation]:
    """What waits for an answer of a report that ``user`` fills in, as ``can_answer_observation``
    says; nothing is asked for who fills in none."""
    rights = rights_of(user)
    own = Q(report__region__in=rights.regions_as(*RegionalPost.OFFICE))
    own |= Q(report__unit__province__in=rights.provinces)
    if rights.is_secretariat:
        own |= Q(report__unit__kind=ReportingUnit.Kind.CENTRE)
    return Observation.objects.unanswered().filter(own).exclude(by=user.pk)


def counted(observations: QuerySet[Observation]) -> dict[str, int]:
    """How many wait for an answer, how many have one and how many confirm: one statement."""
    confirms, waits = Q(kind=Observation.Kind.CONFIRMATION), Q(answered_at=None)
    return observations.aggregate(
        unanswered=Count("pk", filter=waits & ~confirms),
        answered=Count("pk", filter=~waits),
        confirmed=Count("pk", filter=confirms),
    )


def read_at(observation: Observation) -> str:
    """Where everybody in the house may read it: on its report, or while that is open again in the
    list of all."""
    if observation.report.state == RegionalReport.State.ACCEPTED:
        return observation.get_absolute_url()
    return reverse("regions:observation-list")
