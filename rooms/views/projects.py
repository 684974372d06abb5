"""Projects: found, laid, read on their pages and on paper, finished, called off."""

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
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
from campus.records.past import past_of, talk_of
from campus.shell.form_page import form_page
from planning.fulfilment import item_named, origin_of
from rooms import rights
from rooms.actions import projects as actions
from rooms.figures.projects import Standing
from rooms.forms.bookings import ReasonForm
from rooms.forms.projects import AcceptForm, PhotosForm, ProjectForm
from rooms.fulfilment import project_from
from rooms.lists import PROJECTS, RISKS, SPENDINGS
from rooms.models import Acceptance, RoomProject


@require_safe
def projects(request: PersonRequest) -> HttpResponse:
    """All projects, each with its stages, its money and its risks."""
    may_begin = rights.can_begin_projects(request.user)
    return list_page(request, PROJECTS, "rooms/projects.html", may_begin=may_begin)


@require_safe
def risks(request: PersonRequest) -> HttpResponse:
    """The risks of all projects."""
    return list_page(request, RISKS, "rooms/of_projects.html")


@require_safe
def spendings(request: PersonRequest) -> HttpResponse:
    """What was spent in all projects."""
    return list_page(request, SPENDINGS, "rooms/of_projects.html")


def found(request: PersonRequest, pk: int) -> RoomProject:
    """The project, if the person may see it; else 404."""
    seen = RoomProject.objects.visible_to(request.user).defer("sought")
    return get_object_or_404(seen.select_related("leader", "by", "plan_item"), pk=pk)


def standing(project: RoomProject) -> Standing:
    """Its stages and the lines of its budget; two queries."""
    stages = project.stages.select_related("person").order_by("position")
    return Standing(project, list(stages), list(project.lines.all()), timezone.localdate())


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Lay a project, of an item of the work plan (`?item=3`) or without one."""
    require(rights.can_begin_projects(request.user))
    item = item_named(request.user, request.GET, RoomProject)
    initial: dict[str, Any] = {"leader": request.user}
    if item:
        initial |= project_from(item, request.user)
    form = ProjectForm(
        request.POST or None, instance=RoomProject(plan_item=item), initial=initial,
        names_leader=True,
    )  # fmt: skip
    if not form.is_valid():
        back = item.get_absolute_url() if item else reverse("rooms:projects")
        context = {
            "form": form, "title": _("New project"), "back": back, "button": _("Save"),
            "origin": origin_of(form.instance, request.user),
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "rooms/project_form.html", context, status=status)
    made = actions.lay_project(
        by=request.user, at=timezone.now(), plan_item=item, **form.cleaned_data
    )
    messages.success(request, _("“%(project)s” is laid.") % {"project": made})
    return redirect(made)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what a project is; only the head names another leader."""
    project = found(request, pk)
    require(rights.can_lead(request.user, project))
    names_leader = bool(rights.can_begin_projects(request.user))
    form = ProjectForm(request.POST or None, instance=project, names_leader=names_leader)
    if not form.is_valid():
        back = project.get_absolute_url()
        return form_page(request, form, title=_("Edit the project"), back=back)
    actions.change_project(project, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The project is changed."))
    return redirect(project)


def base_context(request: PersonRequest, project: RoomProject, active: str) -> dict[str, Any]:
    """What the three pages of a project have in common."""
    return {
        "project": project, "active": active, "may_lead": rights.can_lead(request.user, project),
        "today": timezone.localdate(),
    }  # fmt: skip


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One project: how it stands, its stages, milestones and risks."""
    project = found(request, pk)
    now, today = standing(project), timezone.localdate()
    milestones = project.milestones.select_related("person")
    context = {
        **base_context(request, project, "course"), "now": now,
        "stages": [(stage, tone, stage.days_late(today)) for stage, tone in now.bar],
        "milestones": [(each, each.tone(today)) for each in milestones],
        "risks": project.risks.select_related("owner"),
        "places": project.places.order_by("code").defer("sought"),
        "origin": origin_of(project, request.user),
    }  # fmt: skip
    return render(request, "rooms/project.html", context)


@require_safe
def record(request: PersonRequest, pk: int) -> HttpResponse:
    """What was accepted, photos over time, and all that happened."""
    project, person = found(request, pk), request.user
    context = {
        **base_context(request, project, "record"),
        "acceptances": project.acceptances.select_related("inspection", "by"),
        "strip": strip_of(project), **past_of(project, person, timezone.now()),
        **talk_of(project, person),
    }  # fmt: skip
    return render(request, "rooms/project_record.html", context)


def strip_of(project: RoomProject) -> list[tuple[str, list[Attachment]]]:
    """Its photos from before, during and after the works, the oldest first; one query."""
    kind = ContentType.objects.get_for_model(project)
    files = Attachment.objects.filter(content_type=kind, object_id=project.pk, removed_at=None)
    pictures = [each for each in files.shown() if each.is_picture]
    names = (
        ("before", _("Before the works")),
        ("", _("During the works")),
        ("after", _("After the works")),
    )
    parts = [(label, [each for each in pictures if each.role == role]) for role, label in names]
    return [(label, shown) for label, shown in parts if shown]


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The project on A4."""
    project = found(request, pk)
    context = {
        "project": project, "now": standing(project), "back": project.get_absolute_url(),
        "places": project.places.order_by("code").defer("sought"),
        "milestones": project.milestones.select_related("person"),
        "risks": project.risks.select_related("owner"),
        "acceptances": project.acceptances.all(),
    }  # fmt: skip
    return render(request, "rooms/project_sheet.html", context)


@require_POST
def finish(request: PersonRequest, pk: int) -> HttpResponse:
    """Close a project."""
    project = found(request, pk)
    require(rights.can_lead(request.user, project))
    actions.finish(project, by=request.user, at=timezone.now())
    messages.success(request, _("“%(project)s” is finished.") % {"project": project})
    return redirect(project)


@require_http_methods(["GET", "POST"])
def call_off(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a project up, for a reason."""
    project = found(request, pk)
    require(rights.can_begin_projects(request.user))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        back = project.get_absolute_url()
        return form_page(
            request, form, title=pgettext("project", "Call it off"), back=back, under=str(project),
            button=pgettext("project", "Call it off"),
        )  # fmt: skip
    actions.call_off(project, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(project)s” is called off.") % {"project": project})
    return redirect(project)


@require_http_methods(["GET", "POST"])
def accept(request: PersonRequest, pk: int) -> HttpResponse:
    """Note an acceptance."""
    project = found(request, pk)
    require(rights.can_lead(request.user, project))
    form = AcceptForm(
        request.POST or None, request.FILES or None, person=request.user,
        instance=Acceptance(project=project),
    )  # fmt: skip
    back = reverse("rooms:project_record", args=[pk])
    if not form.is_valid():
        return form_page(request, form, title=_("Acceptance"), back=back, under=str(project))
    actions.accept(project, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The acceptance is noted."))
    return redirect(back)


@require_http_methods(["GET", "POST"])
def photos(request: PersonRequest, pk: int) -> HttpResponse:
    """Add photos from before, during or after the works."""
    project = found(request, pk)
    require(rights.can_lead(request.user, project))
    form = PhotosForm(request.POST or None, request.FILES or None, person=request.user)
    back = reverse("rooms:project_record", args=[pk])
    if not form.is_valid():
        return form_page(request, form, title=_("Photos"), back=back, under=str(project))
    actions.add_photos(project, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The photos are added."))
    return redirect(back)
