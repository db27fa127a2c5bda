"""What a region's report is asked by meetings, with what it answers so far."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, FilteredRelation, Q, QuerySet

from meetings.models import ActionItem
from portal.kernel.models import User
from regions.models import RegionalReport
from regions.models.reader import composed_for

State = RegionalReport.State


def asked_in(report: RegionalReport, *, user: User, on: date) -> list[ActionItem]:
    """What waits for the region, each with ``.said_progress`` and ``.said_text`` of this report;
    of an accepted one only what it answered, for it said what it had to say: one statement."""
    whose = {"report": report.pk, "region": report.unit.region_id}
    return _asked_in(user, report.state == State.ACCEPTED, **whose, on=on)


@composed_for
def _asked_in(
    user: User, is_accepted: bool, *, report: int, region: int, on: date
) -> QuerySet[ActionItem]:
    asked = Q(own__isnull=False)
    if not is_accepted:
        asked |= Q(pk__in=ActionItem.objects.open().current(on=on).values("pk"))
    return _with_answers(report=report, region=region).visible_to(user).filter(asked)


def also_asked(report: RegionalReport, pks: Iterable[int]) -> list[ActionItem]:
    """The same of items that were asked when the form was opened and wait no more: what was
    typed to them is kept all the same."""
    items = _with_answers(report=report.pk, region=report.unit.region_id)
    return list(items.filter(pk__in=pks))


def _with_answers(*, report: int, region: int) -> QuerySet[ActionItem]:
    own = FilteredRelation("answers", condition=Q(answers__report=report))
    items = ActionItem.objects.of_region(region).alias(own=own)
    said = items.annotate(said_progress=F("own__progress"), said_text=F("own__text"))
    rows = said.select_related("resolution__meeting", "resolution__item")
    return rows.order_by("due_on", "pk")
