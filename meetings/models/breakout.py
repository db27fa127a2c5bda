from django.db import models
from django.utils.translation import gettext_lazy

from portal.kernel.history import tracked

from .agenda import AgendaItem
from .meeting import Sitting


@tracked()
class BreakoutResult(models.Model):
    """ผลกลุ่มย่อย: one topic's merged points, kept in order (S8, B14)."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="results")
    sitting = models.ForeignKey(
        Sitting, on_delete=models.PROTECT, null=True, blank=True, related_name="results"
    )
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=40)
    title = models.CharField(max_length=200)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.title


@tracked()
class ResultPoint(models.Model):
    """One point of a result; ``column`` parts a table, ``parent`` a list inside a point."""

    result = models.ForeignKey(BreakoutResult, on_delete=models.PROTECT, related_name="points")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    position = models.PositiveSmallIntegerField()
    column = models.CharField(max_length=80, blank=True)
    heading = models.CharField(max_length=120, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.heading or self.text


@tracked()
class Diagram(models.Model):
    """แผนภาพ rebuilt from data: a figure, its description in words and an equal table (S11)."""

    class Shape(models.TextChoices):
        CHAIN = "chain", gettext_lazy("ลำดับ")
        COLUMNS = "columns", gettext_lazy("ตาราง")

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="diagrams")
    position = models.PositiveSmallIntegerField()
    shape = models.CharField(max_length=10, choices=Shape)
    title = models.CharField(max_length=200)
    description = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.title


@tracked()
class DiagramNode(models.Model):
    diagram = models.ForeignKey(Diagram, on_delete=models.PROTECT, related_name="nodes")
    position = models.PositiveSmallIntegerField()
    column = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.title
