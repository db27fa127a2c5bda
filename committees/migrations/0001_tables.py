"""Bodies, seats, members, orders and delegations."""

import datetime
import uuid

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import portal.kernel.trigger_operations
import regions.models.exclusion


class Migration(migrations.Migration):
    replaces = [
        ("committees", "0001_initial"),
        ("committees", "0002_initial"),
        ("committees", "0003_bodies_delegations_and_orders"),
        ("committees", "0006_one_generation_at_a_time"),
        ("committees", "0007_the_quorum_of_a_body"),
        ("committees", "0009_bodies_of_regions_and_provinces"),
        ("committees", "0010_periods_reviews_and_requests"),
    ]

    initial = True

    dependencies = [
        ("kernel", "0001_tables"),
        ("regions", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Issue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="ประเด็น")),
                ("name_en", models.CharField(max_length=80)),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="IssueEvent",
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
                        to="committees.issue",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40)),
                ("name", models.CharField(max_length=80, verbose_name="ประเด็น")),
                ("name_en", models.CharField(max_length=80)),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Committee",
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
                        choices=[
                            ("subcommittee", "คณะอนุกรรมการประสานงาน"),
                            ("issue", "อนุกรรมการเชิงประเด็น"),
                            ("unit", "กรรมการย่อย"),
                            ("secretariat", "กองเลขานุการ"),
                            ("board", "คณะกรรมการภายนอก"),
                            ("regional", "คณะกรรมการภาค"),
                            ("provincial", "ขบวนจังหวัด"),
                        ],
                        max_length=15,
                        verbose_name="ประเภท",
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="ชื่อคณะ")),
                ("short_name", models.CharField(max_length=60, verbose_name="ชื่อย่อ")),
                ("name_en", models.CharField(max_length=200, verbose_name="ชื่อภาษาอังกฤษ")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="committees.committee",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="committees.issue",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="regions.region",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="regions.province",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("duties", models.TextField(blank=True, verbose_name="หน้าที่")),
                ("note", models.TextField(blank=True, verbose_name="หมายเหตุ")),
                ("source", models.CharField(blank=True, max_length=250, verbose_name="ที่มา")),
                (
                    "dates_in_words",
                    models.CharField(blank=True, max_length=120, verbose_name="ช่วงเวลาตามที่มา"),
                ),
                (
                    "seats_due",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="จำนวนที่นั่ง"
                    ),
                ),
                (
                    "officers_per_region",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="เจ้าหน้าที่กองเลขาฯ ต่อภาค"
                    ),
                ),
                (
                    "central_officers_due",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="เจ้าหน้าที่กองเลขาฯ ส่วนกลาง"
                    ),
                ),
                (
                    "boards_limit",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="จำนวนบอร์ดที่เริ่มถือว่ามาก"
                    ),
                ),
                (
                    "ends_soon_days",
                    models.PositiveSmallIntegerField(
                        default=60, verbose_name="เตือนก่อนครบวาระ (วัน)"
                    ),
                ),
                (
                    "quorum_of",
                    models.CharField(
                        choices=[("holders", "ที่นั่งที่มีผู้ดำรงตำแหน่ง"), ("seats", "ที่นั่งทั้งหมด")],
                        default="holders",
                        max_length=10,
                        verbose_name="องค์ประชุมนับจาก",
                    ),
                ),
                (
                    "quorum_numerator",
                    models.PositiveSmallIntegerField(default=1, verbose_name="องค์ประชุม (เศษ)"),
                ),
                (
                    "quorum_denominator",
                    models.PositiveSmallIntegerField(default=2, verbose_name="องค์ประชุม (ส่วน)"),
                ),
                (
                    "quorum_counts_substitutes",
                    models.BooleanField(default=True, verbose_name="นับผู้มาประชุมแทนเป็นองค์ประชุม"),
                ),
                (
                    "meets_every_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="ประชุมอย่างน้อยทุกกี่เดือน"
                    ),
                ),
                (
                    "minutes_due_days",
                    models.PositiveSmallIntegerField(default=7, verbose_name="ร่างรายงานภายใน (วัน)"),
                ),
                (
                    "circulation_days",
                    models.PositiveSmallIntegerField(
                        default=7, verbose_name="เวียนรายงานให้ทักท้วง (วัน)"
                    ),
                ),
                (
                    "reminder_working_days",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="เตือนก่อนประชุม (วันทำการ)"
                    ),
                ),
                (
                    "reminder_time",
                    models.TimeField(default=datetime.time(8, 0), verbose_name="เวลาที่เตือน"),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="committee_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issue__isnull", False), ("kind", "issue")),
                            models.Q(models.Q(("kind", "issue"), _negated=True), ("issue", None)),
                            _connector="OR",
                        ),
                        name="issue_subcommittees_have_an_issue",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["subcommittee", "board", "regional", "provincial"]),
                                ("parent", None),
                            ),
                            models.Q(
                                ("kind__in", ["issue", "unit", "secretariat"]),
                                ("parent__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="units_belong_to_a_generation_boards_to_none",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "regional"), ("province", None), ("region__isnull", False)
                            ),
                            models.Q(
                                ("kind", "provincial"),
                                ("province__isnull", False),
                                ("region__isnull", False),
                            ),
                            models.Q(
                                models.Q(("kind__in", ["regional", "provincial"]), _negated=True),
                                ("province", None),
                                ("region", None),
                            ),
                            _connector="OR",
                        ),
                        name="regional_bodies_have_a_region_provincial_ones_a_province",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("meets_every_months", None),
                            ("meets_every_months__gte", 1),
                            _connector="OR",
                        ),
                        name="bodies_meet_at_least_once_in_so_many_months",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quorum_numerator__gte", 1),
                            ("quorum_numerator__lte", models.F("quorum_denominator")),
                        ),
                        name="a_quorum_is_a_part_of_the_whole",
                        violation_error_message="เศษขององค์ประชุมต้องไม่น้อยกว่า 1 และไม่เกินส่วน",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("kind", "subcommittee")),
                        expressions=[
                            (
                                regions.models.exclusion._DateRange(
                                    "starts_on", "ends_on", models.Value("[]")
                                ),
                                "&&",
                            )
                        ],
                        name="one_generation_of_the_67_at_a_time",
                        violation_error_message="มีคณะ 67 ชุดอื่นดำรงตำแหน่งในช่วงเวลานั้นแล้ว",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitteeEvent",
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
                        to="committees.committee",
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
                        choices=[
                            ("subcommittee", "คณะอนุกรรมการประสานงาน"),
                            ("issue", "อนุกรรมการเชิงประเด็น"),
                            ("unit", "กรรมการย่อย"),
                            ("secretariat", "กองเลขานุการ"),
                            ("board", "คณะกรรมการภายนอก"),
                            ("regional", "คณะกรรมการภาค"),
                            ("provincial", "ขบวนจังหวัด"),
                        ],
                        max_length=15,
                        verbose_name="ประเภท",
                    ),
                ),
                ("code", models.SlugField(db_index=False, max_length=40)),
                ("name", models.CharField(max_length=200, verbose_name="ชื่อคณะ")),
                ("short_name", models.CharField(max_length=60, verbose_name="ชื่อย่อ")),
                ("name_en", models.CharField(max_length=200, verbose_name="ชื่อภาษาอังกฤษ")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.committee",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.issue",
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
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("duties", models.TextField(blank=True, verbose_name="หน้าที่")),
                ("note", models.TextField(blank=True, verbose_name="หมายเหตุ")),
                ("source", models.CharField(blank=True, max_length=250, verbose_name="ที่มา")),
                (
                    "dates_in_words",
                    models.CharField(blank=True, max_length=120, verbose_name="ช่วงเวลาตามที่มา"),
                ),
                (
                    "seats_due",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="จำนวนที่นั่ง"
                    ),
                ),
                (
                    "officers_per_region",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="เจ้าหน้าที่กองเลขาฯ ต่อภาค"
                    ),
                ),
                (
                    "central_officers_due",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="เจ้าหน้าที่กองเลขาฯ ส่วนกลาง"
                    ),
                ),
                (
                    "boards_limit",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="จำนวนบอร์ดที่เริ่มถือว่ามาก"
                    ),
                ),
                (
                    "ends_soon_days",
                    models.PositiveSmallIntegerField(
                        default=60, verbose_name="เตือนก่อนครบวาระ (วัน)"
                    ),
                ),
                (
                    "quorum_of",
                    models.CharField(
                        choices=[("holders", "ที่นั่งที่มีผู้ดำรงตำแหน่ง"), ("seats", "ที่นั่งทั้งหมด")],
                        default="holders",
                        max_length=10,
                        verbose_name="องค์ประชุมนับจาก",
                    ),
                ),
                (
                    "quorum_numerator",
                    models.PositiveSmallIntegerField(default=1, verbose_name="องค์ประชุม (เศษ)"),
                ),
                (
                    "quorum_denominator",
                    models.PositiveSmallIntegerField(default=2, verbose_name="องค์ประชุม (ส่วน)"),
                ),
                (
                    "quorum_counts_substitutes",
                    models.BooleanField(default=True, verbose_name="นับผู้มาประชุมแทนเป็นองค์ประชุม"),
                ),
                (
                    "meets_every_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="ประชุมอย่างน้อยทุกกี่เดือน"
                    ),
                ),
                (
                    "minutes_due_days",
                    models.PositiveSmallIntegerField(default=7, verbose_name="ร่างรายงานภายใน (วัน)"),
                ),
                (
                    "circulation_days",
                    models.PositiveSmallIntegerField(
                        default=7, verbose_name="เวียนรายงานให้ทักท้วง (วัน)"
                    ),
                ),
                (
                    "reminder_working_days",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="เตือนก่อนประชุม (วันทำการ)"
                    ),
                ),
                (
                    "reminder_time",
                    models.TimeField(default=datetime.time(8, 0), verbose_name="เวลาที่เตือน"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BodyMembership",
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
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="committees.committee",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="body_memberships",
                        to="kernel.person",
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="ตำแหน่งในคณะ")),
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
                        name="bodymembership_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "committee_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "committee_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "person_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "person_id", models.BigIntegerField()
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
                        name="one_membership_of_a_person_in_a_body_at_a_time",
                        violation_error_message="ผู้นี้อยู่ในคณะนี้แล้วในช่วงเวลานั้น",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyMembershipEvent",
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
                        to="committees.bodymembership",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "committee",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.committee",
                    ),
                ),
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
                ("role", models.CharField(blank=True, max_length=120, verbose_name="ตำแหน่งในคณะ")),
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
            name="BoardRotation",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("committees.bodymembership",),
        ),
        migrations.CreateModel(
            name="Delegation",
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
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="committees.committee",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="งาน")),
                (
                    "central_officers_due",
                    models.PositiveSmallIntegerField(default=2, verbose_name="เจ้าหน้าที่ส่วนกลาง (คน)"),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="delegation_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DelegationEvent",
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
                        to="committees.delegation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "committee",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.committee",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="งาน")),
                (
                    "central_officers_due",
                    models.PositiveSmallIntegerField(default=2, verbose_name="เจ้าหน้าที่ส่วนกลาง (คน)"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Delegate",
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
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegates",
                        to="committees.delegation",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("people", "ผู้แทนภาคประชาชน"),
                            ("officer", "เจ้าหน้าที่ภาค"),
                            ("central", "เจ้าหน้าที่ส่วนกลาง"),
                        ],
                        max_length=10,
                        verbose_name="ในฐานะ",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegates",
                        to="regions.region",
                    ),
                ),
                (
                    "place",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="ลำดับ"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="kernel.person",
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
                        name="delegate_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "central"), ("place__gte", 1), ("region", None)),
                            models.Q(
                                models.Q(("kind", "central"), _negated=True),
                                ("place", None),
                                ("region__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="central_delegates_have_a_place_the_others_a_region",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("kind", "people")),
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
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
                        name="one_peoples_representative_per_region_and_delegation",
                        violation_error_message="ภาคนี้มีผู้แทนภาคประชาชนในงานนี้อยู่แล้ว",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("kind", "officer")),
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
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
                        name="one_officer_per_region_and_delegation",
                        violation_error_message="ภาคนี้มีเจ้าหน้าที่ในงานนี้อยู่แล้ว",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("kind", "central")),
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "place", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "place", models.BigIntegerField()
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
                        name="one_central_officer_per_place_of_a_delegation",
                        violation_error_message="ลำดับนี้ของส่วนกลางมีเจ้าหน้าที่อยู่แล้ว",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "delegation_id", models.BigIntegerField()
                                    ),
                                    models.Value("[]"),
                                ),
                                "&&",
                            ),
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "person_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "person_id", models.BigIntegerField()
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
                        name="one_place_per_person_in_a_delegation",
                        violation_error_message="ผู้นี้เป็นผู้แทนในงานนี้อยู่แล้ว",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DelegateEvent",
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
                        to="committees.delegate",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "delegation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.delegation",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("people", "ผู้แทนภาคประชาชน"),
                            ("officer", "เจ้าหน้าที่ภาค"),
                            ("central", "เจ้าหน้าที่ส่วนกลาง"),
                        ],
                        max_length=10,
                        verbose_name="ในฐานะ",
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
                    "place",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="ลำดับ"),
                ),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IssueProgress",
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
                        related_name="issue_progress",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="committees.issue",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("subdistrict", "ตำบล"),
                            ("province", "จังหวัด"),
                            ("region", "ภาค"),
                            ("nation", "ชาติ"),
                        ],
                        default="province",
                        max_length=12,
                        verbose_name="ระดับ",
                    ),
                ),
                ("text", models.TextField(verbose_name="ความก้าวหน้า")),
            ],
            options={
                "ordering": ["-report__round__month", "issue__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "issue"), name="one_progress_of_an_issue_per_report"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IssueProgressEvent",
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
                        to="committees.issueprogress",
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
                    "issue",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.issue",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("subdistrict", "ตำบล"),
                            ("province", "จังหวัด"),
                            ("region", "ภาค"),
                            ("nation", "ชาติ"),
                        ],
                        default="province",
                        max_length=12,
                        verbose_name="ระดับ",
                    ),
                ),
                ("text", models.TextField(verbose_name="ความก้าวหน้า")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Position",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="kernel.person",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="ตำแหน่ง")),
                ("source", models.CharField(max_length=250, verbose_name="ที่มา")),
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
                        name="position_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PositionEvent",
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
                        to="committees.position",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kernel.person",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="ตำแหน่ง")),
                ("source", models.CharField(max_length=250, verbose_name="ที่มา")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RosterImport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("file_name", models.CharField(max_length=200)),
                ("rows", models.JSONField(default=list)),
                ("row_count", models.PositiveIntegerField()),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("uploaded_at", models.DateTimeField()),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("written_count", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("written_at", None), ("written_count", None)),
                            models.Q(
                                ("written_at__isnull", False), ("written_count__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="written_imports_say_how_many_rows",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RosterImportEvent",
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
                        to="committees.rosterimport",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("file_name", models.CharField(max_length=200)),
                ("row_count", models.PositiveIntegerField()),
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
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("written_count", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Seat",
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
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="committees.committee",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="ที่นั่งที่")),
                (
                    "kind",
                    models.CharField(
                        choices=[("cluster", "ผู้แทนกลุ่มจังหวัด"), ("issue", "ผู้แทนประเด็น")],
                        max_length=10,
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="regions.region",
                    ),
                ),
                (
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="regions.provincecluster",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="committees.issue",
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
                        name="seat_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.UniqueConstraint(
                        fields=("committee", "number"), name="one_seat_of_a_number_per_committee"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issue", None), ("kind", "cluster"), ("region__isnull", False)
                            ),
                            models.Q(
                                ("cluster", None),
                                ("issue__isnull", False),
                                ("kind", "issue"),
                                ("region", None),
                            ),
                            _connector="OR",
                        ),
                        name="cluster_seats_have_a_region_issue_seats_an_issue",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeatEvent",
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
                        to="committees.seat",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "committee",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.committee",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="ที่นั่งที่")),
                (
                    "kind",
                    models.CharField(
                        choices=[("cluster", "ผู้แทนกลุ่มจังหวัด"), ("issue", "ผู้แทนประเด็น")],
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
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.provincecluster",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.issue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="committees.seat",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="kernel.person",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("formal", "รูปแบบทางการ (แต่งตั้ง)"),
                            ("network", "แบบเครือข่ายการทำงาน"),
                        ],
                        default="formal",
                        max_length=10,
                        verbose_name="รูปแบบ",
                    ),
                ),
                ("term_ends_on", models.DateField(blank=True, null=True, verbose_name="ครบวาระ")),
                (
                    "appointed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="regions.appointmentorder",
                    ),
                ),
                (
                    "discharged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="discharges",
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
                        name="membership_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("term_ends_on", None),
                            ("term_ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="a_term_ends_after_it_begins",
                        violation_error_message="วันครบวาระต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mode", "formal"), _negated=True),
                            ("appointed_by__isnull", False),
                            _connector="OR",
                        ),
                        name="formal_appointments_name_their_order",
                        violation_error_message="การแต่งตั้งแบบทางการต้องระบุคำสั่ง",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mode", "formal"), _negated=True),
                            ("ends_on", None),
                            ("discharged_by__isnull", False),
                            _connector="OR",
                        ),
                        name="formal_discharges_name_their_order",
                        violation_error_message="การพ้นจากตำแหน่งแบบทางการต้องระบุคำสั่ง",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "seat_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "seat_id", models.BigIntegerField()
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
                        name="one_holder_per_seat_at_a_time",
                        violation_error_message="ที่นั่งนี้มีผู้ดำรงตำแหน่งอยู่แล้วในช่วงเวลานั้น",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
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
                        to="committees.membership",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "seat",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.seat",
                    ),
                ),
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
                    "mode",
                    models.CharField(
                        choices=[
                            ("formal", "รูปแบบทางการ (แต่งตั้ง)"),
                            ("network", "แบบเครือข่ายการทำงาน"),
                        ],
                        default="formal",
                        max_length=10,
                        verbose_name="รูปแบบ",
                    ),
                ),
                ("term_ends_on", models.DateField(blank=True, null=True, verbose_name="ครบวาระ")),
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
            name="Substitution",
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
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="substitutions",
                        to="committees.seat",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="substitutions",
                        to="kernel.person",
                    ),
                ),
                (
                    "appointed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="substitutions",
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
                        name="substitution_ends_after_it_starts",
                        violation_error_message="วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__isnull", False)),
                        name="substitutions_say_until_when",
                        violation_error_message="ผู้แทนชั่วคราวต้องระบุวันสิ้นสุด",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                regions.models.exclusion._Int8Range(
                                    django.db.models.functions.comparison.Cast(
                                        "seat_id", models.BigIntegerField()
                                    ),
                                    django.db.models.functions.comparison.Cast(
                                        "seat_id", models.BigIntegerField()
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
                        name="one_substitute_per_seat_at_a_time",
                        violation_error_message="ที่นั่งนี้มีผู้แทนชั่วคราวอยู่แล้วในช่วงเวลานั้น",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubstitutionEvent",
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
                        to="committees.substitution",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="ตั้งแต่")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ถึง")),
                (
                    "seat",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.seat",
                    ),
                ),
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
                    "appointed_by",
                    models.ForeignKey(
                        db_constraint=False,
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
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_issueevent" ("code", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="40d9294e1bcf54d2e7b235c0b7d917bd41607e04",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3aa62",
                    table="committees_issue",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_issueevent" ("code", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="82129a50006f61d0819e0ea336b596ce56432505",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9b853",
                    table="committees_issue",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_issueevent" ("code", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."id", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="91b5093f5acd8b77412c58904c977d1b768e334f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_aaef0",
                    table="committees_issue",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issueevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="5d2f78fa21ed6dcc44b5d4f2c4206176aae8d6b3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_30229",
                    table="committees_issueevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issueevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c423b1f7d252f684867dcd933e346c033516ece9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1b16f",
                    table="committees_issueevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_committeeevent" ("boards_limit", "central_officers_due", "circulation_days", "code", "dates_in_words", "duties", "ends_on", "ends_soon_days", "id", "issue_id", "kind", "meets_every_months", "minutes_due_days", "name", "name_en", "note", "officers_per_region", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "province_id", "quorum_counts_substitutes", "quorum_denominator", "quorum_numerator", "quorum_of", "region_id", "reminder_time", "reminder_working_days", "seats_due", "short_name", "source", "starts_on") VALUES (NEW."boards_limit", NEW."central_officers_due", NEW."circulation_days", NEW."code", NEW."dates_in_words", NEW."duties", NEW."ends_on", NEW."ends_soon_days", NEW."id", NEW."issue_id", NEW."kind", NEW."meets_every_months", NEW."minutes_due_days", NEW."name", NEW."name_en", NEW."note", NEW."officers_per_region", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."province_id", NEW."quorum_counts_substitutes", NEW."quorum_denominator", NEW."quorum_numerator", NEW."quorum_of", NEW."region_id", NEW."reminder_time", NEW."reminder_working_days", NEW."seats_due", NEW."short_name", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="7bb38b4fe472f7842c8db9183a7f32a874e294aa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c3cc6",
                    table="committees_committee",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_committeeevent" ("boards_limit", "central_officers_due", "circulation_days", "code", "dates_in_words", "duties", "ends_on", "ends_soon_days", "id", "issue_id", "kind", "meets_every_months", "minutes_due_days", "name", "name_en", "note", "officers_per_region", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "province_id", "quorum_counts_substitutes", "quorum_denominator", "quorum_numerator", "quorum_of", "region_id", "reminder_time", "reminder_working_days", "seats_due", "short_name", "source", "starts_on") VALUES (NEW."boards_limit", NEW."central_officers_due", NEW."circulation_days", NEW."code", NEW."dates_in_words", NEW."duties", NEW."ends_on", NEW."ends_soon_days", NEW."id", NEW."issue_id", NEW."kind", NEW."meets_every_months", NEW."minutes_due_days", NEW."name", NEW."name_en", NEW."note", NEW."officers_per_region", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."province_id", NEW."quorum_counts_substitutes", NEW."quorum_denominator", NEW."quorum_numerator", NEW."quorum_of", NEW."region_id", NEW."reminder_time", NEW."reminder_working_days", NEW."seats_due", NEW."short_name", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="2c37c44caac819996790d978991d5fb81ce79f38",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9aa6e",
                    table="committees_committee",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_committeeevent" ("boards_limit", "central_officers_due", "circulation_days", "code", "dates_in_words", "duties", "ends_on", "ends_soon_days", "id", "issue_id", "kind", "meets_every_months", "minutes_due_days", "name", "name_en", "note", "officers_per_region", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "province_id", "quorum_counts_substitutes", "quorum_denominator", "quorum_numerator", "quorum_of", "region_id", "reminder_time", "reminder_working_days", "seats_due", "short_name", "source", "starts_on") VALUES (OLD."boards_limit", OLD."central_officers_due", OLD."circulation_days", OLD."code", OLD."dates_in_words", OLD."duties", OLD."ends_on", OLD."ends_soon_days", OLD."id", OLD."issue_id", OLD."kind", OLD."meets_every_months", OLD."minutes_due_days", OLD."name", OLD."name_en", OLD."note", OLD."officers_per_region", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."province_id", OLD."quorum_counts_substitutes", OLD."quorum_denominator", OLD."quorum_numerator", OLD."quorum_of", OLD."region_id", OLD."reminder_time", OLD."reminder_working_days", OLD."seats_due", OLD."short_name", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="c04e40c75fdd43dc29a70294a5d31cd32b337a80",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7c923",
                    table="committees_committee",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="committeeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="7519c8541186a51b979b9b9c064a4e63718f9f3e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_73302",
                    table="committees_committeeevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="committeeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="60033d39e465272319c5fe4d63897923ab08ea74",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36b18",
                    table="committees_committeeevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="bodymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_bodymembershipevent" ("appointed_by_id", "committee_id", "discharged_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on") VALUES (NEW."appointed_by_id", NEW."committee_id", NEW."discharged_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."starts_on"); RETURN NULL;',
                    hash="2d00e0dac7cddbe9d4fa5a591e5743b41a4b30ad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a40ba",
                    table="committees_bodymembership",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="bodymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_bodymembershipevent" ("appointed_by_id", "committee_id", "discharged_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on") VALUES (NEW."appointed_by_id", NEW."committee_id", NEW."discharged_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."starts_on"); RETURN NULL;',
                    hash="c1afbaba2832fba1a60981e914243d33bd14fe5a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_add72",
                    table="committees_bodymembership",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="bodymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_bodymembershipevent" ("appointed_by_id", "committee_id", "discharged_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on") VALUES (OLD."appointed_by_id", OLD."committee_id", OLD."discharged_by_id", OLD."ends_on", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."starts_on"); RETURN NULL;',
                    hash="a6c72b7f86836d6e96e531b470d51b40deaa141f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7f42c",
                    table="committees_bodymembership",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="bodymembershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="9774b45885a6c2fe8ec63ab8899f673a9aa5dbea",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9ac9f",
                    table="committees_bodymembershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="bodymembershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c65e62057f4dd7c8e2726fdcc475d22754b321c4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fb657",
                    table="committees_bodymembershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_delegationevent" ("central_officers_due", "committee_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."central_officers_due", NEW."committee_id", NEW."ends_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="f7a190c108aa91b26c877d0e1abbc87b3a32bbe5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_54a95",
                    table="committees_delegation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_delegationevent" ("central_officers_due", "committee_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."central_officers_due", NEW."committee_id", NEW."ends_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="8a3d67ae3ceeed9e38f28e30463653afd91d8a61",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6650e",
                    table="committees_delegation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_delegationevent" ("central_officers_due", "committee_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."central_officers_due", OLD."committee_id", OLD."ends_on", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                    hash="dd125aae7cee794319fcc79d335728d7b1ed55ee",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f9554",
                    table="committees_delegation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="d884632c103112ecebfd0069d813a4ff692070a9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_b2858",
                    table="committees_delegationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ffaf77a1c55e252ba4c4a1d61dd4521f174dd0ca",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e29fc",
                    table="committees_delegationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_delegateevent" ("delegation_id", "ends_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "region_id", "starts_on") VALUES (NEW."delegation_id", NEW."ends_on", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="cd2cbaaca4bb0216a1ce8137aabdd8171a5c908c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_904be",
                    table="committees_delegate",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_delegateevent" ("delegation_id", "ends_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "region_id", "starts_on") VALUES (NEW."delegation_id", NEW."ends_on", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="31882c963db5d7bc572313a24e7c509f96f1ae1d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_42c0a",
                    table="committees_delegate",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_delegateevent" ("delegation_id", "ends_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "region_id", "starts_on") VALUES (OLD."delegation_id", OLD."ends_on", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."region_id", OLD."starts_on"); RETURN NULL;',
                    hash="a4fa7cba3a21c3cec6cd0ac6995ca2d9237e63ca",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4f1dc",
                    table="committees_delegate",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="ea008a44c295bc18cff80e7a29e936803956091f",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_5894d",
                    table="committees_delegateevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="delegateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0ce43bf4c6d7a4d97bec09733a1b1d3da4a88f24",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cb36b",
                    table="committees_delegateevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issueprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_issueprogressevent" ("id", "issue_id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text") VALUES (NEW."id", NEW."issue_id", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."text"); RETURN NULL;',
                    hash="55da2b86ea1dd595cad51c199cc08442a0871c15",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fd8dd",
                    table="committees_issueprogress",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issueprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_issueprogressevent" ("id", "issue_id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text") VALUES (NEW."id", NEW."issue_id", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."text"); RETURN NULL;',
                    hash="8c944ff0686c195e4c013fd43bd04348a5d5eecf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_34070",
                    table="committees_issueprogress",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issueprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_issueprogressevent" ("id", "issue_id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text") VALUES (OLD."id", OLD."issue_id", OLD."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."text"); RETURN NULL;',
                    hash="da533502311450318eab1946a926482fa0d28a78",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fef50",
                    table="committees_issueprogress",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issueprogressevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="71bc320e4f032af9f0ae8d9c9322212169c71fb1",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_ae156",
                    table="committees_issueprogressevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="issueprogressevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b70b4836e775141d9feab470bfbd38eab75ef5d1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f51f0",
                    table="committees_issueprogressevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_positionevent" ("ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="62607e05ee31161cb161be330d81b3089be242f4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f3574",
                    table="committees_position",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_positionevent" ("ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="0dcf5cfe14bd013e83a57669ff94eb8691963097",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9ff73",
                    table="committees_position",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_positionevent" ("ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "title") VALUES (OLD."ends_on", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on", OLD."title"); RETURN NULL;',
                    hash="a932434b53d9a06ef7a1a4870e808a976d7ec829",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a9b55",
                    table="committees_position",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="positionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="f332592a014f09ce2b6d775b63c3bcb322babbe6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_01b39",
                    table="committees_positionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="positionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5f14a19cda4d72ad3e169186ab0f4362fbbbf443",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cd42c",
                    table="committees_positionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="rosterimport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_rosterimportevent" ("file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_count", "token", "uploaded_at", "uploaded_by_id", "written_at", "written_count") VALUES (NEW."file_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."row_count", NEW."token", NEW."uploaded_at", NEW."uploaded_by_id", NEW."written_at", NEW."written_count"); RETURN NULL;',
                    hash="10654f4118a2965f657236583a17c7176fdef234",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b3309",
                    table="committees_rosterimport",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="rosterimport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."row_count" IS DISTINCT FROM (NEW."row_count") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at") OR OLD."written_count" IS DISTINCT FROM (NEW."written_count"))',
                    func='INSERT INTO "committees_rosterimportevent" ("file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_count", "token", "uploaded_at", "uploaded_by_id", "written_at", "written_count") VALUES (NEW."file_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."row_count", NEW."token", NEW."uploaded_at", NEW."uploaded_by_id", NEW."written_at", NEW."written_count"); RETURN NULL;',
                    hash="c8da82137a4252466db7e0cec6195044f4212f80",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7a4f4",
                    table="committees_rosterimport",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="rosterimport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_rosterimportevent" ("file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_count", "token", "uploaded_at", "uploaded_by_id", "written_at", "written_count") VALUES (OLD."file_name", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."row_count", OLD."token", OLD."uploaded_at", OLD."uploaded_by_id", OLD."written_at", OLD."written_count"); RETURN NULL;',
                    hash="ac229fec34b5aeae90195132bad0d2c9d621d5ed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_61dc2",
                    table="committees_rosterimport",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="rosterimportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="9bb67cf5dfe2afe46694ebe6431b231303c973fb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_7bbf7",
                    table="committees_rosterimportevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="rosterimportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="befba947124e7a05ea89b03e3898d9c74ec71715",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_561c3",
                    table="committees_rosterimportevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_seatevent" ("cluster_id", "committee_id", "ends_on", "id", "issue_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "starts_on") VALUES (NEW."cluster_id", NEW."committee_id", NEW."ends_on", NEW."id", NEW."issue_id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="9a6265c4a82f1514f0a35b837d59704f95d200a1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_611b5",
                    table="committees_seat",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_seatevent" ("cluster_id", "committee_id", "ends_on", "id", "issue_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "starts_on") VALUES (NEW."cluster_id", NEW."committee_id", NEW."ends_on", NEW."id", NEW."issue_id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."region_id", NEW."starts_on"); RETURN NULL;',
                    hash="fd55176a161b04f98fd1d76040d8fac90cc403a7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8709f",
                    table="committees_seat",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_seatevent" ("cluster_id", "committee_id", "ends_on", "id", "issue_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "starts_on") VALUES (OLD."cluster_id", OLD."committee_id", OLD."ends_on", OLD."id", OLD."issue_id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."region_id", OLD."starts_on"); RETURN NULL;',
                    hash="4e2de3c726e562d6712c683cc2e920a15482ae47",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e1324",
                    table="committees_seat",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="seatevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="9891a28d68ce0b91f284ec6a66d87fd3941ae539",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_93e8a",
                    table="committees_seatevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="seatevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f42065769b9c4ea91e0d6b230906fd39a5c536a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c132f",
                    table="committees_seatevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_membershipevent" ("appointed_by_id", "discharged_by_id", "ends_on", "id", "mode", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on", "term_ends_on") VALUES (NEW."appointed_by_id", NEW."discharged_by_id", NEW."ends_on", NEW."id", NEW."mode", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."seat_id", NEW."starts_on", NEW."term_ends_on"); RETURN NULL;',
                    hash="3bd83d708b04157f836df1b2a473f406b8793783",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1eba4",
                    table="committees_membership",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_membershipevent" ("appointed_by_id", "discharged_by_id", "ends_on", "id", "mode", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on", "term_ends_on") VALUES (NEW."appointed_by_id", NEW."discharged_by_id", NEW."ends_on", NEW."id", NEW."mode", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."seat_id", NEW."starts_on", NEW."term_ends_on"); RETURN NULL;',
                    hash="99e2ae53dfbc2a6f5bb28ee18ef62b9e1374eabf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e3ad4",
                    table="committees_membership",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_membershipevent" ("appointed_by_id", "discharged_by_id", "ends_on", "id", "mode", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on", "term_ends_on") VALUES (OLD."appointed_by_id", OLD."discharged_by_id", OLD."ends_on", OLD."id", OLD."mode", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."seat_id", OLD."starts_on", OLD."term_ends_on"); RETURN NULL;',
                    hash="21077b8dc157c5362ffac39e5264bc7ce048ddec",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6f1ba",
                    table="committees_membership",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="membershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="3ccf8e867d817e8d87761133342cfd9fd1063707",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_33f46",
                    table="committees_membershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="membershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2570b6d80a8232173186fd5798190afa8c4b9b4d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d9a2f",
                    table="committees_membershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="substitution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_substitutionevent" ("appointed_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on") VALUES (NEW."appointed_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."seat_id", NEW."starts_on"); RETURN NULL;',
                    hash="8c20f43d701b35947eeb3ff779b8573ffd9f2609",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_518fb",
                    table="committees_substitution",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="substitution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_substitutionevent" ("appointed_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on") VALUES (NEW."appointed_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."seat_id", NEW."starts_on"); RETURN NULL;',
                    hash="ce4bf921737bb29910d02d62c80d271a229728a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_82cf1",
                    table="committees_substitution",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="substitution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_substitutionevent" ("appointed_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on") VALUES (OLD."appointed_by_id", OLD."ends_on", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."seat_id", OLD."starts_on"); RETURN NULL;',
                    hash="e5379e4df800ff916008d9db89ec9a770648fe19",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a01a4",
                    table="committees_substitution",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="substitutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="0f30f642af382caf0363907e0cb19398e5259e79",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_5c49c",
                    table="committees_substitutionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="substitutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4d849dc231495654664e64264563ade9f84cbd99",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_026df",
                    table="committees_substitutionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
