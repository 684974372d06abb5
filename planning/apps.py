"""Django's name for planning."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    """Work plan, calendar entries, meetings and what came of them, reminders."""

    name = "planning"
    verbose_name = _("Planning")

    def ready(self) -> None:
        """Hand in what planning reminds of and lists; models are known only now."""
        from planning import closing, fulfilment, kinds, lists, papers, registry  # noqa: PLC0415  # any earlier finds no models

        registry.hand_in()
        closing.hand_in()
        kinds.hand_in()
        lists.hand_in()
        papers.hand_in()
        fulfilment.hand_in()
