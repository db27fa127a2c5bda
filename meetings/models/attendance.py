from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees.models import BodyMembership, Seat
from portal.kernel.history import tracked
from portal.kernel.models import Person

from .meeting import Meeting


@tracked()
class Attendance(models.Model):
    """One seat, one member of a body without seats, or one guest at one meeting: who came, for
    whom, from when until when.

    Seats are ผู้มาประชุม and ผู้ไม่มาประชุม and make the quorum; guests are ผู้เข้าร่วมประชุม
    and make none. ลา is told apart from ขาด (promise 12).
    """

    class Kind(models.TextChoices):
        PRESENT = "present", pgettext_lazy("attendance", "มาประชุม")
        SUBSTITUTE = "substitute", gettext_lazy("มาประชุมแทน")
        EXCUSED = "excused", pgettext_lazy("attendance", "ลา")
        ABSENT = "absent", pgettext_lazy("attendance", "ไม่มา")
        OBSERVER = "observer", gettext_lazy("ผู้เข้าร่วมประชุม")

    class Mode(models.TextChoices):
        ONSITE = "onsite", gettext_lazy("ในที่ประชุม")
        ONLINE = "online", gettext_lazy("ทางออนไลน์")

    HERE = (Kind.PRESENT, Kind.SUBSTITUTE, Kind.OBSERVER)

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    member = models.ForeignKey(
        BodyMembership, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    holder = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances_due"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    name = models.CharField("ชื่อผู้มาแทนหรือผู้เข้าร่วม", max_length=200, blank=True)
    role = models.CharField("ตำแหน่งหรือหน่วยงาน", max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    mode = models.CharField("เข้าร่วม", max_length=10, choices=Mode, default=Mode.ONSITE)
    reason = models.CharField("เหตุที่ไม่มา", max_length=200, blank=True)
    arrived_at = models.DateTimeField("มาถึง", null=True, blank=True)
    left_at = models.DateTimeField("ออกก่อน", null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="one_attendance_per_seat"),
            models.UniqueConstraint(fields=["meeting", "member"], name="one_attendance_per_member"),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="one_attendance_per_person",
                violation_error_message="ผู้นี้มีชื่อในการประชุมนี้แล้ว",
            ),
            models.CheckConstraint(
                condition=Q(kind="observer", seat=None, member=None, holder=None)
                | (~Q(kind="observer") & Q(seat__isnull=False, member=None))
                | (~Q(kind="observer") & Q(seat=None, member__isnull=False)),
                name="guests_have_no_place_the_others_one",
            ),
            models.CheckConstraint(
                condition=Q(kind="present", person=F("holder"), name="")
                | Q(kind__in=["excused", "absent"], person=None, name="")
                | (
                    Q(kind__in=["substitute", "observer"]) & (Q(person__isnull=False) | ~Q(name=""))
                ),
                name="whoever_came_is_named",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["excused", "absent"], arrived_at=None, left_at=None)
                | (~Q(kind__in=["excused", "absent"]) & Q(arrived_at__isnull=False)),
                name="whoever_came_says_when",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("arrived_at")),
                name="nobody_leaves_before_arriving",
                violation_error_message="เวลาออกต้องไม่ก่อนเวลามาถึง",
            ),
        ]

    def __str__(self):
        return f"attendance {self.pk}"
