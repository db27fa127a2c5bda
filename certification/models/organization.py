from django.db import models
from django.db.models import F, Prefetch

from committees.models import Issue
from portal.kernel.history import tracked
from portal.kernel.thai_sort import SortKeyField, ThaiSortKey
from regions.models import Province, Subdistrict


@tracked()
class OrganizationKind(models.Model):
    """กลุ่มออมทรัพย์, กองทุนสวัสดิการ …: an editable list."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.name


class CommunityOrganizationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The register holds no personal data; until its public page is built it is the house's."""
        return self.all() if user.is_authenticated else self.none()

    def for_list(self):
        """Everything one row of the register prints, in two queries."""
        return (
            self.select_related("kind", "province", "subdistrict")
            .prefetch_related(Prefetch("stages", StageRecord.objects.order_by("stage")))
            .order_by("sort_key", "pk")
        )


@tracked()
class CommunityOrganization(models.Model):
    """องค์กรชุมชน: one record, shared by every issue that works with it (S51)."""

    name = models.CharField("ชื่อองค์กร", max_length=200)
    kind = models.ForeignKey(OrganizationKind, on_delete=models.PROTECT, related_name="organizations")
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="organizations")
    subdistrict = models.ForeignKey(
        Subdistrict, on_delete=models.PROTECT, related_name="organizations"
    )
    founded_be_year = models.PositiveSmallIntegerField("ก่อตั้ง พ.ศ.", null=True, blank=True)
    issues = models.ManyToManyField(Issue, related_name="organizations", blank=True)
    sort_key = models.GeneratedField(
        expression=ThaiSortKey(F("name")), output_field=SortKeyField(), db_persist=True
    )

    objects = CommunityOrganizationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "subdistrict"],
                name="one_organization_of_a_name_per_subdistrict",
                violation_error_message="มีองค์กรชื่อนี้ในตำบลนี้แล้ว",
            ),
        ]
        indexes = [models.Index(fields=["sort_key"], name="organizations_in_thai_order")]

    def __str__(self):
        return self.name


@tracked()
class StageRecord(models.Model):
    """One stride of a status certification: discovery, certification, continuing development (S55).

    A case is complete when all three have been closed.
    """

    class Stage(models.IntegerChoices):
        DISCOVERY = 1, "การค้นหา"
        CERTIFICATION = 2, "ให้การรับรอง"
        CONTINUING_DEVELOPMENT = 3, "การพัฒนาอย่างต่อเนื่อง"

    organization = models.ForeignKey(
        CommunityOrganization, on_delete=models.PROTECT, related_name="stages"
    )
    stage = models.PositiveSmallIntegerField(choices=Stage)
    opened_on = models.DateField("เริ่ม")
    closed_on = models.DateField("เสร็จ", null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["stage"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "stage"], name="one_record_per_stage"),
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | models.Q(closed_on__gte=F("opened_on")),
                name="a_stage_closes_after_it_opens",
            ),
        ]

    def __str__(self):
        return f"{self.get_stage_display()} {self.organization_id}"
