"""Rooms: the week of all of them, one by one, described, opened and closed."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import WorkingHours
from campus.records.history import history_path
from campus.school_time.days import day_typed, monday_of
from campus.school_time.engine import ONE_DAY, Hours
from campus.school_time.forms import HoursForm, spans_in_words
from campus.shell.form_page import form_page
from rooms import rights
from rooms.actions import periods as period_actions
from rooms.actions import rooms as actions
from rooms.figures.week import days_from, room_week, week_of
from rooms.forms.rooms import CloseForm, PeriodsForm, RoomForm, periods_in_words
from rooms.lists import ROOMS
from rooms.models import Closure, Diary, LessonPeriod, SpecialRoom
from rooms.models.diary import calendars_of

WEEK = timedelta(weeks=1)


def week_asked(request: PersonRequest) -> dict[str, date]:
    """The week of `?week=2025-11-03`, else this one, with those beside it."""
    today = timezone.localdate()
    monday = monday_of(day_typed(request.GET.get("week", "")) or today)
    return {"monday": monday, "before": monday - WEEK, "after": monday + WEEK, "today": today}


@require_safe
def week(request: PersonRequest) -> HttpResponse:
    """Who has which room when, all rooms of a kind (`?kind=robot`) or all there are."""
    require(rights.can_read_rooms(request.user))
    asked = week_asked(request)
    rooms = SpecialRoom.objects.visible_to(request.user).offered().named()
    kind = request.GET.get("kind", "")
    known = list(rooms)
    kinds = [each for each in SpecialRoom.Kind if any(room.kind == each for room in known)]
    shown = [room for room in known if room.kind == kind] if kind in kinds else known
    context = {
        **asked, "days": days_from(asked["monday"]), "kinds": kinds, "kind": kind,
        "rows": week_of(shown, asked["monday"]),
        "may_add": rights.can_add_rooms(request.user),
    }  # fmt: skip
    return render(request, "rooms/week.html", context)


@require_safe
def rooms(request: PersonRequest) -> HttpResponse:
    """All special rooms."""
    return list_page(request, ROOMS, "rooms/rooms.html", may_add=rights.can_add_rooms(request.user))


def found(request: PersonRequest, pk: int) -> SpecialRoom:
    """The room, if the person may see it; else 404."""
    seen = SpecialRoom.objects.visible_to(request.user).select_related("place", "keeper")
    return get_object_or_404(seen.defer("sought", "place__sought", "keeper__sought"), pk=pk)


@require_safe
def at(request: PersonRequest, pk: int) -> HttpResponse:
    """The room at a place, as the label on its door leads to it."""
    seen = SpecialRoom.objects.visible_to(request.user)
    return redirect(get_object_or_404(seen, place=pk))


@require_safe
def room(request: PersonRequest, pk: int) -> HttpResponse:
    """One room: what it is, when it is open, who has it in a week."""
    shown, person, now = found(request, pk), request.user, timezone.now()
    asked, periods = week_asked(request), list(LessonPeriod.objects.all())
    diary = Diary([shown], asked["monday"], asked["after"] - ONE_DAY)
    context = {
        **asked, "room": shown, "periods": periods,
        "days": room_week(diary, shown, periods, now),
        "hours": hours_in_words(diary.calendars[shown.pk].hours),
        "closures": shown.closures.filter(ends_at__gt=now),
        "photos": Attachment.objects.of(shown),
        "may_keep": rights.can_keep_room(person, shown), "may_add": rights.can_add_rooms(person),
        "history_path": history_path(person, shown),
    }  # fmt: skip
    return render(request, "rooms/room.html", context)


def hours_in_words(hours: Hours) -> list[tuple[Any, str]]:
    """When it is open on each weekday."""
    return [(day.label, spans_in_words(hours.get(day, ()))) for day in WorkingHours.Weekday]


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Let a room be booked, or describe one anew; `?place=A-101` brings the place along."""
    written = found(request, pk) if pk else SpecialRoom()
    person = request.user
    require(rights.can_keep_room(person, written) if pk else rights.can_add_rooms(person))
    initial = {} if pk else {"place": request.GET.get("place", "")[:80]}
    form = RoomForm(
        request.POST or None, request.FILES or None, instance=written, person=person,
        initial=initial,
    )  # fmt: skip
    if not form.is_valid():
        back = written.get_absolute_url() if pk else reverse("rooms:rooms")
        return form_page(request, form, title=_("Special room"), back=back)
    target = SpecialRoom.objects.get(pk=pk) if pk else SpecialRoom()
    kept = actions.write_room(target, by=person, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(room)s” is saved.") % {"room": kept})
    return redirect(kept)


@require_http_methods(["GET", "POST"])
def hours(request: PersonRequest, pk: int) -> HttpResponse:
    """When a room is open of itself."""
    shown = found(request, pk)
    require(rights.can_keep_room(request.user, shown))
    form = HoursForm(request.POST or None, hours=calendars_of([shown.pk])[shown.pk].hours)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Opening hours"), back=shown.get_absolute_url(),
            under=str(shown),
            words=_("All empty: as the office, from its opening to its closing, lunch included."),
        )  # fmt: skip
    actions.set_hours(shown, form.rows(), by=request.user, at=timezone.now())
    messages.success(request, _("The opening hours are set."))
    return redirect(shown)


@require_http_methods(["GET", "POST"])
def close(request: PersonRequest, pk: int) -> HttpResponse:
    """Close a room from a moment to a moment."""
    shown = found(request, pk)
    require(rights.can_keep_room(request.user, shown))
    form = CloseForm(request.POST or None, room=shown, initial=closed_tomorrow())
    if not form.is_valid():
        back = shown.get_absolute_url()
        return form_page(request, form, title=_("Close the room"), back=back, under=str(shown))
    _closure, struck = actions.close(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    told = _("The room is closed then; %(count)d bookings are called off.") % {"count": struck}
    messages.success(request, told if struck else _("The room is closed then."))
    return redirect(shown)


def closed_tomorrow() -> dict[str, datetime]:
    """What the form of a closure says at first: all of tomorrow."""
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return {"starts_at": start + timedelta(days=1), "ends_at": start + timedelta(days=2)}


@require_POST
def reopen(request: PersonRequest, pk: int) -> HttpResponse:
    """End a closure."""
    seen = SpecialRoom.objects.visible_to(request.user)
    closures = Closure.objects.filter(room__in=seen).select_related("room__place")
    closure = get_object_or_404(closures, pk=pk)
    require(rights.can_keep_room(request.user, closure.room))
    actions.reopen(closure, by=request.user, at=timezone.now())
    messages.success(request, _("“%(room)s” is open again.") % {"room": closure.room})
    return redirect(closure.room)


@require_POST
def offer(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a room back on the list."""
    return offered(request, pk, is_offered=True)


@require_POST
def end(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a room off the list."""
    return offered(request, pk, is_offered=False)


def offered(request: PersonRequest, pk: int, *, is_offered: bool) -> HttpResponse:
    shown = found(request, pk)
    require(rights.can_add_rooms(request.user))
    actions.set_offered(shown, is_offered=is_offered, by=request.user, at=timezone.now())
    words = _("“%(room)s” can be booked.") if is_offered else _("“%(room)s” is off the list.")
    messages.success(request, words % {"room": shown})
    return redirect(shown)


@require_http_methods(["GET", "POST"])
def periods(request: PersonRequest) -> HttpResponse:
    """Which periods a day has."""
    require(rights.can_add_rooms(request.user))
    known = periods_in_words(LessonPeriod.objects.all())
    form = PeriodsForm(request.POST or None, initial={"periods": known})
    title = pgettext("of a day", "Periods")
    if not form.is_valid():
        return form_page(request, form, title=title, back=reverse("rooms:week"))
    rows = form.cleaned_data["periods"]
    period_actions.write_periods(rows, by=request.user, at=timezone.now())
    messages.success(request, _("The periods are set."))
    return redirect("rooms:week")
