"""Checklists: the list, what one is, its lines as a draft, in use, thrown away."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from inspections import rights
from inspections.actions import checklists as actions
from inspections.actions import coverage
from inspections.forms.checklist import ChecklistForm, ScoringForm
from inspections.lists import CHECKLISTS
from inspections.models import Checklist, ChecklistItem, ChecklistVersion
from inspections.models.scoring import full_marks
from inspections.registry import topic_of


@require_safe
def checklists(request: PersonRequest) -> HttpResponse:
    """All checklists."""
    may_write = rights.can_write_checklists(request.user)
    return list_page(request, CHECKLISTS, "inspections/checklists.html", may_write=may_write)


def found(request: PersonRequest, pk: int) -> Checklist:
    """The checklist, if the person may see it; else 404."""
    seen = Checklist.objects.visible_to(request.user).select_related("current")
    return get_object_or_404(seen, pk=pk)


def kept_by(request: PersonRequest, pk: int) -> Checklist:
    """The checklist, for whoever keeps it; else 404 or 403."""
    checklist = found(request, pk)
    require(rights.can_keep_checklist(request.user, checklist))
    return checklist


def groups_of(lines: list[ChecklistItem]) -> list[tuple[str, list[ChecklistItem]]]:
    """Lines under their headings, in the order in which these first come."""
    groups: dict[str, list[ChecklistItem]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    return list(groups.items())


@require_safe
def checklist(request: PersonRequest, pk: int) -> HttpResponse:
    """What is looked at, by whom, how often, and the versions there were."""
    shown = found(request, pk)
    lines = list(shown.current.items.order_by("position")) if shown.current else []
    versions = shown.versions.annotate(walks=Count("inspections")).order_by("-number")
    context = {
        "checklist": shown,
        "topic": topic_of(shown),
        "groups": groups_of(lines),
        "count": len(lines),
        "versions": versions[:10],
        "may_keep": rights.can_keep_checklist(request.user, shown),
        "may_start": rights.can_start_of(request.user, shown),
        "history_path": history_path(request.user, shown),
    }
    return render(request, "inspections/checklist.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new checklist; its lines come next."""
    require(rights.can_write_checklists(request.user))
    return form_page(request, Checklist(), title=_("New checklist"))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what a checklist is, beside its lines."""
    checklist = kept_by(request, pk)
    return form_page(request, checklist, title=str(checklist))


def form_page(request: PersonRequest, checklist: Checklist, *, title: str) -> HttpResponse:
    form = ChecklistForm(request.POST or None, instance=checklist)
    is_new = checklist.pk is None
    if not form.is_valid():
        context = {"form": form, "title": title, "back": back_to(checklist)}
        status = 422 if form.is_bound else 200
        return render(request, "inspections/form.html", context, status=status)
    # The form has written into its own copy; the action takes the fields alone.
    target = Checklist() if is_new else Checklist.objects.get(pk=checklist.pk)
    days_before = target.every_days
    written = actions.write_checklist(
        target, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    if written.every_days != days_before and not is_new:
        coverage.reckon_due(written)
    messages.success(request, _("“%(checklist)s” is saved.") % {"checklist": written})
    return redirect("inspections:draft", written.pk) if is_new else redirect(written)


def back_to(checklist: Checklist) -> str:
    return checklist.get_absolute_url() if checklist.pk else reverse("inspections:checklists")


# The draft


def draft_in(checklist: Checklist) -> ChecklistVersion:
    """The checklist's draft; raises Http404 where there is none."""
    draft = checklist.versions.filter(in_use_at=None).first()
    if draft is None:
        raise Http404
    return draft


@require_POST
def begin_draft(request: PersonRequest, pk: int) -> HttpResponse:
    """Begin to change the lines; what is in use stays until the draft is put in its place."""
    checklist = kept_by(request, pk)
    actions.begin_draft(checklist, by=request.user, at=timezone.now())
    return redirect("inspections:draft", pk)


@require_http_methods(["GET", "POST"])
def draft(request: PersonRequest, pk: int) -> HttpResponse:
    """The lines of the draft, to be added, changed, moved and taken out; and how they score."""
    checklist = kept_by(request, pk)
    version = draft_in(checklist)
    initial = {"scoring": version.scoring, "full_marks": version.full_marks}
    form = ScoringForm(request.POST or None, initial=initial)
    if not form.is_valid():
        return draft_page(request, checklist, version, form)
    actions.set_scoring(checklist, **form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, _("The score is set."))
    return redirect("inspections:draft", pk)


def draft_page(
    request: PersonRequest, checklist: Checklist, version: ChecklistVersion, form: ScoringForm,
    **more: Any,
) -> HttpResponse:  # fmt: skip
    lines = list(version.items.order_by("position"))
    context = {
        "checklist": checklist,
        "draft": version,
        "lines": lines,
        "form": form,
        "full_marks": full_marks(version, lines),
        **more,
    }
    status = 422 if form.is_bound else 200
    return render(request, "inspections/draft.html", context, status=status)


@require_POST
def put_into_use(request: PersonRequest, pk: int) -> HttpResponse:
    """Let the draft be walked from now on."""
    checklist = kept_by(request, pk)
    actions.put_into_use(checklist, by=request.user, at=timezone.now())
    messages.success(
        request, _("“%(checklist)s” is walked by these lines from now on.")
        % {"checklist": checklist},
    )  # fmt: skip
    return redirect(checklist)


@require_POST
def discard(request: PersonRequest, pk: int) -> HttpResponse:
    """Throw the draft away."""
    checklist = kept_by(request, pk)
    actions.discard_draft(checklist, by=request.user, at=timezone.now())
    messages.success(request, _("The draft is thrown away; what is in use stays."))
    return redirect(checklist)
