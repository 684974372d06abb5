import django.db.models.deletion
from django.db import migrations, models

from campus.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("cleaning", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.AlterField(
                    model_name="care",
                    name="area",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="care",
                        to="cleaning.cleaningarea",
                        verbose_name="cleaning area",
                    ),
                ),
                migrations.AlterField(
                    model_name="careevent",
                    name="area",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cleaning.cleaningarea",
                        verbose_name="cleaning area",
                    ),
                ),
            ]
        )
    ]
