from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees.models import Committee
from portal.kernel import thai
from portal.kernel.history import tracked
from regions.models import Province

from .days import Days
from .meeting_query import MeetingQuerySet


@tracked()
class Meeting(Days, models.Model):
    """การประชุม: one page before, during and after.

    The number restarts each calendar year of the Buddhist era and is given
    when the meeting is called (S1). ``source`` names the document a past
    record is taken from; what that document does not say is then shown as
    not stated, never invented.
    """

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("meeting", "ร่างวาระ")
        CALLED = "called", gettext_lazy("ส่งหนังสือเชิญแล้ว")
        IN_SESSION = "in_session", gettext_lazy("กำลังประชุม")
        CLOSED = "closed", gettext_lazy("ประชุมแล้ว")
        POSTPONED = "postponed", gettext_lazy("เลื่อนโดยยังไม่กำหนดวัน")
        CANCELLED = "cancelled", pgettext_lazy("meeting", "ยกเลิก")

    ANNOUNCED = (State.CALLED, State.IN_SESSION)  # everybody was told, and it is not over
    BEGUN = (State.IN_SESSION, State.CLOSED)
    UNCALLED = (State.PLANNED, State.POSTPONED, State.CANCELLED)  # nobody is asked to come

    class Kind(models.TextChoices):
        MEETING = "meeting", pgettext_lazy("meeting", "การประชุม")
        SEMINAR = "seminar", gettext_lazy("การสัมมนา")
        PROVINCIAL_FORUM = "provincial", gettext_lazy("เวทีจังหวัด")
        REGIONAL_FORUM = "regional", gettext_lazy("เวทีภาค")
        MOBILE_FORUM = "mobile", gettext_lazy("เวทีสัญจร")

    class Mode(models.TextChoices):
        ONSITE = "onsite", gettext_lazy("ในที่ประชุม")
        ONLINE = "online", gettext_lazy("ทางออนไลน์")
        BOTH = "both", gettext_lazy("ในที่ประชุมและทางออนไลน์")

    class MonthPart(models.TextChoices):
        """How exactly the day of a next appointment is known (S12)."""

        EARLY = "early", gettext_lazy("ต้นเดือน")
        MIDDLE = "middle", gettext_lazy("กลางเดือน")
        LATE = "late", gettext_lazy("ปลายเดือน")
        ANY = "any", gettext_lazy("ภายในเดือน")

    class Papers(models.TextChoices):
        """How far the papers of a meeting are (promise 7); derived, never stored."""

        PLANNED = "planned", pgettext_lazy("meeting", "ร่างวาระ")
        CALLED = "called", gettext_lazy("ส่งหนังสือเชิญแล้ว")
        IN_SESSION = "in_session", gettext_lazy("กำลังประชุม")
        PENDING = "pending", gettext_lazy("สรุปอยู่ระหว่างจัดทำ")
        SUMMARISED = "summarised", gettext_lazy("มีสรุปเชิงบริหาร")
        ADOPTED = "adopted", gettext_lazy("รับรองรายงานแล้ว")
        ABSENT = "absent", gettext_lazy("ไม่ปรากฏเอกสาร")
        POSTPONED = "postponed", gettext_lazy("เลื่อนโดยยังไม่กำหนดวัน")
        CANCELLED = "cancelled", pgettext_lazy("meeting", "ยกเลิก")

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.MEETING)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    number = models.PositiveSmallIntegerField("ครั้งที่", null=True)
    be_year = models.PositiveSmallIntegerField("ปี พ.ศ.")
    title = models.CharField("ชื่อการประชุม", max_length=200, blank=True)
    starts_on = models.DateField("วันแรก", null=True)
    ends_on = models.DateField("วันสุดท้าย", null=True)
    # Before the days are fixed: ปลายเดือนกรกฎาคม 2550 is its month and the part of it.
    expected_month = models.DateField("คาดว่าเดือน", null=True, blank=True)
    expected_part = models.CharField(
        "ช่วงของเดือน", max_length=10, choices=MonthPart, blank=True, default=""
    )
    starts_at = models.TimeField("เริ่มเวลา", null=True)
    ends_at = models.TimeField("เลิกเวลา", null=True)
    venue = models.CharField("สถานที่", max_length=200, blank=True)
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    map_url = models.URLField("ลิงก์แผนที่", max_length=500, blank=True)
    mode = models.CharField("วิธีประชุม", max_length=10, choices=Mode, default=Mode.ONSITE)
    online_url = models.URLField("ลิงก์เข้าประชุมออนไลน์", max_length=500, blank=True)
    letter_number = models.CharField("เลขที่หนังสือเชิญ", max_length=60, blank=True)
    letter_reference = models.CharField("หนังสือที่อ้างถึง", max_length=200, blank=True)
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
    opened_at = models.DateTimeField("เริ่มประชุม", null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField("เลิกประชุม", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
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
                condition=Q(state__in=["planned", "cancelled", "postponed"])
                | Q(number__isnull=False, starts_on__isnull=False, ends_on__isnull=False)
                # A past record whose source says no day has none: it is not invented.
                | Q(~Q(source=""), number__isnull=False, starts_on=None, ends_on=None),
                name="called_meetings_have_a_number_and_a_day",
            ),
            models.CheckConstraint(
                condition=Q(expected_month=None, expected_part="")
                | (Q(expected_month__day=1) & ~Q(expected_part="")),
                name="an_expected_month_says_which_part_of_it",
            ),
            models.CheckConstraint(
                condition=~Q(state="called") | Q(called_at__isnull=False, called_by__isnull=False),
                name="called_meetings_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_session") | Q(opened_at__isnull=False, closed_at=None),
                name="meetings_in_session_were_opened",
            ),
            models.CheckConstraint(
                condition=(
                    Q(opened_at=None, opened_by=None)
                    | Q(opened_at__isnull=False, opened_by__isnull=False)
                )
                & (
                    Q(closed_at=None, closed_by=None)
                    | Q(closed_at__isnull=False, closed_by__isnull=False)
                ),
                name="opening_and_closing_say_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=F("opened_at")),
                name="a_meeting_closes_after_it_opens",
                violation_error_message="เวลาเลิกต้องไม่ก่อนเวลาเริ่ม",
            ),
        ]

    def __str__(self):
        return f"{self.number}/{self.be_year}"

    def get_absolute_url(self):
        return reverse("meetings:meeting-detail", args=[self.pk])

    @property
    def name(self):
        """How people speak of it: การประชุมครั้งที่ 2/2550."""
        kind = self.get_kind_display()
        if self.number is None:
            return _("%(kind)sที่กำลังเตรียม") % {"kind": kind}
        return _("%(kind)sครั้งที่ %(number)s/%(year)s") % {
            "kind": kind,
            "number": self.number,
            "year": self.be_year,
        }

    def has_come(self, *, on):
        """Its first day is here, so it may be opened and who comes may be noted."""
        return self.starts_on is not None and self.starts_on <= on

    def takes_attendance(self, *, on):
        """From the morning of its first day, also before it is opened, and afterwards for what
        was forgotten, until its minutes are adopted. What a document does not say is not added to
        its record."""
        is_held = self.state in (*Meeting.ANNOUNCED, Meeting.State.CLOSED)
        is_open = is_held and not self.source and self.has_come(on=on)
        return is_open and not self.has_adopted_minutes

    @property
    def takes_record(self):
        """Written from the call until the minutes are adopted; one taken from a document has what
        the document says."""
        is_called = self.state in (*Meeting.ANNOUNCED, Meeting.State.CLOSED)
        return is_called and not self.source and not self.has_adopted_minutes

    @property
    def takes_writing(self):
        """What is said and decided is written once the meeting has begun."""
        return self.takes_record and self.state in Meeting.BEGUN

    def has_begun(self, *, at):
        return self.starts_on is not None and self.begins_at <= at

    def is_past(self, *, on):
        return self.ends_on is not None and self.ends_on < on

    def is_over(self, *, on):
        """It was held: closed, or announced for days that are past and never closed."""
        if self.state in Meeting.ANNOUNCED:
            return self.is_past(on=on)
        return self.state == Meeting.State.CLOSED

    def former_generation(self, *, on):
        """The year its committee began, for one whose time is over; nothing for today's."""
        body = self.committee
        return thai.be_year(body.starts_on) if body.ends_on and body.ends_on < on else None

    @property
    def published_summary(self):
        summary = getattr(self, "summary", None)
        return summary if summary and summary.published_at else None

    @property
    def has_adopted_minutes(self):
        minutes = getattr(self, "minutes", None)
        return minutes is not None and minutes.is_adopted

    def papers(self, *, on):
        if self.state in self.UNCALLED:
            return Meeting.Papers(self.state)
        if self.has_adopted_minutes:
            return Meeting.Papers.ADOPTED
        if self.published_summary:
            return Meeting.Papers.SUMMARISED
        if self.source:
            return Meeting.Papers.ABSENT
        if self.is_over(on=on):
            return Meeting.Papers.PENDING
        return Meeting.Papers(self.state)


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
