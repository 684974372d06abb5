"""Open cases on the page of a place."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campus.cases.registry import KINDS, CaseKind
from campus.models import Person, Place
from campus.places.registry import RecordAtPlace, name_records_at_place

# As many of a kind as somebody who stands at the place reads.
SHOWN = 6


def open_at(person: Person, place: Place) -> list[RecordAtPlace]:
    """The open cases at the place and its parts that the person may see, those due first first:
    one query for each kind."""
    return [record for kind in KINDS.values() for record in open_of_kind(kind, person, place)]


def open_of_kind(kind: CaseKind, person: Person, place: Place) -> list[RecordAtPlace]:
    cases: Any = kind.model._default_manager
    found = cases.visible_to(person).open().filter(place__path__startswith=place.path)
    return [
        RecordAtPlace(
            title=str(case),
            path=kind.path(case),
            place=case.place,
            state=case.status,
            state_words=case.get_status_display(),
        )
        for case in found.in_due_order()[:SHOWN]
    ]


def hand_in() -> None:
    """Show open cases at every place."""
    name_records_at_place(_("Open here"), "messages", rows=open_at)
