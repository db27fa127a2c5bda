from django.db import models
from django.db.models import Count, F, Prefetch

from portal.kernel.history import tracked
from portal.kernel.thai_sort import SortKeyField, ThaiSortKey

from .exclusion import no_overlap
from .period import Period, PeriodQuerySet


class RegionQuerySet(PeriodQuerySet):
    def with_provinces(self, *, on):
        """Each region with ``.provinces_now``, in Thai order: two queries for any number."""
        members = ProvinceRegion.objects.in_force(on=on).select_related("province")
        return self.prefetch_related(
            Prefetch("province_rows", members.order_by("province__sort_key"), to_attr="rows_now")
        )


@tracked()
class Region(Period):
    """ภาค: data with dates. How many there are, and their cuts, has changed (S14, S17)."""

    code = models.SlugField(max_length=30, unique=True)
    number = models.PositiveSmallIntegerField("ลำดับ")
    name = models.CharField("ชื่อภาค", max_length=100)
    short_name = models.CharField("ชื่อย่อ", max_length=40)
    name_en = models.CharField(max_length=100)
    mark = models.CharField("ลายประจำภาค", max_length=49, help_text="7 × 7 bits, rows from the top")

    objects = RegionQuerySet.as_manager()

    class Meta(Period.Meta):
        ordering = ["number"]

    def __str__(self):
        return self.name

    @property
    def provinces_now(self):
        return [row.province for row in self.rows_now]


class ProvinceQuerySet(models.QuerySet):
    # Ask the table a question.

    def of_region(self, region, *, on):
        members = ProvinceRegion.objects.in_force(on=on).filter(region=region)
        return self.filter(pk__in=members.values("province"))

    # Dress it for a page.

    def for_region_page(self, *, on):
        """How many districts and subdistricts each has, and ``.clusters_now``: two queries."""
        return (
            self.with_clusters(on=on)
            .annotate(
                district_count=Count("districts", distinct=True),
                subdistrict_count=Count("districts__subdistricts", distinct=True),
            )
            .order_by("sort_key")
        )

    def for_page(self, *, on):
        """One province whole: its clusters, its region and its districts, four queries."""
        belongs = ProvinceRegion.objects.in_force(on=on).select_related("region")
        districts = District.objects.annotate(subdistrict_count=Count("subdistricts"))
        return self.with_clusters(on=on).prefetch_related(
            Prefetch("region_rows", belongs, to_attr="rows_now"),
            Prefetch("districts", districts.order_by("code")),
        )

    def with_clusters(self, *, on):
        clusters = ProvinceCluster.objects.in_force(on=on)
        return self.prefetch_related(Prefetch("clusters", clusters, to_attr="clusters_now"))


@tracked()
class Province(models.Model):
    """จังหวัด, by its official two-digit code."""

    code = models.CharField("รหัส", max_length=2, primary_key=True)
    name = models.CharField("ชื่อจังหวัด", max_length=60, unique=True)
    name_en = models.CharField(max_length=60)
    abbreviation = models.CharField("อักษรย่อ", max_length=4)
    founded_on = models.DateField("ตั้งเมื่อ", null=True, blank=True)
    tile_column = models.PositiveSmallIntegerField()
    tile_row = models.PositiveSmallIntegerField()
    sort_key = models.GeneratedField(
        expression=ThaiSortKey(F("name")), output_field=SortKeyField(), db_persist=True
    )

    objects = ProvinceQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["tile_column", "tile_row"], name="one_province_per_tile"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def region_now(self):
        """The region of the day ``for_page`` asked for, or None."""
        return self.rows_now[0].region if self.rows_now else None


@tracked()
class ProvinceRegion(Period):
    """Which region a province belongs to, from–to: regions change (places-and-volumes 1.1)."""

    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="region_rows")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="province_rows")

    objects = PeriodQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            no_overlap(
                "a_province_is_in_one_region_at_a_time",
                "province_id",
                message="จังหวัดนี้อยู่ในภาคอื่นแล้วในช่วงเวลานั้น",
            ),
        ]

    def __str__(self):
        return f"{self.province} in {self.region}"


@tracked()
class ProvinceCluster(Period):
    """กลุ่มจังหวัด: plans and budgets together; independent of regions, which cut across it."""

    code = models.SlugField(max_length=30, unique=True)
    name = models.CharField("ชื่อกลุ่มจังหวัด", max_length=100)
    name_en = models.CharField(max_length=100)
    provinces = models.ManyToManyField(Province, related_name="clusters")

    objects = PeriodQuerySet.as_manager()

    def __str__(self):
        return self.name

    @property
    def short_name(self):
        """อีสานบน 2, as the regions are shortened: for a narrow place."""
        return self.name.removeprefix("ภาค").replace("ตะวันออกเฉียงเหนือ", "อีสาน").replace("ตอน", "")


class District(models.Model):
    """อำเภอ, in Bangkok เขต; official four-digit code."""

    code = models.CharField(max_length=4, primary_key=True)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="districts")
    name = models.CharField(max_length=80)

    def __str__(self):
        return self.name


class Subdistrict(models.Model):
    """ตำบล, in Bangkok แขวง; official six-digit code."""

    code = models.CharField(max_length=6, primary_key=True)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="subdistricts")
    name = models.CharField(max_length=80)

    def __str__(self):
        return self.name
