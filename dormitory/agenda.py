"""What the dormitory tells the roof: weeks of leaders, and what waits for a person."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from dormitory.actions.headcount import night_of
from dormitory.models import (
    Absence,
    BedMove,
    DormRoom,
    House,
    LeaderTurn,
    Occupancy,
    RoomCount,
    leader_reach,
    warden_reach,
)
from dormitory.models.house import DormRoomQuerySet
from planning.models import Kind

# As many of a sort as somebody reads on a screen.
MOST = 8
# From then on the evening roll stands on My day; our own figure.
EVENING = 18


def dated(person: Person, first: date, last: date) -> Iterable[Rows[Dated]]:
    """The weeks in which the person looks after a floor."""
    turns = LeaderTurn.objects.filter(leader=person)
    return [
        Rows(
            rows=turns.filter(week__range=(first - timedelta(days=6), last)),
            fields=("week", "floor__name"), draw=dated_turn,
        )
    ]  # fmt: skip


def dated_turn(turn: LeaderTurn) -> Dated:
    """One's own week."""
    return Dated(
        title=_("Your week as leader"), first=turn.week, last=turn.week + timedelta(days=6),
        kind=Kind.DUTY, path=reverse("dormitory:my_floor"), place=turn.floor.name,
    )  # fmt: skip


def waiting(person: Person, at: datetime) -> Iterable[Rows[Waiting]]:
    """Pupils who are missing, rooms to be counted this evening, moves to be answered."""
    kept, led = warden_reach(person), leader_reach(person)
    told: list[Rows[Waiting]] = []
    if kept:
        told += [missing(person, at), moves(person)]
    # Who oversees all houses does not count them.
    counting = (kept and not kept.everywhere) or led
    if counting and timezone.localtime(at).hour >= EVENING:
        parts = led.parts() if led else kept.parts()
        rooms = DormRoom.objects.filter(house=OuterRef("pk"), place__in=parts)
        told.append(to_count(rooms, at, is_leader=bool(led)))
    return told


def missing(person: Person, at: datetime) -> Rows[Waiting]:
    """Whoever is missing tonight, where one may know of it."""
    seen = Absence.objects.visible_to(person).missing().filter(night=night_of(at))
    return Rows(
        rows=seen.order_by("pk")[:MOST],
        fields=("at", "room__place__name", "room__house__place__name"),
        draw=waiting_missing,
    )


def waiting_missing(absence: Absence) -> Waiting:
    """Nobody is named on a page that may lie open."""
    facts = {"room": absence.room.place.name, "house": absence.room.house.place.name}
    return Waiting(
        title=_("A pupil of %(room)s, %(house)s, is missing") % facts,
        path=absence.get_absolute_url(), icon="user-question", urgency=Urgency.OVERDUE,
        detail=f"{timezone.localtime(absence.at):%H:%M}", button=pgettext("button", "Open"),
    )  # fmt: skip


def moves(person: Person) -> Rows[Waiting]:
    """Moves that somebody else has asked for."""
    asked = BedMove.objects.visible_to(person).asked().exclude(asked_by=person)
    return Rows(
        rows=asked.exclude(pupil=person).order_by("pk")[:MOST],
        fields=("on", "pupil__name", "from_bed__room__place__name", "to_bed__room__place__name"),
        draw=waiting_move,
    )


def waiting_move(move: BedMove) -> Waiting:
    facts = {
        "name": move.pupil.name, "one": move.from_bed.room.place.name,
        "other": move.to_bed.room.place.name,
    }  # fmt: skip
    return Waiting(
        title=_("%(name)s wants to move from %(one)s to %(other)s") % facts,
        path=move.get_absolute_url(), icon="arrows-exchange", urgency=Urgency.SOON, due=move.on,
        button=pgettext("button", "Open"),
    )  # fmt: skip


def to_count(rooms: DormRoomQuerySet, at: datetime, *, is_leader: bool) -> Rows[Waiting]:
    """The houses with a room that is to be counted tonight and is not."""
    night = night_of(at)
    counted = RoomCount.objects.filter(room=OuterRef("pk"), night=night)
    sleepers = Occupancy.objects.on(night).filter(bed__room=OuterRef("pk"), pupil__is_active=True)
    open_rooms = rooms.filter(Exists(sleepers), ~Exists(counted))
    houses = House.objects.filter(Exists(open_rooms)).order_by("pk")[:MOST]
    return Rows(
        rows=houses, fields=("counts_at", "place__name"),
        draw=partial(waiting_count, at=at, is_leader=is_leader),
    )  # fmt: skip


def waiting_count(house: House, *, at: datetime, is_leader: bool) -> Waiting:
    """The roll of a house; late once its hour has come."""
    is_late = timezone.localtime(at).time() >= house.counts_at
    path = (
        reverse("dormitory:my_floor")
        if is_leader
        else reverse("dormitory:tonight", args=[house.pk])
    )
    return Waiting(
        title=_("Evening roll: %(house)s") % {"house": house.place.name}, path=path,
        icon="moon-stars", urgency=Urgency.TODAY if is_late else Urgency.SOON,
        detail=f"{house.counts_at:%H:%M}", button=pgettext("rooms", "Count"),
    )  # fmt: skip
