"""Django's name for the roof."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LogisticsConfig(AppConfig):
    """The roof."""

    name = "logistics"
    verbose_name = _("Logistics")

    def ready(self) -> None:
        """Let each part of the roof hand in what it has; models are known only now."""
        from logistics import mapped  # noqa: PLC0415  # any earlier finds no models
        from logistics.api import registry as api  # noqa: PLC0415  # as above
        from logistics.assessment import registry as assessment  # noqa: PLC0415  # as above
        from logistics.closing import registry as closing  # noqa: PLC0415  # as above
        from logistics.dashboard import registry as dashboard  # noqa: PLC0415  # as above
        from logistics.launcher import registry as launcher  # noqa: PLC0415  # as above
        from logistics.report import registry as report  # noqa: PLC0415  # as above

        for part in (api, assessment, closing, dashboard, report, launcher, mapped):
            part.hand_in()
