"""Django's name for the dormitory area."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DormitoryConfig(AppConfig):
    """See the package's docstring."""

    name = "dormitory"
    verbose_name = _("Dormitory")

    def ready(self) -> None:
        """Hand in the lists and what others show; models are known only now."""
        from dormitory import closing, feedback, keeping, lists, registry, tasks  # noqa: PLC0415  # any earlier finds no models

        registry.hand_in()
        closing.hand_in()
        lists.hand_in()
        tasks.hand_in()
        feedback.hand_in()
        keeping.hand_in()
        post_migrate.connect(lay_usual, sender=self)


def lay_usual(**_of_migrations: Any) -> None:
    """After the tables: what most schools begin with, as often as need be."""
    from dormitory import feedback  # noqa: PLC0415  # as above
    from dormitory.actions import usual  # noqa: PLC0415  # as above

    tables = connection.introspection.table_names()
    if "campus_feedbacktopic" in tables:
        feedback.lay_usual_topics()
    if "inspections_partscore" in tables:
        usual.lay_usual_checks(at=timezone.now())
