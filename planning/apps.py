"""Django's name for planning."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    """Work plan, calendar entries, reminders."""

    name = "planning"
    verbose_name = _("Planning")
