"""What the dormitory hands in so that the ground can serve it."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.doors import Answer, no
from campus.models import Person, Place, Role, SchoolClass
from campus.notices.topics import name_topic
from campus.people.registry import let_give, name_act
from campus.places.models import Use
from campus.places.registry import name_act_at_place
from campus.records.registry import Historical, keep_history
from dormitory import mapped, rights
from dormitory.models import LEADERS, House, classes_of_rooms
from dormitory.models.checks import (
    ROOMS,
    TOPIC,
    checked_by,
    concerning,
    own_rooms,
    sleepers_at,
    slept_in,
)
from inspections.models import Checklist
from inspections.registry import Part, name_concern, name_parts, name_walkers
from inspections.registry import name_topic as name_checklist_topic

# What can be asked about: who may do it.
ACTS = (
    (_("See the houses with their free beds"), rights.can_read_houses),
    (_("Set houses, rooms and beds up"), rights.can_keep_houses),
    (_("Say who sleeps where"), rights.can_settle),
    (_("See who sleeps where"), rights.can_list_stays),
    (_("Export who sleeps where"), rights.can_export_stays),
    (_("Give leave from the dormitory"), rights.can_give_leave),
    (_("See leave from the dormitory"), rights.can_read_leave),
    (_("See how the evening roll stands"), rights.can_read_nights),
    (_("See who was missing at night"), rights.can_read_absences),
    (_("See who was missing in all houses"), rights.can_read_all_absences),
    (_("Look after a floor or a room as a leader"), rights.can_lead),
    (_("Have a room as a boarder"), rights.can_have_room),
    (_("See the figures of the dormitory"), rights.can_see_figures),
    (_("Compare the rooms of a house day by day"), rights.can_compare),
    (_("Lay the awards of months"), rights.can_keep_awards),
    (_("Look through nominations"), rights.can_list_nominations),
)


def can_open_room(person: Person, place: Place) -> Answer:
    """Open the page of who sleeps at a place: staff, at dorm rooms."""
    if place.use != Use.DORM_ROOM:
        return no("")
    return rights.can_settle(person)


def rooms_to_check(place: Place, checklist: Checklist, day: date) -> list[Part]:
    """The rooms of a floor or house where somebody sleeps, each with its classes; two queries."""
    rooms = slept_in(place, day)
    classes = classes_of_rooms(rooms, day)
    return [Part(place=room.place, words=in_words(classes, room.pk)) for room in rooms]


def in_words(classes: Mapping[int, set[SchoolClass]], room: int) -> str:
    """The classes of a room, in the order of the school."""
    ordered = sorted(classes[room], key=lambda each: (each.grade, each.number))
    return " · ".join(str(each) for each in ordered)


def name_checks() -> None:
    """Let rooms be checked floor by floor."""
    name_checklist_topic(TOPIC, _("Dormitory"), "bed")
    name_parts(
        ROOMS, _("Every room where somebody sleeps"), of=rooms_to_check, barred=own_rooms,
        pupils=sleepers_at,
    )  # fmt: skip
    name_walkers(TOPIC, rights.can_check, sees=checked_by)
    name_concern(TOPIC, concerning)


def hand_in() -> None:
    """Lead from a place to who sleeps there, and let the past of a house be read."""
    mapped.hand_in()
    name_topic("dormitory", _("Dormitory"))
    name_topic("headcount", _("Evening roll"))
    name_act_at_place(
        _("Who sleeps here"), "bed", right=can_open_room,
        path=lambda place: reverse("dormitory:at", args=[place.pk]),
    )  # fmt: skip
    keep_history(
        Historical(model=House, path=House.get_absolute_url, may_edit=rights.can_write_house)
    )
    name_checks()
    let_give(Role.DORM_WARDEN, *LEADERS)
    let_give(Role.STUDENT_AFFAIRS, *LEADERS)
    for words, right in ACTS:
        name_act(_("Dormitory"), words, right)
