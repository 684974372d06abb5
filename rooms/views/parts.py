"""The parts of a project: stages, budget and spendings, milestones, risks."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.shell.form_page import form_page
from rooms import rights
from rooms.actions import money as money_actions
from rooms.actions import projects as stage_actions
from rooms.actions import watching as actions
from rooms.forms.projects import (
    LineForm,
    MilestoneForm,
    OverForm,
    RiskForm,
    SpendForm,
    StageForm,
)
from rooms.models import BudgetLine, Milestone, ProjectStage, Risk, RoomProject, Spending
from rooms.views.projects import base_context, found, standing


def part_of(request: PersonRequest, parts: QuerySet[Any], pk: int, way: str = "project") -> Any:
    """The part, if the person may see its project (404) and lead it (403)."""
    seen = RoomProject.objects.visible_to(request.user).order_by().values("pk")
    part = get_object_or_404(
        parts.filter(**{f"{way}__in": seen}).select_related(f"{way}__leader"), pk=pk
    )
    require(rights.can_lead(request.user, project_of(part)))
    return part


def project_of(part: Any) -> RoomProject:
    project: RoomProject = part.line.project if isinstance(part, Spending) else part.project
    return project


def led(request: PersonRequest, pk: int) -> RoomProject:
    """The project, if the person may see it and lead it."""
    project = found(request, pk)
    require(rights.can_lead(request.user, project))
    return project


def page_of(part: Any) -> str:
    """The page of the project that the part stands on."""
    is_money = isinstance(part, BudgetLine | Spending)
    name = "rooms:project_money" if is_money else "rooms:project"
    return reverse(name, args=[project_of(part).pk])


def part_page(request: PersonRequest, form: Any, part: Any, *, title: str) -> HttpResponse:
    return form_page(request, form, title=title, back=page_of(part), under=str(project_of(part)))


def part_written(
    request: PersonRequest, part: Any, form_of: Callable[..., Any], write: Callable[..., object],
    *, title: str, saved: str,
) -> HttpResponse:  # fmt: skip
    """A part that is new or changed: its form, and keeping what was typed."""
    form = form_of(request.POST or None, instance=part)
    if not form.is_valid():
        return part_page(request, form, part, title=title)
    write(fresh(part), by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, saved)
    return redirect(page_of(part))


def part_acted(
    request: PersonRequest, part: Any, act: Callable[..., object], *, said: str
) -> HttpResponse:
    """Something done to a part by one press."""
    act(part, by=request.user, at=timezone.now())
    messages.success(request, said)
    return redirect(page_of(part))


def fresh(part: Any) -> Any:
    """The part as it is kept, or a new one of the same project: a form has written on the other."""
    model: type[Model] = type(part)
    return model._default_manager.get(pk=part.pk) if part.pk else model(project=part.project)


# Stages


@require_http_methods(["GET", "POST"])
def stage_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a stage."""
    return stage_written(request, ProjectStage(project=led(request, pk), position=99))


@require_http_methods(["GET", "POST"])
def stage(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a stage."""
    return stage_written(request, part_of(request, ProjectStage.objects.all(), pk))


def stage_written(request: PersonRequest, part: ProjectStage) -> HttpResponse:
    return part_written(
        request,
        part,
        StageForm,
        stage_actions.write_stage,
        title=_("Stage"),
        saved=_("The stage is saved."),
    )


STAGE_ACTS = {
    "begin": stage_actions.begin_stage, "end": stage_actions.end_stage,
    "again": stage_actions.take_up_stage,
}  # fmt: skip


@require_POST
def stage_act(request: PersonRequest, pk: int, act: str) -> HttpResponse:
    """Begin a stage, end it, or take it up again."""
    shown = part_of(request, ProjectStage.objects.all(), pk)
    return part_acted(request, shown, STAGE_ACTS[act], said=_("The stage is saved."))


@require_POST
def stage_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a stage out."""
    shown = part_of(request, ProjectStage.objects.all(), pk)
    return part_acted(request, shown, stage_actions.remove_stage, said=_("The stage is taken out."))


# Money


@require_safe
def money(request: PersonRequest, pk: int) -> HttpResponse:
    """What a project may cost, and what was spent of it."""
    project = found(request, pk)
    spendings = Spending.objects.filter(line__project=project).select_related("line", "by")
    context = {
        **base_context(request, project, "money"), "now": standing(project),
        "spendings": spendings.order_by("-on", "-id"),
        "may_allow": rights.can_allow_over(request.user),
    }  # fmt: skip
    return render(request, "rooms/project_money.html", context)


@require_http_methods(["GET", "POST"])
def line_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a line to the budget."""
    return line_written(request, BudgetLine(project=led(request, pk)))


@require_http_methods(["GET", "POST"])
def line(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a line of the budget."""
    return line_written(request, part_of(request, BudgetLine.objects.all(), pk))


def line_written(request: PersonRequest, part: BudgetLine) -> HttpResponse:
    return part_written(
        request,
        part,
        LineForm,
        money_actions.write_line,
        title=_("Budget line"),
        saved=_("The budget is saved."),
    )


@require_POST
def line_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a line out of the budget."""
    shown = part_of(request, BudgetLine.objects.all(), pk)
    return part_acted(request, shown, money_actions.remove_line, said=_("The budget is saved."))


@require_http_methods(["GET", "POST"])
def line_over(request: PersonRequest, pk: int) -> HttpResponse:
    """Allow more than planned, for a reason."""
    shown = part_of(request, BudgetLine.objects.all(), pk)
    require(rights.can_allow_over(request.user))
    initial = {"over": shown.over, "over_reason": shown.over_reason}
    form = OverForm(request.POST or None, line=shown, initial=initial)
    if not form.is_valid():
        return part_page(request, form, shown, title=_("Allow more"))
    money_actions.allow_over(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The budget is saved."))
    return redirect("rooms:project_money", shown.project_id)


@require_http_methods(["GET", "POST"])
def spend(request: PersonRequest, pk: int) -> HttpResponse:
    """Note what was paid."""
    project = led(request, pk)
    form = SpendForm(
        request.POST or None, instance=Spending(), project=project,
        initial={"on": timezone.localdate(), "line": request.GET.get("line", "")[:20]},
    )  # fmt: skip
    back = reverse("rooms:project_money", args=[pk])
    if not form.is_valid():
        return form_page(request, form, title=_("Spending"), back=back, under=str(project))
    money_actions.spend(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The spending is noted."))
    return redirect(back)


@require_POST
def spending_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """A spending was written by mistake."""
    shown = part_of(request, Spending.objects.all(), pk, "line__project")
    return part_acted(
        request, shown, money_actions.take_back, said=_("The spending is taken back.")
    )


# Milestones and risks


@require_http_methods(["GET", "POST"])
def milestone_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a milestone."""
    return milestone_written(request, Milestone(project=led(request, pk)))


@require_http_methods(["GET", "POST"])
def milestone(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a milestone."""
    return milestone_written(request, part_of(request, Milestone.objects.all(), pk))


def milestone_written(request: PersonRequest, part: Milestone) -> HttpResponse:
    return part_written(
        request,
        part,
        MilestoneForm,
        actions.write_milestone,
        title=_("Milestone"),
        saved=_("The milestone is saved."),
    )


MILESTONE_ACTS = {"reach": actions.reach, "again": actions.take_up}


@require_POST
def milestone_act(request: PersonRequest, pk: int, act: str) -> HttpResponse:
    """A milestone is reached, or after all it is not."""
    shown = part_of(request, Milestone.objects.all(), pk)
    return part_acted(request, shown, MILESTONE_ACTS[act], said=_("The milestone is saved."))


@require_POST
def milestone_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a milestone out."""
    shown = part_of(request, Milestone.objects.all(), pk)
    return part_acted(
        request, shown, actions.remove_milestone, said=_("The milestone is taken out.")
    )


@require_http_methods(["GET", "POST"])
def risk_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Note a risk."""
    return risk_written(request, Risk(project=led(request, pk)))


@require_http_methods(["GET", "POST"])
def risk(request: PersonRequest, pk: int) -> HttpResponse:
    """How a risk stands now."""
    return risk_written(request, part_of(request, Risk.objects.all(), pk))


def risk_written(request: PersonRequest, part: Risk) -> HttpResponse:
    return part_written(
        request, part, RiskForm, actions.write_risk, title=_("Risk"), saved=_("The risk is saved.")
    )
