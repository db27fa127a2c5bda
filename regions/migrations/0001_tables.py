"""Places, posts, and what regions, provinces and the centre report."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import portal.kernel.thai_sort
import portal.kernel.trigger_operations
import regions.models.exclusion


class Migration(migrations.Migration):
    replaces = [
        ("regions", "0001_initial"),
        ("regions", "0002_report_resubmitted_at"),
        ("regions", "0003_english_units_and_definitions"),
        ("regions", "0004_appointment_orders"),
        ("regions", "0005_periods_reviews_and_requests"),
        ("regions", "0006_rounds_and_reports_say_their_places"),
        ("regions", "0007_requests_reopen_and_answers_are_told"),
        ("regions", "0008_reviewers_keep_what_they_judged"),
    ]

    initial = True

    dependencies = [
        ("kernel", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                ("code", models.SlugField(max_length=30, unique=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="ลำดับ")),
                ("name", models.CharField(max_length=100, verbose_name="ชื่อภาค")),
                ("short_name", models.CharField(max_length=40, verbose_name="ชื่อย่อ")),
                ("name_en", models.CharField(max_length=100)),
                (
                    "mark",
                    models.CharField(
                        help_text="7 × 7 bits, rows from the top",
                        max_length=49,
                        verbose_name="ลายประจำภาค",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="region_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RegionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.region",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                ("code", models.SlugField(db_index=False, max_length=30)),
                ("number", models.PositiveSmallIntegerField(verbose_name="ลำดับ")),
                ("name", models.CharField(max_length=100, verbose_name="ชื่อภาค")),
                ("short_name", models.CharField(max_length=40, verbose_name="ชื่อย่อ")),
                ("name_en", models.CharField(max_length=100)),
                (
                    "mark",
                    models.CharField(
                        help_text="7 × 7 bits, rows from the top",
                        max_length=49,
                        verbose_name="ลายประจำภาค",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Province",
            fields=[
                (
                    "code",
                    models.CharField(
                        max_length=2, primary_key=True, serialize=False, verbose_name="รหัส"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="ชื่อจังหวัด")),
                ("name_en", models.CharField(max_length=60)),
                ("abbreviation", models.CharField(max_length=4, verbose_name="อักษรย่อ")),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="ตั้งเมื่อ")),
                ("tile_column", models.PositiveSmallIntegerField()),
                ("tile_row", models.PositiveSmallIntegerField()),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=portal.kernel.thai_sort.ThaiSortKey(models.F("name")),
                        output_field=portal.kernel.thai_sort.SortKeyField(db_collation="C"),
                    ),
                ),
            ],
            options={
                "ordering": ["sort_key"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tile_column", "tile_row"), name="one_province_per_tile"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProvinceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.province",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("code", models.CharField(max_length=2, serialize=False, verbose_name="รหัส")),
                ("name", models.CharField(max_length=60, verbose_name="ชื่อจังหวัด")),
                ("name_en", models.CharField(max_length=60)),
                ("abbreviation", models.CharField(max_length=4, verbose_name="อักษรย่อ")),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="ตั้งเมื่อ")),
                ("tile_column", models.PositiveSmallIntegerField()),
                ("tile_row", models.PositiveSmallIntegerField()),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=portal.kernel.thai_sort.ThaiSortKey(models.F("name")),
                        output_field=portal.kernel.thai_sort.SortKeyField(db_collation="C"),
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvinceRegion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "province",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="region_rows",
                        to="regions.province",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="province_rows",
                        to="regions.region",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="provinceregion_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "province_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "province_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
                            (
                                regions.models.exclusion._DateRange(
                                    "starts_on", "ends_on", models.Value("[]")
                                ),
                                "&&",
                            ),
                        ],
                        name="a_province_is_in_one_region_at_a_time",
                        violation_error_message="จังหวัดนี้อยู่ในภาคอื่นแล้วในช่วงเวลานั้น",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProvinceRegionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.provinceregion",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "province",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.province",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.region",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvinceCluster",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                ("code", models.SlugField(max_length=30, unique=True)),
                ("name", models.CharField(max_length=100, verbose_name="ชื่อกลุ่มจังหวัด")),
                ("name_en", models.CharField(max_length=100)),
                (
                    "provinces",
                    models.ManyToManyField(related_name="clusters", to="regions.province"),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="provincecluster_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProvinceClusterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.provincecluster",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                ("code", models.SlugField(db_index=False, max_length=30)),
                ("name", models.CharField(max_length=100, verbose_name="ชื่อกลุ่มจังหวัด")),
                ("name_en", models.CharField(max_length=100)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="District",
            fields=[
                ("code", models.CharField(max_length=4, primary_key=True, serialize=False)),
                (
                    "province",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="districts",
                        to="regions.province",
                    ),
                ),
                ("name", models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="Subdistrict",
            fields=[
                ("code", models.CharField(max_length=6, primary_key=True, serialize=False)),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subdistricts",
                        to="regions.district",
                    ),
                ),
                ("name", models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="AppointmentOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("issuer", models.CharField(max_length=120, verbose_name="ผู้ออกคำสั่ง")),
                ("number", models.CharField(max_length=60, verbose_name="เลขที่")),
                ("issued_on", models.DateField(verbose_name="ลงวันที่")),
                ("title", models.CharField(max_length=250, verbose_name="เรื่อง")),
                ("file", models.FileField(blank=True, upload_to="orders/", verbose_name="ไฟล์คำสั่ง")),
                ("file_name", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["-issued_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("issuer", "number"),
                        name="one_order_of_a_number_per_issuer",
                        violation_error_message="มีคำสั่งเลขที่นี้ของผู้ออกคำสั่งนี้อยู่แล้ว",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AppointmentOrderEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.appointmentorder",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("issuer", models.CharField(max_length=120, verbose_name="ผู้ออกคำสั่ง")),
                ("number", models.CharField(max_length=60, verbose_name="เลขที่")),
                ("issued_on", models.DateField(verbose_name="ลงวันที่")),
                ("title", models.CharField(max_length=250, verbose_name="เรื่อง")),
                ("file", models.FileField(blank=True, upload_to="orders/", verbose_name="ไฟล์คำสั่ง")),
                ("file_name", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RegionalPost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="kernel.person",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("manager", "ผู้จัดการภาค"),
                            ("officer", "เจ้าหน้าที่ภาค"),
                            ("coordinator", "ผู้ประสานงานภาค"),
                            ("co_chair", "ประธานร่วม"),
                            ("central_officer", "เจ้าหน้าที่ส่วนกลาง"),
                            ("auditor", "ผู้ตรวจสอบ"),
                            ("provincial", "ผู้ประสานงานจังหวัด"),
                        ],
                        max_length=20,
                        verbose_name="หน้าที่",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="regions.region",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="regions.province",
                    ),
                ),
                (
                    "appointed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.appointmentorder",
                    ),
                ),
                (
                    "discharged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.appointmentorder",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="regionalpost_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("province", None),
                                ("region", None),
                                ("role__in", ["central_officer", "auditor"]),
                            ),
                            models.Q(
                                ("province__isnull", False),
                                ("region", None),
                                ("role", "provincial"),
                            ),
                            models.Q(
                                models.Q(
                                    ("role__in", ["central_officer", "auditor", "provincial"]),
                                    _negated=True,
                                ),
                                ("province", None),
                                ("region__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="every_post_names_its_place",
                        violation_error_message="หน้าที่ของภาคต้องระบุภาค หน้าที่ของจังหวัดต้องระบุจังหวัด",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("role", "coordinator")),
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "region_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "region_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
                            (
                                regions.models.exclusion._DateRange(
                                    "starts_on", "ends_on", models.Value("[]")
                                ),
                                "&&",
                            ),
                        ],
                        name="one_coordinator_per_region_at_a_time",
                        violation_error_message="ภาคนี้มีผู้ประสานงานอยู่แล้วในช่วงเวลานั้น",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("role", "co_chair")),
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "region_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "region_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
                            (
                                regions.models.exclusion._DateRange(
                                    "starts_on", "ends_on", models.Value("[]")
                                ),
                                "&&",
                            ),
                        ],
                        name="one_co_chair_per_region_at_a_time",
                        violation_error_message="ภาคนี้มีประธานร่วมอยู่แล้วในช่วงเวลานั้น",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegionalPostEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.regionalpost",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kernel.person",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("manager", "ผู้จัดการภาค"),
                            ("officer", "เจ้าหน้าที่ภาค"),
                            ("coordinator", "ผู้ประสานงานภาค"),
                            ("co_chair", "ประธานร่วม"),
                            ("central_officer", "เจ้าหน้าที่ส่วนกลาง"),
                            ("auditor", "ผู้ตรวจสอบ"),
                            ("provincial", "ผู้ประสานงานจังหวัด"),
                        ],
                        max_length=20,
                        verbose_name="หน้าที่",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.region",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.province",
                    ),
                ),
                (
                    "appointed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.appointmentorder",
                    ),
                ),
                (
                    "discharged_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.appointmentorder",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportingUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "kind",
                    models.CharField(
                        choices=[("region", "ภาค"), ("province", "จังหวัด"), ("centre", "ส่วนกลาง")],
                        max_length=10,
                    ),
                ),
                (
                    "region",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reporting_unit",
                        to="regions.region",
                    ),
                ),
                (
                    "province",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reporting_unit",
                        to="regions.province",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="reportingunit_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "region"), ("province", None), ("region__isnull", False)
                            ),
                            models.Q(
                                ("kind", "province"), ("province__isnull", False), ("region", None)
                            ),
                            models.Q(("kind", "centre"), ("province", None), ("region", None)),
                            _connector="OR",
                        ),
                        name="a_reporting_unit_is_one_place",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "centre")), fields=("kind",), name="one_centre"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportingUnitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.reportingunit",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "kind",
                    models.CharField(
                        choices=[("region", "ภาค"), ("province", "จังหวัด"), ("centre", "ส่วนกลาง")],
                        max_length=10,
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.region",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.province",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportingRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                ("opens_day", models.PositiveSmallIntegerField(verbose_name="เปิดวันที่ (ของเดือนนั้น)")),
                (
                    "on_time_day",
                    models.PositiveSmallIntegerField(verbose_name="ตรงเวลาถึงวันที่ (ของเดือนถัดไป)"),
                ),
                (
                    "closes_day",
                    models.PositiveSmallIntegerField(verbose_name="ปิดรับหลังวันที่ (ของเดือนถัดไป)"),
                ),
                (
                    "provinces_day",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="จังหวัดส่งภายในวันที่ (ของเดือนถัดไป)"
                    ),
                ),
                (
                    "remind_days",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="เตือนก่อนครบกำหนด (วัน)"
                    ),
                ),
                (
                    "mending_hours",
                    models.PositiveSmallIntegerField(
                        default=24, verbose_name="ผู้กรอกควรแก้เสร็จใน (ชั่วโมง)"
                    ),
                ),
                (
                    "review_hours",
                    models.PositiveSmallIntegerField(
                        default=48, verbose_name="ผู้ตรวจควรตรวจเสร็จใน (ชั่วโมง)"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="reportingrule_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_day__lte", 28),
                            ("on_time_day__lte", models.F("closes_day")),
                            ("opens_day__range", (1, 28)),
                            ("provinces_day__gte", 1),
                            ("provinces_day__lte", models.F("on_time_day")),
                        ),
                        name="a_round_opens_then_is_due_then_closes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(unique=True, verbose_name="เดือน")),
                ("opens_on", models.DateField(verbose_name="เปิด")),
                ("provinces_until", models.DateField(null=True, verbose_name="จังหวัดตรงเวลาถึง")),
                ("on_time_until", models.DateField(verbose_name="ตรงเวลาถึง")),
                ("mending_hours", models.PositiveSmallIntegerField(default=24)),
                ("review_hours", models.PositiveSmallIntegerField(default=48)),
                ("closes_on", models.DateField(verbose_name="ปิดรับหลัง")),
            ],
            options={
                "ordering": ["-month"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="a_round_is_named_by_a_first_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("on_time_until__lte", models.F("closes_on")),
                            ("opens_on__lte", models.F("provinces_until")),
                            ("provinces_until__lte", models.F("on_time_until")),
                        ),
                        name="a_round_closes_after_it_is_due",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportRoundEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.reportround",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("month", models.DateField(verbose_name="เดือน")),
                ("opens_on", models.DateField(verbose_name="เปิด")),
                ("provinces_until", models.DateField(null=True, verbose_name="จังหวัดตรงเวลาถึง")),
                ("on_time_until", models.DateField(verbose_name="ตรงเวลาถึง")),
                ("mending_hours", models.PositiveSmallIntegerField(default=24)),
                ("review_hours", models.PositiveSmallIntegerField(default=48)),
                ("closes_on", models.DateField(verbose_name="ปิดรับหลัง")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RegionalReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="regions.reportround",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="regions.reportingunit",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gathered_reports",
                        to="regions.region",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "ยังไม่ส่ง"),
                            ("submitted", "ส่งแล้ว รอตรวจ"),
                            ("in_review", "กำลังตรวจ"),
                            ("returned", "ส่งกลับให้แก้"),
                            ("accepted", "ผ่าน"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "receipt",
                    models.CharField(max_length=30, null=True, unique=True, verbose_name="เลขรับ"),
                ),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="ส่งเมื่อ")),
                ("resubmitted_at", models.DateTimeField(null=True, verbose_name="ส่งใหม่เมื่อ")),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("review_began_at", models.DateTimeField(null=True, verbose_name="เริ่มตรวจเมื่อ")),
                ("judged", models.JSONField(default=dict)),
                ("extended_until", models.DateField(null=True, verbose_name="ขยายเวลาถึง")),
                ("reviewed_at", models.DateTimeField(null=True, verbose_name="ทบทวนเมื่อ")),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "round"), name="one_report_per_unit_and_month"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"),
                            models.Q(
                                ("receipt__isnull", False),
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="sent_reports_say_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "submitted", "in_review"]),
                            models.Q(
                                ("reviewed_at__isnull", False), ("reviewed_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="reviewed_reports_say_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "in_review"), _negated=True),
                            models.Q(
                                ("review_began_at__isnull", False), ("reviewer__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_report_in_review_says_who_has_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegionalReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.regionalreport",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.reportround",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.reportingunit",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.region",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "ยังไม่ส่ง"),
                            ("submitted", "ส่งแล้ว รอตรวจ"),
                            ("in_review", "กำลังตรวจ"),
                            ("returned", "ส่งกลับให้แก้"),
                            ("accepted", "ผ่าน"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("receipt", models.CharField(max_length=30, null=True, verbose_name="เลขรับ")),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="ส่งเมื่อ")),
                ("resubmitted_at", models.DateTimeField(null=True, verbose_name="ส่งใหม่เมื่อ")),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("review_began_at", models.DateTimeField(null=True, verbose_name="เริ่มตรวจเมื่อ")),
                ("extended_until", models.DateField(null=True, verbose_name="ขยายเวลาถึง")),
                ("reviewed_at", models.DateTimeField(null=True, verbose_name="ทบทวนเมื่อ")),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=40, unique=True)),
                ("section", models.SlugField(max_length=40, verbose_name="ส่วนของรายงาน")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="ชื่อ")),
                ("name_en", models.CharField(max_length=120)),
                ("counted_in", models.CharField(max_length=30, verbose_name="หน่วยนับ")),
                ("counted_in_en", models.CharField(blank=True, max_length=30)),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="คำอธิบาย")),
                ("hint_en", models.CharField(blank=True, max_length=200)),
                (
                    "adds",
                    models.CharField(
                        choices=[
                            ("sum", "รวม"),
                            ("latest", "ค่าล่าสุด"),
                            ("maximum", "ค่าสูงสุด"),
                            ("mean", "ค่าเฉลี่ย"),
                            ("ratio", "อัตราส่วนของผลรวม"),
                        ],
                        default="sum",
                        max_length=10,
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="ต้องตอบก่อนส่ง")),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_part",
                        to="regions.indicator",
                    ),
                ),
                (
                    "whole",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_whole",
                        to="regions.indicator",
                    ),
                ),
            ],
            options={
                "ordering": ["section", "position"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("adds", "ratio"), ("part__isnull", False), ("whole__isnull", False)
                            ),
                            models.Q(
                                models.Q(("adds", "ratio"), _negated=True),
                                ("part", None),
                                ("whole", None),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_ratio_has_a_part_and_a_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.indicator",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(db_index=False, max_length=40)),
                (
                    "section",
                    models.SlugField(db_index=False, max_length=40, verbose_name="ส่วนของรายงาน"),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="ชื่อ")),
                ("name_en", models.CharField(max_length=120)),
                ("counted_in", models.CharField(max_length=30, verbose_name="หน่วยนับ")),
                ("counted_in_en", models.CharField(blank=True, max_length=30)),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="คำอธิบาย")),
                ("hint_en", models.CharField(blank=True, max_length=200)),
                (
                    "adds",
                    models.CharField(
                        choices=[
                            ("sum", "รวม"),
                            ("latest", "ค่าล่าสุด"),
                            ("maximum", "ค่าสูงสุด"),
                            ("mean", "ค่าเฉลี่ย"),
                            ("ratio", "อัตราส่วนของผลรวม"),
                        ],
                        default="sum",
                        max_length=10,
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="ต้องตอบก่อนส่ง")),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.indicator",
                    ),
                ),
                (
                    "whole",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.indicator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RolledFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rolled",
                        to="regions.indicator",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("regions", "ตามรายงานของภาค"),
                            ("provinces", "ตามรายงานของจังหวัด"),
                        ],
                        default="regions",
                        max_length=10,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rolled",
                        to="regions.reportround",
                    ),
                ),
                (
                    "fiscal_year",
                    models.PositiveSmallIntegerField(null=True, verbose_name="ปีงบประมาณ"),
                ),
                (
                    "region",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rolled",
                        to="regions.region",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rolled",
                        to="regions.province",
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                ("part", models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                ("whole", models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                (
                    "formula",
                    models.CharField(
                        choices=[
                            ("sum", "รวม"),
                            ("latest", "ค่าล่าสุด"),
                            ("maximum", "ค่าสูงสุด"),
                            ("mean", "ค่าเฉลี่ย"),
                            ("ratio", "อัตราส่วนของผลรวม"),
                        ],
                        default="sum",
                        max_length=10,
                    ),
                ),
                ("reported", models.PositiveIntegerField()),
                ("expected", models.PositiveIntegerField()),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("rolled_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["round", "basis", "region"], name="rolled_of_a_month"),
                    models.Index(
                        fields=["fiscal_year", "basis", "region"], name="rolled_of_a_year"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "basis", "round", "fiscal_year", "region", "province"),
                        name="one_rolled_figure_per_place_and_period",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fiscal_year", None), ("round__isnull", False)),
                            models.Q(("fiscal_year__isnull", False), ("round", None)),
                            _connector="OR",
                        ),
                        name="a_rolled_figure_is_of_a_month_or_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("province", None),
                            models.Q(("basis", "provinces"), ("region", None)),
                            _connector="OR",
                        ),
                        name="a_province_is_told_by_its_own_report",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reported__lte", models.F("expected"))),
                        name="no_more_reported_than_expected",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("part", None), ("whole", None)),
                            models.Q(("part__gte", 0), ("part__lte", models.F("whole"))),
                            _connector="OR",
                        ),
                        name="no_part_exceeds_its_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="regions.regionalreport",
                    ),
                ),
                ("key", models.SlugField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField(null=True)),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "handed_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("handed_at", models.DateTimeField(null=True)),
                (
                    "handed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("", "ยังไม่ทบทวน"), ("passed", "ผ่าน"), ("returned", "ส่งกลับ")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="เหตุผลที่ส่งกลับ")),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "key"), name="one_section_of_a_kind_per_report"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "returned"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="returned_sections_say_why",
                        violation_error_message="ส่งกลับต้องบอกเหตุผล",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_at", None), ("handed_by", None), ("handed_to", None)),
                            models.Q(
                                ("handed_at__isnull", False),
                                ("handed_by__isnull", False),
                                ("handed_to__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_section_handed_over_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSectionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.reportsection",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                ("key", models.SlugField(db_index=False, max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField(null=True)),
                (
                    "saved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "handed_to",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("handed_at", models.DateTimeField(null=True)),
                (
                    "handed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("", "ยังไม่ทบทวน"), ("passed", "ผ่าน"), ("returned", "ส่งกลับ")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="เหตุผลที่ส่งกลับ")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="regions.indicator",
                    ),
                ),
                ("value", models.PositiveIntegerField(null=True)),
                ("is_applicable", models.BooleanField(default=True)),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="หมายเหตุ")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "indicator"), name="one_figure_per_indicator"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_applicable", True), ("value", None), _connector="OR"
                        ),
                        name="what_is_not_applicable_has_no_value",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFigureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.reportfigure",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.indicator",
                    ),
                ),
                ("value", models.PositiveIntegerField(null=True)),
                ("is_applicable", models.BooleanField(default=True)),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="หมายเหตุ")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportAttachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="regions.reportsection",
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("file", models.FileField(upload_to="reports/")),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("says", models.CharField(blank=True, max_length=200, verbose_name="คำบรรยาย")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField()),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["added_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_at", None), ("removed_by", None)),
                            models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="removed_attachments_say_when_and_by_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportAttachmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.reportattachment",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "section",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.reportsection",
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("file", models.FileField(upload_to="reports/")),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("says", models.CharField(blank=True, max_length=200, verbose_name="คำบรรยาย")),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField()),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportUpload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uploads",
                        to="regions.regionalreport",
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("answers", models.JSONField(default=dict)),
                ("findings", models.JSONField(default=list)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("uploaded_at", models.DateTimeField()),
                ("applied_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-uploaded_at"],
            },
        ),
        migrations.CreateModel(
            name="ReportUploadEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.reportupload",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=200)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("uploaded_at", models.DateTimeField()),
                ("applied_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("letter", "เตือนทางจดหมาย"), ("phone", "โทรแล้ว")], max_length=10
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="ได้ความว่า")),
                ("slot", models.CharField(max_length=60, null=True)),
            ],
            options={
                "ordering": ["-at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "slot"), name="one_reminder_per_occasion"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("by__isnull", False),
                            models.Q(("slot__isnull", False), ("way", "letter")),
                            _connector="OR",
                        ),
                        name="only_letters_leave_by_themselves",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.reportcontact",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("letter", "เตือนทางจดหมาย"), ("phone", "โทรแล้ว")], max_length=10
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="ได้ความว่า")),
                ("slot", models.CharField(max_length=60, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="regions.regionalreport",
                    ),
                ),
                ("until", models.DateField(verbose_name="ขอถึงวันที่")),
                ("reason", models.TextField(verbose_name="เหตุผลที่ขอ")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("is_granted", models.BooleanField(null=True, verbose_name="อนุญาต")),
                (
                    "granted_until",
                    models.DateField(blank=True, null=True, verbose_name="ขยายถึงวันที่"),
                ),
                ("answer", models.TextField(blank=True, verbose_name="เหตุผลของคำตอบ")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-asked_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_granted", None)),
                        fields=("report",),
                        name="one_open_extension_per_report",
                        violation_error_message="มีคำขอขยายเวลาของรายงานนี้รอคำตอบอยู่แล้ว",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None),
                                ("answered_by", None),
                                ("granted_until", None),
                                ("is_granted", None),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                                models.Q(
                                    models.Q(
                                        ("granted_until__isnull", False), ("is_granted", True)
                                    ),
                                    models.Q(("granted_until", None), ("is_granted", False)),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="answered_extensions_say_why_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExtensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.extension",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                ("until", models.DateField(verbose_name="ขอถึงวันที่")),
                ("reason", models.TextField(verbose_name="เหตุผลที่ขอ")),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("is_granted", models.BooleanField(null=True, verbose_name="อนุญาต")),
                (
                    "granted_until",
                    models.DateField(blank=True, null=True, verbose_name="ขยายถึงวันที่"),
                ),
                ("answer", models.TextField(blank=True, verbose_name="เหตุผลของคำตอบ")),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupportRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="regions.regionalreport",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("kind", models.SlugField(max_length=40, verbose_name="เรื่อง")),
                ("text", models.TextField(verbose_name="ขออะไร เพื่อใช้ที่ไหน")),
                ("needed_by", models.DateField(blank=True, null=True, verbose_name="ต้องการภายใน")),
                ("be_year", models.PositiveSmallIntegerField(null=True)),
                ("number", models.PositiveIntegerField(null=True, verbose_name="เลขที่")),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests_owned",
                        to="kernel.person",
                    ),
                ),
                ("due_on", models.DateField(null=True, verbose_name="ควรตอบภายใน")),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reopened_at", models.DateTimeField(null=True)),
                (
                    "reopened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reopened_because", models.TextField(blank=True, verbose_name="เหตุที่ขอคำตอบใหม่")),
                ("due_again_on", models.DateField(null=True, verbose_name="ควรตอบใหม่ภายใน")),
            ],
            options={
                "ordering": ["report", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("be_year", "number"), name="a_request_number_is_given_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("be_year", None),
                                ("due_on", None),
                                ("number", None),
                                ("sent_at", None),
                            ),
                            models.Q(
                                ("be_year__isnull", False),
                                ("due_on__isnull", False),
                                ("number__isnull", False),
                                ("sent_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="sent_requests_have_number_and_due_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("due_again_on", None),
                                ("reopened_at", None),
                                ("reopened_because", ""),
                                ("reopened_by", None),
                            ),
                            models.Q(
                                ("reopened_at__isnull", False),
                                ("reopened_by__isnull", False),
                                ("due_again_on__isnull", False),
                                models.Q(("reopened_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reopened_requests_say_when_by_whom_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportRequestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.supportrequest",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("kind", models.SlugField(db_index=False, max_length=40, verbose_name="เรื่อง")),
                ("text", models.TextField(verbose_name="ขออะไร เพื่อใช้ที่ไหน")),
                ("needed_by", models.DateField(blank=True, null=True, verbose_name="ต้องการภายใน")),
                ("be_year", models.PositiveSmallIntegerField(null=True)),
                ("number", models.PositiveIntegerField(null=True, verbose_name="เลขที่")),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kernel.person",
                    ),
                ),
                ("due_on", models.DateField(null=True, verbose_name="ควรตอบภายใน")),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reopened_at", models.DateTimeField(null=True)),
                (
                    "reopened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reopened_because", models.TextField(blank=True, verbose_name="เหตุที่ขอคำตอบใหม่")),
                ("due_again_on", models.DateField(null=True, verbose_name="ควรตอบใหม่ภายใน")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RequestAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="regions.supportrequest",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="request_answers",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "ทำให้ได้"),
                            ("partly", "ทำให้ได้บางส่วน"),
                            ("refused", "ทำให้ไม่ได้"),
                        ],
                        max_length=10,
                        verbose_name="คำตอบ",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="รายละเอียดหรือเหตุผล")),
                ("done_by", models.DateField(blank=True, null=True, verbose_name="จะเสร็จภายใน")),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True, verbose_name="บอกภาคเมื่อ")),
            ],
            options={
                "ordering": ["-answered_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("told_at", None)),
                        fields=("request", "report"),
                        name="one_answer_in_hand_per_request_and_report",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("report__isnull", False), ("told_at", None)),
                            models.Q(
                                ("told_at__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                                models.Q(("text", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_told_says_what_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestAnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.requestanswer",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "request",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.supportrequest",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "ทำให้ได้"),
                            ("partly", "ทำให้ได้บางส่วน"),
                            ("refused", "ทำให้ไม่ได้"),
                        ],
                        max_length=10,
                        verbose_name="คำตอบ",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="รายละเอียดหรือเหตุผล")),
                ("done_by", models.DateField(blank=True, null=True, verbose_name="จะเสร็จภายใน")),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True, verbose_name="บอกภาคเมื่อ")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="regions.regionalreport",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="ครั้งที่")),
                ("reason", models.TextField(verbose_name="เหตุผลที่ขอแก้")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("refused_because", models.TextField(blank=True, verbose_name="เหตุผลที่ไม่ให้แก้")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                ("before", models.JSONField(default=dict)),
                ("changes", models.JSONField(default=list)),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-asked_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "number"), name="revisions_are_numbered"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None), ("refused_because", "")),
                        fields=("report",),
                        name="one_open_revision_per_report",
                        violation_error_message="รายงานนี้มีคำขอแก้ไขที่ยังไม่เสร็จอยู่แล้ว",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("refused_because", "")
                            ),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="decided_revisions_say_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("decided_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="closed_revisions_say_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RevisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.revision",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="ครั้งที่")),
                ("reason", models.TextField(verbose_name="เหตุผลที่ขอแก้")),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("refused_because", models.TextField(blank=True, verbose_name="เหตุผลที่ไม่ให้แก้")),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                ("before", models.JSONField(default=dict)),
                ("changes", models.JSONField(default=list)),
                (
                    "closed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Synthesis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="synthesis",
                        to="regions.reportround",
                    ),
                ),
                ("introduction", models.TextField(blank=True, verbose_name="ความนำ")),
                ("version", models.PositiveIntegerField(default=0)),
                ("drafted_at", models.DateTimeField()),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("figures", models.JSONField(default=list)),
                ("published_at", models.DateTimeField(null=True)),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-round__month"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("published_by", None)),
                            models.Q(
                                ("published_at__isnull", False), ("published_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="published_syntheses_say_when_and_by_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SynthesisEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.synthesis",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.reportround",
                    ),
                ),
                ("introduction", models.TextField(blank=True, verbose_name="ความนำ")),
                ("version", models.PositiveIntegerField(default=0)),
                ("drafted_at", models.DateTimeField()),
                (
                    "drafted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("figures", models.JSONField(default=list)),
                ("published_at", models.DateTimeField(null=True)),
                (
                    "published_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SynthesisPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "synthesis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="regions.synthesis",
                    ),
                ),
                ("section", models.SlugField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("drafted", models.TextField(blank=True)),
                ("text", models.TextField(verbose_name="ข้อความ")),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("is_left_out", models.BooleanField(default=False, verbose_name="ไม่ใช้ในฉบับนี้")),
            ],
            options={
                "ordering": ["synthesis", "position"],
            },
        ),
        migrations.CreateModel(
            name="SynthesisPointEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.synthesispoint",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "synthesis",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.synthesis",
                    ),
                ),
                ("section", models.SlugField(db_index=False, max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("drafted", models.TextField(blank=True)),
                ("text", models.TextField(verbose_name="ข้อความ")),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("is_left_out", models.BooleanField(default=False, verbose_name="ไม่ใช้ในฉบับนี้")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PointOrigin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="regions.synthesispoint",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.reportsection",
                    ),
                ),
                ("field", models.SlugField(blank=True, max_length=60)),
                ("quoted", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("point", "section", "field"), name="one_origin_of_a_kind_per_point"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PointOriginEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.pointorigin",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "point",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.synthesispoint",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.reportsection",
                    ),
                ),
                ("field", models.SlugField(blank=True, db_index=False, max_length=60)),
                ("quoted", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="region",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_regionevent" ("code", "ends_on", "id", "mark", "name", "name_en", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "starts_on") VALUES (NEW."code", NEW."ends_on", NEW."id", NEW."mark", NEW."name", NEW."name_en", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."short_name", NEW."starts_on"); RETURN NULL;',
                    hash="58e78020b5f2a09ded986d64f93b925c81d2f4d4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c668",
                    table="regions_region",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="region",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_regionevent" ("code", "ends_on", "id", "mark", "name", "name_en", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "starts_on") VALUES (NEW."code", NEW."ends_on", NEW."id", NEW."mark", NEW."name", NEW."name_en", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."short_name", NEW."starts_on"); RETURN NULL;',
                    hash="a90c6866e5fa9c8ebb57cbdddb9c4b06998a46d7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ce801",
                    table="regions_region",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="region",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_regionevent" ("code", "ends_on", "id", "mark", "name", "name_en", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "starts_on") VALUES (OLD."code", OLD."ends_on", OLD."id", OLD."mark", OLD."name", OLD."name_en", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."short_name", OLD."starts_on"); RETURN NULL;',
                    hash="3f1263d5654de1f5fcbf28fb0314c76f8ebf1fec",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc4f6",
                    table="regions_region",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="810daa170daf10006c0dbbd6a74877eb74e1232d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_d1896",
                    table="regions_regionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1538ddab550a77ee93d293300216e81a6990de6a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_26e74",
                    table="regions_regionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="province",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_provinceevent" ("abbreviation", "code", "founded_on", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tile_column", "tile_row") VALUES (NEW."abbreviation", NEW."code", NEW."founded_on", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."code", NEW."tile_column", NEW."tile_row"); RETURN NULL;',
                    hash="1d20a8348e6c80a484a9a55e4e93722159e3c8df",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6722a",
                    table="regions_province",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="province",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_provinceevent" ("abbreviation", "code", "founded_on", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tile_column", "tile_row") VALUES (NEW."abbreviation", NEW."code", NEW."founded_on", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."code", NEW."tile_column", NEW."tile_row"); RETURN NULL;',
                    hash="a30757aebfdd796aead1d15c0c23964dffcb6a18",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1763b",
                    table="regions_province",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="province",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_provinceevent" ("abbreviation", "code", "founded_on", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tile_column", "tile_row") VALUES (OLD."abbreviation", OLD."code", OLD."founded_on", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."code", OLD."tile_column", OLD."tile_row"); RETURN NULL;',
                    hash="c8ab769b8fc8884be6c435743c508f9ba5da551b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4ad44",
                    table="regions_province",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="0c8d1f5c0b7bf57efa18b6b89877b4e4c0b1439a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9c77c",
                    table="regions_provinceevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a1075f00421d96ca78f71725398f0a9d7e5ca375",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0212a",
                    table="regions_provinceevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceregion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_provinceregionevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "starts_on") VALUES (NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."province_id", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="0b5df16181831892912bc8d48fcbe4ed98fc7c1a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_396b5",
                    table="regions_provinceregion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceregion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_provinceregionevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "starts_on") VALUES (NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."province_id", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="fb182a02ffd46af27937f87ecacd6a17bd5ba110",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1ded7",
                    table="regions_provinceregion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceregion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_provinceregionevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "starts_on") VALUES (OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."province_id", OLD."region_id", OLD."starts_on"); RETURN NULL;',
                    hash="2f1e2e72af023f21c866b83cda4c046a8a26f7cc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b3229",
                    table="regions_provinceregion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceregionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="095239880de62366039861a9bbb47ee7b2b31834",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_356f5",
                    table="regions_provinceregionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceregionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="66685c166ca121c53fefcde7607985a9d9c78e3d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ab51e",
                    table="regions_provinceregionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provincecluster",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_provinceclusterevent" ("code", "ends_on", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."code", NEW."ends_on", NEW."id", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="f96568ec7a78c0c6fa5db454b3507740fce87e4e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e5b7",
                    table="regions_provincecluster",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provincecluster",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_provinceclusterevent" ("code", "ends_on", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."code", NEW."ends_on", NEW."id", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="db70b9efff1402cc0f29a56a6594e56fa83be936",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6b349",
                    table="regions_provincecluster",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provincecluster",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_provinceclusterevent" ("code", "ends_on", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."code", OLD."ends_on", OLD."id", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                    hash="2637fe5ec64f9ede22b617fd764575db5edf6bad",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7dd5b",
                    table="regions_provincecluster",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceclusterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="363e3a7d58c19150f29e13803be58c964ab244bb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_ac17e",
                    table="regions_provinceclusterevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="provinceclusterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1191f103c30db2b0f3997c3756a4a79755777479",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_774e2",
                    table="regions_provinceclusterevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="appointmentorder",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_appointmentorderevent" ("file", "file_name", "id", "issued_on", "issuer", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."file", NEW."file_name", NEW."id", NEW."issued_on", NEW."issuer", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;',
                    hash="f9f22bda685cc34eb6ee315346ad98caebff9e52",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e0cf2",
                    table="regions_appointmentorder",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="appointmentorder",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_appointmentorderevent" ("file", "file_name", "id", "issued_on", "issuer", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."file", NEW."file_name", NEW."id", NEW."issued_on", NEW."issuer", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;',
                    hash="4e160ccfa003a82edebc65fb02d03e553b564dd5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7fad8",
                    table="regions_appointmentorder",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="appointmentorder",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_appointmentorderevent" ("file", "file_name", "id", "issued_on", "issuer", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."file", OLD."file_name", OLD."id", OLD."issued_on", OLD."issuer", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;',
                    hash="3123b6ed5d277e862d7f4928410bd70e9467faea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_72b17",
                    table="regions_appointmentorder",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="appointmentorderevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="781a58b34e44b10dd550285c3206d37a870319b9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_30dc7",
                    table="regions_appointmentorderevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="appointmentorderevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="28766bc9b85fd70fc7e1eb75d10452416ec1e9fb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c4164",
                    table="regions_appointmentorderevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalpost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_regionalpostevent" ("appointed_by_id", "discharged_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "role", "starts_on") VALUES (NEW."appointed_by_id", NEW."discharged_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."province_id", NEW."region_id", NEW."role", NEW."starts_on"); RETURN NULL;',
                    hash="018bf6f763c43afff3e1f89b6170da08a181416b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b702a",
                    table="regions_regionalpost",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalpost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_regionalpostevent" ("appointed_by_id", "discharged_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "role", "starts_on") VALUES (NEW."appointed_by_id", NEW."discharged_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."province_id", NEW."region_id", NEW."role", NEW."starts_on"); RETURN NULL;',
                    hash="3062b4859a88f0fe2557db09e2b76c0917246b89",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b433d",
                    table="regions_regionalpost",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalpost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_regionalpostevent" ("appointed_by_id", "discharged_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "role", "starts_on") VALUES (OLD."appointed_by_id", OLD."discharged_by_id", OLD."ends_on", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."province_id", OLD."region_id", OLD."role", OLD."starts_on"); RETURN NULL;',
                    hash="634ebb2c69c2e9cc76cc5315bc68e0ee5206476b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6ce13",
                    table="regions_regionalpost",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalpostevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="0817fbd8d4fc24dd1921ecc72ccb3e4e78c2013c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_53dd4",
                    table="regions_regionalpostevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalpostevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9b727680e18a3e9b1fa109916f39e74c5621c2ce",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2d9f6",
                    table="regions_regionalpostevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportingunit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportingunitevent" ("ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."province_id", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="af7d27111809b9681bd92005263d75f6416fc32d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9d5a2",
                    table="regions_reportingunit",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportingunit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_reportingunitevent" ("ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."province_id", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="498dc2c428256a99f502cf120de1f5febd4a9fc8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_86630",
                    table="regions_reportingunit",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportingunit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportingunitevent" ("ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "region_id", "starts_on") VALUES (OLD."ends_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."province_id", OLD."region_id", OLD."starts_on"); RETURN NULL;',
                    hash="cebda42f8efa57650f72674fd6ee7ee7aefaba18",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e92e9",
                    table="regions_reportingunit",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportingunitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="72825938d70fbd2bdd53250b8c8694a697e0ba05",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_cd896",
                    table="regions_reportingunitevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportingunitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="551a0799e2b8ec95c97ca3f24e090d9ecf96146f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_417aa",
                    table="regions_reportingunitevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportround",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportroundevent" ("closes_on", "id", "mending_hours", "month", "on_time_until", "opens_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provinces_until", "review_hours") VALUES (NEW."closes_on", NEW."id", NEW."mending_hours", NEW."month", NEW."on_time_until", NEW."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provinces_until", NEW."review_hours"); RETURN NULL;',
                    hash="323a476c94a75f0fc6d423cbed84028ba1834010",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fb971",
                    table="regions_reportround",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportround",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_reportroundevent" ("closes_on", "id", "mending_hours", "month", "on_time_until", "opens_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provinces_until", "review_hours") VALUES (NEW."closes_on", NEW."id", NEW."mending_hours", NEW."month", NEW."on_time_until", NEW."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provinces_until", NEW."review_hours"); RETURN NULL;',
                    hash="e9b6b5d1fe73aba588dd0404983995ca8ca2a89c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cae34",
                    table="regions_reportround",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportround",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportroundevent" ("closes_on", "id", "mending_hours", "month", "on_time_until", "opens_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provinces_until", "review_hours") VALUES (OLD."closes_on", OLD."id", OLD."mending_hours", OLD."month", OLD."on_time_until", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provinces_until", OLD."review_hours"); RETURN NULL;',
                    hash="7b8893a3b814dacbdbb6c16f98bc61fd909d4368",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca0fb",
                    table="regions_reportround",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportroundevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="bf307b09dad21423da2f0748ba73468fdc420f79",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_a2784",
                    table="regions_reportroundevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportroundevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="79c863753ba50edf7892483bbf6d5f0e679b9fd5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7dae9",
                    table="regions_reportroundevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_regionalreportevent" ("extended_until", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "region_id", "resubmitted_at", "review_began_at", "reviewed_at", "reviewed_by_id", "reviewer_id", "round_id", "state", "submitted_at", "submitted_by_id", "unit_id", "version") VALUES (NEW."extended_until", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."receipt", NEW."region_id", NEW."resubmitted_at", NEW."review_began_at", NEW."reviewed_at", NEW."reviewed_by_id", NEW."reviewer_id", NEW."round_id", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."unit_id", NEW."version"); RETURN NULL;',
                    hash="205873ed468d57c51262e830aab5fad6105b5bcc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_34643",
                    table="regions_regionalreport",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."extended_until" IS DISTINCT FROM (NEW."extended_until") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."receipt" IS DISTINCT FROM (NEW."receipt") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."resubmitted_at" IS DISTINCT FROM (NEW."resubmitted_at") OR OLD."review_began_at" IS DISTINCT FROM (NEW."review_began_at") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id") OR OLD."reviewer_id" IS DISTINCT FROM (NEW."reviewer_id") OR OLD."round_id" IS DISTINCT FROM (NEW."round_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "regions_regionalreportevent" ("extended_until", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "region_id", "resubmitted_at", "review_began_at", "reviewed_at", "reviewed_by_id", "reviewer_id", "round_id", "state", "submitted_at", "submitted_by_id", "unit_id", "version") VALUES (NEW."extended_until", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."receipt", NEW."region_id", NEW."resubmitted_at", NEW."review_began_at", NEW."reviewed_at", NEW."reviewed_by_id", NEW."reviewer_id", NEW."round_id", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."unit_id", NEW."version"); RETURN NULL;',
                    hash="97f9259af24ac31a77c975c314c2e7b294ae4a60",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7f520",
                    table="regions_regionalreport",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_regionalreportevent" ("extended_until", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "region_id", "resubmitted_at", "review_began_at", "reviewed_at", "reviewed_by_id", "reviewer_id", "round_id", "state", "submitted_at", "submitted_by_id", "unit_id", "version") VALUES (OLD."extended_until", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."receipt", OLD."region_id", OLD."resubmitted_at", OLD."review_began_at", OLD."reviewed_at", OLD."reviewed_by_id", OLD."reviewer_id", OLD."round_id", OLD."state", OLD."submitted_at", OLD."submitted_by_id", OLD."unit_id", OLD."version"); RETURN NULL;',
                    hash="c3c4293710d594b8457485574945691c83bf2459",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f6d27",
                    table="regions_regionalreport",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="387e332f9987ffe8202dcbdf8d8ffeb0f71b41ef",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_d4758",
                    table="regions_regionalreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="regionalreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e46a558cc264d6dd8d1a184ddb5346f32b68deed",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cc030",
                    table="regions_regionalreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_indicatorevent" ("adds", "counted_in", "counted_in_en", "hint", "hint_en", "id", "is_required", "key", "name", "name_en", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section", "whole_id") VALUES (NEW."adds", NEW."counted_in", NEW."counted_in_en", NEW."hint", NEW."hint_en", NEW."id", NEW."is_required", NEW."key", NEW."name", NEW."name_en", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."section", NEW."whole_id"); RETURN NULL;',
                    hash="f727b601898beac1bfb9b98c10212196328b399a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_21520",
                    table="regions_indicator",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_indicatorevent" ("adds", "counted_in", "counted_in_en", "hint", "hint_en", "id", "is_required", "key", "name", "name_en", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section", "whole_id") VALUES (NEW."adds", NEW."counted_in", NEW."counted_in_en", NEW."hint", NEW."hint_en", NEW."id", NEW."is_required", NEW."key", NEW."name", NEW."name_en", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."section", NEW."whole_id"); RETURN NULL;',
                    hash="114fe4dd2f919439f7dc74b9524483092e7c024a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_220e8",
                    table="regions_indicator",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_indicatorevent" ("adds", "counted_in", "counted_in_en", "hint", "hint_en", "id", "is_required", "key", "name", "name_en", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section", "whole_id") VALUES (OLD."adds", OLD."counted_in", OLD."counted_in_en", OLD."hint", OLD."hint_en", OLD."id", OLD."is_required", OLD."key", OLD."name", OLD."name_en", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."section", OLD."whole_id"); RETURN NULL;',
                    hash="159dece07447dbb65de8bd248118b5dc884cf2f7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38063",
                    table="regions_indicator",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="indicatorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="34e7bae4b3be43f08b1006f9fef3351d315aa1b6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_4dc0d",
                    table="regions_indicatorevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="indicatorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="da2d81d932da4d79cba4289417038e6dfd57cb37",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_27f16",
                    table="regions_indicatorevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportsection",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportsectionevent" ("answers", "handed_at", "handed_by_id", "handed_to_id", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "report_id", "saved_at", "saved_by_id", "verdict", "version") VALUES (NEW."answers", NEW."handed_at", NEW."handed_by_id", NEW."handed_to_id", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."reason", NEW."report_id", NEW."saved_at", NEW."saved_by_id", NEW."verdict", NEW."version"); RETURN NULL;',
                    hash="545f6ecfa5ad360b6f2f3736e9abb96e78d841a0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65da6",
                    table="regions_reportsection",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportsection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_reportsectionevent" ("answers", "handed_at", "handed_by_id", "handed_to_id", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "report_id", "saved_at", "saved_by_id", "verdict", "version") VALUES (NEW."answers", NEW."handed_at", NEW."handed_by_id", NEW."handed_to_id", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."reason", NEW."report_id", NEW."saved_at", NEW."saved_by_id", NEW."verdict", NEW."version"); RETURN NULL;',
                    hash="47fe41c474404f269f57c524f4354559bef23163",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4c7ba",
                    table="regions_reportsection",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportsection",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportsectionevent" ("answers", "handed_at", "handed_by_id", "handed_to_id", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "report_id", "saved_at", "saved_by_id", "verdict", "version") VALUES (OLD."answers", OLD."handed_at", OLD."handed_by_id", OLD."handed_to_id", OLD."id", OLD."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."reason", OLD."report_id", OLD."saved_at", OLD."saved_by_id", OLD."verdict", OLD."version"); RETURN NULL;',
                    hash="1ed4803a8c6e3df931d1c5fe941c188ad081178b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b1afe",
                    table="regions_reportsection",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportsectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="23b725fbfc0ba93f662035b3b07556f2a2dceaef",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_8abfa",
                    table="regions_reportsectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportsectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a561071ff2fbf7935b4436b7bdd9333d4dcbd31",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_356e3",
                    table="regions_reportsectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportfigureevent" ("id", "indicator_id", "is_applicable", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "value") VALUES (NEW."id", NEW."indicator_id", NEW."is_applicable", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."value"); RETURN NULL;',
                    hash="9ad3df5e3d419a60b557ec85dbffb4b2cb469c22",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69f3b",
                    table="regions_reportfigure",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_reportfigureevent" ("id", "indicator_id", "is_applicable", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "value") VALUES (NEW."id", NEW."indicator_id", NEW."is_applicable", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."value"); RETURN NULL;',
                    hash="60c2095ef20a9c2dfa1d749441822427d794e90b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ec492",
                    table="regions_reportfigure",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportfigureevent" ("id", "indicator_id", "is_applicable", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "value") VALUES (OLD."id", OLD."indicator_id", OLD."is_applicable", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."value"); RETURN NULL;',
                    hash="617ff9547aaa197368b87c8254ef61bcc31a8b9b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_86cbe",
                    table="regions_reportfigure",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportfigureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="4dd170828df860e6791496da72756234a016f30d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_0406c",
                    table="regions_reportfigureevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportfigureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e70c5f38076576a91e23a33867972f8d59318e49",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_72424",
                    table="regions_reportfigureevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportattachment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportattachmentevent" ("added_at", "added_by_id", "file", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "says", "section_id", "size", "token") VALUES (NEW."added_at", NEW."added_by_id", NEW."file", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."says", NEW."section_id", NEW."size", NEW."token"); RETURN NULL;',
                    hash="caf9eb9044d6e0e692ca369c6de23b0976324dcc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_04c22",
                    table="regions_reportattachment",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportattachment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_reportattachmentevent" ("added_at", "added_by_id", "file", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "says", "section_id", "size", "token") VALUES (NEW."added_at", NEW."added_by_id", NEW."file", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."says", NEW."section_id", NEW."size", NEW."token"); RETURN NULL;',
                    hash="d0ab17b027c6d955c5b4d0c5a6fcb3c763b033d8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4b63",
                    table="regions_reportattachment",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportattachment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportattachmentevent" ("added_at", "added_by_id", "file", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "says", "section_id", "size", "token") VALUES (OLD."added_at", OLD."added_by_id", OLD."file", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."removed_by_id", OLD."says", OLD."section_id", OLD."size", OLD."token"); RETURN NULL;',
                    hash="06717ad53105368c9276049313b0d1c1383a1047",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_02fdd",
                    table="regions_reportattachment",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportattachmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="366a0273b619a08bca3ae7010735998083016220",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_8d56c",
                    table="regions_reportattachmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportattachmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5f406b00f15db1b0d26e43795daecc65ffdb86ba",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f43de",
                    table="regions_reportattachmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportupload",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportuploadevent" ("applied_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "token", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."token", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="592dddf021c8faff6bf69a7ec0ad5fef6d5058e6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b96b4",
                    table="regions_reportupload",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportupload",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))',
                    func='INSERT INTO "regions_reportuploadevent" ("applied_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "token", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."token", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="de71b90c2cdc3ee2f028006b52dbcdf04991768a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d87e3",
                    table="regions_reportupload",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportupload",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportuploadevent" ("applied_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "token", "uploaded_at", "uploaded_by_id") VALUES (OLD."applied_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."token", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="a125dfc6d468d269d9b8fe7a87b206e8665aba53",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cec75",
                    table="regions_reportupload",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportuploadevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="6d65f040baf57c4279e916a6cd5f5739535ae647",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9c7e6",
                    table="regions_reportuploadevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportuploadevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="abc36bcaf4d7800541cc20c7c08106b891fc5a88",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a76fc",
                    table="regions_reportuploadevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportcontactevent" ("at", "by_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "slot", "way") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."slot", NEW."way"); RETURN NULL;',
                    hash="c26a2f7b34da87217d2534f1848c23e3b95beaaf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc6bb",
                    table="regions_reportcontact",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_reportcontactevent" ("at", "by_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "slot", "way") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."slot", NEW."way"); RETURN NULL;',
                    hash="d7b5b556ca58926cf8ed2c6bd275583bd9e49f0e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5862c",
                    table="regions_reportcontact",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_reportcontactevent" ("at", "by_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "slot", "way") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."slot", OLD."way"); RETURN NULL;',
                    hash="33e8b8213a5378bbf98fa82db3764e34238220ba",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bf1e5",
                    table="regions_reportcontact",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportcontactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="91bda51574daca673f8fcc90e7f61090e0a57d78",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_6b336",
                    table="regions_reportcontactevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reportcontactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="66ede19366f631bfb2a055604c84fc8676ddebbd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_703f0",
                    table="regions_reportcontactevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_extensionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "granted_until", "id", "is_granted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "until") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."granted_until", NEW."id", NEW."is_granted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."report_id", NEW."until"); RETURN NULL;',
                    hash="17804718bbfe7a43ee631fe3e1eff68421ef1d9e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4408a",
                    table="regions_extension",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_extensionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "granted_until", "id", "is_granted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "until") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."granted_until", NEW."id", NEW."is_granted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."report_id", NEW."until"); RETURN NULL;',
                    hash="d8f2763d6c0d04a22d7932137a36da6b9feb8008",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f21a7",
                    table="regions_extension",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_extensionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "granted_until", "id", "is_granted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "until") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."granted_until", OLD."id", OLD."is_granted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."report_id", OLD."until"); RETURN NULL;',
                    hash="d4ed6fce2be437b175082c8210b7ab3bcc9cb83a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0820d",
                    table="regions_extension",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="extensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="125290e98a73058bcc6d95b2ce528484fc2c56da",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9a2bf",
                    table="regions_extensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="extensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a5200b5ca4640ee00ab2c067d85272c0c6e852d6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fef5f",
                    table="regions_extensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="supportrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_supportrequestevent" ("be_year", "closed_at", "closed_by_id", "due_again_on", "due_on", "id", "kind", "needed_by", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reopened_at", "reopened_because", "reopened_by_id", "report_id", "sent_at", "text", "withdrawn_at") VALUES (NEW."be_year", NEW."closed_at", NEW."closed_by_id", NEW."due_again_on", NEW."due_on", NEW."id", NEW."kind", NEW."needed_by", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."reopened_at", NEW."reopened_because", NEW."reopened_by_id", NEW."report_id", NEW."sent_at", NEW."text", NEW."withdrawn_at"); RETURN NULL;',
                    hash="37293f8d585c8cef16738f2c74e84f50c4ec7e65",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37625",
                    table="regions_supportrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="supportrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_supportrequestevent" ("be_year", "closed_at", "closed_by_id", "due_again_on", "due_on", "id", "kind", "needed_by", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reopened_at", "reopened_because", "reopened_by_id", "report_id", "sent_at", "text", "withdrawn_at") VALUES (NEW."be_year", NEW."closed_at", NEW."closed_by_id", NEW."due_again_on", NEW."due_on", NEW."id", NEW."kind", NEW."needed_by", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."reopened_at", NEW."reopened_because", NEW."reopened_by_id", NEW."report_id", NEW."sent_at", NEW."text", NEW."withdrawn_at"); RETURN NULL;',
                    hash="16a7737ff6c835dc6072fa7df83ea7c5aa5e10cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0fefa",
                    table="regions_supportrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="supportrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_supportrequestevent" ("be_year", "closed_at", "closed_by_id", "due_again_on", "due_on", "id", "kind", "needed_by", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reopened_at", "reopened_because", "reopened_by_id", "report_id", "sent_at", "text", "withdrawn_at") VALUES (OLD."be_year", OLD."closed_at", OLD."closed_by_id", OLD."due_again_on", OLD."due_on", OLD."id", OLD."kind", OLD."needed_by", OLD."number", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."reopened_at", OLD."reopened_because", OLD."reopened_by_id", OLD."report_id", OLD."sent_at", OLD."text", OLD."withdrawn_at"); RETURN NULL;',
                    hash="e880a860c4b9cc8b6b0f6f5be69848270527a77e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_28f0c",
                    table="regions_supportrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="supportrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="531f835be7c339f39623549a2bbb6e176c9bd746",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_43e96",
                    table="regions_supportrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="supportrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cf10544093a171072b6fa4db74f911c9ffe6bf70",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_21c67",
                    table="regions_supportrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="requestanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_requestanswerevent" ("answered_at", "answered_by_id", "decision", "done_by", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "request_id", "text", "told_at") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."decision", NEW."done_by", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."request_id", NEW."text", NEW."told_at"); RETURN NULL;',
                    hash="40a20366a08a0019f13b63052aeea066c7063df3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_45bc1",
                    table="regions_requestanswer",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="requestanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_requestanswerevent" ("answered_at", "answered_by_id", "decision", "done_by", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "request_id", "text", "told_at") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."decision", NEW."done_by", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."request_id", NEW."text", NEW."told_at"); RETURN NULL;',
                    hash="22d83264e87c089b0a89f3f4449d117e92542b68",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fefef",
                    table="regions_requestanswer",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="requestanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_requestanswerevent" ("answered_at", "answered_by_id", "decision", "done_by", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "request_id", "text", "told_at") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."decision", OLD."done_by", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."request_id", OLD."text", OLD."told_at"); RETURN NULL;',
                    hash="500059205da2b0f645bce60dce335d28135f49eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ffda0",
                    table="regions_requestanswer",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="requestanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="f7bdc776f763f5713fafeb2e2495a7437139273e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_43da1",
                    table="regions_requestanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="requestanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="486d17fd64359709188a5a4cf413cdbfe9482c0c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c3454",
                    table="regions_requestanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="revision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_revisionevent" ("asked_at", "asked_by_id", "before", "changes", "closed_at", "closed_by_id", "decided_at", "decided_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "refused_because", "report_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."before", NEW."changes", NEW."closed_at", NEW."closed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."refused_because", NEW."report_id"); RETURN NULL;',
                    hash="e67015c06e9ea902454ce46d4ae3bb2642567475",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9a315",
                    table="regions_revision",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="revision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_revisionevent" ("asked_at", "asked_by_id", "before", "changes", "closed_at", "closed_by_id", "decided_at", "decided_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "refused_because", "report_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."before", NEW."changes", NEW."closed_at", NEW."closed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."refused_because", NEW."report_id"); RETURN NULL;',
                    hash="906d3e1cb6f49fca028876ef1bfa00ccf3d2a144",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2934b",
                    table="regions_revision",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="revision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_revisionevent" ("asked_at", "asked_by_id", "before", "changes", "closed_at", "closed_by_id", "decided_at", "decided_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "refused_because", "report_id") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."before", OLD."changes", OLD."closed_at", OLD."closed_by_id", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."refused_because", OLD."report_id"); RETURN NULL;',
                    hash="5cf0f9ab244b72f5e8d233bc2e1ad13cd1143d43",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cf69a",
                    table="regions_revision",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="revisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="6469d39f6ef4debb98e174bab1b7ad0dad796bb8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_814ff",
                    table="regions_revisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="revisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d7e4512c9637af6999079a1bc982b293d92f632f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_15deb",
                    table="regions_revisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesis",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_synthesisevent" ("drafted_at", "drafted_by_id", "figures", "id", "introduction", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "round_id", "version") VALUES (NEW."drafted_at", NEW."drafted_by_id", NEW."figures", NEW."id", NEW."introduction", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."round_id", NEW."version"); RETURN NULL;',
                    hash="68ae7be84c0d702fccc16791d850e0a968f09148",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d2da8",
                    table="regions_synthesis",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_synthesisevent" ("drafted_at", "drafted_by_id", "figures", "id", "introduction", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "round_id", "version") VALUES (NEW."drafted_at", NEW."drafted_by_id", NEW."figures", NEW."id", NEW."introduction", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."round_id", NEW."version"); RETURN NULL;',
                    hash="55cec9eeb8bdb3bbcfcc19effccdc700caa705a1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_caf14",
                    table="regions_synthesis",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesis",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_synthesisevent" ("drafted_at", "drafted_by_id", "figures", "id", "introduction", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "round_id", "version") VALUES (OLD."drafted_at", OLD."drafted_by_id", OLD."figures", OLD."id", OLD."introduction", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."round_id", OLD."version"); RETURN NULL;',
                    hash="9396ba5da97b425f48b381f8417802a3a2298f0c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c13ff",
                    table="regions_synthesis",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesisevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="5c989e219d812dead2569993f91576797d875776",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_57b55",
                    table="regions_synthesisevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesisevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="faa33011c3d4736548cefdf5e5d6a7c7e0610a2b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_60744",
                    table="regions_synthesisevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesispoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_synthesispointevent" ("drafted", "edited_at", "edited_by_id", "id", "is_left_out", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section", "synthesis_id", "text", "version") VALUES (NEW."drafted", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."is_left_out", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."section", NEW."synthesis_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="f59cc43d0faa00852d799bc68eefb29ec7e4e49b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fea1a",
                    table="regions_synthesispoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesispoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_synthesispointevent" ("drafted", "edited_at", "edited_by_id", "id", "is_left_out", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section", "synthesis_id", "text", "version") VALUES (NEW."drafted", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."is_left_out", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."section", NEW."synthesis_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="b8ca302504b9d0e71fab42695c14272326b5f0b7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ea39b",
                    table="regions_synthesispoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesispoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_synthesispointevent" ("drafted", "edited_at", "edited_by_id", "id", "is_left_out", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section", "synthesis_id", "text", "version") VALUES (OLD."drafted", OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."is_left_out", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."section", OLD."synthesis_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="556f5e9aba89aa493847b790a0db1bf794073fdf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_14702",
                    table="regions_synthesispoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesispointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="ab693821c986d7f93245806b59987902d33f5ebd",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_d5900",
                    table="regions_synthesispointevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="synthesispointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="023e46fbd5d808baa28503a67462979be539bd6d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c7781",
                    table="regions_synthesispointevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointorigin",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_pointoriginevent" ("field", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "quoted", "section_id") VALUES (NEW."field", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."point_id", NEW."quoted", NEW."section_id"); RETURN NULL;',
                    hash="c843cf47dbb8935d636bb8a35dc6deac37704ef1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b66a5",
                    table="regions_pointorigin",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointorigin",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_pointoriginevent" ("field", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "quoted", "section_id") VALUES (NEW."field", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."point_id", NEW."quoted", NEW."section_id"); RETURN NULL;',
                    hash="4ba71e2b0dc2760800b41afef992e0937e4b08ec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_42250",
                    table="regions_pointorigin",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointorigin",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_pointoriginevent" ("field", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "quoted", "section_id") VALUES (OLD."field", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."point_id", OLD."quoted", OLD."section_id"); RETURN NULL;',
                    hash="2ca93765796b0969efb2f9c90fb032b578eca9ee",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_17b16",
                    table="regions_pointorigin",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointoriginevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="7535d1e4cfc2a43f78def2b497c04e73b9895ce2",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_4217d",
                    table="regions_pointoriginevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointoriginevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="49849e1576b9f24316eb2de43afbf2ad255a2c22",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_de399",
                    table="regions_pointoriginevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
