from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Concat, Trim
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel.history import tracked
from portal.kernel.thai import day_of

from .indicator import Indicator
from .post import RegionalPost, rights_of
from .reporting import ReportingUnit, ReportRound


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

    def listed_for(self, user):
        """Rows of a list: whoever answers for all regions also sees that a draft exists
        and how far it is, never what it says."""
        return self.all() if rights_of(user).sees_everything else self.visible_to(user)

    def sent(self):
        return self.exclude(state=State.DRAFT)

    # Dress it for a page.

    def for_list(self, *, on):
        """Everything one row of the list of reports prints, in two queries.

        Adds ``.coordinator`` and ``.coordinator_phone`` of the region on that day;
        both are None where the region has no coordinator.
        """
        coordinators = RegionalPost.objects.of(RegionalPost.Role.COORDINATOR, on=on).filter(
            region=OuterRef("unit__region")
        )
        full_name = Trim(
            Concat("person__name_prefix", "person__first_name", Value(" "), "person__last_name")
        )
        return (
            self.select_related("round", "unit__region")
            .annotate(
                coordinator=Subquery(coordinators.values(name=full_name)[:1]),
                coordinator_phone=Subquery(coordinators.values("person__phone")[:1]),
            )
            .prefetch_related(Prefetch("sections", ReportSection.objects.order_by("position")))
        )

    def for_page(self, *, on):
        """One report whole but for its figures, in two queries: itself and its sections."""
        return self.for_list(on=on).select_related("submitted_by__person", "reviewed_by__person")


class State(models.TextChoices):
    DRAFT = "draft", _("ยังไม่ส่ง")
    SUBMITTED = "submitted", _("ส่งแล้ว รอตรวจ")
    RETURNED = "returned", _("ส่งกลับให้แก้")
    ACCEPTED = "accepted", pgettext_lazy("weave", "ผ่าน")


class Progress(models.TextChoices):
    """How far one section is, as the weave shows it."""

    NONE = "none", _("ยังไม่เริ่ม")
    DRAFT = "draft", _("กำลังกรอก")
    WAIT = "wait", _("ส่งแล้ว รอตรวจ")
    DONE = "done", pgettext_lazy("weave", "ผ่าน")
    BACK = "back", pgettext_lazy("weave", "ส่งกลับ")


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
    receipt = models.CharField("เลขรับ", max_length=30, null=True, unique=True)
    # The first sending decides whether it was on time; after a return it is sent again.
    submitted_at = models.DateTimeField("ส่งเมื่อ", null=True)
    resubmitted_at = models.DateTimeField("ส่งใหม่เมื่อ", null=True)
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

    def takes_answers(self, *, on):
        """Open to its region's pen. What was received once and sent back stays open after the
        round has closed: the days it lost were the reviewer's."""
        return self.is_editable and (self.round.is_open(on=on) or self.submitted_at is not None)

    @property
    def sent_at(self):
        """Since when the reviewer has it."""
        return self.resubmitted_at or self.submitted_at

    def is_late(self, *, on):
        """Sent, or on that day still to be sent, after the day until which it is on time."""
        return self.round.is_late(on=day_of(self.submitted_at) if self.submitted_at else on)

    def days_late(self, *, on):
        sent_on = day_of(self.submitted_at) if self.submitted_at else on
        return max((sent_on - self.round.on_time_until).days, 0)

    @property
    def weaves(self):
        """The progress of each section, in order."""
        return [section.progress for section in self.sections.all()]


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
            models.UniqueConstraint(
                fields=["report", "key"], name="one_section_of_a_kind_per_report"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="returned") | ~Q(reason=""),
                name="returned_sections_say_why",
                violation_error_message="ส่งกลับต้องบอกเหตุผล",
            ),
        ]

    def __str__(self):
        return f"{self.report_id} {self.key}"

    @property
    def progress(self):
        match self.verdict:
            case self.Verdict.PASSED:
                return Progress.DONE
            case self.Verdict.RETURNED:
                return Progress.BACK
        if self.report.is_editable:
            return Progress.DRAFT if self.version else Progress.NONE
        return Progress.WAIT

    @property
    def is_locked(self):
        """Passed once is passed: what comes back for correction is only the rest."""
        return self.verdict == self.Verdict.PASSED


class ReportFigureQuerySet(models.QuerySet):
    def answered(self):
        return self.filter(Q(value__isnull=False) | Q(is_applicable=False))


@tracked()
class ReportFigure(models.Model):
    """One number in one report. Zero, not applicable and not yet reported are three things:
    0; no value and ``is_applicable`` false; no value and ``is_applicable`` true."""

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="figures")
    value = models.PositiveIntegerField(null=True)
    is_applicable = models.BooleanField(default=True)
    note = models.CharField("หมายเหตุ", max_length=500, blank=True)

    objects = ReportFigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "indicator"], name="one_figure_per_indicator"
            ),
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
