"""The first page of safety: a tile for each part, with what stands out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest
from safety import rights
from safety.figures.tiles import tiles_for


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """What the person may open, and its figures."""
    tiles = tiles_for(request.user, at=timezone.now())
    may_read_figures = rights.can_direct_hazards(request.user)
    context = {"tiles": tiles, "may_read_figures": may_read_figures}
    return render(request, "safety/overview.html", context)
