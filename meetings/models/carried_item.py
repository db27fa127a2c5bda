from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel.history import tracked

from .action_item import ActionItem
from .meeting import Meeting


@tracked()
class CarriedItem(models.Model):
    """เรื่องสืบเนื่อง: an unfinished action item that a later meeting takes up (B3).

    Taking one off the agenda needs a reason and leaves the row, so what was carried how
    often is counted from rows (promise 4).
    """

    class Outcome(models.TextChoices):
        """What the meeting said of it."""

        DONE = "done", gettext_lazy("เสร็จ")
        CONTINUED = "continued", gettext_lazy("ดำเนินการต่อ")
        CHANGED = "changed", gettext_lazy("เปลี่ยน")
        WITHDRAWN = "withdrawn", pgettext_lazy("action item", "ยกเลิก")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="carried_items")
    action_item = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="carried")
    position = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_because = models.CharField("เหตุที่ไม่นำเข้าวาระ", max_length=300, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "action_item"], name="an_item_is_carried_once_into_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None, removed_because="")
                | (Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removed_because="")),
                name="items_taken_off_say_when_by_whom_and_why",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at=None, settled_by=None)
                | (~Q(outcome="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="settled_items_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"item {self.action_item_id} in meeting {self.meeting_id}"
