"""Meetings, their record, minutes, papers and what follows from them."""

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import meetings.models.days
import portal.kernel.trigger_operations


class Migration(migrations.Migration):
    replaces = [
        ("meetings", "0001_initial"),
        ("meetings", "0002_a_record_may_state_no_day"),
        ("meetings", "0003_a_sitting_may_have_no_day"),
        ("meetings", "0004_papers_attendance_replies"),
        ("meetings", "0005_records_minutes_and_documents"),
        ("meetings", "0007_claims_of_presence"),
        ("meetings", "0008_letters_refer_and_every_paper_has_a_template"),
        ("meetings", "0009_requests_are_carried"),
    ]

    initial = True

    dependencies = [
        ("committees", "0001_tables"),
        ("kernel", "0001_tables"),
        ("regions", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="committees.committee",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "การประชุม"),
                            ("seminar", "การสัมมนา"),
                            ("provincial", "เวทีจังหวัด"),
                            ("regional", "เวทีภาค"),
                            ("mobile", "เวทีสัญจร"),
                        ],
                        default="meeting",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "ร่างวาระ"),
                            ("called", "ส่งหนังสือเชิญแล้ว"),
                            ("in_session", "กำลังประชุม"),
                            ("closed", "ประชุมแล้ว"),
                            ("postponed", "เลื่อนโดยยังไม่กำหนดวัน"),
                            ("cancelled", "ยกเลิก"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(null=True, verbose_name="ครั้งที่")),
                ("be_year", models.PositiveSmallIntegerField(verbose_name="ปี พ.ศ.")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="ชื่อการประชุม")),
                ("starts_on", models.DateField(null=True, verbose_name="วันแรก")),
                ("ends_on", models.DateField(null=True, verbose_name="วันสุดท้าย")),
                (
                    "expected_month",
                    models.DateField(blank=True, null=True, verbose_name="คาดว่าเดือน"),
                ),
                (
                    "expected_part",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "ต้นเดือน"),
                            ("middle", "กลางเดือน"),
                            ("late", "ปลายเดือน"),
                            ("any", "ภายในเดือน"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="ช่วงของเดือน",
                    ),
                ),
                ("starts_at", models.TimeField(null=True, verbose_name="เริ่มเวลา")),
                ("ends_at", models.TimeField(null=True, verbose_name="เลิกเวลา")),
                ("venue", models.CharField(blank=True, max_length=200, verbose_name="สถานที่")),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="regions.province",
                    ),
                ),
                ("map_url", models.URLField(blank=True, max_length=500, verbose_name="ลิงก์แผนที่")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("onsite", "ในที่ประชุม"),
                            ("online", "ทางออนไลน์"),
                            ("both", "ในที่ประชุมและทางออนไลน์"),
                        ],
                        default="onsite",
                        max_length=10,
                        verbose_name="วิธีประชุม",
                    ),
                ),
                (
                    "online_url",
                    models.URLField(blank=True, max_length=500, verbose_name="ลิงก์เข้าประชุมออนไลน์"),
                ),
                (
                    "letter_number",
                    models.CharField(blank=True, max_length=60, verbose_name="เลขที่หนังสือเชิญ"),
                ),
                (
                    "letter_reference",
                    models.CharField(blank=True, max_length=200, verbose_name="หนังสือที่อ้างถึง"),
                ),
                (
                    "previous",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "next_in_words",
                    models.CharField(blank=True, max_length=200, verbose_name="นัดหมายครั้งต่อไป"),
                ),
                (
                    "source",
                    models.CharField(blank=True, max_length=200, verbose_name="เอกสารต้นทาง"),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("called_at", models.DateTimeField(null=True)),
                (
                    "called_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="เริ่มประชุม")),
                (
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="เลิกประชุม")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
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
                        fields=("committee", "be_year", "number"),
                        name="one_meeting_of_a_number_per_committee_and_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="a_meeting_ends_after_it_starts",
                        violation_error_message="วันสุดท้ายต้องไม่ก่อนวันแรก",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["planned", "cancelled", "postponed"]),
                            models.Q(
                                ("ends_on__isnull", False),
                                ("number__isnull", False),
                                ("starts_on__isnull", False),
                            ),
                            models.Q(
                                models.Q(("source", ""), _negated=True),
                                ("ends_on", None),
                                ("number__isnull", False),
                                ("starts_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="called_meetings_have_a_number_and_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("expected_month", None), ("expected_part", "")),
                            models.Q(
                                ("expected_month__day", 1),
                                models.Q(("expected_part", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_expected_month_says_which_part_of_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "called"), _negated=True),
                            models.Q(("called_at__isnull", False), ("called_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="called_meetings_say_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "in_session"), _negated=True),
                            models.Q(("closed_at", None), ("opened_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="meetings_in_session_were_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("opened_at", None), ("opened_by", None)),
                                models.Q(
                                    ("opened_at__isnull", False), ("opened_by__isnull", False)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(("closed_at", None), ("closed_by", None)),
                                models.Q(
                                    ("closed_at__isnull", False), ("closed_by__isnull", False)
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="opening_and_closing_say_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at", None),
                            ("closed_at__gte", models.F("opened_at")),
                            _connector="OR",
                        ),
                        name="a_meeting_closes_after_it_opens",
                        violation_error_message="เวลาเลิกต้องไม่ก่อนเวลาเริ่ม",
                    ),
                ],
            },
            bases=(meetings.models.days.Days, models.Model),
        ),
        migrations.CreateModel(
            name="MeetingEvent",
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
                        to="meetings.meeting",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "การประชุม"),
                            ("seminar", "การสัมมนา"),
                            ("provincial", "เวทีจังหวัด"),
                            ("regional", "เวทีภาค"),
                            ("mobile", "เวทีสัญจร"),
                        ],
                        default="meeting",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "ร่างวาระ"),
                            ("called", "ส่งหนังสือเชิญแล้ว"),
                            ("in_session", "กำลังประชุม"),
                            ("closed", "ประชุมแล้ว"),
                            ("postponed", "เลื่อนโดยยังไม่กำหนดวัน"),
                            ("cancelled", "ยกเลิก"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(null=True, verbose_name="ครั้งที่")),
                ("be_year", models.PositiveSmallIntegerField(verbose_name="ปี พ.ศ.")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="ชื่อการประชุม")),
                ("starts_on", models.DateField(null=True, verbose_name="วันแรก")),
                ("ends_on", models.DateField(null=True, verbose_name="วันสุดท้าย")),
                (
                    "expected_month",
                    models.DateField(blank=True, null=True, verbose_name="คาดว่าเดือน"),
                ),
                (
                    "expected_part",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "ต้นเดือน"),
                            ("middle", "กลางเดือน"),
                            ("late", "ปลายเดือน"),
                            ("any", "ภายในเดือน"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="ช่วงของเดือน",
                    ),
                ),
                ("starts_at", models.TimeField(null=True, verbose_name="เริ่มเวลา")),
                ("ends_at", models.TimeField(null=True, verbose_name="เลิกเวลา")),
                ("venue", models.CharField(blank=True, max_length=200, verbose_name="สถานที่")),
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
                ("map_url", models.URLField(blank=True, max_length=500, verbose_name="ลิงก์แผนที่")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("onsite", "ในที่ประชุม"),
                            ("online", "ทางออนไลน์"),
                            ("both", "ในที่ประชุมและทางออนไลน์"),
                        ],
                        default="onsite",
                        max_length=10,
                        verbose_name="วิธีประชุม",
                    ),
                ),
                (
                    "online_url",
                    models.URLField(blank=True, max_length=500, verbose_name="ลิงก์เข้าประชุมออนไลน์"),
                ),
                (
                    "letter_number",
                    models.CharField(blank=True, max_length=60, verbose_name="เลขที่หนังสือเชิญ"),
                ),
                (
                    "letter_reference",
                    models.CharField(blank=True, max_length=200, verbose_name="หนังสือที่อ้างถึง"),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "next_in_words",
                    models.CharField(blank=True, max_length=200, verbose_name="นัดหมายครั้งต่อไป"),
                ),
                (
                    "source",
                    models.CharField(blank=True, max_length=200, verbose_name="เอกสารต้นทาง"),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("called_at", models.DateTimeField(null=True)),
                (
                    "called_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="เริ่มประชุม")),
                (
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="เลิกประชุม")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
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
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objectives",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="ObjectiveEvent",
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
                        to="meetings.objective",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "section",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"),
                            (2, "เรื่องรับรองรายงานการประชุม"),
                            (3, "เรื่องสืบเนื่อง"),
                            (4, "เรื่องเสนอเพื่อทราบ"),
                            (5, "เรื่องเสนอเพื่อพิจารณา"),
                            (6, "เรื่องอื่น ๆ"),
                        ],
                        verbose_name="ระเบียบวาระที่",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="ลำดับ")),
                ("title", models.CharField(max_length=200, verbose_name="เรื่อง")),
                (
                    "presenter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.person",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="เวลา (นาที)"
                    ),
                ),
                ("discussion", models.TextField(blank=True, verbose_name="สรุปการอภิปราย")),
                ("is_noted", models.BooleanField(default=False, verbose_name="ที่ประชุมรับทราบ")),
            ],
            options={
                "ordering": ["section", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("meeting", "section", "position"),
                        name="agenda_items_keep_their_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItemEvent",
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
                        to="meetings.agendaitem",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "section",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"),
                            (2, "เรื่องรับรองรายงานการประชุม"),
                            (3, "เรื่องสืบเนื่อง"),
                            (4, "เรื่องเสนอเพื่อทราบ"),
                            (5, "เรื่องเสนอเพื่อพิจารณา"),
                            (6, "เรื่องอื่น ๆ"),
                        ],
                        verbose_name="ระเบียบวาระที่",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="ลำดับ")),
                ("title", models.CharField(max_length=200, verbose_name="เรื่อง")),
                (
                    "presenter",
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
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="เวลา (นาที)"
                    ),
                ),
                ("discussion", models.TextField(blank=True, verbose_name="สรุปการอภิปราย")),
                ("is_noted", models.BooleanField(default=False, verbose_name="ที่ประชุมรับทราบ")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="StatementEvent",
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
                        to="meetings.statement",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Speaker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="speakers",
                        to="meetings.statement",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spoke",
                        to="kernel.person",
                    ),
                ),
                (
                    "held_position",
                    models.CharField(blank=True, max_length=120, verbose_name="ตำแหน่งในวันนั้น"),
                ),
            ],
            options={
                "ordering": ["order"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("person__isnull", False),
                            models.Q(("held_position", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_speaker_has_a_name_or_a_position",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SpeakerEvent",
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
                        to="meetings.speaker",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "statement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.statement",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kernel.person",
                    ),
                ),
                (
                    "held_position",
                    models.CharField(blank=True, max_length=120, verbose_name="ตำแหน่งในวันนั้น"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="OpinionEvent",
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
                        to="meetings.opinion",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="ProposalEvent",
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
                        to="meetings.proposal",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="meetings.agendaitem",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="มติที่")),
                ("text", models.TextField()),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="ลงมติเมื่อ")),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="one_resolution_of_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionEvent",
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
                        to="meetings.resolution",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="มติที่")),
                ("text", models.TextField()),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="ลงมติเมื่อ")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResolutionChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="meetings.resolution",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changed_by",
                        to="meetings.resolution",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("amends", "แก้ไขเพิ่มเติม"), ("revokes", "ยกเลิก")], max_length=10
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("resolution", "earlier"), name="a_resolution_changes_another_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("resolution", models.F("earlier")), _negated=True),
                        name="no_resolution_changes_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionChangeEvent",
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
                        to="meetings.resolutionchange",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "resolution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("amends", "แก้ไขเพิ่มเติม"), ("revokes", "ยกเลิก")], max_length=10
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActionItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_items",
                        to="meetings.resolution",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=300, verbose_name="งาน")),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_items",
                        to="regions.region",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_items",
                        to="committees.committee",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_items",
                        to="kernel.person",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="กำหนดเสร็จ")),
                (
                    "due_precision",
                    models.CharField(
                        choices=[("day", "วัน"), ("month", "เดือน")], default="day", max_length=5
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items_answered",
                        to="regions.regionalreport",
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="ผล")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ยกเลิกเมื่อ"),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=300, verbose_name="เหตุที่ยกเลิก"),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person", None), ("region__isnull", False), ("unit", None)),
                            models.Q(("person", None), ("region", None), ("unit__isnull", False)),
                            models.Q(("person__isnull", False), ("region", None), ("unit", None)),
                            _connector="OR",
                        ),
                        name="an_action_item_has_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_by", None)),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="done_items_say_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at", None),
                                ("withdrawn_because", ""),
                                ("withdrawn_by", None),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_items_say_when_by_whom_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None), ("done_at", None), _connector="OR"
                        ),
                        name="what_is_done_is_not_withdrawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionItemEvent",
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
                        to="meetings.actionitem",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=300, verbose_name="งาน")),
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
                    "unit",
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
                ("due_on", models.DateField(verbose_name="กำหนดเสร็จ")),
                (
                    "due_precision",
                    models.CharField(
                        choices=[("day", "วัน"), ("month", "เดือน")], default="day", max_length=5
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.regionalreport",
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="ผล")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ยกเลิกเมื่อ"),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=300, verbose_name="เหตุที่ยกเลิก"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "action_item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="meetings.actionitem",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obligation_answers",
                        to="regions.regionalreport",
                    ),
                ),
                (
                    "progress",
                    models.CharField(
                        choices=[("doing", "กำลังทำ"), ("done", "เสร็จแล้ว")],
                        max_length=10,
                        verbose_name="ทำไปถึงไหน",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="ผลที่เกิดขึ้น")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("action_item", "report"), name="one_answer_of_a_report_to_an_item"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerEvent",
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
                        to="meetings.answer",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "action_item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.actionitem",
                    ),
                ),
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
                    "progress",
                    models.CharField(
                        choices=[("doing", "กำลังทำ"), ("done", "เสร็จแล้ว")],
                        max_length=10,
                        verbose_name="ทำไปถึงไหน",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="ผลที่เกิดขึ้น")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="committees.seat",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="committees.bodymembership",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances_due",
                        to="kernel.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="kernel.person",
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=200, verbose_name="ชื่อผู้มาแทนหรือผู้เข้าร่วม"),
                ),
                (
                    "role",
                    models.CharField(blank=True, max_length=200, verbose_name="ตำแหน่งหรือหน่วยงาน"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("present", "มาประชุม"),
                            ("substitute", "มาประชุมแทน"),
                            ("excused", "ลา"),
                            ("absent", "ไม่มา"),
                            ("observer", "ผู้เข้าร่วมประชุม"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("onsite", "ในที่ประชุม"), ("online", "ทางออนไลน์")],
                        default="onsite",
                        max_length=10,
                        verbose_name="เข้าร่วม",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="เหตุที่ไม่มา")),
                ("arrived_at", models.DateTimeField(blank=True, null=True, verbose_name="มาถึง")),
                ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="ออกก่อน")),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "seat"), name="one_attendance_per_seat"
                    ),
                    models.UniqueConstraint(
                        fields=("meeting", "member"), name="one_attendance_per_member"
                    ),
                    models.UniqueConstraint(
                        fields=("meeting", "person"),
                        name="one_attendance_per_person",
                        violation_error_message="ผู้นี้มีชื่อในการประชุมนี้แล้ว",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("holder", None),
                                ("kind", "observer"),
                                ("member", None),
                                ("seat", None),
                            ),
                            models.Q(
                                models.Q(("kind", "observer"), _negated=True),
                                ("member", None),
                                ("seat__isnull", False),
                            ),
                            models.Q(
                                models.Q(("kind", "observer"), _negated=True),
                                ("member__isnull", False),
                                ("seat", None),
                            ),
                            _connector="OR",
                        ),
                        name="guests_have_no_place_the_others_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "present"), ("name", ""), ("person", models.F("holder"))
                            ),
                            models.Q(
                                ("kind__in", ["excused", "absent"]), ("name", ""), ("person", None)
                            ),
                            models.Q(
                                ("kind__in", ["substitute", "observer"]),
                                models.Q(
                                    ("person__isnull", False),
                                    models.Q(("name", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="whoever_came_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("arrived_at", None),
                                ("kind__in", ["excused", "absent"]),
                                ("left_at", None),
                            ),
                            models.Q(
                                models.Q(("kind__in", ["excused", "absent"]), _negated=True),
                                ("arrived_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="whoever_came_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_at", None),
                            ("left_at__gte", models.F("arrived_at")),
                            _connector="OR",
                        ),
                        name="nobody_leaves_before_arriving",
                        violation_error_message="เวลาออกต้องไม่ก่อนเวลามาถึง",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
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
                        to="meetings.attendance",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.seat",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.bodymembership",
                    ),
                ),
                (
                    "holder",
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
                (
                    "name",
                    models.CharField(blank=True, max_length=200, verbose_name="ชื่อผู้มาแทนหรือผู้เข้าร่วม"),
                ),
                (
                    "role",
                    models.CharField(blank=True, max_length=200, verbose_name="ตำแหน่งหรือหน่วยงาน"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("present", "มาประชุม"),
                            ("substitute", "มาประชุมแทน"),
                            ("excused", "ลา"),
                            ("absent", "ไม่มา"),
                            ("observer", "ผู้เข้าร่วมประชุม"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("onsite", "ในที่ประชุม"), ("online", "ทางออนไลน์")],
                        default="onsite",
                        max_length=10,
                        verbose_name="เข้าร่วม",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="เหตุที่ไม่มา")),
                ("arrived_at", models.DateTimeField(blank=True, null=True, verbose_name="มาถึง")),
                ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="ออกก่อน")),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="AttendanceClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance_claims",
                        to="committees.seat",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance_claims",
                        to="committees.bodymembership",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance_claims",
                        to="kernel.person",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("onsite", "ในที่ประชุม"), ("online", "ทางออนไลน์")],
                        max_length=10,
                        verbose_name="เข้าร่วม",
                    ),
                ),
                ("arrived_at", models.DateTimeField(blank=True, null=True, verbose_name="มาถึง")),
                (
                    "note",
                    models.CharField(blank=True, max_length=200, verbose_name="ข้อความถึงเลขานุการ"),
                ),
                ("claimed_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("confirmed", "ยืนยันแล้ว"), ("refused", "ไม่ยืนยัน")],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="เหตุที่ไม่ยืนยัน")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["claimed_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "person"), name="one_attendance_claim_per_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("member", None), ("seat__isnull", False)),
                            models.Q(("member__isnull", False), ("seat", None)),
                            _connector="OR",
                        ),
                        name="a_claim_is_for_a_seat_or_a_member",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("outcome", "")),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="answered_claims_say_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "refused"), models.Q(("reason", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("outcome", "refused"), _negated=True), ("reason", "")
                            ),
                            _connector="OR",
                        ),
                        name="refused_claims_say_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceClaimEvent",
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
                        to="meetings.attendanceclaim",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.seat",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.bodymembership",
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
                        choices=[("onsite", "ในที่ประชุม"), ("online", "ทางออนไลน์")],
                        max_length=10,
                        verbose_name="เข้าร่วม",
                    ),
                ),
                ("arrived_at", models.DateTimeField(blank=True, null=True, verbose_name="มาถึง")),
                (
                    "note",
                    models.CharField(blank=True, max_length=200, verbose_name="ข้อความถึงเลขานุการ"),
                ),
                ("claimed_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("confirmed", "ยืนยันแล้ว"), ("refused", "ไม่ยืนยัน")],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="เหตุที่ไม่ยืนยัน")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
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
            name="Sitting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("on", models.DateField(null=True)),
                ("part_of_day", models.CharField(blank=True, max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plenary", "ประชุมรวม"),
                            ("breakout", "แบ่งกลุ่มย่อย"),
                            ("informal", "สนทนานอกวาระ"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("group_count", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="SittingEvent",
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
                        to="meetings.sitting",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("on", models.DateField(null=True)),
                ("part_of_day", models.CharField(blank=True, max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plenary", "ประชุมรวม"),
                            ("breakout", "แบ่งกลุ่มย่อย"),
                            ("informal", "สนทนานอกวาระ"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("group_count", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BreakoutResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="meetings.sitting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.SlugField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="BreakoutResultEvent",
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
                        to="meetings.breakoutresult",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.sitting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.SlugField(db_index=False, max_length=40)),
                ("title", models.CharField(max_length=200)),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResultPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="meetings.breakoutresult",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="meetings.resultpoint",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("column", models.CharField(blank=True, max_length=80)),
                ("heading", models.CharField(blank=True, max_length=120)),
                ("text", models.TextField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="ResultPointEvent",
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
                        to="meetings.resultpoint",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.breakoutresult",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resultpoint",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("column", models.CharField(blank=True, max_length=80)),
                ("heading", models.CharField(blank=True, max_length=120)),
                ("text", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BreakoutGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="meetings.sitting",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="กลุ่มที่")),
                ("topic", models.CharField(blank=True, max_length=200, verbose_name="หัวข้อ")),
                (
                    "note_taker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups_noted",
                        to="kernel.person",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sitting", "number"), name="one_group_of_a_number_per_sitting"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BreakoutGroupEvent",
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
                        to="meetings.breakoutgroup",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "sitting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.sitting",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="กลุ่มที่")),
                ("topic", models.CharField(blank=True, max_length=200, verbose_name="หัวข้อ")),
                (
                    "note_taker",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BreakoutMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="meetings.breakoutgroup",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="kernel.person",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="ชื่อ")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("group", "person"), name="once_in_a_group"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("person__isnull", False)),
                            models.Q(("person", None), models.Q(("name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_group_member_is_a_person_or_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BreakoutMemberEvent",
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
                        to="meetings.breakoutmember",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.breakoutgroup",
                    ),
                ),
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
                ("name", models.CharField(blank=True, max_length=200, verbose_name="ชื่อ")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GroupPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="meetings.breakoutgroup",
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_points",
                        to="meetings.breakoutresult",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("column", models.CharField(blank=True, max_length=80)),
                ("text", models.TextField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="GroupPointEvent",
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
                        to="meetings.grouppoint",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.breakoutgroup",
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.breakoutresult",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("column", models.CharField(blank=True, max_length=80)),
                ("text", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PointSource",
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
                        related_name="sources",
                        to="meetings.resultpoint",
                    ),
                ),
                (
                    "group_point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="meetings.grouppoint",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("point", "group_point"), name="a_bullet_goes_into_a_point_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PointSourceEvent",
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
                        to="meetings.pointsource",
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
                        to="meetings.resultpoint",
                    ),
                ),
                (
                    "group_point",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.grouppoint",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Diagram",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="diagrams",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "shape",
                    models.CharField(
                        choices=[("chain", "ลำดับ"), ("columns", "ตาราง")], max_length=10
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("description", models.TextField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="DiagramEvent",
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
                        to="meetings.diagram",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "shape",
                    models.CharField(
                        choices=[("chain", "ลำดับ"), ("columns", "ตาราง")], max_length=10
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("description", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DiagramNode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "diagram",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nodes",
                        to="meetings.diagram",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("column", models.CharField(blank=True, max_length=80)),
                ("title", models.CharField(max_length=120)),
                ("text", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="DiagramNodeEvent",
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
                        to="meetings.diagramnode",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "diagram",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.diagram",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("column", models.CharField(blank=True, max_length=80)),
                ("title", models.CharField(max_length=120)),
                ("text", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feeds",
                        to="kernel.person",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("person",),
                        name="one_calendar_feed_per_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarFeedEvent",
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
                        to="meetings.calendarfeed",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarriedItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_items",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "action_item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried",
                        to="meetings.actionitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "เสร็จ"),
                            ("continued", "ดำเนินการต่อ"),
                            ("changed", "เปลี่ยน"),
                            ("withdrawn", "ยกเลิก"),
                        ],
                        max_length=10,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_because",
                    models.CharField(blank=True, max_length=300, verbose_name="เหตุที่ไม่นำเข้าวาระ"),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "action_item"),
                        name="an_item_is_carried_once_into_a_meeting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("removed_at", None), ("removed_because", ""), ("removed_by", None)
                            ),
                            models.Q(
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(("removed_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="items_taken_off_say_when_by_whom_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("settled_at", None), ("settled_by", None)),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="settled_items_say_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CarriedItemEvent",
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
                        to="meetings.carrieditem",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "action_item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.actionitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "เสร็จ"),
                            ("continued", "ดำเนินการต่อ"),
                            ("changed", "เปลี่ยน"),
                            ("withdrawn", "ยกเลิก"),
                        ],
                        max_length=10,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_because",
                    models.CharField(blank=True, max_length=300, verbose_name="เหตุที่ไม่นำเข้าวาระ"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarriedRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_requests",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried",
                        to="regions.supportrequest",
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_because",
                    models.CharField(blank=True, max_length=300, verbose_name="เหตุที่ไม่นำเข้าวาระ"),
                ),
            ],
            options={
                "ordering": ["request__be_year", "request__number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "request"),
                        name="a_request_is_carried_once_into_a_meeting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("removed_at", None), ("removed_because", ""), ("removed_by", None)
                            ),
                            models.Q(
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(("removed_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="requests_taken_off_say_when_by_whom_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CarriedRequestEvent",
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
                        to="meetings.carriedrequest",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
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
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_because",
                    models.CharField(blank=True, max_length=300, verbose_name="เหตุที่ไม่นำเข้าวาระ"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Letterhead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letterhead",
                        to="committees.committee",
                    ),
                ),
                ("agency", models.CharField(max_length=200, verbose_name="ส่วนราชการหรือหน่วยงาน")),
                ("address", models.TextField(verbose_name="ที่อยู่")),
                ("signatory", models.CharField(max_length=200, verbose_name="ผู้ลงนาม")),
                (
                    "signatory_position",
                    models.CharField(max_length=200, verbose_name="ตำแหน่งผู้ลงนาม"),
                ),
                ("unit", models.CharField(max_length=200, verbose_name="หน่วยงานเจ้าของเรื่อง")),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="โทรศัพท์")),
            ],
        ),
        migrations.CreateModel(
            name="LetterheadEvent",
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
                        to="meetings.letterhead",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("agency", models.CharField(max_length=200, verbose_name="ส่วนราชการหรือหน่วยงาน")),
                ("address", models.TextField(verbose_name="ที่อยู่")),
                ("signatory", models.CharField(max_length=200, verbose_name="ผู้ลงนาม")),
                (
                    "signatory_position",
                    models.CharField(max_length=200, verbose_name="ตำแหน่งผู้ลงนาม"),
                ),
                ("unit", models.CharField(max_length=200, verbose_name="หน่วยงานเจ้าของเรื่อง")),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="โทรศัพท์")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WordTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agenda", "ระเบียบวาระการประชุม"),
                            ("invitation", "หนังสือเชิญประชุม"),
                            ("minutes", "รายงานการประชุม"),
                            ("decisions", "สรุปมติ"),
                            ("extract", "สำเนามติ"),
                            ("summary", "สรุปเชิงบริหาร"),
                        ],
                        max_length=12,
                    ),
                ),
                ("file", models.FileField(upload_to="templates/")),
                ("file_name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("uploaded_at", models.DateTimeField()),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="WordTemplateEvent",
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
                        to="meetings.wordtemplate",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agenda", "ระเบียบวาระการประชุม"),
                            ("invitation", "หนังสือเชิญประชุม"),
                            ("minutes", "รายงานการประชุม"),
                            ("decisions", "สรุปมติ"),
                            ("extract", "สำเนามติ"),
                            ("summary", "สรุปเชิงบริหาร"),
                        ],
                        max_length=12,
                    ),
                ),
                ("file", models.FileField(upload_to="templates/")),
                ("file_name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("uploaded_at", models.DateTimeField()),
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
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="committees.seat",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="committees.bodymembership",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="kernel.person",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("letter", "หนังสือเชิญทางอีเมล"), ("phone", "โทรแจ้ง")], max_length=10
                    ),
                ),
                ("phoned_at", models.DateTimeField(blank=True, null=True)),
                (
                    "phoned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("coming", "มา"), ("declined", "ไม่มา"), ("substitute", "ส่งผู้แทน")],
                        max_length=10,
                        verbose_name="คำตอบ",
                    ),
                ),
                (
                    "answer_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="เหตุที่มาไม่ได้"),
                ),
                (
                    "substitute_name",
                    models.CharField(blank=True, max_length=200, verbose_name="ชื่อผู้แทน"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_via",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("link", "จากลิงก์ในจดหมาย"),
                            ("portal", "ในระบบ"),
                            ("phone", "ทางโทรศัพท์"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "answer_noted_by",
                    models.ForeignKey(
                        blank=True,
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
                        fields=("meeting", "seat"), name="one_invitation_per_seat"
                    ),
                    models.UniqueConstraint(
                        fields=("meeting", "member"), name="one_invitation_per_member"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("member", None), ("seat__isnull", False)),
                            models.Q(("member__isnull", False), ("seat", None)),
                            _connector="OR",
                        ),
                        name="an_invitation_is_for_a_seat_or_a_member",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("meeting", "person"),
                        name="one_invitation_per_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel", "phone"), ("person__isnull", False), _connector="OR"
                        ),
                        name="a_letter_has_a_reader",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("phoned_at", None), ("phoned_by", None)),
                            models.Q(("phoned_at__isnull", False), ("phoned_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="calls_say_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_via", "")),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                models.Q(("answered_via", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="answers_say_when_and_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "declined"), ("answer_reason", ""), _connector="OR"
                        ),
                        name="only_who_declines_gives_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", "substitute"),
                                models.Q(("substitute_name", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("answer", "substitute"), _negated=True),
                                ("substitute_name", ""),
                            ),
                            _connector="OR",
                        ),
                        name="a_substitute_is_named",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
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
                        to="meetings.invitation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.seat",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="committees.bodymembership",
                    ),
                ),
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
                (
                    "channel",
                    models.CharField(
                        choices=[("letter", "หนังสือเชิญทางอีเมล"), ("phone", "โทรแจ้ง")], max_length=10
                    ),
                ),
                ("phoned_at", models.DateTimeField(blank=True, null=True)),
                (
                    "phoned_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("coming", "มา"), ("declined", "ไม่มา"), ("substitute", "ส่งผู้แทน")],
                        max_length=10,
                        verbose_name="คำตอบ",
                    ),
                ),
                (
                    "answer_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="เหตุที่มาไม่ได้"),
                ),
                (
                    "substitute_name",
                    models.CharField(blank=True, max_length=200, verbose_name="ชื่อผู้แทน"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_via",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("link", "จากลิงก์ในจดหมาย"),
                            ("portal", "ในระบบ"),
                            ("phone", "ทางโทรศัพท์"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "answer_noted_by",
                    models.ForeignKey(
                        blank=True,
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
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "ร่าง"),
                            ("checked", "ตรวจแล้ว"),
                            ("circulated", "เวียน"),
                            ("proposed", "เสนอรับรอง"),
                            ("adopted", "รับรองแล้ว"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "note_taker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.person",
                    ),
                ),
                (
                    "checker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.person",
                    ),
                ),
                (
                    "circulated_until",
                    models.DateField(blank=True, null=True, verbose_name="ทักท้วงได้ถึงวันที่"),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same", "รับรองในการประชุมครั้งนั้น"),
                            ("next", "รับรองในการประชุมครั้งต่อมา"),
                            ("circulation", "รับรองโดยการเวียน"),
                        ],
                        max_length=12,
                    ),
                ),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="รับรองเมื่อ")),
                (
                    "adopted_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_adopted",
                        to="meetings.meeting",
                    ),
                ),
                ("corrections", models.TextField(blank=True, verbose_name="แก้ไขก่อนรับรอง")),
                (
                    "adopted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "minutes",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "circulated"), _negated=True),
                            ("circulated_until__isnull", False),
                            _connector="OR",
                        ),
                        name="circulated_minutes_say_until_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("adopted_on__isnull", False),
                                ("state", "adopted"),
                                models.Q(
                                    models.Q(
                                        ("adopted_in__isnull", False),
                                        ("route__in", ["same", "next"]),
                                    ),
                                    models.Q(("adopted_in", None), ("route", "circulation")),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                models.Q(("state", "adopted"), _negated=True),
                                ("adopted_in", None),
                                ("adopted_on", None),
                                ("route", ""),
                            ),
                            _connector="OR",
                        ),
                        name="adopted_minutes_say_when_and_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesEvent",
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
                        to="meetings.minutes",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "ร่าง"),
                            ("checked", "ตรวจแล้ว"),
                            ("circulated", "เวียน"),
                            ("proposed", "เสนอรับรอง"),
                            ("adopted", "รับรองแล้ว"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "note_taker",
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
                (
                    "checker",
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
                (
                    "circulated_until",
                    models.DateField(blank=True, null=True, verbose_name="ทักท้วงได้ถึงวันที่"),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same", "รับรองในการประชุมครั้งนั้น"),
                            ("next", "รับรองในการประชุมครั้งต่อมา"),
                            ("circulation", "รับรองโดยการเวียน"),
                        ],
                        max_length=12,
                    ),
                ),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="รับรองเมื่อ")),
                (
                    "adopted_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                ("corrections", models.TextField(blank=True, verbose_name="แก้ไขก่อนรับรอง")),
                (
                    "adopted_by",
                    models.ForeignKey(
                        blank=True,
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
            name="MinutesVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="meetings.minutes",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="ฉบับที่")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "ร่าง"),
                            ("checked", "ตรวจแล้ว"),
                            ("circulated", "เวียน"),
                            ("proposed", "เสนอรับรอง"),
                            ("adopted", "รับรองแล้ว"),
                        ],
                        max_length=10,
                    ),
                ),
                ("body", models.JSONField()),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="หมายเหตุ")),
                ("saved_at", models.DateTimeField()),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("minutes", "number"), name="one_version_of_a_number_per_minutes"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction_requests",
                        to="meetings.minutes",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("text", models.TextField(verbose_name="ขอแก้")),
                ("asked_at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("made", "แก้ตามที่ขอ"), ("declined", "ไม่แก้")],
                        max_length=10,
                    ),
                ),
                ("reply", models.CharField(blank=True, max_length=300, verbose_name="คำตอบ")),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["asked_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("settled_at", None), ("settled_by", None)),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="settled_requests_say_when_and_by_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionRequestEvent",
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
                        to="meetings.correctionrequest",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "minutes",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.minutes",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("text", models.TextField(verbose_name="ขอแก้")),
                ("asked_at", models.DateTimeField()),
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
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("made", "แก้ตามที่ขอ"), ("declined", "ไม่แก้")],
                        max_length=10,
                    ),
                ),
                ("reply", models.CharField(blank=True, max_length=300, verbose_name="คำตอบ")),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
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
            name="Erratum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errata",
                        to="meetings.minutes",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errata",
                        to="meetings.agendaitem",
                    ),
                ),
                ("wrong", models.TextField(verbose_name="ข้อความเดิม")),
                ("right", models.TextField(verbose_name="แก้เป็น")),
                ("reason", models.CharField(max_length=300, verbose_name="เหตุที่แก้")),
                (
                    "adopted_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errata_adopted",
                        to="meetings.meeting",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "errata",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("minutes", "number"), name="one_erratum_of_a_number_per_minutes"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ErratumEvent",
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
                        to="meetings.erratum",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "minutes",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.minutes",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("wrong", models.TextField(verbose_name="ข้อความเดิม")),
                ("right", models.TextField(verbose_name="แก้เป็น")),
                ("reason", models.CharField(max_length=300, verbose_name="เหตุที่แก้")),
                (
                    "adopted_in",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers_filed",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=200, verbose_name="ชื่อเอกสาร")),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PaperEvent",
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
                        to="meetings.paper",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=200, verbose_name="ชื่อเอกสาร")),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaperVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="meetings.paper",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="ฉบับที่")),
                ("file", models.FileField(upload_to="papers/")),
                ("file_name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("uploaded_at", models.DateTimeField()),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "number"), name="one_version_of_a_number_per_paper"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperVersionEvent",
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
                        to="meetings.paperversion",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.paper",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="ฉบับที่")),
                ("file", models.FileField(upload_to="papers/")),
                ("file_name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("uploaded_at", models.DateTimeField()),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaperDownload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="downloads",
                        to="meetings.paperversion",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("seen", models.CharField(max_length=200, verbose_name="ในต้นฉบับ")),
                ("read_as", models.CharField(max_length=300, verbose_name="อ่านว่า")),
                (
                    "certainty",
                    models.CharField(
                        choices=[("sure", "แน่ใจ"), ("probable", "น่าจะใช่"), ("unclear", "อ่านไม่ชัด")],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="ReadingEvent",
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
                        to="meetings.reading",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("seen", models.CharField(max_length=200, verbose_name="ในต้นฉบับ")),
                ("read_as", models.CharField(max_length=300, verbose_name="อ่านว่า")),
                (
                    "certainty",
                    models.CharField(
                        choices=[("sure", "แน่ใจ"), ("probable", "น่าจะใช่"), ("unclear", "อ่านไม่ชัด")],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ExecutiveSummary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="summary",
                        to="meetings.meeting",
                    ),
                ),
                ("text", models.TextField()),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("published_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at", None), ("checked_by", None)),
                            models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_checked_summary_says_by_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExecutiveSummaryEvent",
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
                        to="meetings.executivesummary",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                ("text", models.TextField()),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("published_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingevent" ("be_year", "called_at", "called_by_id", "closed_at", "closed_by_id", "committee_id", "ends_at", "ends_on", "expected_month", "expected_part", "id", "kind", "letter_number", "letter_reference", "map_url", "mode", "next_in_words", "number", "online_url", "opened_at", "opened_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "province_id", "source", "starts_at", "starts_on", "state", "title", "venue", "version") VALUES (NEW."be_year", NEW."called_at", NEW."called_by_id", NEW."closed_at", NEW."closed_by_id", NEW."committee_id", NEW."ends_at", NEW."ends_on", NEW."expected_month", NEW."expected_part", NEW."id", NEW."kind", NEW."letter_number", NEW."letter_reference", NEW."map_url", NEW."mode", NEW."next_in_words", NEW."number", NEW."online_url", NEW."opened_at", NEW."opened_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."previous_id", NEW."province_id", NEW."source", NEW."starts_at", NEW."starts_on", NEW."state", NEW."title", NEW."venue", NEW."version"); RETURN NULL;',
                    hash="56e99a7d31d54e860a99f087f4f8415ed9dd0415",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61d9e",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_meetingevent" ("be_year", "called_at", "called_by_id", "closed_at", "closed_by_id", "committee_id", "ends_at", "ends_on", "expected_month", "expected_part", "id", "kind", "letter_number", "letter_reference", "map_url", "mode", "next_in_words", "number", "online_url", "opened_at", "opened_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "province_id", "source", "starts_at", "starts_on", "state", "title", "venue", "version") VALUES (NEW."be_year", NEW."called_at", NEW."called_by_id", NEW."closed_at", NEW."closed_by_id", NEW."committee_id", NEW."ends_at", NEW."ends_on", NEW."expected_month", NEW."expected_part", NEW."id", NEW."kind", NEW."letter_number", NEW."letter_reference", NEW."map_url", NEW."mode", NEW."next_in_words", NEW."number", NEW."online_url", NEW."opened_at", NEW."opened_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."previous_id", NEW."province_id", NEW."source", NEW."starts_at", NEW."starts_on", NEW."state", NEW."title", NEW."venue", NEW."version"); RETURN NULL;',
                    hash="861796db55a770fa5a0435784269d0e8829851e7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_495b8",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingevent" ("be_year", "called_at", "called_by_id", "closed_at", "closed_by_id", "committee_id", "ends_at", "ends_on", "expected_month", "expected_part", "id", "kind", "letter_number", "letter_reference", "map_url", "mode", "next_in_words", "number", "online_url", "opened_at", "opened_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "province_id", "source", "starts_at", "starts_on", "state", "title", "venue", "version") VALUES (OLD."be_year", OLD."called_at", OLD."called_by_id", OLD."closed_at", OLD."closed_by_id", OLD."committee_id", OLD."ends_at", OLD."ends_on", OLD."expected_month", OLD."expected_part", OLD."id", OLD."kind", OLD."letter_number", OLD."letter_reference", OLD."map_url", OLD."mode", OLD."next_in_words", OLD."number", OLD."online_url", OLD."opened_at", OLD."opened_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."previous_id", OLD."province_id", OLD."source", OLD."starts_at", OLD."starts_on", OLD."state", OLD."title", OLD."venue", OLD."version"); RETURN NULL;',
                    hash="4320873ff7a4f65d3f3a3336d9ebeca5540614d8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4bf26",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="meetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="4f50e117e8c573d4cc4d8e5f3c1b69a9aa2aea3b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_19e52",
                    table="meetings_meetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="meetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="161adc4dee7601797a02097cded16f6fce0bad5d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2b4ce",
                    table="meetings_meetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_objectiveevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                    hash="983c8f33d3b025e934d8123989ba7fb86d33ec70",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e9d8f",
                    table="meetings_objective",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_objectiveevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                    hash="2eb63e74d2cf718c5e6a9b7938c17b98e29b5423",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_34095",
                    table="meetings_objective",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_objectiveevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."text"); RETURN NULL;',
                    hash="bab65c823a4e786978f10393ada20c72035dcf4c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_33a3c",
                    table="meetings_objective",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="objectiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="db7db9e945691dfd5fd98640466b2ef3848e8cfa",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_e53d2",
                    table="meetings_objectiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="objectiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fd3e420cb117f25396869f0a54eff397edd05785",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fefd9",
                    table="meetings_objectiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_agendaitemevent" ("discussion", "edited_at", "edited_by_id", "id", "is_noted", "meeting_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter_id", "section", "title", "version") VALUES (NEW."discussion", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."is_noted", NEW."meeting_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."presenter_id", NEW."section", NEW."title", NEW."version"); RETURN NULL;',
                    hash="50b62525789b9b22417163e6db000ea1ef464057",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f98e2",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_agendaitemevent" ("discussion", "edited_at", "edited_by_id", "id", "is_noted", "meeting_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter_id", "section", "title", "version") VALUES (NEW."discussion", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."is_noted", NEW."meeting_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."presenter_id", NEW."section", NEW."title", NEW."version"); RETURN NULL;',
                    hash="5538490342a52fd8329c09dff9f67900e2d85f70",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca6ee",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_agendaitemevent" ("discussion", "edited_at", "edited_by_id", "id", "is_noted", "meeting_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter_id", "section", "title", "version") VALUES (OLD."discussion", OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."is_noted", OLD."meeting_id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."presenter_id", OLD."section", OLD."title", OLD."version"); RETURN NULL;',
                    hash="9c84343e71ef892987086010d339707a7f512dd1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2c12a",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="agendaitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="b09b0eb3640e53339bd0c07d667240e4d7d31dab",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9be70",
                    table="meetings_agendaitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="agendaitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1b8de708c8bd890b145ba1a7c1536a2aac70cd27",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6ea58",
                    table="meetings_agendaitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_statementevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."text", NEW."version"); RETURN NULL;',
                    hash="c8ce6bfda4566c1129d0ee99f375b226bf980d1a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_72097",
                    table="meetings_statement",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_statementevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."text", NEW."version"); RETURN NULL;',
                    hash="07f9722316378caf92ddebc9c8b4172c11ae43b3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d613",
                    table="meetings_statement",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_statementevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."text", OLD."version"); RETURN NULL;',
                    hash="9f85fcd8f2e9241e74fc9bd4db991a976f1ecd2f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1f19b",
                    table="meetings_statement",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="statementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="1284598592221611dc3894c18b5e0d6295dcd4b5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_5590b",
                    table="meetings_statementevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="statementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="76a6d0e9ecbdf48bbee0253a2f71227d7b364940",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_87966",
                    table="meetings_statementevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="speaker",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_speakerevent" ("held_position", "id", "order", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (NEW."held_position", NEW."id", NEW."order", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."statement_id"); RETURN NULL;',
                    hash="26e2996e3d6c818ca2fe703437e555ef95949aff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_93d7f",
                    table="meetings_speaker",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="speaker",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_speakerevent" ("held_position", "id", "order", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (NEW."held_position", NEW."id", NEW."order", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."statement_id"); RETURN NULL;',
                    hash="69e1bdd8019fdfd6423f7bc4cbcdc2a1fbd4956b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e922d",
                    table="meetings_speaker",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="speaker",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_speakerevent" ("held_position", "id", "order", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (OLD."held_position", OLD."id", OLD."order", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."statement_id"); RETURN NULL;',
                    hash="153fbc9647454dd861444abf181b165f1db4729a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56fdf",
                    table="meetings_speaker",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="speakerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="6e0a0cf4dd8a10dfbaf0e0edd44b9bce68ddbfbd",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9b732",
                    table="meetings_speakerevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="speakerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4fc8c29b77a7a652ac608e91475601cde7d6bf01",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dfdcf",
                    table="meetings_speakerevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="opinion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_opinionevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."text", NEW."version"); RETURN NULL;',
                    hash="ea6031f6062af52efaf9d8c526d6c79652e0f1bd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6a034",
                    table="meetings_opinion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="opinion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_opinionevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."text", NEW."version"); RETURN NULL;',
                    hash="b0a97acecb6ef58aee66d195957f0d7ff9ddc721",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_65889",
                    table="meetings_opinion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="opinion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_opinionevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."text", OLD."version"); RETURN NULL;',
                    hash="0b4adb850698f926fc52b832f068f439a489095c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d4f86",
                    table="meetings_opinion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="opinionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="71c76ac563d32aa424e44b4e62efb158a700d165",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_aa96c",
                    table="meetings_opinionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="opinionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9ad3c6925eebb8f4ce91f9b27827b05ab305eb16",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9b291",
                    table="meetings_opinionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_proposalevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."text", NEW."version"); RETURN NULL;',
                    hash="53f64c7b0d6b8899e2e8e82f97bbf81c71cc9887",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c87c",
                    table="meetings_proposal",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_proposalevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."text", NEW."version"); RETURN NULL;',
                    hash="982449918aae75f5f847e3f2bf7fef17af6418f7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc9b4",
                    table="meetings_proposal",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_proposalevent" ("edited_at", "edited_by_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."text", OLD."version"); RETURN NULL;',
                    hash="8aab034bacd144911165ed191b84c166cc0f36c2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_16e73",
                    table="meetings_proposal",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="proposalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="ad41586477fe86098e732345eb52e9ab7f987434",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_dfcb0",
                    table="meetings_proposalevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="proposalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="52acfefcbb12c384af32ab94889a1e825e3a6a5a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3b034",
                    table="meetings_proposalevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resolutionevent" ("decided_at", "edited_at", "edited_by_id", "id", "item_id", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."decided_at", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="f3a66ea8dbb64e113ed8654394ae4ecfffb66629",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89dcc",
                    table="meetings_resolution",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_resolutionevent" ("decided_at", "edited_at", "edited_by_id", "id", "item_id", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."decided_at", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="f2b71061fee000398694417e41ba0db1c70b076c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_514aa",
                    table="meetings_resolution",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resolutionevent" ("decided_at", "edited_at", "edited_by_id", "id", "item_id", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (OLD."decided_at", OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."item_id", OLD."meeting_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="826fff53307cbb1ad3555a3ac96ad2e38ee5f0ed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5edd5",
                    table="meetings_resolution",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="e264dfac8bd1482309b4468f67f2de61afc0eb17",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_18655",
                    table="meetings_resolutionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a6e5fae829029cb522785cc641a498f8f865ec2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3c733",
                    table="meetings_resolutionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolutionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resolutionchangeevent" ("earlier_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id") VALUES (NEW."earlier_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."resolution_id"); RETURN NULL;',
                    hash="993a76ea528e68b269a7d62efd44bd364cfee7ec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ca2da",
                    table="meetings_resolutionchange",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolutionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_resolutionchangeevent" ("earlier_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id") VALUES (NEW."earlier_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."resolution_id"); RETURN NULL;',
                    hash="f7ae48852de398975defce9ff8e8b0ef077d9863",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6eaf7",
                    table="meetings_resolutionchange",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolutionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resolutionchangeevent" ("earlier_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id") VALUES (OLD."earlier_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."resolution_id"); RETURN NULL;',
                    hash="92104a26d6dc33561cffe5fbcff922da98a907fd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8b5bb",
                    table="meetings_resolutionchange",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolutionchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="eea5ba68cf6aac5472f68ec960fbb0eafee63534",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_eb50a",
                    table="meetings_resolutionchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resolutionchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="671f6e2b97d09eaefcca1f1fb2611742d449261c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f0cf7",
                    table="meetings_resolutionchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actionitemevent" ("answered_by_id", "done_at", "done_by_id", "due_on", "due_precision", "edited_at", "edited_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "region_id", "resolution_id", "result", "title", "unit_id", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."answered_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."due_precision", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."region_id", NEW."resolution_id", NEW."result", NEW."title", NEW."unit_id", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="142e38ff8597eaae24191769e656e9cfee22e82f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e0d21",
                    table="meetings_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_actionitemevent" ("answered_by_id", "done_at", "done_by_id", "due_on", "due_precision", "edited_at", "edited_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "region_id", "resolution_id", "result", "title", "unit_id", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."answered_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."due_precision", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."region_id", NEW."resolution_id", NEW."result", NEW."title", NEW."unit_id", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="f65f6bddfbf61d5d9d1e86bc9d13cbd6ce0d5e94",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bd1ee",
                    table="meetings_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actionitemevent" ("answered_by_id", "done_at", "done_by_id", "due_on", "due_precision", "edited_at", "edited_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "region_id", "resolution_id", "result", "title", "unit_id", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (OLD."answered_by_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."due_precision", OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."region_id", OLD."resolution_id", OLD."result", OLD."title", OLD."unit_id", OLD."version", OLD."withdrawn_at", OLD."withdrawn_because", OLD."withdrawn_by_id"); RETURN NULL;',
                    hash="9ccca0cda76e8ce95328d8b5fb83885783ba38df",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b3522",
                    table="meetings_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="actionitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="d3f0269fe0c561defefd0d2a61fd17676f83fc73",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_3efac",
                    table="meetings_actionitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="actionitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="16a515efd725f32112f74a6c685162f2c01acbac",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_235a3",
                    table="meetings_actionitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_answerevent" ("action_item_id", "edited_at", "edited_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "report_id", "text", "version") VALUES (NEW."action_item_id", NEW."edited_at", NEW."edited_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."progress", NEW."report_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="411e5ef7aadb22e676090db6d9bbcae607f73b8e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_025f1",
                    table="meetings_answer",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_answerevent" ("action_item_id", "edited_at", "edited_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "report_id", "text", "version") VALUES (NEW."action_item_id", NEW."edited_at", NEW."edited_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."progress", NEW."report_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="307e28d82ec8ab9b1398dd4226ed638f0bb8b1d2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_96ead",
                    table="meetings_answer",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_answerevent" ("action_item_id", "edited_at", "edited_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "report_id", "text", "version") VALUES (OLD."action_item_id", OLD."edited_at", OLD."edited_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."progress", OLD."report_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="ac39b1d9de03968426ea761ea83ce47168c62c65",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_10a38",
                    table="meetings_answer",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="answerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="e3481ecdc08c31b592d235f9be9d9ae539a25242",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_70532",
                    table="meetings_answerevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="answerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="031bdd45eb5191c133e1593a563dbddf72209687",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a09e3",
                    table="meetings_answerevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attendanceevent" ("arrived_at", "holder_id", "id", "kind", "left_at", "meeting_id", "member_id", "mode", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "role", "seat_id") VALUES (NEW."arrived_at", NEW."holder_id", NEW."id", NEW."kind", NEW."left_at", NEW."meeting_id", NEW."member_id", NEW."mode", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."role", NEW."seat_id"); RETURN NULL;',
                    hash="38254c379a7359e04e9556ee4b2d5b7db3c2ab4e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f595f",
                    table="meetings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_attendanceevent" ("arrived_at", "holder_id", "id", "kind", "left_at", "meeting_id", "member_id", "mode", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "role", "seat_id") VALUES (NEW."arrived_at", NEW."holder_id", NEW."id", NEW."kind", NEW."left_at", NEW."meeting_id", NEW."member_id", NEW."mode", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."role", NEW."seat_id"); RETURN NULL;',
                    hash="02fbe7ba0659b0b7b6f4a78c894f1b04de2604a7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_870cb",
                    table="meetings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attendanceevent" ("arrived_at", "holder_id", "id", "kind", "left_at", "meeting_id", "member_id", "mode", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "role", "seat_id") VALUES (OLD."arrived_at", OLD."holder_id", OLD."id", OLD."kind", OLD."left_at", OLD."meeting_id", OLD."member_id", OLD."mode", OLD."name", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."role", OLD."seat_id"); RETURN NULL;',
                    hash="5a1b178914e2fcafcd3a2a71d572330b2f8cde97",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_774f3",
                    table="meetings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="d78922d0f79230305f3be7bd101308d6914bf7b2",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_e68ff",
                    table="meetings_attendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c4d0488822c783a9f4da7dadce2288f10bbaf0f8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ae376",
                    table="meetings_attendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendanceclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attendanceclaimevent" ("answered_at", "answered_by_id", "arrived_at", "claimed_at", "id", "meeting_id", "member_id", "mode", "note", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seat_id") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."arrived_at", NEW."claimed_at", NEW."id", NEW."meeting_id", NEW."member_id", NEW."mode", NEW."note", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."seat_id"); RETURN NULL;',
                    hash="34808196d8f1137a794ff29cc5f8da1704f6a8a7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c6af",
                    table="meetings_attendanceclaim",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendanceclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_attendanceclaimevent" ("answered_at", "answered_by_id", "arrived_at", "claimed_at", "id", "meeting_id", "member_id", "mode", "note", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seat_id") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."arrived_at", NEW."claimed_at", NEW."id", NEW."meeting_id", NEW."member_id", NEW."mode", NEW."note", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."seat_id"); RETURN NULL;',
                    hash="2223560651986cbf987f71db0d80cba4adca9c31",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3c28c",
                    table="meetings_attendanceclaim",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendanceclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attendanceclaimevent" ("answered_at", "answered_by_id", "arrived_at", "claimed_at", "id", "meeting_id", "member_id", "mode", "note", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seat_id") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."arrived_at", OLD."claimed_at", OLD."id", OLD."meeting_id", OLD."member_id", OLD."mode", OLD."note", OLD."outcome", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."seat_id"); RETURN NULL;',
                    hash="9693094c81b2312a71342356eb57281e86cc8477",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7d0da",
                    table="meetings_attendanceclaim",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendanceclaimevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="d43a3df36bf402fc0baf42a61139670cb78fad28",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_c406f",
                    table="meetings_attendanceclaimevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="attendanceclaimevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5250bc1278fdfda5691356d3ff4fd31df838a998",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5b154",
                    table="meetings_attendanceclaimevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="sitting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_sittingevent" ("group_count", "id", "kind", "meeting_id", "on", "part_of_day", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."group_count", NEW."id", NEW."kind", NEW."meeting_id", NEW."on", NEW."part_of_day", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                    hash="5d55f0aab0fcd26d09e03955a723e81c792dbae6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0dce9",
                    table="meetings_sitting",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="sitting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_sittingevent" ("group_count", "id", "kind", "meeting_id", "on", "part_of_day", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."group_count", NEW."id", NEW."kind", NEW."meeting_id", NEW."on", NEW."part_of_day", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                    hash="447cd69df322f2825c2ad5b83929dbb2a9c5cfba",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e26d",
                    table="meetings_sitting",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="sitting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_sittingevent" ("group_count", "id", "kind", "meeting_id", "on", "part_of_day", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (OLD."group_count", OLD."id", OLD."kind", OLD."meeting_id", OLD."on", OLD."part_of_day", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."title"); RETURN NULL;',
                    hash="0525c446873c4a9b8c73480ebbd96b5fc2806c55",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_20459",
                    table="meetings_sitting",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="sittingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="68423fc929d9a9ccca04c715c570da57a43bcd42",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_a17c7",
                    table="meetings_sittingevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="sittingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3f4540a128a67a954e8ed4aa482c32d863b87b93",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_59de2",
                    table="meetings_sittingevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutresult",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_breakoutresultevent" ("columns", "id", "item_id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sitting_id", "title") VALUES (NEW."columns", NEW."id", NEW."item_id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."sitting_id", NEW."title"); RETURN NULL;',
                    hash="7fa73b221c0f89e9f88df5dbed4f0f8a2769ec75",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7f005",
                    table="meetings_breakoutresult",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutresult",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_breakoutresultevent" ("columns", "id", "item_id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sitting_id", "title") VALUES (NEW."columns", NEW."id", NEW."item_id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."sitting_id", NEW."title"); RETURN NULL;',
                    hash="eafc510acf4b77e86a53f633ab49c51ddb1ef590",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a4f16",
                    table="meetings_breakoutresult",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutresult",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_breakoutresultevent" ("columns", "id", "item_id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sitting_id", "title") VALUES (OLD."columns", OLD."id", OLD."item_id", OLD."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."sitting_id", OLD."title"); RETURN NULL;',
                    hash="5a2b8092c95612d4ff348560698cdddd2fdece9f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99feb",
                    table="meetings_breakoutresult",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutresultevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="b7afdfbe2c1d37e77cc7f9fbcf3873815952b970",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_caa46",
                    table="meetings_breakoutresultevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutresultevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e8c9ea28be1aa95f428fa201e968f4c1a2ab613a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d57ff",
                    table="meetings_breakoutresultevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resultpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resultpointevent" ("column", "edited_at", "edited_by_id", "heading", "id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "result_id", "text", "version") VALUES (NEW."column", NEW."edited_at", NEW."edited_by_id", NEW."heading", NEW."id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."result_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="a7167284fcc40b3e9f293d927fb211f6512d9e6b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_40e98",
                    table="meetings_resultpoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resultpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_resultpointevent" ("column", "edited_at", "edited_by_id", "heading", "id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "result_id", "text", "version") VALUES (NEW."column", NEW."edited_at", NEW."edited_by_id", NEW."heading", NEW."id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."result_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="f497dc04cdffce08210e027b7f4defefffd403e1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_564ff",
                    table="meetings_resultpoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resultpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resultpointevent" ("column", "edited_at", "edited_by_id", "heading", "id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "result_id", "text", "version") VALUES (OLD."column", OLD."edited_at", OLD."edited_by_id", OLD."heading", OLD."id", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."result_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="f66189783bcf587df70819962eaff2bb3c9a75ae",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_25a47",
                    table="meetings_resultpoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resultpointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="c38a52f0790239e2a85c9324616db68c524030df",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_d6f45",
                    table="meetings_resultpointevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="resultpointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3fa68bd42103ba61dc5f3e0b18069ce7e922bb4f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5c76a",
                    table="meetings_resultpointevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_breakoutgroupevent" ("id", "note_taker_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sitting_id", "topic") VALUES (NEW."id", NEW."note_taker_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sitting_id", NEW."topic"); RETURN NULL;',
                    hash="4025fc5b48f1a171c3ded9c48d3c4a755531a4b9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_97170",
                    table="meetings_breakoutgroup",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_breakoutgroupevent" ("id", "note_taker_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sitting_id", "topic") VALUES (NEW."id", NEW."note_taker_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sitting_id", NEW."topic"); RETURN NULL;',
                    hash="7fe3b6238bef723195ee0ab6b86855cef53696c3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_df7dd",
                    table="meetings_breakoutgroup",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_breakoutgroupevent" ("id", "note_taker_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sitting_id", "topic") VALUES (OLD."id", OLD."note_taker_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sitting_id", OLD."topic"); RETURN NULL;',
                    hash="73b5c559ff8c1abc7f591071bf1f684992b6623f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ce321",
                    table="meetings_breakoutgroup",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutgroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="8853d151b03f43ecbba3e5a5d5da1817e01a010a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_45053",
                    table="meetings_breakoutgroupevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutgroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="390e87eb5973678469974ed6ff4e7c27ac127d38",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36a34",
                    table="meetings_breakoutgroupevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_breakoutmemberevent" ("group_id", "id", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."group_id", NEW."id", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="0f2c9bf40b445199a9f12be71a278bb1d845762b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0916b",
                    table="meetings_breakoutmember",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_breakoutmemberevent" ("group_id", "id", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."group_id", NEW."id", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="d9e6256130dc126cd95232b9a33e6fcbf0d9e811",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f1d74",
                    table="meetings_breakoutmember",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_breakoutmemberevent" ("group_id", "id", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."group_id", OLD."id", OLD."name", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="243d6afc46b2e3413f2566db68874b9674af9cdb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f1a49",
                    table="meetings_breakoutmember",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutmemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="f4a93fbe53580d1855c09a7f2d6adf391eb987df",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_72d86",
                    table="meetings_breakoutmemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="breakoutmemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a4128a88a04393602e10e5c04b6f503d97fccd6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7b957",
                    table="meetings_breakoutmemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="grouppoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_grouppointevent" ("column", "edited_at", "edited_by_id", "group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "result_id", "text", "version") VALUES (NEW."column", NEW."edited_at", NEW."edited_by_id", NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."result_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="31295725c9df10a1f7f0a6445b3a364d7fbe4230",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9c940",
                    table="meetings_grouppoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="grouppoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_grouppointevent" ("column", "edited_at", "edited_by_id", "group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "result_id", "text", "version") VALUES (NEW."column", NEW."edited_at", NEW."edited_by_id", NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."result_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="b3644e01520507c3b41e71594a68727f0ef34e5c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_080b1",
                    table="meetings_grouppoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="grouppoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_grouppointevent" ("column", "edited_at", "edited_by_id", "group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "result_id", "text", "version") VALUES (OLD."column", OLD."edited_at", OLD."edited_by_id", OLD."group_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."result_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="6f85dfcfb6d33ee1c105609d4e7f9a7c74710dcb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2b509",
                    table="meetings_grouppoint",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="grouppointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="5fdbb3411d0770f1558dffbc1e3408e403cd268a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_dc880",
                    table="meetings_grouppointevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="grouppointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fd831b74750553a7b36fb0e997646e45586dd9da",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_afc1e",
                    table="meetings_grouppointevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_pointsourceevent" ("group_point_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id") VALUES (NEW."group_point_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."point_id"); RETURN NULL;',
                    hash="64def0074467b55fbdabb29b8c7de988627bbb9b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_15933",
                    table="meetings_pointsource",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_pointsourceevent" ("group_point_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id") VALUES (NEW."group_point_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."point_id"); RETURN NULL;',
                    hash="422da7421e52a2d8c29ad4e0fe19ec85b316f219",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_43340",
                    table="meetings_pointsource",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_pointsourceevent" ("group_point_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id") VALUES (OLD."group_point_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."point_id"); RETURN NULL;',
                    hash="b9ac4ecf257b5a05e2399bcc87cf476ea1517ee9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ef5ee",
                    table="meetings_pointsource",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointsourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="b22f5b4ba661e7266d1a4ea49cb3ce47cf8b1b04",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_dad08",
                    table="meetings_pointsourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="pointsourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="456bac301eb2a78125b50dec895ad8bdac02d09e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7bbb4",
                    table="meetings_pointsourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagram",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_diagramevent" ("description", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shape", "title") VALUES (NEW."description", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."shape", NEW."title"); RETURN NULL;',
                    hash="98994bcb501335c0bdf93f9669e0b2e51e49bf2b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f954c",
                    table="meetings_diagram",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagram",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_diagramevent" ("description", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shape", "title") VALUES (NEW."description", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."shape", NEW."title"); RETURN NULL;',
                    hash="746d68fa1ca3a68cb893e2dbbf8c859e0636250b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a87ae",
                    table="meetings_diagram",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagram",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_diagramevent" ("description", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shape", "title") VALUES (OLD."description", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."shape", OLD."title"); RETURN NULL;',
                    hash="79b642e3367533920e31c00b947b379092fdd342",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ea23d",
                    table="meetings_diagram",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagramevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="aabc615a37acdbb647018a609ce25ce35567bb74",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_79f9c",
                    table="meetings_diagramevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagramevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0ca3c38781f11894b880cb526c7da85752720d61",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0b2c5",
                    table="meetings_diagramevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagramnode",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_diagramnodeevent" ("column", "diagram_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "title") VALUES (NEW."column", NEW."diagram_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."text", NEW."title"); RETURN NULL;',
                    hash="33c445790a239ee3647d83b9d05ca348bacf9548",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1da96",
                    table="meetings_diagramnode",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagramnode",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_diagramnodeevent" ("column", "diagram_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "title") VALUES (NEW."column", NEW."diagram_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."text", NEW."title"); RETURN NULL;',
                    hash="ef1a8c647c6bad173e74084d8c7626e09a2b18c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c95be",
                    table="meetings_diagramnode",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagramnode",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_diagramnodeevent" ("column", "diagram_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "title") VALUES (OLD."column", OLD."diagram_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."text", OLD."title"); RETURN NULL;',
                    hash="2dcdfc1ed637ad45ee970e0ba551b9e7e5ea43e0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_87117",
                    table="meetings_diagramnode",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagramnodeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="048b830e1e218a957054c816d9f7050db2aeebff",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_f3a48",
                    table="meetings_diagramnodeevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="diagramnodeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8f9748b3c069f83e95cc2246ec65d12d74ec8ebe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2154a",
                    table="meetings_diagramnodeevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_calendarfeedevent" ("id", "made_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at") VALUES (NEW."id", NEW."made_at", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."revoked_at"); RETURN NULL;',
                    hash="61fc9800ca28991eb559e8aeae536479ddd0b2a7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_95375",
                    table="meetings_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_calendarfeedevent" ("id", "made_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at") VALUES (NEW."id", NEW."made_at", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."revoked_at"); RETURN NULL;',
                    hash="02492cd9a848dbea5300a54b991d153740e447e5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f8f3b",
                    table="meetings_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_calendarfeedevent" ("id", "made_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at") VALUES (OLD."id", OLD."made_at", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."revoked_at"); RETURN NULL;',
                    hash="668d7c12ce2fc8a359c3ab069369b183c965a3c6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_95479",
                    table="meetings_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="calendarfeedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="88ecec923537ff5801c831f08e7f597c9bf77181",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_953c4",
                    table="meetings_calendarfeedevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="calendarfeedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b0d1bd8944f6d069aab75fde2b6a95001e46cdfd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0c6a9",
                    table="meetings_calendarfeedevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carrieditem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_carrieditemevent" ("action_item_id", "id", "meeting_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "removed_because", "removed_by_id", "settled_at", "settled_by_id") VALUES (NEW."action_item_id", NEW."id", NEW."meeting_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."removed_because", NEW."removed_by_id", NEW."settled_at", NEW."settled_by_id"); RETURN NULL;',
                    hash="34766cd25af0c3d3a1da63a21a207ae3884aba05",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a0794",
                    table="meetings_carrieditem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carrieditem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_carrieditemevent" ("action_item_id", "id", "meeting_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "removed_because", "removed_by_id", "settled_at", "settled_by_id") VALUES (NEW."action_item_id", NEW."id", NEW."meeting_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."removed_because", NEW."removed_by_id", NEW."settled_at", NEW."settled_by_id"); RETURN NULL;',
                    hash="99ffca79f20c2f5b95d1a886724c8b6d166bcfbb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_76b85",
                    table="meetings_carrieditem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carrieditem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_carrieditemevent" ("action_item_id", "id", "meeting_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "removed_because", "removed_by_id", "settled_at", "settled_by_id") VALUES (OLD."action_item_id", OLD."id", OLD."meeting_id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."removed_at", OLD."removed_because", OLD."removed_by_id", OLD."settled_at", OLD."settled_by_id"); RETURN NULL;',
                    hash="243975405d98dba468cdd90f83a5e5d1ae886195",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ea670",
                    table="meetings_carrieditem",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carrieditemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="00700c5856407e4d8b92d4fba10b5e567a87dcb2",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_2c17f",
                    table="meetings_carrieditemevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carrieditemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e86b9ed1741533f7ed35fd2dcac7464834997ebb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0374a",
                    table="meetings_carrieditemevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carriedrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_carriedrequestevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_because", "removed_by_id", "request_id") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_because", NEW."removed_by_id", NEW."request_id"); RETURN NULL;',
                    hash="8cf852337121f8af42083376f34bef640b464e42",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e4f8b",
                    table="meetings_carriedrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carriedrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_carriedrequestevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_because", "removed_by_id", "request_id") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_because", NEW."removed_by_id", NEW."request_id"); RETURN NULL;',
                    hash="f585c0539ab51899e4e5ed8c5620731b2dd161e6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94cae",
                    table="meetings_carriedrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carriedrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_carriedrequestevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_because", "removed_by_id", "request_id") VALUES (OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."removed_because", OLD."removed_by_id", OLD."request_id"); RETURN NULL;',
                    hash="b2b737dc7aecfe8d9f6787349e774ea36b13c6f8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e1329",
                    table="meetings_carriedrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carriedrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="cd4ed4ec950b76418bc8c57ee64b250bdd0d46b3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9f4a5",
                    table="meetings_carriedrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="carriedrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="03eedb59989e1173ddbe2b659cba651de29f584f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a0d87",
                    table="meetings_carriedrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="letterhead",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_letterheadevent" ("address", "agency", "committee_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "signatory", "signatory_position", "unit") VALUES (NEW."address", NEW."agency", NEW."committee_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."signatory", NEW."signatory_position", NEW."unit"); RETURN NULL;',
                    hash="d6f9eca75cf61988dc53acc43c3cd23d3b7bbb12",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4190f",
                    table="meetings_letterhead",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="letterhead",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_letterheadevent" ("address", "agency", "committee_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "signatory", "signatory_position", "unit") VALUES (NEW."address", NEW."agency", NEW."committee_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."signatory", NEW."signatory_position", NEW."unit"); RETURN NULL;',
                    hash="ec79118e4071ef4ba3aec244f710c8aa1b310849",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7a77f",
                    table="meetings_letterhead",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="letterhead",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_letterheadevent" ("address", "agency", "committee_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "signatory", "signatory_position", "unit") VALUES (OLD."address", OLD."agency", OLD."committee_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."signatory", OLD."signatory_position", OLD."unit"); RETURN NULL;',
                    hash="b6d97e01a647bf68c3d69e72615aa660cfb4bf0c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7395e",
                    table="meetings_letterhead",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="letterheadevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="dc12bf0b7529d8b9e439f21e44eec97f764cef4e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_11b84",
                    table="meetings_letterheadevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="letterheadevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7f798e1da11bbbf6482bdf79b9634d685e0ba0d7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dd875",
                    table="meetings_letterheadevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="wordtemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_wordtemplateevent" ("file", "file_name", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."file", NEW."file_name", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."retired_at", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="203bfe9dbecbbb7a3c1ed55a65cf5dc70d2450d9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_41ad6",
                    table="meetings_wordtemplate",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="wordtemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_wordtemplateevent" ("file", "file_name", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."file", NEW."file_name", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."retired_at", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="b7e0baea9897cd8a4609821fa672882d3d4b3e62",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_792ea",
                    table="meetings_wordtemplate",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="wordtemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_wordtemplateevent" ("file", "file_name", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "size", "uploaded_at", "uploaded_by_id") VALUES (OLD."file", OLD."file_name", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."retired_at", OLD."size", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="40b2c6fa3401871032b94b888a9a53738f44c8cb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d51ca",
                    table="meetings_wordtemplate",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="wordtemplateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="5616fd3286e2353214bbee666b0526008ff07f63",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_0b945",
                    table="meetings_wordtemplateevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="wordtemplateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a9eac61bc4e9eb8bfa9eca1b84179b49ba0a41ff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_80290",
                    table="meetings_wordtemplateevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_invitationevent" ("answer", "answer_noted_by_id", "answer_reason", "answered_at", "answered_via", "channel", "id", "meeting_id", "member_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phoned_at", "phoned_by_id", "seat_id", "substitute_name") VALUES (NEW."answer", NEW."answer_noted_by_id", NEW."answer_reason", NEW."answered_at", NEW."answered_via", NEW."channel", NEW."id", NEW."meeting_id", NEW."member_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phoned_at", NEW."phoned_by_id", NEW."seat_id", NEW."substitute_name"); RETURN NULL;',
                    hash="9aeaf5d5d36899cde1e7a3f2a423df640460caac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1f593",
                    table="meetings_invitation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_invitationevent" ("answer", "answer_noted_by_id", "answer_reason", "answered_at", "answered_via", "channel", "id", "meeting_id", "member_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phoned_at", "phoned_by_id", "seat_id", "substitute_name") VALUES (NEW."answer", NEW."answer_noted_by_id", NEW."answer_reason", NEW."answered_at", NEW."answered_via", NEW."channel", NEW."id", NEW."meeting_id", NEW."member_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phoned_at", NEW."phoned_by_id", NEW."seat_id", NEW."substitute_name"); RETURN NULL;',
                    hash="8f7cd811037e6107afc91c7e5933b7f803d0f81f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af01b",
                    table="meetings_invitation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_invitationevent" ("answer", "answer_noted_by_id", "answer_reason", "answered_at", "answered_via", "channel", "id", "meeting_id", "member_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phoned_at", "phoned_by_id", "seat_id", "substitute_name") VALUES (OLD."answer", OLD."answer_noted_by_id", OLD."answer_reason", OLD."answered_at", OLD."answered_via", OLD."channel", OLD."id", OLD."meeting_id", OLD."member_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phoned_at", OLD."phoned_by_id", OLD."seat_id", OLD."substitute_name"); RETURN NULL;',
                    hash="7537afdfccb1a9da067845e07d5d1f498f0f77aa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1baa1",
                    table="meetings_invitation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="e84547c2e9670cca6e65d63fdf8a734c926cfe2a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_c7607",
                    table="meetings_invitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9083673787aa39dac064e6ccea48bf3623275a4e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c4861",
                    table="meetings_invitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_minutesevent" ("adopted_by_id", "adopted_in_id", "adopted_on", "checker_id", "circulated_until", "corrections", "id", "meeting_id", "note_taker_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "state", "version") VALUES (NEW."adopted_by_id", NEW."adopted_in_id", NEW."adopted_on", NEW."checker_id", NEW."circulated_until", NEW."corrections", NEW."id", NEW."meeting_id", NEW."note_taker_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."route", NEW."state", NEW."version"); RETURN NULL;',
                    hash="e08c2dc8d1af08b058100294ade37188c5031ba7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61343",
                    table="meetings_minutes",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_minutesevent" ("adopted_by_id", "adopted_in_id", "adopted_on", "checker_id", "circulated_until", "corrections", "id", "meeting_id", "note_taker_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "state", "version") VALUES (NEW."adopted_by_id", NEW."adopted_in_id", NEW."adopted_on", NEW."checker_id", NEW."circulated_until", NEW."corrections", NEW."id", NEW."meeting_id", NEW."note_taker_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."route", NEW."state", NEW."version"); RETURN NULL;',
                    hash="8811515bccf5e361e1c6b8b98d1c420fc8d83a9b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_324d9",
                    table="meetings_minutes",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_minutesevent" ("adopted_by_id", "adopted_in_id", "adopted_on", "checker_id", "circulated_until", "corrections", "id", "meeting_id", "note_taker_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "state", "version") VALUES (OLD."adopted_by_id", OLD."adopted_in_id", OLD."adopted_on", OLD."checker_id", OLD."circulated_until", OLD."corrections", OLD."id", OLD."meeting_id", OLD."note_taker_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."route", OLD."state", OLD."version"); RETURN NULL;',
                    hash="72c3ad056df189eed96ff7d0602ae431c5f42d69",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f9949",
                    table="meetings_minutes",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="minutesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="0a86c636f375ac9cc89870a3479adbc9cf4b39a2",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_3f219",
                    table="meetings_minutesevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="minutesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b701fcd3b8b35bc763085b9187ff2a1029e1c90a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_16281",
                    table="meetings_minutesevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="correctionrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_correctionrequestevent" ("asked_at", "asked_by_id", "id", "item_id", "minutes_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply", "settled_at", "settled_by_id", "text") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."id", NEW."item_id", NEW."minutes_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reply", NEW."settled_at", NEW."settled_by_id", NEW."text"); RETURN NULL;',
                    hash="672b3077efdf4cac0adb6ebf996943e3badbac9c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f1bb9",
                    table="meetings_correctionrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="correctionrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_correctionrequestevent" ("asked_at", "asked_by_id", "id", "item_id", "minutes_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply", "settled_at", "settled_by_id", "text") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."id", NEW."item_id", NEW."minutes_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reply", NEW."settled_at", NEW."settled_by_id", NEW."text"); RETURN NULL;',
                    hash="aa30ebe3c8e5d138b36cee5675f4118eb21666d5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe5fa",
                    table="meetings_correctionrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="correctionrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_correctionrequestevent" ("asked_at", "asked_by_id", "id", "item_id", "minutes_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply", "settled_at", "settled_by_id", "text") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."id", OLD."item_id", OLD."minutes_id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reply", OLD."settled_at", OLD."settled_by_id", OLD."text"); RETURN NULL;',
                    hash="8d2dc1fc57f7624ec077618fed4a5056ee19a8f4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cf757",
                    table="meetings_correctionrequest",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="correctionrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="f3cf8897283a0bb90b993d45069020b321783c95",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9bdd4",
                    table="meetings_correctionrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="correctionrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e3dd70f76f2ebc90a139422c2aaf221069fd13fb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_02e3c",
                    table="meetings_correctionrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="erratum",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_erratumevent" ("adopted_in_id", "id", "item_id", "minutes_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "right", "wrong") VALUES (NEW."adopted_in_id", NEW."id", NEW."item_id", NEW."minutes_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."right", NEW."wrong"); RETURN NULL;',
                    hash="31484a5e77cf52c990ea5d04de2bd3f32dea1ce5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f0035",
                    table="meetings_erratum",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="erratum",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_erratumevent" ("adopted_in_id", "id", "item_id", "minutes_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "right", "wrong") VALUES (NEW."adopted_in_id", NEW."id", NEW."item_id", NEW."minutes_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."right", NEW."wrong"); RETURN NULL;',
                    hash="62796f89f511b6ea19ba24abc120b68963d94d9b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5653a",
                    table="meetings_erratum",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="erratum",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_erratumevent" ("adopted_in_id", "id", "item_id", "minutes_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "right", "wrong") VALUES (OLD."adopted_in_id", OLD."id", OLD."item_id", OLD."minutes_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."right", OLD."wrong"); RETURN NULL;',
                    hash="15cf2e472e4834ef8450f5d4f10aef2bfc4015d0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43c10",
                    table="meetings_erratum",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="erratumevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="73bfe3ddcb7ac7c96dff81f17ee23b6b394a8631",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_0bcfd",
                    table="meetings_erratumevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="erratumevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2d6812ecd9a25a83ddefd08ea6d91f6981e9f02b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9197b",
                    table="meetings_erratumevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_paperevent" ("id", "item_id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "title") VALUES (NEW."id", NEW."item_id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."title"); RETURN NULL;',
                    hash="7cdfb11448b24b9b16266a6ed370925d6cf2e181",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_779d6",
                    table="meetings_paper",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_paperevent" ("id", "item_id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "title") VALUES (NEW."id", NEW."item_id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."title"); RETURN NULL;',
                    hash="f68b858e589cbf5517f82540589d5820a9c0bd6f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_890c8",
                    table="meetings_paper",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_paperevent" ("id", "item_id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "title") VALUES (OLD."id", OLD."item_id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."removed_at", OLD."title"); RETURN NULL;',
                    hash="cf8ce7ada2fc5664ed862fd31f44065ffdc6ddad",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9b2d3",
                    table="meetings_paper",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paperevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="a3a53657e3a36bc9e0e62e6b6e919a541cf99c2f",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_48027",
                    table="meetings_paperevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paperevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c2448fab95932cff06fde5f69505d41be8837b0a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_75c16",
                    table="meetings_paperevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paperversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_paperversionevent" ("file", "file_name", "id", "number", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."file", NEW."file_name", NEW."id", NEW."number", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="e9daebc45466677a5cd71439e4eb5b602003d7a6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e3cbf",
                    table="meetings_paperversion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paperversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_paperversionevent" ("file", "file_name", "id", "number", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."file", NEW."file_name", NEW."id", NEW."number", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="e0d955becf1ecbc577e5e6820327bc10e39a2a1d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c69f8",
                    table="meetings_paperversion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paperversion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_paperversionevent" ("file", "file_name", "id", "number", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size", "uploaded_at", "uploaded_by_id") VALUES (OLD."file", OLD."file_name", OLD."id", OLD."number", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."size", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="ecfad78551f27d96cc826b9f598177a1e04f642a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e902e",
                    table="meetings_paperversion",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paperversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="355ca7155719f4178e7bfb4302edb217cc331652",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_27f4b",
                    table="meetings_paperversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="paperversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9e4b52439a70c1afad8c49fd5cf432b51580537a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6d848",
                    table="meetings_paperversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reading",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_readingevent" ("certainty", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "read_as", "seen") VALUES (NEW."certainty", NEW."id", NEW."meeting_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."read_as", NEW."seen"); RETURN NULL;',
                    hash="1c3643f891c0774518ec152620c042edf9667976",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43eef",
                    table="meetings_reading",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reading",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_readingevent" ("certainty", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "read_as", "seen") VALUES (NEW."certainty", NEW."id", NEW."meeting_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."read_as", NEW."seen"); RETURN NULL;',
                    hash="09c3e60c7deeaad41e9600830ee413d7c1ad6ef2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f862f",
                    table="meetings_reading",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="reading",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_readingevent" ("certainty", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "read_as", "seen") VALUES (OLD."certainty", OLD."id", OLD."meeting_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."read_as", OLD."seen"); RETURN NULL;',
                    hash="09129eb92d410e26c0dd105fd0dc163d7d66d625",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_71e98",
                    table="meetings_reading",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="readingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="94de2a4333ceeeaf98689ca9dd1b1eaa08e194bb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_9e6c5",
                    table="meetings_readingevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="readingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ba8f6a7350d5531a52bfca34cc18fd864eadcc5f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_98613",
                    table="meetings_readingevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="executivesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_executivesummaryevent" ("checked_at", "checked_by_id", "edited_at", "edited_by_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "text", "version") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."text", NEW."version"); RETURN NULL;',
                    hash="92a22d9ec237f4251bd8507b470f4cf7b7ce0945",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e4df2",
                    table="meetings_executivesummary",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="executivesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_executivesummaryevent" ("checked_at", "checked_by_id", "edited_at", "edited_by_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "text", "version") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."text", NEW."version"); RETURN NULL;',
                    hash="10e514d714776b6359a0414001fcb16b459141c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9b9a8",
                    table="meetings_executivesummary",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="executivesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_executivesummaryevent" ("checked_at", "checked_by_id", "edited_at", "edited_by_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "text", "version") VALUES (OLD."checked_at", OLD."checked_by_id", OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."text", OLD."version"); RETURN NULL;',
                    hash="e2ba740a794b482ee958f641bb272e9cfc5f5686",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_34622",
                    table="meetings_executivesummary",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="executivesummaryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="30bbda203ca5074823470adfb5072b4b5d49b2a3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_b7f7d",
                    table="meetings_executivesummaryevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="executivesummaryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a60dc184f287ba7a5ff669537d2b8f52ca70024",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1b439",
                    table="meetings_executivesummaryevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
