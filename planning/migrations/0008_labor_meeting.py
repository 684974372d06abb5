from django.conf import settings
from django.db import migrations, models

from campus.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("campus", "0008_feedback"),
        ("planning", "0007_food_safety_meeting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.RemoveConstraint(
                    model_name="meeting",
                    name="meeting_kind_known",
                ),
                migrations.AlterField(
                    model_name="meeting",
                    name="kind",
                    field=models.CharField(
                        choices=[
                            ("regular", "Regular meeting"),
                            ("safety", "Safety meeting"),
                            ("dorm_leaders", "Dorm leaders' meeting"),
                            ("committee", "Committee meeting"),
                            ("labor", "Labour committee's meeting"),
                            ("forum", "Pupil forum"),
                            ("food_safety", "Food-safety meeting"),
                            ("other", "Other"),
                        ],
                        default="regular",
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                migrations.AlterField(
                    model_name="meetingevent",
                    name="kind",
                    field=models.CharField(
                        choices=[
                            ("regular", "Regular meeting"),
                            ("safety", "Safety meeting"),
                            ("dorm_leaders", "Dorm leaders' meeting"),
                            ("committee", "Committee meeting"),
                            ("labor", "Labour committee's meeting"),
                            ("forum", "Pupil forum"),
                            ("food_safety", "Food-safety meeting"),
                            ("other", "Other"),
                        ],
                        default="regular",
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "regular",
                                    "safety",
                                    "dorm_leaders",
                                    "committee",
                                    "labor",
                                    "forum",
                                    "food_safety",
                                    "other",
                                ],
                            )
                        ),
                        name="meeting_kind_known",
                    ),
                ),
            ]
        )
    ]
