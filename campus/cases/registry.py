"""What a kind of case declares; page, moves, promises and alarms follow from it.

An area writes a `CaseKind` in its `registry.py` and calls `register` when the portal starts.
Nothing on the ground asks which area a case belongs to.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.urls import reverse
from django.utils.functional import Promise as Lazy

from campus.cases.asking import MoveForm
from campus.cases.models import Case
from campus.doors import YES, Answer, no
from campus.models import Person, Role, TimelineEntry
from campus.notices.topics import name_topic
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.shell.numbers import number_typed
from campus.webhooks.names import name_states

Words = str | Lazy
Audience = Callable[[Any], Iterable[Person]]


# What a move does: an action of (case, *, by, at, seen, **facts), where `facts` are the cleaned
# fields of the move's form; it answers with the entry it has made in the timeline.
Act = Callable[..., TimelineEntry]


@dataclass(frozen=True, kw_only=True)
class Move:
    """One thing that can be done to a case, with its button.

    `to` is the state it leads to, None where it stays; `start` are the states it is offered in,
    empty for all that `MOVES` allows; `fits` looks at more of the case than its state. `may` tells
    who, or why not. A move without `form` is done by its button alone. `staff_only` moves are not
    even shown to pupils.
    """

    name: str
    label: Words
    icon: str
    act: Act
    to: str | None = None
    start: tuple[str, ...] = ()
    fits: Callable[[Any], bool] = lambda case: True
    may: Callable[[Person, Any], Answer] = lambda person, case: YES
    form: type[MoveForm] | None = None
    staff_only: bool = True
    is_main: bool = False
    open_only: bool = True

    def is_possible(self, case: Case) -> bool:
        """Whether the case's state allows it, whoever asks."""
        if (self.start and case.status not in self.start) or not self.fits(case):
            return False
        if self.to is None:
            return case.is_open or not self.open_only
        return case.can_become(self.to)


@dataclass(frozen=True, kw_only=True)
class PromiseKind:
    """One promise that cases of a kind are given when they are raised.

    `minutes` by priority are working minutes counted in `hours` ("office", "boarding", or "clock"
    for around the clock), for what is urgent in `urgent_hours`; without any minutes, people agree
    on the moment case by case (`promise_by`). With `given_in` it is given when the case comes into
    that state, else when it is raised. A state of `met_by` meets it. `alarms` are minutes after it
    was due, one for each step of the kind's chain. The school's own `PromiseRule` replaces the
    figures; `source` says where the shipped ones come from.
    """

    name: str
    label: Words
    minutes: dict[str, int]
    met_by: Collection[str]
    hours: str = "office"
    urgent_hours: str = ""
    given_in: str = ""
    warn_minutes: int = 60
    alarms: tuple[int, ...] = (0, 240)
    again_on_reopening: bool = False
    source: Words = ""

    def hours_for(self, priority: str) -> str:
        """The hours that it is counted in."""
        is_urgent = priority == Case.Priority.URGENT
        return (self.urgent_hours if is_urgent else "") or self.hours


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a case's page that is particular to its kind, between the facts and the timeline.

    `template` is drawn with `section`, which is what `of(case, person)` gives; None leaves it out.
    """

    template: str
    of: Callable[[Any, Person], Any]


@dataclass(frozen=True, kw_only=True)
class CaseKind:
    """A kind of case: its model, words, moves, promises, and who is told when a promise fails.

    `namespace` is the area's; its addresses include `cases.urls.case_paths(name)`. `desk` are the
    roles that take up a case in nobody's hands, `desk_of` those that do so for a case of its sort
    (then `waits` finds these cases for them); `chain` is told step by step when a promise has
    passed, the first step also before. `shared` narrows cases to those that anybody may read and
    join, which is what "already reported here" offers. `facts` adds rows to the page, `sections`
    whole parts. In the states `waits_for_reporter` it is the reporter's turn; `waits` finds others
    in which it is a person's. `variants` are sorts of it that may have promises of their own, as
    (code, words), and `variant_of` tells a case's. `receive` gives the fields of a case made of one
    that another area hands on; None takes none. `came_from` names, for a case made of something
    that is no case, where it comes from, as (words, address). `prepare` sets what follows from a
    new case's fields, `related` are further relations that its page reads.
    """

    name: str
    model: type[Case]
    letter: str
    label: Words
    label_plural: Words
    icon: str
    namespace: str
    moves: tuple[Move, ...]
    promises: tuple[PromiseKind, ...] = ()
    desk: tuple[Role, ...] = ()
    desk_of: Callable[[Any], Iterable[Role]] = lambda case: ()
    chain: tuple[Audience, ...] = ()
    shared: Callable[[Any], Any] = lambda cases: cases.none()
    may_comment: Callable[[Person, Any], Answer] = lambda person, case: YES
    may_edit: Callable[[Person, Any], Answer] = lambda person, case: no("")
    facts: Callable[[Any], Iterable[tuple[Words, Any]]] = lambda case: ()
    sections: tuple[Section, ...] = ()
    prepare: Callable[[Any], None] = lambda case: None
    related: tuple[str, ...] = ()
    variants: Callable[[], Iterable[tuple[str, Words]]] = lambda: ()
    variant_of: Callable[[Any], str] = lambda case: ""
    came_from: Callable[[Any], tuple[Words, str] | None] = lambda case: None
    receive: Callable[[Case], dict[str, Any]] | None = None
    waits_for_reporter: tuple[str, ...] = ()
    waits: Callable[[Person], Q] = lambda person: Q(pk__in=[])

    def move(self, name: str) -> Move | None:
        return next((move for move in self.moves if move.name == name), None)

    def promise(self, name: str) -> PromiseKind:
        """Raises KeyError where the kind makes no such promise."""
        return {promise.name: promise for promise in self.promises}[name]

    def path(self, case: Case) -> str:
        """The page of the case."""
        return self.path_of(case.pk)

    def path_of(self, pk: int) -> str:
        """The page of the case of this number."""
        return reverse(f"{self.namespace}:case", args=[pk])

    def move_path(self, case: Case, move: Move) -> str:
        return reverse(f"{self.namespace}:case_move", args=[case.pk, move.name])

    @property
    def topic(self) -> str:
        return f"case.{self.name}"

    def in_hand_of(self, case: Case) -> list[Person]:
        """Who has to do something about it: the assignee, or the desk while it is nobody's."""
        if case.assignee and case.assignee.is_active:
            return [case.assignee]
        return on_duty(*self.desk, *self.desk_of(case))


@dataclass(frozen=True, kw_only=True)
class WayOn:
    """What an area offers on the page of any case: a link to where something is begun that has the
    case as its origin. Where `may` says no it is not shown."""

    label: Words
    icon: str
    path: Callable[[Case], str]
    may: Callable[[Person, Case], Answer]


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Something, itself no case, that cases come from: the form of a new one is linked with
    `?origin=booking:5`, and the case keeps the record as its origin.

    `seen_by(person)` are those that the person may raise a case from; `initial(thing)` fills the
    form in (place, title, description); `told(thing)` names it on the page of the case, as (words,
    address).
    """

    name: str
    model: type[Model]
    seen_by: Callable[[Person], Any]
    initial: Callable[[Any], dict[str, Any]]
    told: Callable[[Any], tuple[Words, str]] = lambda thing: (str(thing), thing.get_absolute_url())


KINDS: dict[str, CaseKind] = {}
WAYS_ON: list[WayOn] = []
ORIGINS: dict[str, Origin] = {}


def name_origin(origin: Origin) -> None:
    """Let cases be raised from it."""
    ORIGINS[origin.name] = origin


def brought_along(person: Person, typed: str) -> tuple[Any, dict[str, Any]] | None:
    """The thing that "booking:5" names, if the person may raise a case from it, and what the form
    says of it at first; what is not found is as if it had not been asked for."""
    name, _colon, number = typed.partition(":")
    origin = ORIGINS.get(name)
    thing = origin.seen_by(person).filter(pk=number_typed(number)).first() if origin else None
    return (thing, origin.initial(thing)) if origin and thing else None


def name_way_on(
    label: Words, icon: str, *, path: Callable[[Case], str], may: Callable[[Person, Case], Answer]
) -> None:
    """Offer a way on from every case, after those that were named before."""
    WAYS_ON.append(WayOn(label=label, icon=icon, path=path, may=may))


def register(kind: CaseKind) -> None:
    """Let cases of `kind` be drawn, moved and watched; raises ValueError for a taken letter."""
    if any(kind.letter == other.letter for other in KINDS.values() if other.name != kind.name):
        raise ValueError(f"Another kind of case has the letter {kind.letter}.")
    KINDS[kind.name] = kind
    name_topic(kind.topic, kind.label_plural)
    name_states(kind.model, kind.name, kind.label_plural, kind.path)
    take_comments(Commentable(model=kind.model, may_comment=kind.may_comment, path=kind.path))
    keep_history(Historical(model=kind.model, may_edit=kind.may_edit, path=kind.path))


def kind_of(case: Model) -> CaseKind:
    """The kind that a case belongs to. Raises KeyError where its area has not registered it."""
    return kind_of_model(type(case))


def kind_of_model(model: type[Model]) -> CaseKind:
    """Raises KeyError where no area has registered a kind for the model."""
    for kind in KINDS.values():
        if kind.model is model:
            return kind
    raise KeyError(model)


def receivers(case: Case) -> list[CaseKind]:
    """The kinds that the case can be handed on to."""
    return [kind for kind in KINDS.values() if kind.receive and kind.model is not type(case)]


def on_duty(*roles: Role) -> list[Person]:
    """Whoever holds one of the roles today; with nobody there, the head, then administrators."""
    for wanted in (roles, (Role.HEAD,), (Role.ADMINISTRATOR,)):
        if people := list(Person.objects.on_duty_as(*wanted)):
            return people
    return []
