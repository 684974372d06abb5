"""What cleaning keeps of people: its lines of the data map, and what it holds of one person."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    PUPILS,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows
from cleaning.models import DutyGroup


def held(person: Person) -> Iterable[Rows[Held]]:
    """Groups on duty that the person leads."""
    yield Rows(
        rows=DutyGroup.objects.filter(leader=person), fields=("name",),
        draw=lambda group: Held(kind="turns", label=_("Duty group"), value=group.name),
    )  # fmt: skip


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="turns",
            label=_("Turns of cleaning"),
            whose=PUPILS,
            fields=_("Who leads a group of the duty class"),
            purpose=_("So that it is clear whose turn it is."),
            seen_by=_("The class and its teacher."),
            kept=AS_RECORDS,
            models=("cleaning.DutyGroup",),
        ),
    )
    name_authors(f"cleaning.{name}" for name in ("DutyWeek",))
