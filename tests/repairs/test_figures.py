"""Each figure of repairs equals the rows of the list behind it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.figures import spans_of
from repairs.figures.tickets import backlog, groups
from repairs.lists.tickets import TICKETS
from repairs.models import Ticket
from tests.campus.lists.counting import rows_behind

TODAY = date(2026, 1, 20)


@pytest.mark.parametrize("seed", range(4))
def test_a_number_is_the_number_of_rows_behind_it(seed, busy, head, semester):
    busy(seed)
    [group] = groups(spans_of(semester, TODAY))
    counted = [line for line in group.lines if line.words is str]
    told = {
        (str(line.label), value.path): value.number
        for line in counted for value in line.values
    }  # fmt: skip
    assert told == {key: rows_behind(TICKETS, head, key[1]) for key in told}
    assert {age.path: age.count for age in backlog(TODAY)} == {
        age.path: rows_behind(TICKETS, head, age.path) for age in backlog(TODAY)
    }


def test_money_and_stars_are_the_sum_of_the_rows(busy, head, semester):
    for seed in range(3):
        busy(seed)
    [group] = groups(spans_of(semester, TODAY))
    bills = group.lines[-1]
    assert bills.values[0].number == sum(each.bill for each in Ticket.objects.all())
    rated = [each.rating or 0 for each in Ticket.objects.exclude(rating=None)]
    assert rated
    assert group.lines[-2].values[0].number == sum(rated) / len(rated)


def test_the_page_asks_the_same_few_questions_and_pupils_do_not_read_it(
    signed_in, head, pupil, semester, busy
):
    browser = signed_in(head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/repairs/figures/?semester={semester.pk}").status_code == 200
        return len(queries)

    asked()
    few = asked()
    busy(2)
    assert asked() == few == 7
    assert signed_in(pupil).get("/repairs/figures/").status_code == 403
