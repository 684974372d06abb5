"""Settings of the worker and the clock that fault tests start: real mail, a clock of seconds."""

from logistics.settings.test import *  # noqa: F403  # settings are one namespace by Django's design
from logistics.settings.test import CELERY_BEAT_SCHEDULE, EMAIL_CONFIG

EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
CELERY_BEAT_SCHEDULE = {
    name: entry | {"schedule": 1.0}
    for name, entry in CELERY_BEAT_SCHEDULE.items()
    if name != "lay reminders anew"
}
