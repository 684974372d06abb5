"""Django's name for vehicles."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class VehiclesConfig(AppConfig):
    """See the package's docstring."""

    name = "vehicles"
    verbose_name = pgettext_lazy("work area", "Vehicles")
