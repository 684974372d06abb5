"""What inspections keeps of people: its lines of the data map, and what it holds of one person."""

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
from campus.shell.words import moment_in_words
from inspections.models import Finding


def held(person: Person) -> Iterable[Rows[Held]]:
    """Marks that are about the person."""
    yield Rows(
        rows=Finding.objects.filter(pupil=person), fields=("title", "points", "found_at"),
        draw=lambda mark: Held(
            kind="marks", label=mark.title,
            value=f"{moment_in_words(mark.found_at)} · {mark.points:g}",
        ),
    )  # fmt: skip


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="marks",
            label=_("Marks of checks"),
            whose=PUPILS,
            fields=_("What was found at a bed or a room, when and by whom"),
            purpose=_("So that rooms are kept well, and marks can be appealed against."),
            seen_by=_("The pupil, those who check, the class teacher, Student Affairs."),
            kept=AS_RECORDS,
            models=(
                "inspections.Finding",
                "inspections.Appeal",
            ),
        ),
    )
    name_authors(
        f"inspections.{name}"
        for name in (
            "ChecklistVersion",
            "Inspection",
            "Campaign",
            "CampaignArea_members",
            "CampaignArea",
            "Correction",
            "Schedule",
        )
    )
