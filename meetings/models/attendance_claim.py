from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from committees.models import BodyMembership, Seat
from portal.kernel.history import tracked
from portal.kernel.models import Person

from .attendance import Attendance
from .meeting import Meeting


@tracked()
class AttendanceClaim(models.Model):
    """“I was there, in this way”: said by a member whom the roll does not have so, and confirmed
    or not by whoever keeps the roll. Both are stamped (promise 13)."""

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", gettext_lazy("ยืนยันแล้ว")
        REFUSED = "refused", gettext_lazy("ไม่ยืนยัน")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="claims")
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="attendance_claims"
    )
    member = models.ForeignKey(
        BodyMembership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendance_claims",
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendance_claims")
    mode = models.CharField("เข้าร่วม", max_length=10, choices=Attendance.Mode)
    arrived_at = models.DateTimeField("มาถึง", null=True, blank=True)
    note = models.CharField("ข้อความถึงเลขานุการ", max_length=200, blank=True)
    claimed_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reason = models.CharField("เหตุที่ไม่ยืนยัน", max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["claimed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_attendance_claim_per_person"
            ),
            models.CheckConstraint(
                condition=Q(seat__isnull=False, member=None) | Q(seat=None, member__isnull=False),
                name="a_claim_is_for_a_seat_or_a_member",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answered_at=None, answered_by=None)
                | (~Q(outcome="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="answered_claims_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=(Q(outcome="refused") & ~Q(reason=""))
                | (~Q(outcome="refused") & Q(reason="")),
                name="refused_claims_say_why",
            ),
        ]

    def __str__(self):
        return f"claim {self.pk}"

    @property
    def is_waiting(self):
        return self.outcome == ""

    @property
    def place(self):
        return self.member or self.seat

    @property
    def key(self):
        """Of its line on the roll, as ``Line.key``."""
        return f"member-{self.member_id}" if self.member_id else f"seat-{self.seat_id}"
