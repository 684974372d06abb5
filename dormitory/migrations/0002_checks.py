import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "__first__"),
        ("dormitory", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="AwardCycle",
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
                        ("month", models.DateField(unique=True, verbose_name="month")),
                        ("apply_until", models.DateField(verbose_name="applications until")),
                        (
                            "criteria",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what is asked of a room"
                            ),
                        ),
                        (
                            "most_taken",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=6,
                                verbose_name="points lost at the most",
                            ),
                        ),
                        (
                            "least_given",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=6,
                                verbose_name="points of praise at the least",
                            ),
                        ),
                        (
                            "notice_days",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="days of public notice"
                            ),
                        ),
                        (
                            "bonus",
                            models.DecimalField(
                                decimal_places=2,
                                default=1,
                                max_digits=5,
                                verbose_name="points for each class of an awarded room",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "award of a month",
                        "verbose_name_plural": "awards of the months",
                        "ordering": ["-month"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("month__day", 1)),
                                name="award_month_is_its_first_day",
                                violation_error_message="A month is named by its first day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("apply_until__gte", models.F("month"))),
                                name="award_applied_for_in_its_month",
                                violation_error_message="Applications end in the month or after it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("bonus__gte", 0),
                                    ("least_given__gte", 0),
                                    ("most_taken__gte", 0),
                                ),
                                name="award_points_not_negative",
                                violation_error_message="Points are never negative.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("notice_days__lte", 30)),
                                name="award_notice_of_some_days",
                                violation_error_message="Thirty days of public notice at the most.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AwardCycleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("month", models.DateField(verbose_name="month")),
                        ("apply_until", models.DateField(verbose_name="applications until")),
                        (
                            "criteria",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what is asked of a room"
                            ),
                        ),
                        (
                            "most_taken",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=6,
                                verbose_name="points lost at the most",
                            ),
                        ),
                        (
                            "least_given",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=6,
                                verbose_name="points of praise at the least",
                            ),
                        ),
                        (
                            "notice_days",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="days of public notice"
                            ),
                        ),
                        (
                            "bonus",
                            models.DecimalField(
                                decimal_places=2,
                                default=1,
                                max_digits=5,
                                verbose_name="points for each class of an awarded room",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.awardcycle",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Nomination",
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
                        ("words", models.TextField(max_length=1000, verbose_name="reasons")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied for"),
                                    ("recommended", "Recommended"),
                                    ("notice", "Public notice"),
                                    ("awarded", "Awarded"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="applied",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="put forward at")),
                        (
                            "notice_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="public notice until"
                            ),
                        ),
                        (
                            "awarded_on",
                            models.DateField(blank=True, null=True, verbose_name="awarded on"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "consented_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="may be named since"
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="put forward by",
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="dormitory.awardcycle",
                                verbose_name="award",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="exemplar",
                            ),
                        ),
                        (
                            "recommended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recommended by",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="dormitory.dormroom",
                                verbose_name="dorm room",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nomination",
                        "verbose_name_plural": "nominations",
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(fields=["status", "-id"], name="nomination_by_status"),
                            models.Index(
                                condition=models.Q(("awarded_on__isnull", False)),
                                fields=["-awarded_on", "-id"],
                                name="nomination_awarded",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "applied",
                                            "recommended",
                                            "notice",
                                            "awarded",
                                            "refused",
                                            "withdrawn",
                                        ],
                                    )
                                ),
                                name="nomination_status_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("pupil", None),
                                    models.Q(
                                        ("status__in", ["refused", "withdrawn"]), _negated=True
                                    ),
                                ),
                                fields=("cycle", "room"),
                                name="nomination_of_a_room_once",
                                violation_error_message="The room is put forward for this month already.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("pupil__isnull", False),
                                    models.Q(
                                        ("status__in", ["refused", "withdrawn"]), _negated=True
                                    ),
                                ),
                                fields=("cycle", "pupil"),
                                name="nomination_of_a_pupil_once",
                                violation_error_message="This pupil is put forward for this month already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by", None),
                                    models.Q(
                                        ("approved_by", models.F("recommended_by")), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                name="nomination_approved_by_another",
                                violation_error_message="Whoever has recommended it does not approve it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["applied", "refused", "withdrawn"]),
                                    ("recommended_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="nomination_recommended_first",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["notice", "awarded"]), _negated=True),
                                    models.Q(
                                        ("approved_by__isnull", False),
                                        ("notice_until__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="nomination_approved_first",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("awarded_on__isnull", False), ("status", "awarded")),
                                    models.Q(
                                        models.Q(("status", "awarded"), _negated=True),
                                        ("awarded_on", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="nomination_awarded_has_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "refused"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="nomination_refused_says_why",
                                violation_error_message="Say why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("consented_at", None),
                                    ("pupil__isnull", False),
                                    _connector="OR",
                                ),
                                name="nomination_consent_of_a_pupil",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NominationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("words", models.TextField(max_length=1000, verbose_name="reasons")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied for"),
                                    ("recommended", "Recommended"),
                                    ("notice", "Public notice"),
                                    ("awarded", "Awarded"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="applied",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="put forward at")),
                        (
                            "notice_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="public notice until"
                            ),
                        ),
                        (
                            "awarded_on",
                            models.DateField(blank=True, null=True, verbose_name="awarded on"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "consented_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="may be named since"
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="put forward by",
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.awardcycle",
                                verbose_name="award",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.nomination",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="exemplar",
                            ),
                        ),
                        (
                            "recommended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recommended by",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.dormroom",
                                verbose_name="dorm room",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                AddTrigger(
                    model_name="awardcycle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_awardcycleevent" ("apply_until", "bonus", "criteria", "id", "least_given", "month", "most_taken", "notice_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."apply_until", NEW."bonus", NEW."criteria", NEW."id", NEW."least_given", NEW."month", NEW."most_taken", NEW."notice_days", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="3559b03f6f3d392151c091541c12c8a6f4540f22",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8bd62",
                            table="dormitory_awardcycle",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="awardcycle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_awardcycleevent" ("apply_until", "bonus", "criteria", "id", "least_given", "month", "most_taken", "notice_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."apply_until", NEW."bonus", NEW."criteria", NEW."id", NEW."least_given", NEW."month", NEW."most_taken", NEW."notice_days", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="d05d57470aef7c3bca89f68daaffb605aab19544",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dd384",
                            table="dormitory_awardcycle",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="awardcycle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_awardcycleevent" ("apply_until", "bonus", "criteria", "id", "least_given", "month", "most_taken", "notice_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."apply_until", OLD."bonus", OLD."criteria", OLD."id", OLD."least_given", OLD."month", OLD."most_taken", OLD."notice_days", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="a1ebef5a57608d7951cd03efd3602565c28bcf9b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dad26",
                            table="dormitory_awardcycle",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="awardcycleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="edb1cc628b4d14c9c67c06ddc329784f791cbbfd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_268ea",
                            table="dormitory_awardcycleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_nominationevent" ("answered_by_id", "approved_by_id", "at", "awarded_on", "by_id", "consented_at", "cycle_id", "id", "notice_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "recommended_by_id", "room_id", "status", "words") VALUES (NEW."answered_by_id", NEW."approved_by_id", NEW."at", NEW."awarded_on", NEW."by_id", NEW."consented_at", NEW."cycle_id", NEW."id", NEW."notice_until", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."recommended_by_id", NEW."room_id", NEW."status", NEW."words"); RETURN NULL;',
                            hash="37fd4e9d611abbaaad740fbbb1222a69bd2e534f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_346de",
                            table="dormitory_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_nominationevent" ("answered_by_id", "approved_by_id", "at", "awarded_on", "by_id", "consented_at", "cycle_id", "id", "notice_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "recommended_by_id", "room_id", "status", "words") VALUES (NEW."answered_by_id", NEW."approved_by_id", NEW."at", NEW."awarded_on", NEW."by_id", NEW."consented_at", NEW."cycle_id", NEW."id", NEW."notice_until", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."recommended_by_id", NEW."room_id", NEW."status", NEW."words"); RETURN NULL;',
                            hash="402ed36b360752a95bfc01c77a2171c0171d5dbd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d48f0",
                            table="dormitory_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_nominationevent" ("answered_by_id", "approved_by_id", "at", "awarded_on", "by_id", "consented_at", "cycle_id", "id", "notice_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "recommended_by_id", "room_id", "status", "words") VALUES (OLD."answered_by_id", OLD."approved_by_id", OLD."at", OLD."awarded_on", OLD."by_id", OLD."consented_at", OLD."cycle_id", OLD."id", OLD."notice_until", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."recommended_by_id", OLD."room_id", OLD."status", OLD."words"); RETURN NULL;',
                            hash="a6694526d76cb7f2d11ce63d1ce42dd522aef6d0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_424f1",
                            table="dormitory_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="nominationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="69c4a4ae904abc5148b0d5b0b32e56c18e3d8195",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6f848",
                            table="dormitory_nominationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
