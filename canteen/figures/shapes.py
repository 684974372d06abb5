"""What a number on the first page of the canteens is made of."""

from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number in words, the list that proves it, and whether it should be looked at."""

    words: Words
    value: int | str
    path: str
    stands_out: bool = False


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A part of the canteens on their first page."""

    label: Words
    icon: str
    path: str
    about: Words
    figures: tuple[Figure, ...] = ()
