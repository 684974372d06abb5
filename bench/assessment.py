"""A week of sixty classes, summed up from all that the areas hold."""

import time
from datetime import date

from campus.models import SchoolClass
from logistics.assessment.models import AssessmentScheme
from logistics.assessment.weeks import open_week

CLASSES_A_GRADE = 20


def seconds() -> float:
    """How long the last whole week of the demo school takes; the best of five."""
    for grade in (10, 11, 12):
        for number in range(1, CLASSES_A_GRADE + 1):
            SchoolClass.objects.get_or_create(grade=grade, number=number)
    monday = date(2025, 11, 10)
    scheme = AssessmentScheme.objects.all().for_week(monday)
    assert scheme
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        week = open_week(monday, scheme)
        taken.append(time.perf_counter() - began)
        assert len(week.results) == 3 * CLASSES_A_GRADE
    return min(taken)
