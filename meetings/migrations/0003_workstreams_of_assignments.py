"""Which of the three urgent workstreams an assignment moves (S35)."""

import pgtrigger.compiler
from django.db import migrations, models

from portal.kernel import trigger_operations


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0002_adopted_minutes_stand"),
    ]

    operations = [
        trigger_operations.RemoveTrigger(
            model_name="actionitem",
            name="insert_insert",
        ),
        trigger_operations.RemoveTrigger(
            model_name="actionitem",
            name="update_update",
        ),
        trigger_operations.RemoveTrigger(
            model_name="actionitem",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="actionitem",
            name="workstream",
            field=models.CharField(
                blank=True,
                choices=[
                    ("information", "ระบบข้อมูล"),
                    ("areas", "การเคลื่อนงานในพื้นที่"),
                    ("support", "การหนุนเสริมงานในพื้นที่"),
                ],
                default="",
                max_length=12,
                verbose_name="งานเร่งด่วน 3 เรื่อง",
            ),
        ),
        migrations.AddField(
            model_name="actionitemevent",
            name="workstream",
            field=models.CharField(
                blank=True,
                choices=[
                    ("information", "ระบบข้อมูล"),
                    ("areas", "การเคลื่อนงานในพื้นที่"),
                    ("support", "การหนุนเสริมงานในพื้นที่"),
                ],
                default="",
                max_length=12,
                verbose_name="งานเร่งด่วน 3 เรื่อง",
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actionitemevent" ("answered_by_id", "done_at", "done_by_id", "due_on", "due_precision", "edited_at", "edited_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "region_id", "resolution_id", "result", "title", "unit_id", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "workstream") VALUES (NEW."answered_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."due_precision", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."region_id", NEW."resolution_id", NEW."result", NEW."title", NEW."unit_id", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id", NEW."workstream"); RETURN NULL;',
                    hash="4a37be45e75aaa0ecf229d60e65297be0f458bec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e0d21",
                    table="meetings_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_actionitemevent" ("answered_by_id", "done_at", "done_by_id", "due_on", "due_precision", "edited_at", "edited_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "region_id", "resolution_id", "result", "title", "unit_id", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "workstream") VALUES (NEW."answered_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."due_precision", NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."region_id", NEW."resolution_id", NEW."result", NEW."title", NEW."unit_id", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id", NEW."workstream"); RETURN NULL;',
                    hash="a151a9b51cf7142a5a93c2db3cffa9df282dbcad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bd1ee",
                    table="meetings_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        trigger_operations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actionitemevent" ("answered_by_id", "done_at", "done_by_id", "due_on", "due_precision", "edited_at", "edited_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "region_id", "resolution_id", "result", "title", "unit_id", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "workstream") VALUES (OLD."answered_by_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."due_precision", OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."region_id", OLD."resolution_id", OLD."result", OLD."title", OLD."unit_id", OLD."version", OLD."withdrawn_at", OLD."withdrawn_because", OLD."withdrawn_by_id", OLD."workstream"); RETURN NULL;',
                    hash="79e3b4980179851b313c566cc01dc9dde39f49f8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b3522",
                    table="meetings_actionitem",
                    when="AFTER",
                ),
            ),
        ),
    ]
