"""Django's name for the roof."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LogisticsConfig(AppConfig):
    """The roof."""

    name = "logistics"
    verbose_name = _("Logistics")
