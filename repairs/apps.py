"""Django's name for repairs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RepairsConfig(AppConfig):
    """Faults that are reported, mended and confirmed."""

    name = "repairs"
    verbose_name = _("Repairs")

    def ready(self) -> None:
        """Hand in the tickets as a kind of case, and their list; models are known only now."""
        from repairs import kinds, lists  # noqa: PLC0415  # any earlier finds no models

        kinds.hand_in()
        lists.hand_in()
