"""Which records can be talked about, and whose row history can be read: each noun or area hands in
its own when the portal starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from campus.doors import YES, Answer, no
from campus.models import Person

Right = Callable[[Person, Any], Answer]


@dataclass(frozen=True, kw_only=True)
class Commentable:
    """How comments see one model: who writes them, who reads them, and on which page they stand.

    The record itself is found through `model._default_manager.visible_to(person)`. `may_read` says
    who of these sees the timeline as well.
    """

    model: type[Model]
    may_comment: Right
    path: Callable[[Any], str]
    may_read: Right = lambda person, thing: YES

    def sees_timeline(self, person: Person, thing: Model) -> bool:
        """Whether the person can open the record and read its timeline."""
        records: Any = self.model._default_manager
        is_seen = records.visible_to(person).filter(pk=thing.pk).exists()
        return bool(is_seen and self.may_read(person, thing))


COMMENTABLE: dict[str, Commentable] = {}


def take_comments(commentable: Commentable) -> None:
    """Let records of `commentable.model` be talked about."""
    COMMENTABLE[commentable.model._meta.label_lower] = commentable


def commentable_for(thing: Model) -> Commentable:
    """How comments see `thing`. Raises KeyError where its area has not handed it in."""
    return COMMENTABLE[thing._meta.label_lower]


@dataclass(frozen=True, kw_only=True)
class Historical:
    """How the row history sees one model: who may edit a record of it, and its page.

    The record itself is found through `model._default_manager.visible_to(person)`.
    """

    model: type[Model]
    path: Callable[[Any], str]
    may_edit: Right = lambda person, thing: no("")


HISTORIES: dict[str, Historical] = {}


def keep_history(historical: Historical) -> None:
    """Let the row history of records of `historical.model` be read."""
    HISTORIES[historical.model._meta.label_lower] = historical
