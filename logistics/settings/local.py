"""`make run`: the demo school on one's own machine."""

from logistics.settings.base import *  # noqa: F403  # settings are one namespace by Django's design
from logistics.settings.base import ROBOT_SCHEMES, SECRET_KEY

SECRET_KEY = SECRET_KEY or "only-for-commands-that-need-no-database"
DEMO_SCHOOL_ALLOWED = True
ROBOT_SCHEMES = [*ROBOT_SCHEMES, "json", "jsons"]
