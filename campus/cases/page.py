"""What the page of a case shows, put together from its kind's declaration."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.functional import cached_property

from campus.cases.continuing import Continuation, continuations
from campus.cases.following import Following, following
from campus.cases.models import RECURRENCE, Case, Promise
from campus.cases.registry import WAYS_ON, CaseKind, Move, WayOn, Words, kind_of
from campus.doors import Answer
from campus.models import Person, Place


@dataclass(frozen=True)
class Button:
    """A move as a button: where it leads, and where it is greyed, why."""

    move: Move
    path: str
    answer: Answer

    @property
    def needs_form(self) -> bool:
        return self.move.form is not None


@dataclass(frozen=True)
class PromiseLine:
    """A promise with its label."""

    label: Words
    promise: Promise
    at: datetime

    @property
    def tone(self) -> str:
        """Grey where it is over or on hold, red when it has passed, amber within a day, blue."""
        if not self.promise.is_unmet:
            return "done" if self.promise.was_kept else "new"
        if self.promise.due_at is None:
            return "new"
        if self.promise.due_at < self.at:
            return "overdue"
        return "due_soon" if self.promise.due_at - self.at < timedelta(days=1) else "under_way"


@dataclass(frozen=True)
class CasePage:
    """One case before the eyes of one person."""

    case: Case
    person: Person
    at: datetime

    @cached_property
    def kind(self) -> CaseKind:
        return kind_of(self.case)

    @cached_property
    def buttons(self) -> list[Button]:
        """What the state allows; pupils are not shown what only staff do."""
        return [
            Button(move, self.kind.move_path(self.case, move), move.may(self.person, self.case))
            for move in self.kind.moves
            if move.is_possible(self.case) and not (move.staff_only and self.person.is_pupil)
        ]

    @property
    def open_buttons(self) -> list[Button]:
        """What the person may do."""
        return [button for button in self.buttons if button.answer]

    @property
    def greyed_buttons(self) -> list[Button]:
        """What others may do, each with the reason."""
        return [button for button in self.buttons if not button.answer]

    @cached_property
    def promises(self) -> list[PromiseLine]:
        labels = {promised.name: promised.label for promised in self.kind.promises}
        order = list(labels)
        given = [each for each in Promise.objects.of(self.case) if each.kind in labels]
        given.sort(key=lambda promise: order.index(promise.kind))
        return [PromiseLine(labels[promise.kind], promise, self.at) for promise in given]

    @cached_property
    def following(self) -> Following:
        return following(self.case, self.person)

    @property
    def is_reporter(self) -> bool:
        return self.case.reporter_id == self.person.pk

    @cached_property
    def recurrences(self) -> int:
        """How many others of its kind were raised at the same place in the half year before it."""
        if self.case.place_id is None:
            return 0
        since = self.case.raised_at - RECURRENCE
        cases: Any = type(self.case)._default_manager
        same = cases.counted().at_place(self.case.place_id)
        return same.filter(raised_at__gte=since, raised_at__lt=self.case.raised_at).count()

    @cached_property
    def origin(self) -> tuple[Any, str] | None:
        """What this case continues, and its page: another area's case, or what is no case."""
        if not self.case.origin_id:
            return None
        return self.kind.came_from(self.case) or linked(self.case.origin)

    @cached_property
    def merged_into(self) -> Case | None:
        """The case that it was merged into, if the person may see that one."""
        into = self.case.merged_into
        if into is None:
            return None
        cases: Any = type(into)._default_manager
        return into if cases.visible_to(self.person).filter(pk=into.pk).exists() else None

    @cached_property
    def continued_by(self) -> list[Continuation]:
        """The cases of any area that have this one as their origin."""
        return continuations(type(self.case), [self.case.pk])[self.case.pk]

    @property
    def ways_on(self) -> list[tuple[WayOn, str]]:
        """What the person may begin from this case."""
        return [(way, way.path(self.case)) for way in WAYS_ON if way.may(self.person, self.case)]

    @cached_property
    def sections(self) -> list[tuple[str, Any]]:
        """The parts that are particular to its kind: template and what it is drawn with."""
        drawn = [(each.template, each.of(self.case, self.person)) for each in self.kind.sections]
        return [(template, section) for template, section in drawn if section is not None]

    @cached_property
    def facts(self) -> list[tuple[Words, Any]]:
        return list(self.kind.facts(self.case))


def linked(thing: Any) -> tuple[Any, str]:
    """A case with the page of its kind, or a record that knows its own."""
    if isinstance(thing, Case):
        return thing, kind_of(thing).path(thing)
    return thing, thing.get_absolute_url()


def already_reported(kind: CaseKind, place: Place | None) -> Iterable[Case]:
    """Open shared cases of the kind at the place, newest first, five at most."""
    if place is None:
        return []
    cases: Any = kind.model._default_manager.filter(place=place)
    return kind.shared(cases.open()).order_by("-raised_at", "-id")[:5]
