from django.conf import settings
from django.db import models
from django.db.models import Case, Count, F, Q, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees.models import Committee
from portal.kernel import thai
from portal.kernel.history import tracked
from portal.kernel.models import Person
from regions.models import Region, RegionalReport

from .block import Block
from .meeting import Meeting
from .meeting_query import seen_by
from .resolution import Resolution
from .workstream import URGENT, Workstream


class ActionItemQuerySet(models.QuerySet):
    # Ask the table a question.

    def visible_to(self, user):
        """Whoever may read the meeting may see what became of it (B4)."""
        return self.filter(seen_by(user, "resolution__meeting__"))

    def open(self):
        """Neither done nor withdrawn."""
        return self.filter(_IS_OPEN)

    def current(self, *, on):
        """Of the generation sitting on that day: an earlier body's items are its history,
        neither overdue today nor carried over."""
        return self.filter(_is_current(on))

    def former(self, *, on):
        """Of a generation that does not sit on that day."""
        return self.exclude(_is_current(on))

    def awaited(self, *, on):
        """What a meeting had asked by that day of the generation then sitting, and nobody had
        done yet."""
        undone = Q(done_at=None) | Q(done_at__date__gt=on)
        stood = Q(withdrawn_at=None) | Q(withdrawn_at__date__gt=on)
        return self.current(on=on).filter(undone, stood, resolution__meeting__starts_on__lte=on)

    def done(self):
        return self.filter(done_at__isnull=False)

    def withdrawn(self):
        return self.filter(withdrawn_at__isnull=False)

    def pending(self, *, on):
        """What still waits for somebody today."""
        return self.open().current(on=on)

    def overdue(self, *, on):
        return self.pending(on=on).filter(due_on__lt=on)

    def counted(self, *, on):
        """How many of the generation of that day are how far, the late ones also among the
        pending; and how many are history: of each workstream, and of none."""
        rows = self.order_by().values("workstream").annotate(**_counts(on))
        return {row.pop("workstream"): row for row in rows}

    def with_standing(self, standing, *, on):
        """Those whose ``standing(on=…)`` is this; what is overdue is also still pending."""
        match standing:
            case ActionItem.Standing.PENDING:
                return self.pending(on=on)
            case ActionItem.Standing.OVERDUE:
                return self.overdue(on=on)
            case ActionItem.Standing.DONE:
                return self.done()
            case ActionItem.Standing.WITHDRAWN:
                return self.withdrawn()
        return self.open().former(on=on)

    def matching(self, text):
        """Every word in task, result, resolution or agenda item; or a meeting's number."""
        said = thai.containing(
            text, "title", "result", "resolution__text", "resolution__item__title"
        )
        meetings = Meeting.objects.of_number(text)
        return self.filter(said | Q(resolution__meeting__in=meetings.values("pk")))

    def of_region(self, region):
        return self.filter(region=region)

    def most_urgent_first(self, *, on):
        """What still waits, the earliest due on top; then what is settled, the latest on top."""
        waits_until = Case(When(_IS_OPEN & _is_current(on), then="due_on"))
        return self.annotate(waits_until=waits_until).order_by(
            F("waits_until").asc(nulls_last=True), "-due_on", "pk"
        )

    # Dress it for a page.

    def for_list(self):
        """Everything one row prints: never a bare sentence (promise 5)."""
        return self.select_related(
            "resolution__meeting__committee", "resolution__item", "region", "unit", "person"
        ).order_by("due_on", "pk")

    def for_register(self):
        """Like ``for_list`` for long lists: over eight tables PostgreSQL plans longer than it
        reads, so the rarer owners come by statements of their own."""
        return self.select_related(
            "resolution__meeting__committee", "resolution__item", "region"
        ).prefetch_related("unit", "person")


_IS_OPEN = Q(done_at=None, withdrawn_at=None)


def _is_current(on):
    """Joins that the rows need anyway: with a subquery for each question the planner of
    PostgreSQL thinks longer than it works."""
    body = "resolution__meeting__committee"
    lasts = Q(**{f"{body}__ends_on": None}) | Q(**{f"{body}__ends_on__gte": on})
    return lasts & Q(**{f"{body}__starts_on__lte": on})


def _counts(on):
    current = _is_current(on)
    pending = current & _IS_OPEN
    return {
        "pending": Count("pk", filter=pending),
        "overdue": Count("pk", filter=pending & Q(due_on__lt=on)),
        "done": Count("pk", filter=current & Q(done_at__isnull=False)),
        "withdrawn": Count("pk", filter=current & Q(withdrawn_at__isnull=False)),
        "all": Count("pk", filter=current),
        "former": Count("pk", filter=~current),
    }


@tracked()
class ActionItem(Block):
    """งานที่ได้รับมอบหมายจากที่ประชุม: one owner, one date, one promise.

    A due month stands as its last day with month precision (S98).
    """

    class Precision(models.TextChoices):
        DAY = "day", gettext_lazy("วัน")
        MONTH = "month", gettext_lazy("เดือน")

    class Standing(models.TextChoices):
        """What an item is worth on a day; computed from dates, never stored."""

        PENDING = "pending", gettext_lazy("ยังไม่เสร็จ")
        OVERDUE = "overdue", gettext_lazy("เกินกำหนด")
        DONE = "done", gettext_lazy("เสร็จแล้ว")
        WITHDRAWN = "withdrawn", pgettext_lazy("action item", "ยกเลิก")
        UNRECORDED = "unrecorded", gettext_lazy("ไม่มีบันทึกผล")

    resolution = models.ForeignKey(
        Resolution, on_delete=models.PROTECT, related_name="action_items"
    )
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField("งาน", max_length=300)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="action_items"
    )
    unit = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="action_items"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="action_items"
    )
    due_on = models.DateField("กำหนดเสร็จ")
    due_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    workstream = models.CharField(URGENT, max_length=12, choices=Workstream, blank=True, default="")
    answered_by = models.ForeignKey(
        RegionalReport,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="items_answered",
    )
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    result = models.TextField("ผล", blank=True)
    withdrawn_at = models.DateTimeField("ยกเลิกเมื่อ", null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_because = models.CharField("เหตุที่ยกเลิก", max_length=300, blank=True)

    objects = ActionItemQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(region__isnull=False, unit=None, person=None)
                | Q(region=None, unit__isnull=False, person=None)
                | Q(region=None, unit=None, person__isnull=False),
                name="an_action_item_has_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="done_items_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(withdrawn_because="")
                ),
                name="withdrawn_items_say_when_by_whom_and_why",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(done_at=None),
                name="what_is_done_is_not_withdrawn",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def owner(self):
        return self.region or self.unit or self.person

    @property
    def owner_name(self):
        """In Thai, for papers and files."""
        return self.person.full_name if self.person_id else self.owner.name

    @property
    def is_open(self):
        """Neither done nor withdrawn."""
        return self.done_at is None and self.withdrawn_at is None

    @property
    def due_in_words(self):
        """A month stays a month: ภายในเดือนมิถุนายน 2550 (S98)."""
        if self.due_precision == self.Precision.MONTH:
            return _("ภายในเดือน%(month)s") % {"month": thai.month_and_year(self.due_on)}
        return _("ภายในวันที่ %(day)s") % {"day": thai.long_date(self.due_on)}

    @property
    def asked(self):
        """What stands once above all who are asked the same."""
        return self.title, self.due_in_words, self.get_workstream_display()

    def is_current(self, *, on):
        return self.resolution.meeting.committee.is_in_force(on=on)

    def is_overdue(self, *, on):
        return self.is_open and self.due_on < on and self.is_current(on=on)

    def standing(self, *, on):
        """An earlier generation's item is neither pending nor late: nobody wrote a result."""
        if self.withdrawn_at:
            return self.Standing.WITHDRAWN
        if not self.is_open:
            return self.Standing.DONE
        if not self.is_current(on=on):
            return self.Standing.UNRECORDED
        return self.Standing.OVERDUE if self.due_on < on else self.Standing.PENDING
