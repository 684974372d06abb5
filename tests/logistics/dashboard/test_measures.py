"""A number on a tile is the number of rows of the list behind it, whatever people have done."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from campus.measures import Counted, Measure, Narrowing
from campus.models import Person, Place
from canteen.figures.surveys import results_of
from canteen.measures import SATISFACTION
from canteen.models import Survey
from logistics.areas import measures
from logistics.assessment.models import ClassResult
from logistics.dashboard.readings import Reading
from logistics.dashboard.scope import Scope
from logistics.dashboard.tiles import value_of
from tests.campus.lists.counting import rows_behind_in
from tests.logistics.dashboard.conftest import board, scope_of
from tests.logistics.dashboard.school import ACTS, TODAY, School, do
from vehicles.models import UsageCap

NOVEMBER = date(2025, 11, 1)
# Each act at least once, then a few by chance: what, where, on which day, in which of four ways.
CHANCE = st.tuples(
    st.integers(0, len(ACTS) - 1), st.integers(0, 1), st.integers(0, 109), st.integers(0, 3)
)
EACH = st.tuples(*(
    st.tuples(st.just(act), st.integers(0, 1), st.integers(40, 109), st.integers(0, 3))
    for act in range(len(ACTS))
))  # fmt: skip
FEW = settings(
    max_examples=4, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def scopes(school: School) -> list[Scope]:
    """The semester, a month, a building, a grade, and a month of both."""
    building = Place.objects.get(code="A")
    return [
        scope_of(school.semester),
        scope_of(school.semester, month=NOVEMBER),
        scope_of(school.semester, narrowing=Narrowing(building=building)),
        scope_of(school.semester, narrowing=Narrowing(grade=10)),
        scope_of(school.semester, month=NOVEMBER, narrowing=Narrowing(building, 10)),
    ]


def proven(measure: Measure, reading: Reading, scope: Scope, head: Person) -> dict:
    """What the lists behind a measure come to."""

    def rows(counted: Counted) -> Decimal | int:
        path = measure.proof_of(counted, scope.period, scope.narrowing)
        assert measure.page
        found = rows_behind_in(measure.page, head, path, today=TODAY)
        if counted.sum:
            return found.order_by().aggregate(told=counted.sum)["told"] or 0
        return found.count()

    if measure.derived:
        assert measure.page
        path = measure.proof_of(measure.number, scope.period, scope.narrowing)
        found = rows_behind_in(measure.page, head, path, today=TODAY)
        last = found.order_by("-happened_at").values_list("happened_at", flat=True).first()
        return {"number": (TODAY - timezone.localdate(last)).days if last else None}
    if measure.most:
        # A cap of the semester, or of the year, is that of its months, too.
        cap = UsageCap.objects.filter(department=None).first()
        of: Any = cap.km if cap else None
        return {"number": rows(measure.number) if of else None, "of": of}
    if measure.of is None:
        return {"number": rows(measure.number)}
    of = rows(measure.of)
    return {"number": rows(measure.number) if of else None, "of": of or None}


def told(measure: Measure, reading: Reading) -> dict:
    if not measure.is_share:
        return {"number": reading.period.number}
    return {"number": reading.period.number, "of": reading.period.of}


@pytest.mark.long
@FEW
@given(each=EACH, more=st.lists(CHANCE, min_size=12, max_size=24))
def test_each_number_is_the_number_of_rows_behind_it(school, head, each, more):
    with transaction.atomic():
        for act in (*each, *more):
            do(school, *act)
        for scope in scopes(school):
            found = board(scope)
            listed = [each for each in measures() if each.page]
            assert {each.key: told(each, found.readings[each.key]) for each in listed} == {
                each.key: proven(each, found.readings[each.key], scope, head) for each in listed
            }
            assert satisfied(found.readings[SATISFACTION.key], scope)
            assert value_of(
                next(each for each in measures() if each.key == "assessment.mean"),
                found.readings["assessment.mean"].period,
            ) == mean_of(scope)
            assert sum(each.count for each in found.ages) == (
                found.readings["repairs.backlog"].period.number
            )
        transaction.set_rollback(True)


def satisfied(reading: Reading, scope: Scope) -> bool:
    """Whether it says what the published surveys' own pages say of the period; where there was more
    than one, their answers are one crowd."""
    good = total = 0
    for survey in Survey.objects.exclude(published_on=None):
        if not scope.period.has(survey.closes_on):
            continue
        results = results_of(survey, [])
        counts = [results.whole]
        if scope.narrowing.grade:
            counts = [each for name, each in results.grades if name == "高一"]
        good += sum(each.by_choice["very"] + each.by_choice["satisfied"] for each in counts)
        total += sum(each.total for each in counts)
    if not SATISFACTION.is_told(Decimal(total)):
        return reading.period.number is None
    return (reading.period.number, reading.period.of) == (Decimal(good), Decimal(total))


def mean_of(scope: Scope) -> Decimal | None:
    found = ClassResult.objects.filter(week__monday__range=(scope.period.first, scope.period.last))
    if scope.narrowing.grade:
        found = found.filter(school_class__grade=scope.narrowing.grade)
    totals = [each.total for each in found]
    return sum(totals, Decimal(0)) / len(totals) if totals else None
