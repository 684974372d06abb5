"""Django's name for the dormitory area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DormitoryConfig(AppConfig):
    """See the package's docstring."""

    name = "dormitory"
    verbose_name = _("Dormitory")

    def ready(self) -> None:
        """Hand in the lists and what others show; models are known only now."""
        from dormitory import lists, registry, tasks  # noqa: PLC0415  # any earlier finds no models

        registry.hand_in()
        lists.hand_in()
        tasks.hand_in()
