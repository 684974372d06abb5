"""Who may do what with special rooms; each no carries the reason that its button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from rooms.models import Booking, RoomProject, SpecialRoom

KEEPERS = (Role.HEAD, Role.ADMINISTRATOR)
FOR_STAFF = _("Special rooms are for the staff.")

# Rooms


def can_read_rooms(person: Person) -> Answer:
    """See which rooms there are, and who has them when: staff."""
    return no(FOR_STAFF) if person.is_pupil else YES


def can_add_rooms(person: Person) -> Answer:
    """Let rooms be booked, take them off the list, say which periods a day has."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only the head and administrators say which rooms are booked."))


def can_keep_room(person: Person, room: SpecialRoom) -> Answer:
    """Describe a room, set its hours, close it: its keeper, too."""
    if person.pk == room.keeper_id or person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only its keeper, the head and administrators do this."))


# Bookings


def can_book(person: Person) -> Answer:
    """Book rooms: staff."""
    return no(_("Rooms are booked by the staff; ask your teacher.")) if person.is_pupil else YES


def can_decide(person: Person, booking: Booking) -> Answer:
    """Approve a booking, or refuse it."""
    return can_keep_room(person, booking.room)


def can_decide_some(person: Person) -> Answer:
    """Decide on bookings at all: whoever keeps a room."""
    if person.on_duty_as(*KEEPERS) or SpecialRoom.objects.filter(keeper=person).exists():
        return YES
    return no(_("Only its keeper, the head and administrators do this."))


def can_change(person: Person, booking: Booking) -> Answer:
    """Move a booking, cancel it, say how the room was left: whoever has it, and the keeper."""
    if person.pk == booking.by_id:
        return YES
    if can_keep_room(person, booking.room):
        return YES
    return no(_("Only whoever has booked it, its keeper and the head do this."))


def can_talk_of_booking(person: Person, booking: Booking) -> Answer:
    """Write on its page: staff."""
    return can_read_rooms(person)


def can_see_figures(person: Person) -> Answer:
    """Read how rooms are used: staff."""
    return can_read_rooms(person)


# Projects


def can_read_projects(person: Person) -> Answer:
    """Read projects: staff."""
    return no(_("Projects are read by the staff.")) if person.is_pupil else YES


def can_begin_projects(person: Person) -> Answer:
    """Lay projects and name their leaders."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head lays projects."))


def can_lead(person: Person, project: RoomProject) -> Answer:
    """Write a project: its stages, money, milestones, risks: its leader and the head."""
    if person.pk == project.leader_id or person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only its leader and the head write a project."))


def can_allow_over(person: Person) -> Answer:
    """Allow more to be spent than was planned."""
    return YES if person.on_duty_as(Role.HEAD) else no(_("Only the head allows more."))


def can_talk_of_project(person: Person, project: RoomProject) -> Answer:
    """Write on its page: staff."""
    return can_read_projects(person)
