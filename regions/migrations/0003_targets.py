"""What a region and the centre want to reach together (S93)."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from portal.kernel import trigger_operations


class Migration(migrations.Migration):
    dependencies = [
        ("regions", "0002_observations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IndicatorTarget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fiscal_year", models.PositiveSmallIntegerField(verbose_name="ปีงบประมาณ")),
                ("value", models.PositiveIntegerField(verbose_name="เป้าหมาย")),
                ("reason", models.CharField(max_length=400, verbose_name="เหตุผล")),
                ("by_region", models.BooleanField()),
                ("proposed_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "refused_because",
                    models.CharField(blank=True, max_length=400, verbose_name="เหตุผลที่ไม่รับ"),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="regions.indicator",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="regions.region",
                    ),
                ),
            ],
            options={
                "ordering": ["-proposed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="IndicatorTargetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("fiscal_year", models.PositiveSmallIntegerField(verbose_name="ปีงบประมาณ")),
                ("value", models.PositiveIntegerField(verbose_name="เป้าหมาย")),
                ("reason", models.CharField(max_length=400, verbose_name="เหตุผล")),
                ("by_region", models.BooleanField()),
                ("proposed_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "refused_because",
                    models.CharField(blank=True, max_length=400, verbose_name="เหตุผลที่ไม่รับ"),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "confirmed_by",
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
                    "ended_by",
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
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.indicator",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="regions.indicatortarget",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.UniqueConstraint(
                condition=models.Q(("confirmed_at__isnull", False), ("ended_at", None)),
                fields=("indicator", "region", "fiscal_year"),
                name="one_agreed_target_per_number_and_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.UniqueConstraint(
                condition=models.Q(("confirmed_at", None), ("ended_at", None)),
                fields=("indicator", "region", "fiscal_year"),
                name="one_proposed_target_per_number_and_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                    models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                    _connector="OR",
                ),
                name="confirmed_targets_say_when_and_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None), ("refused_because", "")),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="ended_targets_say_when_and_by_whom",
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_indicatortargetevent" ("by_region", "confirmed_at", "confirmed_by_id", "ended_at", "ended_by_id", "fiscal_year", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "refused_because", "region_id", "value") VALUES (NEW."by_region", NEW."confirmed_at", NEW."confirmed_by_id", NEW."ended_at", NEW."ended_by_id", NEW."fiscal_year", NEW."id", NEW."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."refused_because", NEW."region_id", NEW."value"); RETURN NULL;',
                    hash="0f2d9f2b8d8077cad3f4f801d1cd1a9aba823304",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_09863",
                    table="regions_indicatortarget",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "regions_indicatortargetevent" ("by_region", "confirmed_at", "confirmed_by_id", "ended_at", "ended_by_id", "fiscal_year", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "refused_because", "region_id", "value") VALUES (NEW."by_region", NEW."confirmed_at", NEW."confirmed_by_id", NEW."ended_at", NEW."ended_by_id", NEW."fiscal_year", NEW."id", NEW."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."refused_because", NEW."region_id", NEW."value"); RETURN NULL;',
                    hash="5faa16bbc960d848606179a434149d38d441320b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b9702",
                    table="regions_indicatortarget",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "regions_indicatortargetevent" ("by_region", "confirmed_at", "confirmed_by_id", "ended_at", "ended_by_id", "fiscal_year", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "refused_because", "region_id", "value") VALUES (OLD."by_region", OLD."confirmed_at", OLD."confirmed_by_id", OLD."ended_at", OLD."ended_by_id", OLD."fiscal_year", OLD."id", OLD."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."reason", OLD."refused_because", OLD."region_id", OLD."value"); RETURN NULL;',
                    hash="fc39fea7214f3e8880880e4889f3863809d4711b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d2a51",
                    table="regions_indicatortarget",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="indicatortargetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="bd3de9b89c6c27cff70b132b420bd35d58f377d6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_e6200",
                    table="regions_indicatortargetevent",
                    when="BEFORE",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="indicatortargetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="209855f5d8f160c516662ba3b41effa2f2b22266",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8c106",
                    table="regions_indicatortargetevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
