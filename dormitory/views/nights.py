"""The evening roll: how it stands, rooms counted on a phone, pupils who are not back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from dormitory import rights
from dormitory.actions import headcount as actions
from dormitory.figures.nights import floors_of_night, whole
from dormitory.figures.roll import roll_lines
from dormitory.forms.nights import ComeBack, RollForm
from dormitory.lists import ABSENCES, COUNTS
from dormitory.models import Absence, DormRoom
from dormitory.views.houses import found_floor, found_house, found_room


@require_safe
def tonight(request: PersonRequest, pk: int) -> HttpResponse:
    """How the roll of a house stands: counted rooms, present of expected, missing, on leave."""
    shown, now = found_house(request, pk), timezone.now()
    require(rights.can_write_house(request.user, shown))
    night = actions.night_of(now)
    floors = floors_of_night(shown, night, now)
    missing = Absence.objects.visible_to(request.user).missing().filter(room__house=shown)
    context = {
        "house": shown, "night": night, "floors": floors, "whole": whole(floors),
        "missing": missing.filter(night=night).select_related(
            "pupil__school_class", "room__place"
        ),
    }  # fmt: skip
    return render(request, "dormitory/tonight.html", context)


@require_http_methods(["GET", "POST"])
def roll(request: PersonRequest, pk: int) -> HttpResponse:
    """Count the rooms of a floor: all of them, or those that the reader leads."""
    floor, rooms = found_floor(request, pk)
    answers = [(room, rights.can_count(request.user, room)) for room in rooms]
    require(next((answer for _room, answer in answers if answer), answers[0][1]))
    counted = [room for room, answer in answers if answer]
    return roll_of(request, counted, title=str(floor), back=after_roll(request, rooms[0]))


@require_http_methods(["GET", "POST"])
def roll_room(request: PersonRequest, pk: int) -> HttpResponse:
    """Count one room."""
    room = found_room(request, pk)
    require(rights.can_count(request.user, room))
    return roll_of(request, [room], title=str(room), back=after_roll(request, room))


def after_roll(request: PersonRequest, room: DormRoom) -> str:
    """Where one goes on: leaders to their own page, wardens to the house."""
    if request.user.is_pupil:
        return reverse("dormitory:my_floor")
    return reverse("dormitory:tonight", args=[room.house_id])


def roll_of(
    request: PersonRequest, rooms: list[DormRoom], *, title: str, back: str
) -> HttpResponse:
    """Rooms with their sleepers; sent off, everybody is there who is not ticked."""
    now = timezone.now()
    lines = roll_lines(rooms, actions.night_of(now), now)
    pupils = [sleeper.pupil.pk for line in lines for sleeper in line.sleepers]
    form = RollForm(request.POST or None, pupils=pupils)
    if form.is_valid():
        missing = form.cleaned_data["missing"]
        new = actions.count(rooms, missing=missing, by=request.user, at=now)
        words = ngettext("%(count)d room is counted.", "%(count)d rooms are counted.", len(rooms))
        messages.success(request, words % {"count": len(rooms)})
        say_missing(request, len(new))
        return redirect(back)
    context: dict[str, Any] = {
        "lines": lines, "title": title, "house": rooms[0].house, "back": back, "form": form,
        "night": actions.night_of(now),
    }  # fmt: skip
    return render(request, "dormitory/roll.html", context, status=422 if form.is_bound else 200)


def say_missing(request: PersonRequest, count: int) -> None:
    """That whoever has to know of missing pupils is told."""
    if count:
        words = ngettext(
            "%(count)d pupil is missing; warden and class teacher are told.",
            "%(count)d pupils are missing; wardens and class teachers are told.", count,
        )  # fmt: skip
        messages.warning(request, words % {"count": count})


def found_absence(request: PersonRequest, pk: int) -> Absence:
    seen = Absence.objects.visible_to(request.user).select_related(
        "pupil__school_class", "room__place", "room__house__place", "by", "cleared_by"
    )
    return get_object_or_404(seen, pk=pk)


@require_safe
def absence(request: PersonRequest, pk: int) -> HttpResponse:
    """A pupil who was not there."""
    shown = found_absence(request, pk)
    now = timezone.localtime().replace(second=0, microsecond=0)
    context = {
        "absence": shown,
        "may_clear": rights.can_clear(request.user, shown),
        "form": ComeBack(initial={"returned_at": now}),
    }
    return render(request, "dormitory/absence.html", context)


@require_POST
def find(request: PersonRequest, pk: int) -> HttpResponse:
    """The pupil was there after all."""
    shown = found_absence(request, pk)
    require(rights.can_clear(request.user, shown))
    actions.find(shown, by=request.user, at=timezone.now())
    messages.success(request, _("It is cleared; whoever was told knows it now."))
    return redirect(after_roll(request, shown.room))


@require_POST
def come_back(request: PersonRequest, pk: int) -> HttpResponse:
    """The pupil is back late."""
    shown = found_absence(request, pk)
    require(rights.can_clear(request.user, shown))
    form = ComeBack(request.POST)
    if not form.is_valid():
        context = {"absence": shown, "may_clear": True, "form": form}
        return render(request, "dormitory/absence.html", context, status=422)
    returned_at = form.cleaned_data["returned_at"]
    actions.come_back(shown, returned_at=returned_at, by=request.user, at=timezone.now())
    messages.success(request, _("It is cleared; whoever was told knows it now."))
    return redirect(after_roll(request, shown.room))


@require_safe
def absences(request: PersonRequest) -> HttpResponse:
    """Who was not there, night by night."""
    return list_page(request, ABSENCES, "dormitory/stays.html")


@require_safe
def counts(request: PersonRequest) -> HttpResponse:
    """Which rooms were counted, night by night."""
    return list_page(request, COUNTS, "dormitory/stays.html")
