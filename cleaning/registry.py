"""What cleaning hands in: topics of checklists, the parts that walks go over, who walks, whom marks
concern, and what one can ask who may do."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from campus.models import Person, Place
from campus.notices.topics import name_topic as name_notice_topic
from campus.people.registry import name_act
from campus.records.registry import Historical, keep_history
from cleaning import mapped, rights
from cleaning.models import Care, CleaningArea, DutyWeek, classes_of
from inspections.models import Checklist
from inspections.registry import (
    Part,
    Words,
    name_concern,
    name_helpers,
    name_parts,
    name_topic,
    name_walkers,
)

Kind = CleaningArea.Kind
# Checks by staff, and those of the duty class.
CLEANING, DUTY_CLASS = "cleaning", "duty_class"
TOPICS = (CLEANING, DUTY_CLASS)
ROOMS, AREAS, DAILY, WEEKLY = "classrooms", "cleaning-areas", "daily-areas", "weekly-areas"
NOTICE = "cleaning"


def classrooms_in(place: Place, checklist: Checklist, day: date) -> list[Part]:
    """The classrooms within a place, each with its class; two queries."""
    return parts_in(CleaningArea.objects.classrooms(), place, day)


def areas_in(place: Place, checklist: Checklist, day: date) -> list[Part]:
    """The cleaning areas within a place, each with the class that has the care of it."""
    return parts_in(CleaningArea.objects.outside(), place, day)


def of_kind(kind: str) -> Callable[[Place, Checklist, date], list[Part]]:
    """The cleaning areas within a place that are cleaned that often."""
    return lambda place, checklist, day: parts_in(
        CleaningArea.objects.filter(kind=kind), place, day
    )


def parts_in(areas: Any, place: Place, day: date) -> list[Part]:
    found = list(areas.in_use(day).within(place).select_related("place").order_by("place__code"))
    care = Care.objects.running(day).filter(area__in=[area.pk for area in found])
    whose = {each.area_id: each.school_class for each in care.select_related("school_class")}
    return [Part(place=area.place, words=words_of(area, whose.get(area.pk))) for area in found]


def words_of(area: CleaningArea, whose: Any) -> str:
    """The class, and the area's name where the place bears another one."""
    told = str(whose) if whose else _("in nobody's care")
    return told if area.name == area.place.name else f"{area.name} · {told}"


def own_of(person: Person, places: Iterable[Place], day: date) -> Mapping[int, Words]:
    """Nobody scores their own class: what it has the care of, by number of the place."""
    own = classes_of(person)
    if not own:
        return {}
    care = Care.objects.running(day).filter(
        school_class__in=own, area__place__in=[place.pk for place in places]
    )
    return dict.fromkeys(
        care.values_list("area__place", flat=True), _("Nobody scores their own class.")
    )


def checks_for(person: Person) -> Q:
    """The planned checks that the pupils of the duty class are asked to walk in their week."""
    if not (person.is_pupil and person.school_class_id):
        return Q(pk__in=[])
    week = DutyWeek.objects.running().filter(school_class=person.school_class_id)
    return Q(Exists(week), status="planned")


def in_care_of(person: Person) -> Q | None:
    """Rows at places that were in the care of a class that the person speaks for on that day."""
    speaking = [number for number in classes_of(person) if speaks_for(person, number)]
    if not speaking:
        return None
    return Q(Exists(Care.objects.of_row().filter(school_class__in=speaking)))


def speaks_for(person: Person, number: int) -> bool:
    """Class teacher or labour monitor of the class; other pupils do not appeal for it."""
    return any(duty.school_class_id == number for duty in person.duties_today)


ACTS = (
    (gettext_lazy("Give out cleaning areas"), rights.can_keep_areas),
    (gettext_lazy("Lay the weeks of duty classes"), rights.can_lay_weeks),
    (gettext_lazy("Score duty classes"), rights.can_score_weeks),
    (gettext_lazy("See who cleans what"), rights.can_read_areas),
    (gettext_lazy("Read how areas fare"), rights.can_see_figures),
)


def path_of(thing: Any) -> str:
    path: str = thing.get_absolute_url()
    return path


def keepers(person: Person, thing: Model) -> Any:
    return rights.can_keep_areas(person)


def hand_in() -> None:
    """Let walks go over classrooms and areas, and the past of these be read."""
    mapped.hand_in()
    name_topic(CLEANING, pgettext_lazy("work area", "Cleaning"), "bucket")
    name_topic(DUTY_CLASS, gettext_lazy("Checks of the duty class"), "users")
    name_parts(ROOMS, gettext_lazy("Every classroom"), of=classrooms_in, barred=own_of)
    name_parts(AREAS, gettext_lazy("Every cleaning area"), of=areas_in, barred=own_of)
    for name, kind, label in (
        (DAILY, Kind.DAILY, gettext_lazy("Areas that are cleaned daily")),
        (WEEKLY, Kind.WEEKLY, gettext_lazy("Areas that are cleaned weekly")),
    ):
        name_parts(name, label, of=of_kind(kind), barred=own_of)
    name_walkers(DUTY_CLASS, rights.may_check, sees=checks_for)
    name_helpers(
        DUTY_CLASS, gettext_lazy("The duty class of the week"), are=rights.on_duty, sees=checks_for
    )
    for topic in TOPICS:
        name_concern(topic, in_care_of)
    keep_history(Historical(model=CleaningArea, may_edit=keepers, path=path_of))
    name_notice_topic(NOTICE, pgettext_lazy("work area", "Cleaning"))
    for words, right in ACTS:
        name_act(pgettext_lazy("work area", "Cleaning"), words, right)
