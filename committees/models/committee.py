from datetime import time

from django.db import models
from django.db.models import Case, F, Q, When

from portal.kernel.history import tracked
from regions.models import Province, Region
from regions.models.exclusion import no_overlap
from regions.models.period import Period, PeriodQuerySet

from .issue import Issue

KINDS_IN_ORDER = (
    "SUBCOMMITTEE", "REGIONAL", "PROVINCIAL", "UNIT", "SECRETARIAT", "ISSUE", "BOARD",
)  # fmt: skip


class CommitteeQuerySet(PeriodQuerySet):
    def the_67(self, *, on):
        """The coordination subcommittee of that day: the generation then in force."""
        return self.in_force(on=on).filter(kind=Committee.Kind.SUBCOMMITTEE)

    def bodies_of(self, generation):
        """The units and issue subcommittees of one generation."""
        return self.filter(parent=generation)

    def boards(self):
        """Outside boards on which members of the 67 sit (S16)."""
        return self.filter(kind=Committee.Kind.BOARD)

    def of_regions(self):
        """The bodies of regions and provinces, region by region, its own first."""
        kinds = (Committee.Kind.REGIONAL, Committee.Kind.PROVINCIAL)
        found = self.filter(kind__in=kinds).select_related("region", "province")
        return found.order_by("region__number", "-kind", "position", "pk")

    def in_order_of_kind(self):
        """The 67, the regions with their provinces, the units and issues, the boards."""
        kinds = [Committee.Kind[name] for name in KINDS_IN_ORDER]
        ranks = [When(kind=kind, then=rank) for rank, kind in enumerate(kinds)]
        return self.annotate(rank=Case(*ranks)).order_by("rank", "region__number", "position", "pk")


@tracked()
class Committee(Period):
    """A body with seats or members. Each generation of the 67 is a row of its own (S24),
    and whatever CODI may decide about a body is data on it, the 67 seats included.

    A body known from a document alone names it as its ``source``: what such a body has no
    row for is not empty but not stated there. ``dates_in_words`` stands in place of the
    dates where the source names no day.
    """

    class Kind(models.TextChoices):
        SUBCOMMITTEE = "subcommittee", "คณะอนุกรรมการประสานงาน"
        ISSUE = "issue", "อนุกรรมการเชิงประเด็น"
        UNIT = "unit", "กรรมการย่อย"
        SECRETARIAT = "secretariat", "กองเลขานุการ"
        BOARD = "board", "คณะกรรมการภายนอก"
        REGIONAL = "regional", "คณะกรรมการภาค"
        PROVINCIAL = "provincial", "ขบวนจังหวัด"

    # They stand beside the 67, not in one of its generations.
    BESIDE_THE_67 = (Kind.BOARD, Kind.REGIONAL, Kind.PROVINCIAL)

    kind = models.CharField("ประเภท", max_length=15, choices=Kind)
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField("ชื่อคณะ", max_length=200)
    short_name = models.CharField("ชื่อย่อ", max_length=60)
    name_en = models.CharField("ชื่อภาษาอังกฤษ", max_length=200)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="units"
    )
    issue = models.ForeignKey(
        Issue, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies"
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies"
    )
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies"
    )
    position = models.PositiveSmallIntegerField(default=1)
    duties = models.TextField("หน้าที่", blank=True)
    note = models.TextField("หมายเหตุ", blank=True)
    source = models.CharField("ที่มา", max_length=250, blank=True)
    dates_in_words = models.CharField("ช่วงเวลาตามที่มา", max_length=120, blank=True)

    class QuorumOf(models.TextChoices):
        HOLDERS = "holders", "ที่นั่งที่มีผู้ดำรงตำแหน่ง"
        SEATS = "seats", "ที่นั่งทั้งหมด"

    seats_due = models.PositiveSmallIntegerField("จำนวนที่นั่ง", null=True, blank=True)
    officers_per_region = models.PositiveSmallIntegerField("เจ้าหน้าที่กองเลขาฯ ต่อภาค", default=1)
    central_officers_due = models.PositiveSmallIntegerField("เจ้าหน้าที่กองเลขาฯ ส่วนกลาง", default=2)
    boards_limit = models.PositiveSmallIntegerField("จำนวนบอร์ดที่เริ่มถือว่ามาก", default=3)
    ends_soon_days = models.PositiveSmallIntegerField("เตือนก่อนครบวาระ (วัน)", default=60)
    quorum_of = models.CharField(
        "องค์ประชุมนับจาก", max_length=10, choices=QuorumOf, default=QuorumOf.HOLDERS
    )
    quorum_numerator = models.PositiveSmallIntegerField("องค์ประชุม (เศษ)", default=1)
    quorum_denominator = models.PositiveSmallIntegerField("องค์ประชุม (ส่วน)", default=2)
    quorum_counts_substitutes = models.BooleanField("นับผู้มาประชุมแทนเป็นองค์ประชุม", default=True)
    meets_every_months = models.PositiveSmallIntegerField(
        "ประชุมอย่างน้อยทุกกี่เดือน", null=True, blank=True
    )
    minutes_due_days = models.PositiveSmallIntegerField("ร่างรายงานภายใน (วัน)", default=7)
    circulation_days = models.PositiveSmallIntegerField("เวียนรายงานให้ทักท้วง (วัน)", default=7)
    reminder_working_days = models.PositiveSmallIntegerField("เตือนก่อนประชุม (วันทำการ)", default=3)
    reminder_time = models.TimeField("เวลาที่เตือน", default=time(8, 0))
    task_reminder_working_days = models.PositiveSmallIntegerField(
        "เตือนก่อนครบกำหนดงาน (วันทำการ)", default=5
    )

    objects = CommitteeQuerySet.as_manager()

    class Meta(Period.Meta):
        ordering = ["position", "pk"]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind="issue", issue__isnull=False) | (~Q(kind="issue") & Q(issue=None)),
                name="issue_subcommittees_have_an_issue",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["subcommittee", "board", "regional", "provincial"], parent=None
                )
                | Q(kind__in=["issue", "unit", "secretariat"], parent__isnull=False),
                name="units_belong_to_a_generation_boards_to_none",
            ),
            models.CheckConstraint(
                condition=Q(kind="regional", region__isnull=False, province=None)
                | Q(kind="provincial", region__isnull=False, province__isnull=False)
                | (~Q(kind__in=["regional", "provincial"]) & Q(region=None, province=None)),
                name="regional_bodies_have_a_region_provincial_ones_a_province",
            ),
            models.CheckConstraint(
                condition=Q(meets_every_months=None) | Q(meets_every_months__gte=1),
                name="bodies_meet_at_least_once_in_so_many_months",
            ),
            models.CheckConstraint(
                condition=Q(quorum_numerator__gte=1, quorum_numerator__lte=F("quorum_denominator")),
                name="a_quorum_is_a_part_of_the_whole",
                violation_error_message="เศษขององค์ประชุมต้องไม่น้อยกว่า 1 และไม่เกินส่วน",
            ),
            no_overlap(
                "one_generation_of_the_67_at_a_time",
                condition=Q(kind="subcommittee"),
                message="มีคณะ 67 ชุดอื่นดำรงตำแหน่งในช่วงเวลานั้นแล้ว",
            ),
        ]

    def __str__(self):
        return self.name
