"""Organisations and the stages of their certification."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import portal.kernel.thai_sort
import portal.kernel.trigger_operations


class Migration(migrations.Migration):
    replaces = [
        ("certification", "0001_initial"),
        ("certification", "0002_initial"),
        ("certification", "0003_initial"),
        ("certification", "0004_kinds_have_an_english_name"),
    ]

    initial = True

    dependencies = [
        ("committees", "0001_tables"),
        ("regions", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrganizationKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="OrganizationKindEvent",
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
                        to="certification.organizationkind",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40)),
                ("name", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommunityOrganization",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="ชื่อองค์กร")),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organizations",
                        to="certification.organizationkind",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organizations",
                        to="regions.province",
                    ),
                ),
                (
                    "subdistrict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organizations",
                        to="regions.subdistrict",
                    ),
                ),
                (
                    "founded_be_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="ก่อตั้ง พ.ศ."
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=portal.kernel.thai_sort.ThaiSortKey(models.F("name")),
                        output_field=portal.kernel.thai_sort.SortKeyField(db_collation="C"),
                    ),
                ),
                (
                    "issues",
                    models.ManyToManyField(
                        blank=True, related_name="organizations", to="committees.issue"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["sort_key"], name="organizations_in_thai_order")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name", "subdistrict"),
                        name="one_organization_of_a_name_per_subdistrict",
                        violation_error_message="มีองค์กรชื่อนี้ในตำบลนี้แล้ว",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommunityOrganizationEvent",
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
                        to="certification.communityorganization",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="ชื่อองค์กร")),
                (
                    "kind",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="certification.organizationkind",
                    ),
                ),
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
                    "subdistrict",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="regions.subdistrict",
                    ),
                ),
                (
                    "founded_be_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="ก่อตั้ง พ.ศ."
                    ),
                ),
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
            name="StageRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stages",
                        to="certification.communityorganization",
                    ),
                ),
                (
                    "stage",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "การค้นหา"), (2, "ให้การรับรอง"), (3, "การพัฒนาอย่างต่อเนื่อง")]
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="เริ่ม")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="เสร็จ")),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["stage"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organization", "stage"), name="one_record_per_stage"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="a_stage_closes_after_it_opens",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StageRecordEvent",
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
                        to="certification.stagerecord",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "organization",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="certification.communityorganization",
                    ),
                ),
                (
                    "stage",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "การค้นหา"), (2, "ให้การรับรอง"), (3, "การพัฒนาอย่างต่อเนื่อง")]
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="เริ่ม")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="เสร็จ")),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="organizationkind",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "certification_organizationkindevent" ("code", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="eadff94ee08e6140e4a5d74f426ec5c0e5e5ddba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1006b",
                    table="certification_organizationkind",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="organizationkind",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "certification_organizationkindevent" ("code", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="80944c83ffd8120708a74bf7c25ddb9dcafa9e76",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed3ca",
                    table="certification_organizationkind",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="organizationkind",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "certification_organizationkindevent" ("code", "id", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."id", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="688c03d9d173d5133d7b1d502a96e2f6ef246b90",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b60cb",
                    table="certification_organizationkind",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="organizationkindevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="4a9d829ef8e36c9531fd39781c280e2f33226a3e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_49e67",
                    table="certification_organizationkindevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="organizationkindevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1c6ca633adcf8c59354fb8cc664399845aee8695",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d8d91",
                    table="certification_organizationkindevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="communityorganization",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "certification_communityorganizationevent" ("founded_be_year", "id", "kind_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "subdistrict_id") VALUES (NEW."founded_be_year", NEW."id", NEW."kind_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."province_id", NEW."subdistrict_id"); RETURN NULL;',
                    hash="a4e824d4f9ba127d4a930cd5604042ddda735dda",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa55c",
                    table="certification_communityorganization",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="communityorganization",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "certification_communityorganizationevent" ("founded_be_year", "id", "kind_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "subdistrict_id") VALUES (NEW."founded_be_year", NEW."id", NEW."kind_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."province_id", NEW."subdistrict_id"); RETURN NULL;',
                    hash="cd3c639983d6ae690ea180ad71d51c28ec5ca8ca",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a4c1b",
                    table="certification_communityorganization",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="communityorganization",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "certification_communityorganizationevent" ("founded_be_year", "id", "kind_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "subdistrict_id") VALUES (OLD."founded_be_year", OLD."id", OLD."kind_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."province_id", OLD."subdistrict_id"); RETURN NULL;',
                    hash="25e4bf0bf15e4fee04a217232b7ff7b4fc006096",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a2cc2",
                    table="certification_communityorganization",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="communityorganizationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="52a34642929a314b71d01d2e1d35fdbf0d325fa4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_66b61",
                    table="certification_communityorganizationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="communityorganizationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b3e3ebccc29d290a587f5bc1f69c89afbfbfd739",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fb16e",
                    table="certification_communityorganizationevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="stagerecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "certification_stagerecordevent" ("closed_on", "id", "note", "opened_on", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") VALUES (NEW."closed_on", NEW."id", NEW."note", NEW."opened_on", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."stage"); RETURN NULL;',
                    hash="d7f23a0965b0534bb29c8b69de404f8e9cb84dea",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ef6f1",
                    table="certification_stagerecord",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="stagerecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "certification_stagerecordevent" ("closed_on", "id", "note", "opened_on", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") VALUES (NEW."closed_on", NEW."id", NEW."note", NEW."opened_on", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."stage"); RETURN NULL;',
                    hash="0d84f4f373da954deb6162630f03158f66350c1e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fac08",
                    table="certification_stagerecord",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="stagerecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "certification_stagerecordevent" ("closed_on", "id", "note", "opened_on", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") VALUES (OLD."closed_on", OLD."id", OLD."note", OLD."opened_on", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."stage"); RETURN NULL;',
                    hash="c842362646cce269fef2e3f472851374ed9bab9c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e872b",
                    table="certification_stagerecord",
                    when="AFTER",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="stagerecordevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                    hash="6a9db0f872397a8b3b5add8eaee4fce81632e521",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_518eb",
                    table="certification_stagerecordevent",
                    when="BEFORE",
                ),
            ),
        ),
        portal.kernel.trigger_operations.AddTrigger(
            model_name="stagerecordevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f82b349a8d0927b7626de19fc04c5001cc8bf28d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bfd1a",
                    table="certification_stagerecordevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
