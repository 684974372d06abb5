"""The list of walks, the page of one, its sheet; the second signature; breaking off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.cases.continuing import continuations
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from campus.shell.words import moment_in_words
from inspections import rights
from inspections.actions import walking
from inspections.forms.walk import CancelForm
from inspections.fulfilment import days_of_walk
from inspections.lists import INSPECTIONS
from inspections.lists.walks import SCHEDULE, WINDOW, number_in
from inspections.models import Finding, Inspection, Schedule, Window
from inspections.registry import topic_of
from inspections.views.page import grouped, lines_of
from inspections.views.part_page import scored_parts
from inspections.views.walk import found
from planning.fulfilment import origin_of


@require_safe
def inspections(request: PersonRequest) -> HttpResponse:
    """All walks that one may see."""
    may = rights.can_inspect(request.user)
    return list_page(
        request, INSPECTIONS, "inspections/inspections.html", may_inspect=may,
        may_see_figures=rights.can_see_figures(request.user), only=only_of(request),
        may_plan=rights.can_write_checklists(request.user),
    )  # fmt: skip


def only_of(request: PersonRequest) -> str:
    """Which occasion or schedule the list is of, in words; empty for all walks."""
    schedules = Schedule.objects.visible_to(request.user).select_related("checklist", "place")
    if window := number_in(request.GET, WINDOW):
        shown = Window.objects.filter(pk=window, schedule__in=schedules.order_by())
        found = shown.select_related("schedule__checklist", "schedule__place").first()
        return f"{found.schedule} · {moment_in_words(found.opens_at)}" if found else ""
    if schedule := number_in(request.GET, SCHEDULE):
        return str(schedules.filter(pk=schedule).first() or "")
    return ""


def shown(walk: Inspection) -> dict[str, Any]:
    """What both the page and the sheet of a walk show: its lines, or its parts."""
    lines = [] if walk.parts else lines_of(walk)
    return {
        "parts": scored_parts(walk) if walk.parts and walk.is_done else [],
        "walk": walk,
        "groups": grouped(lines),
        "faults": [line for line in lines if line.finding],
        "state": walk.tone(timezone.now()),
        "is_late": walk.is_late(timezone.now()),
    }


@require_safe
def inspection(request: PersonRequest, pk: int) -> HttpResponse:
    """What it is, what can be done now, what was seen."""
    walk = found(request, pk)
    person = request.user
    context = shown(walk)
    faults = [line.finding.pk for line in context["faults"]]
    is_planned = walk.status == Inspection.Status.PLANNED
    context |= {
        "topic": topic_of(walk.checklist),
        "origin": origin_of(walk, person, days=days_of_walk(walk)),
        "going": continuations(Finding, faults),
        "may_start": rights.can_start(person, walk) if is_planned else None,
        "may_walk": rights.can_walk(person, walk),
        "may_sign": rights.can_sign(person, walk) if walk.status == "to_sign" else None,
        "may_look_again": walk.is_done and walk.faults and rights.can_look_again(person, walk),
        "may_cancel": rights.can_cancel(person, walk),
        "can_cancel": walk.can_become(Inspection.Status.CANCELLED),
        "history_path": history_path(person, walk),
    }
    return render(request, "inspections/inspection.html", context)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The record of a walk on paper, with both signature lines."""
    return render(request, "inspections/sheet.html", shown(found(request, pk)))


@require_POST
def sign(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the second signature."""
    walk = found(request, pk)
    require(rights.can_sign(request.user, walk))
    walking.sign(walk, by=request.user, at=timezone.now())
    messages.success(request, _("“%(walk)s” bears both signatures.") % {"walk": walk})
    return redirect(walk)


@require_http_methods(["GET", "POST"])
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a walk off the plan, or break it off, for a reason."""
    walk = found(request, pk)
    require(rights.can_cancel(request.user, walk))
    form = CancelForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(
            request, "inspections/cancel.html", {"walk": walk, "form": form}, status=status
        )
    walking.cancel(walk, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
    messages.success(request, _("“%(walk)s” is cancelled.") % {"walk": walk})
    return redirect(walk)
