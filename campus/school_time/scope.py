"""Which semester a list or a figure is of: the one in the address, else the current one.

semester = chosen_semester(request)              # one query; None while no semester is laid
context = {..., **semester_scope(request)}       # for the picker on the page:
{% include "school_time/semester_picker.html" %}
"""

from datetime import date
from typing import TypedDict

from django.http import HttpRequest
from django.utils import timezone

from campus.models import Semester


class SemesterScope(TypedDict):
    """What the picker's template needs."""

    semester: Semester | None
    semesters: list[Semester]


def chosen_semester(request: HttpRequest) -> Semester | None:
    """The semester of `?semester=ID`; the current one where it is absent or unknown."""
    return semester_scope(request)["semester"]


def semester_scope(request: HttpRequest) -> SemesterScope:
    """The chosen semester and all there are, latest first: one query."""
    semesters = list(Semester.objects.select_related("school_year"))
    typed = request.GET.get("semester", "")
    chosen = next((each for each in semesters if str(each.pk) == typed), None)
    return {
        "semester": chosen or current_of(semesters, timezone.localdate()),
        "semesters": semesters,
    }


def current_of(semesters: list[Semester], on: date) -> Semester | None:
    """As `Semester.objects.current`, within a list that is ordered latest first."""
    begun = next((each for each in semesters if each.first_day <= on), None)
    return begun or (semesters[-1] if semesters else None)
