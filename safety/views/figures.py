"""The figures of safety, month by month of a semester."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.models import Semester
from safety import rights
from safety.figures.months import figures_of


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """Hazards, drills, education and accidents by month."""
    require(rights.can_direct_hazards(request.user))
    today = timezone.localdate()
    semester = Semester.objects.select_related("school_year").current(today)
    months = figures_of(request.user, semester, today) if semester else []
    return render(request, "safety/figures.html", {"semester": semester, "months": months})
