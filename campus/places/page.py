"""What the page of a place shows to one person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import cached_property

from campus.doors import Answer
from campus.models import Duty, Person, Place
from campus.places import registry, rights
from campus.places.tree import Branch, parts_of
from campus.records.history import history_path


@dataclass(frozen=True)
class PlacePage:
    """One place before the eyes of one person on a day."""

    place: Place
    person: Person
    today: date

    @cached_property
    def wholes(self) -> list[Place]:
        """What it is part of, the largest first."""
        around = Place.objects.around(self.place).defer("sought")
        return [place for place in around if place.pk != self.place.pk]

    @cached_property
    def parts(self) -> list[Branch]:
        return parts_of(self.place, on=self.today)

    @property
    def is_active(self) -> bool:
        return self.place.is_active(self.today)

    @cached_property
    def acts(self) -> list[tuple[registry.ActAtPlace, str]]:
        """What the person may do here; nothing where the place is out of use."""
        return registry.acts_for(self.person, self.place) if self.is_active else []

    @cached_property
    def records(self) -> list[tuple[registry.RecordsAtPlace, list[Any]]]:
        return registry.records_for(self.person, self.place)

    @property
    def tells_people(self) -> bool:
        return rights.can_see_people_of(self.person)

    @cached_property
    def duties(self) -> list[Duty]:
        """Who is on duty for the place or for what it is part of; for staff."""
        if not self.tells_people:
            return []
        running = Duty.objects.running(self.today).filter(
            place__in=self.place.numbers, person__is_active=True
        )
        return list(running.select_related("person", "place").order_by("role", "person__number"))

    @cached_property
    def may_keep(self) -> Answer:
        return rights.can_keep_places(self.person)

    @cached_property
    def may_describe(self) -> Answer:
        return rights.can_describe(self.person, self.place)

    @cached_property
    def may_label(self) -> Answer:
        return rights.can_print_labels_of(self.person, self.place)

    @cached_property
    def history_path(self) -> str:
        return history_path(self.person, self.place)
