import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0006_scores_of_a_day"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="checklist",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="checklist",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="checklist",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="checklist",
                    name="helpers",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="walked as well by",
                    ),
                ),
                migrations.AddField(
                    model_name="checklistevent",
                    name="helpers",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="walked as well by",
                    ),
                ),
                AddTrigger(
                    model_name="checklist",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_checklistevent" ("appeal_days", "code", "current_id", "deciding_roles", "every_days", "helpers", "id", "is_offered", "name", "note", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_roles", "topic") VALUES (NEW."appeal_days", NEW."code", NEW."current_id", NEW."deciding_roles", NEW."every_days", NEW."helpers", NEW."id", NEW."is_offered", NEW."name", NEW."note", NEW."parts", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."roles", NEW."second_roles", NEW."topic"); RETURN NULL;',
                            hash="14623b3b899340463a0ec2d93a5350b2b9b29869",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7bc8a",
                            table="inspections_checklist",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklist",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."appeal_days" IS DISTINCT FROM (NEW."appeal_days") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."current_id" IS DISTINCT FROM (NEW."current_id") OR OLD."deciding_roles" IS DISTINCT FROM (NEW."deciding_roles") OR OLD."every_days" IS DISTINCT FROM (NEW."every_days") OR OLD."helpers" IS DISTINCT FROM (NEW."helpers") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_offered" IS DISTINCT FROM (NEW."is_offered") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."parts" IS DISTINCT FROM (NEW."parts") OR OLD."roles" IS DISTINCT FROM (NEW."roles") OR OLD."second_roles" IS DISTINCT FROM (NEW."second_roles") OR OLD."topic" IS DISTINCT FROM (NEW."topic"))',
                            func='INSERT INTO "inspections_checklistevent" ("appeal_days", "code", "current_id", "deciding_roles", "every_days", "helpers", "id", "is_offered", "name", "note", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_roles", "topic") VALUES (NEW."appeal_days", NEW."code", NEW."current_id", NEW."deciding_roles", NEW."every_days", NEW."helpers", NEW."id", NEW."is_offered", NEW."name", NEW."note", NEW."parts", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."roles", NEW."second_roles", NEW."topic"); RETURN NULL;',
                            hash="424751701c847ccba77320882ca3d6ccb8314259",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2e7ee",
                            table="inspections_checklist",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklist",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_checklistevent" ("appeal_days", "code", "current_id", "deciding_roles", "every_days", "helpers", "id", "is_offered", "name", "note", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_roles", "topic") VALUES (OLD."appeal_days", OLD."code", OLD."current_id", OLD."deciding_roles", OLD."every_days", OLD."helpers", OLD."id", OLD."is_offered", OLD."name", OLD."note", OLD."parts", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."roles", OLD."second_roles", OLD."topic"); RETURN NULL;',
                            hash="bbde592c6f48a750244bb5d20ca4638cb7f18c93",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5afbb",
                            table="inspections_checklist",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        )
    ]
