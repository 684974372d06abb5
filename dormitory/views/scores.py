"""What rooms scored: a house day by day, its ranking, one room with the marks of its days."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.school_time.days import day_typed
from dormitory import rights
from dormitory.figures.scores import heat_of, score_lines, standings_of
from dormitory.forms.scores import ScoresShown
from dormitory.models import DormRoom, House, Occupancy
from dormitory.models.checks import scores_told
from dormitory.views.houses import found_house, found_room

# As many as somebody reads: some two weeks of two checks a day.
NEWEST = 30


def shown_scores(request: PersonRequest, house: House) -> ScoresShown:
    return ScoresShown(request.GET, house=house, today=timezone.localdate())


def rooms_shown(form: ScoresShown) -> list[DormRoom]:
    rooms = DormRoom.objects.filter(house=form.house).within(form.place)
    return list(rooms.select_related("place").order_by("place__code"))


def around(form: ScoresShown) -> dict[str, Any]:
    """What both pages of a house tell of the days; `earlier` and `later` lead to others."""
    first, last = form.days
    return {
        "house": form.house, "form": form, "first": first, "last": last,
        "earlier": address_on(form, first - timedelta(days=1)),
        "later": address_on(form, last + timedelta(days=1)) if last < form.today else "",
    }  # fmt: skip


def address_on(form: ScoresShown, day: date) -> str:
    """The same page with another day."""
    return f"?{urlencode({**form.typed, 'on': day.isoformat()})}"


@require_safe
def heat(request: PersonRequest, pk: int) -> HttpResponse:
    """The rooms of a house or floor by days, coloured by what they lost."""
    form = shown_scores(request, found_house(request, pk))
    require(rights.can_compare(request.user))
    heat = heat_of(rooms_shown(form), form.checklists, *form.days)
    return render(request, "dormitory/scores.html", {**around(form), "heat": heat})


@require_safe
def ranked(request: PersonRequest, pk: int) -> HttpResponse:
    """The rooms of a house or floor by what they lost on each check, and why; pupils are told the
    reasons of their own room alone."""
    form = shown_scores(request, found_house(request, pk))
    rooms = rooms_shown(form)
    own = own_places(request)
    reasons_at = own if request.user.is_pupil else [room.place_id for room in rooms]
    found = standings_of(rooms, form.checklists, *form.days, reasons_at=reasons_at)
    context = {**around(form), "standings": found, "own": own}
    return render(request, "dormitory/ranking.html", context)


def own_places(request: PersonRequest) -> list[int]:
    """The places where the person sleeps today; staff sleep in none."""
    if not request.user.is_pupil:
        return []
    stays = Occupancy.objects.on(timezone.localdate()).filter(pupil=request.user)
    return list(stays.values_list("bed__room__place", flat=True))


@require_safe
def room(request: PersonRequest, pk: int) -> HttpResponse:
    """What one room scored and why: the newest, or those of `?day=2025-11-03`."""
    shown = found_room(request, pk)
    day = day_typed(request.GET.get("day", ""))
    scores = scores_told(request.user, shown).select_related("checklist", "inspection")
    told = scores.filter(day=day) if day else scores[:NEWEST]
    context = {
        "room": shown, "day": day, "lines": score_lines(told, request.user),
        "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "dormitory/room_scores.html", context)
