"""Django's name for the roof."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LogisticsConfig(AppConfig):
    """The roof."""

    name = "logistics"
    verbose_name = _("Logistics")

    def ready(self) -> None:
        """Name what one can ask who may do; models are known only now."""
        from campus.people.registry import name_act  # noqa: PLC0415  # any earlier finds no models
        from logistics.assessment import rights  # noqa: PLC0415  # as above
        from logistics.dashboard import rights as board  # noqa: PLC0415  # as above

        area = _("Class assessment")
        name_act(area, _("Write the rules and put them in use"), rights.can_keep_scheme)
        name_act(area, _("Publish a week"), rights.can_publish)
        area = _("Dashboard")
        name_act(area, _("Open the dashboard"), board.can_open)
        name_act(area, _("Hang up screens with the school's numbers"), board.can_hang_screens)
