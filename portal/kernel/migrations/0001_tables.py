"""People, accounts, the outbox, jobs and the record of what happened."""

import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import portal.kernel.thai_sort
import portal.kernel.trigger_operations


class Migration(migrations.Migration):
    replaces = [
        ("kernel", "0001_initial"),
        ("kernel", "0002_accounts_by_telephone_and_invitations"),
    ]

    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="อีเมล")),
                (
                    "phone",
                    models.CharField(blank=True, max_length=16, null=True, verbose_name="โทรศัพท์"),
                ),
                ("is_active", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("email", ""), _negated=True),
                        name="one_account_per_address",
                        violation_error_message="อีเมลนี้มีบัญชีอยู่แล้ว",
                    ),
                    models.UniqueConstraint(
                        fields=("phone",),
                        name="one_account_per_telephone",
                        violation_error_message="หมายเลขนี้มีบัญชีอยู่แล้ว",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("email", ""), _negated=True),
                            ("phone__isnull", False),
                            _connector="OR",
                        ),
                        name="accounts_have_an_address_or_a_number",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name_prefix",
                    models.CharField(blank=True, max_length=40, verbose_name="คำนำหน้านาม"),
                ),
                ("first_name", models.CharField(max_length=100, verbose_name="ชื่อ")),
                ("last_name", models.CharField(blank=True, max_length=100, verbose_name="นามสกุล")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="อีเมล")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="โทรศัพท์")),
                ("line_id", models.CharField(blank=True, max_length=60, verbose_name="ไลน์ไอดี")),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="person",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=portal.kernel.thai_sort.ThaiSortKey(
                            django.db.models.functions.text.Concat(
                                "first_name", models.Value(" "), "last_name"
                            )
                        ),
                        output_field=portal.kernel.thai_sort.SortKeyField(db_collation="C"),
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["sort_key"], name="people_in_thai_order")],
            },
        ),
        migrations.CreateModel(
            name="PersonEvent",
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
                        to="kernel.person",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "name_prefix",
                    models.CharField(blank=True, max_length=40, verbose_name="คำนำหน้านาม"),
                ),
                ("first_name", models.CharField(max_length=100, verbose_name="ชื่อ")),
                ("last_name", models.CharField(blank=True, max_length=100, verbose_name="นามสกุล")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="อีเมล")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="โทรศัพท์")),
                ("line_id", models.CharField(blank=True, max_length=60, verbose_name="ไลน์ไอดี")),
                (
                    "user",
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
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=portal.kernel.thai_sort.ThaiSortKey(
                            django.db.models.functions.text.Concat(
                                "first_name", models.Value(" "), "last_name"
                            )
                        ),
                        output_field=portal.kernel.thai_sort.SortKeyField(db_collation="C"),
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UserEvent",
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
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="อีเมล")),
                (
                    "phone",
                    models.CharField(blank=True, max_length=16, null=True, verbose_name="โทรศัพท์"),
                ),
                ("is_active", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AccountInvitation",
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
                        related_name="account_invitations",
                        to="kernel.person",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "ทางอีเมล"), ("paper", "หนังสือที่พิมพ์มอบให้")],
                        max_length=10,
                        verbose_name="ส่งคำเชิญ",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="อีเมล")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="โทรศัพท์")),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("wrong_tries", models.PositiveSmallIntegerField(default=0)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-invited_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("email", ""), _negated=True), ("phone", "")),
                            models.Q(("email", ""), models.Q(("phone", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="invitations_name_an_address_or_a_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at", None), ("withdrawn_at", None), _connector="OR"
                        ),
                        name="accepted_invitations_are_not_withdrawn",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                        fields=("person",),
                        name="one_open_invitation_per_person",
                        violation_error_message="ผู้นี้มีคำเชิญที่ยังใช้ได้อยู่แล้ว",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountInvitationEvent",
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
                        to="kernel.accountinvitation",
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
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "ทางอีเมล"), ("paper", "หนังสือที่พิมพ์มอบให้")],
                        max_length=10,
                        verbose_name="ส่งคำเชิญ",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="อีเมล")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="โทรศัพท์")),
                (
                    "invited_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("wrong_tries", models.PositiveSmallIntegerField(default=0)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=60)),
                (
                    "subject_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                    ),
                ),
                ("subject_id", models.BigIntegerField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("detail", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["subject_type", "subject_id", "-at"], name="history_of_one_thing"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactConsent",
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
                        related_name="contact_consents",
                        to="kernel.person",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        choices=[("phone", "โทรศัพท์"), ("email", "อีเมล"), ("line_id", "ไลน์")],
                        max_length=10,
                    ),
                ),
                ("given_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
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
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("person", "contact"),
                        name="one_consent_per_person_and_contact",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None),
                            ("withdrawn_at__gte", models.F("given_at")),
                            _connector="OR",
                        ),
                        name="consents_are_withdrawn_after_they_are_given",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactConsentEvent",
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
                        to="kernel.contactconsent",
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
                (
                    "contact",
                    models.CharField(
                        choices=[("phone", "โทรศัพท์"), ("email", "อีเมล"), ("line_id", "ไลน์")],
                        max_length=10,
                    ),
                ),
                ("given_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
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
            name="Heartbeat",
            fields=[
                ("name", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("first_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_at__gte", models.F("first_at"))),
                        name="hearts_beat_forwards",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("name", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("on",),
                        name="one_holiday_per_day",
                        violation_error_message="มีวันหยุดวันนี้อยู่แล้ว",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JobRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("job", models.CharField(max_length=100)),
                ("slot", models.CharField(max_length=100)),
                ("due_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "ถึงกำหนด"),
                            ("ran", "ทำแล้ว"),
                            ("skipped", "เลยกำหนดผ่อนผัน"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["job", "due_at"], name="slots_of_a_job"),
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["job", "due_at"],
                        name="open_slots",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("job", "slot"), name="each_slot_of_a_job_runs_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("state", "open")),
                            models.Q(
                                ("settled_at__isnull", False), ("state__in", ["ran", "skipped"])
                            ),
                            _connector="OR",
                        ),
                        name="settled_slots_say_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Once",
            fields=[
                ("token", models.UUIDField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("result", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Outbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dedupe", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=100)),
                ("payload", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ready", "รอส่ง"),
                            ("leased", "กำลังส่ง"),
                            ("done", "ส่งแล้ว"),
                            ("failed", "ส่งไม่สำเร็จ"),
                            ("dead", "หยุดส่ง"),
                            ("withdrawn", "ยกเลิกแล้ว"),
                        ],
                        default="ready",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("lost_leases", models.PositiveSmallIntegerField(default=0)),
                (
                    "next_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("lease", models.UUIDField(blank=True, null=True)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("last_error", models.TextField(blank=True, default="")),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["ready", "leased"])),
                        fields=["next_at", "id"],
                        name="waiting_promises",
                    ),
                    models.Index(fields=["state", "settled_at"], name="settled_promises"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dedupe",), name="each_promise_is_made_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lease__isnull", False),
                                ("lease_until__isnull", False),
                                ("state", "leased"),
                            ),
                            models.Q(
                                models.Q(("state", "leased"), _negated=True),
                                ("lease", None),
                                ("lease_until", None),
                            ),
                            _connector="OR",
                        ),
                        name="leased_promises_say_to_whom_and_until_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("state__in", ["ready", "leased"])),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("state__in", ["done", "failed", "dead", "withdrawn"]),
                            ),
                            _connector="OR",
                        ),
                        name="settled_promises_say_when",
                    ),
                ],
            },
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_userevent" ("email", "id", "is_active", "joined_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone"); RETURN NULL;',
                    hash="7d1f26ed7a4860cbba5e73eccb8b14bc3ed9c874",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c015",
                    table="kernel_user",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."phone" IS DISTINCT FROM (NEW."phone"))',
                    func='INSERT INTO "kernel_userevent" ("email", "id", "is_active", "joined_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone"); RETURN NULL;',
                    hash="66c777f3c67c3cb516012ee1a1071d9c7f4cb5de",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8932f",
                    table="kernel_user",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_userevent" ("email", "id", "is_active", "joined_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone"); RETURN NULL;',
                    hash="834160c9290c7a499ca27cc20fdc0494ab65634b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dca59",
                    table="kernel_user",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_personevent" ("email", "first_name", "id", "last_name", "line_id", "name_prefix", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "user_id") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."last_name", NEW."line_id", NEW."name_prefix", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."user_id"); RETURN NULL;',
                    hash="d48c133ab6d97d3860aa4ab7ee0a3abbe4a1bd29",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9cd8c",
                    table="kernel_person",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kernel_personevent" ("email", "first_name", "id", "last_name", "line_id", "name_prefix", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "user_id") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."last_name", NEW."line_id", NEW."name_prefix", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."user_id"); RETURN NULL;',
                    hash="a0efcf6c5cf00b0ae5332c8e71086cc05d96d612",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bf0b5",
                    table="kernel_person",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_personevent" ("email", "first_name", "id", "last_name", "line_id", "name_prefix", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "user_id") VALUES (OLD."email", OLD."first_name", OLD."id", OLD."last_name", OLD."line_id", OLD."name_prefix", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."user_id"); RETURN NULL;',
                    hash="db723d4bec009222f09f065bc91e32cf9b6d864b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_25a0c",
                    table="kernel_person",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="personevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="cfcff76ccceec7c130b2a443625b87851a7d7a8a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_1a24a",
                    table="kernel_personevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="personevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1fd20ac6eca22c5ef7e529dbe625b2c0c20719c7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9610c",
                    table="kernel_personevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="031ea0a951bfc7a816da9d04e756eb59b59c4101",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_4d6f7",
                    table="kernel_userevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7095ba673c54fa9b316fbe281fea6eee4fc891f8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e7934",
                    table="kernel_userevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="accountinvitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_accountinvitationevent" ("accepted_at", "channel", "email", "expires_at", "id", "invited_at", "invited_by_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "withdrawn_at", "wrong_tries") VALUES (NEW."accepted_at", NEW."channel", NEW."email", NEW."expires_at", NEW."id", NEW."invited_at", NEW."invited_by_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."withdrawn_at", NEW."wrong_tries"); RETURN NULL;',
                    hash="2669bc6ee388d1cbe98f9a258abe8d61e4ed73fd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9f547",
                    table="kernel_accountinvitation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="accountinvitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kernel_accountinvitationevent" ("accepted_at", "channel", "email", "expires_at", "id", "invited_at", "invited_by_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "withdrawn_at", "wrong_tries") VALUES (NEW."accepted_at", NEW."channel", NEW."email", NEW."expires_at", NEW."id", NEW."invited_at", NEW."invited_by_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."withdrawn_at", NEW."wrong_tries"); RETURN NULL;',
                    hash="705852cc77b4bdb88c8dbffe4753aa08d6b2abd3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b5c5d",
                    table="kernel_accountinvitation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="accountinvitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_accountinvitationevent" ("accepted_at", "channel", "email", "expires_at", "id", "invited_at", "invited_by_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "withdrawn_at", "wrong_tries") VALUES (OLD."accepted_at", OLD."channel", OLD."email", OLD."expires_at", OLD."id", OLD."invited_at", OLD."invited_by_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."withdrawn_at", OLD."wrong_tries"); RETURN NULL;',
                    hash="f7a37a6a36361714efb386e3202c0a853a9d10f6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_49f19",
                    table="kernel_accountinvitation",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="accountinvitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="540478002ec90d61f8f1050355fde42635da0c4c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_c03a3",
                    table="kernel_accountinvitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="accountinvitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8ded833b90c382dcb5505d8c792be91046081b54",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_19d75",
                    table="kernel_accountinvitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="contactconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_contactconsentevent" ("contact", "given_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "withdrawn_at") VALUES (NEW."contact", NEW."given_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."withdrawn_at"); RETURN NULL;',
                    hash="6bf192a64ae67c6908928df95927017f40565148",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ff7bc",
                    table="kernel_contactconsent",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="contactconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "kernel_contactconsentevent" ("contact", "given_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "withdrawn_at") VALUES (NEW."contact", NEW."given_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."withdrawn_at"); RETURN NULL;',
                    hash="0e8e21710c22ffe9e9040cee53c9e62365a5f664",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fabd5",
                    table="kernel_contactconsent",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="contactconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "kernel_contactconsentevent" ("contact", "given_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "withdrawn_at") VALUES (OLD."contact", OLD."given_at", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."withdrawn_at"); RETURN NULL;',
                    hash="9d21de920dd243b70b4e2aaf523a1c7330dd2be9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd668",
                    table="kernel_contactconsent",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="contactconsentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="0f0f2f97ea5ba253f230bfcddd312c824bbcae10",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_1f1ae",
                    table="kernel_contactconsentevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="contactconsentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab5c26b4f1c925997b58550a748c8cded5cc41c5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e4279",
                    table="kernel_contactconsentevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
