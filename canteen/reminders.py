"""What the canteens have people reminded of: whom they eat along with, and that it is recorded.

Samples are told of before their meal is over (`canteen.tasks`), certificates and licences as all
papers are (`planning.papers`).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.models import Person
from canteen.models import AccompaniedMeal
from planning.registry import Remindable, heads, register


class AccompanyReminders(Remindable[AccompaniedMeal]):
    """One's own turns; the numbers of days are our own figures, which each school changes."""

    model = AccompaniedMeal
    subjects = {"accompanied_meal": _("Accompanied meals")}
    coming = gettext_noop("You eat along on %(day)s: %(title)s")
    today = gettext_noop("You eat along today, %(day)s: %(title)s")
    overdue = gettext_noop("The meal of %(day)s is not recorded yet: %(title)s")
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {"days_before": [1], "on_the_day": True, "overdue_after": [1], "escalate_after": [5]}

    def subject(self, thing: AccompaniedMeal) -> str:
        return "accompanied_meal"

    def open_things(self, subject: str | None = None) -> QuerySet[AccompaniedMeal]:
        near = self.near(subject, timezone.localdate())
        found = AccompaniedMeal.objects.filter(recorded_at=None, day__range=near)
        return found.select_related("canteen", "person")

    def is_open(self, thing: AccompaniedMeal) -> bool:
        return thing.recorded_at is None

    def due_on(self, thing: AccompaniedMeal) -> date:
        return thing.day

    def path(self, thing: AccompaniedMeal) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: AccompaniedMeal) -> list[Person]:
        return [thing.person] if thing.person.is_active else heads()

    def title(self, thing: AccompaniedMeal) -> str:
        return f"{thing.canteen} {thing.get_meal_display()}"


def hand_in() -> None:
    """Let them be reminded of."""
    register(AccompanyReminders())
