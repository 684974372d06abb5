"""Django's name for inspections."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class InspectionsConfig(AppConfig):
    """Checklists walked at places: who looked at what, when, and what was found."""

    name = "inspections"
    verbose_name = _("Inspections")

    def ready(self) -> None:
        """Hand in what is offered at places, and the lists; models are known only now."""
        from inspections import closing, fulfilment, kinds, lists, registry  # noqa: PLC0415  # any earlier finds no models

        registry.hand_in()
        closing.hand_in()
        kinds.hand_in()
        lists.hand_in()
        fulfilment.hand_in()
        post_migrate.connect(lay_usual_checklists, sender=self)


def lay_usual_checklists(**_of_migrations: Any) -> None:
    """After the tables: there is something to walk from the first day on."""
    from inspections.actions import usual  # noqa: PLC0415  # as above
    from inspections.models import Checklist  # noqa: PLC0415  # as above

    if Checklist._meta.db_table in connection.introspection.table_names():
        usual.lay_usual_checklists(at=timezone.now())
