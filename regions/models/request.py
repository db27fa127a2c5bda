"""What a region asks of the centre, and what the centre answers (B5): the receiver is measured."""

from datetime import UTC, date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Case, DateField, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel.history import tracked
from portal.kernel.models import Person
from portal.kernel.thai import day_of

from .post import rights_of
from .report import RegionalReport

LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


class Standing(models.TextChoices):
    """Where a request is, derived from its rows and a day, never stored."""

    LATE = "late", _("เกินกำหนดตอบ")
    WAITING = "waiting", _("รอคำตอบ")
    PROMISED = "promised", _("รอของถึงภาค")
    REFUSED = "refused", _("ทำให้ไม่ได้")
    CLOSED = "closed", _("ภาคได้รับแล้ว")
    WITHDRAWN = "withdrawn", pgettext_lazy("support request", "ภาคถอนคำขอ")


class Timing(models.TextChoices):
    """How the centre's first answer stands to the day it was due."""

    ON_TIME = "on_time", _("ตอบภายในกำหนด")
    LATE = "late", _("ตอบช้า")
    OVERDUE = "overdue", _("ยังไม่ตอบ เกินกำหนดแล้ว")
    NOT_DUE = "not_due", _("ยังไม่ถึงกำหนด")
    DROPPED = "dropped", _("ภาคถอนก่อนได้คำตอบ")


class SupportRequestQuerySet(models.QuerySet):
    # Ask the table a question.

    def sent(self):
        """With the centre: numbered, and the report not taken back."""
        in_house = ~Q(report__state=RegionalReport.State.DRAFT)
        return self.filter(in_house, number__isnull=False)

    def visible_to(self, user):
        """What was sent is open to everyone in the house; with its report taken back it is its
        region's alone, until that is sent again."""
        if not user.is_authenticated:
            return self.none()
        own = Q(number__isnull=False, report__region__in=rights_of(user).regions)
        in_house = Q(number__isnull=False) & ~Q(report__state=RegionalReport.State.DRAFT)
        return self.filter(own | in_house)

    def with_standing(self, *, on):
        """Adds ``.standing``, ``.timing``, ``.first_told_at``, ``.decided`` (the latest decision
        since it was asked, or asked again) and ``.answer_due_on``: all that the row itself says
        through ``standing_on`` and its answers, in the same statement."""
        told = RequestAnswer.objects.told().filter(request=OuterRef("pk"))
        asked_again_at = Coalesce(OuterRef("reopened_at"), Value(LONG_AGO))
        since = told.filter(told_at__gt=asked_again_at).order_by("-told_at", "-pk")
        return (
            self.annotate(
                decided=Subquery(since.values("decision")[:1]),
                first_told_at=Subquery(told.order_by("told_at").values("told_at")[:1]),
                answer_due_on=Coalesce("due_again_on", "due_on"),
            )
            .annotate(standing=_standing(on))
            .annotate(timing=_timing(on))
        )

    def unanswered(self, *, on):
        """The centre owes an answer, the longest due first."""
        waiting = [Standing.LATE, Standing.WAITING]
        found = self.sent().with_standing(on=on).filter(standing__in=waiting)
        return found.order_by("answer_due_on", "be_year", "number")

    def overdue(self, *, on):
        """The same, past the day by which it was due."""
        return self.unanswered(on=on).filter(standing=Standing.LATE)

    # Dress it for a page.

    def for_list(self):
        """Everything one row of the register prints, in two queries; ``.told`` are the answers,
        newest first."""
        answers = RequestAnswer.objects.told().select_related("answered_by__person")
        return self.select_related("report__round", "report__region", "owner").prefetch_related(
            Prefetch("answers", answers.order_by("-told_at", "-pk"), to_attr="told")
        )


def _standing(on):
    return Case(
        When(withdrawn_at__isnull=False, then=Value(Standing.WITHDRAWN)),
        When(closed_at__isnull=False, then=Value(Standing.CLOSED)),
        When(decided="refused", then=Value(Standing.REFUSED)),
        When(decided__isnull=False, then=Value(Standing.PROMISED)),
        When(answer_due_on__lt=on, then=Value(Standing.LATE)),
        default=Value(Standing.WAITING),
        output_field=models.CharField(),
    )


def _timing(on):
    told_on = TruncDate("first_told_at", output_field=DateField())
    return Case(
        When(Q(first_told_at__isnull=False) & Q(due_on__gte=told_on), then=Value(Timing.ON_TIME)),
        When(first_told_at__isnull=False, then=Value(Timing.LATE)),
        When(withdrawn_at__isnull=False, then=Value(Timing.DROPPED)),
        When(due_on__lt=on, then=Value(Timing.OVERDUE)),
        default=Value(Timing.NOT_DUE),
        output_field=models.CharField(),
    )


@tracked()
class SupportRequest(models.Model):
    """คำขอหนุนเสริม: one thing one region asks for, numbered when its report is first sent.

    The number (n of a Buddhist year) is never given again. ``owner`` is who at the centre answers,
    by ``due_on``: the day of the next meeting as it was known when the request came in.
    ``withdrawn_at`` is the region taking it back; ``closed_at`` the region saying that what was
    promised has come; ``reopened_at`` that it has not, so that the centre answers again by
    ``due_again_on``.
    """

    Standing = Standing
    Timing = Timing

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="requests")
    position = models.PositiveSmallIntegerField()
    kind = models.SlugField("เรื่อง", max_length=40)
    text = models.TextField("ขออะไร เพื่อใช้ที่ไหน")
    needed_by = models.DateField("ต้องการภายใน", null=True, blank=True)
    be_year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField("เลขที่", null=True)
    sent_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="requests_owned"
    )
    due_on = models.DateField("ควรตอบภายใน", null=True)
    withdrawn_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reopened_because = models.TextField("เหตุที่ขอคำตอบใหม่", blank=True)
    due_again_on = models.DateField("ควรตอบใหม่ภายใน", null=True)

    objects = SupportRequestQuerySet.as_manager()

    class Meta:
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["be_year", "number"], name="a_request_number_is_given_once"
            ),
            models.CheckConstraint(
                condition=Q(number=None, be_year=None, sent_at=None, due_on=None)
                | Q(
                    number__isnull=False,
                    be_year__isnull=False,
                    sent_at__isnull=False,
                    due_on__isnull=False,
                ),
                name="sent_requests_have_number_and_due_day",
            ),
            models.CheckConstraint(
                condition=Q(
                    reopened_at=None, reopened_by=None, reopened_because="", due_again_on=None
                )
                | (
                    Q(reopened_at__isnull=False, reopened_by__isnull=False)
                    & Q(due_again_on__isnull=False)
                    & ~Q(reopened_because="")
                ),
                name="reopened_requests_say_when_by_whom_and_why",
            ),
        ]

    def __str__(self):
        return f"{self.number}/{self.be_year}" if self.number else f"request {self.pk}"

    def get_absolute_url(self):
        return reverse("regions:request-detail", args=[self.pk])

    @property
    def region(self):
        return self.report.region

    def standing_on(self, on: date) -> Standing:
        """The same as ``with_standing`` says of many; of a row dressed ``for_list``."""
        if self.withdrawn_at:
            return Standing.WITHDRAWN
        if self.closed_at:
            return Standing.CLOSED
        again = self.reopened_at or LONG_AGO
        since = [answer for answer in self.told if answer.told_at > again]
        if since:
            is_no = since[0].decision == RequestAnswer.Decision.REFUSED
            return Standing.REFUSED if is_no else Standing.PROMISED
        return Standing.LATE if (self.due_again_on or self.due_on) < on else Standing.WAITING

    def days_waiting(self, *, on: date) -> int:
        """Since it was asked, or asked again."""
        return (on - day_of(self.reopened_at or self.sent_at)).days


class RequestAnswerQuerySet(models.QuerySet):
    def told(self):
        """What the region may read; what is typed in the centre's report waits for its sending."""
        return self.filter(told_at__isnull=False)


@tracked()
class RequestAnswer(models.Model):
    """What the centre says to a request; the latest counts, the earlier stay to be read.

    Typed in the centre's own report it is told when that is sent (``told_at``), and may be
    unfinished until then; said on the request's page it is told at once. What was told is never
    changed: who says something else answers again.
    """

    class Decision(models.TextChoices):
        AGREED = "agreed", _("ทำให้ได้")
        PARTLY = "partly", _("ทำให้ได้บางส่วน")
        REFUSED = "refused", _("ทำให้ไม่ได้")

    request = models.ForeignKey(SupportRequest, on_delete=models.PROTECT, related_name="answers")
    # The centre's own report of the month in which it was told (S85), where there was one open.
    report = models.ForeignKey(
        RegionalReport, on_delete=models.PROTECT, null=True, related_name="request_answers"
    )
    decision = models.CharField("คำตอบ", max_length=10, choices=Decision, blank=True)
    text = models.TextField("รายละเอียดหรือเหตุผล", blank=True)
    done_by = models.DateField("จะเสร็จภายใน", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField()
    told_at = models.DateTimeField("บอกภาคเมื่อ", null=True)

    objects = RequestAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-answered_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "report"],
                condition=Q(told_at=None),
                name="one_answer_in_hand_per_request_and_report",
            ),
            models.CheckConstraint(
                condition=Q(told_at=None, report__isnull=False)
                | (Q(told_at__isnull=False) & ~Q(decision="") & ~Q(text="")),
                name="what_is_told_says_what_and_why",
            ),
        ]

    def __str__(self):
        return f"answer {self.pk}"
