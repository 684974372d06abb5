"""The first page of the vehicles, and their figures."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import figures_page
from vehicles import rights
from vehicles.figures import trips
from vehicles.figures.tiles import tiles_for


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """What the person may open, and how it stands."""
    require(rights.can_list_vehicles(request.user))
    context = {
        "tiles": tiles_for(request.user, at=timezone.now()),
        "may_read_figures": rights.can_see_figures(request.user),
    }
    return render(request, "vehicles/overview.html", context)


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month."""
    require(rights.can_see_figures(request.user))
    return figures_page(
        request, title=_("Figures of vehicles"), icon="car", today=timezone.localdate(),
        groups=trips.groups,
    )  # fmt: skip
