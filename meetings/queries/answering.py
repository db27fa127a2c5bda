"""What a region's report is asked by meetings, with what it answers so far."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, FilteredRelation, Q, QuerySet

from meetings.models import ActionItem
from portal.kernel.models import User
from regions.models import RegionalReport

State = RegionalReport.State


def asked_in(report: RegionalReport, *, user: User, on: date) -> list[ActionItem]:
    """What waits for the region, each with ``.said_progress`` and ``.said_text`` of this report;
    of an accepted one only what it answered, for it said what it had to say: one statement."""
    asked = Q(own__isnull=False)
    if report.state != State.ACCEPTED:
        asked |= Q(pk__in=ActionItem.objects.open().current(on=on).values("pk"))
    return list(_with_answers(report).visible_to(user).filter(asked))


def also_asked(report: RegionalReport, pks: Iterable[int]) -> list[ActionItem]:
    """The same of items that were asked when the form was opened and wait no more: what was
    typed to them is kept all the same."""
    return list(_with_answers(report).filter(pk__in=pks))


def _with_answers(report: RegionalReport) -> QuerySet[ActionItem]:
    own = FilteredRelation("answers", condition=Q(answers__report=report))
    items = ActionItem.objects.of_region(report.unit.region).alias(own=own)
    said = items.annotate(said_progress=F("own__progress"), said_text=F("own__text"))
    rows = said.select_related("resolution__meeting", "resolution__item")
    return rows.order_by("due_on", "pk")
