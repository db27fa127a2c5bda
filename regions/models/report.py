from django.conf import settings
from django.db import models
from django.db.models import Exists, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat, Trim
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel.history import tracked
from portal.kernel.models import JobRun
from portal.kernel.thai import day_of

from .place import Region
from .post import RegionalPost, rights_of
from .reporting import ReportingUnit, ReportRound

OPENS_ROUNDS = "regions.open_round"  # the job


class RegionalReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Accepted reports are open to everyone in the house; until then a report is its own
        place's and its region's, and once sent also the secretariat's and the auditors'. What
        the centre sends is also the co-chairs', who check it."""
        if not user.is_authenticated:
            return self.none()
        rights = rights_of(user)
        readable = Q(state=State.ACCEPTED)
        readable |= Q(region__in=rights.regions) | Q(unit__province__in=rights.provinces)
        centre, sent = Q(unit__kind=ReportingUnit.Kind.CENTRE), ~Q(state=State.DRAFT)
        if rights.is_secretariat:
            readable |= centre
        if rights.sees_everything:
            readable |= sent
        if rights.holds(RegionalPost.Role.CO_CHAIR):
            readable |= centre & sent
        return self.filter(readable)

    def listed_for(self, user):
        """Rows of a list: whoever answers for all regions also sees that a draft exists
        and how far it is, never what it says."""
        return self.all() if rights_of(user).sees_everything else self.visible_to(user)

    def sent(self):
        return self.exclude(state=State.DRAFT)

    def office_may_check(self, *, on):
        """That somebody of the office which gathers a province's report may check it: with an
        account, not of the province itself, who filled in nothing of it and waits for no more days
        of it."""
        user, report = OuterRef("person__user"), OuterRef(OuterRef("pk"))
        waits = Q(extensions__asked_by=user, extensions__is_granted=None)
        filled = self.model.objects.filter(
            Q(submitted_by=user) | Q(sections__saved_by=user) | waits, pk=report
        )
        own = RegionalPost.objects.of(RegionalPost.Role.PROVINCIAL, on=on).filter(
            person=OuterRef("person"), province=OuterRef(OuterRef("unit__province"))
        )
        office = RegionalPost.objects.in_force(on=on).filter(
            role__in=RegionalPost.OFFICE, region=OuterRef("region"), person__user__is_active=True
        )
        return Exists(office.exclude(Exists(own)).exclude(Exists(filled)))

    # Dress it for a page.

    def for_list(self, *, on):
        """Everything one row of the list of reports prints, in two queries.

        Adds ``.coordinator`` and ``.coordinator_phone``: on that day, of the region or of the
        province; both are None where nobody answers for it. Spares ``.office_may_check`` its query.
        """
        role = RegionalPost.Role
        answers = RegionalPost.objects.in_force(on=on).filter(
            Q(role=role.COORDINATOR, region=OuterRef("unit__region"))
            | Q(role=role.PROVINCIAL, province=OuterRef("unit__province"))
        )
        full_name = Trim(
            Concat("person__name_prefix", "person__first_name", Value(" "), "person__last_name")
        )
        return (
            self.select_related(
                "round", "reviewer__person", "unit__region", "unit__province", "region"
            )
            .annotate(
                coordinator=Subquery(answers.order_by("pk").values(name=full_name)[:1]),
                coordinator_phone=Subquery(answers.order_by("pk").values("person__phone")[:1]),
                office_may_check=self.office_may_check(on=on),
            )
            .prefetch_related("sections")
        )

    def for_page(self, *, on):
        """One report whole but for its figures, in two queries: itself and its sections. Adds
        ``.opened_at``: when its round was really opened, if the portal opened it."""
        slot = Func(OuterRef("round__month"), Value("YYYY-MM"), function="to_char")
        opened = JobRun.objects.filter(job=OPENS_ROUNDS, slot=slot, state=JobRun.State.RAN)
        whole = self.for_list(on=on).select_related("submitted_by__person", "reviewed_by__person")
        return whole.annotate(opened_at=Subquery(opened.values("settled_at")[:1]))


class State(models.TextChoices):
    DRAFT = "draft", _("ยังไม่ส่ง")
    SUBMITTED = "submitted", _("ส่งแล้ว รอตรวจ")
    IN_REVIEW = "in_review", _("กำลังตรวจ")
    RETURNED = "returned", _("ส่งกลับให้แก้")
    ACCEPTED = "accepted", pgettext_lazy("weave", "ผ่าน")


@tracked(exclude=["judged"])
class RegionalReport(models.Model):
    """รายงานของภาค: what one unit says of one month.

    The row exists from the day the round opens, so the expected set is frozen
    and a rate can never pass 100 % (promise 22).
    """

    State = State

    # What may follow what. Read it aloud: it is the whole policy.
    NEXT = {
        State.DRAFT: {State.SUBMITTED},
        State.SUBMITTED: {State.DRAFT, State.RETURNED, State.IN_REVIEW},  # taken back, or taken up
        State.IN_REVIEW: {State.SUBMITTED, State.RETURNED, State.ACCEPTED},
        State.RETURNED: {State.SUBMITTED},
        State.ACCEPTED: {State.RETURNED},  # reopened: what follows is a marked revision
    }
    # With the reviewer, whether somebody has begun or not.
    WAITING = (State.SUBMITTED, State.IN_REVIEW)

    round = models.ForeignKey(ReportRound, on_delete=models.PROTECT, related_name="reports")
    unit = models.ForeignKey(ReportingUnit, on_delete=models.PROTECT, related_name="reports")
    # The region it is of, or whose office gathers it: as on the day the round opened, because
    # provinces change regions (N4). The centre's own report has none.
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, related_name="gathered_reports"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    receipt = models.CharField("เลขรับ", max_length=30, null=True, unique=True)
    # The first sending decides whether it was on time; after a return it is sent again.
    submitted_at = models.DateTimeField("ส่งเมื่อ", null=True)
    resubmitted_at = models.DateTimeField("ส่งใหม่เมื่อ", null=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Who has it now, from the moment they began.
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    review_began_at = models.DateTimeField("เริ่มตรวจเมื่อ", null=True)
    # What the reviewers have judged so far, by section: {"verdict": "return", "reason": "…"}. It
    # waits for whoever takes the review over, and nobody of the place reads it before it is said.
    judged = models.JSONField(default=dict)
    # A granted extension: on time, and open, until then.
    extended_until = models.DateField("ขยายเวลาถึง", null=True)
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
                condition=Q(state__in=["draft", "submitted", "in_review"])
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
                name="reviewed_reports_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_review")
                | Q(reviewer__isnull=False, review_began_at__isnull=False),
                name="a_report_in_review_says_who_has_it",
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

    @cached_property
    def office_may_check(self):
        """Of a province's report, today; where nobody there may, the centre stands in."""
        may = RegionalReport.objects.office_may_check(on=timezone.localdate())
        return RegionalReport.objects.filter(may, pk=self.pk).exists()

    @property
    def is_checked_for_office(self):
        """A province's, checked by the centre because nobody of its region's office may."""
        is_gathered = self.unit.kind == ReportingUnit.Kind.PROVINCE and self.region_id
        return bool(is_gathered and not self.office_may_check)

    @property
    def on_time_until(self):
        """Of its kind of unit, or the later day to which it was extended."""
        day = self.round.on_time_until
        if self.unit.kind == ReportingUnit.Kind.PROVINCE:
            day = self.round.provinces_until or day
        return max(day, self.extended_until or day)

    @property
    def closes_on(self):
        return max(self.round.closes_on, self.extended_until or self.round.closes_on)

    @property
    def opened_late(self):
        """By how many days; of a report dressed ``for_page``."""
        days = self.opened_at and (day_of(self.opened_at) - self.round.opens_on).days
        return max(0, days or 0)

    def is_open(self, *, on):
        return self.round.opens_on <= on <= self.closes_on

    def takes_answers(self, *, on):
        """Open to its region's pen. What was received once and sent back stays open after the
        round has closed: the days it lost were the reviewer's."""
        return self.is_editable and (self.is_open(on=on) or self.submitted_at is not None)

    def takes_withdrawal(self, *, on):
        """As long as it could be sent again."""
        return self.is_open(on=on) or self.resubmitted_at is not None

    @property
    def sent_at(self):
        """Since when the reviewer has it."""
        return self.resubmitted_at or self.submitted_at

    def is_late(self, *, on):
        """Sent, or on that day still to be sent, after the day until which it is on time."""
        return self.days_late(on=on) > 0

    def days_late(self, *, on):
        sent_on = day_of(self.submitted_at) if self.submitted_at else on
        return max((sent_on - self.on_time_until).days, 0)

    @property
    def weaves(self):
        """The progress of each section, in order."""
        return [section.progress for section in self.sections.all()]
