"""The stopwatch of a drill, for phones: the signal, groups that report in, all out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campus.doors import PersonRequest, require
from safety import rights
from safety.actions import drills as actions
from safety.forms.drills import Count
from safety.models import Drill, DrillGroup
from safety.models.drill import Tally
from safety.views.drills import found


def counted(request: PersonRequest, drill: Drill) -> dict[str, object]:
    """The drill with its groups: those that have not reported come first."""
    groups = list(drill.groups.select_related("report__by"))
    now = timezone.now()
    running = int((now - drill.started_at).total_seconds()) if drill.started_at else 0
    return {
        "drill": drill, "tally": Tally(groups),
        "seconds": running if drill.is_running else drill.evacuation_seconds,
        "may_run": rights.can_run_drill(request.user, drill),
    }  # fmt: skip


@require_safe
def stopwatch(request: PersonRequest, pk: int) -> HttpResponse:
    """The whole page."""
    drill = found(request, pk)
    require(rights.can_count(request.user, drill))
    return render(request, "safety/stopwatch.html", counted(request, drill))


@require_safe
def board(request: PersonRequest, pk: int) -> HttpResponse:
    """The part that tells who is missing; phones ask for it every few seconds."""
    drill = found(request, pk)
    require(rights.can_count(request.user, drill))
    return render(request, "safety/stopwatch_board.html", counted(request, drill))


@require_POST
def start(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the signal."""
    drill = found(request, pk)
    require(rights.can_run_drill(request.user, drill))
    actions.start(drill, by=request.user, at=timezone.now())
    return redirect("safety:drill_stopwatch", drill.pk)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """The signal was a mistake."""
    drill = found(request, pk)
    require(rights.can_run_drill(request.user, drill))
    actions.take_back_start(drill, by=request.user, at=timezone.now())
    messages.success(request, _("The stopwatch stands at nought again."))
    return redirect("safety:drill_stopwatch", drill.pk)


@require_POST
def report(request: PersonRequest, pk: int, group: int) -> HttpResponse:
    """Report how many of a group are present."""
    drill = found(request, pk)
    require(rights.can_count(request.user, drill))
    reporting = get_object_or_404(DrillGroup, drill=drill, pk=group)
    form = Count(request.POST)
    if not form.is_valid():
        messages.error(request, _("%(group)s: give a number.") % {"group": reporting})
        return redirect("safety:drill_stopwatch", drill.pk)
    made = actions.report(reporting, by=request.user, at=timezone.now(), **form.cleaned_data)
    told = _("%(group)s: %(present)d of %(expected)d are there.")
    messages.success(
        request,
        told % {"group": reporting, "present": made.present, "expected": reporting.expected},
    )
    return redirect("safety:drill_stopwatch", drill.pk)


@require_POST
def all_out(request: PersonRequest, pk: int) -> HttpResponse:
    """Stop the stopwatch."""
    drill = found(request, pk)
    require(rights.can_run_drill(request.user, drill))
    entry = actions.all_out(drill, by=request.user, at=timezone.now())
    messages.success(request, str(entry))
    return redirect("safety:drill_stopwatch", drill.pk)
