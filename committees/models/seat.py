from datetime import timedelta
from typing import NamedTuple

from django.db import models
from django.db.models import ExpressionWrapper, F, Prefetch, Q

from portal.kernel.history import tracked
from portal.kernel.models import Person
from regions.models import AppointmentOrder, ProvinceCluster, Region
from regions.models.exclusion import no_overlap
from regions.models.period import Period, PeriodQuerySet

from .committee import Committee
from .issue import Issue


class Standing(models.TextChoices):
    """How a seat stands on a day; computed from dates, never stored (promise 14)."""

    FILLED = "filled", "มีผู้ดำรงตำแหน่ง"
    ENDS_SOON = "ends_soon", "ใกล้ครบวาระ"
    CARRY_OVER = "carry_over", "อยู่รักษาการ"
    VACANT = "vacant", "ว่าง"


class Represented(NamedTuple):
    """What a seat speaks for, by its whole name in both languages."""

    name: str
    name_en: str


def represented(
    cluster: ProvinceCluster | None, region: Region | None, issue: Issue | None
) -> Represented:
    """The one name of a seat's place: a cluster and an issue say what they are, because
    ภาคกลางตอนบน alone reads as if it were a region."""
    if cluster:
        return Represented(f"กลุ่มจังหวัด{cluster.name}", f"{cluster.name_en} province cluster")
    if issue:
        return Represented(f"ประเด็น{issue.name}", f"Issue: {issue.name_en}")
    return Represented(region.name, region.name_en)


class SeatQuerySet(PeriodQuerySet):
    def with_holders(self, *, on):
        """Each seat with ``.holdings_now`` (none or one), ``.next_holding`` and their people: two
        queries."""
        is_now = ExpressionWrapper(Q(starts_on__lte=on), output_field=models.BooleanField())
        rows = Membership.objects.exclude(ends_on__lt=on).annotate(is_now=is_now)
        rows = rows.select_related("person").order_by("starts_on", "pk")
        return self.prefetch_related(Prefetch("memberships", rows, to_attr="holdings_from_now"))

    def for_board(self, *, on):
        """Everything the seat board prints, region by region, issue seats last."""
        return (
            self.in_force(on=on)
            .select_related("committee", "region", "cluster", "issue")
            .with_holders(on=on)
            .order_by("number")
        )


@tracked()
class Seat(Period):
    """A seat is not a person: it outlives its holders (promise 14).

    A cluster seat has a region, an issue seat has none (S14).
    """

    class Kind(models.TextChoices):
        CLUSTER = "cluster", "ผู้แทนกลุ่มจังหวัด"
        ISSUE = "issue", "ผู้แทนประเด็น"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField("ที่นั่งที่")
    kind = models.CharField(max_length=10, choices=Kind)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="seats"
    )
    cluster = models.ForeignKey(
        ProvinceCluster, on_delete=models.PROTECT, null=True, blank=True, related_name="seats"
    )
    issue = models.ForeignKey(
        Issue, on_delete=models.PROTECT, null=True, blank=True, related_name="seats"
    )

    objects = SeatQuerySet.as_manager()

    class Meta(Period.Meta):
        ordering = ["number"]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["committee", "number"], name="one_seat_of_a_number_per_committee"
            ),
            models.CheckConstraint(
                condition=Q(kind="cluster", region__isnull=False, issue=None)
                | Q(kind="issue", region=None, cluster=None, issue__isnull=False),
                name="cluster_seats_have_a_region_issue_seats_an_issue",
            ),
        ]

    def __str__(self):
        return f"{self.number}"

    @property
    def stands_for(self):
        """What the seat represents: its cluster, else its region, else its issue."""
        return represented(self.cluster, self.region, self.issue)

    @property
    def holdings_now(self):
        return [row for row in self.holdings_from_now if row.is_now]

    @property
    def next_holding(self):
        """Whoever is appointed from a later day on, the earliest of them, or None."""
        return next((row for row in self.holdings_from_now if not row.is_now), None)

    @property
    def holding(self):
        """The membership of the day ``with_holders`` asked for, or None."""
        return next(iter(self.holdings_now), None)

    def standing(self, *, on):
        if not self.holding:
            return Standing.VACANT
        return self.holding.standing(on=on, warn_days=self.committee.ends_soon_days)


@tracked()
class Membership(Period):
    """One person in one seat. ``term_ends_on`` is the day the term runs out; ``ends_on`` the day
    the person really leaves: between the two they sit on as carry-over.

    A formal appointment names the order that made it and the one that ended it; network
    membership needs none (S15, B7).
    """

    class Mode(models.TextChoices):
        FORMAL = "formal", "รูปแบบทางการ (แต่งตั้ง)"
        NETWORK = "network", "แบบเครือข่ายการทำงาน"

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    mode = models.CharField("รูปแบบ", max_length=10, choices=Mode, default=Mode.FORMAL)
    term_ends_on = models.DateField("ครบวาระ", null=True, blank=True)
    appointed_by = models.ForeignKey(
        AppointmentOrder,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
    )
    discharged_by = models.ForeignKey(
        AppointmentOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="discharges"
    )

    objects = PeriodQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(term_ends_on=None) | Q(term_ends_on__gte=F("starts_on")),
                name="a_term_ends_after_it_begins",
                violation_error_message="วันครบวาระต้องไม่ก่อนวันเริ่ม",
            ),
            models.CheckConstraint(
                condition=~Q(mode="formal") | Q(appointed_by__isnull=False),
                name="formal_appointments_name_their_order",
                violation_error_message="การแต่งตั้งแบบทางการต้องระบุคำสั่ง",
            ),
            models.CheckConstraint(
                condition=~Q(mode="formal") | Q(ends_on=None) | Q(discharged_by__isnull=False),
                name="formal_discharges_name_their_order",
                violation_error_message="การพ้นจากตำแหน่งแบบทางการต้องระบุคำสั่ง",
            ),
            no_overlap(
                "one_holder_per_seat_at_a_time",
                "seat_id",
                message="ที่นั่งนี้มีผู้ดำรงตำแหน่งอยู่แล้วในช่วงเวลานั้น",
            ),
        ]

    def __str__(self):
        return f"{self.person_id} in seat {self.seat_id}"

    def standing(self, *, on, warn_days):
        """A term does not run out on somebody whose last day is set: they leave on that day."""
        if self.term_ends_on is None or self.term_ends_on > on + timedelta(days=warn_days):
            return Standing.FILLED
        if self.term_ends_on < on:
            return Standing.CARRY_OVER
        return Standing.FILLED if self.ends_on else Standing.ENDS_SOON


class SubstitutionQuerySet(PeriodQuerySet):
    def for_seats(self, *, on):
        return self.in_force(on=on).select_related("person")


@tracked()
class Substitution(Period):
    """ผู้แทนชั่วคราว: who acts in a seat for a stated time, by an order; the holder, if there is
    one, keeps the seat."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="substitutions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="substitutions")
    appointed_by = models.ForeignKey(
        AppointmentOrder, on_delete=models.PROTECT, related_name="substitutions"
    )

    objects = SubstitutionQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=False),
                name="substitutions_say_until_when",
                violation_error_message="ผู้แทนชั่วคราวต้องระบุวันสิ้นสุด",
            ),
            no_overlap(
                "one_substitute_per_seat_at_a_time",
                "seat_id",
                message="ที่นั่งนี้มีผู้แทนชั่วคราวอยู่แล้วในช่วงเวลานั้น",
            ),
        ]

    def __str__(self):
        return f"{self.person_id} for seat {self.seat_id}"
