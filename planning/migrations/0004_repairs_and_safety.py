import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0006_repairs_and_safety"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("planning", "0003_ground"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="actionitem",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="actionitem",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="actionitem",
                    name="delete_delete",
                ),
                migrations.RemoveConstraint(
                    model_name="paperkind",
                    name="paper_kind_role_known",
                ),
                migrations.AddField(
                    model_name="actionitem",
                    name="asked_until",
                    field=models.DateTimeField(
                        blank=True, null=True, verbose_name="more time asked until"
                    ),
                ),
                migrations.AddField(
                    model_name="actionitem",
                    name="kept",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16),
                        blank=True,
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                migrations.AddField(
                    model_name="actionitem",
                    name="missed",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16),
                        blank=True,
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                migrations.AddField(
                    model_name="actionitemevent",
                    name="asked_until",
                    field=models.DateTimeField(
                        blank=True, null=True, verbose_name="more time asked until"
                    ),
                ),
                migrations.AddField(
                    model_name="actionitemevent",
                    name="kept",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16),
                        blank=True,
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                migrations.AddField(
                    model_name="actionitemevent",
                    name="missed",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16),
                        blank=True,
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                migrations.AlterField(
                    model_name="meeting",
                    name="roles",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("head", "Head of logistics"),
                                ("dispatcher", "Dispatcher"),
                                ("technician", "Technician"),
                                ("safety_officer", "Safety officer"),
                                ("dorm_warden", "Dorm warden"),
                                ("canteen_manager", "Canteen manager"),
                                ("cleaning_supervisor", "Cleaning supervisor"),
                                ("fleet_manager", "Fleet manager"),
                                ("driver", "Driver"),
                                ("storekeeper", "Storekeeper"),
                                ("class_teacher", "Class teacher"),
                                ("dorm_leader", "Dorm leader"),
                                ("canteen_committee", "Canteen committee member"),
                                ("administrator", "Administrator"),
                            ],
                            max_length=32,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="invited roles",
                    ),
                ),
                migrations.AlterField(
                    model_name="meetingevent",
                    name="roles",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("head", "Head of logistics"),
                                ("dispatcher", "Dispatcher"),
                                ("technician", "Technician"),
                                ("safety_officer", "Safety officer"),
                                ("dorm_warden", "Dorm warden"),
                                ("canteen_manager", "Canteen manager"),
                                ("cleaning_supervisor", "Cleaning supervisor"),
                                ("fleet_manager", "Fleet manager"),
                                ("driver", "Driver"),
                                ("storekeeper", "Storekeeper"),
                                ("class_teacher", "Class teacher"),
                                ("dorm_leader", "Dorm leader"),
                                ("canteen_committee", "Canteen committee member"),
                                ("administrator", "Administrator"),
                            ],
                            max_length=32,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="invited roles",
                    ),
                ),
                migrations.AlterField(
                    model_name="paperkind",
                    name="role",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("head", "Head of logistics"),
                            ("dispatcher", "Dispatcher"),
                            ("technician", "Technician"),
                            ("safety_officer", "Safety officer"),
                            ("dorm_warden", "Dorm warden"),
                            ("canteen_manager", "Canteen manager"),
                            ("cleaning_supervisor", "Cleaning supervisor"),
                            ("fleet_manager", "Fleet manager"),
                            ("driver", "Driver"),
                            ("storekeeper", "Storekeeper"),
                            ("class_teacher", "Class teacher"),
                            ("dorm_leader", "Dorm leader"),
                            ("canteen_committee", "Canteen committee member"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=32,
                        verbose_name="responsible role",
                    ),
                ),
                migrations.AlterField(
                    model_name="paperkindevent",
                    name="role",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("head", "Head of logistics"),
                            ("dispatcher", "Dispatcher"),
                            ("technician", "Technician"),
                            ("safety_officer", "Safety officer"),
                            ("dorm_warden", "Dorm warden"),
                            ("canteen_manager", "Canteen manager"),
                            ("cleaning_supervisor", "Cleaning supervisor"),
                            ("fleet_manager", "Fleet manager"),
                            ("driver", "Driver"),
                            ("storekeeper", "Storekeeper"),
                            ("class_teacher", "Class teacher"),
                            ("dorm_leader", "Dorm leader"),
                            ("canteen_committee", "Canteen committee member"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=32,
                        verbose_name="responsible role",
                    ),
                ),
                migrations.AddIndex(
                    model_name="actionitem",
                    index=models.Index(
                        condition=models.Q(("asked_until__isnull", False)),
                        fields=["asked_until"],
                        name="actionitem_asks",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paperkind",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "",
                                    "head",
                                    "dispatcher",
                                    "technician",
                                    "safety_officer",
                                    "dorm_warden",
                                    "canteen_manager",
                                    "cleaning_supervisor",
                                    "fleet_manager",
                                    "driver",
                                    "storekeeper",
                                    "class_teacher",
                                    "dorm_leader",
                                    "canteen_committee",
                                    "administrator",
                                ],
                            )
                        ),
                        name="paper_kind_role_known",
                    ),
                ),
                AddTrigger(
                    model_name="actionitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_actionitemevent" ("accepted_by_id", "asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "kept", "meeting_id", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."accepted_by_id", NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."kept", NEW."meeting_id", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="e6d6e8bea6c1c5f3bb303748077005956dcb1c43",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_56421",
                            table="planning_actionitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="actionitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."asked_until" IS DISTINCT FROM (NEW."asked_until") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kept" IS DISTINCT FROM (NEW."kept") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."missed" IS DISTINCT FROM (NEW."missed") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "planning_actionitemevent" ("accepted_by_id", "asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "kept", "meeting_id", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."accepted_by_id", NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."kept", NEW."meeting_id", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="5e90e5ff4db65b923787a336f16d586d613e5582",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_93ca4",
                            table="planning_actionitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="actionitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_actionitemevent" ("accepted_by_id", "asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "kept", "meeting_id", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (OLD."accepted_by_id", OLD."asked_until", OLD."assignee_id", OLD."changed_at", OLD."description", OLD."due_at", OLD."id", OLD."kept", OLD."meeting_id", OLD."merged_into_id", OLD."missed", OLD."number", OLD."origin_id", OLD."origin_type_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."reporter_id", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                            hash="4ede2f250b2813c82d967aa28523b370b0dd736d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cf213",
                            table="planning_actionitem",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
