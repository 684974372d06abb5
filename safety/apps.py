"""Django's name for safety."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SafetyConfig(AppConfig):
    """Hazards until they are closed, norms, drills, education, duty and fire equipment."""

    name = "safety"
    verbose_name = _("Safety")

    def ready(self) -> None:
        """Hand in the kinds of cases and the lists; models are known only now."""
        from inspections.registry import when_finished  # noqa: PLC0415  # as below
        from safety import closing, fulfilment, kinds, lists, registry, reminders  # noqa: PLC0415  # any earlier finds no models
        from safety.actions import equipment  # noqa: PLC0415  # as above

        registry.hand_in()
        closing.hand_in()
        reminders.hand_in()
        fulfilment.hand_in()
        kinds.hand_in()
        lists.hand_in()
        when_finished(equipment.note_round)
        post_migrate.connect(lay_usual, sender=self)


def lay_usual(**_of_migrations: Any) -> None:
    """After the tables: what most schools begin with, as often as need be."""
    from safety.actions import criteria, education, equipment, norms  # noqa: PLC0415  # as above
    from safety.models import EquipmentRule, SafetyDate  # noqa: PLC0415  # as above

    tables = connection.introspection.table_names()
    if {SafetyDate._meta.db_table, EquipmentRule._meta.db_table} <= set(tables):
        criteria.lay_usual_criteria()
        norms.lay_usual_norms()
        education.lay_usual_dates()
        equipment.lay_usual_rules()
