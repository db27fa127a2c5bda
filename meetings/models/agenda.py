from django.db import models
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel.history import tracked
from portal.kernel.models import Person

from .block import Block
from .meeting import Meeting


@tracked()
class AgendaItem(Block):
    """ระเบียบวาระ: one item under one of the six official headings (form 11).

    Its version is that of the summary of its discussion.
    """

    class Section(models.IntegerChoices):
        CHAIR = 1, gettext_lazy("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ")
        ADOPTION = 2, pgettext_lazy("minutes", "เรื่องรับรองรายงานการประชุม")
        ARISING = 3, gettext_lazy("เรื่องสืบเนื่อง")
        TO_KNOW = 4, gettext_lazy("เรื่องเสนอเพื่อทราบ")
        TO_CONSIDER = 5, gettext_lazy("เรื่องเสนอเพื่อพิจารณา")
        OTHER = 6, gettext_lazy("เรื่องอื่น ๆ")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    section = models.PositiveSmallIntegerField("ระเบียบวาระที่", choices=Section)
    position = models.PositiveSmallIntegerField("ลำดับ")
    title = models.CharField("เรื่อง", max_length=200)
    presenter = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    minutes = models.PositiveSmallIntegerField("เวลา (นาที)", null=True, blank=True)
    discussion = models.TextField("สรุปการอภิปราย", blank=True)
    is_noted = models.BooleanField("ที่ประชุมรับทราบ", default=False)

    class Meta:
        ordering = ["section", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "section", "position"],
                name="agenda_items_keep_their_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"

    @property
    def number(self):
        return f"{self.section}.{self.position}"


@tracked()
class Statement(Block):
    """What was said to an item, by whom, with the position held that day (S6)."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="statements")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return f"statement {self.pk}"


@tracked()
class Speaker(models.Model):
    """One of those who made a statement. A source may name only the position."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="speakers")
    order = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="spoke")
    held_position = models.CharField("ตำแหน่งในวันนั้น", max_length=120, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | ~models.Q(held_position=""),
                name="a_speaker_has_a_name_or_a_position",
            ),
        ]

    def __str__(self):
        return f"speaker {self.pk}"


@tracked()
class Opinion(Block):
    """ข้อคิดเห็น: weighs less than a proposal, and a proposal less than a resolution (S10)."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="opinions")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return f"opinion {self.pk}"


@tracked()
class Proposal(Block):
    """ข้อเสนอ: what somebody put before the meeting; more than an opinion, not yet decided (S10)."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="proposals")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return f"proposal {self.pk}"
