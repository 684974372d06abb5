"""Django's name for the canteen area."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CanteenConfig(AppConfig):
    """See the package's docstring."""

    name = "canteen"
    verbose_name = _("Canteen")

    def ready(self) -> None:
        """Hand in the lists and what is offered elsewhere; models are known only now."""
        from canteen import closing, feedback, lists, registry, reminders  # noqa: PLC0415  # any earlier finds no models

        registry.hand_in()
        closing.hand_in()
        reminders.hand_in()
        lists.hand_in()
        feedback.hand_in()
        post_migrate.connect(lay_usual, sender=self)


def lay_usual(**_of_migrations: Any) -> None:
    """After the tables: what every school begins with, as often as need be."""
    from campus.models import FeedbackTopic  # noqa: PLC0415  # as above
    from canteen import feedback  # noqa: PLC0415  # as above
    from canteen.actions import controls, standards  # noqa: PLC0415  # as above
    from canteen.models import Standards  # noqa: PLC0415  # as above
    from inspections.models import Checklist  # noqa: PLC0415  # as above

    tables = set(connection.introspection.table_names())
    if {each._meta.db_table for each in (Standards, Checklist, FeedbackTopic)} <= tables:
        standards.lay_usual()
        controls.lay_usual_checklists(at=timezone.now())
        feedback.lay_usual_topics()
