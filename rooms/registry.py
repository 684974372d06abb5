"""What special rooms hand in: what is shown at places, talked about and read back, rights, and that
faults of a booked room are reported to repairs."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.registry import Origin, name_origin
from campus.doors import Answer, no
from campus.models import Person, Place
from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.places.models import Use
from campus.places.registry import RecordAtPlace, name_act_at_place, name_records_at_place
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.rows import Rows
from campus.shell.words import moment_in_words
from campus.webhooks.names import name_states
from rooms import mapped, rights
from rooms.models import Booking, RoomProject, SpecialRoom

# As many as somebody reads who stands there.
SHOWN = 6
NOTICE = "room_booking"


def bookings_at(person: Person, place: Place) -> Iterable[Rows[RecordAtPlace]]:
    """The next bookings of the room, for those who may see them."""
    found = Booking.objects.visible_to(person).counting().filter(room__place=place.pk)
    return [
        Rows(
            rows=found.filter(ends_at__gt=Now()).order_by("starts_at")[:SHOWN],
            fields=("purpose", "starts_at", "status"),
            draw=lambda booking: RecordAtPlace(
                title=booking.purpose, path=booking.get_absolute_url(),
                place=moment_in_words(booking.starts_at), state=booking.tone,
                state_words=Booking.Status(booking.status).label,
            ),
        )
    ]  # fmt: skip


def projects_at(person: Person, place: Place) -> Iterable[Rows[RecordAtPlace]]:
    """The projects that the place is concerned by; for staff."""
    if not rights.can_read_projects(person):
        return []
    found = RoomProject.objects.visible_to(person).filter(places=place.pk)
    return [
        Rows(
            rows=found.order_by("-at")[:SHOWN], fields=("title", "status"),
            draw=lambda project: RecordAtPlace(
                title=project.title, path=project.get_absolute_url(), place="",
                state=project.status, state_words=RoomProject.Status(project.status).label,
            ),
        )
    ]  # fmt: skip


def book_at(place: Place) -> str:
    """The page of the room, found by its place."""
    return reverse("rooms:at", args=[place.pk])


# What rooms that are booked are used for: others are not even looked up when their page is drawn.
BOOKED_USES = (Use.LABORATORY, Use.HALL, Use.LIBRARY, Use.OFFICE, Use.SPORTS)


def can_book_at(person: Person, place: Place) -> Answer:
    """Book this room: staff, where it is a room that is booked."""
    if place.use not in BOOKED_USES or not rights.can_book(person):
        return no("")
    is_offered = SpecialRoom.objects.offered().filter(place=place.pk).exists()
    return rights.can_book(person) if is_offered else no("")


def path_of(thing: Any) -> str:
    path: str = thing.get_absolute_url()
    return path


# What can be asked about: who may do it.
ACTS = (
    (_("See who has which special room"), rights.can_read_rooms),
    (_("Book special rooms"), rights.can_book),
    (_("Decide on bookings of the special rooms that one keeps"), rights.can_decide_some),
    (_("Say which rooms are booked, and the periods of a day"), rights.can_add_rooms),
    (_("Read how special rooms are used"), rights.can_see_figures),
    (_("Read room projects"), rights.can_read_projects),
    (_("Lay room projects"), rights.can_begin_projects),
    (_("Allow a project to spend more than planned"), rights.can_allow_over),
)
HISTORIES: tuple[tuple[type[Model], Callable[[Person, Any], Answer]], ...] = (
    (SpecialRoom, rights.can_keep_room),
    (Booking, rights.can_change),
    (RoomProject, rights.can_lead),
)
FAULT = Origin(
    name="booking",
    model=Booking,
    seen_by=lambda person: (
        Booking.objects.visible_to(person).filter(found=Booking.Found.FAULT)
        .select_related("room__place")
    ),
    initial=lambda booking: {
        "place": booking.room.place.code, "title": booking.found_words[:120],
        "description": booking.purpose,
    },
)  # fmt: skip


def hand_in() -> None:
    """Let the portal know of rooms."""
    mapped.hand_in()
    name_records_at_place(
        pgettext_lazy("of a room", "Bookings"), "calendar-event", rows=bookings_at
    )
    name_records_at_place(_("Room projects"), "building-factory-2", rows=projects_at)
    name_act_at_place(_("Book this room"), "calendar-plus", path=book_at, right=can_book_at)
    name_origin(FAULT)
    name_topic(NOTICE, _("Bookings of special rooms"))
    name_states(Booking, "booking", _("Bookings of special rooms"))
    take_comments(
        Commentable(
            model=Booking, may_comment=rights.can_talk_of_booking, path=path_of,
            may_read=rights.can_talk_of_booking,
        )
    )  # fmt: skip
    take_comments(
        Commentable(model=RoomProject, may_comment=rights.can_talk_of_project, path=record_path)
    )
    for model, may_edit in HISTORIES:
        keep_history(Historical(model=model, may_edit=may_edit, path=path_of))
    for words, right in ACTS:
        name_act(pgettext_lazy("work area", "Special rooms"), words, right)


def record_path(project: RoomProject) -> str:
    """The page of a project on which its timeline stands."""
    return reverse("rooms:project_record", args=[project.pk])
