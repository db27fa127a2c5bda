from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel.history import tracked
from portal.kernel.models import Person

from .agenda import AgendaItem
from .meeting import Meeting


@tracked()
class Minutes(models.Model):
    """รายงานการประชุม in form 11, composed from the record of its meeting.

    Drafted, checked, circulated, laid before a meeting and adopted, with or without corrections.
    Adopted text is never changed again; the database refuses it. What turns out wrong
    later is an ``Erratum`` that a later meeting adopts (promise 1).
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("minutes", "ร่าง")
        CHECKED = "checked", pgettext_lazy("minutes", "ตรวจแล้ว")
        CIRCULATED = "circulated", pgettext_lazy("minutes", "เวียน")
        PROPOSED = "proposed", pgettext_lazy("minutes", "เสนอรับรอง")
        ADOPTED = "adopted", pgettext_lazy("minutes", "รับรองแล้ว")

    class Route(models.TextChoices):
        """How minutes are adopted (form 11)."""

        SAME = "same", gettext_lazy("รับรองในการประชุมครั้งนั้น")
        NEXT = "next", gettext_lazy("รับรองในการประชุมครั้งต่อมา")
        CIRCULATION = "circulation", gettext_lazy("รับรองโดยการเวียน")

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    note_taker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    circulated_until = models.DateField("ทักท้วงได้ถึงวันที่", null=True, blank=True)
    route = models.CharField(max_length=12, choices=Route, blank=True)
    adopted_on = models.DateField("รับรองเมื่อ", null=True, blank=True)
    adopted_in = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="minutes_adopted"
    )
    corrections = models.TextField("แก้ไขก่อนรับรอง", blank=True)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="circulated") | Q(circulated_until__isnull=False),
                name="circulated_minutes_say_until_when",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="adopted", adopted_on__isnull=False)
                    & (
                        Q(route__in=["same", "next"], adopted_in__isnull=False)
                        | Q(route="circulation", adopted_in=None)
                    )
                )
                | (~Q(state="adopted") & Q(adopted_on=None, adopted_in=None, route="")),
                name="adopted_minutes_say_when_and_how",
            ),
        ]

    def __str__(self):
        return f"minutes of {self.meeting_id}"

    @property
    def is_adopted(self):
        return self.state == self.State.ADOPTED


class MinutesVersion(models.Model):
    """The whole text as it was saved once; never changed, so any two can be compared.

    ``digest`` is the SHA-256 of ``text`` in UTF-8, as hexadecimal digits.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("ฉบับที่")
    state = models.CharField(max_length=10, choices=Minutes.State)
    body = models.JSONField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    note = models.CharField("หมายเหตุ", max_length=300, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "number"], name="one_version_of_a_number_per_minutes"
            ),
        ]

    def __str__(self):
        return f"version {self.number} of minutes {self.minutes_id}"


@tracked()
class CorrectionRequest(models.Model):
    """What a member wants put right while minutes circulate; somebody settles it."""

    class Outcome(models.TextChoices):
        MADE = "made", gettext_lazy("แก้ตามที่ขอ")
        DECLINED = "declined", gettext_lazy("ไม่แก้")

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="correction_requests"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField("ขอแก้")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reply = models.CharField("คำตอบ", max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", settled_at=None, settled_by=None)
                | (~Q(outcome="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="settled_requests_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"request {self.pk}"


@tracked()
class Erratum(models.Model):
    """ใบแก้ไขรายงาน: what adopted minutes say wrongly and how it should read, as a later
    meeting adopted it; the adopted text stays as it is (B16)."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="errata")
    number = models.PositiveSmallIntegerField()
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="errata"
    )
    wrong = models.TextField("ข้อความเดิม")
    right = models.TextField("แก้เป็น")
    reason = models.CharField("เหตุที่แก้", max_length=300)
    adopted_in = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="errata_adopted")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "errata"
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "number"], name="one_erratum_of_a_number_per_minutes"
            ),
        ]

    def __str__(self):
        return f"erratum {self.number} of minutes {self.minutes_id}"
