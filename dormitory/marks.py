"""Points that classes lose and win by their dorm rooms, for whoever sums them up.

A room is shared by several classes: what it scored counts for each class that had a sleeper there
on that day.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.marks import Mark, MarkSource
from dormitory.models import Nomination, Occupancy
from dormitory.models.checks import room_checklists
from inspections.models import PartScore

SCORE, AWARD = "inspections.partscore", "dormitory.nomination"
# Of one room: from and to which day somebody of a class slept there.
Stays = dict[int, list[tuple[date, date | None, int]]]


def marks(first: date, last: date) -> Iterable[Mark]:
    """What rooms scored between two days, once for each class that slept there on the day; three
    queries, in the order of the days."""
    stays = stays_by_place(first, last)
    names = dict(room_checklists().values_list("pk", "name"))
    scores = PartScore.objects.counted().filter(day__range=(first, last), checklist__in=names)
    told = scores.order_by("day", "pk").values_list(
        "pk", "day", "taken", "given", "full_marks", "checklist", "place", "place__name",
        "place__dorm_room",
    )  # fmt: skip
    addresses: dict[int, str] = {}
    for number, day, taken, given, full, checklist, place, name, room in told.iterator():
        classes = classes_on(stays, place, day)
        if not classes:
            continue
        if room not in addresses:
            addresses[room] = reverse("dormitory:room_scores", args=[room])
        path = f"{addresses[room]}?day={day.isoformat()}#score-{number}"
        for school_class in classes:
            yield Mark(
                school_class=school_class, day=day, taken=taken, given=given, of=full,
                words=f"{name} {names[checklist]}", kind=SCORE, record=number, path=path,
            )  # fmt: skip


def classes_on(stays: Stays, place: int, day: date) -> list[int]:
    """The classes, by number, that slept at a place on a day."""
    return sorted(
        {
            school_class
            for starts_on, ends_on, school_class in stays.get(place, ())
            if starts_on <= day and (ends_on is None or day <= ends_on)
        }
    )


def stays_by_place(first: date, last: date) -> Stays:
    """Who slept where between two days, by class; one query."""
    running = Occupancy.objects.filter(Q(ends_on=None) | Q(ends_on__gte=first))
    known = running.filter(starts_on__lte=last, pupil__school_class__isnull=False)
    found: Stays = defaultdict(list)
    rows = known.order_by().values_list(
        "bed__room__place", "starts_on", "ends_on", "pupil__school_class"
    )
    for place, starts_on, ends_on, school_class in rows.distinct():
        found[place].append((starts_on, ends_on, school_class))
    return found


def bonuses(first: date, last: date) -> Iterable[Mark]:
    """What classes win by rooms that were awarded between two days, once for each class that has a
    sleeper in the room on the day of the award; two queries."""
    awarded = Nomination.objects.awarded().filter(
        awarded_on__range=(first, last), pupil=None, cycle__bonus__gt=0
    )
    found = list(awarded.select_related("cycle", "room__place").order_by("awarded_on", "pk"))
    stays = stays_by_place(first, last) if found else {}
    for each in found:
        assert each.awarded_on is not None
        for school_class in classes_on(stays, each.room.place_id, each.awarded_on):
            yield Mark(
                school_class=school_class, day=each.awarded_on, given=each.cycle.bonus,
                words=_("%(room)s is named model dorm") % {"room": each.room}, kind=AWARD,
                record=each.pk, path=each.get_absolute_url(),
            )  # fmt: skip


SOURCES = (
    MarkSource(key="dormitory", label=_("Dormitory"), marks=marks),
    MarkSource(key="dormitory_awards", label=_("Model dorms"), marks=bonuses),
)
