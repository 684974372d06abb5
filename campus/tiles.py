"""What the first page of an area is made of: a tile for each part, with the numbers that say how it
stands today."""

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
    """A part of an area on its first page."""

    label: Words
    icon: str
    path: str
    about: Words
    figures: tuple[Figure, ...] = ()
