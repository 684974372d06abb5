"""Django's name for the dormitory area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DormitoryConfig(AppConfig):
    """See the package's docstring."""

    name = "dormitory"
    verbose_name = _("Dormitory")
