"""Django's name for the cleaning area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CleaningConfig(AppConfig):
    """See the package's docstring."""

    name = "cleaning"
    verbose_name = _("Cleaning")
