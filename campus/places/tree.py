"""The tree of places as pages draw it: branches, open as far as somebody looks."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from campus.models import Place

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Branch:
    """A place among its siblings; `parts` are known only where the branch is open."""

    place: Place
    has_parts: bool
    is_open: bool = False
    parts: list["Branch"] = field(default_factory=list)


def reading_order(place: Place) -> list[tuple[int, str]]:
    """By code, numbers in it as numbers: room 9 before room 10."""
    parts = _DIGITS.split(place.code.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts if part]


def sibling_order(place: Place) -> tuple[int, list[tuple[int, str]]]:
    """Larger places before smaller ones: buildings before gates."""
    return Place.LEVELS.index(place.kind), reading_order(place)


def branches(of: Place | None, *, on: date) -> list[Branch]:
    """The whole tree with the way to `of` open, and its parts; a lone campus is always open."""
    places = shown_on(on)
    numbers = of.numbers if of else lone_top(places)
    by_whole: dict[int | None, list[Place]] = defaultdict(list)
    for place in places.filter(Q(parent=None) | Q(parent__in=numbers)):
        by_whole[place.parent_id].append(place)
    return grown(by_whole[None], by_whole, set(numbers))


def parts_of(place: Place, *, on: date) -> list[Branch]:
    """The branches right below a place, closed."""
    return grown(shown_on(on).filter(parent=place), {}, set())


def shown_on(day: date) -> QuerySet[Place]:
    """Places in use, and whether they have parts in use."""
    parts = Place.objects.active(day).filter(parent=OuterRef("pk"))
    return Place.objects.active(day).annotate(has_parts=Exists(parts)).defer("sought")


def lone_top(places: QuerySet[Place]) -> list[int]:
    tops = list(places.filter(parent=None).values_list("pk", flat=True)[:2])
    return tops if len(tops) == 1 else []


def grown(
    places: Iterable[Place], by_whole: dict[int | None, list[Place]], opened: set[int]
) -> list[Branch]:
    return [
        Branch(
            place,
            has_parts=place.has_parts,  # type: ignore[attr-defined]  # annotated above
            is_open=place.pk in opened,
            parts=grown(by_whole.get(place.pk, []), by_whole, opened),
        )
        for place in sorted(places, key=sibling_order)
    ]
