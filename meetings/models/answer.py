from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext_lazy

from portal.kernel.history import tracked
from regions.models import RegionalReport

from .action_item import ActionItem
from .block import Block

FILED = (*RegionalReport.WAITING, RegionalReport.State.ACCEPTED)


class AnswerQuerySet(models.QuerySet):
    def filed(self):
        """Of reports that are with the reviewer or passed. What was sent back says nothing until
        it is sent again."""
        return self.filter(report__state__in=FILED)

    def latest(self):
        """Of each action item the answer of its latest month."""
        newest = self.filter(action_item=OuterRef("action_item")).order_by("-report__round__month")
        return self.filter(pk=Subquery(newest.values("pk")[:1]))

    def for_evidence(self):
        """With its month, and whether the reader may open its report."""
        return self.annotate(month=F("report__round__month")).select_related("report__unit")


@tracked()
class Answer(Block):
    """What a region's report says to one action item: a report filed is the evidence that an
    obligation is being met (B4)."""

    class Progress(models.TextChoices):
        DOING = "doing", gettext_lazy("กำลังทำ")
        DONE = "done", gettext_lazy("เสร็จแล้ว")

    action_item = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="answers")
    report = models.ForeignKey(
        RegionalReport, on_delete=models.PROTECT, related_name="obligation_answers"
    )
    progress = models.CharField("ทำไปถึงไหน", max_length=10, choices=Progress)
    text = models.TextField("ผลที่เกิดขึ้น", blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action_item", "report"], name="one_answer_of_a_report_to_an_item"
            ),
        ]

    def __str__(self):
        return f"answer {self.pk}"
