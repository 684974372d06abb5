"""Menus: today's on a phone, a week's at a desk and on paper, the screen of a hall."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest
from campus.models import Place
from campus.school_time.days import monday_of
from campus.shell.numbers import number_typed
from canteen import rights
from canteen.models import Canteen, Meal, MealTime, MenuItem
from canteen.models.standards import meal_at
from canteen.views.menu_days import OfDay, day_of, photos_of, week_of
from canteen.views.pages import day_asked

# A screen asks anew after so many seconds; our own figure.
SCREEN_EVERY = 60


@require_safe
def today(request: PersonRequest) -> HttpResponse:
    """What is served today, the meal of now first, at the canteen that was scanned or chosen."""
    day, canteens = day_asked(request), list(Canteen.objects.visible_to(request.user).running())
    canteen = canteen_asked(request, canteens)
    items = MenuItem.objects.filter(counter__canteen=canteen).on(day).told() if canteen else []
    shown = day_of(day, items)
    now = meal_at(list(MealTime.objects.all()), timezone.now())
    meal = request.GET.get("meal", "")
    chosen = meal if meal in Meal.values else now if day == timezone.localdate() else Meal.LUNCH
    context = {
        "canteens": canteens,
        "canteen": canteen,
        "day": day,
        "is_today": day == timezone.localdate(),
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "meals": shown.meals,
        "chosen": chosen,
        "meal": next(each for each in shown.meals if each.meal == chosen),
        "photos": photos_of([each.dish_id for each in items]),
        "may_weigh": rights.can_weigh(request.user),
        "may_keep": rights.can_keep_menus(request.user),
        "is_pupil": request.user.is_pupil,
        "is_member": request.user.is_pupil and rights.can_read_committee(request.user),
    }
    return render(request, "canteen/today.html", context)


def canteen_asked(request: PersonRequest, canteens: list[Canteen]) -> Canteen | None:
    """The canteen of the address (`?canteen=`), that around a scanned place (`?place=`), else the
    first."""
    number, place = (number_typed(request.GET.get(name, "")) for name in ("canteen", "place"))
    wanted = [each for each in canteens if each.pk == number]
    if not wanted and place:
        scanned = Place.objects.visible_to(request.user).filter(pk=place).first()
        numbers = scanned.numbers if scanned else []
        wanted = [each for each in canteens if each.place_id in numbers]
    return next(iter(wanted or canteens), None)


def found(request: PersonRequest, pk: int) -> Canteen:
    return get_object_or_404(Canteen.objects.visible_to(request.user), pk=pk)


def week_context(request: PersonRequest, pk: int) -> dict[str, Any]:
    """A canteen's week around the day that the address asks for."""
    canteen, monday = found(request, pk), monday_of(day_asked(request))
    week: list[OfDay] = week_of(canteen, monday)
    return {
        "canteen": canteen, "monday": monday, "week": week, "sunday": monday + timedelta(days=6),
        "before": monday - timedelta(days=7), "after": monday + timedelta(days=7),
        "is_empty": not any(day.count for day in week), "today": timezone.localdate(),
    }  # fmt: skip


@require_safe
def week(request: PersonRequest, pk: int) -> HttpResponse:
    """A canteen's menu of a week, with what may be done to it."""
    context = week_context(request, pk) | {
        "canteens": Canteen.objects.visible_to(request.user).running(),
        "may_keep": rights.can_keep_menus(request.user),
    }
    return render(request, "canteen/week.html", context)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The week on A4 across, for the board beside the counters."""
    context = week_context(request, pk)
    path = reverse("canteen:week", args=[pk])
    context["back"] = f"{path}?day={context['monday'].isoformat()}"
    return render(request, "canteen/week_sheet.html", context)


def screen_context(request: PersonRequest, pk: int) -> dict[str, Any]:
    """What a hall's screen shows now."""
    canteen, now = found(request, pk), timezone.now()
    day = timezone.localdate(now)
    items = MenuItem.objects.filter(counter__canteen=canteen).on(day).told()
    meal = meal_at(list(MealTime.objects.all()), now)
    shown = next(each for each in day_of(day, items).meals if each.meal == meal)
    return {
        "canteen": canteen, "day": day, "meal": shown, "now": timezone.localtime(now),
        "every": SCREEN_EVERY,
    }  # fmt: skip


@require_safe
def screen(request: PersonRequest, pk: int) -> HttpResponse:
    """The meal of now, large, for the screen of a hall: no navigation, and it renews itself."""
    return render(request, "canteen/screen.html", screen_context(request, pk))


@require_safe
def board(request: PersonRequest, pk: int) -> HttpResponse:
    """The part of the screen that is asked for again and again."""
    return render(request, "canteen/screen_board.html", screen_context(request, pk))
