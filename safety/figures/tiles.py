"""The first page of safety."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from safety import rights
from safety.figures import hazards
from safety.figures.drills import NIGHT_DRILLS_A_YEAR, drill_year, school_year_of
from safety.figures.norms import matrix
from safety.figures.shapes import Figure, Tile
from safety.models import Norm, NormRequirement
from safety.models.incident import last_accident


def tiles_for(person: Person, *, at: datetime) -> list[Tile]:
    """The parts of safety that the person may open, with what stands out."""
    tiles = [hazards.tile(person, at)]
    if not person.is_pupil:
        tiles += [drills_tile(person, at), norms_tile(person, at)]
    if rights.can_record_incidents(person):
        tiles.append(incidents_tile(at))
    return tiles


def drills_tile(person: Person, at: datetime) -> Tile:
    """Months with and without an evacuation drill."""
    today = timezone.localtime(at).date()
    year = drill_year(person, school_year_of(today), today)
    path = reverse("safety:drill_year")
    return Tile(
        label=_("Drills"), icon="stopwatch", path=reverse("safety:drills"),
        about=_("Planned, timed with head counts, learned from. One evacuation a month."),
        figures=(
            Figure(
                words=_("months without"), value=len(year.lacking), path=path,
                stands_out=bool(year.lacking),
            ),
            Figure(
                words=_("night drills this year"), value=f"{year.night}/{NIGHT_DRILLS_A_YEAR}",
                path=path,
            ),
        ),
    )  # fmt: skip


def norms_tile(person: Person, at: datetime) -> Tile:
    """How many norms have all that they require."""
    today = timezone.localtime(at).date()
    rows = matrix(Norm.objects.visible_to(person), NormRequirement.objects.kept(), today)
    path = reverse("safety:norms")
    whole = sum(row.whole for row in rows)
    return Tile(
        label=_("Norms"), icon="certificate", path=path,
        about=_("What each norm requires, and what proves it."),
        figures=(
            Figure(words=_("norms in place"), value=f"{whole}/{len(rows)}", path=path),
        ),
    )  # fmt: skip


def incidents_tile(at: datetime) -> Tile:
    """Days without an accident."""
    path, last = reverse("safety:incidents:incidents"), last_accident(at)
    days = (timezone.localtime(at).date() - timezone.localtime(last).date()).days if last else 0
    told = (
        Figure(words=_("days without an accident"), value=days, path=path)
        if last
        else Figure(words=_("accidents recorded"), value=0, path=path)
    )
    return Tile(
        label=_("Incidents"), icon="urgent", path=path,
        about=_("Accidents, near misses and simulated cases, without names."),
        figures=(told,),
    )  # fmt: skip
