"""Sheets that hang at doors: names and classes, no number and no phone."""

from collections import defaultdict
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.models import Duty, Role
from campus.people.actions import note_taken
from dormitory import rights
from dormitory.figures.beds import room_lines
from dormitory.models import DormRoom, Occupancy
from dormitory.views.houses import found_floor, found_room


@require_safe
def floor(request: PersonRequest, pk: int) -> HttpResponse:
    """The sheets of a whole floor in one print."""
    shown, rooms = found_floor(request, pk)
    require(rights.keeps(request.user, shown))
    return sheets(request, rooms, back=reverse("dormitory:floor", args=[shown.pk]))


@require_safe
def room(request: PersonRequest, pk: int) -> HttpResponse:
    """The sheet of one door."""
    shown = found_room(request, pk)
    require(rights.can_settle_in(request.user, shown))
    return sheets(request, [shown], back=shown.get_absolute_url())


def sheets(request: PersonRequest, rooms: list[DormRoom], *, back: str) -> HttpResponse:
    """A page of paper for each room; that it was printed is noted for all who stand on it."""
    today = timezone.localdate()
    told = Occupancy.objects.visible_to(request.user).on(today).filter(bed__room__in=rooms)
    lines = room_lines(rooms, told.in_order(), today)
    pupils = [stay.pupil_id for line in lines for _bed, stay in line.beds if stay]
    note_taken(
        pupils, by=request.user, at=timezone.now(), page=request.get_full_path(), on_paper=True
    )
    leaders = leaders_of(rooms)
    context: dict[str, Any] = {
        "sheets": [(line, leaders[line.room.place_id]) for line in lines],
        "back": back, "today": today,
    }  # fmt: skip
    return render(request, "dormitory/doors.html", context)


def leaders_of(rooms: list[DormRoom]) -> dict[int, list[str]]:
    """The names of the dorm leaders, by the number of the room's place; one query."""
    held = Duty.objects.running().filter(
        role=Role.DORM_LEADER, place__in=[room.place_id for room in rooms], person__is_active=True
    )
    names: dict[int, list[str]] = defaultdict(list)
    for place, name in held.values_list("place", "person__name"):
        if place:
            names[place].append(name)
    return names
