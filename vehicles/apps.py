"""Django's name for vehicles."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils.translation import pgettext_lazy


class VehiclesConfig(AppConfig):
    """See the package's docstring."""

    name = "vehicles"
    verbose_name = pgettext_lazy("work area", "Vehicles")

    def ready(self) -> None:
        """Hand in the kinds of cases, the lists and what else there is; models are known now."""
        from vehicles import closing, kinds, lists, registry, reminders  # noqa: PLC0415  # any earlier finds no models

        registry.hand_in()
        closing.hand_in()
        reminders.hand_in()
        kinds.hand_in()
        lists.hand_in()
        post_migrate.connect(lay_usual_rules, sender=self)


def lay_usual_rules(**_of_migrations: Any) -> None:
    """After the tables: every trip is approved by somebody, so there are always rules."""
    from vehicles.actions import requests as actions  # noqa: PLC0415  # as above
    from vehicles.models import ApprovalRule  # noqa: PLC0415  # as above

    if ApprovalRule._meta.db_table in connection.introspection.table_names():
        actions.lay_usual_rules()
