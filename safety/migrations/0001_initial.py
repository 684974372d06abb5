import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campus", "0006_repairs_and_safety"),
        ("campus", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="EquipmentRule",
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
                            "sort",
                            models.CharField(
                                choices=[
                                    ("powder", "Powder extinguisher"),
                                    ("co2", "CO₂ extinguisher"),
                                    ("water", "Water extinguisher"),
                                    ("hydrant", "Hydrant"),
                                    ("light", "Emergency light"),
                                    ("sign", "Exit sign"),
                                    ("alarm", "Alarm or detector"),
                                    ("other", "Other"),
                                ],
                                max_length=8,
                                unique=True,
                                verbose_name="sort",
                            ),
                        ),
                        (
                            "first_service_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="first service after years"
                            ),
                        ),
                        (
                            "service_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="then every so many years"
                            ),
                        ),
                        (
                            "scrap_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="scrapped after years"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rule of fire equipment",
                        "verbose_name_plural": "rules of fire equipment",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "sort__in",
                                        [
                                            "powder",
                                            "co2",
                                            "water",
                                            "hydrant",
                                            "light",
                                            "sign",
                                            "alarm",
                                            "other",
                                        ],
                                    )
                                ),
                                name="equipment_rule_sort_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("first_service_years", None),
                                        ("first_service_years__range", (1, 50)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("service_years", None),
                                        ("service_years__range", (1, 50)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("scrap_years", None),
                                        ("scrap_years__range", (1, 50)),
                                        _connector="OR",
                                    ),
                                ),
                                name="equipment_rule_years_in_bounds",
                                violation_error_message="Years are between 1 and 50.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EquipmentRuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("powder", "Powder extinguisher"),
                                    ("co2", "CO₂ extinguisher"),
                                    ("water", "Water extinguisher"),
                                    ("hydrant", "Hydrant"),
                                    ("light", "Emergency light"),
                                    ("sign", "Exit sign"),
                                    ("alarm", "Alarm or detector"),
                                    ("other", "Other"),
                                ],
                                max_length=8,
                                verbose_name="sort",
                            ),
                        ),
                        (
                            "first_service_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="first service after years"
                            ),
                        ),
                        (
                            "service_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="then every so many years"
                            ),
                        ),
                        (
                            "scrap_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="scrapped after years"
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
                                to="safety.equipmentrule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SafetyDate",
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
                            "code",
                            models.CharField(blank=True, default="", editable=False, max_length=24),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "rule",
                            models.CharField(
                                choices=[
                                    ("day", "On a day"),
                                    ("month", "All month"),
                                    ("last_monday", "Last Monday of the month"),
                                ],
                                default="day",
                                max_length=12,
                                verbose_name="when",
                            ),
                        ),
                        ("month", models.PositiveSmallIntegerField(verbose_name="month")),
                        ("day", models.PositiveSmallIntegerField(default=1, verbose_name="day")),
                        (
                            "is_proposal",
                            models.BooleanField(
                                default=False, verbose_name="the portal's proposal"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "date of the safety calendar",
                        "verbose_name_plural": "dates of the safety calendar",
                        "ordering": ["month", "day", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="safety_date_code_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rule__in", ["day", "month", "last_monday"])),
                                name="safety_date_rule_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("day__range", (1, 31)), ("month__range", (1, 12))
                                ),
                                name="safety_date_within_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyEvent",
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
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=12,
                                verbose_name="field",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "where",
                            models.CharField(blank=True, max_length=80, verbose_name="where"),
                        ),
                        (
                            "content",
                            models.TextField(blank=True, max_length=4000, verbose_name="content"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("title"),
                                        models.Value(" "),
                                        models.F("where"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "occasion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="safety.safetydate",
                                verbose_name="occasion",
                            ),
                        ),
                        (
                            "organiser",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="organised by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "safety education",
                        "verbose_name_plural": "safety education",
                        "ordering": ["-on", "-id"],
                        "indexes": [
                            models.Index(fields=["-on", "-id"], name="safety_event_newest"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="safety_event_sought"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "domain__in",
                                        [
                                            "fire",
                                            "building",
                                            "food",
                                            "laboratory",
                                            "traffic",
                                            "crowd",
                                            "equipment",
                                            "utilities",
                                            "security",
                                            "other",
                                        ],
                                    )
                                ),
                                name="safety_event_domain_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EventClass",
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
                            "expected",
                            models.PositiveSmallIntegerField(default=0, verbose_name="expected"),
                        ),
                        (
                            "present",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="present"
                            ),
                        ),
                        (
                            "school_class",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.schoolclass",
                                verbose_name="class",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="classes",
                                to="safety.safetyevent",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "class of an activity",
                        "verbose_name_plural": "classes of activities",
                        "ordering": ["school_class__grade", "school_class__number"],
                        "indexes": [
                            models.Index(fields=["school_class", "event"], name="event_of_class")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "school_class"), name="event_class_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EventClassEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "expected",
                            models.PositiveSmallIntegerField(default=0, verbose_name="expected"),
                        ),
                        (
                            "present",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="present"
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
                                to="safety.eventclass",
                            ),
                        ),
                        (
                            "school_class",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.schoolclass",
                                verbose_name="class",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.safetyevent",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FireEquipment",
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
                            "sort",
                            models.CharField(
                                choices=[
                                    ("powder", "Powder extinguisher"),
                                    ("co2", "CO₂ extinguisher"),
                                    ("water", "Water extinguisher"),
                                    ("hydrant", "Hydrant"),
                                    ("light", "Emergency light"),
                                    ("sign", "Exit sign"),
                                    ("alarm", "Alarm or detector"),
                                    ("other", "Other"),
                                ],
                                default="powder",
                                max_length=8,
                                verbose_name="sort",
                            ),
                        ),
                        ("code", models.CharField(max_length=24, unique=True, verbose_name="code")),
                        ("made_on", models.DateField(verbose_name="made on")),
                        (
                            "last_service",
                            models.DateField(blank=True, null=True, verbose_name="last service"),
                        ),
                        (
                            "next_service",
                            models.DateField(blank=True, null=True, verbose_name="next service"),
                        ),
                        (
                            "scrap_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="to be scrapped on"
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="due"
                            ),
                        ),
                        (
                            "scrapped_on",
                            models.DateField(blank=True, null=True, verbose_name="scrapped on"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("code"),
                                        models.Value(" "),
                                        models.F("note"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "fire equipment",
                        "verbose_name_plural": "fire equipment",
                        "ordering": ["code"],
                        "indexes": [
                            models.Index(fields=["due_on", "id"], name="fire_equipment_due"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="fire_equipment_sought"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "sort__in",
                                        [
                                            "powder",
                                            "co2",
                                            "water",
                                            "hydrant",
                                            "light",
                                            "sign",
                                            "alarm",
                                            "other",
                                        ],
                                    )
                                ),
                                name="fire_equipment_sort_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("last_service", None),
                                    ("last_service__gte", models.F("made_on")),
                                    _connector="OR",
                                ),
                                name="fire_equipment_serviced_after_it_was_made",
                                violation_error_message="It cannot be serviced before it was made.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("scrap_on", None),
                                    ("scrap_on__gt", models.F("made_on")),
                                    _connector="OR",
                                ),
                                name="fire_equipment_scrapped_after_it_was_made",
                                violation_error_message="It cannot be scrapped before it was made.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FireEquipmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("powder", "Powder extinguisher"),
                                    ("co2", "CO₂ extinguisher"),
                                    ("water", "Water extinguisher"),
                                    ("hydrant", "Hydrant"),
                                    ("light", "Emergency light"),
                                    ("sign", "Exit sign"),
                                    ("alarm", "Alarm or detector"),
                                    ("other", "Other"),
                                ],
                                default="powder",
                                max_length=8,
                                verbose_name="sort",
                            ),
                        ),
                        ("code", models.CharField(max_length=24, verbose_name="code")),
                        ("made_on", models.DateField(verbose_name="made on")),
                        (
                            "last_service",
                            models.DateField(blank=True, null=True, verbose_name="last service"),
                        ),
                        (
                            "next_service",
                            models.DateField(blank=True, null=True, verbose_name="next service"),
                        ),
                        (
                            "scrap_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="to be scrapped on"
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="due"
                            ),
                        ),
                        (
                            "scrapped_on",
                            models.DateField(blank=True, null=True, verbose_name="scrapped on"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
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
                                to="safety.fireequipment",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MajorCriterion",
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
                            "code",
                            models.CharField(blank=True, default="", editable=False, max_length=24),
                        ),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="field",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="circumstance")),
                        (
                            "source",
                            models.CharField(blank=True, max_length=120, verbose_name="source"),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(
                                default=True, verbose_name="offered when hazards are graded"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "criterion of major hazards",
                        "verbose_name_plural": "criteria of major hazards",
                        "ordering": ["position", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="major_criterion_code_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "domain__in",
                                        [
                                            "fire",
                                            "building",
                                            "food",
                                            "laboratory",
                                            "traffic",
                                            "crowd",
                                            "equipment",
                                            "utilities",
                                            "security",
                                            "other",
                                        ],
                                    )
                                ),
                                name="major_criterion_domain_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Hazard",
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
                            "number",
                            models.CharField(max_length=16, unique=True, verbose_name="number"),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="in one sentence")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("urgent", "Urgent"), ("normal", "Normal")],
                                default="normal",
                                max_length=8,
                                verbose_name="priority",
                            ),
                        ),
                        ("raised_at", models.DateTimeField(verbose_name="raised at")),
                        ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                        (
                            "asked_until",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="more time asked until"
                            ),
                        ),
                        (
                            "kept",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        (
                            "missed",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="last change")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("origin_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("number"),
                                        models.Value(" "),
                                        models.F("title"),
                                        models.Value(" "),
                                        models.F("description"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("reported", "Reported"),
                                    ("graded", "Graded"),
                                    ("rectifying", "Being rectified"),
                                    ("verifying", "To be verified"),
                                    ("sent_back", "Sent back"),
                                    ("reported_up", "Reported upward"),
                                    ("closed", "Closed out"),
                                    ("rejected", "No hazard"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="reported",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("patrol", "Daily patrol"),
                                    ("inspection", "Special inspection"),
                                    ("authority", "Inspection from above"),
                                    ("report", "Report of staff or pupils"),
                                    ("repair", "From a repair"),
                                    ("drill", "Found in a drill"),
                                ],
                                default="report",
                                max_length=12,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=12,
                                verbose_name="category",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[("general", "General"), ("major", "Major")],
                                default="",
                                max_length=8,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "grounds",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="grounds of the grading"
                            ),
                        ),
                        (
                            "measures",
                            models.TextField(blank=True, max_length=2000, verbose_name="measures"),
                        ),
                        (
                            "budget",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=11,
                                null=True,
                                verbose_name="budget in yuan",
                            ),
                        ),
                        (
                            "rectify_by",
                            models.DateField(blank=True, null=True, verbose_name="rectify by"),
                        ),
                        (
                            "contingency",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="contingency"
                            ),
                        ),
                        (
                            "isolation",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="kept safe meanwhile by"
                            ),
                        ),
                        (
                            "upward_to",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="reported upward to"
                            ),
                        ),
                        (
                            "upward_how",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="reported upward how"
                            ),
                        ),
                        (
                            "upward_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="reported upward on"
                            ),
                        ),
                        (
                            "rectified_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="rectified at"
                            ),
                        ),
                        (
                            "verified_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="verified at"),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="result of the verification",
                            ),
                        ),
                        (
                            "remark",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="in whose hands",
                            ),
                        ),
                        (
                            "department",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.department",
                                verbose_name="responsible department",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_cases",
                                to="safety.hazard",
                                verbose_name="merged into",
                            ),
                        ),
                        (
                            "origin_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible for rectification",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "rectifier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="rectified by",
                            ),
                        ),
                        (
                            "reporter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reporter",
                            ),
                        ),
                        (
                            "verifier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verified by",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hazards",
                                to="safety.majorcriterion",
                                verbose_name="criterion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hazard",
                        "verbose_name_plural": "hazards",
                        "ordering": ["-raised_at", "-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["-raised_at", "-id"], name="hazard_newest"),
                            models.Index(fields=["status", "-raised_at"], name="hazard_by_state"),
                            models.Index(fields=["place", "-raised_at"], name="hazard_at_place"),
                            models.Index(
                                fields=["reporter", "-raised_at"], name="hazard_of_reporter"
                            ),
                            models.Index(fields=["assignee", "status"], name="hazard_of_assignee"),
                            models.Index(
                                condition=models.Q(("asked_until__isnull", False)),
                                fields=["asked_until"],
                                name="hazard_asks",
                            ),
                            models.Index(
                                condition=models.Q(("due_at__isnull", False)),
                                fields=["due_at"],
                                name="hazard_due",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="hazard_sought"
                            ),
                            models.Index(fields=["owner", "status"], name="hazard_of_owner"),
                            models.Index(
                                condition=models.Q(("verified_at__isnull", False)),
                                fields=["verified_at"],
                                name="hazard_verified",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("priority__in", ["urgent", "normal"])),
                                name="hazard_priority_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("merged_into__isnull", False), ("status", "merged")),
                                    models.Q(
                                        models.Q(("status", "merged"), _negated=True),
                                        ("merged_into", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_merged_into_another",
                                violation_error_message="Say into which other one it is merged.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("merged_into", None),
                                    models.Q(("merged_into", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="hazard_not_merged_into_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("origin_id", None), ("origin_type", None)),
                                    models.Q(
                                        ("origin_id__isnull", False), ("origin_type__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_origin_whole",
                            ),
                            models.UniqueConstraint(
                                fields=("origin_type", "origin_id"),
                                name="hazard_continues_a_case_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "reported",
                                            "graded",
                                            "rectifying",
                                            "verifying",
                                            "sent_back",
                                            "reported_up",
                                            "closed",
                                            "rejected",
                                            "merged",
                                            "handed_on",
                                        ],
                                    )
                                ),
                                name="hazard_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "source__in",
                                        [
                                            "patrol",
                                            "inspection",
                                            "authority",
                                            "report",
                                            "repair",
                                            "drill",
                                        ],
                                    )
                                ),
                                name="hazard_source_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "domain__in",
                                        [
                                            "fire",
                                            "building",
                                            "food",
                                            "laboratory",
                                            "traffic",
                                            "crowd",
                                            "equipment",
                                            "utilities",
                                            "security",
                                            "other",
                                        ],
                                    )
                                ),
                                name="hazard_domain_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("level__in", ["", "general", "major"])),
                                name="hazard_level_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("level", ""), _negated=True),
                                    ("status__in", ["reported", "rejected", "merged", "handed_on"]),
                                    _connector="OR",
                                ),
                                name="hazard_graded_has_level",
                                violation_error_message="Say how grave it is.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("level", "major"),
                                        models.Q(
                                            ("criterion__isnull", False),
                                            models.Q(("grounds", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    models.Q(
                                        models.Q(("level", "major"), _negated=True),
                                        ("criterion", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_major_for_a_reason",
                                violation_error_message="Say what makes it a major one.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            ["rectifying", "verifying", "sent_back", "closed"],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("owner__isnull", False), ("rectify_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_in_work_has_owner_and_day",
                                violation_error_message="Say who rectifies it, and by when.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("level", "major"), _negated=True),
                                    models.Q(
                                        (
                                            "status__in",
                                            ["rectifying", "verifying", "sent_back", "closed"],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("budget__isnull", False),
                                        models.Q(("measures", ""), _negated=True),
                                        models.Q(("contingency", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_major_has_five_commitments",
                                violation_error_message="A major hazard needs measures, a person, a budget, a day and a contingency.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("budget", None), ("budget__gte", 0), _connector="OR"
                                ),
                                name="hazard_budget_not_negative",
                                violation_error_message="A budget is no less than nought.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("upward_how", ""), ("upward_on", None), ("upward_to", "")
                                    ),
                                    models.Q(
                                        models.Q(("upward_to", ""), _negated=True),
                                        models.Q(("upward_how", ""), _negated=True),
                                        ("upward_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_upward_whole",
                                violation_error_message="Say to whom, how and when it was reported upward.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "reported_up"), _negated=True),
                                    models.Q(
                                        ("upward_on__isnull", False),
                                        models.Q(("isolation", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_upward_and_kept_safe",
                                violation_error_message="Say how people are kept safe meanwhile.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["verifying", "closed"]), _negated=True
                                    ),
                                    models.Q(
                                        ("rectified_at__isnull", False),
                                        ("rectifier__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_rectified_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "closed"),
                                        ("verified_at__isnull", False),
                                        ("verifier__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(("status", "closed"), _negated=True),
                                        ("verified_at", None),
                                        ("verifier", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_closed_by_a_verifier",
                                violation_error_message="A hazard is closed out by whoever has verified it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verifier", None),
                                    models.Q(
                                        models.Q(
                                            ("verifier", models.F("rectifier")), _negated=True
                                        ),
                                        models.Q(("verifier", models.F("owner")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="hazard_verified_by_another",
                                violation_error_message="Nobody verifies what they have rectified or are responsible for.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("place__isnull", False),
                                    ("origin_type__isnull", False),
                                    _connector="OR",
                                ),
                                name="hazard_is_somewhere",
                                violation_error_message="Say where it is.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HazardEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=16, verbose_name="number")),
                        ("title", models.CharField(max_length=120, verbose_name="in one sentence")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("urgent", "Urgent"), ("normal", "Normal")],
                                default="normal",
                                max_length=8,
                                verbose_name="priority",
                            ),
                        ),
                        ("raised_at", models.DateTimeField(verbose_name="raised at")),
                        ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                        (
                            "asked_until",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="more time asked until"
                            ),
                        ),
                        (
                            "kept",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        (
                            "missed",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="last change")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("origin_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("reported", "Reported"),
                                    ("graded", "Graded"),
                                    ("rectifying", "Being rectified"),
                                    ("verifying", "To be verified"),
                                    ("sent_back", "Sent back"),
                                    ("reported_up", "Reported upward"),
                                    ("closed", "Closed out"),
                                    ("rejected", "No hazard"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="reported",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("patrol", "Daily patrol"),
                                    ("inspection", "Special inspection"),
                                    ("authority", "Inspection from above"),
                                    ("report", "Report of staff or pupils"),
                                    ("repair", "From a repair"),
                                    ("drill", "Found in a drill"),
                                ],
                                default="report",
                                max_length=12,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=12,
                                verbose_name="category",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[("general", "General"), ("major", "Major")],
                                default="",
                                max_length=8,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "grounds",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="grounds of the grading"
                            ),
                        ),
                        (
                            "measures",
                            models.TextField(blank=True, max_length=2000, verbose_name="measures"),
                        ),
                        (
                            "budget",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=11,
                                null=True,
                                verbose_name="budget in yuan",
                            ),
                        ),
                        (
                            "rectify_by",
                            models.DateField(blank=True, null=True, verbose_name="rectify by"),
                        ),
                        (
                            "contingency",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="contingency"
                            ),
                        ),
                        (
                            "isolation",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="kept safe meanwhile by"
                            ),
                        ),
                        (
                            "upward_to",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="reported upward to"
                            ),
                        ),
                        (
                            "upward_how",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="reported upward how"
                            ),
                        ),
                        (
                            "upward_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="reported upward on"
                            ),
                        ),
                        (
                            "rectified_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="rectified at"
                            ),
                        ),
                        (
                            "verified_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="verified at"),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="result of the verification",
                            ),
                        ),
                        (
                            "remark",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="in whose hands",
                            ),
                        ),
                        (
                            "department",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.department",
                                verbose_name="responsible department",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.hazard",
                                verbose_name="merged into",
                            ),
                        ),
                        (
                            "origin_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible for rectification",
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
                                to="safety.hazard",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "rectifier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="rectified by",
                            ),
                        ),
                        (
                            "reporter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reporter",
                            ),
                        ),
                        (
                            "verifier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verified by",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.majorcriterion",
                                verbose_name="criterion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
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
                            "number",
                            models.CharField(max_length=16, unique=True, verbose_name="number"),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="in one sentence")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("urgent", "Urgent"), ("normal", "Normal")],
                                default="normal",
                                max_length=8,
                                verbose_name="priority",
                            ),
                        ),
                        ("raised_at", models.DateTimeField(verbose_name="raised at")),
                        ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                        (
                            "asked_until",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="more time asked until"
                            ),
                        ),
                        (
                            "kept",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        (
                            "missed",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="last change")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("origin_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("number"),
                                        models.Value(" "),
                                        models.F("title"),
                                        models.Value(" "),
                                        models.F("description"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("recorded", "Recorded"),
                                    ("notified", "Reported to the authority"),
                                    ("handled", "Dealt with"),
                                    ("closed", "Lessons drawn"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="recorded",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("near_miss", "Near miss"),
                                    ("minor", "Minor"),
                                    ("general", "General"),
                                    ("serious", "Serious"),
                                ],
                                default="minor",
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=12,
                                verbose_name="category",
                            ),
                        ),
                        ("happened_at", models.DateTimeField(verbose_name="happened at")),
                        (
                            "hurt_pupils",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hurt pupils"),
                        ),
                        (
                            "hurt_staff",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hurt staff"),
                        ),
                        (
                            "is_simulated",
                            models.BooleanField(
                                default=False, verbose_name="simulated, for training"
                            ),
                        ),
                        (
                            "measures",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="measures taken"
                            ),
                        ),
                        (
                            "notified_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="reported to the authority at"
                            ),
                        ),
                        (
                            "lessons",
                            models.TextField(blank=True, max_length=2000, verbose_name="lessons"),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="in whose hands",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_cases",
                                to="safety.incident",
                                verbose_name="merged into",
                            ),
                        ),
                        (
                            "origin_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "reporter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reporter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "incident",
                        "verbose_name_plural": "incidents",
                        "ordering": ["-raised_at", "-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["-raised_at", "-id"], name="incident_newest"),
                            models.Index(fields=["status", "-raised_at"], name="incident_by_state"),
                            models.Index(fields=["place", "-raised_at"], name="incident_at_place"),
                            models.Index(
                                fields=["reporter", "-raised_at"], name="incident_of_reporter"
                            ),
                            models.Index(
                                fields=["assignee", "status"], name="incident_of_assignee"
                            ),
                            models.Index(
                                condition=models.Q(("asked_until__isnull", False)),
                                fields=["asked_until"],
                                name="incident_asks",
                            ),
                            models.Index(
                                condition=models.Q(("due_at__isnull", False)),
                                fields=["due_at"],
                                name="incident_due",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="incident_sought"
                            ),
                            models.Index(fields=["-happened_at", "-id"], name="incident_latest"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("priority__in", ["urgent", "normal"])),
                                name="incident_priority_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("merged_into__isnull", False), ("status", "merged")),
                                    models.Q(
                                        models.Q(("status", "merged"), _negated=True),
                                        ("merged_into", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_merged_into_another",
                                violation_error_message="Say into which other one it is merged.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("merged_into", None),
                                    models.Q(("merged_into", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="incident_not_merged_into_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("origin_id", None), ("origin_type", None)),
                                    models.Q(
                                        ("origin_id__isnull", False), ("origin_type__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_origin_whole",
                            ),
                            models.UniqueConstraint(
                                fields=("origin_type", "origin_id"),
                                name="incident_continues_a_case_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "recorded",
                                            "notified",
                                            "handled",
                                            "closed",
                                            "merged",
                                            "handed_on",
                                        ],
                                    )
                                ),
                                name="incident_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level__in", ["near_miss", "minor", "general", "serious"])
                                ),
                                name="incident_level_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "domain__in",
                                        [
                                            "fire",
                                            "building",
                                            "food",
                                            "laboratory",
                                            "traffic",
                                            "crowd",
                                            "equipment",
                                            "utilities",
                                            "security",
                                            "other",
                                        ],
                                    )
                                ),
                                name="incident_domain_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("happened_at__lte", models.F("raised_at"))),
                                name="incident_happened_before_it_is_told",
                                violation_error_message="That is still to come.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "notified"), _negated=True),
                                    ("notified_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="incident_notified_at_some_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "closed"), _negated=True),
                                    models.Q(("lessons", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="incident_closed_with_lessons",
                                violation_error_message="Write what is learned from it.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=16, verbose_name="number")),
                        ("title", models.CharField(max_length=120, verbose_name="in one sentence")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("urgent", "Urgent"), ("normal", "Normal")],
                                default="normal",
                                max_length=8,
                                verbose_name="priority",
                            ),
                        ),
                        ("raised_at", models.DateTimeField(verbose_name="raised at")),
                        ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                        (
                            "asked_until",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="more time asked until"
                            ),
                        ),
                        (
                            "kept",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        (
                            "missed",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16),
                                blank=True,
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="last change")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("origin_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("recorded", "Recorded"),
                                    ("notified", "Reported to the authority"),
                                    ("handled", "Dealt with"),
                                    ("closed", "Lessons drawn"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="recorded",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("near_miss", "Near miss"),
                                    ("minor", "Minor"),
                                    ("general", "General"),
                                    ("serious", "Serious"),
                                ],
                                default="minor",
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=12,
                                verbose_name="category",
                            ),
                        ),
                        ("happened_at", models.DateTimeField(verbose_name="happened at")),
                        (
                            "hurt_pupils",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hurt pupils"),
                        ),
                        (
                            "hurt_staff",
                            models.PositiveSmallIntegerField(default=0, verbose_name="hurt staff"),
                        ),
                        (
                            "is_simulated",
                            models.BooleanField(
                                default=False, verbose_name="simulated, for training"
                            ),
                        ),
                        (
                            "measures",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="measures taken"
                            ),
                        ),
                        (
                            "notified_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="reported to the authority at"
                            ),
                        ),
                        (
                            "lessons",
                            models.TextField(blank=True, max_length=2000, verbose_name="lessons"),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="in whose hands",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.incident",
                                verbose_name="merged into",
                            ),
                        ),
                        (
                            "origin_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contenttypes.contenttype",
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
                                to="safety.incident",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "reporter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reporter",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MajorCriterionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(blank=True, default="", editable=False, max_length=24),
                        ),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="field",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="circumstance")),
                        (
                            "source",
                            models.CharField(blank=True, max_length=120, verbose_name="source"),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(
                                default=True, verbose_name="offered when hazards are graded"
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
                                to="safety.majorcriterion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Norm",
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
                            "code",
                            models.CharField(blank=True, default="", editable=False, max_length=24),
                        ),
                        ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                        (
                            "basis",
                            models.CharField(blank=True, max_length=200, verbose_name="basis"),
                        ),
                        (
                            "duties",
                            models.TextField(blank=True, max_length=4000, verbose_name="duties"),
                        ),
                        (
                            "is_proposal",
                            models.BooleanField(
                                default=False, verbose_name="the portal's proposal"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
                        ),
                    ],
                    options={
                        "verbose_name": "norm",
                        "verbose_name_plural": "norms",
                        "ordering": ["position", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="norm_code_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NormEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(blank=True, default="", editable=False, max_length=24),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "basis",
                            models.CharField(blank=True, max_length=200, verbose_name="basis"),
                        ),
                        (
                            "duties",
                            models.TextField(blank=True, max_length=4000, verbose_name="duties"),
                        ),
                        (
                            "is_proposal",
                            models.BooleanField(
                                default=False, verbose_name="the portal's proposal"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
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
                                to="safety.norm",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NormRequirement",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("duty", "Duty"),
                                    ("document", "Document"),
                                    ("check", "Check"),
                                    ("evidence", "Record"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="what is required"),
                        ),
                        (
                            "every",
                            models.CharField(
                                choices=[
                                    ("once", "Once"),
                                    ("week", "Every week"),
                                    ("month", "Every month"),
                                    ("semester", "Every semester"),
                                    ("year", "Every year"),
                                ],
                                default="once",
                                max_length=8,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
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
                                verbose_name="whose work",
                            ),
                        ),
                        (
                            "link",
                            models.CharField(
                                blank=True,
                                help_text="An address of the portal, such as /safety/drills/.",
                                max_length=200,
                                verbose_name="where it is done in the portal",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
                        ),
                        ("is_kept", models.BooleanField(default=True, verbose_name="in force")),
                        (
                            "norm",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="requirements",
                                to="safety.norm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "requirement of a norm",
                        "verbose_name_plural": "requirements of norms",
                        "ordering": ["norm", "position", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["duty", "document", "check", "evidence"])
                                ),
                                name="norm_requirement_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("every__in", ["once", "week", "month", "semester", "year"])
                                ),
                                name="norm_requirement_every_known",
                            ),
                            models.CheckConstraint(
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
                                            "administrator",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="norm_requirement_role_known",
                                violation_error_message="Pupils are responsible for no norm.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("link", ""),
                                    models.Q(
                                        ("link__startswith", "/"),
                                        models.Q(("link__startswith", "//"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="norm_requirement_link_within",
                                violation_error_message="Give an address of this portal, beginning with /.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NormEvidence",
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
                        ("on", models.DateField(verbose_name="of the day")),
                        ("note", models.CharField(max_length=300, verbose_name="what it is")),
                        (
                            "link",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="address in the portal"
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(blank=True, null=True, verbose_name="holds until"),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "requirement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="safety.normrequirement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a norm",
                        "verbose_name_plural": "evidence of norms",
                        "ordering": ["-on", "-id"],
                        "indexes": [
                            models.Index(
                                fields=["requirement", "-on", "-id"], name="norm_evidence_newest"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until", None),
                                    ("valid_until__gte", models.F("on")),
                                    _connector="OR",
                                ),
                                name="norm_evidence_holds_from_its_day",
                                violation_error_message="It cannot end before its own day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("link", ""),
                                    models.Q(
                                        ("link__startswith", "/"),
                                        models.Q(("link__startswith", "//"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="norm_evidence_link_within",
                                violation_error_message="Give an address of this portal, beginning with /.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NormEvidenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("on", models.DateField(verbose_name="of the day")),
                        ("note", models.CharField(max_length=300, verbose_name="what it is")),
                        (
                            "link",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="address in the portal"
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(blank=True, null=True, verbose_name="holds until"),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
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
                                to="safety.normevidence",
                            ),
                        ),
                        (
                            "requirement",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.normrequirement",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NormRequirementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("duty", "Duty"),
                                    ("document", "Document"),
                                    ("check", "Check"),
                                    ("evidence", "Record"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="what is required"),
                        ),
                        (
                            "every",
                            models.CharField(
                                choices=[
                                    ("once", "Once"),
                                    ("week", "Every week"),
                                    ("month", "Every month"),
                                    ("semester", "Every semester"),
                                    ("year", "Every year"),
                                ],
                                default="once",
                                max_length=8,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
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
                                verbose_name="whose work",
                            ),
                        ),
                        (
                            "link",
                            models.CharField(
                                blank=True,
                                help_text="An address of the portal, such as /safety/drills/.",
                                max_length=200,
                                verbose_name="where it is done in the portal",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
                        ),
                        ("is_kept", models.BooleanField(default=True, verbose_name="in force")),
                        (
                            "norm",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.norm",
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
                                to="safety.normrequirement",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="QuizQuestion",
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
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("text", models.CharField(max_length=200, verbose_name="question")),
                        (
                            "answers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                size=None,
                                verbose_name="answers",
                            ),
                        ),
                        (
                            "right",
                            models.PositiveSmallIntegerField(verbose_name="the right answer"),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="safety.safetyevent",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question",
                        "verbose_name_plural": "questions",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "position"), name="quiz_question_in_its_place"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answers__len__gte", 2), ("answers__len__lte", 6)
                                ),
                                name="quiz_question_has_answers",
                                violation_error_message="A question has two to six answers.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuizCount",
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
                        ("answer", models.PositiveSmallIntegerField()),
                        ("count", models.PositiveIntegerField(default=0)),
                        (
                            "school_class",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.schoolclass",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="counts",
                                to="safety.quizquestion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "count of answers",
                        "verbose_name_plural": "counts of answers",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("question", "school_class", "answer"),
                                name="quiz_count_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuizQuestionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("text", models.CharField(max_length=200, verbose_name="question")),
                        (
                            "answers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                size=None,
                                verbose_name="answers",
                            ),
                        ),
                        (
                            "right",
                            models.PositiveSmallIntegerField(verbose_name="the right answer"),
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
                                to="safety.quizquestion",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.safetyevent",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="QuizTaken",
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
                        ("seal", models.CharField(max_length=64)),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="taken",
                                to="safety.safetyevent",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "quiz that was taken",
                        "verbose_name_plural": "quizzes that were taken",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "seal"), name="quiz_taken_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyDateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(blank=True, default="", editable=False, max_length=24),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "rule",
                            models.CharField(
                                choices=[
                                    ("day", "On a day"),
                                    ("month", "All month"),
                                    ("last_monday", "Last Monday of the month"),
                                ],
                                default="day",
                                max_length=12,
                                verbose_name="when",
                            ),
                        ),
                        ("month", models.PositiveSmallIntegerField(verbose_name="month")),
                        ("day", models.PositiveSmallIntegerField(default=1, verbose_name="day")),
                        (
                            "is_proposal",
                            models.BooleanField(
                                default=False, verbose_name="the portal's proposal"
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
                                to="safety.safetydate",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SafetyEventEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("building", "School buildings"),
                                    ("food", "Food"),
                                    ("laboratory", "Laboratories"),
                                    ("traffic", "School buses and traffic"),
                                    ("crowd", "Crowds and stampedes"),
                                    ("equipment", "Special equipment"),
                                    ("utilities", "Water, power, gas, heating"),
                                    ("security", "Security"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=12,
                                verbose_name="field",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "where",
                            models.CharField(blank=True, max_length=80, verbose_name="where"),
                        ),
                        (
                            "content",
                            models.TextField(blank=True, max_length=4000, verbose_name="content"),
                        ),
                        (
                            "occasion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.safetydate",
                                verbose_name="occasion",
                            ),
                        ),
                        (
                            "organiser",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="organised by",
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
                                to="safety.safetyevent",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Chemical",
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
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "cas",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="CAS number or hazard class"
                            ),
                        ),
                        (
                            "spec",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="specification, purity"
                            ),
                        ),
                        (
                            "control",
                            models.CharField(
                                choices=[
                                    ("none", "Not controlled"),
                                    ("precursor", "Drug precursor"),
                                    ("explosive", "Explosive precursor"),
                                    ("toxic", "Highly toxic"),
                                ],
                                default="none",
                                max_length=12,
                                verbose_name="control",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[("g", "g"), ("mL", "mL")],
                                default="g",
                                max_length=2,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "is_kept",
                            models.BooleanField(default=True, verbose_name="in stock or in use"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
                                        models.Value(" "),
                                        models.F("cas"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="keeper",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="store",
                            ),
                        ),
                        (
                            "second_keeper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="second keeper",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "chemical",
                        "verbose_name_plural": "chemicals",
                        "ordering": ["name", "id"],
                        "indexes": [
                            models.Index(fields=["name", "id"], name="chemical_by_name"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="chemical_sought"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("name", "spec", "place"),
                                name="chemical_once",
                                nulls_distinct=False,
                                violation_error_message="It is in the ledger already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("control__in", ["none", "precursor", "explosive", "toxic"])
                                ),
                                name="chemical_control_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("unit__in", ["g", "mL"])),
                                name="chemical_unit_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("control", "none"),
                                    models.Q(
                                        ("second_keeper__isnull", False),
                                        models.Q(
                                            ("second_keeper", models.F("keeper")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="chemical_controlled_has_two_keepers",
                                violation_error_message="A controlled chemical has two different keepers.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChemicalCount",
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
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "balance",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="left by the ledger"
                            ),
                        ),
                        (
                            "counted",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="found"
                            ),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by",
                            ),
                        ),
                        (
                            "chemical",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="counts",
                                to="safety.chemical",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by, second",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stocktake of a chemical",
                        "verbose_name_plural": "stocktakes of chemicals",
                        "ordering": ["-at", "-id"],
                        "indexes": [
                            models.Index(fields=["chemical", "-at"], name="chemical_count_newest")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("counted__gte", 0)),
                                name="chemical_count_not_negative",
                                violation_error_message="An amount is no less than nought.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("second", models.F("by")), _negated=True),
                                name="chemical_counted_by_two",
                                violation_error_message="Two different people count.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("counted", models.F("balance")),
                                    models.Q(("note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="chemical_difference_explained",
                                violation_error_message="Say where the difference comes from.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChemicalCountEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "balance",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="left by the ledger"
                            ),
                        ),
                        (
                            "counted",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="found"
                            ),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
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
                                verbose_name="counted by",
                            ),
                        ),
                        (
                            "chemical",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.chemical",
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
                                to="safety.chemicalcount",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by, second",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChemicalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "cas",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="CAS number or hazard class"
                            ),
                        ),
                        (
                            "spec",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="specification, purity"
                            ),
                        ),
                        (
                            "control",
                            models.CharField(
                                choices=[
                                    ("none", "Not controlled"),
                                    ("precursor", "Drug precursor"),
                                    ("explosive", "Explosive precursor"),
                                    ("toxic", "Highly toxic"),
                                ],
                                default="none",
                                max_length=12,
                                verbose_name="control",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[("g", "g"), ("mL", "mL")],
                                default="g",
                                max_length=2,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "is_kept",
                            models.BooleanField(default=True, verbose_name="in stock or in use"),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="keeper",
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
                                to="safety.chemical",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.place",
                                verbose_name="store",
                            ),
                        ),
                        (
                            "second_keeper",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="second keeper",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChemicalMove",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("receipt", "Received"),
                                    ("issue", "Issued"),
                                    ("return", "Returned"),
                                    ("disposal", "Disposed of"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=10, verbose_name="amount"
                            ),
                        ),
                        ("is_controlled", models.BooleanField(default=False, editable=False)),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="purpose, or origin and batch",
                            ),
                        ),
                        (
                            "expires_on",
                            models.DateField(blank=True, null=True, verbose_name="expires on"),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "signed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="counts since"
                            ),
                        ),
                        (
                            "serial",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="serial"
                            ),
                        ),
                        (
                            "balance_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="left",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signed by",
                            ),
                        ),
                        (
                            "chemical",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="safety.chemical",
                            ),
                        ),
                        (
                            "issue",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="returned_by",
                                to="safety.chemicalmove",
                                verbose_name="returns",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signed by, second",
                            ),
                        ),
                        (
                            "second_taker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drawn by, second",
                            ),
                        ),
                        (
                            "taker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drawn by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "move of a chemical",
                        "verbose_name_plural": "moves of chemicals",
                        "ordering": ["chemical", "serial", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("kind", "issue")),
                                fields=["at"],
                                name="chemical_move_issued",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("chemical", "serial"), name="chemical_move_serial"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["receipt", "issue", "return", "disposal"])
                                ),
                                name="chemical_move_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__gt", 0),
                                    models.Q(("amount", 0), ("kind", "return")),
                                    _connector="OR",
                                ),
                                name="chemical_move_amount",
                                violation_error_message="An amount is more than nought.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("balance_after", None),
                                    ("balance_after__gte", 0),
                                    _connector="OR",
                                ),
                                name="chemical_balance_not_negative",
                                violation_error_message="There is not so much left.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("balance_after", None),
                                        ("serial", None),
                                        ("signed_at", None),
                                    ),
                                    models.Q(
                                        ("balance_after__isnull", False),
                                        ("serial__isnull", False),
                                        ("signed_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="chemical_move_counts_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_controlled", False),
                                    ("serial", None),
                                    models.Q(
                                        ("second__isnull", False),
                                        models.Q(("second", models.F("by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="chemical_move_signed_by_two",
                                violation_error_message="Two different people sign it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("second", None),
                                    models.Q(("second", models.F("by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="chemical_move_second_is_another",
                                violation_error_message="Two different people sign it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("second_taker", None),
                                    models.Q(
                                        ("taker__isnull", False),
                                        models.Q(
                                            ("second_taker", models.F("taker")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="chemical_move_drawn_by_two",
                                violation_error_message="Two different people draw it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "issue"), _negated=True),
                                    models.Q(
                                        ("taker__isnull", False),
                                        models.Q(("purpose", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="chemical_issued_to_somebody",
                                violation_error_message="Say who draws it, and for what.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("is_controlled", True), ("kind", "issue"), _negated=True
                                    ),
                                    ("second_taker__isnull", False),
                                    _connector="OR",
                                ),
                                name="chemical_controlled_drawn_by_two",
                                violation_error_message="A controlled chemical is drawn by two people.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("issue__isnull", False), ("kind", "return")),
                                    models.Q(
                                        models.Q(("kind", "return"), _negated=True), ("issue", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="chemical_return_of_an_issue",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChemicalMoveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("receipt", "Received"),
                                    ("issue", "Issued"),
                                    ("return", "Returned"),
                                    ("disposal", "Disposed of"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=10, verbose_name="amount"
                            ),
                        ),
                        ("is_controlled", models.BooleanField(default=False, editable=False)),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="purpose, or origin and batch",
                            ),
                        ),
                        (
                            "expires_on",
                            models.DateField(blank=True, null=True, verbose_name="expires on"),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "signed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="counts since"
                            ),
                        ),
                        (
                            "serial",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="serial"
                            ),
                        ),
                        (
                            "balance_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="left",
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
                                verbose_name="signed by",
                            ),
                        ),
                        (
                            "chemical",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.chemical",
                            ),
                        ),
                        (
                            "issue",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.chemicalmove",
                                verbose_name="returns",
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
                                to="safety.chemicalmove",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signed by, second",
                            ),
                        ),
                        (
                            "second_taker",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drawn by, second",
                            ),
                        ),
                        (
                            "taker",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drawn by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Drill",
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
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("earthquake", "Earthquake"),
                                    ("terror", "Counter-terror"),
                                    ("stampede", "Stampede"),
                                    ("chemicals", "Laboratory chemicals"),
                                    ("bus", "School bus"),
                                    ("food", "Food poisoning"),
                                    ("other", "Other"),
                                ],
                                default="fire",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("school", "Whole school"),
                                    ("grade", "Grade"),
                                    ("building", "Building"),
                                    ("dormitory", "Dormitory at night"),
                                ],
                                default="school",
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "is_evacuation",
                            models.BooleanField(
                                default=True, verbose_name="people leave the building"
                            ),
                        ),
                        (
                            "cohort",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="who takes part"
                            ),
                        ),
                        ("planned_at", models.DateTimeField(verbose_name="planned for")),
                        (
                            "assembly",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="assembly point"
                            ),
                        ),
                        (
                            "scenario",
                            models.TextField(blank=True, max_length=4000, verbose_name="scenario"),
                        ),
                        (
                            "rain_plan",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="in case of rain"
                            ),
                        ),
                        (
                            "target_seconds",
                            models.PositiveSmallIntegerField(
                                default=120, verbose_name="target in seconds"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("running", "Running"),
                                    ("held", "Held"),
                                    ("called_off", "Called off"),
                                ],
                                default="planned",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="signal given at"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="all out at"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it was called off"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("title"),
                                        models.Value(" "),
                                        models.F("cohort"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="planned by",
                            ),
                        ),
                        (
                            "commander",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="commander",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="where",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "drill",
                        "verbose_name_plural": "drills",
                        "ordering": ["-planned_at", "-id"],
                        "indexes": [
                            models.Index(fields=["-planned_at", "-id"], name="drill_newest"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="drill_sought"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "fire",
                                            "earthquake",
                                            "terror",
                                            "stampede",
                                            "chemicals",
                                            "bus",
                                            "food",
                                            "other",
                                        ],
                                    )
                                ),
                                name="drill_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level__in", ["school", "grade", "building", "dormitory"])
                                ),
                                name="drill_level_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["planned", "running", "held", "called_off"])
                                ),
                                name="drill_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at", None),
                                        ("started_at", None),
                                        ("status__in", ["planned", "called_off"]),
                                    ),
                                    models.Q(
                                        ("ended_at", None),
                                        ("started_at__isnull", False),
                                        ("status", "running"),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("started_at__isnull", False),
                                        ("status", "held"),
                                    ),
                                    _connector="OR",
                                ),
                                name="drill_stopwatch_fits_the_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_at", None),
                                    ("ended_at__gte", models.F("started_at")),
                                    _connector="OR",
                                ),
                                name="drill_ends_after_its_signal",
                                violation_error_message="It cannot be over before its signal.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "called_off"),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    models.Q(("status", "called_off"), _negated=True),
                                    _connector="OR",
                                ),
                                name="drill_called_off_for_a_reason",
                                violation_error_message="Say why it is called off.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target_seconds__gte", 10), ("target_seconds__lte", 3600)
                                ),
                                name="drill_target_in_bounds",
                                violation_error_message="A target is between ten seconds and an hour.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DrillEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("fire", "Fire"),
                                    ("earthquake", "Earthquake"),
                                    ("terror", "Counter-terror"),
                                    ("stampede", "Stampede"),
                                    ("chemicals", "Laboratory chemicals"),
                                    ("bus", "School bus"),
                                    ("food", "Food poisoning"),
                                    ("other", "Other"),
                                ],
                                default="fire",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("school", "Whole school"),
                                    ("grade", "Grade"),
                                    ("building", "Building"),
                                    ("dormitory", "Dormitory at night"),
                                ],
                                default="school",
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "is_evacuation",
                            models.BooleanField(
                                default=True, verbose_name="people leave the building"
                            ),
                        ),
                        (
                            "cohort",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="who takes part"
                            ),
                        ),
                        ("planned_at", models.DateTimeField(verbose_name="planned for")),
                        (
                            "assembly",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="assembly point"
                            ),
                        ),
                        (
                            "scenario",
                            models.TextField(blank=True, max_length=4000, verbose_name="scenario"),
                        ),
                        (
                            "rain_plan",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="in case of rain"
                            ),
                        ),
                        (
                            "target_seconds",
                            models.PositiveSmallIntegerField(
                                default=120, verbose_name="target in seconds"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("running", "Running"),
                                    ("held", "Held"),
                                    ("called_off", "Called off"),
                                ],
                                default="planned",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="signal given at"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="all out at"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it was called off"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
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
                                verbose_name="planned by",
                            ),
                        ),
                        (
                            "commander",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="commander",
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
                                to="safety.drill",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.place",
                                verbose_name="where",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DrillGroup",
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
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "expected",
                            models.PositiveSmallIntegerField(default=0, verbose_name="expected"),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
                        ),
                        (
                            "drill",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="groups",
                                to="safety.drill",
                            ),
                        ),
                        (
                            "school_class",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.schoolclass",
                                verbose_name="class",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "group of a drill",
                        "verbose_name_plural": "groups of drills",
                        "ordering": ["position", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("drill", "name"), name="drill_group_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("school_class__isnull", False)),
                                fields=("drill", "school_class"),
                                name="drill_class_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DrillGroupEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "expected",
                            models.PositiveSmallIntegerField(default=0, verbose_name="expected"),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="position"),
                        ),
                        (
                            "drill",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.drill",
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
                                to="safety.drillgroup",
                            ),
                        ),
                        (
                            "school_class",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.schoolclass",
                                verbose_name="class",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DrillLine",
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
                            "part",
                            models.CharField(
                                choices=[
                                    ("post", "Posts"),
                                    ("route", "Routes"),
                                    ("step", "Course"),
                                ],
                                max_length=8,
                                verbose_name="table",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        (
                            "cells",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(blank=True, max_length=200),
                                size=None,
                                verbose_name="cells",
                            ),
                        ),
                        (
                            "drill",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="safety.drill",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a drill's plan",
                        "verbose_name_plural": "lines of drills' plans",
                        "ordering": ["part", "position"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("part__in", ["post", "route", "step"])),
                                name="drill_line_part_known",
                            ),
                            models.UniqueConstraint(
                                fields=("drill", "part", "position"), name="drill_line_in_its_place"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DrillLineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("post", "Posts"),
                                    ("route", "Routes"),
                                    ("step", "Course"),
                                ],
                                max_length=8,
                                verbose_name="table",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        (
                            "cells",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(blank=True, max_length=200),
                                size=None,
                                verbose_name="cells",
                            ),
                        ),
                        (
                            "drill",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.drill",
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
                                to="safety.drillline",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DrillProblem",
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
                        ("text", models.CharField(max_length=120, verbose_name="problem")),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "drill",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="problems",
                                to="safety.drill",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "problem of a drill",
                        "verbose_name_plural": "problems of drills",
                        "ordering": ["at", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="DrillProblemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=120, verbose_name="problem")),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "drill",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.drill",
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
                                to="safety.drillproblem",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DrillReport",
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
                        ("present", models.PositiveSmallIntegerField(verbose_name="present")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who is missing, and why"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "group",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="report",
                                to="safety.drillgroup",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "report of a group",
                        "verbose_name_plural": "reports of groups",
                        "ordering": ["at", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="DrillReportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("present", models.PositiveSmallIntegerField(verbose_name="present")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who is missing, and why"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.drillgroup",
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
                                to="safety.drillreport",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DutyShift",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("night", "Night"),
                                    ("weekend", "Weekend"),
                                    ("holiday", "Holiday"),
                                    ("special", "Special"),
                                ],
                                default="night",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="from")),
                        ("ends_at", models.DateTimeField(verbose_name="until")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        (
                            "received_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="taken over at"
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="leader on duty",
                            ),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken over by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "duty shift",
                        "verbose_name_plural": "duty shifts",
                        "ordering": ["starts_at", "id"],
                        "indexes": [
                            models.Index(fields=["starts_at", "id"], name="duty_shift_in_order")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["night", "weekend", "holiday", "special"])
                                ),
                                name="duty_shift_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="duty_shift_ends_after_it_starts",
                                violation_error_message="A shift must end after it starts.",
                            ),
                            models.UniqueConstraint(
                                fields=("starts_at", "leader"),
                                name="duty_shift_once",
                                violation_error_message="This leader has a shift at that time already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("received_at", None), ("received_by", None)),
                                    models.Q(
                                        ("received_at__isnull", False),
                                        ("received_by__isnull", False),
                                        models.Q(
                                            ("received_by", models.F("leader")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="duty_shift_taken_over_by_another",
                                violation_error_message="Somebody of the next shift takes over.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DutyLogEntry",
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
                        ("at", models.DateTimeField(verbose_name="at")),
                        ("text", models.CharField(max_length=500, verbose_name="what was noted")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="log",
                                to="safety.dutyshift",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a duty log",
                        "verbose_name_plural": "lines of duty logs",
                        "ordering": ["at", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="DutyMember",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="safety.dutyshift",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "member of a shift",
                        "verbose_name_plural": "members of shifts",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(fields=["person", "shift"], name="duty_member_of_person")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("shift", "person"),
                                name="duty_member_once",
                                violation_error_message="Nobody is in the same shift twice.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DutyMemberEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
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
                                to="safety.dutymember",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.dutyshift",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DutyLogEntryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("at", models.DateTimeField(verbose_name="at")),
                        ("text", models.CharField(max_length=500, verbose_name="what was noted")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
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
                                to="safety.dutylogentry",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.dutyshift",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DutyShiftEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("night", "Night"),
                                    ("weekend", "Weekend"),
                                    ("holiday", "Holiday"),
                                    ("special", "Special"),
                                ],
                                default="night",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="from")),
                        ("ends_at", models.DateTimeField(verbose_name="until")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        (
                            "received_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="taken over at"
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="leader on duty",
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
                                to="safety.dutyshift",
                            ),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken over by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DutySwap",
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
                            "reason",
                            models.CharField(blank=True, max_length=200, verbose_name="reason"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered at"),
                        ),
                        (
                            "giver",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked by",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="swaps",
                                to="safety.dutyshift",
                            ),
                        ),
                        (
                            "taker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "swap of duty",
                        "verbose_name_plural": "swaps of duty",
                        "ordering": ["asked_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["asked", "accepted", "declined", "withdrawn"])
                                ),
                                name="duty_swap_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("giver", models.F("taker")), _negated=True),
                                name="duty_swap_between_two",
                                violation_error_message="Ask somebody else.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at", None), ("status", "asked")),
                                    models.Q(
                                        models.Q(("status", "asked"), _negated=True),
                                        ("answered_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="duty_swap_answered",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "asked")),
                                fields=("shift", "giver"),
                                name="duty_swap_asked_once",
                                violation_error_message="You have asked somebody already.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DutySwapEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=200, verbose_name="reason"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered at"),
                        ),
                        (
                            "giver",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked by",
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
                                to="safety.dutyswap",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safety.dutyshift",
                            ),
                        ),
                        (
                            "taker",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                AddTrigger(
                    model_name="equipmentrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_equipmentruleevent" ("first_service_years", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scrap_years", "service_years", "sort") VALUES (NEW."first_service_years", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scrap_years", NEW."service_years", NEW."sort"); RETURN NULL;',
                            hash="466d220ef72be84524c206c02eb1537d493dc09d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_73b3e",
                            table="safety_equipmentrule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="equipmentrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_equipmentruleevent" ("first_service_years", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scrap_years", "service_years", "sort") VALUES (NEW."first_service_years", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scrap_years", NEW."service_years", NEW."sort"); RETURN NULL;',
                            hash="6d1b68d4826f28d8d902fba3d014643e3229b04b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_37c28",
                            table="safety_equipmentrule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="equipmentrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_equipmentruleevent" ("first_service_years", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scrap_years", "service_years", "sort") VALUES (OLD."first_service_years", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scrap_years", OLD."service_years", OLD."sort"); RETURN NULL;',
                            hash="1d2929ae5f8c122fff83169c1943d75a39955ae1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_be5f3",
                            table="safety_equipmentrule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="majorcriterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_majorcriterionevent" ("code", "domain", "id", "is_offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text") VALUES (NEW."code", NEW."domain", NEW."id", NEW."is_offered", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."source", NEW."text"); RETURN NULL;',
                            hash="16ea95f568bd9b671e6839e2955eb65e4805c842",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6c1e9",
                            table="safety_majorcriterion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="majorcriterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_majorcriterionevent" ("code", "domain", "id", "is_offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text") VALUES (NEW."code", NEW."domain", NEW."id", NEW."is_offered", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."source", NEW."text"); RETURN NULL;',
                            hash="20083154bf710bf3b49062d8d3a91f00bb891822",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_64b00",
                            table="safety_majorcriterion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="majorcriterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_majorcriterionevent" ("code", "domain", "id", "is_offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text") VALUES (OLD."code", OLD."domain", OLD."id", OLD."is_offered", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."source", OLD."text"); RETURN NULL;',
                            hash="20298e932ef4498d1bb9a7456e6476d79b006856",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_90ec9",
                            table="safety_majorcriterion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="norm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_normevent" ("basis", "code", "duties", "id", "is_proposal", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."basis", NEW."code", NEW."duties", NEW."id", NEW."is_proposal", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="b2aa2cd25da7c3052699d8f2624dcbdd82a15ec9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_26235",
                            table="safety_norm",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="norm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_normevent" ("basis", "code", "duties", "id", "is_proposal", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."basis", NEW."code", NEW."duties", NEW."id", NEW."is_proposal", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="e10048e2584db190247e2a4aba534c521a4fd540",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1ee7e",
                            table="safety_norm",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="norm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_normevent" ("basis", "code", "duties", "id", "is_proposal", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."basis", OLD."code", OLD."duties", OLD."id", OLD."is_proposal", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                            hash="4e25f43b15dbee83a426a1af8c97bf5e261f5ec1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_07f13",
                            table="safety_norm",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetydate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_safetydateevent" ("code", "day", "id", "is_proposal", "month", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule") VALUES (NEW."code", NEW."day", NEW."id", NEW."is_proposal", NEW."month", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rule"); RETURN NULL;',
                            hash="9246a4455f2fda9285621dbe545ef109ced91403",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9cb85",
                            table="safety_safetydate",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetydate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_safetydateevent" ("code", "day", "id", "is_proposal", "month", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule") VALUES (NEW."code", NEW."day", NEW."id", NEW."is_proposal", NEW."month", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rule"); RETURN NULL;',
                            hash="6d030dade14264cb45dfab9f080dc8bc3674eb54",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_de91a",
                            table="safety_safetydate",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetydate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_safetydateevent" ("code", "day", "id", "is_proposal", "month", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule") VALUES (OLD."code", OLD."day", OLD."id", OLD."is_proposal", OLD."month", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rule"); RETURN NULL;',
                            hash="0ad9224f135a8bf7907319bbc59648fd82bd0f67",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bd050",
                            table="safety_safetydate",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemical",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_chemicalevent" ("cas", "control", "id", "is_kept", "keeper_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "second_keeper_id", "spec", "unit") VALUES (NEW."cas", NEW."control", NEW."id", NEW."is_kept", NEW."keeper_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."second_keeper_id", NEW."spec", NEW."unit"); RETURN NULL;',
                            hash="a66ced9e3dab1bdad70ab1a91898a67de2cb9a75",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5b0f8",
                            table="safety_chemical",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemical",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."cas" IS DISTINCT FROM (NEW."cas") OR OLD."control" IS DISTINCT FROM (NEW."control") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_kept" IS DISTINCT FROM (NEW."is_kept") OR OLD."keeper_id" IS DISTINCT FROM (NEW."keeper_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."second_keeper_id" IS DISTINCT FROM (NEW."second_keeper_id") OR OLD."spec" IS DISTINCT FROM (NEW."spec") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                            func='INSERT INTO "safety_chemicalevent" ("cas", "control", "id", "is_kept", "keeper_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "second_keeper_id", "spec", "unit") VALUES (NEW."cas", NEW."control", NEW."id", NEW."is_kept", NEW."keeper_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."second_keeper_id", NEW."spec", NEW."unit"); RETURN NULL;',
                            hash="d18504848efca48e03771c6793e97e27f13ff632",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c4645",
                            table="safety_chemical",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemical",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_chemicalevent" ("cas", "control", "id", "is_kept", "keeper_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "second_keeper_id", "spec", "unit") VALUES (OLD."cas", OLD."control", OLD."id", OLD."is_kept", OLD."keeper_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."second_keeper_id", OLD."spec", OLD."unit"); RETURN NULL;',
                            hash="2c5c650fe32898933eb093572afdb4dea572ceee",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_29f15",
                            table="safety_chemical",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_chemicalcountevent" ("at", "balance", "by_id", "chemical_id", "counted", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (NEW."at", NEW."balance", NEW."by_id", NEW."chemical_id", NEW."counted", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."second_id"); RETURN NULL;',
                            hash="caf439e22f744218238ae86d43ca23fccbda079f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_77f44",
                            table="safety_chemicalcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_chemicalcountevent" ("at", "balance", "by_id", "chemical_id", "counted", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (NEW."at", NEW."balance", NEW."by_id", NEW."chemical_id", NEW."counted", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."second_id"); RETURN NULL;',
                            hash="d1c74ccc82804158b2e20dc504b907a9ea36d2cc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b89bb",
                            table="safety_chemicalcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_chemicalcountevent" ("at", "balance", "by_id", "chemical_id", "counted", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."balance", OLD."by_id", OLD."chemical_id", OLD."counted", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."second_id"); RETURN NULL;',
                            hash="038f5f62faa6adf1402de05a3dc2a078202850f0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4a30a",
                            table="safety_chemicalcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalcountevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="99267d81d9cfa03298a290a493a85c848832c6d9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b60ef",
                            table="safety_chemicalcountevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f7dd2fc368f0615f4e8e7864fe434a3a65c5f060",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c733f",
                            table="safety_chemicalevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalmove",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_chemicalmoveevent" ("amount", "at", "balance_after", "by_id", "chemical_id", "expires_on", "id", "is_controlled", "issue_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "second_id", "second_taker_id", "serial", "signed_at", "taker_id") VALUES (NEW."amount", NEW."at", NEW."balance_after", NEW."by_id", NEW."chemical_id", NEW."expires_on", NEW."id", NEW."is_controlled", NEW."issue_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."second_id", NEW."second_taker_id", NEW."serial", NEW."signed_at", NEW."taker_id"); RETURN NULL;',
                            hash="cec58a9e6eeebdf0d64781484990df09b8fdc3e1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1031d",
                            table="safety_chemicalmove",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalmove",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_chemicalmoveevent" ("amount", "at", "balance_after", "by_id", "chemical_id", "expires_on", "id", "is_controlled", "issue_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "second_id", "second_taker_id", "serial", "signed_at", "taker_id") VALUES (NEW."amount", NEW."at", NEW."balance_after", NEW."by_id", NEW."chemical_id", NEW."expires_on", NEW."id", NEW."is_controlled", NEW."issue_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."second_id", NEW."second_taker_id", NEW."serial", NEW."signed_at", NEW."taker_id"); RETURN NULL;',
                            hash="3d547f37d40c8580e4ad0a6a9636651c6d021cb3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a6f1",
                            table="safety_chemicalmove",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalmove",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_chemicalmoveevent" ("amount", "at", "balance_after", "by_id", "chemical_id", "expires_on", "id", "is_controlled", "issue_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "second_id", "second_taker_id", "serial", "signed_at", "taker_id") VALUES (OLD."amount", OLD."at", OLD."balance_after", OLD."by_id", OLD."chemical_id", OLD."expires_on", OLD."id", OLD."is_controlled", OLD."issue_id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."second_id", OLD."second_taker_id", OLD."serial", OLD."signed_at", OLD."taker_id"); RETURN NULL;',
                            hash="24b82e6afcd5e490291f07294d4ac7ab01955266",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_47afa",
                            table="safety_chemicalmove",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="chemicalmoveevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="45a9491c8245871f5a08902d01aee0673af2bebf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_20435",
                            table="safety_chemicalmoveevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drill",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillevent" ("assembly", "by_id", "cohort", "commander_id", "ended_at", "id", "is_evacuation", "kind", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_at", "rain_plan", "reason", "scenario", "started_at", "status", "summary", "target_seconds", "title") VALUES (NEW."assembly", NEW."by_id", NEW."cohort", NEW."commander_id", NEW."ended_at", NEW."id", NEW."is_evacuation", NEW."kind", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."planned_at", NEW."rain_plan", NEW."reason", NEW."scenario", NEW."started_at", NEW."status", NEW."summary", NEW."target_seconds", NEW."title"); RETURN NULL;',
                            hash="ebf01c60c54e4f654b0ce0221ee564c600aa7799",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0d6a0",
                            table="safety_drill",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drill",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."assembly" IS DISTINCT FROM (NEW."assembly") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."cohort" IS DISTINCT FROM (NEW."cohort") OR OLD."commander_id" IS DISTINCT FROM (NEW."commander_id") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_evacuation" IS DISTINCT FROM (NEW."is_evacuation") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."planned_at" IS DISTINCT FROM (NEW."planned_at") OR OLD."rain_plan" IS DISTINCT FROM (NEW."rain_plan") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."scenario" IS DISTINCT FROM (NEW."scenario") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."target_seconds" IS DISTINCT FROM (NEW."target_seconds") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "safety_drillevent" ("assembly", "by_id", "cohort", "commander_id", "ended_at", "id", "is_evacuation", "kind", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_at", "rain_plan", "reason", "scenario", "started_at", "status", "summary", "target_seconds", "title") VALUES (NEW."assembly", NEW."by_id", NEW."cohort", NEW."commander_id", NEW."ended_at", NEW."id", NEW."is_evacuation", NEW."kind", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."planned_at", NEW."rain_plan", NEW."reason", NEW."scenario", NEW."started_at", NEW."status", NEW."summary", NEW."target_seconds", NEW."title"); RETURN NULL;',
                            hash="701219e8225ebc1af53cea53027fd3e59ab88c8a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_752e6",
                            table="safety_drill",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drill",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillevent" ("assembly", "by_id", "cohort", "commander_id", "ended_at", "id", "is_evacuation", "kind", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_at", "rain_plan", "reason", "scenario", "started_at", "status", "summary", "target_seconds", "title") VALUES (OLD."assembly", OLD."by_id", OLD."cohort", OLD."commander_id", OLD."ended_at", OLD."id", OLD."is_evacuation", OLD."kind", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."planned_at", OLD."rain_plan", OLD."reason", OLD."scenario", OLD."started_at", OLD."status", OLD."summary", OLD."target_seconds", OLD."title"); RETURN NULL;',
                            hash="f750364ced6426c902a68e941c4bd7e3ccf09827",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_38b89",
                            table="safety_drill",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a5420f3b6d27b25eec73d0d25950a7f1cf12bf22",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_abafd",
                            table="safety_drillevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillgroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillgroupevent" ("drill_id", "expected", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_class_id") VALUES (NEW."drill_id", NEW."expected", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."school_class_id"); RETURN NULL;',
                            hash="29c6610ee93c0b4ccdc1b6ed086f6376ff4d2a5c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ba2f7",
                            table="safety_drillgroup",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillgroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_drillgroupevent" ("drill_id", "expected", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_class_id") VALUES (NEW."drill_id", NEW."expected", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."school_class_id"); RETURN NULL;',
                            hash="03f17713a9f562c9604202e30ce163844a213368",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c271d",
                            table="safety_drillgroup",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillgroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillgroupevent" ("drill_id", "expected", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_class_id") VALUES (OLD."drill_id", OLD."expected", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."school_class_id"); RETURN NULL;',
                            hash="06123834abdb277ed7d215a3c9aa44d4df07b939",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_23b0a",
                            table="safety_drillgroup",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillgroupevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f0da7f36bce073c7daa5c7eaf17c5f22ff4b6fdd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f5557",
                            table="safety_drillgroupevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drilllineevent" ("cells", "drill_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."cells", NEW."drill_id", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="8fb582f07976e29f8dbe330d8f2861fe33b39fbc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_95d72",
                            table="safety_drillline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_drilllineevent" ("cells", "drill_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."cells", NEW."drill_id", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="e32124f86a1c52c09e85dbbd300b402769db5b00",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_743ba",
                            table="safety_drillline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drilllineevent" ("cells", "drill_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."cells", OLD."drill_id", OLD."id", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                            hash="0d56ca3c6531cdde65759a90e7eba13aa4ae3351",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bc3ca",
                            table="safety_drillline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drilllineevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cce37b482d14b129f0b23cb716694f73a3e73095",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6bd23",
                            table="safety_drilllineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillproblem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillproblemevent" ("at", "by_id", "drill_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "text") VALUES (NEW."at", NEW."by_id", NEW."drill_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."text"); RETURN NULL;',
                            hash="7e0a8900f631466d2a158886fb504172baabe3c0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aba5d",
                            table="safety_drillproblem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillproblem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_drillproblemevent" ("at", "by_id", "drill_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "text") VALUES (NEW."at", NEW."by_id", NEW."drill_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."text"); RETURN NULL;',
                            hash="a6a716643c450f69aa1b2bddca0418d6eda462c8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7b474",
                            table="safety_drillproblem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillproblem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillproblemevent" ("at", "by_id", "drill_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "text") VALUES (OLD."at", OLD."by_id", OLD."drill_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."text"); RETURN NULL;',
                            hash="16efade5565d8810fae1c681accdfebdd5c39f65",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e7053",
                            table="safety_drillproblem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillproblemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="97a5cc80b0482e3e54a62ea75814f5c1dad55da0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fd61b",
                            table="safety_drillproblemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillreportevent" ("at", "by_id", "group_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present") VALUES (NEW."at", NEW."by_id", NEW."group_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."present"); RETURN NULL;',
                            hash="08fdc12228a28df96aad68b986055eee7cb0e91e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fa5df",
                            table="safety_drillreport",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_drillreportevent" ("at", "by_id", "group_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present") VALUES (NEW."at", NEW."by_id", NEW."group_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."present"); RETURN NULL;',
                            hash="ece0daa4643f882be41649a0a49b8ee8a83daea7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_822a0",
                            table="safety_drillreport",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_drillreportevent" ("at", "by_id", "group_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present") VALUES (OLD."at", OLD."by_id", OLD."group_id", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."present"); RETURN NULL;',
                            hash="aeb9fe368e2af2a0f6ae7e4cc913784b084a92bc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_49fbd",
                            table="safety_drillreport",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="drillreportevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="949c062826ee5fe65b23962b7027d63d29857d3e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_916fc",
                            table="safety_drillreportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyshift",
                    trigger=pgtrigger.compiler.Trigger(
                        name="leader_is_no_member",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT FROM safety_dutymember AS member\n        WHERE member.shift_id = NEW.id AND member.person_id = NEW.leader_id\n    ) THEN\n        RAISE EXCEPTION 'Whoever leads shift % is there already.', NEW.id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'duty_leader_is_no_member';\n    END IF;\n    RETURN NEW;\n",
                            hash="8b9427206e63266428eace1e39d8135ebbfab945",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_leader_is_no_member_d0b5b",
                            table="safety_dutyshift",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyshift",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutyshiftevent" ("ends_at", "id", "kind", "leader_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_by_id", "starts_at") VALUES (NEW."ends_at", NEW."id", NEW."kind", NEW."leader_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_at", NEW."received_by_id", NEW."starts_at"); RETURN NULL;',
                            hash="108ff212d072a60b271a2df0b551274fb587b38a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0cab9",
                            table="safety_dutyshift",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyshift",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_dutyshiftevent" ("ends_at", "id", "kind", "leader_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_by_id", "starts_at") VALUES (NEW."ends_at", NEW."id", NEW."kind", NEW."leader_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_at", NEW."received_by_id", NEW."starts_at"); RETURN NULL;',
                            hash="ceec5206c59964b5ec25ebf0dd16d4e076cf4cdc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ae643",
                            table="safety_dutyshift",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyshift",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutyshiftevent" ("ends_at", "id", "kind", "leader_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_by_id", "starts_at") VALUES (OLD."ends_at", OLD."id", OLD."kind", OLD."leader_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."received_at", OLD."received_by_id", OLD."starts_at"); RETURN NULL;',
                            hash="f5dd267001d4f06cd85b6fbdda1de2936bcf9c1d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_78479",
                            table="safety_dutyshift",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutymemberevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="174647c93736d1de29b9a1dc6cf888a268dd424e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2c8b8",
                            table="safety_dutymemberevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutymember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="member_is_not_leader",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT FROM safety_dutyshift AS shift\n        WHERE shift.id = NEW.shift_id AND shift.leader_id = NEW.person_id\n    ) THEN\n        RAISE EXCEPTION 'Whoever leads shift % is there already.', NEW.shift_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'duty_member_is_not_leader';\n    END IF;\n    RETURN NEW;\n",
                            hash="28b6516b3fd5f55a0c6424169374b44b17defd44",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_member_is_not_leader_bc25d",
                            table="safety_dutymember",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutymember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutymemberevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shift_id") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shift_id"); RETURN NULL;',
                            hash="90026bdc049f378a9af00161e3b4e07ec79f53f0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fcea1",
                            table="safety_dutymember",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutymember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_dutymemberevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shift_id") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shift_id"); RETURN NULL;',
                            hash="83a980fc0dd7757db6253c1c42b397925b97d06c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5c572",
                            table="safety_dutymember",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutymember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutymemberevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shift_id") VALUES (OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shift_id"); RETURN NULL;',
                            hash="653261c71fa4d23eb191376db3b7492cd218906a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1b85b",
                            table="safety_dutymember",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutylogentryevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9166bbc828061daa0495a706cb55daf2e1213bf7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9e8a9",
                            table="safety_dutylogentryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutylogentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="duty_log_is_append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="30e1bc9f7ddc581ca89715bfc9ff0d0fc1b9bfbf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_duty_log_is_append_only_76038",
                            table="safety_dutylogentry",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutylogentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutylogentryevent" ("at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shift_id", "text") VALUES (NEW."at", NEW."by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shift_id", NEW."text"); RETURN NULL;',
                            hash="2b39c8be335d02f7285cedbf88633785dbb6a194",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c03ff",
                            table="safety_dutylogentry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutylogentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_dutylogentryevent" ("at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shift_id", "text") VALUES (NEW."at", NEW."by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shift_id", NEW."text"); RETURN NULL;',
                            hash="922a65656e084580be8f32b22599eeddba380192",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_76e27",
                            table="safety_dutylogentry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutylogentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutylogentryevent" ("at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shift_id", "text") VALUES (OLD."at", OLD."by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shift_id", OLD."text"); RETURN NULL;',
                            hash="16143cc602d7906c058eebb97da1f8b29ec5646d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e6674",
                            table="safety_dutylogentry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyshiftevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="855288acd46528055864f236f0710a758f0b4386",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6a15f",
                            table="safety_dutyshiftevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyswap",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutyswapevent" ("answered_at", "asked_at", "giver_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "shift_id", "status", "taker_id") VALUES (NEW."answered_at", NEW."asked_at", NEW."giver_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."shift_id", NEW."status", NEW."taker_id"); RETURN NULL;',
                            hash="70bfe1cab543cd95bc332e2f44cdee778d373eca",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7383b",
                            table="safety_dutyswap",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyswap",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_dutyswapevent" ("answered_at", "asked_at", "giver_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "shift_id", "status", "taker_id") VALUES (NEW."answered_at", NEW."asked_at", NEW."giver_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."shift_id", NEW."status", NEW."taker_id"); RETURN NULL;',
                            hash="77c0d9f894e35824b3cde92890a267d0b735c76f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_26469",
                            table="safety_dutyswap",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyswap",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_dutyswapevent" ("answered_at", "asked_at", "giver_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "shift_id", "status", "taker_id") VALUES (OLD."answered_at", OLD."asked_at", OLD."giver_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."shift_id", OLD."status", OLD."taker_id"); RETURN NULL;',
                            hash="b0e6c4dc570a38b1c3d70cbb0290437fe4434331",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5bd8c",
                            table="safety_dutyswap",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dutyswapevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6eae5947ca56c91b42bf04fb33d6c601860995b8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_99bbf",
                            table="safety_dutyswapevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="equipmentruleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e9d2cda9154625797e22dc7e5ef40010c07fd15d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b43a3",
                            table="safety_equipmentruleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fireequipment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_fireequipmentevent" ("code", "due_on", "id", "last_service", "made_on", "next_service", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "scrap_on", "scrapped_on", "sort") VALUES (NEW."code", NEW."due_on", NEW."id", NEW."last_service", NEW."made_on", NEW."next_service", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."scrap_on", NEW."scrapped_on", NEW."sort"); RETURN NULL;',
                            hash="878521099af08168ef1db99789a8ba39204c24cd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6de0b",
                            table="safety_fireequipment",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fireequipment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_service" IS DISTINCT FROM (NEW."last_service") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."next_service" IS DISTINCT FROM (NEW."next_service") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."scrap_on" IS DISTINCT FROM (NEW."scrap_on") OR OLD."scrapped_on" IS DISTINCT FROM (NEW."scrapped_on") OR OLD."sort" IS DISTINCT FROM (NEW."sort"))',
                            func='INSERT INTO "safety_fireequipmentevent" ("code", "due_on", "id", "last_service", "made_on", "next_service", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "scrap_on", "scrapped_on", "sort") VALUES (NEW."code", NEW."due_on", NEW."id", NEW."last_service", NEW."made_on", NEW."next_service", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."scrap_on", NEW."scrapped_on", NEW."sort"); RETURN NULL;',
                            hash="f4b48735acbf777fc2f46eac6d6baa0ff92dabe6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_011be",
                            table="safety_fireequipment",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fireequipment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_fireequipmentevent" ("code", "due_on", "id", "last_service", "made_on", "next_service", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "scrap_on", "scrapped_on", "sort") VALUES (OLD."code", OLD."due_on", OLD."id", OLD."last_service", OLD."made_on", OLD."next_service", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."scrap_on", OLD."scrapped_on", OLD."sort"); RETURN NULL;',
                            hash="2a62c9c2d2163d33075c024a6df9c00d1d0666a7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e87ef",
                            table="safety_fireequipment",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fireequipmentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3ce73fe0be3f7c407e3876016135e4aee737fa96",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_208d0",
                            table="safety_fireequipmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_incidentevent" ("asked_until", "assignee_id", "changed_at", "description", "domain", "due_at", "happened_at", "hurt_pupils", "hurt_staff", "id", "is_simulated", "kept", "lessons", "level", "measures", "merged_into_id", "missed", "notified_at", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."domain", NEW."due_at", NEW."happened_at", NEW."hurt_pupils", NEW."hurt_staff", NEW."id", NEW."is_simulated", NEW."kept", NEW."lessons", NEW."level", NEW."measures", NEW."merged_into_id", NEW."missed", NEW."notified_at", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="8ce76a9be7514a1ca335eec759803b57518a8881",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_df36c",
                            table="safety_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asked_until" IS DISTINCT FROM (NEW."asked_until") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."domain" IS DISTINCT FROM (NEW."domain") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."happened_at" IS DISTINCT FROM (NEW."happened_at") OR OLD."hurt_pupils" IS DISTINCT FROM (NEW."hurt_pupils") OR OLD."hurt_staff" IS DISTINCT FROM (NEW."hurt_staff") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_simulated" IS DISTINCT FROM (NEW."is_simulated") OR OLD."kept" IS DISTINCT FROM (NEW."kept") OR OLD."lessons" IS DISTINCT FROM (NEW."lessons") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."measures" IS DISTINCT FROM (NEW."measures") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."missed" IS DISTINCT FROM (NEW."missed") OR OLD."notified_at" IS DISTINCT FROM (NEW."notified_at") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "safety_incidentevent" ("asked_until", "assignee_id", "changed_at", "description", "domain", "due_at", "happened_at", "hurt_pupils", "hurt_staff", "id", "is_simulated", "kept", "lessons", "level", "measures", "merged_into_id", "missed", "notified_at", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."domain", NEW."due_at", NEW."happened_at", NEW."hurt_pupils", NEW."hurt_staff", NEW."id", NEW."is_simulated", NEW."kept", NEW."lessons", NEW."level", NEW."measures", NEW."merged_into_id", NEW."missed", NEW."notified_at", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="28542cf1a4103dd5d8037a96b4c083273389d14a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bdc94",
                            table="safety_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_incidentevent" ("asked_until", "assignee_id", "changed_at", "description", "domain", "due_at", "happened_at", "hurt_pupils", "hurt_staff", "id", "is_simulated", "kept", "lessons", "level", "measures", "merged_into_id", "missed", "notified_at", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (OLD."asked_until", OLD."assignee_id", OLD."changed_at", OLD."description", OLD."domain", OLD."due_at", OLD."happened_at", OLD."hurt_pupils", OLD."hurt_staff", OLD."id", OLD."is_simulated", OLD."kept", OLD."lessons", OLD."level", OLD."measures", OLD."merged_into_id", OLD."missed", OLD."notified_at", OLD."number", OLD."origin_id", OLD."origin_type_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."reporter_id", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                            hash="63ce181301b55bd7e60a4f234a4408a4bc00f8b2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_23b1e",
                            table="safety_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="incidentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="be5d038904eb95e6f90f248a3f63a322d685c8d0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_51157",
                            table="safety_incidentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="hazardevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="88f9608446a2b784904288a37ea0928089109a6a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1f759",
                            table="safety_hazardevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="hazard",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_hazardevent" ("asked_until", "assignee_id", "budget", "changed_at", "contingency", "criterion_id", "department_id", "description", "domain", "due_at", "grounds", "id", "isolation", "kept", "level", "measures", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rectified_at", "rectifier_id", "rectify_by", "remark", "reporter_id", "source", "status", "title", "upward_how", "upward_on", "upward_to", "verdict", "verified_at", "verifier_id", "version") VALUES (NEW."asked_until", NEW."assignee_id", NEW."budget", NEW."changed_at", NEW."contingency", NEW."criterion_id", NEW."department_id", NEW."description", NEW."domain", NEW."due_at", NEW."grounds", NEW."id", NEW."isolation", NEW."kept", NEW."level", NEW."measures", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."rectified_at", NEW."rectifier_id", NEW."rectify_by", NEW."remark", NEW."reporter_id", NEW."source", NEW."status", NEW."title", NEW."upward_how", NEW."upward_on", NEW."upward_to", NEW."verdict", NEW."verified_at", NEW."verifier_id", NEW."version"); RETURN NULL;',
                            hash="138e6dd23a69149fea208851f11287ad59cd1ae0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4150f",
                            table="safety_hazard",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="hazard",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asked_until" IS DISTINCT FROM (NEW."asked_until") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."budget" IS DISTINCT FROM (NEW."budget") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."contingency" IS DISTINCT FROM (NEW."contingency") OR OLD."criterion_id" IS DISTINCT FROM (NEW."criterion_id") OR OLD."department_id" IS DISTINCT FROM (NEW."department_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."domain" IS DISTINCT FROM (NEW."domain") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."grounds" IS DISTINCT FROM (NEW."grounds") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."isolation" IS DISTINCT FROM (NEW."isolation") OR OLD."kept" IS DISTINCT FROM (NEW."kept") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."measures" IS DISTINCT FROM (NEW."measures") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."missed" IS DISTINCT FROM (NEW."missed") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."rectified_at" IS DISTINCT FROM (NEW."rectified_at") OR OLD."rectifier_id" IS DISTINCT FROM (NEW."rectifier_id") OR OLD."rectify_by" IS DISTINCT FROM (NEW."rectify_by") OR OLD."remark" IS DISTINCT FROM (NEW."remark") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."upward_how" IS DISTINCT FROM (NEW."upward_how") OR OLD."upward_on" IS DISTINCT FROM (NEW."upward_on") OR OLD."upward_to" IS DISTINCT FROM (NEW."upward_to") OR OLD."verdict" IS DISTINCT FROM (NEW."verdict") OR OLD."verified_at" IS DISTINCT FROM (NEW."verified_at") OR OLD."verifier_id" IS DISTINCT FROM (NEW."verifier_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "safety_hazardevent" ("asked_until", "assignee_id", "budget", "changed_at", "contingency", "criterion_id", "department_id", "description", "domain", "due_at", "grounds", "id", "isolation", "kept", "level", "measures", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rectified_at", "rectifier_id", "rectify_by", "remark", "reporter_id", "source", "status", "title", "upward_how", "upward_on", "upward_to", "verdict", "verified_at", "verifier_id", "version") VALUES (NEW."asked_until", NEW."assignee_id", NEW."budget", NEW."changed_at", NEW."contingency", NEW."criterion_id", NEW."department_id", NEW."description", NEW."domain", NEW."due_at", NEW."grounds", NEW."id", NEW."isolation", NEW."kept", NEW."level", NEW."measures", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."rectified_at", NEW."rectifier_id", NEW."rectify_by", NEW."remark", NEW."reporter_id", NEW."source", NEW."status", NEW."title", NEW."upward_how", NEW."upward_on", NEW."upward_to", NEW."verdict", NEW."verified_at", NEW."verifier_id", NEW."version"); RETURN NULL;',
                            hash="7f709d9b232749bdd4250721bcc10a78668ccd5a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a1c6b",
                            table="safety_hazard",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="hazard",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_hazardevent" ("asked_until", "assignee_id", "budget", "changed_at", "contingency", "criterion_id", "department_id", "description", "domain", "due_at", "grounds", "id", "isolation", "kept", "level", "measures", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rectified_at", "rectifier_id", "rectify_by", "remark", "reporter_id", "source", "status", "title", "upward_how", "upward_on", "upward_to", "verdict", "verified_at", "verifier_id", "version") VALUES (OLD."asked_until", OLD."assignee_id", OLD."budget", OLD."changed_at", OLD."contingency", OLD."criterion_id", OLD."department_id", OLD."description", OLD."domain", OLD."due_at", OLD."grounds", OLD."id", OLD."isolation", OLD."kept", OLD."level", OLD."measures", OLD."merged_into_id", OLD."missed", OLD."number", OLD."origin_id", OLD."origin_type_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."rectified_at", OLD."rectifier_id", OLD."rectify_by", OLD."remark", OLD."reporter_id", OLD."source", OLD."status", OLD."title", OLD."upward_how", OLD."upward_on", OLD."upward_to", OLD."verdict", OLD."verified_at", OLD."verifier_id", OLD."version"); RETURN NULL;',
                            hash="7b7f70bf22bd494ffe8abe8b87f3e865736ae540",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_15e30",
                            table="safety_hazard",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="majorcriterionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="aa70dd158464c848cd68eae7d7c9825b1b1ee365",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c4fbe",
                            table="safety_majorcriterionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bb77be17137b9f4c0712413d1aea6b245c6ef92d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4548d",
                            table="safety_normevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normrequirement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_normrequirementevent" ("every", "id", "is_kept", "kind", "link", "norm_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "title") VALUES (NEW."every", NEW."id", NEW."is_kept", NEW."kind", NEW."link", NEW."norm_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."role", NEW."title"); RETURN NULL;',
                            hash="23c859ccc0388761210baab180038e56512c4160",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6bbe1",
                            table="safety_normrequirement",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normrequirement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_normrequirementevent" ("every", "id", "is_kept", "kind", "link", "norm_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "title") VALUES (NEW."every", NEW."id", NEW."is_kept", NEW."kind", NEW."link", NEW."norm_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."role", NEW."title"); RETURN NULL;',
                            hash="ab267c63e41041363f391cda25cbeb55be8e852c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_830c3",
                            table="safety_normrequirement",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normrequirement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_normrequirementevent" ("every", "id", "is_kept", "kind", "link", "norm_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "title") VALUES (OLD."every", OLD."id", OLD."is_kept", OLD."kind", OLD."link", OLD."norm_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."role", OLD."title"); RETURN NULL;',
                            hash="2dc4572c4b0fe627e655dd1a4bd31e86b9ba402b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c964b",
                            table="safety_normrequirement",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normevidenceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bb4796f0b88488de265a5a23cdece1ba97835a92",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_818fc",
                            table="safety_normevidenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normevidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_normevidenceevent" ("at", "by_id", "id", "link", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "valid_until") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."link", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."requirement_id", NEW."valid_until"); RETURN NULL;',
                            hash="b65c42d1599957c581337f882080961687e5600f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7ab80",
                            table="safety_normevidence",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normevidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_normevidenceevent" ("at", "by_id", "id", "link", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "valid_until") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."link", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."requirement_id", NEW."valid_until"); RETURN NULL;',
                            hash="b8b4ca7ea3f35c65072dfac27e9387faf257058f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1a782",
                            table="safety_normevidence",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normevidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_normevidenceevent" ("at", "by_id", "id", "link", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "valid_until") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."link", OLD."note", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."requirement_id", OLD."valid_until"); RETURN NULL;',
                            hash="9fabd275a17501cf55b25858280184de48452fb9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9ecb2",
                            table="safety_normevidence",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="normrequirementevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f72279036b89957a9f94afaac21db4f82dbe5a44",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d3007",
                            table="safety_normrequirementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetydateevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ab9c865d1cff2e03d89b9442977f855f3af5f051",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c38d3",
                            table="safety_safetydateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_safetyeventevent" ("content", "domain", "id", "occasion_id", "on", "organiser_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "where") VALUES (NEW."content", NEW."domain", NEW."id", NEW."occasion_id", NEW."on", NEW."organiser_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."where"); RETURN NULL;',
                            hash="bd8730ac10d94aaacedb8fd4cd2cd6baa9236428",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_336bb",
                            table="safety_safetyevent",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."domain" IS DISTINCT FROM (NEW."domain") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."occasion_id" IS DISTINCT FROM (NEW."occasion_id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."organiser_id" IS DISTINCT FROM (NEW."organiser_id") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."where" IS DISTINCT FROM (NEW."where"))',
                            func='INSERT INTO "safety_safetyeventevent" ("content", "domain", "id", "occasion_id", "on", "organiser_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "where") VALUES (NEW."content", NEW."domain", NEW."id", NEW."occasion_id", NEW."on", NEW."organiser_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."where"); RETURN NULL;',
                            hash="48cb908a07b616834eb84b28fd03327c5c1bb8f2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_14f78",
                            table="safety_safetyevent",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_safetyeventevent" ("content", "domain", "id", "occasion_id", "on", "organiser_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "where") VALUES (OLD."content", OLD."domain", OLD."id", OLD."occasion_id", OLD."on", OLD."organiser_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title", OLD."where"); RETURN NULL;',
                            hash="b7d9d65d27c57831718699e56b7406d487e7db15",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_36627",
                            table="safety_safetyevent",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="quizquestionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4247bd711201ceb2d8073e8c5739d5468facea4b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b674b",
                            table="safety_quizquestionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="quizquestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_quizquestionevent" ("answers", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "right", "text") VALUES (NEW."answers", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."right", NEW."text"); RETURN NULL;',
                            hash="4fe5a4b894c032fdf1646184a4357cde12df2176",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_563dc",
                            table="safety_quizquestion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="quizquestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_quizquestionevent" ("answers", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "right", "text") VALUES (NEW."answers", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."right", NEW."text"); RETURN NULL;',
                            hash="a07b3bd824701d24d99dbf5e96ccb6586feee4d2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b0271",
                            table="safety_quizquestion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="quizquestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_quizquestionevent" ("answers", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "right", "text") VALUES (OLD."answers", OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."right", OLD."text"); RETURN NULL;',
                            hash="136d9a05ec7627d633568aef36f00252bc80ba96",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6a233",
                            table="safety_quizquestion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="eventclassevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="06b6513fab51f9bd278d99df53cb2c2a652c457e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_23901",
                            table="safety_eventclassevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="eventclass",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_eventclassevent" ("event_id", "expected", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "school_class_id") VALUES (NEW."event_id", NEW."expected", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."present", NEW."school_class_id"); RETURN NULL;',
                            hash="b52cba9132201a48fa87cfdbcd77a3aa0af2a605",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4a289",
                            table="safety_eventclass",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="eventclass",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "safety_eventclassevent" ("event_id", "expected", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "school_class_id") VALUES (NEW."event_id", NEW."expected", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."present", NEW."school_class_id"); RETURN NULL;',
                            hash="79a55d038cc581d540042315db2777c8145e937c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e9c05",
                            table="safety_eventclass",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="eventclass",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "safety_eventclassevent" ("event_id", "expected", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "school_class_id") VALUES (OLD."event_id", OLD."expected", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."present", OLD."school_class_id"); RETURN NULL;',
                            hash="cf782b60a92e7edc695d5258f804b02ae1badb3d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_295a6",
                            table="safety_eventclass",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="safetyeventevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="65853bbcc1c2ef4082f35bfce36f13d6383cae0d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_93ac5",
                            table="safety_safetyeventevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
