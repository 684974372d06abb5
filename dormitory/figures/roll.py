"""What whoever counts rooms sees of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from campus.models import Person
from dormitory.models import Absence, DormRoom, LeaveSlip, Occupancy, RoomCount


@dataclass(frozen=True)
class Sleeper:
    """Somebody who sleeps in the room, and how it stands with them tonight."""

    pupil: Person
    bed: str
    has_leave: bool
    absence: Absence | None

    @property
    def is_missing(self) -> bool:
        return self.absence is not None and self.absence.is_missing


@dataclass(frozen=True)
class RollLine:
    """A room with its sleepers; `count` once it is counted tonight."""

    room: DormRoom
    sleepers: list[Sleeper] = field(default_factory=list)
    count: RoomCount | None = None

    @property
    def expected(self) -> int:
        return len([sleeper for sleeper in self.sleepers if not sleeper.has_leave])


def roll_lines(rooms: Sequence[DormRoom], night: date, at: datetime) -> list[RollLine]:
    """The rooms in their order; four queries."""
    stays = list(
        Occupancy.objects.on(night).filter(bed__room__in=rooms, pupil__is_active=True).in_order()
    )
    slips = LeaveSlip.objects.at(at).filter(pupil__in=[stay.pupil_id for stay in stays])
    on_leave = set(slips.values_list("pupil", flat=True))
    noted = Absence.objects.filter(night=night, room__in=rooms)
    absences = {absence.pupil_id: absence for absence in noted}
    counts = RoomCount.objects.of_night(night).filter(room__in=rooms).select_related("by")
    by_room = {count.room_id: count for count in counts}
    sleepers: dict[int, list[Sleeper]] = defaultdict(list)
    for stay in stays:
        sleepers[stay.bed.room_id].append(
            Sleeper(
                stay.pupil, stay.bed.label, stay.pupil_id in on_leave, absences.get(stay.pupil_id)
            )
        )
    return [RollLine(room, sleepers[room.pk], by_room.get(room.pk)) for room in rooms]
