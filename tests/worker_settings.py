"""Settings of the worker and the clock that fault tests start: real mail, a clock of seconds."""

from logistics.settings.test import *  # noqa: F403  # settings are one namespace by Django's design
from logistics.settings.test import CELERY_BEAT_SCHEDULE, EMAIL_CONFIG

EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
# What is laid or sent by the day would have people told of more than a test is about.
LAYING = (
    "lay reminders anew", "lay months of vehicles", "send the letters of the week",
    "keep the week of what stands",
)  # fmt: skip
CELERY_BEAT_SCHEDULE = {
    name: entry | {"schedule": 1.0}
    for name, entry in CELERY_BEAT_SCHEDULE.items()
    if name not in LAYING
}
