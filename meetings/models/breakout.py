from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy

from portal.kernel.history import tracked
from portal.kernel.models import Person

from .agenda import AgendaItem
from .block import Block
from .sitting import Sitting


@tracked()
class BreakoutResult(models.Model):
    """ผลกลุ่มย่อย: one topic's merged points, kept in order (S8, B14).

    Every group fills the same small table; ``columns`` are its headings.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="results")
    sitting = models.ForeignKey(
        Sitting, on_delete=models.PROTECT, null=True, blank=True, related_name="results"
    )
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=40)
    title = models.CharField(max_length=200)
    columns = ArrayField(models.CharField(max_length=80), default=list, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.title


@tracked()
class ResultPoint(Block):
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
class BreakoutGroup(models.Model):
    """กลุ่มย่อย of one sitting: who sat in it and who took the notes."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="groups")
    number = models.PositiveSmallIntegerField("กลุ่มที่")
    topic = models.CharField("หัวข้อ", max_length=200, blank=True)
    note_taker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="groups_noted"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "number"], name="one_group_of_a_number_per_sitting"
            ),
        ]

    def __str__(self):
        return f"group {self.number} of sitting {self.sitting_id}"


@tracked()
class BreakoutMember(models.Model):
    """One who sat in a group; a guest stands by name."""

    group = models.ForeignKey(BreakoutGroup, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="groups"
    )
    name = models.CharField("ชื่อ", max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="once_in_a_group"),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, name="")
                | (models.Q(person=None) & ~models.Q(name="")),
                name="a_group_member_is_a_person_or_a_name",
            ),
        ]

    def __str__(self):
        return f"member {self.pk} of group {self.group_id}"


@tracked()
class GroupPoint(Block):
    """One bullet of one group in the table of one topic, before it is merged."""

    group = models.ForeignKey(BreakoutGroup, on_delete=models.PROTECT, related_name="points")
    result = models.ForeignKey(
        BreakoutResult, on_delete=models.PROTECT, related_name="group_points"
    )
    position = models.PositiveSmallIntegerField()
    column = models.CharField(max_length=80, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return f"point {self.pk} of group {self.group_id}"


@tracked()
class PointSource(models.Model):
    """Which group's bullet went into which point of the synthesis: กลุ่ม 1, กลุ่ม 3."""

    point = models.ForeignKey(ResultPoint, on_delete=models.PROTECT, related_name="sources")
    group_point = models.ForeignKey(GroupPoint, on_delete=models.PROTECT, related_name="merged")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["point", "group_point"], name="a_bullet_goes_into_a_point_once"
            ),
        ]

    def __str__(self):
        return f"bullet {self.group_point_id} in point {self.point_id}"


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
