"""How early a body has its people reminded of their tasks (S98)."""

import pgtrigger.compiler
from django.db import migrations, models

from portal.kernel import trigger_operations


class Migration(migrations.Migration):
    dependencies = [
        ("committees", "0002_coordinators_hold_a_seat"),
    ]

    operations = [
        trigger_operations.RemoveTrigger(
            model_name="committee",
            name="insert_insert",
        ),
        trigger_operations.RemoveTrigger(
            model_name="committee",
            name="update_update",
        ),
        trigger_operations.RemoveTrigger(
            model_name="committee",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="committee",
            name="task_reminder_working_days",
            field=models.PositiveSmallIntegerField(
                default=5, verbose_name="เตือนก่อนครบกำหนดงาน (วันทำการ)"
            ),
        ),
        migrations.AddField(
            model_name="committeeevent",
            name="task_reminder_working_days",
            field=models.PositiveSmallIntegerField(
                default=5, verbose_name="เตือนก่อนครบกำหนดงาน (วันทำการ)"
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_committeeevent" ("boards_limit", "central_officers_due", "circulation_days", "code", "dates_in_words", "duties", "ends_on", "ends_soon_days", "id", "issue_id", "kind", "meets_every_months", "minutes_due_days", "name", "name_en", "note", "officers_per_region", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "province_id", "quorum_counts_substitutes", "quorum_denominator", "quorum_numerator", "quorum_of", "region_id", "reminder_time", "reminder_working_days", "seats_due", "short_name", "source", "starts_on", "task_reminder_working_days") VALUES (NEW."boards_limit", NEW."central_officers_due", NEW."circulation_days", NEW."code", NEW."dates_in_words", NEW."duties", NEW."ends_on", NEW."ends_soon_days", NEW."id", NEW."issue_id", NEW."kind", NEW."meets_every_months", NEW."minutes_due_days", NEW."name", NEW."name_en", NEW."note", NEW."officers_per_region", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."province_id", NEW."quorum_counts_substitutes", NEW."quorum_denominator", NEW."quorum_numerator", NEW."quorum_of", NEW."region_id", NEW."reminder_time", NEW."reminder_working_days", NEW."seats_due", NEW."short_name", NEW."source", NEW."starts_on", NEW."task_reminder_working_days"); RETURN NULL;',
                    hash="b960bede18d7cec814ca57dee3c98dc34093246a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c3cc6",
                    table="committees_committee",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "committees_committeeevent" ("boards_limit", "central_officers_due", "circulation_days", "code", "dates_in_words", "duties", "ends_on", "ends_soon_days", "id", "issue_id", "kind", "meets_every_months", "minutes_due_days", "name", "name_en", "note", "officers_per_region", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "province_id", "quorum_counts_substitutes", "quorum_denominator", "quorum_numerator", "quorum_of", "region_id", "reminder_time", "reminder_working_days", "seats_due", "short_name", "source", "starts_on", "task_reminder_working_days") VALUES (NEW."boards_limit", NEW."central_officers_due", NEW."circulation_days", NEW."code", NEW."dates_in_words", NEW."duties", NEW."ends_on", NEW."ends_soon_days", NEW."id", NEW."issue_id", NEW."kind", NEW."meets_every_months", NEW."minutes_due_days", NEW."name", NEW."name_en", NEW."note", NEW."officers_per_region", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."province_id", NEW."quorum_counts_substitutes", NEW."quorum_denominator", NEW."quorum_numerator", NEW."quorum_of", NEW."region_id", NEW."reminder_time", NEW."reminder_working_days", NEW."seats_due", NEW."short_name", NEW."source", NEW."starts_on", NEW."task_reminder_working_days"); RETURN NULL;',
                    hash="0fac96382334a10f51609582c01fd10722804b9c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9aa6e",
                    table="committees_committee",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "committees_committeeevent" ("boards_limit", "central_officers_due", "circulation_days", "code", "dates_in_words", "duties", "ends_on", "ends_soon_days", "id", "issue_id", "kind", "meets_every_months", "minutes_due_days", "name", "name_en", "note", "officers_per_region", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "province_id", "quorum_counts_substitutes", "quorum_denominator", "quorum_numerator", "quorum_of", "region_id", "reminder_time", "reminder_working_days", "seats_due", "short_name", "source", "starts_on", "task_reminder_working_days") VALUES (OLD."boards_limit", OLD."central_officers_due", OLD."circulation_days", OLD."code", OLD."dates_in_words", OLD."duties", OLD."ends_on", OLD."ends_soon_days", OLD."id", OLD."issue_id", OLD."kind", OLD."meets_every_months", OLD."minutes_due_days", OLD."name", OLD."name_en", OLD."note", OLD."officers_per_region", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."province_id", OLD."quorum_counts_substitutes", OLD."quorum_denominator", OLD."quorum_numerator", OLD."quorum_of", OLD."region_id", OLD."reminder_time", OLD."reminder_working_days", OLD."seats_due", OLD."short_name", OLD."source", OLD."starts_on", OLD."task_reminder_working_days"); RETURN NULL;',
                    hash="ce962b0f44e3d88c28a1dca66ec12d66e1c9329e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7c923",
                    table="committees_committee",
                    when="AFTER",
                ),
            ),
        ),
    ]
