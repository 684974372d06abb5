"""Django's name for safety."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SafetyConfig(AppConfig):
    """Hazards until they are closed, norms, drills, education, duty and fire equipment."""

    name = "safety"
    verbose_name = _("Safety")
