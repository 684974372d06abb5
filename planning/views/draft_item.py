"""Correcting a draft before it is adopted, one item at a time."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from campus.doors import PersonRequest, require
from planning import rights
from planning.actions import draft_items
from planning.forms import draft as forms
from planning.models import DraftItem, PlanDraft


def found_item(request: PersonRequest, pk: int) -> DraftItem:
    """The drafted item, for who may see its draft; 404 for all others, 403 for who may not plan."""
    seen = PlanDraft.objects.visible_to(request.user)
    items = DraftItem.objects.filter(draft__in=seen).select_related("draft__semester")
    item = get_object_or_404(items, pk=pk)
    require(rights.can_plan(request.user))
    return item


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct the facts of an item."""
    item = found_item(request, pk)
    form = forms.EditDraftItem(request.POST or None, instance=item)
    if form.is_valid():
        draft_items.edit(item, facts=form.facts(), by=request.user, at=timezone.now())
        return redirect(item)
    context = {"item": item, "form": form}
    return render(
        request, "planning/draft_item.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "POST"])
def split(request: PersonRequest, pk: int) -> HttpResponse:
    """Make several items of one: each line of the box becomes an item."""
    item = found_item(request, pk)
    form = forms.SplitDraftItem(request.POST or None, initial={"titles": item.title})
    if form.is_valid():
        titles = form.cleaned_data["titles"]
        draft_items.split(item, titles=titles, by=request.user, at=timezone.now())
        return redirect(item)
    context = {"item": item, "form": form}
    return render(
        request, "planning/draft_split.html", context, status=422 if form.is_bound else 200
    )


@require_POST
def merge(request: PersonRequest, pk: int) -> HttpResponse:
    """Make one item of this and the next."""
    return done(request, pk, draft_items.merge_with_next)


@require_POST
def accept(request: PersonRequest, pk: int) -> HttpResponse:
    """Say that a doubtful item is right."""
    return done(request, pk, draft_items.accept)


@require_POST
def leave_out(request: PersonRequest, pk: int) -> HttpResponse:
    """Leave an item out of the adoption."""
    return done(request, pk, draft_items.leave_out)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Take an item in again."""
    return done(request, pk, draft_items.take_back)


def done(request: PersonRequest, pk: int, act: Callable[..., DraftItem]) -> HttpResponse:
    """Do one thing to an item and go back to its place in the preview."""
    return redirect(act(found_item(request, pk), by=request.user, at=timezone.now()))
