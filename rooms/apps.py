"""Django's name for the special rooms."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils.translation import pgettext_lazy


class RoomsConfig(AppConfig):
    """See the package's docstring."""

    name = "rooms"
    verbose_name = pgettext_lazy("work area", "Special rooms")

    def ready(self) -> None:
        """Hand in lists, reminders, what is shown at places; models are known only now."""
        from rooms import closing, fulfilment, lists, registry, reminders  # noqa: PLC0415  # any earlier finds no models

        registry.hand_in()
        closing.hand_in()
        reminders.hand_in()
        fulfilment.hand_in()
        lists.hand_in()
        post_migrate.connect(lay_usual, sender=self)


def lay_usual(**_of_migrations: Any) -> None:
    """After the tables: the periods of a usual day, as long as there are none."""
    from rooms.actions import periods  # noqa: PLC0415  # as above
    from rooms.models import LessonPeriod  # noqa: PLC0415  # as above

    if LessonPeriod._meta.db_table in connection.introspection.table_names():
        periods.lay_usual_periods()
