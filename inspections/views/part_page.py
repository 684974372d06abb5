"""What the pages of a walk over parts show: the parts with their marks, the lines of one part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import cached_property

from campus.models import Attachment, Person, Place
from inspections.forms.parts import MarkForm, initial_of
from inspections.models import ChecklistItem, Finding, Inspection, PartScore
from inspections.registry import PARTS, Part, Words, barred_from, parts_of
from inspections.views.page import photos_of


@dataclass
class ShownPart:
    """One part before somebody's eyes, with its marks; `barred` says why it must not be marked."""

    part: Part
    marks: list[Finding] = field(default_factory=list)
    barred: Words = ""

    @property
    def place(self) -> Place:
        return self.part.place

    @property
    def taken(self) -> Decimal:
        """Points of its marks, before the caps of groups."""
        lost = (mark.points for mark in self.marks if mark.kind == Finding.Kind.MARK)
        return sum(lost, Decimal(0))


@dataclass
class MarkLine:
    """One line of a part: the mark that it has, its photos and its form."""

    item: ChecklistItem
    form: MarkForm
    mark: Finding | None = None
    photos: list[Attachment] = field(default_factory=list)


@dataclass(frozen=True)
class FloorPage:
    """A walk over parts on one screen."""

    walk: Inspection
    person: Person
    day: date

    @cached_property
    def known(self) -> list[Part]:
        return parts_of(self.walk, self.day)

    @cached_property
    def barred(self) -> Mapping[int, Words]:
        return barred_from(self.walk, self.person, self.known, self.day)

    @cached_property
    def parts(self) -> list[ShownPart]:
        """All parts with their marks: those that the person must not mark stand among them."""
        shown = {
            part.place.pk: ShownPart(part, barred=self.barred.get(part.place.pk, ""))
            for part in self.known
        }
        marks = self.walk.findings.select_related("item", "pupil").order_by("item__position")
        for mark in marks:
            if mark.place_id in shown:
                shown[mark.place_id].marks.append(mark)
        return list(shown.values())

    @cached_property
    def items(self) -> list[ChecklistItem]:
        return list(self.walk.version.items.order_by("position"))

    def part(self, place: int) -> ShownPart | None:
        """The part at the place of this number."""
        return next((each for each in self.parts if each.place.pk == place), None)

    def after(self, place: int) -> ShownPart | None:
        """The next part that the person may mark."""
        numbers = [each.place.pk for each in self.parts]
        later = self.parts[numbers.index(place) + 1 :]
        return next((each for each in later if not each.barred), None)

    def pupils_at(self, place: Place) -> list[Person]:
        """Whom a mark at the part can be about; pupils who walk name nobody."""
        known = PARTS.get(self.walk.parts)
        if self.person.is_pupil or known is None:
            return []
        return list(known.pupils(place, self.day))

    def lines_at(self, shown: ShownPart, data: Any = None, files: Any = None) -> list[MarkLine]:
        """The lines of a part with their forms, filled in with what was sent, if anything was."""
        marks = {mark.item_id: mark for mark in shown.marks}
        photos = photos_of(shown.marks)
        pupils = self.pupils_at(shown.place)
        lines = []
        for item in self.items:
            mark = marks.get(item.pk)
            form = MarkForm(
                data, files, item=item, person=self.person, pupils=pupils,
                initial=initial_of(mark),
            )  # fmt: skip
            form.is_known = mark is not None
            lines.append(MarkLine(item, form, mark, photos.get(mark.pk, []) if mark else []))
        return lines


@dataclass
class ScoredPart:
    """What one part scored on a finished walk, with its marks."""

    score: PartScore
    marks: list[Finding]
    photos: Mapping[int, list[Attachment]]


def scored_parts(walk: Inspection) -> list[ScoredPart]:
    """The parts of a finished walk in the order of their codes: three queries."""
    marks: dict[int, list[Finding]] = {}
    for mark in walk.findings.select_related("item").order_by("item__position"):
        marks.setdefault(mark.place_id, []).append(mark)
    photos = photos_of([mark for found in marks.values() for mark in found])
    scores = walk.part_scores.select_related("place").order_by("place__code")
    return [ScoredPart(score, marks.get(score.place_id, []), photos) for score in scores]
