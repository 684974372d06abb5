import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0006_repairs_and_safety"),
        ("campus", "__first__"),
        ("inspections", "0003_fulfilment"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("planning", "0005_fulfilment"),
        ("repairs", "0004_figures"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="ExpectedItem",
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
                        ("name", models.CharField(max_length=40, verbose_name="thing")),
                        (
                            "count",
                            models.PositiveIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="how many there should be",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.comparison.Coalesce(
                                        models.F("name"),
                                        models.Value(""),
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
                                verbose_name="written by",
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
                        "verbose_name": "what should be in a room",
                        "verbose_name_plural": "what should be in rooms",
                        "ordering": ["place__code", "id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="expected_item_sought"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("place", "name"),
                                name="expected_item_once_a_room",
                                violation_error_message="This thing is in the list of the room already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("count__gte", 1), ("count__lte", 2000)),
                                name="expected_item_count_in_bounds",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaintenancePlan",
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
                        ("name", models.CharField(max_length=80, unique=True, verbose_name="name")),
                        (
                            "covers",
                            models.CharField(
                                choices=[
                                    ("asset", "One asset"),
                                    ("assets", "All assets of a category or at a place"),
                                    ("place", "A place itself, or each of its parts of a level"),
                                ],
                                max_length=6,
                                verbose_name="what is maintained",
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
                                verbose_name="each of its parts of this level",
                            ),
                        ),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("interval", "Every so many months after it was done"),
                                    ("yearly", "On a day of each year"),
                                ],
                                max_length=8,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "every_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="every so many months",
                            ),
                        ),
                        (
                            "month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="month",
                            ),
                        ),
                        (
                            "month_day",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(31),
                                ],
                                verbose_name="day",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="due first from")),
                        (
                            "lead_days",
                            models.PositiveSmallIntegerField(
                                default=14,
                                validators=[django.core.validators.MaxValueValidator(120)],
                                verbose_name="days before it is due that its jobs are laid",
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
                            "words",
                            models.CharField(
                                blank=True, max_length=1000, verbose_name="what is to be done"
                            ),
                        ),
                        ("is_paused", models.BooleanField(default=False, verbose_name="paused")),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
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
                            "asset",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="maintenance_plans",
                                to="repairs.fixedasset",
                                verbose_name="asset",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="repairs.assetcategory",
                                verbose_name="category of assets",
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.checklist",
                                verbose_name="checklist",
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
                            "plan_item",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="maintenance_plans",
                                to="planning.planitem",
                                verbose_name="plan item",
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
                        "verbose_name": "maintenance plan",
                        "verbose_name_plural": "maintenance plans",
                        "ordering": ["name"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="maintenance_plan_sought"
                            ),
                            models.Index(
                                condition=models.Q(("plan_item__isnull", False)),
                                fields=["plan_item"],
                                name="maintenance_plan_of_plan_item",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("asset__isnull", False),
                                        ("category", None),
                                        ("covers", "asset"),
                                        ("place", None),
                                    ),
                                    models.Q(
                                        ("asset", None),
                                        ("covers", "assets"),
                                        models.Q(
                                            ("category__isnull", False),
                                            ("place__isnull", False),
                                            _connector="OR",
                                        ),
                                    ),
                                    models.Q(
                                        ("asset", None),
                                        ("category", None),
                                        ("covers", "place"),
                                        ("place__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="maintenance_plan_covers_something",
                                violation_error_message="Say what is maintained: an asset, a category, a place.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("covers__in", ["asset", "assets", "place"])),
                                name="maintenance_plan_covers_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("part_kind", ""),
                                    models.Q(
                                        ("covers", "place"),
                                        (
                                            "part_kind__in",
                                            ["campus", "building", "floor", "room", "spot"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="maintenance_plan_part_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rhythm__in", ["interval", "yearly"])),
                                name="maintenance_plan_rhythm_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("every_months__gte", 1),
                                        ("every_months__isnull", False),
                                        ("every_months__lte", 120),
                                        ("month", None),
                                        ("month_day", None),
                                        ("rhythm", "interval"),
                                    ),
                                    models.Q(
                                        ("every_months", None),
                                        ("month__gte", 1),
                                        ("month__isnull", False),
                                        ("month__lte", 12),
                                        ("month_day__gte", 1),
                                        ("month_day__isnull", False),
                                        ("month_day__lte", 31),
                                        ("rhythm", "yearly"),
                                    ),
                                    _connector="OR",
                                ),
                                name="maintenance_plan_has_its_rhythm",
                                violation_error_message="Say every how many months, or on which day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("lead_days__lte", 120)),
                                name="maintenance_plan_leads_in_bounds",
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
                                name="maintenance_plan_role_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("planned_for", None), models.Q(("role", ""), _negated=True)
                                    ),
                                    models.Q(("planned_for__isnull", False), ("role", "")),
                                    _connector="OR",
                                ),
                                name="maintenance_plan_for_a_person_or_a_role",
                                violation_error_message="Name a person, or a role, but not both.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PropertyCheck",
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
                        (
                            "uses",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                    max_length=12,
                                ),
                                size=None,
                                verbose_name="rooms of this use",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="to be counted by")),
                        (
                            "status",
                            models.CharField(
                                choices=[("under_way", "Under way"), ("closed", "Closed")],
                                default="under_way",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="made at")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        (
                            "taken_over_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="counts taken over at"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
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
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="where",
                            ),
                        ),
                        (
                            "semester",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.semester",
                                verbose_name="semester",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "property check",
                        "verbose_name_plural": "property checks",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at", None),
                                        ("closed_by", None),
                                        ("status", "under_way"),
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        ("status", "closed"),
                                    ),
                                    _connector="OR",
                                ),
                                name="property_check_closed_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["under_way", "closed"])),
                                name="property_check_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("uses__len__gte", 1),
                                    (
                                        "uses__contained_by",
                                        [
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
                                    ),
                                ),
                                name="property_check_uses_known",
                                violation_error_message="Say which rooms are counted.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpectedItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=40, verbose_name="thing")),
                        (
                            "count",
                            models.PositiveIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="how many there should be",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
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
                                to="repairs.expecteditem",
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
                    name="MaintenanceJob",
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
                            "title",
                            models.CharField(editable=False, max_length=260, verbose_name="name"),
                        ),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("under_way", "Under way"),
                                    ("done", "Done"),
                                    ("skipped", "Skipped"),
                                    ("missed", "Missed"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="begun at"),
                        ),
                        (
                            "done_on",
                            models.DateField(blank=True, null=True, verbose_name="done on"),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="done or skipped at"
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what was done"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=10,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="cost in yuan",
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
                            "asset",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="maintenance",
                                to="repairs.fixedasset",
                                verbose_name="asset",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="done or skipped by",
                            ),
                        ),
                        (
                            "inspection",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.inspection",
                                verbose_name="inspection",
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
                            "started_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="begun by",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="jobs",
                                to="repairs.maintenanceplan",
                                verbose_name="maintenance plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "maintenance job",
                        "verbose_name_plural": "maintenance jobs",
                        "ordering": ["due_on", "id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="maintenance_job_sought"
                            ),
                            models.Index(fields=["due_on", "id"], name="maintenance_job_due"),
                            models.Index(
                                condition=models.Q(("status__in", ["planned", "under_way"])),
                                fields=["due_on", "id"],
                                name="maintenance_job_open",
                            ),
                            models.Index(
                                fields=["asset", "-due_on"], name="maintenance_job_of_asset"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        ["planned", "under_way", "done", "skipped", "missed"],
                                    )
                                ),
                                name="maintenance_job_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("asset__isnull", False), ("place", None)),
                                    models.Q(("asset", None), ("place__isnull", False)),
                                    _connector="OR",
                                ),
                                name="maintenance_job_for_one_thing",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("asset__isnull", False)),
                                fields=("plan", "asset", "due_on"),
                                name="maintenance_job_once_an_asset",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("place__isnull", False)),
                                fields=("plan", "place", "due_on"),
                                name="maintenance_job_once_a_place",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("asset__isnull", False),
                                    ("status__in", ["planned", "under_way"]),
                                ),
                                fields=("plan", "asset"),
                                name="maintenance_job_one_open_an_asset",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("place__isnull", False),
                                    ("status__in", ["planned", "under_way"]),
                                ),
                                fields=("plan", "place"),
                                name="maintenance_job_one_open_a_place",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "under_way"), _negated=True),
                                    models.Q(
                                        ("started_at__isnull", False), ("started_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="maintenance_job_begun_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("done_on__isnull", False),
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("status", "done"),
                                    ),
                                    models.Q(
                                        ("done_on", None),
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("status", "skipped"),
                                    ),
                                    models.Q(
                                        ("done_on", None),
                                        ("ended_by", None),
                                        ("status__in", ["planned", "under_way", "missed"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="maintenance_job_ended_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "skipped"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="maintenance_job_skipped_for_a_reason",
                                violation_error_message="Say why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("cost__gte", 0)),
                                name="maintenance_job_cost_not_negative",
                                violation_error_message="A cost is not negative.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaintenancePlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "covers",
                            models.CharField(
                                choices=[
                                    ("asset", "One asset"),
                                    ("assets", "All assets of a category or at a place"),
                                    ("place", "A place itself, or each of its parts of a level"),
                                ],
                                max_length=6,
                                verbose_name="what is maintained",
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
                                verbose_name="each of its parts of this level",
                            ),
                        ),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("interval", "Every so many months after it was done"),
                                    ("yearly", "On a day of each year"),
                                ],
                                max_length=8,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "every_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="every so many months",
                            ),
                        ),
                        (
                            "month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="month",
                            ),
                        ),
                        (
                            "month_day",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(31),
                                ],
                                verbose_name="day",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="due first from")),
                        (
                            "lead_days",
                            models.PositiveSmallIntegerField(
                                default=14,
                                validators=[django.core.validators.MaxValueValidator(120)],
                                verbose_name="days before it is due that its jobs are laid",
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
                            "words",
                            models.CharField(
                                blank=True, max_length=1000, verbose_name="what is to be done"
                            ),
                        ),
                        ("is_paused", models.BooleanField(default=False, verbose_name="paused")),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "asset",
                            models.ForeignKey(
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
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.assetcategory",
                                verbose_name="category of assets",
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
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
                                to="repairs.maintenanceplan",
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
                            "plan_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.planitem",
                                verbose_name="plan item",
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
                    name="PropertyCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=80, verbose_name="title")),
                        (
                            "uses",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                    max_length=12,
                                ),
                                size=None,
                                verbose_name="rooms of this use",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="to be counted by")),
                        (
                            "status",
                            models.CharField(
                                choices=[("under_way", "Under way"), ("closed", "Closed")],
                                default="under_way",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="made at")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                        ),
                        (
                            "taken_over_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="counts taken over at"
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
                                verbose_name="made by",
                            ),
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
                                to="repairs.propertycheck",
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
                                verbose_name="where",
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
                    name="RoomCheck",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("to_count", "To be counted"),
                                    ("counted", "Counted"),
                                    ("left_out", "Left out"),
                                ],
                                default="to_count",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0)),
                        (
                            "counted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="counted at"),
                        ),
                        (
                            "words",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("words"),
                                        models.Value(" "),
                                        models.F("reason"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "check_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rooms",
                                to="repairs.propertycheck",
                                verbose_name="property check",
                            ),
                        ),
                        (
                            "counted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by",
                            ),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by whom",
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
                        "verbose_name": "room of a check",
                        "verbose_name_plural": "rooms of checks",
                        "ordering": ["place__code"],
                        "indexes": [
                            models.Index(fields=["keeper", "status"], name="room_check_of_keeper"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="room_check_sought"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("check_of", "place"), name="room_check_once_a_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["to_count", "counted", "left_out"])
                                ),
                                name="room_check_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "counted"), _negated=True),
                                    models.Q(
                                        ("counted_at__isnull", False), ("counted_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="room_check_counted_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "left_out"),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "left_out"), _negated=True),
                                        ("reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="room_check_left_out_for_a_reason",
                                violation_error_message="Say why.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaintenanceJobEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "title",
                            models.CharField(editable=False, max_length=260, verbose_name="name"),
                        ),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("under_way", "Under way"),
                                    ("done", "Done"),
                                    ("skipped", "Skipped"),
                                    ("missed", "Missed"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="begun at"),
                        ),
                        (
                            "done_on",
                            models.DateField(blank=True, null=True, verbose_name="done on"),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="done or skipped at"
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what was done"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=10,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="cost in yuan",
                            ),
                        ),
                        (
                            "asset",
                            models.ForeignKey(
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
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="done or skipped by",
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
                                verbose_name="inspection",
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
                                to="repairs.maintenancejob",
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
                            "started_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="begun by",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.maintenanceplan",
                                verbose_name="maintenance plan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoomCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("to_count", "To be counted"),
                                    ("counted", "Counted"),
                                    ("left_out", "Left out"),
                                ],
                                default="to_count",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0)),
                        (
                            "counted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="counted at"),
                        ),
                        (
                            "words",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "check_of",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.propertycheck",
                                verbose_name="property check",
                            ),
                        ),
                        (
                            "counted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by",
                            ),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by whom",
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
                                to="repairs.roomcheck",
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
                    name="RoomLine",
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
                        ("name", models.CharField(max_length=120, verbose_name="thing")),
                        (
                            "expected",
                            models.PositiveIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="expected",
                            ),
                        ),
                        (
                            "good",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="good",
                            ),
                        ),
                        (
                            "damaged",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="damaged",
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("unknown", "Unknown"),
                                    ("wear", "Wear"),
                                    ("misuse", "Misuse"),
                                ],
                                default="unknown",
                                max_length=8,
                                verbose_name="cause of the damage",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(blank=True, max_length=120, verbose_name="remark"),
                        ),
                        (
                            "balance",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("good"), "+", models.F("damaged")
                                    ),
                                    "-",
                                    models.F("expected"),
                                ),
                                output_field=models.IntegerField(),
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("ticket", "Reported to repairs"),
                                    ("accepted", "Accepted"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
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
                            "asset",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="repairs.fixedasset",
                                verbose_name="asset",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="repairs.roomcheck",
                                verbose_name="room of a check",
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
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "ticket",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="repairs.ticket",
                                verbose_name="repair ticket",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a room's check",
                        "verbose_name_plural": "lines of rooms' checks",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("damaged__gt", 0),
                                    models.Q(("balance", 0), _negated=True),
                                    _connector="OR",
                                ),
                                fields=["outcome", "id"],
                                name="room_line_differing",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="room_line_sought"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("room", "name"),
                                name="room_line_once_a_room",
                                violation_error_message="This thing is in the list of the room already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("damaged", None), ("good", None)),
                                    models.Q(("damaged__isnull", False), ("good__isnull", False)),
                                    _connector="OR",
                                ),
                                name="room_line_counted_as_a_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("expected__lte", 2000),
                                    models.Q(
                                        ("good", None),
                                        models.Q(("damaged__lte", 2000), ("good__lte", 2000)),
                                        _connector="OR",
                                    ),
                                ),
                                name="room_line_counts_in_bounds",
                                violation_error_message="So many cannot be in one room.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("asset", None),
                                    ("good", None),
                                    (
                                        "good__lte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.Value(1), "-", models.F("damaged")
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="room_line_an_asset_is_one",
                                violation_error_message="An asset is there once: good or damaged.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("cause__in", ["unknown", "wear", "misuse"])),
                                name="room_line_cause_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["open", "ticket", "accepted"])),
                                name="room_line_outcome_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome", "open"),
                                        ("settled_at", None),
                                        ("settled_by", None),
                                        ("ticket", None),
                                        ("reason", ""),
                                    ),
                                    models.Q(
                                        ("outcome", "ticket"),
                                        ("settled_at__isnull", False),
                                        ("settled_by__isnull", False),
                                        ("ticket__isnull", False),
                                    ),
                                    models.Q(
                                        ("outcome", "accepted"),
                                        ("settled_at__isnull", False),
                                        ("settled_by__isnull", False),
                                        ("ticket", None),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="room_line_decided_by_somebody",
                                violation_error_message="Say why.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoomLineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120, verbose_name="thing")),
                        (
                            "expected",
                            models.PositiveIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="expected",
                            ),
                        ),
                        (
                            "good",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="good",
                            ),
                        ),
                        (
                            "damaged",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="damaged",
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("unknown", "Unknown"),
                                    ("wear", "Wear"),
                                    ("misuse", "Misuse"),
                                ],
                                default="unknown",
                                max_length=8,
                                verbose_name="cause of the damage",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(blank=True, max_length=120, verbose_name="remark"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("ticket", "Reported to repairs"),
                                    ("accepted", "Accepted"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "asset",
                            models.ForeignKey(
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
                                to="repairs.roomline",
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
                                to="repairs.roomcheck",
                                verbose_name="room of a check",
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
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "ticket",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.ticket",
                                verbose_name="repair ticket",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="sheetimport",
                    name="sheet_import_kind_known",
                ),
                migrations.AlterField(
                    model_name="sheetimport",
                    name="kind",
                    field=models.CharField(
                        choices=[
                            ("assets", "Fixed assets"),
                            ("issue", "Supplies for classes"),
                            ("property", "What should be in rooms"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sheetimport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["assets", "issue", "property"])),
                        name="sheet_import_kind_known",
                    ),
                ),
                AddTrigger(
                    model_name="expecteditem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_expecteditemevent" ("at", "by_id", "count", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (NEW."at", NEW."by_id", NEW."count", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id"); RETURN NULL;',
                            hash="96d5e307904bde870e34a505981dde666a774409",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ed08b",
                            table="repairs_expecteditem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="expecteditem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."count" IS DISTINCT FROM (NEW."count") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id"))',
                            func='INSERT INTO "repairs_expecteditemevent" ("at", "by_id", "count", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (NEW."at", NEW."by_id", NEW."count", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id"); RETURN NULL;',
                            hash="cef37484e2bff332fa58b859da912343ad6a34ff",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bdf36",
                            table="repairs_expecteditem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="expecteditem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_expecteditemevent" ("at", "by_id", "count", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id"); RETURN NULL;',
                            hash="76eb11e0eac799498d8830ea1eeabbf595a72b2d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2ba86",
                            table="repairs_expecteditem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="expecteditemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="724594d77e1fd2091cf4187e59c4744d7b486210",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e43d4",
                            table="repairs_expecteditemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenanceplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_maintenanceplanevent" ("asset_id", "at", "by_id", "category_id", "checklist_id", "covers", "every_months", "id", "is_paused", "lead_days", "month", "month_day", "name", "part_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_item_id", "planned_for_id", "rhythm", "role", "starts_on", "words") VALUES (NEW."asset_id", NEW."at", NEW."by_id", NEW."category_id", NEW."checklist_id", NEW."covers", NEW."every_months", NEW."id", NEW."is_paused", NEW."lead_days", NEW."month", NEW."month_day", NEW."name", NEW."part_kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."plan_item_id", NEW."planned_for_id", NEW."rhythm", NEW."role", NEW."starts_on", NEW."words"); RETURN NULL;',
                            hash="2f7056756b3c52d0d6ec1ae13f7744ef4d5dcf7f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2290",
                            table="repairs_maintenanceplan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenanceplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asset_id" IS DISTINCT FROM (NEW."asset_id") OR OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."checklist_id" IS DISTINCT FROM (NEW."checklist_id") OR OLD."covers" IS DISTINCT FROM (NEW."covers") OR OLD."every_months" IS DISTINCT FROM (NEW."every_months") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_paused" IS DISTINCT FROM (NEW."is_paused") OR OLD."lead_days" IS DISTINCT FROM (NEW."lead_days") OR OLD."month" IS DISTINCT FROM (NEW."month") OR OLD."month_day" IS DISTINCT FROM (NEW."month_day") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."part_kind" IS DISTINCT FROM (NEW."part_kind") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."plan_item_id" IS DISTINCT FROM (NEW."plan_item_id") OR OLD."planned_for_id" IS DISTINCT FROM (NEW."planned_for_id") OR OLD."rhythm" IS DISTINCT FROM (NEW."rhythm") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                            func='INSERT INTO "repairs_maintenanceplanevent" ("asset_id", "at", "by_id", "category_id", "checklist_id", "covers", "every_months", "id", "is_paused", "lead_days", "month", "month_day", "name", "part_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_item_id", "planned_for_id", "rhythm", "role", "starts_on", "words") VALUES (NEW."asset_id", NEW."at", NEW."by_id", NEW."category_id", NEW."checklist_id", NEW."covers", NEW."every_months", NEW."id", NEW."is_paused", NEW."lead_days", NEW."month", NEW."month_day", NEW."name", NEW."part_kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."plan_item_id", NEW."planned_for_id", NEW."rhythm", NEW."role", NEW."starts_on", NEW."words"); RETURN NULL;',
                            hash="aff8aa0145d5421cba80e4fa10bcdfb33fe6e9b0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8fc13",
                            table="repairs_maintenanceplan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenanceplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_maintenanceplanevent" ("asset_id", "at", "by_id", "category_id", "checklist_id", "covers", "every_months", "id", "is_paused", "lead_days", "month", "month_day", "name", "part_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_item_id", "planned_for_id", "rhythm", "role", "starts_on", "words") VALUES (OLD."asset_id", OLD."at", OLD."by_id", OLD."category_id", OLD."checklist_id", OLD."covers", OLD."every_months", OLD."id", OLD."is_paused", OLD."lead_days", OLD."month", OLD."month_day", OLD."name", OLD."part_kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."plan_item_id", OLD."planned_for_id", OLD."rhythm", OLD."role", OLD."starts_on", OLD."words"); RETURN NULL;',
                            hash="6488b1b86d14825bf480ec507ec0513e70a2ea72",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_271a3",
                            table="repairs_maintenanceplan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenancejobevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8595023e79850cbd28e2d331ec4b318c94bdf76f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a926",
                            table="repairs_maintenancejobevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenancejob",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_maintenancejobevent" ("asset_id", "cost", "done_on", "due_on", "ended_at", "ended_by_id", "id", "inspection_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_id", "reason", "started_at", "started_by_id", "status", "title", "words") VALUES (NEW."asset_id", NEW."cost", NEW."done_on", NEW."due_on", NEW."ended_at", NEW."ended_by_id", NEW."id", NEW."inspection_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."plan_id", NEW."reason", NEW."started_at", NEW."started_by_id", NEW."status", NEW."title", NEW."words"); RETURN NULL;',
                            hash="6560fc0023819718e7344e16157ae6f47d717b0d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39239",
                            table="repairs_maintenancejob",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenancejob",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asset_id" IS DISTINCT FROM (NEW."asset_id") OR OLD."cost" IS DISTINCT FROM (NEW."cost") OR OLD."done_on" IS DISTINCT FROM (NEW."done_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."ended_by_id" IS DISTINCT FROM (NEW."ended_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."inspection_id" IS DISTINCT FROM (NEW."inspection_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."started_by_id" IS DISTINCT FROM (NEW."started_by_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                            func='INSERT INTO "repairs_maintenancejobevent" ("asset_id", "cost", "done_on", "due_on", "ended_at", "ended_by_id", "id", "inspection_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_id", "reason", "started_at", "started_by_id", "status", "title", "words") VALUES (NEW."asset_id", NEW."cost", NEW."done_on", NEW."due_on", NEW."ended_at", NEW."ended_by_id", NEW."id", NEW."inspection_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."plan_id", NEW."reason", NEW."started_at", NEW."started_by_id", NEW."status", NEW."title", NEW."words"); RETURN NULL;',
                            hash="8e0d1c9cc13709721672422c71c3f31698ef6d67",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_186d7",
                            table="repairs_maintenancejob",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenancejob",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_maintenancejobevent" ("asset_id", "cost", "done_on", "due_on", "ended_at", "ended_by_id", "id", "inspection_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_id", "reason", "started_at", "started_by_id", "status", "title", "words") VALUES (OLD."asset_id", OLD."cost", OLD."done_on", OLD."due_on", OLD."ended_at", OLD."ended_by_id", OLD."id", OLD."inspection_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."plan_id", OLD."reason", OLD."started_at", OLD."started_by_id", OLD."status", OLD."title", OLD."words"); RETURN NULL;',
                            hash="2a67dd3fdd6851ad2d0318f29e5d7a979d36ac83",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e89c9",
                            table="repairs_maintenancejob",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="maintenanceplanevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="52b957b421fd42252f7a49cf4a6f99009d820715",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_10138",
                            table="repairs_maintenanceplanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="propertycheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_propertycheckevent" ("at", "by_id", "closed_at", "closed_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "semester_id", "status", "taken_over_at", "title", "uses") VALUES (NEW."at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."semester_id", NEW."status", NEW."taken_over_at", NEW."title", NEW."uses"); RETURN NULL;',
                            hash="a1a404521e5cee9b01e6bed25fbb99605338e985",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_753ec",
                            table="repairs_propertycheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="propertycheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repairs_propertycheckevent" ("at", "by_id", "closed_at", "closed_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "semester_id", "status", "taken_over_at", "title", "uses") VALUES (NEW."at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."semester_id", NEW."status", NEW."taken_over_at", NEW."title", NEW."uses"); RETURN NULL;',
                            hash="03846f77e4679a19f1f8b54841df3353255ab708",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7b753",
                            table="repairs_propertycheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="propertycheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_propertycheckevent" ("at", "by_id", "closed_at", "closed_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "semester_id", "status", "taken_over_at", "title", "uses") VALUES (OLD."at", OLD."by_id", OLD."closed_at", OLD."closed_by_id", OLD."due_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."semester_id", OLD."status", OLD."taken_over_at", OLD."title", OLD."uses"); RETURN NULL;',
                            hash="f0f2eb73b3b4ced6329d1de6bfe2d2f4b1e62a2d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5f594",
                            table="repairs_propertycheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="propertycheckevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b2308ac77e6ee29d1fc98abb00dfacc68d52cf3a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c8dab",
                            table="repairs_propertycheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_roomcheckevent" ("check_of_id", "counted_at", "counted_by_id", "id", "keeper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reason", "status", "version", "words") VALUES (NEW."check_of_id", NEW."counted_at", NEW."counted_by_id", NEW."id", NEW."keeper_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."reason", NEW."status", NEW."version", NEW."words"); RETURN NULL;',
                            hash="098beffe8a5d3068dcdb67b81c855f5d9cf853ea",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_06ebb",
                            table="repairs_roomcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."check_of_id" IS DISTINCT FROM (NEW."check_of_id") OR OLD."counted_at" IS DISTINCT FROM (NEW."counted_at") OR OLD."counted_by_id" IS DISTINCT FROM (NEW."counted_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."keeper_id" IS DISTINCT FROM (NEW."keeper_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                            func='INSERT INTO "repairs_roomcheckevent" ("check_of_id", "counted_at", "counted_by_id", "id", "keeper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reason", "status", "version", "words") VALUES (NEW."check_of_id", NEW."counted_at", NEW."counted_by_id", NEW."id", NEW."keeper_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."reason", NEW."status", NEW."version", NEW."words"); RETURN NULL;',
                            hash="ec2cca0cedfd432931ebed75587ea4385b46cce7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_64087",
                            table="repairs_roomcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_roomcheckevent" ("check_of_id", "counted_at", "counted_by_id", "id", "keeper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reason", "status", "version", "words") VALUES (OLD."check_of_id", OLD."counted_at", OLD."counted_by_id", OLD."id", OLD."keeper_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."reason", OLD."status", OLD."version", OLD."words"); RETURN NULL;',
                            hash="eb1f73336d257da70687cfecd645d81d4388738a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a1a16",
                            table="repairs_roomcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcheckevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e04b50758ef5cb37116702c6c3b33bc469a10f06",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f3002",
                            table="repairs_roomcheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_roomlineevent" ("asset_id", "cause", "damaged", "expected", "good", "id", "name", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "room_id", "settled_at", "settled_by_id", "ticket_id", "words") VALUES (NEW."asset_id", NEW."cause", NEW."damaged", NEW."expected", NEW."good", NEW."id", NEW."name", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."room_id", NEW."settled_at", NEW."settled_by_id", NEW."ticket_id", NEW."words"); RETURN NULL;',
                            hash="e2a6073a8dc7d71d0310f158fed52228f5224666",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82c4f",
                            table="repairs_roomline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asset_id" IS DISTINCT FROM (NEW."asset_id") OR OLD."cause" IS DISTINCT FROM (NEW."cause") OR OLD."damaged" IS DISTINCT FROM (NEW."damaged") OR OLD."expected" IS DISTINCT FROM (NEW."expected") OR OLD."good" IS DISTINCT FROM (NEW."good") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."room_id" IS DISTINCT FROM (NEW."room_id") OR OLD."settled_at" IS DISTINCT FROM (NEW."settled_at") OR OLD."settled_by_id" IS DISTINCT FROM (NEW."settled_by_id") OR OLD."ticket_id" IS DISTINCT FROM (NEW."ticket_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                            func='INSERT INTO "repairs_roomlineevent" ("asset_id", "cause", "damaged", "expected", "good", "id", "name", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "room_id", "settled_at", "settled_by_id", "ticket_id", "words") VALUES (NEW."asset_id", NEW."cause", NEW."damaged", NEW."expected", NEW."good", NEW."id", NEW."name", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."room_id", NEW."settled_at", NEW."settled_by_id", NEW."ticket_id", NEW."words"); RETURN NULL;',
                            hash="561d06a910ac21d4410a4f9f4966222c7bc86144",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_72abf",
                            table="repairs_roomline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_roomlineevent" ("asset_id", "cause", "damaged", "expected", "good", "id", "name", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "room_id", "settled_at", "settled_by_id", "ticket_id", "words") VALUES (OLD."asset_id", OLD."cause", OLD."damaged", OLD."expected", OLD."good", OLD."id", OLD."name", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."room_id", OLD."settled_at", OLD."settled_by_id", OLD."ticket_id", OLD."words"); RETURN NULL;',
                            hash="ddb98eb2dc9f2d59265d6d60fdcca7bc49706322",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1c21d",
                            table="repairs_roomline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomlineevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5f06f47b4497454885d9380f67366b4bb7e075d2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fbc62",
                            table="repairs_roomlineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
