"""The evening roll: rooms counted, missing pupils told of, cleared when they are back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Duty, Person, Role
from campus.notices.actions import tell
from campus.people.registry import leading_at
from campus.storing import store
from dormitory.actions.moves import wardens_of
from dormitory.models import Absence, DormRoom, LeaveSlip, Occupancy, RoomCount

TOPIC = "headcount"
Status = Absence.Status
NOON = 12
SOURCE_FIELDS = ["sleepers", "on_leave", "by", "at"]

# Nobody is named: what is told may be read over a shoulder.
MISSING = gettext_noop("A pupil of %(room)s, %(house)s, was not there at the roll, %(moment)s")
STILL = gettext_noop("A pupil of %(room)s, %(house)s, is missing since %(moment)s")
BACK = gettext_noop("The pupil of %(room)s, %(house)s, who was missing is back")
# Each sentence is told once of a pupil who is missed: what stands for it in the notice's key.
NAMES = {MISSING: "missing", STILL: "still", BACK: "back"}


def night_of(moment: datetime) -> date:
    """The evening that a moment belongs to: until noon the one before."""
    local = timezone.localtime(moment)
    return local.date() - timedelta(days=1) if local.hour < NOON else local.date()


@transaction.atomic
def count(
    rooms: Iterable[DormRoom], *, missing: Collection[int], by: Person, at: datetime
) -> list[Absence]:
    """Count rooms: everybody is there but the pupils `missing`, by their numbers; answers with who
    is newly missing.

    Pupils with leave are not missing, whatever is said. Counted once more, a room is as it is now:
    who was missing and is not any more was there after all. Wardens and class teachers are told
    of each new one at once, the leader on duty later (`ring`).
    """
    night = night_of(at)
    locked = list(
        DormRoom.objects.filter(pk__in=[room.pk for room in rooms])
        .select_for_update(of=("self",)).select_related("place", "house__place").order_by("pk")
    )  # fmt: skip
    sleepers = sleepers_of(locked, night)
    everybody = [pupil.pk for pupils in sleepers.values() for pupil in pupils]
    on_leave = on_leave_at(everybody, at)
    keep_counts(locked, sleepers, on_leave, night=night, by=by, at=at)
    gone = (set(missing) & set(everybody)) - on_leave
    known = {absence.pupil_id: absence for absence in absences_in(locked, night)}
    for absence in known.values():
        if absence.is_missing and absence.pupil_id not in gone:
            cleared(absence, Status.FOUND, by=by, at=at)
    new = []
    for room in locked:
        for pupil in sleepers[room.pk]:
            old = known.get(pupil.pk)
            if pupil.pk in gone and not (old and old.is_missing):
                new.append(note_missing(old, pupil, room, night=night, by=by, at=at))
    for absence in new:
        tell_of(absence, MISSING, [*wardens_of(absence.room), *teachers_of(absence.pupil)], at=at)
    return new


def sleepers_of(rooms: Sequence[DormRoom], night: date) -> dict[int, list[Person]]:
    """Who sleeps in each room that night, by its number; one query."""
    stays = Occupancy.objects.on(night).filter(bed__room__in=rooms, pupil__is_active=True)
    found: dict[int, list[Person]] = defaultdict(list)
    for stay in stays.in_order():
        found[stay.bed.room_id].append(stay.pupil)
    return found


def on_leave_at(pupils: Collection[int], moment: datetime) -> set[int]:
    """Which of the pupils have leave at a moment; one query."""
    slips = LeaveSlip.objects.at(moment).filter(pupil__in=pupils)
    return set(slips.values_list("pupil", flat=True))


def absences_in(rooms: Sequence[DormRoom], night: date) -> list[Absence]:
    rows = Absence.objects.filter(room__in=rooms, night=night).select_for_update(of=("self",))
    return list(rows.select_related("pupil", "room__place", "room__house__place").order_by("pk"))


def keep_counts(
    rooms: Sequence[DormRoom], sleepers: dict[int, list[Person]], on_leave: set[int], *,
    night: date, by: Person, at: datetime,
) -> None:  # fmt: skip
    """A count for each room, or the new figures of the one there is."""
    counts = [
        RoomCount(
            room=room, night=night, sleepers=len(sleepers[room.pk]),
            on_leave=sum(pupil.pk in on_leave for pupil in sleepers[room.pk]), by=by, at=at,
        )
        for room in rooms
    ]  # fmt: skip
    RoomCount.objects.bulk_create(
        counts, update_conflicts=True, unique_fields=["night", "room"], update_fields=SOURCE_FIELDS
    )


def note_missing(
    old: Absence | None, pupil: Person, room: DormRoom, *, night: date, by: Person, at: datetime
) -> Absence:
    """The pupil is not there, for the first time this night or once more."""
    absence = old or Absence(pupil=pupil, night=night)
    absence.room, absence.status, absence.by, absence.at = room, Status.MISSING, by, at
    absence.rings_at = at + timedelta(minutes=room.house.tell_after)
    absence.returned_at = absence.cleared_by = absence.cleared_at = None
    store(absence)
    return absence


@transaction.atomic
def find(absence: Absence, *, by: Person, at: datetime) -> Absence:
    """The pupil was there after all."""
    return told_back(cleared(locked_missing(absence), Status.FOUND, by=by, at=at), at=at)


@transaction.atomic
def come_back(absence: Absence, *, returned_at: datetime, by: Person, at: datetime) -> Absence:
    """The pupil is back late, at a moment. Raises Refused for one that is still to come."""
    absence = locked_missing(absence)
    if returned_at > at:
        raise Refused(_("This moment is still to come."))
    absence.returned_at = returned_at
    return told_back(cleared(absence, Status.LATE, by=by, at=at), at=at)


def locked_missing(absence: Absence) -> Absence:
    """The absence under this transaction's lock. Raises Refused where it is cleared."""
    rows = Absence.objects.select_for_update(of=("self",))
    found = rows.select_related("pupil", "room__place", "room__house__place").get(pk=absence.pk)
    if not found.is_missing:
        raise Refused(_("It is cleared already."))
    return found


def cleared(absence: Absence, status: str, *, by: Person, at: datetime) -> Absence:
    """Nobody else is told of it any more."""
    absence.status, absence.rings_at = status, None
    absence.cleared_by, absence.cleared_at = by, at
    store(absence)
    return absence


def told_back(absence: Absence, *, at: datetime) -> Absence:
    """Whoever was told that the pupil is missing is told that it is over."""
    people = [*wardens_of(absence.room), *teachers_of(absence.pupil)]
    tell_of(absence, BACK, [each for each in people if each != absence.cleared_by], at=at)
    return absence


@transaction.atomic
def ring(pk: int, *, at: datetime) -> bool:
    """Tell whoever leads the school now of a pupil who is still missing, if its moment has come
    and no other worker has it. Answers with whether it was told."""
    rows = Absence.objects.select_for_update(skip_locked=True, of=("self",)).ringing(at)
    related = rows.select_related("pupil", "room__place", "room__house__place")
    absence = related.filter(pk=pk).first()
    if absence is None:
        return False
    people = [*leading_at(at), *wardens_of(absence.room), *teachers_of(absence.pupil)]
    tell_of(absence, STILL, people, at=at)
    absence.rings_at = None
    store(absence, only=["rings_at"])
    return True


def teachers_of(pupil: Person) -> list[Person]:
    """The class teachers of today."""
    held = Duty.objects.running().filter(
        role=Role.CLASS_TEACHER, school_class=pupil.school_class_id or 0
    )
    return list(Person.objects.active().filter(pk__in=held.values("person")))


def tell_of(absence: Absence, text: str, people: list[Person], *, at: datetime) -> None:
    """Tell people, each once, without naming the pupil; their page of it does."""
    facts = {
        "room": str(absence.room), "house": str(absence.room.house),
        "moment": {"moment": absence.at.isoformat()},
    }  # fmt: skip
    key = f"absence:{absence.pk}:{absence.at.timestamp():.0f}:{NAMES[text]}"
    tell(
        list({person.pk: person for person in people}.values()), key=key, topic=TOPIC, text=text,
        facts=facts, path=absence.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip
