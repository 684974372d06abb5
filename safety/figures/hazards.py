"""How many hazards are open, overdue, and closed out in time."""

from datetime import datetime
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.cases.models import Promise
from campus.models import Person
from safety.figures.shapes import Figure, Tile
from safety.models import Hazard


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


def late() -> Exists:
    """Of a hazard: whether it was rectified later than was promised."""
    kind = ContentType.objects.get_for_model(Hazard)
    return Exists(
        Promise.objects.filter(
            content_type=kind, object_id=OuterRef("pk"), kind="rectified", met_at__gt=F("due_at")
        )
    )
