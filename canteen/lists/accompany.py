"""The list of accompanied meals."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from campus.lists.registry import Column, ListPage
from campus.models import Person
from canteen import rights
from canteen.lists.cells import day_cell, days_filters, state
from canteen.lists.kitchen import canteen_filter
from canteen.models import AccompaniedMeal


class AccompaniedFilters(days_filters("day")):  # type: ignore[misc]  # made for this field
    """By canteen, by what is missing or had a problem, by days."""

    canteen = canteen_filter("canteen")
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("All meals"), method="narrow",
        choices=[
            ("recorded", _("Recorded")), ("missing", _("Not recorded")),
            ("problem", _("With a problem")),
        ],
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[AccompaniedMeal]:
        if value == "missing":
            return found.missing(self.today)
        return found.exclude(problem="") if value == "problem" else found.recorded()


def rows(person: Person, query: QueryDict) -> QuerySet[Any]:
    found = AccompaniedMeal.objects.visible_to(person)
    return found.select_related("canteen", "person", "action")


def state_cell(meal: AccompaniedMeal) -> SafeString:
    """Recorded, missing, or still to come."""
    if meal.recorded_at:
        return state("done", _("Recorded"))
    late = meal.day < timezone.localdate()
    return state("overdue" if late else "new", _("Not recorded") if late else _("To come"))


def grades_cell(meal: AccompaniedMeal) -> str:
    return "/".join(filter(None, meal.grades))


ACCOMPANIED = ListPage(
    name="canteen-accompanied",
    title=_("Accompanied meals"),
    icon="users",
    address="canteen:accompany",
    rows=rows,
    order=("-day", "-id"),
    filters=AccompaniedFilters,
    sought="",
    columns=(
        Column(key="day", label=_("Day"), is_title=True, cell=day_cell, sort=("day",)),
        Column(key="meal", label=_("Meal")),
        Column(key="canteen", label=_("Canteen")),
        Column(key="person", label=_("Who eats along")),
        Column(key="state", label=_("State"), cell=state_cell, on_sheet=False),
        Column(key="grades", label=_("Taste/hygiene/order/service"), cell=grades_cell,
               value=grades_cell, width=24),
        Column(key="words", label=_("Remarks, reactions"), width=30),
        Column(key="problem", label=_("Problem"), width=24),
    ),
    may_read=rights.can_read_accompanied,
    may_export=rights.can_read_accompanied,
    empty_title=_("No rota yet"),
    empty_text=_("Who of the school eats with the pupils at which meal, and what they found."),
)  # fmt: skip
