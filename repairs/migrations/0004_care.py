import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0006_repairs_and_safety"),
        ("campus", "__first__"),
        ("inspections", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("repairs", "0003_repairs_and_safety"),
    ]

    operations = [
        migrations.CreateModel(
            name="MaintenancePlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        verbose_name="day of the month",
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
                    )
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
                                ("part_kind__in", ["campus", "building", "floor", "room", "spot"]),
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
                            models.Q(("planned_for", None), models.Q(("role", ""), _negated=True)),
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
            name="MaintenanceJob",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(editable=False, max_length=260, verbose_name="name")),
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
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="done or skipped at"),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=500, verbose_name="what was done"),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
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
                    models.Index(fields=["asset", "-due_on"], name="maintenance_job_of_asset"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["planned", "under_way", "done", "skipped", "missed"])
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
                            ("asset__isnull", False), ("status__in", ["planned", "under_way"])
                        ),
                        fields=("plan", "asset"),
                        name="maintenance_job_one_open_an_asset",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("place__isnull", False), ("status__in", ["planned", "under_way"])
                        ),
                        fields=("plan", "place"),
                        name="maintenance_job_one_open_a_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "under_way"), _negated=True),
                            models.Q(("started_at__isnull", False), ("started_by__isnull", False)),
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
            name="MaintenanceJobEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(editable=False, max_length=260, verbose_name="name")),
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
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="done or skipped at"),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=500, verbose_name="what was done"),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
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
                        verbose_name="day of the month",
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
        pgtrigger.migrations.AddTrigger(
            model_name="maintenanceplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "repairs_maintenanceplanevent" ("asset_id", "at", "by_id", "category_id", "checklist_id", "covers", "every_months", "id", "is_paused", "lead_days", "month", "month_day", "name", "part_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "rhythm", "role", "starts_on", "words") VALUES (NEW."asset_id", NEW."at", NEW."by_id", NEW."category_id", NEW."checklist_id", NEW."covers", NEW."every_months", NEW."id", NEW."is_paused", NEW."lead_days", NEW."month", NEW."month_day", NEW."name", NEW."part_kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."planned_for_id", NEW."rhythm", NEW."role", NEW."starts_on", NEW."words"); RETURN NULL;',
                    hash="37d0ec517cefb0945003034084dcfb85a5e6da9d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c2290",
                    table="repairs_maintenanceplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="maintenanceplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asset_id" IS DISTINCT FROM (NEW."asset_id") OR OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."checklist_id" IS DISTINCT FROM (NEW."checklist_id") OR OLD."covers" IS DISTINCT FROM (NEW."covers") OR OLD."every_months" IS DISTINCT FROM (NEW."every_months") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_paused" IS DISTINCT FROM (NEW."is_paused") OR OLD."lead_days" IS DISTINCT FROM (NEW."lead_days") OR OLD."month" IS DISTINCT FROM (NEW."month") OR OLD."month_day" IS DISTINCT FROM (NEW."month_day") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."part_kind" IS DISTINCT FROM (NEW."part_kind") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."planned_for_id" IS DISTINCT FROM (NEW."planned_for_id") OR OLD."rhythm" IS DISTINCT FROM (NEW."rhythm") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "repairs_maintenanceplanevent" ("asset_id", "at", "by_id", "category_id", "checklist_id", "covers", "every_months", "id", "is_paused", "lead_days", "month", "month_day", "name", "part_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "rhythm", "role", "starts_on", "words") VALUES (NEW."asset_id", NEW."at", NEW."by_id", NEW."category_id", NEW."checklist_id", NEW."covers", NEW."every_months", NEW."id", NEW."is_paused", NEW."lead_days", NEW."month", NEW."month_day", NEW."name", NEW."part_kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."planned_for_id", NEW."rhythm", NEW."role", NEW."starts_on", NEW."words"); RETURN NULL;',
                    hash="48ea1e55755d4dbed44641f382f5fb7cead219cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8fc13",
                    table="repairs_maintenanceplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="maintenanceplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "repairs_maintenanceplanevent" ("asset_id", "at", "by_id", "category_id", "checklist_id", "covers", "every_months", "id", "is_paused", "lead_days", "month", "month_day", "name", "part_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "planned_for_id", "rhythm", "role", "starts_on", "words") VALUES (OLD."asset_id", OLD."at", OLD."by_id", OLD."category_id", OLD."checklist_id", OLD."covers", OLD."every_months", OLD."id", OLD."is_paused", OLD."lead_days", OLD."month", OLD."month_day", OLD."name", OLD."part_kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."planned_for_id", OLD."rhythm", OLD."role", OLD."starts_on", OLD."words"); RETURN NULL;',
                    hash="5c79399e64713ca45f911facc87df4978c5bd618",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_271a3",
                    table="repairs_maintenanceplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
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
        pgtrigger.migrations.AddTrigger(
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
        pgtrigger.migrations.AddTrigger(
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
        pgtrigger.migrations.AddTrigger(
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
        pgtrigger.migrations.AddTrigger(
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
    ]
