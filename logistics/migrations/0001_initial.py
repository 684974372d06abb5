import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campus", "0008_feedback"),
        ("campus", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="AssessmentScheme",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("starts_on", models.DateField(verbose_name="from the week of")),
                        (
                            "flags",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="rotating flags in each grade"
                            ),
                        ),
                        (
                            "flag_from",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="no flag below",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, default="", max_length=300, verbose_name="what is new"
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="begun at")),
                        (
                            "in_use_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="in use since"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "semester",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessment_schemes",
                                to="campus.semester",
                                verbose_name="semester",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "scheme of the assessment",
                        "verbose_name_plural": "schemes of the assessment",
                        "ordering": ["semester", "-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("semester", "number"), name="scheme_number_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_use_at", None)),
                                fields=("semester",),
                                name="scheme_one_draft",
                                violation_error_message="There is a draft for this semester already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("starts_on__iso_week_day", 1)),
                                name="scheme_starts_on_a_monday",
                                violation_error_message="A scheme starts on a Monday.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("flag_from", None), ("flag_from__gte", 0), _connector="OR"
                                ),
                                name="scheme_flag_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentSchemeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("starts_on", models.DateField(verbose_name="from the week of")),
                        (
                            "flags",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="rotating flags in each grade"
                            ),
                        ),
                        (
                            "flag_from",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="no flag below",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, default="", max_length=300, verbose_name="what is new"
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="begun at")),
                        (
                            "in_use_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="in use since"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                to="logistics.assessmentscheme",
                            ),
                        ),
                        (
                            "semester",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.semester",
                                verbose_name="semester",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentWeek",
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
                        ("monday", models.DateField(unique=True, verbose_name="week of")),
                        ("published_at", models.DateTimeField(verbose_name="published at")),
                        (
                            "published_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="published by",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="weeks",
                                to="logistics.assessmentscheme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "published week",
                        "verbose_name_plural": "published weeks",
                        "ordering": ["-monday"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("monday__iso_week_day", 1)),
                                name="assessment_week_begins_on_monday",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClassResult",
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
                        (
                            "total",
                            models.DecimalField(
                                decimal_places=2, max_digits=8, verbose_name="total"
                            ),
                        ),
                        ("rank", models.PositiveSmallIntegerField(verbose_name="rank")),
                        (
                            "has_flag",
                            models.BooleanField(default=False, verbose_name="rotating flag"),
                        ),
                        (
                            "school_class",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.schoolclass",
                            ),
                        ),
                        (
                            "week",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="results",
                                to="logistics.assessmentweek",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "result of a class",
                        "verbose_name_plural": "results of classes",
                        "ordering": ["week", "school_class"],
                        "indexes": [
                            models.Index(fields=["school_class", "week"], name="result_of_class")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("week", "school_class"), name="result_once_a_week"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rank__gte", 1)), name="result_rank_from_one"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FrozenMark",
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
                        ("source", models.CharField(max_length=24)),
                        ("day", models.DateField()),
                        ("taken", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("given", models.DecimalField(decimal_places=2, max_digits=7)),
                        (
                            "of",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=7, null=True
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=200)),
                        ("kind", models.CharField(max_length=60)),
                        ("record", models.PositiveBigIntegerField()),
                        ("path", models.CharField(blank=True, max_length=200)),
                        (
                            "school_class",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.schoolclass",
                            ),
                        ),
                        (
                            "week",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="marks",
                                to="logistics.assessmentweek",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "frozen mark",
                        "verbose_name_plural": "frozen marks",
                        "ordering": ["day", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("week", "school_class", "source", "kind", "record"),
                                name="frozen_mark_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LineResult",
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
                        ("source", models.CharField(max_length=24)),
                        ("taken", models.DecimalField(decimal_places=2, max_digits=8)),
                        ("given", models.DecimalField(decimal_places=2, max_digits=8)),
                        ("score", models.DecimalField(decimal_places=2, max_digits=8)),
                        (
                            "result",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="logistics.classresult",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "result of a source",
                        "verbose_name_plural": "results of sources",
                        "ordering": ["result", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("result", "source"), name="line_result_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SchemeLine",
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
                        ("source", models.CharField(max_length=24, verbose_name="source")),
                        (
                            "formula",
                            models.CharField(
                                choices=[
                                    ("taken", "Points are taken from the full number"),
                                    ("mean", "Mean of all looks"),
                                ],
                                default="taken",
                                max_length=8,
                                verbose_name="formula",
                            ),
                        ),
                        (
                            "full",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="full marks"
                            ),
                        ),
                        (
                            "weight",
                            models.DecimalField(
                                decimal_places=2, default=1, max_digits=5, verbose_name="weight"
                            ),
                        ),
                        (
                            "cap",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="lost at most",
                            ),
                        ),
                        (
                            "bonus_cap",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=6,
                                verbose_name="won at most",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=1, verbose_name="position"),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="logistics.assessmentscheme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a scheme",
                        "verbose_name_plural": "lines of schemes",
                        "ordering": ["scheme", "position", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("scheme", "source"), name="scheme_source_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("formula__in", ["taken", "mean"])),
                                name="scheme_formula_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("bonus_cap__gte", 0),
                                    ("full__gt", 0),
                                    ("full__lte", 1000),
                                    ("weight__gt", 0),
                                ),
                                name="scheme_line_positive",
                                violation_error_message="Points and weights are positive.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cap", None),
                                    models.Q(("cap__gt", 0), ("cap__lte", models.F("full"))),
                                    _connector="OR",
                                ),
                                name="scheme_cap_within_full",
                                violation_error_message="No more can be lost than there is.",
                            ),
                        ],
                    },
                ),
                AddTrigger(
                    model_name="assessmentscheme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "logistics_assessmentschemeevent" ("flag_from", "flags", "id", "in_use_at", "made_at", "made_by_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semester_id", "starts_on") VALUES (NEW."flag_from", NEW."flags", NEW."id", NEW."in_use_at", NEW."made_at", NEW."made_by_id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."semester_id", NEW."starts_on"); RETURN NULL;',
                            hash="beb1664aa51f80bc714fe850b64e87f517d7d887",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6fa9d",
                            table="logistics_assessmentscheme",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="assessmentscheme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "logistics_assessmentschemeevent" ("flag_from", "flags", "id", "in_use_at", "made_at", "made_by_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semester_id", "starts_on") VALUES (NEW."flag_from", NEW."flags", NEW."id", NEW."in_use_at", NEW."made_at", NEW."made_by_id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."semester_id", NEW."starts_on"); RETURN NULL;',
                            hash="2bfe79cb081c413143a36dc5d1756eef50248951",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_37fbb",
                            table="logistics_assessmentscheme",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="assessmentscheme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "logistics_assessmentschemeevent" ("flag_from", "flags", "id", "in_use_at", "made_at", "made_by_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semester_id", "starts_on") VALUES (OLD."flag_from", OLD."flags", OLD."id", OLD."in_use_at", OLD."made_at", OLD."made_by_id", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."semester_id", OLD."starts_on"); RETURN NULL;',
                            hash="c00c58eb6c23f7163b449a6077b1378d34367217",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3b3b9",
                            table="logistics_assessmentscheme",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="assessmentschemeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bf52759d130c9e21579806242a939464eeb62902",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_79376",
                            table="logistics_assessmentschemeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="assessmentweek",
                    trigger=pgtrigger.compiler.Trigger(
                        name="week_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6386d22e5be6073c31d80eaa30974109b4498e52",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_week_is_frozen_da206",
                            table="logistics_assessmentweek",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="classresult",
                    trigger=pgtrigger.compiler.Trigger(
                        name="result_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b1e8c69d55c49449263c83a574b575c9b7c7ed0d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_result_is_frozen_d56b0",
                            table="logistics_classresult",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="frozenmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="frozen_mark_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5fe937bc5d2a5efad9bac5c513abc9ccdc5e7175",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_frozen_mark_is_frozen_db0fa",
                            table="logistics_frozenmark",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="lineresult",
                    trigger=pgtrigger.compiler.Trigger(
                        name="line_result_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="db81bd87070fc672cf4e23da0161d17e5744a1f2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_line_result_is_frozen_7421c",
                            table="logistics_lineresult",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="schemeline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="scheme_lines_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT FROM logistics_assessmentscheme AS scheme\n        WHERE scheme.id = coalesce(NEW.scheme_id, OLD.scheme_id) AND scheme.in_use_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'The lines of a scheme in use are frozen.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'scheme_line_frozen';\n    END IF;\n    RETURN coalesce(NEW, OLD);\n",
                            hash="3d7b45681feba1826579beee847e95550966a72e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_scheme_lines_frozen_cc07a",
                            table="logistics_schemeline",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
