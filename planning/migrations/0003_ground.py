import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0005_ground"),
        ("campus", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("planning", "0002_sought"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Meeting",
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
                                    ("regular", "Regular meeting"),
                                    ("safety", "Safety meeting"),
                                    ("dorm_leaders", "Dorm leaders' meeting"),
                                    ("committee", "Committee meeting"),
                                    ("forum", "Pupil forum"),
                                    ("other", "Other"),
                                ],
                                default="regular",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("starts_at", models.DateTimeField(verbose_name="starts at")),
                        ("ends_at", models.DateTimeField(verbose_name="ends at")),
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
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held"),
                                    ("published", "Minutes published"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "open_minutes",
                            models.BooleanField(
                                default=False, verbose_name="all staff may read the minutes"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(verbose_name="last change")),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.comparison.Coalesce(
                                        models.F("title"),
                                        models.Value(""),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "called_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="called by",
                            ),
                        ),
                        (
                            "chair",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="chair",
                            ),
                        ),
                        (
                            "departments",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="campus.department",
                                verbose_name="invited departments",
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
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="meetings",
                                to="planning.planitem",
                                verbose_name="plan item",
                            ),
                        ),
                        (
                            "recorder",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="minutes taken by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "meeting",
                        "verbose_name_plural": "meetings",
                        "ordering": ["-starts_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "regular",
                                            "safety",
                                            "dorm_leaders",
                                            "committee",
                                            "forum",
                                            "other",
                                        ],
                                    )
                                ),
                                name="meeting_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["planned", "held", "published", "cancelled"])
                                ),
                                name="meeting_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="meeting_ends_after_it_starts",
                                violation_error_message="A meeting must end after it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "published"), _negated=True),
                                    ("recorder__isnull", False),
                                    _connector="OR",
                                ),
                                name="meeting_published_has_recorder",
                                violation_error_message="Say who has taken the minutes.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "cancelled"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="meeting_cancelled_has_reason",
                                violation_error_message="Say why it is cancelled.",
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["-starts_at", "-id"], name="meeting_newest"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="meeting_sought"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionItem",
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
                                    ("new", "New"),
                                    ("under_way", "Under way"),
                                    ("on_hold", "On hold"),
                                    ("done", "Done"),
                                    ("accepted", "Accepted"),
                                    ("dropped", "Dropped"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="new",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
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
                                to="planning.actionitem",
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
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="planning.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "action",
                        "verbose_name_plural": "actions",
                        "ordering": ["-raised_at", "-id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("priority__in", ["urgent", "normal"])),
                                name="actionitem_priority_known",
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
                                name="actionitem_merged_into_another",
                                violation_error_message="Say into which other one it is merged.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("merged_into", None),
                                    models.Q(("merged_into", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="actionitem_not_merged_into_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("origin_id", None), ("origin_type", None)),
                                    models.Q(
                                        ("origin_id__isnull", False), ("origin_type__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="actionitem_origin_whole",
                            ),
                            models.UniqueConstraint(
                                fields=("origin_type", "origin_id"),
                                name="actionitem_continues_a_case_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "new",
                                            "under_way",
                                            "on_hold",
                                            "done",
                                            "accepted",
                                            "dropped",
                                            "merged",
                                            "handed_on",
                                        ],
                                    )
                                ),
                                name="actionitem_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            ["under_way", "on_hold", "done", "accepted"],
                                        ),
                                        _negated=True,
                                    ),
                                    ("assignee__isnull", False),
                                    _connector="OR",
                                ),
                                name="actionitem_begun_has_owner",
                                violation_error_message="Name the person responsible first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("accepted_by__isnull", False), ("status", "accepted")
                                    ),
                                    models.Q(
                                        models.Q(("status", "accepted"), _negated=True),
                                        ("accepted_by", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="actionitem_accepted_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted_by", None),
                                    models.Q(("accepted_by", models.F("assignee")), _negated=True),
                                    _connector="OR",
                                ),
                                name="actionitem_accepted_by_another",
                                violation_error_message="Nobody accepts what they have done themselves.",
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["-raised_at", "-id"], name="actionitem_newest"),
                            models.Index(
                                fields=["status", "-raised_at"], name="actionitem_by_state"
                            ),
                            models.Index(
                                fields=["place", "-raised_at"], name="actionitem_at_place"
                            ),
                            models.Index(
                                fields=["reporter", "-raised_at"], name="actionitem_of_reporter"
                            ),
                            models.Index(
                                fields=["assignee", "status"], name="actionitem_of_assignee"
                            ),
                            models.Index(
                                condition=models.Q(("due_at__isnull", False)),
                                fields=["due_at"],
                                name="actionitem_due",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="actionitem_sought"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionItemEvent",
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
                        ("changed_at", models.DateTimeField(verbose_name="last change")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("origin_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("under_way", "Under way"),
                                    ("on_hold", "On hold"),
                                    ("done", "Done"),
                                    ("accepted", "Accepted"),
                                    ("dropped", "Dropped"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="new",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
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
                                to="planning.actionitem",
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
                                to="planning.actionitem",
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
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "minutes",
                            models.TextField(blank=True, max_length=8000, verbose_name="minutes"),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agenda",
                                to="planning.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "agenda item",
                        "verbose_name_plural": "agenda items",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("meeting", "position"),
                                name="agenda_item_in_its_place",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "minutes",
                            models.TextField(blank=True, max_length=8000, verbose_name="minutes"),
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
                                to="planning.agendaitem",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.meeting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Attendee",
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
                            "way",
                            models.CharField(
                                choices=[
                                    ("name", "Invited by name"),
                                    ("group", "Invited with a group"),
                                    ("guest", "Guest"),
                                ],
                                default="name",
                                max_length=8,
                                verbose_name="on the roll as",
                            ),
                        ),
                        (
                            "presence",
                            models.CharField(
                                choices=[
                                    ("open", "Not called yet"),
                                    ("present", "Present"),
                                    ("late", "Late"),
                                    ("leave", "On leave"),
                                    ("absent", "Absent"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="presence",
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
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendees",
                                to="planning.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "attendee",
                        "verbose_name_plural": "attendees",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "person"),
                                name="attendee_once_a_meeting",
                                violation_error_message="This person is on the roll already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("way__in", ["name", "group", "guest"])),
                                name="attendee_way_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("presence__in", ["open", "present", "late", "leave", "absent"])
                                ),
                                name="attendee_presence_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("way", "guest"), _negated=True),
                                    ("presence__in", ["present", "late"]),
                                    _connector="OR",
                                ),
                                name="attendee_guest_is_there",
                                violation_error_message="A guest is on the roll because of having come.",
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["person", "meeting"], name="attendee_of_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttendeeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("name", "Invited by name"),
                                    ("group", "Invited with a group"),
                                    ("guest", "Guest"),
                                ],
                                default="name",
                                max_length=8,
                                verbose_name="on the roll as",
                            ),
                        ),
                        (
                            "presence",
                            models.CharField(
                                choices=[
                                    ("open", "Not called yet"),
                                    ("present", "Present"),
                                    ("late", "Late"),
                                    ("leave", "On leave"),
                                    ("absent", "Absent"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="presence",
                            ),
                        ),
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
                                to="planning.attendee",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.meeting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CalendarEntryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("drill", "Drill"),
                                    ("inspection", "Inspection"),
                                    ("education", "Education"),
                                    ("meeting", "Meeting"),
                                    ("maintenance", "Maintenance"),
                                    ("supplies", "Supplies"),
                                    ("cleaning", "Cleaning"),
                                    ("event_support", "Event support"),
                                    ("duty", "Duty shift"),
                                    ("summary", "Summary"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=80, verbose_name="place"),
                        ),
                        (
                            "for_pupils",
                            models.BooleanField(default=False, verbose_name="shown to pupils too"),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="last changed")),
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
                                to="planning.calendarentry",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.department",
                                verbose_name="unit in charge",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
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
                        ("text", models.CharField(max_length=120, verbose_name="decision")),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="to be done by"),
                        ),
                        (
                            "action",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decision",
                                to="planning.actionitem",
                                verbose_name="action",
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
                                verbose_name="person responsible",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="planning.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision",
                        "verbose_name_plural": "decisions",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on", None), ("owner", None)),
                                    models.Q(("due_on__isnull", False), ("owner__isnull", False)),
                                    _connector="OR",
                                ),
                                name="decision_owner_and_day",
                                violation_error_message="A decision to be carried out needs a person and a day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("action", None), ("owner__isnull", False), _connector="OR"
                                ),
                                name="decision_action_has_owner",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=120, verbose_name="decision")),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="to be done by"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.actionitem",
                                verbose_name="action",
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
                                verbose_name="person responsible",
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
                                to="planning.decision",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.meeting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MeetingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("regular", "Regular meeting"),
                                    ("safety", "Safety meeting"),
                                    ("dorm_leaders", "Dorm leaders' meeting"),
                                    ("committee", "Committee meeting"),
                                    ("forum", "Pupil forum"),
                                    ("other", "Other"),
                                ],
                                default="regular",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("starts_at", models.DateTimeField(verbose_name="starts at")),
                        ("ends_at", models.DateTimeField(verbose_name="ends at")),
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
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held"),
                                    ("published", "Minutes published"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "open_minutes",
                            models.BooleanField(
                                default=False, verbose_name="all staff may read the minutes"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(verbose_name="last change")),
                        (
                            "called_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="called by",
                            ),
                        ),
                        (
                            "chair",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="chair",
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
                                to="planning.meeting",
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
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.planitem",
                                verbose_name="plan item",
                            ),
                        ),
                        (
                            "recorder",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="minutes taken by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaperKind",
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
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(600),
                                ],
                                verbose_name="valid for months",
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
                                    ("class_teacher", "Class teacher"),
                                    ("dorm_leader", "Dorm leader"),
                                    ("canteen_committee", "Canteen committee member"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=32,
                                verbose_name="responsible role",
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(
                                default=True, verbose_name="offered for new papers"
                            ),
                        ),
                        (
                            "holder_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="held by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kind of paper",
                        "verbose_name_plural": "kinds of papers",
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="paper_kind_code_once",
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
                                            "class_teacher",
                                            "dorm_leader",
                                            "canteen_committee",
                                            "administrator",
                                        ],
                                    )
                                ),
                                name="paper_kind_role_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("months", None),
                                    models.Q(("months__gte", 1), ("months__lte", 600)),
                                    _connector="OR",
                                ),
                                name="paper_kind_months_in_bounds",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Paper",
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
                        ("holder_id", models.PositiveBigIntegerField(verbose_name="held by")),
                        ("holder_name", models.CharField(editable=False, max_length=200)),
                        (
                            "number",
                            models.CharField(blank=True, max_length=60, verbose_name="number"),
                        ),
                        (
                            "issuer",
                            models.CharField(blank=True, max_length=80, verbose_name="issued by"),
                        ),
                        (
                            "issued_on",
                            models.DateField(blank=True, null=True, verbose_name="issued on"),
                        ),
                        ("ends_on", models.DateField(verbose_name="valid until")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "set_aside_on",
                            models.DateField(blank=True, null=True, verbose_name="set aside on"),
                        ),
                        (
                            "set_aside_why",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="why it is set aside"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("holder_name"),
                                        models.Value(" "),
                                        models.F("number"),
                                        models.Value(" "),
                                        models.F("issuer"),
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
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "holder_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        (
                            "renewed_by",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="renews",
                                to="planning.paper",
                                verbose_name="renewed by",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="planning.paperkind",
                                verbose_name="kind",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper",
                        "verbose_name_plural": "papers",
                        "ordering": ["ends_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("issued_on", None),
                                    ("ends_on__gte", models.F("issued_on")),
                                    _connector="OR",
                                ),
                                name="paper_ends_after_it_is_issued",
                                violation_error_message="It cannot end before it is issued.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("renewed_by", None),
                                    models.Q(("renewed_by", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="paper_not_renewed_by_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("set_aside_on", None), ("set_aside_why", "")),
                                    models.Q(
                                        ("set_aside_on__isnull", False),
                                        models.Q(("set_aside_why", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="paper_set_aside_for_a_reason",
                                violation_error_message="Say why it is set aside.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("set_aside_on", None)),
                                fields=("kind", "holder_type", "holder_id", "ends_on"),
                                name="paper_once",
                                violation_error_message="This paper is in the list already.",
                            ),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="paper_sought"
                            ),
                            models.Index(fields=["ends_on", "id"], name="paper_by_end"),
                            models.Index(
                                fields=["holder_type", "holder_id", "kind"], name="paper_of_holder"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("holder_id", models.PositiveBigIntegerField(verbose_name="held by")),
                        ("holder_name", models.CharField(editable=False, max_length=200)),
                        (
                            "number",
                            models.CharField(blank=True, max_length=60, verbose_name="number"),
                        ),
                        (
                            "issuer",
                            models.CharField(blank=True, max_length=80, verbose_name="issued by"),
                        ),
                        (
                            "issued_on",
                            models.DateField(blank=True, null=True, verbose_name="issued on"),
                        ),
                        ("ends_on", models.DateField(verbose_name="valid until")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "set_aside_on",
                            models.DateField(blank=True, null=True, verbose_name="set aside on"),
                        ),
                        (
                            "set_aside_why",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="why it is set aside"
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
                            "holder_type",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
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
                                to="planning.paper",
                            ),
                        ),
                        (
                            "renewed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.paper",
                                verbose_name="renewed by",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.paperkind",
                                verbose_name="kind",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaperKindEvent",
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
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(600),
                                ],
                                verbose_name="valid for months",
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
                                    ("class_teacher", "Class teacher"),
                                    ("dorm_leader", "Dorm leader"),
                                    ("canteen_committee", "Canteen committee member"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=32,
                                verbose_name="responsible role",
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(
                                default=True, verbose_name="offered for new papers"
                            ),
                        ),
                        (
                            "holder_type",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="held by",
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
                                to="planning.paperkind",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanAimEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("position", models.PositiveSmallIntegerField()),
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
                                to="planning.planaim",
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
                                to="planning.plan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("adopted_at", models.DateTimeField(verbose_name="adopted at")),
                        (
                            "adopted_by",
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
                            "department",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.department",
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
                                to="planning.plan",
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
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=500, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("drill", "Drill"),
                                    ("inspection", "Inspection"),
                                    ("education", "Education"),
                                    ("meeting", "Meeting"),
                                    ("maintenance", "Maintenance"),
                                    ("supplies", "Supplies"),
                                    ("cleaning", "Cleaning"),
                                    ("event_support", "Event support"),
                                    ("duty", "Duty shift"),
                                    ("summary", "Summary"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "cohort",
                            models.CharField(blank=True, max_length=60, verbose_name="cohort"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("under_way", "Under way"),
                                    ("done", "Done"),
                                    ("postponed", "Postponed"),
                                    ("dropped", "Dropped"),
                                ],
                                default="planned",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                help_text="Why it was postponed or dropped.",
                                max_length=300,
                                verbose_name="reason",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="position in the plan"
                            ),
                        ),
                        (
                            "source",
                            models.TextField(blank=True, verbose_name="as written in the plan"),
                        ),
                        (
                            "aim",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.planaim",
                                verbose_name="aim",
                            ),
                        ),
                        (
                            "carried_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.planitem",
                                verbose_name="carried over from",
                            ),
                        ),
                        (
                            "lead_unit",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="campus.department",
                                verbose_name="lead unit",
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
                                verbose_name="person responsible",
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
                                to="planning.planitem",
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
                                to="planning.plan",
                            ),
                        ),
                        (
                            "reminder_rule",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="planning.reminderrule",
                                verbose_name="reminders of its own",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReminderRuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "subject",
                            models.CharField(
                                blank=True, max_length=60, null=True, verbose_name="reminds of"
                            ),
                        ),
                        (
                            "days_before",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    validators=[
                                        django.core.validators.MinValueValidator(1),
                                        django.core.validators.MaxValueValidator(200),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                size=8,
                                verbose_name="days before",
                            ),
                        ),
                        (
                            "on_the_day",
                            models.BooleanField(default=True, verbose_name="on the day"),
                        ),
                        (
                            "overdue_after",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    validators=[
                                        django.core.validators.MinValueValidator(1),
                                        django.core.validators.MaxValueValidator(200),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                size=8,
                                verbose_name="days after, while it is open",
                            ),
                        ),
                        (
                            "escalate_after",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    validators=[
                                        django.core.validators.MinValueValidator(1),
                                        django.core.validators.MaxValueValidator(200),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                size=8,
                                verbose_name="days after, to the head",
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
                                to="planning.reminderrule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="progressnote",
                    name="attachments",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="campus.attachment",
                        verbose_name="attachments",
                    ),
                ),
                migrations.AddIndex(
                    model_name="calendarentry",
                    index=models.Index(fields=["starts_on", "id"], name="calendar_entry_in_order"),
                ),
                AddTrigger(
                    model_name="calendarentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_calendarentryevent" ("by_id", "changed_at", "ends_on", "for_pupils", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "starts_on", "title", "unit_id") VALUES (NEW."by_id", NEW."changed_at", NEW."ends_on", NEW."for_pupils", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."starts_at", NEW."starts_on", NEW."title", NEW."unit_id"); RETURN NULL;',
                            hash="80e4333c41f750d6564ef9b7a66e535995ada74b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7c735",
                            table="planning_calendarentry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="calendarentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."for_pupils" IS DISTINCT FROM (NEW."for_pupils") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id"))',
                            func='INSERT INTO "planning_calendarentryevent" ("by_id", "changed_at", "ends_on", "for_pupils", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "starts_on", "title", "unit_id") VALUES (NEW."by_id", NEW."changed_at", NEW."ends_on", NEW."for_pupils", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."starts_at", NEW."starts_on", NEW."title", NEW."unit_id"); RETURN NULL;',
                            hash="436c0b44b71377b98352331fdf2dab05a9add401",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cf641",
                            table="planning_calendarentry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="calendarentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_calendarentryevent" ("by_id", "changed_at", "ends_on", "for_pupils", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "starts_on", "title", "unit_id") VALUES (OLD."by_id", OLD."changed_at", OLD."ends_on", OLD."for_pupils", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."starts_at", OLD."starts_on", OLD."title", OLD."unit_id"); RETURN NULL;',
                            hash="60490666d5295a92340b79a1c7b2d0cbcb3e91c2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6dcba",
                            table="planning_calendarentry",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_planevent" ("adopted_at", "adopted_by_id", "department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semester_id", "title") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."semester_id", NEW."title"); RETURN NULL;',
                            hash="f1ef785865aefd3fc3fb16001eb1619a63a17645",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3798a",
                            table="planning_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "planning_planevent" ("adopted_at", "adopted_by_id", "department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semester_id", "title") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."semester_id", NEW."title"); RETURN NULL;',
                            hash="c97dc12f1e279f720b24a44b6f3eeae5040ecb9c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3fcc4",
                            table="planning_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_planevent" ("adopted_at", "adopted_by_id", "department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semester_id", "title") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."department_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."semester_id", OLD."title"); RETURN NULL;',
                            hash="5f1e26ed2cfe816153a0aaf0fad75ce9ca7f7495",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8ee12",
                            table="planning_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_planaimevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "title") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."position", NEW."title"); RETURN NULL;',
                            hash="39d150c192ebb2b7a66b8a550c27bc4dd1b18b4e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94cae",
                            table="planning_planaim",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "planning_planaimevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "title") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."position", NEW."title"); RETURN NULL;',
                            hash="5ca32a6c420ac6ef40566e80a38fc8d0ddd3b462",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d93ff",
                            table="planning_planaim",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_planaimevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "title") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."position", OLD."title"); RETURN NULL;',
                            hash="050e699e9f24df5dc4de830fd0c79ee3ad0743a2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2980",
                            table="planning_planaim",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_planitemevent" ("aim_id", "carried_from_id", "cohort", "ends_on", "id", "kind", "lead_unit_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "reason", "reminder_rule_id", "source", "starts_on", "status", "title") VALUES (NEW."aim_id", NEW."carried_from_id", NEW."cohort", NEW."ends_on", NEW."id", NEW."kind", NEW."lead_unit_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."position", NEW."reason", NEW."reminder_rule_id", NEW."source", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="f4a29c9909f064d51bd7df4082d6d89a83134962",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aeb43",
                            table="planning_planitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."aim_id" IS DISTINCT FROM (NEW."aim_id") OR OLD."carried_from_id" IS DISTINCT FROM (NEW."carried_from_id") OR OLD."cohort" IS DISTINCT FROM (NEW."cohort") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_unit_id" IS DISTINCT FROM (NEW."lead_unit_id") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reminder_rule_id" IS DISTINCT FROM (NEW."reminder_rule_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "planning_planitemevent" ("aim_id", "carried_from_id", "cohort", "ends_on", "id", "kind", "lead_unit_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "reason", "reminder_rule_id", "source", "starts_on", "status", "title") VALUES (NEW."aim_id", NEW."carried_from_id", NEW."cohort", NEW."ends_on", NEW."id", NEW."kind", NEW."lead_unit_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."position", NEW."reason", NEW."reminder_rule_id", NEW."source", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="a574f2d98f41b50beb393ddfba3c156ca2c81213",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0c1e9",
                            table="planning_planitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_planitemevent" ("aim_id", "carried_from_id", "cohort", "ends_on", "id", "kind", "lead_unit_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "reason", "reminder_rule_id", "source", "starts_on", "status", "title") VALUES (OLD."aim_id", OLD."carried_from_id", OLD."cohort", OLD."ends_on", OLD."id", OLD."kind", OLD."lead_unit_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."position", OLD."reason", OLD."reminder_rule_id", OLD."source", OLD."starts_on", OLD."status", OLD."title"); RETURN NULL;',
                            hash="032e0c4c24bba927750ce16fc4f3dafbed9e1699",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_11821",
                            table="planning_planitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="reminderrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_reminderruleevent" ("days_before", "escalate_after", "id", "on_the_day", "overdue_after", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (NEW."days_before", NEW."escalate_after", NEW."id", NEW."on_the_day", NEW."overdue_after", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."subject"); RETURN NULL;',
                            hash="4a935b9d4362f046304b51727fbd64e544ac688e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dbe30",
                            table="planning_reminderrule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="reminderrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "planning_reminderruleevent" ("days_before", "escalate_after", "id", "on_the_day", "overdue_after", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (NEW."days_before", NEW."escalate_after", NEW."id", NEW."on_the_day", NEW."overdue_after", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."subject"); RETURN NULL;',
                            hash="b430637d540c254fe09cbc013757e03048e97e6e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_50658",
                            table="planning_reminderrule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="reminderrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_reminderruleevent" ("days_before", "escalate_after", "id", "on_the_day", "overdue_after", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (OLD."days_before", OLD."escalate_after", OLD."id", OLD."on_the_day", OLD."overdue_after", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."subject"); RETURN NULL;',
                            hash="18d43c41d3cfc22b7c10f39e3dbad49011864736",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6ef46",
                            table="planning_reminderrule",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="calendarentryevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="711d4b54e841d3a5350f026f630a773f64f01897",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c8a88",
                            table="planning_calendarentryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_meetingevent" ("called_by_id", "chair_id", "changed_at", "ends_at", "id", "kind", "open_minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_item_id", "reason", "recorder_id", "roles", "starts_at", "status", "title", "version") VALUES (NEW."called_by_id", NEW."chair_id", NEW."changed_at", NEW."ends_at", NEW."id", NEW."kind", NEW."open_minutes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."plan_item_id", NEW."reason", NEW."recorder_id", NEW."roles", NEW."starts_at", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="667302d6e0a5640a0b6317a8a7244fd4aeb11e8a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7c1b5",
                            table="planning_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."called_by_id" IS DISTINCT FROM (NEW."called_by_id") OR OLD."chair_id" IS DISTINCT FROM (NEW."chair_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."open_minutes" IS DISTINCT FROM (NEW."open_minutes") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."plan_item_id" IS DISTINCT FROM (NEW."plan_item_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recorder_id" IS DISTINCT FROM (NEW."recorder_id") OR OLD."roles" IS DISTINCT FROM (NEW."roles") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "planning_meetingevent" ("called_by_id", "chair_id", "changed_at", "ends_at", "id", "kind", "open_minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_item_id", "reason", "recorder_id", "roles", "starts_at", "status", "title", "version") VALUES (NEW."called_by_id", NEW."chair_id", NEW."changed_at", NEW."ends_at", NEW."id", NEW."kind", NEW."open_minutes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."plan_item_id", NEW."reason", NEW."recorder_id", NEW."roles", NEW."starts_at", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="ac2afee7e64eb3c3422360bbfd950c1d056acf7d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_acccc",
                            table="planning_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_meetingevent" ("called_by_id", "chair_id", "changed_at", "ends_at", "id", "kind", "open_minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "plan_item_id", "reason", "recorder_id", "roles", "starts_at", "status", "title", "version") VALUES (OLD."called_by_id", OLD."chair_id", OLD."changed_at", OLD."ends_at", OLD."id", OLD."kind", OLD."open_minutes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."plan_item_id", OLD."reason", OLD."recorder_id", OLD."roles", OLD."starts_at", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                            hash="49ac33450b9e971a6a1d465e765f2f1bbff2250e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_da940",
                            table="planning_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="decisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8b4f82b7fb800eafcb7f511c4609a4a9958c3aa8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0850b",
                            table="planning_decisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_decisionevent" ("action_id", "due_on", "id", "meeting_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."action_id", NEW."due_on", NEW."id", NEW."meeting_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="e408f906d451f78a36c442a8fc2715e43144817f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b5a1f",
                            table="planning_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "planning_decisionevent" ("action_id", "due_on", "id", "meeting_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."action_id", NEW."due_on", NEW."id", NEW."meeting_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="441c843fe2851cc0dd7334a7f2d3b1a44820a982",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e1672",
                            table="planning_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_decisionevent" ("action_id", "due_on", "id", "meeting_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."action_id", OLD."due_on", OLD."id", OLD."meeting_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                            hash="b6baaddb18ed04d9597e4c58cf1ddb3d6c856d27",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9352f",
                            table="planning_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="attendeeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="587fe41142585248433f6d05a3145b944f768154",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_752c6",
                            table="planning_attendeeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="attendee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_attendeeevent" ("id", "meeting_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "way") VALUES (NEW."id", NEW."meeting_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."presence", NEW."way"); RETURN NULL;',
                            hash="661bc5f8609968314fc0ce1d155ce095d4240eb6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a74e0",
                            table="planning_attendee",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="attendee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "planning_attendeeevent" ("id", "meeting_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "way") VALUES (NEW."id", NEW."meeting_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."presence", NEW."way"); RETURN NULL;',
                            hash="27ae68602b6987e4827a10a52c1a3f66b1ee578f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_db93c",
                            table="planning_attendee",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="attendee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_attendeeevent" ("id", "meeting_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "way") VALUES (OLD."id", OLD."meeting_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."presence", OLD."way"); RETURN NULL;',
                            hash="4ff8c1b6ec6a04c508aa5510b57557d746dc4c56",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b33fd",
                            table="planning_attendee",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="agendaitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="601aae150570e612f5ad017e159a6c0dc8eee9e7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c053e",
                            table="planning_agendaitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_agendaitemevent" ("id", "meeting_id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."id", NEW."meeting_id", NEW."minutes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                            hash="c1039ed56628250917afde33b3303699e5dade2d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a7b95",
                            table="planning_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "planning_agendaitemevent" ("id", "meeting_id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."id", NEW."meeting_id", NEW."minutes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                            hash="4e5e226743df8b49cd502f5022a48bb813a1e909",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3548e",
                            table="planning_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_agendaitemevent" ("id", "meeting_id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (OLD."id", OLD."meeting_id", OLD."minutes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."title"); RETURN NULL;',
                            hash="aee89e4dffa30f85e466d2dac4c8a0abc212fc7d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6611d",
                            table="planning_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="actionitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1173cd49789be29f11d94ba1e3cb8dcc25301077",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a809",
                            table="planning_actionitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="actionitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_actionitemevent" ("accepted_by_id", "assignee_id", "changed_at", "description", "due_at", "id", "meeting_id", "merged_into_id", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."accepted_by_id", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."meeting_id", NEW."merged_into_id", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="d577d84e59d0c0bd1317e62fab262db01fa720a0",
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
                            condition='WHEN (OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "planning_actionitemevent" ("accepted_by_id", "assignee_id", "changed_at", "description", "due_at", "id", "meeting_id", "merged_into_id", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."accepted_by_id", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."meeting_id", NEW."merged_into_id", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="9cf2a051cc9d0cb6829055a9b8e155023696844c",
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
                            func='INSERT INTO "planning_actionitemevent" ("accepted_by_id", "assignee_id", "changed_at", "description", "due_at", "id", "meeting_id", "merged_into_id", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (OLD."accepted_by_id", OLD."assignee_id", OLD."changed_at", OLD."description", OLD."due_at", OLD."id", OLD."meeting_id", OLD."merged_into_id", OLD."number", OLD."origin_id", OLD."origin_type_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."reporter_id", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                            hash="b13bb9aa8ef5becc8357f00dea6bf5114ec8eb2c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cf213",
                            table="planning_actionitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="meetingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="03c4563dde762dcc596c90f27e21d34d919d7a5e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d95cc",
                            table="planning_meetingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paperkind",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_paperkindevent" ("code", "holder_type_id", "id", "is_offered", "months", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."code", NEW."holder_type_id", NEW."id", NEW."is_offered", NEW."months", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role"); RETURN NULL;',
                            hash="dc1c739c7130c94fb701aae604447ee1b74b21dd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4e5c1",
                            table="planning_paperkind",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paperkind",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "planning_paperkindevent" ("code", "holder_type_id", "id", "is_offered", "months", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."code", NEW."holder_type_id", NEW."id", NEW."is_offered", NEW."months", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role"); RETURN NULL;',
                            hash="54d45fb57ce33c99d63b33c111f476210d963e9e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2c039",
                            table="planning_paperkind",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paperkind",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_paperkindevent" ("code", "holder_type_id", "id", "is_offered", "months", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."code", OLD."holder_type_id", OLD."id", OLD."is_offered", OLD."months", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role"); RETURN NULL;',
                            hash="9bcb82c5ac9daf6e9a70dbf1fc31165e3f35349b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_08b03",
                            table="planning_paperkind",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paperevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b140360287936d0f6aa481e1cedd81118a18a8cf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_11cb7",
                            table="planning_paperevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paper",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_paperevent" ("at", "by_id", "ends_on", "holder_id", "holder_name", "holder_type_id", "id", "issued_on", "issuer", "kind_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renewed_by_id", "set_aside_on", "set_aside_why") VALUES (NEW."at", NEW."by_id", NEW."ends_on", NEW."holder_id", NEW."holder_name", NEW."holder_type_id", NEW."id", NEW."issued_on", NEW."issuer", NEW."kind_id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."renewed_by_id", NEW."set_aside_on", NEW."set_aside_why"); RETURN NULL;',
                            hash="79e178fd69043777d22e4f7295a0e18267f3e4b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6944c",
                            table="planning_paper",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paper",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."holder_id" IS DISTINCT FROM (NEW."holder_id") OR OLD."holder_name" IS DISTINCT FROM (NEW."holder_name") OR OLD."holder_type_id" IS DISTINCT FROM (NEW."holder_type_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."issuer" IS DISTINCT FROM (NEW."issuer") OR OLD."kind_id" IS DISTINCT FROM (NEW."kind_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."renewed_by_id" IS DISTINCT FROM (NEW."renewed_by_id") OR OLD."set_aside_on" IS DISTINCT FROM (NEW."set_aside_on") OR OLD."set_aside_why" IS DISTINCT FROM (NEW."set_aside_why"))',
                            func='INSERT INTO "planning_paperevent" ("at", "by_id", "ends_on", "holder_id", "holder_name", "holder_type_id", "id", "issued_on", "issuer", "kind_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renewed_by_id", "set_aside_on", "set_aside_why") VALUES (NEW."at", NEW."by_id", NEW."ends_on", NEW."holder_id", NEW."holder_name", NEW."holder_type_id", NEW."id", NEW."issued_on", NEW."issuer", NEW."kind_id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."renewed_by_id", NEW."set_aside_on", NEW."set_aside_why"); RETURN NULL;',
                            hash="01337d5cf31b0882ec2a66d8bbe0c2497909fd10",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b336f",
                            table="planning_paper",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paper",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "planning_paperevent" ("at", "by_id", "ends_on", "holder_id", "holder_name", "holder_type_id", "id", "issued_on", "issuer", "kind_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renewed_by_id", "set_aside_on", "set_aside_why") VALUES (OLD."at", OLD."by_id", OLD."ends_on", OLD."holder_id", OLD."holder_name", OLD."holder_type_id", OLD."id", OLD."issued_on", OLD."issuer", OLD."kind_id", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."renewed_by_id", OLD."set_aside_on", OLD."set_aside_why"); RETURN NULL;',
                            hash="881e1aa0009db0a1afd4c25fb2d39658cdfadc35",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f64e2",
                            table="planning_paper",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="paperkindevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ab5ac07f9bad36a162b7b6cb071b3995865865a0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0647e",
                            table="planning_paperkindevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planaimevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7894a2243ccafa7e52f2f1f32cc54addd9aab48d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_08ef1",
                            table="planning_planaimevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="382adf41164689625885d628cb9091706fbfd174",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_87377",
                            table="planning_planevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="planitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="367f724754bcf814d68e8b56a462500900bd6ad4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_82e7f",
                            table="planning_planitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="reminderruleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="41f0f4ed5ab75dd510606770fcd3a780b6bfa335",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9f08c",
                            table="planning_reminderruleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
