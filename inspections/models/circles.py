"""Whom an area lets in beside roles: who walks its checklists, and whom a mark concerns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.functional import Promise

from campus.doors import YES, Answer
from campus.models import Person, Place

if TYPE_CHECKING:
    from inspections.models.checklist import Checklist

Words = str | Promise
NOBODY = Q(pk__in=[])


@dataclass(frozen=True, kw_only=True)
class Walkers:
    """Who walks the checklists of one topic beside the roles that these name.

    `may(person, checklist, place)` is the area's word on one place: yes, no with the reason, or
    None where it leaves that to the roles. `sees(person)` finds the walks that the person is to
    see, and is asked to walk where they are planned; without a question of its own, as a part of
    others.
    """

    may: Callable[[Person, "Checklist", Place], Answer | None]
    sees: Callable[[Person], Q] = lambda person: NOBODY


@dataclass(frozen=True, kw_only=True)
class Helpers:
    """Whom any checklist can let walk it beside its roles, as the duty class of the week.

    `are(person)` says whether the person is one of them today; `sees(person)` finds the walks that
    one is asked to walk.
    """

    label: Words
    are: Callable[[Person], bool]
    sees: Callable[[Person], Q]


HELPERS: dict[str, Helpers] = {}
WALKERS: dict[str, Walkers] = {}
# Of one topic: which rows that have a `place` and a `day` concern a person; None for none at all.
Concern = Callable[[Person], Q | None]
CONCERNS: dict[str, Concern] = {}


def name_walkers(
    topic: str,
    may: Callable[[Person, "Checklist", Place], Answer | None],
    *,
    sees: Callable[[Person], Q] = lambda person: NOBODY,
) -> None:
    """Let an area say who walks the checklists of its topic; see `Walkers`."""
    WALKERS[topic] = Walkers(may=may, sees=sees)


def name_helpers(
    name: str, label: Words, *, are: Callable[[Person], bool], sees: Callable[[Person], Q]
) -> None:
    """Offer helpers to every checklist; see `Helpers`."""
    HELPERS[name] = Helpers(label=label, are=are, sees=sees)


def name_concern(topic: str, concern: Concern) -> None:
    """Let an area say whom the marks and scores of its topic concern: they see them, and may
    appeal. `concern(person)` narrows rows with a `place` and a `day`."""
    CONCERNS[topic] = concern


def word_on(person: Person, checklist: "Checklist", place: Place) -> Answer | None:
    """What the areas say of the person's walking at the place; None where they say nothing."""
    if any(HELPERS[name].are(person) for name in checklist.helpers if name in HELPERS):
        return YES
    walkers = WALKERS.get(checklist.topic)
    return walkers.may(person, checklist, place) if walkers else None


def walks_for(person: Person) -> Q:
    """The walks that areas let the person see and walk beside roles."""
    found = NOBODY
    for topic, walkers in WALKERS.items():
        found |= Q(checklist__topic=topic) & walkers.sees(person)
    for name, helpers in HELPERS.items():
        found |= Q(checklist__helpers__contains=[name]) & helpers.sees(person)
    return found


def concerns_of(person: Person) -> Q:
    """The rows with `checklist`, `place` and `day` that areas say concern the person."""
    found = NOBODY
    for topic, concern in CONCERNS.items():
        rows = concern(person)
        if rows is not None:
            found |= Q(checklist__topic=topic) & rows
    return found
