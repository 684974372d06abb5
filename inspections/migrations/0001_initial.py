import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.constraints
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
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="ChecklistVersion",
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
                        (
                            "scoring",
                            models.CharField(
                                choices=[
                                    ("none", "No score"),
                                    ("deduct", "Points are taken from full marks"),
                                    ("add", "Points of the lines add up"),
                                ],
                                default="none",
                                max_length=8,
                                verbose_name="score",
                            ),
                        ),
                        (
                            "full_marks",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="full marks",
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
                    ],
                    options={
                        "verbose_name": "version of a checklist",
                        "verbose_name_plural": "versions of checklists",
                        "ordering": ["checklist", "-number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("scoring__in", ["none", "deduct", "add"])),
                                name="version_scoring_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("scoring", "deduct"), _negated=True),
                                    models.Q(("full_marks__gt", 0), ("full_marks__isnull", False)),
                                    _connector="OR",
                                ),
                                name="version_deducts_from_something",
                                violation_error_message="Say how many points there are to begin with.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Checklist",
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
                            models.CharField(blank=True, default="", editable=False, max_length=32),
                        ),
                        ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                        ("topic", models.CharField(max_length=24, verbose_name="topic")),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=300,
                                verbose_name="what it is for",
                            ),
                        ),
                        (
                            "roles",
                            django.contrib.postgres.fields.ArrayField(
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
                                size=None,
                                verbose_name="walked by",
                            ),
                        ),
                        (
                            "second_roles",
                            django.contrib.postgres.fields.ArrayField(
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
                                verbose_name="second signature by",
                            ),
                        ),
                        (
                            "every_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="each place at least every so many days",
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(default=True, verbose_name="can be walked"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
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
                            "current",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.checklistversion",
                                verbose_name="version in use",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "checklist",
                        "verbose_name_plural": "checklists",
                        "ordering": ["topic", "name"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="checklist_sought"
                            ),
                            models.Index(fields=["topic", "name"], name="checklist_by_topic"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="checklist_code_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "roles__contained_by",
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
                                    ("roles__len__gt", 0),
                                ),
                                name="checklist_walked_by_some_role",
                                violation_error_message="Say who walks it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "second_roles__contained_by",
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
                                name="checklist_signed_by_known_roles",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("every_days", None),
                                    models.Q(("every_days__gte", 1), ("every_days__lte", 1100)),
                                    _connector="OR",
                                ),
                                name="checklist_every_some_days",
                                violation_error_message="Between one day and three years.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Campaign",
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
                        ("title", models.CharField(max_length=80, verbose_name="title")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("due_on", models.DateField(verbose_name="to be done by")),
                        (
                            "min_photos",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="photos of each area at least"
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                default="",
                                max_length=2000,
                                verbose_name="what matters this time",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("prepared", "In preparation"),
                                    ("under_way", "Under way"),
                                    ("closed", "Closed out"),
                                ],
                                default="prepared",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
                        (
                            "summary",
                            models.TextField(
                                blank=True, default="", max_length=4000, verbose_name="summary"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("title"),
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
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="closed by",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="led by",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="campaigns",
                                to="inspections.checklist",
                                verbose_name="checklist",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "inspection campaign",
                        "verbose_name_plural": "inspection campaigns",
                        "ordering": ["-starts_on", "-id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="campaign_sought"
                            ),
                            models.Index(fields=["-starts_on", "-id"], name="campaign_latest"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["prepared", "under_way", "closed"])
                                ),
                                name="campaign_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("starts_on"))),
                                name="campaign_ends_after_it_starts",
                                violation_error_message="The last day must not come before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("min_photos__lte", 10)),
                                name="campaign_asks_for_few_photos",
                                violation_error_message="Ask for ten photos at the most.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        ("status", "closed"),
                                        models.Q(("summary", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "closed"), _negated=True),
                                        ("closed_at", None),
                                        ("closed_by", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="campaign_closed_by_somebody",
                                violation_error_message="Write a summary.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Schedule",
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
                            "part_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("campus", "Campus"),
                                    ("building", "Building"),
                                    ("floor", "Floor"),
                                    ("room", "Room"),
                                    ("spot", "Spot"),
                                ],
                                default="",
                                max_length=12,
                                verbose_name="its parts of this level",
                            ),
                        ),
                        (
                            "part_use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("classroom", "Classroom"),
                                    ("laboratory", "Laboratory"),
                                    ("library", "Library"),
                                    ("hall", "Hall"),
                                    ("office", "Office"),
                                    ("dorm_room", "Dorm room"),
                                    ("canteen", "Canteen"),
                                    ("kitchen", "Kitchen"),
                                    ("clinic", "Clinic"),
                                    ("sports", "Sports"),
                                    ("warehouse", "Warehouse"),
                                    ("plant_room", "Plant room"),
                                    ("corridor", "Corridor or stairs"),
                                    ("toilet", "Toilet or washroom"),
                                    ("gate", "Gate"),
                                    ("outdoors", "Outdoors"),
                                    ("other", "Other"),
                                ],
                                default="",
                                max_length=12,
                                verbose_name="its parts of this use",
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
                                default="",
                                max_length=32,
                                verbose_name="or by whoever is on duty as",
                            ),
                        ),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("daily", "On days of the week, at times of the day"),
                                    ("nightly", "Every few hours of a night"),
                                    ("weekly", "Once a week"),
                                    ("monthly", "Once a month"),
                                    ("semester", "Once a semester"),
                                    ("holiday", "Before each public holiday"),
                                ],
                                max_length=10,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "times",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TimeField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="times",
                            ),
                        ),
                        (
                            "weekdays",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="weekdays",
                            ),
                        ),
                        (
                            "every_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="every so many hours"
                            ),
                        ),
                        (
                            "night_from",
                            models.TimeField(blank=True, null=True, verbose_name="night from"),
                        ),
                        (
                            "night_to",
                            models.TimeField(blank=True, null=True, verbose_name="night to"),
                        ),
                        (
                            "within_minutes",
                            models.PositiveSmallIntegerField(
                                default=60, verbose_name="minutes to do it in"
                            ),
                        ),
                        (
                            "month_day",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="day of the month"
                            ),
                        ),
                        (
                            "week_no",
                            models.SmallIntegerField(
                                blank=True, null=True, verbose_name="school week"
                            ),
                        ),
                        (
                            "days_before",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="working days before the holiday",
                            ),
                        ),
                        (
                            "lasts_days",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="days to do it in"
                            ),
                        ),
                        (
                            "days_off",
                            models.CharField(
                                choices=[("keep", "on days off too"), ("skip", "not on days off")],
                                default="keep",
                                max_length=6,
                                verbose_name="days off",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                        ("is_paused", models.BooleanField(default=False, verbose_name="paused")),
                        ("laid_until", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedules",
                                to="inspections.checklist",
                                verbose_name="checklist",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedules",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "places",
                            models.ManyToManyField(
                                related_name="+", to="campus.place", verbose_name="and these places"
                            ),
                        ),
                        (
                            "planned_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by whom",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "schedule of inspections",
                        "verbose_name_plural": "schedules of inspections",
                        "ordering": ["checklist", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "rhythm__in",
                                        [
                                            "daily",
                                            "nightly",
                                            "weekly",
                                            "monthly",
                                            "semester",
                                            "holiday",
                                        ],
                                    )
                                ),
                                name="schedule_rhythm_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("days_off__in", ["keep", "skip"])),
                                name="schedule_days_off_known",
                            ),
                            models.CheckConstraint(
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
                                name="schedule_role_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "part_kind__in",
                                        ["", "campus", "building", "floor", "room", "spot"],
                                    )
                                ),
                                name="schedule_part_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "part_use__in",
                                        [
                                            "",
                                            "classroom",
                                            "laboratory",
                                            "library",
                                            "hall",
                                            "office",
                                            "dorm_room",
                                            "canteen",
                                            "kitchen",
                                            "clinic",
                                            "sports",
                                            "warehouse",
                                            "plant_room",
                                            "corridor",
                                            "toilet",
                                            "gate",
                                            "outdoors",
                                            "other",
                                        ],
                                    )
                                ),
                                name="schedule_part_use_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("planned_for", None), models.Q(("role", ""), _negated=True)
                                    ),
                                    models.Q(("planned_for__isnull", False), ("role", "")),
                                    _connector="OR",
                                ),
                                name="schedule_for_a_person_or_a_role",
                                violation_error_message="Name a person, or a role, but not both.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rhythm", "daily"), _negated=True),
                                    ("times__len__gte", 1),
                                    _connector="OR",
                                ),
                                name="schedule_daily_at_some_time",
                                violation_error_message="Say at which times.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rhythm", "nightly"), _negated=True),
                                    models.Q(
                                        ("every_hours__gte", 1),
                                        ("every_hours__isnull", False),
                                        ("every_hours__lte", 12),
                                        ("night_from__isnull", False),
                                        ("night_to__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="schedule_nightly_in_hours",
                                violation_error_message="Say from when to when, and every how many hours.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rhythm", "weekly"), _negated=True),
                                    ("weekdays__len__gte", 1),
                                    _connector="OR",
                                ),
                                name="schedule_weekly_on_some_day",
                                violation_error_message="Say on which weekday.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("weekdays__contained_by", [1, 2, 3, 4, 5, 6, 7])
                                ),
                                name="schedule_weekdays_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rhythm", "monthly"), _negated=True),
                                    models.Q(
                                        ("month_day__gte", 1),
                                        ("month_day__isnull", False),
                                        ("month_day__lte", 31),
                                    ),
                                    _connector="OR",
                                ),
                                name="schedule_monthly_on_some_day",
                                violation_error_message="Say on which day of the month.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rhythm", "semester"), _negated=True),
                                    models.Q(
                                        ("week_no__gte", -4),
                                        ("week_no__isnull", False),
                                        ("week_no__lte", 25),
                                    ),
                                    _connector="OR",
                                ),
                                name="schedule_semester_in_some_week",
                                violation_error_message="Say in which school week; 0 is the week before term.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rhythm", "holiday"), _negated=True),
                                    models.Q(
                                        ("days_before__gte", 1),
                                        ("days_before__isnull", False),
                                        ("days_before__lte", 20),
                                    ),
                                    _connector="OR",
                                ),
                                name="schedule_days_before_holiday",
                                violation_error_message="Say how many working days before the holiday.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("lasts_days__gte", 1),
                                    ("lasts_days__lte", 60),
                                    ("within_minutes__gte", 5),
                                    ("within_minutes__lte", 1440),
                                ),
                                name="schedule_gives_time",
                                violation_error_message="Between five minutes and a day; up to sixty days.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on", None),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="schedule_ends_after_it_starts",
                                violation_error_message="The last day must not come before the first.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Window",
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
                        ("opens_at", models.DateTimeField(verbose_name="from")),
                        ("due_at", models.DateTimeField(verbose_name="due")),
                        ("closes_at", models.DateTimeField(verbose_name="missed after")),
                        ("warn_at", models.DateTimeField(blank=True, null=True)),
                        ("told_at", models.DateTimeField(blank=True, null=True)),
                        ("warned_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "schedule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="windows",
                                to="inspections.schedule",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "window",
                        "verbose_name_plural": "windows",
                        "ordering": ["-opens_at"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("told_at", None)),
                                fields=["opens_at"],
                                name="window_to_be_told",
                            ),
                            models.Index(
                                condition=models.Q(("closed_at", None)),
                                fields=["closes_at"],
                                name="window_to_be_closed",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("schedule", "opens_at"), name="window_once_per_schedule"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closes_at__gte", models.F("due_at")),
                                    ("due_at__gt", models.F("opens_at")),
                                ),
                                name="window_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Inspection",
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
                                verbose_name="for whom on duty",
                            ),
                        ),
                        (
                            "opens_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="from"),
                        ),
                        ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                        (
                            "closes_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="missed after"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("under_way", "Under way"),
                                    ("to_sign", "Waits for the second signature"),
                                    ("finished", "Finished"),
                                    ("missed", "Missed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="begun at"),
                        ),
                        (
                            "finished_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="finished at"),
                        ),
                        (
                            "needs_second",
                            models.BooleanField(
                                default=False, verbose_name="needs a second signature"
                            ),
                        ),
                        (
                            "signed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="signed at"),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, default="", max_length=500, verbose_name="remark"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, default="", max_length=300, verbose_name="reason"
                            ),
                        ),
                        (
                            "score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="score",
                            ),
                        ),
                        (
                            "full_marks",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="full marks",
                            ),
                        ),
                        (
                            "faults",
                            models.PositiveSmallIntegerField(default=0, verbose_name="faults"),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="inspections.checklist",
                                verbose_name="checklist",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "planned_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="planned for",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="second signature",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="inspections.checklistversion",
                            ),
                        ),
                        (
                            "walker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="walks",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="walked by",
                            ),
                        ),
                        (
                            "window",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="inspections.window",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "inspection",
                        "verbose_name_plural": "inspections",
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(
                                fields=["place", "checklist", "-finished_at"],
                                name="inspection_at_place",
                            ),
                            models.Index(
                                fields=["checklist", "-id"], name="inspection_of_checklist"
                            ),
                            models.Index(fields=["status", "-id"], name="inspection_by_state"),
                            models.Index(
                                models.OrderBy(
                                    models.F("finished_at"), descending=True, nulls_last=True
                                ),
                                models.OrderBy(models.F("id"), descending=True),
                                name="inspection_latest",
                            ),
                            models.Index(fields=["walker", "status"], name="inspection_of_walker"),
                            models.Index(
                                condition=models.Q(("status", "planned")),
                                fields=["planned_for", "due_at"],
                                name="inspection_for_person",
                            ),
                            models.Index(
                                condition=models.Q(("status", "planned")),
                                fields=["role", "due_at"],
                                name="inspection_for_role",
                            ),
                            models.Index(fields=["due_at", "status"], name="inspection_due"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "planned",
                                            "under_way",
                                            "to_sign",
                                            "finished",
                                            "missed",
                                            "cancelled",
                                        ],
                                    )
                                ),
                                name="inspection_status_known",
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
                                            "dorm_leader",
                                            "canteen_committee",
                                            "administrator",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="inspection_role_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["under_way", "to_sign", "finished"]),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("started_at__isnull", False), ("walker__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="inspection_begun_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("finished_at__isnull", False),
                                        ("status__in", ["to_sign", "finished"]),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("status__in", ["to_sign", "finished"]), _negated=True
                                        ),
                                        ("finished_at", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspection_finished_at_some_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finished_at", None),
                                    ("finished_at__gte", models.F("started_at")),
                                    _connector="OR",
                                ),
                                name="inspection_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signed_by", None),
                                    models.Q(("signed_by", models.F("walker")), _negated=True),
                                    _connector="OR",
                                ),
                                name="inspection_signed_by_another",
                                violation_error_message="The second signature is another person's.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("signed_at", None), ("signed_by", None)),
                                    models.Q(
                                        ("signed_at__isnull", False),
                                        ("signed_by__isnull", False),
                                        ("status", "finished"),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspection_signed_when_finished",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("needs_second", True),
                                        ("status", "finished"),
                                        _negated=True,
                                    ),
                                    ("signed_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="inspection_has_both_signatures",
                                violation_error_message="It wants a second signature.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "cancelled"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="inspection_cancelled_for_a_reason",
                                violation_error_message="Say why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closes_at", None), ("due_at", None), ("opens_at", None)
                                    ),
                                    models.Q(
                                        ("closes_at__gte", models.F("due_at")),
                                        ("closes_at__isnull", False),
                                        ("due_at__gt", models.F("opens_at")),
                                        ("due_at__isnull", False),
                                        ("opens_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspection_window_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["planned", "missed"]), _negated=True),
                                    ("due_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="inspection_planned_for_some_time",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("window__isnull", False)),
                                fields=("window", "place"),
                                name="inspection_once_per_window",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "under_way")),
                                fields=("walker", "place", "checklist"),
                                name="inspection_walked_once_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CampaignArea",
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
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="areas",
                                to="inspections.campaign",
                            ),
                        ),
                        (
                            "convener",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="convener",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="leader who goes along",
                            ),
                        ),
                        (
                            "members",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="further members",
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
                        (
                            "recorder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorder",
                            ),
                        ),
                        (
                            "inspection",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="area",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "area of a campaign",
                        "verbose_name_plural": "areas of campaigns",
                        "ordering": ["campaign", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("campaign", "place"),
                                name="area_once_per_campaign",
                                violation_error_message="This place is an area of the campaign already.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CampaignEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=80, verbose_name="title")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("due_on", models.DateField(verbose_name="to be done by")),
                        (
                            "min_photos",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="photos of each area at least"
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                default="",
                                max_length=2000,
                                verbose_name="what matters this time",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("prepared", "In preparation"),
                                    ("under_way", "Under way"),
                                    ("closed", "Closed out"),
                                ],
                                default="prepared",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
                        (
                            "summary",
                            models.TextField(
                                blank=True, default="", max_length=4000, verbose_name="summary"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="closed by",
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
                                verbose_name="led by",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
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
                                to="inspections.campaign",
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklist",
                                verbose_name="checklist",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChecklistItem",
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
                        ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        (
                            "group",
                            models.CharField(
                                blank=True, default="", max_length=60, verbose_name="group"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="line")),
                        (
                            "guidance",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=500,
                                verbose_name="what to look at",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pass_fail", "Passed or not"),
                                    ("score", "Points"),
                                    ("number", "A number"),
                                    ("choice", "One of several"),
                                    ("text", "Words"),
                                ],
                                max_length=12,
                                verbose_name="kind of answer",
                            ),
                        ),
                        (
                            "points",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=6, verbose_name="points"
                            ),
                        ),
                        (
                            "cap",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="at most",
                            ),
                        ),
                        (
                            "group_cap",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="whole group at most",
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=12,
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=12,
                                null=True,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True, default="", max_length=16, verbose_name="unit"
                            ),
                        ),
                        (
                            "choices",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="choices",
                            ),
                        ),
                        (
                            "bad_choices",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(default=False, verbose_name="must be answered"),
                        ),
                        (
                            "photo_on_failure",
                            models.BooleanField(
                                default=False, verbose_name="a fault needs a photo"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=200,
                                verbose_name="where the rule stands",
                            ),
                        ),
                        (
                            "source_is_verified",
                            models.BooleanField(default=False, verbose_name="the source was read"),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="inspections.checklistversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a checklist",
                        "verbose_name_plural": "lines of checklists",
                        "ordering": ["version", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("version", "position"),
                                name="line_position_once",
                            ),
                            models.UniqueConstraint(
                                fields=("version", "key"), name="line_key_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["pass_fail", "score", "number", "choice", "text"])
                                ),
                                name="line_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("points__gte", 0),
                                    models.Q(("cap", None), ("cap__gt", 0), _connector="OR"),
                                    models.Q(
                                        ("group_cap", None), ("group_cap__gt", 0), _connector="OR"
                                    ),
                                ),
                                name="line_points_not_negative",
                                violation_error_message="Points and caps are never negative.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "score"), _negated=True),
                                    ("cap__isnull", False),
                                    _connector="OR",
                                ),
                                name="line_of_points_has_cap",
                                violation_error_message="Say how many points there are at the most.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("low", None),
                                    ("high", None),
                                    ("low__lte", models.F("high")),
                                    _connector="OR",
                                ),
                                name="line_bounds_in_order",
                                violation_error_message="The lower bound must not be above the upper one.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "choice"), _negated=True),
                                    ("choices__len__gte", 2),
                                    _connector="OR",
                                ),
                                name="line_of_choices_has_two",
                                violation_error_message="Give at least two choices.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("bad_choices__contained_by", models.F("choices"))
                                ),
                                name="line_faults_are_choices",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChecklistEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(blank=True, default="", editable=False, max_length=32),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("topic", models.CharField(max_length=24, verbose_name="topic")),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=300,
                                verbose_name="what it is for",
                            ),
                        ),
                        (
                            "roles",
                            django.contrib.postgres.fields.ArrayField(
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
                                size=None,
                                verbose_name="walked by",
                            ),
                        ),
                        (
                            "second_roles",
                            django.contrib.postgres.fields.ArrayField(
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
                                verbose_name="second signature by",
                            ),
                        ),
                        (
                            "every_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="each place at least every so many days",
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(default=True, verbose_name="can be walked"),
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
                                to="inspections.checklist",
                            ),
                        ),
                        (
                            "current",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklistversion",
                                verbose_name="version in use",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChecklistVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "scoring",
                            models.CharField(
                                choices=[
                                    ("none", "No score"),
                                    ("deduct", "Points are taken from full marks"),
                                    ("add", "Points of the lines add up"),
                                ],
                                default="none",
                                max_length=8,
                                verbose_name="score",
                            ),
                        ),
                        (
                            "full_marks",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="full marks",
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
                            "checklist",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklist",
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
                                to="inspections.checklistversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
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
                        ("title", models.CharField(max_length=200, verbose_name="line")),
                        (
                            "words",
                            models.CharField(
                                blank=True, default="", max_length=500, verbose_name="in words"
                            ),
                        ),
                        ("found_at", models.DateTimeField(verbose_name="found at")),
                        (
                            "reported_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="reported at"),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="settled at"),
                        ),
                        (
                            "settled_words",
                            models.CharField(
                                blank=True, default="", max_length=500, verbose_name="what was done"
                            ),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("title"),
                                        models.Value(" "),
                                        models.F("words"),
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
                                verbose_name="found by",
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="inspections.checklist",
                                verbose_name="checklist",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.checklistitem",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="settled by",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "finding",
                        "verbose_name_plural": "findings",
                        "ordering": ["-reported_at", "-id"],
                        "indexes": [
                            models.Index(
                                models.OrderBy(models.F("reported_at"), descending=True),
                                models.OrderBy(models.F("id"), descending=True),
                                condition=models.Q(("reported_at__isnull", False)),
                                name="finding_latest",
                            ),
                            models.Index(fields=["place", "-reported_at"], name="finding_at_place"),
                            models.Index(
                                fields=["checklist", "-reported_at"], name="finding_of_checklist"
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("reported_at__isnull", False), ("settled_at", None)
                                ),
                                fields=["-reported_at"],
                                name="finding_unsettled",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="finding_sought"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "item"), name="finding_once_per_line"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("settled_at", None),
                                        ("settled_by", None),
                                        ("settled_words", ""),
                                    ),
                                    models.Q(
                                        ("settled_at__isnull", False),
                                        ("settled_by__isnull", False),
                                        models.Q(("settled_words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="finding_settled_by_somebody",
                                violation_error_message="Say what was done.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingTally",
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
                        ("day", models.DateField(verbose_name="day")),
                        ("reported", models.IntegerField(default=0)),
                        ("settled", models.IntegerField(default=0)),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="inspections.checklist",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "findings of a day",
                        "verbose_name_plural": "findings of a day",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("day", "checklist"), name="finding_tally_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="line")),
                        (
                            "words",
                            models.CharField(
                                blank=True, default="", max_length=500, verbose_name="in words"
                            ),
                        ),
                        ("found_at", models.DateTimeField(verbose_name="found at")),
                        (
                            "reported_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="reported at"),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="settled at"),
                        ),
                        (
                            "settled_words",
                            models.CharField(
                                blank=True, default="", max_length=500, verbose_name="what was done"
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
                                verbose_name="found by",
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklist",
                                verbose_name="checklist",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklistitem",
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
                                to="inspections.finding",
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
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="settled by",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Coverage",
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
                            "last_on",
                            models.DateField(blank=True, null=True, verbose_name="last seen"),
                        ),
                        (
                            "last_faults",
                            models.PositiveSmallIntegerField(default=0, verbose_name="faults then"),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        ("soon_on", models.DateField(blank=True, null=True)),
                        (
                            "is_expected",
                            models.BooleanField(default=False, verbose_name="wanted by a schedule"),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="coverage",
                                to="inspections.checklist",
                                verbose_name="checklist",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="coverage",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "last",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "coverage of a place",
                        "verbose_name_plural": "coverage of places",
                        "ordering": ["due_on", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("is_expected", True)),
                                fields=["checklist", "due_on"],
                                name="coverage_due_of_checklist",
                            ),
                            models.Index(fields=["due_on", "id"], name="coverage_due"),
                            models.Index(fields=["last_on", "id"], name="coverage_seen"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("place", "checklist"), name="coverage_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("last", None), ("last_on", None)),
                                    models.Q(("last__isnull", False), ("last_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="coverage_seen_at_some_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CampaignAreaEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "campaign",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.campaign",
                            ),
                        ),
                        (
                            "convener",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="convener",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="leader who goes along",
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
                                to="inspections.campaignarea",
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
                        (
                            "recorder",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorder",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                            "result",
                            models.CharField(
                                choices=[
                                    ("passed", "Passed"),
                                    ("failed", "Fault"),
                                    ("not_there", "Does not apply"),
                                    ("noted", "Noted"),
                                ],
                                max_length=10,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "number",
                            models.DecimalField(
                                blank=True, decimal_places=3, max_digits=12, null=True
                            ),
                        ),
                        ("choice", models.CharField(blank=True, default="", max_length=40)),
                        ("words", models.CharField(blank=True, default="", max_length=500)),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="inspections.checklistitem",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer",
                        "verbose_name_plural": "answers",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "item"), name="answer_once_per_line"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("result__in", ["passed", "failed", "not_there", "noted"])
                                ),
                                name="answer_result_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScheduleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "part_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("campus", "Campus"),
                                    ("building", "Building"),
                                    ("floor", "Floor"),
                                    ("room", "Room"),
                                    ("spot", "Spot"),
                                ],
                                default="",
                                max_length=12,
                                verbose_name="its parts of this level",
                            ),
                        ),
                        (
                            "part_use",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("classroom", "Classroom"),
                                    ("laboratory", "Laboratory"),
                                    ("library", "Library"),
                                    ("hall", "Hall"),
                                    ("office", "Office"),
                                    ("dorm_room", "Dorm room"),
                                    ("canteen", "Canteen"),
                                    ("kitchen", "Kitchen"),
                                    ("clinic", "Clinic"),
                                    ("sports", "Sports"),
                                    ("warehouse", "Warehouse"),
                                    ("plant_room", "Plant room"),
                                    ("corridor", "Corridor or stairs"),
                                    ("toilet", "Toilet or washroom"),
                                    ("gate", "Gate"),
                                    ("outdoors", "Outdoors"),
                                    ("other", "Other"),
                                ],
                                default="",
                                max_length=12,
                                verbose_name="its parts of this use",
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
                                default="",
                                max_length=32,
                                verbose_name="or by whoever is on duty as",
                            ),
                        ),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("daily", "On days of the week, at times of the day"),
                                    ("nightly", "Every few hours of a night"),
                                    ("weekly", "Once a week"),
                                    ("monthly", "Once a month"),
                                    ("semester", "Once a semester"),
                                    ("holiday", "Before each public holiday"),
                                ],
                                max_length=10,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "times",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TimeField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="times",
                            ),
                        ),
                        (
                            "weekdays",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="weekdays",
                            ),
                        ),
                        (
                            "every_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="every so many hours"
                            ),
                        ),
                        (
                            "night_from",
                            models.TimeField(blank=True, null=True, verbose_name="night from"),
                        ),
                        (
                            "night_to",
                            models.TimeField(blank=True, null=True, verbose_name="night to"),
                        ),
                        (
                            "within_minutes",
                            models.PositiveSmallIntegerField(
                                default=60, verbose_name="minutes to do it in"
                            ),
                        ),
                        (
                            "month_day",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="day of the month"
                            ),
                        ),
                        (
                            "week_no",
                            models.SmallIntegerField(
                                blank=True, null=True, verbose_name="school week"
                            ),
                        ),
                        (
                            "days_before",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="working days before the holiday",
                            ),
                        ),
                        (
                            "lasts_days",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="days to do it in"
                            ),
                        ),
                        (
                            "days_off",
                            models.CharField(
                                choices=[("keep", "on days off too"), ("skip", "not on days off")],
                                default="keep",
                                max_length=6,
                                verbose_name="days off",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                        ("is_paused", models.BooleanField(default=False, verbose_name="paused")),
                        ("laid_until", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "checklist",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklist",
                                verbose_name="checklist",
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
                                to="inspections.schedule",
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
                        (
                            "planned_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by whom",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WalkTally",
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
                        ("day", models.DateField(verbose_name="day")),
                        ("planned", models.IntegerField(default=0)),
                        ("kept", models.IntegerField(default=0)),
                        ("late", models.IntegerField(default=0)),
                        ("missed", models.IntegerField(default=0)),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="inspections.checklist",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "walks of a day",
                        "verbose_name_plural": "walks of a day",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("day", "checklist"), name="walk_tally_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
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
                                verbose_name="for whom on duty",
                            ),
                        ),
                        (
                            "opens_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="from"),
                        ),
                        ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                        (
                            "closes_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="missed after"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("under_way", "Under way"),
                                    ("to_sign", "Waits for the second signature"),
                                    ("finished", "Finished"),
                                    ("missed", "Missed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="begun at"),
                        ),
                        (
                            "finished_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="finished at"),
                        ),
                        (
                            "needs_second",
                            models.BooleanField(
                                default=False, verbose_name="needs a second signature"
                            ),
                        ),
                        (
                            "signed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="signed at"),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, default="", max_length=500, verbose_name="remark"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, default="", max_length=300, verbose_name="reason"
                            ),
                        ),
                        (
                            "score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="score",
                            ),
                        ),
                        (
                            "full_marks",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="full marks",
                            ),
                        ),
                        (
                            "faults",
                            models.PositiveSmallIntegerField(default=0, verbose_name="faults"),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklist",
                                verbose_name="checklist",
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
                                to="inspections.inspection",
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
                        (
                            "planned_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="planned for",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="second signature",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.checklistversion",
                            ),
                        ),
                        (
                            "walker",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="walked by",
                            ),
                        ),
                        (
                            "window",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.window",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="checklistversion",
                    name="checklist",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="inspections.checklist",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="checklistversion",
                    constraint=models.UniqueConstraint(
                        fields=("checklist", "number"), name="version_number_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="checklistversion",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("in_use_at", None)),
                        fields=("checklist",),
                        name="checklist_has_one_draft",
                    ),
                ),
                AddTrigger(
                    model_name="campaignevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ecca7441778a19803550491332d303b6316760f3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_75e42",
                            table="inspections_campaignevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="campaign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_campaignevent" ("checklist_id", "closed_at", "closed_by_id", "due_on", "id", "leader_id", "made_at", "made_by_id", "min_photos", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."checklist_id", NEW."closed_at", NEW."closed_by_id", NEW."due_on", NEW."id", NEW."leader_id", NEW."made_at", NEW."made_by_id", NEW."min_photos", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="f98a4dfc3f4ba4f8d423732ceb9b04fca718fc6d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d6c41",
                            table="inspections_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="campaign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."checklist_id" IS DISTINCT FROM (NEW."checklist_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_by_id" IS DISTINCT FROM (NEW."closed_by_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."leader_id" IS DISTINCT FROM (NEW."leader_id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."min_photos" IS DISTINCT FROM (NEW."min_photos") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "inspections_campaignevent" ("checklist_id", "closed_at", "closed_by_id", "due_on", "id", "leader_id", "made_at", "made_by_id", "min_photos", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."checklist_id", NEW."closed_at", NEW."closed_by_id", NEW."due_on", NEW."id", NEW."leader_id", NEW."made_at", NEW."made_by_id", NEW."min_photos", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="21046d684e55f18a0c837517e28168a8bb4f4405",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_69194",
                            table="inspections_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="campaign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_campaignevent" ("checklist_id", "closed_at", "closed_by_id", "due_on", "id", "leader_id", "made_at", "made_by_id", "min_photos", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (OLD."checklist_id", OLD."closed_at", OLD."closed_by_id", OLD."due_on", OLD."id", OLD."leader_id", OLD."made_at", OLD."made_by_id", OLD."min_photos", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."status", OLD."summary", OLD."title"); RETURN NULL;',
                            hash="d53a0111824fd1c61010e4bc5293426b7a2f6f85",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4f4cd",
                            table="inspections_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklistversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_checklistversionevent" ("checklist_id", "full_marks", "id", "in_use_at", "made_at", "made_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scoring") VALUES (NEW."checklist_id", NEW."full_marks", NEW."id", NEW."in_use_at", NEW."made_at", NEW."made_by_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scoring"); RETURN NULL;',
                            hash="d707cbb9cce17251ccec2544f27d307078ebd7b4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0e93c",
                            table="inspections_checklistversion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklistversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "inspections_checklistversionevent" ("checklist_id", "full_marks", "id", "in_use_at", "made_at", "made_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scoring") VALUES (NEW."checklist_id", NEW."full_marks", NEW."id", NEW."in_use_at", NEW."made_at", NEW."made_by_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scoring"); RETURN NULL;',
                            hash="e912a9271c674d003272bb703e8c90dba05b9ef7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7b9f5",
                            table="inspections_checklistversion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklistversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_checklistversionevent" ("checklist_id", "full_marks", "id", "in_use_at", "made_at", "made_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scoring") VALUES (OLD."checklist_id", OLD."full_marks", OLD."id", OLD."in_use_at", OLD."made_at", OLD."made_by_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scoring"); RETURN NULL;',
                            hash="d7cea1297b902520b67c8bf2d3258cb374bb4126",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b459d",
                            table="inspections_checklistversion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklistitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="line_is_frozen_in_use",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT FROM inspections_checklistversion AS version\n        WHERE version.id = coalesce(NEW.version_id, OLD.version_id)\n        AND version.in_use_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'The lines of a version in use are frozen.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'checklist_item_frozen';\n    END IF;\n    RETURN coalesce(NEW, OLD);\n",
                            hash="a454f75c2b9a787e5b17b149148b296704402335",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_line_is_frozen_in_use_d309a",
                            table="inspections_checklistitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklistevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0c986f592872c050e1c78de760145259a13fceb3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_18ba2",
                            table="inspections_checklistevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklist",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_checklistevent" ("code", "current_id", "every_days", "id", "is_offered", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_roles", "topic") VALUES (NEW."code", NEW."current_id", NEW."every_days", NEW."id", NEW."is_offered", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."roles", NEW."second_roles", NEW."topic"); RETURN NULL;',
                            hash="5616e933fbade62aa802bf8d5d1da96488aa2a76",
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
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."current_id" IS DISTINCT FROM (NEW."current_id") OR OLD."every_days" IS DISTINCT FROM (NEW."every_days") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_offered" IS DISTINCT FROM (NEW."is_offered") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."roles" IS DISTINCT FROM (NEW."roles") OR OLD."second_roles" IS DISTINCT FROM (NEW."second_roles") OR OLD."topic" IS DISTINCT FROM (NEW."topic"))',
                            func='INSERT INTO "inspections_checklistevent" ("code", "current_id", "every_days", "id", "is_offered", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_roles", "topic") VALUES (NEW."code", NEW."current_id", NEW."every_days", NEW."id", NEW."is_offered", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."roles", NEW."second_roles", NEW."topic"); RETURN NULL;',
                            hash="cdd2edd57018eb48afd20de4a2ec5674a4ef6bd2",
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
                            func='INSERT INTO "inspections_checklistevent" ("code", "current_id", "every_days", "id", "is_offered", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_roles", "topic") VALUES (OLD."code", OLD."current_id", OLD."every_days", OLD."id", OLD."is_offered", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."roles", OLD."second_roles", OLD."topic"); RETURN NULL;',
                            hash="a304303c7cf801a481731a6e1960f133afd37af1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5afbb",
                            table="inspections_checklist",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="checklistversionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="02d6f5f98e4f6edba38cfa3c6c9ec86a4819f593",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_44d9b",
                            table="inspections_checklistversionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="findingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bbf8ae1dccb9acb5375af02454459ed631b467ee",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_37b82",
                            table="inspections_findingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="tallied_in_inspections_findingtally",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'UPDATE' AND ROW(((coalesce(OLD.reported_at, OLD.found_at)) AT TIME ZONE 'Asia/Shanghai')::date, OLD.checklist_id, (OLD.reported_at IS NOT NULL)::int, (OLD.reported_at IS NOT NULL AND OLD.settled_at IS NOT NULL)::int) IS NOT DISTINCT FROM ROW(((coalesce(NEW.reported_at, NEW.found_at)) AT TIME ZONE 'Asia/Shanghai')::date, NEW.checklist_id, (NEW.reported_at IS NOT NULL)::int, (NEW.reported_at IS NOT NULL AND NEW.settled_at IS NOT NULL)::int) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP <> 'INSERT' THEN\n                UPDATE inspections_findingtally SET reported = reported - ((OLD.reported_at IS NOT NULL)::int), settled = settled - ((OLD.reported_at IS NOT NULL AND OLD.settled_at IS NOT NULL)::int) WHERE day = (((coalesce(OLD.reported_at, OLD.found_at)) AT TIME ZONE 'Asia/Shanghai')::date) AND checklist_id = (OLD.checklist_id);\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                INSERT INTO inspections_findingtally (day, checklist_id, reported, settled) VALUES (((coalesce(NEW.reported_at, NEW.found_at)) AT TIME ZONE 'Asia/Shanghai')::date, NEW.checklist_id, (NEW.reported_at IS NOT NULL)::int, (NEW.reported_at IS NOT NULL AND NEW.settled_at IS NOT NULL)::int)\n                ON CONFLICT (day, checklist_id) DO UPDATE SET reported = inspections_findingtally.reported + EXCLUDED.reported, settled = inspections_findingtally.settled + EXCLUDED.settled;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="8a7c72936eb0a6d708aad269a268ad468a012924",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tallied_in_inspections_findingtally_ef5bc",
                            table="inspections_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_findingevent" ("by_id", "checklist_id", "found_at", "id", "inspection_id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reported_at", "settled_at", "settled_by_id", "settled_words", "title", "words") VALUES (NEW."by_id", NEW."checklist_id", NEW."found_at", NEW."id", NEW."inspection_id", NEW."item_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."reported_at", NEW."settled_at", NEW."settled_by_id", NEW."settled_words", NEW."title", NEW."words"); RETURN NULL;',
                            hash="31729ae67d9d0a046edcae21bb4b1ee9d51535e4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f287",
                            table="inspections_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."checklist_id" IS DISTINCT FROM (NEW."checklist_id") OR OLD."found_at" IS DISTINCT FROM (NEW."found_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."inspection_id" IS DISTINCT FROM (NEW."inspection_id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."reported_at" IS DISTINCT FROM (NEW."reported_at") OR OLD."settled_at" IS DISTINCT FROM (NEW."settled_at") OR OLD."settled_by_id" IS DISTINCT FROM (NEW."settled_by_id") OR OLD."settled_words" IS DISTINCT FROM (NEW."settled_words") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                            func='INSERT INTO "inspections_findingevent" ("by_id", "checklist_id", "found_at", "id", "inspection_id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reported_at", "settled_at", "settled_by_id", "settled_words", "title", "words") VALUES (NEW."by_id", NEW."checklist_id", NEW."found_at", NEW."id", NEW."inspection_id", NEW."item_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."reported_at", NEW."settled_at", NEW."settled_by_id", NEW."settled_words", NEW."title", NEW."words"); RETURN NULL;',
                            hash="d34f9ebd859cab71a0466c86b4c41e8ba4db6e3e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_edce6",
                            table="inspections_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_findingevent" ("by_id", "checklist_id", "found_at", "id", "inspection_id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reported_at", "settled_at", "settled_by_id", "settled_words", "title", "words") VALUES (OLD."by_id", OLD."checklist_id", OLD."found_at", OLD."id", OLD."inspection_id", OLD."item_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."reported_at", OLD."settled_at", OLD."settled_by_id", OLD."settled_words", OLD."title", OLD."words"); RETURN NULL;',
                            hash="a0a9467b3e2828783d1a4a849c78578fdf55af3f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1c623",
                            table="inspections_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="campaignareaevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="49a153f3e4b0d1a22d4cf79e0ecf7c6f92ca425b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a77f8",
                            table="inspections_campaignareaevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="campaignarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_campaignareaevent" ("campaign_id", "convener_id", "id", "inspection_id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "recorder_id") VALUES (NEW."campaign_id", NEW."convener_id", NEW."id", NEW."inspection_id", NEW."leader_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."recorder_id"); RETURN NULL;',
                            hash="d22c6e8594b005f683884e8e88147beecda90b58",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8aa3c",
                            table="inspections_campaignarea",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="campaignarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "inspections_campaignareaevent" ("campaign_id", "convener_id", "id", "inspection_id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "recorder_id") VALUES (NEW."campaign_id", NEW."convener_id", NEW."id", NEW."inspection_id", NEW."leader_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."recorder_id"); RETURN NULL;',
                            hash="58cea3a94d2d06c63f564d0aef4e3fdd671b1d74",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_782e5",
                            table="inspections_campaignarea",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="campaignarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_campaignareaevent" ("campaign_id", "convener_id", "id", "inspection_id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "recorder_id") VALUES (OLD."campaign_id", OLD."convener_id", OLD."id", OLD."inspection_id", OLD."leader_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."recorder_id"); RETURN NULL;',
                            hash="d7736e14d7d6c298dc0c370c2cd1e5d0f313481b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_11152",
                            table="inspections_campaignarea",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="answer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="answer_while_walking",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF NOT EXISTS (\n        SELECT FROM inspections_inspection AS walk\n        WHERE walk.id = coalesce(NEW.inspection_id, OLD.inspection_id)\n        AND walk.status = 'under_way'\n    ) THEN\n        RAISE EXCEPTION 'Lines are answered while the inspection is under way.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_while_walking';\n    END IF;\n    RETURN coalesce(NEW, OLD);\n",
                            hash="45468dcd96c0c854a489fb571a2c71a9f9549a65",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_answer_while_walking_d7863",
                            table="inspections_answer",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="schedule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_scheduleevent" ("checklist_id", "days_before", "days_off", "ends_on", "every_hours", "id", "is_paused", "laid_until", "lasts_days", "month_day", "night_from", "night_to", "part_kind", "part_use", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "rhythm", "role", "starts_on", "times", "week_no", "weekdays", "within_minutes") VALUES (NEW."checklist_id", NEW."days_before", NEW."days_off", NEW."ends_on", NEW."every_hours", NEW."id", NEW."is_paused", NEW."laid_until", NEW."lasts_days", NEW."month_day", NEW."night_from", NEW."night_to", NEW."part_kind", NEW."part_use", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."planned_for_id", NEW."rhythm", NEW."role", NEW."starts_on", NEW."times", NEW."week_no", NEW."weekdays", NEW."within_minutes"); RETURN NULL;',
                            hash="2e748c60fd688a3fabba98c927454ef7a0fcfe5c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_36a13",
                            table="inspections_schedule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="schedule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "inspections_scheduleevent" ("checklist_id", "days_before", "days_off", "ends_on", "every_hours", "id", "is_paused", "laid_until", "lasts_days", "month_day", "night_from", "night_to", "part_kind", "part_use", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "rhythm", "role", "starts_on", "times", "week_no", "weekdays", "within_minutes") VALUES (NEW."checklist_id", NEW."days_before", NEW."days_off", NEW."ends_on", NEW."every_hours", NEW."id", NEW."is_paused", NEW."laid_until", NEW."lasts_days", NEW."month_day", NEW."night_from", NEW."night_to", NEW."part_kind", NEW."part_use", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."planned_for_id", NEW."rhythm", NEW."role", NEW."starts_on", NEW."times", NEW."week_no", NEW."weekdays", NEW."within_minutes"); RETURN NULL;',
                            hash="461b137512394c62cf7c51d879bf9e27fbbbba25",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0cba4",
                            table="inspections_schedule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="schedule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_scheduleevent" ("checklist_id", "days_before", "days_off", "ends_on", "every_hours", "id", "is_paused", "laid_until", "lasts_days", "month_day", "night_from", "night_to", "part_kind", "part_use", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "rhythm", "role", "starts_on", "times", "week_no", "weekdays", "within_minutes") VALUES (OLD."checklist_id", OLD."days_before", OLD."days_off", OLD."ends_on", OLD."every_hours", OLD."id", OLD."is_paused", OLD."laid_until", OLD."lasts_days", OLD."month_day", OLD."night_from", OLD."night_to", OLD."part_kind", OLD."part_use", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."planned_for_id", OLD."rhythm", OLD."role", OLD."starts_on", OLD."times", OLD."week_no", OLD."weekdays", OLD."within_minutes"); RETURN NULL;',
                            hash="45eca13469684744b5b9a92a674c75aaf783ed4d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_117b7",
                            table="inspections_schedule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="scheduleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dbd25bd31ceaf02a24f77177058d9d959d490a5b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_11794",
                            table="inspections_scheduleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="inspectionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c67961df31005f36293e313c257085308f91f0fc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bf9e3",
                            table="inspections_inspectionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="inspection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="tallied_in_inspections_walktally",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'UPDATE' AND ROW(((coalesce(OLD.due_at, '2000-01-01')) AT TIME ZONE 'Asia/Shanghai')::date, OLD.checklist_id, (OLD.due_at IS NOT NULL AND OLD.status <> 'cancelled')::int, ((OLD.due_at IS NOT NULL AND OLD.status IN ('to_sign', 'finished')) AND OLD.finished_at <= OLD.due_at)::int, ((OLD.due_at IS NOT NULL AND OLD.status IN ('to_sign', 'finished')) AND OLD.finished_at > OLD.due_at)::int, (OLD.due_at IS NOT NULL AND OLD.status = 'missed')::int) IS NOT DISTINCT FROM ROW(((coalesce(NEW.due_at, '2000-01-01')) AT TIME ZONE 'Asia/Shanghai')::date, NEW.checklist_id, (NEW.due_at IS NOT NULL AND NEW.status <> 'cancelled')::int, ((NEW.due_at IS NOT NULL AND NEW.status IN ('to_sign', 'finished')) AND NEW.finished_at <= NEW.due_at)::int, ((NEW.due_at IS NOT NULL AND NEW.status IN ('to_sign', 'finished')) AND NEW.finished_at > NEW.due_at)::int, (NEW.due_at IS NOT NULL AND NEW.status = 'missed')::int) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP <> 'INSERT' THEN\n                UPDATE inspections_walktally SET planned = planned - ((OLD.due_at IS NOT NULL AND OLD.status <> 'cancelled')::int), kept = kept - (((OLD.due_at IS NOT NULL AND OLD.status IN ('to_sign', 'finished')) AND OLD.finished_at <= OLD.due_at)::int), late = late - (((OLD.due_at IS NOT NULL AND OLD.status IN ('to_sign', 'finished')) AND OLD.finished_at > OLD.due_at)::int), missed = missed - ((OLD.due_at IS NOT NULL AND OLD.status = 'missed')::int) WHERE day = (((coalesce(OLD.due_at, '2000-01-01')) AT TIME ZONE 'Asia/Shanghai')::date) AND checklist_id = (OLD.checklist_id);\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                INSERT INTO inspections_walktally (day, checklist_id, planned, kept, late, missed) VALUES (((coalesce(NEW.due_at, '2000-01-01')) AT TIME ZONE 'Asia/Shanghai')::date, NEW.checklist_id, (NEW.due_at IS NOT NULL AND NEW.status <> 'cancelled')::int, ((NEW.due_at IS NOT NULL AND NEW.status IN ('to_sign', 'finished')) AND NEW.finished_at <= NEW.due_at)::int, ((NEW.due_at IS NOT NULL AND NEW.status IN ('to_sign', 'finished')) AND NEW.finished_at > NEW.due_at)::int, (NEW.due_at IS NOT NULL AND NEW.status = 'missed')::int)\n                ON CONFLICT (day, checklist_id) DO UPDATE SET planned = inspections_walktally.planned + EXCLUDED.planned, kept = inspections_walktally.kept + EXCLUDED.kept, late = inspections_walktally.late + EXCLUDED.late, missed = inspections_walktally.missed + EXCLUDED.missed;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="972f0e26f69cc7c124d4afac86e33edeb559d3a0",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tallied_in_inspections_walktally_49fbd",
                            table="inspections_inspection",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="inspection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_inspectionevent" ("checklist_id", "closes_at", "due_at", "faults", "finished_at", "full_marks", "id", "needs_second", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "reason", "role", "score", "signed_at", "signed_by_id", "started_at", "status", "version_id", "walker_id", "window_id", "words") VALUES (NEW."checklist_id", NEW."closes_at", NEW."due_at", NEW."faults", NEW."finished_at", NEW."full_marks", NEW."id", NEW."needs_second", NEW."opens_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."planned_for_id", NEW."reason", NEW."role", NEW."score", NEW."signed_at", NEW."signed_by_id", NEW."started_at", NEW."status", NEW."version_id", NEW."walker_id", NEW."window_id", NEW."words"); RETURN NULL;',
                            hash="0e9260ad12591d9d8408d32f4bdd727e8e443ac1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f089c",
                            table="inspections_inspection",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="inspection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "inspections_inspectionevent" ("checklist_id", "closes_at", "due_at", "faults", "finished_at", "full_marks", "id", "needs_second", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "reason", "role", "score", "signed_at", "signed_by_id", "started_at", "status", "version_id", "walker_id", "window_id", "words") VALUES (NEW."checklist_id", NEW."closes_at", NEW."due_at", NEW."faults", NEW."finished_at", NEW."full_marks", NEW."id", NEW."needs_second", NEW."opens_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."planned_for_id", NEW."reason", NEW."role", NEW."score", NEW."signed_at", NEW."signed_by_id", NEW."started_at", NEW."status", NEW."version_id", NEW."walker_id", NEW."window_id", NEW."words"); RETURN NULL;',
                            hash="a4234c47086bff31bac2e97088ee88cbe6d11109",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fe5c3",
                            table="inspections_inspection",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="inspection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "inspections_inspectionevent" ("checklist_id", "closes_at", "due_at", "faults", "finished_at", "full_marks", "id", "needs_second", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "reason", "role", "score", "signed_at", "signed_by_id", "started_at", "status", "version_id", "walker_id", "window_id", "words") VALUES (OLD."checklist_id", OLD."closes_at", OLD."due_at", OLD."faults", OLD."finished_at", OLD."full_marks", OLD."id", OLD."needs_second", OLD."opens_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."planned_for_id", OLD."reason", OLD."role", OLD."score", OLD."signed_at", OLD."signed_by_id", OLD."started_at", OLD."status", OLD."version_id", OLD."walker_id", OLD."window_id", OLD."words"); RETURN NULL;',
                            hash="b43de9d5527128639e112733975b332305cb1744",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6efc3",
                            table="inspections_inspection",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
