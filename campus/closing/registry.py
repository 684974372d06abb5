"""What can be open at the end of a semester: each area names its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from campus.cases.registry import KINDS, CaseKind
from campus.school_time.engine import moments_of

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Closable:
    """A sort of things that are locked with their semester, and which of them are still open.

    `unsettled(until)` are all that belong to days up to `until` and that somebody still has to do
    something about; `path(thing)` is its page.
    """

    key: str
    label: Words
    icon: str
    model: type[Model]
    unsettled: Callable[[date], QuerySet[Any]]
    path: Callable[[Any], str] = lambda thing: thing.get_absolute_url()

    @property
    def table(self) -> str:
        return self.model._meta.db_table


def end_of(day: date) -> datetime:
    """The moment at which a day is over, school time."""
    return moments_of(day, day)[1]


NAMED: list[Closable] = []


def name_closable(closable: Closable) -> None:
    """Let such things be carried over."""
    NAMED.append(closable)


def closables() -> list[Closable]:
    """All sorts: those of cases, and those that areas have named."""
    return [*(of_cases(kind) for kind in KINDS.values()), *NAMED]


def of_cases(kind: CaseKind) -> Closable:
    """Cases that are open, or wait for a word of their reporters."""

    def unsettled(until: date) -> QuerySet[Any]:
        states = [*kind.model.OPEN, *kind.waits_for_reporter]
        cases: Any = kind.model._default_manager
        found: QuerySet[Any] = cases.filter(status__in=states, raised_at__lt=end_of(until))
        return found

    return Closable(
        key=kind.name, label=kind.label_plural, icon=kind.icon, model=kind.model,
        unsettled=unsettled, path=kind.path,
    )  # fmt: skip
