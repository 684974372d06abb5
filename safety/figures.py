"""Numbers of safety, each with the address of the list that proves it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from safety.models import Hazard

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number in words, the list that proves it, and whether it should be looked at."""

    words: Words
    value: int
    path: str
    stands_out: bool = False


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A part of safety on its first page."""

    label: Words
    icon: str
    path: str
    about: Words
    figures: tuple[Figure, ...] = ()


def tiles_for(person: Person, *, at: datetime) -> list[Tile]:
    """The parts of safety that the person may open."""
    return [hazards_tile(person, at)]


def hazards_tile(person: Person, at: datetime) -> Tile:
    """Open hazards, and how many of them are overdue: one query."""
    path = reverse("safety:hazards:hazards")
    counted = Hazard.objects.visible_to(person).open().aggregate(
        open=Count("pk"), overdue=Count("pk", filter=Q(due_at__lt=at)),
        major=Count("pk", filter=Q(level="major")),
    )  # fmt: skip
    return Tile(
        label=_("Register of hazards"), icon="alert-triangle", path=path,
        about=_("Found, graded, rectified, verified by somebody else, closed out."),
        figures=(
            Figure(words=_("open"), value=counted["open"], path=f"{path}?current=open"),
            Figure(
                words=_("overdue"), value=counted["overdue"], path=f"{path}?current=overdue",
                stands_out=counted["overdue"] > 0,
            ),
            Figure(
                words=_("major"), value=counted["major"],
                path=f"{path}?current=open&level=major", stands_out=counted["major"] > 0,
            ),
        ),
    )  # fmt: skip
