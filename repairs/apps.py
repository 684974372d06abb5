"""Django's name for repairs."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RepairsConfig(AppConfig):
    """Faults that are reported, mended and confirmed."""

    name = "repairs"
    verbose_name = _("Repairs")

    def ready(self) -> None:
        """Hand in the kinds of cases, the lists and the long work; models are known only now."""
        from inspections.registry import when_finished  # noqa: PLC0415  # as below
        from repairs import closing, fulfilment, kinds, lists, registry, reminders, tasks  # noqa: PLC0415  # finds no models before  # noqa: PLC0415  # as above
        from repairs.actions import maintenance  # noqa: PLC0415  # as above

        kinds.hand_in()
        lists.hand_in()
        registry.hand_in()
        closing.hand_in()
        reminders.hand_in()
        tasks.hand_in()
        fulfilment.hand_in()
        when_finished(maintenance.finish_by_walk)
        post_migrate.connect(lay_usual_categories, sender=self)


def lay_usual_categories(**_of_migrations: Any) -> None:
    """After the tables: a ticket is of some category, so there are always some to choose from."""
    from repairs.actions import tickets as actions  # noqa: PLC0415  # as above
    from repairs.models import Category  # noqa: PLC0415  # as above

    if Category._meta.db_table in connection.introspection.table_names():
        actions.lay_usual_categories()
