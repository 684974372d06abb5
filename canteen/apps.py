"""Django's name for the canteen area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CanteenConfig(AppConfig):
    """See the package's docstring."""

    name = "canteen"
    verbose_name = _("Canteen")
