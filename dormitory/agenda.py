"""What the dormitory tells the roof: weeks of leaders, and what waits for a person."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person, Role
from campus.rows import Rows
from dormitory.actions.headcount import night_of
from dormitory.models import (
    Absence,
    AwardCycle,
    BedMove,
    DormRoom,
    House,
    LeaderTurn,
    Nomination,
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
        ),
        *([ends_of_applications(first, last)] if nominates(person) else []),
    ]  # fmt: skip


def nominates(person: Person) -> bool:
    """Whether the person puts rooms forward for awards."""
    return bool(warden_reach(person) or person.on_duty_as(Role.DORM_LEADER))


def ends_of_applications(first: date, last: date) -> Rows[Dated]:
    """The last days on which rooms apply for an award."""
    cycles = AwardCycle.objects.filter(apply_until__range=(first, last))
    return Rows(rows=cycles.order_by("pk"), fields=("apply_until",), draw=dated_cycle)


def dated_cycle(cycle: AwardCycle) -> Dated:
    return Dated(
        title=_("Last day to put rooms forward"), first=cycle.apply_until, last=cycle.apply_until,
        kind=Kind.OTHER, path=cycle.get_absolute_url(),
    )  # fmt: skip


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
        told += [missing(person, at), moves(person), to_recommend(person)]
    if person.on_duty_as(Role.STUDENT_AFFAIRS):
        told.append(to_approve(person, at))
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


def to_recommend(person: Person) -> Rows[Waiting]:
    """Rooms of the own house that are put forward and wait for the warden."""
    rooms = DormRoom.objects.kept_by(person)
    applied = Nomination.objects.filter(status=Nomination.Status.APPLIED, room__in=rooms)
    mine = applied if not warden_reach(person).everywhere else applied.none()
    return Rows(
        rows=mine.order_by("pk")[:MOST], fields=("room__place__name", "cycle__apply_until"),
        draw=waiting_nomination,
    )  # fmt: skip


def to_approve(person: Person, at: datetime) -> Rows[Waiting]:
    """What others have recommended, and what can be awarded now that its notice is over."""
    status, today = Nomination.Status, timezone.localtime(at).date()
    over = Q(status=status.NOTICE, notice_until__lt=today)
    waits = Nomination.objects.filter(over | Q(status=status.RECOMMENDED))
    return Rows(
        rows=waits.exclude(recommended_by=person).order_by("pk")[:MOST],
        fields=("room__place__name", "cycle__apply_until"), draw=waiting_nomination,
    )  # fmt: skip


def waiting_nomination(nomination: Nomination) -> Waiting:
    return Waiting(
        title=_("Model dorm: %(room)s is put forward") % {"room": nomination.room.place.name},
        path=nomination.get_absolute_url(), icon="award", urgency=Urgency.SOON,
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
