from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from committees.models import Committee
from portal.kernel.history import tracked
from regions.models import Province, rights_of


class MeetingQuerySet(models.QuerySet):
    # Ask the table a question.

    def visible_to(self, user):
        """Once called, a meeting is open to everyone in the house; a plan is the secretariat's."""
        if not user.is_authenticated:
            return self.none()
        if rights_of(user).sees_everything:
            return self.all()
        return self.exclude(state=Meeting.State.PLANNED)

    def upcoming(self, *, on):
        return self.filter(state=Meeting.State.CALLED, ends_on__gte=on).order_by("starts_on", "pk")

    def held(self):
        return self.filter(state=Meeting.State.CLOSED).order_by("-starts_on", "-pk")

    # Dress it for a page.

    def for_list(self):
        """Everything one row of the list of meetings prints, in one query."""
        return (
            self.select_related("committee", "province", "summary")
            .annotate(resolution_count=Count("resolutions", distinct=True))
            .order_by(F("starts_on").desc(nulls_first=True), "-pk")
        )


@tracked()
class Meeting(models.Model):
    """การประชุม: one page before, during and after.

    The number restarts each calendar year of the Buddhist era and is given
    when the meeting is called (S1). ``source`` names the document a past
    record is taken from; what that document does not say is then shown as
    not stated, never invented.
    """

    class State(models.TextChoices):
        PLANNED = "planned", "ร่างวาระ"
        CALLED = "called", "ส่งหนังสือเชิญแล้ว"
        CLOSED = "closed", "ประชุมแล้ว"
        CANCELLED = "cancelled", "ยกเลิก"

    class Kind(models.TextChoices):
        MEETING = "meeting", "การประชุม"
        SEMINAR = "seminar", "การสัมมนา"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.MEETING)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    number = models.PositiveSmallIntegerField("ครั้งที่", null=True)
    be_year = models.PositiveSmallIntegerField("ปี พ.ศ.")
    title = models.CharField("ชื่อการประชุม", max_length=200, blank=True)
    starts_on = models.DateField("วันแรก", null=True)
    ends_on = models.DateField("วันสุดท้าย", null=True)
    starts_at = models.TimeField("เริ่มเวลา", null=True)
    ends_at = models.TimeField("เลิกเวลา", null=True)
    venue = models.CharField("สถานที่", max_length=200, blank=True)
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="next"
    )
    next_in_words = models.CharField("นัดหมายครั้งต่อไป", max_length=200, blank=True)
    source = models.CharField("เอกสารต้นทาง", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=0)
    called_at = models.DateTimeField(null=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "be_year", "number"],
                name="one_meeting_of_a_number_per_committee_and_year",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="a_meeting_ends_after_it_starts",
                violation_error_message="วันสุดท้ายต้องไม่ก่อนวันแรก",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "cancelled"])
                | Q(number__isnull=False, starts_on__isnull=False, ends_on__isnull=False),
                name="called_meetings_have_a_number_and_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="called") | Q(called_at__isnull=False, called_by__isnull=False),
                name="called_meetings_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"{self.number}/{self.be_year}"

    def get_absolute_url(self):
        return reverse("meetings:meeting-detail", args=[self.pk])

    @property
    def is_several_days(self):
        return self.starts_on != self.ends_on


@tracked()
class Objective(models.Model):
    """วัตถุประสงค์ของการประชุม (S5)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="objectives")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.text


@tracked()
class Sitting(models.Model):
    """One part of a meeting day: plenary, breakout, or an informal talk without resolutions (S2, S8, S9)."""

    class Kind(models.TextChoices):
        PLENARY = "plenary", "ประชุมรวม"
        BREAKOUT = "breakout", "แบ่งกลุ่มย่อย"
        INFORMAL = "informal", "สนทนานอกวาระ"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sittings")
    position = models.PositiveSmallIntegerField()
    on = models.DateField()
    part_of_day = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=200)
    group_count = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.title


@tracked()
class Reading(models.Model):
    """A doubtful reading in a source document, kept visible with the corrected one beside (N10)."""

    class Certainty(models.TextChoices):
        SURE = "sure", "แน่ใจ"
        PROBABLE = "probable", "น่าจะใช่"
        UNCLEAR = "unclear", "อ่านไม่ชัด"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="readings")
    position = models.PositiveSmallIntegerField()
    seen = models.CharField("ในต้นฉบับ", max_length=200)
    read_as = models.CharField("อ่านว่า", max_length=300)
    certainty = models.CharField(max_length=10, choices=Certainty)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.seen


@tracked()
class ExecutiveSummary(models.Model):
    """สรุปเชิงบริหาร: a document of its own, beside the minutes; public once published (S4)."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="summary")
    text = models.TextField()
    published_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"summary of {self.meeting_id}"
