"""A ticket may be about an asset."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("repairs", "0003_assets")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="ticket",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="ticket",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="ticket",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="ticket",
            name="asset",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tickets",
                to="repairs.fixedasset",
                verbose_name="asset",
            ),
        ),
        migrations.AddField(
            model_name="ticketevent",
            name="asset",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="repairs.fixedasset",
                verbose_name="asset",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ticket",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "repairs_ticketevent" ("asset_id", "assignee_id", "category_id", "changed_at", "damage_cause", "description", "done_at", "due_at", "id", "merged_into_id", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rating", "reporter_id", "status", "title", "version") VALUES (NEW."asset_id", NEW."assignee_id", NEW."category_id", NEW."changed_at", NEW."damage_cause", NEW."description", NEW."done_at", NEW."due_at", NEW."id", NEW."merged_into_id", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."rating", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                    hash="ddaf065fc01afae1fae2382bb1396c64582adefb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7840a",
                    table="repairs_ticket",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ticket",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asset_id" IS DISTINCT FROM (NEW."asset_id") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."damage_cause" IS DISTINCT FROM (NEW."damage_cause") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."done_at" IS DISTINCT FROM (NEW."done_at") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."rating" IS DISTINCT FROM (NEW."rating") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "repairs_ticketevent" ("asset_id", "assignee_id", "category_id", "changed_at", "damage_cause", "description", "done_at", "due_at", "id", "merged_into_id", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rating", "reporter_id", "status", "title", "version") VALUES (NEW."asset_id", NEW."assignee_id", NEW."category_id", NEW."changed_at", NEW."damage_cause", NEW."description", NEW."done_at", NEW."due_at", NEW."id", NEW."merged_into_id", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."rating", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                    hash="2e7fee2886c51f7b3593e5cac1bab6a756c5ad34",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_35d37",
                    table="repairs_ticket",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ticket",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "repairs_ticketevent" ("asset_id", "assignee_id", "category_id", "changed_at", "damage_cause", "description", "done_at", "due_at", "id", "merged_into_id", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rating", "reporter_id", "status", "title", "version") VALUES (OLD."asset_id", OLD."assignee_id", OLD."category_id", OLD."changed_at", OLD."damage_cause", OLD."description", OLD."done_at", OLD."due_at", OLD."id", OLD."merged_into_id", OLD."number", OLD."origin_id", OLD."origin_type_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."rating", OLD."reporter_id", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                    hash="f1822432d66c1640fe3737d0c76bca0eb25569c9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_079c3",
                    table="repairs_ticket",
                    when="AFTER",
                ),
            ),
        ),
    ]
