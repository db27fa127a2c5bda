"""How far an obligation is, told by its evidence and never typed by anybody (B4).

A region's answer counts from the day its report is sent; that the work is done counts once the
report has passed. A report sent back says nothing until it is sent again. What a meeting or the
secretariat holds done without a report is closed, and shows that none stands behind it.
"""

from datetime import date
from typing import NamedTuple

from django.db import models
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy, pgettext_lazy

from meetings.models import ActionItem, Answer, CarriedItem
from portal.kernel.models import User
from regions.models import RegionalReport, rights_of

ACCEPTED = RegionalReport.State.ACCEPTED


class Fulfilment(models.TextChoices):
    UNANSWERED = "unanswered", pgettext_lazy("obligation", "ยังไม่ตอบ")
    DOING = "doing", gettext_lazy("กำลังทำ")
    CLAIMED = "claimed", gettext_lazy("ตอบว่าเสร็จ รอตรวจ")
    HELD = "held", gettext_lazy("ปิดงานโดยไม่มีรายงานภาค")
    DONE = "done", gettext_lazy("เสร็จแล้ว")
    WITHDRAWN = "withdrawn", pgettext_lazy("action item", "ยกเลิก")
    UNRECORDED = "unrecorded", gettext_lazy("ไม่มีบันทึกผล")


class Told(NamedTuple):
    """What a filed report answers: how far the work is, in whose words, and where they stand."""

    progress: str
    text: str
    month: date
    report: int
    state: str
    region: int | None

    @property
    def is_done(self) -> bool:
        return self.progress == Answer.Progress.DONE

    def is_readable(self, reader: User | None) -> bool:
        """What has passed is open to the house; before, to its region and to the centre."""
        if self.state == ACCEPTED:
            return True
        rights = rights_of(reader) if reader else None
        return bool(rights) and (rights.sees_everything or self.region in rights.regions)


def fulfilment_of(item: ActionItem, told: Told | None, *, on: date) -> Fulfilment:
    """From the evidence alone; of an earlier generation nobody wrote any."""
    standing = item.standing(on=on)
    if standing == item.Standing.DONE:
        return Fulfilment.DONE if _is_shown(item, told) else Fulfilment.HELD
    if standing in (item.Standing.WITHDRAWN, item.Standing.UNRECORDED):
        return Fulfilment(standing.value)
    if told is None:
        return Fulfilment.UNANSWERED
    return Fulfilment.CLAIMED if told.is_done else Fulfilment.DOING


def _is_shown(item: ActionItem, told: Told | None) -> bool:
    """Of a region's work a report that has passed is the evidence; others file none."""
    said_so = told is not None and told.is_done and told.state == ACCEPTED
    return item.region is None or item.answer_has_passed or said_so


def with_evidence(items: QuerySet[ActionItem]) -> QuerySet[ActionItem]:
    """Each with ``.told`` (``told_of``) and what meetings said of it since: two statements more."""
    answers = Answer.objects.filed().latest().for_evidence()
    carried = CarriedItem.objects.exclude(outcome="").select_related("meeting")
    return items.prefetch_related(
        Prefetch("answers", answers, to_attr="filed"),
        Prefetch("carried", carried.order_by("meeting__starts_on"), to_attr="settled"),
    )


def told_of(item: ActionItem) -> Told | None:
    for answer in item.filed:
        report = answer.report
        return Told(
            answer.progress, answer.text, answer.month, report.pk, report.state,
            report.unit.region_id,
        )  # fmt: skip
    return None
