import datetime

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campus", "0007_roles"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="AbsenceTally",
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
                        ("day", models.DateField(unique=True, verbose_name="day")),
                        ("noted", models.IntegerField(default=0)),
                        ("missing", models.IntegerField(default=0)),
                        ("late", models.IntegerField(default=0)),
                        ("there_after_all", models.IntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "absences of a night",
                        "verbose_name_plural": "absences of a night",
                    },
                ),
                migrations.CreateModel(
                    name="Bed",
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
                        ("label", models.CharField(max_length=8, verbose_name="bed")),
                    ],
                    options={
                        "verbose_name": "bed",
                        "verbose_name_plural": "beds",
                        "ordering": ["room__place__code", "label"],
                    },
                ),
                migrations.CreateModel(
                    name="CountTally",
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
                        ("day", models.DateField(unique=True, verbose_name="day")),
                        ("rooms", models.IntegerField(default=0)),
                        ("sleepers", models.IntegerField(default=0)),
                        ("on_leave", models.IntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "rooms counted on a night",
                        "verbose_name_plural": "rooms counted on a night",
                    },
                ),
                migrations.CreateModel(
                    name="Absence",
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
                        ("night", models.DateField(verbose_name="night")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("missing", "Missing"),
                                    ("late", "Back late"),
                                    ("found", "Was there after all"),
                                ],
                                default="missing",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="noted at")),
                        (
                            "rings_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="leader on duty is told at"
                            ),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="back at"),
                        ),
                        (
                            "cleared_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="cleared at"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="noted by",
                            ),
                        ),
                        (
                            "cleared_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="cleared by",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="absences",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "absence at night",
                        "verbose_name_plural": "absences at night",
                        "ordering": ["-night", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Allotment",
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
                            "source",
                            models.CharField(
                                choices=[
                                    ("table", "From a table"),
                                    ("rule", "By rule"),
                                    ("carry", "Carried on"),
                                ],
                                max_length=8,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "Being read"),
                                    ("faulty", "Has bad rows"),
                                    ("ready", "Ready to be applied"),
                                    ("applied", "Applied"),
                                    ("let_go", "Thrown away"),
                                ],
                                default="reading",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("file", models.CharField(blank=True, max_length=200, verbose_name="file")),
                        ("facts", models.JSONField(blank=True, default=dict)),
                        (
                            "faults",
                            models.JSONField(blank=True, default=list, verbose_name="bad rows"),
                        ),
                        (
                            "unread",
                            models.JSONField(blank=True, default=list, verbose_name="not read"),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "applied_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="applied at"),
                        ),
                        (
                            "applied_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="applied by",
                            ),
                        ),
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
                            "job",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="campus.job",
                                verbose_name="job",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "allotment of beds",
                        "verbose_name_plural": "allotments of beds",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="AllotmentLine",
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
                            "allotment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="dormitory.allotment",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                        (
                            "bed",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="dormitory.bed",
                                verbose_name="bed",
                            ),
                        ),
                        (
                            "was_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="dormitory.bed",
                                verbose_name="now in",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of an allotment",
                        "verbose_name_plural": "lines of allotments",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="BedMove",
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
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=100, verbose_name="reason"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("approved", "Approved"),
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
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked by",
                            ),
                        ),
                        (
                            "from_bed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="dormitory.bed",
                                verbose_name="out of bed",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="swaps with",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                        (
                            "to_bed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="dormitory.bed",
                                verbose_name="into bed",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "move",
                        "verbose_name_plural": "moves",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="BedMoveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=100, verbose_name="reason"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("approved", "Approved"),
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
                            "asked_by",
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
                            "from_bed",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.bed",
                                verbose_name="out of bed",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="swaps with",
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
                                to="dormitory.bedmove",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                        (
                            "to_bed",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.bed",
                                verbose_name="into bed",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DormRoom",
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
                            "side",
                            models.CharField(
                                choices=[("boys", "Boys"), ("girls", "Girls")],
                                max_length=5,
                                verbose_name="for",
                            ),
                        ),
                        (
                            "place",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dorm_room",
                                to="campus.place",
                                verbose_name="room",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dorm room",
                        "verbose_name_plural": "dorm rooms",
                        "ordering": ["place__code"],
                    },
                ),
                migrations.AddField(
                    model_name="bed",
                    name="room",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beds",
                        to="dormitory.dormroom",
                        verbose_name="dorm room",
                    ),
                ),
                migrations.CreateModel(
                    name="AbsenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("night", models.DateField(verbose_name="night")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("missing", "Missing"),
                                    ("late", "Back late"),
                                    ("found", "Was there after all"),
                                ],
                                default="missing",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="noted at")),
                        (
                            "rings_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="leader on duty is told at"
                            ),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="back at"),
                        ),
                        (
                            "cleared_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="cleared at"),
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
                                verbose_name="noted by",
                            ),
                        ),
                        (
                            "cleared_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="cleared by",
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
                                to="dormitory.absence",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
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
                migrations.AddField(
                    model_name="absence",
                    name="room",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to="dormitory.dormroom",
                        verbose_name="dorm room",
                    ),
                ),
                migrations.CreateModel(
                    name="House",
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
                            "rules",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="rules of the house"
                            ),
                        ),
                        (
                            "counts_at",
                            models.TimeField(
                                default=datetime.time(22, 0), verbose_name="evening roll at"
                            ),
                        ),
                        (
                            "tell_after",
                            models.PositiveSmallIntegerField(
                                default=15, verbose_name="minutes until the leader on duty is told"
                            ),
                        ),
                        (
                            "place",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dorm_house",
                                to="campus.place",
                                verbose_name="building",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dormitory house",
                        "verbose_name_plural": "dormitory houses",
                        "ordering": ["place__code"],
                    },
                ),
                migrations.CreateModel(
                    name="DormRoomEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "side",
                            models.CharField(
                                choices=[("boys", "Boys"), ("girls", "Girls")],
                                max_length=5,
                                verbose_name="for",
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
                                to="dormitory.dormroom",
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
                                verbose_name="room",
                            ),
                        ),
                        (
                            "house",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.house",
                                verbose_name="dormitory house",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="dormroom",
                    name="house",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="dormitory.house",
                        verbose_name="dormitory house",
                    ),
                ),
                migrations.CreateModel(
                    name="HouseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "rules",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="rules of the house"
                            ),
                        ),
                        (
                            "counts_at",
                            models.TimeField(
                                default=datetime.time(22, 0), verbose_name="evening roll at"
                            ),
                        ),
                        (
                            "tell_after",
                            models.PositiveSmallIntegerField(
                                default=15, verbose_name="minutes until the leader on duty is told"
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
                                to="dormitory.house",
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
                                verbose_name="building",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LeaderTurn",
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
                        ("week", models.DateField(verbose_name="week")),
                        (
                            "floor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="floor",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leader_turns",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="leader",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "turn of a leader",
                        "verbose_name_plural": "turns of leaders",
                        "ordering": ["week", "floor"],
                    },
                ),
                migrations.CreateModel(
                    name="LeaderTurnEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("week", models.DateField(verbose_name="week")),
                        (
                            "floor",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.place",
                                verbose_name="floor",
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
                                verbose_name="leader",
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
                                to="dormitory.leaderturn",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LeaveSlip",
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
                        ("starts_at", models.DateTimeField(verbose_name="from")),
                        ("ends_at", models.DateTimeField(verbose_name="to")),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("home", "Goes home"),
                                    ("school", "Away for the school"),
                                    ("family", "With the family"),
                                    ("other", "Another reason"),
                                ],
                                default="home",
                                max_length=8,
                                verbose_name="reason",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="given at")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="withdrawn at"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="given by",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leave_slips",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "leave slip",
                        "verbose_name_plural": "leave slips",
                        "ordering": ["-starts_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="LeaveSlipEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_at", models.DateTimeField(verbose_name="from")),
                        ("ends_at", models.DateTimeField(verbose_name="to")),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("home", "Goes home"),
                                    ("school", "Away for the school"),
                                    ("family", "With the family"),
                                    ("other", "Another reason"),
                                ],
                                default="home",
                                max_length=8,
                                verbose_name="reason",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="given at")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="withdrawn at"
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
                                verbose_name="given by",
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
                                to="dormitory.leaveslip",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Occupancy",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "bed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stays",
                                to="dormitory.bed",
                                verbose_name="bed",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stays",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stay",
                        "verbose_name_plural": "stays",
                        "ordering": ["-starts_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="OccupancyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "bed",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.bed",
                                verbose_name="bed",
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
                                to="dormitory.occupancy",
                            ),
                        ),
                        (
                            "pupil",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pupil",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoomCount",
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
                        ("night", models.DateField(verbose_name="night")),
                        ("sleepers", models.PositiveSmallIntegerField(verbose_name="sleep there")),
                        (
                            "on_leave",
                            models.PositiveSmallIntegerField(default=0, verbose_name="on leave"),
                        ),
                        ("at", models.DateTimeField(verbose_name="counted at")),
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
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="counts",
                                to="dormitory.dormroom",
                                verbose_name="dorm room",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "room count",
                        "verbose_name_plural": "room counts",
                        "ordering": ["-night", "room"],
                    },
                ),
                migrations.CreateModel(
                    name="RoomCountEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("night", models.DateField(verbose_name="night")),
                        ("sleepers", models.PositiveSmallIntegerField(verbose_name="sleep there")),
                        (
                            "on_leave",
                            models.PositiveSmallIntegerField(default=0, verbose_name="on leave"),
                        ),
                        ("at", models.DateTimeField(verbose_name="counted at")),
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
                                to="dormitory.roomcount",
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
                migrations.CreateModel(
                    name="Visit",
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
                        ("name", models.CharField(max_length=60, verbose_name="visitor")),
                        ("whom", models.CharField(max_length=100, verbose_name="whom or what for")),
                        ("came_at", models.DateTimeField(verbose_name="came at")),
                        (
                            "until",
                            models.DateTimeField(blank=True, null=True, verbose_name="until"),
                        ),
                        (
                            "left_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="left at"),
                        ),
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
                            "house",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="dormitory.house",
                                verbose_name="dormitory house",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visit",
                        "verbose_name_plural": "visits",
                        "ordering": ["-came_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="VisitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="visitor")),
                        ("whom", models.CharField(max_length=100, verbose_name="whom or what for")),
                        ("came_at", models.DateTimeField(verbose_name="came at")),
                        (
                            "until",
                            models.DateTimeField(blank=True, null=True, verbose_name="until"),
                        ),
                        (
                            "left_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="left at"),
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
                                verbose_name="by",
                            ),
                        ),
                        (
                            "house",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="dormitory.house",
                                verbose_name="dormitory house",
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
                                to="dormitory.visit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddConstraint(
                    model_name="allotment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source__in", ["table", "rule", "carry"])),
                        name="allotment_source_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["reading", "faulty", "ready", "applied", "let_go"])
                        ),
                        name="allotment_state_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="allotment_ends_after_it_starts",
                        violation_error_message="It cannot end before it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applied_at__isnull", False), ("state", "applied")),
                            models.Q(
                                models.Q(("state", "applied"), _negated=True), ("applied_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="allotment_applied_has_moment",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("file", ""),
                            ("state__in", ["reading", "faulty", "ready"]),
                            _connector="OR",
                        ),
                        name="allotment_file_goes",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotmentline",
                    constraint=models.UniqueConstraint(
                        fields=("allotment", "pupil"),
                        name="allotment_pupil_once",
                        violation_error_message="This pupil stands in the allotment already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotmentline",
                    constraint=models.UniqueConstraint(
                        fields=("allotment", "bed"),
                        name="allotment_bed_once",
                        violation_error_message="Another pupil of the allotment has this bed.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="bedmove",
                    index=models.Index(fields=["status", "-id"], name="bed_move_by_status"),
                ),
                migrations.AddConstraint(
                    model_name="bedmove",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["asked", "approved", "declined", "withdrawn"])
                        ),
                        name="bed_move_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bedmove",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("from_bed", models.F("to_bed")), _negated=True),
                        name="bed_move_goes_somewhere",
                        violation_error_message="Choose another bed.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bedmove",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("other", None),
                            models.Q(("other", models.F("pupil")), _negated=True),
                            _connector="OR",
                        ),
                        name="bed_move_between_two",
                        violation_error_message="Nobody swaps with themselves.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bedmove",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("status", "asked")),
                            models.Q(
                                models.Q(("status", "asked"), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="bed_move_answered_has_moment",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bedmove",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "approved"), _negated=True),
                            models.Q(("answered_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="bed_move_approved_by_another",
                        violation_error_message="Nobody approves what they have asked for themselves.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bedmove",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "asked")),
                        fields=("pupil",),
                        name="bed_move_asked_once",
                        violation_error_message="A move of this pupil is asked for already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bed",
                    constraint=models.UniqueConstraint(
                        fields=("room", "label"),
                        name="bed_once_in_a_room",
                        violation_error_message="The room has a bed of this label already.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="absence",
                    index=models.Index(fields=["room", "-night"], name="absence_of_room"),
                ),
                migrations.AddIndex(
                    model_name="absence",
                    index=models.Index(fields=["-night", "-id"], name="absence_in_order"),
                ),
                migrations.AddIndex(
                    model_name="absence",
                    index=models.Index(
                        condition=models.Q(("status", "missing")),
                        fields=["rings_at"],
                        name="absence_ringing",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="absence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["missing", "late", "found"])),
                        name="absence_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="absence",
                    constraint=models.UniqueConstraint(
                        fields=("pupil", "night"),
                        name="absence_once_a_night",
                        violation_error_message="This pupil is noted for this night already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="absence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cleared_at", None), ("status", "missing")),
                            models.Q(
                                models.Q(("status", "missing"), _negated=True),
                                ("cleared_at__isnull", False),
                                ("rings_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="absence_cleared_has_moment",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="absence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_at__isnull", False), ("status", "late")),
                            models.Q(
                                models.Q(("status", "late"), _negated=True), ("returned_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="absence_late_has_time",
                        violation_error_message="Say when the pupil came back.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="house",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("tell_after__range", (1, 240))),
                        name="house_tells_in_time",
                        violation_error_message="Write between 1 and 240 minutes.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dormroom",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("side__in", ["boys", "girls"])), name="room_side_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="leaderturn",
                    constraint=models.UniqueConstraint(
                        fields=("floor", "week"),
                        name="turn_of_one_leader",
                        violation_error_message="Somebody has this week already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="leaderturn",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("week__week_day", 2)),
                        name="turn_begins_on_monday",
                        violation_error_message="A week begins on its Monday.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="leaveslip",
                    index=models.Index(fields=["pupil", "ends_at"], name="leave_of_pupil"),
                ),
                migrations.AddIndex(
                    model_name="leaveslip",
                    index=models.Index(fields=["ends_at"], name="leave_by_end"),
                ),
                migrations.AddIndex(
                    model_name="leaveslip",
                    index=models.Index(fields=["-starts_at", "-id"], name="leave_in_order"),
                ),
                migrations.AddConstraint(
                    model_name="leaveslip",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason__in", ["home", "school", "family", "other"])),
                        name="leave_reason_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="leaveslip",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="leave_ends_after_it_starts",
                        violation_error_message="Leave must end after it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="leaveslip",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        expressions=[
                            ("pupil", "="),
                            (
                                models.Func(
                                    "starts_at",
                                    "ends_at",
                                    function="TSTZRANGE",
                                    output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="leave_once_at_a_time",
                        violation_error_message="This pupil has leave in this time already.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="occupancy",
                    index=models.Index(fields=["ends_on", "bed"], name="stay_by_last_day"),
                ),
                migrations.AddIndex(
                    model_name="occupancy",
                    index=models.Index(fields=["-starts_on", "-id"], name="stay_in_order"),
                ),
                migrations.AddConstraint(
                    model_name="occupancy",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="stay_ends_after_it_starts",
                        violation_error_message="A stay cannot end before it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="occupancy",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("bed", "="),
                            (
                                models.Func(
                                    "starts_on",
                                    "ends_on",
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                    template="%(function)s(%(expressions)s, '[]')",
                                ),
                                "&&",
                            ),
                        ],
                        name="bed_with_one_sleeper",
                        violation_error_message="Somebody else sleeps in this bed in these days.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="occupancy",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("pupil", "="),
                            (
                                models.Func(
                                    "starts_on",
                                    "ends_on",
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                    template="%(function)s(%(expressions)s, '[]')",
                                ),
                                "&&",
                            ),
                        ],
                        name="pupil_in_one_bed",
                        violation_error_message="This pupil has another bed in these days.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="roomcount",
                    constraint=models.UniqueConstraint(
                        fields=("night", "room"),
                        name="room_counted_once_a_night",
                        violation_error_message="This room is counted already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="roomcount",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("on_leave__lte", models.F("sleepers"))),
                        name="room_count_adds_up",
                    ),
                ),
                migrations.AddIndex(
                    model_name="visit",
                    index=models.Index(fields=["house", "-came_at", "-id"], name="visit_in_order"),
                ),
                migrations.AddIndex(
                    model_name="visit",
                    index=models.Index(
                        condition=models.Q(("left_at", None)), fields=["house"], name="visit_inside"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="visit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gt", models.F("came_at")), _connector="OR"
                        ),
                        name="visit_until_after",
                        violation_error_message="A visit must end after it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="visit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("left_at", None),
                            ("left_at__gte", models.F("came_at")),
                            _connector="OR",
                        ),
                        name="visit_left_after",
                        violation_error_message="Nobody leaves before they came.",
                    ),
                ),
                AddTrigger(
                    model_name="bedmove",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_bedmoveevent" ("answered_at", "answered_by_id", "asked_at", "asked_by_id", "from_bed_id", "id", "on", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "status", "to_bed_id") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."from_bed_id", NEW."id", NEW."on", NEW."other_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."status", NEW."to_bed_id"); RETURN NULL;',
                            hash="d0c07236322bb2dd08ea2fbaa3b7aca84eb7a7b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d93bd",
                            table="dormitory_bedmove",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="bedmove",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_bedmoveevent" ("answered_at", "answered_by_id", "asked_at", "asked_by_id", "from_bed_id", "id", "on", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "status", "to_bed_id") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."from_bed_id", NEW."id", NEW."on", NEW."other_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."status", NEW."to_bed_id"); RETURN NULL;',
                            hash="6aa3d92573b42f2a5596035c87f40dee443cb951",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_58f25",
                            table="dormitory_bedmove",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="bedmove",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_bedmoveevent" ("answered_at", "answered_by_id", "asked_at", "asked_by_id", "from_bed_id", "id", "on", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "status", "to_bed_id") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."from_bed_id", OLD."id", OLD."on", OLD."other_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."status", OLD."to_bed_id"); RETURN NULL;',
                            hash="6ea3ae79234773e368ed675be203a04a5bba54c1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a509a",
                            table="dormitory_bedmove",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="bedmoveevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="43db88ce47b34076f285837686a290aef96ad181",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a9304",
                            table="dormitory_bedmoveevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="absenceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bf3536e4f6ce66f24800ad19c642b397a1b2fbfe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f4924",
                            table="dormitory_absenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="absence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="tallied_in_dormitory_absencetally",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'UPDATE' AND ROW(OLD.night, 1, (OLD.status = 'missing')::int, (OLD.status = 'late')::int, (OLD.status = 'found')::int) IS NOT DISTINCT FROM ROW(NEW.night, 1, (NEW.status = 'missing')::int, (NEW.status = 'late')::int, (NEW.status = 'found')::int) THEN\n                RETURN NULL;\n            END IF;\n            INSERT INTO dormitory_absencetally (day, noted, missing, late, there_after_all)\n            SELECT day, sum(noted), sum(missing), sum(late), sum(there_after_all) FROM (\n                SELECT OLD.night, -(1), -((OLD.status = 'missing')::int), -((OLD.status = 'late')::int), -((OLD.status = 'found')::int) WHERE TG_OP <> 'INSERT'\n                UNION ALL\n                SELECT NEW.night, 1, (NEW.status = 'missing')::int, (NEW.status = 'late')::int, (NEW.status = 'found')::int WHERE TG_OP <> 'DELETE'\n            ) AS change (day, noted, missing, late, there_after_all)\n            GROUP BY day ORDER BY day\n            ON CONFLICT (day) DO UPDATE SET noted = dormitory_absencetally.noted + EXCLUDED.noted, missing = dormitory_absencetally.missing + EXCLUDED.missing, late = dormitory_absencetally.late + EXCLUDED.late, there_after_all = dormitory_absencetally.there_after_all + EXCLUDED.there_after_all;\n            RETURN NULL;\n        ",
                            hash="f2e364739537d54c50897e8ed5bebd002aae7843",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tallied_in_dormitory_absencetally_d5e93",
                            table="dormitory_absence",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="absence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_absenceevent" ("at", "by_id", "cleared_at", "cleared_by_id", "id", "night", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "returned_at", "rings_at", "room_id", "status") VALUES (NEW."at", NEW."by_id", NEW."cleared_at", NEW."cleared_by_id", NEW."id", NEW."night", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."returned_at", NEW."rings_at", NEW."room_id", NEW."status"); RETURN NULL;',
                            hash="2348e5fdaa23ca68473403381b46a7f93b9539b4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5c71e",
                            table="dormitory_absence",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="absence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_absenceevent" ("at", "by_id", "cleared_at", "cleared_by_id", "id", "night", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "returned_at", "rings_at", "room_id", "status") VALUES (NEW."at", NEW."by_id", NEW."cleared_at", NEW."cleared_by_id", NEW."id", NEW."night", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."returned_at", NEW."rings_at", NEW."room_id", NEW."status"); RETURN NULL;',
                            hash="6edc2b695e169a5fefbd733cbdab28c5e3e22431",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_30838",
                            table="dormitory_absence",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="absence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_absenceevent" ("at", "by_id", "cleared_at", "cleared_by_id", "id", "night", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "returned_at", "rings_at", "room_id", "status") VALUES (OLD."at", OLD."by_id", OLD."cleared_at", OLD."cleared_by_id", OLD."id", OLD."night", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."returned_at", OLD."rings_at", OLD."room_id", OLD."status"); RETURN NULL;',
                            hash="8ad3ae16cacc7a931e363cacf0960c0f798cadd9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_702de",
                            table="dormitory_absence",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="house",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_houseevent" ("counts_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "rules", "tell_after") VALUES (NEW."counts_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."rules", NEW."tell_after"); RETURN NULL;',
                            hash="49503ad3ce810208c6d2fcee8cd4bad989963c6b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8bb23",
                            table="dormitory_house",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="house",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_houseevent" ("counts_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "rules", "tell_after") VALUES (NEW."counts_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."rules", NEW."tell_after"); RETURN NULL;',
                            hash="6c05cb0865150a4b12ed390b9da023a78e255b10",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_25e71",
                            table="dormitory_house",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="house",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_houseevent" ("counts_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "rules", "tell_after") VALUES (OLD."counts_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."rules", OLD."tell_after"); RETURN NULL;',
                            hash="653e0309518d7ddd33b3dbef0e827f2f8a2c59cd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9d2f3",
                            table="dormitory_house",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dormroomevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="03b7785ad03e1632424d175fdcef92308c895a41",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8088f",
                            table="dormitory_dormroomevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dormroom",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_dormroomevent" ("house_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "side") VALUES (NEW."house_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."side"); RETURN NULL;',
                            hash="ef47313cb16841e8bda69f870efe1e4352ed3c04",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4dd64",
                            table="dormitory_dormroom",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dormroom",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_dormroomevent" ("house_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "side") VALUES (NEW."house_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."side"); RETURN NULL;',
                            hash="80cabdf36167198a16f2a489440b203567d8e50e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3052",
                            table="dormitory_dormroom",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dormroom",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_dormroomevent" ("house_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "side") VALUES (OLD."house_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."side"); RETURN NULL;',
                            hash="1416c27b72162489da72f4472b43a154923af97a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_31e46",
                            table="dormitory_dormroom",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="houseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="78f8a555fa1302c0dc537856865c89daa04ac5ed",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3f226",
                            table="dormitory_houseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaderturn",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_leaderturnevent" ("floor_id", "id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "week") VALUES (NEW."floor_id", NEW."id", NEW."leader_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."week"); RETURN NULL;',
                            hash="9e2f4a3874462a8fdc900c78ad838bb1875b0a52",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d11fd",
                            table="dormitory_leaderturn",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaderturn",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_leaderturnevent" ("floor_id", "id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "week") VALUES (NEW."floor_id", NEW."id", NEW."leader_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."week"); RETURN NULL;',
                            hash="76ad4d5e75e53251fcb230fb74dbffa0bf3a7572",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_73f54",
                            table="dormitory_leaderturn",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaderturn",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_leaderturnevent" ("floor_id", "id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "week") VALUES (OLD."floor_id", OLD."id", OLD."leader_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."week"); RETURN NULL;',
                            hash="9fdb3d5f74b98645e0b0cc298fbf1df533c910ba",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_61fb1",
                            table="dormitory_leaderturn",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaderturnevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bc9e948cad5017b175d652000fc0fb1f2e508417",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_46a05",
                            table="dormitory_leaderturnevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaveslip",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_leaveslipevent" ("at", "by_id", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "starts_at", "withdrawn_at") VALUES (NEW."at", NEW."by_id", NEW."ends_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."starts_at", NEW."withdrawn_at"); RETURN NULL;',
                            hash="9d252a3c00b54933bf977131b0bf1907fed98581",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f8d2",
                            table="dormitory_leaveslip",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaveslip",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_leaveslipevent" ("at", "by_id", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "starts_at", "withdrawn_at") VALUES (NEW."at", NEW."by_id", NEW."ends_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."starts_at", NEW."withdrawn_at"); RETURN NULL;',
                            hash="767a29f5459b317eeb0487d3c8cd7e15c4b66d79",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9654c",
                            table="dormitory_leaveslip",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaveslip",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_leaveslipevent" ("at", "by_id", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "starts_at", "withdrawn_at") VALUES (OLD."at", OLD."by_id", OLD."ends_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."starts_at", OLD."withdrawn_at"); RETURN NULL;',
                            hash="071e7127fe51c00ece853820dc69a5ee7cfc4ac2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_597fa",
                            table="dormitory_leaveslip",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="leaveslipevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ed922cec2bf05baaa6a4ea07fc79590f898466be",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_686ac",
                            table="dormitory_leaveslipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="occupancy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="occupancy_of_a_pupil",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF NOT EXISTS (\n        SELECT FROM campus_person AS person\n        WHERE person.id = NEW.pupil_id AND person.kind = 'pupil'\n    ) THEN\n        RAISE EXCEPTION 'Person % is no pupil.', NEW.pupil_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_of_a_pupil';\n    END IF;\n    RETURN NEW;\n",
                            hash="a334575f7a629733605c35e97f16dd8b03b22c6a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_occupancy_of_a_pupil_faf21",
                            table="dormitory_occupancy",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="occupancy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_occupancyevent" ("bed_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "starts_on") VALUES (NEW."bed_id", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."starts_on"); RETURN NULL;',
                            hash="46af9b960b244b20b0cfb2d2ffe694eedea9a8cf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4e1d7",
                            table="dormitory_occupancy",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="occupancy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_occupancyevent" ("bed_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "starts_on") VALUES (NEW."bed_id", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."starts_on"); RETURN NULL;',
                            hash="c3dd72d59d058d63d4202fc6b0d135e75ce361a5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_283ed",
                            table="dormitory_occupancy",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="occupancy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_occupancyevent" ("bed_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "starts_on") VALUES (OLD."bed_id", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."starts_on"); RETURN NULL;',
                            hash="a04067ba8a5f24c36ede34f2a8ed2befe945a78b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1bec5",
                            table="dormitory_occupancy",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="occupancyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7a5606027ded8b3e36543d34b1003c17e4724c26",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_638e1",
                            table="dormitory_occupancyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="tallied_in_dormitory_counttally",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'UPDATE' AND ROW(OLD.night, 1, OLD.sleepers, OLD.on_leave) IS NOT DISTINCT FROM ROW(NEW.night, 1, NEW.sleepers, NEW.on_leave) THEN\n                RETURN NULL;\n            END IF;\n            INSERT INTO dormitory_counttally (day, rooms, sleepers, on_leave)\n            SELECT day, sum(rooms), sum(sleepers), sum(on_leave) FROM (\n                SELECT OLD.night, -(1), -(OLD.sleepers), -(OLD.on_leave) WHERE TG_OP <> 'INSERT'\n                UNION ALL\n                SELECT NEW.night, 1, NEW.sleepers, NEW.on_leave WHERE TG_OP <> 'DELETE'\n            ) AS change (day, rooms, sleepers, on_leave)\n            GROUP BY day ORDER BY day\n            ON CONFLICT (day) DO UPDATE SET rooms = dormitory_counttally.rooms + EXCLUDED.rooms, sleepers = dormitory_counttally.sleepers + EXCLUDED.sleepers, on_leave = dormitory_counttally.on_leave + EXCLUDED.on_leave;\n            RETURN NULL;\n        ",
                            hash="80340569a53962d63feeab2aa77e4e94e767ad97",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tallied_in_dormitory_counttally_1de8c",
                            table="dormitory_roomcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_roomcountevent" ("at", "by_id", "id", "night", "on_leave", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "room_id", "sleepers") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."night", NEW."on_leave", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."room_id", NEW."sleepers"); RETURN NULL;',
                            hash="fd7395281e105f84c67fc75861832eac8ec3fc0d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_149ee",
                            table="dormitory_roomcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_roomcountevent" ("at", "by_id", "id", "night", "on_leave", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "room_id", "sleepers") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."night", NEW."on_leave", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."room_id", NEW."sleepers"); RETURN NULL;',
                            hash="83dd5c48fe771bb9a94c8e557308a3f8076ac5c3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f6d8c",
                            table="dormitory_roomcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_roomcountevent" ("at", "by_id", "id", "night", "on_leave", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "room_id", "sleepers") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."night", OLD."on_leave", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."room_id", OLD."sleepers"); RETURN NULL;',
                            hash="f459c6b68e7947afb2447d83695330c7918fbb5f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a3f08",
                            table="dormitory_roomcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="roomcountevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="20a1cf5ce6c181621820c4e00a7cf7ff66ea855d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_56ed0",
                            table="dormitory_roomcountevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="visit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_visitevent" ("by_id", "came_at", "house_id", "id", "left_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "whom") VALUES (NEW."by_id", NEW."came_at", NEW."house_id", NEW."id", NEW."left_at", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."until", NEW."whom"); RETURN NULL;',
                            hash="752c6b8b6f4062f8de328eff5554e1b273a85b48",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_43488",
                            table="dormitory_visit",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="visit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "dormitory_visitevent" ("by_id", "came_at", "house_id", "id", "left_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "whom") VALUES (NEW."by_id", NEW."came_at", NEW."house_id", NEW."id", NEW."left_at", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."until", NEW."whom"); RETURN NULL;',
                            hash="c71dbb764c51fbbf9d2d922581aec52b91e9655e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_846ec",
                            table="dormitory_visit",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="visit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "dormitory_visitevent" ("by_id", "came_at", "house_id", "id", "left_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "whom") VALUES (OLD."by_id", OLD."came_at", OLD."house_id", OLD."id", OLD."left_at", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."until", OLD."whom"); RETURN NULL;',
                            hash="80b7cc4c29dbe7d648131a7a61234f3d3544999f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1e795",
                            table="dormitory_visit",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="visitevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c6153cc448fc2b586448df361eb8a2f75896f317",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_03211",
                            table="dormitory_visitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
