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
        from logistics.launcher import lists  # noqa: PLC0415  # as above
        from logistics.launcher.rights import can_keep_systems  # noqa: PLC0415  # as above

        area = _("Class assessment")
        name_act(area, _("Write the rules and put them in use"), rights.can_keep_scheme)
        name_act(area, _("Publish a week"), rights.can_publish)
        name_act(_("Other systems"), _("Say which other systems there are"), can_keep_systems)
        lists.hand_in()
