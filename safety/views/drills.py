"""Drills: found, planned, read, summed up; which months had one."""

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.past import past_of, talk_of
from campus.shell.form_page import form_page
from campus.shell.numbers import number_typed
from planning.fulfilment import item_named, origin_of
from safety import rights
from safety.actions import drills as actions
from safety.figures.drills import NIGHT_DRILLS_A_YEAR, drill_year, school_year_of
from safety.forms.drills import CallOff, DrillForm, Problem, SumUp, planned_initial
from safety.fulfilment import days_of_drill, drill_from
from safety.lists import DRILLS
from safety.models import Drill, DrillLine, DrillProblem, Hazard
from safety.models.drill import Tally

FIRST_YEAR, LAST_YEAR = 2000, 2100


@require_safe
def drills(request: PersonRequest) -> HttpResponse:
    """The drills that were held and are planned."""
    return list_page(
        request, DRILLS, "safety/drills.html", may_plan=rights.can_plan_drills(request.user)
    )


@require_safe
def year(request: PersonRequest) -> HttpResponse:
    """Months × kinds of a school year; months without an evacuation stand out."""
    require(rights.can_read_drills(request.user))
    today = timezone.localdate()
    starts_in = number_typed(request.GET.get("year", "")) or 0
    if not FIRST_YEAR <= starts_in <= LAST_YEAR:
        starts_in = school_year_of(today)
    context = {
        "year": drill_year(request.user, starts_in, today), "kinds": Drill.Kind.choices,
        "night_wanted": NIGHT_DRILLS_A_YEAR, "previous": starts_in - 1, "next": starts_in + 1,
    }  # fmt: skip
    return render(request, "safety/drill_year.html", context)


def found(request: PersonRequest, pk: int) -> Drill:
    seen = Drill.objects.visible_to(request.user)
    seen = seen.select_related("place", "commander", "by", "plan_item")
    return get_object_or_404(seen, pk=pk)


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Plan a drill, of an item of the work plan (`?item=3`) or without one."""
    require(rights.can_plan_drills(request.user))
    item = item_named(request.user, request.GET, Drill)
    initial = planned_initial(timezone.localtime()) | {"commander": request.user}
    if item:
        initial |= drill_from(item, request.user, timezone.localdate())
    drill = Drill(plan_item=item)
    form = DrillForm(request.POST or None, instance=drill, initial=initial)
    if not form.is_valid():
        back = item.get_absolute_url() if item else reverse("safety:drills")
        return drill_form(request, form, back=back)
    drill = actions.plan(by=request.user, at=timezone.now(), plan_item=item, **form.facts())
    messages.success(request, _("“%(drill)s” is planned.") % {"drill": drill})
    return redirect(drill)


def drill_form(request: PersonRequest, form: DrillForm, *, back: str) -> HttpResponse:
    origin = origin_of(form.instance, request.user)
    context, status = {"form": form, "back": back, "origin": origin}, 422 if form.is_bound else 200
    return render(request, "safety/drill_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change the plan of a drill."""
    drill = found(request, pk)
    require(rights.can_run_drill(request.user, drill))
    form = DrillForm(request.POST or None, instance=drill)
    if not form.is_valid():
        return drill_form(request, form, back=drill.get_absolute_url())
    actions.change(drill, by=request.user, at=timezone.now(), **form.facts())
    messages.success(request, _("The plan is changed."))
    return redirect(drill)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One drill: its plan, its count, what did not go well, what was learned."""
    drill, person = found(request, pk), request.user
    context = {
        **of_drill(drill),
        "origin": origin_of(drill, person, days=days_of_drill(drill)),
        "problems": problems_of(drill),
        "problem_form": Problem(),
        "may_run": rights.can_run_drill(person, drill),
        "may_register": rights.can_direct_hazards(person),
        **past_of(drill, person, timezone.now()),
        **talk_of(drill, person),
    }
    return render(request, "safety/drill.html", context)


def of_drill(drill: Drill) -> dict[str, object]:
    """The drill with its tables and its count."""
    lines = list(drill.lines.order_by("position"))
    tables = [
        (part.value, part.label, [each.cells for each in lines if each.part == part])
        for part in DrillLine.Part
    ]
    groups = drill.groups.select_related("school_class", "report__by")
    return {"drill": drill, "tables": tables, "tally": Tally(list(groups))}


def problems_of(drill: Drill) -> list[tuple[DrillProblem, Hazard | None]]:
    """What did not go well, each with the hazard that it became; two queries."""
    problems = list(drill.problems.select_related("place", "by"))
    kind = ContentType.objects.get_for_model(DrillProblem)
    made = Hazard.objects.filter(origin_type=kind, origin_id__in=[each.pk for each in problems])
    by_origin = {hazard.origin_id: hazard for hazard in made}
    return [(each, by_origin.get(each.pk)) for each in problems]


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """Plan and record on A4."""
    drill = found(request, pk)
    context = {
        **of_drill(drill), "problems": problems_of(drill), "back": drill.get_absolute_url(),
        "photos": [each for each in Attachment.objects.of(drill) if each.is_picture][:4],
    }  # fmt: skip
    return render(request, "safety/drill_sheet.html", context)


@require_http_methods(["GET", "POST"])
def call_off(request: PersonRequest, pk: int) -> HttpResponse:
    """Call a drill off, for a reason."""
    drill = found(request, pk)
    require(rights.can_run_drill(request.user, drill))
    form = CallOff(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Call it off"), back=drill.get_absolute_url(), under=str(drill)
        )
    actions.call_off(drill, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(drill)s” is called off.") % {"drill": drill})
    return redirect(drill)


@require_http_methods(["GET", "POST"])
def sum_up(request: PersonRequest, pk: int) -> HttpResponse:
    """Write what a drill has shown."""
    drill = found(request, pk)
    require(rights.can_run_drill(request.user, drill))
    form = SumUp(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"summary": drill.summary},
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Summary"), back=drill.get_absolute_url(), under=str(drill)
        )
    actions.sum_up(drill, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The summary is written."))
    return redirect(drill)


@require_POST
def problem(request: PersonRequest, pk: int) -> HttpResponse:
    """Note what did not go well."""
    drill = found(request, pk)
    require(rights.can_count(request.user, drill))
    form = Problem(request.POST)
    if not form.is_valid():
        return form_page(
            request, form, title=_("What did not go well?"), back=drill.get_absolute_url(),
            under=str(drill),
        )  # fmt: skip
    actions.find_problem(drill, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("It is noted."))
    return redirect(drill)


@require_POST
def make_hazard(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a problem into the register of hazards, with one press."""
    seen = DrillProblem.objects.visible_to(request.user)
    noted = get_object_or_404(seen.select_related("drill"), pk=pk)
    require(rights.can_direct_hazards(request.user))
    hazard = actions.make_hazard(noted, by=request.user, at=timezone.now())
    messages.success(request, _("%(hazard)s is in the register.") % {"hazard": hazard.number})
    return redirect(noted.drill)
