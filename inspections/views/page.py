"""What the pages of a walk show, put together once: its lines with what was said of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import cached_property

from campus.models import Attachment, Person
from inspections.forms.walk import LineForm, initial_of
from inspections.models import Answer, ChecklistItem, Coverage, Finding, Inspection
from inspections.registry import SIGHTS, Shown, Sight


@dataclass
class Line:
    """One line of a walk before somebody's eyes."""

    item: ChecklistItem
    answer: Answer | None
    finding: Finding | None = None
    photos: list[Attachment] = field(default_factory=list)
    form: LineForm | None = None
    was_fault: Finding | None = None

    @property
    def result(self) -> str:
        return self.answer.result if self.answer else ""

    @property
    def number(self) -> str:
        """What was counted or measured, with its unit."""
        if self.answer is None or self.answer.number is None:
            return ""
        return f"{self.answer.number.normalize():f}{self.item.unit}"


def lines_of(walk: Inspection) -> list[Line]:
    """The lines of a walk with answers, findings and photos: four queries."""
    answers = {each.item_id: each for each in walk.answers.all()}
    findings = {each.item_id: each for each in walk.findings.all()}
    photos = photos_of(findings.values())
    lines = []
    for item in walk.version.items.order_by("position"):
        found = findings.get(item.pk)
        shown = photos.get(found.pk, []) if found else []
        lines.append(Line(item, answers.get(item.pk), found, shown))
    return lines


def photos_of(findings: Iterable[Finding]) -> dict[int, list[Attachment]]:
    """The photos of findings by number: one query."""
    numbers = [finding.pk for finding in findings]
    if not numbers:
        return {}
    kind = ContentType.objects.get_for_model(Finding)
    rows = Attachment.objects.filter(content_type=kind, object_id__in=numbers, removed_at=None)
    found: dict[int, list[Attachment]] = {}
    for each in rows.shown():
        found.setdefault(each.object_id or 0, []).append(each)
    return found


@dataclass(frozen=True)
class Group:
    """Lines that stand together under a heading; `is_again` are last time's faults."""

    title: str
    lines: list[Line]
    is_again: bool = False


def grouped(lines: Iterable[Line]) -> list[Group]:
    """Lines under their headings, in the order in which these first come."""
    groups: dict[str, Group] = {}
    for line in lines:
        groups.setdefault(line.item.group, Group(line.item.group, [])).lines.append(line)
    return list(groups.values())


@dataclass
class WalkPage:
    """The page on which somebody walks."""

    walk: Inspection
    person: Person

    @cached_property
    def lines(self) -> list[Line]:
        again = self.last_faults
        lines = lines_of(self.walk)
        for line in lines:
            line.form = LineForm(
                item=line.item, person=self.person, initial=initial_of(line.answer)
            )
            line.was_fault = again.get(line.item.key)
        return lines

    @cached_property
    def last_faults(self) -> dict[Any, Finding]:
        """What the last walk of the checklist found at the place, by the lines' keys."""
        last = Coverage.objects.filter(
            place=self.walk.place_id, checklist=self.walk.checklist_id, last_faults__gt=0
        ).values("last")
        found = Finding.objects.filter(inspection__in=last).select_related("item")
        return {finding.item.key: finding for finding in found}

    @cached_property
    def groups(self) -> list[Group]:
        """Last time's faults first, then the others under their headings."""
        again = [line for line in self.lines if line.was_fault]
        first = [Group("", again, is_again=True)] if again else []
        return first + grouped(line for line in self.lines if not line.was_fault)

    @cached_property
    def sight(self) -> Sight | None:
        """What of an area is looked at on walks of this checklist."""
        return SIGHTS.get(self.walk.checklist.code)

    @cached_property
    def seen_here(self) -> list[Shown]:
        """All of it that is at the place."""
        return self.sight.at(self.walk.place) if self.sight else []

    @property
    def answered(self) -> int:
        return sum(1 for line in self.lines if line.answer)

    def forms_of(self, data: Any, files: Any) -> list[LineForm]:
        """The lines' forms filled in with what was sent."""
        for line in self.lines:
            line.form = LineForm(data, files, item=line.item, person=self.person)
            line.form.is_known = line.answer is not None
        return [line.form for line in self.lines if line.form]
