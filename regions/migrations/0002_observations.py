"""What the movement says to accepted reports, and what is answered (S94)."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from portal.kernel import trigger_operations


class Migration(migrations.Migration):
    dependencies = [
        ("regions", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.SlugField(max_length=40, verbose_name="ส่วนของรายงาน")),
                ("version", models.PositiveIntegerField(verbose_name="ฉบับของส่วนที่อ่าน")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("confirmation", "ยืนยันผล"),
                            ("remark", "ข้อสังเกตหรือคำถาม"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="ข้อสังเกต")),
                ("at", models.DateTimeField()),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="คำตอบ")),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="regions.regionalreport",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ObservationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "section",
                    models.SlugField(db_index=False, max_length=40, verbose_name="ส่วนของรายงาน"),
                ),
                ("version", models.PositiveIntegerField(verbose_name="ฉบับของส่วนที่อ่าน")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("confirmation", "ยืนยันผล"),
                            ("remark", "ข้อสังเกตหรือคำถาม"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="ข้อสังเกต")),
                ("at", models.DateTimeField()),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="คำตอบ")),
                ("answered_at", models.DateTimeField(null=True)),
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
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.observation",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="an_observation_is_answered_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "confirmation"), _negated=True),
                    ("answered_at", None),
                    _connector="OR",
                ),
                name="a_confirmation_takes_no_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "confirmation")),
                fields=("report", "section", "version", "by"),
                name="nobody_confirms_the_same_words_twice",
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_observationevent" ("answer", "answered_at", "answered_by_id", "at", "by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "section", "text", "version") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."at", NEW."by_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."section", NEW."text", NEW."version"); RETURN NULL;',
                    hash="72f517e111712314bbd323536d2bb928cf542656",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2fa90",
                    table="regions_observation",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_observationevent" ("answer", "answered_at", "answered_by_id", "at", "by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "section", "text", "version") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."at", NEW."by_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."section", NEW."text", NEW."version"); RETURN NULL;',
                    hash="16e2adc075890f2bf3c4e2b19da6a35344802e9a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_baaf6",
                    table="regions_observation",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_observationevent" ("answer", "answered_at", "answered_by_id", "at", "by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "section", "text", "version") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."at", OLD."by_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."section", OLD."text", OLD."version"); RETURN NULL;',
                    hash="80ce214a1e7f93b58011d606472cf5972a6cd785",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2c0ac",
                    table="regions_observation",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="observationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="527fea4fb912c12ae5ba7657c04cbb89a8b3c224",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_66624",
                    table="regions_observationevent",
                    when="BEFORE",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="observationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dbf200144c4d1ba725feb76254b6cd1f5a881f8a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f5856",
                    table="regions_observationevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
