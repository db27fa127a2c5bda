"""What a region's report answers to what meetings asked of it, and what follows from it."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import Case, F, OuterRef, Subquery, When
from django.utils import timezone

from meetings.models import ActionItem, Answer
from portal.kernel.activity import record
from portal.kernel.models import User
from regions.models import RegionalReport

Progress = Answer.Progress


class Said(NamedTuple):
    """An answer as a region gives it; words without a choice say that the work goes on."""

    progress: str = ""
    text: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.progress or self.text)


def keep_answers(report: RegionalReport, said: Mapping[int, Said], *, by: User) -> None:
    """Keep what was typed beside section 1, by action item. It goes with the section: whoever
    calls this holds the report, and the section's version was theirs."""
    items = ActionItem.objects.filter(pk__in=said, region=report.unit.region_id)
    standing = {answer.action_item_id: answer for answer in report.obligation_answers.all()}
    for item in items:
        _keep(report, item, standing.get(item.pk), said[item.pk], by=by)


def _keep(
    report: RegionalReport, item: ActionItem, kept: Answer | None, said: Said, *, by: User
) -> None:
    if said.is_empty:
        report.obligation_answers.filter(action_item=item).delete()
        return
    told = {"progress": said.progress or Progress.DOING, "text": said.text}
    if kept and (kept.progress, kept.text) == tuple(told.values()):
        return
    told |= {"edited_at": timezone.now(), "edited_by": by}
    if kept:
        Answer.objects.filter(pk=kept.pk).update(version=F("version") + 1, **told)
    else:
        Answer.objects.create(action_item=item, report=report, **told)


def weigh_answers(report: RegionalReport) -> None:
    """Whenever a report turns, what it answers turns with it.

    Sent, an answer "done" makes it the report that answers the item; taken back or returned, it
    answers nothing; accepted, the item is done, with the answer as its result.
    """
    # Held, so that nobody else settles one between here and the end of the transaction.
    items = ActionItem.objects.open().filter(answers__report=report).order_by("pk")
    pks = list(items.select_for_update(of=["self"]).values_list("pk", flat=True))
    ActionItem.objects.filter(pk__in=pks).update(answered_by=_latest_claim())
    if report.state == RegionalReport.State.ACCEPTED:
        _complete(report, pks)


def _latest_claim() -> Subquery:
    """The report whose answer is the last one filed, where that says done."""
    answers = Answer.objects.filed().filter(action_item=OuterRef("pk"))
    claims = Case(When(progress=Progress.DONE, then=F("report")))
    latest = answers.order_by("-report__round__month").annotate(claims=claims)
    return Subquery(latest.values("claims")[:1])


def _complete(report: RegionalReport, pks: list[int]) -> None:
    """Who accepted the report says with it that the work is done."""
    answers = report.obligation_answers.filter(action_item__answered_by=report)
    for answer in answers.filter(action_item__in=pks).select_related("action_item"):
        done = {"done_at": timezone.now(), "done_by": report.reviewed_by, "result": answer.text}
        item = ActionItem.objects.filter(pk=answer.action_item_id)
        item.update(**done, version=F("version") + 1)
        record("action_item.completed", answer.action_item, by=report.reviewed_by)
