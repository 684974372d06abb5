"""How the evening roll of a house stands, floor by floor."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from campus.models import Place
from campus.places.tree import reading_order
from dormitory.models import Absence, House, LeaveSlip, Occupancy, RoomCount


@dataclass(frozen=True)
class FloorNight:
    """One floor on one evening. `present` are those of the counted rooms."""

    floor: Place | None
    rooms: int = 0
    sleepers: int = 0
    on_leave: int = 0
    counted: int = 0
    counted_expected: int = 0
    missing: int = 0

    @property
    def expected(self) -> int:
        """Who sleeps there and has no leave."""
        return self.sleepers - self.on_leave

    @property
    def present(self) -> int:
        return max(self.counted_expected - self.missing, 0)

    @property
    def is_counted(self) -> bool:
        return self.counted >= self.rooms


FIELDS = ("rooms", "sleepers", "on_leave", "counted", "counted_expected", "missing")


def floors_of_night(house: House, night: date, at: datetime) -> list[FloorNight]:
    """Each floor where somebody sleeps; five queries."""
    slips = LeaveSlip.objects.at(at).filter(pupil=OuterRef("pupil"))
    stays = Occupancy.objects.on(night).filter(bed__room__house=house, pupil__is_active=True)
    floors = grouped(
        stays.annotate(has_leave=Exists(slips)), "bed__room__place__parent",
        rooms=Count("bed__room", distinct=True), sleepers=Count("pk"),
        on_leave=Count("pk", filter=Q(has_leave=True)),
    )  # fmt: skip
    counts = grouped(
        RoomCount.objects.of_night(night).filter(room__house=house, sleepers__gt=0),
        "room__place__parent", counted=Count("pk"),
        counted_expected=Sum("sleepers") - Sum("on_leave"),
    )  # fmt: skip
    missing = grouped(
        Absence.objects.missing().filter(night=night, room__house=house), "room__place__parent",
        missing=Count("pk"),
    )  # fmt: skip
    places = Place.objects.filter(pk__in=floors).defer("sought")
    return [
        FloorNight(
            floor,
            **{**floors[floor.pk], **counts.get(floor.pk, {}), **missing.get(floor.pk, {})},
        )
        for floor in sorted(places, key=reading_order)
    ]


def grouped(rows: QuerySet[Any], path: str, **sums: Any) -> dict[int, dict[str, int]]:
    """The sums of the rows of each floor, by its number."""
    groups = rows.order_by().values(path).annotate(**sums)
    return {row.pop(path): row for row in groups}


def whole(floors: list[FloorNight]) -> FloorNight:
    """All floors together."""
    return FloorNight(
        None, **{name: sum(getattr(each, name) for each in floors) for name in FIELDS}
    )
