"""The first page of the canteens: a tile for each part, with what stands out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest
from canteen import rights
from canteen.figures.tiles import tiles_for


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """What the person may open, and its figures."""
    tiles = tiles_for(request.user, at=timezone.now())
    context = {
        "tiles": tiles,
        "may_keep": rights.can_keep_menus(request.user),
        "is_kitchen": rights.can_work_in_kitchen(request.user),
    }
    return render(request, "canteen/overview.html", context)
