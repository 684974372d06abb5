"""Django's name for vehicles."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class VehiclesConfig(AppConfig):
    """See the package's docstring."""

    name = "vehicles"
    verbose_name = pgettext_lazy("work area", "Vehicles")

    def ready(self) -> None:
        """Hand in the kinds of cases and the lists; models are known only now."""
        from vehicles import kinds, lists, registry, reminders  # noqa: PLC0415  # any earlier finds no models

        kinds.hand_in()
        lists.hand_in()
        registry.hand_in()
        reminders.hand_in()
