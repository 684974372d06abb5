"""Django's name for inspections."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InspectionsConfig(AppConfig):
    """Checklists walked at places: who looked at what, when, and what was found."""

    name = "inspections"
    verbose_name = _("Inspections")
