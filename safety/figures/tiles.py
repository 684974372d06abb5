"""The first page of safety."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.tiles import Figure, Tile
from safety.figures import hazards
from safety.figures.drills import NIGHT_DRILLS_A_YEAR, drill_year, school_year_of
from safety.figures.norms import matrix
from safety.models import (
    Chemical,
    ChemicalMove,
    DutyShift,
    FireEquipment,
    Norm,
    NormRequirement,
)
from safety.models.incident import last_accident


def tiles_for(person: Person, *, at: datetime) -> list[Tile]:
    """The parts of safety that the person may open, with what stands out."""
    if person.is_pupil:
        return [hazards.tile(person, at), education_tile()]
    return [
        hazards.tile(person, at), drills_tile(person, at), norms_tile(person, at),
        incidents_tile(at), equipment_tile(person, at), duty_tile(person, at),
        chemicals_tile(person), education_tile(),
    ]  # fmt: skip


def duty_tile(person: Person, at: datetime) -> Tile:
    """Who leads now."""
    path = reverse("safety:duty")
    shifts = DutyShift.objects.visible_to(person).filter(starts_at__lte=at, ends_at__gt=at)
    now = shifts.select_related("leader").order_by("starts_at").first()
    told = Figure(
        words=_("leads now") if now else _("on duty now"), value=str(now.leader) if now else 0,
        path=now.get_absolute_url() if now else path,
    )  # fmt: skip
    return Tile(
        label=_("Duty"), icon="moon", path=path, figures=(told,),
        about=_("Nights and holidays: roster, swaps, log and handover."),
    )  # fmt: skip


def equipment_tile(person: Person, at: datetime) -> Tile:
    """What should have been serviced or scrapped."""
    path, today = reverse("safety:equipment"), timezone.localtime(at).date()
    overdue = FireEquipment.objects.visible_to(person).due(today).count()
    return Tile(
        label=_("Fire equipment"), icon="fire-extinguisher", path=path,
        about=_("What hangs where, serviced and scrapped in time."),
        figures=(
            Figure(
                words=_("to be serviced or scrapped"), value=overdue,
                path=f"{path}?current=overdue", stands_out=overdue > 0,
            ),
        ),
    )  # fmt: skip


def chemicals_tile(person: Person) -> Tile:
    """What waits for a second signature."""
    path = reverse("safety:chemicals")
    seen = Chemical.objects.visible_to(person).values("pk")
    unsigned = ChemicalMove.objects.unsigned().filter(chemical__in=seen).count()
    return Tile(
        label=_("Hazardous chemicals"), icon="flask", path=path,
        about=_("Every gram in and out, signed by two."),
        figures=(
            Figure(
                words=_("wait for a signature"), value=unsigned, path=path, stands_out=unsigned > 0
            ),
        ),
    )  # fmt: skip


def education_tile() -> Tile:
    """Activities of safety education."""
    return Tile(
        label=_("Safety education"), icon="school", path=reverse("safety:events"),
        about=_("Activities by class, and what was understood."),
    )  # fmt: skip


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
