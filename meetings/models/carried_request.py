from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked
from regions.models import SupportRequest

from .meeting import Meeting


@tracked()
class CarriedRequest(models.Model):
    """คำขอของภาคที่ส่วนกลางยังไม่ตอบ: an overdue request that a meeting takes up by itself (B5).

    Beside ``CarriedItem``, because nobody decided it and no meeting settles it: the centre answers
    on the request itself. Taking one off the agenda needs a reason and leaves the row.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="carried_requests")
    request = models.ForeignKey(SupportRequest, on_delete=models.PROTECT, related_name="carried")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_because = models.CharField("เหตุที่ไม่นำเข้าวาระ", max_length=300, blank=True)

    class Meta:
        ordering = ["request__be_year", "request__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "request"], name="a_request_is_carried_once_into_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None, removed_because="")
                | (Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removed_because="")),
                name="requests_taken_off_say_when_by_whom_and_why",
            ),
        ]

    def __str__(self):
        return f"request {self.request_id} in meeting {self.meeting_id}"
