from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from portal.kernel.history import tracked

from .place import Region
from .post import rights_of
from .reporting import ReportingUnit, ReportRound


@tracked()
class Indicator(models.Model):
    """ตัวชี้วัด: one number asked of every unit, and how it adds over places and months."""

    class Adds(models.TextChoices):
        SUM = "sum", "รวม"
        LATEST = "latest", "ค่าล่าสุด"
        MAXIMUM = "maximum", "ค่าสูงสุด"
        MEAN = "mean", "ค่าเฉลี่ย"

    key = models.SlugField(max_length=40, unique=True)
    section = models.SlugField("ส่วนของรายงาน", max_length=40)
    position = models.PositiveSmallIntegerField()
    name = models.CharField("ชื่อ", max_length=120)
    name_en = models.CharField(max_length=120)
    counted_in = models.CharField("หน่วยนับ", max_length=30)
    hint = models.CharField("คำอธิบาย", max_length=200, blank=True)
    adds = models.CharField(max_length=10, choices=Adds, default=Adds.SUM)
    is_required = models.BooleanField("ต้องตอบก่อนส่ง", default=False)

    class Meta:
        ordering = ["section", "position"]

    def __str__(self):
        return self.name


class RegionalReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Accepted reports are open to everyone in the house; until then a report
        is its own region's, and once sent also the secretariat's and the auditors'."""
        rights = rights_of(user)
        if not user.is_authenticated:
            return self.none()
        sent = Q(state__in=[State.SUBMITTED, State.RETURNED, State.ACCEPTED])
        mine = Q(unit__region__in=rights.regions)
        if rights.sees_everything:
            return self.filter(sent | mine)
        return self.filter(Q(state=State.ACCEPTED) | mine)

    def for_list(self):
        """Everything one row of the list of reports prints, in two queries."""
        return self.select_related("round", "unit__region", "submitted_by__person").prefetch_related(
            Prefetch("sections", ReportSection.objects.order_by("position"))
        )

    def for_page(self):
        """One report whole: sections and figures with their indicators."""
        return self.for_list().prefetch_related(
            Prefetch("figures", ReportFigure.objects.select_related("indicator"))
        )


class State(models.TextChoices):
    DRAFT = "draft", "กำลังกรอก"
    SUBMITTED = "submitted", "ส่งแล้ว รอตรวจ"
    RETURNED = "returned", "ส่งกลับให้แก้"
    ACCEPTED = "accepted", "ผ่าน"


@tracked()
class RegionalReport(models.Model):
    """รายงานของภาค: what one unit says of one month.

    The row exists from the day the round opens, so the expected set is frozen
    and a rate can never pass 100 % (promise 22).
    """

    State = State

    # What may follow what. Read it aloud: it is the whole policy.
    NEXT = {
        State.DRAFT: {State.SUBMITTED},
        State.SUBMITTED: {State.DRAFT, State.RETURNED, State.ACCEPTED},
        State.RETURNED: {State.SUBMITTED},
        State.ACCEPTED: set(),
    }

    round = models.ForeignKey(ReportRound, on_delete=models.PROTECT, related_name="reports")
    unit = models.ForeignKey(ReportingUnit, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    receipt = models.CharField("เลขรับ", max_length=30, null=True, unique=True)  # noqa: DJ001 -- unique, so empty must be null
    submitted_at = models.DateTimeField("ส่งเมื่อ", null=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField("ทบทวนเมื่อ", null=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = RegionalReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "round"], name="one_report_per_unit_and_month"),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(submitted_at__isnull=False, submitted_by__isnull=False, receipt__isnull=False),
                name="sent_reports_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "submitted"])
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
                name="reviewed_reports_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"{self.unit} {self.round}"

    def get_absolute_url(self):
        return reverse("regions:report-detail", args=[self.pk])

    def can_become(self, state):
        return state in self.NEXT[self.state]

    @property
    def is_editable(self):
        return self.state in (State.DRAFT, State.RETURNED)


@tracked()
class ReportSection(models.Model):
    """One part of a report: its texts, its version, and what the reviewer said of it."""

    class Verdict(models.TextChoices):
        NONE = "", "ยังไม่ทบทวน"
        PASSED = "passed", "ผ่าน"
        RETURNED = "returned", "ส่งกลับ"

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="sections")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True, default=Verdict.NONE)
    reason = models.TextField("เหตุผลที่ส่งกลับ", blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="one_section_of_a_kind_per_report"),
            models.CheckConstraint(
                condition=~Q(verdict="returned") | ~Q(reason=""),
                name="returned_sections_say_why",
                violation_error_message="ส่งกลับต้องบอกเหตุผล",
            ),
        ]

    def __str__(self):
        return f"{self.report_id} {self.key}"


@tracked()
class ReportFigure(models.Model):
    """One number in one report. Zero, not applicable and not yet reported are three things:
    0; no value and ``is_applicable`` false; no value and ``is_applicable`` true."""

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="figures")
    value = models.PositiveIntegerField(null=True)
    is_applicable = models.BooleanField(default=True)
    note = models.CharField("หมายเหตุ", max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator"], name="one_figure_per_indicator"),
            models.CheckConstraint(
                condition=Q(is_applicable=True) | Q(value=None),
                name="what_is_not_applicable_has_no_value",
            ),
        ]

    def __str__(self):
        return f"{self.indicator_id}: {self.value}"

    @property
    def is_answered(self):
        return self.value is not None or not self.is_applicable


@tracked()
class RolledFigure(models.Model):
    """An indicator of one month, rolled up over a region or (no region) the nation.

    A pure function of the accepted reports; ``reported`` of ``expected`` units stand behind it.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="rolled")
    round = models.ForeignKey(ReportRound, on_delete=models.PROTECT, related_name="rolled")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, related_name="rolled")
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    reported = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    rolled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "round", "region"],
                nulls_distinct=False,
                name="one_rolled_figure_per_place_and_month",
            ),
            models.CheckConstraint(
                condition=Q(reported__lte=models.F("expected")),
                name="no_more_reported_than_expected",
            ),
        ]

    def __str__(self):
        return f"{self.indicator_id} {self.round_id} {self.region_id}"
