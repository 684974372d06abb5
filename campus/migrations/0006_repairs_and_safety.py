import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0005_ground"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="enquiry",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="enquiry",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="enquiry",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="place",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="place",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="place",
                    name="delete_delete",
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                        (
                            "promise",
                            models.CharField(max_length=16, verbose_name="what is promised"),
                        ),
                        ("until", models.DateTimeField(verbose_name="until")),
                        ("reason", models.CharField(max_length=2000, verbose_name="reason")),
                        ("asked_at", models.DateTimeField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("is_granted", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "request for more time",
                        "verbose_name_plural": "requests for more time",
                        "ordering": ["id"],
                    },
                ),
                migrations.AlterModelOptions(
                    name="promiserule",
                    options={
                        "ordering": ["case_kind", "promise", "priority", "variant"],
                        "verbose_name": "rule of a promise",
                        "verbose_name_plural": "rules of promises",
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="duty",
                    name="duty_role_known",
                ),
                migrations.RemoveConstraint(
                    model_name="promiserule",
                    name="promise_rule_once",
                ),
                migrations.RemoveConstraint(
                    model_name="savedview",
                    name="saved_view_role_known",
                ),
                migrations.AddField(
                    model_name="enquiry",
                    name="asked_until",
                    field=models.DateTimeField(
                        blank=True, null=True, verbose_name="more time asked until"
                    ),
                ),
                migrations.AddField(
                    model_name="enquiry",
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
                    model_name="enquiry",
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
                    model_name="enquiryevent",
                    name="asked_until",
                    field=models.DateTimeField(
                        blank=True, null=True, verbose_name="more time asked until"
                    ),
                ),
                migrations.AddField(
                    model_name="enquiryevent",
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
                    model_name="enquiryevent",
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
                    model_name="place",
                    name="department",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="campus.department",
                        verbose_name="department whose office it is",
                    ),
                ),
                migrations.AddField(
                    model_name="place",
                    name="school_class",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="campus.schoolclass",
                        verbose_name="class whose room it is",
                    ),
                ),
                migrations.AddField(
                    model_name="placeevent",
                    name="department",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campus.department",
                        verbose_name="department whose office it is",
                    ),
                ),
                migrations.AddField(
                    model_name="placeevent",
                    name="school_class",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campus.schoolclass",
                        verbose_name="class whose room it is",
                    ),
                ),
                migrations.AddField(
                    model_name="promiserule",
                    name="variant",
                    field=models.CharField(blank=True, db_default="", default="", max_length=24),
                ),
                migrations.AlterField(
                    model_name="duty",
                    name="role",
                    field=models.CharField(
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
                        verbose_name="role",
                    ),
                ),
                migrations.AlterField(
                    model_name="dutyevent",
                    name="role",
                    field=models.CharField(
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
                        verbose_name="role",
                    ),
                ),
                migrations.AlterField(
                    model_name="savedview",
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
                        verbose_name="role",
                    ),
                ),
                migrations.AddIndex(
                    model_name="enquiry",
                    index=models.Index(
                        condition=models.Q(("asked_until__isnull", False)),
                        fields=["asked_until"],
                        name="enquiry_asks",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="duty",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
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
                        name="duty_role_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="promiserule",
                    constraint=models.UniqueConstraint(
                        fields=("case_kind", "promise", "priority", "variant"),
                        name="promise_rule_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="savedview",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("role", ""),
                            (
                                "role__in",
                                [
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
                            ),
                            _connector="OR",
                        ),
                        name="saved_view_role_known",
                    ),
                ),
                migrations.AddField(
                    model_name="extension",
                    name="asked_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="extension",
                    name="content_type",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                migrations.AddField(
                    model_name="extension",
                    name="decided_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="extension",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)),
                        fields=("content_type", "object_id"),
                        name="extension_asked_once",
                        violation_error_message="More time has been asked for already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="extension",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("is_granted", False)
                            ),
                            ("decided_at__isnull", False),
                            _connector="OR",
                        ),
                        name="extension_decided_whole",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="extension",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("is_granted", False),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="extension_granted_by_another",
                        violation_error_message="Somebody else allows more time, not who asks for it.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="extension",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("is_granted", False), ("decided_by__isnull", False), _connector="OR"
                        ),
                        name="extension_granted_by_somebody",
                    ),
                ),
                AddTrigger(
                    model_name="enquiry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campus_enquiryevent" ("asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "is_shared", "kept", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."is_shared", NEW."kept", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="9c408f7ae2b0d0e8f6c3e17fbd52621da267fc43",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f65d2",
                            table="campus_enquiry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="enquiry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asked_until" IS DISTINCT FROM (NEW."asked_until") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_shared" IS DISTINCT FROM (NEW."is_shared") OR OLD."kept" IS DISTINCT FROM (NEW."kept") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."missed" IS DISTINCT FROM (NEW."missed") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "campus_enquiryevent" ("asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "is_shared", "kept", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."is_shared", NEW."kept", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="716f7eff15b649ec27807d6af925986c7219a4a1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3c09e",
                            table="campus_enquiry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="enquiry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campus_enquiryevent" ("asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "is_shared", "kept", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (OLD."asked_until", OLD."assignee_id", OLD."changed_at", OLD."description", OLD."due_at", OLD."id", OLD."is_shared", OLD."kept", OLD."merged_into_id", OLD."missed", OLD."number", OLD."origin_id", OLD."origin_type_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."reporter_id", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                            hash="eed3d76ba04693138456c7c9a71878e9c38a56b2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c8904",
                            table="campus_enquiry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campus_placeevent" ("capacity", "code", "department_id", "ends_on", "id", "kind", "manager_id", "name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_class_id", "starts_on", "token_at", "use") VALUES (NEW."capacity", NEW."code", NEW."department_id", NEW."ends_on", NEW."id", NEW."kind", NEW."manager_id", NEW."name", NEW."note", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."school_class_id", NEW."starts_on", NEW."token_at", NEW."use"); RETURN NULL;',
                            hash="4c9dbae1d28a9da9d15afd3762476a4b2dca0151",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a03b1",
                            table="campus_place",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."department_id" IS DISTINCT FROM (NEW."department_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."manager_id" IS DISTINCT FROM (NEW."manager_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."school_class_id" IS DISTINCT FROM (NEW."school_class_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."token_at" IS DISTINCT FROM (NEW."token_at") OR OLD."use" IS DISTINCT FROM (NEW."use"))',
                            func='INSERT INTO "campus_placeevent" ("capacity", "code", "department_id", "ends_on", "id", "kind", "manager_id", "name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_class_id", "starts_on", "token_at", "use") VALUES (NEW."capacity", NEW."code", NEW."department_id", NEW."ends_on", NEW."id", NEW."kind", NEW."manager_id", NEW."name", NEW."note", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."school_class_id", NEW."starts_on", NEW."token_at", NEW."use"); RETURN NULL;',
                            hash="63cd841e6163d3e29493ef2708fac3e32d5b4012",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6d1e8",
                            table="campus_place",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campus_placeevent" ("capacity", "code", "department_id", "ends_on", "id", "kind", "manager_id", "name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_class_id", "starts_on", "token_at", "use") VALUES (OLD."capacity", OLD."code", OLD."department_id", OLD."ends_on", OLD."id", OLD."kind", OLD."manager_id", OLD."name", OLD."note", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."school_class_id", OLD."starts_on", OLD."token_at", OLD."use"); RETURN NULL;',
                            hash="55a3a0182826df69da7da38f3bb2b98685c4d2cb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0374c",
                            table="campus_place",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
