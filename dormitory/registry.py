"""What the dormitory hands in so that the ground can serve it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.doors import Answer, no
from campus.models import Person, Place, Role
from campus.notices.topics import name_topic
from campus.people.registry import let_give, name_act
from campus.places.models import Use
from campus.places.registry import name_act_at_place
from campus.records.registry import Historical, keep_history
from dormitory import rights
from dormitory.models import LEADERS, House

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
    (_("Look after a floor or a room as a leader"), rights.can_lead),
    (_("Have a room as a boarder"), rights.can_have_room),
    (_("See the figures of the dormitory"), rights.can_see_figures),
)


def can_open_room(person: Person, place: Place) -> Answer:
    """Open the page of who sleeps at a place: staff, at dorm rooms."""
    if place.use != Use.DORM_ROOM:
        return no("")
    return rights.can_settle(person)


def hand_in() -> None:
    """Lead from a place to who sleeps there, and let the past of a house be read."""
    name_topic("dormitory", _("Dormitory"))
    name_topic("headcount", _("Evening roll"))
    name_act_at_place(
        _("Who sleeps here"), "bed", right=can_open_room,
        path=lambda place: reverse("dormitory:at", args=[place.pk]),
    )  # fmt: skip
    keep_history(
        Historical(model=House, path=House.get_absolute_url, may_edit=rights.can_write_house)
    )
    let_give(Role.DORM_WARDEN, *LEADERS)
    let_give(Role.STUDENT_AFFAIRS, *LEADERS)
    for words, right in ACTS:
        name_act(_("Dormitory"), words, right)
