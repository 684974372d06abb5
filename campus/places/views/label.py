"""Labels of places on paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campus.doors import PersonRequest, require
from campus.lists.forms import Selection
from campus.lists.views import sent_back
from campus.models import Place
from campus.places import labels as drawing
from campus.places import rights
from campus.places.forms import LabelsForm
from campus.places.lists import PLACES
from campus.places.tree import reading_order


@require_http_methods(["GET", "POST"])
def labels(request: PersonRequest) -> HttpResponse:
    """Sheets of labels: of the places selected in the list (POST, which changes nothing), or of one
    place with its parts (`?within=`)."""
    return selected(request) if request.method == "POST" else of_one(request)


def selected(request: PersonRequest) -> HttpResponse:
    """The labels of the rows that were selected in the list."""
    require(rights.can_print_labels(request.user))
    selection = Selection(request.POST, page=PLACES, person=request.user, query=request.GET.copy())
    if not selection.is_valid():
        return sent_back(request, selection)
    places = selection.cleaned_data["rows"]
    back = reverse("places:places")
    return sheets(request, LabelsForm(request.POST), places, back=back, items=places)


def of_one(request: PersonRequest) -> HttpResponse:
    """The labels of a place and its parts, as far as they are in use."""
    form = LabelsForm(request.GET)
    form.is_valid()
    place = get_object_or_404(
        Place.objects.visible_to(request.user), pk=form.cleaned_data.get("within")
    )
    require(rights.can_print_labels_of(request.user, place))
    places = Place.objects.within(place).active(timezone.localdate())
    if kind := form.cleaned_data.get("kind"):
        places = places.filter(kind=kind)
    back = place.get_absolute_url()
    return sheets(request, form, sorted(places, key=reading_order), back=back, of=place)


def sheets(
    request: PersonRequest, form: LabelsForm, places: list[Place], *, back: str, **context: Any
) -> HttpResponse:
    """The sheets; more labels than are printed at once are sent back."""
    if len(places) > drawing.MOST:
        words = _("These are %(count)s labels. Print at most %(most)s at once, such as a building.")
        messages.error(request, words % {"count": len(places), "most": drawing.MOST})
        return redirect(back)
    form.is_valid()
    size = drawing.SIZES[form.cleaned_data.get("size", "small")]
    shown = {
        "form": form, "size": size, "back": back, "count": len(places),
        "sheets": drawing.sheets([drawing.label_of(each) for each in places], size),
    }  # fmt: skip
    return render(request, "places/labels.html", shown | context)
