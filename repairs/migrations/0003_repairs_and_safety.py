import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.migrations.operations.special
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0006_repairs_and_safety"),
        ("campus", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("repairs", "0002_ratings"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ticket",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ticket",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ticket",
                    name="delete_delete",
                ),
                migrations.CreateModel(
                    name="AssetCategory",
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
                        ("name", models.CharField(max_length=40, unique=True, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "category of assets",
                        "verbose_name_plural": "categories of assets",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="FixedAsset",
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
                            models.CharField(
                                max_length=32, unique=True, verbose_name="asset number"
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "spec",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="model and specification"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("in_use", "In use"),
                                    ("idle", "Idle"),
                                    ("to_mend", "To be mended"),
                                    ("to_dispose", "To be disposed of"),
                                    ("disposed", "Disposed of"),
                                ],
                                default="in_use",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "bought_on",
                            models.DateField(blank=True, null=True, verbose_name="bought on"),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="price in yuan",
                            ),
                        ),
                        (
                            "warranty_until",
                            models.DateField(blank=True, null=True, verbose_name="warranty until"),
                        ),
                        (
                            "supplier",
                            models.CharField(blank=True, max_length=80, verbose_name="supplier"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "is_spare",
                            models.BooleanField(
                                default=False, verbose_name="belongs to the spare pool"
                            ),
                        ),
                        (
                            "disposed_on",
                            models.DateField(blank=True, null=True, verbose_name="disposed of on"),
                        ),
                        (
                            "token",
                            models.CharField(
                                db_default=models.Func(
                                    output_field=models.CharField(),
                                    template="left(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'), 16)",
                                ),
                                editable=False,
                                max_length=16,
                                unique=True,
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("number"),
                                        models.Value(" "),
                                        models.F("name"),
                                        models.Value(" "),
                                        models.F("spec"),
                                        models.Value(" "),
                                        models.F("supplier"),
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
                            "category",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assets",
                                to="repairs.assetcategory",
                                verbose_name="category",
                            ),
                        ),
                        (
                            "custodian",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="custodian",
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
                                verbose_name="department",
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
                        "verbose_name": "fixed asset",
                        "verbose_name_plural": "fixed assets",
                        "ordering": ["number"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="asset_sought"
                            ),
                            models.Index(fields=["status", "number"], name="asset_by_state"),
                            models.Index(fields=["category", "number"], name="asset_by_category"),
                            models.Index(fields=["place", "number"], name="asset_at_place"),
                            models.Index(
                                fields=["department", "number"], name="asset_of_department"
                            ),
                            models.Index(fields=["custodian", "number"], name="asset_of_custodian"),
                            models.Index(
                                condition=models.Q(("is_spare", True)),
                                fields=["number"],
                                name="asset_spare",
                            ),
                            models.Index(
                                condition=models.Q(("warranty_until__isnull", False)),
                                fields=["warranty_until"],
                                name="asset_by_warranty",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        ["in_use", "idle", "to_mend", "to_dispose", "disposed"],
                                    )
                                ),
                                name="asset_status_known",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Upper("number"),
                                name="asset_number_once",
                                violation_error_message="Another asset has this number.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("price", None), ("price__gte", 0), _connector="OR"
                                ),
                                name="asset_price_not_negative",
                                violation_error_message="A price is not negative.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("disposed_on__isnull", False), ("status", "disposed")
                                    ),
                                    models.Q(
                                        models.Q(("status", "disposed"), _negated=True),
                                        ("disposed_on", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="asset_disposed_on_some_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("warranty_until", None),
                                    ("bought_on", None),
                                    ("warranty_until__gte", models.F("bought_on")),
                                    _connector="OR",
                                ),
                                name="asset_warranty_ends_after_it_is_bought",
                                violation_error_message="A warranty cannot end before the thing is bought.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssetMove",
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
                                choices=[("transfer", "Transfer"), ("disposal", "Disposal")],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Waits for the head"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Taken back"),
                                ],
                                default="asked",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="in a few words"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "decided_by",
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
                            "from_custodian",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "from_department",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.department",
                            ),
                        ),
                        (
                            "from_place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="from",
                            ),
                        ),
                        (
                            "to_custodian",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="custodian",
                            ),
                        ),
                        (
                            "to_department",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.department",
                                verbose_name="department",
                            ),
                        ),
                        (
                            "to_place",
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
                            "asset",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="repairs.fixedasset",
                                verbose_name="asset",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "transfer or disposal",
                        "verbose_name_plural": "transfers and disposals",
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(fields=["asset", "-id"], name="asset_move_of_asset"),
                            models.Index(fields=["state", "-id"], name="asset_move_by_state"),
                            models.Index(fields=["asked_by", "-id"], name="asset_move_of_person"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["transfer", "disposal"])),
                                name="asset_move_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "approved", "refused", "withdrawn"])
                                ),
                                name="asset_move_state_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "asked")),
                                fields=("asset",),
                                name="asset_move_one_at_a_time",
                                violation_error_message="A transfer or disposal of it waits for the head.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "disposal"),
                                        ("to_custodian", None),
                                        ("to_department", None),
                                        ("to_place", None),
                                    ),
                                    models.Q(
                                        ("kind", "transfer"),
                                        models.Q(
                                            ("to_place__isnull", False),
                                            ("to_department__isnull", False),
                                            ("to_custodian__isnull", False),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="asset_move_leads_somewhere",
                                violation_error_message="Say where it goes, or who answers for it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at", None),
                                        ("decided_by", None),
                                        ("state", "asked"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "asked"), _negated=True),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="asset_move_decided_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="asset_move_for_a_reason",
                                violation_error_message="Say why.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Compensation",
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
                                    ("asked", "Not paid yet"),
                                    ("paid", "Paid"),
                                    ("waived", "Waived"),
                                ],
                                default="asked",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=8,
                                validators=[django.core.validators.MinValueValidator(0.01)],
                                verbose_name="amount in yuan",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        (
                            "receipt",
                            models.CharField(
                                blank=True, max_length=32, verbose_name="number of the receipt"
                            ),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="paid or waived at"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who pays",
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
                                verbose_name="class that pays",
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
                                verbose_name="received or waived by",
                            ),
                        ),
                        (
                            "ticket",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="compensation",
                                to="repairs.ticket",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "compensation",
                        "verbose_name_plural": "compensations",
                        "ordering": ["-asked_at", "-id"],
                        "indexes": [
                            models.Index(
                                fields=["status", "-asked_at"], name="compensation_by_state"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["asked", "paid", "waived"])),
                                name="compensation_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)),
                                name="compensation_of_some_money",
                                violation_error_message="Compensation is more than nothing.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person__isnull", False), ("school_class", None)),
                                    models.Q(("person", None), ("school_class__isnull", False)),
                                    _connector="OR",
                                ),
                                name="compensation_has_one_payer",
                                violation_error_message="Say who pays: one person or one class.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("settled_at", None),
                                        ("settled_by", None),
                                        ("status", "asked"),
                                    ),
                                    models.Q(
                                        ("settled_at__isnull", False),
                                        ("settled_by__isnull", False),
                                        ("status__in", ["paid", "waived"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="compensation_settled_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "paid"), _negated=True),
                                    models.Q(("receipt", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="compensation_paid_has_a_receipt",
                                violation_error_message="Write down the number of the receipt.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("receipt", ""), _negated=True),
                                fields=("receipt",),
                                name="compensation_receipt_once",
                                violation_error_message="Another payment has this receipt.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompensationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Not paid yet"),
                                    ("paid", "Paid"),
                                    ("waived", "Waived"),
                                ],
                                default="asked",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=8,
                                validators=[django.core.validators.MinValueValidator(0.01)],
                                verbose_name="amount in yuan",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        (
                            "receipt",
                            models.CharField(
                                blank=True, max_length=32, verbose_name="number of the receipt"
                            ),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="paid or waived at"
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
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who pays",
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
                                to="repairs.compensation",
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
                                verbose_name="class that pays",
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
                                verbose_name="received or waived by",
                            ),
                        ),
                        (
                            "ticket",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.ticket",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Contractor",
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
                            "phone",
                            models.CharField(blank=True, max_length=32, verbose_name="phone"),
                        ),
                        (
                            "mends",
                            models.CharField(
                                blank=True,
                                help_text="Such as: lifts, fire alarm.",
                                max_length=120,
                                verbose_name="what it mends",
                            ),
                        ),
                        ("is_offered", models.BooleanField(default=True, verbose_name="offered")),
                    ],
                    options={
                        "verbose_name": "contractor",
                        "verbose_name_plural": "contractors",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="ContractorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=32, verbose_name="phone"),
                        ),
                        (
                            "mends",
                            models.CharField(
                                blank=True,
                                help_text="Such as: lifts, fire alarm.",
                                max_length=120,
                                verbose_name="what it mends",
                            ),
                        ),
                        ("is_offered", models.BooleanField(default=True, verbose_name="offered")),
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
                                to="repairs.contractor",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FixedAssetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=32, verbose_name="asset number")),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "spec",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="model and specification"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("in_use", "In use"),
                                    ("idle", "Idle"),
                                    ("to_mend", "To be mended"),
                                    ("to_dispose", "To be disposed of"),
                                    ("disposed", "Disposed of"),
                                ],
                                default="in_use",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "bought_on",
                            models.DateField(blank=True, null=True, verbose_name="bought on"),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="price in yuan",
                            ),
                        ),
                        (
                            "warranty_until",
                            models.DateField(blank=True, null=True, verbose_name="warranty until"),
                        ),
                        (
                            "supplier",
                            models.CharField(blank=True, max_length=80, verbose_name="supplier"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        (
                            "is_spare",
                            models.BooleanField(
                                default=False, verbose_name="belongs to the spare pool"
                            ),
                        ),
                        (
                            "disposed_on",
                            models.DateField(blank=True, null=True, verbose_name="disposed of on"),
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
                            "category",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.assetcategory",
                                verbose_name="category",
                            ),
                        ),
                        (
                            "custodian",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="custodian",
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
                                verbose_name="department",
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
                                to="repairs.fixedasset",
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
                    name="Loan",
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
                        ("due_on", models.DateField(verbose_name="to be returned by")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        ("lent_at", models.DateTimeField(verbose_name="lent at")),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="returned at"),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("good", "In good order"),
                                    ("worn", "Works, with marks"),
                                    ("broken", "Broken"),
                                    ("lost", "Lost"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="condition",
                            ),
                        ),
                        (
                            "returned_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="remark on its return"
                            ),
                        ),
                        ("warned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "asset",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="loans",
                                to="repairs.fixedasset",
                                verbose_name="spare device",
                            ),
                        ),
                        (
                            "borrower",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="borrower",
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
                                verbose_name="department",
                            ),
                        ),
                        (
                            "lent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="lent by",
                            ),
                        ),
                        (
                            "returned_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken back by",
                            ),
                        ),
                        (
                            "ticket",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="loans",
                                to="repairs.ticket",
                                verbose_name="repair ticket",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "loan",
                        "verbose_name_plural": "loans",
                        "ordering": ["-lent_at", "-id"],
                        "indexes": [
                            models.Index(fields=["-lent_at", "-id"], name="loan_newest"),
                            models.Index(
                                condition=models.Q(("returned_at", None)),
                                fields=["due_on"],
                                name="loan_out_by_day",
                            ),
                            models.Index(fields=["asset", "-lent_at"], name="loan_of_asset"),
                            models.Index(fields=["borrower", "-lent_at"], name="loan_of_borrower"),
                            models.Index(
                                condition=models.Q(("ticket__isnull", False)),
                                fields=["ticket"],
                                name="loan_for_ticket",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("returned_at", None)),
                                fields=("asset",),
                                name="loan_one_at_a_time",
                                violation_error_message="It is lent already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("condition__in", ["", "good", "worn", "broken", "lost"])
                                ),
                                name="loan_condition_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("borrower__isnull", False),
                                    ("department__isnull", False),
                                    ("ticket__isnull", False),
                                    _connector="OR",
                                ),
                                name="loan_to_somebody",
                                violation_error_message="Say who borrows it, or for which ticket.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("condition", ""),
                                        ("returned_at", None),
                                        ("returned_to", None),
                                    ),
                                    models.Q(
                                        ("returned_at__isnull", False),
                                        ("returned_to__isnull", False),
                                        models.Q(("condition", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="loan_returned_in_some_condition",
                                violation_error_message="Say in which condition it came back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned_at", None),
                                    ("returned_at__gte", models.F("lent_at")),
                                    _connector="OR",
                                ),
                                name="loan_returned_after_it_was_lent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LoanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("due_on", models.DateField(verbose_name="to be returned by")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="remark"),
                        ),
                        ("lent_at", models.DateTimeField(verbose_name="lent at")),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="returned at"),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("good", "In good order"),
                                    ("worn", "Works, with marks"),
                                    ("broken", "Broken"),
                                    ("lost", "Lost"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="condition",
                            ),
                        ),
                        (
                            "returned_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="remark on its return"
                            ),
                        ),
                        ("warned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "asset",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.fixedasset",
                                verbose_name="spare device",
                            ),
                        ),
                        (
                            "borrower",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="borrower",
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
                                verbose_name="department",
                            ),
                        ),
                        (
                            "lent_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="lent by",
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
                                to="repairs.loan",
                            ),
                        ),
                        (
                            "returned_to",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken back by",
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
                migrations.CreateModel(
                    name="Supply",
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
                            "spec",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="model and specification"
                            ),
                        ),
                        ("unit", models.CharField(max_length=12, verbose_name="unit")),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("teaching", "Teaching"),
                                    ("cleaning", "Cleaning"),
                                    ("office", "Office"),
                                    ("protection", "Labour protection"),
                                    ("parts", "Parts for repairs"),
                                ],
                                max_length=12,
                                verbose_name="category",
                            ),
                        ),
                        (
                            "minimum",
                            models.PositiveIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(100000)],
                                verbose_name="at least",
                            ),
                        ),
                        (
                            "shelf",
                            models.CharField(blank=True, max_length=40, verbose_name="shelf"),
                        ),
                        ("is_offered", models.BooleanField(default=True, verbose_name="offered")),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
                                        models.Value(" "),
                                        models.F("spec"),
                                        models.Value(" "),
                                        models.F("shelf"),
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
                    ],
                    options={
                        "verbose_name": "supply",
                        "verbose_name_plural": "supplies",
                        "ordering": ["name", "spec", "id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="supply_sought"
                            ),
                            models.Index(fields=["name", "spec", "id"], name="supply_by_name"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "category__in",
                                        ["teaching", "cleaning", "office", "protection", "parts"],
                                    )
                                ),
                                name="supply_category_known",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Upper("name"),
                                django.db.models.functions.text.Upper("spec"),
                                name="supply_once",
                                violation_error_message="There is an item of this name and specification.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("minimum__lte", 100000)),
                                name="supply_minimum_in_bounds",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupplyRequest",
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
                                    ("requested", "Requested"),
                                    ("approved", "Approved"),
                                    ("ready", "Ready to be fetched"),
                                    ("issued", "Handed out"),
                                    ("received", "Received into the store"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="requested",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("stock", "From the store"), ("purchase", "To be bought")],
                                default="stock",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=12,
                                verbose_name="worth about",
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
                                to="repairs.supplyrequest",
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
                        "verbose_name": "request for supplies",
                        "verbose_name_plural": "requests for supplies",
                        "ordering": ["-raised_at", "-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["-raised_at", "-id"], name="supplyrequest_newest"),
                            models.Index(
                                fields=["status", "-raised_at"], name="supplyrequest_by_state"
                            ),
                            models.Index(
                                fields=["place", "-raised_at"], name="supplyrequest_at_place"
                            ),
                            models.Index(
                                fields=["reporter", "-raised_at"], name="supplyrequest_of_reporter"
                            ),
                            models.Index(
                                fields=["assignee", "status"], name="supplyrequest_of_assignee"
                            ),
                            models.Index(
                                condition=models.Q(("asked_until__isnull", False)),
                                fields=["asked_until"],
                                name="supplyrequest_asks",
                            ),
                            models.Index(
                                condition=models.Q(("due_at__isnull", False)),
                                fields=["due_at"],
                                name="supplyrequest_due",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="supplyrequest_sought"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("priority__in", ["urgent", "normal"])),
                                name="supplyrequest_priority_known",
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
                                name="supplyrequest_merged_into_another",
                                violation_error_message="Say into which other one it is merged.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("merged_into", None),
                                    models.Q(("merged_into", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="supplyrequest_not_merged_into_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("origin_id", None), ("origin_type", None)),
                                    models.Q(
                                        ("origin_id__isnull", False), ("origin_type__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="supplyrequest_origin_whole",
                            ),
                            models.UniqueConstraint(
                                fields=("origin_type", "origin_id"),
                                name="supplyrequest_continues_a_case_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "requested",
                                            "approved",
                                            "ready",
                                            "issued",
                                            "received",
                                            "refused",
                                            "withdrawn",
                                            "merged",
                                            "handed_on",
                                        ],
                                    )
                                ),
                                name="supplyrequest_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["stock", "purchase"])),
                                name="supplyrequest_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["ready", "issued"]), _negated=True),
                                    ("kind", "stock"),
                                    _connector="OR",
                                ),
                                name="supplyrequest_handed_out_from_the_store",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "received"), _negated=True),
                                    ("kind", "purchase"),
                                    _connector="OR",
                                ),
                                name="supplyrequest_received_when_bought",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by", None),
                                    models.Q(("approved_by", models.F("reporter")), _negated=True),
                                    _connector="OR",
                                ),
                                name="supplyrequest_approved_by_another",
                                violation_error_message="Nobody approves what they have asked for themselves.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RequestLine",
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
                        ("unit", models.CharField(max_length=12, verbose_name="unit")),
                        (
                            "quantity",
                            models.PositiveIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100000),
                                ],
                                verbose_name="quantity",
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="price of a piece",
                            ),
                        ),
                        (
                            "supply",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="repairs.supply",
                                verbose_name="supply",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="repairs.supplyrequest",
                                verbose_name="request",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a request",
                        "verbose_name_plural": "lines of requests",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("quantity__gte", 1), ("quantity__lte", 100000)),
                                name="request_line_of_some_pieces",
                                violation_error_message="Say how many.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("price", None), ("price__gte", 0), _connector="OR"
                                ),
                                name="request_line_price_not_negative",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("supply__isnull", False)),
                                fields=("request", "supply"),
                                name="request_line_once",
                                violation_error_message="One item stands in two lines.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SheetImport",
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
                                    ("assets", "Fixed assets"),
                                    ("issue", "Supplies for classes"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "Being read"),
                                    ("faulty", "Has bad rows"),
                                    ("ready", "Ready to be brought in"),
                                    ("applied", "Brought in"),
                                    ("let_go", "Thrown away"),
                                ],
                                default="reading",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                        ("file", models.CharField(blank=True, max_length=200, verbose_name="file")),
                        ("facts", models.JSONField(blank=True, default=dict)),
                        ("counts", models.JSONField(blank=True, default=dict)),
                        ("preview", models.JSONField(blank=True, default=list)),
                        (
                            "faults",
                            models.JSONField(blank=True, default=list, verbose_name="bad rows"),
                        ),
                        (
                            "unread",
                            models.JSONField(blank=True, default=list, verbose_name="not read"),
                        ),
                        (
                            "applied_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="brought in at"
                            ),
                        ),
                        ("path", models.CharField(blank=True, max_length=200)),
                        (
                            "applied_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="brought in by",
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
                        "verbose_name": "import of a table",
                        "verbose_name_plural": "imports of tables",
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(fields=["kind", "-id"], name="sheet_import_of_kind")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["assets", "issue"])),
                                name="sheet_import_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["reading", "faulty", "ready", "applied", "let_go"],
                                    )
                                ),
                                name="sheet_import_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("applied_at__isnull", False), ("state", "applied")),
                                    models.Q(
                                        models.Q(("state", "applied"), _negated=True),
                                        ("applied_at", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="sheet_import_applied_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("file", ""),
                                    ("state__in", ["reading", "faulty", "ready"]),
                                    _connector="OR",
                                ),
                                name="sheet_import_file_goes",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupplyIssue",
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
                        ("title", models.CharField(max_length=120, verbose_name="what for")),
                        ("at", models.DateTimeField(verbose_name="handed out at")),
                        (
                            "signed_name",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="name on the signed sheet"
                            ),
                        ),
                        (
                            "signed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="signed at"),
                        ),
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
                                        models.F("signed_name"),
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
                                verbose_name="handed out by",
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
                                verbose_name="department",
                            ),
                        ),
                        (
                            "receiver",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="received by",
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
                                verbose_name="signed by",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="issue",
                                to="repairs.supplyrequest",
                                verbose_name="request",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "issue of supplies",
                        "verbose_name_plural": "issues of supplies",
                        "ordering": ["-id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sought"], name="supply_issue_sought"
                            ),
                            models.Index(fields=["receiver", "-id"], name="supply_issue_of_person"),
                            models.Index(fields=["department", "-id"], name="supply_issue_of_unit"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("signed_at", None),
                                        ("signed_by", None),
                                        ("signed_name", ""),
                                    ),
                                    models.Q(
                                        ("signed_at__isnull", False),
                                        ("signed_by__isnull", False),
                                        ("signed_name", ""),
                                    ),
                                    models.Q(
                                        ("signed_at__isnull", False),
                                        ("signed_by", None),
                                        models.Q(("signed_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="supply_issue_signed_one_way",
                                violation_error_message="It is signed with an account or on paper.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StockMove",
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
                                    ("receipt", "Receipt"),
                                    ("issue", "Issue"),
                                    ("return", "Return"),
                                    ("correction", "Correction by count"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("quantity", models.IntegerField(verbose_name="quantity")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="amount"
                            ),
                        ),
                        ("balance", models.IntegerField(verbose_name="balance")),
                        (
                            "balance_value",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="value of the balance"
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="price of a piece",
                            ),
                        ),
                        (
                            "invoice",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="invoice number"
                            ),
                        ),
                        (
                            "supplier",
                            models.CharField(blank=True, max_length=80, verbose_name="supplier"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=200, verbose_name="reason"),
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
                            "department",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.department",
                                verbose_name="department",
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
                        (
                            "supply",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="repairs.supply",
                                verbose_name="supply",
                            ),
                        ),
                        (
                            "ticket",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="repairs.ticket",
                                verbose_name="repair ticket",
                            ),
                        ),
                        (
                            "issue",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="repairs.supplyissue",
                                verbose_name="issue",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="repairs.supplyrequest",
                                verbose_name="request",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "move of stock",
                        "verbose_name_plural": "moves of stock",
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(fields=["supply", "-id"], name="stock_move_ledger"),
                            models.Index(
                                fields=["supply", "-at", "-id"], name="stock_move_of_month"
                            ),
                            models.Index(fields=["at"], name="stock_move_by_moment"),
                            models.Index(
                                condition=models.Q(("ticket__isnull", False)),
                                fields=["ticket", "id"],
                                name="stock_move_parts",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("amount__gte", 0),
                                        ("kind__in", ["receipt", "return"]),
                                        ("quantity__gt", 0),
                                    ),
                                    models.Q(
                                        ("amount__lte", 0), ("kind", "issue"), ("quantity__lt", 0)
                                    ),
                                    models.Q(
                                        ("kind", "correction"),
                                        models.Q(("quantity", 0), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="stock_move_kind_known_and_turned",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("balance__gte", 0), ("balance_value__gte", 0)),
                                name="stock_move_leaves_no_debt",
                                violation_error_message="There is not so much in stock.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "correction"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="stock_move_corrected_for_a_reason",
                                violation_error_message="Say why the count differs.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "receipt"), _negated=True),
                                    models.Q(("price__gte", 0), ("price__isnull", False)),
                                    _connector="OR",
                                ),
                                name="stock_move_received_at_a_price",
                                violation_error_message="Say what a piece costs.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupplyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "spec",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="model and specification"
                            ),
                        ),
                        ("unit", models.CharField(max_length=12, verbose_name="unit")),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("teaching", "Teaching"),
                                    ("cleaning", "Cleaning"),
                                    ("office", "Office"),
                                    ("protection", "Labour protection"),
                                    ("parts", "Parts for repairs"),
                                ],
                                max_length=12,
                                verbose_name="category",
                            ),
                        ),
                        (
                            "minimum",
                            models.PositiveIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(100000)],
                                verbose_name="at least",
                            ),
                        ),
                        (
                            "shelf",
                            models.CharField(blank=True, max_length=40, verbose_name="shelf"),
                        ),
                        ("is_offered", models.BooleanField(default=True, verbose_name="offered")),
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
                                to="repairs.supply",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SupplyIssueEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.CharField(max_length=16, verbose_name="number")),
                        ("title", models.CharField(max_length=120, verbose_name="what for")),
                        ("at", models.DateTimeField(verbose_name="handed out at")),
                        (
                            "signed_name",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="name on the signed sheet"
                            ),
                        ),
                        (
                            "signed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="signed at"),
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
                                verbose_name="handed out by",
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
                                verbose_name="department",
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
                                to="repairs.supplyissue",
                            ),
                        ),
                        (
                            "receiver",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="received by",
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
                                verbose_name="signed by",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.supplyrequest",
                                verbose_name="request",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SupplyRequestEvent",
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
                                    ("requested", "Requested"),
                                    ("approved", "Approved"),
                                    ("ready", "Ready to be fetched"),
                                    ("issued", "Handed out"),
                                    ("received", "Received into the store"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged"),
                                    ("handed_on", "Handed on"),
                                ],
                                default="requested",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("stock", "From the store"), ("purchase", "To be bought")],
                                default="stock",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=12,
                                verbose_name="worth about",
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
                                to="repairs.supplyrequest",
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
                                to="repairs.supplyrequest",
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
                    name="TicketTally",
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
                        ("still_open", models.IntegerField(default=0)),
                        ("mended", models.IntegerField(default=0)),
                        ("answer_kept", models.IntegerField(default=0)),
                        ("answer_missed", models.IntegerField(default=0)),
                        ("done_kept", models.IntegerField(default=0)),
                        ("done_missed", models.IntegerField(default=0)),
                        ("repeated", models.IntegerField(default=0)),
                        ("rated", models.IntegerField(default=0)),
                        ("stars", models.IntegerField(default=0)),
                        ("billed", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                        (
                            "category",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="repairs.category",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tickets of a day",
                        "verbose_name_plural": "tickets of a day",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("day", "category"), name="ticket_tally_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Trade",
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
                            "category",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="trades",
                                to="repairs.category",
                                verbose_name="category",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="trades",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="technician",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trade",
                        "verbose_name_plural": "trades",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "category"), name="trade_once_a_person"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TradeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "category",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repairs.category",
                                verbose_name="category",
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
                                verbose_name="technician",
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
                                to="repairs.trade",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Stock",
                    fields=[
                        (
                            "supply",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="stock",
                                serialize=False,
                                to="repairs.supply",
                                verbose_name="supply",
                            ),
                        ),
                        ("quantity", models.IntegerField(default=0, verbose_name="in stock")),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=14, verbose_name="value"
                            ),
                        ),
                        (
                            "is_low",
                            models.BooleanField(default=False, verbose_name="below the minimum"),
                        ),
                        ("last_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "stock",
                        "verbose_name_plural": "stocks",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("is_low", True)),
                                fields=["supply"],
                                name="stock_low",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("quantity__gte", 0)),
                                name="stock_never_below_zero",
                                violation_error_message="There is not so much in stock.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__gte", 0),
                                    models.Q(("quantity__gt", 0), ("value", 0), _connector="OR"),
                                ),
                                name="stock_value_of_what_is_there",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="ticket",
                    name="asked_until",
                    field=models.DateTimeField(
                        blank=True, null=True, verbose_name="more time asked until"
                    ),
                ),
                migrations.AddField(
                    model_name="ticket",
                    name="bill",
                    field=models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=9,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="contractor's bill in yuan",
                    ),
                ),
                migrations.AddField(
                    model_name="ticket",
                    name="earlier",
                    field=models.PositiveSmallIntegerField(default=0, editable=False),
                ),
                migrations.AddField(
                    model_name="ticket",
                    name="expected_on",
                    field=models.DateField(blank=True, null=True, verbose_name="expected on"),
                ),
                migrations.AddField(
                    model_name="ticket",
                    name="hold_for",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("parts", "Parts"),
                            ("contractor", "A contractor"),
                            ("access", "The room to be free"),
                            ("other", "Something else"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="waits for",
                    ),
                ),
                migrations.AddField(
                    model_name="ticket",
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
                    model_name="ticket",
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
                    model_name="ticketevent",
                    name="asked_until",
                    field=models.DateTimeField(
                        blank=True, null=True, verbose_name="more time asked until"
                    ),
                ),
                migrations.AddField(
                    model_name="ticketevent",
                    name="bill",
                    field=models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=9,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="contractor's bill in yuan",
                    ),
                ),
                migrations.AddField(
                    model_name="ticketevent",
                    name="earlier",
                    field=models.PositiveSmallIntegerField(default=0, editable=False),
                ),
                migrations.AddField(
                    model_name="ticketevent",
                    name="expected_on",
                    field=models.DateField(blank=True, null=True, verbose_name="expected on"),
                ),
                migrations.AddField(
                    model_name="ticketevent",
                    name="hold_for",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("parts", "Parts"),
                            ("contractor", "A contractor"),
                            ("access", "The room to be free"),
                            ("other", "Something else"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="waits for",
                    ),
                ),
                migrations.AddField(
                    model_name="ticketevent",
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
                    model_name="ticketevent",
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
                    model_name="ticket",
                    name="contractor",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tickets",
                        to="repairs.contractor",
                        verbose_name="contractor",
                    ),
                ),
                migrations.AddField(
                    model_name="ticketevent",
                    name="contractor",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="repairs.contractor",
                        verbose_name="contractor",
                    ),
                ),
                migrations.AddField(
                    model_name="ticket",
                    name="asset",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tickets",
                        to="repairs.fixedasset",
                        verbose_name="asset",
                    ),
                ),
                migrations.AddField(
                    model_name="ticketevent",
                    name="asset",
                    field=models.ForeignKey(
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
                migrations.AddIndex(
                    model_name="ticket",
                    index=models.Index(
                        condition=models.Q(("asked_until__isnull", False)),
                        fields=["asked_until"],
                        name="ticket_asks",
                    ),
                ),
                migrations.AddIndex(
                    model_name="ticket",
                    index=models.Index(
                        condition=models.Q(("earlier__gte", 2)),
                        fields=["-raised_at", "-id"],
                        name="ticket_repeated",
                    ),
                ),
                migrations.AddIndex(
                    model_name="ticket",
                    index=models.Index(
                        fields=["category", "-raised_at"], name="ticket_of_category"
                    ),
                ),
                migrations.AddIndex(
                    model_name="ticket",
                    index=models.Index(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "reported",
                                    "assigned",
                                    "taken_up",
                                    "under_way",
                                    "on_hold",
                                    "done",
                                ],
                            )
                        ),
                        fields=["status", "due_at", "id"],
                        include=("assignee",),
                        name="ticket_on_the_board",
                    ),
                ),
                # What was on hold had said why in its timeline alone.
                migrations.RunSQL(
                    sql="UPDATE repairs_ticket SET hold_for = 'other', expected_on = changed_at::date WHERE status = 'on_hold'",
                    reverse_sql="",
                ),
                # Checks that wait for the end of a change would stand in the way of the next ones.
                migrations.RunSQL(
                    sql="SET CONSTRAINTS ALL IMMEDIATE",
                    reverse_sql="",
                ),
                migrations.AddConstraint(
                    model_name="ticket",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("hold_for__in", ["", "parts", "contractor", "access", "other"])
                        ),
                        name="ticket_hold_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="ticket",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "on_hold"), _negated=True),
                            models.Q(
                                models.Q(("hold_for", ""), _negated=True),
                                ("expected_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ticket_on_hold_for_something",
                        violation_error_message="Say what it waits for, and until when.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="ticket",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("bill__gte", 0)),
                        name="ticket_bill_not_negative",
                        violation_error_message="A bill cannot be negative.",
                    ),
                ),
                AddTrigger(
                    model_name="ticket",
                    trigger=pgtrigger.compiler.Trigger(
                        name="tallied_in_repairs_tickettally",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'UPDATE' AND ROW(((OLD.raised_at) AT TIME ZONE 'Asia/Shanghai')::date, OLD.category_id, (OLD.status NOT IN ('merged', 'handed_on'))::int, (OLD.status IN ('reported', 'assigned', 'taken_up', 'under_way', 'on_hold'))::int, (OLD.status IN ('done', 'confirmed'))::int, ((OLD.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(OLD.kept))::int, ((OLD.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(OLD.missed))::int, ((OLD.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(OLD.kept))::int, ((OLD.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(OLD.missed))::int, ((OLD.status NOT IN ('merged', 'handed_on')) AND OLD.earlier >= 2)::int, (OLD.rating IS NOT NULL)::int, coalesce(OLD.rating, 0), OLD.bill) IS NOT DISTINCT FROM ROW(((NEW.raised_at) AT TIME ZONE 'Asia/Shanghai')::date, NEW.category_id, (NEW.status NOT IN ('merged', 'handed_on'))::int, (NEW.status IN ('reported', 'assigned', 'taken_up', 'under_way', 'on_hold'))::int, (NEW.status IN ('done', 'confirmed'))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(NEW.kept))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(NEW.missed))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(NEW.kept))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(NEW.missed))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND NEW.earlier >= 2)::int, (NEW.rating IS NOT NULL)::int, coalesce(NEW.rating, 0), NEW.bill) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP <> 'INSERT' THEN\n                UPDATE repairs_tickettally SET reported = reported - ((OLD.status NOT IN ('merged', 'handed_on'))::int), still_open = still_open - ((OLD.status IN ('reported', 'assigned', 'taken_up', 'under_way', 'on_hold'))::int), mended = mended - ((OLD.status IN ('done', 'confirmed'))::int), answer_kept = answer_kept - (((OLD.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(OLD.kept))::int), answer_missed = answer_missed - (((OLD.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(OLD.missed))::int), done_kept = done_kept - (((OLD.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(OLD.kept))::int), done_missed = done_missed - (((OLD.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(OLD.missed))::int), repeated = repeated - (((OLD.status NOT IN ('merged', 'handed_on')) AND OLD.earlier >= 2)::int), rated = rated - ((OLD.rating IS NOT NULL)::int), stars = stars - (coalesce(OLD.rating, 0)), billed = billed - (OLD.bill) WHERE day = (((OLD.raised_at) AT TIME ZONE 'Asia/Shanghai')::date) AND category_id = (OLD.category_id);\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                INSERT INTO repairs_tickettally (day, category_id, reported, still_open, mended, answer_kept, answer_missed, done_kept, done_missed, repeated, rated, stars, billed) VALUES (((NEW.raised_at) AT TIME ZONE 'Asia/Shanghai')::date, NEW.category_id, (NEW.status NOT IN ('merged', 'handed_on'))::int, (NEW.status IN ('reported', 'assigned', 'taken_up', 'under_way', 'on_hold'))::int, (NEW.status IN ('done', 'confirmed'))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(NEW.kept))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'answer' = ANY(NEW.missed))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(NEW.kept))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND 'done' = ANY(NEW.missed))::int, ((NEW.status NOT IN ('merged', 'handed_on')) AND NEW.earlier >= 2)::int, (NEW.rating IS NOT NULL)::int, coalesce(NEW.rating, 0), NEW.bill)\n                ON CONFLICT (day, category_id) DO UPDATE SET reported = repairs_tickettally.reported + EXCLUDED.reported, still_open = repairs_tickettally.still_open + EXCLUDED.still_open, mended = repairs_tickettally.mended + EXCLUDED.mended, answer_kept = repairs_tickettally.answer_kept + EXCLUDED.answer_kept, answer_missed = repairs_tickettally.answer_missed + EXCLUDED.answer_missed, done_kept = repairs_tickettally.done_kept + EXCLUDED.done_kept, done_missed = repairs_tickettally.done_missed + EXCLUDED.done_missed, repeated = repairs_tickettally.repeated + EXCLUDED.repeated, rated = repairs_tickettally.rated + EXCLUDED.rated, stars = repairs_tickettally.stars + EXCLUDED.stars, billed = repairs_tickettally.billed + EXCLUDED.billed;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="c17c6c502229c292d40ad640c528fe50680b687a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tallied_in_repairs_tickettally_66e97",
                            table="repairs_ticket",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="ticket",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_ticketevent" ("asked_until", "asset_id", "assignee_id", "bill", "category_id", "changed_at", "contractor_id", "damage_cause", "description", "done_at", "due_at", "earlier", "expected_on", "hold_for", "id", "kept", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rating", "reporter_id", "status", "title", "version") VALUES (NEW."asked_until", NEW."asset_id", NEW."assignee_id", NEW."bill", NEW."category_id", NEW."changed_at", NEW."contractor_id", NEW."damage_cause", NEW."description", NEW."done_at", NEW."due_at", NEW."earlier", NEW."expected_on", NEW."hold_for", NEW."id", NEW."kept", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."rating", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="9e77640fead6fd3185858cc73ff275c78a0947ca",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7840a",
                            table="repairs_ticket",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="ticket",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asked_until" IS DISTINCT FROM (NEW."asked_until") OR OLD."asset_id" IS DISTINCT FROM (NEW."asset_id") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."bill" IS DISTINCT FROM (NEW."bill") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."contractor_id" IS DISTINCT FROM (NEW."contractor_id") OR OLD."damage_cause" IS DISTINCT FROM (NEW."damage_cause") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."done_at" IS DISTINCT FROM (NEW."done_at") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."earlier" IS DISTINCT FROM (NEW."earlier") OR OLD."expected_on" IS DISTINCT FROM (NEW."expected_on") OR OLD."hold_for" IS DISTINCT FROM (NEW."hold_for") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kept" IS DISTINCT FROM (NEW."kept") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."missed" IS DISTINCT FROM (NEW."missed") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."rating" IS DISTINCT FROM (NEW."rating") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "repairs_ticketevent" ("asked_until", "asset_id", "assignee_id", "bill", "category_id", "changed_at", "contractor_id", "damage_cause", "description", "done_at", "due_at", "earlier", "expected_on", "hold_for", "id", "kept", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rating", "reporter_id", "status", "title", "version") VALUES (NEW."asked_until", NEW."asset_id", NEW."assignee_id", NEW."bill", NEW."category_id", NEW."changed_at", NEW."contractor_id", NEW."damage_cause", NEW."description", NEW."done_at", NEW."due_at", NEW."earlier", NEW."expected_on", NEW."hold_for", NEW."id", NEW."kept", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."rating", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="74e34c38959f0d8dceb911790b81d246b27e9433",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_35d37",
                            table="repairs_ticket",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="ticket",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_ticketevent" ("asked_until", "asset_id", "assignee_id", "bill", "category_id", "changed_at", "contractor_id", "damage_cause", "description", "done_at", "due_at", "earlier", "expected_on", "hold_for", "id", "kept", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "rating", "reporter_id", "status", "title", "version") VALUES (OLD."asked_until", OLD."asset_id", OLD."assignee_id", OLD."bill", OLD."category_id", OLD."changed_at", OLD."contractor_id", OLD."damage_cause", OLD."description", OLD."done_at", OLD."due_at", OLD."earlier", OLD."expected_on", OLD."hold_for", OLD."id", OLD."kept", OLD."merged_into_id", OLD."missed", OLD."number", OLD."origin_id", OLD."origin_type_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."rating", OLD."reporter_id", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                            hash="f764f065139163e4c411dc9c668b5a7f997b2f49",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_079c3",
                            table="repairs_ticket",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="contractor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_contractorevent" ("id", "is_offered", "mends", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."id", NEW."is_offered", NEW."mends", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone"); RETURN NULL;',
                            hash="4f8133ab1452474e7738cc511122f57b71b98dc9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_97f9b",
                            table="repairs_contractor",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="contractor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repairs_contractorevent" ("id", "is_offered", "mends", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."id", NEW."is_offered", NEW."mends", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone"); RETURN NULL;',
                            hash="be5ad2585b9b719c705d65975e532949dad08013",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0c22e",
                            table="repairs_contractor",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="contractor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_contractorevent" ("id", "is_offered", "mends", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (OLD."id", OLD."is_offered", OLD."mends", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone"); RETURN NULL;',
                            hash="adafe4485ca6818f71013d33cf7be0c52765a106",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c5911",
                            table="repairs_contractor",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="compensation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_compensationevent" ("amount", "asked_at", "asked_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "school_class_id", "settled_at", "settled_by_id", "status", "ticket_id") VALUES (NEW."amount", NEW."asked_at", NEW."asked_by_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."receipt", NEW."school_class_id", NEW."settled_at", NEW."settled_by_id", NEW."status", NEW."ticket_id"); RETURN NULL;',
                            hash="bb4fd249bc44acfee3793f6fba5aea77e70a7a23",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7d588",
                            table="repairs_compensation",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="compensation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repairs_compensationevent" ("amount", "asked_at", "asked_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "school_class_id", "settled_at", "settled_by_id", "status", "ticket_id") VALUES (NEW."amount", NEW."asked_at", NEW."asked_by_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."receipt", NEW."school_class_id", NEW."settled_at", NEW."settled_by_id", NEW."status", NEW."ticket_id"); RETURN NULL;',
                            hash="3e31717719cfc4f47161a733eae90fe364406991",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c3aea",
                            table="repairs_compensation",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="compensation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_compensationevent" ("amount", "asked_at", "asked_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "school_class_id", "settled_at", "settled_by_id", "status", "ticket_id") VALUES (OLD."amount", OLD."asked_at", OLD."asked_by_id", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."receipt", OLD."school_class_id", OLD."settled_at", OLD."settled_by_id", OLD."status", OLD."ticket_id"); RETURN NULL;',
                            hash="81725934870e4d7f855da5776880e5dc430a22ef",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_02db8",
                            table="repairs_compensation",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="compensationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a83e70b0e711c98097833e104f1cd71a96ae96e1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fd122",
                            table="repairs_compensationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="contractorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="89c48be0fa7f6a7786e01e40dbd89d73e3c8a607",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7d61c",
                            table="repairs_contractorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fixedasset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_fixedassetevent" ("at", "bought_on", "by_id", "category_id", "custodian_id", "department_id", "disposed_on", "id", "is_spare", "name", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "price", "spec", "status", "supplier", "warranty_until") VALUES (NEW."at", NEW."bought_on", NEW."by_id", NEW."category_id", NEW."custodian_id", NEW."department_id", NEW."disposed_on", NEW."id", NEW."is_spare", NEW."name", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."price", NEW."spec", NEW."status", NEW."supplier", NEW."warranty_until"); RETURN NULL;',
                            hash="e6b86645febc21769469b6e353b09418ad9a33e2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_35d59",
                            table="repairs_fixedasset",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fixedasset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."bought_on" IS DISTINCT FROM (NEW."bought_on") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."custodian_id" IS DISTINCT FROM (NEW."custodian_id") OR OLD."department_id" IS DISTINCT FROM (NEW."department_id") OR OLD."disposed_on" IS DISTINCT FROM (NEW."disposed_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_spare" IS DISTINCT FROM (NEW."is_spare") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."price" IS DISTINCT FROM (NEW."price") OR OLD."spec" IS DISTINCT FROM (NEW."spec") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."supplier" IS DISTINCT FROM (NEW."supplier") OR OLD."warranty_until" IS DISTINCT FROM (NEW."warranty_until"))',
                            func='INSERT INTO "repairs_fixedassetevent" ("at", "bought_on", "by_id", "category_id", "custodian_id", "department_id", "disposed_on", "id", "is_spare", "name", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "price", "spec", "status", "supplier", "warranty_until") VALUES (NEW."at", NEW."bought_on", NEW."by_id", NEW."category_id", NEW."custodian_id", NEW."department_id", NEW."disposed_on", NEW."id", NEW."is_spare", NEW."name", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."price", NEW."spec", NEW."status", NEW."supplier", NEW."warranty_until"); RETURN NULL;',
                            hash="7de155c99011fe21e4abae35fd9ea79436d9e2aa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c878b",
                            table="repairs_fixedasset",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fixedasset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_fixedassetevent" ("at", "bought_on", "by_id", "category_id", "custodian_id", "department_id", "disposed_on", "id", "is_spare", "name", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "price", "spec", "status", "supplier", "warranty_until") VALUES (OLD."at", OLD."bought_on", OLD."by_id", OLD."category_id", OLD."custodian_id", OLD."department_id", OLD."disposed_on", OLD."id", OLD."is_spare", OLD."name", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."price", OLD."spec", OLD."status", OLD."supplier", OLD."warranty_until"); RETURN NULL;',
                            hash="5a00cdab9c784eacfcfacfce2375c07ab417a235",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_afdf9",
                            table="repairs_fixedasset",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fixedassetevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c0ea8316499d1628c829d49ea8a4cb708c6d9ed8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c109c",
                            table="repairs_fixedassetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="loan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_loanevent" ("asset_id", "borrower_id", "condition", "department_id", "due_on", "id", "lent_at", "lent_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "returned_note", "returned_to_id", "ticket_id", "warned_at") VALUES (NEW."asset_id", NEW."borrower_id", NEW."condition", NEW."department_id", NEW."due_on", NEW."id", NEW."lent_at", NEW."lent_by_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."returned_at", NEW."returned_note", NEW."returned_to_id", NEW."ticket_id", NEW."warned_at"); RETURN NULL;',
                            hash="2f4ca2c1496b60b1b02f75ae347d6de81701566e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_42478",
                            table="repairs_loan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="loan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repairs_loanevent" ("asset_id", "borrower_id", "condition", "department_id", "due_on", "id", "lent_at", "lent_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "returned_note", "returned_to_id", "ticket_id", "warned_at") VALUES (NEW."asset_id", NEW."borrower_id", NEW."condition", NEW."department_id", NEW."due_on", NEW."id", NEW."lent_at", NEW."lent_by_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."returned_at", NEW."returned_note", NEW."returned_to_id", NEW."ticket_id", NEW."warned_at"); RETURN NULL;',
                            hash="177d005594ef2cc13baaa7a4bedfe472f379ff7e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0e8db",
                            table="repairs_loan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="loan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_loanevent" ("asset_id", "borrower_id", "condition", "department_id", "due_on", "id", "lent_at", "lent_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "returned_note", "returned_to_id", "ticket_id", "warned_at") VALUES (OLD."asset_id", OLD."borrower_id", OLD."condition", OLD."department_id", OLD."due_on", OLD."id", OLD."lent_at", OLD."lent_by_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."returned_at", OLD."returned_note", OLD."returned_to_id", OLD."ticket_id", OLD."warned_at"); RETURN NULL;',
                            hash="8b14e664a6c17e9568ab87fe298c679588f7b91a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2ae4a",
                            table="repairs_loan",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="loanevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d014b47978bca3ccb869a618433859ec712d6a04",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_96e2f",
                            table="repairs_loanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supply",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_supplyevent" ("at", "by_id", "category", "id", "is_offered", "minimum", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shelf", "spec", "unit") VALUES (NEW."at", NEW."by_id", NEW."category", NEW."id", NEW."is_offered", NEW."minimum", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shelf", NEW."spec", NEW."unit"); RETURN NULL;',
                            hash="6edfa7964f2269d4b01e97ef381dfb45f965ca87",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ce8f5",
                            table="repairs_supply",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supply",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."category" IS DISTINCT FROM (NEW."category") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_offered" IS DISTINCT FROM (NEW."is_offered") OR OLD."minimum" IS DISTINCT FROM (NEW."minimum") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."shelf" IS DISTINCT FROM (NEW."shelf") OR OLD."spec" IS DISTINCT FROM (NEW."spec") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                            func='INSERT INTO "repairs_supplyevent" ("at", "by_id", "category", "id", "is_offered", "minimum", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shelf", "spec", "unit") VALUES (NEW."at", NEW."by_id", NEW."category", NEW."id", NEW."is_offered", NEW."minimum", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shelf", NEW."spec", NEW."unit"); RETURN NULL;',
                            hash="059df6284970ee6f3a05bd018630e87484e4ebd3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4c1af",
                            table="repairs_supply",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supply",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_supplyevent" ("at", "by_id", "category", "id", "is_offered", "minimum", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shelf", "spec", "unit") VALUES (OLD."at", OLD."by_id", OLD."category", OLD."id", OLD."is_offered", OLD."minimum", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shelf", OLD."spec", OLD."unit"); RETURN NULL;',
                            hash="acf767e7a20d65f6b573858d84c8aad5501f64fa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3c864",
                            table="repairs_supply",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="06e893eabb49cef88b9cff89781dc08d4f273527",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_228b5",
                            table="repairs_supplyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_supplyrequestevent" ("amount", "approved_by_id", "asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "kept", "kind", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."amount", NEW."approved_by_id", NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."kept", NEW."kind", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="bfc07d414677bd315fd6f2ac674115e19c59247c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_09035",
                            table="repairs_supplyrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."approved_by_id" IS DISTINCT FROM (NEW."approved_by_id") OR OLD."asked_until" IS DISTINCT FROM (NEW."asked_until") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kept" IS DISTINCT FROM (NEW."kept") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."missed" IS DISTINCT FROM (NEW."missed") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin_id" IS DISTINCT FROM (NEW."origin_id") OR OLD."origin_type_id" IS DISTINCT FROM (NEW."origin_type_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."reporter_id" IS DISTINCT FROM (NEW."reporter_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "repairs_supplyrequestevent" ("amount", "approved_by_id", "asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "kept", "kind", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (NEW."amount", NEW."approved_by_id", NEW."asked_until", NEW."assignee_id", NEW."changed_at", NEW."description", NEW."due_at", NEW."id", NEW."kept", NEW."kind", NEW."merged_into_id", NEW."missed", NEW."number", NEW."origin_id", NEW."origin_type_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."priority", NEW."raised_at", NEW."reporter_id", NEW."status", NEW."title", NEW."version"); RETURN NULL;',
                            hash="0ded4537482962907293d8ea2a666f0be037e7db",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_57026",
                            table="repairs_supplyrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_supplyrequestevent" ("amount", "approved_by_id", "asked_until", "assignee_id", "changed_at", "description", "due_at", "id", "kept", "kind", "merged_into_id", "missed", "number", "origin_id", "origin_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "priority", "raised_at", "reporter_id", "status", "title", "version") VALUES (OLD."amount", OLD."approved_by_id", OLD."asked_until", OLD."assignee_id", OLD."changed_at", OLD."description", OLD."due_at", OLD."id", OLD."kept", OLD."kind", OLD."merged_into_id", OLD."missed", OLD."number", OLD."origin_id", OLD."origin_type_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."priority", OLD."raised_at", OLD."reporter_id", OLD."status", OLD."title", OLD."version"); RETURN NULL;',
                            hash="bbc284cd87fbc275015f6449a2c7159f324b0195",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_03649",
                            table="repairs_supplyrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyissueevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e3dcb9dea8d66d91f6ed46d5031bbfae508c3806",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_416a4",
                            table="repairs_supplyissueevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyissue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_supplyissueevent" ("at", "by_id", "department_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_id", "request_id", "signed_at", "signed_by_id", "signed_name", "title") VALUES (NEW."at", NEW."by_id", NEW."department_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."receiver_id", NEW."request_id", NEW."signed_at", NEW."signed_by_id", NEW."signed_name", NEW."title"); RETURN NULL;',
                            hash="7a1f06b517dabb106c724a4dac6e68994924d0f2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fab83",
                            table="repairs_supplyissue",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyissue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."department_id" IS DISTINCT FROM (NEW."department_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."receiver_id" IS DISTINCT FROM (NEW."receiver_id") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."signed_at" IS DISTINCT FROM (NEW."signed_at") OR OLD."signed_by_id" IS DISTINCT FROM (NEW."signed_by_id") OR OLD."signed_name" IS DISTINCT FROM (NEW."signed_name") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "repairs_supplyissueevent" ("at", "by_id", "department_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_id", "request_id", "signed_at", "signed_by_id", "signed_name", "title") VALUES (NEW."at", NEW."by_id", NEW."department_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."receiver_id", NEW."request_id", NEW."signed_at", NEW."signed_by_id", NEW."signed_name", NEW."title"); RETURN NULL;',
                            hash="2d0ba86a2ce109f094c171aed4d8d25a634eba62",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_978fb",
                            table="repairs_supplyissue",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyissue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_supplyissueevent" ("at", "by_id", "department_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receiver_id", "request_id", "signed_at", "signed_by_id", "signed_name", "title") VALUES (OLD."at", OLD."by_id", OLD."department_id", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."receiver_id", OLD."request_id", OLD."signed_at", OLD."signed_by_id", OLD."signed_name", OLD."title"); RETURN NULL;',
                            hash="f2c4c8d3d68227d050741fd0033ef18cd8876a98",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c7a0f",
                            table="repairs_supplyissue",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="stockmove",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stock_moves_are_append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="949807c0da37a4e56eb6a61b979988b5384fcb40",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stock_moves_are_append_only_c1ea1",
                            table="repairs_stockmove",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplyrequestevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d41ba94ab9e7f335c658b075394800d554e5f9aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d77ce",
                            table="repairs_supplyrequestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="trade",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_tradeevent" ("category_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."category_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="4cc76e8f49284c3c08eb38852433d70779b7077e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_37e04",
                            table="repairs_trade",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="trade",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repairs_tradeevent" ("category_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."category_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="5a90be5aeef0fa91684527160d069f7dc846d4d4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_54911",
                            table="repairs_trade",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="trade",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repairs_tradeevent" ("category_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."category_id", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="001f55cc263acdc3677aaba900dd8a0d4dc34bbe",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_101ad",
                            table="repairs_trade",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="tradeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3d5e674de2d6dfeb456c26a57c9c2d592fe5b6b3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f8fab",
                            table="repairs_tradeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                # From here on the database counts by itself; what there is already is counted once.
                migrations.RunSQL(
                    """
            INSERT INTO repairs_tickettally (day, category_id, reported, still_open, mended,
              answer_kept, answer_missed, done_kept, done_missed, repeated, rated, stars, billed)
            SELECT (raised_at AT TIME ZONE 'Asia/Shanghai')::date, category_id, count(*),
                   count(*) FILTER (WHERE status IN ('reported', 'assigned', 'taken_up',
                                                     'under_way', 'on_hold')),
                   count(*) FILTER (WHERE status IN ('done', 'confirmed')),
                   0, 0, 0, 0, 0, count(rating), coalesce(sum(rating), 0), 0
            FROM repairs_ticket WHERE status NOT IN ('merged', 'handed_on') GROUP BY 1, 2
            """,
                    migrations.RunSQL.noop,
                ),
            ]
        ),
    ]
