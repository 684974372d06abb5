"""Plan items and calendar entries are found by words.

Apart from the other changes, so that each column stands before its index.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations
from django.db.models import F, Func, GeneratedField, TextField, Value
from django.db.models.functions import Concat

from campus.migrating import Together


def sought(*fields):
    first, second = fields
    text = Concat(F(first), Value(" "), F(second), output_field=TextField())
    return GeneratedField(
        expression=Func(text, function="bigrams"),
        output_field=SearchVectorField(),
        db_persist=True,
    )


class Migration(migrations.Migration):
    dependencies = [("campus", "0002_bigrams"), ("planning", "0001_initial")]

    operations = [
        Together(
            [
                migrations.AddField("planitem", "sought", sought("title", "cohort")),
                migrations.AddIndex(
                    "planitem", GinIndex(fields=["sought"], name="plan_item_sought")
                ),
                migrations.AddField("calendarentry", "sought", sought("title", "place")),
                migrations.AddIndex(
                    "calendarentry", GinIndex(fields=["sought"], name="calendar_entry_sought")
                ),
            ]
        ),
    ]
