import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from campus.triggers import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campus", "0007_roles"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Allergen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("is_small", models.BooleanField(default=False, verbose_name="small portion")),
                (
                    "price",
                    models.DecimalField(decimal_places=2, max_digits=6, verbose_name="price"),
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
                ("is_small", models.BooleanField(default=False, verbose_name="small portion")),
                (
                    "price",
                    models.DecimalField(decimal_places=2, max_digits=6, verbose_name="price"),
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
            name="PortionCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stated", models.PositiveSmallIntegerField(verbose_name="grams stated")),
                ("weighed", models.PositiveSmallIntegerField(verbose_name="grams weighed")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="remark")),
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
                ("note", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                ("at", models.DateTimeField(verbose_name="weighed at")),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_small", models.BooleanField(default=False, verbose_name="small portion")),
                ("since", models.DateField(verbose_name="since")),
                (
                    "price",
                    models.DecimalField(decimal_places=2, max_digits=6, verbose_name="price"),
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
                ("is_small", models.BooleanField(default=False, verbose_name="small portion")),
                ("since", models.DateField(verbose_name="since")),
                (
                    "price",
                    models.DecimalField(decimal_places=2, max_digits=6, verbose_name="price"),
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
            name="Standards",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sample_grams",
                    models.PositiveSmallIntegerField(default=125, verbose_name="grams of a sample"),
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
                    models.PositiveSmallIntegerField(default=125, verbose_name="grams of a sample"),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Canteen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            name="Counter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            name="Dish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="name")),
                (
                    "ingredients",
                    models.CharField(blank=True, max_length=300, verbose_name="ingredients"),
                ),
                ("is_offered", models.BooleanField(default=True, verbose_name="offered for menus")),
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
            name="DishEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=40, verbose_name="name")),
                (
                    "ingredients",
                    models.CharField(blank=True, max_length=300, verbose_name="ingredients"),
                ),
                ("is_offered", models.BooleanField(default=True, verbose_name="offered for menus")),
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
            name="MealTime",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    ("light_percent__range", (1, 90)), ("training_hours__range", (1, 400))
                ),
                name="canteen_standards_in_bounds",
                violation_error_message="Hours are between 1 and 400, per cent between 1 and 90.",
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
        migrations.AddConstraint(
            model_name="counter",
            constraint=models.UniqueConstraint(
                fields=("canteen", "name"),
                name="counter_name_once",
                violation_error_message="This canteen has a counter of that name already.",
            ),
        ),
        migrations.AddIndex(
            model_name="dish",
            index=django.contrib.postgres.indexes.GinIndex(fields=["sought"], name="dish_sought"),
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
                    models.Q(("previous_grams__isnull", False), ("previous_price__isnull", False)),
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
                    func='INSERT INTO "canteen_standardsevent" ("id", "light_percent", "months_after_expiry", "months_without_expiry", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_grams", "sample_hours", "training_hours") VALUES (NEW."id", NEW."light_percent", NEW."months_after_expiry", NEW."months_without_expiry", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample_grams", NEW."sample_hours", NEW."training_hours"); RETURN NULL;',
                    hash="d649a0dc16e74e35eab8486b4ba1f7534eff7313",
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
                    func='INSERT INTO "canteen_standardsevent" ("id", "light_percent", "months_after_expiry", "months_without_expiry", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_grams", "sample_hours", "training_hours") VALUES (NEW."id", NEW."light_percent", NEW."months_after_expiry", NEW."months_without_expiry", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sample_grams", NEW."sample_hours", NEW."training_hours"); RETURN NULL;',
                    hash="3a78c8373d759cabab9c37ad1edc410ea1cca370",
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
                    func='INSERT INTO "canteen_standardsevent" ("id", "light_percent", "months_after_expiry", "months_without_expiry", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_grams", "sample_hours", "training_hours") VALUES (OLD."id", OLD."light_percent", OLD."months_after_expiry", OLD."months_without_expiry", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample_grams", OLD."sample_hours", OLD."training_hours"); RETURN NULL;',
                    hash="9bd0564faf166c7c8f61cc275ae4c878bb6e690a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd1e2",
                    table="canteen_standards",
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
    ]
