"""Choosing one's tiles and their order; every press is a form of its own and needs no script."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.measures import Measure
from logistics.dashboard import actions, rights
from logistics.dashboard.arranging import chosen_keys, in_order, left_out


@require_safe
def tiles(request: PersonRequest) -> HttpResponse:
    """The tiles that are shown in their order, and those that could be."""
    person = request.user
    require(rights.can_open(person))
    keys = chosen_keys(person)
    shown = in_order(person, keys)
    context = {"shown": shown, "others": left_out(person, shown), "is_own": keys is not None}
    return render(request, "dashboard/tiles.html", context)


def shown_to(request: PersonRequest) -> list[str]:
    """The keys of the reader's tiles."""
    require(rights.can_open(request.user))
    return [each.key for each in in_order(request.user, chosen_keys(request.user))]


def readable(request: PersonRequest, key: str) -> Measure:
    """The measure of a key that the reader is told of; else 404."""
    found = next((each for each in in_order(request.user, None) if each.key == key), None)
    if found is None:
        raise Http404
    return found


def back(request: PersonRequest, key: str = "") -> HttpResponse:
    answer = redirect("dashboard:tiles")
    if key:
        answer["Location"] += f"#tile-{key}"
    return answer


@require_POST
def add(request: PersonRequest, key: str) -> HttpResponse:
    """Show a tile, as the last one."""
    keys, measure = shown_to(request), readable(request, key)
    actions.arrange([*keys, measure.key], by=request.user, at=timezone.now())
    return back(request, key)


@require_POST
def remove(request: PersonRequest, key: str) -> HttpResponse:
    """Show it no more."""
    keys, measure = shown_to(request), readable(request, key)
    kept = [each for each in keys if each != measure.key]
    actions.arrange(kept, by=request.user, at=timezone.now())
    return back(request)


@require_POST
def up(request: PersonRequest, key: str) -> HttpResponse:
    keys, measure = shown_to(request), readable(request, key)
    actions.move(keys, measure.key, -1, by=request.user, at=timezone.now())
    return back(request, key)


@require_POST
def down(request: PersonRequest, key: str) -> HttpResponse:
    keys, measure = shown_to(request), readable(request, key)
    actions.move(keys, measure.key, 1, by=request.user, at=timezone.now())
    return back(request, key)


@require_POST
def reset(request: PersonRequest) -> HttpResponse:
    """The school's own arrangement again."""
    require(rights.can_open(request.user))
    actions.reset(by=request.user, at=timezone.now())
    messages.success(request, _("You see the school's own arrangement again."))
    return back(request)
