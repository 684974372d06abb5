import datetime
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
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
        ("planning", "0007_food_safety_meeting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Allergen",
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
                        ("code", models.SlugField(max_length=20, unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=20, unique=True, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "allergen",
                        "verbose_name_plural": "allergens",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Batch",
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
                        ("ingredient", models.CharField(max_length=40, verbose_name="ingredient")),
                        (
                            "number",
                            models.CharField(blank=True, max_length=40, verbose_name="batch"),
                        ),
                        (
                            "produced_on",
                            models.DateField(blank=True, null=True, verbose_name="produced on"),
                        ),
                        (
                            "expires_on",
                            models.DateField(blank=True, null=True, verbose_name="keeps until"),
                        ),
                        (
                            "quantity",
                            models.DecimalField(
                                decimal_places=2, max_digits=9, verbose_name="quantity"
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                default="kg", max_length=10, verbose_name="unit of quantity"
                            ),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("ingredient"),
                                        models.Value(" "),
                                        models.F("number"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "batch",
                        "verbose_name_plural": "batches",
                        "ordering": ["receipt", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="MealTimeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        ("starts", models.TimeField(verbose_name="from")),
                        ("ends", models.TimeField(verbose_name="until")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MenuDraft",
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
                        ("monday", models.DateField(verbose_name="week from")),
                        ("name", models.CharField(max_length=100, verbose_name="file")),
                        ("rows", models.JSONField(blank=True, default=list)),
                        ("faults", models.JSONField(blank=True, default=list)),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "put_up_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="put up at"),
                        ),
                    ],
                    options={
                        "verbose_name": "draft of a menu",
                        "verbose_name_plural": "drafts of menus",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="MenuDraftEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("monday", models.DateField(verbose_name="week from")),
                        ("name", models.CharField(max_length=100, verbose_name="file")),
                        ("rows", models.JSONField(blank=True, default=list)),
                        ("faults", models.JSONField(blank=True, default=list)),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "put_up_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="put up at"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MenuItem",
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
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        (
                            "is_small",
                            models.BooleanField(default=False, verbose_name="small portion"),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="price"
                            ),
                        ),
                        ("grams", models.PositiveSmallIntegerField(verbose_name="grams")),
                        (
                            "content",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="food in it, in grams"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "item of a menu",
                        "verbose_name_plural": "items of menus",
                        "ordering": ["day", "counter", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="MenuItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(verbose_name="day")),
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        (
                            "is_small",
                            models.BooleanField(default=False, verbose_name="small portion"),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="price"
                            ),
                        ),
                        ("grams", models.PositiveSmallIntegerField(verbose_name="grams")),
                        (
                            "content",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="food in it, in grams"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MorningCheck",
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
                        (
                            "symptoms",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                size=None,
                                verbose_name="symptoms",
                            ),
                        ),
                        (
                            "is_clean",
                            models.BooleanField(
                                default=True, verbose_name="hands, clothes, hair and nails in order"
                            ),
                        ),
                        ("is_fit", models.BooleanField(default=True, verbose_name="fit to work")),
                        (
                            "measures",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what was done"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                    ],
                    options={
                        "verbose_name": "morning check",
                        "verbose_name_plural": "morning checks",
                        "ordering": ["-day", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="MorningCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(verbose_name="day")),
                        (
                            "symptoms",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                size=None,
                                verbose_name="symptoms",
                            ),
                        ),
                        (
                            "is_clean",
                            models.BooleanField(
                                default=True, verbose_name="hands, clothes, hair and nails in order"
                            ),
                        ),
                        ("is_fit", models.BooleanField(default=True, verbose_name="fit to work")),
                        (
                            "measures",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what was done"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PortionCheck",
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
                        ("stated", models.PositiveSmallIntegerField(verbose_name="grams stated")),
                        ("weighed", models.PositiveSmallIntegerField(verbose_name="grams weighed")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        ("at", models.DateTimeField(verbose_name="weighed at")),
                    ],
                    options={
                        "verbose_name": "weighed portion",
                        "verbose_name_plural": "weighed portions",
                        "ordering": ["-at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="PortionCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("stated", models.PositiveSmallIntegerField(verbose_name="grams stated")),
                        ("weighed", models.PositiveSmallIntegerField(verbose_name="grams weighed")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        ("at", models.DateTimeField(verbose_name="weighed at")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Post",
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
                        ("name", models.CharField(max_length=30, verbose_name="name")),
                        ("is_kept", models.BooleanField(default=True, verbose_name="in use")),
                    ],
                    options={
                        "verbose_name": "post of a kitchen",
                        "verbose_name_plural": "posts of kitchens",
                        "ordering": ["canteen", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="PostEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=30, verbose_name="name")),
                        ("is_kept", models.BooleanField(default=True, verbose_name="in use")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PriceNotice",
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
                            "is_small",
                            models.BooleanField(default=False, verbose_name="small portion"),
                        ),
                        ("since", models.DateField(verbose_name="since")),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="price"
                            ),
                        ),
                        ("grams", models.PositiveSmallIntegerField(verbose_name="grams")),
                        (
                            "previous_price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="price before",
                            ),
                        ),
                        (
                            "previous_grams",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="grams before"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="why the price changes"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
                    ],
                    options={
                        "verbose_name": "price notice",
                        "verbose_name_plural": "price notices",
                        "ordering": ["-since", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="PriceNoticeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "is_small",
                            models.BooleanField(default=False, verbose_name="small portion"),
                        ),
                        ("since", models.DateField(verbose_name="since")),
                        (
                            "price",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="price"
                            ),
                        ),
                        ("grams", models.PositiveSmallIntegerField(verbose_name="grams")),
                        (
                            "previous_price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="price before",
                            ),
                        ),
                        (
                            "previous_grams",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="grams before"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="why the price changes"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reading",
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
                            "value",
                            models.DecimalField(decimal_places=1, max_digits=5, verbose_name="°C"),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="minutes"
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="dish or load"
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=5, null=True
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=5, null=True
                            ),
                        ),
                        ("least_minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "is_out",
                            models.BooleanField(default=False, verbose_name="out of its limits"),
                        ),
                        (
                            "measures",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what was done"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reading",
                        "verbose_name_plural": "readings",
                        "ordering": ["-at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="ReadingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("at", models.DateTimeField(verbose_name="at")),
                        (
                            "value",
                            models.DecimalField(decimal_places=1, max_digits=5, verbose_name="°C"),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="minutes"
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="dish or load"
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=5, null=True
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=5, null=True
                            ),
                        ),
                        ("least_minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "is_out",
                            models.BooleanField(default=False, verbose_name="out of its limits"),
                        ),
                        (
                            "measures",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what was done"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RosterLine",
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
                        (
                            "taken_off_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="taken off at"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a kitchen's roster",
                        "verbose_name_plural": "lines of kitchens' rosters",
                        "ordering": ["day", "post", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="RosterLineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(verbose_name="day")),
                        (
                            "taken_off_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="taken off at"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Standards",
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
                            "sample_grams",
                            models.PositiveSmallIntegerField(
                                default=125, verbose_name="grams of a sample"
                            ),
                        ),
                        (
                            "sample_hours",
                            models.PositiveSmallIntegerField(
                                default=48, verbose_name="hours that a sample is kept"
                            ),
                        ),
                        (
                            "training_hours",
                            models.PositiveSmallIntegerField(
                                default=40, verbose_name="hours of training a year"
                            ),
                        ),
                        (
                            "months_after_expiry",
                            models.PositiveSmallIntegerField(
                                default=6,
                                verbose_name="months that papers of a purchase are kept after the shelf life",
                            ),
                        ),
                        (
                            "months_without_expiry",
                            models.PositiveSmallIntegerField(
                                default=24,
                                verbose_name="months that they are kept where nothing says how long it keeps",
                            ),
                        ),
                        (
                            "light_percent",
                            models.PositiveSmallIntegerField(
                                default=10,
                                verbose_name="per cent below what is stated from which a portion is light",
                            ),
                        ),
                        (
                            "five_c_target",
                            models.PositiveSmallIntegerField(
                                default=90, verbose_name="points of 100 that 5C aims at"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "standards of the canteens",
                        "verbose_name_plural": "standards of the canteens",
                    },
                ),
                migrations.CreateModel(
                    name="StandardsEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "sample_grams",
                            models.PositiveSmallIntegerField(
                                default=125, verbose_name="grams of a sample"
                            ),
                        ),
                        (
                            "sample_hours",
                            models.PositiveSmallIntegerField(
                                default=48, verbose_name="hours that a sample is kept"
                            ),
                        ),
                        (
                            "training_hours",
                            models.PositiveSmallIntegerField(
                                default=40, verbose_name="hours of training a year"
                            ),
                        ),
                        (
                            "months_after_expiry",
                            models.PositiveSmallIntegerField(
                                default=6,
                                verbose_name="months that papers of a purchase are kept after the shelf life",
                            ),
                        ),
                        (
                            "months_without_expiry",
                            models.PositiveSmallIntegerField(
                                default=24,
                                verbose_name="months that they are kept where nothing says how long it keeps",
                            ),
                        ),
                        (
                            "light_percent",
                            models.PositiveSmallIntegerField(
                                default=10,
                                verbose_name="per cent below what is stated from which a portion is light",
                            ),
                        ),
                        (
                            "five_c_target",
                            models.PositiveSmallIntegerField(
                                default=90, verbose_name="points of 100 that 5C aims at"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Supplier",
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
                        ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                        (
                            "address",
                            models.CharField(blank=True, max_length=120, verbose_name="address"),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        ("is_kept", models.BooleanField(default=True, verbose_name="delivers")),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
                                        models.Value(" "),
                                        models.F("address"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "supplier",
                        "verbose_name_plural": "suppliers",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="SupplierEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "address",
                            models.CharField(blank=True, max_length=120, verbose_name="address"),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telephone"),
                        ),
                        ("is_kept", models.BooleanField(default=True, verbose_name="delivers")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Survey",
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
                            models.CharField(max_length=80, unique=True, verbose_name="title"),
                        ),
                        ("opens_on", models.DateField(verbose_name="open from")),
                        ("closes_on", models.DateField(verbose_name="open until")),
                        (
                            "published_on",
                            models.DateField(blank=True, null=True, verbose_name="published on"),
                        ),
                    ],
                    options={
                        "verbose_name": "survey",
                        "verbose_name_plural": "surveys",
                        "ordering": ["-opens_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyAnswered",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answered survey",
                        "verbose_name_plural": "answered surveys",
                    },
                ),
                migrations.CreateModel(
                    name="SurveyCell",
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
                        ("grade", models.PositiveSmallIntegerField(verbose_name="grade")),
                        (
                            "choice",
                            models.CharField(
                                choices=[
                                    ("very", "Very satisfied"),
                                    ("satisfied", "Satisfied"),
                                    ("not", "Not satisfied"),
                                ],
                                max_length=10,
                                verbose_name="answer",
                            ),
                        ),
                        ("count", models.PositiveIntegerField(default=0, verbose_name="how often")),
                    ],
                    options={
                        "verbose_name": "cell of a survey",
                        "verbose_name_plural": "cells of surveys",
                        "ordering": ["survey", "question", "canteen", "grade", "choice"],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=80, verbose_name="title")),
                        ("opens_on", models.DateField(verbose_name="open from")),
                        ("closes_on", models.DateField(verbose_name="open until")),
                        (
                            "published_on",
                            models.DateField(blank=True, null=True, verbose_name="published on"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SurveyQuestion",
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
                        ("text", models.CharField(max_length=80, verbose_name="question")),
                    ],
                    options={
                        "verbose_name": "question of a survey",
                        "verbose_name_plural": "questions of surveys",
                        "ordering": ["survey", "position"],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyQuestionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("text", models.CharField(max_length=80, verbose_name="question")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Training",
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
                        ("on", models.DateField(verbose_name="day")),
                        ("topic", models.CharField(max_length=80, verbose_name="about")),
                        (
                            "hours",
                            models.DecimalField(
                                decimal_places=1, max_digits=4, verbose_name="hours"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "training of a worker",
                        "verbose_name_plural": "trainings of workers",
                        "ordering": ["-on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("on", models.DateField(verbose_name="day")),
                        ("topic", models.CharField(max_length=80, verbose_name="about")),
                        (
                            "hours",
                            models.DecimalField(
                                decimal_places=1, max_digits=4, verbose_name="hours"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AccompaniedMeal",
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
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        (
                            "taste",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="taste and quality",
                            ),
                        ),
                        (
                            "hygiene",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="hygiene",
                            ),
                        ),
                        (
                            "order",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="order in the hall",
                            ),
                        ),
                        (
                            "service",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="service",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="remarks, reactions"
                            ),
                        ),
                        (
                            "problem",
                            models.CharField(blank=True, max_length=120, verbose_name="problem"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="recorded at"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="planning.actionitem",
                                verbose_name="what follows",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who eats along",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "accompanied meal",
                        "verbose_name_plural": "accompanied meals",
                        "ordering": ["-day", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Canteen",
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
                        (
                            "is_open",
                            models.BooleanField(default=True, verbose_name="meals are served here"),
                        ),
                        (
                            "place",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "canteen",
                        "verbose_name_plural": "canteens",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="BatchUse",
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
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uses",
                                to="canteen.batch",
                                verbose_name="batch",
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
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "use of a batch",
                        "verbose_name_plural": "uses of batches",
                        "ordering": ["-day", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="AccompaniedMealEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(verbose_name="day")),
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        (
                            "taste",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="taste and quality",
                            ),
                        ),
                        (
                            "hygiene",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="hygiene",
                            ),
                        ),
                        (
                            "order",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="order in the hall",
                            ),
                        ),
                        (
                            "service",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Excellent"),
                                    ("good", "Good"),
                                    ("fair", "Fair"),
                                    ("poor", "Poor"),
                                ],
                                max_length=10,
                                verbose_name="service",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="remarks, reactions"
                            ),
                        ),
                        (
                            "problem",
                            models.CharField(blank=True, max_length=120, verbose_name="problem"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="recorded at"),
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
                                verbose_name="what follows",
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
                                verbose_name="who eats along",
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
                                to="canteen.accompaniedmeal",
                            ),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="accompaniedmeal",
                    name="canteen",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="canteen.canteen",
                        verbose_name="canteen",
                    ),
                ),
                migrations.CreateModel(
                    name="CanteenEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        (
                            "is_open",
                            models.BooleanField(default=True, verbose_name="meals are served here"),
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
                                to="canteen.canteen",
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
                    name="CanteenWorker",
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
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        ("job", models.CharField(max_length=40, verbose_name="job")),
                        ("hired_on", models.DateField(verbose_name="hired on")),
                        (
                            "left_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
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
                                        models.F("name"),
                                        models.Value(" "),
                                        models.F("job"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workers",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "canteen worker",
                        "verbose_name_plural": "canteen workers",
                        "ordering": ["canteen", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="CanteenWorkerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        ("job", models.CharField(max_length=40, verbose_name="job")),
                        ("hired_on", models.DateField(verbose_name="hired on")),
                        (
                            "left_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
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
                                to="canteen.canteenworker",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Counter",
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
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        ("is_open", models.BooleanField(default=True, verbose_name="it serves")),
                        (
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="counters",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                        (
                            "place",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="campus.place",
                                verbose_name="place of its label",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "counter",
                        "verbose_name_plural": "counters",
                        "ordering": ["canteen", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="CounterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        ("is_open", models.BooleanField(default=True, verbose_name="it serves")),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
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
                                to="canteen.counter",
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
                                verbose_name="place of its label",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Device",
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
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("fridge", "Fridge"),
                                    ("cold", "Cold store"),
                                    ("core", "Core temperature of dishes"),
                                    ("heat", "Disinfection by heat"),
                                ],
                                default="fridge",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=5,
                                null=True,
                                verbose_name="°C at the least",
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=5,
                                null=True,
                                verbose_name="°C at most",
                            ),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="minutes at the least"
                            ),
                        ),
                        ("is_kept", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="devices",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "device of a kitchen",
                        "verbose_name_plural": "devices of kitchens",
                        "ordering": ["canteen", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="DeviceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("fridge", "Fridge"),
                                    ("cold", "Cold store"),
                                    ("core", "Core temperature of dishes"),
                                    ("heat", "Disinfection by heat"),
                                ],
                                default="fridge",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=5,
                                null=True,
                                verbose_name="°C at the least",
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=5,
                                null=True,
                                verbose_name="°C at most",
                            ),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="minutes at the least"
                            ),
                        ),
                        ("is_kept", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
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
                                to="canteen.device",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Dish",
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
                        (
                            "ingredients",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="ingredients"
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(default=True, verbose_name="offered for menus"),
                        ),
                        (
                            "sought",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    django.db.models.functions.text.Concat(
                                        models.F("name"),
                                        models.Value(" "),
                                        models.F("ingredients"),
                                        output_field=models.TextField(),
                                    ),
                                    function="bigrams",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "allergens",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="canteen.allergen",
                                verbose_name="allergens",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dish",
                        "verbose_name_plural": "dishes",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="BatchUseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(verbose_name="day")),
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.batch",
                                verbose_name="batch",
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
                                to="canteen.batchuse",
                            ),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                        (
                            "dish",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.dish",
                                verbose_name="dish",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="batchuse",
                    name="dish",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="canteen.dish",
                        verbose_name="dish",
                    ),
                ),
                migrations.CreateModel(
                    name="DishEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        (
                            "ingredients",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="ingredients"
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(default=True, verbose_name="offered for menus"),
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
                                to="canteen.dish",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FiveCArea",
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
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        ("state", models.CharField(max_length=300, verbose_name="agreed state")),
                        (
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="areas",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="canteen.canteenworker",
                                verbose_name="kept by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "area of the five constants",
                        "verbose_name_plural": "areas of the five constants",
                        "ordering": ["canteen", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="FiveCAreaEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        ("state", models.CharField(max_length=300, verbose_name="agreed state")),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
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
                                to="canteen.canteenworker",
                                verbose_name="kept by",
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
                                to="canteen.fivecarea",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FoodSample",
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
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        ("grams", models.PositiveSmallIntegerField(verbose_name="grams")),
                        ("taken_at", models.DateTimeField(verbose_name="taken at")),
                        ("keep_until", models.DateTimeField(verbose_name="to be kept until")),
                        (
                            "fridge",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="where it lies"
                            ),
                        ),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="checked at"),
                        ),
                        (
                            "disposed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="disposed of at"
                            ),
                        ),
                        (
                            "sealed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="sealed at"),
                        ),
                        (
                            "sealed_why",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="why it is sealed"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken by",
                            ),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="checked by",
                            ),
                        ),
                        (
                            "dish",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="samples",
                                to="canteen.dish",
                                verbose_name="dish",
                            ),
                        ),
                        (
                            "disposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disposed of by",
                            ),
                        ),
                        (
                            "sealed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="sealed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "food sample",
                        "verbose_name_plural": "food samples",
                        "ordering": ["-taken_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="FoodSampleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(verbose_name="day")),
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        ("grams", models.PositiveSmallIntegerField(verbose_name="grams")),
                        ("taken_at", models.DateTimeField(verbose_name="taken at")),
                        ("keep_until", models.DateTimeField(verbose_name="to be kept until")),
                        (
                            "fridge",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="where it lies"
                            ),
                        ),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="checked at"),
                        ),
                        (
                            "disposed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="disposed of at"
                            ),
                        ),
                        (
                            "sealed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="sealed at"),
                        ),
                        (
                            "sealed_why",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="why it is sealed"
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
                                verbose_name="taken by",
                            ),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="checked by",
                            ),
                        ),
                        (
                            "dish",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.dish",
                                verbose_name="dish",
                            ),
                        ),
                        (
                            "disposed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disposed of by",
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
                                to="canteen.foodsample",
                            ),
                        ),
                        (
                            "sealed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="sealed by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GoodsReceipt",
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
                        ("on", models.DateField(verbose_name="delivered on")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
                        (
                            "signed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="signed at"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="received by",
                            ),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
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
                                verbose_name="checked and signed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "goods receipt",
                        "verbose_name_plural": "goods receipts",
                        "ordering": ["-on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="BatchEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("ingredient", models.CharField(max_length=40, verbose_name="ingredient")),
                        (
                            "number",
                            models.CharField(blank=True, max_length=40, verbose_name="batch"),
                        ),
                        (
                            "produced_on",
                            models.DateField(blank=True, null=True, verbose_name="produced on"),
                        ),
                        (
                            "expires_on",
                            models.DateField(blank=True, null=True, verbose_name="keeps until"),
                        ),
                        (
                            "quantity",
                            models.DecimalField(
                                decimal_places=2, max_digits=9, verbose_name="quantity"
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                default="kg", max_length=10, verbose_name="unit of quantity"
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
                                to="canteen.batch",
                            ),
                        ),
                        (
                            "receipt",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.goodsreceipt",
                                verbose_name="goods receipt",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="batch",
                    name="receipt",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="batches",
                        to="canteen.goodsreceipt",
                        verbose_name="goods receipt",
                    ),
                ),
                migrations.CreateModel(
                    name="GoodsReceiptEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("on", models.DateField(verbose_name="delivered on")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="remark"),
                        ),
                        ("at", models.DateTimeField(verbose_name="written at")),
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
                                verbose_name="received by",
                            ),
                        ),
                        (
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
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
                                to="canteen.goodsreceipt",
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
                                verbose_name="checked and signed by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MealCount",
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
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        ("diners", models.PositiveIntegerField(verbose_name="how many ate")),
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
                            "canteen",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "number of diners",
                        "verbose_name_plural": "numbers of diners",
                        "ordering": ["-day", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="MealCountEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField(verbose_name="day")),
                        (
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                verbose_name="meal",
                            ),
                        ),
                        ("diners", models.PositiveIntegerField(verbose_name="how many ate")),
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
                            "canteen",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="canteen.canteen",
                                verbose_name="canteen",
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
                                to="canteen.mealcount",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MealTime",
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
                            "meal",
                            models.CharField(
                                choices=[
                                    ("breakfast", "Breakfast"),
                                    ("lunch", "Lunch"),
                                    ("supper", "Supper"),
                                ],
                                max_length=10,
                                unique=True,
                                verbose_name="meal",
                            ),
                        ),
                        ("starts", models.TimeField(verbose_name="from")),
                        ("ends", models.TimeField(verbose_name="until")),
                    ],
                    options={
                        "verbose_name": "time of a meal",
                        "verbose_name_plural": "times of meals",
                        "ordering": ["starts"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("meal__in", ["breakfast", "lunch", "supper"])),
                                name="meal_time_meal_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("starts"))),
                                name="meal_time_ends_after_it_starts",
                                violation_error_message="A meal must end after it starts.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="mealtimeevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="mealtimeevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.mealtime",
                    ),
                ),
                migrations.AddField(
                    model_name="menudraft",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="menudraft",
                    name="counter",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="canteen.counter",
                        verbose_name="counter",
                    ),
                ),
                migrations.AddField(
                    model_name="menudraftevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="menudraftevent",
                    name="counter",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.counter",
                        verbose_name="counter",
                    ),
                ),
                migrations.AddField(
                    model_name="menudraftevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="menudraftevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.menudraft",
                    ),
                ),
                migrations.AddField(
                    model_name="menuitem",
                    name="counter",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="canteen.counter",
                        verbose_name="counter",
                    ),
                ),
                migrations.AddField(
                    model_name="menuitem",
                    name="dish",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="canteen.dish",
                        verbose_name="dish",
                    ),
                ),
                migrations.AddField(
                    model_name="menuitemevent",
                    name="counter",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.counter",
                        verbose_name="counter",
                    ),
                ),
                migrations.AddField(
                    model_name="menuitemevent",
                    name="dish",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.dish",
                        verbose_name="dish",
                    ),
                ),
                migrations.AddField(
                    model_name="menuitemevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="menuitemevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.menuitem",
                    ),
                ),
                migrations.AddField(
                    model_name="morningcheck",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                migrations.AddField(
                    model_name="morningcheck",
                    name="worker",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="canteen.canteenworker",
                        verbose_name="worker",
                    ),
                ),
                migrations.AddField(
                    model_name="morningcheckevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                migrations.AddField(
                    model_name="morningcheckevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="morningcheckevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.morningcheck",
                    ),
                ),
                migrations.AddField(
                    model_name="morningcheckevent",
                    name="worker",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.canteenworker",
                        verbose_name="worker",
                    ),
                ),
                migrations.AddField(
                    model_name="portioncheck",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="weighed by",
                    ),
                ),
                migrations.AddField(
                    model_name="portioncheck",
                    name="item",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portions",
                        to="canteen.menuitem",
                        verbose_name="item of a menu",
                    ),
                ),
                migrations.AddField(
                    model_name="portioncheckevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="weighed by",
                    ),
                ),
                migrations.AddField(
                    model_name="portioncheckevent",
                    name="item",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.menuitem",
                        verbose_name="item of a menu",
                    ),
                ),
                migrations.AddField(
                    model_name="portioncheckevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="portioncheckevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.portioncheck",
                    ),
                ),
                migrations.AddField(
                    model_name="post",
                    name="canteen",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="canteen.canteen",
                        verbose_name="canteen",
                    ),
                ),
                migrations.AddField(
                    model_name="post",
                    name="owner",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="canteen.canteenworker",
                        verbose_name="answers for it",
                    ),
                ),
                migrations.AddField(
                    model_name="postevent",
                    name="canteen",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.canteen",
                        verbose_name="canteen",
                    ),
                ),
                migrations.AddField(
                    model_name="postevent",
                    name="owner",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.canteenworker",
                        verbose_name="answers for it",
                    ),
                ),
                migrations.AddField(
                    model_name="postevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="postevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.post",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenotice",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenotice",
                    name="counter",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="canteen.counter",
                        verbose_name="counter",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenotice",
                    name="dish",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prices",
                        to="canteen.dish",
                        verbose_name="dish",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenoticeevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenoticeevent",
                    name="counter",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.counter",
                        verbose_name="counter",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenoticeevent",
                    name="dish",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.dish",
                        verbose_name="dish",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenoticeevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="pricenoticeevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.pricenotice",
                    ),
                ),
                migrations.AddField(
                    model_name="reading",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="reading",
                    name="device",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="canteen.device",
                        verbose_name="device",
                    ),
                ),
                migrations.AddField(
                    model_name="readingevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="readingevent",
                    name="device",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.device",
                        verbose_name="device",
                    ),
                ),
                migrations.AddField(
                    model_name="readingevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="readingevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.reading",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterline",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterline",
                    name="certificate",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.paper",
                        verbose_name="certificate",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterline",
                    name="post",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="canteen.post",
                        verbose_name="post",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterline",
                    name="worker",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="canteen.canteenworker",
                        verbose_name="worker",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterlineevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterlineevent",
                    name="certificate",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="planning.paper",
                        verbose_name="certificate",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterlineevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterlineevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.rosterline",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterlineevent",
                    name="post",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.post",
                        verbose_name="post",
                    ),
                ),
                migrations.AddField(
                    model_name="rosterlineevent",
                    name="worker",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.canteenworker",
                        verbose_name="worker",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standards",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="canteen_standards_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standards",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sample_grams__range", (125, 1000))),
                        name="canteen_sample_grams_at_least",
                        violation_error_message="A sample is 125 g at the least, and 1000 g at most.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standards",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sample_hours__range", (48, 720))),
                        name="canteen_sample_hours_at_least",
                        violation_error_message="A sample is kept 48 hours at the least.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standards",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("five_c_target__range", (1, 100)),
                            ("light_percent__range", (1, 90)),
                            ("training_hours__range", (1, 400)),
                        ),
                        name="canteen_standards_in_bounds",
                        violation_error_message="Hours are between 1 and 400, per cent between 1 and 90, points between 1 and 100.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standards",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("months_after_expiry__gte", 6), ("months_without_expiry__gte", 24)
                        ),
                        name="canteen_papers_kept_long_enough",
                        violation_error_message="Papers are kept six months after the shelf life, else two years, at the least.",
                    ),
                ),
                migrations.AddField(
                    model_name="standardsevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="standardsevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.standards",
                    ),
                ),
                migrations.AddIndex(
                    model_name="supplier",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["sought"], name="supplier_sought"
                    ),
                ),
                migrations.AddField(
                    model_name="goodsreceiptevent",
                    name="supplier",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.supplier",
                        verbose_name="supplier",
                    ),
                ),
                migrations.AddField(
                    model_name="goodsreceipt",
                    name="supplier",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="canteen.supplier",
                        verbose_name="supplier",
                    ),
                ),
                migrations.AddField(
                    model_name="supplierevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="supplierevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.supplier",
                    ),
                ),
                migrations.AddField(
                    model_name="survey",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyanswered",
                    name="person",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="surveyanswered",
                    name="survey",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answered",
                        to="canteen.survey",
                    ),
                ),
                migrations.AddField(
                    model_name="surveycell",
                    name="canteen",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="canteen.canteen",
                    ),
                ),
                migrations.AddField(
                    model_name="surveycell",
                    name="survey",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cells",
                        to="canteen.survey",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.survey",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyquestion",
                    name="survey",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="canteen.survey",
                    ),
                ),
                migrations.AddField(
                    model_name="surveycell",
                    name="question",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="canteen.surveyquestion",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyquestionevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyquestionevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.surveyquestion",
                    ),
                ),
                migrations.AddField(
                    model_name="surveyquestionevent",
                    name="survey",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.survey",
                    ),
                ),
                migrations.AddField(
                    model_name="training",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="training",
                    name="worker",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="canteen.canteenworker",
                        verbose_name="worker",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingevent",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.training",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingevent",
                    name="worker",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="canteen.canteenworker",
                        verbose_name="worker",
                    ),
                ),
                migrations.AddIndex(
                    model_name="accompaniedmeal",
                    index=models.Index(fields=["-day", "-id"], name="accompanied_newest"),
                ),
                migrations.AddIndex(
                    model_name="accompaniedmeal",
                    index=models.Index(fields=["person", "day"], name="accompanied_by_person"),
                ),
                migrations.AddConstraint(
                    model_name="accompaniedmeal",
                    constraint=models.UniqueConstraint(
                        fields=("canteen", "day", "meal", "person"),
                        name="accompanied_once",
                        violation_error_message="They are on the rota for this meal already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accompaniedmeal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("meal__in", ["breakfast", "lunch", "supper"])),
                        name="accompanied_meal_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accompaniedmeal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("hygiene", ""),
                                ("order", ""),
                                ("recorded_at", None),
                                ("service", ""),
                                ("taste", ""),
                            ),
                            models.Q(
                                ("hygiene__in", ["excellent", "good", "fair", "poor"]),
                                ("order__in", ["excellent", "good", "fair", "poor"]),
                                ("recorded_at__isnull", False),
                                ("service__in", ["excellent", "good", "fair", "poor"]),
                                ("taste__in", ["excellent", "good", "fair", "poor"]),
                            ),
                            _connector="OR",
                        ),
                        name="accompanied_recorded_whole",
                        violation_error_message="Grade all four.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accompaniedmeal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("action", None),
                            models.Q(("problem", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="accompanied_follows_a_problem",
                    ),
                ),
                migrations.AddIndex(
                    model_name="canteenworker",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["sought"], name="canteen_worker_sought"
                    ),
                ),
                migrations.AddIndex(
                    model_name="canteenworker",
                    index=models.Index(fields=["name", "id"], name="canteen_worker_by_name"),
                ),
                migrations.AddConstraint(
                    model_name="canteenworker",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("left_on", None),
                            ("left_on__gte", models.F("hired_on")),
                            _connector="OR",
                        ),
                        name="worker_leaves_after_being_hired",
                        violation_error_message="Nobody leaves before they are hired.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="counter",
                    constraint=models.UniqueConstraint(
                        fields=("canteen", "name"),
                        name="counter_name_once",
                        violation_error_message="This canteen has a counter of that name already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="device",
                    constraint=models.UniqueConstraint(
                        fields=("canteen", "name"),
                        name="device_name_once",
                        violation_error_message="This canteen has a device of that name already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="device",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["fridge", "cold", "core", "heat"])),
                        name="device_kind_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="device",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("low", None),
                            ("high", None),
                            ("high__gte", models.F("low")),
                            _connector="OR",
                        ),
                        name="device_limits_in_order",
                        violation_error_message="The upper limit is no less than the lower one.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="device",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("low__isnull", False), ("high__isnull", False), _connector="OR"
                        ),
                        name="device_has_a_limit",
                        violation_error_message="Say a limit.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="dish",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["sought"], name="dish_sought"
                    ),
                ),
                migrations.AddIndex(
                    model_name="batchuse",
                    index=models.Index(fields=["canteen", "day", "meal"], name="batch_use_of_meal"),
                ),
                migrations.AddConstraint(
                    model_name="batchuse",
                    constraint=models.UniqueConstraint(
                        fields=("batch", "canteen", "day", "meal", "dish"),
                        name="batch_use_once",
                        violation_error_message="It is noted already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="batchuse",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("meal__in", ["breakfast", "lunch", "supper"])),
                        name="batch_use_meal_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="fivecarea",
                    constraint=models.UniqueConstraint(
                        fields=("canteen", "name"),
                        name="five_c_area_once",
                        violation_error_message="This canteen has an area of that name already.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="foodsample",
                    index=models.Index(fields=["-taken_at", "-id"], name="food_sample_newest"),
                ),
                migrations.AddIndex(
                    model_name="foodsample",
                    index=models.Index(
                        condition=models.Q(("disposed_at", None)),
                        fields=["keep_until"],
                        name="food_sample_kept",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.UniqueConstraint(
                        fields=("canteen", "day", "meal", "dish"),
                        name="food_sample_once",
                        violation_error_message="A sample of this dish is taken already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("meal__in", ["breakfast", "lunch", "supper"])),
                        name="food_sample_meal_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("grams__range", (125, 1000))),
                        name="food_sample_grams",
                        violation_error_message="A sample is 125 g at the least, and 1000 g at most.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "keep_until__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("taken_at"),
                                    "+",
                                    models.Value(datetime.timedelta(days=2)),
                                ),
                            )
                        ),
                        name="food_sample_kept_long_enough",
                        violation_error_message="A sample is kept 48 hours at the least.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disposed_at", None), ("disposed_by", None)),
                            models.Q(
                                ("disposed_at__gte", models.F("keep_until")),
                                ("disposed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="food_sample_disposed_of_afterwards",
                        violation_error_message="Its time is not over yet.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sealed_at", None), ("sealed_by", None), ("sealed_why", "")),
                            models.Q(
                                ("sealed_at__isnull", False),
                                ("sealed_by__isnull", False),
                                models.Q(("sealed_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="food_sample_sealed_for_a_reason",
                        violation_error_message="Say why it is sealed.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("sealed_at", None), ("disposed_at", None), _connector="OR"
                        ),
                        name="food_sample_sealed_stays",
                        violation_error_message="A sealed sample is not disposed of.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="foodsample",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at", None), ("checked_by", None)),
                            models.Q(
                                ("checked_at__isnull", False),
                                ("checked_by__isnull", False),
                                models.Q(("checked_by", models.F("by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="food_sample_checked_by_another",
                        violation_error_message="Somebody else checks it.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="batch",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["sought"], name="batch_sought"
                    ),
                ),
                migrations.AddIndex(
                    model_name="batch",
                    index=models.Index(fields=["ingredient", "id"], name="batch_of_ingredient"),
                ),
                migrations.AddConstraint(
                    model_name="batch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="batch_quantity_positive",
                        violation_error_message="An amount is more than nought.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="batch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("produced_on", None),
                            ("expires_on", None),
                            ("expires_on__gte", models.F("produced_on")),
                            _connector="OR",
                        ),
                        name="batch_keeps_after_it_was_produced",
                        violation_error_message="It cannot keep until before it was produced.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mealcount",
                    constraint=models.UniqueConstraint(
                        fields=("canteen", "day", "meal"), name="meal_count_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mealcount",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("meal__in", ["breakfast", "lunch", "supper"])),
                        name="meal_count_meal_known",
                    ),
                ),
                migrations.AddIndex(
                    model_name="menuitem",
                    index=models.Index(fields=["counter", "day"], name="menu_item_of_counter"),
                ),
                migrations.AddConstraint(
                    model_name="menuitem",
                    constraint=models.UniqueConstraint(
                        fields=("day", "meal", "counter", "dish", "is_small"),
                        name="menu_item_once",
                        violation_error_message="This dish is on that menu already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="menuitem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("meal__in", ["breakfast", "lunch", "supper"])),
                        name="menu_item_meal_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="menuitem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("price__gte", 0)),
                        name="menu_item_price_not_negative",
                        violation_error_message="A price is no less than nought.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="menuitem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("grams__range", (1, 5000))),
                        name="menu_item_grams_in_bounds",
                        violation_error_message="A portion weighs between 1 and 5000 g.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="morningcheck",
                    index=models.Index(fields=["-day", "-id"], name="morning_check_newest"),
                ),
                migrations.AddConstraint(
                    model_name="morningcheck",
                    constraint=models.UniqueConstraint(
                        fields=("worker", "day"),
                        name="morning_check_once",
                        violation_error_message="They were checked today already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="morningcheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("symptoms__contained_by", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
                            ("symptoms__len__gte", 1),
                        ),
                        name="morning_check_symptoms_known",
                        violation_error_message="Symptoms have the numbers 0 to 12.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="morningcheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_fit", True), ("symptoms", [0])),
                            models.Q(
                                ("is_fit", False),
                                models.Q(("symptoms__contains", [0]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="morning_check_fit_without_symptoms",
                        violation_error_message="Whoever has a symptom is not fit to work.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="morningcheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_clean", True), ("is_fit", True)),
                            models.Q(("measures", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="morning_check_followed_up",
                        violation_error_message="Say what was done.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="portioncheck",
                    index=models.Index(fields=["-at", "-id"], name="portion_check_newest"),
                ),
                migrations.AddConstraint(
                    model_name="portioncheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("weighed__range", (1, 5000))),
                        name="portion_weighed_in_bounds",
                        violation_error_message="A portion weighs between 1 and 5000 g.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="post",
                    constraint=models.UniqueConstraint(
                        fields=("canteen", "name"),
                        name="post_name_once",
                        violation_error_message="This canteen has a post of that name already.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="pricenotice",
                    index=models.Index(fields=["-since", "-id"], name="price_notice_newest"),
                ),
                migrations.AddConstraint(
                    model_name="pricenotice",
                    constraint=models.UniqueConstraint(
                        fields=("counter", "dish", "is_small", "since"),
                        name="price_notice_once",
                        violation_error_message="That day has a price already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pricenotice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("previous_grams", None), ("previous_price", None)),
                            models.Q(
                                ("previous_grams__isnull", False), ("previous_price__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="price_notice_before_whole",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pricenotice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("previous_price", None),
                            ("price", models.F("previous_price")),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="price_notice_changed_for_a_reason",
                        violation_error_message="Say why the price changes.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="reading",
                    index=models.Index(fields=["-at", "-id"], name="reading_newest"),
                ),
                migrations.AddIndex(
                    model_name="reading",
                    index=models.Index(fields=["device", "-at"], name="reading_of_device"),
                ),
                migrations.AddConstraint(
                    model_name="reading",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("is_out", True),
                            models.Q(
                                models.Q(
                                    ("low", None), ("value__gte", models.F("low")), _connector="OR"
                                ),
                                models.Q(
                                    ("high", None),
                                    ("value__lte", models.F("high")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("least_minutes", None),
                                    models.Q(
                                        ("minutes__gte", models.F("least_minutes")),
                                        ("minutes__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="reading_out_is_told",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reading",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("is_out", False),
                            models.Q(("measures", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reading_out_followed_up",
                        violation_error_message="It is out of its limits: say what was done.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rosterline",
                    constraint=models.UniqueConstraint(
                        fields=("day", "post", "worker"),
                        name="roster_line_once",
                        violation_error_message="They are at this post that day already.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="goodsreceipt",
                    index=models.Index(fields=["-on", "-id"], name="goods_receipt_newest"),
                ),
                migrations.AddIndex(
                    model_name="goodsreceipt",
                    index=models.Index(
                        condition=models.Q(("second", None)),
                        fields=["on"],
                        name="goods_receipt_unsigned",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="goodsreceipt",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("second", None), ("signed_at", None)),
                            models.Q(
                                ("second__isnull", False),
                                ("signed_at__isnull", False),
                                models.Q(("second", models.F("by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="goods_receipt_signed_by_two",
                        violation_error_message="Two different people sign it.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="survey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="survey_closes_after_it_opens",
                        violation_error_message="It cannot close before it opens.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="survey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("published_on", None),
                            ("published_on__gt", models.F("closes_on")),
                            _connector="OR",
                        ),
                        name="survey_published_after_it_closed",
                        violation_error_message="It is published once it is closed.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyanswered",
                    constraint=models.UniqueConstraint(
                        fields=("survey", "person"),
                        name="survey_answered_once",
                        violation_error_message="You have answered already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyquestion",
                    constraint=models.UniqueConstraint(
                        fields=("survey", "position"), name="survey_question_position"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyquestion",
                    constraint=models.UniqueConstraint(
                        fields=("survey", "text"),
                        name="survey_question_once",
                        violation_error_message="This question stands there already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveycell",
                    constraint=models.UniqueConstraint(
                        fields=("survey", "canteen", "grade", "question", "choice"),
                        name="survey_cell_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveycell",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("choice__in", ["very", "satisfied", "not"])),
                        name="survey_choice_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="training",
                    constraint=models.UniqueConstraint(
                        fields=("worker", "on", "topic"),
                        name="training_once",
                        violation_error_message="This training is noted already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="training",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("hours__gt", 0), ("hours__lte", 24)),
                        name="training_hours_in_bounds",
                        violation_error_message="Hours of a day are between 0.1 and 24.",
                    ),
                ),
                AddTrigger(
                    model_name="mealtime",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_mealtimeevent" ("ends", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts") VALUES (NEW."ends", NEW."id", NEW."meal", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts"); RETURN NULL;',
                            hash="524ef0755195e89a49f62133ed0dfff881290ca2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d85c3",
                            table="canteen_mealtime",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="mealtime",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_mealtimeevent" ("ends", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts") VALUES (NEW."ends", NEW."id", NEW."meal", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts"); RETURN NULL;',
                            hash="d05d1c1fe641c99b0c27d8542ca312baed9d51a6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_36365",
                            table="canteen_mealtime",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="mealtime",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_mealtimeevent" ("ends", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts") VALUES (OLD."ends", OLD."id", OLD."meal", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts"); RETURN NULL;',
                            hash="a7c6b45d8c07602184892c5c0453f244da48fd64",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ddea4",
                            table="canteen_mealtime",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="standards",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_standardsevent" ("five_c_target", "id", "light_percent", "months_after_expiry", "months_without_expiry", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_grams", "sample_hours", "training_hours") VALUES (NEW."five_c_target", NEW."id", NEW."light_percent", NEW."months_after_expiry", NEW."months_without_expiry", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample_grams", NEW."sample_hours", NEW."training_hours"); RETURN NULL;',
                            hash="d6b7d6d82e7ee41aab92975fd7fc27178d06d854",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ea342",
                            table="canteen_standards",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="standards",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_standardsevent" ("five_c_target", "id", "light_percent", "months_after_expiry", "months_without_expiry", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_grams", "sample_hours", "training_hours") VALUES (NEW."five_c_target", NEW."id", NEW."light_percent", NEW."months_after_expiry", NEW."months_without_expiry", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sample_grams", NEW."sample_hours", NEW."training_hours"); RETURN NULL;',
                            hash="def34c6acd45eec01cfd5972856ecf9f699f700a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f19e5",
                            table="canteen_standards",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="standards",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_standardsevent" ("five_c_target", "id", "light_percent", "months_after_expiry", "months_without_expiry", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_grams", "sample_hours", "training_hours") VALUES (OLD."five_c_target", OLD."id", OLD."light_percent", OLD."months_after_expiry", OLD."months_without_expiry", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample_grams", OLD."sample_hours", OLD."training_hours"); RETURN NULL;',
                            hash="f942bf03c957dfcc0a9d96cbac517e6d3987a43d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cd1e2",
                            table="canteen_standards",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplier",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_supplierevent" ("address", "id", "is_kept", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."address", NEW."id", NEW."is_kept", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone"); RETURN NULL;',
                            hash="73c3c4c8d73b169971132be464ca39f593542d28",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_95b2d",
                            table="canteen_supplier",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplier",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_kept" IS DISTINCT FROM (NEW."is_kept") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone"))',
                            func='INSERT INTO "canteen_supplierevent" ("address", "id", "is_kept", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."address", NEW."id", NEW."is_kept", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone"); RETURN NULL;',
                            hash="ff41f695659a038ee5ad23169d77f5b7a2ae6bb6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_82130",
                            table="canteen_supplier",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplier",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_supplierevent" ("address", "id", "is_kept", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (OLD."address", OLD."id", OLD."is_kept", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone"); RETURN NULL;',
                            hash="1f1c4e3b263a5de34f8025b47b19744437d01aa5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8b1c9",
                            table="canteen_supplier",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteen",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_canteenevent" ("id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id"); RETURN NULL;',
                            hash="f080b65957ca7a8a0d2fff482b69e62b0a0032ed",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1c242",
                            table="canteen_canteen",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteen",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_canteenevent" ("id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id"); RETURN NULL;',
                            hash="acee61d94f27179fb515efc77c1efeaf3b84acfb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ae4ed",
                            table="canteen_canteen",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteen",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_canteenevent" ("id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (OLD."id", OLD."is_open", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id"); RETURN NULL;',
                            hash="d8ead3f1f46315896816c831d30e15f0f3136b44",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5337a",
                            table="canteen_canteen",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="accompaniedmealevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="681941eb381cb98710caddd09bc49d2949bbfc0e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_84d3f",
                            table="canteen_accompaniedmealevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="accompaniedmeal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_accompaniedmealevent" ("action_id", "canteen_id", "day", "hygiene", "id", "meal", "order", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "recorded_at", "service", "taste", "words") VALUES (NEW."action_id", NEW."canteen_id", NEW."day", NEW."hygiene", NEW."id", NEW."meal", NEW."order", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem", NEW."recorded_at", NEW."service", NEW."taste", NEW."words"); RETURN NULL;',
                            hash="2e378f222c8c30dad714b86ba53908a2498f9085",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c80d2",
                            table="canteen_accompaniedmeal",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="accompaniedmeal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_accompaniedmealevent" ("action_id", "canteen_id", "day", "hygiene", "id", "meal", "order", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "recorded_at", "service", "taste", "words") VALUES (NEW."action_id", NEW."canteen_id", NEW."day", NEW."hygiene", NEW."id", NEW."meal", NEW."order", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem", NEW."recorded_at", NEW."service", NEW."taste", NEW."words"); RETURN NULL;',
                            hash="dbeef2a2cc1b37e266f207122708160eb4084f37",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_17ae4",
                            table="canteen_accompaniedmeal",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="accompaniedmeal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_accompaniedmealevent" ("action_id", "canteen_id", "day", "hygiene", "id", "meal", "order", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "recorded_at", "service", "taste", "words") VALUES (OLD."action_id", OLD."canteen_id", OLD."day", OLD."hygiene", OLD."id", OLD."meal", OLD."order", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem", OLD."recorded_at", OLD."service", OLD."taste", OLD."words"); RETURN NULL;',
                            hash="96fa88db54c2375fd22618bf82664dc72c0ca3f2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9854b",
                            table="canteen_accompaniedmeal",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteenevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="22569213936ad1498ea8b483c17f66104381f56d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c2917",
                            table="canteen_canteenevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteenworker",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_canteenworkerevent" ("canteen_id", "hired_on", "id", "job", "left_on", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."canteen_id", NEW."hired_on", NEW."id", NEW."job", NEW."left_on", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="65f3a7b00374fcaf721c9dd5787dea4af10f4bfb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_46baf",
                            table="canteen_canteenworker",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteenworker",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."canteen_id" IS DISTINCT FROM (NEW."canteen_id") OR OLD."hired_on" IS DISTINCT FROM (NEW."hired_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."job" IS DISTINCT FROM (NEW."job") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note"))',
                            func='INSERT INTO "canteen_canteenworkerevent" ("canteen_id", "hired_on", "id", "job", "left_on", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."canteen_id", NEW."hired_on", NEW."id", NEW."job", NEW."left_on", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="40302c6c5d91e4c20da84b187a02ddc5728acf7e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e2959",
                            table="canteen_canteenworker",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteenworker",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_canteenworkerevent" ("canteen_id", "hired_on", "id", "job", "left_on", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."canteen_id", OLD."hired_on", OLD."id", OLD."job", OLD."left_on", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="dc108afb6bb407b02b57077bbab54967140527f4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_67e91",
                            table="canteen_canteenworker",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="canteenworkerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="28ddb70a068d02c14d6f202d6d8ddbac700e44a3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_edcb3",
                            table="canteen_canteenworkerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="counter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_counterevent" ("canteen_id", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (NEW."canteen_id", NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id"); RETURN NULL;',
                            hash="088025249c35274f65a89d56b5b341387992b945",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c8da1",
                            table="canteen_counter",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="counter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_counterevent" ("canteen_id", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (NEW."canteen_id", NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id"); RETURN NULL;',
                            hash="3507a0574c806d22f53fdacd04ad96e9fb698e28",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_27b76",
                            table="canteen_counter",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="counter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_counterevent" ("canteen_id", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id") VALUES (OLD."canteen_id", OLD."id", OLD."is_open", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id"); RETURN NULL;',
                            hash="5b11d47730c918ab45ae4a0c9bba5a1bda5c75a1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2a12",
                            table="canteen_counter",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="counterevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="94b0db1582c263c007a482cee76b9905b32c4724",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eab82",
                            table="canteen_counterevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="device",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_deviceevent" ("canteen_id", "high", "id", "is_kept", "kind", "low", "minutes", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."canteen_id", NEW."high", NEW."id", NEW."is_kept", NEW."kind", NEW."low", NEW."minutes", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="e9bf4e347d354fd8bb09241ee41f2e6d87755620",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_57d2b",
                            table="canteen_device",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="device",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_deviceevent" ("canteen_id", "high", "id", "is_kept", "kind", "low", "minutes", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."canteen_id", NEW."high", NEW."id", NEW."is_kept", NEW."kind", NEW."low", NEW."minutes", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="ae79960495a053071d4c4df9fa8b1a894b8d0a31",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_16dc2",
                            table="canteen_device",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="device",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_deviceevent" ("canteen_id", "high", "id", "is_kept", "kind", "low", "minutes", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."canteen_id", OLD."high", OLD."id", OLD."is_kept", OLD."kind", OLD."low", OLD."minutes", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="59b1578871762ea5109358b96c2ed5f14de9bfef",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f0e45",
                            table="canteen_device",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="deviceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="095132ed6e633279e4fbd183698f2109260f88f0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a47a6",
                            table="canteen_deviceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_dishevent" ("id", "ingredients", "is_offered", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."ingredients", NEW."is_offered", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="75668ab5643f7419e879092b7647c7113ef48e48",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a2a69",
                            table="canteen_dish",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."ingredients" IS DISTINCT FROM (NEW."ingredients") OR OLD."is_offered" IS DISTINCT FROM (NEW."is_offered") OR OLD."name" IS DISTINCT FROM (NEW."name"))',
                            func='INSERT INTO "canteen_dishevent" ("id", "ingredients", "is_offered", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."ingredients", NEW."is_offered", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="a676ca40ee1694617ac0e1e44b4ed4345893595a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c2728",
                            table="canteen_dish",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_dishevent" ("id", "ingredients", "is_offered", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."ingredients", OLD."is_offered", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="f584f59156262fab8a04b0de5f41651ad867ccfc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1fbc8",
                            table="canteen_dish",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batchuseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4e112cb83973b3a6c72404e9fa79b205f6539d43",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e3b01",
                            table="canteen_batchuseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batchuse",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_batchuseevent" ("batch_id", "by_id", "canteen_id", "day", "dish_id", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."batch_id", NEW."by_id", NEW."canteen_id", NEW."day", NEW."dish_id", NEW."id", NEW."meal", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="ce3165d3848d6cae02298fb6d8089d2de3941139",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bd02a",
                            table="canteen_batchuse",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batchuse",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_batchuseevent" ("batch_id", "by_id", "canteen_id", "day", "dish_id", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."batch_id", NEW."by_id", NEW."canteen_id", NEW."day", NEW."dish_id", NEW."id", NEW."meal", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="0b7ecdc987993cd1ef5958e75042061db26c90c5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_76520",
                            table="canteen_batchuse",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batchuse",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_batchuseevent" ("batch_id", "by_id", "canteen_id", "day", "dish_id", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."batch_id", OLD."by_id", OLD."canteen_id", OLD."day", OLD."dish_id", OLD."id", OLD."meal", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="9658b7f0d6bab269adaaab91f562f7db738678cf",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21dd6",
                            table="canteen_batchuse",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="dishevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="81e605acf3f4d2b5998fd381a6ae50f31ce74b05",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cafcc",
                            table="canteen_dishevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fivecarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_fivecareaevent" ("canteen_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."canteen_id", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state"); RETURN NULL;',
                            hash="65ee3c114fa1b3f3dc49a830cc164b95397ca8a3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2ed7b",
                            table="canteen_fivecarea",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fivecarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_fivecareaevent" ("canteen_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."canteen_id", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state"); RETURN NULL;',
                            hash="206b20454451b5c7dbe217d66beecfa932790229",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fc5a7",
                            table="canteen_fivecarea",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fivecarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_fivecareaevent" ("canteen_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."canteen_id", OLD."id", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state"); RETURN NULL;',
                            hash="7db7f2073b4f4ff134672e1e5c13a5acfb04764e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_29feb",
                            table="canteen_fivecarea",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="fivecareaevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ff1894c17435277d1fe99490d6c473a1c6d703b4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c46bf",
                            table="canteen_fivecareaevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="foodsample",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_foodsampleevent" ("by_id", "canteen_id", "checked_at", "checked_by_id", "day", "dish_id", "disposed_at", "disposed_by_id", "fridge", "grams", "id", "keep_until", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed_at", "sealed_by_id", "sealed_why", "taken_at") VALUES (NEW."by_id", NEW."canteen_id", NEW."checked_at", NEW."checked_by_id", NEW."day", NEW."dish_id", NEW."disposed_at", NEW."disposed_by_id", NEW."fridge", NEW."grams", NEW."id", NEW."keep_until", NEW."meal", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sealed_at", NEW."sealed_by_id", NEW."sealed_why", NEW."taken_at"); RETURN NULL;',
                            hash="69ade831eff76fdeb951922046594c378cefed2d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5f760",
                            table="canteen_foodsample",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="foodsample",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_foodsampleevent" ("by_id", "canteen_id", "checked_at", "checked_by_id", "day", "dish_id", "disposed_at", "disposed_by_id", "fridge", "grams", "id", "keep_until", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed_at", "sealed_by_id", "sealed_why", "taken_at") VALUES (NEW."by_id", NEW."canteen_id", NEW."checked_at", NEW."checked_by_id", NEW."day", NEW."dish_id", NEW."disposed_at", NEW."disposed_by_id", NEW."fridge", NEW."grams", NEW."id", NEW."keep_until", NEW."meal", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sealed_at", NEW."sealed_by_id", NEW."sealed_why", NEW."taken_at"); RETURN NULL;',
                            hash="bf3302de724a917c8d2cbf0674462daf1f6cb2ff",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9c072",
                            table="canteen_foodsample",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="foodsample",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_foodsampleevent" ("by_id", "canteen_id", "checked_at", "checked_by_id", "day", "dish_id", "disposed_at", "disposed_by_id", "fridge", "grams", "id", "keep_until", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed_at", "sealed_by_id", "sealed_why", "taken_at") VALUES (OLD."by_id", OLD."canteen_id", OLD."checked_at", OLD."checked_by_id", OLD."day", OLD."dish_id", OLD."disposed_at", OLD."disposed_by_id", OLD."fridge", OLD."grams", OLD."id", OLD."keep_until", OLD."meal", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sealed_at", OLD."sealed_by_id", OLD."sealed_why", OLD."taken_at"); RETURN NULL;',
                            hash="d139669e9e5f5d273dccdfb834b797147ead5196",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_27fe9",
                            table="canteen_foodsample",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="foodsampleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b8ccebd6a8e2c9a4a1328b7c8034ddc61010795f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3f358",
                            table="canteen_foodsampleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batchevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4e2396e71963259c1c192eb874531d1537ef22a3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e4ace",
                            table="canteen_batchevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batch",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_batchevent" ("expires_on", "id", "ingredient", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produced_on", "quantity", "receipt_id", "unit") VALUES (NEW."expires_on", NEW."id", NEW."ingredient", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."produced_on", NEW."quantity", NEW."receipt_id", NEW."unit"); RETURN NULL;',
                            hash="c9d49445db4d35c1f12f94b2d01be2d887f0f77f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5363f",
                            table="canteen_batch",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batch",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."ingredient" IS DISTINCT FROM (NEW."ingredient") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."produced_on" IS DISTINCT FROM (NEW."produced_on") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."receipt_id" IS DISTINCT FROM (NEW."receipt_id") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                            func='INSERT INTO "canteen_batchevent" ("expires_on", "id", "ingredient", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produced_on", "quantity", "receipt_id", "unit") VALUES (NEW."expires_on", NEW."id", NEW."ingredient", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."produced_on", NEW."quantity", NEW."receipt_id", NEW."unit"); RETURN NULL;',
                            hash="6e69372a3cb5419424ca22975243e731ca352d3d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c3635",
                            table="canteen_batch",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="batch",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_batchevent" ("expires_on", "id", "ingredient", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produced_on", "quantity", "receipt_id", "unit") VALUES (OLD."expires_on", OLD."id", OLD."ingredient", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."produced_on", OLD."quantity", OLD."receipt_id", OLD."unit"); RETURN NULL;',
                            hash="f9ac2e6007ebc8ba727fdd9f1f7b58619f745cce",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c8e36",
                            table="canteen_batch",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="mealcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_mealcountevent" ("by_id", "canteen_id", "day", "diners", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."by_id", NEW."canteen_id", NEW."day", NEW."diners", NEW."id", NEW."meal", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="f4c4354336a5011b9332a5fabe66a9113295f0d0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1cf5c",
                            table="canteen_mealcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="mealcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_mealcountevent" ("by_id", "canteen_id", "day", "diners", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."by_id", NEW."canteen_id", NEW."day", NEW."diners", NEW."id", NEW."meal", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="aacf4944b962820e5b204bdebe85bd895eb451ec",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aa966",
                            table="canteen_mealcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="mealcount",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_mealcountevent" ("by_id", "canteen_id", "day", "diners", "id", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."by_id", OLD."canteen_id", OLD."day", OLD."diners", OLD."id", OLD."meal", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="5c16979794f8e5f0da050c64022ef03a01b9e115",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8164a",
                            table="canteen_mealcount",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="mealcountevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7bce6c6c34c305273681dcb152feac1b7b554e5d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_831c7",
                            table="canteen_mealcountevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="mealtimeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="351fba359822c7326e82f6e9f63e58a93f661636",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0372d",
                            table="canteen_mealtimeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menudraft",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_menudraftevent" ("at", "by_id", "counter_id", "faults", "id", "monday", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_up_at", "rows") VALUES (NEW."at", NEW."by_id", NEW."counter_id", NEW."faults", NEW."id", NEW."monday", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."put_up_at", NEW."rows"); RETURN NULL;',
                            hash="d2edca37190765db4c0fd6f280804d15b4c19fbd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_de14b",
                            table="canteen_menudraft",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menudraft",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_menudraftevent" ("at", "by_id", "counter_id", "faults", "id", "monday", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_up_at", "rows") VALUES (NEW."at", NEW."by_id", NEW."counter_id", NEW."faults", NEW."id", NEW."monday", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."put_up_at", NEW."rows"); RETURN NULL;',
                            hash="256cc6943a549545cdb2e1073a0aba5a70d9db90",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b11a3",
                            table="canteen_menudraft",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menudraft",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_menudraftevent" ("at", "by_id", "counter_id", "faults", "id", "monday", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_up_at", "rows") VALUES (OLD."at", OLD."by_id", OLD."counter_id", OLD."faults", OLD."id", OLD."monday", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."put_up_at", OLD."rows"); RETURN NULL;',
                            hash="d6849b3c5bdcfe7f73afb6eee9c14cf33a0e7d4e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2804a",
                            table="canteen_menudraft",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menudraftevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="33d8358b7590dc1a5ca65b4ee0733a80acf378e1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3f719",
                            table="canteen_menudraftevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menuitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_menuitemevent" ("content", "counter_id", "day", "dish_id", "grams", "id", "is_small", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price") VALUES (NEW."content", NEW."counter_id", NEW."day", NEW."dish_id", NEW."grams", NEW."id", NEW."is_small", NEW."meal", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price"); RETURN NULL;',
                            hash="c89036a38c823214958322944f75004368fe4d93",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7734f",
                            table="canteen_menuitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menuitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_menuitemevent" ("content", "counter_id", "day", "dish_id", "grams", "id", "is_small", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price") VALUES (NEW."content", NEW."counter_id", NEW."day", NEW."dish_id", NEW."grams", NEW."id", NEW."is_small", NEW."meal", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price"); RETURN NULL;',
                            hash="bc1a17ebbda123b783ccc075b26e389e023e1dad",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b29a7",
                            table="canteen_menuitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menuitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_menuitemevent" ("content", "counter_id", "day", "dish_id", "grams", "id", "is_small", "meal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price") VALUES (OLD."content", OLD."counter_id", OLD."day", OLD."dish_id", OLD."grams", OLD."id", OLD."is_small", OLD."meal", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."price"); RETURN NULL;',
                            hash="4f30d43b91f90b4d26bf85b8cab9dbd4deb698ac",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d2835",
                            table="canteen_menuitem",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="menuitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="de7bb2777ce1cc8497892a9a0eb86dd5710d1bec",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a8ae0",
                            table="canteen_menuitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="morningcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_morningcheckevent" ("at", "by_id", "day", "id", "is_clean", "is_fit", "measures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "symptoms", "worker_id") VALUES (NEW."at", NEW."by_id", NEW."day", NEW."id", NEW."is_clean", NEW."is_fit", NEW."measures", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."symptoms", NEW."worker_id"); RETURN NULL;',
                            hash="f3789e35ed05e6ff7dbc89b948856df676ae9ada",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fadee",
                            table="canteen_morningcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="morningcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_morningcheckevent" ("at", "by_id", "day", "id", "is_clean", "is_fit", "measures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "symptoms", "worker_id") VALUES (NEW."at", NEW."by_id", NEW."day", NEW."id", NEW."is_clean", NEW."is_fit", NEW."measures", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."symptoms", NEW."worker_id"); RETURN NULL;',
                            hash="cf0cc5841cc74c9fe910c4cfa746ac4b7da1938f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3d475",
                            table="canteen_morningcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="morningcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_morningcheckevent" ("at", "by_id", "day", "id", "is_clean", "is_fit", "measures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "symptoms", "worker_id") VALUES (OLD."at", OLD."by_id", OLD."day", OLD."id", OLD."is_clean", OLD."is_fit", OLD."measures", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."symptoms", OLD."worker_id"); RETURN NULL;',
                            hash="6695debed999a823e2c9fff248f3c2fac4cd3800",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6e3aa",
                            table="canteen_morningcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="morningcheckevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e849c544468c3dcc17eb7cdbcd083b09054c8f8b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_56cf2",
                            table="canteen_morningcheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="portioncheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_portioncheckevent" ("at", "by_id", "id", "item_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated", "weighed") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."item_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."stated", NEW."weighed"); RETURN NULL;',
                            hash="d64e08facc23086cb9646f02261908166bfb0789",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f94e",
                            table="canteen_portioncheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="portioncheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_portioncheckevent" ("at", "by_id", "id", "item_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated", "weighed") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."item_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."stated", NEW."weighed"); RETURN NULL;',
                            hash="93d7a45e5cd98dfbe42f670e0d842b349ee713e1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6748b",
                            table="canteen_portioncheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="portioncheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_portioncheckevent" ("at", "by_id", "id", "item_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated", "weighed") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."item_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."stated", OLD."weighed"); RETURN NULL;',
                            hash="ee2be13f332365c0c03fa602349279971bd9b1c2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_29449",
                            table="canteen_portioncheck",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="portioncheckevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="86ed1933fbd9d61682397346814ac2e0f20dfd2c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_35734",
                            table="canteen_portioncheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="post",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_postevent" ("canteen_id", "id", "is_kept", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."canteen_id", NEW."id", NEW."is_kept", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="a1984b3f6372655bce79ca4972410cb2ba0b0ba1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ccd82",
                            table="canteen_post",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="post",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_postevent" ("canteen_id", "id", "is_kept", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."canteen_id", NEW."id", NEW."is_kept", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="d233b07674ec0c5f7dc8f51240054f66db742b39",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7f2dd",
                            table="canteen_post",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="post",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_postevent" ("canteen_id", "id", "is_kept", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."canteen_id", OLD."id", OLD."is_kept", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="79bccf4c784d72e47f635167c0c3923b5308b9ef",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4f642",
                            table="canteen_post",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="postevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c496c4459e5aae3b8650f8c834b55f684e7f2994",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_32e3d",
                            table="canteen_postevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="pricenotice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_pricenoticeevent" ("at", "by_id", "counter_id", "dish_id", "grams", "id", "is_small", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_grams", "previous_price", "price", "reason", "since") VALUES (NEW."at", NEW."by_id", NEW."counter_id", NEW."dish_id", NEW."grams", NEW."id", NEW."is_small", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."previous_grams", NEW."previous_price", NEW."price", NEW."reason", NEW."since"); RETURN NULL;',
                            hash="49b37215d554a7b11a557e1c8853b25398073695",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a8f06",
                            table="canteen_pricenotice",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="pricenotice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_pricenoticeevent" ("at", "by_id", "counter_id", "dish_id", "grams", "id", "is_small", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_grams", "previous_price", "price", "reason", "since") VALUES (NEW."at", NEW."by_id", NEW."counter_id", NEW."dish_id", NEW."grams", NEW."id", NEW."is_small", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."previous_grams", NEW."previous_price", NEW."price", NEW."reason", NEW."since"); RETURN NULL;',
                            hash="bbecba3d7c9e7b6c7cd195b858e0f1d97b4782e1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9d77d",
                            table="canteen_pricenotice",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="pricenotice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_pricenoticeevent" ("at", "by_id", "counter_id", "dish_id", "grams", "id", "is_small", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_grams", "previous_price", "price", "reason", "since") VALUES (OLD."at", OLD."by_id", OLD."counter_id", OLD."dish_id", OLD."grams", OLD."id", OLD."is_small", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."previous_grams", OLD."previous_price", OLD."price", OLD."reason", OLD."since"); RETURN NULL;',
                            hash="e87d79689d295c6d5d29781d591852a5381f935b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e6e83",
                            table="canteen_pricenotice",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="pricenoticeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dc1208cc75e9a19edc9d0e2b965ac5f7a366e207",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1a2ec",
                            table="canteen_pricenoticeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="reading",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_readingevent" ("at", "by_id", "device_id", "high", "id", "is_out", "least_minutes", "low", "measures", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "what") VALUES (NEW."at", NEW."by_id", NEW."device_id", NEW."high", NEW."id", NEW."is_out", NEW."least_minutes", NEW."low", NEW."measures", NEW."minutes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value", NEW."what"); RETURN NULL;',
                            hash="9ecc59846de27f47c83a755c474cba25f95db71a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_674f3",
                            table="canteen_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="reading",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_readingevent" ("at", "by_id", "device_id", "high", "id", "is_out", "least_minutes", "low", "measures", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "what") VALUES (NEW."at", NEW."by_id", NEW."device_id", NEW."high", NEW."id", NEW."is_out", NEW."least_minutes", NEW."low", NEW."measures", NEW."minutes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value", NEW."what"); RETURN NULL;',
                            hash="fbc4bc19b75b821752beab675e3dfebe234f51c4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a6490",
                            table="canteen_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="reading",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_readingevent" ("at", "by_id", "device_id", "high", "id", "is_out", "least_minutes", "low", "measures", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "what") VALUES (OLD."at", OLD."by_id", OLD."device_id", OLD."high", OLD."id", OLD."is_out", OLD."least_minutes", OLD."low", OLD."measures", OLD."minutes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."value", OLD."what"); RETURN NULL;',
                            hash="63f906e890335110e41b91f1dd6d0faabbc6cdc6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_296f8",
                            table="canteen_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="readingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e9fc5a640d0ca56fc8ecfce6029c85467ee2bc4c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a4034",
                            table="canteen_readingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="rosterline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="rostered_rightly",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM FROM canteen_canteenworker WHERE id = NEW.worker_id FOR SHARE;\n    IF NEW.taken_off_at IS NOT NULL THEN\n        RETURN NEW;\n    END IF;\n    PERFORM FROM planning_paper AS paper\n        JOIN planning_paperkind AS kind ON kind.id = paper.kind_id\n        JOIN django_content_type AS holder ON holder.id = paper.holder_type_id\n        WHERE paper.id = NEW.certificate_id AND kind.code = 'canteen_worker_health'\n        AND holder.app_label = 'canteen' AND holder.model = 'canteenworker'\n        AND paper.holder_id = NEW.worker_id AND paper.set_aside_on IS NULL\n        AND coalesce(paper.issued_on, NEW.day) <= NEW.day AND paper.ends_on >= NEW.day\n        FOR SHARE OF paper;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'Worker % has no certificate that holds on %.', NEW.worker_id, NEW.day\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'roster_with_certificate';\n    END IF;\n    IF NOT EXISTS (\n        SELECT FROM canteen_canteenworker AS worker WHERE worker.id = NEW.worker_id\n        AND worker.hired_on <= NEW.day AND coalesce(worker.left_on, NEW.day) >= NEW.day\n    ) THEN\n        RAISE EXCEPTION 'Worker % is not there on %.', NEW.worker_id, NEW.day\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'roster_of_those_there';\n    END IF;\n    IF EXISTS (\n        SELECT FROM canteen_morningcheck AS seen WHERE seen.worker_id = NEW.worker_id\n        AND seen.day = NEW.day AND NOT seen.is_fit\n    ) THEN\n        RAISE EXCEPTION 'Worker % is off the line on %.', NEW.worker_id, NEW.day\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'roster_of_the_fit';\n    END IF;\n    RETURN NEW;\n",
                            hash="345d0a160408a234e4b57ebccffead0cac6ef711",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_rostered_rightly_42a8a",
                            table="canteen_rosterline",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="rosterline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_rosterlineevent" ("by_id", "certificate_id", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "taken_off_at", "worker_id") VALUES (NEW."by_id", NEW."certificate_id", NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post_id", NEW."taken_off_at", NEW."worker_id"); RETURN NULL;',
                            hash="89734f3a564ba6c3f93fb2e2315057f381558e12",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f9844",
                            table="canteen_rosterline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="rosterline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_rosterlineevent" ("by_id", "certificate_id", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "taken_off_at", "worker_id") VALUES (NEW."by_id", NEW."certificate_id", NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post_id", NEW."taken_off_at", NEW."worker_id"); RETURN NULL;',
                            hash="1ce8fd6eed3e479f7ffb9ad2ed911197a36c2092",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1cb3b",
                            table="canteen_rosterline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="rosterline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_rosterlineevent" ("by_id", "certificate_id", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "taken_off_at", "worker_id") VALUES (OLD."by_id", OLD."certificate_id", OLD."day", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post_id", OLD."taken_off_at", OLD."worker_id"); RETURN NULL;',
                            hash="40966d4956c1bd00c5c4d855e5544b3cade1cdf1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_62171",
                            table="canteen_rosterline",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="rosterlineevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ed58de3d389ee389632bb800edcadb45f7a61f27",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_45113",
                            table="canteen_rosterlineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="standardsevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="10e7ecf2c7a282627cd63cde253beec760fc8e7e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a3157",
                            table="canteen_standardsevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="goodsreceiptevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4c4a85a2cfb0b98e862beb9e1e236df94780c9a4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d13b3",
                            table="canteen_goodsreceiptevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="goodsreceipt",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_goodsreceiptevent" ("at", "by_id", "canteen_id", "id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "signed_at", "supplier_id") VALUES (NEW."at", NEW."by_id", NEW."canteen_id", NEW."id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."second_id", NEW."signed_at", NEW."supplier_id"); RETURN NULL;',
                            hash="15e41351cf4834e7c710202163cd89909648a0c9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f5630",
                            table="canteen_goodsreceipt",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="goodsreceipt",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_goodsreceiptevent" ("at", "by_id", "canteen_id", "id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "signed_at", "supplier_id") VALUES (NEW."at", NEW."by_id", NEW."canteen_id", NEW."id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."second_id", NEW."signed_at", NEW."supplier_id"); RETURN NULL;',
                            hash="55304597e57f2fe0afeef02ae1170c6e66baaaa8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1294b",
                            table="canteen_goodsreceipt",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="goodsreceipt",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_goodsreceiptevent" ("at", "by_id", "canteen_id", "id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "signed_at", "supplier_id") VALUES (OLD."at", OLD."by_id", OLD."canteen_id", OLD."id", OLD."note", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."second_id", OLD."signed_at", OLD."supplier_id"); RETURN NULL;',
                            hash="72eb8a230224e3ebc4f4207c7f13520d2ef7a991",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cbde1",
                            table="canteen_goodsreceipt",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="supplierevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="081cd42446d74e958939108848c014ae4c48b0ba",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_07264",
                            table="canteen_supplierevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="survey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_surveyevent" ("by_id", "closes_on", "id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "title") VALUES (NEW."by_id", NEW."closes_on", NEW."id", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."title"); RETURN NULL;',
                            hash="8f1aee902e8930245decac70ebc6aeeae0568a0b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39f4a",
                            table="canteen_survey",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="survey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_surveyevent" ("by_id", "closes_on", "id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "title") VALUES (NEW."by_id", NEW."closes_on", NEW."id", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."title"); RETURN NULL;',
                            hash="76fca6d711f56650ed28f687d394240d2b6677d7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5d9d4",
                            table="canteen_survey",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="survey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_surveyevent" ("by_id", "closes_on", "id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "title") VALUES (OLD."by_id", OLD."closes_on", OLD."id", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_on", OLD."title"); RETURN NULL;',
                            hash="084054c0498e260da1383c283406203517be3fd9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bed76",
                            table="canteen_survey",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="surveyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4a59a3ea1a3ebb173ef91932b14581dab6dbd440",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f7551",
                            table="canteen_surveyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="surveyquestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_surveyquestionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "survey_id", "text") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."survey_id", NEW."text"); RETURN NULL;',
                            hash="7d529ef6ae97a260696ecfec9051504a17f14fe2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4a26f",
                            table="canteen_surveyquestion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="surveyquestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_surveyquestionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "survey_id", "text") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."survey_id", NEW."text"); RETURN NULL;',
                            hash="d6fded17582572c7465cbefe7520a8d3e9b457c3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7b047",
                            table="canteen_surveyquestion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="surveyquestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_surveyquestionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "survey_id", "text") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."survey_id", OLD."text"); RETURN NULL;',
                            hash="a53f916bd2e37b28980fee4c0020bd4989d71f7b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0d435",
                            table="canteen_surveyquestion",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="surveyquestionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8b77f863b600778c1496011df6776314c16c5182",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6dead",
                            table="canteen_surveyquestionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="training",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_trainingevent" ("by_id", "hours", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic", "worker_id") VALUES (NEW."by_id", NEW."hours", NEW."id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."topic", NEW."worker_id"); RETURN NULL;',
                            hash="92eaec33935b6066bdb74a352984a955e6113ee0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d1b52",
                            table="canteen_training",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="training",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "canteen_trainingevent" ("by_id", "hours", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic", "worker_id") VALUES (NEW."by_id", NEW."hours", NEW."id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."topic", NEW."worker_id"); RETURN NULL;',
                            hash="294320fc3b7f8866406e3e317af3cb8ef5f3e327",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_03cd5",
                            table="canteen_training",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="training",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "canteen_trainingevent" ("by_id", "hours", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic", "worker_id") VALUES (OLD."by_id", OLD."hours", OLD."id", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."topic", OLD."worker_id"); RETURN NULL;',
                            hash="a2f2590ae10d64d0c793fb7f0b1f2c1b5e62360c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b7efc",
                            table="canteen_training",
                            when="AFTER",
                        ),
                    ),
                ),
                AddTrigger(
                    model_name="trainingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f1c4e24b6b7ac40bdae0c6272284abf9e504b801",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_21279",
                            table="canteen_trainingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
