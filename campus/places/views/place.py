"""One place: its page, and what its keepers do with it."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Place
from campus.places import actions, forms, rights
from campus.places.page import PlacePage


def found(request: PersonRequest, pk: int) -> Place:
    seen = Place.objects.visible_to(request.user).select_related(
        "parent", "manager", "school_class", "department"
    )
    return get_object_or_404(seen, pk=pk)


def form_page(
    request: PersonRequest, form: BaseForm, *, title: str, button: str, place: Place | None,
    **context: Any,
) -> HttpResponse:  # fmt: skip
    status = 422 if form.is_bound else 200
    back = place.get_absolute_url() if place else ""
    shown = {"form": form, "title": title, "button": button, "place": place, "back": back}
    return render(request, "places/form.html", shown | context, status=status)


@require_safe
def place(request: PersonRequest, pk: int) -> HttpResponse:
    """A place, what is there, and what the reader may do here."""
    page = PlacePage(found(request, pk), request.user, timezone.localdate())
    return render(request, "places/place.html", {"page": page, "place": page.place})


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Lay a place; `?in=` brings along the code of what it is to be part of."""
    require(rights.can_keep_places(request.user))
    form = forms.NewPlaceForm(
        request.POST or None, initial={"parent": request.GET.get("in", ""), "kind": "room"}
    )
    if not form.is_valid():
        title, button = _("New place"), _("Add it")
        return form_page(request, form, title=title, button=button, place=None)
    laid = actions.lay(**form.cleaned_data)
    messages.success(request, _("“%(place)s” is laid.") % {"place": laid.full_name})
    return redirect(laid)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what is said of a place; its manager changes less of it than its keepers."""
    place = found(request, pk)
    require(rights.can_describe(request.user, place))
    keeps = rights.can_keep_places(request.user)
    form = (forms.PlaceForm if keeps else forms.DescribeForm)(request.POST or None, instance=place)
    if not form.is_valid():
        return form_page(request, form, title=_("Change it"), button=_("Save"), place=place)
    actions.change(place, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(place)s” is changed.") % {"place": place})
    return redirect(place)


@require_http_methods(["GET", "POST"])
def move(request: PersonRequest, pk: int) -> HttpResponse:
    """Make a place a part of another one."""
    place = found(request, pk)
    require(rights.can_keep_places(request.user))
    form = forms.MoveForm(request.POST or None, place=place)
    if not form.is_valid():
        return form_page(request, form, title=_("Move it"), button=_("Move it"), place=place)
    moved = actions.move(place, to=form.cleaned_data["to"], by=request.user, at=timezone.now())
    messages.success(request, _("It is now: %(name)s") % {"name": moved.full_name})
    return redirect(moved)


@require_http_methods(["GET", "POST"])
def end(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a place with its parts out of use after a day."""
    place = found(request, pk)
    require(rights.can_keep_places(request.user))
    form = forms.EndForm(request.POST or None, place=place)
    if not form.is_valid():
        parts = Place.objects.within(place).active(timezone.localdate()).count() - 1
        title, button = _("Take it out of use"), _("Take it out of use")
        return form_page(request, form, title=title, button=button, place=place, parts=parts)
    actions.end(place, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
    messages.success(request, _("“%(place)s” goes out of use.") % {"place": place})
    return redirect(place)


@require_POST
def reopen(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a place into use again."""
    place = found(request, pk)
    require(rights.can_keep_places(request.user))
    actions.reopen(place, by=request.user, at=timezone.now())
    messages.success(request, _("“%(place)s” is in use again.") % {"place": place})
    return redirect(place)


@require_http_methods(["GET", "POST"])
def renew(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a place, or all that is in it, new labels; asked once more before it is done."""
    place = found(request, pk)
    require(rights.can_keep_places(request.user))
    form = forms.RenewForm(request.POST or None)
    if not form.is_valid():
        parts = Place.objects.within(place).count() - 1
        return render(request, "places/renew.html", {"place": place, "parts": parts})
    count = actions.renew_tokens(
        place, with_parts=form.cleaned_data["with_parts"], by=request.user, at=timezone.now()
    )
    words = ngettext(
        "%(count)d label has to be printed anew; the old one does not work any more.",
        "%(count)d labels have to be printed anew; the old ones do not work any more.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect(place)
