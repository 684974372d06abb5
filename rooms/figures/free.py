"""Which rooms are free at a time, and what stands in the way of the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from campus.models import SchoolClass
from rooms.models import Diary, Obstacle, SpecialRoom, Wish

# As many as are offered in place of one that is taken.
OFFERED = 4


@dataclass(frozen=True)
class Answer:
    """A room, the form that books it, and what stands in the way; free without that."""

    room: SpecialRoom
    path: str
    obstacle: Obstacle | None


def suitable(*, people: int, kind: str = "", words: str = "") -> list[SpecialRoom]:
    """Rooms that hold so many people, are of the kind and have what is sought, smallest first."""
    found = SpecialRoom.objects.offered().named().filter(seats__gte=people)
    if kind:
        found = found.filter(kind=kind)
    for word in words.split():
        has = Q(equipment__icontains=word) | Q(place__name__icontains=word)
        labels = [value for value, label in SpecialRoom.Kind.choices if word in str(label)]
        found = found.filter(has | Q(kind__in=labels))
    return sorted(found, key=lambda room: (room.seats, room.place.code))


def asked_of(
    rooms: Iterable[SpecialRoom], *, starts_at: datetime, ends_at: datetime, people: int,
    at: datetime, school_class: SchoolClass | None = None, carried: Mapping[str, Any] | None = None,
) -> list[Answer]:  # fmt: skip
    """Each room with what stands in the way of a wish; the queries of a diary. `carried` is what
    the form is filled in with beside the time."""
    asked = list(rooms)
    first, last = timezone.localtime(starts_at), timezone.localtime(ends_at)
    diary = Diary(asked, first.date(), last.date())
    time = {"day": f"{first:%Y-%m-%d}", "from": f"{first:%H:%M}", "to": f"{last:%H:%M}"}
    answers = []
    for room in asked:
        wish = Wish(
            room=room, starts_at=starts_at, ends_at=ends_at, people=people,
            school_class=school_class,
        )  # fmt: skip
        query = {"room": room.pk, **time, **(carried or {})}
        path = f"{reverse('rooms:booking_new')}?{urlencode(query)}"
        answers.append(Answer(room, path, diary.obstacle(wish, at=at)))
    return answers


def instead_of(wish: Wish, *, at: datetime, carried: Mapping[str, Any]) -> list[Answer]:
    """Free rooms in place of one that is taken: of its kind first, then the smallest."""
    rooms = [room for room in suitable(people=wish.people) if room.pk != wish.room.pk]
    answers = asked_of(
        rooms, starts_at=wish.starts_at, ends_at=wish.ends_at, people=wish.people, at=at,
        school_class=wish.school_class, carried=carried,
    )  # fmt: skip
    free = [each for each in answers if each.obstacle is None]
    return sorted(free, key=lambda each: each.room.kind != wish.room.kind)[:OFFERED]
