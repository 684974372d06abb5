"""Django's name for planning."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    """Work plan, calendar entries, reminders."""

    name = "planning"
    verbose_name = _("Planning")

    def ready(self) -> None:
        """Hand in what planning reminds of; models are known only now."""
        from planning import registry  # noqa: PLC0415  # importing it any earlier finds no models

        registry.hand_in()
