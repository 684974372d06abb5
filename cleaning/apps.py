"""Django's name for the cleaning area."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils import timezone
from django.utils.translation import pgettext_lazy


class CleaningConfig(AppConfig):
    """See the package's docstring."""

    name = "cleaning"
    verbose_name = pgettext_lazy("work area", "Cleaning")

    def ready(self) -> None:
        """Hand in parts, walkers and lists; models are known only now."""
        from cleaning import closing, lists, registry, reminders  # noqa: PLC0415  # any earlier finds no models
        from cleaning.actions import telling  # noqa: PLC0415  # as above
        from inspections.registry import when_finished  # noqa: PLC0415  # as above

        registry.hand_in()
        closing.hand_in()
        reminders.hand_in()
        lists.hand_in()
        when_finished(telling.tell_of_points)
        post_migrate.connect(lay_usual, sender=self)


def lay_usual(**_of_migrations: Any) -> None:
    """After the tables: what most schools begin with, as often as need be."""
    from cleaning.actions import duty_class, usual  # noqa: PLC0415  # as above
    from cleaning.models import DutyStep  # noqa: PLC0415  # as above

    if DutyStep._meta.db_table in connection.introspection.table_names():
        usual.lay_usual_checks(at=timezone.now())
        duty_class.lay_usual_steps()
