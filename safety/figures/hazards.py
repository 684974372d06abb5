"""How many hazards are open, overdue, and closed out in time."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.figures import Group, Span, Sums, summed
from campus.models import Person
from campus.tiles import Figure, Tile
from safety.models import Hazard, HazardTally

LIST = "safety:hazards:hazards"


class Standing(NamedTuple):
    """Open ones at a moment."""

    open: int
    overdue: int
    major: int


def standing(person: Person, at: datetime) -> Standing:
    """How many are open now: one query over an index of states."""
    counted = Hazard.objects.visible_to(person).open().aggregate(
        open=Count("pk"), overdue=Count("pk", filter=Q(due_at__lt=at)),
        major=Count("pk", filter=Q(level="major")),
    )  # fmt: skip
    return Standing(counted["open"], counted["overdue"], counted["major"])


def tile(person: Person, at: datetime) -> Tile:
    """Open hazards on the first page of safety."""
    path, now = reverse("safety:hazards:hazards"), standing(person, at)
    return Tile(
        label=_("Register of hazards"), icon="alert-triangle", path=path,
        about=_("Found, graded, rectified, verified by somebody else, closed out."),
        figures=(
            Figure(words=_("open"), value=now.open, path=f"{path}?current=open"),
            Figure(
                words=_("overdue"), value=now.overdue, path=f"{path}?current=overdue",
                stands_out=now.overdue > 0,
            ),
            Figure(
                words=_("major"), value=now.major, path=f"{path}?current=open&level=major",
                stands_out=now.major > 0,
            ),
        ),
    )  # fmt: skip


def group(spans: Sequence[Span]) -> Group:
    """What was found and what became of it; one query over the database's own tallies."""
    names = ("reported", "major", "closed", "still_open", "kept", "missed")
    line = Sums(spans, summed(spans, HazardTally.objects.all(), names), LIST).line
    lines = [
        line(pgettext_lazy("number of hazards", "Found"), "reported", which="counted"),
        line(pgettext_lazy("number of hazards", "Major"), "major", ("reported",), which="major"),
        line(
            pgettext_lazy("number of hazards", "Closed out"), "closed", ("reported",),
            status=Hazard.Status.CLOSED,
        ),
        line(pgettext_lazy("number of hazards", "Still open"), "still_open", current="open"),
        line(_("Rectified in time"), "kept", ("kept", "missed"), promise="kept:rectified"),
        line(_("Rectified late"), "missed", ("kept", "missed"), promise="missed:rectified"),
    ]  # fmt: skip
    return Group(title=_("Hazards"), lines=lines, source=_("By the day of the report."))
