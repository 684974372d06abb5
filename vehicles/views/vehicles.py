"""The page of a vehicle."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest
from vehicles.figures.sections import sections_of
from vehicles.models import Vehicle


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One vehicle with its fuel, its service and its incidents."""
    seen = Vehicle.objects.visible_to(request.user).defer("sought")
    vehicle = get_object_or_404(seen, pk=pk)
    context = {"vehicle": vehicle, **sections_of(vehicle, request.user, at=timezone.now())}
    return render(request, "vehicles/vehicle.html", context)
