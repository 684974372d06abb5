"""Schedules: the list, the page of one, writing and pausing."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from inspections import rights
from inspections.actions import schedules as actions
from inspections.actions.coverage import places_of
from inspections.forms.schedule import ScheduleForm
from inspections.lists import SCHEDULES
from inspections.lists.schedules import rhythm_in_words, where_in_words
from inspections.models import Schedule


@require_safe
def schedules(request: PersonRequest) -> HttpResponse:
    """All schedules that one may see."""
    may_write = rights.can_write_checklists(request.user)
    return list_page(request, SCHEDULES, "inspections/schedules.html", may_write=may_write)


def found(request: PersonRequest, pk: int) -> Schedule:
    """The schedule, if the person may see it; else 404."""
    seen = Schedule.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("checklist", "place", "planned_for"), pk=pk)


@require_safe
def schedule(request: PersonRequest, pk: int) -> HttpResponse:
    """Which places, when, by whom; the windows that were and come, with how they were kept."""
    shown = found(request, pk)
    state = "inspections__status"
    counted = shown.windows.annotate(
        count=Count("inspections"),
        done=Count("inspections", filter=Q(**{f"{state}__in": ["to_sign", "finished"]})),
        missed=Count("inspections", filter=Q(**{state: "missed"})),
    )
    places = places_of(shown, timezone.localdate())
    context = {
        "schedule": shown,
        "when": rhythm_in_words(shown),
        "where": where_in_words(shown),
        "places": places[:60],
        "count": len(places),
        "windows": counted.order_by("-opens_at")[:20],
        "now": timezone.now(),
        "may_keep": rights.can_keep_schedule(request.user, shown),
        "history_path": history_path(request.user, shown),
    }
    return render(request, "inspections/schedule.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new schedule."""
    require(rights.can_write_checklists(request.user))
    first = Schedule(starts_on=timezone.localdate(), rhythm=Schedule.Rhythm.DAILY)
    return form_page(request, first, title=_("New schedule"))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a schedule; what is laid ahead and not begun is laid anew."""
    shown = found(request, pk)
    require(rights.can_keep_schedule(request.user, shown))
    return form_page(request, shown, title=str(shown))


def form_page(request: PersonRequest, schedule: Schedule, *, title: str) -> HttpResponse:
    form = ScheduleForm(request.POST or None, instance=schedule, person=request.user)
    if not form.is_valid():
        back = schedule.get_absolute_url() if schedule.pk else reverse("inspections:schedules")
        context = {"form": form, "title": title, "back": back}
        status = 422 if form.is_bound else 200
        return render(request, "inspections/schedule_form.html", context, status=status)
    target = Schedule.objects.get(pk=schedule.pk) if schedule.pk else Schedule()
    written = actions.write_schedule(
        target, by=request.user, at=timezone.now(), **form.fields_typed
    )
    messages.success(request, _("“%(schedule)s” is planned.") % {"schedule": written})
    return redirect(written)


@require_POST
def pause(request: PersonRequest, pk: int) -> HttpResponse:
    """Plan no more walks."""
    shown = found(request, pk)
    require(rights.can_keep_schedule(request.user, shown))
    actions.pause(shown, by=request.user, at=timezone.now())
    messages.success(request, _("“%(schedule)s” is paused.") % {"schedule": shown})
    return redirect(shown)


@require_POST
def resume(request: PersonRequest, pk: int) -> HttpResponse:
    """Plan walks again."""
    shown = found(request, pk)
    require(rights.can_keep_schedule(request.user, shown))
    actions.resume(shown, by=request.user, at=timezone.now())
    messages.success(request, _("“%(schedule)s” runs again.") % {"schedule": shown})
    return redirect(shown)
