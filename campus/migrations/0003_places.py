"""Places know the path to themselves: the numbers and the names of all that they are a part of."""

from django.db import migrations, models

from campus.migrating import Together

FILL = """
WITH RECURSIVE known AS (
    SELECT id, '/' || id || '/' AS path, name::text AS full_name
    FROM campus_place WHERE parent_id IS NULL
    UNION ALL
    SELECT part.id, known.path || part.id || '/', known.full_name || ' › ' || part.name
    FROM campus_place AS part JOIN known ON part.parent_id = known.id
)
UPDATE campus_place SET path = known.path, full_name = known.full_name
FROM known WHERE known.id = campus_place.id;
"""


class Migration(migrations.Migration):
    dependencies = [("campus", "0002_bigrams")]

    operations = [
        Together(
            [
                migrations.AddField(
                    model_name="place",
                    name="path",
                    field=models.CharField(
                        db_default="", default="", editable=False, max_length=120
                    ),
                ),
                migrations.AddField(
                    model_name="place",
                    name="full_name",
                    field=models.CharField(
                        db_default="", default="", editable=False, max_length=400
                    ),
                ),
                migrations.RunSQL(FILL, migrations.RunSQL.noop),
            ]
        ),
    ]
