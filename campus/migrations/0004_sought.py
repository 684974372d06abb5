"""People and places are found by words; people by the spelling of their names too.

Apart from the other changes, so that each column stands before its index.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models
from django.db.models import F, Func, GeneratedField, TextField, Value
from django.db.models.functions import Concat

from campus.migrating import Together

PERSON = Concat(
    F("number"), Value(" "), F("name"), Value(" "), F("pinyin"), output_field=TextField()
)
PLACE = Concat(F("code"), Value(" "), F("full_name"), output_field=TextField())


def sought(text):
    return GeneratedField(
        expression=Func(text, function="bigrams"),
        output_field=SearchVectorField(),
        db_persist=True,
    )


class Migration(migrations.Migration):
    dependencies = [("campus", "0003_places")]

    operations = [
        Together(
            [
                migrations.AddField(
                    "person",
                    "pinyin",
                    models.CharField(
                        "pinyin", max_length=500, blank=True, editable=False, default=""
                    ),
                    preserve_default=False,
                ),
                migrations.AddField("person", "sought", sought(PERSON)),
                migrations.AddIndex("person", GinIndex(fields=["sought"], name="person_sought")),
                migrations.AddField("place", "sought", sought(PLACE)),
                migrations.AddIndex("place", GinIndex(fields=["sought"], name="place_sought")),
            ]
        ),
    ]
