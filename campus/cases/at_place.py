"""Open cases on the page of a place."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campus.cases.models import Case
from campus.cases.registry import KINDS, CaseKind
from campus.models import Person, Place
from campus.places.registry import RecordAtPlace, name_records_at_place
from campus.rows import Rows

# As many of a kind as somebody who stands at the place reads.
SHOWN = 6


def open_at(person: Person, place: Place) -> list[Rows[RecordAtPlace]]:
    """The open cases at the place and its parts that the person may see, those due first first."""
    return [open_of_kind(kind, person, place) for kind in KINDS.values()]


def open_of_kind(kind: CaseKind, person: Person, place: Place) -> Rows[RecordAtPlace]:
    cases: Any = kind.model._default_manager
    found = cases.visible_to(person).open().filter(place__path__startswith=place.path)
    return Rows(
        rows=found.in_due_order()[:SHOWN],
        fields=("number", "title", "status", "place__name"),
        draw=lambda case: drawn(kind, case),
    )


def drawn(kind: CaseKind, case: Case) -> RecordAtPlace:
    """One case."""
    return RecordAtPlace(
        title=str(case),
        path=kind.path(case),
        place=str(case.place),
        state=case.status,
        state_words=case.Status(case.status).label,
    )


def hand_in() -> None:
    """Show open cases at every place."""
    name_records_at_place(_("Open here"), "messages", rows=open_at)
