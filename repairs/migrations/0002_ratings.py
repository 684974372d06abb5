"""Only what is confirmed has a rating."""

from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0005_ground"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("repairs", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.AddConstraint(
                    model_name="ticket",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("rating", None), ("status", "confirmed"), _connector="OR"
                        ),
                        name="ticket_rated_once_confirmed",
                    ),
                ),
            ]
        ),
    ]
