"""Settings of the portal that is photographed: its clock was set to a school morning as it started.

Pages, demo school and database agree about what day it is, so that pictures are the same whenever
they are taken. The clock goes on from there: sessions and promises need one that does.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from logistics.settings.local import *  # noqa: F403  # settings are one namespace by Django's design
from logistics.settings.local import DATABASES
from ops.demo_portal import SCHEMA, given_shift

SHIFT = given_shift()
real_now = timezone.now


def shifted_now() -> datetime:
    """The moment in the school that is photographed."""
    return real_now() + timedelta(seconds=SHIFT)


timezone.now = shifted_now
# Its schema holds the database's own clock, and goes before what PostgreSQL brings.
DATABASES["default"]["OPTIONS"] = {"options": f"-c search_path={SCHEMA},public,pg_catalog"}
